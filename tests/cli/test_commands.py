"""The other commands, as a person uses them."""

import os
import pty
import subprocess
import sys
from importlib.metadata import version

import pytest

from bot.store.upgrade import HEAD
from tests.cli.commands import ROOT, environment, sekimori, sekimori_alone

PHONE = "電話は090-1234-5678です"


def test_it_says_its_version():
    assert sekimori_alone("--version").stdout.decode() == f"sekimori {version('sekimori')}\n"


def test_without_a_command_it_says_what_there_is():
    run = sekimori()
    for command in ("scan", "check", "serve", "db"):
        assert command in run.stdout.decode() + run.stderr.decode()


def test_check_marks_what_matched_and_says_why():
    said = sekimori("check", PHONE, "--lang", "en").stdout.decode()
    assert said.startswith("block  ")
    assert "電話は【090-1234-5678】です" in said
    assert "phone number  +819012345678" in said
    assert "(phone." in said
    assert "Your message was not delivered" in said
    assert "\x1b" not in said


def test_check_speaks_the_language_of_the_terminal():
    said = sekimori("check", PHONE, LANG="ja_JP.UTF-8").stdout.decode()
    assert "このメッセージは相手に届いていません" in said
    assert "Your" not in said


def test_check_reads_standard_input_and_takes_a_contract():
    run = sekimori("check", "--contract-state", "escrowed", given=PHONE + "\n")
    assert run.returncode == 0
    assert run.stdout.decode().startswith("hold: disclosure")


def test_check_says_that_nothing_was_found():
    said = sekimori("check", "よろしくお願いします").stdout.decode()
    assert said.startswith("allow")
    assert "No contact information was found." in said


def test_check_cannot_be_made_to_steer_the_terminal():
    said = sekimori("check", given=b"\x1b[31m red \xff 090-1234-5678").stdout.decode()
    assert "\x1b" not in said


def test_check_is_in_colour_only_for_a_person():
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot", "check", PHONE]
    plain = environment(TERM="xterm-256color")
    subprocess.run(command, stdout=theirs, env=plain, cwd=ROOT, timeout=60, check=True)
    os.close(theirs)
    shown = os.read(ours, 65_536).decode(errors="replace")
    os.close(ours)
    assert "\x1b[" in shown
    assert "【" not in shown


def test_the_database_is_brought_up_to_date_by_hand_too(tmp_path):
    first, second = (sekimori("db", "upgrade", SEKIMORI_VAR=str(tmp_path / "var")) for _ in range(2))
    assert first.stdout.decode() == f"The database was empty and is at {HEAD}.\n"
    assert second.stdout.decode() == f"The database was at {HEAD} and is at {HEAD}.\n"
    assert (tmp_path / "var" / "sekimori.sqlite3").exists()


@pytest.mark.parametrize(
    ("arguments", "settings", "said"),
    [
        pytest.param(["serve"], {"SEKIMORI_LOG_LEVEL": "loud"}, "SEKIMORI_LOG_LEVEL", id="a setting of a wrong value"),
        pytest.param(["serve"], {"SEKIMORI_POLICY": "lanncers"}, "policies/lanncers.toml", id="no such preset"),
        pytest.param(["serve"], {"SEKIMORI_DATABASE_URL": "mysql://x"}, "SEKIMORI_DATABASE_URL", id="another database"),
        pytest.param(["serve"], {"SEKIMORI_ENVIRONMENT": "production"}, "keys.toml", id="production without a key"),
        pytest.param(
            ["db", "upgrade"], {"SEKIMORI_DATABASE_URL": "sqlite:////no/where"}, "cannot be reached", id="away"
        ),
    ],
)
def test_a_refusal_to_start_is_one_sentence_that_names_it(tmp_path, arguments, settings, said):
    run = sekimori_alone(*arguments, cwd=tmp_path, PORT="0", **settings)
    assert run.returncode in {1, 2}
    assert said in run.stderr.decode()
    assert len(run.stderr.decode().splitlines()) == 1
