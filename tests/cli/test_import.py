"""`sekimori import`: the first fill, line by line."""

import json
import os
import pty
import sqlite3
import subprocess
import sys

import pytest

from bot.domain.errors import ConfigError
from tests.cli.commands import ROOT, environment, sekimori

VERIFIED = {"phone": {"proof": "verified", "on": "2026-04-01"}}
GOOD = [
    {"contract": {"contract_id": "k-1", "work_style": "project", "state": "escrowed"}},
    {
        "member": {
            "member_id": "u-1",
            "name": "山田 太郎",
            "verified": {"phone": {"proof": "verified", "on": "2026-04-01"}},
        }
    },
    {"conversation": {"conversation_id": "c-1", "contract_id": "k-1"}},
    {"contract": {"contract_id": "k-1", "work_style": "project", "state": "delivered"}},
    {"contract": {"contract_id": "k-2", "work_style": "task", "state": "inquiry"}},
]
BAD = [
    (b'{"contract": ', "not readable as JSON"),
    (b"{}", "a line holds exactly one of contract, member, conversation"),
    (b'{"contract": {}, "member": {}}', "a line holds exactly one of"),
    (b'{"contract": 3}', "contract must be an object"),
    (b'{"contract": {"work_style": "task", "state": "inquiry"}}', "contract_id is missing"),
    (b'{"contract": {"contract_id": "k-3", "work_style": "task", "state": "paid"}}', "state must be one of"),
    (b'{"contract": {"contract_id": "k-2", "work_style": "task", "state": "completed"}}', "cannot move from inquiry"),
    (b'{"member": {"member_id": "u-9", "verified": {"shoe": {}}}}', "verified must be one of"),
    (b'{"conversation": {"conversation_id": "c-9"}}', "contract_id is missing"),
]


@pytest.fixture
def run(tmp_path):
    return lambda *arguments, given=b"": sekimori("import", *arguments, given=given, SEKIMORI_VAR=str(tmp_path / "var"))


def lines(documents):
    return b"".join(json.dumps(one).encode() + b"\n" for one in documents)


def rows(tmp_path, statement):
    connection = sqlite3.connect(tmp_path / "var" / "sekimori.sqlite3")
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def test_everything_is_taken_over_in_order(run, tmp_path):
    done = run(given=lines(GOOD))
    assert done.stdout.decode() == "Taken over: 3 contracts, 1 members, 1 conversations. Not taken: 0 lines.\n"
    assert done.returncode == 0
    assert rows(tmp_path, "SELECT contract_id, state, revision FROM contracts ORDER BY 1") == [
        ("k-1", "delivered", 2),
        ("k-2", "inquiry", 1),
    ]
    assert rows(tmp_path, "SELECT contract_id FROM conversations") == [("k-1",)]
    assert len(rows(tmp_path, "SELECT * FROM ledger")) == 5


def test_a_line_that_cannot_be_taken_is_named_and_the_rest_goes_on(run, tmp_path):
    file = tmp_path / "all.jsonl"
    file.write_bytes(lines(GOOD) + b"\n".join(raw for raw, _ in BAD) + b"\n")
    done = run(file)
    said = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert f"Not taken: {len(BAD)} lines." in done.stdout.decode()
    assert len(said) == len(BAD)
    for number, ((_, why), line) in enumerate(zip(BAD, said, strict=True), len(GOOD) + 1):
        assert line.startswith(f"sekimori import: {file}:{number}: ")
        assert why in line


def test_the_same_again_changes_nothing(run, tmp_path):
    for _ in range(2):
        run(given=lines(GOOD[1:3] + GOOD[4:]))
    assert len(rows(tmp_path, "SELECT * FROM ledger")) == 3


def test_complaints_come_in_the_language_asked_for(run):
    assert "line 1: 一行には contract, member" in run("--lang", "ja", given=b"{}").stderr.decode()


def test_a_file_that_is_not_there_is_named(run, tmp_path):
    done = run(tmp_path / "no.jsonl")
    assert (done.returncode, done.stderr.decode()) == (
        2,
        f"sekimori import: {tmp_path / 'no.jsonl'}: No such file or directory\n",
    )


def test_a_database_that_is_away_is_said_in_one_sentence():
    with pytest.raises(ConfigError, match="cannot be reached"):
        sekimori("import", given=lines(GOOD), SEKIMORI_DATABASE_URL="sqlite:////no/where")


def test_many_lines_share_commits_and_a_person_sees_a_bar(tmp_path):
    many = [{"contract": {"contract_id": f"k-{n}", "work_style": "task", "state": "inquiry"}} for n in range(3_000)]
    (tmp_path / "many.jsonl").write_bytes(lines(many))
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot", "import", str(tmp_path / "many.jsonl")]
    settings = environment(SEKIMORI_VAR=str(tmp_path / "var"), TERM="xterm-256color")
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, cwd=ROOT, env=settings, timeout=60, check=True
    )
    os.close(theirs)
    shown = os.read(ours, 65_536)
    os.close(ours)
    assert done.stdout.startswith(b"Taken over: 3,000 contracts")
    assert b"%" in shown
