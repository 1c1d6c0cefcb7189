"""The brake on automatic blocking: when a rule goes wrong, people decide instead of the guard blocking everybody."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from bot.domain.verdicts import Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.verdicts import Verdict

WINDOW = timedelta(hours=1)
LOOK_EVERY = timedelta(seconds=10)
"""How old the count of the whole marketplace may be; what this process blocked since then is added."""


class Blocks(Protocol):
    """The record of what was blocked."""

    async def blocks_since(self, moment: datetime) -> int:
        """How many messages the guard blocked since then, in every process.

        Raises:
            StoreAway: the database does not answer.
        """


class Brake:
    """Holds for the hour after `limit` messages were blocked within an hour; a limit of 0 never does."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.alarms = 0
        """How often it began to hold."""
        self.is_on = False
        self._counted = 0
        self._looked_at: datetime | None = None
        self._since: set[str] = set()

    async def holds(self, blocks: Blocks, now: datetime) -> bool:
        """Whether a message that would be blocked now is held for a person instead."""
        if not self.limit:
            return False
        if self._looked_at is None or now - self._looked_at >= LOOK_EVERY:
            self._looked_at = now
            self._since.clear()
            self._counted = await blocks.blocks_since(now - WINDOW)
        before, self.is_on = self.is_on, self._counted + len(self._since) >= self.limit
        self.alarms += self.is_on and not before
        return self.is_on

    def saw(self, verdict: Verdict) -> None:
        """Count a verdict that was recorded; the same one again counts once."""
        if verdict.outcome is Outcome.BLOCK and verdict.case_id:
            self._since.add(verdict.case_id)
