"""A chat message as the marketplace hands it over."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Role(StrEnum):
    """Which side of the contract the sender is on."""

    CLIENT = "client"
    FREELANCER = "freelancer"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file sent along: its name and the text inside it are read like the message. `size` is in bytes."""

    name: str = field(repr=False)
    media_type: str | None = None
    size: int | None = None
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Message:
    """One message. An edit is the same `message_id` with a higher `revision`, counted from 1."""

    message_id: str
    conversation_id: str
    sender_id: str
    text: str = field(repr=False)
    contract_id: str | None = None
    sender_role: Role | None = None
    sent_at: datetime | None = None
    revision: int = 1
    attachments: tuple[Attachment, ...] = ()
