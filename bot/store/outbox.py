"""The outbox: events leave it under a lease, so that of several workers one sends each, and a dead one holds none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, or_, select, update

from bot.domain.effects import Event
from bot.store.effects import DEAD, SENT, WAITING
from bot.store.tables import outbox

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row

    from bot.domain.effects import Failed
    from bot.store.database import Database


@dataclass(frozen=True, slots=True)
class Posted:
    """An event as an operator sees it."""

    event: Event
    state: str
    due_at: datetime
    failure: str | None


class Outbox:
    """Events of one database (delivery.ports.Outbox)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim(self, lease: str, now: datetime, until: datetime, limit: int) -> list[Event]:
        """At most `limit` events that are due, oldest first; nobody else gets them before `until`."""
        anything = select(outbox.c.event_id).where(_is_free(now)).limit(1)
        if not await self._database.read(lambda connection: connection.execute(anything).first()):
            return []
        return await self._database.write(lambda connection: _claim(connection, lease, now, until, limit))

    async def settle(self, lease: str, sent: Sequence[str], failed: Sequence[Failed]) -> None:
        """Note what became of claimed events; passes over those whose lease was lost meanwhile."""
        await self._database.write(lambda connection: _settle(connection, lease, sent, failed))

    async def posted(self, state: str | None = None, limit: int = 100) -> list[Posted]:
        """The oldest events, of one state or of all."""
        asked = select(outbox).order_by(outbox.c.created_at, outbox.c.event_id).limit(limit)
        if state:
            asked = asked.where(outbox.c.state == state)
        rows = await self._database.read(lambda connection: connection.execute(asked).all())
        return [Posted(_event(row), row.state, row.due_at, row.failure) for row in rows]

    async def counts(self) -> dict[str, int]:
        """How many events there are of each state."""
        asked = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        rows = await self._database.read(lambda connection: connection.execute(asked).all())
        return {WAITING: 0, SENT: 0, DEAD: 0} | {row[0]: row[1] for row in rows}

    async def resend(self, event_ids: Sequence[str], now: datetime) -> int:
        """Make events due again, whatever became of them; every dead one if none is named. How many there were."""
        which = outbox.c.event_id.in_(event_ids) if event_ids else outbox.c.state == DEAD
        again = (
            update(outbox)
            .where(which)
            .values(state=WAITING, due_at=now, attempts=0, lease=None, leased_until=None, failure=None)
            .returning(outbox.c.event_id)
        )
        return await self._database.write(lambda connection: len(connection.execute(again).all()))


def _is_free(now: datetime) -> ColumnElement[bool]:
    unleased = or_(outbox.c.leased_until.is_(None), outbox.c.leased_until <= now)
    return (outbox.c.state == WAITING) & (outbox.c.due_at <= now) & unleased


def _claim(connection: Connection, lease: str, now: datetime, until: datetime, limit: int) -> list[Event]:
    """The condition stands twice: PostgreSQL asks the outer one again for a row that another worker just took."""
    due = select(outbox.c.event_id).where(_is_free(now)).order_by(outbox.c.due_at).limit(limit)
    take = (
        update(outbox)
        .where(outbox.c.event_id.in_(due), _is_free(now))
        .values(lease=lease, leased_until=until)
        .returning(outbox)
    )
    return sorted(map(_event, connection.execute(take).all()), key=lambda event: (event.at, event.event_id))


def _event(row: Row[*tuple[Any, ...]]) -> Event:
    return Event(row.event_id, row.kind, row.created_at, json.loads(row.facts), row.attempts)


def _settle(connection: Connection, lease: str, sent: Sequence[str], failed: Sequence[Failed]) -> None:
    held = (outbox.c.event_id == bindparam("which")) & (outbox.c.lease == lease)
    let_go = {"lease": None, "leased_until": None, "attempts": outbox.c.attempts + 1}
    if sent:
        connection.execute(
            update(outbox).where(held).values(state=SENT, failure=None, **let_go), [{"which": one} for one in sent]
        )
    if failed:
        connection.execute(
            update(outbox)
            .where(held)
            .values(state=bindparam("to"), due_at=bindparam("again"), failure=bindparam("why"), **let_go),
            [
                {
                    "which": one.event_id,
                    "to": DEAD if one.gives_up else WAITING,
                    "again": one.due_at,
                    "why": one.failure,
                }
                for one in failed
            ],
        )
