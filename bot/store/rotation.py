"""Seal anew what was sealed with an earlier key. It may be broken off anywhere and taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import LargeBinary, func, or_, select, tuple_, update

from bot.store.content import MESSAGE, VERDICT, row_id
from bot.store.tables import messages

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Column, ColumnElement, Connection

    from bot.store.database import Database
    from bot.store.sealing import Sealer

BATCH = 500
"""Rows sealed anew in one transaction."""

SEALED = ((messages.c.message_sealed, MESSAGE), (messages.c.verdict_sealed, VERDICT))
"""Every column that holds something sealed, with the name it is bound to."""

Place = tuple[str, int]


async def reseal(database: Database, sealer: Sealer, went_on: Callable[[int], object]) -> int:
    """Seal everything with the current key; how many rows were not. `went_on` hears how many are done.

    Raises:
        BrokenSealError: something was sealed with a key that is not on the ring.
        StoreAway: the database does not answer.
    """
    place: Place | None = ("", 0)
    done = 0
    while place is not None:
        place, count = await database.write(lambda connection: _batch(connection, sealer, place))  # noqa: B023 (awaited here)
        done += count
        went_on(done)
    return done


def _batch(connection: Connection, sealer: Sealer, after: Place | None) -> tuple[Place | None, int]:
    """Seal the next rows after a place; the place reached, None at the end."""
    key = tuple_(messages.c.message_id, messages.c.revision)
    stale = or_(*(_is_under_another(column, sealer) for column, _ in SEALED))
    rows = connection.execute(
        select(messages.c.message_id, messages.c.revision, *(column for column, _ in SEALED))
        .where(key > tuple_(*(after or ("", 0))), stale)
        .order_by(messages.c.message_id, messages.c.revision)
        .limit(BATCH)
    ).all()
    for row in rows:
        where = row_id(row.message_id, row.revision)
        anew: dict[str, Any] = {}
        as_read: list[ColumnElement[bool]] = []
        for (column, name), sealed in zip(SEALED, row[2:], strict=True):
            if sealed is not None:
                anew[column.name] = sealer.seal(sealer.open(sealed, name, where), name, where)
                as_read.append(column == sealed)  # purged or edited meanwhile: then it stays as it is
        same = (messages.c.message_id == row.message_id, messages.c.revision == row.revision)
        connection.execute(update(messages).where(*same, *as_read).values(anew))
    return ((rows[-1].message_id, rows[-1].revision) if rows else None), len(rows)


def _is_under_another(column: Column[bytes], sealer: Sealer) -> ColumnElement[bool]:
    head = func.substr(column, 1, len(sealer.head), type_=LargeBinary)
    return column.is_not(None) & (head != sealer.head)


async def count_stale(database: Database, sealer: Sealer) -> int:
    """How many rows hold something that an earlier key sealed."""
    stale = or_(*(_is_under_another(column, sealer) for column, _ in SEALED))
    asked = select(func.count()).select_from(messages).where(stale)
    return await database.read(lambda connection: connection.execute(asked).scalar() or 0)
