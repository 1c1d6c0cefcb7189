"""What one deed must not do to another: reports that release, undoing that forgets, clocks that stumble."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.actors import Actor, Rank
from bot.domain.cases import UNDO, CaseState, ReportCategory
from bot.domain.contracts import Parties, State, WorkStyle
from bot.domain.delivery import Delivery
from bot.domain.disclosures import DenialReason, DisclosureState, EndReason
from bot.domain.errors import AlreadyDecided, BadInput, ChangedMeanwhile, Conflict, NotPermitted
from bot.domain.members import Fact, Proof, Told, Verification
from bot.domain.mutual import Details, MutualState
from bot.domain.reminders import ReminderState
from bot.domain.verdicts import Outcome
from bot.flows.appeal_message import appeal_message
from bot.flows.decide_disclosure import approve_disclosure, deny_disclosure
from bot.flows.end_disclosure import appeal_disclosure
from bot.flows.exchange_details import agree_to_mutual_request, send_mutual_request
from bot.flows.file_disclosure import Filing, file_disclosure
from bot.flows.move_contract import move_contract
from bot.flows.remind_counterpart import remind_counterpart
from bot.flows.report_violation import Report, report_violation
from bot.flows.resolve_case import overturn_case, undo_case, uphold_case
from bot.flows.tell_member import tell_member
from bot.flows.watch_deadlines import watch_deadlines
from tests.builders import NOON
from tests.databases import gathered, open_store, rows_of
from tests.flows.test_what_people_do import FILING, LEAD, MOD, MONDAY, PHONE, U1, U2, Scene

OTHER_PHONE = "会社は 03-1234-5678 です"


@pytest.fixture
async def scene(url):
    async with open_store(url) as store:
        scene = Scene(store)
        await scene.moves(State.ESCROWED)
        yield scene


async def delivery(scene, message_id="m-1", revision=None):
    return (await scene.office.message(message_id, revision)).delivery


async def kinds(url):
    return [row["kind"] for row in await rows_of(url, "SELECT kind FROM outbox ORDER BY created_at")]


async def blocked(scene, message_id="m-2", **more):
    """A blocked message before escrow, in a conversation without a contract."""
    return await scene.says(message_id, **{"conversation_id": "c-2", "contract_id": None} | more)


async def upheld(scene, case_id, now=MONDAY, by=MOD):
    case = await scene.office.case(case_id)
    return await uphold_case(case_id, scene.office, by=by, now=now, seen_revision=case.revision)


async def overturned(scene, case_id, now=MONDAY, by=MOD):
    case = await scene.office.case(case_id)
    return await overturn_case(case_id, scene.office, by=by, now=now, seen_revision=case.revision)


async def undone(scene, case_id, now=MONDAY, by=MOD):
    case = await scene.office.case(case_id)
    return await undo_case(case_id, scene.office, by=by, now=now, seen_revision=case.revision)


# Reports


async def test_a_report_that_is_dismissed_neither_releases_nor_grants(scene, url):
    await scene.says("m-1", sender="u-2")
    before = await delivery(scene)
    report = await report_violation(Report(ReportCategory.UNCLEAR_REWARD, "m-1"), scene.office, by=U1, now=MONDAY)
    await overturned(scene, report.case_id)
    assert (await delivery(scene), before) == (Delivery.WITHHELD, Delivery.WITHHELD)
    assert await rows_of(url, "SELECT * FROM grants") == []
    assert "message.released" not in await kinds(url)
    assert (await scene.says("m-2", sender="u-2")).outcome is Outcome.HOLD_DISCLOSURE


async def test_a_dismissed_report_is_told_to_nobody_it_was_about(scene, url):
    await scene.says("m-1", "よろしくお願いします", sender="u-2")
    report = await report_violation(Report(ReportCategory.UNCLEAR_REWARD, "m-1"), scene.office, by=U1, now=MONDAY)
    await overturned(scene, report.case_id)
    [told] = await rows_of(url, "SELECT facts FROM outbox WHERE kind = 'case.overturned'")
    assert "notices" not in told["facts"], "the other side never heard of the report"


async def test_an_appeal_leaves_the_words_of_a_report_alone(scene):
    verdict = await blocked(scene, sender="u-1")
    await scene.says("m-3", "よろしく", conversation_id="c-2", contract_id=None, sender="u-2")
    later = MONDAY + timedelta(minutes=1)
    report = await report_violation(
        Report(ReportCategory.DIRECT_DEALING, "m-2", text="困っています"), scene.office, by=U2, now=later
    )
    appealed = await appeal_message("m-2", "型番です", scene.office, by=U1, now=later)
    assert appealed.case_id == verdict.case_id
    kept = await scene.office.case(report.case_id)
    assert (kept.said, kept.appealed_at, kept.reported_by) == ("困っています", None, "u-2")


async def test_a_message_of_strangers_cannot_be_reported_by_way_of_ones_own_contract(scene):
    await scene.says("x-1", "よろしく", sender="s-1", conversation_id="c-9", contract_id=None)
    report = Report(ReportCategory.UNCLEAR_REWARD, "x-1", contract_id="k-1")
    with pytest.raises(NotPermitted):
        await report_violation(report, scene.office, by=U1, now=MONDAY)
    with pytest.raises(NotPermitted):
        await report_violation(replace(report, message_id=None, conversation_id="c-9"), scene.office, by=U1, now=MONDAY)


# Undoing


async def test_undoing_puts_a_message_back_where_it_was(scene):
    one = await scene.filed("m-1")
    await deny_disclosure(
        one.disclosure_id, DenialReason.NOT_NECESSARY, scene.office, by=MOD, now=MONDAY, seen_revision=2
    )
    assert await delivery(scene) is Delivery.HIDDEN
    case = await appeal_message("m-1", "型番です", scene.office, by=U1, now=MONDAY)
    await overturned(scene, case.case_id)
    assert await delivery(scene) is Delivery.SHOWN
    await undone(scene, case.case_id)
    assert await delivery(scene) is Delivery.HIDDEN, "it was shown once"


async def test_undoing_an_overturned_case_takes_everything_back(scene, url):
    await scene.says("m-1", "電話は 090-", conversation_id="c-2", contract_id=None)
    verdict = await blocked(scene, text="1234-5678 です")
    await overturned(scene, verdict.case_id)
    assert (await delivery(scene, "m-1"), await delivery(scene, "m-2")) == (Delivery.SHOWN, Delivery.SHOWN)
    due = await rows_of(url, "SELECT kind FROM outbox WHERE cause IS NOT NULL")
    assert sorted(row["kind"] for row in due) == ["case.overturned", "message.released", "message.released"]
    again = await undone(scene, verdict.case_id, MONDAY + UNDO - timedelta(seconds=1))
    assert (again.state, again.decided_by) == (CaseState.OPEN, None)
    assert (await delivery(scene, "m-1"), await delivery(scene, "m-2")) == (Delivery.HIDDEN, Delivery.WITHHELD)
    assert await rows_of(url, "SELECT kind FROM outbox WHERE cause IS NOT NULL") == []
    assert await rows_of(url, "SELECT * FROM grants WHERE ended_at IS NULL") == []
    assert (await blocked(scene, "m-3", conversation_id="c-2")).outcome is Outcome.BLOCK


async def test_undoing_an_upheld_review_shows_the_message_again(scene, url):
    verdict = await scene.says("m-1", "ランディングページに載せる文章です。\n「お電話は 03-1234-5678 まで」")
    assert verdict.outcome is Outcome.REVIEW
    await upheld(scene, verdict.case_id)
    assert await delivery(scene) is Delivery.HIDDEN
    await undone(scene, verdict.case_id)
    assert await delivery(scene) is Delivery.SHOWN
    assert "message.hidden" not in await kinds(url)
    assert list(await scene.office.desk.strikes_of("u-1")) == []


async def test_it_is_too_late_after_thirty_seconds(scene):
    verdict = await blocked(scene)
    await upheld(scene, verdict.case_id)
    with pytest.raises(Conflict, match="too_late_to_undo"):
        await undone(scene, verdict.case_id, MONDAY + UNDO)
    with pytest.raises(Conflict, match="decided_by_another"):
        await undone(scene, verdict.case_id, by=Actor("mod-2", Rank.MODERATOR))


# The ladder


async def test_the_third_strike_opens_a_case_for_the_leads_and_undoing_it_closes_that(scene, url):
    steps = []
    for number in range(3):
        verdict = await blocked(scene, f"b-{number}", conversation_id=f"c-{number + 5}")
        await upheld(scene, verdict.case_id)
        steps = [one.step.value for one in await scene.office.desk.strikes_of("u-1")]
    assert steps == ["warning", "limit", "suspension"]
    [proposal] = await rows_of(url, "SELECT * FROM cases WHERE why = 'suspension'")
    assert (proposal["state"], bool(proposal["is_escalated"])) == ("escalated", True)
    assert "member.suspension_proposed" not in await kinds(url)
    with pytest.raises(NotPermitted):
        await upheld(scene, proposal["case_id"])
    await undone(scene, verdict.case_id)
    assert (await scene.office.case(proposal["case_id"])).state is CaseState.OVERTURNED
    assert len(await scene.office.desk.strikes_of("u-1")) == 2
    await upheld(scene, verdict.case_id)
    [again] = await rows_of(url, "SELECT case_id FROM cases WHERE why = 'suspension' AND state = 'escalated'")
    await upheld(scene, again["case_id"], by=LEAD)
    assert (await kinds(url)).count("member.suspension_proposed") == 1
    assert len(await scene.office.desk.strikes_of("u-1")) == 3, "confirming is no offence"


async def test_an_appeal_drops_what_its_strike_would_have_led_to(scene, url):
    for number in range(3):
        verdict = await blocked(scene, f"b-{number}", conversation_id=f"c-{number + 5}")
        await upheld(scene, verdict.case_id)
    await appeal_message("b-2", "型番です", scene.office, by=U1, now=MONDAY + timedelta(hours=1))
    assert await rows_of(url, "SELECT * FROM cases WHERE why = 'suspension' AND state = 'escalated'") == []
    assert len(await scene.office.desk.strikes_of("u-1")) == 2


async def test_an_appeal_within_the_half_minute_stops_what_was_to_be_told(scene, url):
    verdict = await blocked(scene)
    await upheld(scene, verdict.case_id)
    await appeal_message("m-2", "型番です", scene.office, by=U1, now=MONDAY + timedelta(seconds=5))
    assert not {"member.strike", "case.upheld"} & set(await kinds(url))


async def test_what_was_told_stays_told_when_the_case_is_opened_again_later(scene, url):
    verdict = await blocked(scene)
    await upheld(scene, verdict.case_id)
    await appeal_message("m-2", "型番です", scene.office, by=U1, now=MONDAY + UNDO)
    assert {"member.strike", "case.upheld", "case.appealed"} <= set(await kinds(url))


# Pieces


async def test_the_lane_shows_the_pieces_again_too(scene):
    verified = dict.fromkeys(Fact, Verification(Proof.VERIFIED, NOON.date()))
    for member_id in ("u-1", "u-2"):
        await tell_member(Told(member_id, facts=verified), scene.store.members, now=NOON)
    scene.terms(auto_approve=True)
    await scene.says("m-1", "電話は 090-")
    verdict = await scene.says("m-2", "1234-5678 です")
    assert (verdict.outcome, await delivery(scene, "m-1")) == (Outcome.HOLD_DISCLOSURE, Delivery.HIDDEN)
    one = (await scene.office.desk.disclosures_on("k-1"))[-1]
    done = await file_disclosure(one.disclosure_id, FILING, scene.office, by=U1, now=MONDAY)
    assert done.state is DisclosureState.APPROVED
    assert (await delivery(scene, "m-1"), await delivery(scene, "m-2")) == (Delivery.SHOWN, Delivery.SHOWN)


async def test_a_piece_that_a_person_hid_is_not_shown_again(scene):
    await scene.says("m-1", "電話は 090-")
    await scene.says("m-2", "1234-5678 です")
    report = await report_violation(Report(ReportCategory.DIRECT_DEALING, "m-1"), scene.office, by=U2, now=MONDAY)
    await upheld(scene, report.case_id)
    one = (await scene.office.desk.disclosures_on("k-1"))[-1]
    await file_disclosure(one.disclosure_id, FILING, scene.office, by=U1, now=MONDAY)
    await approve_disclosure(one.disclosure_id, scene.office, by=MOD, now=MONDAY, seen_revision=2)
    assert (await delivery(scene, "m-1"), await delivery(scene, "m-2")) == (Delivery.HIDDEN, Delivery.SHOWN)


# Requests


@pytest.mark.parametrize(
    ("filing", "refusal", "word"),
    [
        pytest.param(replace(FILING, is_agreed=False), BadInput, "not_agreed", id="not agreed"),
        pytest.param(replace(FILING, notes_version="old"), Conflict, "notes_changed", id="other notes"),
        pytest.param(replace(FILING, purpose="fun"), BadInput, "unknown_word", id="no such purpose"),
        pytest.param(replace(FILING, purpose_text="　"), BadInput, "empty", id="nothing said"),
    ],
)
async def test_what_is_incomplete_is_not_filed(scene, filing, refusal, word):
    one = await scene.offered()
    with pytest.raises(refusal) as refused:
        await file_disclosure(one.disclosure_id, filing, scene.office, by=U1, now=MONDAY)
    assert refused.value.word == word
    assert (await scene.office.disclosure(one.disclosure_id)) == one


async def test_a_competition_knows_two_purposes(scene):
    await move_contract(
        "k-2", WorkStyle.COMPETITION, State.ESCROWED, scene.store, now=MONDAY, parties=Parties("u-2", "u-1")
    )
    await scene.says("m-1", contract_id="k-2", conversation_id="c-3")
    [one] = await scene.office.desk.disclosures_on("k-2")
    with pytest.raises(BadInput, match="unknown_word"):
        await file_disclosure(one.disclosure_id, FILING, scene.office, by=U1, now=MONDAY)
    filing = Filing("detailed_feedback", FILING.notes_version, is_agreed=True, purpose_text="修正の相談")
    assert (
        await file_disclosure(one.disclosure_id, filing, scene.office, by=U1, now=MONDAY)
    ).state is DisclosureState.FILED


async def test_an_edit_withdraws_what_was_asked_for_and_hides_what_was_shown(scene, url):
    one = await scene.filed("m-1")
    assert await delivery(scene) is Delivery.PROVISIONAL
    await scene.says("m-1", OTHER_PHONE, revision=2)
    gone = await scene.office.disclosure(one.disclosure_id)
    assert (gone.state, gone.because) == (DisclosureState.WITHDRAWN, EndReason.EDITED.value)
    assert (await delivery(scene, "m-1", 1), await delivery(scene, "m-1", 2)) == (Delivery.HIDDEN, Delivery.WITHHELD)
    assert {"disclosure.withdrawn", "message.hidden"} <= set(await kinds(url))
    with pytest.raises(Conflict):
        await approve_disclosure(one.disclosure_id, scene.office, by=MOD, now=MONDAY, seen_revision=gone.revision)
    newest = (await scene.office.desk.disclosures_on("k-1"))[-1]
    assert (newest.state, newest.message.revision) == (DisclosureState.OFFERED, 2)


async def test_an_approved_contact_passes_and_another_does_not(scene):
    one = await scene.filed("m-1")
    await approve_disclosure(one.disclosure_id, scene.office, by=MOD, now=MONDAY, seen_revision=2)
    assert (await scene.says("m-2", "番号は ０９０ー１２３４ー５６７８ です")).outcome is Outcome.ALLOW
    assert (await scene.says("m-3", OTHER_PHONE)).outcome is Outcome.HOLD_DISCLOSURE
    assert (await scene.says("m-4", PHONE, conversation_id="c-4", contract_id=None)).outcome is Outcome.BLOCK


async def test_a_refund_revokes_and_hides_in_one_breath(scene, url):
    one = await scene.filed("m-1")
    await approve_disclosure(one.disclosure_id, scene.office, by=MOD, now=MONDAY, seen_revision=2)
    await scene.says("m-3", OTHER_PHONE)
    waiting = (await scene.office.desk.disclosures_on("k-1"))[-1]
    await file_disclosure(waiting.disclosure_id, FILING, scene.office, by=U1, now=MONDAY)
    await scene.moves(State.REFUNDED)
    states = [one.state for one in await scene.office.desk.disclosures_on("k-1")]
    assert states == [DisclosureState.REVOKED, DisclosureState.CLOSED]
    assert (await delivery(scene, "m-1"), await delivery(scene, "m-3")) == (Delivery.HIDDEN, Delivery.HIDDEN)
    assert await rows_of(url, "SELECT * FROM grants WHERE ended_at IS NULL") == []
    assert (await scene.says("m-4")).outcome is Outcome.BLOCK


async def test_the_honest_are_not_stopped_again(scene):
    verdict = await blocked(scene)
    assert await delivery(scene, "m-2") is Delivery.WITHHELD
    await overturned(scene, verdict.case_id)
    assert await delivery(scene, "m-2") is Delivery.SHOWN
    assert (await blocked(scene, "m-3")).outcome is Outcome.ALLOW
    assert (await blocked(scene, "m-4", sender="u-2")).outcome is Outcome.BLOCK, "somebody else's word is another"
    with pytest.raises(Conflict, match="nothing_waits"):
        await appeal_message("m-2", "", scene.office, by=U1, now=MONDAY)


# Clocks


async def a_late_reminder(scene):
    await scene.says("m-1", "ご確認ください")
    return await remind_counterpart("c-1", scene.office, by=U1, now=MONDAY + timedelta(days=4))


async def test_two_workers_settle_a_reminder_once(scene, url):
    reminder = await a_late_reminder(scene)
    async with open_store(url, lambda: f"far-{id(object())}") as far:
        other = replace(scene.office, desk=far.desk)
        results = await gathered(
            *(watch_deadlines(office, now=reminder.due_at) for office in (scene.office, other) * 3)
        )
    assert not [one for one in results if isinstance(one, BaseException)]
    assert (await scene.office.desk.reminders_in("c-1"))[0].state is ReminderState.SILENT
    assert len(await rows_of(url, "SELECT * FROM cases WHERE why = 'silence'")) == 1


class Seen:
    """A desk whose lists were read a moment ago."""

    def __init__(self, desk, **lists):
        self._desk, self._lists = desk, lists

    def __getattr__(self, name):
        async def as_it_was(*_):
            return self._lists[name]

        return as_it_was if name in self._lists else getattr(self._desk, name)


async def test_what_was_settled_a_moment_ago_is_passed_over(scene):
    reminder = await a_late_reminder(scene)
    details, notes = Details("山田 花子", "東京都"), scene.rulebook.notes_version
    sent = await send_mutual_request("k-1", details, notes, scene.office, by=U1, now=MONDAY)
    offered = await scene.offered("m-7")
    await agree_to_mutual_request(sent.request_id, details, notes, scene.office, by=U2, now=MONDAY)
    await file_disclosure(offered.disclosure_id, FILING, scene.office, by=U1, now=MONDAY)
    await watch_deadlines(scene.office, now=reminder.due_at)
    stale = Seen(scene.store.desk, due_reminders=[reminder], mutuals_to_lapse=[sent], due_to_lapse=[offered])
    await watch_deadlines(replace(scene.office, desk=stale), now=MONDAY + timedelta(days=30))
    assert (await scene.office.mutual(sent.request_id)).state is MutualState.AGREED
    assert (await scene.office.disclosure(offered.disclosure_id)).state is DisclosureState.FILED


async def test_who_was_sent_nothing_owes_no_answer(scene):
    await scene.says("m-0", "こんにちは", sender="u-2")
    await scene.says("m-1")
    assert not (await delivery(scene)).is_visible
    with pytest.raises(Conflict, match="not_silent_yet"):
        await remind_counterpart("c-1", scene.office, by=U1, now=MONDAY + timedelta(days=4))


# What people are told, and what overlaps


async def test_both_sides_hear_of_a_denial_and_only_who_saw_something_of_a_lapse(scene, url):
    one = await scene.filed("m-1")
    await deny_disclosure(
        one.disclosure_id, DenialReason.NOT_NECESSARY, scene.office, by=MOD, now=MONDAY, seen_revision=2
    )
    await scene.says("m-3", OTHER_PHONE)
    await watch_deadlines(scene.office, now=MONDAY + timedelta(days=8))
    told = {
        row["kind"]: {one["member_id"] for one in json.loads(row["facts"]).get("notices", [])}
        for row in await rows_of(url, "SELECT kind, facts FROM outbox")
    }
    assert told["disclosure.denied"] == {"u-1", "u-2"}
    assert told["disclosure.lapsed"] == {"u-1"}


async def test_an_appeal_against_a_denial_shows_nothing_until_it_is_won(scene, url):
    one = await scene.filed("m-1")
    await deny_disclosure(
        one.disclosure_id, DenialReason.NOT_NECESSARY, scene.office, by=MOD, now=MONDAY, seen_revision=2
    )
    again = await appeal_disclosure(one.disclosure_id, "必要です", scene.office, by=U1, now=MONDAY)
    assert await delivery(scene) is Delivery.HIDDEN
    with pytest.raises(ChangedMeanwhile):
        await approve_disclosure(one.disclosure_id, scene.office, by=MOD, now=MONDAY, seen_revision=2)
    await approve_disclosure(one.disclosure_id, scene.office, by=MOD, now=MONDAY, seen_revision=again.revision)
    assert await delivery(scene) is Delivery.SHOWN
    with pytest.raises(AlreadyDecided) as refused:
        await deny_disclosure(
            one.disclosure_id, DenialReason.NOT_NECESSARY, scene.office, by=LEAD, now=MONDAY, seen_revision=4
        )
    assert refused.value.about["by"] == "mod-1"


async def test_what_is_seen_until_a_decision_needs_no_appeal(scene):
    await scene.filed("m-1")
    with pytest.raises(Conflict, match="nothing_waits"):
        await appeal_message("m-1", "型番です", scene.office, by=U1, now=MONDAY)


async def test_a_message_edited_while_its_case_is_open_is_not_shown_in_its_old_words(scene):
    verdict = await blocked(scene)
    await blocked(scene, text=OTHER_PHONE, revision=2)
    await overturned(scene, verdict.case_id)
    assert await delivery(scene, "m-2", 1) is Delivery.WITHHELD
    assert await delivery(scene, "m-2", 2) is Delivery.WITHHELD


async def test_silence_upheld_is_no_strike(scene, url):
    reminder = await a_late_reminder(scene)
    await watch_deadlines(scene.office, now=reminder.due_at)
    [case] = await rows_of(url, "SELECT case_id FROM cases WHERE why = 'silence'")
    await upheld(scene, case["case_id"], now=reminder.due_at)
    assert await rows_of(url, "SELECT * FROM strikes") == []
    facts = [row["facts"] for row in await rows_of(url, "SELECT facts FROM outbox WHERE kind = 'case.upheld'")]
    assert "notices" not in facts[0]
