"""A reminder (連絡催促申請): a member whose counterpart has been silent asks that they be told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.domain.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class ReminderState(StrEnum):
    """Where a reminder stands."""

    WAITING = "waiting"
    ANSWERED = "answered"
    SILENT = "silent"


class ReminderMove(StrEnum):
    """What becomes of a reminder."""

    ANSWER = "answer"
    GIVE_UP = "give_up"


REMINDER_MOVES: Mapping[tuple[ReminderState, ReminderMove], ReminderState] = MappingProxyType(
    {
        (ReminderState.WAITING, ReminderMove.ANSWER): ReminderState.ANSWERED,
        (ReminderState.WAITING, ReminderMove.GIVE_UP): ReminderState.SILENT,
    }
)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder as it stands; until `due_at` the counterpart has time to answer, then a case is opened."""

    reminder_id: str
    conversation_id: str
    contract_id: str | None
    member_id: str
    counterpart_id: str
    asked_at: datetime
    due_at: datetime
    state: ReminderState = ReminderState.WAITING
    revision: int = 1

    def after(self, move: ReminderMove) -> Reminder:
        """The reminder after a move.

        Raises:
            Conflict: the table of moves does not know this one.
        """
        to = REMINDER_MOVES.get((self.state, move))
        if to is None:
            raise Conflict("no_such_move", subject=self.reminder_id, state=self.state.value, move=move.value)
        return replace(self, state=to, revision=self.revision + 1)
