"""Numbers told in two or three pieces: eight digits and then what goes before them, a country, groups in English words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.lexicon import phones, puzzles
from detectors.lexicon.digits import KANJI
from detectors.normalise import fold_pattern
from detectors.numerals import by_places, digit_runs
from detectors.puzzles.solution import Solution
from detectors.puzzles.sounds import PREFIX, SPOKEN_PREFIX, prefix_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage

_AHEAD = fold_pattern(puzzles.AHEAD)
_EIGHT = re.compile(r"(?<![\d-])\d{4}[- 、,]{0,2}\d{4}(?![\d-])")
#: How far from the rest its beginning is told, and how far behind that what says so.
_NEAR, _BEHIND = 24, 12
#: The beginning without its zero: ナナマル, 70のやつ; and with a zero to be put before it.
_SHORT = re.compile(
    r"(?P<said>ゴー?|ロク|ナナ|ハチ|キュウ)(?:マル|ゼロ)|(?<!\d)(?P<figure>[5-9])0(?=ノ(?:ヤツ|ホウ|方))"
)
_ZERO_BEFORE = fold_pattern(r"(?<!\d)(?P<figure>[5-9])0の?(?:前|頭)に(?:0|ゼロ|零|〇)(?!\d)")
_CUE = fold_pattern(phones.CUE)
_NO_CALL = fold_pattern(phones.NO_CALL)
_FIGURES = re.compile(r"\d")
_SHAPE = (3, 3, 4)


def begun_elsewhere(passage: Passage) -> Iterator[Solution]:
    """13684752 の前に090, 36184927です、頭はナナマル: the beginning is told behind the rest; 50の前に0 before it."""
    low = passage.low
    for eight in _EIGHT.finditer(low):
        rest = "".join(_FIGURES.findall(eight[0]))
        for pattern in (PREFIX, _SHORT):
            for prefix in pattern.finditer(low, eight.end(), eight.end() + _NEAR):
                if _AHEAD.search(low[eight.end() : prefix.end() + _BEHIND]):
                    yield Solution(eight.start(), prefix.end(), _prefix(prefix) + rest)
        for zero in _ZERO_BEFORE.finditer(low, max(0, eight.start() - _NEAR), eight.start()):
            yield Solution(zero.start(), eight.end(), _prefix(zero) + rest)


def _prefix(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if figure := groups.get("figure") or SPOKEN_PREFIX.get(groups.get("said") or ""):
        return f"0{figure}0"
    return prefix_digits(match[0])


_PLUS = fold_pattern(r"(?:(?<![a-z])plus|プラス|\+|国番号は?|(?<![a-z])country code(?: is)?)\s?(?P<code>\d{1,3})(?!\d)")
_PLUS_AHEAD = fold_pattern(
    r"(?<![a-z])plus (?:sign )?(?:in front|first|before)|(?:前|頭)に(?:プラス|\+)|(?:プラス|\+)(?:記号)?を(?:前に|頭に)?(?:付|つけ)"
)
_GROUP = fold_pattern(
    r"[\s、,\-()]{0,4}(?:(?:then|and|followed by|(?:その|の)?(?:あと|後|次)に?|と|それから|続けて|で)[\s、,]{0,3})?(\d{1,8})(?!\d)"
)
_LONG = re.compile(r"(?<![\d+])\d{11,13}(?!\d)")
_MOST_GROUPS = 5


def with_country(passage: Passage) -> Iterator[Solution]:
    """プラス81、90のあと3846と1752: a country's code in words, then groups; 447…, "plus sign in front"."""
    low = passage.low
    for plus in _PLUS.finditer(low):
        digits, end = plus["code"], plus.end()
        for _ in range(_MOST_GROUPS):
            group = _GROUP.match(low, end)
            if not group:
                break
            digits, end = digits + group[1], group.end()
            yield Solution(plus.start(), end, f"+{digits}")
    if _PLUS_AHEAD.search(low):
        for match in _LONG.finditer(low):
            yield Solution(match.start(), match.end(), f"+{match[0]}", sure=True)


def in_words(passage: Passage) -> Iterator[Solution]:
    """Three, three and four digits in words, each in a sentence of its own, where a call is the topic."""
    low = passage.low
    if not _CUE.search(_NO_CALL.sub("", low)):
        return
    runs = [run for run in digit_runs(passage, wordy=True, lettered=False, shortest=3) if run.words]
    for one, two, three in zip(runs, runs[1:], runs[2:], strict=False):
        if tuple(len(run.digits) for run in (one, two, three)) == _SHAPE:
            yield Solution(one.start, three.end, one.digits + two.digits + three.digits)


#: Two numbers with their places in kanji behind a beginning in tens: 八十（三桁で）、二千五百四十七、四千九十三.
_NUMERAL = r"[二三四五六七八九]?千[一二三四五六七八九十百]{1,6}(?![万億円屋人本枚個件歳名回章話字点分秒年月日時度一二三四五六七八九十百])"
_IN_PLACES = fold_pattern(
    rf"(?:[零〇]|ゼロ)?(?P<ten>[五六七八九])十(?![円人本枚個件歳名回章話点分秒年日時度ペ])[^。\n]{{0,16}}?(?P<middle>{_NUMERAL})[^。\n千]{{0,10}}?(?P<last>{_NUMERAL})"
)


def in_places(passage: Passage) -> Iterator[Solution]:
    """零七十、二千六百八十四、千九百三十七: each group as one says a number."""
    for match in _IN_PLACES.finditer(passage.low):
        middle, last = (by_places(match[name]) for name in ("middle", "last"))
        yield Solution(match.start(), match.end(), f"0{KANJI[match['ten']]}0{middle}{last}")
