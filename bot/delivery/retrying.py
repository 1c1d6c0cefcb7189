"""When a failed event is tried again: soon at first, then ever more slowly, for about a day."""

from __future__ import annotations

from datetime import timedelta

PAUSES = (5, 30, 2 * 60, 10 * 60, 30 * 60, 3600, 2 * 3600, 4 * 3600, 6 * 3600, 10 * 3600)
"""Seconds after each failed attempt; 23.7 hours together, as the Standard Webhooks specification advises."""

JITTER = 0.1
"""By which share a pause may be longer or shorter, so that what failed together does not come back together."""


def pause_after(attempts: int, chance: float) -> timedelta | None:
    """How long to wait after `attempts` failed ones, None to give up; `chance` is drawn from 0 to 1."""
    if attempts > len(PAUSES):
        return None
    return timedelta(seconds=PAUSES[attempts - 1] * (1 - JITTER + 2 * JITTER * chance))
