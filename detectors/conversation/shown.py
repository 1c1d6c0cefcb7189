"""What earlier messages show: contacts, and names that may be somebody's.

Catches 090-1234-5679, "404-555-0142 or 0143", kaede.x@example.jp, LINEは miso_katsu3, "harukaze88 と申します". Leaves order
and part numbers, names of files, prices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from detectors.contacts import email
from detectors.contacts.handles import STRONG, Token, handle_tokens, is_of_a_thing, strength
from detectors.contacts.links import find_links
from detectors.contacts.phone import find_phones, hide_other_numbers, is_quantity
from detectors.contacts.services import find_cues, find_handles
from detectors.conversation.turns import CLOSES, OPENS_PHONE, OTHER_THING, Turn
from detectors.findings import Kind
from detectors.gate import Sign
from detectors.lexicon import dialogue, revisions
from detectors.normalise import fold_pattern
from detectors.numerals import digit_runs

if TYPE_CHECKING:
    from detectors.contacts.services import Cue
    from detectors.normalise import Passage
    from detectors.words import Words

OTHER_SUBJECT = fold_pattern(revisions.OTHER_SUBJECT)
_OTHER_NUMBER = fold_pattern(dialogue.OTHER_NUMBER)
_CALLED_BEHIND, _CALLED_BEFORE = fold_pattern(revisions.CALLED_BEHIND), fold_pattern(revisions.CALLED_BEFORE)
_BEGUN_BEHIND, _BEGUN_BEFORE = fold_pattern(revisions.BEGUN_BEHIND), fold_pattern(revisions.BEGUN_BEFORE)
#: Another end of the same number: 0142 or 0143.
_OR_ELSE = regex.compile(r"\s?(?:or|カ|ソレトモ|、|,|/)\s?(?P<end>\d{1,4})(?!\d|[-. (]{1,2}\d)")
#: Digits of a number that is shown whole.
_FEWEST, _MOST = 10, 13
#: Messages in which a name is looked for are short: longer ones are about work.
_LONGEST = 160


class Shown(NamedTuple):
    """A contact that a message shows, or a name (`kinds` is empty) whose service nobody told; `begun` if more follows."""

    kinds: tuple[Kind, ...]
    value: str
    turn: Turn
    start: int
    end: int
    begun: bool = False

    def __repr__(self) -> str:
        return f"Shown({self.kinds}, {self.start}, {self.end})"


def shown_in(turn: Turn, words: Words, *, named: bool) -> list[Shown]:
    """Everything that a message shows, in order; names without a service only where one is `named` elsewhere."""
    shown = [*_numbers(turn), *_addresses(turn), *_invitations(turn)]
    if len(turn.low) <= _LONGEST and (named or turn.signs & Sign.SERVICE):
        shown += _names(turn, words)
    return sorted(shown, key=lambda one: one.start)


def services_of(turn: Turn, words: Words) -> list[Cue]:
    """The services that a message names otherwise than as a topic of work."""
    if not turn.signs & Sign.SERVICE:
        return []
    return [cue for cue in find_cues(turn.passage, words, turn.signs) if not cue.topic]


def _numbers(turn: Turn) -> list[Shown]:
    """Whole numbers that could be called, dummies among them; the digits as written, a plus in front."""
    if not any(character.isdigit() for character in turn.low) or _OTHER_NUMBER.search(turn.low):
        return []
    passage = hide_other_numbers(turn.passage)
    runs = [
        run
        for run in digit_runs(passage, wordy=False, lettered=False, shortest=_FEWEST)
        if len(run.digits) <= _MOST and not is_quantity(passage, run)
    ]
    if not runs or not (OPENS_PHONE.search(turn.low) or _is_formed(passage)):
        return []
    shown: list[Shown] = []
    for run in runs:
        plus = "+" if passage.low[run.start - 1 : run.start] == "+" else ""
        shown.append(Shown((Kind.PHONE,), plus + run.digits, turn, run.start, run.end))
        if other := _OR_ELSE.match(passage.low, run.end):
            value = run.digits[: -len(other["end"])] + other["end"]
            shown.append(Shown((Kind.PHONE,), plus + value, turn, *other.span("end")))
    return shown


_GROUPS = regex.compile(r"(?<!\d)(?:0\d{1,4}|\d{3})[-. ()]{1,2}\d{1,4}[-. ()]{1,2}\d{3,4}(?!\d)")


def _is_formed(passage: Passage) -> bool:
    """Whether a number is written like one to call, whatever it may be for."""
    return bool(_GROUPS.search(passage.low)) or bool(find_phones(passage, wordy=False, pieced=False))


def _addresses(turn: Turn) -> list[Shown]:
    return [Shown((Kind.EMAIL,), hit.value, turn, hit.start, hit.end) for hit in email.find_addresses(turn.passage)]


def _invitations(turn: Turn) -> list[Shown]:
    if not turn.signs & Sign.LINK:
        return []
    links = [hit for hit in find_links(turn.passage) if hit.rule == "link.invite"]
    return [Shown((hit.kind,), hit.value, turn, hit.start, hit.end) for hit in links]


def _names(turn: Turn, words: Words) -> list[Shown]:
    """Handles beside a service, and names that are somebody's or formed like it."""
    passage, low = turn.passage, turn.low
    kinds: dict[tuple[int, int], list[Kind]] = {}
    if turn.signs & Sign.SERVICE:
        for hit in find_handles(passage, words, turn.signs):
            if hit.rule == "handle.after_cue" and hit.kind is not Kind.ZOOM:
                kinds.setdefault((hit.start, hit.end), []).append(hit.kind)
    closed = bool(OTHER_THING.search(low) or CLOSES.search(low))
    shown: list[Shown] = []
    for token in handle_tokens(passage):
        span = (token.start, token.end)
        begun = bool(_BEGUN_BEHIND.match(low, token.end) or _BEGUN_BEFORE.search(low[: token.start]))
        own = kinds.pop(span, [])
        if own or (not closed and (begun or _is_a_name(passage, token))):
            if email.is_domain(token.value) or is_of_a_thing(passage, token):
                continue
            if not own and (
                begun or token.strength < STRONG
            ):  # a name in a sentence, which no detector takes for a handle
                own = list(dict.fromkeys([cue.kind for cue in services_of(turn, words)]))
            shown.append(Shown(tuple(own) if len(own) == 1 else (), token.value, turn, *span, begun))
    known = [one for one in shown if one.kinds]
    return [  # of two names that are alike, a detector takes the nearest to the service for a handle
        one
        if one.kinds or not known or not are_alike(one.value, known[0].value)
        else one._replace(kinds=known[0].kinds)
        for one in shown
    ]


def _is_a_name(passage: Passage, token: Token) -> bool:
    """Whether a token is formed like a handle, or a plain word is called somebody's name."""
    if token.strength >= STRONG:
        return True
    before = passage.low[max(0, token.start - 40) : token.start]
    called = _CALLED_BEHIND.match(passage.low, token.end) or _CALLED_BEFORE.search(before)
    return bool(called) and strength(token.value) >= _PLAIN


#: From here on a token is a plain word of some length that is no common one.
_PLAIN = 0.6


def are_alike(before: str, after: str) -> bool:
    """Whether most of two names is the same, from the front and from the back."""
    longest, most = max(len(before), len(after)), min(len(before), len(after))
    front = next((at for at in range(most) if before[at] != after[at]), most)
    back = next((at for at in range(most - front) if before[-1 - at] != after[-1 - at]), most - front)
    return before != after and front + back >= _ALIKE * longest


#: How much of two names must be the same where the one corrects the other.
_ALIKE = 0.6
