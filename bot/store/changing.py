"""Write what a deed changes: all of it in one savepoint, or StaleView if anything it rests on has moved since."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, assert_never

from sqlalchemy import delete, func, insert, or_, select, update

from bot.domain.cases import Case
from bot.domain.delivery import Delivery
from bot.domain.disclosures import Disclosure, DisclosureState
from bot.domain.errors import SekimoriError, StaleView
from bot.domain.mutual import MutualRequest
from bot.domain.reminders import Reminder
from bot.domain.terms import Publication
from bot.domain.verdicts import Outcome
from bot.store.cases import case_row, grant_row, reminder_row, strike_row
from bot.store.disclosures import disclosure_row, mutual_row
from bot.store.effects import WAITING, waiting_event
from bot.store.ledger import change_entry, moved_entry, noted_entry
from bot.store.recording import insert_new
from bot.store.tables import (
    cases,
    contracts,
    conversations,
    disclosures,
    grants,
    ledger,
    messages,
    mutual_requests,
    outbox,
    reminders,
    strikes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Table

    from bot.domain.changes import Announcement, Change, Ended, Moved, Placed, Thing
    from bot.domain.contracts import Contract
    from bot.store.sealing import Sealer


class Changer:
    """Writes changes; of two that rest on the same revision the database lets one through."""

    def __init__(self, sealer: Sealer, new_id: Callable[[], str]) -> None:
        self._sealer = sealer
        self._new_id = new_id

    def write(self, connection: Connection, items: Sequence[Change]) -> list[SekimoriError | None]:
        """Write each change with its ledger entries and events, or say StaleView and leave everything as it was."""
        return [self._alone(connection, item) for item in items]

    def _alone(self, connection: Connection, change: Change) -> SekimoriError | None:
        try:
            with connection.begin_nested():
                self._write(connection, change)
        except StaleView as stale:
            return stale
        return None

    def _write(self, connection: Connection, change: Change) -> None:
        if change.contract:
            _advance_contract(connection, change.contract, change.contract_after, change)
        if change.conversation_id:
            _advance_conversations(connection, change)
        for moved in change.moved:
            self._move(connection, moved)
        for ended in change.ended:
            _end(connection, ended, change.at)
        for placed in change.placed:
            _place(connection, placed)
        if change.takes_back:
            _take_back(connection, change.takes_back, change.at)
        for strike in change.strikes:
            _refuse_another_ladder(connection, strike.member_id, change.strikes_before)
        for table, rows in (
            (grants, [grant_row(one, self._sealer) for one in change.grants]),
            (strikes, [strike_row(one) for one in change.strikes]),
            (ledger, [change_entry(moved, change, self._sealer) for moved in change.moved]),
            (ledger, [noted_entry(noted, change, self._sealer) for noted in change.noted]),
            (outbox, [self._event(one, change) for one in change.announced]),
        ):
            if rows:
                connection.execute(insert_new(connection.dialect.name, table), rows)

    def _move(self, connection: Connection, moved: Moved) -> None:
        table, key, row = self._row(moved.after)
        if moved.before is None:
            written = connection.execute(insert_new(connection.dialect.name, table), row)
        else:
            seen = moved.before.revision
            written = connection.execute(
                update(table).where(table.c[key] == row[key], table.c.revision == seen).values(row)
            )
        if written.rowcount != 1:
            raise StaleView

    def _row(self, thing: Thing) -> tuple[Table, str, dict[str, Any]]:
        match thing:
            case Disclosure():
                return disclosures, "disclosure_id", disclosure_row(thing, self._sealer)
            case Case():
                return cases, "case_id", case_row(thing, self._sealer)
            case MutualRequest():
                return mutual_requests, "request_id", mutual_row(thing, self._sealer)
            case Reminder():
                return reminders, "reminder_id", reminder_row(thing)
            case _:
                assert_never(thing)

    def _event(self, one: Announcement, change: Change) -> dict[str, Any]:
        """The event, which may be told later; the same wish is written once."""
        moved = change.moved[0].after if change.moved else None
        notices = [
            {"member_id": member_id, "ja": notice.ja, "en": notice.en} for member_id, notice in one.notices.items()
        ]
        facts = {**one.facts, **({"notices": notices} if notices else {})}
        wish = (json.dumps(one.facts, sort_keys=True), str(moved.revision if moved else 0))
        return waiting_event(
            self._new_id(),
            one.kind,
            facts,
            change.at,
            *wish,
            conversation_id=change.conversation_id or "",
            due_at=change.at + one.later if one.later else change.at,
            cause=moved.case_id if one.later and isinstance(moved, Case) else None,
        )


def _advance_contract(connection: Connection, seen: Contract, after: Contract | None, change: Change) -> None:
    """Move the contract, or note that something on it changed; only if it is as it was seen."""
    now = after or seen
    written = connection.execute(
        update(contracts)
        .where(contracts.c.contract_id == seen.contract_id, contracts.c.revision == seen.revision)
        .values(
            state=now.state.value,
            client_id=now.parties.client_id,
            freelancer_id=now.parties.freelancer_id,
            revision=seen.revision + 1,
            **({"moved_at": change.at} if after else {}),
        )
    )
    if written.rowcount != 1:
        raise StaleView
    if after:
        connection.execute(insert(ledger), [moved_entry(after, seen, change.at)])


def _advance_conversations(connection: Connection, change: Change) -> None:
    """What was remembered of the conversation does not hold any more; nor of the others on the same contract."""
    which = conversations.c.conversation_id == change.conversation_id
    if change.contract:
        which = or_(which, conversations.c.contract_id == change.contract.contract_id)
    locked = select(conversations.c.conversation_id).where(which).order_by(conversations.c.conversation_id)
    ids = connection.execute(locked.with_for_update()).scalars().all()
    connection.execute(
        update(conversations)
        .where(conversations.c.conversation_id.in_(ids))
        .values(version=conversations.c.version + 1)
    )


def _end(connection: Connection, ended: Ended, at: datetime) -> None:
    connection.execute(
        update(grants)
        .where(grants.c.source_id == ended.source_id, grants.c.ended_at.is_(None))
        .values(ended_at=at, ended_because=ended.because)
    )
    connection.execute(
        update(strikes).where(strikes.c.case_id == ended.source_id, strikes.c.ended_at.is_(None)).values(ended_at=at)
    )


def _refuse_another_ladder(connection: Connection, member_id: str, seen: int) -> None:
    """Of two strikes given to one member at the same moment, the second is told to count again."""
    if connection.dialect.name == "postgresql":  # an SQLite file has one writer anyway
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(member_id, 0))))
    standing = select(func.count()).select_from(strikes)
    standing = standing.where(strikes.c.member_id == member_id, strikes.c.ended_at.is_(None))
    if connection.execute(standing).scalar() != seen:
        raise StaleView


def _place(connection: Connection, placed: Placed) -> None:
    message = placed.message
    connection.execute(
        update(messages)
        .where(messages.c.message_id == message.message_id, messages.c.revision == message.revision)
        .values(delivery=placed.delivery.value)
    )


def _take_back(connection: Connection, case_id: str, at: datetime) -> None:
    """Nobody heard of the decision yet, and nobody will: messages it showed or hid are where they were before."""
    theirs = (outbox.c.cause == case_id) & (outbox.c.due_at > at) & (outbox.c.state == WAITING)
    taken = delete(outbox).where(theirs, outbox.c.lease.is_(None)).returning(outbox.c.kind, outbox.c.facts)
    for kind, spelled in connection.execute(taken).all():
        facts = json.loads(spelled)
        if kind in {"message.released", "message.hidden"}:
            which = (messages.c.message_id == facts["message_id"]) & (messages.c.revision == facts["revision"])
            before = Delivery.SHOWN
            if kind == "message.released":
                before = _before_release(connection, facts["message_id"], facts["revision"])
            connection.execute(update(messages).where(which).values(delivery=before.value))


def _before_release(connection: Connection, message_id: str, revision: int) -> Delivery:
    """Where a message is without the release that is taken back: what its verdict and its request made of it."""
    which = (messages.c.message_id == message_id) & (messages.c.revision == revision)
    outcome = Outcome(connection.execute(select(messages.c.outcome).where(which)).scalar_one())
    asked = select(disclosures.c.state, disclosures.c.publication, disclosures.c.filed_at).where(
        disclosures.c.message_id == message_id, disclosures.c.message_revision == revision
    )
    requests = connection.execute(asked).all()
    if any(one.state == DisclosureState.APPROVED.value for one in requests):
        return Delivery.SHOWN
    was_shown = outcome.ruling.is_delivered or any(
        one.state == DisclosureState.REVOKED.value
        or (one.filed_at is not None and one.publication == Publication.PROVISIONAL.value)
        for one in requests
    )
    return Delivery.HIDDEN if was_shown else Delivery.WITHHELD
