"""One task writes: whatever waits is committed together, so that a hundred requests share one flush to the disk."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from bot.domain.errors import SekimoriError, StaleView, StoreAway
from bot.store.adding import UnusualError
from bot.store.database import lost_a_race

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from sqlalchemy import Connection

    from bot.store.adding import Addition
    from bot.store.database import Database

Item = TypeVar("Item")
Result = TypeVar("Result")

GROUP = 256
"""Units of work that share a commit at most."""


@dataclass(slots=True, eq=False)
class _Unit:
    """`item` for `write`, and who waits for the result; its rows, where they can simply be added."""

    write: Callable[[Connection, Sequence[Any]], Sequence[Any]]
    item: Any
    addition: Addition | None
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

    def __init__(self, database: Database) -> None:
        self._database = database
        self._usual: deque[_Unit] = deque()
        self._rest: deque[_Unit] = deque()
        self._wake = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin to write: one task writes everything; others, where that is quicker, add what can simply be added."""
        works = [self._write_waiting, *[self._add_waiting] * (self._database.groups_at_once - 1)]
        self._tasks = [asyncio.create_task(self._run(work), name="sekimori-writer") for work in works]

    async def stop(self) -> None:
        """Write what still waits, then end."""
        tasks, self._tasks = self._tasks, []
        self._wake.set()
        await asyncio.gather(*tasks)
        await self._write_waiting()  # what could not simply be added, and whose writer had ended

    async def do(
        self,
        write: Callable[[Connection, Sequence[Item]], Sequence[Result | SekimoriError]],
        item: Item,
        addition: Addition | None = None,
    ) -> Result:
        """The result of `write` for `item`, once it is committed.

        With an `addition`, its rows are written and it stands, unless something turns out to be unusual: then `write`
        finds out what.

        Raises:
            StoreAway: the database does not answer, or the writer has ended.
        """
        if not self._tasks:
            raise StoreAway("the store is closed")
        unit = _Unit(write, item, addition)
        (self._usual if addition else self._rest).append(unit)
        self._wake.set()
        result: Result = await unit.done
        return result

    async def _run(self, work: Callable[[], Awaitable[None]]) -> None:
        while True:
            await work()
            if not self._tasks:
                return
            await self._wake.wait()
            self._wake.clear()

    async def _write_waiting(self) -> None:
        """Write whatever waits."""
        while self._usual or self._rest:
            if self._usual:
                await self._add_group()
            if self._rest:
                await self._commit(_taken(self._rest))

    async def _add_waiting(self) -> None:
        """Add what can simply be added."""
        while self._usual:
            await self._add_group()

    async def _add_group(self) -> None:
        """Add a group; one that cannot simply be added is left to the task that writes everything."""
        units = _taken(self._usual)
        if not await self._add(units):
            self._rest.extend(units)
            self._wake.set()

    async def _add(self, units: Sequence[_Unit]) -> bool:
        """Add a group, if nothing about it is unusual."""
        additions = [unit.addition for unit in units if unit.addition]
        try:
            await self._database.add(additions)
        except UnusualError:
            return False
        except Exception as error:  # noqa: BLE001 (whatever it was, the callers are told and the writer goes on)
            if not isinstance(error, StoreAway):
                return False
            for unit in units:
                unit.settle(error)
            return True
        for unit, addition in zip(units, additions, strict=True):
            unit.settle(addition.stands)
        return True

    async def _commit(self, units: Sequence[_Unit]) -> None:
        """Write a group; if the database refuses it as a whole, each unit alone, so that one cannot fail the others."""
        results: Sequence[object]
        try:
            results = await self._database.write(lambda connection: _written(connection, units))
        except StoreAway as error:
            results = [error] * len(units)
        except Exception as error:  # noqa: BLE001 (whatever it was, the callers are told and the writer goes on)
            if lost_a_race(error):
                results = [StaleView()] * len(units)
            elif len(units) == 1:
                results = [error]
            else:
                for unit in units:
                    await self._commit([unit])
                return
        for unit, result in zip(units, results, strict=True):
            unit.settle(result)


def _taken(waiting: deque[_Unit]) -> list[_Unit]:
    """The next group."""
    return [waiting.popleft() for _ in range(min(GROUP, len(waiting)))]


def _written(connection: Connection, units: Sequence[_Unit]) -> list[object]:
    """What each unit's `write` answers, all units of one kind at a time."""
    kinds: dict[Any, list[int]] = {}
    for place, unit in enumerate(units):
        kinds.setdefault(unit.write, []).append(place)
    results: list[object] = [None] * len(units)
    for write, places in kinds.items():
        answers = write(connection, [units[place].item for place in places])
        for place, answer in zip(places, answers, strict=True):
            results[place] = answer
    return results
