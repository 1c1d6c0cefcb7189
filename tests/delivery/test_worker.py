"""The worker over the real outbox, on both databases."""

import asyncio
from datetime import timedelta

import pytest

from bot.delivery import Chore, Worker
from bot.delivery.ports import Sent
from bot.delivery.retrying import PAUSES, pause_after
from bot.domain.errors import StoreAway
from bot.flows.ports import Decided
from bot.policy.decide import decide
from bot.store.outbox import Outbox
from detectors import Scan
from tests.builders import NOON, RULEBOOK, a_finding, a_message, ids
from tests.databases import gathered, open_store, opened

BLOCKED = Scan((a_finding(),))


@pytest.fixture
async def outbox(url):
    """With three events: a case each."""
    async with open_store(url) as store, opened(url) as database:
        for number in range(3):
            message = a_message("090-1234-5678", message_id=f"m-{number}", conversation_id=f"c-{number}")
            async with store.conversation(message, NOON) as thread:
                verdict = decide(message, BLOCKED, thread.standing, RULEBOOK, case_id=f"k-{number}")
                await thread.record(Decided(message, verdict, NOON + timedelta(seconds=number)))
        yield Outbox(database)


class Told:
    """A receiver in memory that answers `answers` first, then yes."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.events = []

    async def send(self, event):
        self.events.append(event)
        return self.answers.pop(0) if self.answers else Sent()


class Clock:
    def __init__(self):
        self.time = NOON + timedelta(minutes=1)

    def __call__(self):
        return self.time


def worker_of(outbox, sender, clock, *chores):
    return Worker(outbox, sender, chores, now=clock, new_id=ids("lease"), chance=lambda: 0.5)


async def test_what_is_due_is_sent_once_oldest_first(outbox):
    told, clock = Told(), Clock()
    worker = worker_of(outbox, told, clock)
    assert [await worker.deliver_due(), await worker.deliver_due()] == [3, 0]
    assert [event.facts["case_id"] for event in told.events] == ["k-0", "k-1", "k-2"]
    assert told.events[0].kind == "case.opened"
    assert told.events[0].facts == {
        "case_id": "k-0",
        "message_id": "m-0",
        "revision": 1,
        "why": "block",
        "conversation_id": "c-0",
    }
    assert await outbox.counts() == {"waiting": 0, "sent": 3, "dead": 0}


async def test_of_two_workers_each_event_is_sent_by_one(outbox):
    first, second, clock = Told(), Told(), Clock()
    await asyncio.gather(worker_of(outbox, first, clock).deliver_due(), worker_of(outbox, second, clock).deliver_due())
    assert len({event.event_id for event in first.events + second.events}) == 3
    assert len(first.events + second.events) == 3


async def test_a_failed_one_comes_back_under_the_same_id_later_and_later(outbox):
    told, clock = Told(*[Sent("status 500")] * 3), Clock()
    worker = worker_of(outbox, told, clock)
    await worker.deliver_due()
    assert await worker.deliver_due() == 0
    waiting = await outbox.posted("waiting")
    assert [(one.event.attempts, one.failure) for one in waiting] == [(1, "status 500")] * 3
    assert waiting[0].due_at == clock() + timedelta(seconds=PAUSES[0])
    clock.time += timedelta(seconds=PAUSES[0])
    assert await worker.deliver_due() == 3
    assert [one.event_id for one in told.events[:3]] == [one.event_id for one in told.events[3:]]


async def test_after_a_day_it_is_dead_until_somebody_sends_it_again(outbox):
    told, clock = Told(*[Sent("status 500")] * 3 * (len(PAUSES) + 1)), Clock()
    worker, began = worker_of(outbox, told, clock), clock()
    while (await outbox.counts())["waiting"]:
        await worker.deliver_due()
        clock.time += timedelta(minutes=30)
    assert timedelta(hours=23) < clock() - began < timedelta(hours=27)
    assert len(told.events) == 3 * (len(PAUSES) + 1)
    dead = await outbox.posted("dead")
    assert [one.failure for one in dead] == ["status 500"] * 3
    assert await outbox.resend([dead[0].event.event_id], clock()) == 1
    assert await outbox.resend([], clock()) == 2
    assert await worker.deliver_due() == 3
    assert (await outbox.counts())["sent"] == 3
    assert await outbox.resend(["nobody"], clock()) == 0


async def test_a_worker_that_died_holds_an_event_no_longer_than_its_lease(outbox):
    clock = Clock()
    taken = await outbox.claim("dead worker", clock(), clock() + timedelta(seconds=60), 2)
    worker = worker_of(outbox, Told(), clock)
    assert await worker.deliver_due() == 1
    clock.time += timedelta(seconds=60)
    assert await worker.deliver_due() == 2
    await outbox.settle("dead worker", [], [])
    assert len(taken) == 2


async def test_who_lost_the_lease_notes_nothing(outbox):
    clock = Clock()
    [event] = await outbox.claim("slow", clock(), clock(), 1)
    told = Told(Sent("status 500"))
    await worker_of(outbox, told, clock).deliver_due()
    await outbox.settle("slow", [event.event_id], [])
    assert (await outbox.counts())["waiting"] == 1


async def test_it_runs_until_told_to_stop_and_outlives_what_fails(outbox):
    told, done, thrice, stopping = Told(), [], asyncio.Event(), asyncio.Event()

    async def breaks():
        raise ValueError("090-1234-5678")

    async def away():
        raise StoreAway("x")

    async def counts():
        done.append(1)
        if len(done) > 3 and len(told.events) == 3:
            thrice.set()

    chores = (Chore("breaks", 9, breaks), Chore("away", 9, away), Chore("counts", 0.01, counts))
    running = asyncio.create_task(worker_of(outbox, told, Clock(), *chores).run(stopping))
    await asyncio.wait_for(thrice.wait(), 5)
    stopping.set()
    await asyncio.wait_for(running, 2)
    assert (await outbox.counts())["sent"] == 3


async def test_without_an_endpoint_events_wait(outbox):
    assert await worker_of(outbox, None, Clock()).deliver_due() == 0
    assert (await outbox.counts())["waiting"] == 3


async def test_many_workers_in_one_moment_share_the_work(outbox):
    told, clock = Told(), Clock()
    counts = await gathered(*(worker_of(outbox, told, clock).deliver_due() for _ in range(4)))
    assert sum(counts) == 3


def test_pauses_grow_to_about_a_day_and_are_never_alike():
    pauses = [pause_after(attempt, 0.5) for attempt in range(1, len(PAUSES) + 2)]
    assert pauses[-1] is None
    assert timedelta(hours=23) < sum(pauses[:-1], timedelta()) < timedelta(hours=25)
    assert pause_after(1, 0.0) < pause_after(1, 0.99)
