"""Business days: what "within two business days" means, in Japan's time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

JAPAN = timezone(timedelta(hours=9))
"""Dates are those of Japan, which knows no summer time."""

SATURDAY = 5
YEAR_END = frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)})
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Monday to Friday without `holidays`, nor 12/29 to 1/3 where the marketplace closes at the end of the year."""

    holidays: Container[date] = field(default=frozenset(), repr=False)
    closes_at_year_end: bool = False

    def is_business_day(self, day: date) -> bool:
        """Whether staff work on this day."""
        is_closed = self.closes_at_year_end and (day.month, day.day) in YEAR_END
        return day.weekday() < SATURDAY and not is_closed and day not in self.holidays

    def after(self, at: datetime, business_days: int) -> datetime:
        """The same time of day so many business days later, in UTC.

        What begins on a closed day counts from the beginning of the next business day.
        """
        here = at.astimezone(JAPAN)
        if not self.is_business_day(here.date()):
            here = datetime.combine(self._next(here.date()), time(), JAPAN)
        for _ in range(business_days):
            here = datetime.combine(self._next(here.date()), here.timetz())
        return here.astimezone(UTC)

    def between(self, start: datetime, end: datetime) -> int:
        """How many whole business days have passed."""
        days = 0
        while self.after(start, days + 1) <= end:
            days += 1
        return days

    def _next(self, day: date) -> date:
        day += DAY
        while not self.is_business_day(day):
            day += DAY
        return day
