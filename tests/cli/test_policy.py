"""`sekimori policy`: the rules for a person."""

import re

import pytest

from bot.domain.errors import ConfigError
from bot.settings import presets
from tests.cli.commands import ROOT, sekimori, sekimori_alone


def test_a_file_that_can_be_used_is_told_its_version():
    run = sekimori("policy", "check", ROOT / "config/policies/upwork.toml")
    assert re.search(r"upwork\.toml: complete .* upwork@[0-9a-f]{12}\n$", run.stdout.decode())


def test_a_file_that_cannot_is_refused_in_one_sentence_by_file_table_and_key(tmp_path):
    broken = tmp_path / "own.toml"
    broken.write_text((ROOT / "config/policies/upwork.toml").read_text().replace('asks = "block"', 'asks = "blok"', 1))
    run = sekimori_alone("policy", "check", broken)
    assert run.returncode == 2
    assert run.stderr.decode() == (
        f'sekimori: {broken}: [default] contact.asks: "blok" is unknown; '
        "one of allow, warn, review, hold: disclosure, hold: check, block\n"
    )


def test_a_file_of_any_name_is_a_file(tmp_path):
    with pytest.raises(ConfigError, match="No such file"):
        sekimori("policy", "check", tmp_path / "lancers")


@pytest.mark.parametrize("preset", presets())
@pytest.mark.parametrize(
    ("lang", "words"),
    [("ja", ["連絡先", "相談", "仮払い", "80%"]), ("en", ["a contact", "inquiry", "not delivered", "80%"])],
)
def test_a_moderator_can_read_it(preset, lang, words):
    said = sekimori("policy", "show", preset, "--lang", lang).stdout.decode()
    assert f"{preset}@" in said.splitlines()[0]
    for word in words:
        assert word in said
    assert "…" not in said, "nothing is cut off"
    assert "hold: check" not in said, "no words of the file's own"


def test_without_a_name_it_is_the_one_in_use():
    assert b"coconala@" in sekimori("policy", "show", SEKIMORI_POLICY="coconala").stdout


def test_the_schema_for_editors_is_written_out():
    assert sekimori("policy", "schema").stdout.decode() == (ROOT / "config/policies/policy.schema.json").read_text()
