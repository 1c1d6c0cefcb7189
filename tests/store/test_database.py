"""The database itself: how it came to look so, and what it refuses."""

import asyncio
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.domain.errors import ConfigError, StoreAway
from bot.store.database import open_database
from bot.store.upgrade import HEAD, alembic_config, revision_of, upgrade
from tests.builders import NOON, a_message
from tests.databases import gathered, new_postgres_url, open_store, opened
from tests.store.test_records import guard


@pytest.fixture
async def database(url):
    async with opened(url) as database:
        yield database


async def test_an_empty_database_is_brought_up_to_date_once(database):
    assert await upgrade(database) == (None, HEAD)
    assert await upgrade(database) == (HEAD, HEAD)


async def test_two_processes_may_bring_it_up_to_date_at_once(url):
    async with opened(url) as one, opened(url) as other:
        results = await gathered(upgrade(one), upgrade(other))
    assert sorted(map(str, results)) == [f"('{HEAD}', '{HEAD}')", f"(None, '{HEAD}')"]


async def test_the_migrations_lead_to_the_tables_of_the_code(database):
    await upgrade(database)
    await database.write(lambda connection: command.check(alembic_config(connection)))
    heads = await database.read(lambda plain: ScriptDirectory.from_config(alembic_config(plain)).get_heads())
    assert heads == [HEAD]


async def test_the_migrations_can_be_taken_back(database):
    await upgrade(database)
    await database.write(lambda connection: command.downgrade(alembic_config(connection), "base"))
    assert await database.read(revision_of) is None
    assert await upgrade(database) == (None, HEAD)


@pytest.mark.parametrize("statement", ["UPDATE ledger SET actor = 'nobody'", "DELETE FROM ledger"])
async def test_the_ledger_is_append_only(url, database, statement):
    async with open_store(url) as store:
        await guard(store, a_message())
    with pytest.raises(DBAPIError, match="append-only"):
        await database.write(lambda connection: connection.execute(text(statement)))


async def test_sqlite_flushes_every_commit(tmp_path):
    def pragma(name):
        return lambda connection: connection.execute(text(f"PRAGMA {name}")).scalar()

    async with opened(f"sqlite:///{tmp_path / 'a.sqlite3'}") as database:
        assert await database.read(pragma("synchronous")) == await database.write(pragma("synchronous")) == 2
        assert await database.read(pragma("journal_mode")) == "wal"


async def test_postgresql_flushes_every_commit(postgres):
    async with opened(await new_postgres_url(postgres)) as database:
        assert await database.write(lambda one: one.execute(text("SHOW synchronous_commit")).scalar()) == "on"


async def test_a_database_that_cannot_be_reached_is_away(tmp_path):
    for url in (f"sqlite:///{tmp_path / 'nowhere' / 'a.sqlite3'}", f"postgresql://postgres@/x?host={tmp_path}"):
        async with opened(url) as database:
            with pytest.raises(StoreAway):
                await upgrade(database)
            with pytest.raises(StoreAway):
                await database.read(revision_of)


async def test_a_store_whose_database_goes_away_says_so_and_recovers(tmp_path):
    url = f"sqlite:///{tmp_path / 'a.sqlite3'}"
    async with open_store(url) as store, opened(url) as database:
        await guard(store, a_message())
        await database.write(lambda connection: connection.execute(text("ALTER TABLE ledger RENAME TO elsewhere")))
        with pytest.raises(StoreAway):
            await guard(store, a_message(message_id="m-2"))
        await database.write(lambda connection: connection.execute(text("ALTER TABLE elsewhere RENAME TO ledger")))
        assert await store.answers()
        await guard(store, a_message(message_id="m-2"), NOON)


@pytest.mark.parametrize("url", ["mysql://x", "nonsense", "://"], ids=["another database", "no URL", "nothing"])
def test_other_urls_are_refused_by_name(url):
    with pytest.raises(ConfigError, match="SEKIMORI_DATABASE_URL"):
        open_database(url, Path())


@pytest.mark.parametrize("how", ["read", "write"])
async def test_a_connection_that_the_server_closed_is_replaced_before_it_is_used(request, how):
    url = await new_postgres_url(request.getfixturevalue("postgres"))
    whoami, end = text("SELECT pg_backend_pid()"), text("SELECT pg_terminate_backend(:one)")
    async with opened(url) as database, opened(url) as another:
        work = getattr(database, how)
        before = await work(lambda connection: connection.execute(whoami).scalar())
        await another.read(lambda connection: connection.execute(end, {"one": before}).scalar())
        await asyncio.sleep(0.2)
        assert await work(lambda connection: connection.execute(whoami).scalar()) != before
