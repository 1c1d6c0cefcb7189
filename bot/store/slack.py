"""What is kept about Slack (slack.ports.SlackStore): workspaces, events, wishes and cards."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import ColumnElement, func, or_, select, update

from bot.domain.json_text import text_of
from bot.domain.slack import Card, Heard, Known, Team, Wish
from bot.store.recording import insert_new
from bot.store.tables import slack_calls, slack_cards, slack_inbox, slack_messages, slack_teams

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row, Table

    from bot.store.database import Database
    from bot.store.sealing import Sealer
    from bot.store.writer import Writer

Thing = TypeVar("Thing")

WAITING, DONE, DEAD = "waiting", "done", "dead"
BOT_TOKEN, MODERATOR_TOKEN = "slack_teams.bot", "slack_teams.moderator"
PAYLOAD, CALL = "slack_inbox.payload", "slack_calls.payload"


class StoredSlack:
    """Slack's part of the database."""

    def __init__(self, database: Database, writer: Writer, sealer: Sealer) -> None:
        self._database = database
        self._writer = writer
        self._sealer = sealer

    def digest(self, *parts: str) -> bytes:
        """A keyed hash of what was written."""
        return self._sealer.fingerprint("slack", *parts)

    async def team(self, team_id: str) -> Team | None:
        """A workspace."""
        asked = select(slack_teams).where(slack_teams.c.team_id == team_id)
        row = await self._database.read(lambda connection: connection.execute(asked).one_or_none())
        return self._team(row) if row is not None else None

    async def teams(self) -> list[Team]:
        """Every workspace that has a bot token."""
        asked = select(slack_teams).where(slack_teams.c.bot_token_sealed.is_not(None))
        rows = await self._database.read(lambda connection: connection.execute(asked).all())
        return [self._team(row) for row in rows]

    async def keep_team(self, team: Team, now: datetime) -> None:
        """Write a workspace with its tokens."""
        row = {
            "team_id": team.team_id,
            "bot_user_id": team.bot_user_id,
            "bot_token_sealed": self._sealed(team.bot_token, BOT_TOKEN, team.team_id),
            "moderator_token_sealed": self._sealed(team.moderator_token, MODERATOR_TOKEN, team.team_id),
            "moderator_failure": team.moderator_failure,
            "installed_at": now,
        }
        await self._write(lambda connection: _put(connection, slack_teams, "team_id", row))

    async def hear(self, heard: Heard, now: datetime) -> bool:
        """Keep an event; whether it is new."""
        row = {
            "event_key": heard.event_key,
            "team_id": heard.team_id,
            "channel": heard.channel,
            "ts": heard.ts,
            "payload_sealed": self._sealer.seal(text_of(dict(heard.payload)).encode(), PAYLOAD, heard.event_key),
            "received_at": now,
            "state": WAITING,
            "due_at": now,
            "attempts": 0,
        }
        return await self._write(
            lambda connection: connection.execute(insert_new(connection.dialect.name, slack_inbox), row).rowcount == 1
        )

    async def claim_heard(self, lease: str, now: datetime, until: datetime, limit: int) -> list[Heard]:
        """Events nobody works on; of each channel only the oldest."""
        oldest = (
            select(func.min(slack_inbox.c.received_at))
            .where(slack_inbox.c.state == WAITING)
            .group_by(slack_inbox.c.team_id, slack_inbox.c.channel)
        )
        which = slack_inbox.c.received_at.in_(oldest)
        rows = await self._claim(slack_inbox, slack_inbox.c.event_key, which, (lease, now, until, limit))
        return [
            Heard(
                row.event_key,
                row.team_id,
                row.channel,
                row.ts,
                json.loads(self._sealer.open(row.payload_sealed, PAYLOAD, row.event_key)),
                row.attempts,
            )
            for row in sorted(rows, key=lambda row: (row.received_at, row.ts))
        ]

    async def settle_heard(self, event_key: str, due_at: datetime | None) -> None:
        """An event is done, or due again."""
        values: dict[str, Any] = {"lease": None, "leased_until": None, "attempts": slack_inbox.c.attempts + 1}
        values |= {"due_at": due_at} if due_at else {"state": DONE, "payload_sealed": None}
        statement = update(slack_inbox).where(slack_inbox.c.event_key == event_key).values(values)
        await self._write(lambda connection: connection.execute(statement))

    async def known(self, message_id: str) -> Known | None:
        """What is known of a message."""
        asked = select(slack_messages).where(slack_messages.c.message_id == message_id)
        row = await self._database.read(lambda connection: connection.execute(asked).one_or_none())
        if row is None:
            return None
        return Known(
            row.message_id,
            row.revision,
            row.event_key,
            row.edited_ts,
            row.digest,
            tuple(json.loads(row.files)),
            row.is_removed,
            row.published_ts,
        )

    async def keep_known(self, known: Known) -> None:
        """Write it."""
        row = {
            "message_id": known.message_id,
            "revision": known.revision,
            "event_key": known.event_key,
            "edited_ts": known.edited_ts,
            "digest": known.digest,
            "files": json.dumps(known.files),
            "is_removed": known.is_removed,
            "published_ts": known.published_ts,
        }
        await self._write(lambda connection: _put(connection, slack_messages, "message_id", row))

    async def wish(self, wishes: Sequence[Wish], now: datetime) -> None:
        """Put wishes into the queue; one that is there already stays as it is."""
        rows = []
        for one in wishes:
            key = hashlib.sha256(one.key.encode()).hexdigest()
            rows.append(
                {
                    "key": key,
                    "team_id": one.team_id,
                    "channel": one.channel,
                    "method": one.method,
                    "subject": one.subject,
                    "payload_sealed": self._sealer.seal(text_of(dict(one.payload)).encode(), CALL, key),
                    "state": WAITING,
                    "due_at": now,
                    "attempts": 0,
                    "created_at": now,
                }
            )
        if rows:
            await self._write(
                lambda connection: connection.execute(insert_new(connection.dialect.name, slack_calls), rows)
            )

    async def claim_wishes(self, lease: str, now: datetime, until: datetime, limit: int) -> list[Wish]:
        """Wishes that are due: of each channel only the oldest."""
        oldest = (
            select(func.min(slack_calls.c.call_id))
            .where(slack_calls.c.state == WAITING)
            .group_by(slack_calls.c.team_id, slack_calls.c.channel)
        )
        which = slack_calls.c.call_id.in_(oldest)
        rows = await self._claim(slack_calls, slack_calls.c.call_id, which, (lease, now, until, limit))
        return [
            Wish(
                row.key,
                row.team_id,
                row.channel,
                row.method,
                json.loads(self._sealer.open(row.payload_sealed, CALL, row.key)),
                row.subject,
                row.call_id,
                row.attempts,
            )
            for row in rows
        ]

    async def settle_wish(self, wish: Wish, failure: str | None = None, due_at: datetime | None = None) -> None:
        """A wish is fulfilled, given up, or due again."""
        values: dict[str, Any] = {
            "lease": None,
            "leased_until": None,
            "failure": failure,
            "attempts": slack_calls.c.attempts + 1,
        }
        if due_at:
            values["due_at"] = due_at
        else:
            values |= {"state": DEAD if failure else DONE, "payload_sealed": None}
        statement = update(slack_calls).where(slack_calls.c.call_id == wish.call_id).values(values)
        await self._write(lambda connection: connection.execute(statement))

    async def card(self, subject_id: str) -> Card | None:
        """Where a card stands."""
        asked = select(slack_cards).where(slack_cards.c.subject_id == subject_id)
        row = await self._database.read(lambda connection: connection.execute(asked).one_or_none())
        return Card(row.subject_id, row.team_id, row.channel, row.ts) if row is not None else None

    async def keep_card(self, card: Card) -> None:
        """Note where it stands."""
        row = {"subject_id": card.subject_id, "team_id": card.team_id, "channel": card.channel, "ts": card.ts}
        await self._write(lambda connection: _put(connection, slack_cards, "subject_id", row))

    async def _claim(
        self, table: Table, key: Any, which: ColumnElement[bool], terms: tuple[str, datetime, datetime, int]
    ) -> Sequence[Row[*tuple[Any, ...]]]:
        """Rows that are due, under a lease. The condition stands twice, as in the outbox."""
        lease, now, until, limit = terms
        unleased = or_(table.c.leased_until.is_(None), table.c.leased_until <= now)
        is_free = (table.c.state == WAITING) & (table.c.due_at <= now) & unleased & which
        found = await self._database.read(
            lambda connection: connection.execute(select(key).where(is_free).limit(1)).first()
        )
        if found is None:
            return []
        due = select(key).where(is_free).order_by(table.c.due_at).limit(limit)
        take = (
            update(table)
            .where(key.in_(due), (table.c.state == WAITING) & unleased)
            .values(lease=lease, leased_until=until)
            .returning(table)
        )
        return await self._write(lambda connection: connection.execute(take).all())

    async def _write(self, work: Callable[[Connection], Thing]) -> Thing:
        """Written with whatever else is written now: two hundred events a second share their commits."""
        return await self._writer.do(_each, work)

    def _team(self, row: Row[*tuple[Any, ...]]) -> Team:
        return Team(
            row.team_id,
            row.bot_user_id,
            self._opened(row.bot_token_sealed, BOT_TOKEN, row.team_id),
            self._opened(row.moderator_token_sealed, MODERATOR_TOKEN, row.team_id),
            row.moderator_failure,
        )

    def _sealed(self, token: str | None, name: str, row: str) -> bytes | None:
        return self._sealer.seal(token.encode(), name, row) if token else None

    def _opened(self, sealed: bytes | None, name: str, row: str) -> str | None:
        return self._sealer.open(sealed, name, row).decode() if sealed else None


def _each(connection: Connection, works: Sequence[Callable[[Connection], Any]]) -> list[Any]:
    return [work(connection) for work in works]


def _put(connection: Connection, table: Table, key: str, row: dict[str, Any]) -> None:
    """Write a row, whether it is there or not."""
    if connection.execute(insert_new(connection.dialect.name, table), row).rowcount != 1:
        connection.execute(update(table).where(table.c[key] == row[key]).values(row))
