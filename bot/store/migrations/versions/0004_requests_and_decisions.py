"""Disclosure requests, what moderators decide, and what follows from it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

Id = sa.String(200)
Word = sa.String(40)
Instant = sa.DateTime(timezone=True)

NEW = ("disclosures", "mutual_requests", "grants", "strikes", "reminders", "snapshots")


def upgrade() -> None:
    """Make the new tables; cases that are open stay open."""
    _requests()
    _consequences()
    with op.batch_alter_table("contracts") as contracts:
        contracts.add_column(sa.Column("client_id", Id, nullable=True))
        contracts.add_column(sa.Column("freelancer_id", Id, nullable=True))
    with op.batch_alter_table("messages") as messages:
        messages.add_column(sa.Column("delivery", Word, nullable=True))
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("cause", Id, nullable=True))
        outbox.create_index("ix_outbox_cause", ["cause"])
    op.create_index("ix_conversations_contract_id", "conversations", ["contract_id"])
    with op.batch_alter_table("cases") as cases:
        cases.alter_column("revision", new_column_name="message_revision", existing_type=sa.Integer(), nullable=True)
        cases.alter_column("message_id", existing_type=Id, nullable=True)
        cases.alter_column("conversation_id", existing_type=Id, nullable=True)
    with op.batch_alter_table("cases") as cases:
        for name in ("contract_id", "member_id", "reported_by", "claimed_by", "decided_by", "policy"):
            cases.add_column(sa.Column(name, Id, nullable=True))
        for name in ("claimed_until", "decided_at", "appealed_at"):
            cases.add_column(sa.Column(name, Instant, nullable=True))
        for name in ("kinds", "rules"):
            cases.add_column(sa.Column(name, sa.Text(), nullable=True))
        cases.add_column(sa.Column("category", Word, nullable=True))
        cases.add_column(sa.Column("revision", sa.Integer(), nullable=True))
        cases.add_column(sa.Column("is_escalated", sa.Boolean(), nullable=True))
        cases.add_column(sa.Column("said_sealed", sa.LargeBinary(), nullable=True))
    op.execute(
        "UPDATE cases SET kinds = '[]', rules = '[]', policy = '', revision = 1, is_escalated = false, "
        "member_id = (SELECT sender_id FROM messages WHERE messages.message_id = cases.message_id "
        "AND messages.revision = cases.message_revision)"
    )
    with op.batch_alter_table("cases") as cases:
        for name, kind in (("kinds", sa.Text()), ("rules", sa.Text()), ("policy", Id)):
            cases.alter_column(name, existing_type=kind, nullable=False)
        cases.alter_column("revision", existing_type=sa.Integer(), nullable=False)
        cases.alter_column("is_escalated", existing_type=sa.Boolean(), nullable=False)
        cases.create_index("ix_cases_message_id", ["message_id"])
        cases.create_index("ix_cases_member_id_why", ["member_id", "why"])


def _requests() -> None:
    op.create_table(
        "disclosures",
        sa.Column("disclosure_id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=True),
        sa.Column("conversation_id", Id, nullable=True),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("counterpart_id", Id, nullable=True),
        sa.Column("message_id", Id, nullable=True),
        sa.Column("message_revision", sa.Integer(), nullable=True),
        sa.Column("state", Word, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("publication", Word, nullable=False),
        sa.Column("purpose", Word, nullable=True),
        sa.Column("notes_version", Word, nullable=True),
        sa.Column("consented_at", Instant, nullable=True),
        sa.Column("offered_at", Instant, nullable=False),
        sa.Column("filed_at", Instant, nullable=True),
        sa.Column("due_at", Instant, nullable=True),
        sa.Column("is_appealed", sa.Boolean(), nullable=False),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("decided_at", Instant, nullable=True),
        sa.Column("because", Word, nullable=True),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("disclosure_id", name="pk_disclosures"),
    )
    op.create_index("ix_disclosures_state_due_at", "disclosures", ["state", "due_at"])
    for column in ("contract_id", "message_id", "member_id"):
        op.create_index(f"ix_disclosures_{column}", "disclosures", [column])
    op.create_table(
        "mutual_requests",
        sa.Column("request_id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("counterpart_id", Id, nullable=False),
        sa.Column("reveal", Word, nullable=False),
        sa.Column("state", Word, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("sent_at", Instant, nullable=False),
        sa.Column("notes_version", Word, nullable=False),
        sa.Column("consented_at", Instant, nullable=False),
        sa.Column("counterpart_notes_version", Word, nullable=True),
        sa.Column("counterpart_consented_at", Instant, nullable=True),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("request_id", name="pk_mutual_requests"),
    )
    op.create_index("ix_mutual_requests_contract_id", "mutual_requests", ["contract_id"])
    op.create_index("ix_mutual_requests_state_sent_at", "mutual_requests", ["state", "sent_at"])


def _consequences() -> None:
    op.create_table(
        "grants",
        sa.Column("grant_id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=True),
        sa.Column("conversation_id", Id, nullable=True),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("kind", Word, nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("contact_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("source", Word, nullable=False),
        sa.Column("source_id", Id, nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("ended_at", Instant, nullable=True),
        sa.Column("ended_because", Word, nullable=True),
        sa.PrimaryKeyConstraint("grant_id", name="pk_grants"),
    )
    for column in ("contract_id", "conversation_id", "source_id"):
        op.create_index(f"ix_grants_{column}", "grants", [column])
    op.create_table(
        "strikes",
        sa.Column("strike_id", Id, nullable=False),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("case_id", Id, nullable=False),
        sa.Column("step", Word, nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("ended_at", Instant, nullable=True),
        sa.PrimaryKeyConstraint("strike_id", name="pk_strikes"),
    )
    op.create_index("ix_strikes_member_id_at", "strikes", ["member_id", "at"])
    op.create_index("ix_strikes_case_id", "strikes", ["case_id"])
    op.create_table(
        "reminders",
        sa.Column("reminder_id", Id, nullable=False),
        sa.Column("conversation_id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=True),
        sa.Column("member_id", Id, nullable=False),
        sa.Column("counterpart_id", Id, nullable=False),
        sa.Column("asked_at", Instant, nullable=False),
        sa.Column("due_at", Instant, nullable=False),
        sa.Column("state", Word, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("reminder_id", name="pk_reminders"),
    )
    op.create_index("ix_reminders_state_due_at", "reminders", ["state", "due_at"])
    op.create_index("ix_reminders_conversation_id", "reminders", ["conversation_id"])
    op.create_table(
        "snapshots",
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("conversation_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_complete", sa.Boolean(), nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("thread_sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("subject_id", name="pk_snapshots"),
    )
    op.create_index("ix_snapshots_conversation_id", "snapshots", ["conversation_id"])
    op.create_index("ix_snapshots_incomplete", "snapshots", ["is_complete", "at"])


def downgrade() -> None:
    """Take the new tables away; cases without a message go with them."""
    for table in NEW:
        op.drop_table(table)
    op.execute("DELETE FROM cases WHERE message_id IS NULL OR conversation_id IS NULL")
    with op.batch_alter_table("cases") as cases:
        cases.drop_index("ix_cases_message_id")
        cases.drop_index("ix_cases_member_id_why")
        for name in (
            *("contract_id", "member_id", "reported_by", "claimed_by", "decided_by", "policy", "kinds", "rules"),
            *("claimed_until", "decided_at", "appealed_at", "category", "revision", "is_escalated", "said_sealed"),
        ):
            cases.drop_column(name)
    with op.batch_alter_table("cases") as cases:
        cases.alter_column("message_revision", new_column_name="revision", existing_type=sa.Integer(), nullable=False)
        cases.alter_column("message_id", existing_type=Id, nullable=False)
        cases.alter_column("conversation_id", existing_type=Id, nullable=False)
    op.drop_index("ix_conversations_contract_id", "conversations")
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_index("ix_outbox_cause")
        outbox.drop_column("cause")
    with op.batch_alter_table("messages") as messages:
        messages.drop_column("delivery")
    with op.batch_alter_table("contracts") as contracts:
        contracts.drop_column("client_id")
        contracts.drop_column("freelancer_id")
