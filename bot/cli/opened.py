"""For commands that need the database and the keys: opened for one piece of work, then closed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from bot.domain.errors import ConfigError, StoreAway
from bot.kept import open_kept

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.kept import Kept
    from bot.settings import Settings

Result = TypeVar("Result")


def with_kept(settings: Settings, do: Callable[[Kept], Awaitable[Result]]) -> Result:
    """What `do` makes of what is kept.

    Raises:
        ConfigError: the keys are not usable, or the database cannot be reached.
    """

    async def opened() -> Result:
        async with open_kept(settings) as kept:
            return await do(kept)

    try:
        return asyncio.run(opened())
    except StoreAway:
        raise ConfigError("settings", (), "the database cannot be reached (SEKIMORI_DATABASE_URL)") from None
