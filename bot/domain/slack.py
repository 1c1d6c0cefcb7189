"""What is kept about Slack, as values: workspaces, events as they came, what is to be asked, where cards stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Team:
    """A workspace that installed the app. Without a moderator token the guard only notifies."""

    team_id: str
    bot_user_id: str
    bot_token: str | None = field(default=None, repr=False)
    moderator_token: str | None = field(default=None, repr=False)
    moderator_failure: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as Slack told of it: an event, kept before anything is done."""

    event_key: str
    team_id: str
    channel: str
    ts: str
    payload: Mapping[str, Any] = field(repr=False)
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a message: its newest revision, the event that brought it, where the bot published it."""

    message_id: str
    revision: int
    event_key: str
    edited_ts: str
    digest: bytes = field(repr=False)
    files: tuple[str, ...] = ()
    is_removed: bool = False
    published_ts: str | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """Something to ask of Slack. The same `key` is asked once; `subject` is whom the answer belongs to."""

    key: str
    team_id: str
    channel: str
    method: str
    payload: Mapping[str, Any] = field(repr=False)
    subject: str | None = None
    call_id: int = 0
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """Where the card of a case or request stands."""

    subject_id: str
    team_id: str
    channel: str
    ts: str
