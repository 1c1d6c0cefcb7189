"""A workspace that takes its tokens back, or removes the app: nothing of it is kept that could be used."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from bot.slack.context import Slack


def register(app: AsyncApp, slack: Slack) -> None:
    """Listen to what takes tokens away."""

    @app.event("app_uninstalled")
    async def uninstalled(body: dict[str, Any]) -> None:
        team = await slack.store.team(str(body.get("team_id") or ""))
        if team:
            gone = replace(team, bot_token=None, moderator_token=None, moderator_failure="uninstalled")
            await slack.store.keep_team(gone, slack.hall.now())

    @app.event("tokens_revoked")
    async def revoked(body: dict[str, Any]) -> None:
        team = await slack.store.team(str(body.get("team_id") or ""))
        tokens = (body.get("event") or {}).get("tokens") or {}
        if team is None:
            return
        if tokens.get("bot"):
            team = replace(team, bot_token=None)
        if tokens.get("oauth"):
            team = replace(team, moderator_token=None, moderator_failure="token_revoked")
        await slack.store.keep_team(team, slack.hall.now())
