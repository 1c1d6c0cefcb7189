"""The recent part of every conversation of a batch, kept small: a million messages fit beside the rest."""

from __future__ import annotations

import marshal
import zlib
from datetime import UTC, datetime

from bot.domain.threads import Conversation, Earlier
from detectors import Utterance

HOT = 2_000
"""Conversations kept as they are; those not written to for longest are packed."""


class BatchThreads:
    """Conversations by id. Those in use are at hand, the others packed to about a third of their size."""

    def __init__(self, hot: int = HOT) -> None:
        self._limit = hot
        self._hot: dict[str, Conversation] = {}
        self._packed: dict[str, bytes] = {}

    def take(self, conversation_id: str) -> Conversation:
        """The conversation so far, empty for a new one. `put` gives it back."""
        found = self._hot.pop(conversation_id, None)
        if found is not None:
            return found
        packed = self._packed.pop(conversation_id, None)
        return _unpacked(packed) if packed else Conversation()

    def put(self, conversation_id: str, conversation: Conversation) -> None:
        """Keep a conversation, and pack the one that was used least recently when too many are at hand."""
        self._hot[conversation_id] = conversation
        if len(self._hot) > self._limit:
            oldest = next(iter(self._hot))
            self._packed[oldest] = _packed(self._hot.pop(oldest))


def _packed(conversation: Conversation) -> bytes:
    rows = [
        (
            one.utterance.message_id,
            one.utterance.sender,
            one.utterance.text,
            one.revision,
            one.at.timestamp() if one.at else None,
            one.delivered,
        )
        for one in conversation.earlier
    ]
    return zlib.compress(marshal.dumps(rows), 1)


def _unpacked(packed: bytes) -> Conversation:
    rows = marshal.loads(zlib.decompress(packed))  # noqa: S302 (our own bytes, of this process)
    return Conversation(
        tuple(
            Earlier(
                Utterance(message_id, sender, text),
                revision,
                datetime.fromtimestamp(at, UTC) if at is not None else None,
                delivered,
            )
            for message_id, sender, text, revision, at, delivered in rows
        )
    )
