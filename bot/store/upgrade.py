"""Bring a database to the tables that this version needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

    from bot.store.database import Database

HEAD = "0005"
"""The newest migration; naming it here spares a start that needs none the time to load alembic."""

LOCK = 7_354_601
"""PostgreSQL: the advisory lock under which one process migrates while others wait. Any number, the same for all."""


async def upgrade(database: Database) -> tuple[str | None, str]:
    """Apply what is missing, in one transaction; the revisions before (None for an empty database) and after.

    Raises:
        StoreAway: the database does not answer.
    """
    return await database.write(_upgrade)


def _upgrade(connection: Connection) -> tuple[str | None, str]:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    before = revision_of(connection)
    if before != HEAD:
        from alembic import command  # noqa: PLC0415 (a start that needs no migration does not wait for it)

        command.upgrade(alembic_config(connection), "head")
    return before, HEAD


def revision_of(connection: Connection) -> str | None:
    """The migration a database stands at, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration for this package's migrations on `connection`."""
    from alembic.config import Config  # noqa: PLC0415 (as above)

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    return config
