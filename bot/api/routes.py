"""The addresses: those of the table of calls, behind the door-keeper, and those that look after the server itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from typing_extensions import override

from bot.api.call import READS, Call
from bot.api.calls import CALLS
from bot.api.observing import MEDIA_TYPE, ROUTE
from bot.api.people import SCOPE
from bot.domain.json_text import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.routing import BaseRoute
    from starlette.types import Receive, Scope, Send

    from bot.api.callers import Callers
    from bot.api.door import Door
    from bot.api.observing import Observer

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class Id(Convertor[str]):
    """An id in an address: anything, slashes and line breaks too, so that the reader can say what is wrong with it."""

    regex = "(?s:.*)"

    @override
    def convert(self, value: str) -> str:
        return value

    @override
    def to_string(self, value: str) -> str:
        return value


register_url_convertor("id", Id())


def v1_routes(door: Door, callers: Callers) -> list[BaseRoute]:
    """The routes of /v1 over `door`. They are plain: one of them is on the way of every message.

    An id may hold anything, slashes too, so what says more comes first; before all, addresses without any id.
    """
    paths: dict[str, dict[str, Call]] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method] = call
    narrow_first = sorted(paths, key=lambda path: ("{" in path, -path.count("/"), "{" in path.rpartition("/")[2], path))
    return [_route(path, paths[path], door, callers) for path in narrow_first]


def _route(path: str, calls: Mapping[str, Call], door: Door, callers: Callers) -> BaseRoute:
    return Route(path.replace("}", ":id}"), Answer(path, calls, door, callers), methods=list(calls))


class Answer:
    """The answer to every call of one address.

    A function would do, but Starlette wraps each one twice in a handling of errors that `Answering` makes needless.
    """

    def __init__(self, path: str, calls: Mapping[str, Call], door: Door, callers: Callers) -> None:
        self._path = path
        self._calls = calls
        self._door = door
        self._callers = callers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one call (ASGI)."""
        scope[ROUTE] = self._path
        request = Request(scope, receive)
        call = self._calls["GET" if request.method == "HEAD" else request.method]
        scope[SCOPE] = await self._callers.admit(request.headers.get("authorization"), call.scopes)
        answered = await call.does(request, self._door)
        if isinstance(answered, str):
            answer = Response(answered.encode(), 200, HEADERS, call.media_type)
        else:
            answer = _json(answered)
        await answer(scope, receive, send)


def server_routes(door: Door, callers: Callers, observer: Observer) -> list[BaseRoute]:
    """Whether the process runs, whether it can do its work, and what it has done so far in numbers."""

    async def healthz(request: Request) -> Response:
        request.scope[ROUTE] = "/healthz"
        return _json({"status": "ok"})

    async def readyz(request: Request) -> Response:
        request.scope[ROUTE] = "/readyz"
        is_ready = await door.is_ready()
        return _json({"status": "ready"}) if is_ready else _json({"status": "away"}, 503)

    async def metrics(request: Request) -> Response:
        request.scope[ROUTE] = "/metrics"
        await callers.admit(request.headers.get("authorization"), READS)
        return Response(observer.text(), 200, HEADERS, MEDIA_TYPE)

    return [
        Route("/healthz", healthz, methods=["GET"]),
        Route("/readyz", readyz, methods=["GET"]),
        Route("/metrics", metrics, methods=["GET"]),
    ]


def _json(document: dict[str, Any], status: int = 200) -> Response:
    return Response(text_of(document).encode(), status, HEADERS, "application/json")
