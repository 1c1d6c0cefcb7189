"""What is kept of requests and cases: sealed, rotated, purged when it is over, erased with the member, frozen."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.domain.actors import Actor, Rank
from bot.domain.contracts import Parties, State, WorkStyle
from bot.domain.disclosures import DenialReason
from bot.domain.members import Told
from bot.domain.mutual import Details
from bot.flows.appeal_message import appeal_message
from bot.flows.decide_disclosure import approve_disclosure, deny_disclosure
from bot.flows.desk import Office
from bot.flows.exchange_details import MutualMove, end_mutual_request, send_mutual_request
from bot.flows.file_disclosure import Filing, file_disclosure
from bot.flows.guard_message import guard_message
from bot.flows.move_contract import move_contract
from bot.flows.remind_counterpart import remind_counterpart
from bot.flows.report_violation import Report, ReportCategory, report_violation
from bot.flows.resolve_case import uphold_case
from bot.flows.tell_member import tell_member
from bot.store import KeyRing, Sealer
from bot.store.chain import seal_ledger, verify_ledger
from bot.store.personal import erase_member, export_member
from bot.store.retention import Limits, purge
from bot.store.rotation import SEALED, count_stale, reseal
from bot.store.snapshots import freeze_snapshots
from bot.store.tables import metadata
from tests.builders import NOON, RULEBOOK, a_message, ids
from tests.databases import RING, open_store, opened, rows_of

PHONE = "携帯は 090-1234-5678 です"
NEW = KeyRing({**RING.sealing, "k2": bytes(range(1, 33))}, "k2", RING.digest)
MEMBER, OTHER = Actor("u-1", Rank.MEMBER), Actor("u-2", Rank.MEMBER)
MOD = Actor("mod-1", Rank.MODERATOR)
FILING = Filing("meeting", RULEBOOK.notes_version, is_agreed=True, purpose_text="秘密の用件")
LATER = NOON + timedelta(days=200)
LIMITS = Limits(timedelta(hours=24), timedelta(days=180), timedelta(days=30))
TABLES = sorted(set(metadata.tables) - {"api_keys", "ledger_seals"})


async def guard(store, message_id, text=PHONE, now=NOON, **more):
    message = a_message(text, message_id=message_id, **more)
    return await guard_message(message, store, RULEBOOK, now=now, new_id=ids(f"case-{message_id}"))


async def fill(store):
    """One of everything, by and about u-1."""
    office = Office(store.desk, RULEBOOK, ids("new"))
    parties = Parties("u-2", "u-1")
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON, parties=parties, office=office)
    for number, decide in enumerate((approve_disclosure, deny_disclosure)):
        await guard(store, f"m-{number}", "会社は 03-1234-5678 です" if number else PHONE, contract_id="k-1")
        one = (await office.desk.disclosures_on("k-1"))[-1]
        await file_disclosure(one.disclosure_id, FILING, office, by=MEMBER, now=NOON)
        words = (DenialReason.NOT_NECESSARY,) if decide is deny_disclosure else ()
        await decide(one.disclosure_id, *words, office, by=MOD, now=NOON, seen_revision=2)
    sent = await send_mutual_request(
        "k-1", Details("山田 花子", "東京都"), RULEBOOK.notes_version, office, by=MEMBER, now=NOON
    )
    await end_mutual_request(sent.request_id, MutualMove.DECLINE, office, by=OTHER, now=NOON)
    blocked = await guard(store, "m-8", conversation_id="c-2")
    await appeal_message("m-8", "秘密の理由", office, by=MEMBER, now=NOON)
    await uphold_case(blocked.case_id, office, by=MOD, now=NOON, seen_revision=2)
    await report_violation(Report(ReportCategory.OTHER, "m-0", text="秘密の申告"), office, by=MEMBER, now=NOON)
    return office


@pytest.fixture
async def database(url):
    async with opened(url) as database:
        yield database


def test_every_sealed_column_is_rotated():
    listed = {column for one in SEALED for column, _ in one.columns}
    sealed = {
        column for table in metadata.tables.values() for column in table.columns if column.name.endswith("_sealed")
    }
    assert listed == sealed


async def test_everything_is_sealed_anew_with_the_new_key(store, database):
    office = await fill(store)
    await freeze_snapshots(database, Sealer(RING), NOON)
    count = await count_stale(database, Sealer(NEW))
    assert count > 10
    assert await reseal(database, Sealer(NEW), lambda _: None) == count
    assert await count_stale(database, Sealer(NEW)) == 0
    only_new = Sealer(KeyRing({"k2": NEW.sealing["k2"]}, "k2", RING.digest))
    for one in SEALED:
        rows = await database.read(lambda connection: connection.execute(select(one.table)).all())  # noqa: B023
        for row in rows:
            for column, name in one.columns:
                if getattr(row, column.name) is not None:
                    only_new.open(getattr(row, column.name), name, one.bound_to(row))
    assert office


async def test_nothing_a_member_wrote_can_be_read_in_any_table(store, url, database):
    await fill(store)
    await freeze_snapshots(database, Sealer(RING), NOON)
    for table in TABLES:
        kept = str([dict(row) for row in await rows_of(url, f"SELECT * FROM {table}")])
        assert not [secret for secret in ("5678", "秘密", "山田", "東京") if secret in kept], table


async def test_what_is_over_is_purged_and_what_holds_is_kept(store, url, database):
    await fill(store)
    await guard(store, "m-9", conversation_id="c-3")
    await freeze_snapshots(database, Sealer(RING), NOON)
    await purge(database, LIMITS, NOON + timedelta(days=100))
    assert None not in [row["content_sealed"] for row in await rows_of(url, "SELECT * FROM disclosures")]
    await purge(database, LIMITS, LATER)
    kept = {row["state"]: row["content_sealed"] is not None for row in await rows_of(url, "SELECT * FROM disclosures")}
    assert kept == {"approved": True, "denied": False}
    assert [row["contact_sealed"] is not None for row in await rows_of(url, "SELECT * FROM grants")] == [True]
    assert [row["content_sealed"] for row in await rows_of(url, "SELECT * FROM mutual_requests")] == [None]
    said = {row["state"]: row["said_sealed"] is not None for row in await rows_of(url, "SELECT * FROM cases")}
    assert (said["upheld"], said["open"]) == (False, False) or said["upheld"] is False
    frozen = await rows_of(
        url, "SELECT thread_sealed, state FROM snapshots JOIN cases ON cases.case_id = snapshots.subject_id"
    )
    assert {row["state"]: row["thread_sealed"] is not None for row in frozen} == {"upheld": False, "open": True}
    assert (await guard(store, "m-10", contract_id="k-1", now=LATER)).outcome.value == "allow", "the grant holds"


async def test_an_erased_member_is_in_no_table_and_the_chain_still_holds(store, url, database):
    await fill(store)
    await freeze_snapshots(database, Sealer(RING), NOON)
    await seal_ledger(database, NOON)
    await erase_member(database, Sealer(RING), "u-1", NOON)
    for table in TABLES:
        rows = [dict(row) for row in await rows_of(url, f"SELECT * FROM {table}")]
        assert "u-1" not in str(rows), table
    told = await export_member(database, Sealer(RING), "u-1", NOON)
    assert (told["messages"], told["disclosures"], told["strikes"]) == ([], [], [])
    await seal_ledger(database, NOON)
    assert (await verify_ledger(database)).broken is None


async def test_an_erased_members_words_are_gone_from_the_threads_of_others(store, database):
    office = Office(store.desk, RULEBOOK, ids("new"))
    await guard(store, "m-1", "秘密の話です")
    blocked = await guard(store, "m-2", sender_id="u-2")
    before = await office.desk.snapshot(blocked.case_id)
    assert [line.text for line in before.lines] == ["秘密の話です", PHONE]
    await erase_member(database, Sealer(RING), "u-1", NOON)
    after = await office.desk.snapshot(blocked.case_id)
    assert [(line.sender_id == "u-1", line.text) for line in after.lines] == [(False, ""), (False, PHONE)]


async def test_a_member_gets_their_requests_and_strikes(store, database):
    await fill(store)
    told = await export_member(database, Sealer(RING), "u-1", NOON)
    assert {one["state"] for one in told["disclosures"]} == {"approved", "denied"}
    assert told["disclosures"][0]["purpose_text"] == "秘密の用件"
    assert [one["step"] for one in told["strikes"]] == ["warning"]


async def test_the_thread_is_frozen_ten_before_and_ten_after(store, database):
    office = Office(store.desk, RULEBOOK, ids("new"))
    for number in range(12):
        await guard(store, f"a-{number:02}", f"前の話 {number}")
    blocked = await guard(store, "m-1")
    await freeze_snapshots(database, Sealer(RING), NOON)
    for number in range(12):
        await guard(store, f"b-{number:02}", f"後の話 {number}")
    await freeze_snapshots(database, Sealer(RING), NOON)
    thread = await office.desk.snapshot(blocked.case_id)
    assert [line.message_id for line in thread.lines] == [
        *(f"a-{number:02}" for number in range(2, 12)),
        "m-1",
        *(f"b-{number:02}" for number in range(10)),
    ]
    assert (thread.about, thread.is_complete) == (10, True)
    await purge(database, LIMITS, NOON + timedelta(days=2))
    assert [line.text for line in (await office.desk.snapshot(blocked.case_id)).lines[:2]] == ["前の話 2", "前の話 3"]


async def test_a_quiet_thread_is_closed_before_its_texts_are_purged(store, database):
    blocked = await guard(store, "m-1")
    await freeze_snapshots(database, Sealer(RING), NOON + timedelta(hours=23))
    office = Office(store.desk, RULEBOOK, ids("new"))
    assert (await office.desk.snapshot(blocked.case_id)).is_complete


async def test_a_store_is_opened_once_more_and_everything_is_there(url):
    async with open_store(url) as store:
        await fill(store)
    async with open_store(url, ids("again")) as store:
        assert (await guard(store, "m-10", contract_id="k-1")).outcome.value == "allow"


async def test_an_erased_member_who_was_told_is_in_no_table_either(store, url, database):
    await tell_member(Told("u-1", name="山田 花子"), store.members, now=NOON)
    await fill(store)
    await remind(store)
    told = await export_member(database, Sealer(RING), "u-1", NOON)
    assert "member.told" in {one["verb"] for one in told["ledger"]}
    await erase_member(database, Sealer(RING), "u-1", NOON)
    for table in TABLES:
        assert "u-1" not in str([dict(row) for row in await rows_of(url, f"SELECT * FROM {table}")]), table
    await seal_ledger(database, NOON)
    assert (await verify_ledger(database)).broken is None


async def remind(store):
    """A reminder by u-1, and one they were asked to answer."""
    office = Office(store.desk, RULEBOOK, ids("reminder"))
    for number, sender in enumerate(("u-1", "u-2")):
        where = f"r-{number}"
        for side in ("u-2" if sender == "u-1" else "u-1", sender):
            await guard(store, f"{where}-{side[2:]}", "ご確認ください", conversation_id=where, sender_id=side)
        by = Actor(sender, Rank.MEMBER)
        await remind_counterpart(where, office, by=by, now=NOON + timedelta(days=8))


async def test_what_was_frozen_stays_in_its_place_when_a_member_is_erased_and_more_follows(store, database):
    office = Office(store.desk, RULEBOOK, ids("new"))
    for number in range(3):
        await guard(store, f"a-{number}", "前の話")
    blocked = await guard(store, "m-1", sender_id="u-2")
    await office.desk.snapshot(blocked.case_id)
    await erase_member(database, Sealer(RING), "u-1", NOON)
    for number in range(4):
        await guard(store, f"b-{number}", "後の話", sender_id="u-2")
    thread = await office.desk.snapshot(blocked.case_id)
    assert [line.message_id for line in thread.lines] == ["a-0", "a-1", "a-2", "m-1", "b-0", "b-1", "b-2", "b-3"]
    assert (thread.about, thread.lines[3].text) == (3, PHONE)


async def test_what_ended_yesterday_is_kept_however_old_it_is(store, url, database):
    office = Office(store.desk, RULEBOOK, ids("new"))
    blocked = await guard(store, "m-1")
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON, office=office)
    await guard(store, "m-2", contract_id="k-1", conversation_id="c-2")
    [one] = await office.desk.disclosures_on("k-1")
    await file_disclosure(one.disclosure_id, FILING, office, by=MEMBER, now=NOON)
    await freeze_snapshots(database, Sealer(RING), NOON + timedelta(hours=23))
    yesterday = NOON + timedelta(days=199)
    await uphold_case(blocked.case_id, office, by=MOD, now=yesterday, seen_revision=1)
    reason = DenialReason.NOT_NECESSARY
    await deny_disclosure(one.disclosure_id, reason, office, by=MOD, now=yesterday, seen_revision=2)
    await purge(database, LIMITS, LATER)
    assert (await office.desk.disclosure(one.disclosure_id)).contacts, "it may be appealed"
    for subject_id in (blocked.case_id, one.disclosure_id):
        assert (await office.desk.snapshot(subject_id)) is not None
    await purge(database, LIMITS, yesterday + timedelta(days=181))
    assert (await office.desk.disclosure(one.disclosure_id)).contacts == ()
    for subject_id in (blocked.case_id, one.disclosure_id):
        assert (await office.desk.snapshot(subject_id)) is None
