"""The addresses of /v1. Each reads what it is given, calls the guard, and writes what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import Response
from starlette.routing import Route

from bot.api.bodies import object_of
from bot.domain.contract_json import contract_from, document_of_contract
from bot.domain.errors import NotFound
from bot.domain.fields import id_in
from bot.domain.json_text import text_of
from bot.domain.message_json import message_from
from bot.domain.verdict_json import document_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from bot.api.callers import Callers
    from bot.api.door import Door

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def v1_routes(door: Door, callers: Callers) -> list[BaseRoute]:
    """The routes of /v1 over `door`. They are plain: one of them is on the way of every message."""

    async def messages(request: Request) -> Response:
        callers.caller_of(request)
        message = message_from(await object_of(request))
        return _json(document_of(await door.screen(message)))

    async def contract(request: Request) -> Response:
        callers.caller_of(request)
        contract_id = id_in(request.path_params, "contract_id")
        if request.method == "PUT":
            work_style, state = contract_from(await object_of(request))
            return _json(document_of_contract(await door.put_contract(contract_id, work_style, state)))
        found = await door.contract(contract_id)
        if found is None:
            raise NotFound("no_contract", contract_id=contract_id)
        return _json(document_of_contract(found))

    return [
        Route("/v1/messages", messages, methods=["POST"]),
        Route("/v1/contracts/{contract_id:path}", contract, methods=["PUT", "GET"]),
    ]


def health_routes(door: Door) -> list[BaseRoute]:
    """Whether the process runs, and whether it can do its work."""

    async def healthz(_: Request) -> Response:
        return _json({"status": "ok"})

    async def readyz(_: Request) -> Response:
        is_ready = await door.is_ready()
        return _json({"status": "ready"}) if is_ready else _json({"status": "away"}, 503)

    return [Route("/healthz", healthz, methods=["GET"]), Route("/readyz", readyz, methods=["GET"])]


def _json(document: dict[str, Any], status: int = 200) -> Response:
    return Response(text_of(document).encode(), status, HEADERS, "application/json")
