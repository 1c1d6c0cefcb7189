"""Digits as other signs by a legend that the text gives, whole or begun: A=0 B=1 …, "q is 1", 🕘 is nine, F stands for a five."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from detectors.lexicon import puzzles as lexicon
from detectors.normalise import fold_pattern
from detectors.puzzles.solution import Solution
from detectors.puzzles.values import VALUE, digit_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage

#: What links a sign and its digit, looked for first; and the sign before it: a letter or a short word, one or two
#: characters, a picture or another mark.
_LINKED = re.compile(
    rf"(?:=|->|→|⇒|:|ハ|ガ|ヲ|is|are|means|stands (?:in )?for|for|equals)\s?(?:全部|スベテ|ドレモ|ゼンブ|an? |the |all |always |really ){{0,2}}[「『'\"]?(?P<digit>{VALUE})"
)
_SIGN = re.compile(
    r"(?:^|(?<![a-z\d]))[「『'\"(]?(?P<sign>[a-z]{1,8}|[ァ-ヶ]{1,4}|[一-龠]{1,2}|[^\w\s.,:;/@=+、。「」()\-'\"!]|[○〇_x×])[」』'\")]?(?:印|マーク)?\s?$"
)
#: Characters that a sign and what is around it may take.
_REACH = 14
#: The other way round: 1がq, 2=w.
_TURNED = re.compile(r"(?<!\d)(?P<digit>\d)\s?(?:=|->|→|ガ|ハ|is)\s?(?P<sign>[a-z]|[ァ-ヶ]|[一-龠])(?=[、,。\s)])")
_GOES_ON = fold_pattern(lexicon.GOES_ON)
#: No run of signs is longer than the digits of a number.
_NUMBER = frozenset([10, 11])
_NOT_SIGNS = frozenset(
    ["this", "that", "it", "there", "here", "what", "mine", "number", "answer", "one", "call", "dial"]
)


@functools.cache
def _keys() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    return tuple(
        [
            (fold_pattern(hint), {sign: str(at) for at, sign in enumerate(signs) if sign != "\x00"})
            for hint, signs in lexicon.KEYS.items()
        ]
    )


def told_by_legend(passage: Passage) -> Iterator[Solution]:
    """Runs of nothing but signs and digits, as many as a number has digits."""
    low = passage.low
    pairs = list(_pairs(low)) or [(*m.span(), m["sign"], m["digit"]) for m in _TURNED.finditer(low)]
    bare = low
    for start, end, _, _ in pairs:
        bare = bare[:start] + "\n" * (end - start) + bare[end:]
    told: dict[str, set[str]] = {}
    for _, _, sign, digit in pairs:
        told.setdefault(sign, set()).add(digit_of(digit))
    certain = {sign: digits.pop() for sign, digits in told.items() if len(digits) == 1}
    for table in (*_tables(certain, low), *_named_keys(low)):
        yield from _runs_of(bare, table)


def _pairs(low: str) -> Iterator[tuple[int, int, str, str]]:
    """Where the text tells what a sign stands for, the sign, and the word for its digit."""
    for linked in _LINKED.finditer(low):
        before = max(0, linked.start() - _REACH)
        if (sign := _SIGN.search(low[before : linked.start()])) and sign["sign"] not in _NOT_SIGNS:
            yield before + sign.start(), linked.end(), sign["sign"], linked["digit"]


def _tables(told: dict[str, str], low: str) -> Iterator[dict[str, str]]:
    """The legend as told, then as it goes on in an order that it begins."""
    if not told:
        return
    yield told
    for order in lexicon.ORDERS:
        at = {sign: order.index(sign) for sign in told if len(sign) == 1 and sign in order}
        steps = {(int(told[sign]) - place) % 10 for sign, place in at.items()}
        if len(steps) != 1 or not (len(at) > 1 or _GOES_ON.search(low)):
            continue
        first, step = min(at.values()), steps.pop()
        yield {sign: str((place + step) % 10) for place, sign in enumerate(order) if first <= place < first + 10}


def _named_keys(low: str) -> Iterator[dict[str, str]]:
    for hint, table in _keys():
        if hint.search(low):
            yield table


def _runs_of(low: str, table: dict[str, str]) -> Iterator[Solution]:
    """Runs of signs and digits, in one pass; the longest sign counts, so that nothing is read in two ways."""
    if not any(map(low.__contains__, table)):
        return
    by_first: dict[str, list[str]] = {_ZERO[0]: [_ZERO]}
    for sign in sorted(table, key=len):
        by_first.setdefault(sign[0], []).insert(0, sign)
    at, length = 0, len(low)
    while at < length:
        if low[at] not in by_first and not low[at].isdecimal():
            at += 1
            continue
        units = _units_from(low, at, by_first) if not (at and _is_letter(low[at - 1])) else []
        while len(units) >= _FEWEST_UNITS and _is_letter(low[units[-1][1] : units[-1][1] + 1]):
            units.pop()  # it would end within a word
        if len(units) < _FEWEST_UNITS:
            at += 1
            continue
        said = [low[start:end] for start, end in units]
        start, at = at, units[-1][1]
        digits = "".join([table.get(sign) or ("0" if sign == _ZERO else sign) for sign in said])
        if len(digits) in _NUMBER and any(sign in table for sign in said):
            yield Solution(start, at, digits, sure=True)


#: A zero said beside the signs; units of a run, and characters between two of them.
_ZERO = "ゼロ"
_FEWEST_UNITS, _MOST_UNITS, _GAP = 9, 13, 3


def _units_from(low: str, at: int, by_first: dict[str, list[str]]) -> list[tuple[int, int]]:
    """Where the signs and digits of a run stand that begins here."""
    units: list[tuple[int, int]] = []
    end = _unit_ends(low, at, by_first)
    while end:
        units.append((at, end))
        if len(units) == _MOST_UNITS:
            break
        at, farthest = end, end + _GAP
        while not (end := _unit_ends(low, at, by_first)) and at < farthest and _is_gap(low[at : at + 1]):
            at += 1
    return units


def _unit_ends(low: str, at: int, by_first: dict[str, list[str]]) -> int:
    """Where the sign or digit ends that stands here, or 0."""
    first = low[at : at + 1]
    for sign in by_first.get(first, ()):
        if low.startswith(sign, at):
            return at + len(sign)
    return at + 1 if first.isdecimal() else 0


def _is_gap(character: str) -> bool:
    return bool(character) and not (character.isalnum() or character in "_\n")


def _is_letter(character: str) -> bool:
    return character.isdecimal() or "a" <= character <= "z" or "ァ" <= character <= "ヶ" or "一" <= character <= "龠"
