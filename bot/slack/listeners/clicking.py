"""What every click has in common: who, where, what it is about, and how a refusal reaches the person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain.errors import NotPermitted, Refusal, SekimoriError
from bot.slack.acting import said
from bot.slack.cards.commands import refused_card
from bot.slack.cards.forms import Seen, answers_in, seen_in
from bot.slack.cards.member import waiting_view
from bot.slack.context import message_id_of
from bot.slack.people import actor_of
from bot.slack.web import SlackRefusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slack_bolt.async_app import AsyncAck

    from bot.domain.actors import Actor
    from bot.domain.slack import Team
    from bot.slack.cards.blocks import Block
    from bot.slack.context import Slack


@dataclass(frozen=True, slots=True)
class Click:
    """A click, shortcut or form: who did it (their rank asked just now), and what it is about."""

    slack: Slack
    team: Team
    actor: Actor
    user: str
    channel: str | None
    trigger_id: str
    seen: Seen

    async def open(self, view: Block) -> str | None:
        """Open a view; its id, None where Slack would not (the trigger lives three seconds)."""
        answer = await self.call("views.open", {"trigger_id": self.trigger_id, "view": view})
        return str(answer["view"]["id"]) if answer else None

    async def open_slowly(self, made: Callable[[], Awaitable[Block]]) -> None:
        """Open a light view at once, then what takes longer in its place."""
        view_id = await self.open(waiting_view(wording=self.slack.wording, language=self.slack.language))
        if view_id is None:
            return
        try:
            view = await made()
        except SekimoriError as error:
            await self.tell(error)
            return
        await self.call("views.update", {"view_id": view_id, "view": view})

    async def tell(self, error: SekimoriError) -> None:
        """Tell the person why something was not done."""
        refusal = error if isinstance(error, Refusal) else Refusal("away")
        words = {"wording": self.slack.wording, "language": self.slack.language}
        await self.say(refused_card(refusal, **words))  # type: ignore[arg-type]

    async def say(self, blocks: list[Block]) -> None:
        """Say something to this person only, where they are, otherwise directly."""
        if self.channel:
            near = {"channel": self.channel, "user": self.user, **said(blocks)}
            if await self.call("chat.postEphemeral", near):
                return
        await self.call("chat.postMessage", {"channel": self.user, **said(blocks)})

    async def call(self, method: str, payload: Mapping[str, Any]) -> dict[str, Any] | None:
        """What Slack answers; None where it refused."""
        try:
            return await self.slack.web.call(method, self.team.bot_token or "", payload)
        except SlackRefusal:
            return None


async def click_in(body: Mapping[str, Any], slack: Slack) -> Click | None:
    """The click in a payload; None from a workspace that is not here any more."""
    team_id = str((body.get("team") or {}).get("id") or (body.get("user") or {}).get("team_id") or "")
    team = await slack.store.team(team_id)
    if team is None or team.bot_token is None:
        return None
    user = str((body.get("user") or {}).get("id") or "")
    actions = body.get("actions") or ()
    message = body.get("message") or {}
    value = actions[0].get("value") if actions else (body.get("view") or {}).get("private_metadata")
    channel = (body.get("channel") or {}).get("id") or (body.get("container") or {}).get("channel_id")
    return Click(
        slack,
        team,
        await actor_of(team_id, user, slack),
        user,
        str(channel) if channel else None,
        str(body.get("trigger_id") or ""),
        seen_in(value) if value else Seen(message_id_of(team_id, str(channel), str(message.get("ts") or ""))),
    )


async def attempt(click: Click, deed: Callable[[], Awaitable[object]]) -> bool:
    """Do something; whoever may not, or comes too late, is told why. Whether it was done."""
    try:
        await deed()
    except SekimoriError as error:
        await click.tell(error)
        return False
    return True


Deed = Callable[[Click], Awaitable[object]]
Made = Callable[[Click], Awaitable[dict[str, Any]]]
Submitted = Callable[[Click, dict[str, str]], Awaitable[object]]
After = Callable[[Click, bool], Awaitable[object]]


async def nothing(_: Click, is_done: bool) -> None:  # noqa: FBT001 (one of two)
    """What follows a click of a member: the notices of what they did."""


def clicked(deed: Deed, slack: Slack, after: After = nothing) -> Callable[..., Awaitable[None]]:
    """A listener that does something at a click."""

    async def listener(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        click = await click_in(body, slack)
        if click:
            await after(click, await attempt(click, lambda: deed(click)))

    return listener


def opened(view: Made, slack: Slack) -> Callable[..., Awaitable[None]]:
    """A listener that opens a view."""

    async def listener(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        click = await click_in(body, slack)
        if click:
            await click.open_slowly(lambda: view(click))

    return listener


def submitted(deed: Submitted, slack: Slack, after: After = nothing) -> Callable[..., Awaitable[None]]:
    """A listener that does what a form asks for."""

    async def listener(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        click = await click_in(body, slack)
        if click:
            answers = answers_in(body["view"])
            await after(click, await attempt(click, lambda: deed(click, answers)))

    return listener


def refuse_members(click: Click) -> None:
    """Raise NotPermitted for somebody who is no moderator: they see no queue and no thread."""
    if click.actor.rank.value not in {"moderator", "lead"}:
        raise NotPermitted("not_permitted", rank=click.actor.rank.value, deed="see_queue")
