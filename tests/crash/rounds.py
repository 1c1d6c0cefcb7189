"""Rounds of kill -9, then a count: of what was answered, recorded, wished and received."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPException

from tests.builders import a_line
from tests.cli.commands import environment
from tests.delivery.receiver import SECRET, Receiver
from tests.stories.server import Server

TEXTS = (
    "よろしくお願いします",
    "電話は090-1234-5678です",
    "納品は明日の予定です",
    "taro.crash@example.jp までお願いします",
)
SENDERS = 6
SHORTEST_ROUND, LONGEST_ROUND = 0.1, 2.0
"""Seconds between the first answer of a round and its kill."""

PATIENCE = 90
"""Seconds for everything to arrive once nobody kills any more."""


@dataclass
class Told:
    """What was counted, after all rounds."""

    rounds: int
    answered: int
    recorded: int
    events: int
    received: int
    deliveries: int
    kills: dict = field(default_factory=dict)


class Load:
    """Writers that go on whatever happens; a message whose answer was lost is sent again until it gets one."""

    def __init__(self):
        self.answers = {}
        self.stopping = threading.Event()
        self.url = "http://127.0.0.1:9"
        self.wrong = []
        self._threads = [threading.Thread(target=self._write, args=(who,), daemon=True) for who in range(SENDERS)]

    def start(self):
        for one in self._threads:
            one.start()

    def wait_for_answers(self):
        """Until there is a new one."""
        before, deadline = len(self.answers), time.monotonic() + PATIENCE
        while len(self.answers) == before and time.monotonic() < deadline:
            time.sleep(0.01)

    def stop(self):
        self.stopping.set()
        for one in self._threads:
            one.join(30)
            assert not one.is_alive()

    def _write(self, who):
        number = 0
        while not self.stopping.is_set():
            message_id = f"{who}-{number}"
            message = a_line(
                TEXTS[number % len(TEXTS)], message_id=message_id, conversation_id=f"c-{who}-{number // 12}"
            )
            answer = self._post(message)
            if answer is None:
                self.stopping.wait(0.05)
                continue
            self.answers[message_id] = answer
            if number % 5 == 0 and self._post(message) not in {None, answer}:  # a caller that is not sure asks again
                self.wrong.append(message_id)
            number += 1

    def _post(self, message):
        try:
            status, verdict = Server.post(self, "/v1/messages", message)
        except (OSError, ValueError, HTTPException):  # killed while it answered, or not up yet
            return None
        if status not in {200, 503}:
            self.wrong.append(f"{status} {verdict}")
        return (verdict["ruling"], verdict["case_id"]) if status == 200 else None


class Worker:
    """`sekimori work`, up until it is killed."""

    is_at_work = False

    def __init__(self, directory, settings):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "work"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=directory,
            env=environment(**settings),
        )

    def wait_until_at_work(self):
        if self.is_at_work:
            return
        self.is_at_work = True
        while line := self.process.stdout.readline():
            if b"Ctrl-C" in line:
                return

    def kill(self, how=signal.SIGKILL):
        os.kill(self.process.pid, how)
        self.process.communicate(timeout=30)


def crash(directory, rounds, seed, say=lambda _: None):
    """Go through the rounds, then let everything arrive and compare.

    Raises:
        AssertionError: something was lost, or done twice.
    """
    chance, load, kills = random.Random(seed), Load(), {"server": 0, "worker": 0}
    with Receiver(statuses=[500] * 5) as receiver:
        settings = {"SEKIMORI_WEBHOOK_URL": receiver.url, "SEKIMORI_WEBHOOK_SECRETS": SECRET}
        load.start()
        worker = None
        for number in range(1, rounds + 1):
            with Server(directory, "--no-worker", **settings) as server:
                load.url = server.url
                worker = worker or Worker(directory, settings)
                if chance.random() < 0.8:  # otherwise it may be killed before it ever answered
                    worker.wait_until_at_work()
                    load.wait_for_answers()
                time.sleep(chance.uniform(SHORTEST_ROUND, LONGEST_ROUND))
                if chance.random() < 0.6:
                    worker.kill()
                    worker = None
                    kills["worker"] += 1
                    time.sleep(chance.uniform(0, 0.3))
                server.kill()
                kills["server"] += 1
            say(f"round {number}: {len(load.answers)} answered, {len(receiver.received)} events received")
        with Server(directory, "--no-worker", **settings) as server:
            load.url = server.url
            load.wait_for_answers()
            load.stop()
        if worker:
            worker.kill()
        make_due(directory)
        worker = Worker(directory, settings)
        deadline = time.monotonic() + PATIENCE
        while query(directory, "SELECT 1 FROM outbox WHERE state <> 'sent'") and time.monotonic() < deadline:
            time.sleep(0.1)
        worker.kill(signal.SIGTERM)
        return compared(directory, load, receiver, rounds, kills)


def make_due(directory):
    """Retries and leases of the killed are over, as if time had passed."""
    with closing(sqlite3.connect(directory / "var" / "sekimori.sqlite3")) as connection, connection:
        connection.execute("UPDATE outbox SET due_at = created_at, leased_until = NULL WHERE state = 'waiting'")


def query(directory, statement):
    with closing(sqlite3.connect(directory / "var" / "sekimori.sqlite3", timeout=20)) as connection:
        return connection.execute(statement).fetchall()


def compared(directory, load, receiver, rounds, kills):
    """Every 200 has one verdict, the one it was given; every wish is one event; every event arrived under its id."""
    assert not load.wrong, load.wrong[:3]
    verdicts = [
        (subject, (facts["ruling"], facts["case_id"]))
        for subject, facts in (
            (subject, json.loads(facts))
            for subject, facts in query(
                directory, "SELECT subject, facts FROM ledger WHERE verb = 'message.decided' ORDER BY entry_id"
            )
        )
    ]
    assert len(verdicts) == len(dict(verdicts)), "a message has two verdicts"
    recorded = dict(verdicts)
    lost = {one: answer for one, answer in load.answers.items() if recorded.get(one) != answer}
    assert not lost, f"answered but not so recorded: {lost}"
    assert len(query(directory, "SELECT 1 FROM messages")) == len(recorded)
    cases = {case_id for _, case_id in recorded.values() if case_id}
    assert {row[0] for row in query(directory, "SELECT case_id FROM cases")} == cases
    events = {event_id: json.loads(facts) for event_id, facts in query(directory, "SELECT event_id, facts FROM outbox")}
    opened = [facts["case_id"] for facts in events.values() if "case_id" in facts]
    assert sorted(opened) == sorted(cases), "a case without its event, or with two"
    received = {}
    for event_id, body in receiver.received:
        assert received.setdefault(event_id, body) == body, "one id, two contents"
    assert received.keys() == events.keys(), "an event was lost, or made up"
    assert {one: body["data"] for one, body in received.items()} == events
    assert receiver.unsigned == 0
    assert len(load.answers) > rounds
    assert cases
    return Told(
        rounds, len(load.answers), len(recorded), len(events), len(received), len(receiver.received), dict(kills)
    )
