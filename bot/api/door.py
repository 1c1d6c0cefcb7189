"""What the interface needs from the guard behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from bot.domain.cases import Case, CaseState
    from bot.domain.contracts import Contract, Parties, State, WorkStyle
    from bot.domain.conversations import Link
    from bot.domain.disclosures import Disclosure, DisclosureState
    from bot.domain.members import Member, Told
    from bot.domain.messages import Message
    from bot.domain.statistics import Row
    from bot.domain.verdicts import Verdict
    from bot.flows.desk import Office


class Queue(Protocol):
    """What waits for people, and what has been done."""

    async def cases(self, states: Collection[CaseState], limit: int) -> Sequence[Case]:
        """Cases in these states, those appealed for first, then the oldest."""

    async def disclosures(
        self,
        states: Collection[DisclosureState],
        limit: int,
        *,
        member_id: str | None = None,
        due_before: datetime | None = None,
    ) -> Sequence[Disclosure]:
        """Requests in these states, the one due first in front."""

    async def statistics(self, start: datetime, end: datetime, now: datetime) -> list[Row]:
        """What happened from `start` to before `end`."""


class Door(Protocol):
    """The guard, as seen from outside."""

    @property
    def office(self) -> Office:
        """The desk with the rules in force."""

    @property
    def queue(self) -> Queue:
        """What waits for people."""

    def now(self) -> datetime:
        """The time."""

    async def screen(self, message: Message) -> Verdict:
        """The verdict on a message, recorded."""

    async def put_contract(self, contract_id: str, work_style: WorkStyle, state: State, parties: Parties) -> Contract:
        """The contract after it was told or moved."""

    async def contract(self, contract_id: str) -> Contract | None:
        """The contract, None if nobody told it."""

    async def put_member(self, told: Told) -> Member:
        """The member once `told` holds."""

    async def member(self, member_id: str) -> Member | None:
        """The member, None if nobody told of them."""

    async def put_conversation(self, conversation_id: str, contract_id: str | None) -> Link:
        """The conversation once it belongs to the contract."""

    async def conversation(self, conversation_id: str) -> Link | None:
        """The conversation, None if nobody spoke of it."""

    async def is_ready(self) -> bool:
        """Whether the database answers."""
