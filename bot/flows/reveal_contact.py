"""A lead looks at a contact that is masked for everybody else; why, and that they did, is in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.changes import Change, Noted
from bot.domain.errors import BadInput, NotFound
from bot.flows.sides import sides_of
from bot.policy.permissions import Deed, permit
from detectors import scan

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actors import Actor
    from bot.domain.snapshots import Snapshot
    from bot.flows.desk import Office

LONGEST = 200
"""Characters of a reason."""


async def reveal_contact(subject_id: str, reason: str, office: Office, *, by: Actor, now: datetime) -> Snapshot | None:
    """The thread around a case or a disclosure request, unmasked, once the look is recorded; None without a thread.

    Raises:
        BadInput: no reason, a long one, or one that holds a contact itself: the ledger keeps none.
        NotPermitted: no lead, or a party to the contract.
        NotFound: no such case or request.
    """
    said = reason.strip()
    if not said:
        raise BadInput("missing", "reason")
    if len(said) > LONGEST:
        raise BadInput("too_long", "reason", limit=LONGEST)
    if any(finding.kind.is_contact for finding in scan(said, (), office.rulebook.words).findings):
        raise BadInput("holds_contact", "reason")
    about = await office.desk.disclosure(subject_id) or await office.desk.case(subject_id)
    if about is None:
        raise NotFound("no_case", subject=subject_id)
    contract = await office.contract(about.contract_id)
    sides = await sides_of(about.member_id, contract, about.conversation_id, office)
    permit(by, Deed.REVEAL, parties=sides.parties)
    noted = Noted("contact.revealed", subject_id, about.revision, {"reason": said})
    await office.desk.write(Change(now, by, noted=(noted,)))
    return await office.desk.snapshot(subject_id)
