"""Reports, reminders, mutual requests, deadlines and limits, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.actors import Actor, Rank
from bot.domain.cases import Case, CaseMove, CaseState, CaseWhy, ReportCategory
from bot.domain.changes import Change, Moved
from bot.domain.contracts import Parties, State, WorkStyle
from bot.domain.disclosures import Contact, DisclosureState
from bot.domain.errors import BadInput, Conflict, NotFound, NotPermitted
from bot.domain.members import Fact, Proof, Told, Verification
from bot.domain.mutual import Details, MutualMove, MutualState
from bot.domain.reminders import ReminderState
from bot.domain.terms import Publication, Reveal
from bot.domain.verdicts import Outcome
from bot.flows.appeal_message import appeal_message
from bot.flows.decide_disclosure import approve_disclosure
from bot.flows.desk import Office
from bot.flows.end_disclosure import withdraw_disclosure
from bot.flows.exchange_details import agree_to_mutual_request, end_mutual_request, send_mutual_request
from bot.flows.file_disclosure import Filing, file_disclosure, request_disclosure
from bot.flows.guard_message import guard_message
from bot.flows.move_contract import move_contract
from bot.flows.remind_counterpart import remind_counterpart
from bot.flows.report_violation import Report, report_violation
from bot.flows.resolve_case import overturn_case, uphold_case
from bot.flows.reveal_contact import reveal_contact
from bot.flows.take_case import take_case
from bot.flows.tell_member import tell_member
from bot.flows.watch_deadlines import watch_deadlines
from detectors import Kind
from tests.builders import NOON, RULEBOOK, a_message, ids
from tests.databases import open_store, rows_of

PHONE = "携帯は 090-1234-5678 です"
U1, U2, U3 = (Actor(f"u-{number}", Rank.MEMBER) for number in (1, 2, 3))
MOD, LEAD = Actor("mod-1", Rank.MODERATOR), Actor("lead-1", Rank.LEAD)
FILING = Filing("meeting", RULEBOOK.notes_version, is_agreed=True, purpose_text="打ち合わせ")
MONDAY = NOON + timedelta(days=8)  # 30 November: no holiday near
NUMBER = Contact(Kind.PHONE, "+819012345678")


class Scene:
    """An escrowed project of u-1 and u-2, and the means to act in it."""

    def __init__(self, store):
        self.store, self.rulebook = store, RULEBOOK
        self.new_id = ids("new")

    @property
    def office(self):
        return Office(self.store.desk, self.rulebook, self.new_id)

    def terms(self, **more):
        disclosure = replace(self.rulebook.policy.disclosure, **more)
        self.rulebook = replace(self.rulebook, policy=replace(self.rulebook.policy, disclosure=disclosure))

    async def says(self, message_id, text=PHONE, sender="u-1", now=MONDAY, **more):
        message = a_message(text, message_id=message_id, sender_id=sender, **{"contract_id": "k-1"} | more)
        return await guard_message(message, self.store, self.rulebook, now=now, new_id=self.new_id)

    async def moves(self, state):
        return await move_contract(
            "k-1", WorkStyle.PROJECT, state, self.store, now=MONDAY, parties=Parties("u-2", "u-1"), office=self.office
        )

    async def offered(self, message_id="m-1"):
        await self.says(message_id)
        return (await self.office.desk.disclosures_on("k-1"))[-1]

    async def filed(self, message_id="m-1", filing=FILING, by=U1, now=MONDAY):
        one = await self.offered(message_id)
        return await file_disclosure(one.disclosure_id, filing, self.office, by=by, now=now)


@pytest.fixture
async def scene(url):
    async with open_store(url) as store:
        scene = Scene(store)
        await scene.moves(State.ESCROWED)
        yield scene


async def kinds(url):
    return [row["kind"] for row in await rows_of(url, "SELECT kind FROM outbox ORDER BY created_at")]


async def test_published_only_once_approved(scene, url):
    scene.terms(publication=Publication.AFTER_APPROVAL)
    one = await scene.filed()
    assert not (await scene.office.message("m-1")).delivery.is_visible
    assert "message.released" not in await kinds(url)
    await approve_disclosure(one.disclosure_id, scene.office, by=MOD, now=MONDAY, seen_revision=2)
    assert (await scene.office.message("m-1")).delivery.is_visible
    assert "message.released" in await kinds(url)


async def test_a_limit_counts_either_side_and_not_what_was_withdrawn(scene):
    scene.terms(limit_per_contract=1)
    first = await scene.filed("m-1")
    with pytest.raises(Conflict, match="disclosure_limit"):
        await scene.filed("m-2")
    await withdraw_disclosure(first.disclosure_id, scene.office, by=U1, now=MONDAY)
    assert (await scene.filed("m-3")).state is DisclosureState.FILED


async def test_the_lane_is_closed_unless_the_policy_opens_it(scene):
    verified = dict.fromkeys(Fact, Verification(Proof.VERIFIED, NOON.date()))
    for member_id in ("u-1", "u-2"):
        await tell_member(Told(member_id, facts=verified), scene.store.members, now=NOON)
    assert (await scene.filed("m-1")).state is DisclosureState.FILED
    scene.terms(auto_approve=True)
    assert (await scene.filed("m-2")).state is DisclosureState.APPROVED
    assert (await scene.says("m-3")).outcome is Outcome.ALLOW


async def test_the_lane_takes_nothing_of_which_something_is_unknown(scene):
    scene.terms(auto_approve=True)
    assert (await scene.filed()).state is DisclosureState.FILED


async def test_somebody_elses_request_cannot_be_filed(scene):
    one = await scene.offered()
    for by in (U2, MOD):
        with pytest.raises(NotPermitted):
            await file_disclosure(one.disclosure_id, FILING, scene.office, by=by, now=MONDAY)


async def test_a_request_without_a_message_is_granted_too(scene):
    one = await request_disclosure("k-1", [NUMBER, NUMBER], scene.office, by=U1, now=MONDAY)
    assert one.contacts == (NUMBER,)
    await file_disclosure(one.disclosure_id, FILING, scene.office, by=U1, now=MONDAY)
    await approve_disclosure(one.disclosure_id, scene.office, by=MOD, now=MONDAY, seen_revision=2)
    assert (await scene.says("m-1")).outcome is Outcome.ALLOW
    assert (await scene.says("m-2", sender="u-2")).outcome is Outcome.HOLD_DISCLOSURE, "the other side has no grant"


async def test_where_the_policy_knows_no_disclosure_none_is_made(scene):
    with pytest.raises(NotPermitted):
        await request_disclosure("k-1", [NUMBER], scene.office, by=U3, now=MONDAY)
    with pytest.raises(Conflict, match="no_contract"):
        await request_disclosure("k-9", [NUMBER], scene.office, by=U1, now=MONDAY)
    await scene.moves(State.REFUNDED)
    with pytest.raises(Conflict, match="disclosure_not_possible"):
        await request_disclosure("k-1", [NUMBER], scene.office, by=U1, now=MONDAY)


async def test_what_nobody_files_lapses_and_says_so_once(scene, url):
    one = await scene.offered()
    await watch_deadlines(scene.office, now=MONDAY + timedelta(days=6))
    assert (await scene.office.disclosure(one.disclosure_id)).state is DisclosureState.OFFERED
    for _ in range(2):
        await watch_deadlines(scene.office, now=MONDAY + timedelta(days=7))
    assert (await scene.office.disclosure(one.disclosure_id)).state is DisclosureState.LAPSED
    assert (await kinds(url)).count("disclosure.lapsed") == 1


async def test_a_decision_that_is_due_is_reminded_of_and_a_late_one_told_once(scene, url):
    await scene.filed()
    await watch_deadlines(scene.office, now=MONDAY)
    assert "disclosure.due_soon" not in await kinds(url)
    for hours in (30, 31, 49, 60):
        await watch_deadlines(scene.office, now=MONDAY + timedelta(hours=hours))
    told = await kinds(url)
    assert (told.count("disclosure.due_soon"), told.count("disclosure.overdue")) == (1, 1)


async def test_a_report_goes_one_way_and_opens_a_case(scene, url):
    await scene.says("m-1", "手数料なしで直接お振り込みしますよ", sender="u-2")
    case = await report_violation(
        Report(ReportCategory.DIRECT_DEALING, "m-1", text="困っています"), scene.office, by=U1, now=MONDAY
    )
    assert (case.why, case.member_id, case.reported_by, case.contract_id) == (CaseWhy.REPORT, "u-2", "u-1", "k-1")
    await uphold_case(case.case_id, scene.office, by=MOD, now=MONDAY, seen_revision=1)
    assert [one.member_id for one in await scene.office.desk.strikes_of("u-2")] == ["u-2"]
    facts = [row["facts"] for row in await rows_of(url, "SELECT facts FROM outbox")]
    assert not any("困っています" in one for one in facts)


@pytest.mark.parametrize(
    ("report", "by", "refusal"),
    [
        pytest.param(Report(ReportCategory.OTHER, "m-1", text=" "), U1, BadInput, id="other, without words"),
        pytest.param(Report(ReportCategory.UNPAID_TRIAL), U1, BadInput, id="of nothing"),
        pytest.param(Report(ReportCategory.UNPAID_TRIAL, "m-9"), U1, NotFound, id="of no message"),
        pytest.param(Report(ReportCategory.UNPAID_TRIAL, conversation_id="c-9"), U1, NotFound, id="of nobody"),
        pytest.param(Report(ReportCategory.UNPAID_TRIAL, "m-1"), U3, NotPermitted, id="by a stranger"),
    ],
)
async def test_what_cannot_be_reported(scene, report, by, refusal):
    await scene.says("m-1", "よろしくお願いします")
    with pytest.raises(refusal):
        await report_violation(report, scene.office, by=by, now=MONDAY)


async def test_silence_is_reminded_of_and_more_of_it_opens_a_case(scene, url):
    await scene.says("m-1", "よろしくお願いします", sender="u-2")
    await scene.says("m-2", "納品しました。ご確認ください", now=MONDAY + timedelta(minutes=1))
    with pytest.raises(Conflict, match="not_silent_yet"):
        await remind_counterpart("c-1", scene.office, by=U1, now=MONDAY + timedelta(days=2))
    later = MONDAY + timedelta(days=3, hours=1)
    with pytest.raises(Conflict, match="not_silent_yet"):
        await remind_counterpart("c-1", scene.office, by=U2, now=later), "the last word was not theirs to wait for"
    reminder = await remind_counterpart("c-1", scene.office, by=U1, now=later)
    assert (reminder.counterpart_id, reminder.due_at - later) == ("u-2", timedelta(days=5)), "over a weekend"
    with pytest.raises(Conflict, match="reminded_before"):
        await remind_counterpart("c-1", scene.office, by=U1, now=later)
    for _ in range(2):
        await watch_deadlines(scene.office, now=reminder.due_at)
    [settled] = await scene.office.desk.reminders_in("c-1")
    assert settled.state is ReminderState.SILENT
    [case] = await rows_of(url, "SELECT * FROM cases WHERE why = 'silence'")
    assert (case["member_id"], case["reported_by"]) == ("u-2", "u-1")


async def test_who_answers_in_time_has_no_case(scene, url):
    await scene.says("m-1", "ご確認ください")
    reminder = await remind_counterpart("c-1", scene.office, by=U1, now=MONDAY + timedelta(days=4))
    await scene.says("m-2", "確認しました", sender="u-2", now=MONDAY + timedelta(days=5))
    await watch_deadlines(scene.office, now=reminder.due_at)
    assert (await scene.office.desk.reminders_in("c-1"))[0].state is ReminderState.ANSWERED
    assert await rows_of(url, "SELECT * FROM cases WHERE why = 'silence'") == []


HERS, HIS = Details("山田 花子", "東京都"), Details("鈴木 一郎", "大阪府")


@pytest.mark.parametrize("reveal", Reveal)
async def test_names_are_exchanged_as_the_policy_says(scene, url, reveal):
    scene.terms(reveal=reveal)
    notes = scene.rulebook.notes_version
    sent = await send_mutual_request("k-1", HERS, notes, scene.office, by=U1, now=MONDAY)
    assert sent.seen_by("u-2") == (HERS if reveal is Reveal.ON_SEND else None)
    with pytest.raises(Conflict, match="asked_before"):
        await send_mutual_request("k-1", HIS, notes, scene.office, by=U2, now=MONDAY)
    with pytest.raises(NotPermitted):
        await agree_to_mutual_request(sent.request_id, HIS, notes, scene.office, by=U1, now=MONDAY)
    await agree_to_mutual_request(sent.request_id, HIS, notes, scene.office, by=U2, now=MONDAY)
    agreed = await scene.office.mutual(sent.request_id)
    assert (agreed.seen_by("u-1"), agreed.seen_by("u-2")) == (HIS, HERS)
    await scene.moves(State.REFUNDED)
    closed = await scene.office.mutual(sent.request_id)
    assert (closed.state, closed.seen_by("u-1")) == (MutualState.CLOSED, None)
    for table in ("mutual_requests", "outbox", "ledger"):
        assert "山田" not in str(await rows_of(url, f"SELECT * FROM {table}"))


@pytest.mark.parametrize(
    ("move", "by", "state"),
    [(MutualMove.DECLINE, U2, MutualState.DECLINED), (MutualMove.WITHDRAW, U1, MutualState.WITHDRAWN)],
)
async def test_a_mutual_request_that_comes_to_nothing_shows_nothing(scene, move, by, state):
    scene.terms(reveal=Reveal.ON_SEND)
    sent = await send_mutual_request("k-1", HERS, scene.rulebook.notes_version, scene.office, by=U1, now=MONDAY)
    ended = await end_mutual_request(sent.request_id, move, scene.office, by=by, now=MONDAY)
    assert (ended.state, ended.seen_by("u-2")) == (state, None)


async def test_a_mutual_request_that_nobody_answers_lapses(scene):
    sent = await send_mutual_request("k-1", HERS, scene.rulebook.notes_version, scene.office, by=U1, now=MONDAY)
    await watch_deadlines(scene.office, now=MONDAY + timedelta(days=7))
    assert (await scene.office.mutual(sent.request_id)).state is MutualState.LAPSED


async def test_what_is_incomplete_is_not_sent(scene):
    notes = scene.rulebook.notes_version
    with pytest.raises(BadInput, match="empty"):
        await send_mutual_request("k-1", Details(" ", "東京都"), notes, scene.office, by=U1, now=MONDAY)
    with pytest.raises(Conflict, match="notes_changed"):
        await send_mutual_request("k-1", HERS, "old", scene.office, by=U1, now=MONDAY)
    with pytest.raises(NotPermitted):
        await send_mutual_request("k-1", HERS, notes, scene.office, by=U3, now=MONDAY)


async def test_a_member_may_appeal_a_few_times_a_day(scene):
    for number in range(6):
        await scene.says(f"m-{number}", conversation_id=f"c-{number}", contract_id=None)
    for number in range(5):
        await appeal_message(f"m-{number}", "", scene.office, by=U1, now=MONDAY)
    with pytest.raises(Conflict, match="too_many_appeals"):
        await appeal_message("m-5", "", scene.office, by=U1, now=MONDAY)
    await appeal_message("m-5", "", scene.office, by=U1, now=MONDAY + timedelta(days=1, seconds=1))


async def test_an_appeal_of_a_held_message_opens_a_case_and_of_an_upheld_one_opens_it_again(scene):
    await scene.offered("m-1")
    held = await appeal_message("m-1", "型番です", scene.office, by=U1, now=MONDAY)
    assert (held.why, held.kinds) == (CaseWhy.APPEAL, ("phone",))
    blocked = await scene.says("m-2", conversation_id="c-2", contract_id=None)
    await uphold_case(blocked.case_id, scene.office, by=MOD, now=MONDAY, seen_revision=1)
    again = await appeal_message("m-2", "型番です", scene.office, by=U1, now=MONDAY)
    assert (again.case_id, again.state, again.revision) == (blocked.case_id, CaseState.OPEN, 3)
    with pytest.raises(Conflict, match="appealed_before"):
        await appeal_message("m-2", "", scene.office, by=U1, now=MONDAY)
    await scene.says("m-3", "よろしくお願いします")
    with pytest.raises(Conflict, match="nothing_waits"):
        await appeal_message("m-3", "", scene.office, by=U1, now=MONDAY)


async def test_an_upheld_case_that_is_overturned_later_takes_its_strike_back(scene):
    blocked = await scene.says("m-2", conversation_id="c-2", contract_id=None)
    await uphold_case(blocked.case_id, scene.office, by=MOD, now=MONDAY, seen_revision=1)
    again = await appeal_message("m-2", "型番です", scene.office, by=U1, now=MONDAY)
    await overturn_case(again.case_id, scene.office, by=MOD, now=MONDAY, seen_revision=again.revision)
    assert list(await scene.office.desk.strikes_of("u-1")) == []


async def test_pieces_hidden_with_a_message_come_back_with_it(scene):
    await scene.says("m-1", "電話は 090-", conversation_id="c-2", contract_id=None)
    blocked = await scene.says("m-2", "1234-5678 です", conversation_id="c-2", contract_id=None)
    assert blocked.outcome is Outcome.BLOCK
    assert not (await scene.office.message("m-1")).delivery.is_visible
    await overturn_case(blocked.case_id, scene.office, by=MOD, now=MONDAY, seen_revision=1)
    assert (await scene.office.message("m-1")).delivery.is_visible


async def test_what_was_handed_to_the_leads_is_theirs(scene):
    blocked = await scene.says("m-2", conversation_id="c-2", contract_id=None)
    await take_case(blocked.case_id, CaseMove.ESCALATE, scene.office, by=MOD, now=MONDAY)
    with pytest.raises(NotPermitted):
        await uphold_case(blocked.case_id, scene.office, by=MOD, now=MONDAY, seen_revision=2)
    assert (
        await uphold_case(blocked.case_id, scene.office, by=LEAD, now=MONDAY, seen_revision=2)
    ).decided_by == "lead-1"


async def test_a_moderator_who_is_a_party_decides_nothing(scene):
    one = await scene.filed()
    with pytest.raises(NotPermitted, match="is_party"):
        await approve_disclosure(
            one.disclosure_id, scene.office, by=Actor("u-2", Rank.LEAD), now=MONDAY, seen_revision=2
        )


async def test_a_lead_sees_a_contact_for_a_reason_and_the_ledger_knows(scene, url):
    one = await scene.filed()
    seen = await reveal_contact(one.disclosure_id, "店舗の番号か確かめる", scene.office, by=LEAD, now=MONDAY)
    assert seen.lines[seen.about].text == PHONE
    [entry] = await rows_of(url, "SELECT * FROM ledger WHERE verb = 'contact.revealed'")
    assert (entry["actor"], entry["subject"]) == ("lead:lead-1", one.disclosure_id)
    for reason, by, refusal in (
        (" ", LEAD, BadInput),
        ("x" * 201, LEAD, BadInput),
        ("090-1234-5678 を確認", LEAD, BadInput),
        ("確かめる", MOD, NotPermitted),
    ):
        with pytest.raises(refusal):
            await reveal_contact(one.disclosure_id, reason, scene.office, by=by, now=MONDAY)
    with pytest.raises(NotFound):
        await reveal_contact("d-9", "確かめる", scene.office, by=LEAD, now=MONDAY)
    assert len(await rows_of(url, "SELECT * FROM ledger WHERE verb = 'contact.revealed'")) == 1


async def test_what_was_found_to_be_no_contact_needs_no_request(scene, url):
    one = await scene.filed()
    await overturn_case((await a_case_about("m-1", scene)).case_id, scene.office, by=MOD, now=MONDAY, seen_revision=1)
    await watch_deadlines(scene.office, now=MONDAY + timedelta(seconds=29))
    assert (await scene.office.disclosure(one.disclosure_id)).state is DisclosureState.FILED, "it can still be undone"
    await watch_deadlines(scene.office, now=MONDAY + timedelta(seconds=31))
    ended = await scene.office.disclosure(one.disclosure_id)
    assert (ended.state, ended.because) == (DisclosureState.WITHDRAWN, "not_a_contact")
    assert (await scene.office.message("m-1")).delivery.is_visible, "what was released stays"
    assert "message.hidden" not in await kinds(url)


async def a_case_about(message_id, scene):
    """A case that an appeal opened while the message waited, though its request was filed meanwhile."""
    message = await scene.office.message(message_id)
    case = Case("x-1", CaseWhy.APPEAL, MONDAY, message.conversation_id, "k-1", "u-1", message.ref, ("phone",))
    await scene.office.desk.write(Change(MONDAY, MOD, (Moved(case, None, "case.opened"),)))
    return case


async def test_a_request_names_no_conversation_of_another_contract(scene):
    await scene.says("m-1", "よろしくお願いします", conversation_id="c-9", contract_id="k-9")
    with pytest.raises(Conflict, match="other_conversation"):
        await request_disclosure("k-1", [NUMBER], scene.office, by=U1, now=MONDAY, conversation_id="c-9")
