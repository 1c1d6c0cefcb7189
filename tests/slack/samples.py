"""One story, told in every card: for the tests, and for docs/slack.md."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.cases import Case, CaseState, CaseWhy, ReportCategory
from bot.domain.contracts import Contract, State, WorkStyle
from bot.domain.delivery import Delivery
from bot.domain.disclosures import Contact, Disclosure, DisclosureState, MessageRef
from bot.domain.errors import Conflict
from bot.domain.notes import NOTES
from bot.domain.notices import Occasion, notice_of
from bot.domain.snapshots import Line, Snapshot
from bot.domain.verdicts import Outcome, Verdict
from bot.domain.wording import Language
from bot.policy.criteria import Facts, criteria_of
from bot.slack.cards import commands, home, masking, member, moderator
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


def notice(language, outcome, phase, *, can_disclose, is_removed=True):
    verdict = a_verdict(TEXT[language], outcome, phase)
    return member.member_notice(
        verdict,
        member.marked_by(verdict, TEXT[language]),
        message_key=KEY,
        can_disclose=can_disclose,
        can_appeal=True,
        is_removed=is_removed,
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
        "blocked, where nothing can be deleted": notice(
            language, Outcome.BLOCK, "before", can_disclose=False, is_removed=False
        ),
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


PEOPLE = {"U07TARO": "Taro", "U07HANAKO": "Hanako", "U07MORI": "Mori"}
CONTRACT = Contract("k-3", WorkStyle.PROJECT, State.ESCROWED)
BEFORE = Contract("k-3", WorkStyle.PROJECT, State.NEGOTIATING)
SAID = {
    Language.JA: "注文番号です。03-1234-5678 のような電話番号ではありません。",
    Language.EN: "An order number. No phone number such as 03-1234-5678.",
}


def a_case(**more) -> Case:
    usual = {
        "case_id": "q-1",
        "why": CaseWhy.BLOCK,
        "opened_at": NOW - timedelta(hours=2),
        "conversation_id": "C07",
        "contract_id": "k-3",
        "member_id": "U07TARO",
        "message": MessageRef("m-1", 1),
        "kinds": ("phone",),
    }
    return Case(**usual | more)


def a_line(text: str, **more) -> Line:
    at = text.find(NUMBER)
    usual = {
        "message_id": "m-1",
        "revision": 1,
        "sender_id": "U07TARO",
        "sender_role": "freelancer",
        "at": NOW.isoformat(),
        "outcome": "block",
        "text": text,
        "marks": ((at, at + len(NUMBER), "phone"),) if at >= 0 else (),
    }
    return Line(**usual | more)


def a_thread(language: Language) -> Snapshot:
    asked = {
        Language.JA: "撮影当日はどのように連絡すればよいですか？",
        Language.EN: "How can I reach you on the day of the shoot?",
    }
    first = a_line(asked[language], message_id="m-0", sender_id="U07HANAKO", sender_role="client", outcome="allow")
    return Snapshot("q-1", (first, a_line(TEXT[language])), about=1)


CRITERIA = criteria_of(
    Facts(CONTRACT, None, None, 0, 0, 0, FILED.purpose, FILED.purpose_text), RULEBOOK.policy, WorkStyle.PROJECT
)


def moderator_cards(language):
    said = {"wording": WORDING, "language": language}
    people = {"people": PEOPLE}
    line, thread = a_line(TEXT[language]), a_thread(language)
    case = a_case()
    card = moderator.case_card(case, line, BEFORE, NOW, **said, **people)
    upheld = replace(case, state=CaseState.UPHELD, revision=2, decided_by="U07MORI", decided_at=NOW)
    contacts = masking.masked_contacts(FILED.contacts, **said)
    request = moderator.request_card(FILED, CRITERIA, contacts, NOW, **said, **people)
    approved = replace(FILED, state=DisclosureState.APPROVED, revision=3)
    appealed = a_case(case_id="q-2", why=CaseWhy.APPEAL, appealed_at=NOW, said=SAID[language])
    reported = a_case(case_id="q-3", why=CaseWhy.REPORT, category=ReportCategory.UNPAID_TRIAL)
    queue = (
        home.Waiting(reported),
        home.Waiting(FILED, FILED.due_at),
        home.Waiting(appealed, NOW - timedelta(hours=1)),
    )
    figures = home.Figures(waiting=3, overdue=1, stopped=12, decided=5, overturned=2)
    return {
        "a case": card,
        "a case, claimed": moderator.case_card(
            replace(case, state=CaseState.CLAIMED, claimed_by="U07MORI", claimed_until=NOW + timedelta(minutes=10)),
            line,
            BEFORE,
            NOW,
            **said,
            **people,
        ),
        "a case after an appeal": moderator.case_card(appealed, line, BEFORE, NOW, **said, **people),
        "a case, decided": moderator.settled(card, "Mori", CaseState.UPHELD, reversible=upheld, **said),
        "a case, half a minute later": moderator.settled(card, "Mori", CaseState.UPHELD, **said),
        "a case with its thread": moderator.case_view(case, thread, contract=BEFORE, **said, **people),
        "a case with its contact revealed": moderator.case_view(
            case, thread, contract=BEFORE, revealed=FILED.contacts, **said, **people
        ),
        "a filed request": request,
        "a request, approved": moderator.settled(
            moderator.request_card(approved, CRITERIA, contacts, NOW, **said, **people),
            "Mori",
            DisclosureState.APPROVED,
            reversible=approved,
            **said,
        ),
        "a request with its thread": moderator.review_view(FILED, thread, CRITERIA, **said, **people),
        "why a request is denied": moderator.deny_view("d-1", 2, **said),
        "why a permission is revoked": moderator.revoke_view("d-1", 3, **said),
        "why a contact is revealed": moderator.reveal_view("q-1", **said),
        "nothing can be deleted": moderator.degraded_card("token_revoked", **said),
        "App Home of a moderator": moderator.home(queue, figures, NOW, is_notify_only=True, **said, **people),
        "App Home of a member": home.member_home(**said),
        "/sekimori": commands.contract_card(CONTRACT, **said),
        "/sekimori link k-3": commands.linked_card("k-3", **said),
        "/sekimori help, for a moderator": commands.help_card(is_moderator=True, **said),
        "what cannot be done": commands.refused_card(
            Conflict("already_decided", by="U07MORI", state="overturned"), **said, **people
        ),
    }
