"""Work through what Slack told: each message is judged once, and what follows is put into the queue of calls."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.errors import BadInput, Conflict
from bot.domain.messages import Message
from bot.domain.slack import Known
from bot.domain.verdicts import Outcome
from bot.slack.acting import wishes_for
from bot.slack.context import conversation_id_of, member_id_of, message_id_of
from bot.slack.reading import written_in

if TYPE_CHECKING:
    from bot.domain.slack import Heard
    from bot.slack.context import Slack
    from bot.slack.reading import Written

LEASE = timedelta(seconds=60)
BATCH = 64
RETRY = timedelta(seconds=5)
TOLD = frozenset({Outcome.WARN, Outcome.HOLD_DISCLOSURE, Outcome.HOLD_CHECK, Outcome.BLOCK})


async def work_inbox(slack: Slack) -> int:
    """Judge what waits; how many events that were. One that fails is tried again, and holds up only its channel.

    Raises:
        StoreAway: the database does not answer; what was not judged comes again.
    """
    now = slack.hall.now()
    heard = await slack.store.claim_heard(slack.new_id(), now, now + LEASE, BATCH)
    await asyncio.gather(*(_settle(one, slack) for one in heard))
    return len(heard)


async def _settle(heard: Heard, slack: Slack) -> None:
    await _judge(heard, slack)
    await slack.store.settle_heard(heard.event_key, None)


async def _judge(heard: Heard, slack: Slack) -> None:
    event = heard.payload.get("event") or {}
    team = await slack.store.team(heard.team_id)
    written = written_in(event)
    if team is None or written is None or written.user in {"", team.bot_user_id}:
        return
    known = await _known(heard, written, slack)
    if known is None:
        return
    message = Message(
        message_id=known.message_id,
        conversation_id=conversation_id_of(heard.team_id, heard.channel),
        sender_id=member_id_of(heard.team_id, written.user),
        text=written.text,
        sent_at=datetime.fromtimestamp(float(written.ts), UTC),
        revision=known.revision,
        attachments=written.attachments,
    )
    try:
        verdict = await slack.hall.screen(message)
    except (BadInput, Conflict):  # an id that stands for another text: it was judged already
        return
    if verdict.outcome not in TOLD:
        return
    is_shared = bool(heard.payload.get("is_ext_shared_channel"))
    await slack.store.wish(wishes_for(verdict, message, known, team, slack, is_shared=is_shared), slack.hall.now())


async def _known(heard: Heard, written: Written, slack: Slack) -> Known | None:
    """The revision this event is about, noted before it is judged; None for what was seen already.

    Slack keeps no order: an edit may come before its message, and a preview of a link counts as an edit too.
    """
    message_id = message_id_of(heard.team_id, heard.channel, written.ts)
    digest = slack.store.digest(*_parts(written))
    before = await slack.store.known(message_id)
    if before is None:
        known = Known(message_id, 1, heard.event_key, written.edited_ts, digest, written.files)
    elif before.event_key == heard.event_key:
        return before  # broken off before it was settled
    elif before.digest == digest or written.edited_ts < before.edited_ts or not written.edited_ts:
        return None
    else:
        known = replace(
            before,
            revision=before.revision + 1,
            event_key=heard.event_key,
            edited_ts=written.edited_ts,
            digest=digest,
            files=tuple(dict.fromkeys((*before.files, *written.files))),
        )
    await slack.store.keep_known(known)
    return known


def _parts(written: Written) -> list[str]:
    return [written.text, *(part for one in written.attachments for part in (one.name, one.text))]
