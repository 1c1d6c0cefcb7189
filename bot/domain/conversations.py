"""Which contract a conversation belongs to, as a value and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain.errors import BadInput
from bot.domain.fields import optional_id_in
from bot.domain.message_json import ID_SCHEMA, MAYBE_ID_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Link:
    """A conversation and its contract, None for a conversation that belongs to none.

    `revision` grows with every message recorded and every change of the link.
    """

    conversation_id: str
    contract_id: str | None
    revision: int


def contract_id_from(document: Mapping[str, Any]) -> str | None:
    """The contract that a JSON object links to; null takes the link away.

    Raises:
        BadInput: nothing is said, or no id.
    """
    if "contract_id" not in document:
        raise BadInput("missing", "contract_id")
    return optional_id_in(document, "contract_id")


def document_of_link(link: Link) -> dict[str, Any]:
    """The conversation as a JSON object."""
    return {"conversation_id": link.conversation_id, "contract_id": link.contract_id}


CONVERSATION_TERMS_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "title": "ConversationTerms",
    "required": ["contract_id"],
    "properties": {"contract_id": MAYBE_ID_SCHEMA},
    "example": {"contract_id": "k-3"},
}

CONVERSATION_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "title": "Conversation",
    "required": ["conversation_id", "contract_id"],
    "properties": {"conversation_id": ID_SCHEMA, "contract_id": MAYBE_ID_SCHEMA},
    "example": {"conversation_id": "c-9", "contract_id": "k-3"},
}
