"""A contract that is refunded or cancelled ends what was asked for and granted on it, in the same breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.actors import MARKETPLACE
from bot.domain.changes import Announcement, Change, Ended, Moved
from bot.domain.contracts import State
from bot.domain.disclosures import DisclosureMove, DisclosureState, EndReason, RevocationReason
from bot.domain.mutual import MutualMove, MutualState
from bot.domain.told import About, notices_of
from bot.flows.disclosing import announcement, placed

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.changes import Placed
    from bot.domain.contracts import Contract
    from bot.domain.disclosures import Disclosure
    from bot.domain.mutual import MutualRequest
    from bot.flows.desk import Office

ENDS = frozenset({State.REFUNDED, State.CANCELLED})
"""Where nothing may be decided any more."""


async def ended_with(after: Contract, before: Contract, office: Office, now: datetime) -> Change | None:
    """What the move of a contract ends, None for nothing; the change moves the contract too."""
    terms = office.rulebook.policy.disclosure
    moved: list[Moved] = []
    ended: list[Ended] = []
    put: list[Placed] = []
    announced: list[Announcement] = []
    requests = await office.desk.disclosures_on(after.contract_id)
    for one in requests:
        closed = _closed(one, after.state, terms.grant_ends_on, now)
        if closed is None:
            continue
        what = "revoked" if closed.state is DisclosureState.REVOKED else "closed"
        family = "revocation" if what == "revoked" else "end"
        moved.append(Moved(closed, one, f"disclosure.{what}", {"because": closed.because}))
        ended.append(Ended(one.disclosure_id, str(closed.because)))
        put += placed(closed, one)
        announced += announcement(what, closed, one, office.rulebook.wording, f"because.{family}.{closed.because}")
    if after.state in ENDS:
        for request in await office.desk.mutuals_on(after.contract_id):
            if request.state in {MutualState.SENT, MutualState.AGREED}:
                moved.append(Moved(request.after(MutualMove.CLOSE), request, "mutual.closed"))
                announced.append(_told(request, office))
    if not moved:
        return None
    return Change(
        at=now,
        by=MARKETPLACE,
        moved=tuple(moved),
        contract=before,
        contract_after=after,
        conversation_id=next((one.conversation_id for one in requests if one.conversation_id), None),
        ended=tuple(ended),
        placed=tuple(put),
        announced=tuple(announced),
    )


def _closed(one: Disclosure, state: State, grant_ends_on: tuple[State, ...], now: datetime) -> Disclosure | None:
    """The request after the end of its contract, None for one that it does not touch."""
    if one.state is DisclosureState.FILED and state in ENDS:
        return one.after(DisclosureMove.CLOSE, because=EndReason.CONTRACT_ENDED.value)
    if one.state is DisclosureState.APPROVED and state in grant_ends_on:
        return one.after(
            DisclosureMove.REVOKE,
            because=RevocationReason.CONTRACT_ENDED.value,
            decided_by=MARKETPLACE.actor_id,
            decided_at=now,
        )
    return None


def _told(request: MutualRequest, office: Office) -> Announcement:
    notices = notices_of(
        "mutual.closed",
        office.rulebook.wording,
        About(),
        member_id=request.member_id,
        counterpart_id=request.counterpart_id,
    )
    facts = {"contract_id": request.contract_id, "request_id": request.request_id, "state": MutualState.CLOSED.value}
    return Announcement("mutual.closed", facts, notices)
