"""Figures of earlier messages that the newest completes or says to dial.

Catches 080-3164-72○○ / 59です, and page, line and letter counts that are to be dialled on end. Leaves order numbers with hidden
digits, and figures that make no number or more than one.
"""

from __future__ import annotations

import regex

from detectors.contacts.numbering import dialable
from detectors.conversation.digits import is_of_another
from detectors.conversation.turns import OPENS_PHONE, Joined, Turn
from detectors.findings import Kind
from detectors.lexicon import dialogue
from detectors.normalise import fold_pattern
from detectors.puzzles.masks import masked_in

_DIALS = fold_pattern(dialogue.DIALS)
_FIGURES = regex.compile(r"\d+(?![\dツ])")
#: Figures to be dialled on end stand in the last messages, a number with hidden digits nearer.
_ON_END, _BACK = 5, 3
#: Digits of the longest number, and how many of one may be hidden.
_MOST, _HIDDEN = 11, 4


def filled_in(turns: list[Turn], now: Turn) -> list[Joined]:
    """The digits that a number shown before lacks."""
    own = now.number
    for turn in reversed(turns[-_BACK:]) if own and len(own[0]) <= _HIDDEN else ():
        for start, end, number in masked_in(turn.passage):
            if own is None or number.count("?") != len(own[0]) or is_of_another(turn):
                continue
            left = iter(own[0])
            cue = bool(OPENS_PHONE.search(turn.low))
            if value := dialable("".join([next(left) if sign == "?" else sign for sign in number]), cue=cue):
                pieces = (turn.piece(start, end), now.piece(own[1], own[2]))
                return [Joined(Kind.PHONE, value, pieces, 0.85, "conversation.pieces")]
    return []


def dialled_on_end(turns: list[Turn], now: Turn) -> list[Joined]:
    """The figures of one person's messages, whatever they count, where the last says to dial them on end."""
    said = _DIALS.search(now.low)
    if not said:
        return []
    parts: list[tuple[Turn, int, int]] = []
    for turn in [now, *reversed(turns[-_ON_END:])]:
        if turn.sender != now.sender:
            continue
        parts = [*[(turn, *match.span()) for match in _FIGURES.finditer(turn.low)], *parts]
        digits = "".join([one.low[start:end] for one, start, end in parts])
        if len(digits) > _MOST:
            break
        if turn is not now and (value := dialable(digits, cue=False)):
            pieces = [one.piece(start, end) for one, start, end in parts]
            pieces += [now.piece(*said.span())] if parts[-1][0] is not now else []
            return [Joined(Kind.PHONE, value, tuple(pieces), 0.85, "conversation.pieces")]
    return []
