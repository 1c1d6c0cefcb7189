"""Refusals as problem+json (RFC 9457), in the caller's language. Nothing that was sent is repeated in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from bot.domain.errors import BadInput, Conflict, NotFound, Refusal, StaleView, StoreAway, TooLarge
from bot.domain.json_text import text_of
from bot.domain.wording import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

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
}


class Unauthorised(Refusal):
    """Nobody we know is calling."""


class NoSuchPage(NotFound):
    """There is nothing at this address."""


class WrongMethod(Refusal):
    """This cannot be done at this address."""


class WrongMediaType(BadInput):
    """The body is not called JSON."""


def problem(error: Exception, wording: Wording, language: Language) -> Response:
    """The answer to a call that was refused, or that went wrong."""
    status, title, headers = _kind(error)
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
        {"Content-Language": language.value, "Vary": "Accept-Language", **headers},
        "application/problem+json",
    )


def _kind(error: Exception) -> tuple[int, str, dict[str, str]]:  # noqa: PLR0911 (a table)
    """Status, kind of problem and headers."""
    match error:
        case TooLarge():
            return 413, "too_large", {"Connection": "close"}
        case WrongMediaType():
            return 415, "media_type", {}
        case BadInput():
            return 422 if error.field else 400, "bad_input", {}
        case Unauthorised():
            return 401, "unauthorised", {"WWW-Authenticate": "Bearer"}
        case NotFound():
            return 404, "not_found", {}
        case WrongMethod():
            return 405, "method", {}
        case Conflict():
            return 409, "conflict", {}
        case StoreAway() | StaleView():
            return 503, "away", {"Retry-After": RETRY_SECONDS}
        case _:
            return 500, "internal", {}


def language_of(request: Request) -> Language:
    """The language the caller reads best, English if neither is named (Accept-Language)."""
    best, weight = Language.EN, 0.0
    for part in request.headers.get("accept-language", "").split(","):
        named = RANGE.fullmatch(part)
        if named and named[1].lower() in {"ja", "en"} and float(named[2] or 1) > weight:
            best, weight = Language(named[1].lower()), float(named[2] or 1)
    return best
