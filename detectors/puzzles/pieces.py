"""Numbers told in two or three pieces: eight digits and then what goes before them, a country, groups in English words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.lexicon import phones, puzzles
from detectors.normalise import fold_pattern
from detectors.numerals import digit_runs
from detectors.puzzles.solution import Solution, about_a_number
from detectors.puzzles.sounds import PREFIX, prefix_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage

_AHEAD = fold_pattern(puzzles.AHEAD)
_EIGHT = re.compile(r"(?<![\d-])\d{4}[- 、,]{0,2}\d{4}(?![\d-])")
_NEAR, _BEHIND = 24, 12
_CUE = fold_pattern(phones.CUE)
_NO_CALL = fold_pattern(phones.NO_CALL)
_FIGURES = re.compile(r"\d")
_SHAPE = (3, 3, 4)


def begun_elsewhere(passage: Passage) -> Iterator[Solution]:
    """13684752 の前に090: the beginning is told behind the rest."""
    low = passage.low
    for eight in _EIGHT.finditer(low):
        for prefix in PREFIX.finditer(low, eight.end(), eight.end() + _NEAR):
            if _AHEAD.search(low[eight.end() : prefix.end() + _BEHIND]) and about_a_number(low):
                digits = prefix_digits(prefix[0]) + "".join(_FIGURES.findall(eight[0]))
                yield Solution(eight.start(), prefix.end(), digits)


def in_words(passage: Passage) -> Iterator[Solution]:
    """Three, three and four digits in words, each in a sentence of its own, where a call is the topic."""
    low = passage.low
    if not _CUE.search(_NO_CALL.sub("", low)):
        return
    runs = [run for run in digit_runs(passage, wordy=True, lettered=False, shortest=3) if run.words]
    for one, two, three in zip(runs, runs[1:], runs[2:], strict=False):
        if tuple(len(run.digits) for run in (one, two, three)) == _SHAPE:
            yield Solution(one.start, three.end, one.digits + two.digits + three.digits)
