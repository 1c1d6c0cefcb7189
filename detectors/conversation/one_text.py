"""The last messages read as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detectors.conversation.turns import CLOSES, OTHER_THING, Joined, Turn
from detectors.normalise import Passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from detectors.findings import Kind, Piece
    from detectors.hits import Hit

#: Messages read as one text are short, and together no longer than this.
_ONE_TEXT, _APART = 160, "\n\n"


def as_one_text(turns: list[Turn], now: Turn, find: Callable[[Passage], list[Hit]], kind: Kind) -> list[Joined]:
    """What a detector finds where the last messages are read as one text, each piece in its place."""
    chosen = [now]
    for turn in reversed(turns[-4:]):
        chosen.insert(0, turn)
        if sum([len(one.low) for one in chosen]) > _ONE_TEXT or OTHER_THING.search(turn.low) or CLOSES.search(turn.low):
            return []
        text = _APART.join([one.passage.text for one in chosen])
        low = _APART.join([one.passage.low for one in chosen])
        for hit in find(Passage(text, text, low, None, None)):
            pieces: list[Piece] = []
            at = 0
            for one in chosen:
                end = at + len(one.low)
                pieces += [one.piece(max(a, at) - at, min(b, end) - at) for a, b in hit.ranges if a < end and at < b]
                at = end + len(_APART)
            if pieces[-1].message_id == now.message_id and len({piece.message_id for piece in pieces}) > 1:
                return [Joined(kind, hit.value, tuple(pieces), 0.85, "conversation.pieces")]
    return []
