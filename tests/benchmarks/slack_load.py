"""`make bench-slack`: a synthetic workspace writes through the real app over loopback; how soon does a contact go?

The app, the fake Slack and the load share this machine, so the figures are upper bounds. Nothing is asserted.
"""

import argparse
import asyncio
import contextlib
import random
import resource
import tempfile
import time
from pathlib import Path

from bot.app import new_id, now
from bot.kept import open_worker
from tests.fakes.slack import FakeSlack
from tests.slack.conftest import opened

CHANNELS = 50
CONTACTS = 0.05
CLEAN = ("よろしくお願いします", "納品しました。ご確認ください", "I will send the draft tomorrow", "承知しました")
CONTACT = "携帯は 090-1234-{:04} です"


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


def megabytes():
    """What this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


async def load(seconds, rate):
    written, gone = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        async with FakeSlack() as slack, opened(Path(folder), slack, "http", slack_moderator_channel=None) as workspace:
            plain = slack.do_chat_delete

            def noting(payload, known):
                gone.setdefault(payload["ts"], time.perf_counter())
                return plain(payload, known)

            slack.do_chat_delete = noting
            stopping = asyncio.Event()
            guard = workspace.guard
            async with open_worker(
                guard.kept, guard.settings, now, new_id, guard.watch_deadlines, workspace.duties
            ) as worker:
                working = asyncio.create_task(worker.run(stopping))
                chance = random.Random(7)
                await slack.say("U0", CONTACT.format(0), channel="C-first")  # the gates are compiled at the first scan
                while not gone:  # noqa: ASYNC110 (as below)
                    await asyncio.sleep(0.1)
                gone.clear()
                slack.deliveries.clear()
                before, began, sent = megabytes(), time.perf_counter(), []
                for number in range(seconds * rate):
                    pause = began + number / rate - time.perf_counter()
                    if pause > 0:
                        await asyncio.sleep(pause)
                    sent.append(asyncio.create_task(say(slack, chance, number, written)))
                await asyncio.gather(*sent)
                late = time.perf_counter() - began - seconds
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(120):
                        while len(gone) < len(written):  # noqa: ASYNC110 (whoever deletes knows nothing of us)
                            await asyncio.sleep(0.1)
                after = megabytes()
                stopping.set()
                await working
    acks = [took for _, status, took in slack.deliveries if status == 200]
    soon = [gone[ts] - at for ts, at in written.items() if ts in gone]
    print(f"{seconds * rate} messages, {rate} a second wanted, {late:.1f} s late; {len(written)} contacts")
    half, most, worst = percentile(acks, 0.5), percentile(acks, 0.99), max(acks)
    print(f"acknowledged: p50 {half:.3f} s, p99 {most:.3f} s, slowest {worst:.3f} s")
    print(f"from event to delete call: p50 {percentile(soon, 0.5):.3f} s, p99 {percentile(soon, 0.99):.3f} s")
    print(f"not deleted: {len(written) - len(soon)}; memory {before:.0f} MB before, {after:.0f} MB after")


async def say(slack, chance, number, written):
    is_contact = chance.random() < CONTACTS
    text = CONTACT.format(number % 10_000) if is_contact else chance.choice(CLEAN)
    at = time.perf_counter()
    event = await slack.say(f"U{number % 200}", text, channel=f"C{number % CHANNELS}")
    if is_contact:
        written[event["ts"]] = at


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=200)
    asked = parser.parse_args()
    asyncio.run(load(asked.seconds, asked.rate))
