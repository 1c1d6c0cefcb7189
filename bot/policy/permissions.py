"""Who may do what: one table, asked by every flow, so that a button and a call cannot differ."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.domain.actors import Rank
from bot.domain.errors import NotPermitted

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.domain.actors import Actor


class Deed(StrEnum):
    """What somebody does."""

    FILE = "file"
    WITHDRAW = "withdraw"
    APPEAL = "appeal"
    REPORT = "report"
    REMIND = "remind"
    AGREE = "agree"
    SEE_OWN = "see_own"
    DECIDE = "decide"
    REVOKE = "revoke"
    CLAIM = "claim"
    RESOLVE = "resolve"
    ESCALATE = "escalate"
    RESOLVE_ESCALATED = "resolve_escalated"
    UNDO = "undo"
    SUSPEND = "suspend"
    REVEAL = "reveal"
    SEE_QUEUE = "see_queue"
    SEE_STATISTICS = "see_statistics"


_MEMBER = frozenset({Rank.MEMBER})
_STAFF = frozenset({Rank.MODERATOR, Rank.LEAD})
_LEAD = frozenset({Rank.LEAD})
_LOOKING = frozenset({Rank.MODERATOR, Rank.LEAD, Rank.READER, Rank.MARKETPLACE})

MAY: Mapping[Deed, frozenset[Rank]] = MappingProxyType(
    {
        Deed.FILE: _MEMBER,
        Deed.WITHDRAW: _MEMBER,
        Deed.APPEAL: _MEMBER,
        Deed.REPORT: _MEMBER,
        Deed.REMIND: _MEMBER,
        Deed.AGREE: _MEMBER,
        Deed.SEE_OWN: _MEMBER,
        Deed.DECIDE: _STAFF,
        Deed.REVOKE: _LEAD,
        Deed.CLAIM: _STAFF,
        Deed.RESOLVE: _STAFF,
        Deed.ESCALATE: _STAFF,
        Deed.RESOLVE_ESCALATED: _LEAD,
        Deed.UNDO: _STAFF,
        Deed.SUSPEND: _LEAD,
        Deed.REVEAL: _LEAD,
        Deed.SEE_QUEUE: _LOOKING,
        Deed.SEE_STATISTICS: _LOOKING,
    }
)

IMPARTIAL = frozenset(
    {
        Deed.DECIDE,
        Deed.REVOKE,
        Deed.CLAIM,
        Deed.RESOLVE,
        Deed.ESCALATE,
        Deed.RESOLVE_ESCALATED,
        Deed.UNDO,
        Deed.SUSPEND,
        Deed.REVEAL,
    }
)
"""What nobody does who is a party to the contract."""


def permit(actor: Actor, deed: Deed, *, own: str | None = None, parties: Collection[str] = ()) -> None:
    """Say nothing if `actor` may do this: a member on their own side (`own`), staff where they are none of `parties`.

    Raises:
        NotPermitted: with what is lacking.
    """
    if actor.rank not in MAY[deed]:
        raise NotPermitted("not_permitted", rank=actor.rank.value, deed=deed.value)
    if actor.rank is Rank.MEMBER and own is not None and actor.actor_id != own:
        raise NotPermitted("not_own")
    if deed in IMPARTIAL and actor.actor_id in parties:
        raise NotPermitted("is_party")
