"""The parts of a policy file beside its cells, and how a wrong word in any of them is refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from bot.domain.contracts import State, WorkStyle
from bot.domain.errors import ConfigError
from bot.domain.verdicts import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

Word = TypeVar("Word", bound=Enum)

CHOICES = ("meeting", "urgent_contact", "files_cannot_be_attached", "detailed_feedback", "shipping", "other")
"""For what a disclosure may be asked, in the order a member reads them."""

PURPOSES = frozenset({"any", *CHOICES})
"""What a policy may allow; `any` allows every one."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What happens when the guard is not sure.

    A finding whose confidence (0 to 1) is under `threshold` turns block and hold: disclosure into `before_escrow` or
    `after_escrow`. `broken_detector` is the outcome when a detector raised.
    """

    threshold: float
    before_escrow: Outcome
    after_escrow: Outcome
    broken_detector: Outcome

    def instead_of(self, outcome: Outcome, state: State) -> Outcome:
        """What an unsure finding leads to where a sure one would lead to `outcome`."""
        if outcome not in {Outcome.BLOCK, Outcome.HOLD_DISCLOSURE}:
            return outcome
        return self.after_escrow if state.is_after_escrow else self.before_escrow


def doubt_of(document: Mapping[str, Any], source: str) -> Doubt:
    """The `[doubt]` section, every key of which must be there."""
    table = table_of(document, "doubt", (), source)
    outcomes = ("before_escrow", "after_escrow", "broken_detector")
    for key in table:
        if key not in {"threshold", *outcomes}:
            raise ConfigError(source, ("doubt",), f'"{key}" is no key of this section')
    threshold = table.get("threshold")
    if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not 0 <= threshold <= 1:
        raise ConfigError(source, ("doubt",), f"threshold: {threshold!r} is not a number from 0 to 1")
    before, after, broken = (word_of(Outcome, table.get(key), ("doubt",), key, source) for key in outcomes)
    for key, outcome in zip(outcomes, (before, after, broken), strict=True):
        if outcome not in {Outcome.REVIEW, Outcome.HOLD_CHECK}:
            problem = f'{key}: "{outcome.value}", but doubt is for a person: review or hold: check'
            raise ConfigError(source, ("doubt",), problem)
    return Doubt(float(threshold), before, after, broken)


def purposes_of(document: Mapping[str, Any], source: str) -> dict[WorkStyle, tuple[str, ...]]:
    """The `[purposes]` section: for what a contact may be disclosed in each work style; left out, for anything."""
    table = table_of(document, "purposes", (), source)
    for key, names in table.items():
        word_of(WorkStyle, key, ("purposes",), key, source)
        if not isinstance(names, list) or not names or not PURPOSES.issuperset(map(str, names)):
            raise ConfigError(source, ("purposes",), f"{key}: not a list of {', '.join(sorted(PURPOSES))}")
    return {style: tuple(table.get(style.value, ("any",))) for style in WorkStyle}


def table_of(document: Mapping[str, Any], key: str, where: tuple[str, ...], source: str) -> Mapping[str, Any]:
    """The table under `key`, empty when it is left out.

    Raises:
        ConfigError: something else than a table stands there.
    """
    table = document.get(key, {})
    if not isinstance(table, dict):
        raise ConfigError(source, where, f"{key}: {table!r} is not a table")
    return table


def word_of(words: type[Word], spelled: object, where: tuple[str, ...], key: str, source: str) -> Word:
    """The member of `words` that is spelled so.

    Raises:
        ConfigError: no such word, with those there are.
    """
    try:
        return words(spelled)
    except ValueError:
        known = ", ".join(str(word.value) for word in words)
        said = "is missing" if spelled is None else f'"{spelled}" is unknown'
        raise ConfigError(source, where, f"{key}: {said}; one of {known}") from None
