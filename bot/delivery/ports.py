"""What the delivery needs from outside, in its own words. The store implements the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.effects import Event, Failed


class Outbox(Protocol):
    """Events that wait to be sent."""

    async def claim(self, lease: str, now: datetime, until: datetime, limit: int) -> Sequence[Event]:
        """At most `limit` events that are due, oldest first; nobody else gets them before `until`.

        Raises:
            StoreAway: the database does not answer.
        """

    async def settle(self, lease: str, sent: Sequence[str], failed: Sequence[Failed]) -> None:
        """Note what became of claimed events; passes over those whose lease was lost meanwhile.

        Raises:
            StoreAway: the database does not answer; they will be sent again.
        """


@dataclass(frozen=True, slots=True)
class Sent:
    """How an attempt ended: `failure` is None for a receiver that said yes, otherwise a few words for an operator."""

    failure: str | None = None


class Sender(Protocol):
    """Tells an event to the marketplace."""

    async def send(self, event: Event) -> Sent:
        """Make one attempt. What goes wrong outside comes back as a failure, never as an exception."""
