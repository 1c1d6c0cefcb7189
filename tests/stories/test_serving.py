"""The server as it is started, used, killed and started again."""

import json
import signal
import sqlite3
import stat
import threading

import pytest

from tests.builders import a_line
from tests.stories.server import Server

PHONE = "電話は090-1234-5678です"


def ledger(directory):
    """What a second look at the file on the disk finds."""
    connection = sqlite3.connect(directory / "var" / "sekimori.sqlite3")
    try:
        rows = connection.execute("SELECT subject, revision, facts FROM ledger ORDER BY entry_id").fetchall()
    finally:
        connection.close()
    return [(subject, revision, json.loads(facts)["ruling"]) for subject, revision, facts in rows]


def test_a_fresh_start_says_what_to_open_and_what_it_made(tmp_path):
    with Server(tmp_path) as server:
        assert server.greeting.splitlines()[0] == "Sekimori is on guard."
        assert f"Open       {server.url}/" in server.greeting
        assert "var/sekimori.sqlite3 (new)" in server.greeting
        assert "var/keys.toml (made just now" in server.greeting
        assert "<html" in server.get("/")
        assert server.get("/healthz") == '{"status": "ok"}'
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700
    with Server(tmp_path) as again:
        assert "new" not in again.greeting
        assert "keys" not in again.greeting


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "terminated"])
def test_it_ends_cleanly(tmp_path, how):
    with Server(tmp_path) as server:
        server.post("/v1/messages", a_line(PHONE))
        assert server.stop(how) == 0
    assert server.complaints == ""
    assert sorted(path.name for path in (tmp_path / "var").iterdir()) == ["keys.toml", "sekimori.sqlite3"]


def test_a_taken_port_says_so_in_one_sentence(tmp_path):
    with Server(tmp_path) as server:
        port = int(server.url.rpartition(":")[2])
        with pytest.raises(AssertionError) as refused, Server(tmp_path, port=port):
            pass
    assert (
        str(refused.value) == f"sekimori: port {port} is taken; choose another, for example: make run PORT={port + 1}\n"
    )


def test_killed_right_after_a_200_the_verdict_is_in_the_ledger(tmp_path):
    with Server(tmp_path) as server:
        status, verdict = server.post("/v1/messages", a_line(PHONE))
        server.kill()
    assert (status, verdict["ruling"]) == (200, "block")
    assert ledger(tmp_path) == [("m-1", 1, "block")]
    with Server(tmp_path) as server:
        assert server.post("/v1/messages", a_line(PHONE)) == (200, verdict)
    assert ledger(tmp_path) == [("m-1", 1, "block")]


def test_killed_under_load_every_200_is_in_the_ledger_once(tmp_path):
    answered = []

    def write(server, who):
        try:
            for number in range(1_000):
                message = a_line(f"{number}通目です", message_id=f"{who}-{number}", conversation_id=f"c-{who}")
                if server.post("/v1/messages", message)[0] == 200:
                    answered.append((message["message_id"], 1, "allow"))
        except OSError:
            return

    with Server(tmp_path) as server:
        writers = [threading.Thread(target=write, args=(server, who)) for who in range(4)]
        for one in writers:
            one.start()
        while len(answered) < 60 and any(one.is_alive() for one in writers):
            threading.Event().wait(0.01)
        server.kill()
        for one in writers:
            one.join()
    recorded = ledger(tmp_path)
    assert len(answered) >= 60
    assert set(answered) <= set(recorded)
    assert len(recorded) == len(set(recorded))


def test_what_members_write_is_nowhere_on_the_disk_nor_in_the_log(tmp_path):
    with Server(tmp_path, SEKIMORI_LOG_LEVEL="debug") as server:
        for number, text in enumerate([PHONE, "taro.canary@example.jp", "よろしくお願いします"]):
            server.post("/v1/messages", a_line(text, message_id=f"m-{number}"))
        server.post("/v1/messages", a_line(PHONE, message_id="m-0", sender_id="u-2"))
        server.post("/v1/messages", {"text": PHONE})
        server.kill()
    kept = b"".join(path.read_bytes() for path in (tmp_path / "var").iterdir())
    for secret in ("090-1234-5678", "9012345678", "taro.canary", "よろしく"):
        assert secret.encode() not in kept
        assert secret not in server.complaints


def test_a_contract_moves_and_its_messages_with_it(tmp_path):
    with Server(tmp_path) as server:
        told = {"work_style": "project", "state": "awaiting_escrow"}
        assert server.post("/v1/contracts/k-3", told, "PUT")[0] == 200
        before = server.post("/v1/messages", a_line(PHONE, contract_id="k-3"))[1]
        server.post("/v1/contracts/k-3", told | {"state": "escrowed"}, "PUT")
    with Server(tmp_path) as server:
        after = server.post("/v1/messages", a_line(PHONE, message_id="m-2"))[1]
    assert (before["ruling"], after["ruling"], after["reason"]) == ("block", "hold", "disclosure")
    assert "連絡先公開申請" in after["notice"]["ja"]
