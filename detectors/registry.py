"""Every detector, in one tuple: its name, the signs that call for it, and its function."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from detectors.conduct import find_conduct
from detectors.contacts.account_numbers import with_their_service
from detectors.contacts.email import find_addresses, find_named_apart, find_symbol_addresses
from detectors.contacts.formed import find_spelled
from detectors.contacts.links import find_links
from detectors.contacts.phone import find_phones
from detectors.contacts.services import find_handles
from detectors.contacts.told_names import find_told_names
from detectors.gate import KINDS, Sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from detectors.hits import Hit
    from detectors.normalise import Passage
    from detectors.words import Words


class Detector(NamedTuple):
    """`find` runs where any of the `called_by` sets of signs is complete."""

    name: str
    called_by: tuple[int, ...]
    find: Callable[[Passage, Words, int], list[Hit]]

    def is_called(self, seen: int) -> bool:
        """Whether the signs seen call for this detector."""
        return any([seen & signs == signs for signs in self.called_by])  # noqa: C419 - a list is faster


#: Signs of a number that is not written in figures, or not in one place.
_DISGUISED = (
    Sign.WORDS,
    Sign.SERIES | Sign.NO_FIGURE,
    Sign.MANY | Sign.CALL,
    Sign.MANY | Sign.TOGETHER,
    Sign.STREWN | Sign.CALL,
    Sign.STREWN | Sign.TOGETHER,
    Sign.TOLD | Sign.CALL,
    Sign.SPACED | Sign.STREWN | Sign.NUMBER,
)

#: Signs that someone tells how to get at a number, even where none can be read.
_RIDDLED = tuple(
    [Sign.CALL | how for how in (Sign.MANY, Sign.TOGETHER, Sign.STREWN, Sign.NO_FIGURE, Sign.TOLD, Sign.QUOTED)]
)


def _phones(passage: Passage, words: Words, seen: int) -> list[Hit]:
    pieced = any([seen & signs == signs for signs in _DISGUISED])  # noqa: C419 - a list is faster
    found = find_phones(passage, wordy=bool(seen & (Sign.WORDS | Sign.STREWN | Sign.NO_FIGURE)), pieced=pieced)
    return with_their_service(passage, words, seen, found)


DETECTORS: tuple[Detector, ...] = (
    Detector("phone", (Sign.NUMBER | Sign.CALL, Sign.NUMBER | Sign.SHAPED, *_DISGUISED), _phones),
    Detector("email", (Sign.AT,), lambda passage, _words, _seen: find_addresses(passage)),
    Detector("email_symbols", (Sign.SAID, Sign.TOLD), lambda passage, _words, _seen: find_symbol_addresses(passage)),
    Detector(
        "email_named_apart",
        (Sign.SAID | Sign.LATIN, Sign.SAID | Sign.FORMED),
        lambda passage, _words, _seen: find_named_apart(passage),
    ),
    Detector("links", (Sign.LINK,), lambda passage, _words, _seen: find_links(passage)),
    Detector(
        "handles",
        (
            Sign.SERVICE | Sign.LATIN,
            Sign.SERVICE | Sign.FORMED,
            Sign.SEEK | Sign.FORMED,
            Sign.LINK,
            KINDS["zoom"] | Sign.NUMBER,
        ),
        find_handles,
    ),
    Detector("spelled_handles", (Sign.SPACED,), lambda passage, _words, _seen: find_spelled(passage)),
    Detector(
        "told_names",
        (Sign.SERVICE, Sign.TOLD | Sign.FORMED, Sign.SAID | Sign.FORMED, Sign.SPACED | Sign.AT),
        find_told_names,
    ),
    Detector(
        "conduct",
        (Sign.DEAL, Sign.TOPIC, Sign.SERVICE, *_RIDDLED),
        lambda passage, _words, _seen: find_conduct(passage),
    ),
)


@functools.lru_cache(maxsize=4096)
def called_by(seen: int) -> tuple[int, ...]:
    """Which detectors these signs call for, as places in `DETECTORS`: asked of each reading, so known by heart."""
    return tuple([at for at, detector in enumerate(DETECTORS) if detector.is_called(seen)])
