"""Look at one message with all that belongs to it: its text, the names and texts of its attachments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.verdicts import AttachedPiece
from detectors import Finding, Scan, Words, scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.messages import Message
    from detectors import Piece, Utterance


def read(message: Message, recent: Sequence[Utterance], words: Words) -> Scan:
    """Everything seen in `message`, with `recent` (oldest first) as evidence; pieces carry the message's own id.

    A scan that raises as a whole is named "scan" among the failed: such a message is never clean.
    """
    seen = _seen(message.text, recent, words, message.sender_id)
    if not message.attachments:
        return seen if seen.is_clean else Scan(_named(seen, message), seen.failed)
    findings, failed = list(_named(seen, message)), list(seen.failed)
    for number, attachment in enumerate(message.attachments):
        for part, text in (("name", attachment.name), ("text", attachment.text)):
            inside = _seen(text, (), words, message.sender_id)
            findings += _named(inside, message, number, part)
            failed += inside.failed
    return Scan(tuple(findings), tuple(dict.fromkeys(failed)))


def _seen(text: str, recent: Sequence[Utterance], words: Words, sender: str) -> Scan:
    try:
        return scan(text, recent, words, sender=sender)
    except Exception:  # noqa: BLE001 (whatever broke: the verdict names it and the message is not clean)
        return Scan(failed=("scan",))


def _named(seen: Scan, message: Message, attachment: int | None = None, part: str = "text") -> tuple[Finding, ...]:
    """The findings, with the message's id in the pieces that the detectors left without one."""

    def named(piece: Piece) -> Piece:
        if piece.message_id:
            return piece
        if attachment is None:
            return replace(piece, message_id=message.message_id)
        return AttachedPiece(message.message_id, piece.start, piece.end, piece.text, attachment, part)

    return tuple(replace(finding, pieces=tuple(map(named, finding.pieces))) for finding in seen.findings)
