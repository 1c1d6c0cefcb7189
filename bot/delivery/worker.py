"""The worker: sends what is due, and does what must be done now and then, until it is told to stop."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.delivery.retrying import pause_after
from bot.domain.effects import Failed
from bot.domain.errors import StoreAway, trace_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.delivery.ports import Outbox, Sender
    from bot.domain.effects import Event

BATCH = 32
"""Events claimed, and sent at the same time."""

LEASE = timedelta(seconds=60)
"""Longer than an attempt may take: when a worker dies, another sends its events after that."""

IDLE_SECONDS = 0.5
"""Between looks at an outbox with nothing due."""

AWAY_SECONDS = 2.0
"""Before the next try when the database is away, or something unexpected happened."""


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to do at the start and then every so many seconds."""

    name: str
    every_seconds: float
    do: Callable[[], Awaitable[object]]


class Worker:
    """Delivers events and does chores. Any number may run at once, also in several processes.

    `now`, `new_id` and `chance` (a number from 0 to 1) come from outside; without a `sender` events wait.
    """

    def __init__(
        self,
        outbox: Outbox,
        sender: Sender | None,
        chores: tuple[Chore, ...] = (),
        *,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        chance: Callable[[], float],
    ) -> None:
        self._outbox = outbox
        self._sender = sender
        self._chores = chores
        self._now = now
        self._new_id = new_id
        self._chance = chance
        self._log = structlog.get_logger("bot.worker")

    async def run(self, stopping: asyncio.Event) -> None:
        """Work until `stopping` is set; what is under way is finished."""
        async with asyncio.TaskGroup() as tasks:
            if self._sender:
                tasks.create_task(self._often(Chore("deliver", IDLE_SECONDS, self._deliver_all), stopping))
            for chore in self._chores:
                tasks.create_task(self._often(chore, stopping))

    async def deliver_due(self) -> int:
        """Send a batch of what is due; how many were tried.

        Raises:
            StoreAway: the database does not answer; whatever was sent will be sent again under the same id.
        """
        if self._sender is None:
            return 0
        lease, now = self._new_id(), self._now()
        events = await self._outbox.claim(lease, now, now + LEASE, BATCH)
        if not events:
            return 0
        answers = await asyncio.gather(*(self._sender.send(event) for event in events))
        failures = [(event, answer.failure) for event, answer in zip(events, answers, strict=True) if answer.failure]
        lost = {event.event_id for event, _ in failures}
        sent = [event.event_id for event in events if event.event_id not in lost]
        await self._outbox.settle(lease, sent, [self._failed(event, failure) for event, failure in failures])
        return len(events)

    def _failed(self, event: Event, failure: str) -> Failed:
        attempts = event.attempts + 1
        pause = pause_after(attempts, self._chance())
        said = {"event_id": event.event_id, "kind": event.kind, "attempts": attempts, "failure": failure}
        if pause is None:
            self._log.error("event given up; sekimori outbox resend", **said)
        else:
            self._log.warning("event not delivered yet", **said)
        return Failed(event.event_id, failure, self._now() + (pause or timedelta()), gives_up=pause is None)

    async def _deliver_all(self) -> None:
        while await self.deliver_due():
            pass

    async def _often(self, chore: Chore, stopping: asyncio.Event) -> None:
        while not stopping.is_set():
            seconds = chore.every_seconds
            try:
                await chore.do()
            except StoreAway:
                self._log.warning("database away", chore=chore.name)
                seconds = AWAY_SECONDS
            except Exception as error:  # noqa: BLE001 (the others go on, and this one is tried again)
                self._log.error("chore failed", chore=chore.name, **trace_of(error))
                seconds = max(AWAY_SECONDS, min(seconds, 60.0))
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), seconds)
