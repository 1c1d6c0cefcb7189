"""An edit takes the place of what was asked for the text before: nobody decides on words that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from bot.domain.actors import Actor, Rank
from bot.domain.changes import Change, Moved
from bot.domain.delivery import Delivery
from bot.domain.disclosures import DisclosureMove, DisclosureState, EndReason
from bot.store.disclosures import disclosure_in, disclosure_row
from bot.store.effects import waiting_event
from bot.store.ledger import change_entry
from bot.store.tables import disclosures, ledger, messages, outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.domain.messages import Message
    from bot.store.sealing import Sealer

OPEN = tuple(state.value for state in DisclosureState if state.is_open)


def supersede(
    connection: Connection, recorded: Sequence[tuple[Message, datetime]], sealer: Sealer, new_id: Callable[[], str]
) -> None:
    """Withdraw what was asked for earlier revisions of messages that were just recorded anew.

    A message that was shown until a decision is hidden again: its new text has a verdict of its own.
    """
    for message, at in recorded:
        if message.revision > 1:
            _supersede(connection, message, at, sealer, new_id)


def _supersede(
    connection: Connection, message: Message, at: datetime, sealer: Sealer, new_id: Callable[[], str]
) -> None:
    waiting = select(disclosures).where(
        disclosures.c.message_id == message.message_id,
        disclosures.c.message_revision < message.revision,
        disclosures.c.state.in_(OPEN),
    )
    for row in connection.execute(waiting.with_for_update()).all():
        before = disclosure_in(row, sealer)
        after = before.after(DisclosureMove.WITHDRAW, because=EndReason.EDITED.value)
        connection.execute(
            update(disclosures)
            .where(disclosures.c.disclosure_id == before.disclosure_id)
            .values(disclosure_row(after, sealer))
        )
        moved = Moved(after, before, "disclosure.withdrawn", {"because": EndReason.EDITED.value})
        change = Change(at, Actor(message.sender_id, Rank.MEMBER), (moved,))
        connection.execute(insert(ledger), [change_entry(moved, change, sealer)])
        facts = {
            "because": EndReason.EDITED.value,
            "conversation_id": message.conversation_id,
            "disclosure_id": before.disclosure_id,
            "message_id": message.message_id,
        }
        kinds = ["disclosure.withdrawn"]
        if before.shows_its_message and before.message:
            kinds.append("message.hidden")
            connection.execute(
                update(messages)
                .where(messages.c.message_id == message.message_id, messages.c.revision == before.message.revision)
                .values(delivery=Delivery.HIDDEN.value)
            )
        events = [
            waiting_event(
                new_id(),
                kind,
                facts | {"revision": before.message.revision if before.message else None},
                at,
                before.disclosure_id,
                conversation_id=message.conversation_id,
            )
            for kind in kinds
        ]
        connection.execute(insert(outbox), events)
