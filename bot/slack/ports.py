"""What the Slack surface needs from outside, in its own words; the store implements it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.cases import Case
    from bot.domain.contracts import Contract
    from bot.domain.conversations import Link
    from bot.domain.disclosures import Disclosure
    from bot.domain.messages import Message
    from bot.domain.slack import Card, Heard, Known, Team, Wish
    from bot.domain.statistics import Row
    from bot.domain.verdicts import Verdict
    from bot.flows.desk import Office


class SlackStore(Protocol):
    """Everything kept about Slack. Every method raises StoreAway while the database does not answer."""

    def digest(self, *parts: str) -> bytes:
        """A keyed hash of what was written: equal for the same, and telling nothing else."""

    async def team(self, team_id: str) -> Team | None:
        """A workspace."""

    async def teams(self) -> Sequence[Team]:
        """Every workspace that has a bot token."""

    async def keep_team(self, team: Team, now: datetime) -> None:
        """Write a workspace with its tokens; None takes a token away."""

    async def hear(self, heard: Heard, now: datetime) -> bool:
        """Keep an event; whether it is new."""

    async def claim_heard(self, lease: str, now: datetime, until: datetime, limit: int) -> Sequence[Heard]:
        """Events nobody works on, in the order of their channels; of each channel only the oldest."""

    async def settle_heard(self, event_key: str, due_at: datetime | None) -> None:
        """An event is done, or due again."""

    async def known(self, message_id: str) -> Known | None:
        """What is known of a message."""

    async def keep_known(self, known: Known) -> None:
        """Write it."""

    async def wish(self, wishes: Sequence[Wish], now: datetime) -> None:
        """Put wishes into the queue; one that is there already stays as it is."""

    async def claim_wishes(self, lease: str, now: datetime, until: datetime, limit: int) -> Sequence[Wish]:
        """Wishes that are due: of each channel only the oldest, so that order holds."""

    async def settle_wish(self, wish: Wish, failure: str | None = None, due_at: datetime | None = None) -> None:
        """A wish is fulfilled (no failure), given up (a failure), or due again, and with it its channel."""

    async def card(self, subject_id: str) -> Card | None:
        """Where a card stands."""

    async def keep_card(self, card: Card) -> None:
        """Note where it stands."""


class Queue(Protocol):
    """What waits for people, and what has been done."""

    async def cases(self, *, limit: int) -> Sequence[Case]:
        """Cases nobody has decided."""

    async def disclosures(self, *, limit: int) -> Sequence[Disclosure]:
        """Filed requests, the one due first in front."""

    async def statistics(self, start: datetime, end: datetime, now: datetime) -> list[Row]:
        """What happened from `start` to before `end`."""


class Hall(Protocol):
    """The guard, as Slack's people meet it."""

    @property
    def queue(self) -> Queue:
        """What waits for people."""

    @property
    def office(self) -> Office:
        """The desk with the rules in force."""

    async def screen(self, message: Message) -> Verdict:
        """The verdict on a message, recorded."""

    async def put_conversation(self, conversation_id: str, contract_id: str | None) -> Link:
        """Tell which contract a conversation belongs to."""

    async def contract(self, contract_id: str) -> Contract | None:
        """A contract."""

    def now(self) -> datetime:
        """The time."""
