"""Throw bytes and the words of the lexicon at `scan`, guided by coverage. `make fuzz` does it for a minute.

What must hold for every text is what `claims.sound` says, and that 2,000 characters never take more than a second.
"""

from __future__ import annotations

import re
import sys
import time

import atheris  # type: ignore[import-not-found]  # an extra tool, not among the dependencies

with atheris.instrument_imports(include=["detectors"]):
    from detectors import Utterance, scan
    from detectors.lexicon import conduct, dialogue, digits, phones, services, signs, symbols
    from detectors.normalise import fold

from tests.detectors import test_conversation, test_email, test_links, test_phone, test_readings, test_services
from tests.detectors.claims import sound

LONGEST, SECONDS = 2_000, 1.0
_TABLES = (test_phone, test_email, test_links, test_services, test_readings, test_conversation)


def _words_of(pattern: str) -> list[str]:
    """The alternatives of a pattern that are plain words."""
    return [word for word in re.split(r"[|()?:\[\]]", pattern) if word and not re.search(r"[\\{}*+^$<!]", word)]


def _strings(value: object) -> list[str]:
    """Every string in a value of the lexicon."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in (*value, *value.values()) for text in _strings(item)]
    return [text for item in value for text in _strings(item)] if isinstance(value, tuple | list | frozenset) else []


def _tokens() -> list[str]:
    lexicon = [
        value
        for module in (conduct, dialogue, digits, phones, services, signs, symbols)
        for value in vars(module).values()
    ]
    words = [word for value in lexicon for text in _strings(value) for word in _words_of(text) if len(word) < 30]
    rows = [text for module in _TABLES for row in module.TABLE for text in (row.text, row.left)]
    signs_alone = list(
        "0123456789@._-+:/#()[]{}<>「」『』★☆♪○×・ー、。\n\t \u200b\u00ad\u0301\u3099\ufe0f\u20e3\u202e\x00\ud800"
    )
    return sorted(
        {
            *words,
            *rows,
            *signs_alone,
            "\n---\n",
            "```",
            "> ",
            "0️⃣",
            "①",
            "𝟎",
            "०",
            "ﾗｲﾝ",
            "%40",
            "&#64;",
            "live:.cid.",
            "https://",
        }
    )


TOKENS = _tokens()


def _text(data: atheris.FuzzedDataProvider) -> str:
    parts: list[str] = []
    for _ in range(data.ConsumeIntInRange(0, 40)):
        if data.ConsumeBool():
            parts.append(TOKENS[data.ConsumeIntInRange(0, len(TOKENS) - 1)])
        else:
            parts.append(data.ConsumeUnicode(data.ConsumeIntInRange(0, 12)))
        if data.ConsumeProbability() > 0.95:
            parts[-1] *= data.ConsumeIntInRange(1, 200)
    return "".join(parts)[:LONGEST]


def one_input(raw: bytes) -> None:
    """One text with up to three messages before it."""
    data = atheris.FuzzedDataProvider(raw)
    text = _text(data)
    history = [
        Utterance(str(i), data.PickValueInList(["me", "you"]), _text(data)) for i in range(data.ConsumeIntInRange(0, 3))
    ]
    began = time.process_time()
    seen = scan(text, history, sender="me")
    took = time.process_time() - began
    sound(seen, text, history)
    assert took <= SECONDS, f"{took:.1f} s for {len(text)} characters"
    assert scan(text, history, sender="me") == seen
    once = fold(text)
    again = fold(once.text)
    assert (again.text, again.low) == (once.text, once.low)


if __name__ == "__main__":
    scan("090-1234-5678", [Utterance("0", "you", "電話番号は？")])  # whatever is worked out once
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
