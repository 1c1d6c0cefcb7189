"""App Home: for moderators what waits, oldest due first; for everybody else what this is. And `/sekimori`."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from bot.domain.calendar import JAPAN
from bot.domain.errors import Conflict, SekimoriError
from bot.slack import names
from bot.slack.cards.commands import contract_card, help_card, linked_card, refused_card
from bot.slack.cards.home import Figures, Waiting, home, member_home
from bot.slack.context import conversation_id_of
from bot.slack.people import rank_of
from bot.slack.web import SlackRefusal

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck, AsyncApp

    from bot.domain.slack import Team
    from bot.slack.cards.blocks import Block
    from bot.slack.context import Slack

LISTED = 100
STAFF = frozenset({"moderator", "lead"})


def register(app: AsyncApp, slack: Slack) -> None:
    """Listen to App Home and the command."""

    @app.event("app_home_opened")
    async def opened(body: dict[str, Any]) -> None:
        team = await slack.store.team(str(body.get("team_id") or ""))
        user = str((body.get("event") or {}).get("user") or "")
        if team is None or team.bot_token is None:
            return
        view = await _home(team, user, slack)
        try:
            await slack.web.call("views.publish", team.bot_token, {"user_id": user, "view": view})
        except SlackRefusal:
            return  # it is drawn anew the next time it is opened

    @app.command(names.COMMAND)
    async def command(ack: AsyncAck, body: dict[str, Any]) -> None:
        blocks = await _command(body, slack)
        await ack(response_type="ephemeral", blocks=blocks, text=names.COMMAND)


async def _home(team: Team, user: str, slack: Slack) -> Block:
    words: dict[str, Any] = {"wording": slack.wording, "language": slack.language}
    if (await rank_of(team.team_id, user, slack)).value not in STAFF:
        return member_home(**words)
    queue, now = slack.hall.queue, slack.hall.now()
    requests = [Waiting(one, one.due_at) for one in await queue.disclosures(limit=LISTED)]
    cases = [Waiting(one) for one in await queue.cases(limit=LISTED)]
    midnight = datetime.combine(now.astimezone(JAPAN).date(), time(), JAPAN)
    total = next((one for one in await queue.statistics(midnight, now, now) if one.by == "total"), None)
    counts = total.counts if total else {}
    figures = Figures(
        waiting=len(requests) + len(cases),
        overdue=sum(bool(one.due_at and one.due_at < now) for one in requests),
        stopped=counts.get("blocked", 0) + counts.get("held", 0),
        decided=sum(counts.get(what, 0) for what in ("upheld", "overturned", "approved", "denied")),
        overturned=counts.get("overturned", 0),
    )
    return home([*requests, *cases], figures, now, is_notify_only=team.moderator_token is None, **words)


async def _command(body: dict[str, Any], slack: Slack) -> list[Block]:
    """Help, the contract of this channel, or a link to one (moderators)."""
    words: dict[str, Any] = {"wording": slack.wording, "language": slack.language}
    team_id, user, channel = (str(body.get(name) or "") for name in ("team_id", "user_id", "channel_id"))
    rank = await rank_of(team_id, user, slack)
    verb, _, contract_id = str(body.get("text") or "").strip().partition(" ")
    conversation_id = conversation_id_of(team_id, channel)
    try:
        match verb:
            case "help":
                return help_card(is_moderator=rank.value in STAFF, **words)
            case "link" | "unlink":
                if rank.value not in STAFF:
                    _refuse(rank.value)
                told = contract_id.strip() or None
                if verb == "link" and (told is None or await slack.hall.contract(told) is None):
                    raise Conflict("no_contract", contract_id=told or "…")
                link = await slack.hall.put_conversation(conversation_id, told if verb == "link" else None)
                return linked_card(link.contract_id, **words)
            case _:
                linked = await slack.hall.office.desk.contract_of(conversation_id)
                return contract_card(await slack.hall.office.contract(linked), **words)
    except SekimoriError as error:
        refusal = error if hasattr(error, "word") else Conflict("away")
        return refused_card(refusal, **words)  # type: ignore[arg-type]


def _refuse(rank: str) -> None:
    raise Conflict("not_permitted", rank=rank, deed="link")
