"""Digits by the sound of words (語呂合わせ), behind a beginning in figures, and digits that take turns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.lexicon import phones
from detectors.lexicon import puzzles as lexicon
from detectors.lexicon.ciphers import MORAE
from detectors.normalise import fold_pattern
from detectors.puzzles.solution import Solution
from detectors.puzzles.values import digit_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage

_HINT = fold_pattern(lexicon.BY_SOUND)
_UNITS = {**MORAE, **lexicon.SOUNDS}
_UNIT = re.compile("|".join(sorted(_UNITS, key=len, reverse=True)))
#: The beginning of a mobile number, in figures, kanji or words.
PREFIX = re.compile(
    r"(?<!\d)0[5-9]0(?![\d番年円枚号点件名個本人回度])|[〇零○][五六七八九][〇零○]|ゼロ(?:ゴー?|ロク|ナナ|ハチ|キュウ)ゼロ"
)
SPOKEN_PREFIX = {
    "五": "5",
    "六": "6",
    "七": "7",
    "八": "8",
    "九": "9",
    "ゴ": "5",
    "ゴー": "5",
    "ロク": "6",
    "ナナ": "7",
    "ハチ": "8",
    "キュウ": "9",
}
#: Words in quotes or between commas that are nothing but sounds, and four figures.
_PART = re.compile(
    r"[「『](?P<quoted>[^「」『』\n]{2,16})[」』]|(?<=[、・ \-])(?P<bare>[ァ-ヶー一-龠]{2,8})(?=[、・ 。\-])|(?<!\d)(?P<figures>\d{4})(?!\d)"
)
_UNIT_BEHIND = fold_pattern(phones.UNIT.removeprefix("^"))
#: Words and behind them the figures that they stand for: ふろいや(2618).
_IN_BRACKETS = re.compile(r"[^\d()]{2,12}[(=]\s?(\d{2,8})\)?")
_BETWEEN = re.compile(r"[・、,\s\-ー]+")
_REST = 8
#: So far from its beginning may the rest of a number stand.
_FAR = 80
#: So far behind it what takes turns.
_BESIDE = 16


def prefix_digits(said: str) -> str:
    """080 of 〇八〇."""
    return said if said[0] == "0" else "0" + SPOKEN_PREFIX[said.strip("〇零○").replace("ゼロ", "")] + "0"


def by_sound(passage: Passage) -> Iterator[Solution]:
    """090 and 「よろしく・はなやさん」: eight digits by their sound, or four and four."""
    low = passage.low
    prefix = PREFIX.search(low)
    if not prefix:
        return
    hinted = bool(_HINT.search(low))
    parts = [
        (m.start(), m.end(), said, bool(m["figures"]))
        for m in _PART.finditer(low, max(0, prefix.start() - _FAR), prefix.end() + _FAR)
        if (said := _said(m, hinted=hinted)) and not _UNIT_BEHIND.match(low, m.end())
    ]
    for first in range(len(parts)):
        digits = ""
        for last in range(first, len(parts)):
            digits += parts[last][2]
            if len(digits) > _REST:
                break
            if len(digits) == _REST and not all(figures for *_, figures in parts[first : last + 1]):
                start, end = min(prefix.start(), parts[first][0]), max(prefix.end(), parts[last][1])
                yield Solution(start, end, prefix_digits(prefix[0]) + digits, sure=True)


def _said(match: re.Match[str], *, hinted: bool) -> str:
    """The digits of a part, as told behind it or by its sounds; without a word about sounds those alone that everybody knows."""
    if match["figures"]:
        return match["figures"]
    said = match["quoted"] or match["bare"]
    if hinted and (figures := _IN_BRACKETS.fullmatch(said)):
        return figures[1]
    return _sounded(said) if hinted else lexicon.SOUNDS.get(said, "")


def _sounded(words: str) -> str:
    """よろしく as 4649; "" where any of it is no sound of a digit."""
    bare = words if words in _UNITS else _BETWEEN.sub("", words)
    found = _UNIT.findall(bare)
    return "".join([_UNITS[unit] for unit in found]) if "".join(found) == bare else ""


_TURNS = fold_pattern(
    rf"(?P<a>\d|[一二三四五六七八九〇])\s?(?:と|、|・)\s?(?P<b>\d|[一二三四五六七八九〇])[」』]?(?:だけ)?(?:が|を|の)?\s?(?:{lexicon.ALTERNATING})(?:に|で)?[^。\n]{{0,4}}?(?P<times>[2-5二三四五])(?:回|度|周|ペア|組)|"
    rf"(?:{lexicon.ALTERNATING})[^.\n]{{0,12}}?(?P<c>[a-z]{{1,8}}|\d) and (?:an? )?(?P<d>[a-z]{{1,8}}|\d)[^.\n]{{0,20}}?(?P<often>two|three|four|five|[2-5]) times|"
    rf"(?<![a-z\d])(?P<e>[a-z]{{1,8}}|\d) and (?P<f>[a-z]{{1,8}}|\d)[^.\n]{{0,12}}?(?:{lexicon.ALTERNATING})[^.\n]{{0,12}}?(?P<count>two|three|four|five|[2-5]) times"
)


def alternating(passage: Passage) -> Iterator[Solution]:
    """080 and 5と6を交互に四回: 56565656."""
    low = passage.low
    prefix = PREFIX.search(low)
    turns = _TURNS.search(low)
    if not (prefix and turns and 0 <= turns.start() - prefix.end() <= _BESIDE):
        return
    one, other = turns["a"] or turns["c"] or turns["e"], turns["b"] or turns["d"] or turns["f"]
    times = lexicon.TIMES[turns["times"] or turns["often"] or turns["count"]]
    try:
        digits = (digit_of(one) + digit_of(other)) * times
    except KeyError:
        return
    yield Solution(prefix.start(), turns.end(), prefix_digits(prefix[0]) + digits)
