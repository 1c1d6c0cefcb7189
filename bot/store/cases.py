"""Cases, reminders, grants and strikes as rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.domain.cases import Case, CaseState, CaseWhy, ReportCategory
from bot.domain.disclosures import Contact, MessageRef
from bot.domain.grants import Grant, GrantSource
from bot.domain.reminders import Reminder, ReminderState
from bot.domain.strikes import Strike
from bot.domain.terms import Step
from bot.store.tables import grants
from detectors import Kind

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Row

    from bot.store.sealing import Sealer

SAID = "cases.said"
GRANT = "grants.contact"


def case_row(one: Case, sealer: Sealer) -> dict[str, Any]:
    """The row of a case."""
    return {
        "case_id": one.case_id,
        "conversation_id": one.conversation_id,
        "contract_id": one.contract_id,
        "member_id": one.member_id,
        "message_id": one.message.message_id if one.message else None,
        "message_revision": one.message.revision if one.message else None,
        "why": one.why.value,
        "kinds": json.dumps(one.kinds),
        "rules": json.dumps(one.rules),
        "policy": one.policy,
        "category": one.category.value if one.category else None,
        "reported_by": one.reported_by,
        "state": one.state.value,
        "revision": one.revision,
        "claimed_by": one.claimed_by,
        "claimed_until": one.claimed_until,
        "is_escalated": one.is_escalated,
        "decided_by": one.decided_by,
        "decided_at": one.decided_at,
        "appealed_at": one.appealed_at,
        "opened_at": one.opened_at,
        "said_sealed": sealer.seal(one.said.encode(), SAID, one.case_id) if one.said else None,
    }


def case_in(row: Row[*tuple[Any, ...]], sealer: Sealer) -> Case:
    """The case as the database has it."""
    return Case(
        case_id=row.case_id,
        why=CaseWhy(row.why),
        opened_at=row.opened_at,
        conversation_id=row.conversation_id,
        contract_id=row.contract_id,
        member_id=row.member_id,
        message=MessageRef(row.message_id, row.message_revision) if row.message_id else None,
        kinds=tuple(json.loads(row.kinds)),
        rules=tuple(json.loads(row.rules)),
        policy=row.policy,
        state=CaseState(row.state),
        revision=row.revision,
        claimed_by=row.claimed_by,
        claimed_until=row.claimed_until,
        is_escalated=row.is_escalated,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        appealed_at=row.appealed_at,
        category=ReportCategory(row.category) if row.category else None,
        reported_by=row.reported_by,
        said=sealer.open(row.said_sealed, SAID, row.case_id).decode() if row.said_sealed else "",
    )


def reminder_row(one: Reminder) -> dict[str, Any]:
    """The row of a reminder."""
    return {
        "reminder_id": one.reminder_id,
        "conversation_id": one.conversation_id,
        "contract_id": one.contract_id,
        "member_id": one.member_id,
        "counterpart_id": one.counterpart_id,
        "asked_at": one.asked_at,
        "due_at": one.due_at,
        "state": one.state.value,
        "revision": one.revision,
    }


def reminder_in(row: Row[*tuple[Any, ...]]) -> Reminder:
    """The reminder as the database has it."""
    return Reminder(
        reminder_id=row.reminder_id,
        conversation_id=row.conversation_id,
        contract_id=row.contract_id,
        member_id=row.member_id,
        counterpart_id=row.counterpart_id,
        asked_at=row.asked_at,
        due_at=row.due_at,
        state=ReminderState(row.state),
        revision=row.revision,
    )


def grant_row(one: Grant, sealer: Sealer) -> dict[str, Any]:
    """The row of a grant."""
    contact = one.contact
    return {
        "grant_id": one.grant_id,
        "contract_id": one.contract_id,
        "conversation_id": one.conversation_id,
        "member_id": one.member_id,
        "kind": contact.kind.value,
        "digest": sealer.fingerprint("contact", contact.kind.value, contact.value),
        "contact_sealed": sealer.seal(contact.value.encode("utf-8", "surrogatepass"), GRANT, one.grant_id),
        "source": one.source.value,
        "source_id": one.source_id,
        "at": one.at,
        "ended_at": one.ended_at,
        "ended_because": one.ended_because,
    }


def grant_in(row: Row[*tuple[Any, ...]], sealer: Sealer) -> Grant:
    """The grant as the database has it; an ended one may have lost its contact."""
    value = ""
    if row.contact_sealed is not None:
        value = sealer.open(row.contact_sealed, GRANT, row.grant_id).decode("utf-8", "surrogatepass")
    return Grant(
        grant_id=row.grant_id,
        member_id=row.member_id,
        contact=Contact(Kind(row.kind), value),
        source=GrantSource(row.source),
        source_id=row.source_id,
        at=row.at,
        contract_id=row.contract_id,
        conversation_id=row.conversation_id,
        ended_at=row.ended_at,
        ended_because=row.ended_because,
    )


def find_grants(connection: Connection, where: ColumnElement[bool], sealer: Sealer) -> tuple[Grant, ...]:
    """The grants that hold now, of those that `where` names."""
    asked = select(grants).where(where, grants.c.ended_at.is_(None), grants.c.contact_sealed.is_not(None))
    return tuple(grant_in(row, sealer) for row in connection.execute(asked.order_by(grants.c.at)))


def strike_row(one: Strike) -> dict[str, Any]:
    """The row of a strike."""
    return {
        "strike_id": one.strike_id,
        "member_id": one.member_id,
        "case_id": one.case_id,
        "step": one.step.value,
        "at": one.at,
        "ended_at": one.ended_at,
    }


def strike_in(row: Row[*tuple[Any, ...]]) -> Strike:
    """The strike as the database has it."""
    return Strike(row.strike_id, row.member_id, row.case_id, Step(row.step), row.at, row.ended_at)
