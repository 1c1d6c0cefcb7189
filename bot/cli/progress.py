"""How far a long run has come: a bar on standard error when a person is looking, nothing otherwise."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.flows.scan_lines import Line


def progress_over(lines: Iterable[Line], total: int | None) -> Iterable[Line]:
    """The same lines, with a bar that fills by their bytes; `total` bytes where it is known."""
    return _with_bar(lines, total) if sys.stderr.isatty() else lines


def _with_bar(lines: Iterable[Line], total: int | None) -> Iterator[Line]:
    from rich.console import Console  # noqa: PLC0415 (only a person waits for it)
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[count]:,}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, count=0)
        for count, line in enumerate(lines, 1):
            yield line
            progress.update(task, advance=len(line.raw), count=count)
