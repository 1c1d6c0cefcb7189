"""Slack: workspaces, what they told, what is asked of them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

Id = sa.String(200)
Word = sa.String(40)
Instant = sa.DateTime(timezone=True)
Serial = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "slack_teams",
        sa.Column("team_id", Id, nullable=False),
        sa.Column("bot_user_id", Id, nullable=False),
        sa.Column("bot_token_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("moderator_token_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("moderator_failure", Word, nullable=True),
        sa.Column("installed_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("team_id", name="pk_slack_teams"),
    )
    op.create_table(
        "slack_inbox",
        sa.Column("event_key", Id, nullable=False),
        sa.Column("team_id", Id, nullable=False),
        sa.Column("channel", Id, nullable=False),
        sa.Column("ts", Word, nullable=False),
        sa.Column("payload_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", Instant, nullable=False),
        sa.Column("state", Word, nullable=False),
        sa.Column("due_at", Instant, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease", Id, nullable=True),
        sa.Column("leased_until", Instant, nullable=True),
        sa.PrimaryKeyConstraint("event_key", name="pk_slack_inbox"),
    )
    op.create_index("ix_slack_inbox_state_due_at", "slack_inbox", ["state", "due_at"])
    op.create_table(
        "slack_messages",
        sa.Column("message_id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("event_key", Id, nullable=False),
        sa.Column("edited_ts", Word, nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("is_removed", sa.Boolean(), nullable=False),
        sa.Column("published_ts", Word, nullable=True),
        sa.PrimaryKeyConstraint("message_id", name="pk_slack_messages"),
    )
    op.create_table(
        "slack_calls",
        sa.Column("call_id", Serial, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("team_id", Id, nullable=False),
        sa.Column("channel", Id, nullable=False),
        sa.Column("method", Word, nullable=False),
        sa.Column("subject", Id, nullable=True),
        sa.Column("payload_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("state", Word, nullable=False),
        sa.Column("due_at", Instant, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease", Id, nullable=True),
        sa.Column("leased_until", Instant, nullable=True),
        sa.Column("failure", Word, nullable=True),
        sa.Column("created_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("call_id", name="pk_slack_calls"),
        sa.UniqueConstraint("key", name="uq_slack_calls_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_slack_calls_state_due_at", "slack_calls", ["state", "due_at"])
    op.create_index("ix_slack_calls_team_id_channel_state", "slack_calls", ["team_id", "channel", "state"])
    op.create_table(
        "slack_cards",
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("team_id", Id, nullable=False),
        sa.Column("channel", Id, nullable=False),
        sa.Column("ts", Word, nullable=False),
        sa.PrimaryKeyConstraint("subject_id", name="pk_slack_cards"),
    )


def downgrade() -> None:
    """Take them away again."""
    for table in ("slack_cards", "slack_calls", "slack_messages", "slack_inbox", "slack_teams"):
        op.drop_table(table)
