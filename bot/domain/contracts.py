"""A contract's work style, its state, and who may move it where."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
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
class Parties:
    """The two sides of a contract, as far as the marketplace told them."""

    client_id: str | None = None
    freelancer_id: str | None = None

    def other_than(self, member_id: str) -> str | None:
        """The other side of a member, None where it was not told or the member is neither."""
        sides = {self.client_id: self.freelancer_id, self.freelancer_id: self.client_id}
        return sides.get(member_id)

    @property
    def known(self) -> tuple[str, ...]:
        """Those that were told."""
        return tuple(one for one in (self.client_id, self.freelancer_id) if one)


NOBODY = Parties()


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract as the marketplace told it.

    `revision` grows with everything that a verdict or a decision on this contract could depend on: its own moves, and
    the requests and grants on it.
    """

    contract_id: str
    work_style: WorkStyle
    state: State
    revision: int = 1
    parties: Parties = NOBODY

    def after(self, state: State, parties: Parties) -> Contract:
        """The contract after a move to `state`, its `parties` told; itself when nothing is new.

        Raises:
            Conflict: the table of moves does not know this one, or a side is somebody else now.
        """
        if state is not self.state and state not in MOVES[self.state]:
            raise Conflict("unknown_move", contract_id=self.contract_id, before=self.state.value, after=state.value)
        sides = []
        for before, told in zip(astuple(self.parties), astuple(parties), strict=True):
            if before and told and before != told:
                raise Conflict("other_party", contract_id=self.contract_id)
            sides.append(told or before)
        changed = replace(self, state=state, parties=Parties(*sides))
        return self if changed == self else replace(changed, revision=self.revision + 1)
