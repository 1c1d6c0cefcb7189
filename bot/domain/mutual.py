"""A mutual request (NDA style): both sides of a contract give their real name and address to each other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bot.domain.errors import ChangedMeanwhile, Conflict
from bot.domain.terms import Reveal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.domain.disclosures import Consent


class MutualState(StrEnum):
    """Where a mutual request stands."""

    SENT = "sent"
    AGREED = "agreed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    CLOSED = "closed"


class MutualMove(StrEnum):
    """What can be done to a mutual request."""

    AGREE = "agree"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    LAPSE = "lapse"
    CLOSE = "close"


_S, _M = MutualState, MutualMove

MUTUAL_MOVES: Mapping[tuple[MutualState, MutualMove], MutualState] = MappingProxyType(
    {
        (_S.SENT, _M.AGREE): _S.AGREED,
        (_S.SENT, _M.DECLINE): _S.DECLINED,
        (_S.SENT, _M.WITHDRAW): _S.WITHDRAWN,
        (_S.SENT, _M.LAPSE): _S.LAPSED,
        (_S.SENT, _M.CLOSE): _S.CLOSED,
        (_S.AGREED, _M.CLOSE): _S.CLOSED,
    }
)


@dataclass(frozen=True, slots=True)
class Details:
    """Who somebody really is."""

    name: str = field(repr=False)
    address: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MutualRequest:
    """A mutual request as it stands. Both consents are records; `revision` counts its moves, from 1."""

    request_id: str
    contract_id: str
    member_id: str
    counterpart_id: str
    reveal: Reveal
    sent_at: datetime
    details: Details
    consent: Consent
    counterpart_details: Details | None = None
    counterpart_consent: Consent | None = None
    state: MutualState = MutualState.SENT
    revision: int = 1

    def after(self, move: MutualMove, *, seen_revision: int | None = None, **changes: Any) -> MutualRequest:
        """The request after a move, with `changes` to its fields.

        Raises:
            ChangedMeanwhile: it is not as it was on the screen any more.
            Conflict: the table of moves does not know this one.
        """
        if seen_revision is not None and seen_revision != self.revision:
            raise ChangedMeanwhile("changed_meanwhile", subject=self.request_id, revision=self.revision)
        to = MUTUAL_MOVES.get((self.state, move))
        if to is None:
            raise Conflict("no_such_move", subject=self.request_id, state=self.state.value, move=move.value)
        return replace(self, state=to, revision=self.revision + 1, **changes)

    def seen_by(self, member_id: str) -> Details | None:
        """The other side's details, as far as this side may see them now.

        What the sender gave is shown at sending where the policy says so, otherwise once both have given theirs;
        a request that came to nothing shows nothing any more.
        """
        if self.state is MutualState.AGREED:
            return self.counterpart_details if member_id == self.member_id else self.details
        is_shown = self.state is MutualState.SENT and self.reveal is Reveal.ON_SEND
        return self.details if is_shown and member_id == self.counterpart_id else None
