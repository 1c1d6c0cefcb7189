"""The one cheap pass that lets clean messages go at once.

One Hyperscan database reads the text as UTF-8 and reports which signs occur; most messages have none that matter.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import hyperscan
from detectors.lexicon import signs

if TYPE_CHECKING:
    from detectors.words import Words


class Sign:
    """Reasons to look closer, as bits. Plain integers: an `IntFlag` costs more than a scan at each `&`."""

    NUMBER = 1 << 0
    MANY = 1 << 1
    WORDS = 1 << 2
    MAIL = 1 << 3
    LINK = 1 << 4
    SPACED = 1 << 5
    TOLD = 1 << 6
    SERVICE = 1 << 7
    TOPIC = 1 << 8
    ODD = 1 << 9
    # only looked for where one of those above occurs
    STREWN = 1 << 10
    TOGETHER = 1 << 11
    CALL = 1 << 12
    FORMED = 1 << 13
    LATIN = 1 << 14
    SEEK = 1 << 15
    # only looked for where there is a history
    PIECE = 1 << 16
    ASKED = 1 << 17


_FIRST = {
    Sign.NUMBER: signs.NUMBER,
    Sign.MANY: signs.MANY,
    Sign.WORDS: signs.WORDS,
    Sign.MAIL: signs.MAIL,
    Sign.LINK: signs.LINK,
    Sign.SPACED: signs.SPACED,
    Sign.TOLD: signs.TOLD,
    Sign.SERVICE: signs.SERVICE_PLAIN + signs.SERVICE_HINT,
    Sign.TOPIC: signs.TOPIC,
    Sign.ODD: signs.ODD,
}
_FURTHER = {
    Sign.STREWN: signs.STREWN,
    Sign.TOGETHER: signs.TOGETHER,
    Sign.CALL: signs.CALL,
    Sign.FORMED: signs.FORMED,
    Sign.LATIN: signs.LATIN,
    Sign.SEEK: signs.SEEK,
}
_PIECE = {Sign.PIECE: signs.PIECE, Sign.FORMED: signs.FORMED}
_ASKED = {Sign.ASKED: signs.ASKED}
_FLAGS = hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_DOTALL


def _note(sign: int, _start: int, _end: int, _flags: int, seen: list[int]) -> None:
    seen[0] |= sign


class Gate:
    """Compiled signs. `signs_in` is safe to call from several threads only with a gate each: Hyperscan's scratch is not shared."""

    def __init__(self, table: dict[int, tuple[str, ...]]) -> None:
        patterns = [(pattern.encode(), sign) for sign, group in table.items() for pattern in group]
        self._database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        self._database.compile(
            expressions=[pattern for pattern, _ in patterns],
            ids=[sign for _, sign in patterns],
            elements=len(patterns),
            flags=[_FLAGS] * len(patterns),
        )

    def signs_in(self, text: str) -> int:
        """The signs that occur, as bits of `Sign`."""
        seen = [0]
        self._database.scan(text.encode("utf-8", "replace"), match_event_handler=_note, context=seen)
        return seen[0]


@functools.cache
def first_gate(words: Words) -> Gate:
    """What every message passes: the built-in signs and the words that a marketplace added."""
    added = tuple(f"(?i){re.escape(word)}" for group in words.added.values() for word in group)
    return Gate(_FIRST | {Sign.SERVICE: _FIRST[Sign.SERVICE] + added})


@functools.cache
def further_gate() -> Gate:
    """What is looked for behind the first."""
    return Gate(_FURTHER)


@functools.cache
def piece_gate() -> Gate:
    """What could be a piece of a contact, or the answer to a request for one."""
    return Gate(_PIECE)


@functools.cache
def asked_gate() -> Gate:
    """What a history must hold for a piece or an answer to matter."""
    return Gate(_ASKED)
