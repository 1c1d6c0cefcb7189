"""The body of a call: read up to a limit, then as a JSON object."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from bot.api.problems import TooSlow, WrongMediaType
from bot.domain.errors import BadInput, TooLarge
from bot.domain.json_text import object_from

if TYPE_CHECKING:
    from starlette.requests import Request

JSON = "application/json"
LIMIT = 2 * 1024 * 1024
"""Bytes of a body: 100,000 characters, each escaped, and attachments."""


SECONDS = 10
"""How long a body may take to arrive."""


async def object_of(request: Request) -> dict[str, Any]:
    """The JSON object in the body.

    Raises:
        BadInput: it is not called JSON, too large, empty, or cannot be read.
        TooSlow: it did not arrive in time.
    """
    check_name(request.headers.get("content-type", ""))
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length[:20]) > LIMIT:
        raise TooLarge("body_too_large", limit=LIMIT)
    try:
        async with asyncio.timeout(SECONDS):
            body = await _all_of(request)
    except TimeoutError:
        raise TooSlow("too_slow", seconds=SECONDS) from None
    return object_in(bytes(body))


def check_name(media_type: str) -> None:
    """Whether a body is called JSON.

    Raises:
        WrongMediaType: it is not.
    """
    if media_type != JSON and media_type.partition(";")[0].strip().lower() != JSON:
        raise WrongMediaType("media_type")


def object_in(body: bytes) -> dict[str, Any]:
    """The JSON object that a whole body spells.

    Raises:
        BadInput: it is too large, empty, or cannot be read.
    """
    if len(body) > LIMIT:
        raise TooLarge("body_too_large", limit=LIMIT)
    if not body:
        raise BadInput("empty_body")
    return object_from(body)


async def _all_of(request: Request) -> bytearray:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LIMIT:
            raise TooLarge("body_too_large", limit=LIMIT)
    return body
