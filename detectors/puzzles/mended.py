"""A number whose text sets one of its groups right: "090-6384-9125 … 後ろが逆でした、9215", "0180, wait no, flipped: 0108"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from detectors.lexicon import puzzles as lexicon
from detectors.normalise import fold_pattern
from detectors.puzzles.solution import MOST_NUMBERS, Solution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage

_NUMBER = re.compile(r"(?<!\d)\(?(\d{2,4})\)?[-. ]{1,2}(\d{3,4})[-. ](\d{4})(?![\d-])")
_GROUP = re.compile(r"(?<![\d.,:¥$-])(?<!\d )\d{3,4}(?![\d,:-]|\s?円|\.\d| \d)")
_MENDED = fold_pattern(lexicon.MENDED)
_LAST, _MIDDLE = fold_pattern(lexicon.LAST_GROUP), fold_pattern(lexicon.MIDDLE_GROUP)
#: How far behind a number it is set right, and how many figures of a group may be others where no place is named.
_FAR, _MOST_SLIPS = 60, 2


def mended(passage: Passage) -> Iterator[Solution]:
    """The number with the group that is told anew in the place of the one that it is most like, or that is named."""
    low = passage.low
    for number in islice(_NUMBER.finditer(low), MOST_NUMBERS):
        said = _MENDED.search(low, number.end(), number.end() + _FAR)
        if not said:
            continue
        groups = list(number.groups())
        new = [m for m in _GROUP.finditer(low, said.start(), said.end() + _FAR) if m[0] not in groups]
        if new and (at := _place(groups, new[-1][0], low[number.end() : new[-1].end()])) is not None:
            groups[at] = new[-1][0]
            yield Solution(number.start(), new[-1].end(), "".join(groups), sure=True)


def _place(groups: list[str], new: str, words: str) -> int | None:
    """Which group the new one is for, or None."""
    named = 2 if _LAST.search(words) else 1 if _MIDDLE.search(words) else None
    if named is not None and len(groups[named]) == len(new):
        return named
    alike = [
        (slips, at)
        for at in (2, 1)
        if len(groups[at]) == len(new) and (slips := _slips(groups[at], new)) <= _MOST_SLIPS
    ]
    return min(alike)[1] if alike else None


def _slips(one: str, other: str) -> int:
    """How many figures are others; the same ones in another order are no slip."""
    return 0 if Counter(one) == Counter(other) else sum(a != b for a, b in zip(one, other, strict=True))
