"""A verdict as JSON: the one shape that HTTP, stream and batch answer with."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bot.domain.json_text import spelled, text_of
from bot.domain.verdicts import AttachedPiece, Notice, Outcome, Reason, Ruling, Verdict
from detectors import Finding, Kind, Piece, SpeechAct

if TYPE_CHECKING:
    from collections.abc import Mapping


def document_of(verdict: Verdict) -> dict[str, Any]:
    """The verdict as a JSON object. `failed` stands in it only when a detector raised."""
    reason = verdict.outcome.reason
    document: dict[str, Any] = {
        "message_id": verdict.message_id,
        "ruling": verdict.ruling.value,
        "reason": reason.value if reason else None,
        "speech_act": verdict.speech_act.value if verdict.speech_act else None,
        "kinds": [kind.value for kind in verdict.kinds],
        "findings": [_finding(finding) for finding in verdict.findings],
        "notice": {"ja": verdict.notice.ja, "en": verdict.notice.en} if verdict.notice else None,
        "disclosure_url": verdict.disclosure_url,
        "case_id": verdict.case_id,
        "policy": verdict.policy,
    }
    if verdict.failed:
        document["failed"] = list(verdict.failed)
    return document


def line_of(verdict: Verdict) -> bytes:
    """The verdict as one line of JSON in UTF-8. Nearly every one says no more than its outcome."""
    if verdict.findings or verdict.failed or verdict.notice or verdict.case_id or verdict.disclosure_url:
        return text_of(document_of(verdict)).encode()
    return b'{"message_id": %s, %s' % (spelled(verdict.message_id), _plain_rest(verdict.outcome, verdict.policy))


@lru_cache(16)
def _plain_rest(outcome: Outcome, policy: str) -> bytes:
    """What stands after the id in a verdict without findings."""
    document = document_of(Verdict("", 1, outcome, policy))
    del document["message_id"]
    return text_of(document).removeprefix("{").encode()


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "speech_act": finding.speech_act.value,
        "value": finding.value,
        "confidence": finding.confidence,
        "tricks": list(finding.tricks),
        "rule": finding.rule,
        "because": finding.because,
        "pieces": [_piece(piece) for piece in finding.pieces],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    document: dict[str, Any] = {
        "message_id": piece.message_id,
        "start": piece.start,
        "end": piece.end,
        "text": piece.text,
    }
    if isinstance(piece, AttachedPiece):
        document |= {"attachment": piece.attachment, "part": piece.part}
    return document


def _words(*values: object) -> dict[str, Any]:
    return {"type": "string", "enum": list(values)}


def _object(title: str, properties: Mapping[str, Any], *optional: str) -> dict[str, Any]:
    return {
        "type": "object",
        "title": title,
        "required": [name for name in properties if name not in optional],
        "properties": dict(properties),
        "additionalProperties": False,
    }


_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_MAYBE_TEXT = {"type": ["string", "null"]}

VERDICT_SCHEMA: Mapping[str, Any] = _object(
    "Verdict",
    {
        "message_id": _TEXT,
        "ruling": _words(*(ruling.value for ruling in Ruling)),
        "reason": {"type": ["string", "null"], "enum": [*(reason.value for reason in Reason), None]},
        "speech_act": {"type": ["string", "null"], "enum": [*(act.value for act in SpeechAct), None]},
        "kinds": {"type": "array", "items": _words(*(kind.value for kind in Kind))},
        "findings": {
            "type": "array",
            "items": _object(
                "Finding",
                {
                    "kind": _words(*(kind.value for kind in Kind)),
                    "speech_act": _words(*(act.value for act in SpeechAct)),
                    "value": _TEXT,
                    "confidence": {"type": "number", "minimum": 0, "maximum": 1},
                    "tricks": {"type": "array", "items": _TEXT},
                    "rule": _TEXT,
                    "because": _TEXT,
                    "pieces": {
                        "type": "array",
                        "items": _object(
                            "Piece",
                            {
                                "message_id": _TEXT,
                                "start": _COUNT | {"description": "Unicode code points into the text as written"},
                                "end": _COUNT,
                                "text": _TEXT,
                                "attachment": _COUNT,
                                "part": _words("name", "text"),
                            },
                            "attachment",
                            "part",
                        ),
                    },
                },
            ),
        },
        "notice": _object("Notice", {"ja": _TEXT, "en": _TEXT}) | {"type": ["object", "null"]},
        "disclosure_url": _MAYBE_TEXT,
        "case_id": _MAYBE_TEXT,
        "policy": _TEXT,
        "failed": {"type": "array", "items": _TEXT, "description": "detectors that raised"},
    },
    "failed",
)
"""The same as JSON Schema."""


def verdict_from(document: Mapping[str, Any], revision: int) -> Verdict:
    """The verdict that `document_of` wrote. Its effects are not in there: they were recorded beside it."""
    notice, reason = document["notice"], document["reason"]
    act = document["speech_act"]
    return Verdict(
        message_id=document["message_id"],
        revision=revision,
        outcome=Outcome(f"{document['ruling']}: {reason}" if reason else document["ruling"]),
        policy=document["policy"],
        speech_act=SpeechAct(act) if act else None,
        kinds=tuple(Kind(kind) for kind in document["kinds"]),
        findings=tuple(_finding_from(finding) for finding in document["findings"]),
        failed=tuple(document.get("failed", ())),
        notice=Notice(**notice) if notice else None,
        case_id=document["case_id"],
        disclosure_url=document["disclosure_url"],
    )


def _finding_from(document: Mapping[str, Any]) -> Finding:
    return Finding(
        kind=Kind(document["kind"]),
        speech_act=SpeechAct(document["speech_act"]),
        value=document["value"],
        confidence=document["confidence"],
        tricks=tuple(document["tricks"]),
        rule=document["rule"],
        because=document["because"],
        pieces=tuple((AttachedPiece if "part" in piece else Piece)(**piece) for piece in document["pieces"]),
    )
