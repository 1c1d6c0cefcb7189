"""A lock for each conversation that is being decided, and none for the others."""

from __future__ import annotations

import asyncio
from collections import deque


class Locks:
    """Locks by name, first come first served; a name nobody holds takes no room."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}
        """Who waits for each name that is held."""

    async def take(self, name: str) -> None:
        """Take the lock, once it is free."""
        if name not in self._waiting:
            self._waiting[name] = deque()
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiting = self._waiting[name]
        waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                waiting.remove(turn)
            else:  # it was given the lock and cannot use it
                self.leave(name)
            raise

    def leave(self, name: str) -> None:
        """Give the lock to who waited longest, if anybody does."""
        waiting = self._waiting[name]
        while waiting:
            turn = waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        del self._waiting[name]
