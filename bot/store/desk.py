"""The desk in the database (flows.desk.Desk): requests, cases and what people look at when they decide."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import func, or_, select

from bot.domain.cases import CaseState, CaseWhy
from bot.domain.delivery import Delivery
from bot.domain.disclosures import Disclosure, DisclosureState, MessageRef
from bot.domain.mutual import MutualRequest, MutualState
from bot.domain.reminders import Reminder, ReminderState
from bot.domain.snapshots import KeptMessage
from bot.domain.verdicts import Outcome
from bot.store.cases import case_in, reminder_in, strike_in
from bot.store.content import MESSAGE, delivery_of, row_id, verdict_in
from bot.store.contracts import find_contract
from bot.store.disclosures import disclosure_in, mutual_in
from bot.store.members import find_member
from bot.store.snapshots import freeze, rows_around
from bot.store.tables import cases, conversations, disclosures, messages, mutual_requests, reminders, strikes
from detectors import Kind, SpeechAct

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from bot.domain.cases import Case
    from bot.domain.changes import Change
    from bot.domain.contracts import Contract
    from bot.domain.members import Member
    from bot.domain.snapshots import Snapshot
    from bot.domain.strikes import Strike
    from bot.store.changing import Changer
    from bot.store.database import Database
    from bot.store.sealing import Sealer
    from bot.store.writer import Writer

Thing = TypeVar("Thing")

IS_SEEN = or_(
    messages.c.delivery.in_([one.value for one in Delivery if one.is_visible]),
    messages.c.delivery.is_(None) & messages.c.outcome.in_([one.value for one in Outcome if one.ruling.is_delivered]),
)
"""Messages that the other side sees now (bot.store.content.delivery_of, as a condition)."""


class StoredDesk:
    """Everything that lies on the desk. `changed` hears of each conversation and contract that a change touched."""

    def __init__(
        self,
        database: Database,
        writer: Writer,
        changer: Changer,
        sealer: Sealer,
        changed: Callable[[str | None, str | None], None],
    ) -> None:
        self._database = database
        self._writer = writer
        self._changer = changer
        self._sealer = sealer
        self._changed = changed

    async def write(self, change: Change) -> None:
        """Write a change as a whole, or StaleView."""
        try:
            await self._writer.do(self._changer.write, change)
        finally:
            self._changed(change.conversation_id, change.contract.contract_id if change.contract else None)

    async def disclosure(self, disclosure_id: str) -> Disclosure | None:
        """A request."""
        return _first(await self._disclosures(disclosures.c.disclosure_id == disclosure_id))

    async def disclosure_for(self, message: MessageRef) -> Disclosure | None:
        """The request that this revision of a message led to."""
        which = (disclosures.c.message_id == message.message_id) & (disclosures.c.message_revision == message.revision)
        return _first(await self._disclosures(which))

    async def disclosures_on(self, contract_id: str) -> list[Disclosure]:
        """Every request on a contract, oldest first."""
        return await self._disclosures(disclosures.c.contract_id == contract_id)

    async def due_to_lapse(self, offered_before: datetime, limit: int) -> list[Disclosure]:
        """Requests that nobody filed in time."""
        is_offered = disclosures.c.state == DisclosureState.OFFERED.value
        return await self._disclosures(is_offered & (disclosures.c.offered_at <= offered_before), limit)

    async def needless(self, overturned_before: datetime, limit: int) -> list[Disclosure]:
        """Open requests for messages that were found to hold no contact before then."""
        honest = select(cases.c.case_id).where(
            cases.c.message_id == disclosures.c.message_id,
            cases.c.message_revision == disclosures.c.message_revision,
            cases.c.state == CaseState.OVERTURNED.value,
            cases.c.why != CaseWhy.REPORT.value,
            cases.c.decided_at <= overturned_before,
        )
        is_open = disclosures.c.state.in_([state.value for state in DisclosureState if state.is_open])
        return await self._disclosures(is_open & honest.exists(), limit)

    async def due_to_decide(self, before: datetime, limit: int) -> list[Disclosure]:
        """Filed requests that are due before then, the most urgent first."""
        is_filed = disclosures.c.state == DisclosureState.FILED.value
        asked = select(disclosures).where(is_filed, disclosures.c.due_at <= before)
        asked = asked.order_by(disclosures.c.due_at, disclosures.c.disclosure_id).limit(limit)
        return await self._all(asked, lambda row: disclosure_in(row, self._sealer))

    async def case(self, case_id: str) -> Case | None:
        """A case."""
        return _first(await self._cases(cases.c.case_id == case_id))

    async def cases_about(self, message_id: str) -> list[Case]:
        """Every case about any revision of a message, newest first."""
        return await self._cases(cases.c.message_id == message_id)

    async def appeals_since(self, member_id: str, moment: datetime) -> int:
        """How many messages the member appealed for since then."""
        theirs = (cases.c.member_id == member_id) & (cases.c.appealed_at >= moment)
        return await self._count(select(func.count()).select_from(cases).where(theirs))

    async def mutual(self, request_id: str) -> MutualRequest | None:
        """A mutual request."""
        return _first(await self._mutuals(mutual_requests.c.request_id == request_id))

    async def mutuals_on(self, contract_id: str) -> list[MutualRequest]:
        """Every mutual request on a contract, oldest first."""
        return await self._mutuals(mutual_requests.c.contract_id == contract_id)

    async def mutuals_to_lapse(self, sent_before: datetime, limit: int) -> list[MutualRequest]:
        """Mutual requests that nobody answered in time."""
        is_waiting = mutual_requests.c.state == MutualState.SENT.value
        return await self._mutuals(is_waiting & (mutual_requests.c.sent_at <= sent_before), limit)

    async def reminders_in(self, conversation_id: str) -> list[Reminder]:
        """Every reminder in a conversation, newest first."""
        asked = select(reminders).where(reminders.c.conversation_id == conversation_id)
        return await self._all(asked.order_by(reminders.c.asked_at.desc()), reminder_in)

    async def due_reminders(self, now: datetime, limit: int) -> list[Reminder]:
        """Reminders whose time to answer is over."""
        is_waiting = reminders.c.state == ReminderState.WAITING.value
        asked = select(reminders).where(is_waiting, reminders.c.due_at <= now)
        return await self._all(asked.order_by(reminders.c.due_at).limit(limit), reminder_in)

    async def contract(self, contract_id: str) -> Contract | None:
        """A contract as it stands in the database."""
        return await self._database.read(lambda connection: find_contract(connection, contract_id))

    async def contract_of(self, conversation_id: str) -> str | None:
        """The id of the contract a conversation belongs to."""
        asked = select(conversations.c.contract_id).where(conversations.c.conversation_id == conversation_id)
        return await self._database.read(lambda connection: connection.execute(asked).scalar())

    async def member(self, member_id: str) -> Member | None:
        """A member as told."""
        return await self._database.read(lambda connection: find_member(connection, member_id))

    async def message(self, message_id: str, revision: int | None = None) -> KeptMessage | None:
        """A message, in its newest revision unless one is named."""
        return await self._database.read(
            lambda connection: find_message(connection, message_id, revision, self._sealer)
        )

    async def strikes_of(self, member_id: str) -> list[Strike]:
        """The strikes of a member that stand, oldest first."""
        asked = select(strikes).where(strikes.c.member_id == member_id, strikes.c.ended_at.is_(None))
        return await self._all(asked.order_by(strikes.c.at), strike_in)

    async def last_spoke(self, conversation_id: str) -> dict[str, datetime]:
        """When each member wrote last in a conversation."""
        asked = (
            select(messages.c.sender_id, func.max(messages.c.recorded_at, type_=messages.c.recorded_at.type))
            .where(messages.c.conversation_id == conversation_id)
            .group_by(messages.c.sender_id)
        )
        rows = await self._database.read(lambda connection: connection.execute(asked).all())
        return {row[0]: row[1] for row in rows}

    async def unanswered_since(self, conversation_id: str, member_id: str, counterpart_id: str) -> datetime | None:
        """When the member first wrote something that was delivered after the counterpart's last message."""
        here = messages.c.conversation_id == conversation_id
        last = select(func.max(messages.c.position)).where(here, messages.c.sender_id == counterpart_id)
        asked = (
            select(messages.c.recorded_at)
            .where(here, messages.c.sender_id == member_id, IS_SEEN)
            .where(messages.c.position > func.coalesce(last.scalar_subquery(), 0))
            .order_by(messages.c.position)
            .limit(1)
        )
        return await self._database.read(lambda connection: connection.execute(asked).scalar())

    async def direct_deals_near(self, message: MessageRef) -> int | None:
        """How many of the messages around one propose to deal directly."""
        return await self._database.read(lambda connection: _direct_deals(connection, message, self._sealer))

    async def snapshot(self, subject_id: str) -> Snapshot | None:
        """The thread around a case or request, frozen now if it was not yet."""
        return await self._database.write(lambda connection: freeze(connection, subject_id, self._sealer))

    async def _disclosures(self, where: ColumnElement[bool], limit: int | None = None) -> list[Disclosure]:
        asked = select(disclosures).where(where).order_by(disclosures.c.offered_at, disclosures.c.disclosure_id)
        return await self._all(asked.limit(limit), lambda row: disclosure_in(row, self._sealer))

    async def _cases(self, where: ColumnElement[bool]) -> list[Case]:
        asked = select(cases).where(where).order_by(cases.c.opened_at.desc(), cases.c.case_id)
        return await self._all(asked, lambda row: case_in(row, self._sealer))

    async def _mutuals(self, where: ColumnElement[bool], limit: int | None = None) -> list[MutualRequest]:
        asked = select(mutual_requests).where(where).order_by(mutual_requests.c.sent_at, mutual_requests.c.request_id)
        return await self._all(asked.limit(limit), lambda row: mutual_in(row, self._sealer))

    async def _all(self, asked: Select[Any], made: Callable[[Row[*tuple[Any, ...]]], Thing]) -> list[Thing]:
        return await self._database.read(lambda connection: [made(row) for row in connection.execute(asked)])

    async def _count(self, asked: Select[Any]) -> int:
        return await self._database.read(lambda connection: connection.execute(asked).scalar() or 0)


def find_message(connection: Connection, message_id: str, revision: int | None, sealer: Sealer) -> KeptMessage | None:
    """A message as the database has it."""
    asked = (
        select(messages, conversations.c.contract_id)
        .join(conversations, conversations.c.conversation_id == messages.c.conversation_id)
        .where(messages.c.message_id == message_id)
        .order_by(messages.c.revision.desc())
    )
    rows = connection.execute(asked).all()
    row = next((one for one in rows if revision is None or one.revision == revision), None)
    if row is None:
        return None
    content: dict[str, Any] = {}
    if row.message_sealed is not None:
        content = json.loads(sealer.open(row.message_sealed, MESSAGE, row_id(row.message_id, row.revision)))
    return KeptMessage(
        ref=MessageRef(row.message_id, row.revision),
        conversation_id=row.conversation_id,
        contract_id=row.contract_id,
        sender_id=row.sender_id,
        sender_role=row.sender_role,
        at=row.at,
        outcome=Outcome(row.outcome),
        delivery=delivery_of(row),
        verdict=verdict_in(row, sealer),
        newest_revision=rows[0].revision,
        position=row.position,
        text=content.get("text"),
        attachments=tuple(one["name"] for one in content.get("attachments", [])),
    )


def _direct_deals(connection: Connection, message: MessageRef, sealer: Sealer) -> int | None:
    about = find_message(connection, message.message_id, message.revision, sealer)
    if about is None:
        return None
    rows = rows_around(connection, about.conversation_id, about.position)
    proposals = {SpeechAct.OFFERS, SpeechAct.ASKS}
    return sum(
        any(one.kind is Kind.DIRECT_DEAL and one.speech_act in proposals for one in verdict_in(row, sealer).findings)
        for row in rows
    )


def _first(things: list[Thing]) -> Thing | None:
    return things[0] if things else None
