"""The marketplace tells a contract, or moves it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.contracts import NOBODY, Contract
from bot.domain.errors import Conflict
from bot.flows.desk import until_settled
from bot.flows.end_contract import ended_with

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.contracts import Parties, State, WorkStyle
    from bot.flows.desk import Office
    from bot.flows.ports import Contracts


async def move_contract(
    contract_id: str,
    work_style: WorkStyle,
    state: State,
    contracts: Contracts,
    *,
    now: datetime,
    parties: Parties = NOBODY,
    office: Office | None = None,
) -> Contract:
    """The contract after the move. The first time it may be told in any state; the same state again is no move.

    What was asked for or granted on it ends with it, where there is an `office` that keeps such things.

    Raises:
        Conflict: the table of moves does not know this one, the work style is another, or a side is somebody else.
        StoreAway: nothing was recorded; safe to repeat.
    """

    async def attempt() -> Contract:
        before = await contracts.contract(contract_id)
        after = before.after(state, parties) if before else Contract(contract_id, work_style, state, parties=parties)
        if after.work_style is not work_style:
            raise Conflict("other_work_style", contract_id=contract_id, before=after.work_style.value)
        if after == before:
            return after
        ending = await ended_with(after, before, office, now) if before and office else None
        if ending and office:
            await office.desk.write(ending)
        else:
            await contracts.keep_contract(after, before, now)
        return after

    return await until_settled(attempt)
