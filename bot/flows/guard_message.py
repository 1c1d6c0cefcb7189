"""★ The flow of one message: normalise and detect, decide, record. Read this first.

    listen → normalise → detect → decide → record → act → review

A shell (HTTP, stream, Slack, the library) listens and acts on what comes back; the worker performs the recorded
effects; moderators review.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.errors import StaleView
from bot.domain.reading import read
from bot.flows.ports import Decided
from bot.policy.decide import decide

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.domain.messages import Message
    from bot.domain.verdicts import Verdict
    from bot.flows.ports import Conversations
    from bot.policy.rulebook import Rulebook

TRIES = 10
"""How often a message is looked at anew when another process changed its conversation meanwhile."""


async def guard_message(
    message: Message,
    store: Conversations,
    rulebook: Rulebook,
    *,
    now: datetime,
    new_id: Callable[[], str],
    is_braked: bool = False,
    page_of: Callable[[Message], str] | None = None,
) -> Verdict:
    """The verdict on `message`, recorded. The same message and revision again gets the same verdict again.

    While automatic blocking is braked, what would be blocked is held for a person. `page_of` says where the sender
    reads why a message did not go through.

    Raises:
        Conflict: this id and revision was given to another text.
        StoreAway: nothing was recorded; safe to repeat.
    """
    for _ in range(TRIES):
        try:
            return await _guard_once(message, store, rulebook, Circumstances(now, new_id(), is_braked, page_of))
        except StaleView:
            continue
    raise StaleView


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The time, the id for what is opened, whether automatic blocking is braked, and where the sender reads more."""

    now: datetime
    case_id: str
    is_braked: bool
    page_of: Callable[[Message], str] | None


async def _guard_once(message: Message, store: Conversations, rulebook: Rulebook, given: Circumstances) -> Verdict:
    async with store.conversation(message, given.now) as thread:  # locked while we decide
        seen = read(message, thread.recent, rulebook.words)  # 2 normalise, 3 detect
        verdict = decide(  # 4
            message,
            seen,
            thread.standing,
            rulebook,
            case_id=given.case_id,
            is_braked=given.is_braked,
            page_of=given.page_of,
        )
        return await thread.record(Decided(message, verdict, given.now))  # 5 record
