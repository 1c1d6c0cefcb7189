"""What moderators see in Slack: everything a decision needs, no contact that nobody revealed, within Slack's limits."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases import Case, CaseState, CaseWhy, ReportCategory
from bot.domain.disclosures import Contact, DenialReason, DisclosureState, RevocationReason
from bot.domain.errors import Conflict
from bot.domain.snapshots import AROUND, Snapshot
from bot.domain.verdicts import Outcome
from bot.domain.wording import Language
from bot.policy.criteria import FACTS, Criterion, Result
from bot.slack import names
from bot.slack.cards import blocks as b
from bot.slack.cards import commands, forms, home, masking, moderator
from detectors import Kind, Scan
from tests.slack.payloads import carried, check_message, check_view, parts, texts
from tests.slack.samples import (
    BEFORE,
    CONTRACT,
    CRITERIA,
    FILED,
    NOW,
    NUMBER,
    PEOPLE,
    SAID,
    TEXT,
    WORDING,
    a_case,
    a_line,
    a_thread,
    member_cards,
    moderator_cards,
)
from tests.slack.test_member_cards import EXTREME, HOSTILE, actions_in, check_harmless

BOTH = pytest.mark.parametrize("language", Language)
CARDS = [(language, name, card) for language in Language for name, card in moderator_cards(language).items()]
EACH = pytest.mark.parametrize(("language", "name", "card"), CARDS, ids=[f"{one[0].value} {one[1]}" for one in CARDS])
JA = {"wording": WORDING, "language": Language.JA}
IDS = {"U07TARO", "U07HANAKO", "U07MORI"}


@EACH
def test_every_card_is_what_slack_takes(language, name, card):
    check_view(card) if isinstance(card, dict) else check_message(card)
    check_harmless(card)
    assert {one["action_id"] for _, one in parts(card) if one.get("type") == "button"} <= set(names.ACTIONS)
    if isinstance(card, dict) and "submit" in card:
        assert card["callback_id"] in names.VIEWS


@EACH
def test_no_card_shows_a_contact_that_nobody_revealed(language, name, card):
    shown = "".join(texts(card))
    assert ("5678" in shown) == ("revealed" in name and "why" not in name)
    assert not [one for one in carried(card) if "5678" in one]


@EACH
def test_people_are_called_by_their_names(language, name, card):
    assert not [text for text in texts(card) if any(one in text for one in IDS)]


def test_every_action_and_view_is_on_some_card():
    cards = [*member_cards(Language.JA).values(), *moderator_cards(Language.JA).values()]
    assert {action for card in cards for action in actions_in(card)} == set(names.ACTIONS)
    views = {card.get("callback_id") for card in cards if isinstance(card, dict)} - {None}
    assert views == set(names.VIEWS)


def card_of(case, **more):
    given = {"masked_line": a_line(TEXT[Language.JA]), "contract": BEFORE, "now": NOW, "people": PEOPLE}
    return moderator.case_card(case, **given | JA | more)


ALL = [names.CASE_CLAIM, names.CASE_OPEN, names.CASE_UPHOLD, names.CASE_OVERTURN, names.CASE_ESCALATE]


@pytest.mark.parametrize(
    ("case", "actions"),
    [
        pytest.param(a_case(), ALL, id="open"),
        pytest.param(
            a_case(state=CaseState.CLAIMED, claimed_by="U07MORI", claimed_until=NOW + timedelta(1)), ALL[1:], id="held"
        ),
        pytest.param(
            a_case(state=CaseState.CLAIMED, claimed_by="U07MORI", claimed_until=NOW), ALL, id="the lease is over"
        ),
        pytest.param(a_case(state=CaseState.ESCALATED, is_escalated=True), ALL[:-1], id="a lead decides"),
        pytest.param(a_case(state=CaseState.UPHELD), [], id="decided"),
    ],
)
def test_a_case_offers_what_can_be_done(case, actions):
    card = card_of(case)
    assert actions_in(card) == actions
    assert {forms.seen_in(value) for value in carried(card)} <= {forms.Seen("q-1", 1)}


@BOTH
@pytest.mark.parametrize("why", CaseWhy)
@pytest.mark.parametrize("state", CaseState)
def test_every_kind_of_case_can_be_shown(language, why, state):
    case = a_case(why=why, state=state, kinds=[kind.value for kind in Kind], category=ReportCategory.OTHER, said="x")
    check_message(card_of(case, language=language))
    check_view(moderator.case_view(case, None, wording=WORDING, language=language))
    assert b.fallback(card_of(case)) == WORDING.say(Language.JA, f"slack.why.{why.value.replace(': ', '_')}")


def test_a_suspension_is_proposed_rather_than_upheld():
    assert "利用停止を提案する" in texts(card_of(a_case(why=CaseWhy.SUSPENSION, message=None), masked_line=None))
    assert "違反と判断" in texts(card_of(a_case()))


def test_a_conversation_without_a_contract_is_named_so():
    assert any("契約なし・不明" in text for text in texts(card_of(a_case(), contract=None)))


@pytest.mark.parametrize(
    ("text", "marks", "shown"),
    [
        pytest.param("090-1234", ((0, 8, "phone"),), [("●●●●●●●●", True)], id="a contact"),
        pytest.param("090 12", ((0, 6, "phone"),), [("●●● ●●", True)], id="its blanks stay"),
        pytest.param("銀行振込で", ((0, 4, "direct_deal"),), [("銀行振込", True), ("で", False)], id="conduct is read"),
        pytest.param("a 12", ((0, 4, "solicitation"), (2, 4, "line")), [("a ●●", True)], id="a contact in conduct"),
        pytest.param("よろしく", (), [("よろしく", False)], id="nothing"),
        pytest.param("短い", ((0, 99, "phone"),), [("●●", True)], id="a mark beyond the end"),
        pytest.param("", (), [], id="empty"),
    ],
)
def test_a_line_is_masked_where_contacts_are(text, marks, shown):
    line = a_line(text, marks=marks)
    assert list(masking.stretches_of(line)) == shown
    assert "".join(part for part, _ in masking.stretches_of(line, is_revealed=True)) == text


@pytest.mark.parametrize(
    ("said", "hidden"),
    [
        pytest.param("電話は 090-1234-5678 です", "090-1234-5678", id="a number"),
        pytest.param("IDは Taro_Web1 です", "Taro_Web1", id="the contact that is asked for, in other letters"),
        pytest.param("当日 10:00 に使います", "", id="a time"),
        pytest.param("注文番号は 2026-1122-0345 です", "", id="an order number"),
    ],
)
def test_words_in_a_form_are_masked_too(said, hidden):
    shown = "".join(
        text for text, _ in masking.masked(said, (Contact(Kind.LINE, "taro_web1"), Contact(Kind.LINE, "で")))
    )
    assert len(shown) == len(said)
    assert ("●" in shown) == bool(hidden)
    if hidden:
        assert hidden not in shown
    else:
        assert shown == said


def test_a_contact_at_the_end_of_what_is_shown_is_masked_whole():
    said = "あ" * (b.QUOTE - 6) + "電話は090-1234-5678です"
    assert "090" not in "".join(texts(b.quote(masking.masked(said))))


def test_what_a_broken_detector_left_unread_is_blotted_out_whole(monkeypatch):
    monkeypatch.setattr(masking, "scan", lambda _: Scan(failed=("phone",)))
    assert "".join(text for text, _ in masking.masked("よろ しく")) == "●● ●●"


def test_the_number_of_dots_tells_nothing():
    short, long = masking.masked_contacts((Contact(Kind.PHONE, "110"), Contact(Kind.PHONE, "9" * 99)), **JA)
    assert short == long == "電話番号 ●●●●●●●●"


def test_the_thread_shows_who_wrote_what_and_which_message_it_is_about():
    view = moderator.case_view(a_case(), a_thread(Language.JA), people=PEOPLE, **JA)
    shown = texts(view)
    assert any(text.startswith("Hanako（クライアント）") for text in shown)
    assert any(text.startswith("▶ *Taro* （フリーランス）") for text in shown)
    assert names.REVEAL in actions_in(view)


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        pytest.param("2026-11-24T15:30:00+00:00", "2026年11月25日 00:30", id="in Japan's time"),
        pytest.param("一昨日<!channel>", "一昨日&lt;!channel&gt;", id="no time at all"),
    ],
)
def test_the_thread_says_when(at, shown):
    thread = Snapshot("q-1", (a_line("よろしく", at=at),), None)
    assert any(shown in text for text in texts(moderator.case_view(a_case(), thread, **JA)))


@BOTH
def test_the_longest_thread_fits(language):
    lines = tuple(a_line("😀<!channel>" * 5_000, outcome=Outcome.HOLD_CHECK.value) for _ in range(2 * AROUND + 1))
    view = moderator.case_view(
        a_case(said="x" * 9_999), Snapshot("q-1", lines, 10), CRITERIA, wording=WORDING, language=language
    )
    check_view(view)
    check_harmless(view)


def test_without_a_contact_there_is_nothing_to_reveal():
    thread = Snapshot("q-1", (a_line("銀行振込で", marks=((0, 4, "direct_deal"),)),), 0)
    assert names.REVEAL not in actions_in(moderator.case_view(a_case(), thread, **JA))
    assert names.REVEAL not in actions_in(moderator.case_view(a_case(), None, **JA))


def test_what_is_revealed_is_shown_as_it_was_written():
    view = moderator.case_view(a_case(said=SAID[Language.JA]), a_thread(Language.JA), revealed=FILED.contacts, **JA)
    shown = "".join(texts(view))
    assert NUMBER in shown
    assert "+819012345678" in shown
    assert "03-1234-5678" in shown
    assert names.REVEAL not in actions_in(view)
    assert NUMBER in "".join(texts(moderator.review_view(FILED, a_thread(Language.JA), (), revealed=(), **JA)))


@pytest.mark.parametrize(
    ("state", "actions"),
    [
        (DisclosureState.FILED, [names.DISCLOSURE_APPROVE, names.DISCLOSURE_DENY, names.DISCLOSURE_REVIEW_OPEN]),
        (DisclosureState.APPROVED, [names.DISCLOSURE_REVOKE]),
        *((state, []) for state in DisclosureState if state not in {DisclosureState.FILED, DisclosureState.APPROVED}),
    ],
)
@BOTH
def test_a_request_offers_what_can_be_done(state, actions, language):
    one = replace(FILED, state=state, is_appealed=True, appeal_text="電話は 090-1234-5678")
    card = moderator.request_card(one, CRITERIA, ("電話番号 ●",), NOW, wording=WORDING, language=language)
    check_message(card)
    assert actions_in(card) == actions
    assert {forms.seen_in(value) for value in carried(card)} <= {forms.Seen("d-1", 2)}
    assert "5678" not in "".join(texts(card))
    view = moderator.review_view(one, None, CRITERIA, wording=WORDING, language=language)
    check_view(view)
    assert (names.DISCLOSURE_APPROVE in actions_in(view)) == (state is DisclosureState.FILED)


def test_a_late_request_says_so():
    def shown(now):
        return "".join(texts(moderator.request_card(FILED, (), (), now, **JA)))

    assert "期限超過" in shown(FILED.due_at + timedelta(seconds=1))
    assert "期限超過" not in shown(FILED.due_at)


@BOTH
def test_every_criterion_and_result_has_its_line(language):
    about = {"state": "escrowed", "count": 3, "limit": 2, "days": 90}
    for result in Result:
        criteria = [Criterion(name, result, fact, about) for name, facts in FACTS.items() for fact in facts]
        card = moderator.request_card(FILED, criteria[:10], (), NOW, wording=WORDING, language=language)
        check_message(card)
        check_message(moderator.checklist(criteria, WORDING, language))


@pytest.mark.parametrize("what", [*CaseState, *DisclosureState])
@BOTH
def test_who_acted_stands_where_the_buttons_were(what, language):
    waits = what in {CaseState.OPEN, CaseState.CLAIMED, DisclosureState.OFFERED, DisclosureState.FILED}
    if waits:
        with pytest.raises(KeyError):
            moderator.settled(card_of(a_case()), "Mori", what, wording=WORDING, language=language)
        return
    card = moderator.settled(card_of(a_case()), "<@U07>" * 99, what, wording=WORDING, language=language)
    check_message(card)
    check_harmless(card)
    assert actions_in(card) == []


def test_a_decision_can_be_undone_from_its_card():
    decided = a_case(state=CaseState.UPHELD, revision=7)
    card = moderator.settled(card_of(a_case()), "Mori", CaseState.UPHELD, reversible=decided, **JA)
    assert actions_in(card) == [names.CASE_UNDO]
    assert forms.seen_in(carried(card)[0]) == forms.Seen("q-1", 7)
    assert actions_in(moderator.settled(card_of(a_case()), "Mori", CaseState.UPHELD, **JA)) == []


def test_a_permission_can_be_revoked_from_its_card():
    approved = replace(FILED, state=DisclosureState.APPROVED, revision=3)
    waiting = moderator.request_card(FILED, CRITERIA, (), NOW, **JA)
    card = moderator.settled(waiting, "Mori", DisclosureState.APPROVED, reversible=approved, **JA)
    check_message(card)
    assert actions_in(card) == [names.DISCLOSURE_REVOKE]
    assert forms.seen_in(carried(card)[0]) == forms.Seen("d-1", 3)


@BOTH
def test_reasons_are_those_the_member_reads(language):
    said = {"wording": WORDING, "language": language}
    deny, revoke = moderator.deny_view("d-1", 2, **said), moderator.revoke_view("d-1", 2, **said)
    assert [one["value"] for one in deny["blocks"][0]["element"]["options"]] == list(DenialReason)
    assert [one["value"] for one in revoke["blocks"][0]["element"]["options"]] == list(RevocationReason)
    for view in (deny, revoke):
        assert forms.seen_in(view["private_metadata"]) == forms.Seen("d-1", 2)
        assert b.ELLIPSIS not in "".join(texts(view)), "a reason is cut"


ZERO = home.Figures(0, 0, 0, 0, 0)


def home_of(queue, figures=ZERO):
    return moderator.home(queue, figures, NOW, is_notify_only=False, **JA)


def rows(view):
    return [one for one in view["blocks"] if "accessory" in one]


def test_the_oldest_due_comes_first_and_what_has_no_due_time_last():
    def waiting(name, due, opened=NOW):
        return home.Waiting(a_case(case_id=name, opened_at=opened), due)

    queue = [
        waiting("none, newer", None),
        waiting("none, older", None, NOW - timedelta(1)),
        waiting("late", NOW - timedelta(1)),
        waiting("soon", NOW + timedelta(1)),
    ]
    view = home_of(queue)
    check_view(view)
    order = [forms.seen_in(one["accessory"]["value"]).subject_id for one in rows(view)]
    assert order == ["late", "soon", "none, older", "none, newer"]
    assert ["期限超過" in one["text"]["text"] for one in rows(view)] == [True, False, False, False]


def test_a_request_waits_since_it_was_filed():
    assert home.Waiting(FILED).since == FILED.filed_at
    assert home.Waiting(replace(FILED, filed_at=None)).since == FILED.offered_at


def test_a_long_queue_is_counted():
    view = home_of([home.Waiting(a_case())] * 500, home.Figures(700, 0, 0, 0, 0))
    check_view(view)
    assert len(rows(view)) == home.ROWS
    assert "ほか620件" in texts(view)


def test_an_empty_queue_says_so():
    view = home_of([])
    check_view(view)
    assert "確認を待っているものはありません。" in texts(view)
    assert not [text for text in texts(view) if "ほか" in text]


def test_who_only_notifies_is_told():
    said = "通知のみで動作しています"
    loud = moderator.home((), ZERO, NOW, is_notify_only=True, **JA)
    assert said in "".join(texts(loud))
    assert said not in "".join(texts(home_of([])))


@BOTH
@pytest.mark.parametrize("error", [*moderator.DEGRADED, "ratelimited<!channel>"])
def test_moderators_learn_why_nothing_is_deleted(error, language):
    card = moderator.degraded_card(error, wording=WORDING, language=language)
    check_message(card)
    check_harmless(card)
    assert ("ratelimited" in "".join(texts(card))) == error.startswith("ratelimited")


@BOTH
def test_the_command_answers(language):
    said = {"wording": WORDING, "language": language}
    cards = [
        commands.contract_card(None, **said),
        commands.contract_card(CONTRACT, **said),
        commands.linked_card(None, **said),
        commands.linked_card("<k-3>" * 40, **said),
        commands.help_card(is_moderator=True, **said),
        commands.help_card(is_moderator=False, **said),
        commands.refused_card(Conflict("already_decided", by="<!channel>" * 400, state="denied"), **said),
    ]
    for card in cards:
        check_message(card)
        check_harmless(card)
    assert "/sekimori link" not in "".join(texts(commands.help_card(is_moderator=False, **said)))


@BOTH
@pytest.mark.parametrize("state", [*CaseState, *DisclosureState])
def test_a_refusal_says_a_state_in_words(state, language):
    refusal = Conflict("already_decided", by="U07MORI", state=state.value)
    (shown,) = texts(commands.refused_card(refusal, wording=WORDING, language=language, people=PEOPLE))
    family = "case" if isinstance(state, CaseState) else "request"
    assert WORDING.say(language, f"slack.{family}_state.{state.value}") in shown
    assert "Mori" in shown


def test_a_refusal_says_a_time_in_words_and_leaves_the_rest():
    (shown,) = texts(commands.refused_card(Conflict("held_by_another", by="U07", until=NOW), **JA))
    assert shown == "U07 が 2026年11月24日 10:30 まで対応中です"
    (shown,) = texts(commands.refused_card(Conflict("already_decided", by="U07", state="new"), **JA))
    assert "現在の状態：new" in shown


@EACH
def test_no_word_of_ours_is_cut(language, name, card):
    ours = [one["text"]["text"] for _, one in parts(card) if isinstance(one.get("text"), dict)]
    ours += [one[key]["text"] for _, one in parts(card) for key in ("title", "submit", "close", "label") if key in one]
    assert not [text for text in ours if text.endswith(b.ELLIPSIS)]


@EXTREME
@given(HOSTILE, HOSTILE, HOSTILE, st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), max_size=9))
def test_whatever_was_written_a_card_fits_and_is_harmless(text, said, name, spans):
    line = a_line(text, marks=tuple((start, start + length, "phone") for start, length in spans), at=said)
    people = {"U07TARO": name}
    case = a_case(said=said, kinds=("phone", "line"))
    contacts = (Contact(Kind.OTHER, name),)
    request = replace(FILED, purpose_text=text, appeal_text=said, is_appealed=True, contacts=contacts)
    snapshot = Snapshot("q-1", (line,) * 21, 10)
    for language in Language:
        words = {"wording": WORDING, "language": language, "people": people}
        for card in (
            moderator.case_card(case, line, BEFORE, NOW, **words),
            moderator.request_card(request, CRITERIA, [text, said] * 9, NOW, **words),
        ):
            check_message(card)
            check_harmless(card)
        for revealed in (None, contacts):
            for view in (
                moderator.case_view(case, snapshot, revealed=revealed, **words),
                moderator.review_view(request, snapshot, CRITERIA, revealed=revealed, **words),
            ):
                check_view(view)
                check_harmless(view)
        check_view(moderator.home([home.Waiting(case)], home.Figures(1, 1, 1, 1, 1), NOW, is_notify_only=True, **words))


def test_a_case_is_about_whom_it_is_even_without_a_member():
    card = card_of(Case("q-9", CaseWhy.REPORT, NOW), masked_line=None, contract=None)
    check_message(card)
    assert any(text.endswith(b.NOTHING) for text in texts(card))
