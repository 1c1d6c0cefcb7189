"""The last messages read as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detectors.contacts.services import find_cues, find_handles
from detectors.conversation.turns import CLOSES, OTHER_THING, Joined, Turn
from detectors.gate import detail_gate
from detectors.normalise import Passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from detectors.findings import Kind, Piece
    from detectors.hits import Hit
    from detectors.words import Words

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
                ranges = [(max(a, at), min(b, end)) for a, b in hit.ranges]
                pieces += [one.piece(a - at, b - at) for a, b in ranges if a < b]
                at = end + len(_APART)
            if pieces[-1].message_id == now.message_id and len({piece.message_id for piece in pieces}) > 1:
                return [Joined(kind, hit.value, tuple(pieces), 0.85, "conversation.pieces")]
    return []


def written_on(turns: list[Turn], now: Turn, words: Words) -> list[Joined]:
    """A name beside a service whose own name broke off at the end of the last message: sky / pe: hollis_vane."""
    before = turns[-1]
    head = before.passage.text.strip()
    if before.sender != now.sender or not head.isalpha() or not now.passage.text[:1].isalpha():
        return []
    text, low = head + now.passage.text, before.low.strip() + now.low
    both = Passage(text, text, low, None, None)
    signs = detail_gate(words)(text)
    broken = {
        cue.kind: cue for cue in find_cues(both, words, signs) if cue.start < len(head) < cue.end and not cue.topic
    }
    return [
        Joined(
            hit.kind,
            hit.value,
            (
                before.piece(0, len(before.low)),
                now.piece(0, broken[hit.kind].end - len(head)),
                now.piece(hit.start - len(head), hit.end - len(head)),
            ),
            0.82,
            "conversation.pieces",
        )
        for hit in (find_handles(both, words, signs) if broken else [])
        if hit.kind in broken and hit.start >= len(head)
    ]
