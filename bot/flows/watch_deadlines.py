"""What falls due without anybody doing something: requests that lapse, decisions that are late, silence."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.actors import GUARD
from bot.domain.changes import Announcement, Change
from bot.domain.told import About, notices_of
from bot.flows.end_disclosure import drop_needless, lapse_disclosures
from bot.flows.exchange_details import lapse_mutual_requests
from bot.flows.remind_counterpart import settle_reminders

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.disclosures import Disclosure
    from bot.flows.desk import Office

SOON = timedelta(hours=24)
"""How long before a decision is due the moderators are reminded."""

AT_ONCE = 500


async def watch_deadlines(office: Office, *, now: datetime) -> None:
    """Do all of it once; doing it twice does nothing twice.

    Raises:
        StoreAway: the database does not answer; the rest is done next time.
    """
    await drop_needless(office, now=now)
    await lapse_disclosures(office, now=now)
    await lapse_mutual_requests(office, now=now)
    await settle_reminders(office, now=now)
    due = await office.desk.due_to_decide(now + SOON, AT_ONCE)
    announced = tuple(_announcement(one, office, now) for one in due)
    if announced:
        await office.desk.write(Change(now, GUARD, announced=announced))


def _announcement(one: Disclosure, office: Office, now: datetime) -> Announcement:
    """That a decision is due soon, or late. The same is told once: its key is the request at this revision."""
    facts = {
        "contract_id": one.contract_id,
        "disclosure_id": one.disclosure_id,
        "due_at": one.due_at.isoformat() if one.due_at else None,
        "revision": one.revision,
    }
    if one.due_at and one.due_at > now:
        return Announcement("disclosure.due_soon", facts)
    kinds = tuple(contact.kind.value for contact in one.contacts)
    about = About(kinds, until=one.due_at)
    notices = notices_of("disclosure.overdue", office.rulebook.wording, about, member_id=one.member_id)
    return Announcement("disclosure.overdue", facts, notices)
