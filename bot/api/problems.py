"""Refusals as problem+json (RFC 9457), in the caller's language. Nothing that was sent is repeated in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import structlog
from starlette.responses import Response

from bot.domain.errors import (
    BadInput,
    Conflict,
    NotFound,
    NotPermitted,
    Refusal,
    SekimoriError,
    StaleView,
    StoreAway,
    TooLarge,
    trace_of,
)
from bot.domain.json_text import text_of
from bot.domain.wording import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.wording import Wording

RETRY_SECONDS = "2"
"""When a call that failed for want of the database may be repeated."""

RANGE = re.compile(r"\s*([a-z]{2})(?:-[\w-]+)?\s*(?:;\s*q=([01](?:\.\d+)?))?\s*", re.IGNORECASE)

PROBLEM_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "title": "Problem",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "field": {"type": "string", "description": "the field of the body that is wrong"},
    },
    "example": {
        "type": "/docs#bad_input",
        "title": "The input cannot be accepted",
        "status": 422,
        "detail": "text is missing",
        "field": "text",
    },
}


class Unauthorised(Refusal):
    """Nobody we know is calling."""


class Forbidden(Refusal):
    """This key may not do that."""


class TooMany(Refusal):
    """This key calls too often; `seconds` tells when the next call may come."""


class TooSlow(Refusal):
    """The body did not arrive in time."""


class NoSuchPage(NotFound):
    """There is nothing at this address."""


class WrongMethod(Refusal):
    """This cannot be done at this address."""


class WrongMediaType(BadInput):
    """The body is not called JSON."""


UNUSABLE_FIELD = 422
KINDS: tuple[tuple[type[Exception], int, str], ...] = (
    (TooLarge, 413, "too_large"),
    (WrongMediaType, 415, "media_type"),
    (BadInput, 400, "bad_input"),
    (Unauthorised, 401, "unauthorised"),
    (Forbidden, 403, "forbidden"),
    (NotPermitted, 403, "forbidden"),
    (NotFound, 404, "not_found"),
    (WrongMethod, 405, "method"),
    (TooSlow, 408, "too_slow"),
    (Conflict, 409, "conflict"),
    (TooMany, 429, "too_many"),
    (StoreAway, 503, "away"),
    (StaleView, 503, "away"),
)
"""Status and kind of each refusal, the narrower first; a field that cannot be used is 422."""


def refusal(error: Exception, wording: Wording, accepted: str) -> Response:
    """The answer to a call that failed; what nobody refused on purpose is logged, without its content."""
    answer = problem(error, wording, language_of(accepted))
    if not isinstance(error, Refusal):
        level = "warning" if isinstance(error, SekimoriError) else "error"
        getattr(structlog.get_logger("bot.api"), level)("call failed", status=answer.status_code, **trace_of(error))
    return answer


def problem(error: Exception, wording: Wording, language: Language) -> Response:
    """The answer to a call that was refused, or that went wrong."""
    status, title = _kind(error)
    refusal = error if isinstance(error, Refusal) else Refusal("away" if status == 503 else "internal")  # noqa: PLR2004
    document = {
        "type": f"/docs#{title}",
        "title": wording.say(language, f"problem.{title}"),
        "status": status,
        "detail": wording.say(language, f"refusal.{refusal.word}", **refusal.about),
    }
    if isinstance(error, BadInput) and error.field:
        document["field"] = error.field
    return Response(
        text_of(document).encode(),
        status,
        {"Content-Language": language.value, "Vary": "Accept-Language", **_headers(error)},
        "application/problem+json",
    )


def _kind(error: Exception) -> tuple[int, str]:
    """Status and kind of problem."""
    if isinstance(error, BadInput) and error.field and type(error) is BadInput:
        return UNUSABLE_FIELD, "bad_input"
    return next(((status, title) for one, status, title in KINDS if isinstance(error, one)), (500, "internal"))


def _headers(error: Exception) -> dict[str, str]:
    match error:
        case Unauthorised():
            return {"WWW-Authenticate": "Bearer"}
        case TooLarge() | TooSlow():
            return {"Connection": "close"}  # what is still on the way is not read
        case TooMany():
            return {"Retry-After": str(error.about["seconds"])}
        case StoreAway() | StaleView():
            return {"Retry-After": RETRY_SECONDS}
        case _:
            return {}


def language_of(accepted: str) -> Language:
    """The language the caller reads best, English if neither is named; `accepted` is the header Accept-Language."""
    best, weight = Language.EN, 0.0
    for part in accepted.split(","):
        named = RANGE.fullmatch(part)
        if named and named[1].lower() in {"ja", "en"} and float(named[2] or 1) > weight:
            best, weight = Language(named[1].lower()), float(named[2] or 1)
    return best
