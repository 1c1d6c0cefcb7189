"""Logs: one line an event, for a person at a terminal and as JSON elsewhere, without anything a member wrote."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any, TextIO

import structlog

from bot.domain.errors import trace_of

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

SPEAKING = frozenset(
    {
        "attachments",
        "because",
        "body",
        "content",
        "findings",
        "message",
        "name",
        "notice",
        "pieces",
        "text",
        "value",
        "verdict",
        "words",
    }
)
"""Names under which members' words could travel. They are dropped, whatever stands in them."""

LONGEST = 200
"""Characters of any one value."""


def without_content(_logger: object, _method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Drop what members wrote: by name, and by shape, since only short words and numbers belong into a log."""
    return {name: _short(value) for name, value in event.items() if name not in SPEAKING}


def _short(value: object) -> object:
    if isinstance(value, str) and len(value) <= LONGEST:
        return value
    if isinstance(value, bool | int | float) or value is None:
        return value
    return f"<{type(value).__name__}>"


def only_where(_logger: object, _method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """An exception as its type and the places it passed, without its message and without the values of variables."""
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        event.update(trace_of(error))
    return event


class FromLibraries(logging.Handler):
    """Takes what libraries log to the same place: their template, never its arguments, which may quote anything."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log a library's event."""
        level = min((one for one in _LEVELS if one >= record.levelno), default=logging.CRITICAL)
        structlog.get_logger(record.name).log(level, str(record.msg), exc_info=record.exc_info and record.exc_info[1])


_LEVELS = (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL)


def set_up_logging(level: str, stream: TextIO | None = None) -> None:
    """Log events of at least `level` (debug, info, warning, error) to `stream`, standard error by default."""
    output = stream or sys.stderr
    least = logging.getLevelNamesMapping()[level.upper()]
    renderer: Any
    if output.isatty():
        renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    else:
        renderer = structlog.processors.JSONRenderer(ensure_ascii=False)
    structlog.configure(
        processors=[
            only_where,
            without_content,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.PrintLoggerFactory(output),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [FromLibraries()]
    root.setLevel(max(least, logging.WARNING))
