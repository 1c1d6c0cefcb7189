"""Statistics as a table for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from bot.domain.statistics import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.statistics import Row


def as_csv(rows: Iterable[Row]) -> str:
    """The rows as CSV (RFC 4180), with a line of headings."""
    written = StringIO()
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(row.document() for row in rows)
    return written.getvalue()
