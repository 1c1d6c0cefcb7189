"""The guard in process: `from bot import Guard`."""

from dataclasses import replace

import pytest

import bot
from bot import Guard
from bot.app import CANARY, new_id, now
from bot.domain.contracts import Contract, State, WorkStyle
from bot.domain.errors import ConfigError
from bot.domain.verdicts import Outcome, Ruling
from bot.settings import Settings, load_rulebook, load_settings
from detectors import scan
from tests.builders import a_message
from tests.databases import new_postgres_url, postgres_server

PHONE = "電話は090-1234-5678です"


def settings(directory, **more):
    return Settings(var=directory / "var", _env_file=None, **more)


async def test_a_message_is_screened_and_recorded(tmp_path):
    async with Guard(settings(tmp_path)) as guard:
        first = await guard.screen(a_message(PHONE))
        again = await guard.screen(a_message(PHONE))
    assert (first.ruling, replace(again, effects=first.effects)) == (Ruling.BLOCK, first)


async def test_the_whole_guard_runs_on_postgresql(tmp_path):
    with postgres_server(tmp_path / "postgres"):
        url = await new_postgres_url(tmp_path / "postgres")
        async with Guard(settings(tmp_path, database_url=url)) as guard:
            await guard.put_contract("k-1", WorkStyle.PROJECT, State.ESCROWED)
            verdict = await guard.screen(a_message(PHONE, contract_id="k-1"))
            assert await guard.contract("k-1") == Contract("k-1", WorkStyle.PROJECT, State.ESCROWED)
            assert await guard.is_ready()
    assert verdict.outcome is Outcome.HOLD_DISCLOSURE


async def test_a_preview_records_nothing(tmp_path):
    async with Guard(settings(tmp_path)) as guard:
        thread = [a_message(PHONE), a_message("よろしく", message_id="m-2")]
        assert [one.ruling for one in guard.preview(thread)] == [Ruling.BLOCK, Ruling.ALLOW]
        assert guard.preview(thread, state=State.ESCROWED)[0].ruling is Ruling.HOLD
        assert (await guard.screen(a_message("別の文"))).ruling is Ruling.ALLOW, "the id is still free"


async def test_a_guard_that_is_not_open_says_so(tmp_path):
    guard = Guard(settings(tmp_path))
    with pytest.raises(RuntimeError, match="open the guard first"):
        await guard.screen(a_message())


async def test_production_refuses_a_generated_key(tmp_path):
    async with Guard(settings(tmp_path)):
        pass
    key_file = tmp_path / "var" / "keys.toml"
    with pytest.raises(ConfigError, match="production needs a key of its own"):
        async with Guard(settings(tmp_path, environment="production", key_file=key_file)):
            pass


async def test_production_runs_with_a_key_of_its_own(tmp_path):
    async with Guard(settings(tmp_path)):
        pass
    key_file = tmp_path / "var" / "keys.toml"
    key_file.write_text(key_file.read_text().replace("generated = true\n", ""))
    async with Guard(settings(tmp_path, environment="production", key_file=key_file)) as guard:
        assert guard.started.made_key_file is None


def test_the_package_offers_the_guard_and_nothing_else():
    assert bot.Guard is Guard
    with pytest.raises(AttributeError, match="Gard"):
        _ = bot.Gard


def test_the_canary_is_always_found():
    assert scan(CANARY).findings


def test_the_clock_is_in_utc_and_ids_do_not_repeat():
    assert now().utcoffset().total_seconds() == 0
    drawn = {new_id() for _ in range(1_000)}
    assert len(drawn) == 1_000
    assert not [one for one in drawn if one.startswith("-")]  # which every command would take for an option


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"port": "http"}, "SEKIMORI_PORT"),
        ({"port": 70_000}, "SEKIMORI_PORT"),
        ({"environment": "staging"}, "SEKIMORI_ENVIRONMENT"),
        ({"nonsense": 1}, "SEKIMORI_NONSENSE"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused_by_name(given, said):
    with pytest.raises(ConfigError, match=said):
        load_settings(**given)


@pytest.mark.parametrize(
    ("host", "is_loopback"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("10.0.0.1", False), ("x.jp", False)],
)
def test_loopback_is_told_apart(host, is_loopback):
    assert Settings(host=host, _env_file=None).is_on_loopback is is_loopback


def test_no_setting_that_is_secret_is_shown(tmp_path):
    assert "hush" not in repr(settings(tmp_path, database_url="postgresql://u:hush@h/d"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"name = ", "is not TOML"),
        (b"\xff", "cannot be read: not UTF-8"),
        (None, "cannot be read: No such file"),
    ],
    ids=["not TOML", "not UTF-8", "not there"],
)
def test_a_policy_file_that_cannot_be_read_is_named(tmp_path, text, said):
    file = tmp_path / "own.toml"
    if text is not None:
        file.write_bytes(text)
    with pytest.raises(ConfigError, match=said) as refused:
        load_rulebook(str(file))
    assert str(file) in str(refused.value)


def test_a_preset_that_does_not_exist_names_those_that_do():
    with pytest.raises(ConfigError, match=r"one of .*lancers"):
        load_rulebook("lanccers")
