"""A member reports a violation (違反申告). It goes one way: the other side is not told, and nobody is judged yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.cases import Case, CaseWhy, ReportCategory
from bot.domain.changes import Announcement, Change, Moved
from bot.domain.errors import BadInput, NotFound
from bot.domain.told import About, notices_of
from bot.flows.sides import sides_of
from bot.policy.permissions import Deed, permit

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actors import Actor
    from bot.domain.snapshots import KeptMessage
    from bot.flows.desk import Office


@dataclass(frozen=True, slots=True)
class Report:
    """What a member reports: a message, or a conversation or contract as a whole; `other` wants words.

    The contract of a message or conversation is its own, whatever else is named.
    """

    category: ReportCategory
    message_id: str | None = None
    conversation_id: str | None = None
    contract_id: str | None = None
    text: str = field(default="", repr=False)


async def report_violation(report: Report, office: Office, *, by: Actor, now: datetime) -> Case:
    """The case that was opened.

    Raises:
        BadInput: nothing named to report, or no words where they are needed.
        NotFound: no such message.
        NotPermitted: somebody who is no party.
    """
    if report.category is ReportCategory.OTHER and not report.text.strip():
        raise BadInput("empty", "text")
    message = await office.message(report.message_id) if report.message_id else None
    conversation_id = message.conversation_id if message else report.conversation_id
    contract_id = await _contract_id(conversation_id, message, office) if conversation_id else report.contract_id
    if conversation_id is None and contract_id is None:
        raise BadInput("missing", "conversation_id")
    contract = await office.contract(contract_id)
    sides = await sides_of(by.actor_id, contract, conversation_id, office)
    if not sides.parties:
        raise NotFound("no_conversation", conversation_id=conversation_id or contract_id)
    permit(by, Deed.REPORT, own=by.actor_id if by.actor_id in sides.parties else sides.parties[0])
    reported = message.sender_id if message and message.sender_id != by.actor_id else sides.counterpart_id
    case = Case(
        case_id=office.new_id(),
        why=CaseWhy.REPORT,
        opened_at=now,
        conversation_id=conversation_id,
        contract_id=contract_id,
        member_id=reported,
        message=message.ref if message else None,
        kinds=tuple(kind.value for kind in message.verdict.kinds) if message else (),
        policy=message.verdict.policy if message else "",
        category=report.category,
        reported_by=by.actor_id,
        said=report.text,
    )
    facts = {"case_id": case.case_id, "category": report.category.value, "why": case.why.value}
    notices = notices_of("case.reported", office.rulebook.wording, About(), member_id=by.actor_id)
    moved = Moved(case, None, "case.opened", {"why": case.why.value, "category": report.category.value})
    await office.desk.write(Change(now, by, (moved,), announced=(Announcement("case.opened", facts, notices),)))
    return case


async def _contract_id(conversation_id: str, message: KeptMessage | None, office: Office) -> str | None:
    return message.contract_id if message else await office.desk.contract_of(conversation_id)
