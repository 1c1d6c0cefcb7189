"""Messages and verdicts as rows, and back: what members wrote is sealed on the way in and opened on the way out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bot.domain.delivery import Delivery
from bot.domain.json_text import spelled, text_of
from bot.domain.threads import Earlier
from bot.domain.verdict_json import document_of, verdict_from
from bot.domain.verdicts import Outcome, Verdict
from detectors import Utterance

if TYPE_CHECKING:
    from sqlalchemy import Row

    from bot.domain.messages import Message
    from bot.flows.ports import Decided
    from bot.store.sealing import Sealer

MESSAGE = "messages.message"
VERDICT = "messages.verdict"


def row_of(decided: Decided, position: int, sealer: Sealer) -> tuple[Any, ...]:
    """The row of a decided message, as bot.store.adding.MESSAGE names its columns.

    A verdict without findings says no more than its outcome and needs no seal.
    """
    message, verdict = decided.message, decided.verdict
    row = row_id(message.message_id, message.revision)
    says_more = verdict.findings or verdict.failed
    return (
        message.message_id,
        message.revision,
        message.conversation_id,
        position,
        message.sender_id,
        message.sender_role.value if message.sender_role else None,
        message.sent_at or decided.at,
        decided.at,
        verdict.outcome.value,
        verdict.policy,
        fingerprint_of(message, sealer),
        sealer.seal(_content(message), MESSAGE, row),
        sealer.seal(text_of(document_of(verdict)).encode(), VERDICT, row) if says_more else None,
    )


def verdict_in(row: Row[*tuple[Any, ...]], sealer: Sealer) -> Verdict:
    """The verdict that was recorded; only its outcome and policy where nothing else was, or its text is purged."""
    if row.verdict_sealed is None:
        return Verdict(row.message_id, row.revision, Outcome(row.outcome), row.policy)
    sealed = sealer.open(row.verdict_sealed, VERDICT, row_id(row.message_id, row.revision))
    return verdict_from(json.loads(sealed), row.revision)


def earlier_in(row: Row[*tuple[Any, ...]], sealer: Sealer) -> Earlier:
    """A recorded message as evidence for later ones."""
    sealed = sealer.open(row.message_sealed, MESSAGE, row_id(row.message_id, row.revision))
    return Earlier(
        Utterance(row.message_id, row.sender_id, json.loads(sealed)["text"]),
        row.revision,
        row.at,
        delivery_of(row).is_visible,
    )


def delivery_of(row: Row[*tuple[Any, ...]]) -> Delivery:
    """Whether the other side sees the message now: what was noted since, otherwise what the verdict said."""
    if row.delivery:
        return Delivery(row.delivery)
    return Delivery.SHOWN if Outcome(row.outcome).ruling.is_delivered else Delivery.WITHHELD


def fingerprint_of(message: Message, sealer: Sealer) -> bytes:
    """A keyed hash of who said what where: equal only for the same message."""
    attached = [part for one in message.attachments for part in (one.name, one.text)]
    return sealer.fingerprint("message", message.conversation_id, message.sender_id, message.text, *attached)


def _content(message: Message) -> bytes:
    if not message.attachments:
        return b'{"text": %s}' % spelled(message.text)
    attachments = [
        {"name": one.name, "media_type": one.media_type, "size": one.size, "text": one.text}
        for one in message.attachments
    ]
    return text_of({"text": message.text, "attachments": attachments}).encode()


def row_id(message_id: str, revision: int) -> str:
    """What the seals of a row are bound to."""
    return f"{message_id}\0{revision}"
