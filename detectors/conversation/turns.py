"""A message of a conversation as evidence for the newest one, and the parts of a contact it may hold."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from detectors.contacts import email
from detectors.contacts.handles import STRONG, Token, handle_tokens
from detectors.conversation.numbers import only_number
from detectors.encodings import decoded
from detectors.findings import Kind, Piece, Utterance
from detectors.gate import Sign, detail_gate
from detectors.hints import hints_of
from detectors.lexicon import conduct, dialogue, services
from detectors.normalise import Passage, fold, fold_pattern
from detectors.numerals import TWO_DIGITS
from detectors.readings import closed_up, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from detectors.words import Words

OPENS_MAIL = fold_pattern(dialogue.OPENS_MAIL)
OPENS_PHONE = fold_pattern(dialogue.OPENS_PHONE)
CLOSES = fold_pattern(f"{dialogue.CLOSES}|{conduct.REFUSE}")
OTHER_THING = fold_pattern(dialogue.OTHER_THING)
GOES_ON = fold_pattern(dialogue.GOES_ON)
#: Which part of how many a message is, where it begins or ends: (1/3), 【2/3】, [3 of 3].
_PART_OF = re.compile(
    r"^\s*[(\[【]?\s?(?:part )?[1-9] ?(?:/|of) ?[2-9] ?[)\]】:]\s?|\s?[(\[【] ?[1-9] ?(?:/|of) ?[2-9] ?[)\]】]\s*$"
)


@dataclass(frozen=True, slots=True)
class Joined:
    """A contact put together from several messages."""

    kind: Kind
    value: str = field(repr=False)
    pieces: tuple[Piece, ...]
    confidence: float
    rule: str


class Turn:
    """A message of the conversation, made plain when it is first asked about: most never are."""

    __slots__ = ("_folded", "_hints", "_number", "_passage", "_signs", "_words", "message_id", "sender", "text")

    def __init__(
        self,
        message_id: str,
        sender: str,
        text: str,
        words: Words,
        folded: Passage | None = None,
        signs: int | None = None,
    ) -> None:
        self.message_id = message_id
        self.sender = sender
        self.text = text
        self._words = words
        self._folded = folded
        self._passage: Passage | None = None
        self._signs = signs
        self._hints = -1
        self._number: tuple[str, int, int] | Literal[False] | None = False

    @property
    def number(self) -> tuple[str, int, int] | None:
        """The one number in it that is no quantity, or None if there is none or more than one."""
        if self._number is False:
            self._number = only_number(self.passage) if self.hints & DIGITS else None
        return self._number

    @property
    def folded(self) -> Passage:
        """The text as it is folded, before anything else is undone."""
        self._folded = self._folded or fold(self.text)
        return self._folded

    @property
    def passage(self) -> Passage:
        """The text, with everything undone that its signs call for."""
        return self._passage or self._made_plain()

    @property
    def signs(self) -> int:
        """The signs it shows, before and after."""
        if self._passage is None:
            self._made_plain()
        return self._signs or 0

    @property
    def low(self) -> str:
        """The same, as cues and lexicons are compared with it."""
        return self.passage.low

    @property
    def hints(self) -> int:
        """What is worth a closer look in it."""
        if self._hints < 0:
            self._hints = _hints()(self.low)
        return self._hints

    def piece(self, start: int, end: int) -> Piece:
        """A range of its plain text as a piece of the message as written."""
        span = self.passage.span_as_written(start, end)
        return Piece(self.message_id, span.start, span.end, self.passage.written[span.start : span.end])

    def _made_plain(self) -> Passage:
        passage = self.folded
        signs_in = detail_gate(self._words)
        signs = signs_in(passage.text) if self._signs is None else self._signs
        if signs & (Sign.SAID | Sign.SPACED | Sign.TOLD):
            for undo in (decoded, closed_up, spoken):
                passage = undo(passage) or passage
            signs |= signs_in(passage.text)
        if marks := [(*mark.span(), "") for mark in _PART_OF.finditer(passage.low)]:
            passage = passage.rewritten(marks)
        self._signs = signs
        self._passage = passage
        return passage


def turn_of(said: Utterance, words: Words) -> Turn:
    """The utterance made plain, noted with it."""
    turn = said.noted.get(words)
    if turn is None:
        turn = said.noted[words] = Turn(said.message_id, said.sender, said.text, words)
    return turn


#: What is worth a closer look in a message, as bits: digits, a name with parts, a word that stands alone, a word introduced
#: as a name, a domain, a word that only a workspace's address has.
DIGITS, _JOINTED, _ALONE, _LABELLED, DOTTED, TOLD_WORKSPACE = (1 << at for at in range(6))


@functools.cache
def _hints() -> Callable[[str], int]:
    return hints_of(
        {
            DIGITS: TWO_DIGITS,
            _JOINTED: r"live:|#|@|_|[a-z][.\-]?[a-z\d]?\d|[a-z][.\-][a-z]|\d[.\-][a-z]|\d[a-z]{4}|\d[a-z]{1,3}[.\-]?\d",
            _ALONE: r"(?:[^a-z\s]|\n|\s{8})\s*[a-z]{4,}(?:[ ,.;]*[^a-z ,.;]|[ ,.;]{8})",
            _LABELLED: rf"(?:{services.LABEL})[a-z]",
            DOTTED: r"[a-z\d\-]\.[a-z\d\-]",
            TOLD_WORKSPACE: r"dot com|\.com|ドットコム|url|サービス名|ピリオド",
        }
    )


def provider_in(turn: Turn) -> tuple[str, int, int] | None:
    """The domain of the mail provider that it names or describes, and where."""
    return email.provider_in(turn.passage) if not turn.message_id or turn.signs & Sign.SAID else None


#: In a longer message a handle is formed like one or introduced as one.
_SHORT = 48


def local_in(turn: Turn) -> Token | None:
    """The one name in it that may be the local part of an address."""
    hints = turn.hints
    if not (hints & _JOINTED or (hints & _ALONE and (hints & _LABELLED or len(turn.low) <= _SHORT))):
        return None
    tokens = [
        token
        for token in handle_tokens(turn.passage, 0.6)
        if (
            token.strength >= STRONG
            or (token.strength >= 0.6 and (token.explicit or len(turn.low) <= len(token.value) + 10))
        )
        and not email.is_domain(token.value)
    ]
    return tokens[0] if len(tokens) == 1 else None
