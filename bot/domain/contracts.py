"""A contract's work style, its state, and who may move it where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.domain.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Mapping


class WorkStyle(StrEnum):
    """How the work is arranged: プロジェクト, コンペ, タスク."""

    PROJECT = "project"
    COMPETITION = "competition"
    TASK = "task"


class State(StrEnum):
    """Where a contract stands. `unknown` is for a conversation nobody linked to a contract."""

    INQUIRY = "inquiry"
    NEGOTIATING = "negotiating"
    AWAITING_ESCROW = "awaiting_escrow"
    ESCROWED = "escrowed"
    DELIVERED = "delivered"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    UNKNOWN = "unknown"

    @property
    def is_after_escrow(self) -> bool:
        """Whether the client's money has arrived in escrow and was not given back."""
        return self in AFTER_ESCROW


AFTER_ESCROW = frozenset({State.ESCROWED, State.DELIVERED, State.COMPLETED})

MOVES: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        State.INQUIRY: frozenset({State.NEGOTIATING}),
        State.NEGOTIATING: frozenset({State.AWAITING_ESCROW, State.CANCELLED}),
        State.AWAITING_ESCROW: frozenset({State.ESCROWED, State.CANCELLED}),
        State.ESCROWED: frozenset({State.DELIVERED, State.REFUNDED}),
        State.DELIVERED: frozenset({State.COMPLETED, State.REFUNDED}),
        State.COMPLETED: frozenset(),
        State.CANCELLED: frozenset({State.NEGOTIATING}),
        State.REFUNDED: frozenset(),
        State.UNKNOWN: frozenset(),
    }
)


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract as the marketplace told it. `revision` counts its moves, from 1."""

    contract_id: str
    work_style: WorkStyle
    state: State
    revision: int = 1

    def moved_to(self, state: State) -> Contract:
        """The contract after a move to `state`; itself when it is there already.

        Raises:
            Conflict: the table of moves does not know this one.
        """
        if state is self.state:
            return self
        if state not in MOVES[self.state]:
            raise Conflict("unknown_move", contract_id=self.contract_id, before=self.state.value, after=state.value)
        return replace(self, state=state, revision=self.revision + 1)
