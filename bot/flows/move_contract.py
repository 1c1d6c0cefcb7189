"""The marketplace tells a contract, or moves it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.contracts import Contract
from bot.domain.errors import Conflict, StaleView

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.contracts import State, WorkStyle
    from bot.flows.ports import Contracts

TRIES = 10


async def move_contract(
    contract_id: str, work_style: WorkStyle, state: State, contracts: Contracts, *, now: datetime
) -> Contract:
    """The contract after the move. The first time it may be told in any state; the same state again is no move.

    Raises:
        Conflict: the table of moves does not know this one, or the work style is another.
        StoreAway: nothing was recorded; safe to repeat.
    """
    for _ in range(TRIES):
        before = await contracts.contract(contract_id)
        after = before.moved_to(state) if before else Contract(contract_id, work_style, state)
        if after.work_style is not work_style:
            raise Conflict("other_work_style", contract_id=contract_id, before=after.work_style.value)
        if after == before:
            return after
        try:
            await contracts.keep_contract(after, before, now)
        except StaleView:
            continue
        return after
    raise StaleView
