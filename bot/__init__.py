"""Sekimori: a guard for marketplace chat.

>>> from bot import Guard
>>> async with Guard(settings) as guard:
...     verdict = await guard.screen(message)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.app import Guard as Guard

__all__ = ["Guard"]


def __getattr__(name: str) -> object:
    """Load the guard when it is asked for, so that a small command does not pay for the database."""
    if name == "Guard":
        from bot.app import Guard  # noqa: PLC0415 (that is the point)

        return Guard
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
