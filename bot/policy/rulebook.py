"""Everything a judgement is made by, as one value: the policy, the words people read, the words detectors know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detectors import WORDS, Words

if TYPE_CHECKING:
    from bot.domain.wording import Wording
    from bot.policy.table import Policy


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of one marketplace. Loaded once, replaced as a whole."""

    policy: Policy
    wording: Wording
    words: Words = WORDS
