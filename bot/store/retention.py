"""Purge what was kept long enough: texts and findings go, rulings and the ledger stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, tuple_, update

from bot.domain.verdicts import Outcome
from bot.store.ledger import WORKER, entry_of
from bot.store.tables import ledger, messages, outbox

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from sqlalchemy import Connection

    from bot.store.database import Database

BATCH = 1_000
"""Rows changed in one transaction, so that nobody waits long."""

PLAIN = tuple(outcome.value for outcome in (Outcome.ALLOW, Outcome.WARN))
"""Outcomes that leave nothing to decide."""


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
    ended = select(outbox.c.event_id).where(outbox.c.created_at < now - limits.events).limit(BATCH)
    gone = delete(outbox).where(outbox.c.event_id.in_(ended))
    while count := await database.write(lambda one: one.execute(gone).rowcount):
        events += count
    if texts or events:
        entry = entry_of(now, WORKER, "purge.done", "purge", 1, {"events": events, "texts": texts})
        await database.write(lambda connection: write_entries(connection, [entry]))
    return Purged(texts, events)


def write_entries(connection: Connection, entries: Sequence[dict[str, object]]) -> None:
    """Add to the ledger."""
    connection.execute(insert(ledger), list(entries))
