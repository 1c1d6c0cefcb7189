"""Every word people read is there in both languages, and is read by somebody."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = "\n".join(
    path.read_text()
    for package in ("bot", "detectors")
    for pattern in ("*.py", "*.html")
    for path in sorted((ROOT / package).rglob(pattern))
)
QUOTED = {re.sub(r"\W+", "_", word) if ": " in word else word for word in re.findall(r"[\"']([\w.: ]+)[\"']", SOURCE)}
FAMILIES = set(re.findall(r"f[\"']([a-z_.]+\.)\{", SOURCE)) | set(re.findall(r"[\"']([a-z_.]+\.)[\"'] ~", SOURCE))


def keys(language: str) -> dict[str, str]:
    def flat(table, where=()):
        for key, value in table.items():
            if isinstance(value, dict):
                yield from flat(value, (*where, key))
            else:
                yield ".".join((*where, key)), value

    return dict(flat(tomllib.loads((ROOT / f"config/wording.{language}.toml").read_text())))


def test_both_languages_say_the_same_things():
    assert keys("ja").keys() == keys("en").keys()


def is_used(key: str) -> bool:
    """A key is named whole, or is `family.word…` where `f"family.{…}"` and the words are named."""
    if key in QUOTED:
        return True
    family = next((family for family in FAMILIES if key.startswith(family)), None)
    return family is not None and any(
        part in QUOTED for part in (key.removeprefix(family), *key.removeprefix(family).split("."))
    )


def test_every_text_is_read_by_somebody():
    # What is found, and the disguises undone, come from the detectors: their own test compares them.
    unread = [key for key in keys("ja") if not is_used(key) and not key.startswith(("rule.", "trick."))]
    assert unread == []


@pytest.mark.parametrize(("language", "strange"), [("ja", r"[,;!?] "), ("en", r"[　-ヿ一-鿿]")])
def test_each_language_is_written_in_its_own_letters(language, strange):
    kept = ("start.other_language",)
    texts = {key: text for key, text in keys(language).items() if key not in kept}
    assert {key: text for key, text in texts.items() if re.search(strange, text)} == {}
