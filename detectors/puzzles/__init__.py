"""Numbers that a text lets its reader work out: hidden digits, noise between them, letters on keys, sounds, shifts.

Each puzzle is a function from a passage to its solutions; only what can be dialled counts as solved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detectors.puzzles.keypads import keyed
from detectors.puzzles.legends import told_by_legend
from detectors.puzzles.masks import unmasked
from detectors.puzzles.mended import mended
from detectors.puzzles.noise import between_noise, dotted, without_fillers
from detectors.puzzles.pieces import begun_elsewhere, in_places, in_words, with_country
from detectors.puzzles.shifts import moved, turned_round
from detectors.puzzles.solution import Solution, written_out
from detectors.puzzles.sounds import alternating, by_sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from detectors.normalise import Passage

#: Every puzzle, the most explicit first.
PUZZLES: tuple[Callable[[Passage], Iterator[Solution]], ...] = (
    told_by_legend,
    unmasked,
    moved,
    mended,
    turned_round,
    keyed,
    by_sound,
    alternating,
    between_noise,
    dotted,
    without_fillers,
    begun_elsewhere,
    with_country,
    in_words,
    in_places,
)


def solved(passage: Passage) -> Passage | None:
    """The passage with the first puzzle that has a solution written out as a number."""
    for puzzle in PUZZLES:
        for solution in puzzle(passage):
            if number := written_out(solution, passage):
                return passage.rewritten([(solution.start, solution.end, f" {number} ")])
    return None
