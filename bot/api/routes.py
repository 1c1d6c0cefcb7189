"""The addresses: those of the table of calls, behind the door-keeper, and those that look after the server itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.convertors import Convertor, register_url_convertor
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

    from starlette.requests import Request
    from starlette.routing import BaseRoute

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

    An id may hold anything, slashes too, so what says more comes first.
    """
    paths: dict[str, dict[str, Call]] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method] = call
    narrow_first = sorted(paths, key=lambda path: (-path.count("/"), "{" in path.rpartition("/")[2], path))
    return [_route(path, paths[path], door, callers) for path in narrow_first]


def _route(path: str, calls: Mapping[str, Call], door: Door, callers: Callers) -> BaseRoute:
    async def answer(request: Request) -> Response:
        request.scope[ROUTE] = path
        call = calls["GET" if request.method == "HEAD" else request.method]
        request.scope[SCOPE] = await callers.admit(request, call.scopes)
        answered = await call.does(request, door)
        if isinstance(answered, str):
            return Response(answered.encode(), 200, HEADERS, call.media_type)
        return _json(answered)

    return Route(path.replace("}", ":id}"), answer, methods=list(calls))


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
        await callers.admit(request, READS)
        return Response(observer.text(), 200, HEADERS, MEDIA_TYPE)

    return [
        Route("/healthz", healthz, methods=["GET"]),
        Route("/readyz", readyz, methods=["GET"]),
        Route("/metrics", metrics, methods=["GET"]),
    ]


def _json(document: dict[str, Any], status: int = 200) -> Response:
    return Response(text_of(document).encode(), status, HEADERS, "application/json")
