"""HTTP/1.1 as uvicorn speaks it, with a way of its own for whole messages (bot.api.straight).

A POST to /v1/messages that is there in one piece, which nearly every one is, needs no scope, no event and no second
parsing of its address. Whatever is not so plain (a body in pieces, requests that do not wait for each other's answers,
an address with a query) is uvicorn's from the first byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

import structlog
from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from bot.api.straight import PATH, VERDICT_HEADERS, Headers
from bot.domain.errors import trace_of

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Sequence

    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

URL = PATH.encode()
HEAD = STATUS_LINE[200] + b"".join(b"%s: %s\r\n" % header for header in VERDICT_HEADERS)


class Answers(Protocol):
    """Who answers whole messages."""

    async def answer(self, headers: Sequence[tuple[bytes, bytes]], body: bytes) -> tuple[int, Headers, bytes]:
        """Status, headers and body."""


class _Underway:
    """What uvicorn asks of a request under way, for one that it does not see."""

    __slots__ = ("disconnected", "keep_alive", "message_event", "response_complete")

    def __init__(self) -> None:
        self.response_complete = False
        self.disconnected = False
        self.keep_alive = True
        self.message_event = self

    def set(self) -> None:
        """Nobody waits for more of it."""


class Wire(HttpToolsProtocol):
    """One connection. `answers` stands in a class made for a server (`wire_of`)."""

    answers: ClassVar[Answers]
    _parts: list[bytes] | None = None
    """The body so far of a message that may go straight."""
    _underway: _Underway | None = None
    _resting: asyncio.TimerHandle | None = None
    _rests_since = 0.0

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        if self._resting:
            self._resting.cancel()
        super().connection_lost(exc)

    @override
    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._parts is not None:  # the rest of the body is still to come
            parts, self._parts = self._parts, None
            self._leave_to_uvicorn()
            for part in parts:
                super().on_body(part)

    @override
    def on_message_begin(self) -> None:
        self.url = b""
        self.expect_100_continue = False
        self.headers = []

    @override
    def on_headers_complete(self) -> None:
        before: RequestResponseCycle | _Underway | None = self.cycle
        is_free = before is None or before.response_complete
        if is_free and self.url == URL and not self.expect_100_continue:
            parser = self.parser
            is_plain = parser.get_http_version() == "1.1" and parser.should_keep_alive() and not parser.should_upgrade()
            if is_plain and parser.get_method() == b"POST" and self.limit_concurrency is None:
                self._parts = []
                return
        self._leave_to_uvicorn()

    @override
    def on_body(self, body: bytes) -> None:
        if self._parts is None:
            super().on_body(body)
        else:
            self._parts.append(body)

    @override
    def on_message_complete(self) -> None:
        if self._parts is None:
            super().on_message_complete()
            return
        parts, self._parts = self._parts, None
        body = parts[0] if len(parts) == 1 else b"".join(parts)
        underway = self._underway
        if underway is None:
            underway = self._underway = _Underway()
        underway.response_complete = False
        self.cycle = underway  # type: ignore[assignment]
        task = self.loop.create_task(self._answer(underway, self.headers, body))
        task.add_done_callback(self.tasks.discard)
        self.tasks.add(task)

    def _leave_to_uvicorn(self) -> None:
        url, headers, expect = self.url, self.headers, self.expect_100_continue
        super().on_message_begin()
        self.url, self.expect_100_continue = url, expect
        self.headers.extend(headers)
        super().on_headers_complete()

    async def _answer(self, underway: _Underway, headers: Headers, body: bytes) -> None:
        try:
            status, told, answer = await self.answers.answer(headers, body)
        except BaseException as error:
            structlog.get_logger("bot.api").error("no answer", **trace_of(error))
            self.transport.close()
            raise
        if self.flow.write_paused and not underway.disconnected:
            await self.flow.drain()
        if underway.disconnected:
            return
        parts = [HEAD] if told is VERDICT_HEADERS else [STATUS_LINE[status]]
        named = self.server_state.default_headers
        has_length = False
        if told is not VERDICT_HEADERS:
            named = [*named, *told]
            has_length = any(name == b"content-length" for name, _ in told)
            underway.keep_alive &= (b"connection", b"close") not in told
        for name, value in named:
            parts += (name, b": ", value, b"\r\n")
        if not has_length:
            parts.append(b"content-length: %d\r\n" % len(answer))
        if not underway.keep_alive and (b"connection", b"close") not in told:
            parts.append(b"connection: close\r\n")
        parts += (b"\r\n", answer)
        self.transport.write(b"".join(parts))
        underway.response_complete = True
        self._is_answered(underway)

    def _is_answered(self, underway: _Underway) -> None:
        if not underway.keep_alive:
            self.transport.close()
        if self.pipeline or self.transport.is_closing():
            self.on_response_complete()
            return
        self.server_state.total_requests += 1
        self._rests_since = self.loop.time()
        if self._resting is None:
            self._resting = self.loop.call_later(self.timeout_keep_alive, self._close_if_idle)

    def _close_if_idle(self) -> None:
        """End a connection that rests too long. One timer looks again: one for each answer would cost more than it."""
        self._resting = None
        last: RequestResponseCycle | _Underway = self.cycle
        if last is not self._underway or not last.response_complete or self.transport.is_closing():
            return  # something else is under way: whoever ends it begins to count anew
        left = self._rests_since + self.timeout_keep_alive - self.loop.time()
        if left > 0:
            self._resting = self.loop.call_later(left, self._close_if_idle)
        else:
            self.transport.close()


def wire_of(who: Answers) -> type[Wire]:
    """The protocol for a server whose whole messages are answered by `who`."""
    return type("Wire", (Wire,), {"answers": who})
