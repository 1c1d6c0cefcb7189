"""Wording is complete in both languages, or refused."""

import pytest

from bot.domain.errors import ConfigError
from bot.domain.wording import Language, wording_of


def wording(ja, en, needed=()):
    return wording_of({Language.JA: ja, Language.EN: en}, "wording.{language}.toml", needed)


def test_a_text_is_found_by_its_dotted_key_and_filled():
    said = wording({"a": {"b": "{x}です"}}, {"a": {"b": "it is {x}"}})
    assert said.say(Language.EN, "a.b", x="{x}") == "it is {x}", "what fills a gap is not looked at again"
    assert said.knows(Language.JA, "a.b")
    assert not said.knows(Language.JA, "a.c")


@pytest.mark.parametrize(
    ("ja", "en", "needed", "complaint"),
    [
        pytest.param({"a": "x"}, {}, (), "wording.en.toml: a: is missing", id="missing in one"),
        pytest.param({}, {}, ("a.b",), "wording.ja.toml: a.b: is missing", id="needed and missing in both"),
        pytest.param({"a": "{x}"}, {"a": "x"}, (), "wording.ja.toml: a: has other gaps than in en", id="other gaps"),
        pytest.param({"a": {"b": 1}}, {"a": {"b": "x"}}, (), r"wording.ja.toml: \[a\] b: is not a text", id="no text"),
    ],
)
def test_wording_that_is_not_complete_is_refused(ja, en, needed, complaint):
    with pytest.raises(ConfigError, match=complaint):
        wording(ja, en, needed)


@pytest.mark.parametrize("gaps", [{}, {"y": 1}], ids=["none given", "another given"])
def test_an_open_gap_is_an_error(gaps):
    with pytest.raises(KeyError):
        wording({"a": "{x}"}, {"a": "{x}"}).say(Language.JA, "a", **gaps)
