"""A member whose counterpart has been silent asks that they be told (連絡催促申請); more silence opens a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.actors import GUARD
from bot.domain.cases import Case, CaseWhy
from bot.domain.changes import Announcement, Change, Moved
from bot.domain.errors import Conflict, NotFound
from bot.domain.reminders import Reminder, ReminderMove, ReminderState
from bot.domain.told import About, notices_of
from bot.flows.desk import only_id, until_settled
from bot.flows.sides import sides_of
from bot.policy.permissions import Deed, permit

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actors import Actor
    from bot.flows.desk import Office

AT_ONCE = 100


async def remind_counterpart(conversation_id: str, office: Office, *, by: Actor, now: datetime) -> Reminder:
    """The reminder; the counterpart is told, with how long is left to answer.

    Raises:
        Conflict: a reminder waits already, nobody knows the counterpart, or they have not been silent for long enough.
        NotPermitted: somebody who has no part in the conversation.
        NotFound: no such conversation.
    """

    async def attempt() -> Reminder:
        contract = await office.contract(await office.desk.contract_of(conversation_id))
        sides = await sides_of(by.actor_id, contract, conversation_id, office)
        if not sides.parties:
            raise NotFound("no_conversation", conversation_id=conversation_id)
        permit(by, Deed.REMIND, own=by.actor_id if by.actor_id in sides.parties else sides.parties[0])
        counterpart = sides.counterpart_id
        if counterpart is None:
            raise Conflict("no_counterpart", conversation_id=conversation_id)
        earlier = await office.desk.reminders_in(conversation_id)
        if any(one.state is ReminderState.WAITING for one in earlier):
            raise Conflict("reminded_before", conversation_id=conversation_id)
        terms = office.rulebook.policy.reminder
        since = await office.desk.unanswered_since(conversation_id, by.actor_id, counterpart)
        if since is None or office.rulebook.calendar.between(since, now) < terms.silent_business_days:
            raise Conflict("not_silent_yet", days=terms.silent_business_days)
        reminder = Reminder(
            reminder_id=only_id("reminder", conversation_id, str(len(earlier))),
            conversation_id=conversation_id,
            contract_id=contract.contract_id if contract else None,
            member_id=by.actor_id,
            counterpart_id=counterpart,
            asked_at=now,
            due_at=office.rulebook.calendar.after(now, terms.answer_business_days),
        )
        told = _announcement("asked", reminder, office)
        await office.desk.write(Change(now, by, (Moved(reminder, None, "reminder.asked"),), announced=(told,)))
        return reminder

    return await until_settled(attempt)


async def settle_reminders(office: Office, *, now: datetime) -> int:
    """Close the reminders that were answered, and open a case for those that were not; how many there were.

    Raises:
        StoreAway: the database does not answer; the rest is settled next time.
    """
    due = await office.desk.due_reminders(now, AT_ONCE)
    for one in due:
        await until_settled(lambda: _settle(one, office, now))  # noqa: B023 (awaited here)
    return len(due)


async def _settle(due: Reminder, office: Office, now: datetime) -> None:
    reminders = await office.desk.reminders_in(due.conversation_id)
    before = next((one for one in reminders if one.reminder_id == due.reminder_id), due)
    if before.state is not ReminderState.WAITING:  # another worker was here a moment ago
        return
    spoke = await office.desk.last_spoke(before.conversation_id)
    spoken = spoke.get(before.counterpart_id)
    if spoken is not None and spoken > before.asked_at:
        moved = Moved(before.after(ReminderMove.ANSWER), before, "reminder.answered")
        await office.desk.write(Change(now, GUARD, (moved,)))
        return
    after = before.after(ReminderMove.GIVE_UP)
    case = Case(
        case_id=office.new_id(),
        why=CaseWhy.SILENCE,
        opened_at=now,
        conversation_id=before.conversation_id,
        contract_id=before.contract_id,
        member_id=before.counterpart_id,
        reported_by=before.member_id,
        policy=office.rulebook.policy.version,
    )
    opened = Announcement("case.opened", {"case_id": case.case_id, "why": case.why.value})
    await office.desk.write(
        Change(
            at=now,
            by=GUARD,
            moved=(
                Moved(after, before, "reminder.given_up"),
                Moved(case, None, "case.opened", {"why": case.why.value}),
            ),
            announced=(_announcement("silent", after, office), opened),
        )
    )


def _announcement(what: str, reminder: Reminder, office: Office) -> Announcement:
    facts = {
        "contract_id": reminder.contract_id,
        "conversation_id": reminder.conversation_id,
        "counterpart_id": reminder.counterpart_id,
        "member_id": reminder.member_id,
        "reminder_id": reminder.reminder_id,
    }
    days = office.rulebook.policy.reminder.answer_business_days
    notices = notices_of(
        f"reminder.{what}",
        office.rulebook.wording,
        About(until=reminder.due_at, days=days),
        member_id=reminder.member_id,
        counterpart_id=reminder.counterpart_id,
    )
    return Announcement(f"reminder.{what}", facts, notices)
