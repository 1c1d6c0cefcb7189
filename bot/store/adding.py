"""The usual message, past SQLAlchemy: whole groups of rows in a few statements, all of them or none.

Nearly every message is new and finds its conversation as it was seen. A group of such needs no questions before it is
written: each statement refuses the whole group where something is otherwise, and `bot.store.recording` then looks at
each message by itself. A statement for many rows also spares the thread that writes from fighting for Python's lock
after each of them.
"""

# ruff: noqa: S608 (tables, columns and words of ours are spelled into statements, never a value)

from __future__ import annotations

import sqlite3
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy import Boolean, Integer, LargeBinary
from sqlalchemy.types import BigInteger

from bot.domain.delivery import Delivery
from bot.store.tables import Instant, contracts, conversations, ledger, messages, text_of_moment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Table

AT_ONCE = 64
"""Rows of one statement on SQLite at most: a power of two, so that groups of any size need only seven statements."""

CONVERSATION = ("conversation_id", "contract_id", "version")
MESSAGE = (
    "message_id",
    "revision",
    "conversation_id",
    "position",
    "sender_id",
    "sender_role",
    "at",
    "recorded_at",
    "outcome",
    "policy",
    "fingerprint",
    "message_sealed",
    "verdict_sealed",
)
ENTRY = ("at", "actor", "verb", "subject", "revision", "facts")


class Addition(NamedTuple):
    """The rows of one new message, in the columns above, and what must hold for them to be written.

    The conversation's version is the one after it; the database has to know the one before, or no such conversation.
    `contract` is its contract and the revision that was seen, 0 for one nobody told. `stands` is for whoever asked.
    """

    conversation: tuple[str, str | None, int]
    message: tuple[Any, ...]
    entry: tuple[Any, ...]
    contract: tuple[str, int] | None
    effects: Mapping[Table, Sequence[Mapping[str, Any]]]
    hidden: Sequence[str]
    stands: object


class UnusualError(Exception):
    """Something in the group is not new, or not as it was seen. Nothing was written."""


def _rows(group: Sequence[Addition]) -> list[tuple[Table, Sequence[str], list[tuple[Any, ...]], bool]]:
    """What is to be inserted: table, columns, rows, and whether a row whose key is there already is passed over."""
    found: list[tuple[Table, Sequence[str], list[tuple[Any, ...]], bool]] = [
        (messages, MESSAGE, [one.message for one in group], False),
        (ledger, ENTRY, [one.entry for one in group], False),
    ]
    effects: dict[Table, list[Mapping[str, Any]]] = {}
    for one in group:
        for table, rows in one.effects.items():
            effects.setdefault(table, []).extend(rows)
    for table, rows in effects.items():
        columns = tuple(rows[0])
        found.append((table, columns, [tuple([row[name] for name in columns]) for row in rows], True))
    return found


# SQLite


def add_to_sqlite(connection: sqlite3.Connection, group: Sequence[Addition]) -> None:
    """Write a group in one transaction.

    Raises:
        UnusualError: nothing was written.
        sqlite3.OperationalError: the database does not answer; nothing was written.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        _check_contracts(connection, group)
        advanced = _insert(connection, "conversations", CONVERSATION, [one.conversation for one in group], ADVANCING)
        if advanced != len(group):
            raise UnusualError
        for table, columns, rows, may_be_there in _rows(group):
            ready = _as_sqlite_keeps(table, columns, rows)
            _insert(connection, table.name, columns, ready, PASSING_OVER if may_be_there else "")
        hidden = [(message_id,) for one in group for message_id in one.hidden]
        if hidden:
            connection.executemany(HIDE, hidden)
        connection.execute("COMMIT")
    except sqlite3.IntegrityError:
        raise UnusualError from None
    finally:
        if connection.in_transaction:  # something went wrong; OR ROLLBACK did not see it
            connection.execute("ROLLBACK")


def known_to_sqlite(connection: sqlite3.Connection, conversation_ids: Sequence[str]) -> set[str]:
    """Those of the conversations that are there."""
    known: set[str] = set()
    for start in range(0, len(conversation_ids), AT_ONCE):
        some = conversation_ids[start : start + AT_ONCE]
        size = 1 << (len(some) - 1).bit_length()
        asked = [*some, *[some[0]] * (size - len(some))]
        known.update(row[0] for row in connection.execute(_question(size), asked))
    return known


@cache
def _question(size: int) -> str:
    return f"SELECT conversation_id FROM conversations WHERE conversation_id IN ({', '.join('?' * size)})"


ADVANCING = (
    " ON CONFLICT (conversation_id) DO UPDATE SET version = excluded.version, contract_id = excluded.contract_id"
    " WHERE conversations.version = excluded.version - 1"
)
PASSING_OVER = " ON CONFLICT DO NOTHING"
HIDE = f"UPDATE messages SET delivery = '{Delivery.HIDDEN.value}' WHERE message_id = ?"


def _check_contracts(connection: sqlite3.Connection, group: Sequence[Addition]) -> None:
    for contract_id, revision in _contracts(group):
        asked = "SELECT revision FROM contracts WHERE contract_id = ?"
        found = connection.execute(asked, (contract_id,)).fetchone()
        if (found[0] if found else 0) != revision:
            raise UnusualError


def _contracts(group: Sequence[Addition]) -> set[tuple[str, int]]:
    return {one.contract for one in group if one.contract}


def _insert(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]], ending: str
) -> int:
    """Insert rows, many with one statement; how many it were."""
    done = changed = 0
    while done < len(rows):
        size = min(AT_ONCE, 1 << ((len(rows) - done).bit_length() - 1))
        values = tuple(chain.from_iterable(rows[done : done + size]))
        changed += connection.execute(_insertion(table, columns, size, ending), values).rowcount
        done += size
    return changed


@cache
def _insertion(table: str, columns: Sequence[str], size: int, ending: str) -> str:
    """OR ROLLBACK: a conflict ends the transaction, so SQLite need not remember how each page was before."""
    row = f"({', '.join('?' * len(columns))})"
    return f"INSERT OR ROLLBACK INTO {table} ({', '.join(columns)}) VALUES {', '.join([row] * size)}{ending}"


def _as_sqlite_keeps(table: Table, columns: Sequence[str], rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows with moments as text."""
    moments = _moments(table, columns)
    ready = []
    for row in rows:
        values = list(row)
        for place in moments:
            values[place] = text_of_moment(values[place])
        ready.append(tuple(values))
    return ready


@cache
def _moments(table: Table, columns: Sequence[str]) -> tuple[int, ...]:
    return tuple(place for place, name in enumerate(columns) if isinstance(table.c[name].type, Instant))


# PostgreSQL


async def add_to_postgresql(connection: Any, group: Sequence[Addition]) -> None:
    """Write a group with one statement, which is a transaction by itself: one round trip, the commit in it.

    Raises:
        UnusualError: nothing was written.
        asyncpg.PostgresError: the database refuses for another reason; nothing was written.
    """
    ordered = sorted(one.conversation for one in group)  # so that two processes cannot wait for each other
    told = list(_contracts(group))
    hidden = [message_id for one in group for message_id in one.hidden]
    values: list[Sequence[Any]] = [*zip(*ordered, strict=True)]
    shape: list[tuple[Table, Sequence[str], bool]] = []
    for table, columns, rows, may_be_there in _rows(group):
        shape.append((table, columns, may_be_there))
        values += zip(*rows, strict=True)
    statement = _statement(tuple(shape), has_contracts=bool(told), has_hidden=bool(hidden))
    if told:
        values += zip(*told, strict=True)
    if hidden:
        values.append(hidden)
    try:
        await connection.fetchval(statement, len(group), *values)
    except (asyncpg.IntegrityConstraintViolationError, asyncpg.DivisionByZeroError, asyncpg.CardinalityViolationError):
        raise UnusualError from None
    except asyncpg.TransactionRollbackError:  # a race was lost: whoever looks at each message finds out which
        raise UnusualError from None


async def known_to_postgresql(connection: Any, conversation_ids: Sequence[str]) -> set[str]:
    """Those of the conversations that are there."""
    asked = "SELECT conversation_id FROM conversations WHERE conversation_id = ANY ($1::varchar[])"
    return {row[0] for row in await connection.fetch(asked, conversation_ids)}


@cache
def _statement(shape: tuple[tuple[Table, Sequence[str], bool], ...], *, has_contracts: bool, has_hidden: bool) -> str:
    """All of a group. Where a row was not written or a revision is another, it divides by zero: nothing is kept."""
    gaps = _Gaps()
    size = gaps.next("int")
    conversation = gaps.rows(conversations, CONVERSATION)
    names = ", ".join(CONVERSATION)
    steps = [
        f"advanced AS (INSERT INTO conversations ({names}) SELECT * FROM {conversation}{ADVANCING} RETURNING 1)",
    ]
    holds = [f"(SELECT count(*) FROM advanced) = {size}"]
    for table, columns, may_be_there in shape:
        ending = PASSING_OVER if may_be_there else ""
        steps.append(
            f"in_{len(steps)} AS (INSERT INTO {table.name} ({', '.join(columns)}) "
            f"SELECT * FROM {gaps.rows(table, columns)}{ending})"
        )
    if has_contracts:
        told = gaps.rows(contracts, ("contract_id", "revision"))
        holds.append(
            f"NOT EXISTS (SELECT 1 FROM {told} AS told (contract_id, seen) LEFT JOIN contracts USING (contract_id) "
            "WHERE coalesce(contracts.revision, 0) <> told.seen)"
        )
    if has_hidden:
        ids = gaps.next("varchar[]")
        steps.append(
            f"hiding AS (UPDATE messages SET delivery = '{Delivery.HIDDEN.value}' WHERE message_id = ANY ({ids}))"
        )
    return f"WITH {', '.join(steps)} SELECT 1 / (CASE WHEN {' AND '.join(holds)} THEN 1 ELSE 0 END)"


class _Gaps:
    """Numbers the gaps of a statement."""

    def __init__(self) -> None:
        self._count = 0

    def next(self, kind: str) -> str:
        self._count += 1
        return f"${self._count}::{kind}"

    def rows(self, table: Table, columns: Sequence[str]) -> str:
        """Rows that come as one array for each column."""
        return f"unnest({', '.join(self.next(f'{_kind(table, name)}[]') for name in columns)})"


def _kind(table: Table, column: str) -> str:
    """What PostgreSQL calls a column's type."""
    match table.c[column].type:
        case Instant():
            return "timestamptz"
        case LargeBinary():
            return "bytea"
        case BigInteger():
            return "bigint"
        case Integer():
            return "int"
        case Boolean():
            return "bool"
        case _:
            return "varchar"
