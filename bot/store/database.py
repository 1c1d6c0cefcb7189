"""The database: work on a plain connection, read or written, whichever of the two it is.

SQLite's driver blocks, so its work runs in threads, one hop for a whole transaction (the asynchronous driver makes
several hops for each statement, which cost more than the statements). PostgreSQL's driver does not block.
"""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, DisconnectionError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import create_async_engine
from typing_extensions import override

from bot.domain.errors import ConfigError, StoreAway
from bot.store.adding import UnusualError, add_to_postgresql, add_to_sqlite, known_to_postgresql, known_to_sqlite

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from pathlib import Path

    from sqlalchemy import URL, Connection
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.store.adding import Addition

Result = TypeVar("Result")

READERS = 3
ADDING = 2
"""Groups on their way to PostgreSQL at once."""

BUSY_SECONDS = 10
STATEMENTS = 256
"""Statements that a connection keeps prepared."""

CONNECT_SECONDS = 5
STATEMENT_SECONDS = 10

AWAY = ("08", "53", "57", "58")
"""Classes of PostgreSQL's error codes: connection, out of resources, shutting down, system error."""

RACE = "40"
"""The class of codes for a transaction that lost against another: it may be tried again."""


class Database(Protocol):
    """A database that keeps what was committed through a power cut."""

    groups_at_once: int
    """How many groups may be added at the same time."""

    async def read(self, work: Callable[[Connection], Result]) -> Result:
        """What `work` makes of a connection.

        Raises:
            StoreAway: the database does not answer.
        """

    async def write(self, work: Callable[[Connection], Result]) -> Result:
        """What `work` makes of a connection in a transaction, once that is committed.

        Raises:
            StoreAway: the database does not answer; nothing was written.
        """

    async def known(self, conversation_ids: Sequence[str]) -> set[str]:
        """Those of the conversations that it has.

        Raises:
            StoreAway: the database does not answer.
        """

    async def add(self, group: Sequence[Addition]) -> None:
        """Write new messages in a transaction; when this returns, it is committed.

        Raises:
            UnusualError: something is not new or not as it was seen; nothing was written.
            StoreAway: the database does not answer; nothing was written.
        """

    async def close(self) -> None:
        """Close every connection."""


def open_database(database_url: str | None, var: Path) -> Database:
    """The database at `sqlite:///path` or `postgresql://…`; without a URL the embedded SQLite file under `var`.

    Nothing is connected yet.

    Raises:
        ConfigError: no such URL.
    """
    try:
        url = make_url(database_url or f"sqlite:///{var / 'sekimori.sqlite3'}")
    except ArgumentError:
        raise ConfigError("settings", (), "SEKIMORI_DATABASE_URL: is no database URL") from None
    match url.drivername.partition("+")[0]:
        case "sqlite":
            return SQLite(url)
        case "postgresql" | "postgres":
            return PostgreSQL(url)
        case other:
            raise ConfigError("settings", (), f"SEKIMORI_DATABASE_URL: {other} is neither sqlite nor postgresql")


class SQLite(Database):
    """An SQLite file: write-ahead log, every commit on the disk before it is answered, one thread that writes."""

    groups_at_once = 1

    def __init__(self, url: URL) -> None:
        self._engine = create_engine(url.set(drivername="sqlite"), pool_size=READERS + 1, max_overflow=0)
        self._writing = self._engine.execution_options(writes=True)
        self._reader = ThreadPoolExecutor(READERS, "sekimori-reads")
        self._writer = ThreadPoolExecutor(1, "sekimori-writes")
        self._path = url.database or ":memory:"
        self._asker = ThreadPoolExecutor(1, "sekimori-asks")
        self._adding: sqlite3.Connection | None = None
        self._asking: sqlite3.Connection | None = None
        _set_up(self._engine)

    @override
    async def read(self, work: Callable[[Connection], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._reader, self._read, work)

    @override
    async def write(self, work: Callable[[Connection], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._writer, self._write, work)

    @override
    async def known(self, conversation_ids: Sequence[str]) -> set[str]:
        return await asyncio.get_running_loop().run_in_executor(self._asker, self._known, conversation_ids)

    @override
    async def add(self, group: Sequence[Addition]) -> None:
        await asyncio.get_running_loop().run_in_executor(self._writer, self._add, group)

    @override
    async def close(self) -> None:
        for threads in (self._reader, self._asker, self._writer):
            threads.shutdown()
        self._asking = self._adding = _closed(self._asking, self._adding)
        self._engine.dispose()

    def _known(self, conversation_ids: Sequence[str]) -> set[str]:
        try:
            if self._asking is None:
                self._asking = self._opened()
            return known_to_sqlite(self._asking, conversation_ids)
        except sqlite3.OperationalError as error:
            self._asking = _closed(self._asking)
            raise StoreAway(type(error).__name__) from None

    def _add(self, group: Sequence[Addition]) -> None:
        try:
            if self._adding is None:
                self._adding = self._opened()
            add_to_sqlite(self._adding, group)
        except sqlite3.OperationalError as error:
            self._adding = _closed(self._adding)
            raise StoreAway(type(error).__name__) from None

    def _opened(self) -> sqlite3.Connection:
        """A connection for one thread and, once that has ended, for whoever closes it."""
        connection = sqlite3.connect(
            self._path, timeout=BUSY_SECONDS, cached_statements=STATEMENTS, check_same_thread=False
        )
        _prepare(connection)
        return connection

    def _read(self, work: Callable[[Connection], Result]) -> Result:
        try:
            with self._engine.connect() as connection:
                return work(connection)
        except Exception as error:  # noqa: BLE001 (it is raised again, as what it means)
            raise away_or_itself(error) from None

    def _write(self, work: Callable[[Connection], Result]) -> Result:
        try:
            with self._writing.begin() as connection:
                return work(connection)
        except Exception as error:  # noqa: BLE001 (it is raised again, as what it means)
            raise away_or_itself(error) from None


def _closed(*connections: sqlite3.Connection | None) -> sqlite3.Connection | None:
    """Close connections; what is left of them."""
    for connection in connections:
        if connection is not None:
            connection.close()
    return None


def _set_up(engine: Engine) -> None:
    """Flush every commit, begin transactions ourselves, and take the write lock at the beginning of one that writes."""

    @event.listens_for(engine, "connect")
    def _(connection: Any, _record: object) -> None:
        _prepare(connection)

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _prepare(connection: Any) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


class PostgreSQL(Database):
    """A PostgreSQL server, by asyncpg.

    What only reads runs without a transaction: at the isolation PostgreSQL comes with, one would show the same and
    cost two more round trips. While one group is flushed to the server's disk, the next is on its way.
    """

    groups_at_once = ADDING

    def __init__(self, url: URL) -> None:
        self._reading = _connecting(url, READERS + 1, isolation_level="AUTOCOMMIT")
        self._writing = _connecting(url, READERS)
        self._kept: list[AsyncConnection] = []

    @override
    async def read(self, work: Callable[[Connection], Result]) -> Result:
        try:
            async with self._reading.connect() as connection:
                return await connection.run_sync(work)
        except Exception as error:  # noqa: BLE001 (it is raised again, as what it means)
            raise away_or_itself(error) from None

    @override
    async def write(self, work: Callable[[Connection], Result]) -> Result:
        try:
            async with self._writing.begin() as connection:
                return await connection.run_sync(work)
        except Exception as error:  # noqa: BLE001 (it is raised again, as what it means)
            raise away_or_itself(error) from None

    @override
    async def known(self, conversation_ids: Sequence[str]) -> set[str]:
        async with self._straight() as connection:
            return await known_to_postgresql(connection, conversation_ids)

    @override
    async def add(self, group: Sequence[Addition]) -> None:
        async with self._straight() as connection:
            await add_to_postgresql(connection, group)

    @asynccontextmanager
    async def _straight(self) -> AsyncIterator[Any]:
        """A connection of the driver, past SQLAlchemy. It goes back to the others unless something is wrong with it."""
        connection = None
        try:
            connection, plain = await self._kept_connection()
            yield plain
        except UnusualError:
            raise
        except Exception as error:  # noqa: BLE001 (it is raised again, as what it means)
            if connection is not None:
                await connection.invalidate()
                await connection.close()
                connection = None
            raise away_or_itself(error) from None
        finally:
            if connection is not None:
                self._kept.append(connection)

    async def _kept_connection(self) -> tuple[AsyncConnection, Any]:
        """A connection kept out of the pool: to take one and give it back costs as much as a small group."""
        while self._kept:
            connection = self._kept.pop()
            plain: Any = (await connection.get_raw_connection()).driver_connection
            if not plain.is_closed():
                return connection, plain
            await connection.invalidate()
            await connection.close()
        connection = await self._reading.connect()
        return connection, (await connection.get_raw_connection()).driver_connection

    @override
    async def close(self) -> None:
        for connection in self._kept:
            await connection.close()
        self._kept.clear()
        await self._reading.dispose()
        await self._writing.dispose()


def _connecting(url: URL, size: int, **options: Any) -> AsyncEngine:
    """Connections to the server, at most twice `size`."""
    engine = create_async_engine(
        url.set(drivername="postgresql+asyncpg"),
        pool_size=size,
        max_overflow=size,
        connect_args={
            "timeout": CONNECT_SECONDS,
            "command_timeout": STATEMENT_SECONDS,
            "server_settings": {"synchronous_commit": "on", "application_name": "sekimori"},
        },
        **options,
    )

    @event.listens_for(engine.sync_engine, "checkout")
    def _(connection: Any, _record: object, _proxy: object) -> None:
        """Another connection for one the server has closed: asyncpg knows without asking it, which took three trips."""
        if connection.driver_connection.is_closed():
            raise DisconnectionError

    return engine


def away_or_itself(error: Exception) -> Exception:
    """StoreAway for an error that says the database cannot be reached, rather than that it refused what was written."""
    if isinstance(error, DBAPIError):
        is_lost = isinstance(error, OperationalError | InterfaceError) or error.connection_invalidated
        is_away = is_lost or _code(error).startswith(AWAY)
    elif isinstance(error, asyncpg.PostgresError):
        is_away = (error.sqlstate or "").startswith(AWAY)
    elif isinstance(error, asyncpg.InterfaceError):
        is_away = not isinstance(error, ValueError)  # which says that a value cannot be sent
    else:
        is_away = isinstance(error, OSError | PoolTimeoutError)
    return StoreAway(type(error).__name__) if is_away else error


def lost_a_race(error: Exception) -> bool:
    """Whether the transaction only lost against another."""
    return isinstance(error, DBAPIError) and _code(error).startswith(RACE)


def _code(error: DBAPIError) -> str:
    return getattr(error.orig, "sqlstate", None) or ""
