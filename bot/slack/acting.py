"""What a verdict means in Slack: the message deleted where that may be done, its author told in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.slack import Wish
from bot.domain.verdicts import Outcome
from bot.slack.cards.blocks import fallback
from bot.slack.cards.member import marked_by, member_notice
from bot.slack.context import parts_of_id, user_of

if TYPE_CHECKING:
    from bot.domain.messages import Message
    from bot.domain.slack import Known, Team
    from bot.domain.verdicts import Verdict
    from bot.slack.cards.blocks import Block
    from bot.slack.context import Slack

AS_MODERATOR, AS_BOT = "moderator:", "bot:"
"""Whose token a call is made with, before its method."""


def wishes_for(
    verdict: Verdict, message: Message, known: Known, team: Team, slack: Slack, *, is_shared: bool
) -> list[Wish]:
    """Delete, then tell: an ephemeral note where it happened, and a direct message, since the first may be lost."""
    is_stopped = not verdict.ruling.is_delivered
    is_removed = is_stopped and team.moderator_token is not None and not is_shared
    wishes = delete_wishes(known, "verdict") if is_removed else []
    return wishes + notice_wishes(verdict, message, slack, is_removed=is_removed or not is_stopped)


def delete_wishes(known: Known, why: str) -> list[Wish]:
    """Delete a member's message and its files, which Slack would leave behind."""
    team_id, channel, ts = _place(known.message_id)
    base = f"{known.message_id}:{known.revision}:{why}"
    first = Wish(
        f"delete:{base}",
        team_id,
        channel,
        f"{AS_MODERATOR}chat.delete",
        {"channel": channel, "ts": ts},
        f"removed:{known.message_id}",
    )
    files = [
        Wish(f"file:{one}:{base}", team_id, channel, f"{AS_MODERATOR}files.delete", {"file": one}, f"file:{one}")
        for one in known.files
    ]
    return [first, *files]


def notice_wishes(verdict: Verdict, message: Message, slack: Slack, *, is_removed: bool) -> list[Wish]:
    """What the author is told."""
    blocks = member_notice(
        verdict,
        marked_by(verdict, message.text),
        message_key=f"{message.message_id}",
        can_disclose=verdict.outcome is Outcome.HOLD_DISCLOSURE,
        can_appeal=not verdict.ruling.is_delivered,
        wording=slack.wording,
        language=slack.language,
        is_removed=is_removed,
    )
    team_id, channel, _ = _place(message.message_id)
    to = user_of(message.sender_id)
    if not blocks or to is None or not to[1].startswith(("U", "W")):
        return []
    base = f"{message.message_id}:{message.revision}:{is_removed}"
    body = said(blocks)
    near = {"channel": channel, "user": to[1], **body}
    return [
        Wish(f"near:{base}", team_id, channel, f"{AS_BOT}chat.postEphemeral", near),
        direct(f"direct:{base}", message.sender_id, blocks),
    ]


def direct(key: str, member_id: str, blocks: list[Block], text: str = "") -> Wish:
    """A direct message to a member."""
    team_id, user = user_of(member_id) or ("", "")
    return Wish(key, team_id, user, f"{AS_BOT}chat.postMessage", {"channel": user, **said(blocks, text)})


def said(blocks: list[Block], text: str = "") -> dict[str, Any]:
    """Blocks with the text that stands in for them; nothing is unfurled."""
    return {"blocks": blocks, "text": text or fallback(blocks), "unfurl_links": False, "unfurl_media": False}


def _place(message_id: str) -> tuple[str, str, str]:
    return parts_of_id(message_id) or ("", "", "")
