"""Everything the Slack surface works with, as one value, and the ids it gives to Slack's things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.wording import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.wording import Wording
    from bot.slack.ports import Hall, SlackStore
    from bot.slack.web import Web


@dataclass(frozen=True, slots=True)
class Terms:
    """What the settings say: where moderators sit, who they are and who leads them, in which language cards are.

    `moderators` and `leads` are ids of people or of one user group; `channel` may be `team:channel`.
    """

    channel: str | None = None
    moderators: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    language: Language = Language.JA


@dataclass(frozen=True, slots=True)
class Slack:
    """The surface put together."""

    store: SlackStore
    hall: Hall
    web: Web
    terms: Terms
    new_id: Callable[[], str]

    @property
    def wording(self) -> Wording:
        """The texts in force."""
        return self.hall.office.rulebook.wording

    @property
    def language(self) -> Language:
        """The language of the workspace."""
        return self.terms.language


def message_id_of(team_id: str, channel: str, ts: str) -> str:
    """The guard's id of a message."""
    return f"{team_id}:{channel}:{ts}"


def conversation_id_of(team_id: str, channel: str) -> str:
    """The guard's id of a channel's conversation; threads stay in it."""
    return f"{team_id}:{channel}"


def member_id_of(team_id: str, user: str) -> str:
    """The guard's id of somebody."""
    return f"{team_id}:{user}"


def parts_of_id(subject: str) -> tuple[str, str, str] | None:
    """Team, channel and ts of a message's id, None for what is no message of Slack."""
    parts = subject.split(":")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else None  # noqa: PLR2004 (the three just named)


def user_of(member_id: str) -> tuple[str, str] | None:
    """Team and user of a member's id, None for somebody who is not of Slack."""
    team, _, user = member_id.partition(":")
    return (team, user) if user else None
