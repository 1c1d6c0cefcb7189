"""Cut a text where findings begin and end, so that a page can mark exactly the characters that matched."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `[start, end)` of a text belong to finding `number`, which is a contact or else a conduct."""

    start: int
    end: int
    number: int
    is_contact: bool = True


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the numbers of the findings it belongs to. `ends` are those whose mark ends with it."""

    text: str = field(repr=False)
    numbers: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    has_contact: bool = False


def segments(text: str, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """`text` cut at every edge of a mark; put together again, the segments are the text."""
    edges = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    return tuple(
        Segment(
            text[start:end],
            tuple(sorted({mark.number for mark in marks if mark.start <= start and end <= mark.end})),
            tuple(sorted({mark.number for mark in marks if mark.start < end == mark.end})),
            any(mark.is_contact for mark in marks if mark.start <= start and end <= mark.end),
        )
        for start, end in itertools.pairwise(edges)
    )
