"""Fifty people decide the same thing at once, in two processes: one wins, the others read who it was."""

from collections import Counter

import pytest

from bot.domain.actors import Actor, Rank
from bot.domain.cases import CaseState
from bot.domain.contracts import NOBODY, State, WorkStyle
from bot.domain.disclosures import DenialReason, DisclosureState, RevocationReason
from bot.domain.errors import AlreadyDecided, Conflict, SekimoriError
from bot.flows.decide_disclosure import approve_disclosure, deny_disclosure, revoke_disclosure
from bot.flows.desk import Office
from bot.flows.file_disclosure import Filing, file_disclosure
from bot.flows.guard_message import guard_message
from bot.flows.move_contract import move_contract
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
    return await guard_message(a_message(PHONE, **message), store, RULEBOOK, now=NOON, new_id=ids("case"))


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
