"""The two ways in: events over HTTP, and Socket Mode; and the work that both leave behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_sdk.web.async_client import AsyncWebClient
from starlette.routing import Route

from bot.domain.errors import StoreAway
from bot.slack.calling import work_calls
from bot.slack.inbox import work_inbox
from bot.slack.needs import EVENTS_PATH
from bot.slack.telling import tell

if TYPE_CHECKING:
    import asyncio

    from slack_bolt.async_app import AsyncApp
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from bot.domain.effects import Event
    from bot.slack.context import Slack

LONGEST = 2 * 1024 * 1024


def event_routes(app: AsyncApp) -> list[BaseRoute]:
    """Where Slack sends events, clicks and commands. What could not be kept is answered by 503 and comes again."""
    handler = AsyncSlackRequestHandler(app)

    async def events(request: Request) -> Response:
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:10]) > LONGEST:
            raise StoreAway("too large")
        answer = await handler.handle(request)
        if answer.status_code >= 500:  # noqa: PLR2004 (Bolt's word for a listener that raised)
            raise StoreAway("not kept")
        return answer

    return [Route(EVENTS_PATH, events, methods=["POST"], include_in_schema=False)]


@dataclass(frozen=True, slots=True)
class Duties:
    """What the worker does for Slack: tell it events, judge what it told, make the calls that are due.

    All of it raises StoreAway while the database does not answer; what is left is done next time.
    """

    slack: Slack

    async def tell(self, event: Event) -> None:
        """Note what an event means in Slack."""
        await tell(event, self.slack)

    async def judge(self) -> None:
        """Judge everything that waits."""
        while await work_inbox(self.slack):
            pass

    async def call(self) -> None:
        """Make every call that is due."""
        while await work_calls(self.slack):
            pass


async def listen_by_socket(app: AsyncApp, slack: Slack, app_token: str, stopping: asyncio.Event) -> None:
    """Socket Mode until `stopping` is set: for workspaces that this server cannot be reached from."""
    web = AsyncWebClient(base_url=slack.web.base)
    handler = AsyncSocketModeHandler(app, app_token, web_client=web, logger=app.logger)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        await stopping.wait()
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
