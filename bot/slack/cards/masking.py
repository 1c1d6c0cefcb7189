"""What moderators see of contacts: that there is one, where, and of which kind; itself only once it is revealed."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from bot.slack.cards.blocks import QUOTE
from detectors import CONDUCT, scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.disclosures import Contact
    from bot.domain.snapshots import Line, Snapshot
    from bot.domain.wording import Language, Wording
    from bot.slack.cards.blocks import Stretch

BLOT = "●"
_CONDUCT = frozenset(kind.value for kind in CONDUCT)
_READ = QUOTE + 200
"""Characters of a form's field that are looked at: what is shown, and the rest of a contact at its end."""

_SHORTEST = 4
"""A contact is looked for by its letters only if it has as many: a shorter one would blot ordinary words."""


def stretches_of(line: Line, *, is_revealed: bool = False) -> tuple[Stretch, ...]:
    """A message of a thread with what matched marked.

    Contacts are blotted out, their blanks not, so that their shape shows; words of conduct stay, for they are judged.
    """
    marks, blots = set[int](), set[int]()
    for start, end, kind in line.marks:
        places = range(start, min(end, len(line.text)))
        marks.update(places)
        if kind not in _CONDUCT and not is_revealed:
            blots.update(places)
    return _cut(line.text, marks, blots)


def masked(text: str, contacts: Iterable[Contact] = ()) -> tuple[Stretch, ...]:
    """What a member wrote into a form, with every contact blotted out: those that are known and those that are found.

    Where a detector failed nothing is sure, and all of it is blotted out.
    """
    text = text[:_READ]
    seen = scan(text)
    blots = {
        place
        for finding in seen.findings
        if finding.kind.is_contact
        for piece in finding.pieces
        for place in range(piece.start, piece.end)
    }
    for one in contacts:
        if len(one.value) >= _SHORTEST:
            for found in re.finditer(re.escape(one.value), text, re.IGNORECASE):
                blots.update(range(*found.span()))
    if seen.failed:
        blots = set(range(len(text)))
    return _cut(text, blots, blots)


def masked_contacts(contacts: Sequence[Contact], wording: Wording, language: Language) -> tuple[str, ...]:
    """The kinds of contacts, with as many dots for each, however long it is."""
    return tuple(f"{wording.say(language, f'kind.{one.kind.value}')} {BLOT * 8}" for one in contacts)


def hides_contacts(snapshot: Snapshot | None) -> bool:
    """Whether there is anything to reveal."""
    lines = snapshot.lines if snapshot else ()
    return any(kind not in _CONDUCT for line in lines for _, _, kind in line.marks)


def _cut(text: str, marks: set[int], blots: set[int]) -> tuple[Stretch, ...]:
    def shown(place: int) -> str:
        return BLOT if place in blots and not text[place].isspace() else text[place]

    runs = groupby(range(len(text)), key=marks.__contains__)
    return tuple(("".join(map(shown, places)), is_marked) for is_marked, places in runs)
