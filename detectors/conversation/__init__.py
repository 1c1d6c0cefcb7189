"""Contacts spread over the messages of a conversation and over both speakers.

Catches 080のあと / 4412 / 7903です; pon.poko / .koubou@ / gmail.com です; "LINEのIDを教えて" answered by "sora_mame_22";
a number whose last four digits are corrected; the second of two handles. Leaves stock counts, prices, part and registration
numbers over several messages, a request that was turned down, a file or branch name after another question. The verdict falls on the message that completes the contact, so a piece of the text
being scanned always belongs to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detectors.contacts import email
from detectors.conversation.addresses import address_over
from detectors.conversation.answers import answered, link_over, named_after, workspace_over
from detectors.conversation.choices import chosen
from detectors.conversation.confirmed import confirmed
from detectors.conversation.digits import digits_over, pieced_number
from detectors.conversation.figures import dialled_on_end, filled_in
from detectors.conversation.halves import in_halves
from detectors.conversation.one_text import as_one_text, written_on
from detectors.conversation.revisions import revised
from detectors.conversation.turns import Joined, Turn, turn_of
from detectors.findings import Kind
from detectors.ways import REACH, Way, ways_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detectors.findings import Utterance
    from detectors.hits import Hit
    from detectors.normalise import Passage
    from detectors.words import Words

__all__ = ["Joined", "find_joined", "is_piece"]


def find_joined(
    passage: Passage,
    history: Sequence[Utterance],
    words: Words,
    sender: str,
    signs: int | None = None,
    ways: int | None = None,
) -> list[Joined]:
    """Contacts that `passage`, the newest message, completes.

    `signs` are those that it shows and `ways` those open to it (`ways.ways_of`), where they are known.
    """
    if ways is None:
        ways = ways_of(passage.text, history, words)
    turns = [turn_of(said, words) for said in history[-REACH:]]
    now = Turn("", sender, passage.written, words, passage, signs)
    found = _completed(turns, now, words, ways)
    if not found and ways & Way.CONFIRMED:
        inner = ways_of(history[-1].text, history[:-1], words)
        found = confirmed(turns, now, lambda before, guess: _completed(before, guess, words, inner)) if inner else []
    return found


def _completed(turns: list[Turn], now: Turn, words: Words, ways: int) -> list[Joined]:
    """What a message completes, by the ways that are open."""
    found: list[Joined] = []
    if ways & Way.NUMBER:
        found = digits_over(turns, now) or filled_in(turns, now) or as_one_text(turns, now, pieced_number, Kind.PHONE)
    if not found and ways & Way.DIALLED:
        found = dialled_on_end(turns, now)
    if ways & Way.ADDRESS:
        found += address_over(turns, now) or as_one_text(turns, now, email.find_told_apart, Kind.EMAIL)
    if not found and ways & Way.REVISED:
        found = revised(turns, now, words) or chosen(turns, now, words)
    if not found and ways & Way.HALVES:
        found = in_halves(turns, now, words)
    if not found and ways & Way.ANSWER:
        found = link_over(turns, now) or answered(turns, now, words)
    if not found and ways & Way.BROKEN:
        found = written_on(turns, now, words)
    if not found and ways & Way.NAMED:
        found = named_after(turns, now, words)
    if not found and ways & Way.WORKSPACE:
        found = workspace_over(turns, now, words)
    return found


def is_piece(hit: Hit, joined: set[str]) -> bool:
    """Whether a name beside a service is only a piece of what was `joined`, or a name sought that very thing."""
    value = hit.value.lower()
    if hit.rule not in {"handle.after_cue", "handle.sought"}:
        return False
    return any(whole.endswith(value) and (whole != value or hit.rule == "handle.sought") for whole in joined)
