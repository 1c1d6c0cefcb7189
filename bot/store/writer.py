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
    from collections.abc import Callable, Sequence

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
        if self._task is None:
            raise StoreAway("the store is closed")
        unit = _Unit(write, item, addition)
        self._waiting.append(unit)
        self._wake.set()
        result: Result = await unit.done
        return result

    async def _run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._waiting:
                await self._settle([self._waiting.popleft() for _ in range(min(GROUP, len(self._waiting)))])
            if self._task is None:
                return

    async def _settle(self, units: Sequence[_Unit]) -> None:
        """Add what can simply be added, then write the rest."""
        usual = [unit for unit in units if unit.addition]
        rest = [unit for unit in units if not unit.addition]
        if usual and not await self._add(usual):
            rest = usual + rest
        if rest:
            await self._commit(rest)

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
