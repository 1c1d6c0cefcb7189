"""Freeze the thread around what people decide about, so that it stays whatever becomes of the messages.

A snapshot is written when somebody first looks, and by the worker within a minute of opening; texts are kept for a day
at least, so nothing it needs is gone by then. Later messages are added until there are ten.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from bot.domain.json_text import text_of
from bot.domain.snapshots import AROUND, Line, Snapshot
from bot.store.content import MESSAGE, row_id, verdict_in
from bot.store.recording import insert_new
from bot.store.tables import cases, disclosures, messages, snapshots

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from bot.store.database import Database
    from bot.store.sealing import Sealer

THREAD = "snapshots.thread"
COMPLETE_AFTER = timedelta(hours=23)
"""Then nothing more is added, however few messages followed: soon after, texts may be purged."""

BATCH = 100


@dataclass(frozen=True, slots=True)
class Subject:
    """A case or request, the message it is about, and when it was opened."""

    subject_id: str
    conversation_id: str | None
    message_id: str | None
    revision: int | None
    at: datetime


async def freeze_snapshots(database: Database, sealer: Sealer, now: datetime) -> int:
    """Freeze what was opened lately and add what followed; how many snapshots were written.

    Raises:
        StoreAway: the database does not answer; the rest is frozen next time.
    """
    ids = await database.read(_unfinished)
    for subject_id in ids:
        await database.write(lambda connection: freeze(connection, subject_id, sealer, now))  # noqa: B023 (awaited here)
    return len(ids)


def freeze(connection: Connection, subject_id: str, sealer: Sealer, now: datetime | None = None) -> Snapshot | None:
    """The snapshot of a case or request, written or added to if it is not complete; None where there is no thread."""
    subject = _subject(connection, subject_id)
    if subject is None or subject.conversation_id is None:
        return None
    kept = connection.execute(select(snapshots).where(snapshots.c.subject_id == subject_id)).one_or_none()
    before = snapshot_in(kept, sealer) if kept is not None and kept.thread_sealed is not None else None
    if kept is not None and (before is None or before.is_complete):
        return before
    position = kept.position if kept is not None else _position(connection, subject)
    lines = _lines(connection, subject.conversation_id, position, sealer)
    if before:  # what was frozen stays, also what was erased or purged meanwhile
        frozen_ids = {(one.message_id, one.revision) for one in before.lines}
        lines = (*before.lines, *(one for one in lines if (one.message_id, one.revision) not in frozen_ids))
    about = next((n for n, one in enumerate(lines) if _is_about(one, subject)), None)
    followed = len(lines) - (about + 1 if about is not None else len(lines))
    is_complete = followed >= AROUND or (now is not None and now - subject.at >= COMPLETE_AFTER)
    frozen = Snapshot(subject_id, lines, about, is_complete)
    row = {
        "subject_id": subject_id,
        "conversation_id": subject.conversation_id,
        "position": position,
        "is_complete": is_complete,
        "at": subject.at,
        "thread_sealed": seal_snapshot(frozen, sealer),
    }
    if kept is None:
        connection.execute(insert_new(connection.dialect.name, snapshots), row)
    elif before is None or lines != before.lines or is_complete:
        connection.execute(update(snapshots).where(snapshots.c.subject_id == subject_id).values(row))
    return frozen


def _unfinished(connection: Connection) -> Sequence[str]:
    """Cases and filed requests without a snapshot, and snapshots that are not complete."""
    frozen = select(snapshots.c.subject_id)
    ids: list[str] = []
    for asked in (
        select(cases.c.case_id).where(cases.c.case_id.not_in(frozen), cases.c.conversation_id.is_not(None)),
        select(disclosures.c.disclosure_id).where(
            disclosures.c.disclosure_id.not_in(frozen),
            disclosures.c.conversation_id.is_not(None),
            disclosures.c.filed_at.is_not(None),
        ),
        select(snapshots.c.subject_id).where(snapshots.c.is_complete.is_(False)).order_by(snapshots.c.at),
    ):
        ids += connection.execute(asked.limit(BATCH)).scalars()
    return ids


def _subject(connection: Connection, subject_id: str) -> Subject | None:
    for table, key, at in (
        (cases, cases.c.case_id, cases.c.opened_at),
        (disclosures, disclosures.c.disclosure_id, disclosures.c.offered_at),
    ):
        asked = select(key, table.c.conversation_id, table.c.message_id, table.c.message_revision, at)
        row = connection.execute(asked.where(key == subject_id)).one_or_none()
        if row is not None:
            return Subject(*row)
    return None


def _position(connection: Connection, subject: Subject) -> int:
    """The place of the message it is about, otherwise the end of what was written until it was opened."""
    theirs = messages.c.conversation_id == subject.conversation_id
    if subject.message_id:
        asked = select(messages.c.position).where(
            messages.c.message_id == subject.message_id, messages.c.revision == subject.revision
        )
    else:
        asked = select(messages.c.position).where(theirs, messages.c.recorded_at <= subject.at)
        asked = asked.order_by(messages.c.position.desc()).limit(1)
    return connection.execute(asked).scalar() or 0


def _lines(connection: Connection, conversation_id: str, position: int, sealer: Sealer) -> tuple[Line, ...]:
    near = rows_around(connection, conversation_id, position)
    return tuple(_line(row, sealer) for row in near if row.message_sealed is not None)


def rows_around(connection: Connection, conversation_id: str, position: int) -> list[Row[*tuple[Any, ...]]]:
    """The message at a place with ten before and ten after, oldest first. Places are in order, but not without gaps."""
    theirs = select(messages).where(messages.c.conversation_id == conversation_id)
    until = theirs.where(messages.c.position <= position).order_by(messages.c.position.desc()).limit(AROUND + 1)
    then = theirs.where(messages.c.position > position).order_by(messages.c.position).limit(AROUND)
    return [*reversed(connection.execute(until).all()), *connection.execute(then).all()]


def _line(row: Row[*tuple[Any, ...]], sealer: Sealer) -> Line:
    content = json.loads(sealer.open(row.message_sealed, MESSAGE, row_id(row.message_id, row.revision)))
    names = [one["name"] for one in content.get("attachments", [])]
    marks = {
        (piece.start, piece.end, finding.kind.value)
        for finding in verdict_in(row, sealer).findings
        for piece in finding.pieces
        if piece.message_id == row.message_id and not hasattr(piece, "attachment")
    }
    return Line(
        row.message_id,
        row.revision,
        row.sender_id,
        row.sender_role,
        row.at.isoformat(),
        row.outcome,
        "\n".join([content["text"], *(f"📎 {name}" for name in names)]),
        tuple(sorted(marks)),
    )


def _is_about(line: Line, subject: Subject) -> bool:
    return line.message_id == subject.message_id and line.revision == subject.revision


def seal_snapshot(snapshot: Snapshot, sealer: Sealer) -> bytes:
    """The thread, sealed."""
    lines = [
        [one.message_id, one.revision, one.sender_id, one.sender_role, one.at, one.outcome, one.text, one.marks]
        for one in snapshot.lines
    ]
    document = {"lines": lines, "about": snapshot.about}
    return sealer.seal(text_of(document).encode(), THREAD, snapshot.subject_id)


def snapshot_in(row: Row[*tuple[Any, ...]], sealer: Sealer) -> Snapshot:
    """The snapshot as the database has it."""
    document = json.loads(sealer.open(row.thread_sealed, THREAD, row.subject_id))
    lines = tuple(
        Line(message_id, revision, sender_id, role, at, outcome, text, tuple((a, b, kind) for a, b, kind in marks))
        for message_id, revision, sender_id, role, at, outcome, text, marks in document["lines"]
    )
    return Snapshot(row.subject_id, lines, document["about"], row.is_complete)
