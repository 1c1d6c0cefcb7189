"""One holds a name at a time, whoever waited longest is next, and who gives up leaves nothing behind."""

import asyncio

import pytest

from bot.store.locks import Locks


async def test_names_do_not_wait_for_each_other():
    locks = Locks()
    await locks.take("a")
    await asyncio.wait_for(locks.take("b"), 1)


async def test_first_come_first_served_and_nothing_is_left():
    locks, order = Locks(), []

    async def hold(number):
        await locks.take("a")
        order.append(number)
        await asyncio.sleep(0)
        locks.leave("a")

    await asyncio.gather(*map(hold, range(5)))
    assert order == list(range(5))
    assert locks._waiting == {}


@pytest.mark.parametrize("is_given", [False, True], ids=["while it waits", "when it was just given the lock"])
async def test_who_gives_up_lets_the_next_one_in(is_given):
    locks = Locks()
    await locks.take("a")
    first, second = [asyncio.create_task(locks.take("a")) for _ in range(2)]
    await asyncio.sleep(0)
    if is_given:
        locks.leave("a")
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    if not is_given:
        locks.leave("a")
    await asyncio.wait_for(second, 1)
    locks.leave("a")
    assert locks._waiting == {}
