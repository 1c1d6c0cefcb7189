"""A policy drawn together: what is decided alike stands in one row, one column, one table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bot.domain.contracts import State, WorkStyle
from detectors import Kind, SpeechAct

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from bot.domain.verdicts import Outcome
    from bot.policy.table import Policy

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Row:
    """What these `kinds` lead to when somebody does one of these `acts`: an outcome for each column."""

    kinds: tuple[Kind, ...]
    acts: tuple[SpeechAct, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The table of some work styles. Each column stands for contract states in which everything is decided alike."""

    styles: tuple[WorkStyle, ...]
    columns: tuple[tuple[State, ...], ...]
    rows: tuple[Row, ...]


def overviews(policy: Policy) -> list[Overview]:
    """The whole policy in as few tables, columns and rows as say the same."""
    cells = policy.cells

    def in_state(style: WorkStyle, state: State) -> tuple[Outcome, ...]:
        return tuple(cells[style, state, kind, act] for kind in Kind for act in SpeechAct)

    def for_style(style: WorkStyle) -> Overview:
        return _overview(policy, style, _alike(State, partial(in_state, style)))

    same = _alike(WorkStyle, lambda style: tuple(in_state(style, state) for state in State))
    return [replace(for_style(styles[0]), styles=styles) for styles in same]


def _overview(policy: Policy, style: WorkStyle, columns: list[tuple[State, ...]]) -> Overview:
    def outcomes(kind: Kind, act: SpeechAct) -> tuple[Outcome, ...]:
        return tuple(policy.cells[style, states[0], kind, act] for states in columns)

    whatever = [act for act in SpeechAct if len({outcomes(kind, act) for kind in Kind}) == 1]
    told_apart = [act for act in SpeechAct if act not in whatever]
    groups = [
        *((kinds, told_apart) for kinds in _alike(Kind, lambda kind: tuple(outcomes(kind, act) for act in told_apart))),
        (tuple(Kind), whatever),
    ]
    rows = [
        Row(kinds, same, outcomes(kinds[0], same[0]))
        for kinds, acts in groups
        for same in _alike(acts, partial(outcomes, kinds[0]))
    ]
    return Overview((style,), tuple(columns), tuple(rows))


def _alike(values: Iterable[Value], said: Callable[[Value], Hashable]) -> list[tuple[Value, ...]]:
    """The values grouped by what is said of them, in order of first appearance."""
    groups: dict[Hashable, list[Value]] = {}
    for value in values:
        groups.setdefault(said(value), []).append(value)
    return [tuple(group) for group in groups.values()]
