"""The first tables: contracts, conversations, messages, ledger, cases, outbox; the ledger only ever grows."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Id = sa.String(200)
Word = sa.String(40)
Instant = sa.DateTime(timezone=True)
Serial = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

REFUSALS = {
    "sqlite": [
        f"""
        CREATE TRIGGER ledger_is_never_{done} BEFORE {verb} ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
        """
        for verb, done in (("UPDATE", "changed"), ("DELETE", "shortened"))
    ],
    "postgresql": [
        """
        CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$
        """,
        """
        CREATE TRIGGER ledger_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()
        """,
    ],
}


def upgrade() -> None:
    """Make the tables, and have the database refuse changes to the ledger."""
    op.create_table(
        "contracts",
        sa.Column("contract_id", Id, nullable=False),
        sa.Column("work_style", Word, nullable=False),
        sa.Column("state", Word, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("moved_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("contract_id", name="pk_contracts"),
    )
    op.create_table(
        "conversations",
        sa.Column("conversation_id", Id, nullable=False),
        sa.Column("contract_id", Id, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_conversations"),
    )
    op.create_table(
        "messages",
        sa.Column("message_id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("conversation_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sender_id", Id, nullable=False),
        sa.Column("sender_role", Word, nullable=True),
        sa.Column("at", Instant, nullable=False),
        sa.Column("outcome", Word, nullable=False),
        sa.Column("policy", Id, nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(32), nullable=False),
        sa.Column("message_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("verdict_sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("message_id", "revision", name="pk_messages"),
    )
    op.create_index("ix_messages_conversation_id_position", "messages", ["conversation_id", "position"])
    op.create_table(
        "ledger",
        sa.Column("entry_id", Serial, autoincrement=True, nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("actor", Id, nullable=False),
        sa.Column("verb", Word, nullable=False),
        sa.Column("subject", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_ledger"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_ledger_subject", "ledger", ["subject"])
    op.create_table(
        "cases",
        sa.Column("case_id", Id, nullable=False),
        sa.Column("conversation_id", Id, nullable=False),
        sa.Column("message_id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("why", Word, nullable=False),
        sa.Column("state", Word, nullable=False),
        sa.Column("opened_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("case_id", name="pk_cases"),
    )
    op.create_index("ix_cases_state_opened_at", "cases", ["state", "opened_at"])
    op.create_table(
        "outbox",
        sa.Column("event_id", Id, nullable=False),
        sa.Column("kind", Word, nullable=False),
        sa.Column("conversation_id", Id, nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("state", Word, nullable=False),
        sa.Column("due_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("event_id", name="pk_outbox"),
    )
    op.create_index("ix_outbox_state_due_at", "outbox", ["state", "due_at"])
    for refusal in REFUSALS[op.get_context().dialect.name]:
        op.execute(refusal)


def downgrade() -> None:
    """Take everything away again, the ledger too."""
    for table in ("outbox", "cases", "ledger", "messages", "conversations", "contracts"):
        op.drop_table(table)
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP FUNCTION ledger_is_append_only()")
