"""Everything a judgement is made by, as one value: the policy, the words people read, the words detectors know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.calendar import Calendar
from bot.domain.notes import version_of
from detectors import WORDS, Words

if TYPE_CHECKING:
    from bot.domain.wording import Wording
    from bot.policy.table import Policy


NO_HOLIDAYS = Calendar()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of one marketplace. Loaded once, replaced as a whole."""

    policy: Policy
    wording: Wording
    words: Words = WORDS
    calendar: Calendar = NO_HOLIDAYS

    @property
    def notes_version(self) -> str:
        """The version of the notes that a member agrees to."""
        return version_of(self.wording)
