"""The schema that editors use says the same as the program."""

import json
import tomllib

import pytest
from jsonschema_rs import validator_for

from bot.policy.schema import policy_schema
from bot.settings import presets
from tests.policy.test_table import REFUSED, a_document

SEEN_ONLY_BY_THE_PROGRAM = {
    "a gap",  # layers are laid over each other first
    "a contradiction: conduct disclosed",
    "a contradiction: a refusal punished",
}
VALIDATOR = validator_for(policy_schema())


def test_the_file_is_the_one_made_from_the_code(root):
    """Make it anew: .venv/bin/sekimori policy schema > config/policies/policy.schema.json"""
    assert json.loads((root / "config/policies/policy.schema.json").read_text()) == policy_schema()


@pytest.mark.parametrize("preset", presets())
def test_every_preset_fits_and_names_it(root, preset):
    text = (root / f"config/policies/{preset}.toml").read_text()
    assert text.startswith("#:schema ./policy.schema.json\n")
    VALIDATOR.validate(tomllib.loads(text))


def test_a_small_policy_fits():
    VALIDATOR.validate(a_document(wording={"ja": {"kind.phone": "電話"}, "en": {"kind": {"phone": "phone"}}}))


@pytest.mark.parametrize(("document", "name"), [pytest.param(one.values[0], one.id, id=one.id) for one in REFUSED])
def test_what_the_program_refuses_the_schema_refuses_too(document, name):
    assert VALIDATOR.is_valid(document) == (name in SEEN_ONLY_BY_THE_PROGRAM)
