"""A policy file as JSON Schema, for editors: words are offered while typing, and a misspelled one is underlined.

What no schema can say (a gap between layers, a contradiction) `sekimori policy check` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.contracts import State, WorkStyle
from bot.domain.terms import Publication, Reveal, Step
from bot.domain.verdicts import Outcome
from bot.policy.sections import PURPOSES
from bot.policy.table import KINDS
from bot.policy.terms import MOST_DAYS
from detectors import Kind, SpeechAct

if TYPE_CHECKING:
    from collections.abc import Mapping

OUTCOMES = {
    Outcome.ALLOW: "delivered",
    Outcome.WARN: "delivered; the sender gets a private note on the rule",
    Outcome.REVIEW: "delivered; a moderator looks at it",
    Outcome.HOLD_DISCLOSURE: "waits for a disclosure request, to which the sender is led",
    Outcome.HOLD_CHECK: "waits until a moderator has looked at it",
    Outcome.BLOCK: "not delivered; the sender is told what matched and may appeal",
}
ACTS = {
    SpeechAct.OFFERS: "gives a contact, or proposes",
    SpeechAct.ASKS: "asks for it",
    SpeechAct.REFUSES: "says no to it",
    SpeechAct.MENTIONS: "only speaks of it",
    SpeechAct.DELIVERABLE: "part of a text that is the work itself",
}


def policy_schema() -> dict[str, Any]:
    """The schema of a policy file."""
    states = {state.value: {"$ref": "#/$defs/layer", "description": f"while {state.value}"} for state in State}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A policy of Sekimori",
        "description": "What a finding leads to, by work style, state of the contract, kind and speech act.",
        **_object(
            {
                "name": {"type": "string", "minLength": 1, "description": "stands before the @ of the version"},
                "hide_delivered_pieces": {
                    "type": "boolean",
                    "description": "hide earlier messages that turn out to be pieces of a contact",
                },
                "doubt": {"$ref": "#/$defs/doubt"},
                "purposes": {"$ref": "#/$defs/purposes"},
                "disclosure": _disclosure(),
                "strikes": _strikes(),
                "reminder": _reminder(),
                "calendar": _object(
                    {"closes_at_year_end": {"type": "boolean", "description": "12/29 to 1/3 are no business days"}}
                ),
                "wording": {"$ref": "#/$defs/wording"},
                "default": {"$ref": "#/$defs/layer", "description": "the lowest layer, for every style and state"},
                **{
                    style.value: {**_layer(states), "description": f"{style.value}: over [default]"}
                    for style in WorkStyle
                },
            },
            required=["name", "hide_delivered_pieces", "doubt"],
        ),
        "$defs": {
            "outcome": {"oneOf": [_word(outcome.value, said) for outcome, said in OUTCOMES.items()]},
            "acts": _object({act.value: {"$ref": "#/$defs/outcome", "description": ACTS[act]} for act in SpeechAct}),
            "layer": _layer({}),
            "doubt": _doubt(),
            "purposes": _object(
                {
                    style.value: {"type": "array", "minItems": 1, "items": {"enum": sorted(PURPOSES)}}
                    for style in WorkStyle
                }
            ),
            "wording": {
                **_object({"ja": {"$ref": "#/$defs/texts"}, "en": {"$ref": "#/$defs/texts"}}),
                "description": "texts over those of config/wording.*.toml, the same keys in both languages",
            },
            "texts": {
                "type": "object",
                "additionalProperties": {"anyOf": [{"type": "string", "minLength": 1}, {"$ref": "#/$defs/texts"}]},
            },
        },
    }


def _layer(more: Mapping[str, Any]) -> dict[str, Any]:
    """Cells by kind, and what else may stand in the same table."""
    said = {"*": "every kind", "contact": "every kind of contact"}
    cells = {word: {"$ref": "#/$defs/acts", "description": said.get(word) or _named(Kind(word))} for word in KINDS}
    return _object({**cells, **more})


def _doubt() -> dict[str, Any]:
    for_a_person = {"enum": [Outcome.REVIEW.value, Outcome.HOLD_CHECK.value]}
    return _object(
        {
            "threshold": {
                "type": "number",
                "minimum": 0,
                "maximum": 1,
                "description": "a finding less sure than this neither blocks nor leads to the disclosure request",
            },
            "before_escrow": {**for_a_person, "description": "what it leads to instead, before escrow"},
            "after_escrow": {**for_a_person, "description": "what it leads to instead, after escrow"},
            "broken_detector": {**for_a_person, "description": "what a detector that failed leads to"},
        },
        required=["threshold", "before_escrow", "after_escrow", "broken_detector"],
    )


def _disclosure() -> dict[str, Any]:
    return _object(
        {
            "publication": {"enum": [one.value for one in Publication], "description": "when the other side sees it"},
            "limit_per_contract": _days("requests on a contract, by either side; 0 for no limit", lowest=0),
            "auto_approve": {"type": "boolean", "description": "approve at once what meets every criterion"},
            "due_business_days": _days("staff decide within so many business days"),
            "lapse_days": _days("a request that nobody files ends after so many days"),
            "grant_ends_on": {
                "type": "array",
                "items": {"enum": [state.value for state in State]},
                "description": "states of the contract in which an approval ends",
            },
            "reveal": {"enum": [one.value for one in Reveal], "description": "mutual requests: who sees what when"},
        }
    )


def _strikes() -> dict[str, Any]:
    return _object(
        {
            "window_days": _days("strikes count for so many days"),
            "ladder": {
                "type": "array",
                "minItems": 1,
                "items": {"enum": [step.value for step in Step]},
                "description": "what the first strike leads to, the second, …; beyond the end, the last",
            },
            "appeals_per_day": _days("messages that a member may appeal for in a day"),
        }
    )


def _reminder() -> dict[str, Any]:
    return _object(
        {
            "silent_business_days": _days("of silence, before a reminder may be asked for"),
            "answer_business_days": _days("to answer it, before a case is opened"),
        }
    )


def _days(said: str, lowest: int = 1) -> dict[str, Any]:
    return {"type": "integer", "minimum": lowest, "maximum": MOST_DAYS, "description": said}


def _named(kind: Kind) -> str:
    return f"{kind.value}: a {'contact' if kind.is_contact else 'conduct'}"


def _word(value: str, said: str) -> dict[str, str]:
    return {"const": value, "description": said}


def _object(properties: Mapping[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    closed = {"type": "object", "additionalProperties": False, "properties": dict(properties)}
    return {**closed, "required": required} if required else closed
