"""Work through the queue of calls: in order for each channel, as slowly as Slack asks, each wish once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import structlog

from bot.domain.actors import GUARD
from bot.domain.changes import Change, Noted
from bot.domain.slack import Card, Wish
from bot.slack.acting import AS_BOT, AS_MODERATOR, said
from bot.slack.cards.moderator import degraded_card
from bot.slack.web import SlackRefusal

if TYPE_CHECKING:
    from bot.domain.slack import Team
    from bot.slack.context import Slack

LEASE = timedelta(seconds=60)
BATCH = 32
MOST_ATTEMPTS = 12
GONE = frozenset({"message_not_found", "file_not_found", "file_deleted", "thread_not_found"})
"""What we wanted gone is gone: that is success."""

NO_RIGHT = frozenset(
    {"cant_delete_message", "cant_delete", "token_revoked", "account_inactive", "invalid_auth", "not_authed",
     "missing_scope", "no_permission", "not_allowed_token_type", "token_expired", "cant_delete_file"}
)  # fmt: skip
"""The moderator token is not good for this: from here on members and moderators are told instead."""

TOKEN_LOST = frozenset({"token_revoked", "account_inactive", "invalid_auth", "token_expired"})


async def work_calls(slack: Slack) -> int:
    """Make a batch of calls, of each channel one; how many there were.

    Raises:
        StoreAway: the database does not answer; what was asked without being noted is asked again.
    """
    now = slack.hall.now()
    wishes = await slack.store.claim_wishes(slack.new_id(), now, now + LEASE, BATCH)
    await asyncio.gather(*(_fulfil(one, slack) for one in wishes))
    return len(wishes)


async def _fulfil(wish: Wish, slack: Slack) -> None:
    team = await slack.store.team(wish.team_id)
    token = _token(wish, team)
    if team is None or token is None:
        await _refused(wish, SlackRefusal("token_revoked"), team, slack)
        return
    method = wish.method.partition(":")[2]
    try:
        answer = await slack.web.call(method, token, await _payload(wish, slack))
    except SlackRefusal as refusal:
        await _refused(wish, refusal, team, slack)
        return
    await _note(wish, answer, slack)
    await slack.store.settle_wish(wish)


async def _payload(wish: Wish, slack: Slack) -> dict[str, Any]:
    """What is sent: a card that is drawn anew needs to know where it stands."""
    payload = dict(wish.payload)
    if wish.method == f"{AS_BOT}chat.update" and wish.subject and wish.subject.startswith("card:"):
        card = await slack.store.card(wish.subject.removeprefix("card:"))
        if card:
            payload |= {"channel": card.channel, "ts": card.ts}
    return payload


async def _note(wish: Wish, answer: dict[str, Any], slack: Slack) -> None:
    """What Slack's answer says about the thing it belongs to."""
    what, _, subject = (wish.subject or "").partition(":")
    match what:
        case "card":
            channel, ts = str(answer.get("channel") or wish.channel), str(answer.get("ts") or "")
            if ts:
                await slack.store.keep_card(Card(subject, wish.team_id, channel, ts))
        case "published" | "removed" | "unpublished":
            known = await slack.store.known(subject)
            if known is None:
                return
            if what == "published":
                known = replace(known, published_ts=str(answer.get("ts")))
            elif what == "unpublished":
                known = replace(known, published_ts=None)
            else:
                known = replace(known, is_removed=True)
                noted = Noted("slack.deleted", subject, known.revision, {"team_id": wish.team_id})
                await slack.hall.office.desk.write(Change(slack.hall.now(), GUARD, noted=(noted,)))
            await slack.store.keep_known(known)
        case _:
            pass


async def _refused(wish: Wish, refusal: SlackRefusal, team: Team | None, slack: Slack) -> None:
    log = structlog.get_logger("bot.slack")
    is_deletion = wish.method.endswith((".delete",))
    if is_deletion and refusal.word in GONE:
        await _note(wish, {}, slack)
        await slack.store.settle_wish(wish)
    elif refusal.retry_after is not None and wish.attempts < MOST_ATTEMPTS:
        due = slack.hall.now() + timedelta(seconds=refusal.retry_after)
        await slack.store.settle_wish(wish, refusal.word, due)
    else:
        log.warning("Slack refused", method=wish.method, failure=refusal.word)
        if wish.method.startswith(AS_MODERATOR) and refusal.word in NO_RIGHT and team:
            await _degrade(wish, refusal.word, team, slack)
        await slack.store.settle_wish(wish, refusal.word)


async def _degrade(wish: Wish, word: str, team: Team, slack: Slack) -> None:
    """The message stays: its author and the moderators are told so."""
    if word in TOKEN_LOST:
        await slack.store.keep_team(replace(team, moderator_token=None, moderator_failure=word), slack.hall.now())
    wishes: list[Wish] = []
    what, _, message_id = (wish.subject or "").partition(":")
    message = await slack.hall.office.desk.message(message_id) if what == "removed" else None
    if message and message.text is not None:
        from bot.slack.telling import still_there  # noqa: PLC0415 (they tell of each other)

        wishes += still_there(message, slack)
    channel = moderators_channel(slack, team.team_id)
    if channel:
        blocks = degraded_card(word, wording=slack.wording, language=slack.language)
        day = slack.hall.now().date().isoformat()
        key = f"degraded:{team.team_id}:{word}:{day}"
        payload = {"channel": channel[1], **said(blocks)}
        wishes.append(Wish(key, channel[0], channel[1], f"{AS_BOT}chat.postMessage", payload))
    await slack.store.wish(wishes, slack.hall.now())


def moderators_channel(slack: Slack, team_id: str) -> tuple[str, str] | None:
    """Team and channel of the moderators, None where no setting names it."""
    if not slack.terms.channel:
        return None
    team, _, channel = slack.terms.channel.rpartition(":")
    return (team or team_id, channel)


def _token(wish: Wish, team: Team | None) -> str | None:
    if team is None:
        return None
    return team.moderator_token if wish.method.startswith(AS_MODERATOR) else team.bot_token
