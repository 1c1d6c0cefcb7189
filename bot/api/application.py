"""The application: routes, and one outermost place where whatever goes wrong becomes a problem document."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.routing import Router

from bot.api.description import description_routes
from bot.api.observing import ELSEWHERE, METHODS, ROUTE
from bot.api.problems import NoSuchPage, WrongMethod, refusal
from bot.api.routes import server_routes, v1_routes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from bot.api.callers import Callers
    from bot.api.door import Door
    from bot.api.observing import Observer
    from bot.domain.wording import Wording

METHOD, PAGE = 405, 404


def make_api(
    door: Door, wording: Wording, callers: Callers, observer: Observer, pages: Sequence[BaseRoute] = ()
) -> ASGIApp:
    """The interface over `door`, with further `pages` beside it."""
    routes = [*v1_routes(door, callers), *server_routes(door, callers, observer), *description_routes(), *pages]
    return Answering(Router(routes, redirect_slashes=False), wording, observer)


class Answering:
    """Answers every call, also the ones that fail: a refusal says why, anything else is logged without its content."""

    def __init__(self, app: ASGIApp, wording: Wording, observer: Observer) -> None:
        self._app = app
        self._wording = wording
        self._observer = observer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection (ASGI)."""
        if scope["type"] == "lifespan":
            return
        scope["app"] = self  # asks the router to raise for unknown addresses instead of answering itself
        began, status = perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except ClientDisconnect:
            return
        except Exception as error:
            if status or scope["type"] != "http":
                raise
            await self._answer(error, Request(scope))(scope, receive, sending)
        finally:
            if status:
                method = scope["method"] if scope["method"] in METHODS else ELSEWHERE
                self._observer.answered(method, scope.get(ROUTE, ELSEWHERE), status, perf_counter() - began)

    def _answer(self, error: Exception, request: Request) -> Response:
        refused: Exception = error
        headers = {}
        if isinstance(error, HTTPException):
            headers = dict(error.headers or {})
            if error.status_code == METHOD:
                refused = WrongMethod("method", method=request.method)
            elif error.status_code == PAGE:
                refused = NoSuchPage("no_page")
        answer = refusal(refused, self._wording, request.headers.get("accept-language", ""))
        answer.headers.update(headers)
        return answer
