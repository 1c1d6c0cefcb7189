"""The commands that look after what is kept, as an operator uses them."""

import json
import sqlite3

import pytest

from bot.app import Guard
from bot.settings import Settings
from tests.builders import a_message
from tests.cli.commands import sekimori, sekimori_alone

PHONE = "電話は090-1234-5678です"


@pytest.fixture
async def var(tmp_path):
    async with Guard(Settings(var=tmp_path / "var", _env_file=None)) as guard:
        for number in range(3):
            await guard.screen(a_message(PHONE, message_id=f"m-{number}", conversation_id=f"c-{number}"))
    return str(tmp_path / "var")


def said(*arguments, code=0, **more):
    run = sekimori(*arguments, **more)
    assert run.returncode == code, run.stderr.decode()
    return run.stdout.decode()


def test_events_that_were_given_up_are_listed_and_sent_again(var):
    waiting = said("outbox", "list", "--state", "waiting", SEKIMORI_VAR=var).splitlines()
    assert [line.split("\t")[1:3] for line in waiting] == [["waiting", "case.opened"]] * 3
    assert said("outbox", "list", SEKIMORI_VAR=var) == ""
    with sqlite3.connect(f"{var}/sekimori.sqlite3") as connection:
        connection.execute("UPDATE outbox SET state = 'dead', failure = 'status 500', attempts = 11")
    connection.close()
    dead = said("outbox", "list", SEKIMORI_VAR=var).splitlines()
    assert dead[0].endswith("\ttried 11\tstatus 500")
    assert said("outbox", "resend", dead[0].split("\t")[0], SEKIMORI_VAR=var) == "1 events are due again.\n"
    assert said("outbox", "resend", "--dead", SEKIMORI_VAR=var) == "2 events are due again.\n"
    said("outbox", "resend", "nobody", code=1, SEKIMORI_VAR=var)
    said("outbox", "resend", code=2, SEKIMORI_VAR=var)


def test_a_rotation_leaves_nothing_under_the_old_key(var, monkeypatch):
    monkeypatch.setattr("bot.kept.FOLLOW_SECONDS", 0)
    told = said("keys", "rotate", SEKIMORI_VAR=var)
    assert "The new key is k2" in told
    assert "3 rows were sealed anew; 0 are left" in told
    assert "090-1234-5678" in said("member", "export", "u-1", SEKIMORI_VAR=var)


def test_the_ledger_is_verified_and_a_cut_is_noticed(var):
    told = said("ledger", "verify", SEKIMORI_VAR=var)
    assert told.startswith("0 entries under 0 seals are whole; 3 are not sealed yet.")
    head = told.split()[-1]
    said("ledger", "verify", "--expect", head, SEKIMORI_VAR=var)
    said("ledger", "verify", "--expect", "f" * 64, code=1, SEKIMORI_VAR=var)


def test_a_member_gets_everything_or_is_erased(var):
    told = json.loads(said("member", "export", "u-1", SEKIMORI_VAR=var))
    assert [one["content"]["text"] for one in told["messages"]] == [PHONE] * 3
    assert sekimori("member", "erase", "u-1", given="n\n", SEKIMORI_VAR=var).returncode == 1
    assert said("member", "erase", "u-1", "--yes", SEKIMORI_VAR=var) == "3 messages were erased.\n"
    assert json.loads(said("member", "export", "u-1", SEKIMORI_VAR=var))["messages"] == []


def test_purge_says_what_went(var):
    assert said("purge", SEKIMORI_VAR=var).startswith("0 texts and 0 events")


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"SEKIMORI_WEBHOOK_URL": "http://hooks.example.jp"}, "must be https"),
        ({"SEKIMORI_WEBHOOK_URL": "https://hooks.example.jp"}, "SEKIMORI_WEBHOOK_SECRETS"),
    ],
    ids=["not secure", "no secret"],
)
def test_the_worker_refuses_an_endpoint_that_may_not_be(var, settings, problem):
    run = sekimori_alone("work", SEKIMORI_VAR=var, **settings)
    assert run.returncode == 2
    assert problem in run.stderr.decode()
    assert len(run.stderr.decode().splitlines()) == 1
