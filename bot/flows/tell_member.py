"""The marketplace tells what it has verified about a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.errors import StaleView
from bot.domain.members import as_compared, member_after

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.members import Member, Told
    from bot.flows.ports import Members

TRIES = 10


async def tell_member(told: Told, members: Members, *, now: datetime) -> Member:
    """The member once `told` holds. The same told again changes nothing.

    Raises:
        StoreAway: nothing was recorded; safe to repeat.
    """
    name, address = (
        members.digest_of(part, as_compared(said)) if said is not None else None
        for part, said in (("name", told.name), ("address", told.address))
    )
    for _ in range(TRIES):
        before = await members.member(told.member_id)
        after = member_after(told, before, name, address, now)
        if after == before:
            return after
        try:
            await members.keep_member(after, before, now)
        except StaleView:
            continue
        return after
    raise StaleView
