"""`sekimori db`: the database by hand. `serve` does the same by itself."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from bot.domain.errors import ConfigError, StoreAway
from bot.kept import database_of
from bot.store.upgrade import upgrade

if TYPE_CHECKING:
    from bot.settings import Settings


def upgrade_database(settings: Settings) -> None:
    """Bring the database up to date, and say from where to where.

    Raises:
        ConfigError: it cannot be reached.
    """
    try:
        before, after = asyncio.run(_upgrade(settings))
    except StoreAway:
        raise ConfigError("settings", (), "the database cannot be reached (SEKIMORI_DATABASE_URL)") from None
    sys.stdout.write(f"The database was {f'at {before}' if before else 'empty'} and is at {after}.\n")


async def _upgrade(settings: Settings) -> tuple[str | None, str]:
    database = database_of(settings)
    try:
        return await upgrade(database)
    finally:
        await database.close()
