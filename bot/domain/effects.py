"""What a verdict wants done, as data. The store keeps them with the verdict; one place performs each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.domain.json_text import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.domain.disclosures import Contact, MessageRef
    from bot.domain.terms import Publication


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A moderator must look at this message. `why` is the outcome as a policy table spells it."""

    case_id: str
    message_id: str
    revision: int
    why: str


@dataclass(frozen=True, slots=True)
class OfferDisclosure:
    """The sender may ask to disclose these contacts; the message waits meanwhile."""

    disclosure_id: str
    message: MessageRef
    contacts: tuple[Contact, ...]
    publication: Publication


@dataclass(frozen=True, slots=True)
class HideMessage:
    """An earlier message, already delivered, turned out to be a piece of a contact: `because_of` completed it."""

    message_id: str
    because_of: str


Effect = OpenCase | OfferDisclosure | HideMessage


@dataclass(frozen=True, slots=True)
class Event:
    """Something to be told outside, at least once and always under the same id.

    `kind` is a noun and what happened to it, such as message.hidden; `facts` hold ids and words of ours, never what a
    member wrote. `attempts` counts how often it was sent without success.
    """

    event_id: str
    kind: str
    at: datetime
    facts: Mapping[str, Any] = field(default_factory=dict)
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Failed:
    """An attempt that failed, in a few words; when the next one is due, unless nobody tries again."""

    event_id: str
    failure: str
    due_at: datetime
    gives_up: bool = False


def body_of(event: Event) -> str:
    """The event as the receiver gets it: the same text at every attempt."""
    return text_of({"type": event.kind, "timestamp": event.at.isoformat(), "data": dict(event.facts)})
