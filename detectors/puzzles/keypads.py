"""Letters that stand for the keys of a phone: 080-DRAW-2741, "four-one-five, five-five-five, then spell TYPE on your keypad"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.lexicon import puzzles as lexicon
from detectors.lexicon.wordplay import KEY_OF
from detectors.normalise import fold_pattern
from detectors.numerals import digit_runs
from detectors.puzzles.solution import Solution
from detectors.puzzles.sounds import PREFIX, prefix_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage

_KEYPAD = fold_pattern(lexicon.KEYPAD)
#: A word in capitals or quotes, or one that is to be spelled.
_WORD = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]{3,8}|(?<=[「『\"'])[A-Za-z]{3,8}(?=[」』\"'])|(?<=spell )[a-z]{3,8}|(?<=spell out )[a-z]{3,8})(?![A-Za-z])"
)
#: Two letters that end a number, where the text speaks of its letters: 646-555-01-GA.
_LAST_TWO = re.compile(r"(?<=\d-)[A-Z]{2}(?![A-Za-z\d-])")
_LETTERS = fold_pattern(r"(?<![a-z])(?:letters?|press(?:es|ed)?)(?![a-z])|英字|文字|アルファベット|押")
#: What may stand between the digits and the word that goes on with them.
_BETWEEN = re.compile(r"[^。\n.!?+=*]{0,32}")
#: Letters to be pressed one by one: F, O, X.
_LISTED = re.compile(r"(?<![A-Za-z])[A-Z](?:(?:, (?:and )?|[ ・、\-/])[A-Z]){2,9}(?![A-Za-z])")
#: Rows and columns of the pad, in the direction told; and how many keys of them.
_LINES = {"左": "147", "left": "147", "右": "369", "right": "369"} | dict.fromkeys(
    ("中央", "真ん中", "マンナカ", "中", "center", "centre", "middle"), "2580"
)
_LINE = fold_pattern(
    rf"(?P<which>{'|'.join(_LINES)})の?\s?(?:列|column)(?P<said>[^。\n\d,]{{0,40}}?)(?=、|,|。|\n|$|\. |次に|then|(?<=つ)|(?<=回))"
)
_UPWARDS = fold_pattern(r"下から上|下から|上へ|上向き|(?<![a-z])(?:up|upwards|bottom to top|from the bottom)(?![a-z])")
_OF_THEM = fold_pattern(r"(?P<ja>[二三四]|ふた|みっ|よっ|[2-4])つ|(?<![a-z])(?P<en>two|three|four)(?![a-z])")
_COUNTS = {
    "二": 2,
    "三": 3,
    "四": 4,
    "フタ": 2,
    "ミッ": 3,
    "ヨッ": 4,
    "two": 2,
    "three": 3,
    "four": 4,
    "2": 2,
    "3": 3,
    "4": 4,
}
_ONE_KEY = fold_pattern(
    r"(?<![\da-z])(?:(?P<zero>0|ゼロ|zero)|(?P<figure>[1-9]))(?=\s?をもう|、|。|\s?を(?:押|一)|(?: again| once)|$)"
)
_AHEAD, _EIGHT, _BEHIND = fold_pattern(lexicon.AHEAD), 8, 40
_NUMBER, _LONGEST = frozenset([10, 11]), 11


def keyed(passage: Passage) -> Iterator[Solution]:
    """Digits before a word, the word's keys, and digits behind it, where the text speaks of keys."""
    low = passage.low
    if not _KEYPAD.search(low):
        return
    parts = [(run.start, run.end, run.digits) for run in digit_runs(passage, wordy=True, lettered=False, shortest=2)]
    words = [
        (m.start(), m.end(), "".join([KEY_OF[c] for c in m[0].upper() if c in KEY_OF]))
        for pattern in (_WORD, _LISTED, *([_LAST_TWO] if _LETTERS.search(low) else []))
        for m in pattern.finditer(passage.text)
    ]
    lines = [(m.start(), m.end(), _pressed(m)) for m in _LINE.finditer(low)]
    if lines:
        covered = lines[-1][1]
        parts = [part for part in parts if not any(start <= part[0] < end for start, end, _ in lines)]
        words += lines + [(m.start(), m.end(), m["figure"] or "0") for m in _ONE_KEY.finditer(low, covered)][:1]
    yield from _begun_behind(words, low)
    parts = sorted([*parts, *words])
    for first in range(len(parts)):
        digits = ""
        for last in range(first, len(parts)):
            if last > first and not _BETWEEN.fullmatch(low[parts[last - 1][1] : parts[last][0]]):
                break
            digits += parts[last][2]
            if len(digits) > _LONGEST:
                break
            chosen = parts[first : last + 1]
            if len(digits) in _NUMBER and any(part in words for part in chosen) and parts[first] not in words:
                yield Solution(parts[first][0], parts[last][1], digits, sure=True)


def _pressed(line: re.Match[str]) -> str:
    """The keys of a row or column: 中央の列を上から四つ is 2580."""
    keys = _LINES[line["which"]]
    if _UPWARDS.search(line["said"]):
        keys = keys[::-1]
    few = _OF_THEM.search(line["said"])
    return keys[: _COUNTS[few["ja"] or few["en"]]] if few else keys


def _begun_behind(words: list[tuple[int, int, str]], low: str) -> Iterator[Solution]:
    """L T D M G Y A R の前に070: eight keys, and then what goes before them."""
    for start, end, keys in words:
        prefix = PREFIX.search(low, end, end + _BEHIND)
        if len(keys) == _EIGHT and prefix and _AHEAD.search(low[end : prefix.end() + _BEHIND]):
            yield Solution(start, prefix.end(), prefix_digits(prefix[0]) + keys, sure=True)
