"""What a member may send in spite of the policy: a disclosed contact, or what a moderator found to be none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.disclosures import Contact


class GrantSource(StrEnum):
    """What a grant rests on."""

    DISCLOSURE = "disclosure"
    CASE = "case"
    """A case was overturned: the same thing by the same member in the same contract is honest."""


@dataclass(frozen=True, slots=True)
class Grant:
    """This contact of this member on this contract, or in this conversation where there is no contract."""

    grant_id: str
    member_id: str
    contact: Contact
    source: GrantSource
    source_id: str
    at: datetime
    contract_id: str | None = None
    conversation_id: str | None = None
    ended_at: datetime | None = None
    ended_because: str | None = None
