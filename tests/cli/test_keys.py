"""`sekimori key`: made, listed, revoked."""

import sqlite3

import pytest

from bot.domain.errors import ConfigError
from bot.domain.keys import TOKEN, prefix_of
from tests.cli.commands import sekimori


@pytest.fixture
def command(tmp_path):
    return lambda *arguments: sekimori(*arguments, SEKIMORI_VAR=str(tmp_path / "var"))


def test_a_key_is_shown_once_and_is_nowhere_on_the_disk(command, tmp_path):
    made = command("key", "create", "messaging, 本番", "--scope", "read-only")
    token = made.stdout.decode().strip()
    assert TOKEN.fullmatch(token)
    assert b"shown only now" in made.stderr
    listed = command("key", "list").stdout.decode()
    for word in (prefix_of(token), "read-only", "messaging, 本番"):
        assert word in listed
    kept = b"".join(path.read_bytes() for path in (tmp_path / "var").iterdir())
    assert prefix_of(token).encode() in kept
    assert token.encode() not in kept
    assert token.removeprefix(prefix_of(token)).encode() not in kept


def test_a_revoked_key_stays_listed_and_is_revoked_once(command, tmp_path):
    token = command("key", "create", "old").stdout.decode().strip()
    first, again = (command("key", "revoke", given).stdout for given in (prefix_of(token), token))
    assert first == again, "the whole key names it as well; the time stays"
    assert first.decode().startswith(f"Revoked {prefix_of(token)} (old) at 20")
    connection = sqlite3.connect(tmp_path / "var" / "sekimori.sqlite3")
    verbs = connection.execute("SELECT actor, verb, subject FROM ledger ORDER BY entry_id").fetchall()
    connection.close()
    assert verbs == [("operator", "key.made", prefix_of(token)), ("operator", "key.revoked", prefix_of(token))]


def test_a_key_that_does_not_exist_cannot_be_revoked(command):
    with pytest.raises(ConfigError, match="no key that begins so"):
        command("key", "revoke", "smk_0123456789")


@pytest.mark.parametrize("label", ["", "x" * 201, "a\nb"], ids=["none", "too long", "two lines"])
def test_a_label_that_cannot_be_listed_is_refused(command, label):
    with pytest.raises(ConfigError, match="printable"):
        command("key", "create", label)


def test_without_keys_the_list_says_how_to_make_one(command):
    assert b"sekimori key create" in command("key", "list").stdout
