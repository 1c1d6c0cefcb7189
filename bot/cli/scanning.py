"""`sekimori scan`: lines in from files or standard input, answers out, in order, in bounded memory."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from bot.cli.lines import lines_of, shown
from bot.cli.parallel import answers_in_parallel
from bot.cli.progress import progress_over
from bot.flows.scan_lines import Answer, Batch, Terms
from bot.settings import load_rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


def scan_files(files: Sequence[Path], terms: Terms, jobs: int) -> int:
    """Judge every line of `files`, or of standard input without any.

    Returns the exit code: 0 if all could be read, 1 if some could not, 2 for a file that cannot be opened.
    """
    rulebook = load_rulebook()
    with ExitStack() as opened:
        try:
            sources = [(str(file), opened.enter_context(file.open("rb"))) for file in files]
        except OSError as error:
            sys.stderr.write(f"sekimori scan: {error.filename}: {error.strerror}\n")
            return 2
        total = sum(file.stat().st_size for file in files) if all(file.is_file() for file in files) else None
        lines = progress_over(lines_of(sources or [("line", sys.stdin.buffer)], named=bool(files)), total or None)
        if jobs > 1:
            return _write(answers_in_parallel(lines, rulebook, terms, jobs))
        batch = Batch(rulebook, terms)
        return _write(map(batch.answer, lines))


def _write(answers: Iterable[Answer]) -> int:
    """Write each answer as soon as it is there; 1 if any is an error."""
    output, failed = sys.stdout.buffer, 0
    for answer in answers:
        output.write(answer.text.encode() + b"\n")
        output.flush()
        if answer.complaint is not None:
            failed = 1
            sys.stderr.write(f"sekimori scan: {shown(answer.complaint)}\n")
    return failed
