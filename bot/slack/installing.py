"""Installing: where a browser is sent, and what comes back. The moderator token is a grant of its own."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.routing import Route

from bot.domain.slack import Team
from bot.slack.needs import BOT_SCOPES, GRANT_PATH, INSTALL_PATH, REDIRECT_PATH, USER_SCOPES
from bot.slack.web import SlackRefusal

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from bot.slack.context import Slack

STATE_SECONDS = 600
COOKIE = "sekimori_slack"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Client:
    """The app at Slack, and where its browsers come back to."""

    client_id: str
    client_secret: str
    base_url: str
    authorize_url: str = "https://slack.com/oauth/v2/authorize"


def installation_routes(slack: Slack, client: Client, secret: bytes) -> list[BaseRoute]:
    """The three addresses of an installation. The state is signed, good for ten minutes, and tied to the browser."""
    signer = URLSafeTimedSerializer(secret, salt="sekimori.slack")
    redirect = client.base_url.rstrip("/") + REDIRECT_PATH

    def sent(wish: str, scopes: dict[str, str]) -> Response:
        browser = secrets.token_urlsafe(16)
        query = {"client_id": client.client_id, "redirect_uri": redirect, "state": signer.dumps([wish, browser])}
        answer = RedirectResponse(f"{client.authorize_url}?{urlencode(query | scopes)}", 302, HEADERS)
        is_https = redirect.startswith("https://")
        answer.set_cookie(COOKIE, browser, STATE_SECONDS, httponly=True, samesite="lax", secure=is_https)
        return answer

    async def install(_: Request) -> Response:
        return sent("install", {"scope": ",".join(BOT_SCOPES)})

    async def grant(_: Request) -> Response:
        return sent("grant", {"user_scope": ",".join(USER_SCOPES)})

    async def come_back(request: Request) -> Response:
        try:
            wish, browser = signer.loads(request.query_params.get("state", ""), max_age=STATE_SECONDS)
        except (BadData, ValueError):
            return _page(slack, "slack.install.stale", 400)
        if not secrets.compare_digest(str(browser), request.cookies.get(COOKIE, "")):
            return _page(slack, "slack.install.stale", 400)
        code = request.query_params.get("code")
        if not code:
            return _page(slack, "slack.install.refused", 400)
        try:
            given = await slack.web.exchange(code, client.client_id, client.client_secret, redirect)
        except SlackRefusal:
            return _page(slack, "slack.install.refused", 502)
        is_kept = await (_keep_bot(given, slack) if wish == "install" else _keep_grant(given, slack))
        return _page(slack, f"slack.install.{wish}" if is_kept else "slack.install.refused", 200 if is_kept else 400)

    return [
        Route(INSTALL_PATH, install, methods=["GET"], include_in_schema=False),
        Route(GRANT_PATH, grant, methods=["GET"], include_in_schema=False),
        Route(REDIRECT_PATH, come_back, methods=["GET"], include_in_schema=False),
    ]


async def _keep_bot(given: dict[str, object], slack: Slack) -> bool:
    """The bot's token, for the workspace that gave it; a grant that was there stays."""
    about = given.get("team")
    team_id = str(about.get("id") or "") if isinstance(about, dict) else ""
    token, user = given.get("access_token"), given.get("bot_user_id")
    if not team_id or not token or not user:
        return False
    before = await slack.store.team(team_id) or Team(team_id, str(user))
    team = replace(before, bot_user_id=str(user), bot_token=str(token))
    await slack.store.keep_team(team, slack.hall.now())
    return True


async def _keep_grant(given: dict[str, object], slack: Slack) -> bool:
    """The moderator token, for a workspace that has the app already."""
    about, by = given.get("team"), given.get("authed_user")
    team_id = str(about.get("id") or "") if isinstance(about, dict) else ""
    token = by.get("access_token") if isinstance(by, dict) else None
    before = await slack.store.team(team_id) if team_id else None
    if before is None or not token:
        return False
    await slack.store.keep_team(replace(before, moderator_token=str(token), moderator_failure=None), slack.hall.now())
    return True


def _page(slack: Slack, key: str, status: int) -> Response:
    said = escape(slack.wording.say(slack.language, key))
    lang = slack.language.value
    html = f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>Sekimori</title><p>{said}</p></html>'
    return HTMLResponse(html, status, HEADERS)
