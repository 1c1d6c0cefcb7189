"""The calls about cases, appeals, reports, strikes, reminders and statistics."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.api.bodies import object_of
from bot.api.call import READS, Call, Parameter
from bot.api.csv_text import as_csv
from bot.api.disclosure_calls import LIMIT, limit_in
from bot.api.people import SPEAKS_FOR_MEMBERS, STAFF, member_in, moderator_in
from bot.domain.calendar import JAPAN
from bot.domain.case_json import (
    document_of_case,
    document_of_reminder,
    document_of_strike,
    document_of_thread,
)
from bot.domain.cases import WAITING, CaseMove, CaseState, ReportCategory
from bot.domain.contract_json import document_of_contract
from bot.domain.disclosure_json import document_of_disclosure, seen_in, text_or_empty
from bot.domain.disclosures import DisclosureState
from bot.domain.errors import BadInput
from bot.domain.fields import id_in, number_in, optional_id_in, text_in, word_in
from bot.domain.statistics import COLUMNS
from bot.domain.wording import Language
from bot.flows.appeal_message import appeal_message
from bot.flows.criteria import criteria_for
from bot.flows.remind_counterpart import remind_counterpart
from bot.flows.report_violation import Report, report_violation
from bot.flows.resolve_case import overturn_case, undo_case, uphold_case
from bot.flows.reveal_contact import LONGEST, reveal_contact
from bot.flows.take_case import take_case
from bot.policy.criteria import explain

if TYPE_CHECKING:
    from starlette.requests import Request

    from bot.api.door import Door
    from bot.domain.cases import Case
    from bot.domain.disclosures import Disclosure
    from bot.domain.snapshots import Snapshot
    from bot.domain.statistics import Row

Document = dict[str, Any]
MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")
MOST_MONTHS = 36


async def list_cases(request: Request, door: Door) -> Document:
    """Cases in a state."""
    state = word_in(request.query_params, "state", CaseState)
    found = await door.queue.cases([state] if state else WAITING, limit_in(request))
    return {"cases": [document_of_case(one, door.now()) for one in found]}


async def get_case(request: Request, door: Door) -> Document:
    """A case as it stands."""
    return document_of_case(await door.office.case(_case_id(request)), door.now())


async def review_case(request: Request, door: Door) -> Document:
    """A case with everything beside it."""
    case = await door.office.case(_case_id(request))
    return await _review(case, None, await door.office.desk.snapshot(case.case_id), door, is_revealed=False)


async def review_disclosure(request: Request, door: Door) -> Document:
    """A disclosure request with everything beside it."""
    one = await door.office.disclosure(id_in(request.path_params, "disclosure_id"))
    return await _review(None, one, await door.office.desk.snapshot(one.disclosure_id), door, is_revealed=False)


async def reveal_case(request: Request, door: Door) -> Document:
    """A case unmasked."""
    case = await door.office.case(_case_id(request))
    return await _review(case, None, await _revealed(case.case_id, request, door), door, is_revealed=True)


async def reveal_disclosure(request: Request, door: Door) -> Document:
    """A disclosure request unmasked."""
    one = await door.office.disclosure(id_in(request.path_params, "disclosure_id"))
    return await _review(None, one, await _revealed(one.disclosure_id, request, door), door, is_revealed=True)


async def claim(request: Request, door: Door) -> Document:
    """A case claimed, or its lease renewed."""
    return await _take(request, door, CaseMove.CLAIM)


async def release(request: Request, door: Door) -> Document:
    """A case given back."""
    return await _take(request, door, CaseMove.RELEASE)


async def resolve(request: Request, door: Door) -> Document:
    """A case decided, handed to the leads, or its decision undone."""
    document = await object_of(request)
    by, seen, now, subject = moderator_in(document, request), seen_in(document), door.now(), _case_id(request)
    match document.get("decision"):
        case "uphold":
            done = await uphold_case(subject, door.office, by=by, now=now, seen_revision=seen)
        case "overturn":
            done = await overturn_case(subject, door.office, by=by, now=now, seen_revision=seen)
        case "undo":
            done = await undo_case(subject, door.office, by=by, now=now, seen_revision=seen)
        case "escalate":
            done = await take_case(subject, CaseMove.ESCALATE, door.office, by=by, now=now, seen_revision=seen)
        case _:
            raise BadInput("unknown_word", "decision", words="uphold, overturn, escalate, undo")
    return document_of_case(done, now)


async def appeal(request: Request, door: Door) -> Document:
    """A message its sender says is no contact."""
    document = await object_of(request)
    by, text = member_in(document), text_or_empty(document, "text")
    case = await appeal_message(id_in(request.path_params, "message_id"), text, door.office, by=by, now=door.now())
    return document_of_case(case, door.now())


async def report(request: Request, door: Door) -> Document:
    """A violation reported."""
    document = await object_of(request)
    category = word_in(document, "category", ReportCategory)
    if category is None:
        raise BadInput("missing", "category")
    told = Report(
        category,
        optional_id_in(document, "message_id"),
        optional_id_in(document, "conversation_id"),
        optional_id_in(document, "contract_id"),
        text_or_empty(document, "text"),
    )
    case = await report_violation(told, door.office, by=member_in(document), now=door.now())
    return document_of_case(case, door.now())


async def remind(request: Request, door: Door) -> Document:
    """A counterpart reminded."""
    document = await object_of(request)
    conversation_id = id_in(document, "conversation_id")
    return document_of_reminder(
        await remind_counterpart(conversation_id, door.office, by=member_in(document), now=door.now())
    )


async def strikes(request: Request, door: Door) -> Document:
    """A member's strikes that stand."""
    member_id = id_in(request.path_params, "member_id")
    return {
        "member_id": member_id,
        "strikes": [document_of_strike(one) for one in await door.office.desk.strikes_of(member_id)],
    }


async def statistics(request: Request, door: Door) -> Document:
    """What happened, by month."""
    return {"rows": [row.document() for row in await _rows(request, door)]}


async def statistics_csv(request: Request, door: Door) -> str:
    """The same as a table."""
    return as_csv(await _rows(request, door))


async def _take(request: Request, door: Door, move: CaseMove) -> Document:
    document = await object_of(request)
    by, seen = moderator_in(document, request), number_in(document, "seen_revision", 1)
    now = door.now()
    taken = await take_case(_case_id(request), move, door.office, by=by, now=now, seen_revision=seen)
    return document_of_case(taken, now)


async def _revealed(subject_id: str, request: Request, door: Door) -> Snapshot | None:
    document = await object_of(request)
    reason = text_in(document, "reason", LONGEST)
    return await reveal_contact(subject_id, reason, door.office, by=moderator_in(document, request), now=door.now())


async def _review(
    case: Case | None, disclosure: Disclosure | None, snapshot: Snapshot | None, door: Door, *, is_revealed: bool
) -> Document:
    """A case or request with its thread, contract, the member's strikes and past requests."""
    office, now = door.office, door.now()
    about = case or disclosure
    contract = await office.contract(about.contract_id) if about else None
    member_id = about.member_id if about else None
    past = await door.queue.disclosures(list(DisclosureState), 20, member_id=member_id) if member_id else []
    criteria = await criteria_for(disclosure, contract, office, now) if disclosure else ()
    wording = office.rulebook.wording
    return {
        "case": document_of_case(case, now) if case else None,
        "disclosure": document_of_disclosure(disclosure, now, shows_contacts=is_revealed) if disclosure else None,
        "criteria": [
            {
                "name": one.name,
                "result": one.result.value,
                "ja": explain(one, wording, Language.JA),
                "en": explain(one, wording, Language.EN),
            }
            for one in criteria
        ],
        "contract": document_of_contract(contract) if contract else None,
        "thread": document_of_thread(snapshot, is_revealed=is_revealed),
        "strikes": [document_of_strike(one) for one in await office.desk.strikes_of(member_id)] if member_id else [],
        "past_disclosures": [
            document_of_disclosure(one, now, shows_contacts=False)
            for one in past
            if disclosure is None or one.disclosure_id != disclosure.disclosure_id
        ],
    }


async def _rows(request: Request, door: Door) -> list[Row]:
    """The months asked for, this one if none is."""
    here = door.now().astimezone(JAPAN)
    usual = f"{here:%Y-%m}"
    first = _month(request.query_params.get("from", usual), "from")
    last = _month(request.query_params.get("to", max(usual, f"{first:%Y-%m}")), "to")
    if first > last or (last.year - first.year) * 12 + last.month - first.month >= MOST_MONTHS:
        raise BadInput("months_out_of_order", "to", limit=MOST_MONTHS)
    return await door.queue.statistics(first, (last + timedelta(days=31)).replace(day=1), door.now())


def _month(said: str, name: str) -> datetime:
    found = MONTH.fullmatch(said)
    if found is None:
        raise BadInput("not_a_month", name)
    return datetime(int(found[1]), int(found[2]), 1, tzinfo=JAPAN)


def _case_id(request: Request) -> str:
    return id_in(request.path_params, "case_id")


_MONTHS = tuple(
    Parameter(name, {"type": "string", "pattern": f"^{MONTH.pattern}$"}, said)
    for name, said in (("from", "the first month, such as 2026-11; this one if left out"), ("to", "the last month"))
)

CASE_CALLS = (
    Call(
        "listCases",
        "GET",
        "/v1/cases",
        READS,
        list_cases,
        "The queue: cases a member appealed for first, then the oldest",
        "Everything nobody has decided, if no state is named.",
        "Cases",
        parameters=(
            Parameter("state", {"type": "string", "enum": [state.value for state in CaseState]}, "their state"),
            LIMIT,
        ),
    ),
    Call(
        "getCase",
        "GET",
        "/v1/cases/{case_id}",
        READS,
        get_case,
        "Where a case stands",
        "As of now.",
        "Case",
        may_miss=True,
    ),
    Call(
        "reviewCase",
        "GET",
        "/v1/cases/{case_id}/review",
        READS,
        review_case,
        "A case with its thread, contract, and the member's record",
        "The thread is frozen: ten messages before, ten after. Contacts are masked.",
        "Review",
        may_miss=True,
    ),
    Call(
        "revealCase",
        "POST",
        "/v1/cases/{case_id}/reveal",
        STAFF,
        reveal_case,
        "The same with contacts unmasked",
        "Leads only. The reason, and that it was seen, are in the ledger.",
        "Review",
        body="Revealing",
        may_miss=True,
    ),
    Call(
        "reviewDisclosure",
        "GET",
        "/v1/disclosures/{disclosure_id}/review",
        READS,
        review_disclosure,
        "A disclosure request with its criteria, thread, contract, and the member's record",
        "Every criterion says pass, fail or unknown, and from what fact. Contacts are masked.",
        "Review",
        may_miss=True,
    ),
    Call(
        "revealDisclosure",
        "POST",
        "/v1/disclosures/{disclosure_id}/reveal",
        STAFF,
        reveal_disclosure,
        "The same with contacts unmasked",
        "Leads only. The reason, and that it was seen, are in the ledger.",
        "Review",
        body="Revealing",
        may_miss=True,
    ),
    Call(
        "claimCase",
        "POST",
        "/v1/cases/{case_id}/claim",
        STAFF,
        claim,
        "Claim a case for ten minutes, or renew the claim",
        "While it holds nobody else can decide the case.",
        "Case",
        body="ModeratorAct",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "releaseCase",
        "POST",
        "/v1/cases/{case_id}/release",
        STAFF,
        release,
        "Give a claimed case back",
        "The next one may take it.",
        "Case",
        body="ModeratorAct",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "resolveCase",
        "POST",
        "/v1/cases/{case_id}/resolve",
        STAFF,
        resolve,
        "Uphold or overturn a case, hand it to the leads, or undo the decision within 30 seconds",
        "What follows from it is told outside after 30 seconds. Upheld adds a strike; overturned releases the message.",
        "Case",
        body="Resolution",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "appealMessage",
        "POST",
        "/v1/messages/{message_id}/appeal",
        SPEAKS_FOR_MEMBERS,
        appeal,
        "Say for its sender that a message holds no contact",
        "Once a message. Its case moves to the front of the queue.",
        "Case",
        body="MemberAct",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "reportViolation",
        "POST",
        "/v1/reports",
        SPEAKS_FOR_MEMBERS,
        report,
        "Report a violation for a member",
        "Of a message, a conversation or a contract. The other side is not told.",
        "Case",
        body="Report",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "remindCounterpart",
        "POST",
        "/v1/reminders",
        SPEAKS_FOR_MEMBERS,
        remind,
        "Ask for a silent counterpart to be reminded",
        "After the policy's business days without an answer. More silence opens a case.",
        "Reminder",
        body="Reminding",
        may_conflict=True,
        may_miss=True,
    ),
    Call(
        "listStrikes",
        "GET",
        "/v1/members/{member_id}/strikes",
        READS,
        strikes,
        "A member's strikes that stand",
        "Strikes come only from cases that a moderator upheld.",
        "Strikes",
    ),
    Call(
        "statistics",
        "GET",
        "/v1/statistics",
        READS,
        statistics,
        "What happened, by month, kind, report category, work style, rule and policy version",
        "Months are those of Japan. false_positive_rate is overturned of all decided; handling_seconds is the median.",
        "Statistics",
        parameters=_MONTHS,
    ),
    Call(
        "statisticsAsCsv",
        "GET",
        "/v1/statistics.csv",
        READS,
        statistics_csv,
        "The same as CSV",
        "One line of headings.",
        f"{','.join(COLUMNS)}\n2026-11,total,,1200,14,9,21,37,18,20,6,11,3,0,0.2308,5400\n",
        parameters=_MONTHS,
        media_type="text/csv",
    ),
)
