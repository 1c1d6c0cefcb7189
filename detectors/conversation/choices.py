"""One of several contacts shown before, chosen by the newest message, or the one that it says is right.

Catches 後者です after two handles of LINE, "the first" after two numbers, その番号で出ます after one. Leaves a choice of drafts,
files, prices: what may be chosen must be contacts, of one kind and in one message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detectors.contacts import email
from detectors.contacts.numbering import dialable, valid_with_country
from detectors.conversation.shown import OTHER_SUBJECT, Shown, services_of, shown_in
from detectors.conversation.turns import CLOSES, OTHER_THING, Joined, Turn
from detectors.findings import Kind
from detectors.lexicon import revisions
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from detectors.findings import Piece
    from detectors.words import Words

_PICKS = [fold_pattern(pattern) for pattern in revisions.PICKS]
_LAST, _MIDDLE = fold_pattern(revisions.PICKS_LAST), fold_pattern(revisions.PICKS_MIDDLE)
_WITH = [
    fold_pattern(
        pattern.replace("NEW", r"(?<![a-z\d_.\-])[「『\"'(]?(?P<part>[a-z\d_.\-]{1,12})[」』\"')]?(?![a-z\d])")
    )
    for pattern in revisions.PICKS_WITH
]
_CONFIRMS = fold_pattern(revisions.CONFIRMS)
_ASKS = fold_pattern(
    r"[?？]|ですか|ますか|でしょうか|どちら|どっち|いずれか|(?<![a-z])(?:which|either|or)(?![a-z])|候補"
)
#: A choice is a short message, and what is chosen stands in one of the last messages.
_LONGEST, _BACK = 60, 3


def chosen(turns: list[Turn], now: Turn, words: Words) -> list[Joined]:
    """The contact that is chosen, or confirmed as one that reaches somebody."""
    if len(now.low) > _LONGEST or any(said.search(now.low) for said in (OTHER_THING, OTHER_SUBJECT, CLOSES)):
        return []
    confirmed = _CONFIRMS.search(now.low)
    if not (confirmed or _may_pick(now)):
        return []
    cues = services_of(now, words)
    for turn in reversed(turns[-_BACK:]):
        shown = shown_in(turn, words, named=bool(cues))
        if not shown:
            continue
        if not _ASKS.search(turn.low) or OTHER_SUBJECT.search(turn.low):
            return []
        several = [one for one in shown if one.kinds == shown[0].kinds]
        where = now.piece(0, len(now.low))
        if len(several) == 1 and confirmed:
            return _as_contact(several[0], now.piece(*confirmed.span()), ())
        picked = _picked(several, now) if len(several) > 1 else None
        return _as_contact(picked, where, tuple(dict.fromkeys([cue.kind for cue in cues]))[:1]) if picked else []
    return []


def _may_pick(now: Turn) -> bool:
    return any(pattern.search(now.low) for pattern in (*_PICKS, _LAST, _MIDDLE, *_WITH))


def _picked(several: list[Shown], now: Turn) -> Shown | None:
    """The one that the message means, by its place or by a part that only it has."""
    for pattern in _WITH:
        if match := pattern.search(now.low):
            part = match["part"].rstrip(".-")
            for whole in (True, False):
                having = [one for one in several if part in (one.value.lower() if whole else _apart(one, several))]
                if len(having) == 1:
                    return having[0]
    if _MIDDLE.search(now.low):
        return several[len(several) // 2] if len(several) % 2 else None
    if _LAST.search(now.low):
        return several[-1]
    place = place_picked(now)
    return several[place] if place is not None and place < len(several) else None


def place_picked(now: Turn) -> int | None:
    """Which of several the message means, counted from zero: 後者です is the one at 1."""
    places = [at for at, pattern in enumerate(_PICKS) if pattern.search(now.low)]
    return places[0] if len(places) == 1 else None


def _apart(one: Shown, several: list[Shown]) -> str:
    """What is left of a value without the beginning that all of them have in common."""
    values = [other.value.lower() for other in several]
    common = next((at for at, letters in enumerate(zip(*values, strict=False)) if len(set(letters)) > 1), 0)
    return one.value.lower()[common:]


def _as_contact(shown: Shown, where: Piece, kinds: tuple[Kind, ...]) -> list[Joined]:
    pieces = (shown.turn.piece(shown.start, shown.end), where)
    value = shown.value
    if shown.kinds == (Kind.PHONE,):
        value = valid_with_country(value[1:]) if value.startswith("+") else dialable(value, cue=True)
    elif shown.kinds == (Kind.EMAIL,):
        value = email.valid_address(*value.split("@", 1))
    return [Joined(kind, value, pieces, 0.82, "conversation.revised") for kind in shown.kinds or kinds if value]
