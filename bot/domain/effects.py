"""What a verdict wants done, as data. The store keeps them with the verdict; one place performs each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A moderator must look at this message. `why` is the outcome as a policy table spells it."""

    case_id: str
    message_id: str
    revision: int
    why: str


@dataclass(frozen=True, slots=True)
class HideMessage:
    """An earlier message, already delivered, turned out to be a piece of a contact: `because_of` completed it."""

    message_id: str
    because_of: str


Effect = OpenCase | HideMessage
