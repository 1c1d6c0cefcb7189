"""Values for tests, each with only what the test is about."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from bot.domain.messages import Message
from bot.settings import load_rulebook
from detectors import Finding, Kind, Piece, SpeechAct

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
RULEBOOK = load_rulebook()


def a_message(text: str = "よろしくお願いします", **more: Any) -> Message:
    return Message(**{"message_id": "m-1", "conversation_id": "c-1", "sender_id": "u-1", "text": text} | more)


def a_line(text: str = "よろしくお願いします", **more: Any) -> dict[str, Any]:
    return {"message_id": "m-1", "conversation_id": "c-1", "sender_id": "u-1", "text": text} | more


def a_finding(kind: Kind = Kind.PHONE, act: SpeechAct = SpeechAct.OFFERS, **more: Any) -> Finding:
    usual = {
        "value": "+819012345678" if kind.is_contact else "",
        "confidence": 0.97,
        "tricks": (),
        "rule": f"{kind.value}.test",
        "because": "made up for a test",
        "pieces": (Piece("m-1", 3, 16, "090-1234-5678"),),
    }
    return Finding(kind=kind, speech_act=act, **usual | more)


def ids(prefix: str = "id"):
    """A source of ids that counts."""
    numbers = count(1)
    return lambda: f"{prefix}-{next(numbers)}"
