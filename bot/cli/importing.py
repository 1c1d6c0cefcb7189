"""`sekimori import`: the first fill, from files or standard input."""

from __future__ import annotations

import asyncio
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from bot.app import Guard
from bot.cli.lines import lines_of, shown
from bot.cli.progress import progress_over
from bot.domain.errors import ConfigError, StoreAway
from bot.flows.import_lines import KINDS, import_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.domain.wording import Language
    from bot.flows.import_lines import Imported
    from bot.settings import Settings


def import_files(files: Sequence[Path], settings: Settings, language: Language) -> int:
    """Tell the guard every line of `files`, or of standard input without any.

    Returns the exit code: 0 if all were taken, 1 if some were not, 2 for a file that cannot be opened.

    Raises:
        ConfigError: the database cannot be reached.
    """
    with ExitStack() as opened:
        try:
            sources = [(str(file), opened.enter_context(file.open("rb"))) for file in files]
        except OSError as error:
            sys.stderr.write(f"sekimori import: {error.filename}: {error.strerror}\n")
            return 2
        total = sum(file.stat().st_size for file in files) if all(file.is_file() for file in files) else None
        lines = progress_over(lines_of(sources or [("line", sys.stdin.buffer)], named=bool(files)), total or None)

        async def imported() -> Imported:
            async with Guard(settings) as guard:
                return await import_lines(lines, guard, guard.rulebook.wording, language)

        try:
            done = asyncio.run(imported())
        except StoreAway:
            raise ConfigError(
                "settings", (), "the database cannot be reached (SEKIMORI_DATABASE_URL); the same may be imported again"
            ) from None
    for complaint in done.complaints:
        sys.stderr.write(f"sekimori import: {shown(complaint)}\n")
    told = ", ".join(f"{done.counts[kind]:,} {kind}s" for kind in KINDS)
    sys.stdout.write(f"Taken over: {told}. Not taken: {len(done.complaints):,} lines.\n")
    return 1 if done.complaints else 0
