"""The tables, in words that SQLite and PostgreSQL share. Columns named *_sealed hold content; no other column does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Dialect


class Instant(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no offset, so it is taken off on the way in and put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    @override
    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any] | None:
        """SQLite gets the text that SQLAlchemy would write, without its formatting by parts: a row has two moments."""
        if dialect.name == "sqlite":
            return text_of_moment
        return super().bind_processor(dialect)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def text_of_moment(moment: datetime | None) -> str | None:
    """A moment as SQLite keeps it."""
    if moment is None:
        return None
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)

Id = String(200)
Word = String(40)
Serial = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only an INTEGER key

contracts = Table(
    "contracts",
    metadata,
    Column("contract_id", Id, primary_key=True),
    Column("work_style", Word, nullable=False),
    Column("state", Word, nullable=False),
    Column("client_id", Id),
    Column("freelancer_id", Id),
    Column("revision", Integer, nullable=False),
    Column("moved_at", Instant, nullable=False),
)
"""As the marketplace told them. `revision` grows with every change that a verdict or decision could depend on."""

conversations = Table(
    "conversations",
    metadata,
    Column("conversation_id", Id, primary_key=True),
    Column("contract_id", Id),
    Column("version", Integer, nullable=False),
    Index(None, "contract_id"),
)
"""`version` grows with each message recorded and each change of the link: who decides names the version
seen, and the database settles races."""

messages = Table(
    "messages",
    metadata,
    Column("message_id", Id, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("conversation_id", Id, nullable=False),
    Column("position", Integer, nullable=False),
    Column("sender_id", Id, nullable=False),
    Column("sender_role", Word),
    Column("at", Instant, nullable=False),
    Column("outcome", Word, nullable=False),
    Column("delivery", Word),
    Column("policy", Id, nullable=False),
    Column("fingerprint", LargeBinary(32), nullable=False),
    Column("message_sealed", LargeBinary),
    Column("verdict_sealed", LargeBinary),
    Column("recorded_at", Instant, nullable=False),
    Index(None, "conversation_id", "position"),
    Index(
        "ix_messages_recorded_at",
        "recorded_at",
        sqlite_where=text("message_sealed IS NOT NULL"),
        postgresql_where=text("message_sealed IS NOT NULL"),
    ),
)
"""Each revision of each message with its verdict. `at` is when it was sent, or when it came where nobody said; what
is kept how long goes by `recorded_at`, which nobody outside can set. `delivery` is what became of it since; while it is
NULL, what its outcome says."""

members = Table(
    "members",
    metadata,
    Column("member_id", Id, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("standing", Word, nullable=False),
    Column("facts", Text, nullable=False),
    Column("name_digest", LargeBinary(32)),
    Column("address_digest", LargeBinary(32)),
    Column("told_at", Instant, nullable=False),
)
"""What is verified about each member. `facts` is JSON without personal content; of name and address only a keyed hash
is kept, enough to notice that they changed."""

api_keys = Table(
    "api_keys",
    metadata,
    Column("prefix", Word, primary_key=True),
    Column("digest", LargeBinary(32), nullable=False),
    Column("scope", Word, nullable=False),
    Column("label", Id, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("revoked_at", Instant),
)
"""Who may call: the beginning of each key, by which it is named, and the SHA-256 of the whole."""

ledger = Table(
    "ledger",
    metadata,
    Column("entry_id", Serial, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("actor", Id, nullable=False),
    Column("verb", Word, nullable=False),
    Column("subject", Id, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("facts", Text, nullable=False),
    Index(None, "subject"),
    sqlite_autoincrement=True,
)
"""Who did what, seeing which revision. Only ever added to (the database refuses the rest); `facts` is JSON without
personal content."""

ledger_seals = Table(
    "ledger_seals",
    metadata,
    Column("seal_id", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("last_entry", BigInteger, nullable=False),
    Column("leaves", LargeBinary, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
)
"""The hash chain over the ledger, a batch of entries at a time. `leaves` tells each entry's id and hash, so that the
first broken entry can be named; `digest` is over the digest before and the leaves. Only ever added to."""

cases = Table(
    "cases",
    metadata,
    Column("case_id", Id, primary_key=True),
    Column("conversation_id", Id),
    Column("contract_id", Id),
    Column("member_id", Id),
    Column("message_id", Id),
    Column("message_revision", Integer),
    Column("why", Word, nullable=False),
    Column("kinds", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("policy", Id, nullable=False),
    Column("category", Word),
    Column("reported_by", Id),
    Column("state", Word, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("claimed_by", Id),
    Column("claimed_until", Instant),
    Column("is_escalated", Boolean, nullable=False),
    Column("decided_by", Id),
    Column("decided_at", Instant),
    Column("appealed_at", Instant),
    Column("opened_at", Instant, nullable=False),
    Column("said_sealed", LargeBinary),
    Index(None, "state", "opened_at"),
    Index(None, "message_id"),
    Index(None, "member_id", "why"),
)
"""What a moderator must look at. `kinds` and `rules` are JSON lists of words of ours; `revision` counts the moves."""

disclosures = Table(
    "disclosures",
    metadata,
    Column("disclosure_id", Id, primary_key=True),
    Column("contract_id", Id),
    Column("conversation_id", Id),
    Column("member_id", Id, nullable=False),
    Column("counterpart_id", Id),
    Column("message_id", Id),
    Column("message_revision", Integer),
    Column("state", Word, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("publication", Word, nullable=False),
    Column("purpose", Word),
    Column("notes_version", Word),
    Column("consented_at", Instant),
    Column("offered_at", Instant, nullable=False),
    Column("filed_at", Instant),
    Column("due_at", Instant),
    Column("is_appealed", Boolean, nullable=False),
    Column("decided_by", Id),
    Column("decided_at", Instant),
    Column("because", Word),
    Column("content_sealed", LargeBinary),
    Index(None, "state", "due_at"),
    Index(None, "contract_id"),
    Index(None, "message_id"),
    Index(None, "member_id"),
)
"""Disclosure requests. The contacts and what the member wrote about them are sealed together."""

mutual_requests = Table(
    "mutual_requests",
    metadata,
    Column("request_id", Id, primary_key=True),
    Column("contract_id", Id, nullable=False),
    Column("member_id", Id, nullable=False),
    Column("counterpart_id", Id, nullable=False),
    Column("reveal", Word, nullable=False),
    Column("state", Word, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("sent_at", Instant, nullable=False),
    Column("notes_version", Word, nullable=False),
    Column("consented_at", Instant, nullable=False),
    Column("counterpart_notes_version", Word),
    Column("counterpart_consented_at", Instant),
    Column("content_sealed", LargeBinary),
    Index(None, "contract_id"),
    Index(None, "state", "sent_at"),
)
"""Mutual requests. Names and addresses of both sides are sealed together."""

grants = Table(
    "grants",
    metadata,
    Column("grant_id", Id, primary_key=True),
    Column("contract_id", Id),
    Column("conversation_id", Id),
    Column("member_id", Id, nullable=False),
    Column("kind", Word, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("contact_sealed", LargeBinary),
    Column("source", Word, nullable=False),
    Column("source_id", Id, nullable=False),
    Column("at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("ended_because", Word),
    Index(None, "contract_id"),
    Index(None, "conversation_id"),
    Index(None, "source_id"),
)
"""What a member may send in spite of the policy, until it ends."""

strikes = Table(
    "strikes",
    metadata,
    Column("strike_id", Id, primary_key=True),
    Column("member_id", Id, nullable=False),
    Column("case_id", Id, nullable=False),
    Column("step", Word, nullable=False),
    Column("at", Instant, nullable=False),
    Column("ended_at", Instant),
    Index(None, "member_id", "at"),
    Index(None, "case_id"),
)
"""What upheld cases left behind; an undone one has ended."""

reminders = Table(
    "reminders",
    metadata,
    Column("reminder_id", Id, primary_key=True),
    Column("conversation_id", Id, nullable=False),
    Column("contract_id", Id),
    Column("member_id", Id, nullable=False),
    Column("counterpart_id", Id, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", Word, nullable=False),
    Column("revision", Integer, nullable=False),
    Index(None, "state", "due_at"),
    Index(None, "conversation_id"),
)
"""Members who were asked to answer."""

snapshots = Table(
    "snapshots",
    metadata,
    Column("subject_id", Id, primary_key=True),
    Column("conversation_id", Id, nullable=False),
    Column("position", Integer, nullable=False),
    Column("is_complete", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    Column("thread_sealed", LargeBinary),
    Index(None, "conversation_id"),
    Index("ix_snapshots_incomplete", "is_complete", "at"),
)
"""The thread around a case or a request as it was then, whatever becomes of the messages: ten before, ten after."""

outbox = Table(
    "outbox",
    metadata,
    Column("event_id", Id, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("kind", Word, nullable=False),
    Column("conversation_id", Id, nullable=False),
    Column("facts", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("state", Word, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("lease", Id),
    Column("leased_until", Instant),
    Column("failure", Word),
    Column("cause", Id),
    Index(None, "state", "due_at"),
    Index(None, "cause"),
)
"""What is to be told outside, written with the verdict that wants it. `state` is waiting, sent or dead; `key` is equal
for the same wish, so that it is written once; who holds the `lease` sends it. `cause` names the decision that can still
be undone."""

slack_teams = Table(
    "slack_teams",
    metadata,
    Column("team_id", Id, primary_key=True),
    Column("bot_user_id", Id, nullable=False),
    Column("bot_token_sealed", LargeBinary),
    Column("moderator_token_sealed", LargeBinary),
    Column("moderator_failure", Word),
    Column("installed_at", Instant, nullable=False),
)
"""Workspaces that installed the app. One that went away keeps its row, without tokens."""

slack_inbox = Table(
    "slack_inbox",
    metadata,
    Column("event_key", Id, primary_key=True),
    Column("team_id", Id, nullable=False),
    Column("channel", Id, nullable=False),
    Column("ts", Word, nullable=False),
    Column("payload_sealed", LargeBinary),
    Column("received_at", Instant, nullable=False),
    Column("state", Word, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("lease", Id),
    Column("leased_until", Instant),
    Index(None, "state", "due_at"),
)
"""Messages as Slack told of them, before anything is done: each event once, whatever is delivered twice."""

slack_messages = Table(
    "slack_messages",
    metadata,
    Column("message_id", Id, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("event_key", Id, nullable=False),
    Column("edited_ts", Word, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("files", Text, nullable=False),
    Column("is_removed", Boolean, nullable=False),
    Column("published_ts", Word),
)
"""What Slack does not count: revisions of each message, and where the bot published it in its author's name."""

slack_calls = Table(
    "slack_calls",
    metadata,
    Column("call_id", Serial, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("team_id", Id, nullable=False),
    Column("channel", Id, nullable=False),
    Column("method", Word, nullable=False),
    Column("subject", Id),
    Column("payload_sealed", LargeBinary),
    Column("state", Word, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("lease", Id),
    Column("leased_until", Instant),
    Column("failure", Word),
    Column("created_at", Instant, nullable=False),
    Index(None, "state", "due_at"),
    Index(None, "team_id", "channel", "state"),
    sqlite_autoincrement=True,
)
"""What is to be asked of Slack, in order for each channel; `key` is equal for the same wish."""

slack_cards = Table(
    "slack_cards",
    metadata,
    Column("subject_id", Id, primary_key=True),
    Column("team_id", Id, nullable=False),
    Column("channel", Id, nullable=False),
    Column("ts", Word, nullable=False),
)
"""Where the moderators' card of each case and request stands, so that it can be drawn anew."""
