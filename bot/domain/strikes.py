"""A strike: what an upheld case leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.terms import Step


@dataclass(frozen=True, slots=True)
class Strike:
    """A strike of a member, from one upheld case, with the step of the ladder it led to. An undone one has ended."""

    strike_id: str
    member_id: str
    case_id: str
    step: Step
    at: datetime
    ended_at: datetime | None = None
