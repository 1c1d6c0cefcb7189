"""The cheap passes that let clean messages go at once.

The first gate, one Hyperscan database of loose words and shapes over UTF-8 bytes, answers for about nine messages of ten.
What fires there is read by the second, which tells the signs apart; only the detectors that those signs call for then run.
"""

from __future__ import annotations

import functools
import re
import threading
from typing import TYPE_CHECKING, cast

import hyperscan

from detectors.lexicon import signs
from detectors.normalise import fold_word
from detectors.shelf import compiled

if TYPE_CHECKING:
    from collections.abc import Callable

    from detectors.words import Words


class Sign:
    """Reasons to look closer, as bits. Plain integers: an `IntFlag` costs more than a scan at each `&`."""

    NUMBER = 1 << 0
    MANY = 1 << 1
    WORDS = 1 << 2
    AT = 1 << 18
    DEAL = 1 << 19
    SAID = 1 << 3
    LINK = 1 << 4
    SPACED = 1 << 5
    TOLD = 1 << 6
    SERVICE = 1 << 7
    TOPIC = 1 << 8
    ODD = 1 << 9
    # these call for nothing alone
    STREWN = 1 << 10
    TOGETHER = 1 << 11
    CALL = 1 << 12
    FORMED = 1 << 13
    LATIN = 1 << 14
    SEEK = 1 << 15
    QUOTED = 1 << 16
    SHAPED = 1 << 17
    SERIES = 1 << 20
    NO_FIGURE = 1 << 21
    # with these `SAID` and `TOLD` mean something alone
    SAID_SURELY = 1 << 22
    TOLD_SURELY = 1 << 23
    # a number to be worked out
    PUZZLE = 1 << 24
    # parts of a name to be joined
    PIECED = 1 << 25


_DETAIL: dict[int, tuple[str, ...]] = {
    Sign.NUMBER: signs.NUMBER,
    Sign.MANY: signs.MANY,
    Sign.WORDS: signs.WORDS,
    Sign.AT: signs.AT,
    Sign.SAID | Sign.SAID_SURELY: signs.SAID_SURELY,
    Sign.SAID: signs.SAID_PERHAPS,
    Sign.LINK: signs.LINK,
    Sign.SPACED: signs.SPACED,
    Sign.TOLD | Sign.TOLD_SURELY: signs.TOLD_SURELY,
    Sign.TOLD: signs.TOLD_PERHAPS,
    Sign.TOPIC: signs.TOPIC,
    Sign.DEAL: signs.DEAL,
    Sign.ODD: signs.ODD,
    Sign.STREWN: signs.STREWN,
    Sign.MANY | Sign.TOGETHER: signs.NOISED,
    Sign.TOGETHER: signs.TOGETHER,
    Sign.CALL: signs.CALL,
    Sign.FORMED: signs.FORMED,
    Sign.LATIN: signs.LATIN,
    Sign.SEEK: signs.SEEK,
    Sign.QUOTED: signs.QUOTED,
    Sign.SHAPED: signs.SHAPED,
    Sign.SERIES: signs.SERIES,
    Sign.NO_FIGURE: signs.NO_FIGURE,
    Sign.PUZZLE: signs.PUZZLE,
    Sign.PIECED: signs.PIECED,
}
#: Each service has a bit of its own beside `Sign.SERVICE`, so that only the services in question are looked for.
KINDS = {kind: 1 << (26 + at) for at, kind in enumerate(signs.SERVICES)}
ALL_KINDS = sum(KINDS.values())
_DETAIL |= {Sign.SERVICE | KINDS[kind]: patterns for kind, patterns in signs.SERVICES.items()}
_DETAIL |= {Sign.SERVICE | ALL_KINDS: signs.MASKED}
ONCE = hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_DOTALL
CHARACTERS = ONCE | hyperscan.HS_FLAG_UTF8


class OwnScratch(threading.local):
    """Each thread's own scratch space: Hyperscan lets go of the interpreter's lock, and one space serves one scan."""

    def __init__(self, database: hyperscan.Database) -> None:
        self.scratch = database.scratch.clone()


def signs_by(patterns: list[tuple[bytes, int, int]]) -> Callable[[str], int]:
    """A function that tells the signs of a text, as bits of `Sign`, by (pattern, signs, flags)."""
    masks = list(dict.fromkeys(mask for _, mask, _ in patterns))  # an id has 32 bits only: it is an index
    database = compiled([(pattern, masks.index(mask), flags) for pattern, mask, flags in patterns])
    scan, own = database.scan, OwnScratch(database)

    def note(index: int, _start: int, _end: int, _flags: int, seen: object) -> None:
        cast("list[int]", seen)[0] |= masks[index]

    def signs_in(text: str) -> int:
        seen = [0]
        scan(text.encode("utf-8", "replace"), note, 0, seen, own.scratch)  # by position: names cost twice the call
        return seen[0]

    return signs_in


def pattern_table(table: dict[int, tuple[str, ...]]) -> list[tuple[bytes, int, int]]:
    """(pattern, signs, flags) of each pattern over characters."""
    return [(pattern.encode(), sign, CHARACTERS) for sign, group in table.items() for pattern in group]


@functools.cache
def added_words(words: Words) -> tuple[bytes, ...]:
    """The words that a marketplace added, as written and folded, in both kana scripts."""
    forms = {form for group in words.added.values() for word in group for form in (word, fold_word(word))}
    return tuple([re.escape(form.encode()) for form in sorted(forms | {signs.in_hiragana(form) for form in forms})])


def first_gate(words: Words) -> Callable[[str], bool]:
    """Whether a text may hold anything at all: loose, and as cheap as it gets."""
    return _first_gate(added_words(words))


@functools.cache
def _first_gate(added: tuple[bytes, ...]) -> Callable[[str], bool]:
    patterns = [(pattern, 1, _flags(caseless=caseless)) for pattern, caseless in signs.first()]
    patterns += [(word, 1, ONCE | hyperscan.HS_FLAG_CASELESS) for word in added]
    database = compiled(patterns)
    scan, own = database.scan, OwnScratch(database)

    def fires(text: str) -> bool:
        seen: list[int] = []
        scan(text.encode("utf-8", "replace"), _fire, 0, seen, own.scratch)
        return bool(seen)

    return fires


def _flags(*, caseless: bool) -> int:
    return ONCE | (hyperscan.HS_FLAG_CASELESS if caseless else 0)


def _fire(_sign: int, _start: int, _end: int, _flags: int, seen: object) -> None:
    cast("list[int]", seen).append(1)


#: What makes a word of an address, or of an instruction, one that is worth another reading.
_SAID_WITH = Sign.SAID_SURELY | Sign.AT | Sign.FORMED
_TOLD_WITH = (
    Sign.TOLD_SURELY
    | Sign.AT
    | Sign.FORMED
    | Sign.NUMBER
    | Sign.MANY
    | Sign.SERIES
    | Sign.WORDS
    | Sign.SAID
    | Sign.SPACED
    | Sign.SERVICE
)


def narrowed(seen: int) -> int:
    """The signs without those that mean nothing alone: a mail provider without a name, "change" without figures."""
    if seen & Sign.SAID and not seen & _SAID_WITH:
        seen &= ~Sign.SAID
    if seen & Sign.TOLD and not seen & _TOLD_WITH:
        seen &= ~Sign.TOLD
    return seen


def detail_gate(words: Words) -> Callable[[str], int]:
    """Which signs a text shows."""
    return _detail_gate(added_words(words))


@functools.cache
def _detail_gate(words: tuple[bytes, ...]) -> Callable[[str], int]:
    added = [(word, Sign.SERVICE | ALL_KINDS, ONCE | hyperscan.HS_FLAG_CASELESS) for word in words]
    look_alikes = [
        (form, Sign.SERVICE | ALL_KINDS, ONCE | hyperscan.HS_FLAG_CASELESS) for form in signs.look_alike_names()
    ]
    talk = [(word, Sign.TOPIC, _flags(caseless=caseless)) for word, caseless in signs.talk()]
    return signs_by(pattern_table(_DETAIL) + look_alikes + talk + added)
