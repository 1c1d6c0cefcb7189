"""The words a marketplace may add or mute, as a value that arrives with each scan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Words:
    """Changes to the built-in word lists.

    `added` maps a list's name (a service kind such as "line") to further words; `muted` are words that are not read as
    a cue. Comparison is on the folded form, so case, width and kana do not matter.
    """

    added: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    muted: frozenset[str] = frozenset()


WORDS = Words()
