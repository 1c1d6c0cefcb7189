"""What the flows of requests and cases need from outside: a desk on which everything lies that people decide about."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.domain.errors import NotFound, StaleView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from datetime import datetime
    from typing import TypeVar

    from bot.domain.cases import Case
    from bot.domain.changes import Change
    from bot.domain.contracts import Contract
    from bot.domain.disclosures import Disclosure, MessageRef
    from bot.domain.members import Member
    from bot.domain.mutual import MutualRequest
    from bot.domain.reminders import Reminder
    from bot.domain.snapshots import KeptMessage, Snapshot
    from bot.domain.strikes import Strike
    from bot.policy.rulebook import Rulebook

    Result = TypeVar("Result")

TRIES = 10


class Desk(Protocol):
    """Requests, cases and what belongs to them. Every method raises StoreAway while the database does not answer."""

    async def write(self, change: Change) -> None:
        """Write a change as a whole; when it returns, it survives a power cut.

        Raises:
            StaleView: something it rests on has moved since; nothing was written.
        """

    async def disclosure(self, disclosure_id: str) -> Disclosure | None:
        """A request."""

    async def disclosure_for(self, message: MessageRef) -> Disclosure | None:
        """The request that this revision of a message led to."""

    async def disclosures_on(self, contract_id: str) -> Sequence[Disclosure]:
        """Every request on a contract, oldest first."""

    async def case(self, case_id: str) -> Case | None:
        """A case."""

    async def cases_about(self, message_id: str) -> Sequence[Case]:
        """Every case about any revision of a message, newest first."""

    async def mutual(self, request_id: str) -> MutualRequest | None:
        """A mutual request."""

    async def mutuals_on(self, contract_id: str) -> Sequence[MutualRequest]:
        """Every mutual request on a contract, oldest first."""

    async def reminders_in(self, conversation_id: str) -> Sequence[Reminder]:
        """Every reminder in a conversation, newest first."""

    async def contract(self, contract_id: str) -> Contract | None:
        """A contract as it stands in the database."""

    async def contract_of(self, conversation_id: str) -> str | None:
        """The id of the contract a conversation belongs to."""

    async def member(self, member_id: str) -> Member | None:
        """A member as told."""

    async def message(self, message_id: str, revision: int | None = None) -> KeptMessage | None:
        """A message, in its newest revision unless one is named."""

    async def strikes_of(self, member_id: str) -> Sequence[Strike]:
        """The strikes of a member that stand, oldest first."""

    async def appeals_since(self, member_id: str, moment: datetime) -> int:
        """How many messages the member appealed for since then."""

    async def last_spoke(self, conversation_id: str) -> Mapping[str, datetime]:
        """When each member wrote last in a conversation, by member id."""

    async def unanswered_since(self, conversation_id: str, member_id: str, counterpart_id: str) -> datetime | None:
        """When the member first wrote what the other side sees after the counterpart's last message; None if never."""

    async def direct_deals_near(self, message: MessageRef) -> int | None:
        """How many of the messages around one propose to deal directly; None where nothing is kept of them."""

    async def snapshot(self, subject_id: str) -> Snapshot | None:
        """The thread around a case or request, frozen now if it was not yet."""

    async def due_to_lapse(self, offered_before: datetime, limit: int) -> Sequence[Disclosure]:
        """Requests that nobody filed in time."""

    async def needless(self, overturned_before: datetime, limit: int) -> Sequence[Disclosure]:
        """Open requests for messages that were found to hold no contact before then."""

    async def due_to_decide(self, before: datetime, limit: int) -> Sequence[Disclosure]:
        """Filed requests that are due before then, the most urgent first."""

    async def due_reminders(self, now: datetime, limit: int) -> Sequence[Reminder]:
        """Reminders whose time to answer is over."""

    async def mutuals_to_lapse(self, sent_before: datetime, limit: int) -> Sequence[MutualRequest]:
        """Mutual requests that nobody answered in time."""


@dataclass(frozen=True, slots=True)
class Office:
    """The desk, the rules and a source of ids: what every deed needs."""

    desk: Desk
    rulebook: Rulebook
    new_id: Callable[[], str]

    async def disclosure(self, disclosure_id: str) -> Disclosure:
        """A request.

        Raises:
            NotFound: there is none.
        """
        return _there(await self.desk.disclosure(disclosure_id), "no_disclosure", disclosure_id)

    async def case(self, case_id: str) -> Case:
        """A case.

        Raises:
            NotFound: there is none.
        """
        return _there(await self.desk.case(case_id), "no_case", case_id)

    async def mutual(self, request_id: str) -> MutualRequest:
        """A mutual request.

        Raises:
            NotFound: there is none.
        """
        return _there(await self.desk.mutual(request_id), "no_mutual_request", request_id)

    async def message(self, message_id: str, revision: int | None = None) -> KeptMessage:
        """A message.

        Raises:
            NotFound: there is none.
        """
        return _there(await self.desk.message(message_id, revision), "no_message", message_id)

    async def contract(self, contract_id: str | None) -> Contract | None:
        """A contract as it stands, None where there is none or nobody told it."""
        return await self.desk.contract(contract_id) if contract_id else None


def _there(found: Result | None, word: str, subject: str) -> Result:
    if found is None:
        raise NotFound(word, subject=subject)
    return found


def only_id(*about: str) -> str:
    """The id of what there is only one of: who asks for it twice at once gets StaleView, and then finds the first."""
    return hashlib.sha256("\0".join(about).encode()).hexdigest()[:32]


async def until_settled(attempt: Callable[[], Awaitable[Result]]) -> Result:
    """What `attempt` gives, made again while what it rests on moves under it.

    Raises:
        StaleView: it moved every time.
    """
    for _ in range(TRIES):
        try:
            return await attempt()
        except StaleView:
            continue
    raise StaleView
