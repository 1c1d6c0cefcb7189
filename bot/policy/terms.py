"""The sections of a policy file about what follows after a message: [disclosure], [strikes], [reminder], [calendar]."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain.contracts import State
from bot.domain.errors import ConfigError
from bot.domain.terms import Publication, Reveal, Step
from bot.policy.sections import table_of, word_of

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class DisclosureTerms:
    """How disclosure requests go.

    `limit_per_contract` is None for no limit. `auto_approve` opens the lane for requests that meet every criterion.
    `lapse_days` are days of the calendar, the others business days.
    """

    publication: Publication = Publication.PROVISIONAL
    limit_per_contract: int | None = None
    auto_approve: bool = False
    due_business_days: int = 2
    lapse_days: int = 7
    grant_ends_on: tuple[State, ...] = (State.REFUNDED, State.CANCELLED)
    reveal: Reveal = Reveal.WHEN_BOTH


@dataclass(frozen=True, slots=True)
class StrikeTerms:
    """What strikes lead to, counted over `window_days`; how many messages a member may appeal for in a day."""

    window_days: int = 90
    ladder: tuple[Step, ...] = (Step.WARNING, Step.LIMIT, Step.SUSPENSION)
    appeals_per_day: int = 5


@dataclass(frozen=True, slots=True)
class ReminderTerms:
    """After how many business days of silence a reminder may be asked for, and how many there are to answer it."""

    silent_business_days: int = 3
    answer_business_days: int = 3


KEYS = {
    "disclosure": DisclosureTerms.__slots__,
    "strikes": StrikeTerms.__slots__,
    "reminder": ReminderTerms.__slots__,
    "calendar": ("closes_at_year_end",),
}
"""The sections and what each may hold."""


def disclosure_of(document: Mapping[str, Any], source: str) -> DisclosureTerms:
    """The `[disclosure]` section; what it leaves out is as in DisclosureTerms.

    Raises:
        ConfigError: an unknown key or a wrong value.
    """
    table, where = _section(document, "disclosure", source), ("disclosure",)
    usual = DisclosureTerms()
    limit = _number(table, "limit_per_contract", 0, where, source, lowest=0)
    states = table.get("grant_ends_on", [state.value for state in usual.grant_ends_on])
    if not isinstance(states, list):
        raise ConfigError(source, where, "grant_ends_on: not a list of states")
    return DisclosureTerms(
        publication=word_of(
            Publication, table.get("publication", usual.publication.value), where, "publication", source
        ),
        limit_per_contract=limit or None,
        auto_approve=_flag(table, "auto_approve", usual.auto_approve, where, source),
        due_business_days=_number(table, "due_business_days", usual.due_business_days, where, source),
        lapse_days=_number(table, "lapse_days", usual.lapse_days, where, source),
        grant_ends_on=tuple(word_of(State, state, where, "grant_ends_on", source) for state in states),
        reveal=word_of(Reveal, table.get("reveal", usual.reveal.value), where, "reveal", source),
    )


def strikes_of(document: Mapping[str, Any], source: str) -> StrikeTerms:
    """The `[strikes]` section; what it leaves out is as in StrikeTerms.

    Raises:
        ConfigError: an unknown key or a wrong value.
    """
    table, where = _section(document, "strikes", source), ("strikes",)
    usual = StrikeTerms()
    ladder = table.get("ladder", [step.value for step in usual.ladder])
    if not isinstance(ladder, list) or not ladder:
        raise ConfigError(source, where, "ladder: not a list of steps, the first strike's first")
    return StrikeTerms(
        window_days=_number(table, "window_days", usual.window_days, where, source),
        ladder=tuple(word_of(Step, step, where, "ladder", source) for step in ladder),
        appeals_per_day=_number(table, "appeals_per_day", usual.appeals_per_day, where, source),
    )


def reminder_of(document: Mapping[str, Any], source: str) -> ReminderTerms:
    """The `[reminder]` section; what it leaves out is as in ReminderTerms.

    Raises:
        ConfigError: an unknown key or a wrong value.
    """
    table, where = _section(document, "reminder", source), ("reminder",)
    usual = ReminderTerms()
    return ReminderTerms(
        silent_business_days=_number(table, "silent_business_days", usual.silent_business_days, where, source),
        answer_business_days=_number(table, "answer_business_days", usual.answer_business_days, where, source),
    )


def closes_at_year_end(document: Mapping[str, Any], source: str) -> bool:
    """Whether 12/29 to 1/3 are no business days (`[calendar]`); they are not, unless a file says so.

    Raises:
        ConfigError: an unknown key or a wrong value.
    """
    table = _section(document, "calendar", source)
    return _flag(table, "closes_at_year_end", usual=True, where=("calendar",), source=source)


def _section(document: Mapping[str, Any], name: str, source: str) -> Mapping[str, Any]:
    table = table_of(document, name, (), source)
    for key in table:
        if key not in KEYS[name]:
            raise ConfigError(source, (name,), f'"{key}" is no key of this section; one of {", ".join(KEYS[name])}')
    return table


def _number(
    table: Mapping[str, Any], key: str, usual: int, where: tuple[str, ...], source: str, *, lowest: int = 1
) -> int:
    value = table.get(key, usual)
    if type(value) is not int or not lowest <= value <= MOST_DAYS:
        raise ConfigError(source, where, f"{key}: {value!r} is not a whole number from {lowest} to {MOST_DAYS}")
    return value


def _flag(table: Mapping[str, Any], key: str, usual: bool, where: tuple[str, ...], source: str) -> bool:  # noqa: FBT001
    value = table.get(key, usual)
    if not isinstance(value, bool):
        raise ConfigError(source, where, f"{key}: {value!r} is neither true nor false")
    return value
