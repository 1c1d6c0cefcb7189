"""A mutual request (NDA style): one side sends its real name and address, the other gives its own, or declines."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.actors import GUARD
from bot.domain.changes import Announcement, Change, Moved
from bot.domain.disclosures import Consent
from bot.domain.errors import BadInput, Conflict
from bot.domain.mutual import MutualMove, MutualRequest, MutualState
from bot.domain.told import About, notices_of
from bot.flows.desk import until_settled
from bot.flows.end_contract import ENDS
from bot.policy.permissions import Deed, permit

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actors import Actor
    from bot.domain.mutual import Details
    from bot.flows.desk import Office

AT_ONCE = 100
WAITING = frozenset({MutualState.SENT, MutualState.AGREED})

VERBS = {
    MutualMove.DECLINE: ("declined", Deed.AGREE),
    MutualMove.WITHDRAW: ("withdrawn", Deed.WITHDRAW),
}


async def send_mutual_request(
    contract_id: str, details: Details, notes_version: str, office: Office, *, by: Actor, now: datetime
) -> MutualRequest:
    """The request, sent: whether the other side sees the details already is the policy's, and was said before.

    Raises:
        Conflict: no such contract, nobody on the other side, the contract has ended, or one waits already.
        NotPermitted: somebody who is no party.
    """

    async def attempt() -> MutualRequest:
        contract = await office.contract(contract_id)
        if contract is None or contract.state in ENDS:
            raise Conflict("disclosure_not_possible")
        counterpart = contract.parties.other_than(by.actor_id)
        permit(by, Deed.FILE, own=by.actor_id if by.actor_id in contract.parties.known else contract_id)
        if counterpart is None:
            raise Conflict("no_counterpart", conversation_id=contract_id)
        if any(one.state in WAITING for one in await office.desk.mutuals_on(contract_id)):
            raise Conflict("asked_before", subject=contract_id)
        request = MutualRequest(
            request_id=office.new_id(),
            contract_id=contract_id,
            member_id=by.actor_id,
            counterpart_id=counterpart,
            reveal=office.rulebook.policy.disclosure.reveal,
            sent_at=now,
            details=_complete(details),
            consent=_consent(by, notes_version, office, now),
        )
        change = Change(
            at=now,
            by=by,
            moved=(Moved(request, None, "mutual.sent", {"reveal": request.reveal.value}),),
            contract=contract,
            announced=(_announcement("sent", request, office),),
        )
        await office.desk.write(change)
        return request

    return await until_settled(attempt)


async def agree_to_mutual_request(
    request_id: str,
    details: Details,
    notes_version: str,
    office: Office,
    *,
    by: Actor,
    now: datetime,
    seen_revision: int | None = None,
) -> MutualRequest:
    """The request once the other side has given its own details: from now on each sees the other's.

    Raises:
        Conflict: it is answered or withdrawn already.
        NotPermitted: somebody else's to answer.
        NotFound: there is none.
    """

    async def attempt() -> MutualRequest:
        before = await office.mutual(request_id)
        permit(by, Deed.AGREE, own=before.counterpart_id)
        after = before.after(
            MutualMove.AGREE,
            seen_revision=seen_revision,
            counterpart_details=_complete(details),
            counterpart_consent=_consent(by, notes_version, office, now),
        )
        return await _write(after, before, "agreed", office, by, now)

    return await until_settled(attempt)


async def end_mutual_request(
    request_id: str,
    move: MutualMove,
    office: Office,
    *,
    by: Actor,
    now: datetime,
    seen_revision: int | None = None,
) -> MutualRequest:
    """The request once the other side declined it, or its sender withdrew it: nobody sees anything of it any more.

    Raises:
        Conflict: it is answered or withdrawn already.
        NotPermitted: somebody else's to do.
        NotFound: there is none.
    """
    what, deed = VERBS[move]

    async def attempt() -> MutualRequest:
        before = await office.mutual(request_id)
        permit(by, deed, own=before.counterpart_id if move is MutualMove.DECLINE else before.member_id)
        return await _write(before.after(move, seen_revision=seen_revision), before, what, office, by, now)

    return await until_settled(attempt)


async def lapse_mutual_requests(office: Office, *, now: datetime) -> int:
    """End the mutual requests that nobody answered within the policy's days; how many there were.

    Raises:
        StoreAway: the database does not answer; the rest lapses next time.
    """
    days = timedelta(days=office.rulebook.policy.disclosure.lapse_days)
    late = await office.desk.mutuals_to_lapse(now - days, AT_ONCE)
    for one in late:
        await until_settled(lambda: _lapse(one.request_id, office, now))  # noqa: B023 (awaited here)
    return len(late)


async def _lapse(request_id: str, office: Office, now: datetime) -> None:
    before = await office.mutual(request_id)
    try:
        after = before.after(MutualMove.LAPSE)
    except Conflict:  # it was answered or withdrawn a moment ago
        return
    await _write(after, before, "lapsed", office, GUARD, now)


async def _write(
    after: MutualRequest, before: MutualRequest, what: str, office: Office, by: Actor, now: datetime
) -> MutualRequest:
    await office.desk.write(
        Change(
            at=now,
            by=by,
            moved=(Moved(after, before, f"mutual.{what}"),),
            contract=await office.contract(before.contract_id),
            announced=(_announcement(what, after, office),),
        )
    )
    return after


def _complete(details: Details) -> Details:
    for name, said in (("name", details.name), ("address", details.address)):
        if not said.strip():
            raise BadInput("empty", name)
    return details


def _consent(by: Actor, notes_version: str, office: Office, now: datetime) -> Consent:
    if notes_version != office.rulebook.notes_version:
        raise Conflict("notes_changed", version=office.rulebook.notes_version)
    return Consent(by.actor_id, notes_version, now)


def _announcement(what: str, request: MutualRequest, office: Office) -> Announcement:
    facts = {
        "contract_id": request.contract_id,
        "counterpart_id": request.counterpart_id,
        "member_id": request.member_id,
        "request_id": request.request_id,
        "reveal": request.reveal.value,
        "revision": request.revision,
        "state": request.state.value,
    }
    notices = notices_of(
        f"mutual.{what}",
        office.rulebook.wording,
        About(days=office.rulebook.policy.disclosure.lapse_days),
        member_id=request.member_id,
        counterpart_id=request.counterpart_id,
    )
    return Announcement(f"mutual.{what}", facts, notices)
