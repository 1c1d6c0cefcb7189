"""Messages, edits and files: kept at once, judged by the worker. Nothing is acknowledged that is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.slack import Heard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slack_bolt.async_app import AsyncApp

    from bot.slack.context import Slack


def register(app: AsyncApp, slack: Slack) -> None:
    """Listen to every message, whatever its subtype."""

    @app.event("message")
    async def message(body: dict[str, Any]) -> None:
        await slack.store.hear(heard_in(body), slack.hall.now())


def heard_in(body: Mapping[str, Any]) -> Heard:
    """An event as it is kept. Its id is Slack's own: what is delivered twice is kept once."""
    event = body.get("event") or {}
    team_id = str(body.get("team_id") or event.get("team") or "")
    return Heard(
        event_key=f"{team_id}:{body.get('event_id') or event.get('event_ts')}",
        team_id=team_id,
        channel=str(event.get("channel") or ""),
        ts=str((event.get("message") or event).get("ts") or event.get("ts") or ""),
        payload={"event": event, "is_ext_shared_channel": bool(body.get("is_ext_shared_channel"))},
    )
