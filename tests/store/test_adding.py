"""The usual message is added without questions; a group in which anything is unusual is looked at one by one."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.domain.errors import Conflict, StaleView
from bot.domain.messages import Attachment, Role
from bot.domain.threads import Standing
from bot.flows.ports import Decided
from bot.policy.decide import decide
from bot.store import Sealer
from bot.store.adding import AT_ONCE, UnusualError
from bot.store.recording import Recorded, Recorder, Recording
from bot.store.upgrade import upgrade
from detectors import Kind, Scan
from tests.builders import NOON, RULEBOOK, a_finding, a_message, ids
from tests.databases import RING, gathered, open_store, opened, rows_of

SEALER = Sealer(RING)
CLEAN, FOUND = Scan(), Scan((a_finding(Kind.PHONE),))


@pytest.fixture
async def database(url):
    async with opened(url) as database:
        await upgrade(database)
        yield database


def recording(number, seen=CLEAN, *, version=0, **message):
    one = a_message(f"text {number}", message_id=f"m-{number}", **({"conversation_id": f"c-{number}"} | message))
    verdict = decide(one, seen, Standing(), RULEBOOK, case_id=f"case-{number}")
    return Recording(Decided(one, verdict, NOON), version, one.contract_id, 0)


def additions(*recordings):
    recorder = Recorder(SEALER, ids("event"))
    return [recorder.addition(one) for one in recordings]


async def counts(url):
    tables = ("conversations", "messages", "ledger", "cases", "outbox")
    return [len(await rows_of(url, f"SELECT * FROM {table}")) for table in tables]


@pytest.mark.parametrize("size", [1, 3, AT_ONCE, 2 * AT_ONCE + 5])
async def test_groups_of_any_size_are_written_whole(database, url, size):
    await database.add(additions(*[recording(number) for number in range(size)]))
    assert await counts(url) == [size, size, size, 0, 0]


async def test_what_is_added_is_what_would_have_been_written(database, url):
    given = [
        recording(1, FOUND, contract_id="k-1", sender_role=Role.CLIENT),
        recording(2, attachments=(Attachment("a.txt", text="b"),), sent_at=NOON),
        recording(3, FOUND),
    ]
    await database.add(additions(*given))
    added = [await rows_of(url, f"SELECT * FROM {name} ORDER BY 1") for name in ("messages", "cases", "outbox")]
    other = [replace(one, decided=replace(one.decided, message=moved(one), verdict=renamed(one))) for one in given]
    written = Recorder(SEALER, ids("later")).write
    await database.write(lambda connection: written(connection, other))
    both = [await rows_of(url, f"SELECT * FROM {name} ORDER BY 1") for name in ("messages", "cases", "outbox")]
    for before, after in zip(added, both, strict=True):
        assert len(after) == 2 * len(before)
        assert sorted(map(plain, after)) == sorted([*map(plain, before), *map(plain, before)])


def moved(one):
    message = one.decided.message
    return replace(message, message_id=f"{message.message_id}-x", conversation_id=f"{message.conversation_id}-x")


def renamed(one):
    message = moved(one)
    seen = FOUND if one.decided.verdict.findings else CLEAN
    return decide(message, seen, Standing(), RULEBOOK, case_id=f"{one.decided.verdict.case_id}-x")


def plain(row):
    """A row without what differs between two messages: ids, seals, hashes."""
    own = {"message_id", "conversation_id", "case_id", "event_id", "key", "facts", "fingerprint"}
    return str({name: value for name, value in row.items() if name not in own and not name.endswith("_sealed")})


@pytest.mark.parametrize(
    "unusual",
    [
        pytest.param({"number": 1}, id="a message that is there"),
        pytest.param({"number": 9, "conversation_id": "c-1"}, id="a conversation that is not new"),
        pytest.param({"number": 9, "conversation_id": "c-1", "version": 2}, id="a conversation that went on"),
        pytest.param({"number": 9, "conversation_id": "c-5"}, id="two of one conversation"),
        pytest.param({"number": 9, "contract_id": "k-1"}, id="a contract that somebody told"),
    ],
)
async def test_one_unusual_message_and_nothing_is_written(database, url, unusual):
    await database.add(additions(recording(1)))
    told = text(
        "INSERT INTO contracts (contract_id, work_style, state, revision, moved_at) "
        "VALUES ('k-1', 'project', 'escrowed', 1, '2026-11-22 10:00:00')"
    )
    await database.write(lambda connection: connection.execute(told))
    before = await counts(url)
    with pytest.raises(UnusualError):
        await database.add(additions(recording(4, FOUND), recording(5), recording(**unusual)))
    assert await counts(url) == before
    await database.add(additions(recording(4, FOUND), recording(5)))
    assert await counts(url) == [before[0] + 2, before[1] + 2, before[2] + 2, 1, 1]


async def test_the_next_message_of_a_conversation_is_usual(database, url):
    await database.add(additions(recording(1)))
    await database.add(additions(recording(2, conversation_id="c-1", version=1)))
    [conversation] = await rows_of(url, "SELECT * FROM conversations")
    assert conversation["version"] == 2


async def test_everybody_in_an_unusual_group_is_answered_for_themselves(store, url):
    recorder, writer = store._recorder, store._writer

    async def put(one):
        try:
            return await writer.do(recorder.write, one, recorder.addition(one))
        except (Conflict, StaleView) as error:
            return type(error)

    await put(recording(1))
    other = recording(1, sender_id="somebody else")
    answers = await gathered(*map(put, [recording(1), other, recording(2), recording(3, conversation_id="c-1")]))
    first, conflict, second, stale = answers
    assert (first.is_new, conflict, second, stale) == (
        False,
        Conflict,
        Recorded(recording(2).decided.verdict, is_new=True),
        StaleView,
    )
    assert len(await rows_of(url, "SELECT * FROM ledger")) == 2


async def test_an_edit_is_never_simply_added():
    assert Recorder(SEALER, ids("event")).addition(recording(1, revision=2)) is None


async def test_conversations_are_known_once_something_is_said(database):
    many = [recording(number) for number in range(AT_ONCE + 3)]
    await database.add(additions(*many))
    asked = [one.conversation_id for one in many]
    assert await database.known([*asked, "c-new"]) == set(asked)
    assert await database.known(["c-new"]) == set()


async def test_an_edit_does_not_wait_for_a_lull(store):
    recorder, writer, stop = store._recorder, store._writer, False

    async def talk(name):
        version = 0
        while not stop:
            one = recording(f"{name}-{version}", conversation_id=name, version=version)
            await writer.do(recorder.write, one, recorder.addition(one))
            version += 1

    talking = [asyncio.create_task(talk(f"t-{number}")) for number in range(8)]
    await asyncio.sleep(0.05)
    edit = recording("edited", revision=2)
    assert (await asyncio.wait_for(writer.do(recorder.write, edit, recorder.addition(edit)), 10)).is_new
    stop = True
    await asyncio.gather(*talking)


async def test_what_waits_when_the_store_closes_is_written(url):
    async with open_store(url) as store:
        recorder, writer = store._recorder, store._writer
        await writer.do(recorder.write, recording(1), recorder.addition(recording(1)))
        given = [recording(1), recording(2), recording(3, revision=2)]
        waiting = [asyncio.create_task(writer.do(recorder.write, one, recorder.addition(one))) for one in given]
        await asyncio.sleep(0)
    assert [(await one).is_new for one in waiting] == [False, True, True]
