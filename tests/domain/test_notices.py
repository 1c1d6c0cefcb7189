"""The sender is told what matched, why, and what can be done."""

import pytest

from bot.domain.notices import QUOTED, Occasion, notice_of
from bot.domain.verdicts import Outcome
from detectors import Kind, Piece
from tests.builders import RULEBOOK, a_finding

WORDING = RULEBOOK.wording


def told(outcome, *findings, phase="before", purposes=()):
    return notice_of(Occasion("m-1", outcome, findings, phase, purposes), WORDING)


@pytest.mark.parametrize("outcome", [Outcome.ALLOW, Outcome.REVIEW])
def test_who_is_not_stopped_is_not_told(outcome):
    assert told(outcome, a_finding()) is None


@pytest.mark.parametrize("outcome", [Outcome.WARN, Outcome.HOLD_DISCLOSURE, Outcome.HOLD_CHECK, Outcome.BLOCK])
def test_a_notice_quotes_what_matched_and_says_why(outcome):
    notice = told(outcome, a_finding())
    assert "「090-1234-5678」（電話番号）" in notice.ja
    assert "“090-1234-5678” (phone number)" in notice.en
    assert "仮払いが完了するまで、連絡先" in notice.ja
    assert "Until escrow is funded, contact" in notice.en


def test_each_thing_and_each_reason_is_said_once():
    notice = told(Outcome.BLOCK, a_finding(), a_finding(), a_finding(Kind.SOLICITATION, pieces=()))
    assert notice.ja.count("090-1234-5678") == 1
    assert notice.ja.count("連絡先を伝えたり尋ねたり") == 1
    assert "外部サービスでのやり取り" in notice.ja


def test_sentences_follow_each_other_as_their_language_writes_them():
    notice = told(Outcome.BLOCK, a_finding(), a_finding(Kind.DIRECT_DEAL, pieces=()))
    assert "。 " not in notice.ja
    assert "asked for. Proposing" in notice.en


def test_a_long_match_is_cut():
    notice = told(Outcome.BLOCK, a_finding(pieces=(Piece("m-1", 0, 99, "9" * 99),)))
    assert f"「{'9' * QUOTED}…」" in notice.ja


def test_pieces_of_other_messages_are_not_quoted():
    assert "090" not in told(Outcome.BLOCK, a_finding(pieces=(Piece("m-0", 0, 3, "090"),))).ja
    both = told(Outcome.BLOCK, a_finding(pieces=(Piece("m-0", 0, 3, "090"), Piece("m-1", 0, 4, "1234")))).ja
    assert "1234" in both
    assert "090" not in both


def test_two_pieces_of_one_message_are_both_quoted():
    assert (
        "090 … 1234"
        in told(Outcome.BLOCK, a_finding(pieces=(Piece("m-1", 0, 3, "090"), Piece("m-1", 9, 13, "1234")))).ja
    )


def test_where_purposes_are_limited_they_are_said():
    limited = told(
        Outcome.HOLD_DISCLOSURE, a_finding(), phase="after", purposes=("files_cannot_be_attached", "detailed_feedback")
    )
    assert "詳細なフィードバック" in limited.ja
    assert "detailed feedback" in limited.en
    assert "フィードバック" not in told(Outcome.HOLD_DISCLOSURE, a_finding(), phase="after").ja


def test_braces_in_a_message_stay_as_they_are():
    notice = told(Outcome.BLOCK, a_finding(pieces=(Piece("m-1", 0, 5, "{why}"),)))
    assert "「{why}」" in notice.ja
