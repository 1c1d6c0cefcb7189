"""Every setting is in `.env.example` and in docs/operate.md, with its default as the code has it."""

import re
from enum import Enum
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / ".env.example").read_text()
TABLE = (ROOT / "docs/operate.md").read_text()
DEFAULTS = {f"SEKIMORI_{name.upper()}": field.default for name, field in Settings.model_fields.items()}


def spelled(value: object) -> str:
    if value is None or isinstance(value, SecretStr):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value.value if isinstance(value, Enum) else value)


def test_the_example_names_every_setting_and_no_other():
    assert set(re.findall(r"^#?(SEKIMORI_\w+)=", EXAMPLE, re.MULTILINE)) == DEFAULTS.keys()


def test_the_document_names_every_setting_and_no_other():
    assert set(re.findall(r"^\| `(SEKIMORI_\w+)`", TABLE, re.MULTILINE)) == DEFAULTS.keys()


@pytest.mark.parametrize(("name", "default"), DEFAULTS.items())
def test_the_default_is_the_one_that_holds(name, default):
    assert re.search(rf"^#?{name}={re.escape(spelled(default))}$", EXAMPLE, re.MULTILINE)
    row = re.search(rf"^\| `{name}` \| (.*?) \|", TABLE, re.MULTILINE)
    assert row
    assert row[1].strip("`") == spelled(default)
