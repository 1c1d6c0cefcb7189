"""What the interface needs from the guard behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.contracts import Contract, State, WorkStyle
    from bot.domain.messages import Message
    from bot.domain.verdicts import Verdict


class Door(Protocol):
    """The guard, as seen from outside."""

    async def screen(self, message: Message) -> Verdict:
        """The verdict on a message, recorded."""

    async def put_contract(self, contract_id: str, work_style: WorkStyle, state: State) -> Contract:
        """The contract after it was told or moved."""

    async def contract(self, contract_id: str) -> Contract | None:
        """The contract, None if nobody told it."""

    async def is_ready(self) -> bool:
        """Whether the database answers."""
