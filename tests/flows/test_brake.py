"""Above so many blocks an hour, a person decides."""

from datetime import timedelta

import pytest

from bot.domain.verdicts import Outcome, Verdict
from bot.flows.brake import Brake
from tests.builders import NOON


class Blocks:
    def __init__(self, count=0):
        self.count = count
        self.asked = []

    async def blocks_since(self, moment):
        self.asked.append(moment)
        return self.count


def blocked(number, outcome=Outcome.BLOCK):
    return Verdict(f"m-{number}", 1, outcome, "p", case_id=f"k-{number}")


async def test_it_holds_once_the_limit_is_reached_and_rings_once():
    brake, blocks = Brake(3), Blocks()
    held = []
    for number in range(5):
        held.append(await brake.holds(blocks, NOON))
        if not held[-1]:
            brake.saw(blocked(number))
    assert held == [False, False, False, True, True]
    assert brake.alarms == 1
    assert blocks.asked == [NOON - timedelta(hours=1)]


async def test_other_processes_count_and_after_the_hour_it_lets_go():
    brake, blocks = Brake(3), Blocks(7)
    assert await brake.holds(blocks, NOON)
    blocks.count = 2
    assert await brake.holds(blocks, NOON + timedelta(seconds=9))
    assert not await brake.holds(blocks, NOON + timedelta(seconds=10))
    blocks.count = 3
    assert await brake.holds(blocks, NOON + timedelta(seconds=20))
    assert brake.alarms == 2


@pytest.mark.parametrize(
    "verdicts",
    [
        pytest.param([blocked(1)] * 5, id="the same message again and again"),
        pytest.param([blocked(n, Outcome.HOLD_CHECK) for n in range(5)], id="held, not blocked"),
    ],
)
async def test_what_does_not_count(verdicts):
    brake = Brake(2)
    for verdict in verdicts:
        await brake.holds(Blocks(), NOON)
        brake.saw(verdict)
    assert not await brake.holds(Blocks(), NOON)


async def test_without_a_limit_it_never_holds():
    assert not await Brake(0).holds(Blocks(10**6), NOON)
