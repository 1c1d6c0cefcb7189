"""A member asks to disclose a contact: the notes read and agreed to, a purpose given. Staff decide."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.domain.actors import GUARD
from bot.domain.changes import Change, Moved
from bot.domain.contracts import WorkStyle
from bot.domain.disclosures import Consent, Contact, Disclosure, DisclosureMove
from bot.domain.errors import BadInput, Conflict
from bot.domain.verdicts import Outcome
from bot.flows.criteria import counted, criteria_for
from bot.flows.desk import until_settled
from bot.flows.disclosing import announcement, granted, placed
from bot.flows.pieces import hidden_pieces, shown_again
from bot.flows.sides import sides_of
from bot.policy.criteria import all_pass
from bot.policy.permissions import Deed, permit
from detectors import SpeechAct

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.actors import Actor
    from bot.domain.contracts import Contract
    from bot.flows.desk import Office


@dataclass(frozen=True, slots=True)
class Filing:
    """What a member fills in. `notes_version` is that of the notes that were shown, and agreed to."""

    purpose: str
    notes_version: str
    is_agreed: bool
    purpose_text: str = field(default="", repr=False)


async def request_disclosure(
    contract_id: str,
    contacts: Sequence[Contact],
    office: Office,
    *,
    by: Actor,
    now: datetime,
    conversation_id: str | None = None,
) -> Disclosure:
    """A request from the contract's page, without a message: offered, to be filed next.

    Raises:
        Conflict: no contract, or the policy knows no disclosure where it stands.
        NotPermitted: not a member, or somebody who is no party to it.
    """

    async def attempt() -> Disclosure:
        contract = await office.contract(contract_id)
        if contract is None:
            raise Conflict("no_contract", contract_id=contract_id)
        known = contract.parties.known
        permit(by, Deed.FILE, own=by.actor_id if not known or by.actor_id in known else contract_id)
        refuse_unless_possible(contract, contacts, office)
        if conversation_id and await office.desk.contract_of(conversation_id) != contract_id:
            raise Conflict("other_conversation", conversation_id=conversation_id)
        sides = await sides_of(by.actor_id, contract, conversation_id, office)
        disclosure = Disclosure(
            disclosure_id=office.new_id(),
            member_id=by.actor_id,
            contacts=tuple(dict.fromkeys(contacts)),
            offered_at=now,
            publication=office.rulebook.policy.disclosure.publication,
            contract_id=contract_id,
            conversation_id=conversation_id,
            counterpart_id=sides.counterpart_id,
        )
        moved = Moved(disclosure, None, "disclosure.offered")
        await office.desk.write(Change(now, by, (moved,), contract=contract, conversation_id=conversation_id))
        return disclosure

    return await until_settled(attempt)


async def file_disclosure(
    disclosure_id: str,
    filing: Filing,
    office: Office,
    *,
    by: Actor,
    now: datetime,
    seen_revision: int | None = None,
) -> Disclosure:
    """The request once it is filed, or approved where the policy has a lane for requests that meet every criterion.

    Raises:
        BadInput: no agreement, or a purpose the policy does not know here.
        Conflict: the notes have changed, the limit of the contract is reached, it cannot be disclosed any more.
        NotPermitted: somebody else's request.
        NotFound: there is none.
    """
    return await until_settled(
        lambda: _file_once(disclosure_id, filing, office, by=by, now=now, seen_revision=seen_revision)
    )


async def _file_once(
    disclosure_id: str, filing: Filing, office: Office, *, by: Actor, now: datetime, seen_revision: int | None
) -> Disclosure:
    before = await office.disclosure(disclosure_id)
    permit(by, Deed.FILE, own=before.member_id)
    contract = await office.contract(before.contract_id)
    _refuse_unless_complete(filing, contract, office)
    policy = office.rulebook.policy
    sides = await sides_of(before.member_id, contract, before.conversation_id, office)
    after = before.after(
        DisclosureMove.FILE,
        seen_revision=seen_revision,
        purpose=filing.purpose,
        purpose_text=filing.purpose_text,
        consent=Consent(by.actor_id, filing.notes_version, now),
        filed_at=now,
        due_at=office.rulebook.calendar.after(now, policy.disclosure.due_business_days),
        publication=policy.disclosure.publication,
        counterpart_id=sides.counterpart_id,
    )
    refuse_unless_possible(contract, before.contacts, office)
    await _refuse_beyond_limit(before, office)
    if before.message:
        message = await office.message(before.message.message_id, before.message.revision)
        if message.delivery.is_visible or not message.is_newest:
            raise Conflict("nothing_waits", subject=disclosure_id)
    change = Change(
        at=now,
        by=by,
        moved=(Moved(after, before, "disclosure.filed", {"notes_version": filing.notes_version}),),
        contract=contract,
        conversation_id=before.conversation_id,
        placed=placed(after, before),
        announced=announcement("filed", after, before, office.rulebook.wording),
    )
    if policy.disclosure.auto_approve and all_pass(await criteria_for(after, contract, office, now)):
        after, change = await _approved_at_once(after, change, office, now)
    await office.desk.write(change)
    return after


async def _approved_at_once(
    filed: Disclosure, change: Change, office: Office, now: datetime
) -> tuple[Disclosure, Change]:
    """The lane for requests that meet every criterion: filed and approved in one."""
    approved = filed.after(DisclosureMove.APPROVE, decided_by=GUARD.actor_id, decided_at=now)
    (first,) = change.moved
    put, told = placed(approved, filed), announcement("approved", approved, filed, office.rulebook.wording)
    if approved.message:
        message = await office.message(approved.message.message_id, approved.message.revision)
        again, released = shown_again(await hidden_pieces(message, office), "disclosure.approved")
        put, told = (*put, *again), (*told, *released)
    return approved, replace(
        change,
        moved=(first, Moved(approved, filed, "disclosure.approved", {"lane": True, "by": GUARD.actor_id})),
        grants=granted(approved, office, now),
        placed=put,
        announced=(*change.announced, *told),
    )


def refuse_unless_possible(contract: Contract | None, contacts: Sequence[Contact], office: Office) -> None:
    """Raise Conflict where the policy does not lead an offered contact of these kinds to a request."""
    if contract is None:
        raise Conflict("disclosure_not_possible")
    cells = office.rulebook.policy.cells
    for contact in contacts:
        outcome = cells[contract.work_style, contract.state, contact.kind, SpeechAct.OFFERS]
        if not contact.kind.is_contact or outcome is not Outcome.HOLD_DISCLOSURE:
            raise Conflict("disclosure_not_possible")


def _refuse_unless_complete(filing: Filing, contract: Contract | None, office: Office) -> None:
    if not filing.is_agreed:
        raise BadInput("not_agreed", "agreed")
    if filing.notes_version != office.rulebook.notes_version:
        raise Conflict("notes_changed", version=office.rulebook.notes_version)
    purposes = office.rulebook.policy.purposes_in(contract.work_style if contract else WorkStyle.PROJECT)
    if filing.purpose not in purposes:
        raise BadInput("unknown_word", "purpose", words=", ".join(purposes))
    if not filing.purpose_text.strip():
        raise BadInput("empty", "purpose_text")


async def _refuse_beyond_limit(before: Disclosure, office: Office) -> None:
    limit = office.rulebook.policy.disclosure.limit_per_contract
    if limit is not None and await counted(before, office) >= limit:
        raise Conflict("disclosure_limit", limit=limit)
