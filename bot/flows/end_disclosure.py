"""A member withdraws a request or appeals against its denial; one that nobody files in time lapses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.actors import GUARD
from bot.domain.cases import UNDO
from bot.domain.changes import Change, Moved
from bot.domain.disclosures import DisclosureMove, EndReason
from bot.domain.errors import Conflict
from bot.flows.desk import until_settled
from bot.flows.disclosing import announcement, placed
from bot.flows.file_disclosure import refuse_unless_possible
from bot.policy.permissions import Deed, permit

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actors import Actor
    from bot.domain.disclosures import Disclosure
    from bot.flows.desk import Office

AT_ONCE = 100
"""Requests that one round of the worker ends at most."""


async def withdraw_disclosure(
    disclosure_id: str, office: Office, *, by: Actor, now: datetime, seen_revision: int | None = None
) -> Disclosure:
    """The request once its member has withdrawn it; what was shown until the decision is hidden.

    Raises:
        Conflict: it is decided already.
        NotPermitted: somebody else's request.
        NotFound: there is none.
    """

    async def attempt() -> Disclosure:
        before = await office.disclosure(disclosure_id)
        permit(by, Deed.WITHDRAW, own=before.member_id)
        after = before.after(DisclosureMove.WITHDRAW, seen_revision=seen_revision, because=EndReason.BY_MEMBER.value)
        change = await _ended(after, before, "withdrawn", EndReason.BY_MEMBER, office, by, now)
        await office.desk.write(change)
        return after

    return await until_settled(attempt)


async def appeal_disclosure(
    disclosure_id: str, text: str, office: Office, *, by: Actor, now: datetime, seen_revision: int | None = None
) -> Disclosure:
    """The denied request filed once more, with what the member says to it. What was hidden stays hidden meanwhile.

    Raises:
        Conflict: it was appealed before, it is not denied, or a contact cannot be disclosed here any more.
        NotPermitted: somebody else's request.
        NotFound: there is none.
    """

    async def attempt() -> Disclosure:
        before = await office.disclosure(disclosure_id)
        permit(by, Deed.APPEAL, own=before.member_id)
        contract = await office.contract(before.contract_id)
        after = before.after(
            DisclosureMove.APPEAL,
            seen_revision=seen_revision,
            is_appealed=True,
            appeal_text=text,
            because=None,
            decided_by=None,
            decided_at=None,
            due_at=office.rulebook.calendar.after(now, office.rulebook.policy.disclosure.due_business_days),
        )
        refuse_unless_possible(contract, before.contacts, office)
        if before.message and not (await office.message(before.message.message_id, before.message.revision)).is_newest:
            raise Conflict("edited_meanwhile", subject=disclosure_id)
        await office.desk.write(
            Change(
                at=now,
                by=by,
                moved=(Moved(after, before, "disclosure.appealed"),),
                contract=contract,
                conversation_id=before.conversation_id,
                announced=announcement("appealed", after, before, office.rulebook.wording),
            )
        )
        return after

    return await until_settled(attempt)


async def lapse_disclosures(office: Office, *, now: datetime) -> int:
    """End the requests that nobody filed within the policy's days; how many there were.

    Raises:
        StoreAway: the database does not answer; the rest lapses next time.
    """
    days = office.rulebook.policy.disclosure.lapse_days
    late = await office.desk.due_to_lapse(now - timedelta(days=days), AT_ONCE)
    for one in late:
        await until_settled(lambda: _lapse(one.disclosure_id, office, now))  # noqa: B023 (awaited here)
    return len(late)


async def drop_needless(office: Office, *, now: datetime) -> int:
    """End the open requests for messages that a person found to hold no contact; how many there were.

    Only once the decision cannot be undone any more. The message stays where it is: it was released.

    Raises:
        StoreAway: the database does not answer; the rest ends next time.
    """
    found = await office.desk.needless(now - UNDO, AT_ONCE)
    for one in found:
        await until_settled(lambda: _drop(one.disclosure_id, office, now))  # noqa: B023 (awaited here)
    return len(found)


async def _drop(disclosure_id: str, office: Office, now: datetime) -> None:
    before = await office.disclosure(disclosure_id)
    try:
        after = before.after(DisclosureMove.WITHDRAW, because=EndReason.NOT_A_CONTACT.value)
    except Conflict:  # it was decided a moment ago
        return
    change = await _ended(after, before, "withdrawn", EndReason.NOT_A_CONTACT, office, GUARD, now)
    told = tuple(one for one in change.announced if one.kind == "disclosure.withdrawn")
    await office.desk.write(replace(change, placed=(), announced=told))


async def _lapse(disclosure_id: str, office: Office, now: datetime) -> None:
    before = await office.disclosure(disclosure_id)
    try:
        after = before.after(DisclosureMove.LAPSE, because=EndReason.NOT_FILED_IN_TIME.value)
    except Conflict:  # it was filed or withdrawn a moment ago
        return
    change = await _ended(after, before, "lapsed", EndReason.NOT_FILED_IN_TIME, office, GUARD, now)
    await office.desk.write(change)


async def _ended(
    after: Disclosure,
    before: Disclosure,
    what: str,
    reason: EndReason,
    office: Office,
    by: Actor,
    now: datetime,
) -> Change:
    why = f"because.end.{reason.value}"
    return Change(
        at=now,
        by=by,
        moved=(Moved(after, before, f"disclosure.{what}", {"because": reason.value}),),
        contract=await office.contract(before.contract_id),
        conversation_id=before.conversation_id,
        placed=placed(after, before),
        announced=announcement(what, after, before, office.rulebook.wording, why),
    )
