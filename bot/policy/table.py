"""A policy file, resolved: an outcome for every work style × state × kind × speech act, or a refusal to start.

A file is layered: `[default]`, then `[<work style>]`, then `[<work style>.<state>]`, a later layer overriding single
cells. A cell is `kind.act = "outcome"`; the kind may be `contact` (every kind of contact) or `"*"` (every kind), and
within one layer the narrower word wins.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any

from bot.domain.contracts import State, WorkStyle
from bot.domain.errors import ConfigError
from bot.domain.verdicts import Outcome
from bot.domain.wording import texts_in
from bot.policy.sections import CHOICES, Doubt, doubt_of, purposes_of, table_of, word_of
from bot.policy.terms import (
    KEYS,
    DisclosureTerms,
    ReminderTerms,
    StrikeTerms,
    closes_at_year_end,
    disclosure_of,
    reminder_of,
    strikes_of,
)
from detectors import CONTACTS, Kind, SpeechAct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.wording import Language

Cells = dict[tuple[Kind, SpeechAct], Outcome]

KINDS: Mapping[str, tuple[Kind, ...]] = {
    "*": tuple(Kind),
    "contact": CONTACTS,
    **{kind.value: (kind,) for kind in Kind},
}
"""What a cell's first word covers, widest first."""

SECTIONS = ("name", "hide_delivered_pieces", "doubt", "purposes", "wording", "default", *KEYS)
"""What a file holds beside its work styles."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A complete policy. `version` is the name and the first 12 hex digits of the content's SHA-256."""

    name: str
    version: str
    cells: Mapping[tuple[WorkStyle, State, Kind, SpeechAct], Outcome]
    doubt: Doubt
    purposes: Mapping[WorkStyle, tuple[str, ...]]
    hides_delivered_pieces: bool
    opening: frozenset[WorkStyle]
    """Work styles in which escrow opens a way for a contact that is offered."""
    disclosure: DisclosureTerms
    strikes: StrikeTerms
    reminder: ReminderTerms
    closes_at_year_end: bool
    wording: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)
    """Texts of the marketplace's own, over those of config/wording.*.toml."""

    def purposes_in(self, work_style: WorkStyle) -> tuple[str, ...]:
        """The purposes a member may choose from."""
        allowed = self.purposes[work_style]
        return CHOICES if "any" in allowed else tuple(one for one in CHOICES if one in allowed)


def resolve(document: Mapping[str, Any], source: str) -> Policy:
    """The policy that a parsed TOML `document` says; `source` is the file's name, for complaints.

    Raises:
        ConfigError: an unknown word, a gap or a contradiction, with file, table and key.
    """
    known = {*SECTIONS, *(style.value for style in WorkStyle)}
    for key in document:
        if key not in known:
            raise ConfigError(source, (), f'"{key}" is neither a section nor a work style')
    name = document.get("name")
    if not isinstance(name, str) or not name:
        raise ConfigError(source, (), "name: is missing or not a text")
    hides = document.get("hide_delivered_pieces")
    if not isinstance(hides, bool):
        raise ConfigError(source, (), "hide_delivered_pieces: is missing or neither true nor false")
    cells = _cells(document, source)
    _refuse_contradictions(cells, source)
    content = json.dumps(document, sort_keys=True, ensure_ascii=False).encode()
    return Policy(
        name=name,
        version=f"{name}@{hashlib.sha256(content).hexdigest()[:12]}",
        cells=cells,
        doubt=doubt_of(document, source),
        purposes=purposes_of(document, source),
        hides_delivered_pieces=hides,
        opening=frozenset(
            style
            for style, state, kind in product(WorkStyle, State, CONTACTS)
            if state.is_after_escrow and cells[style, state, kind, SpeechAct.OFFERS] is not Outcome.BLOCK
        ),
        disclosure=disclosure_of(document, source),
        strikes=strikes_of(document, source),
        reminder=reminder_of(document, source),
        closes_at_year_end=closes_at_year_end(document, source),
        wording=texts_in(table_of(document, "wording", (), source), source),
    )


def _cells(document: Mapping[str, Any], source: str) -> dict[tuple[WorkStyle, State, Kind, SpeechAct], Outcome]:
    """Lay the layers over each other, for every work style and state."""
    lowest = _layer(table_of(document, "default", (), source), ("default",), source)
    complete: dict[tuple[WorkStyle, State, Kind, SpeechAct], Outcome] = {}
    for style in WorkStyle:
        table = table_of(document, style.value, (), source)
        states = {state.value: table[state.value] for state in State if state.value in table}
        middle = _layer({k: v for k, v in table.items() if k not in states}, (style.value,), source)
        for state in State:
            where = (style.value, state.value)
            cells = lowest | middle | _layer(table_of(states, state.value, where[:1], source), where, source)
            for kind in Kind:
                missing = [act.value for act in SpeechAct if (kind, act) not in cells]
                if missing:
                    raise ConfigError(source, where, f"{kind.value}: nothing is said about {', '.join(missing)}")
            complete |= {(style, state, kind, act): outcome for (kind, act), outcome in cells.items()}
    return complete


def _layer(table: Mapping[str, Any], where: tuple[str, ...], source: str) -> Cells:
    """One layer's cells, the narrower word over the wider."""
    for word in table:
        if word not in KINDS:
            raise ConfigError(source, where, f'"{word}" is no kind (nor contact, "*", nor a state of a work style)')
    cells: Cells = {}
    for word, kinds in KINDS.items():
        for act, spelled in table_of(table, word, where, source).items():
            speech_act = word_of(SpeechAct, act, where, f"{word}.{act}", source)
            outcome = word_of(Outcome, spelled, where, f"{word}.{act}", source)
            cells |= dict.fromkeys(((kind, speech_act) for kind in kinds), outcome)
    return cells


def _refuse_contradictions(cells: Mapping[tuple[WorkStyle, State, Kind, SpeechAct], Outcome], source: str) -> None:
    """Refuse what cannot be meant: conduct disclosed, or a refusal or mention judged harder than an offer."""
    for (style, state, kind, act), outcome in cells.items():
        where, key = (style.value, state.value), f"{kind.value}.{act.value}"
        if outcome is Outcome.HOLD_DISCLOSURE and not kind.is_contact:
            raise ConfigError(source, where, f'{key}: "{outcome.value}", but a conduct has no contact to disclose')
        offered = cells[style, state, kind, SpeechAct.OFFERS]
        if act in {SpeechAct.REFUSES, SpeechAct.MENTIONS} and outcome > offered:
            problem = f'{key}: "{outcome.value}" is stricter than {kind.value}.offers, "{offered.value}"'
            raise ConfigError(source, where, problem)
