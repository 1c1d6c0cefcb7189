"""docs/policy.md names every word there is, and its example is a policy."""

import re
import tomllib

import pytest

from bot.domain.contracts import State, WorkStyle
from bot.domain.verdicts import Outcome
from bot.policy.table import resolve
from bot.settings import presets
from detectors import Kind, SpeechAct


@pytest.fixture(scope="module")
def guide(root):
    return (root / "docs/policy.md").read_text()


@pytest.fixture(scope="module")
def examples(guide):
    return re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)


@pytest.mark.parametrize("words", [WorkStyle, State, Kind, SpeechAct, Outcome], ids=lambda words: words.__name__)
def test_every_word_is_explained(guide, words):
    assert [word.value for word in words if f"`{word.value}`" not in guide] == []


def test_every_preset_is_told(guide):
    assert [name for name in presets() if f"| `{name}` |" not in guide] == []


def test_the_example_can_be_used_with_the_words_beside_it(examples):
    policy, wording = examples
    assert resolve(tomllib.loads(policy + wording), "docs/policy.md").name == "own"
