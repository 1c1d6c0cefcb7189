"""Purge what was kept long enough: texts and findings go, rulings and the ledger stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, func, insert, select, tuple_, update

from bot.domain.disclosures import DisclosureState
from bot.domain.mutual import MutualState
from bot.domain.verdicts import Outcome
from bot.store.ledger import WORKER, entry_of
from bot.store.slack import DONE, WAITING
from bot.store.tables import (
    cases,
    disclosures,
    grants,
    ledger,
    messages,
    mutual_requests,
    outbox,
    slack_calls,
    slack_inbox,
    snapshots,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from sqlalchemy import Column, ColumnElement, Connection, Table

    from bot.store.database import Database

BATCH = 1_000
"""Rows changed in one transaction, so that nobody waits long."""

PLAIN = tuple(outcome.value for outcome in (Outcome.ALLOW, Outcome.WARN))
"""Outcomes that leave nothing to decide."""

STANDING = tuple(state.value for state in (DisclosureState.OFFERED, DisclosureState.FILED, DisclosureState.APPROVED))
"""Requests that wait, or hold."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long what is kept, counted from when it was recorded."""

    texts: timedelta
    cases: timedelta
    events: timedelta


@dataclass(frozen=True, slots=True)
class Purged:
    """How many texts and events went."""

    texts: int
    events: int


async def purge(database: Database, limits: Limits, now: datetime) -> Purged:
    """Take the content of old messages away, and old events; what went is in the ledger.

    Raises:
        StoreAway: the database does not answer; what is left over goes next time.
    """
    is_plain = messages.c.outcome.in_(PLAIN)
    texts = events = 0
    for which, age in ((is_plain, limits.texts), (~is_plain, limits.cases)):
        old = select(messages.c.message_id, messages.c.revision).where(
            messages.c.recorded_at < now - age, messages.c.message_sealed.is_not(None), which
        )
        rows = tuple_(messages.c.message_id, messages.c.revision).in_(old.limit(BATCH))
        emptied = update(messages).where(rows).values(message_sealed=None, verdict_sealed=None)
        while count := await database.write(lambda one: one.execute(emptied).rowcount):  # noqa: B023 (awaited here)
            texts += count
    for table, column, is_old in _content_of_decisions(now - limits.cases):
        emptied = update(table).where(is_old, column.is_not(None)).values({column.name: None})
        texts += await database.write(lambda one: one.execute(emptied).rowcount)  # noqa: B023 (awaited here)
    for told, is_settled, since in (
        (slack_inbox, slack_inbox.c.state == DONE, slack_inbox.c.received_at),
        (slack_calls, slack_calls.c.state != WAITING, slack_calls.c.created_at),
    ):
        over = delete(told).where(is_settled, since < now - limits.events)
        events += await database.write(lambda one: one.execute(over).rowcount)  # noqa: B023 (awaited here)
    ended = select(outbox.c.event_id).where(outbox.c.created_at < now - limits.events).limit(BATCH)
    gone = delete(outbox).where(outbox.c.event_id.in_(ended))
    while count := await database.write(lambda one: one.execute(gone).rowcount):
        events += count
    if texts or events:
        entry = entry_of(now, WORKER, "purge.done", "purge", 1, {"events": events, "texts": texts})
        await database.write(lambda connection: write_entries(connection, [entry]))
    return Purged(texts, events)


def _content_of_decisions(before: datetime) -> list[tuple[Table, Column[bytes], ColumnElement[bool]]]:
    """What was written about requests and cases that ended before then; what is open or holds still is kept."""
    open_cases = select(cases.c.case_id).where(cases.c.decided_at.is_(None))
    open_requests = select(disclosures.c.disclosure_id).where(disclosures.c.state.in_(STANDING))
    lately = select(cases.c.case_id).where(cases.c.decided_at >= before)
    ended = func.coalesce(disclosures.c.decided_at, disclosures.c.offered_at)
    lately_ended = select(disclosures.c.disclosure_id).where(ended >= before)
    is_over = and_(
        *(snapshots.c.subject_id.not_in(one) for one in (open_cases, lately, open_requests, lately_ended)),
    )
    has_ended = disclosures.c.state.not_in(STANDING)
    waits = mutual_requests.c.state.in_((MutualState.SENT.value, MutualState.AGREED.value))
    return [
        (snapshots, snapshots.c.thread_sealed, is_over & (snapshots.c.at < before)),
        (cases, cases.c.said_sealed, cases.c.decided_at < before),
        (disclosures, disclosures.c.content_sealed, has_ended & (ended < before)),
        (mutual_requests, mutual_requests.c.content_sealed, ~waits & (mutual_requests.c.sent_at < before)),
        (grants, grants.c.contact_sealed, grants.c.ended_at < before),
    ]


def write_entries(connection: Connection, entries: Sequence[dict[str, object]]) -> None:
    """Add to the ledger."""
    connection.execute(insert(ledger), list(entries))
