"""`sekimori scan`: lines in from files or standard input, answers out, in order, in bounded memory."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO

from bot.cli.parallel import answers_in_parallel
from bot.cli.progress import progress_over
from bot.flows.scan_lines import Answer, Batch, Line, Terms
from bot.settings import load_rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

LONGEST_LINE = 4 * 1024 * 1024
"""Bytes of a line; a longer one is answered by an error and passed over."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


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
        lines = progress_over(_lines_of(sources or [("line", sys.stdin.buffer)], named=bool(files)), total or None)
        if jobs > 1:
            return _write(answers_in_parallel(lines, rulebook, terms, jobs))
        batch = Batch(rulebook, terms)
        return _write(map(batch.answer, lines))


def _lines_of(sources: Iterable[tuple[str, BinaryIO]], *, named: bool) -> Iterator[Line]:
    """Every line with its number in its source; empty lines at the very end of a source are no lines."""
    for name, source in sources:
        empty: list[Line] = []
        for number, (raw, too_long) in enumerate(_raw_lines(source), 1):
            place = f"{name}:{number}" if named else f"{name} {number}"
            line = Line(raw.removeprefix(BYTE_ORDER_MARK) if number == 1 else raw, number, place, too_long)
            if not line.raw.strip():
                empty.append(line)
                continue
            yield from empty
            empty.clear()
            yield line


def _raw_lines(source: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Lines of at most `LONGEST_LINE` bytes, and whether the rest of the line was passed over."""
    while raw := source.readline(LONGEST_LINE + 1):
        too_long = len(raw) > LONGEST_LINE and not raw.endswith(b"\n")
        if too_long:
            while (rest := source.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
        yield raw[:LONGEST_LINE], too_long


def _write(answers: Iterable[Answer]) -> int:
    """Write each answer as soon as it is there; 1 if any is an error."""
    output, failed = sys.stdout.buffer, 0
    for answer in answers:
        output.write(answer.text.encode() + b"\n")
        output.flush()
        if answer.complaint is not None:
            failed = 1
            sys.stderr.write(f"sekimori scan: {_shown(answer.complaint)}\n")
    return failed


def _shown(complaint: str) -> str:
    """The complaint without characters that would steer a terminal: it may quote a name from the input."""
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in complaint)
