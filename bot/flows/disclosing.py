"""What every move of a disclosure request brings along: its message shown or hidden, grants, and who is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.changes import Announcement, Placed
from bot.domain.delivery import Delivery
from bot.domain.disclosures import DisclosureState
from bot.domain.grants import Grant, GrantSource
from bot.domain.told import About, notices_of

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.disclosures import Disclosure
    from bot.domain.wording import Wording
    from bot.flows.desk import Office


def placed(after: Disclosure, before: Disclosure) -> tuple[Placed, ...]:
    """Where the request's message is after a move; nothing for one that was not shown and still is not."""
    if after.message is None:
        return ()
    if after.shows_its_message:
        return (Placed(after.message, Delivery.SHOWN if _is_settled(after) else Delivery.PROVISIONAL),)
    return (Placed(after.message, Delivery.HIDDEN),) if before.shows_its_message else ()


def _is_settled(one: Disclosure) -> bool:
    return one.state is DisclosureState.APPROVED


def granted(approved: Disclosure, office: Office, now: datetime) -> tuple[Grant, ...]:
    """A grant for each contact of an approved request."""
    return tuple(
        Grant(
            grant_id=office.new_id(),
            member_id=approved.member_id,
            contact=contact,
            source=GrantSource.DISCLOSURE,
            source_id=approved.disclosure_id,
            at=now,
            contract_id=approved.contract_id,
            conversation_id=None if approved.contract_id else approved.conversation_id,
        )
        for contact in approved.contacts
    )


def announcement(
    what: str, after: Disclosure, before: Disclosure, wording: Wording, why: str = ""
) -> tuple[Announcement, ...]:
    """What is told of a move: the move itself, with a text for each side, and the message where it came or went.

    `why` is the key of a reason. The other side is told only of what it saw, or of what it is to decide on.
    """
    facts = {
        "contract_id": after.contract_id,
        "conversation_id": after.conversation_id,
        "disclosure_id": after.disclosure_id,
        "message_id": after.message.message_id if after.message else None,
        "publication": after.publication.value,
        "because": after.because,
        "revision": after.revision,
        "state": after.state.value,
    }
    kinds = tuple(contact.kind.value for contact in after.contacts)
    was_known = before.state is not DisclosureState.OFFERED or after.state is DisclosureState.FILED
    notices = notices_of(
        f"disclosure.{what}",
        wording,
        About(kinds, why, after.due_at),
        member_id=after.member_id,
        counterpart_id=after.counterpart_id if was_known else None,
    )
    told = [Announcement(f"disclosure.{what}", facts, notices)]
    if after.message and before.shows_its_message != after.shows_its_message:
        message = {
            "because": f"disclosure.{what}",
            "conversation_id": after.conversation_id,
            "disclosure_id": after.disclosure_id,
            "message_id": after.message.message_id,
            "revision": after.message.revision,
        }
        is_shown = after.shows_its_message
        if is_shown:
            message["is_provisional"] = not _is_settled(after)
        told.append(Announcement("message.released" if is_shown else "message.hidden", message))
    return tuple(told)
