"""The connection to the database, set up so that what was committed survives a power cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.domain.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
WRITES = "sekimori_writes"
"""Execution option of a connection that will write: SQLite then takes the write lock at the beginning."""

BUSY_SECONDS = 10
CONNECT_SECONDS = 5
STATEMENT_SECONDS = 10


def url_of(database_url: str | None, var: Path) -> str:
    """The URL as it is used: the embedded SQLite file where none is given, the async driver named."""
    return database_url or f"sqlite:///{var / 'sekimori.sqlite3'}"


def make_engine(url: str) -> AsyncEngine:
    """An engine for `sqlite:///path` or `postgresql://…`. Nothing is connected yet.

    Raises:
        ConfigError: no such URL.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise ConfigError("settings", (), "SEKIMORI_DATABASE_URL: is no database URL") from None
    backend = parsed.drivername.partition("+")[0]
    if backend not in DRIVERS:
        raise ConfigError("settings", (), f"SEKIMORI_DATABASE_URL: {backend} is neither sqlite nor postgresql")
    parsed = parsed.set(drivername=DRIVERS[backend])
    if backend == "sqlite":
        return _sqlite(create_async_engine(parsed, pool_size=4, max_overflow=0))
    return create_async_engine(
        parsed,
        pool_size=4,
        max_overflow=4,
        pool_pre_ping=True,
        connect_args={
            "timeout": CONNECT_SECONDS,
            "command_timeout": STATEMENT_SECONDS,
            "statement_cache_size": 0 if "pgbouncer" in parsed.query else 100,
            "server_settings": {"synchronous_commit": "on", "application_name": "sekimori"},
        },
    )


def _sqlite(engine: AsyncEngine) -> AsyncEngine:
    """Write-ahead log, every commit on the disk before it is answered, and transactions that we begin ourselves."""

    @event.listens_for(engine.sync_engine, "connect")
    def _(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
