"""What can be refused, as exceptions that carry words of config/wording.*.toml rather than sentences."""

# ruff: noqa: N818 (an error is named for what was refused)

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class SekimoriError(Exception):
    """The root of everything the guard refuses on purpose."""


class Refusal(SekimoriError):
    """Something a caller asked for and cannot have.

    `word` is the key under `refusal.` in the wording files; `about` fills its gaps. No message text is put there.
    """

    def __init__(self, word: str, **about: object) -> None:
        super().__init__(word, about)
        self.word = word
        self.about = about

    def __str__(self) -> str:
        """The word and what fills it, for a log."""
        return " ".join([self.word, *(f"{name}={value}" for name, value in self.about.items())])


class BadInput(Refusal):
    """A message or body that is not what the interface asks for. `field` is None when the whole of it is unreadable."""

    def __init__(self, word: str, field: str | None = None, **about: object) -> None:
        super().__init__(word, **({"field": field} if field else {}), **about)
        self.field = field


class TooLarge(BadInput):
    """A body over the limit."""


class Conflict(Refusal):
    """The state of things does not allow it: a move the table does not know, an id used for two messages."""


class AlreadyDecided(Conflict):
    """Somebody else decided it first; `by` is who."""


class ChangedMeanwhile(Conflict):
    """It is not as it was on the screen any more."""


class NotPermitted(Refusal):
    """Somebody may not do this."""


class NotFound(Refusal):
    """Nothing has that id."""


class StaleView(SekimoriError):
    """What was looked at has changed since: look again, then decide again."""


class StoreAway(SekimoriError):
    """The database cannot be reached or does not answer. Nothing was recorded; the call is safe to repeat."""


class ConfigError(SekimoriError):
    """A file of config/ or a setting is not usable: a refusal to start that names file, table and key."""

    def __init__(self, source: str, where: Sequence[str], problem: str) -> None:
        self.source = source
        self.where = tuple(where)
        self.problem = problem
        place = f"[{'.'.join(where)}] " if where else ""
        super().__init__(f"{source}: {place}{problem}")


PLACES = 6
"""How many steps of a traceback are told."""


def trace_of(error: BaseException) -> dict[str, str]:
    """An error for a log: its type and the places it passed, newest first.

    Neither its message nor the values of variables, since either may quote what a member wrote.
    """
    places, step = [], error.__traceback__
    while step:
        code = step.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('/')[2]}:{step.tb_lineno} {code.co_name}")
        step = step.tb_next
    return {"error": type(error).__name__, "places": " < ".join(reversed(places[-PLACES:]))}
