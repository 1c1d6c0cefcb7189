"""POST /v1/messages as nearly every message comes: whole, from bytes to bytes, with no framework on the way.

What it answers is what the route of the table of calls answers (a test compares them); layers that serve every kind of
call are left out.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from bot.api.bodies import check_name, object_in
from bot.api.call import TELLS
from bot.api.problems import refusal
from bot.api.routes import HEADERS
from bot.domain.message_json import message_from
from bot.domain.verdict_json import line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.api.callers import Callers
    from bot.api.door import Door
    from bot.api.observing import Observer
    from bot.domain.wording import Wording

PATH = "/v1/messages"
OK = 200
Headers = list[tuple[bytes, bytes]]

VERDICT_HEADERS: Headers = [
    *((name.lower().encode(), value.encode()) for name, value in HEADERS.items()),
    (b"content-type", b"application/json"),
]
"""Those of every verdict, without its length."""


class Straight:
    """Answers whole messages."""

    def __init__(self, door: Door, wording: Wording, callers: Callers, observer: Observer) -> None:
        self._door = door
        self._wording = wording
        self._callers = callers
        self._observer = observer

    async def answer(self, headers: Sequence[tuple[bytes, bytes]], body: bytes) -> tuple[int, Headers, bytes]:
        """Status, headers and body of the answer; `headers` have lower-case names, as in ASGI.

        A verdict has VERDICT_HEADERS themselves, and no length among them.
        """
        began, authorization, media_type, accepted = perf_counter(), None, "", ""
        for name, value in headers:
            if name == b"content-type":
                media_type = media_type or value.decode("latin-1")
            elif name == b"authorization":
                authorization = authorization or value.decode("latin-1")
            elif name == b"accept-language":
                accepted = accepted or value.decode("latin-1")
        try:
            await self._callers.admit(authorization, TELLS)
            check_name(media_type)
            verdict = await self._door.screen(message_from(object_in(body)))
            answered = OK, VERDICT_HEADERS, line_of(verdict)
        except Exception as error:  # noqa: BLE001 (whatever it was, the caller is answered, and it is logged)
            refused = refusal(error, self._wording, accepted)
            answered = refused.status_code, refused.raw_headers, bytes(refused.body)
        self._observer.answered("POST", PATH, answered[0], perf_counter() - began)
        return answered
