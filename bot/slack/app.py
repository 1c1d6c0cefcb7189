"""The Bolt app: one set of listeners for both ways in, tokens from our own tables."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot.slack.listeners import home, leaving, members, messages, moderators

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.slack.context import Slack

QUIET = logging.CRITICAL + 1
"""Bolt logs what it is given, and that is what members wrote."""


def make_app(slack: Slack, signing_secret: str | None, *, stranger: Callable[[], object] = lambda: None) -> AsyncApp:
    """The app over `slack`. `stranger` hears of each event from a workspace that is not ours.

    A listener ends before Slack is answered: what is acknowledged is kept. Without a signing secret only Socket Mode
    may deliver, which brings its own trust.
    """

    async def authorize(team_id: str | None) -> AuthorizeResult | None:
        team = await slack.store.team(team_id or "")
        if team is None or team.bot_token is None:
            stranger()
            return None
        return AuthorizeResult(
            enterprise_id=None, team_id=team.team_id, bot_token=team.bot_token, bot_user_id=team.bot_user_id
        )

    logger = logging.getLogger("bot.slack.bolt")
    logger.setLevel(QUIET)
    app = AsyncApp(
        logger=logger,
        signing_secret=signing_secret or "",
        request_verification_enabled=signing_secret is not None,
        authorize=authorize,  # type: ignore[arg-type]  # Bolt takes None for a stranger
        process_before_response=True,
        ignoring_self_events_enabled=True,
        attaching_conversation_kwargs_enabled=False,
    )
    for listeners in (messages, members, moderators, home, leaving):
        listeners.register(app, slack)
    return app
