"""Run the detectors over one text and its history."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import phonenumbers

from detectors.findings import Finding, Kind, Piece, Scan, SpeechAct, Utterance
from detectors.words import WORDS, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

MAIL = re.compile(r"[a-zA-Z0-9._+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+")


def scan(text: str, history: Sequence[Utterance] = (), words: Words = WORDS, *, sender: str = "") -> Scan:
    """Find contacts and conduct in `text`, with `history` (oldest first) as further evidence.

    `sender` is who wrote `text`; left out, every utterance of the history counts as another person's.
    """
    _ = history, words, sender
    found: list[Finding] = []
    for hit in phonenumbers.PhoneNumberMatcher(text, "JP"):
        value = phonenumbers.format_number(hit.number, phonenumbers.PhoneNumberFormat.E164)
        found.append(
            Finding(Kind.PHONE, SpeechAct.OFFERS, value, 0.95, (), "phone.number", "a valid phone number",
                    (Piece("", hit.start, hit.end, hit.raw_string),)),
        )
    for match in MAIL.finditer(text):
        found.append(
            Finding(Kind.EMAIL, SpeechAct.OFFERS, match[0].lower(), 0.97, (), "email.address", "an e-mail address",
                    (Piece("", match.start(), match.end(), match[0]),)),
        )
    return Scan(tuple(found))
