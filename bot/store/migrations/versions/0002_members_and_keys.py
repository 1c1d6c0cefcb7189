"""Members with what is verified about them, and the keys that call the interface."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Id = sa.String(200)
Word = sa.String(40)
Instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "members",
        sa.Column("member_id", Id, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("standing", Word, nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("name_digest", sa.LargeBinary(32), nullable=True),
        sa.Column("address_digest", sa.LargeBinary(32), nullable=True),
        sa.Column("told_at", Instant, nullable=False),
        sa.PrimaryKeyConstraint("member_id", name="pk_members"),
    )
    op.create_table(
        "api_keys",
        sa.Column("prefix", Word, nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("scope", Word, nullable=False),
        sa.Column("label", Id, nullable=False),
        sa.Column("made_at", Instant, nullable=False),
        sa.Column("revoked_at", Instant, nullable=True),
        sa.PrimaryKeyConstraint("prefix", name="pk_api_keys"),
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("api_keys")
    op.drop_table("members")
