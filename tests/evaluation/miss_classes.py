"""What sort of contact was missed, told from its shape alone, so that outside texts need not be quoted."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import phonenumbers

if TYPE_CHECKING:
    from tests.evaluation.cases import Case

REGIONS = ("JP", "US", "CA", "GB")
"""The numbering plans that a number without a country is read in."""


def class_of_miss(case: Case) -> str:
    """A phrase for a table: what was not seen."""
    text = case.turns[-1].text
    if "email" in case.kinds:
        return _address(text)
    if "phone" in case.kinds:
        return _number(text, case.values[0] if case.values else "")
    return "links of services that are not followed"


def _address(text: str) -> str:
    if "@" not in text:
        return "addresses whose @ and dots are written as words in a way that is not read"
    if '"' in text:
        return "addresses with a quoted local part, which no provider gives out"
    if any(c.isalpha() and not c.isascii() for c in text):
        return "addresses in letters beyond ASCII"
    return "addresses at a host mail cannot reach from outside: an IP address, a reserved or unknown top-level domain"


def _number(text: str, value: str) -> str:
    if any(unicodedata.numeric(c, None) is not None and not c.isascii() for c in value or text) and not text.isascii():
        return "numbers in mixed digits and letters that no plan holds"
    if not any(_is_valid(value or text, region) for region in REGIONS):
        bare = sum(c.isalpha() for c in text) == 0
        if bare:
            return "bare numbers of other countries, without a country code or a word about calling"
        return "numbers in a sentence that are valid nowhere in Japan, America or Britain, without a plus"
    if text.strip() == value.strip():
        return "bare numbers that could be any number, without a word about calling"
    return "numbers beside words that speak against a call"


def _is_valid(value: str, region: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(value, region))
    except phonenumbers.NumberParseException:
        return False
