"""A tried conversation with the verdict that every turn would get."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.effects import HideMessage
from bot.domain.messages import Message, Role
from bot.flows.preview_thread import preview_thread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.console.turns import Turn
    from bot.domain.contracts import State, WorkStyle
    from bot.domain.verdicts import Verdict
    from bot.policy.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Judged:
    """A turn with its verdict. `number` counts from 1; `hidden_by` is the number of a later turn that hides it."""

    number: int
    turn: Turn
    verdict: Verdict
    hidden_by: int | None = None


def judge(turns: Sequence[Turn], work_style: WorkStyle, state: State, rulebook: Rulebook) -> tuple[Judged, ...]:
    """Every turn with the verdict it would get where the contract stands so; nothing is kept."""
    messages = [
        Message(str(number), "trial", (turn.role or Role.FREELANCER).value, turn.text, sender_role=turn.role)
        for number, turn in enumerate(turns, 1)
    ]
    verdicts = preview_thread(messages, work_style, state, rulebook)
    hidden = {
        effect.message_id: number
        for number, verdict in reversed(list(enumerate(verdicts, 1)))
        for effect in verdict.effects
        if isinstance(effect, HideMessage)
    }
    return tuple(
        Judged(number, turn, verdict, hidden.get(str(number)))
        for number, (turn, verdict) in enumerate(zip(turns, verdicts, strict=True), 1)
    )
