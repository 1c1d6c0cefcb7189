"""Cold conversations are read together, and one that cannot be read fails only its own."""

import asyncio

import pytest

from bot.domain.errors import StoreAway
from bot.store.reading import Held, Reader
from tests.databases import gathered


class Slow:
    """A database that answers after a turn of the event loop."""

    def __init__(self, error=None, new=()):
        self.error = error
        self.new = set(new)

    async def known(self, ids):
        await asyncio.sleep(0)
        if self.error:
            raise self.error
        return set(ids) - self.new

    async def read(self, work):
        await asyncio.sleep(0)
        if self.error:
            raise self.error
        return work(None)


class Asked:
    """What was read at once, and the conversation that cannot be read."""

    def __init__(self, broken=None):
        self.groups = []
        self._broken = broken

    def __call__(self, _, ids):
        self.groups.append(list(ids))
        if self._broken in ids:
            raise ValueError("broken")
        return {one: Held(int(one)) for one in ids}


async def test_what_waits_for_another_read_is_read_together():
    asked = Asked()
    reader = Reader(Slow(), asked)
    first = asyncio.create_task(reader.read("1"))
    await asyncio.sleep(0)
    held = await gathered(first, *map(reader.read, "234"))
    assert [one.version for one in held] == [1, 2, 3, 4]
    assert asked.groups[-1][-1] == "4"
    assert len(asked.groups) < 4


async def test_of_new_ones_nothing_is_read():
    asked = Asked()
    held = await gathered(*map(Reader(Slow(new="13"), asked).read, "123"))
    assert [one.version for one in held] == [0, 2, 0]
    assert asked.groups == [["2"]]


async def test_one_that_cannot_be_read_fails_only_its_own():
    reader = Reader(Slow(), Asked(broken="2"))
    held = await gathered(*map(reader.read, "123"))
    assert [getattr(one, "version", None) for one in held] == [1, None, 3]
    assert isinstance(held[1], ValueError)


async def test_a_database_that_is_away_is_told_to_everybody_at_once():
    asked = Asked()
    reader = Reader(Slow(StoreAway("away")), asked)
    assert [type(one) for one in await gathered(*map(reader.read, "123"))] == [StoreAway] * 3
    assert asked.groups == []


async def test_a_caller_who_went_away_is_passed_over():
    reader = Reader(Slow(), Asked())
    gone = asyncio.create_task(reader.read("1"))
    await asyncio.sleep(0)
    gone.cancel()
    assert (await reader.read("2")).version == 2
    with pytest.raises(asyncio.CancelledError):
        await gone
