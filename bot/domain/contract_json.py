"""A contract as JSON: its reader, its writer, and the schema both are published with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.contracts import Parties, State, WorkStyle
from bot.domain.errors import BadInput
from bot.domain.fields import optional_id_in, word_in
from bot.domain.message_json import ID_SCHEMA, MAYBE_ID_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.contracts import Contract

TOLD = tuple(state.value for state in State if state is not State.UNKNOWN)
"""The states a marketplace can tell; `unknown` is for what it did not tell."""


def contract_from(document: Mapping[str, Any]) -> tuple[WorkStyle, State, Parties]:
    """The work style, state and parties that a JSON object tells.

    Raises:
        BadInput: the first field that is missing or wrong, by name.
    """
    work_style = word_in(document, "work_style", WorkStyle)
    if work_style is None:
        raise BadInput("missing", "work_style")
    state = word_in(document, "state", State)
    if state is None:
        raise BadInput("missing", "state")
    if state is State.UNKNOWN:
        raise BadInput("unknown_word", "state", words=", ".join(TOLD))
    parties = Parties(optional_id_in(document, "client_id"), optional_id_in(document, "freelancer_id"))
    return work_style, state, parties


def document_of_contract(contract: Contract) -> dict[str, Any]:
    """The contract as a JSON object."""
    return {
        "contract_id": contract.contract_id,
        "work_style": contract.work_style.value,
        "state": contract.state.value,
        "client_id": contract.parties.client_id,
        "freelancer_id": contract.parties.freelancer_id,
        "revision": contract.revision,
    }


_STYLE = {"type": "string", "enum": [style.value for style in WorkStyle]}
_STATE = {"type": "string", "enum": list(TOLD)}

CONTRACT_TERMS_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "title": "ContractTerms",
    "required": ["work_style", "state"],
    "properties": {
        "work_style": _STYLE,
        "state": _STATE,
        "client_id": MAYBE_ID_SCHEMA,
        "freelancer_id": MAYBE_ID_SCHEMA,
    },
    "example": {"work_style": "project", "state": "escrowed", "client_id": "u-7", "freelancer_id": "u-8"},
}

CONTRACT_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "title": "Contract",
    "required": ["contract_id", "work_style", "state", "client_id", "freelancer_id", "revision"],
    "properties": {
        "contract_id": ID_SCHEMA,
        "work_style": _STYLE,
        "state": _STATE,
        "client_id": MAYBE_ID_SCHEMA,
        "freelancer_id": MAYBE_ID_SCHEMA,
        "revision": {"type": "integer", "minimum": 1, "description": "grows with every change"},
    },
}
