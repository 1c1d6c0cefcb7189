"""Letters that stand for the keys of a phone: 080-DRAW-2741, "four-one-five, five-five-five, then spell TYPE on your keypad"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.lexicon import puzzles as lexicon
from detectors.normalise import fold_pattern
from detectors.numerals import digit_runs
from detectors.puzzles.solution import Solution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage

_KEYPAD = fold_pattern(lexicon.KEYPAD)
KEYS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999", strict=True))
#: A word in capitals or quotes, or one that is to be spelled.
_WORD = re.compile(
    r"(?<![A-Za-z])(?:[A-Z]{3,8}|(?<=[「『\"'])[A-Za-z]{3,8}(?=[」』\"'])|(?<=spell )[a-z]{3,8}|(?<=spell out )[a-z]{3,8})(?![A-Za-z])"
)
#: What may stand between the digits and the word that goes on with them.
_BETWEEN = re.compile(r"[^。\n.!?+=*]{0,24}")
_NUMBER, _LONGEST = frozenset([10, 11]), 11


def keyed(passage: Passage) -> Iterator[Solution]:
    """Digits before a word, the word's keys, and digits behind it, where the text speaks of keys."""
    low = passage.low
    if not _KEYPAD.search(low):
        return
    parts = [(run.start, run.end, run.digits) for run in digit_runs(passage, wordy=True, lettered=False, shortest=2)]
    words = [(m.start(), m.end(), "".join([KEYS[c] for c in m[0].upper()])) for m in _WORD.finditer(passage.text)]
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
