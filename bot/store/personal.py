"""One member's own: handed out whole, or erased. The ledger stays; it never held what anybody wrote."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from bot.store.content import MESSAGE, VERDICT, row_id
from bot.store.disclosures import disclosure_in
from bot.store.ledger import OPERATOR, entry_of, member_name
from bot.store.retention import write_entries
from bot.store.snapshots import seal_snapshot, snapshot_in
from bot.store.tables import (
    cases,
    contracts,
    conversations,
    disclosures,
    grants,
    ledger,
    members,
    messages,
    mutual_requests,
    outbox,
    reminders,
    slack_calls,
    snapshots,
    strikes,
)

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from bot.store.database import Database
    from bot.store.sealing import Sealer

NO_FINGERPRINT = bytes(32)
CHUNK = 500
"""Ids asked for at once."""


async def export_member(database: Database, sealer: Sealer, member_id: str, now: datetime) -> dict[str, Any]:
    """Everything kept of a member, as a JSON object; that it was handed out is in the ledger.

    Raises:
        StoreAway: the database does not answer.
    """
    told = await database.read(lambda connection: _export(connection, sealer, member_id))
    entry = entry_of(now, OPERATOR, "member.exported", pseudonym_of(sealer, member_id), 1, {})
    await database.write(lambda connection: write_entries(connection, [entry]))
    return told


async def erase_member(database: Database, sealer: Sealer, member_id: str, now: datetime) -> int:
    """Erase what a member wrote, and who wrote it; how many messages that were. Rulings stay, under a pseudonym.

    Raises:
        StoreAway: the database does not answer; nothing was erased.
    """
    return await database.write(lambda connection: _erase(connection, sealer, member_id, now))


def pseudonym_of(sealer: Sealer, member_id: str) -> str:
    """A keyed name that stands for a member without telling the id."""
    return f"erased-{sealer.fingerprint('member', member_id).hex()[:32]}"


def _export(connection: Connection, sealer: Sealer, member_id: str) -> dict[str, Any]:
    rows = connection.execute(
        select(messages).where(messages.c.sender_id == member_id).order_by(messages.c.recorded_at)
    ).all()
    ids = sorted({row.message_id for row in rows})
    about = connection.execute(select(members).where(members.c.member_id == member_id)).one_or_none()
    return {
        "member_id": member_id,
        "member": {"standing": about.standing, "facts": json.loads(about.facts)} if about else None,
        "messages": [_message(row, sealer) for row in rows],
        "cases": [
            {"case_id": one.case_id, "message_id": one.message_id, "why": one.why, "state": one.state}
            for chunk in _chunks(ids)
            for one in connection.execute(select(cases).where(cases.c.message_id.in_(chunk)))
        ],
        "disclosures": [
            _disclosure(row, sealer)
            for row in connection.execute(select(disclosures).where(disclosures.c.member_id == member_id))
        ],
        "strikes": [
            {"at": row.at.isoformat(), "case_id": row.case_id, "step": row.step}
            for row in connection.execute(select(strikes).where(strikes.c.member_id == member_id))
        ],
        "ledger": [
            {"at": one.at.isoformat(), "verb": one.verb, "subject": one.subject, "facts": json.loads(one.facts)}
            for chunk in _chunks([*ids, member_name(member_id, sealer)])
            for one in connection.execute(select(ledger).where(ledger.c.subject.in_(chunk)))
        ],
    }


def _message(row: Row[*tuple[Any, ...]], sealer: Sealer) -> dict[str, Any]:
    def opened(sealed: bytes | None, name: str) -> Any:
        return json.loads(sealer.open(sealed, name, row_id(row.message_id, row.revision))) if sealed else None

    return {
        "message_id": row.message_id,
        "revision": row.revision,
        "conversation_id": row.conversation_id,
        "sent_at": row.at.isoformat(),
        "outcome": row.outcome,
        "content": opened(row.message_sealed, MESSAGE),
        "verdict": opened(row.verdict_sealed, VERDICT),
    }


def _disclosure(row: Row[*tuple[Any, ...]], sealer: Sealer) -> dict[str, Any]:
    one = disclosure_in(row, sealer)
    return {
        "disclosure_id": one.disclosure_id,
        "contract_id": one.contract_id,
        "state": one.state.value,
        "contacts": [{"kind": contact.kind.value, "value": contact.value} for contact in one.contacts],
        "purpose": one.purpose,
        "purpose_text": one.purpose_text,
        "appeal_text": one.appeal_text,
        "offered_at": one.offered_at.isoformat(),
    }


def _erase(connection: Connection, sealer: Sealer, member_id: str, now: datetime) -> int:
    """The conversations' versions grow, so that a running guard forgets what it remembers of them."""
    theirs = messages.c.sender_id == member_id
    where = sorted(connection.execute(select(messages.c.conversation_id).where(theirs).distinct()).scalars())
    for chunk in _chunks(where):
        connection.execute(
            update(conversations)
            .where(conversations.c.conversation_id.in_(chunk))
            .values(version=conversations.c.version + 1)
        )
    pseudonym = pseudonym_of(sealer, member_id)
    count = connection.execute(
        update(messages)
        .where(theirs)
        .values(sender_id=pseudonym, message_sealed=None, verdict_sealed=None, fingerprint=NO_FINGERPRINT)
    ).rowcount
    connection.execute(delete(members).where(members.c.member_id == member_id))
    _erase_from_decisions(connection, member_id, pseudonym)
    _erase_from_events(connection, member_id)
    _erase_from_snapshots(connection, member_id, pseudonym, sealer)
    team_id, _, user = member_id.partition(":")
    if user:  # somebody in Slack: what they were told directly, and what was still to be told
        connection.execute(delete(slack_calls).where(slack_calls.c.team_id == team_id, slack_calls.c.channel == user))
    write_entries(connection, [entry_of(now, OPERATOR, "member.erased", pseudonym, 1, {"messages": count})])
    return count


def _erase_from_decisions(connection: Connection, member_id: str, pseudonym: str) -> None:
    """Rulings stay under the pseudonym; what the member wrote, and their contacts, go."""
    emptied = {
        cases.c.member_id: {"said_sealed": None},
        cases.c.reported_by: {"said_sealed": None},
        disclosures.c.member_id: {"content_sealed": None},
        mutual_requests.c.member_id: {"content_sealed": None},
        mutual_requests.c.counterpart_id: {"content_sealed": None},
        grants.c.member_id: {"contact_sealed": None},
    }
    named = (
        *(disclosures.c.counterpart_id, strikes.c.member_id, reminders.c.member_id, reminders.c.counterpart_id),
        *(contracts.c.client_id, contracts.c.freelancer_id),
    )
    for column in (*emptied, *named):
        connection.execute(
            update(column.table).where(column == member_id).values({column.name: pseudonym, **emptied.get(column, {})})
        )


def _erase_from_events(connection: Connection, member_id: str) -> None:
    """Events that name the member, and what the member was to be told, are told to nobody any more."""
    likely = select(outbox.c.event_id, outbox.c.facts).where(outbox.c.facts.contains(member_id, autoescape=True))
    theirs = [row.event_id for row in connection.execute(likely) if _names(json.loads(row.facts), member_id)]
    for chunk in _chunks(theirs):
        connection.execute(delete(outbox).where(outbox.c.event_id.in_(chunk)))


def _names(facts: Any, member_id: str) -> bool:
    if isinstance(facts, dict):
        return any(_names(one, member_id) for one in facts.values())
    if isinstance(facts, list):
        return any(_names(one, member_id) for one in facts)
    return bool(facts == member_id)


def _erase_from_snapshots(connection: Connection, member_id: str, pseudonym: str, sealer: Sealer) -> None:
    for row in connection.execute(select(snapshots).where(snapshots.c.thread_sealed.is_not(None))).all():
        before = snapshot_in(row, sealer)
        if any(line.sender_id == member_id for line in before.lines):
            lines = tuple(
                replace(line, sender_id=pseudonym, text="", marks=()) if line.sender_id == member_id else line
                for line in before.lines
            )
            connection.execute(
                update(snapshots)
                .where(snapshots.c.subject_id == row.subject_id)
                .values(thread_sealed=seal_snapshot(replace(before, lines=lines), sealer))
            )


def _chunks(ids: list[str]) -> list[list[str]]:
    return [ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)]
