"""A guess of the other that the newest message says is right: おしまいは8462でしょうか / ええ、それです.

Leaves a yes to anything else: the guess must complete a contact that was begun before it, or name a whole one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detectors.conversation.turns import CLOSES, OTHER_THING
from detectors.lexicon import dialogue
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from detectors.conversation.turns import Joined, Turn

_YES, _GUESSES = fold_pattern(dialogue.CONFIRMS), fold_pattern(dialogue.GUESSES)
#: A yes is a short message.
_LONGEST = 40


def confirmed(turns: list[Turn], now: Turn, complete: Callable[[list[Turn], Turn], list[Joined]]) -> list[Joined]:
    """What the message before completes, as `complete` finds it, where that was a guess and this one says yes."""
    guess = turns[-1]
    if guess.sender == now.sender or len(now.low) > _LONGEST or not _GUESSES.search(guess.low):
        return []
    yes = _YES.search(now.low)
    if not yes or any(said.search(now.low) for said in (CLOSES, OTHER_THING)):
        return []
    return [
        replace(one, pieces=(*one.pieces, now.piece(*yes.span())), rule="conversation.revised")
        for one in complete(turns[:-1], guess)
    ]
