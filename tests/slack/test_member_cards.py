"""What members see in Slack: within its limits whatever was written, and nothing written pings, links or leaks."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.delivery import Delivery
from bot.domain.disclosures import Contact, DenialReason, DisclosureState, EndReason, RevocationReason
from bot.domain.errors import BadInput
from bot.domain.notes import NOTES, version_of
from bot.domain.notices import TOLD
from bot.domain.terms import Publication
from bot.domain.verdicts import AttachedPiece, Notice, Outcome
from bot.domain.wording import Language
from bot.policy.sections import CHOICES
from bot.slack import names
from bot.slack.cards import blocks as b
from bot.slack.cards import forms, member
from detectors import Kind, Piece
from tests.builders import a_finding
from tests.slack.payloads import carried, check_message, check_view, parts, texts
from tests.slack.samples import (
    DENIED,
    FILED,
    KEY,
    NUMBER,
    PURPOSES,
    TEXT,
    WORDING,
    a_disclosure,
    a_verdict,
    member_cards,
)

BOTH = pytest.mark.parametrize("language", Language)
CARDS = [(language, name, card) for language in Language for name, card in member_cards(language).items()]
JA = {"wording": WORDING, "language": Language.JA}

EXTREME = settings(deadline=None, max_examples=50)  # long texts take their time
HOSTILE = st.one_of(
    st.text(max_size=400),
    st.text(st.sampled_from("😀&<>@#!|*_~`\n\r\t\x00\x1b\u202e\ud800あa"), max_size=400),
    st.sampled_from(["<!channel>", "<@U07>", "<#C07|x>", "<https://e.example|x>", "@here", "&lt;", "", " ", "\x00"]),
    st.builds(lambda one, n: one * n, st.sampled_from("a😀あ&<"), st.integers(2_000, 45_000)),
)


@pytest.mark.parametrize(("language", "name", "card"), CARDS, ids=[f"{one[0].value} {one[1]}" for one in CARDS])
def test_every_card_is_what_slack_takes(language, name, card):
    check_view(card) if isinstance(card, dict) else check_message(card)
    assert not [one for one in carried(card) if "5678" in one], "no contact in what passes through the client"
    assert not [text for text in texts(card) if "{" in text]


@pytest.mark.parametrize(("language", "name", "card"), CARDS, ids=[f"{one[0].value} {one[1]}" for one in CARDS])
def test_every_button_and_view_has_a_name_that_is_known(language, name, card):
    used = {one["action_id"] for _, one in parts(card) if one.get("type") == "button"}
    assert used <= set(names.ACTIONS)
    if isinstance(card, dict) and "submit" in card:
        assert card["callback_id"] in names.VIEWS


@pytest.mark.parametrize(("language", "name", "card"), CARDS, ids=[f"{one[0].value} {one[1]}" for one in CARDS])
def test_no_word_of_ours_is_cut(language, name, card):
    ours = [one["text"]["text"] for _, one in parts(card) if isinstance(one.get("text"), dict)]
    ours += [one[key]["text"] for _, one in parts(card) for key in ("title", "submit", "close", "label") if key in one]
    waits = WORDING.say(language, "slack.wait")
    assert not [text for text in ours if text.endswith(b.ELLIPSIS) and text != waits]


def test_names_are_said_once():
    said = [*names.ACTIONS, *names.VIEWS, names.REPORT_MESSAGE]
    assert len(said) == len(set(said))
    assert all(one.startswith("sekimori.") for one in said)


def notice(verdict, marked=(), **more):
    usual = {"message_key": KEY, "can_disclose": False, "can_appeal": True}
    return member.member_notice(verdict, marked, **usual | JA | more)


def actions_in(card):
    return [one["action_id"] for _, one in parts(card) if one.get("type") == "button"]


def test_exactly_what_matched_is_marked():
    text = TEXT[Language.JA]
    card = notice(a_verdict(text), member.marked_by(a_verdict(text), text))
    written = next(one for one in card if one["type"] == "rich_text")["elements"][0]["elements"]
    assert "".join(one["text"] for one in written) == text
    assert [one["text"] for one in written if "style" in one] == [NUMBER]


@pytest.mark.parametrize(
    ("pieces", "marked"),
    [
        pytest.param([Piece("m-1", 0, 2, "ab")], ["ab"], id="at the beginning"),
        pytest.param([Piece("m-1", 4, 6, "ef")], ["ef"], id="at the end"),
        pytest.param([Piece("m-1", 0, 3, "abc"), Piece("m-1", 2, 5, "cde")], ["abc", "de"], id="overlapping"),
        pytest.param([Piece("m-1", 0, 5, "abcde"), Piece("m-1", 1, 3, "bc")], ["abcde"], id="one in another"),
        pytest.param([Piece("m-0", 0, 3, "abc")], [], id="a piece of another message"),
        pytest.param([AttachedPiece("m-1", 0, 3, "abc")], [], id="a piece of an attachment"),
    ],
)
def test_marks_follow_the_findings(pieces, marked):
    verdict = replace(a_verdict(TEXT[Language.JA]), findings=(a_finding(pieces=tuple(pieces)),))
    cut = member.marked_by(verdict, "abcdef")
    assert "".join(text for text, _ in cut) == "abcdef"
    assert [text for text, is_marked in cut if is_marked] == marked


def test_a_mark_in_the_middle_of_a_long_text_stays():
    marked = [("あ" * 20_000, False), (NUMBER, True), ("い" * 20_000, False), ("taro@example.jp", True)]
    short = b.shortened(marked, b.QUOTE)
    assert [one[0] for one in short if one[1]] == [NUMBER, "taro@example.jp"]
    assert sum(b.width(text) for text, _ in short) <= b.QUOTE


def test_marks_without_end_are_marked_no_more():
    short = b.shortened([("a", n % 2 == 0) for n in range(1000)], b.QUOTE)
    assert len(short) == b.PIECES
    assert "".join(text for text, _ in short) == "a" * 1000


def test_a_short_text_is_not_shortened():
    marked = [("あ" * 2_000, False), (NUMBER, True)]
    assert b.shortened(marked, b.QUOTE) == marked


@pytest.mark.parametrize(
    ("outcome", "more", "actions"),
    [
        pytest.param(Outcome.BLOCK, {}, [names.MESSAGE_APPEAL], id="blocked"),
        pytest.param(Outcome.BLOCK, {"can_appeal": False}, [], id="blocked, appealed before"),
        pytest.param(Outcome.WARN, {}, [], id="a warning is no reason to appeal"),
        pytest.param(
            Outcome.HOLD_DISCLOSURE,
            {"can_disclose": True},
            [names.DISCLOSURE_OPEN, names.MESSAGE_APPEAL],
            id="held for a request",
        ),
    ],
)
def test_a_notice_offers_what_can_be_done(outcome, more, actions):
    card = notice(a_verdict(TEXT[Language.JA], outcome), **more)
    assert actions_in(card) == actions
    assert {forms.seen_in(value) for value in carried(card)} <= {forms.Seen(KEY)}


@BOTH
@pytest.mark.parametrize(
    ("outcome", "is_removed", "key"),
    [
        pytest.param(Outcome.BLOCK, True, "slack.heading.block", id="deleted"),
        pytest.param(Outcome.BLOCK, False, "slack.heading.still_there", id="still there"),
        pytest.param(Outcome.HOLD_CHECK, False, "slack.heading.still_there", id="held, and still there"),
        pytest.param(Outcome.WARN, False, "slack.heading.warn", id="a warned message stays"),
    ],
)
def test_a_notice_does_not_say_gone_of_what_is_there(outcome, is_removed, key, language):
    card = notice(a_verdict(TEXT[Language.JA], outcome), is_removed=is_removed, language=language)
    check_message(card)
    assert card[0]["text"]["text"] == WORDING.say(language, key)
    gone = WORDING.say(language, "slack.member.removed")
    assert (gone in texts(card)) == (is_removed and outcome is not Outcome.WARN)


def test_what_a_broken_detector_stopped_has_no_kind():
    verdict = replace(a_verdict(TEXT[Language.JA], Outcome.HOLD_CHECK), findings=(), kinds=())
    assert "確認が必要な内容が含まれている" in "".join(texts(notice(verdict, is_removed=False)))


def test_who_is_not_told_anything_sees_no_card():
    assert notice(replace(a_verdict(TEXT[Language.JA], Outcome.ALLOW), notice=None)) == []


def test_a_rule_without_words_is_explained_in_those_of_the_detectors():
    verdict = replace(a_verdict(TEXT[Language.JA]), findings=(a_finding(rule="new.rule", because="of <that>."),))
    assert "検出の理由：電話番号（of &lt;that&gt;）" in texts(notice(verdict))


@BOTH
def test_the_form_remembers_what_was_seen_and_nothing_else(language):
    view = member.request_view(a_disclosure(revision=4), NOTES, PURPOSES, wording=WORDING, language=language)
    assert forms.seen_in(view["private_metadata"]) == forms.Seen("d-1", 4)
    assert set(carried(view)) == {view["private_metadata"], *PURPOSES, version_of(WORDING)}
    assert "+819012345678" in texts(view)
    for note in NOTES:
        assert f"• {WORDING.say(language, f'notes.{note}')}" in texts(view)


@BOTH
@pytest.mark.parametrize("publication", Publication)
def test_the_form_says_when_the_other_side_sees_it(language, publication):
    view = member.request_view(
        a_disclosure(publication=publication), NOTES, CHOICES, wording=WORDING, language=language
    )
    check_view(view)
    assert WORDING.say(language, f"slack.publication.{publication.value}") in texts(view)


def test_many_contacts_are_counted():
    contacts = tuple(Contact(Kind.EMAIL, f"taro{n}@example.jp") for n in range(25))
    view = member.request_view(a_disclosure(contacts=contacts), NOTES, PURPOSES, **JA)
    check_view(view)
    assert "ほか15件" in texts(view)
    assert "ほか" not in "".join(texts(member.request_view(FILED, NOTES, PURPOSES, **JA)))


def test_answers_are_read_as_they_were_given():
    values = {
        "purpose": {"purpose": {"type": "static_select", "selected_option": {"value": "meeting"}}},
        "purpose_text": {"purpose_text": {"type": "plain_text_input", "value": "当日の連絡"}},
        "consent": {"consent": {"type": "checkboxes", "selected_options": [{"value": "abc"}]}},
        "text": {"text": {"type": "plain_text_input", "value": None}},
        "category": {"category": {"type": "static_select", "selected_option": None}},
        "reason": {"reason": {"type": "checkboxes", "selected_options": []}},
    }
    assert forms.answers_in({"state": {"values": values}}) == {
        "purpose": "meeting",
        "purpose_text": "当日の連絡",
        "consent": "abc",
        "text": "",
        "category": "",
        "reason": "",
    }
    assert forms.answers_in({}) == {}
    assert set(values) == set(forms.INPUTS)


@given(st.builds(forms.Seen, st.text(max_size=200), st.none() | st.integers(1, 10**9)))
def test_what_was_seen_comes_back(seen):
    assert forms.seen_in(str(seen)) == seen


@pytest.mark.parametrize("value", [None, "", "d-1", "{}", "[]", "[1,2]", '["d-1"]', '["d-1",true]', '["d-1","1"]', "3"])
def test_what_is_none_of_ours_is_refused(value):
    with pytest.raises(BadInput):
        forms.seen_in(value)


def test_an_id_is_never_cut():
    with pytest.raises(ValueError, match="too long"):
        b.button("x", names.REVEAL, "x" * 2001)
    with pytest.raises(ValueError, match="too much"):
        member.appeal_view("x" * 2000, **JA)


@BOTH
@pytest.mark.parametrize("state", DisclosureState)
def test_every_state_of_a_request_can_be_shown(language, state):
    said = {"wording": WORDING, "language": language}
    card = member.request_status(replace(FILED, state=state), **said)
    check_message(card)
    buttons = {
        DisclosureState.OFFERED: [names.DISCLOSURE_WITHDRAW],
        DisclosureState.FILED: [names.DISCLOSURE_WITHDRAW],
        DisclosureState.DENIED: [names.DISCLOSURE_APPEAL],
    }
    assert actions_in(card) == buttons.get(state, [])
    assert {forms.seen_in(value) for value in carried(card)} <= {forms.Seen("d-1", 2)}


@pytest.mark.parametrize(
    ("more", "key"),
    [
        pytest.param({}, "slack.request.is_shown", id="filed, provisionally"),
        pytest.param({"publication": Publication.AFTER_APPROVAL}, "slack.request.is_not_shown", id="filed"),
        pytest.param({"is_appealed": True}, "slack.request.is_not_shown", id="appealed"),
        pytest.param({"state": DisclosureState.OFFERED}, "slack.publication.provisional", id="offered"),
    ],
)
def test_an_open_request_says_when_its_message_is_seen(more, key):
    assert WORDING.say(Language.JA, key) in texts(member.request_status(replace(FILED, **more), **JA))


def test_a_denial_can_be_appealed_once():
    assert actions_in(member.request_status(replace(DENIED, is_appealed=True), **JA)) == []


@pytest.mark.parametrize(
    ("state", "reasons"),
    [
        (DisclosureState.DENIED, DenialReason),
        (DisclosureState.REVOKED, RevocationReason),
        (DisclosureState.CLOSED, EndReason),
    ],
)
@BOTH
def test_the_reason_is_said(state, reasons, language):
    for reason in reasons:
        assert member.reason_of(replace(FILED, state=state, because=reason.value), WORDING, language)
    assert member.reason_of(replace(FILED, state=state), WORDING, language) == ""


@EXTREME
@given(HOSTILE)
def test_whatever_is_published_is_whole_and_harmless(text):
    parts_of_it = member.parts_of(text)
    assert "".join(parts_of_it) == b.clean(text)
    for part in parts_of_it:
        card = member.published(text, part, Delivery.PROVISIONAL, part="1/2", **JA)
        check_message(card)
        check_harmless(card)


@pytest.mark.parametrize("state", [Delivery.HIDDEN, Delivery.WITHHELD])
def test_what_is_hidden_is_not_shown(state):
    assert NUMBER not in "".join(texts(member.published("Taro", TEXT[Language.JA], state, **JA)))


@EXTREME
@given(HOSTILE, HOSTILE, HOSTILE, st.sampled_from(list(TOLD)))
def test_whatever_was_written_a_notice_fits_and_is_harmless(before, found, because, outcome):
    told = Notice(ja=f"{found}{because}", en=because)
    finding = a_finding(rule="new.rule", because=because)
    verdict = replace(a_verdict(TEXT[Language.JA], outcome), findings=(finding,), notice=told)
    for language in Language:
        marked = ((before, False), (found, True), (because, False))
        card = notice(verdict, marked, can_disclose=True, language=language)
        check_message(card)
        check_harmless(card)
        assert b.fallback(card) == WORDING.say(language, f"slack.heading.{outcome.value.replace(': ', '_')}")


@EXTREME
@given(HOSTILE, HOSTILE)
def test_whatever_was_written_a_form_fits(value, purpose_text):
    contacts = (Contact(Kind.OTHER, value), Contact(Kind.LINE, purpose_text)) * 8
    one = a_disclosure(contacts=contacts, purpose="other", purpose_text=purpose_text)
    check_view(member.request_view(one, NOTES, CHOICES, **JA))
    check_message(member.request_status(one, **JA))


def check_harmless(payload):
    """Nothing that Slack would read as a mention, a link or an entity of somebody's making."""
    for _, one in parts(payload):
        assert one.get("type") not in {"link", "user", "usergroup", "channel", "broadcast", "emoji"}
        if one.get("type") == "mrkdwn":
            assert "<" not in one["text"]
            assert ">" not in one["text"]
        assert not set(str(one.get("text", ""))) & set("\x00\x1b\u202e")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("<!channel>", "&lt;!channel&gt;", id="everybody"),
        pytest.param("<@U07>", "&lt;@U07&gt;", id="a person"),
        pytest.param("<https://e.example|ここ>", "&lt;https://e.example|ここ&gt;", id="a link"),
        pytest.param("&lt;!channel&gt;", "&amp;lt;!channel&amp;gt;", id="already escaped"),
        pytest.param("3 > 2 & 1 < 2", "3 &gt; 2 &amp; 1 &lt; 2", id="arithmetic"),
        pytest.param("a\u202eb\x00c\rd", "abc\nd", id="what is not seen"),
        pytest.param("👨‍👩‍👧 ok", "👨‍👩‍👧 ok", id="a family stays together"),
    ],
)
def test_a_gap_is_filled_harmlessly(written, shown):
    assert b.escaped(written) == shown


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        pytest.param("あいう", 3, "あいう", id="just fits"),
        pytest.param("あいうえ", 3, "あい…", id="too long"),
        pytest.param("😀😀", 4, "😀😀", id="emoji count twice"),
        pytest.param("😀😀", 3, "😀…", id="an emoji is not halved"),
    ],
)
def test_a_cut_says_so(text, limit, shown):
    assert b.cut(text, limit) == shown


def test_an_entity_is_not_cut_in_two():
    for limit in range(3, 20):
        text = b.mrkdwn("a&amp;b&lt;c&gt;d", limit)["text"]
        assert b.width(text) <= limit
        assert "&" not in text.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "")


def test_a_notification_without_words_is_a_dash():
    assert b.fallback([b.actions()]) == b.NOTHING
    assert b.fallback(member.published("<Taro>", "x", Delivery.SHOWN, **JA)) == "*&lt;Taro&gt;* さんのメッセージ"
