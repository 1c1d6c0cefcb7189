"""Name the disguises that were undone to read a contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from detectors.findings import Kind
from detectors.lexicon import digits

if TYPE_CHECKING:
    from detectors.hits import Hit

_BY_CHARACTER = (
    ("fullwidth", regex.compile(r"[\uff01-\uff5e]")),
    ("circled", regex.compile(r"[\u2460-\u24ff\u2776-\u2793\U0001f130-\U0001f189]")),
    ("emoji", regex.compile(r"[\u20e3\ufe0f\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]")),
    ("math-alnum", regex.compile(r"[\U0001d400-\U0001d7ff]")),
    ("zero-width", regex.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")),
    ("homoglyph", regex.compile(r"[\u0370-\u03ff\u0400-\u052f\u0530-\u058f]")),
    ("halfwidth-katakana", regex.compile(r"[\uff66-\uff9f]")),
    ("unicode-digits", regex.compile(r"[\p{Nd}--0-9０-９\U0001d7ce-\U0001d7ff]", regex.VERSION1)),
)
_BY_DIGIT = (
    ("kanji-digits", regex.compile(f"[{''.join(digits.KANJI)}]")),
    ("katakana-digits", regex.compile(r"[ァ-ヺ]{2}")),
    ("hiragana-digits", regex.compile(r"[ぁ-ゖ]{2}")),
    ("letters-for-digits", regex.compile(r"\d[OoIlSB]|[OoIlSB]\d")),
    ("english-digit-words", regex.compile(r"[A-Za-z]{2,}")),
)


_PLAIN = frozenset({"phone.number", "phone.labelled", "email.address", "link.invite"})


def tricks_of(hit: Hit, how: tuple[str, ...], written: str) -> tuple[str, ...]:
    """The tricks in the contact as written, then how its text had to be read."""
    if written.isascii() and hit.rule in _PLAIN:
        return how
    found = [name for name, pattern in _BY_CHARACTER if pattern.search(written)]
    if hit.kind is Kind.PHONE:
        found += [name for name, pattern in _BY_DIGIT if pattern.search(written)]
    return tuple(dict.fromkeys([*found, *how]))
