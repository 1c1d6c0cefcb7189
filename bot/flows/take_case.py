"""A moderator takes a case, gives it back, or hands it to the leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cases import CaseMove, CaseState
from bot.domain.changes import Change, Moved
from bot.flows.desk import until_settled
from bot.flows.sides import sides_of
from bot.policy.permissions import Deed, permit

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actors import Actor
    from bot.domain.cases import Case
    from bot.flows.desk import Office

VERBS = {
    CaseMove.CLAIM: ("case.claimed", Deed.CLAIM),
    CaseMove.RELEASE: ("case.let_go", Deed.CLAIM),
    CaseMove.ESCALATE: ("case.escalated", Deed.ESCALATE),
}
"""How the ledger calls each move, and what somebody must be allowed to do."""


async def take_case(
    case_id: str, move: CaseMove, office: Office, *, by: Actor, now: datetime, seen_revision: int | None = None
) -> Case:
    """The case after it was claimed (again, to renew the lease), let go or escalated. Nobody outside hears of it.

    Raises:
        AlreadyDecided: somebody decided it.
        Conflict: another person holds it.
        NotPermitted: no moderator, a party to the contract, or an escalated case and no lead.
        NotFound: there is none.
    """
    verb, deed = VERBS[move]

    async def attempt() -> Case:
        before = await office.case(case_id)
        await permit_on(before, deed, office, by)
        after = before.after(move, by.actor_id, now, seen_revision)
        await office.desk.write(Change(now, by, (Moved(after, before, verb),)))
        return after

    return await until_settled(attempt)


async def permit_on(case: Case, deed: Deed, office: Office, by: Actor) -> None:
    """Refuse who may not do this to the case: its parties, and whoever is no lead where it was handed to the leads.

    Raises:
        NotPermitted: with what is lacking.
    """
    contract = await office.contract(case.contract_id)
    sides = await sides_of(case.member_id, contract, case.conversation_id, office)
    permit(by, deed, parties=sides.parties)
    if case.is_escalated or case.state is CaseState.ESCALATED:
        permit(by, Deed.RESOLVE_ESCALATED, parties=sides.parties)
