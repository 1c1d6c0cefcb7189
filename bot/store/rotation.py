"""Seal anew what was sealed with an earlier key. It may be broken off anywhere and taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import LargeBinary, func, or_, select, tuple_, update

from bot.store.cases import GRANT, SAID
from bot.store.content import MESSAGE, VERDICT, row_id
from bot.store.disclosures import DISCLOSURE, MUTUAL
from bot.store.slack import BOT_TOKEN, CALL, MODERATOR_TOKEN, PAYLOAD
from bot.store.snapshots import THREAD
from bot.store.tables import (
    cases,
    disclosures,
    grants,
    messages,
    mutual_requests,
    slack_calls,
    slack_inbox,
    slack_teams,
    snapshots,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Column, ColumnElement, Connection, Row, Table

    from bot.store.database import Database
    from bot.store.sealing import Sealer

BATCH = 500
"""Rows sealed anew in one transaction."""

Place = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table that holds something sealed: its key, the sealed columns with the names they are bound to."""

    table: Table
    keys: tuple[Column[Any], ...]
    columns: tuple[tuple[Column[bytes], str], ...]

    def bound_to(self, row: Row[*tuple[Any, ...]]) -> str:
        """What the seals of a row are bound to."""
        values = [getattr(row, key.name) for key in self.keys]
        return row_id(*values) if self.table is messages else str(values[0])


SEALED = (
    SealedTable(
        messages,
        (messages.c.message_id, messages.c.revision),
        ((messages.c.message_sealed, MESSAGE), (messages.c.verdict_sealed, VERDICT)),
    ),
    SealedTable(cases, (cases.c.case_id,), ((cases.c.said_sealed, SAID),)),
    SealedTable(disclosures, (disclosures.c.disclosure_id,), ((disclosures.c.content_sealed, DISCLOSURE),)),
    SealedTable(mutual_requests, (mutual_requests.c.request_id,), ((mutual_requests.c.content_sealed, MUTUAL),)),
    SealedTable(grants, (grants.c.grant_id,), ((grants.c.contact_sealed, GRANT),)),
    SealedTable(
        slack_teams,
        (slack_teams.c.team_id,),
        ((slack_teams.c.bot_token_sealed, BOT_TOKEN), (slack_teams.c.moderator_token_sealed, MODERATOR_TOKEN)),
    ),
    SealedTable(slack_inbox, (slack_inbox.c.event_key,), ((slack_inbox.c.payload_sealed, PAYLOAD),)),
    SealedTable(slack_calls, (slack_calls.c.key,), ((slack_calls.c.payload_sealed, CALL),)),
    SealedTable(snapshots, (snapshots.c.subject_id,), ((snapshots.c.thread_sealed, THREAD),)),
)
"""Every column that holds something sealed."""


async def reseal(database: Database, sealer: Sealer, went_on: Callable[[int], object]) -> int:
    """Seal everything with the current key; how many rows were not. `went_on` hears how many are done.

    Raises:
        BrokenSealError: something was sealed with a key that is not on the ring.
        StoreAway: the database does not answer.
    """
    done = 0
    for one in SEALED:
        place: Place | None = None
        while True:
            place, count = await database.write(lambda connection: _batch(connection, sealer, one, place))  # noqa: B023 (awaited here)
            done += count
            went_on(done)
            if place is None:
                break
    return done


def _batch(connection: Connection, sealer: Sealer, one: SealedTable, after: Place | None) -> tuple[Place | None, int]:
    """Seal the next rows after a place; the place reached, None at the end."""
    asked = select(*one.keys, *(column for column, _ in one.columns)).where(_stale(one, sealer))
    if after is not None:
        asked = asked.where(tuple_(*one.keys) > tuple_(*after))
    rows = connection.execute(asked.order_by(*one.keys).limit(BATCH)).all()
    for row in rows:
        where = one.bound_to(row)
        anew: dict[str, Any] = {}
        as_read: list[ColumnElement[bool]] = []
        for column, name in one.columns:
            sealed = getattr(row, column.name)
            if sealed is not None:
                anew[column.name] = sealer.seal(sealer.open(sealed, name, where), name, where)
                as_read.append(column == sealed)  # purged or edited meanwhile: then it stays as it is
        same = [key == getattr(row, key.name) for key in one.keys]
        connection.execute(update(one.table).where(*same, *as_read).values(anew))
    return (tuple(rows[-1][: len(one.keys)]) if rows else None), len(rows)


def _stale(one: SealedTable, sealer: Sealer) -> ColumnElement[bool]:
    return or_(*(_is_under_another(column, sealer) for column, _ in one.columns))


def _is_under_another(column: Column[bytes], sealer: Sealer) -> ColumnElement[bool]:
    head = func.substr(column, 1, len(sealer.head), type_=LargeBinary)
    return column.is_not(None) & (head != sealer.head)


async def count_stale(database: Database, sealer: Sealer) -> int:
    """How many rows hold something that an earlier key sealed."""
    count = 0
    for one in SEALED:
        asked = select(func.count()).select_from(one.table).where(_stale(one, sealer))
        count += await database.read(lambda connection: connection.execute(asked).scalar() or 0)  # noqa: B023 (awaited here)
    return count
