"""From a blocked message to the marketplace's endpoint, with the server as it is started."""

import threading

import pytest

from tests.builders import a_line
from tests.crash.rounds import make_due
from tests.delivery.receiver import SECRET, Receiver
from tests.stories.server import Server

PHONE = "電話は090-1234-5678です"
PATIENCE = 60


def until(condition):
    for _ in range(PATIENCE * 50):
        if condition():
            return
        threading.Event().wait(0.02)
    raise AssertionError("it did not happen in time")


@pytest.fixture
def receiver():
    with Receiver() as receiver:
        yield receiver


def test_make_run_sends_events_by_itself(tmp_path, receiver):
    with Server(tmp_path, SEKIMORI_WEBHOOK_URL=receiver.url, SEKIMORI_WEBHOOK_SECRETS=SECRET) as server:
        verdict = server.post("/v1/messages", a_line(PHONE))[1]
        until(lambda: receiver.received)
        assert server.stop() == 0
    [(_, event)] = receiver.received
    assert (event["type"], event["data"]["case_id"]) == ("case.opened", verdict["case_id"])
    assert "090-1234" not in str(event)  # "090" alone may be microseconds
    assert server.complaints == ""


def test_an_event_outlives_a_kill_and_keeps_its_id(tmp_path):
    with Receiver(statuses=[500]) as receiver:
        settings = {"SEKIMORI_WEBHOOK_URL": receiver.url, "SEKIMORI_WEBHOOK_SECRETS": SECRET}
        with Server(tmp_path, **settings) as server:
            server.post("/v1/messages", a_line(PHONE))
            until(lambda: receiver.calls)
            server.kill()
        make_due(tmp_path)
        with Server(tmp_path, **settings):
            until(lambda: receiver.received)
    assert {call["webhook-id"] for call in receiver.calls} == {receiver.received[0][0]}
