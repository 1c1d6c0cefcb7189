"""What the flows need from outside, in the flows' own words. The store implements it; tests/fakes does too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime

    from bot.domain.contracts import Contract
    from bot.domain.conversations import Link
    from bot.domain.members import Member
    from bot.domain.messages import Message
    from bot.domain.threads import Standing
    from bot.domain.verdicts import Verdict
    from detectors import Utterance


@dataclass(frozen=True, slots=True)
class Decided:
    """A message with its verdict, as it goes into the record. `at` is when it was decided."""

    message: Message
    verdict: Verdict
    at: datetime


class Thread(Protocol):
    """One conversation, locked while one of its messages is decided."""

    @property
    def recent(self) -> Sequence[Utterance]:
        """Earlier messages that count as evidence for this one, oldest first."""

    @property
    def standing(self) -> Standing:
        """Contract, grants and what the other side already saw."""

    async def record(self, decided: Decided) -> Verdict:
        """Write message, verdict, effects and ledger entry at once; when it returns, they survive a power cut.

        Returns the verdict that stands: an earlier one if this message and revision was decided before.

        Raises:
            Conflict: this id and revision stands for another text.
            StaleView: the conversation or its contract changed since `recent` and `standing` were read.
            StoreAway: the database does not answer; nothing was recorded.
        """


class Conversations(Protocol):
    """Every conversation the guard has seen."""

    def conversation(self, message: Message, now: datetime) -> AbstractAsyncContextManager[Thread]:
        """The conversation of `message`, locked against other messages of it until the block is left.

        Raises:
            StoreAway: the database does not answer.
        """


class Contracts(Protocol):
    """Every contract the marketplace told."""

    async def contract(self, contract_id: str) -> Contract | None:
        """The contract as it stands, None if nobody told it."""

    async def keep_contract(self, contract: Contract, before: Contract | None, now: datetime) -> None:
        """Write a new contract (`before` is None) or a move, with its ledger entry.

        Raises:
            StaleView: it is not as `before` says any more.
            StoreAway: the database does not answer; nothing was recorded.
        """


class Members(Protocol):
    """Every member the marketplace told of."""

    def digest_of(self, part: str, said: str) -> bytes:
        """A keyed hash of a name or address (`part` says which): equal for equal ones, and telling nothing else."""

    async def member(self, member_id: str) -> Member | None:
        """The member as told, None if nobody did."""

    async def keep_member(self, member: Member, before: Member | None, now: datetime) -> None:
        """Write a new member (`before` is None) or a change, with its ledger entry.

        Raises:
            StaleView: it is not as `before` says any more.
            StoreAway: the database does not answer; nothing was recorded.
        """


class Links(Protocol):
    """Which contract each conversation belongs to."""

    async def link(self, conversation_id: str) -> Link | None:
        """The conversation's link, None for a conversation nobody spoke of."""

    async def keep_link(self, link: Link, before: Link | None, now: datetime) -> None:
        """Write a new conversation (`before` is None) or a changed link, with its ledger entry.

        Raises:
            StaleView: it is not as `before` says any more.
            StoreAway: the database does not answer; nothing was recorded.
        """
