"""A moderator decides a case, and may take the decision back for half a minute: nobody outside hears of it before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.domain.actors import GUARD
from bot.domain.cases import UNDO, CaseMove, CaseState, CaseWhy
from bot.domain.changes import Announcement, Change, Ended, Moved, Placed
from bot.domain.delivery import Delivery
from bot.domain.disclosures import Contact
from bot.domain.grants import Grant, GrantSource
from bot.domain.strikes import Strike
from bot.domain.terms import Step
from bot.domain.told import About, notices_of
from bot.flows.desk import until_settled
from bot.flows.pieces import hidden, hidden_pieces, released, shown_again
from bot.flows.take_case import permit_on
from bot.policy.permissions import Deed
from bot.policy.strikes import step_for

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actors import Actor
    from bot.domain.cases import Case
    from bot.domain.snapshots import KeptMessage
    from bot.flows.desk import Office

NO_STRIKE = frozenset({CaseWhy.SILENCE, CaseWhy.SUSPENSION})
"""Upheld, these are no offence: the first asks the marketplace to look, the second confirms what strikes led to."""


@dataclass(frozen=True, slots=True)
class Following:
    """What follows from a decision, beside the case itself."""

    moved: tuple[Moved, ...] = ()
    grants: tuple[Grant, ...] = ()
    strikes: tuple[Strike, ...] = ()
    strikes_before: int = 0
    placed: tuple[Placed, ...] = ()
    announced: tuple[Announcement, ...] = ()


async def uphold_case(case_id: str, office: Office, *, by: Actor, now: datetime, seen_revision: int) -> Case:
    """The case once a moderator found that the guard, or the report, was right: a strike, and its step of the ladder.

    Raises:
        AlreadyDecided: somebody was first.
        ChangedMeanwhile: it is not as it was on the screen.
        Conflict: another person holds it.
        NotPermitted: no moderator, a party to the contract, or an escalated case and no lead.
        NotFound: there is none.
    """

    async def attempt() -> Case:
        before = await office.case(case_id)
        await permit_on(before, Deed.SUSPEND if before.why is CaseWhy.SUSPENSION else Deed.RESOLVE, office, by)
        after = before.after(CaseMove.UPHOLD, by.actor_id, now, seen_revision)
        message = await _message(before, office)
        follows = await _upheld(after, message, office, now)
        await _write(after, before, "case.upheld", follows, office, by=by, now=now)
        return after

    return await until_settled(attempt)


async def overturn_case(case_id: str, office: Office, *, by: Actor, now: datetime, seen_revision: int) -> Case:
    """The case once a moderator found it to be nothing: the message goes out, and the same will not be stopped again.

    Raises:
        AlreadyDecided: somebody was first.
        ChangedMeanwhile: it is not as it was on the screen.
        Conflict: another person holds it.
        NotPermitted: no moderator, a party to the contract, or an escalated case and no lead.
        NotFound: there is none.
    """

    async def attempt() -> Case:
        before = await office.case(case_id)
        await permit_on(before, Deed.RESOLVE, office, by)
        after = before.after(CaseMove.OVERTURN, by.actor_id, now, seen_revision)
        message = await _message(before, office)
        follows = await _overturned(after, message, office, now)
        await _write(after, before, "case.overturned", follows, office, by=by, now=now)
        return after

    return await until_settled(attempt)


async def undo_case(case_id: str, office: Office, *, by: Actor, now: datetime, seen_revision: int) -> Case:
    """The case open again, and everything as it was before the decision.

    Raises:
        Conflict: later than half a minute, or somebody else's decision.
        NotPermitted: no moderator.
        NotFound: there is none.
    """

    async def attempt() -> Case:
        before = await office.case(case_id)
        await permit_on(before, Deed.UNDO, office, by)
        after = before.after(CaseMove.UNDO, by.actor_id, now, seen_revision)
        moved = (Moved(after, before, "case.undone"), *await dropped_proposal(before, "undone", office, now))
        await office.desk.write(
            Change(
                at=now,
                by=by,
                moved=moved,
                contract=await office.contract(before.contract_id),
                conversation_id=before.conversation_id,
                ended=(Ended(case_id, "undone"),),
                takes_back=case_id,
            )
        )
        return after

    return await until_settled(attempt)


async def dropped_proposal(upheld: Case, because: str, office: Office, now: datetime) -> tuple[Moved, ...]:
    """The suspension that this decision led to is not proposed any more, whoever of the leads looks at it just now."""
    proposal = await office.desk.case(_suspension_id(upheld))
    if proposal is None or proposal.state.is_decided:
        return ()
    free = replace(proposal, claimed_by=None, claimed_until=None)
    dropped = free.after(CaseMove.OVERTURN, GUARD.actor_id, now)
    return (Moved(dropped, proposal, "case.overturned", {"because": because}),)


async def _upheld(after: Case, message: KeptMessage | None, office: Office, now: datetime) -> Following:
    placed: tuple[Placed, ...] = ()
    announced: list[Announcement] = []
    what = "case.upheld"
    if message and after.why is CaseWhy.REVIEW and message.delivery.is_visible:
        placed, what = (Placed(message.ref, Delivery.HIDDEN),), "case.hidden"
        announced.append(hidden(message, "case.upheld", UNDO))
    if after.why is CaseWhy.REPORT:
        what = "case.reviewed"
    announced.insert(0, _announcement("case.upheld", what, after, office))
    if after.why is CaseWhy.SUSPENSION:
        announced.append(_proposal(after))
    if after.why in NO_STRIKE or after.member_id is None:
        return Following(placed=placed, announced=tuple(announced))
    standing = await office.desk.strikes_of(after.member_id)
    step = step_for([one.at for one in standing], now, office.rulebook.policy.strikes)
    strike = Strike(office.new_id(), after.member_id, after.case_id, step, now)
    announced.append(_strike(strike, len(standing) + 1, office))
    moved: tuple[Moved, ...] = ()
    if step is Step.SUSPENSION:
        moved = (Moved(_suspension(after, now), None, "case.opened", {"why": CaseWhy.SUSPENSION.value}),)
    return Following(
        moved=moved,
        strikes=(strike,),
        strikes_before=len(standing),
        placed=placed,
        announced=tuple(announced),
    )


async def _overturned(after: Case, message: KeptMessage | None, office: Office, now: datetime) -> Following:
    if message is None or after.why is CaseWhy.REPORT:  # what a report said was nothing says nothing of a message
        return Following(announced=(_announcement("case.overturned", "case.cleared", after, office),))
    is_shown_now = message.is_newest and not message.delivery.is_visible
    announced = [_announcement("case.overturned", "case.released" if is_shown_now else "case.cleared", after, office)]
    placed: tuple[Placed, ...] = ()
    if is_shown_now:
        placed, told = shown_again(await hidden_pieces(message, office), "case.overturned", UNDO)
        placed = (Placed(message.ref, Delivery.SHOWN), *placed)
        announced += [released(message, "case.overturned", UNDO), *told]
    return Following(grants=_honest(after, message, office, now), placed=placed, announced=tuple(announced))


def _honest(after: Case, message: KeptMessage, office: Office, now: datetime) -> tuple[Grant, ...]:
    """What was found in the message is remembered as honest: for its sender, in this contract."""
    found = dict.fromkeys(
        Contact(finding.kind, finding.value)
        for finding in message.verdict.findings
        if finding.kind.value in after.kinds
    )
    return tuple(
        Grant(
            grant_id=office.new_id(),
            member_id=message.sender_id,
            contact=contact,
            source=GrantSource.CASE,
            source_id=after.case_id,
            at=now,
            contract_id=after.contract_id,
            conversation_id=None if after.contract_id else after.conversation_id,
        )
        for contact in found
    )


async def _write(
    after: Case, before: Case, verb: str, follows: Following, office: Office, *, by: Actor, now: datetime
) -> None:
    facts = {"rules": ", ".join(after.rules), "policy": after.policy, "why": after.why.value}
    await office.desk.write(
        Change(
            at=now,
            by=by,
            moved=(Moved(after, before, verb, facts), *follows.moved),
            contract=await office.contract(before.contract_id),
            conversation_id=before.conversation_id,
            grants=follows.grants,
            strikes=follows.strikes,
            strikes_before=follows.strikes_before,
            placed=follows.placed,
            announced=follows.announced,
        )
    )


async def _message(case: Case, office: Office) -> KeptMessage | None:
    if case.message is None:
        return None
    return await office.desk.message(case.message.message_id, case.message.revision)


def _announcement(kind: str, what: str, after: Case, office: Office) -> Announcement:
    is_dismissed = after.why is CaseWhy.REPORT and after.state is CaseState.OVERTURNED  # nobody had heard of it
    told = None if after.why in NO_STRIKE or is_dismissed else after.member_id
    notices = notices_of(what, office.rulebook.wording, About(after.kinds), member_id=told)
    return Announcement(kind, _facts(after), notices, later=UNDO)


def _strike(strike: Strike, count: int, office: Office) -> Announcement:
    facts: dict[str, str | int | None] = {
        "case_id": strike.case_id,
        "count": count,
        "member_id": strike.member_id,
        "step": strike.step.value,
    }
    about = About(days=office.rulebook.policy.strikes.window_days)
    notices = notices_of(f"strike.{strike.step.value}", office.rulebook.wording, about, member_id=strike.member_id)
    return Announcement("member.strike", facts, notices, later=UNDO)


def _proposal(after: Case) -> Announcement:
    """The marketplace is asked to suspend; whether it does is its own decision."""
    return Announcement("member.suspension_proposed", _facts(after), later=UNDO)


def _facts(case: Case) -> dict[str, str | int | None]:
    return {
        "case_id": case.case_id,
        "contract_id": case.contract_id,
        "conversation_id": case.conversation_id,
        "member_id": case.member_id,
        "message_id": case.message.message_id if case.message else None,
        "revision": case.revision,
        "state": case.state.value,
        "why": case.why.value,
    }


def _suspension_id(upheld: Case) -> str:
    """The case for the leads that this decision opened, if it did."""
    return f"{upheld.case_id}-{upheld.revision}"


def _suspension(after: Case, now: datetime) -> Case:
    """A case for the leads: whether a suspension is proposed to the marketplace."""
    return type(after)(
        case_id=_suspension_id(after),
        why=CaseWhy.SUSPENSION,
        opened_at=now,
        conversation_id=after.conversation_id,
        contract_id=after.contract_id,
        member_id=after.member_id,
        policy=after.policy,
        state=CaseState.ESCALATED,
        is_escalated=True,
    )
