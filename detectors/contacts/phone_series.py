"""Digits that are values in a row, each with a name of its own, or a part of a longer code: no phone number.

Catches 0.5 9.0 14.5, 3-1、3-2、0-3, +45+19+73, 12 14 16 18 20, the rows under a header, 幅080、奥行き3716、通し9425, 415-555-0123-A.
Leaves a number in pairs where a call is wanted, and what is read aloud in its pieces.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from detectors.contacts.numbering import JP_MOBILE
from detectors.contacts.phone_reading import is_counting
from detectors.lexicon import phones as lexicon
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detectors.contacts.phone_reading import Surroundings
    from detectors.numerals import Group, Run

#: Values in a row, by the look of each: decimals, scores, pairs of digits.
_DECIMAL, _SCORE, _PAIR = (
    re.compile(r"\d{1,3}\.\d{1,2}|\d{1,2}\.\d+"),
    re.compile(r"\d{1,2}-\d{1,2}"),
    re.compile(r"\d\d"),
)
_ITEM_ENDS = re.compile(r"[\s、,;/]+")
_SIGNED = re.compile(r"[,、]\s?[+-]\d")
_FEWEST_VALUES, _FEWEST_PAIRS = 3, 4
#: So few groups with nothing else between them are a number as one writes it: most are, so this is asked first.
_FEW, _PLAIN = 4, frozenset(["", "-", " ", ".", ") ", ")-", " ("])
_ROW_ENDS = re.compile(r"\|[ \t]*\n")
#: Between the groups of a sum: so many of them, and more than one digit in some group.
_ADDED, _FEWEST_ADDED = re.compile(r"\s?\+\s?"), 3
#: Values that grow: so many are no accident, and so many where no call is the topic.
_SURELY_GROWING, _GROWING, _LONGEST_VALUE, _STRAY = 6, 5, 3, 2
#: What the values of a function are written behind, but for one that calls.
_FUNCTION = re.compile(r"(?<![a-z])(?!tel|call|phone|dial|ring|sms)[a-z_]{2,}\($")
#: Names of columns on the line above.
_HEADER = re.compile(r"(?:^|\n)[^\d\n,;]{1,20}(?:[,;][^\d\n,;]{1,20}){2,}\n(?:\d[\d,;.]*\n)*$")
_EQUALS = frozenset("=:")
#: One to nine, closed up.
_ALL = "123456789"
#: Nothing but ones to fours, one by one: a rhythm, a way to weave.
_FEW_KINDS = frozenset("1234")


def is_series(run: Run, low: str, around: Surroundings) -> bool:
    """Whether digits are values in a row: 0.5 9.0 14.5, 3-1、3-2、0-3, +620, -100, 06 13 19 27 34, rows of a table."""
    groups = run.groups
    if len(groups) < _FEWEST_VALUES or _is_plain(groups):
        return False
    written = low[run.start : run.end]
    first = groups[:_FEWEST_VALUES]
    named = all([_EQUALS & set(group.gap) for group in first[1:]]) and are_named(first, low)  # noqa: C419 - faster
    named = named or any([group.digits == _ALL for group in groups])  # noqa: C419 - faster
    if named or _ROW_ENDS.search(written) or _SIGNED.search(written) or is_counting(run.digits, len(groups)):
        return True
    if _is_sum(groups) or _is_growing(run, around) or _is_tabled(run, low, around):
        return not (_is_mobile_in_pairs(run) and around.cue_near(run.start, run.end))
    items = _ITEM_ENDS.split(written)
    values, scores, pairs = [
        sum([bool(shape.fullmatch(item)) for item in items]) for shape in (_DECIMAL, _SCORE, _PAIR)
    ]
    if max(values, scores) >= max(_FEWEST_VALUES, len(items) - 1):
        return True
    called = around.cue_near(run.start, run.end)
    if len(groups) == len(run.digits) and _FEW_KINDS.issuperset(run.digits):
        return not called
    return (
        pairs >= max(_FEWEST_PAIRS, len(items) - 1)
        and bool(_PAIR.fullmatch(items[0]))
        and low[run.start - 1 : run.start] != "+"
        and (not _is_mobile_in_pairs(run) or bool(_DRAWN.search(low)))
        and not called
    )


def _is_plain(groups: Sequence[Group]) -> bool:
    """Whether few groups have nothing between them but what stands between the groups of a number."""
    return (
        len(groups) <= _FEW
        and _PLAIN.issuperset([group.gap for group in groups])
        and _ALL not in [group.digits for group in groups]
    )


def _is_sum(groups: Sequence[Group]) -> bool:
    """+45+19+73+60+21, 3+5+8+2."""
    return sum([bool(_ADDED.fullmatch(group.gap)) for group in groups[1:]]) >= _FEWEST_ADDED


_DRAWN = fold_pattern(r"当せん|当選|抽選|くじ|ロト|(?<![a-z])(?:lotto|lottery|draw|bingo)(?![a-z])|ビンゴ")


def _is_mobile_in_pairs(run: Run) -> bool:
    """07 05 82 61 39 4: eleven digits of a mobile number, which no draw gives in this order."""
    values = [int(group.digits) for group in run.groups[:-1]]
    return bool(JP_MOBILE.fullmatch(run.digits)) and values != sorted(values)


def _is_growing(run: Run, around: Surroundings) -> bool:
    """12 14 16 18 20 24: steps of a scale, times, sizes."""
    groups = run.groups
    longest = 0 if run.words or JP_MOBILE.fullmatch(run.digits) else _longest_rise(groups)
    if longest < max(_GROWING, len(groups) - _STRAY):
        return False
    return longest >= _SURELY_GROWING or not around.cue_near(groups[0].start, groups[-1].end)


def is_scale(groups: Sequence[Group]) -> bool:
    """Whether nearly all values grow, so many that it is no accident: 2 3 4 5 6 7 8 9 10."""
    return _longest_rise(groups) >= max(_SURELY_GROWING, len(groups) - _STRAY)


def _longest_rise(groups: Sequence[Group]) -> int:
    """How many values in a row are each greater than the one before, of three digits at most."""
    longest = length = 1
    for one, two in itertools.pairwise(groups):
        grows = max(len(one.digits), len(two.digits)) <= _LONGEST_VALUE and int(one.digits) < int(two.digits)
        length = length + 1 if grows else 1
        longest = max(longest, length)
    return longest


def _is_tabled(run: Run, low: str, around: Surroundings) -> bool:
    """Rows under a header of three columns and more, or values of a function: rect(080,1234,5678)."""
    return is_in_table(low, run.start) and not around.cue_near(run.start, run.end)


def is_in_table(low: str, start: int) -> bool:
    """Whether values begin here that a header or a function names: id,w,h and rows of figures, rect(."""
    before = low[start - 1 : start]
    return (before == "\n" and bool(_HEADER.search(low[:start]))) or (
        before == "(" and bool(_FUNCTION.search(low[max(0, start - 16) : start]))
    )


#: A letter or two behind a number, as codes have them: 415-555-0123-A, 212-555-0101/L, 303-555-0147-QR.
_CODE_BEHIND = re.compile(r"[-/][a-z]{1,2}\d?(?![a-z\d])")


def has_letters_behind(low: str, end: int) -> bool:
    """Whether letters go on with the digits as with a code."""
    return bool(_CODE_BEHIND.match(low, end))


#: What names a value: 奥行き3716, ▲=1234, "h":5678. Behind the value before it and its unit.
_NAME = re.compile(
    r"[^\s\d、,;/=:]{0,4}(?:[、,;/\s\"'}]{1,12})(?:[^\w\s]=)?[\"'「]?(?P<name>[^\d\s、,;/=:\"'「]{1,8}?)[\"'」]?\s?[=:ハガ]?\s*[\"'「]?$"
)
_NAMED_FIRST = re.compile(
    r"(?:^|[\s、,;/\"'「({:。=])(?P<name>[^\d\s、,;/=:\"'「({。]{1,12}?)[\"'」]?\s?[=:ハガ]?\s*[\"'「]?$"
)
_PLACE = fold_pattern(
    rf"{'|'.join(lexicon.PLACES)}|番号|(?<![a-z])(?:and|or|number)(?![a-z])|(?:の|その)?(?:あと|後|次)|で|と|から|そして|それから"
)
_TOLD_TO_JOIN = fold_pattern(
    rf"{lexicon.CUE}|{lexicon.NUMBER_TOPIC}|{lexicon.JOINS}|{lexicon.DIGITS_ONLY}|{lexicon.DENIED}|お察し|察して|わかりますよね|私に"
)
_NO_CALL = fold_pattern(lexicon.NO_CALL)


def are_named(groups: Sequence[Group], low: str) -> bool:
    """Whether every group has a name of its own and nothing says to join them: 青は090、赤は3456、緑は7890."""
    if all([low[group.start - 1 : group.start] in _PRICES for group in groups]):  # noqa: C419 - a list is faster
        return not _is_told_to_join(low)
    first = _NAMED_FIRST.search(low[max(0, groups[0].start - 16) : groups[0].start])
    names = [first, *[_NAME.match(low[one.end : two.start]) for one, two in itertools.pairwise(groups)]]
    said = [name["name"] for name in names if name]
    if len(said) < len(groups) or len(set(said)) < len(said) or any(_PLACE.search(name) for name in said):
        return False
    return not _is_told_to_join(low)


#: Before money, a colour, a number of a list.
_PRICES = frozenset("¥$€£#")


def _is_told_to_join(low: str) -> bool:
    return bool(_TOLD_TO_JOIN.search(_NO_CALL.sub("", low)))
