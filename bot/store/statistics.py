"""What happened, read from the tables for `bot.domain.statistics` to count."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from bot.domain.cases import CaseState
from bot.domain.disclosures import DisclosureState
from bot.domain.statistics import Happened, Row, counted
from bot.domain.verdicts import Outcome
from bot.store.disclosures import disclosure_in
from bot.store.tables import cases, contracts, conversations, disclosures, ledger, messages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.store.database import Database
    from bot.store.sealing import Sealer

WHAT = {
    Outcome.WARN: "warned",
    Outcome.REVIEW: "reviewed",
    Outcome.HOLD_DISCLOSURE: "held",
    Outcome.HOLD_CHECK: "held",
    Outcome.BLOCK: "blocked",
}


async def statistics(database: Database, sealer: Sealer, start: datetime, end: datetime, now: datetime) -> list[Row]:
    """The rows of everything from `start` to before `end`.

    Raises:
        StoreAway: the database does not answer.
    """
    return await database.read(lambda connection: counted(_happened(connection, sealer, start, end, now)))


def _happened(
    connection: Connection, sealer: Sealer, start: datetime, end: datetime, now: datetime
) -> Iterator[Happened]:
    yield from _messages(connection, start, end)
    yield from _cases(connection, start, end)
    yield from _disclosures(connection, sealer, start, end, now)


def _messages(connection: Connection, start: datetime, end: datetime) -> Iterator[Happened]:
    """Every message counts for the total; those that were not simply allowed by what was found in them too."""
    within = (messages.c.recorded_at >= start, messages.c.recorded_at < end)
    counts = select(func.count(), func.max(messages.c.recorded_at, type_=messages.c.recorded_at.type)).where(*within)
    count, last = connection.execute(counts).one()
    if count:
        yield Happened(last, "messages", count=count)
    asked = (
        select(messages.c.recorded_at, messages.c.outcome, messages.c.policy, contracts.c.work_style, ledger.c.facts)
        .join(conversations, conversations.c.conversation_id == messages.c.conversation_id)
        .outerjoin(contracts, contracts.c.contract_id == conversations.c.contract_id)
        .join(ledger, (ledger.c.subject == messages.c.message_id) & (ledger.c.revision == messages.c.revision))
        .where(*within, messages.c.outcome != Outcome.ALLOW.value, ledger.c.verb == "message.decided")
    )
    for row in connection.execute(asked):
        facts = json.loads(row.facts)
        yield Happened(
            row.recorded_at,
            WHAT[Outcome(row.outcome)],
            _values(facts["kinds"], facts["rules"], row.policy, work_style=row.work_style),
        )


def _cases(connection: Connection, start: datetime, end: datetime) -> Iterator[Happened]:
    asked = (
        select(cases, contracts.c.work_style)
        .outerjoin(contracts, contracts.c.contract_id == cases.c.contract_id)
        .where(cases.c.decided_at >= start, cases.c.decided_at < end)
    )
    for row in connection.execute(asked):
        values = _values(
            json.loads(row.kinds),
            json.loads(row.rules),
            row.policy,
            work_style=row.work_style,
            category=row.category,
        )
        seconds = (row.decided_at - row.opened_at).total_seconds()
        yield Happened(row.decided_at, row.state, values, seconds)
        was_held = row.why in {Outcome.BLOCK.value, Outcome.HOLD_CHECK.value, "appeal"}
        if row.state == CaseState.OVERTURNED.value and was_held:
            yield Happened(row.decided_at, "released", values)


def _disclosures(
    connection: Connection, sealer: Sealer, start: datetime, end: datetime, now: datetime
) -> Iterator[Happened]:
    """Those decided, and those that should have been."""
    within = (disclosures.c.decided_at >= start) & (disclosures.c.decided_at < end)
    is_due = (disclosures.c.due_at >= start) & (disclosures.c.due_at < end)
    asked = (
        select(disclosures, contracts.c.work_style)
        .outerjoin(contracts, contracts.c.contract_id == disclosures.c.contract_id)
        .where(or_(within, is_due))
    )
    for row in connection.execute(asked):
        one = disclosure_in(row, sealer)
        values = _values([contact.kind.value for contact in one.contacts], [], "", work_style=row.work_style)
        ended = one.decided_at or now
        if one.due_at and start <= one.due_at < end and one.due_at < ended and _was_decided_or_waits(one.state):
            yield Happened(one.due_at, "overdue", values)
        if one.decided_at is None or not start <= one.decided_at < end:
            continue
        seconds = (one.decided_at - one.filed_at).total_seconds() if one.filed_at else None
        if one.state is DisclosureState.DENIED:
            yield Happened(one.decided_at, "denied", values, seconds)
        elif one.state is DisclosureState.APPROVED:
            yield Happened(one.decided_at, "approved", values, seconds)
            if one.message:
                yield Happened(one.decided_at, "released", values)


def _was_decided_or_waits(state: DisclosureState) -> bool:
    return state in {DisclosureState.FILED, DisclosureState.APPROVED, DisclosureState.DENIED}


def _values(
    kinds: list[str], rules: list[str], policy: str, *, work_style: str | None, category: str | None = None
) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, Any]] = [
        *(("kind", kind) for kind in kinds),
        *(("rule", rule) for rule in rules),
        ("policy", policy),
        ("work_style", work_style),
        ("category", category),
    ]
    return tuple(dict.fromkeys((by, value) for by, value in found if value))
