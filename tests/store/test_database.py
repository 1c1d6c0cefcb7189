"""The database itself: how it came to look so, and what it refuses."""

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.domain.errors import ConfigError, StoreAway
from bot.store.engine import WRITES, make_engine
from bot.store.upgrade import HEAD, alembic_config, revision_of, upgrade
from tests.builders import NOON, a_message
from tests.databases import gathered, open_store
from tests.store.test_records import guard


@pytest.fixture
async def engine(url):
    engine = make_engine(url)
    yield engine
    await engine.dispose()


async def test_an_empty_database_is_brought_up_to_date_once(engine):
    assert await upgrade(engine) == (None, HEAD)
    assert await upgrade(engine) == (HEAD, HEAD)


async def test_two_processes_may_bring_it_up_to_date_at_once(url):
    engines = [make_engine(url) for _ in range(2)]
    assert sorted(map(str, await gathered(*map(upgrade, engines)))) == ["('0001', '0001')", "(None, '0001')"]
    for engine in engines:
        await engine.dispose()


async def test_the_migrations_lead_to_the_tables_of_the_code(engine):
    await upgrade(engine)
    async with engine.execution_options(**{WRITES: True}).begin() as connection:
        await connection.run_sync(lambda plain: command.check(alembic_config(plain)))
        heads = await connection.run_sync(lambda plain: ScriptDirectory.from_config(alembic_config(plain)).get_heads())
    assert heads == [HEAD]


async def test_the_migrations_can_be_taken_back(engine):
    await upgrade(engine)
    async with engine.execution_options(**{WRITES: True}).begin() as connection:
        await connection.run_sync(lambda plain: command.downgrade(alembic_config(plain), "base"))
        assert await connection.run_sync(revision_of) is None
    assert await upgrade(engine) == (None, HEAD)


@pytest.mark.parametrize("statement", ["UPDATE ledger SET actor = 'nobody'", "DELETE FROM ledger"])
async def test_the_ledger_is_append_only(url, engine, statement):
    async with open_store(url) as store:
        await guard(store, a_message())
    with pytest.raises(DBAPIError, match="append-only"):
        async with engine.execution_options(**{WRITES: True}).begin() as connection:
            await connection.execute(text(statement))


async def test_sqlite_flushes_every_commit(tmp_path):
    engine = make_engine(f"sqlite:///{tmp_path / 'a.sqlite3'}")
    async with engine.connect() as connection:
        assert (await connection.execute(text("PRAGMA synchronous"))).scalar() == 2
        assert (await connection.execute(text("PRAGMA journal_mode"))).scalar() == "wal"
    await engine.dispose()


async def test_a_database_that_cannot_be_reached_is_away(tmp_path):
    for url in (f"sqlite:///{tmp_path / 'nowhere' / 'a.sqlite3'}", f"postgresql://postgres@/x?host={tmp_path}"):
        engine = make_engine(url)
        with pytest.raises(StoreAway):
            await upgrade(engine)
        await engine.dispose()


async def test_a_store_whose_database_goes_away_says_so_and_recovers(tmp_path):
    url = f"sqlite:///{tmp_path / 'a.sqlite3'}"
    async with open_store(url) as store:
        await guard(store, a_message())
        engine = make_engine(url)
        async with engine.execution_options(**{WRITES: True}).begin() as connection:
            await connection.execute(text("ALTER TABLE ledger RENAME TO elsewhere"))
        with pytest.raises(StoreAway):
            await guard(store, a_message(message_id="m-2"))
        async with engine.execution_options(**{WRITES: True}).begin() as connection:
            await connection.execute(text("ALTER TABLE elsewhere RENAME TO ledger"))
        await engine.dispose()
        assert await store.answers()
        await guard(store, a_message(message_id="m-2"), NOON)


@pytest.mark.parametrize("url", ["mysql://x", "nonsense", "://"], ids=["another database", "no URL", "nothing"])
def test_other_urls_are_refused_by_name(url):
    with pytest.raises(ConfigError, match="SEKIMORI_DATABASE_URL"):
        make_engine(url)
