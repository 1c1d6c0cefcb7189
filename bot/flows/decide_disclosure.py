"""Staff approve or deny a disclosure request, or take an approval back. Every no has a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.changes import Change, Ended, Moved
from bot.domain.disclosures import DenialReason, DisclosureMove, RevocationReason
from bot.domain.errors import Conflict
from bot.flows.desk import until_settled
from bot.flows.disclosing import announcement, granted, placed
from bot.flows.pieces import hidden_pieces, shown_again
from bot.flows.sides import sides_of
from bot.policy.permissions import Deed, permit

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actors import Actor
    from bot.domain.contracts import Contract
    from bot.domain.disclosures import Disclosure
    from bot.flows.desk import Office


async def approve_disclosure(
    disclosure_id: str, office: Office, *, by: Actor, now: datetime, seen_revision: int
) -> Disclosure:
    """The request once it is approved: its contacts are granted, and its message is shown.

    Raises:
        AlreadyDecided: somebody was first.
        ChangedMeanwhile: it is not as it was on the screen.
        NotPermitted: no moderator, or a party to the contract.
        NotFound: there is none.
    """

    async def attempt() -> Disclosure:
        before, contract = await _seen(disclosure_id, office, by, Deed.DECIDE)
        after = before.after(
            DisclosureMove.APPROVE,
            seen_revision=seen_revision,
            decided_by=by.actor_id,
            decided_at=now,
            because=None,
        )
        announced = announcement("approved", after, before, office.rulebook.wording)
        put = placed(after, before)
        if after.message:
            message = await office.message(after.message.message_id, after.message.revision)
            if not message.is_newest:
                raise Conflict("edited_meanwhile", subject=disclosure_id)
            again, told = shown_again(await hidden_pieces(message, office), "disclosure.approved")
            put, announced = (*put, *again), (*announced, *told)
        await office.desk.write(
            Change(
                at=now,
                by=by,
                moved=(Moved(after, before, "disclosure.approved"),),
                contract=contract,
                conversation_id=before.conversation_id,
                grants=granted(after, office, now),
                placed=put,
                announced=announced,
            )
        )
        return after

    return await until_settled(attempt)


async def deny_disclosure(
    disclosure_id: str, reason: DenialReason, office: Office, *, by: Actor, now: datetime, seen_revision: int
) -> Disclosure:
    """The request once it is denied: what was shown is hidden, and both sides are told why.

    Raises:
        AlreadyDecided: somebody was first.
        ChangedMeanwhile: it is not as it was on the screen.
        NotPermitted: no moderator, or a party to the contract.
        NotFound: there is none.
    """

    async def attempt() -> Disclosure:
        before, contract = await _seen(disclosure_id, office, by, Deed.DECIDE)
        after = before.after(
            DisclosureMove.DENY,
            seen_revision=seen_revision,
            decided_by=by.actor_id,
            decided_at=now,
            because=reason.value,
        )
        why = f"because.denial.{reason.value}"
        await office.desk.write(
            Change(
                at=now,
                by=by,
                moved=(Moved(after, before, "disclosure.denied", {"because": reason.value}),),
                contract=contract,
                conversation_id=before.conversation_id,
                placed=placed(after, before),
                announced=announcement("denied", after, before, office.rulebook.wording, why),
            )
        )
        return after

    return await until_settled(attempt)


async def revoke_disclosure(
    disclosure_id: str, reason: RevocationReason, office: Office, *, by: Actor, now: datetime, seen_revision: int
) -> Disclosure:
    """The request once its approval is taken back: the grants end, its message is hidden, both sides are told why.

    Raises:
        AlreadyDecided: somebody was first.
        ChangedMeanwhile: it is not as it was on the screen.
        NotPermitted: no lead, or a party to the contract.
        NotFound: there is none.
    """

    async def attempt() -> Disclosure:
        before, contract = await _seen(disclosure_id, office, by, Deed.REVOKE)
        after = before.after(
            DisclosureMove.REVOKE,
            seen_revision=seen_revision,
            decided_by=by.actor_id,
            decided_at=now,
            because=reason.value,
        )
        why = f"because.revocation.{reason.value}"
        await office.desk.write(
            Change(
                at=now,
                by=by,
                moved=(Moved(after, before, "disclosure.revoked", {"because": reason.value}),),
                contract=contract,
                conversation_id=before.conversation_id,
                ended=(Ended(disclosure_id, reason.value),),
                placed=placed(after, before),
                announced=announcement("revoked", after, before, office.rulebook.wording, why),
            )
        )
        return after

    return await until_settled(attempt)


async def _seen(disclosure_id: str, office: Office, by: Actor, deed: Deed) -> tuple[Disclosure, Contract | None]:
    """The request and its contract, for somebody who may do this."""
    disclosure = await office.disclosure(disclosure_id)
    contract = await office.contract(disclosure.contract_id)
    sides = await sides_of(disclosure.member_id, contract, disclosure.conversation_id, office)
    permit(by, deed, parties=sides.parties)
    return disclosure, contract
