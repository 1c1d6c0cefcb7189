"""A message as JSON: the one reader behind HTTP, stream and batch, and the schema it is published with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.contracts import State, WorkStyle
from bot.domain.fields import (
    ID_LENGTH,
    LARGEST,
    id_in,
    number_in,
    object_in,
    objects_in,
    optional_id_in,
    text_in,
    time_in,
    word_in,
)
from bot.domain.messages import Attachment, Message, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT_LENGTH = 100_000
"""Characters of a message, and of the text inside an attachment."""

NAME_LENGTH = 1_000
ATTACHMENTS = 50


def message_from(document: Mapping[str, Any]) -> Message:
    """The message that a JSON object describes. Fields it does not know are passed over.

    Raises:
        BadInput: the first field that is missing or wrong, by name.
    """
    return Message(
        message_id=id_in(document, "message_id"),
        conversation_id=id_in(document, "conversation_id"),
        sender_id=id_in(document, "sender_id"),
        text=text_in(document, "text", TEXT_LENGTH),
        contract_id=optional_id_in(document, "contract_id"),
        sender_role=word_in(document, "sender_role", Role),
        sent_at=time_in(document, "sent_at"),
        revision=number_in(document, "revision", 1) or 1,
        attachments=tuple(
            _attachment(one, f"attachments[{number}].")
            for number, one in enumerate(objects_in(document, "attachments", ATTACHMENTS))
        ),
    )


def _attachment(document: Mapping[str, Any], path: str) -> Attachment:
    has_text = document.get("text") is not None
    return Attachment(
        name=text_in(document, "name", NAME_LENGTH, path),
        media_type=optional_id_in(document, "media_type", path),
        size=number_in(document, "size", 0, path),
        text=text_in(document, "text", TEXT_LENGTH, path) if has_text else "",
    )


def terms_in(document: Mapping[str, Any]) -> tuple[WorkStyle | None, State | None]:
    """Work style and state of a batch line's own `contract`; None for what it leaves out."""
    contract = object_in(document, "contract")
    if contract is None:
        return None, None
    return word_in(contract, "work_style", WorkStyle, "contract."), word_in(contract, "state", State, "contract.")


ID_SCHEMA = {
    "type": "string",
    "minLength": 1,
    "maxLength": ID_LENGTH,
    "pattern": r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]+$",
}
MAYBE_ID_SCHEMA = ID_SCHEMA | {"type": ["string", "null"]}

MESSAGE_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "title": "Message",
    "required": ["message_id", "conversation_id", "sender_id", "text"],
    "properties": {
        "message_id": ID_SCHEMA,
        "conversation_id": ID_SCHEMA,
        "contract_id": MAYBE_ID_SCHEMA,
        "sender_id": ID_SCHEMA,
        "sender_role": {"type": ["string", "null"], "enum": [*(role.value for role in Role), None]},
        "text": {"type": "string", "maxLength": TEXT_LENGTH},
        "sent_at": {"type": ["string", "null"], "format": "date-time"},
        "revision": {"type": ["integer", "null"], "minimum": 1, "maximum": LARGEST, "default": 1},
        "attachments": {
            "type": ["array", "null"],
            "maxItems": ATTACHMENTS,
            "items": {
                "type": "object",
                "title": "Attachment",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "maxLength": NAME_LENGTH},
                    "media_type": MAYBE_ID_SCHEMA,
                    "size": {"type": ["integer", "null"], "minimum": 0, "maximum": LARGEST, "description": "bytes"},
                    "text": {"type": ["string", "null"], "maxLength": TEXT_LENGTH},
                },
            },
        },
    },
    "example": {
        "message_id": "m-1",
        "conversation_id": "c-9",
        "contract_id": "k-3",
        "sender_id": "u-7",
        "sender_role": "client",
        "text": "詳しくはお電話ください。090-1234-5678です。",
        "sent_at": "2026-11-22T10:00:00+09:00",
        "revision": 1,
        "attachments": [],
    },
}
"""The same as JSON Schema."""
