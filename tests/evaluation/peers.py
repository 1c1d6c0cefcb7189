"""What can be installed today, each wrapped in a few lines: a text in, (kind, value) of every contact out.

Run by the interpreter of `.venv-peers` (`make measure-peers`). A peer that is not installed is left out, loudly. None
of them reads conversations: each message of a thread is given to it by itself, and flagged if anything is found.
Where a peer has choices, it gets the ones that suit these sets: regions Japan, United States and United Kingdom,
phone and e-mail only.
"""

from __future__ import annotations

import logging
import re
import sys
import warnings
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Read = Callable[[str], list[tuple[str, str]]]

#: What somebody writes in an afternoon: the first answers to be found for "regex phone", "regex email", LINE ID.
BY_HAND = {
    "phone": re.compile(r"0\d{1,4}[-\s(]?\d{1,4}[-\s)]?\d{3,4}|\+\d{1,3}[-\s]?\d{1,4}[-\s]?\d{3,4}[-\s]?\d{3,4}"),
    "email": re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"),
    "line": re.compile(r"(?:LINE|ライン)\s*(?:ID)?\s*[:：は]?\s*@?([A-Za-z0-9._-]{4,20})", re.IGNORECASE),
}


def by_hand() -> Read:
    """Three regular expressions."""

    def read(text: str) -> list[tuple[str, str]]:
        return [(kind, match[match.lastindex or 0]) for kind, one in BY_HAND.items() for match in one.finditer(text)]

    return read


def libphonenumber() -> Read:
    """`phonenumbers.PhoneNumberMatcher`, Japan then the United States, Leniency.VALID."""
    phonenumbers = import_module("phonenumbers")

    def read(text: str) -> list[tuple[str, str]]:
        found = {
            match.raw_string: match
            for region in ("US", "JP")
            for match in phonenumbers.PhoneNumberMatcher(text, region)
        }
        return [
            ("phone", phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164))
            for match in found.values()
        ]

    return read


def presidio() -> Read:
    """Presidio's analyzer with its phone and e-mail recognisers over a blank spaCy pipeline."""
    spacy = import_module("spacy")
    analysing = import_module("presidio_analyzer")
    recognising = import_module("presidio_analyzer.predefined_recognizers")
    pipeline: Any = import_module("presidio_analyzer.nlp_engine").SpacyNlpEngine

    class Blank(pipeline):  # type: ignore[misc]  # (a class of a package that mypy does not see)
        """A pipeline that only splits words: the recognisers need no more, and models are downloads."""

        def __init__(self) -> None:
            super().__init__()
            self.nlp = {"en": spacy.blank("en")}

    recognisers = [recognising.PhoneRecognizer(supported_regions=("JP", "US", "GB")), recognising.EmailRecognizer()]
    analyzer = analysing.AnalyzerEngine(
        registry=analysing.RecognizerRegistry(recognizers=recognisers), nlp_engine=Blank(), supported_languages=["en"]
    )
    kinds = {"PHONE_NUMBER": "phone", "EMAIL_ADDRESS": "email"}

    def read(text: str) -> list[tuple[str, str]]:
        found = analyzer.analyze(text, language="en", entities=list(kinds))
        return [(kinds[one.entity_type], text[one.start : one.end]) for one in found]

    return read


def scrubadub() -> Read:
    """Scrubadub's phone, e-mail and Twitter detectors, as for the United States and Japan."""
    package = import_module("scrubadub")

    scrubbers = [package.Scrubber(locale=locale) for locale in ("en_US", "ja_JP")]
    kinds = {"phone": "phone", "email": "email", "twitter": "x"}

    def read(text: str) -> list[tuple[str, str]]:
        found = {
            (kinds[filth.type], filth.text)
            for one in scrubbers
            for filth in one.iter_filth(text)
            if filth.type in kinds
        }
        return sorted(found)

    return read


def datafog() -> Read:
    """DataFog's regular expressions."""
    package = import_module("datafog")

    kinds = {"PHONE": "phone", "EMAIL": "email"}

    def read(text: str) -> list[tuple[str, str]]:
        return [(kinds[one["type"]], one["value"]) for one in package.detect(text) if one["type"] in kinds]

    return read


def commonregex() -> Read:
    """CommonRegex: phones and e-mail."""
    package = import_module("commonregex")

    def read(text: str) -> list[tuple[str, str]]:
        found: Any = package.CommonRegex(text)
        return [("phone", one) for one in found.phones] + [("email", one) for one in found.emails]

    return read


#: Name in the tables → (package, how to begin).
PEERS: dict[str, tuple[str | None, Callable[[], Read]]] = {
    "phonenumbers": ("phonenumbers", libphonenumber),
    "Presidio": ("presidio-analyzer", presidio),
    "scrubadub": ("scrubadub", scrubadub),
    "DataFog": ("datafog", datafog),
    "CommonRegex": ("commonregex", commonregex),
    "three regexes": (None, by_hand),
}


def installed() -> Iterator[tuple[str, str, Read]]:
    """Name, version and reader of every peer that starts; the others are named on standard error."""
    logging.disable(logging.CRITICAL)  # tldextract complains of the suffix list it cannot fetch, and uses its own
    warnings.simplefilter("ignore")
    for name, (package, begin) in PEERS.items():
        try:
            yield name, version(package) if package else "", begin()
        except Exception as error:  # noqa: BLE001 (whatever keeps a peer from starting, the others go on)
            sys.stderr.write(f"peers: {name} LEFT OUT: {type(error).__name__}: {error}\n")
