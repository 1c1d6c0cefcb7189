"""Outcomes are ordered, and a verdict's JSON is as published."""

import json

import pytest

from bot.domain.json_text import text_of
from bot.domain.verdict_json import VERDICT_SCHEMA, document_of, verdict_from
from bot.domain.verdicts import AttachedPiece, Notice, Outcome, Reason, Ruling, Verdict
from detectors import Kind, SpeechAct
from tests.builders import a_finding


def test_rulings_are_ordered_mildest_first():
    assert sorted(Ruling, reverse=True)[::-1] == list(Ruling)
    assert Ruling.ALLOW < Ruling.WARN < Ruling.REVIEW < Ruling.HOLD < Ruling.BLOCK
    assert max(Outcome.HOLD_CHECK, Outcome.HOLD_DISCLOSURE) is Outcome.HOLD_CHECK
    assert max(Outcome) is Outcome.BLOCK


@pytest.mark.parametrize(
    ("outcome", "ruling", "reason"),
    [
        (Outcome.ALLOW, Ruling.ALLOW, None),
        (Outcome.HOLD_DISCLOSURE, Ruling.HOLD, Reason.DISCLOSURE),
        (Outcome.HOLD_CHECK, Ruling.HOLD, Reason.CHECK),
        (Outcome.BLOCK, Ruling.BLOCK, None),
    ],
)
def test_an_outcome_is_a_ruling_with_its_reason(outcome, ruling, reason):
    assert (outcome.ruling, outcome.reason) == (ruling, reason)


def test_what_is_under_hold_is_delivered():
    assert [ruling.value for ruling in Ruling if ruling.is_delivered] == ["allow", "warn", "review"]


VERDICT = Verdict(
    message_id="m-1",
    revision=2,
    outcome=Outcome.HOLD_CHECK,
    policy="lancers@f00dfeed0000",
    speech_act=SpeechAct.OFFERS,
    kinds=(Kind.LINE,),
    findings=(
        a_finding(Kind.LINE, value="taro_web1", tricks=("homoglyph",)),
        a_finding(pieces=(AttachedPiece("m-1", 0, 2, "09", 1, "name"),)),
    ),
    failed=("phone",),
    notice=Notice("日本語", "English"),
    case_id="k-1",
)


def test_the_json_has_every_field_of_the_interface():
    document = document_of(VERDICT)
    assert list(document) == list(VERDICT_SCHEMA["properties"])
    assert (document["ruling"], document["reason"], document["speech_act"], document["kinds"]) == (
        "hold",
        "check",
        "offers",
        ["line"],
    )
    assert document["notice"] == {"ja": "日本語", "en": "English"}
    assert document["findings"][0]["pieces"] == [{"message_id": "m-1", "start": 3, "end": 16, "text": "090-1234-5678"}]
    assert document["findings"][1]["pieces"][0]["part"] == "name"


def test_failed_is_left_out_where_nothing_failed():
    assert "failed" not in document_of(Verdict("m-1", 1, Outcome.ALLOW, "p@1"))


@pytest.mark.parametrize("verdict", [VERDICT, Verdict("m-1", 1, Outcome.ALLOW, "p@1")], ids=["full", "clean"])
def test_a_verdict_comes_back_from_its_json(verdict):
    assert verdict_from(json.loads(text_of(document_of(verdict))), verdict.revision) == verdict


def test_what_was_written_is_not_in_the_repr():
    assert "1234" not in repr(VERDICT)
    assert "taro" not in repr(VERDICT)
    assert "日本語" not in repr(VERDICT)
