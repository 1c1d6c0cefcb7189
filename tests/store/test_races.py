"""Fifty people decide the same thing at once, in two processes: one wins, the others read who it was."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.actors import Actor, Rank
from bot.domain.cases import CaseState
from bot.domain.contracts import NOBODY, Parties, State, WorkStyle
from bot.domain.disclosures import DenialReason, DisclosureState, RevocationReason
from bot.domain.errors import AlreadyDecided, Conflict, SekimoriError
from bot.domain.mutual import Details
from bot.flows.appeal_message import appeal_message
from bot.flows.decide_disclosure import approve_disclosure, deny_disclosure, revoke_disclosure
from bot.flows.desk import Office
from bot.flows.exchange_details import send_mutual_request
from bot.flows.file_disclosure import Filing, file_disclosure
from bot.flows.guard_message import guard_message
from bot.flows.move_contract import move_contract
from bot.flows.remind_counterpart import remind_counterpart
from bot.flows.resolve_case import overturn_case, uphold_case
from tests.builders import NOON, RULEBOOK, a_message, ids
from tests.databases import gathered, open_store, rows_of

PHONE = "携帯は 090-1234-5678 です"
FILING = Filing("meeting", RULEBOOK.notes_version, is_agreed=True, purpose_text="打ち合わせ")
MEMBER = Actor("u-1", Rank.MEMBER)
PEOPLE = [Actor(f"mod-{number}", Rank.MODERATOR) for number in range(50)]


@pytest.fixture
async def offices(url):
    """The desk of two processes over one database."""
    async with open_store(url, ids("one")) as one, open_store(url, ids("other")) as other:
        yield [(store, Office(store.desk, RULEBOOK, ids(name))) for store, name in ((one, "a"), (other, "b"))]


async def guard(store, **message):
    one = a_message(PHONE, **message)
    return await guard_message(one, store, RULEBOOK, now=NOON, new_id=ids(f"case-{one.message_id}"))


async def a_filed_request(store, office):
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON)
    await guard(store, contract_id="k-1")
    [offered] = await office.desk.disclosures_on("k-1")
    return await file_disclosure(offered.disclosure_id, FILING, office, by=MEMBER, now=NOON)


def outcome_of(results):
    """Who won; everybody else was told who it was."""
    lost = [one for one in results if isinstance(one, BaseException)]
    assert all(isinstance(one, AlreadyDecided) for one in lost), Counter(map(repr, lost))
    [won] = [one for one in results if not isinstance(one, BaseException)]
    assert {one.about["by"] for one in lost} == {won.decided_by}
    return won, lost


async def test_of_fifty_decisions_on_one_request_one_holds(offices, url):
    (store, office), (_, other) = offices
    filed = await a_filed_request(store, office)
    deeds = [
        approve_disclosure(filed.disclosure_id, desk, by=by, now=NOON, seen_revision=filed.revision)
        if number % 3
        else deny_disclosure(
            filed.disclosure_id, DenialReason.NOT_NECESSARY, desk, by=by, now=NOON, seen_revision=filed.revision
        )
        for number, (by, desk) in enumerate(zip(PEOPLE, [office, other] * 25, strict=True))
    ]
    won, lost = outcome_of(await gathered(*deeds))
    assert len(lost) == 49
    granted = await rows_of(url, "SELECT * FROM grants")
    assert len(granted) == (won.state is DisclosureState.APPROVED)
    verbs = Counter(row["verb"] for row in await rows_of(url, "SELECT verb FROM ledger"))
    assert verbs["disclosure.approved"] + verbs["disclosure.denied"] == 1
    kinds = Counter(row["kind"] for row in await rows_of(url, "SELECT kind FROM outbox"))
    assert kinds["disclosure.approved"] + kinds["disclosure.denied"] == 1


async def test_of_fifty_decisions_on_one_case_one_holds(offices, url):
    (store, office), (_, other) = offices
    case_id = (await guard(store)).case_id
    deeds = [
        (uphold_case if number % 2 else overturn_case)(case_id, desk, by=by, now=NOON, seen_revision=1)
        for number, (by, desk) in enumerate(zip(PEOPLE, [office, other] * 25, strict=True))
    ]
    won, lost = outcome_of(await gathered(*deeds))
    assert len(lost) == 49
    strikes, grants = await rows_of(url, "SELECT * FROM strikes"), await rows_of(url, "SELECT * FROM grants")
    assert (len(strikes), len(grants)) == ((1, 0) if won.state is CaseState.UPHELD else (0, 1))


async def test_an_approval_and_a_refund_at_the_same_moment_leave_nothing_granted(offices, url):
    (store, office), (far, other) = offices
    filed = await a_filed_request(store, office)
    by, seen = PEOPLE[0], filed.revision
    results = await gathered(
        approve_disclosure(filed.disclosure_id, office, by=by, now=NOON, seen_revision=seen),
        move_contract("k-1", WorkStyle.PROJECT, State.REFUNDED, far, now=NOON, parties=NOBODY, office=other),
    )
    assert not isinstance(results[1], BaseException)
    assert isinstance(results[0], Conflict | type(filed))
    state = (await office.disclosure(filed.disclosure_id)).state
    assert state in {DisclosureState.CLOSED, DisclosureState.REVOKED}
    assert await rows_of(url, "SELECT * FROM grants WHERE ended_at IS NULL") == []
    assert not (await office.message("m-1")).delivery.is_visible
    assert (await guard(store, contract_id="k-1", message_id="m-2")).outcome.value == "block"


async def test_an_approval_and_an_edit_at_the_same_moment_never_show_what_nobody_reviewed(offices):
    (store, office), (far, _) = offices
    filed = await a_filed_request(store, office)
    seen = filed.revision
    await gathered(
        approve_disclosure(filed.disclosure_id, office, by=PEOPLE[0], now=NOON, seen_revision=seen),
        guard_message(
            a_message("会社は 03-1234-5678 です", contract_id="k-1", revision=2),
            far,
            RULEBOOK,
            now=NOON,
            new_id=ids("edited"),
        ),
    )
    newest = await office.message("m-1")
    assert (newest.ref.revision, newest.delivery.is_visible) == (2, False)


async def test_a_grant_holds_at_once_in_the_other_process_and_ends_there_too(offices):
    (store, office), (far, other) = offices
    filed = await a_filed_request(store, office)
    assert (await guard(far, contract_id="k-1", message_id="m-2")).outcome.value == "hold: disclosure"
    done = await approve_disclosure(filed.disclosure_id, office, by=PEOPLE[0], now=NOON, seen_revision=2)
    assert (await guard(far, contract_id="k-1", message_id="m-3")).outcome.value == "allow"
    lead = Actor("lead-1", Rank.LEAD)
    await revoke_disclosure(
        done.disclosure_id, RevocationReason.MISUSED, other, by=lead, now=NOON, seen_revision=done.revision
    )
    assert (await guard(store, contract_id="k-1", message_id="m-4")).outcome.value == "hold: disclosure"


async def test_a_request_filed_twice_at_once_is_filed_once(offices, url):
    (store, office), (_, other) = offices
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON)
    await guard(store, contract_id="k-1")
    [offered] = await office.desk.disclosures_on("k-1")
    results = await gathered(
        *(file_disclosure(offered.disclosure_id, FILING, desk, by=MEMBER, now=NOON) for desk in (office, other) * 5)
    )
    assert sum(not isinstance(one, BaseException) for one in results) == 1
    assert all(isinstance(one, SekimoriError) for one in results if isinstance(one, BaseException))
    kinds = Counter(row["kind"] for row in await rows_of(url, "SELECT kind FROM outbox"))
    assert (kinds["disclosure.filed"], kinds["message.released"]) == (1, 1)


async def test_a_limit_holds_for_two_sides_who_file_at_once(offices, url):
    (store, office), (far, other) = offices
    terms = replace(RULEBOOK.policy.disclosure, limit_per_contract=1)
    rulebook = replace(RULEBOOK, policy=replace(RULEBOOK.policy, disclosure=terms))
    desks = [replace(one, rulebook=rulebook) for one in (office, other)]
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON)
    await guard(store, contract_id="k-1")
    await guard(far, contract_id="k-1", message_id="m-2", sender_id="u-2", conversation_id="c-2")
    offered = await office.desk.disclosures_on("k-1")
    results = await gathered(
        *(
            file_disclosure(one.disclosure_id, FILING, desk, by=Actor(one.member_id, Rank.MEMBER), now=NOON)
            for one, desk in zip(offered, desks, strict=True)
        )
    )
    [lost] = [one for one in results if isinstance(one, BaseException)]
    assert (type(lost), lost.word) == (Conflict, "disclosure_limit")
    states = sorted(row["state"] for row in await rows_of(url, "SELECT state FROM disclosures"))
    assert states == ["filed", "offered"]


async def test_cases_of_one_member_upheld_at_once_climb_the_ladder_step_by_step(offices, url):
    (store, office), (_, other) = offices
    verdicts = [await guard(store, message_id=f"m-{one}", conversation_id=f"c-{one}") for one in range(3)]
    case_ids = [one["case_id"] for one in await rows_of(url, "SELECT case_id FROM cases")]
    assert len(case_ids) == len(verdicts)
    await gathered(
        *(
            uphold_case(case_id, desk, by=by, now=NOON, seen_revision=1)
            for case_id, desk, by in zip(case_ids, (office, other, office), PEOPLE, strict=False)
        )
    )
    steps = [row["step"] for row in await rows_of(url, "SELECT step FROM strikes")]
    assert sorted(steps) == ["limit", "suspension", "warning"]


async def test_an_appeal_sent_fifty_times_is_one(offices, url):
    (store, office), (_, other) = offices
    await guard(store)
    results = await gathered(
        *(appeal_message("m-1", "型番です", desk, by=MEMBER, now=NOON) for desk in (office, other) * 25)
    )
    lost = [one for one in results if isinstance(one, BaseException)]
    assert len(lost) == 49
    assert {(type(one), getattr(one, "word", "")) for one in lost} == {(Conflict, "appealed_before")}
    kinds = Counter(row["kind"] for row in await rows_of(url, "SELECT kind FROM outbox"))
    assert kinds["case.appealed"] == 1


async def test_new_appeals_at_once_open_one_case(offices, url):
    (store, office), (_, other) = offices
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON)
    await guard(store, contract_id="k-1")
    await gathered(*(appeal_message("m-1", "型番です", desk, by=MEMBER, now=NOON) for desk in (office, other) * 5))
    assert len(await rows_of(url, "SELECT * FROM cases")) == 1


async def test_reminders_at_once_are_one(offices, url):
    (store, office), (_, other) = offices
    for number, sender in enumerate(("u-2", "u-1")):
        message = a_message("ご確認ください", message_id=f"r-{number}", sender_id=sender)
        await guard_message(message, store, RULEBOOK, now=NOON, new_id=ids("case"))
    later = NOON + timedelta(days=8)
    results = await gathered(*(remind_counterpart("c-1", desk, by=MEMBER, now=later) for desk in (office, other) * 5))
    assert sum(not isinstance(one, BaseException) for one in results) == 1
    assert len(await rows_of(url, "SELECT * FROM reminders")) == 1


async def test_mutual_requests_at_once_are_one(offices, url):
    (store, office), (_, other) = offices
    sides = Parties("u-2", "u-1")
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON, parties=sides)
    details, notes = Details("山田 花子", "東京都"), RULEBOOK.notes_version
    await gathered(
        *(
            send_mutual_request("k-1", details, notes, desk, by=Actor(who, Rank.MEMBER), now=NOON)
            for who, desk in zip(("u-1", "u-2") * 5, (office, other) * 5, strict=True)
        )
    )
    assert len(await rows_of(url, "SELECT * FROM mutual_requests")) == 1
