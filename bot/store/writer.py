"""One task writes: whatever waits is committed together, so that a hundred requests share one flush to the disk."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.domain.errors import SekimoriError, StaleView, StoreAway
from bot.store.engine import WRITES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Item = TypeVar("Item")
Result = TypeVar("Result")

GROUP = 256
"""Units of work that share a commit at most."""


AWAY = ("08", "53", "57", "58")
"""Classes of PostgreSQL's error codes: connection, out of resources, shutting down, system error."""

RACE = "40"
"""The class of codes for a transaction that lost against another: it may be tried again."""


def is_away(error: BaseException) -> bool:
    """Whether an error says that the database cannot be reached, rather than that it refused what was written."""
    if isinstance(error, DBAPIError):
        lost = isinstance(error, OperationalError | InterfaceError) or error.connection_invalidated
        return lost or _code(error).startswith(AWAY)
    return isinstance(error, OSError | PoolTimeoutError)


def _code(error: DBAPIError) -> str:
    return getattr(error.orig, "sqlstate", None) or ""


@dataclass(slots=True, eq=False)
class _Unit:
    """`item` for `write`, and who waits for the result."""

    write: Callable[[AsyncConnection, Sequence[Any]], Awaitable[Sequence[Any]]]
    item: Any
    done: asyncio.Future[Any] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def settle(self, result: object) -> None:
        if self.done.done():  # the caller went away; what was written stays written
            return
        if isinstance(result, BaseException):
            self.done.set_exception(result)
        else:
            self.done.set_result(result)


class Writer:
    """Collects units of work and commits them in groups.

    A `write` gets a connection in a transaction and all waiting items of its kind, and gives back for each its result
    or the error that refuses it (SekimoriError: nothing was written for that item).
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._waiting: deque[_Unit] = deque()
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to write."""
        self._task = asyncio.create_task(self._run(), name="sekimori-writer")

    async def stop(self) -> None:
        """Write what still waits, then end."""
        if self._task is None:
            return
        task, self._task = self._task, None
        self._wake.set()
        await task

    async def do(
        self,
        write: Callable[[AsyncConnection, Sequence[Item]], Awaitable[Sequence[Result | SekimoriError]]],
        item: Item,
    ) -> Result:
        """The result of `write` for `item`, once it is committed.

        Raises:
            StoreAway: the database does not answer, or the writer has ended.
        """
        if self._task is None:
            raise StoreAway("the store is closed")
        unit = _Unit(write, item)
        self._waiting.append(unit)
        self._wake.set()
        result: Result = await unit.done
        return result

    async def _run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._waiting:
                await self._commit([self._waiting.popleft() for _ in range(min(GROUP, len(self._waiting)))])
            if self._task is None:
                return

    async def _commit(self, units: Sequence[_Unit]) -> None:
        """Write a group; if the database refuses it as a whole, each unit alone, so that one cannot fail the others."""
        try:
            results = await self._written(units)
        except Exception as error:  # noqa: BLE001 (whatever it was, the callers are told and the writer goes on)
            if is_away(error):
                results = [StoreAway(type(error).__name__)] * len(units)
            elif isinstance(error, DBAPIError) and _code(error).startswith(RACE):
                results = [StaleView()] * len(units)
            elif len(units) == 1:
                results = [error]
            else:
                for unit in units:
                    await self._commit([unit])
                return
        for unit, result in zip(units, results, strict=True):
            unit.settle(result)

    async def _written(self, units: Sequence[_Unit]) -> list[object]:
        kinds: dict[Any, list[int]] = {}
        for place, unit in enumerate(units):
            kinds.setdefault(unit.write, []).append(place)
        results: list[object] = [None] * len(units)
        async with self._engine.execution_options(**{WRITES: True}).begin() as connection:
            for write, places in kinds.items():
                answers = await write(connection, [units[place].item for place in places])
                for place, answer in zip(places, answers, strict=True):
                    results[place] = answer
        return results
