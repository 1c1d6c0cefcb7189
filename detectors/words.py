"""The words a marketplace may add or mute, as a value that arrives with each scan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detectors.normalise import fold_word

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Words:
    """Changes to the built-in word lists.

    `added` maps a list's name (a service kind such as "line") to further words; `muted` are words that are not read as
    a cue. Comparison is on the folded form, so case, width and kana do not matter.
    """

    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    muted: frozenset[str] = frozenset()

    @property
    def muted_folded(self) -> frozenset[str]:
        """The muted words as they stand in a folded text."""
        return frozenset(fold_word(word) for word in self.muted)


WORDS = Words()
