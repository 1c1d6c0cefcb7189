"""What happened in a month, counted by kind, report category, work style, rule and policy version."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any

from bot.domain.calendar import JAPAN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

BY = ("total", "kind", "category", "work_style", "rule", "policy")
"""What is counted by; `total` counts everything once."""

COUNTS = (
    *("messages", "warned", "reviewed", "held", "blocked", "released"),
    *("upheld", "overturned", "approved", "denied", "overdue"),
)
"""What is counted: messages by what became of them, cases and requests by their decision, and decisions that were late.

`messages` is only known of the total; `released` are messages that came out of a hold or block after all.
"""

COLUMNS = ("month", "by", "value", *COUNTS, "false_positive_rate", "handling_seconds")


@dataclass(frozen=True, slots=True)
class Happened:
    """Something to be counted: when, what (a word of COUNTS), under which values, and how long it took."""

    at: datetime
    what: str
    values: tuple[tuple[str, str], ...] = ()
    seconds: float | None = None
    count: int = 1


@dataclass(slots=True)
class Row:
    """One line: the counts of a month for one value. `handling_seconds` is the median from opening to decision."""

    month: str
    by: str
    value: str
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))
    seconds: list[float] = field(default_factory=list)

    def document(self) -> dict[str, Any]:
        """The line as a JSON object."""
        judged = self.counts["upheld"] + self.counts["overturned"]
        return {
            "month": self.month,
            "by": self.by,
            "value": self.value,
            **self.counts,
            "false_positive_rate": round(self.counts["overturned"] / judged, 4) if judged else None,
            "handling_seconds": round(median(self.seconds)) if self.seconds else None,
        }


def counted(happened: Iterable[Happened]) -> list[Row]:
    """A row for each month and value, months first, in the order of BY."""
    rows: dict[tuple[str, int, str], Row] = {}
    for one in happened:
        month = f"{one.at.astimezone(JAPAN):%Y-%m}"
        for by, value in dict.fromkeys((("total", ""), *one.values)):
            row = rows.setdefault((month, BY.index(by), value), Row(month, by, value))
            row.counts[one.what] += one.count
            if one.seconds is not None:
                row.seconds.append(one.seconds)
    return [rows[key] for key in sorted(rows)]
