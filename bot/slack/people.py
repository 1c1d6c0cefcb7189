"""Who is a moderator: asked again at every click, since a user group changes without telling us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.actors import Actor, Rank
from bot.slack.context import member_id_of, user_of
from bot.slack.web import SlackRefusal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.slack.context import Slack

GROUP, PEOPLE = "S", ("U", "W")
"""How the id of a user group begins; those of people begin with U or W."""


async def rank_of(team_id: str, user: str, slack: Slack) -> Rank:
    """Lead, moderator or member. Where Slack cannot say who is in a group, nobody of it is let in."""
    for rank, ids in ((Rank.LEAD, slack.terms.leads), (Rank.MODERATOR, slack.terms.moderators)):
        if await _is_among(team_id, user, ids, slack):
            return rank
    return Rank.MEMBER


async def actor_of(team_id: str, user: str, slack: Slack) -> Actor:
    """Somebody who clicks, by the guard's id, with their rank."""
    return Actor(member_id_of(team_id, user), await rank_of(team_id, user, slack))


async def names_of(member_ids: Iterable[str | None], slack: Slack) -> dict[str, str]:
    """What people are called, by the guard's id; by their id in Slack where it does not say."""
    found: dict[str, str] = {}
    for member_id in filter(None, member_ids):
        place = user_of(member_id)
        if place is None:
            continue
        team = await slack.store.team(place[0])
        found[member_id] = place[1]
        if team is None or team.bot_token is None or not place[1].startswith(PEOPLE):
            continue
        try:
            answer = await slack.web.call("users.info", team.bot_token, {"user": place[1]})
        except SlackRefusal:
            continue
        user = answer.get("user") or {}
        profile = user.get("profile") or {}
        found[member_id] = str(profile.get("display_name") or user.get("real_name") or place[1])
    return found


async def _is_among(team_id: str, user: str, ids: tuple[str, ...], slack: Slack) -> bool:
    if user in ids:
        return True
    groups = [one for one in ids if one.startswith(GROUP)]
    team = await slack.store.team(team_id) if groups else None
    if team is None or team.bot_token is None:
        return False
    for group in groups:
        try:
            answer = await slack.web.call("usergroups.users.list", team.bot_token, {"usergroup": group})
        except SlackRefusal:
            continue
        if user in answer.get("users", ()):
            return True
    return False
