"""One story, told in every card: for the tests, and for docs/slack.md."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.delivery import Delivery
from bot.domain.disclosures import Contact, Disclosure, DisclosureState, MessageRef
from bot.domain.notes import NOTES
from bot.domain.notices import Occasion, notice_of
from bot.domain.verdicts import Outcome, Verdict
from bot.domain.wording import Language
from bot.slack.cards import member
from detectors import Kind, Piece, SpeechAct
from tests.builders import RULEBOOK, a_finding

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
WORDING = RULEBOOK.wording
KEY = "C07/1732412345.000100"

TEXT = {
    Language.JA: "当日の緊急連絡用に、携帯は 090-1234-5678 です。よろしくお願いします。",
    Language.EN: "For emergencies on the day, my mobile is 090-1234-5678. Thank you.",
}
NUMBER = "090-1234-5678"
PURPOSES = ("meeting", "urgent_contact", "other")


def a_verdict(text: str, outcome: Outcome = Outcome.BLOCK, phase: str = "before") -> Verdict:
    at = text.index(NUMBER)
    piece = Piece("m-1", at, at + len(NUMBER), NUMBER)
    finding = a_finding(rule="phone.number", because="a phone number that can be dialled", pieces=(piece,))
    return Verdict(
        message_id="m-1",
        revision=1,
        outcome=outcome,
        policy="lancers@1",
        speech_act=SpeechAct.OFFERS,
        kinds=(Kind.PHONE,),
        findings=(finding,),
        notice=notice_of(Occasion("m-1", outcome, (finding,), phase), WORDING),
    )


def a_disclosure(**more) -> Disclosure:
    usual = {
        "disclosure_id": "d-1",
        "member_id": "U07TARO",
        "contacts": (Contact(Kind.PHONE, "+819012345678"),),
        "offered_at": NOW - timedelta(hours=1),
        "contract_id": "k-3",
        "conversation_id": "C07",
        "counterpart_id": "U07HANAKO",
        "message": MessageRef("m-1", 1),
    }
    return Disclosure(**usual | more)


FILED = a_disclosure(
    state=DisclosureState.FILED,
    revision=2,
    purpose="urgent_contact",
    purpose_text="撮影当日の遅延などの連絡に使います。",
    filed_at=NOW,
    due_at=NOW + timedelta(days=2),
)
DENIED = replace(
    FILED, state=DisclosureState.DENIED, revision=3, decided_by="U07MORI", decided_at=NOW, because="not_necessary"
)


def notice(language, outcome, phase, *, can_disclose):
    verdict = a_verdict(TEXT[language], outcome, phase)
    return member.member_notice(
        verdict,
        member.marked_by(verdict, TEXT[language]),
        message_key=KEY,
        can_disclose=can_disclose,
        can_appeal=True,
        wording=WORDING,
        language=language,
    )


def member_cards(language):
    said = {"wording": WORDING, "language": language}
    text = TEXT[language]
    return {
        "blocked": notice(language, Outcome.BLOCK, "before", can_disclose=False),
        "held for a request": notice(language, Outcome.HOLD_DISCLOSURE, "after", can_disclose=True),
        "held for a check": notice(language, Outcome.HOLD_CHECK, "before", can_disclose=False),
        "warned": notice(language, Outcome.WARN, "after", can_disclose=False),
        "the form, while it loads": member.request_view(None, NOTES, (), loading=True, **said),
        "the form of a request": member.request_view(a_disclosure(), NOTES, PURPOSES, **said),
        "a request, filed": member.request_status(FILED, **said),
        "a request, denied": member.request_status(DENIED, **said),
        "not a contact": member.appeal_view(KEY, **said),
        "an appeal against a denial": member.request_appeal_view("d-1", 3, **said),
        "a report": member.report_view(KEY, **said),
        "published, provisionally": member.published("Taro", text, Delivery.PROVISIONAL, **said),
        "published": member.published("Taro", text, Delivery.SHOWN, **said),
        "published, then hidden": member.published("Taro", text, Delivery.HIDDEN, **said),
    }
