"""One event to several places: each must take it before it counts as sent, and each may get it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.delivery.ports import Sender, Sent

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.domain.effects import Event


class Telling(Sender):
    """Tells Slack first, which only notes what it is to do, and then the endpoint where there is one."""

    def __init__(self, tell: Callable[[Event], Awaitable[None]], then: Sender | None) -> None:
        self._tell = tell
        self._then = then

    async def send(self, event: Event) -> Sent:
        """Make one attempt."""
        await self._tell(event)
        return await self._then.send(event) if self._then else Sent()
