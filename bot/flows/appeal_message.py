"""A member says of a message that was held or blocked: this is no contact (これは連絡先ではありません)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.cases import Case, CaseMove, CaseState, CaseWhy
from bot.domain.changes import Announcement, Change, Ended, Moved
from bot.domain.errors import Conflict
from bot.domain.told import About, notices_of
from bot.flows.desk import only_id, until_settled
from bot.flows.resolve_case import dropped_proposal
from bot.policy.permissions import Deed, permit

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actors import Actor
    from bot.domain.snapshots import KeptMessage
    from bot.flows.desk import Office

DAY = timedelta(days=1)


async def appeal_message(message_id: str, text: str, office: Office, *, by: Actor, now: datetime) -> Case:
    """The case about the message, moved forward in the queue, or opened where there was none.

    Raises:
        Conflict: appealed before, too often today, delivered, or found to be no contact already.
        NotPermitted: somebody else's message.
        NotFound: there is none.
    """

    async def attempt() -> Case:
        message = await office.message(message_id)
        permit(by, Deed.APPEAL, own=message.sender_id)
        if message.delivery.is_visible:
            raise Conflict("nothing_waits", subject=message_id)
        cases = [one for one in await office.desk.cases_about(message_id) if one.why is not CaseWhy.REPORT]
        if any(one.appealed_at for one in cases):
            raise Conflict("appealed_before", subject=message_id)
        limit = office.rulebook.policy.strikes.appeals_per_day
        if await office.desk.appeals_since(by.actor_id, now - DAY) >= limit:
            raise Conflict("too_many_appeals", limit=limit)
        before = next((one for one in cases if one.message == message.ref), None)
        case = _again(before, text, now) if before else _opened(message, text, now)
        moved = Moved(case, before, "case.appealed" if before else "case.opened", {"why": case.why.value})
        change = Change(now, by, (moved,), announced=_announced(case, office))
        if before and before.state is CaseState.UPHELD:
            change = await _without_what_followed(change, before, office)
        await office.desk.write(change)
        return case

    return await until_settled(attempt)


async def _without_what_followed(change: Change, upheld: Case, office: Office) -> Change:
    """The appeal also ends the strike, and what was not told of the decision so far is not told any more."""
    return replace(
        change,
        moved=(*change.moved, *await dropped_proposal(upheld, "reopened", office, change.at)),
        contract=await office.contract(upheld.contract_id),
        conversation_id=upheld.conversation_id,
        ended=(Ended(upheld.case_id, "reopened"),),
        takes_back=upheld.case_id,
    )


def _again(before: Case, text: str, now: datetime) -> Case:
    """The case that is there already: open again, its strike gone, if it was upheld; otherwise nearer to its turn."""
    if before.state is CaseState.OVERTURNED:
        raise Conflict("nothing_waits", subject=before.case_id)
    if before.state is CaseState.UPHELD and before.decided_by:
        after = before.after(CaseMove.REOPEN, before.decided_by, now)
    else:
        after = replace(before, revision=before.revision + 1)
    return replace(after, appealed_at=now, said=text)


def _opened(message: KeptMessage, text: str, now: datetime) -> Case:
    verdict = message.verdict
    return Case(
        case_id=only_id("appeal", message.ref.message_id),
        why=CaseWhy.APPEAL,
        opened_at=now,
        conversation_id=message.conversation_id,
        contract_id=message.contract_id,
        member_id=message.sender_id,
        message=message.ref,
        kinds=tuple(kind.value for kind in verdict.kinds),
        rules=tuple(dict.fromkeys(one.rule for one in verdict.findings if one.kind in verdict.kinds)),
        policy=verdict.policy,
        appealed_at=now,
        said=text,
    )


def _announced(case: Case, office: Office) -> tuple[Announcement, ...]:
    facts = {"case_id": case.case_id, "message_id": case.message.message_id if case.message else None}
    notices = notices_of("case.appealed", office.rulebook.wording, About(), member_id=case.member_id)
    return (Announcement("case.appealed", facts, notices),)
