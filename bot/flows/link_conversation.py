"""The marketplace tells which contract a conversation belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.conversations import Link
from bot.domain.errors import StaleView

if TYPE_CHECKING:
    from datetime import datetime

    from bot.flows.ports import Links

TRIES = 10


async def link_conversation(conversation_id: str, contract_id: str | None, links: Links, *, now: datetime) -> Link:
    """The conversation once it belongs to `contract_id` (None: to no contract). The same link again is no change.

    The contract need not be told yet; until then it stands as unknown.

    Raises:
        StoreAway: nothing was recorded; safe to repeat.
    """
    for _ in range(TRIES):
        before = await links.link(conversation_id)
        if before and before.contract_id == contract_id:
            return before
        after = Link(conversation_id, contract_id, (before.revision if before else 0) + 1)
        try:
            await links.keep_link(after, before, now)
        except StaleView:
            continue
        return after
    raise StaleView
