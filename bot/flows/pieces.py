"""Earlier messages that were hidden because they held a piece of a contact: shown again once the whole may be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cases import CaseState
from bot.domain.changes import Announcement, Placed
from bot.domain.delivery import Delivery

if TYPE_CHECKING:
    from datetime import timedelta

    from bot.domain.snapshots import KeptMessage
    from bot.flows.desk import Office


async def hidden_pieces(message: KeptMessage, office: Office) -> tuple[KeptMessage, ...]:
    """The messages of the same sender that were hidden when this one completed a contact, and not by a person."""
    ids = {piece.message_id: None for finding in message.verdict.findings for piece in finding.pieces}
    found = [await office.desk.message(one) for one in ids if one != message.ref.message_id]
    theirs = [one for one in found if one and one.delivery is Delivery.HIDDEN and one.sender_id == message.sender_id]
    return tuple([one for one in theirs if one.outcome.ruling.is_delivered and not await _is_upheld(one, office)])


async def _is_upheld(message: KeptMessage, office: Office) -> bool:
    """Whether a person found the message to be against the rules."""
    return any(one.state is CaseState.UPHELD for one in await office.desk.cases_about(message.ref.message_id))


def shown_again(
    pieces: tuple[KeptMessage, ...], because: str, later: timedelta | None = None
) -> tuple[tuple[Placed, ...], tuple[Announcement, ...]]:
    """What shows them again, and what is told of it."""
    return (
        tuple(Placed(one.ref, Delivery.SHOWN) for one in pieces),
        tuple(released(one, because, later) for one in pieces),
    )


def released(message: KeptMessage, because: str, later: timedelta | None = None) -> Announcement:
    """That a message is shown from now on."""
    return Announcement("message.released", _facts(message, because), later=later)


def hidden(message: KeptMessage, because: str, later: timedelta | None = None) -> Announcement:
    """That a message is not shown any more."""
    return Announcement("message.hidden", _facts(message, because), later=later)


def _facts(message: KeptMessage, because: str) -> dict[str, str | int | None]:
    return {
        "because": because,
        "conversation_id": message.conversation_id,
        "message_id": message.ref.message_id,
        "revision": message.ref.revision,
    }
