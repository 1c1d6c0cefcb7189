"""JSON lines as they are read from files or standard input, numbered, in bounded memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from bot.flows.scan_lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_LINE = 4 * 1024 * 1024
"""Bytes of a line; a longer one is answered by an error and passed over."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def lines_of(sources: Iterable[tuple[str, BinaryIO]], *, named: bool) -> Iterator[Line]:
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


def shown(complaint: str) -> str:
    """The complaint without characters that would steer a terminal: it may quote a name from the input."""
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in complaint)
