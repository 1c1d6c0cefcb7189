"""What is kept is sealed anew, purged, handed out and erased; the ledger's chain names what was broken."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.errors import Conflict
from bot.store import KeyRing, Sealer, load_keys
from bot.store.chain import BATCH, seal_ledger, verify_ledger
from bot.store.keys import add_key
from bot.store.personal import erase_member, export_member, pseudonym_of
from bot.store.retention import Limits, purge
from bot.store.rotation import count_stale, reseal
from bot.store.sealing import BrokenSealError
from tests.builders import NOON, a_message
from tests.databases import RING, open_store, opened, rows_of
from tests.store.test_records import guard

PHONE = "電話は090-1234-5678です"
NEW = KeyRing(dict(RING.sealing) | {"k2": bytes(32)}, "k2", RING.digest)
LIMITS = Limits(timedelta(hours=24), timedelta(days=180), timedelta(days=30))


@pytest.fixture
async def database(url, store):
    async with opened(url) as database:
        yield database


async def fill(store, count=3, now=NOON):
    for number in range(count):
        what = PHONE if number % 2 else "よろしくお願いします"
        await guard(store, a_message(what, message_id=f"m-{number}", conversation_id=f"c-{number}"), now)


async def test_everything_is_sealed_with_the_new_key_and_opens_with_it_alone(store, database, url):
    await fill(store)
    assert await count_stale(database, Sealer(NEW)) == 3
    assert await reseal(database, Sealer(NEW), lambda _: None) == 3
    assert await count_stale(database, Sealer(NEW)) == 0
    assert await reseal(database, Sealer(NEW), lambda _: None) == 0
    alone = Sealer(KeyRing({"k2": bytes(32)}, "k2", RING.digest))
    told = await export_member(database, alone, "u-1", NOON)
    assert [one["content"]["text"] for one in told["messages"]].count(PHONE) == 1


async def test_a_rotation_that_was_broken_off_is_taken_up_again(store, database, monkeypatch):
    monkeypatch.setattr("bot.store.rotation.BATCH", 2)
    await fill(store, 5)

    def stops(done):
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await reseal(database, Sealer(NEW), stops)
    assert await count_stale(database, Sealer(NEW)) == 3
    assert await reseal(database, Sealer(NEW), lambda _: None) == 3


async def test_a_rotation_without_the_old_key_says_which_is_missing(store, database):
    await fill(store)
    with pytest.raises(BrokenSealError, match="k1"):
        await reseal(database, Sealer(KeyRing({"k2": bytes(32)}, "k2", RING.digest)), lambda _: None)


def test_a_new_key_stands_beside_the_old_and_a_running_process_finds_it(tmp_path):
    file = tmp_path / "keys.toml"
    before, _ = load_keys(file, may_generate=True)
    running = Sealer(before, lambda: load_keys(file, may_generate=False)[0])
    assert add_key(file) == "k2"
    after, _ = load_keys(file, may_generate=False)
    assert (after.current, set(after.sealing), after.digest) == ("k2", {"k1", "k2"}, before.digest)
    assert after.is_generated
    sealed = Sealer(after).seal(b"a", "t", "r")
    assert running.open(sealed, "t", "r") == b"a"
    assert running.seal(b"a", "t", "r")[:3] == b"\x02k2"


@pytest.mark.parametrize(
    ("later", "left"),
    [
        pytest.param(timedelta(hours=23), 4, id="within a day"),
        pytest.param(timedelta(hours=25), 2, id="after a day the cases are left"),
        pytest.param(timedelta(days=181), 0, id="after half a year nothing"),
    ],
)
async def test_texts_go_when_their_time_is_over_and_rulings_stay(store, database, url, later, left):
    await fill(store, 4)
    done = await purge(database, LIMITS, NOON + later)
    rows = await rows_of(url, "SELECT outcome, message_sealed, verdict_sealed FROM messages")
    assert len([row for row in rows if row["message_sealed"]]) == left
    assert not [row for row in rows if row["verdict_sealed"] and not row["message_sealed"]]
    assert (len(rows), done.texts) == (4, 4 - left)
    assert (await purge(database, LIMITS, NOON + later)).texts == 0
    entries = await rows_of(url, "SELECT facts FROM ledger WHERE verb = 'purge.done'")
    assert len(entries) == (1 if left < 4 else 0)


async def test_a_purged_message_is_still_the_same_message(url):
    async with open_store(url) as store, opened(url) as database:
        await fill(store, 2)
        await purge(database, LIMITS, NOON + timedelta(days=181))
        again = await guard(store, a_message(PHONE, message_id="m-1", conversation_id="c-1"))
        assert (again.ruling.value, again.findings) == ("block", ())
        with pytest.raises(Conflict):
            await guard(store, a_message("別の文", message_id="m-1", conversation_id="c-1"))
    assert len(await rows_of(url, "SELECT * FROM messages")) == 2


async def test_old_events_go(store, database):
    await fill(store)
    assert (await purge(database, LIMITS, NOON + timedelta(days=29))).events == 0
    assert (await purge(database, LIMITS, NOON + timedelta(days=31))).events == 1


async def test_the_chain_holds_over_several_batches(store, database, monkeypatch):
    assert await seal_ledger(database, NOON) == 0
    monkeypatch.setattr("bot.store.chain.BATCH", 2)
    await fill(store, 5)
    assert await seal_ledger(database, NOON) == 5
    await guard(store, a_message(message_id="later"))
    found = await verify_ledger(database)
    assert (found.seals, found.entries, found.unsealed, found.broken) == (3, 5, 1, None)
    assert await seal_ledger(database, NOON) == 1
    again = await verify_ledger(database)
    assert (again.entries, again.unsealed) == (6, 0)
    assert found.head in again.passed
    assert BATCH > 2


TAMPER = [
    pytest.param("UPDATE ledger SET facts = '{}' WHERE entry_id = 3", (3, "changed"), id="changed"),
    pytest.param("UPDATE ledger SET at = '2020-01-01 00:00:00' WHERE entry_id = 2", (2, "changed"), id="back-dated"),
    pytest.param("DELETE FROM ledger WHERE entry_id = 4", (4, "missing"), id="removed"),
    pytest.param("UPDATE ledger SET entry_id = -1 WHERE entry_id = 2", (2, "missing"), id="renumbered"),
    pytest.param("UPDATE ledger_seals SET digest = leaves", (1, "seal does not fit"), id="the seal itself"),
    pytest.param("DELETE FROM ledger WHERE entry_id IN (3, 5)", (3, "missing"), id="two: the first is named"),
]


@pytest.mark.parametrize(("statement", "broken"), TAMPER)
async def test_the_first_broken_entry_is_named(store, database, statement, broken):
    await fill(store, 5)
    await seal_ledger(database, NOON)

    def tamper(connection):
        if connection.dialect.name == "sqlite":
            for name in ("ledger_is_never", "ledger_seals_are_never"):
                for done in ("changed", "shortened"):
                    connection.execute(text(f"DROP TRIGGER {name}_{done}"))
        else:
            connection.execute(text("DROP TRIGGER ledger_is_append_only ON ledger"))
            connection.execute(text("DROP TRIGGER ledger_seals_are_append_only ON ledger_seals"))
        connection.execute(text(statement))

    await database.write(tamper)
    found = (await verify_ledger(database)).broken
    assert (found.entry_id, found.how) == broken


async def test_a_member_gets_everything_and_the_ledger_knows(store, database, url):
    await fill(store)
    await guard(store, a_message("他人の文", message_id="x", conversation_id="c-1", sender_id="u-2"))
    told = await export_member(database, Sealer(RING), "u-1", NOON)
    assert [one["content"]["text"] for one in told["messages"]].count("よろしくお願いします") == 2
    assert [one["why"] for one in told["cases"]] == ["block"]
    assert len(told["ledger"]) == 3
    assert "他人" not in json.dumps(told, ensure_ascii=False)
    [entry] = await rows_of(url, "SELECT subject FROM ledger WHERE verb = 'member.exported'")
    assert entry["subject"] == pseudonym_of(Sealer(RING), "u-1")


async def test_an_erased_member_is_nowhere_and_the_chain_still_holds(url):
    async with open_store(url) as store, opened(url) as database:
        await fill(store)
        await guard(store, a_message("他人の文", message_id="x", conversation_id="c-1", sender_id="u-2"))
        await seal_ledger(database, NOON)
        assert await erase_member(database, Sealer(RING), "u-1", NOON) == 3
        told = await export_member(database, Sealer(RING), "u-1", NOON)
        assert told["messages"] == []
        for table in ("messages", "ledger", "cases", "outbox"):
            assert "u-1" not in str(await rows_of(url, f"SELECT * FROM {table}"))
        async with store.conversation(a_message(message_id="y", conversation_id="c-1"), NOON) as thread:
            assert "erased" not in str(thread.recent)
        await guard(store, a_message("続き", message_id="z", conversation_id="c-1", sender_id="u-2"))
        async with store.conversation(a_message(message_id="y", conversation_id="c-1"), NOON) as thread:
            assert [one.message_id for one in thread.recent] == ["x", "z"]
        await seal_ledger(database, NOON)
        found = await verify_ledger(database)
        assert (found.broken, found.unsealed) == (None, 0)
