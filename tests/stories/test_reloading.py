"""SIGHUP loads new rules into the running server; broken ones change nothing, and the log says so."""

import json
import signal
import time
from pathlib import Path

from tests.builders import a_line
from tests.stories.server import Server

LANCERS = (Path(__file__).parents[2] / "config/policies/lancers.toml").read_text()
PHONE = "電話は090-1234-5678です"


def until(met, seconds=15):
    """Wait for what the server does when it comes to it."""
    for _ in range(seconds * 20):
        if met():
            return True
        time.sleep(0.05)
    return False


def test_new_rules_count_at_once_and_broken_ones_never(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(LANCERS)
    numbers = iter(range(100))

    def judged(server):
        message = a_line(PHONE, message_id=f"m-{next(numbers)}", conversation_id=f"c-{next(numbers)}")
        verdict = server.post("/v1/messages", message)[1]
        return verdict["ruling"], verdict["policy"]

    with Server(tmp_path, SEKIMORI_POLICY=str(own), SEKIMORI_LOG_LEVEL="info") as server:
        assert judged(server)[0] == "block"
        own.write_text(LANCERS.replace('contact.offers = "block"', 'contact.offers = "warn"', 1))
        server.process.send_signal(signal.SIGHUP)
        assert until(lambda: judged(server)[0] == "warn")
        loaded = judged(server)
        own.write_text(LANCERS.replace('contact.offers = "block"', 'contact.offers = "blok"', 1))
        server.process.send_signal(signal.SIGHUP)
        assert until(lambda: 'policy_reloads_total{result="refused"} 1.0' in server.get("/metrics"))
        assert judged(server) == loaded
        numbers_now = server.get("/metrics")
    assert 'policy_reloads_total{result="loaded"} 1.0' in numbers_now
    assert f'sekimori_policy_info{{policy="{loaded[1]}"}} 1.0' in numbers_now
    said = [json.loads(line) for line in server.complaints.splitlines()]
    assert [one["event"] for one in said] == ["rules loaded", "new rules not usable; the rules before stay in use"]
    assert f'{own}: [default] contact.offers: "blok" is unknown'[:100] in said[1]["problem"]
    assert said[1]["policy"] == loaded[1]
