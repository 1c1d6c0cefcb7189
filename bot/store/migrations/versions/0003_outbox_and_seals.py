"""Events leave under a lease, the ledger is sealed into a chain, texts are kept by when they were recorded."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Id = sa.String(200)
Word = sa.String(40)
Instant = sa.DateTime(timezone=True)

REFUSALS = {
    "sqlite": [
        f"""
        CREATE TRIGGER ledger_seals_are_never_{done} BEFORE {verb} ON ledger_seals
        BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
        """
        for verb, done in (("UPDATE", "changed"), ("DELETE", "shortened"))
    ],
    "postgresql": [
        """
        CREATE TRIGGER ledger_seals_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_seals
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()
        """,
    ],
}


def upgrade() -> None:
    """Add what is missing; events that wait already stay due."""
    op.create_table(
        "ledger_seals",
        sa.Column("seal_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("last_entry", sa.BigInteger(), nullable=False),
        sa.Column("leaves", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("seal_id", name="pk_ledger_seals"),
    )
    for refusal in REFUSALS[op.get_context().dialect.name]:
        op.execute(refusal)
    with op.batch_alter_table("messages") as messages:
        messages.add_column(sa.Column("recorded_at", Instant, nullable=True))
    op.execute("UPDATE messages SET recorded_at = at")
    with op.batch_alter_table("messages") as messages:
        messages.alter_column("recorded_at", existing_type=Instant, nullable=False)
    op.create_index(
        "ix_messages_recorded_at",
        "messages",
        ["recorded_at"],
        sqlite_where=sa.text("message_sealed IS NOT NULL"),
        postgresql_where=sa.text("message_sealed IS NOT NULL"),
    )
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("key", sa.String(64), nullable=True))
        outbox.add_column(sa.Column("created_at", Instant, nullable=True))
        outbox.add_column(sa.Column("attempts", sa.Integer(), nullable=True))
        outbox.add_column(sa.Column("lease", Id, nullable=True))
        outbox.add_column(sa.Column("leased_until", Instant, nullable=True))
        outbox.add_column(sa.Column("failure", Word, nullable=True))
    op.execute("UPDATE outbox SET key = event_id, created_at = due_at, attempts = 0")
    with op.batch_alter_table("outbox") as outbox:
        outbox.alter_column("key", existing_type=sa.String(64), nullable=False)
        outbox.alter_column("created_at", existing_type=Instant, nullable=False)
        outbox.alter_column("attempts", existing_type=sa.Integer(), nullable=False)
        outbox.create_unique_constraint("uq_outbox_key", ["key"])


def downgrade() -> None:
    """Take away the chain, the leases and the time of recording."""
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_constraint("uq_outbox_key", type_="unique")
        for name in ("key", "created_at", "attempts", "lease", "leased_until", "failure"):
            outbox.drop_column(name)
    op.drop_index("ix_messages_recorded_at", "messages")
    with op.batch_alter_table("messages") as messages:
        messages.drop_column("recorded_at")
    op.drop_table("ledger_seals")
