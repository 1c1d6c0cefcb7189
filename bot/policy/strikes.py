"""Which step of the ladder a strike is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.terms import Step
    from bot.policy.terms import StrikeTerms


def step_for(earlier: Sequence[datetime], now: datetime, terms: StrikeTerms) -> Step:
    """The step of a new strike, given when the member's `earlier` ones that stand were; those of the window count.

    Beyond the end of the ladder it is its last step.
    """
    since = now - timedelta(days=terms.window_days)
    count = sum(at >= since for at in earlier)
    return terms.ladder[min(count, len(terms.ladder) - 1)]
