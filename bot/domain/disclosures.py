"""The disclosure request (連絡先公開申請): a member asks to give a contact to the other side, and staff decide."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bot.domain.errors import AlreadyDecided, ChangedMeanwhile, Conflict
from bot.domain.terms import Publication

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from detectors import Kind


class DisclosureState(StrEnum):
    """Where a request stands."""

    OFFERED = "offered"
    FILED = "filed"
    APPROVED = "approved"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    CLOSED = "closed"
    REVOKED = "revoked"

    @property
    def is_open(self) -> bool:
        """Whether somebody may still do something that leads to an approval."""
        return self in {DisclosureState.OFFERED, DisclosureState.FILED}


class DisclosureMove(StrEnum):
    """What can be done to a request."""

    FILE = "file"
    WITHDRAW = "withdraw"
    LAPSE = "lapse"
    APPROVE = "approve"
    DENY = "deny"
    CLOSE = "close"
    APPEAL = "appeal"
    REVOKE = "revoke"


_S, _M = DisclosureState, DisclosureMove

DISCLOSURE_MOVES: Mapping[tuple[DisclosureState, DisclosureMove], DisclosureState] = MappingProxyType(
    {
        (_S.OFFERED, _M.FILE): _S.FILED,
        (_S.OFFERED, _M.WITHDRAW): _S.WITHDRAWN,
        (_S.OFFERED, _M.LAPSE): _S.LAPSED,
        (_S.FILED, _M.APPROVE): _S.APPROVED,
        (_S.FILED, _M.DENY): _S.DENIED,
        (_S.FILED, _M.WITHDRAW): _S.WITHDRAWN,
        (_S.FILED, _M.CLOSE): _S.CLOSED,
        (_S.DENIED, _M.APPEAL): _S.FILED,
        (_S.APPROVED, _M.REVOKE): _S.REVOKED,
    }
)

DECISIONS = frozenset({DisclosureMove.APPROVE, DisclosureMove.DENY, DisclosureMove.REVOKE})
"""Moves of staff: who comes second is told who was first."""


class DenialReason(StrEnum):
    """Why a request is denied."""

    PURPOSE_UNCLEAR = "purpose_unclear"
    NOT_NECESSARY = "not_necessary"
    NOT_VERIFIED = "not_verified"
    DIRECT_DEALING = "direct_dealing"
    NOT_AS_STATED = "not_as_stated"
    NOT_ALLOWED_HERE = "not_allowed_here"


class RevocationReason(StrEnum):
    """Why an approval is taken back."""

    MISUSED = "misused"
    DIRECT_DEALING = "direct_dealing"
    MISTAKEN = "mistaken"
    ASKED_BY_MEMBER = "asked_by_member"
    CONTRACT_ENDED = "contract_ended"


class EndReason(StrEnum):
    """Why a request ended without a decision."""

    BY_MEMBER = "by_member"
    EDITED = "edited"
    NOT_A_CONTACT = "not_a_contact"
    NOT_FILED_IN_TIME = "not_filed_in_time"
    CONTRACT_ENDED = "contract_ended"


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach somebody, by kind and canonical value (DESIGN §6)."""

    kind: Kind
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Consent:
    """That a member has read the notes and agreed: which version of them, and when."""

    member_id: str
    notes_version: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MessageRef:
    """One revision of one message."""

    message_id: str
    revision: int


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A request as it stands. `revision` counts its moves, from 1; whoever decides names the one that was seen.

    `message` is the held message that led to it, None where a member asks from the contract's page. `because` is the
    word for why it ended so. `due_at` is when staff have decided at the latest.
    """

    disclosure_id: str
    member_id: str
    contacts: tuple[Contact, ...]
    offered_at: datetime
    publication: Publication = Publication.PROVISIONAL
    contract_id: str | None = None
    conversation_id: str | None = None
    counterpart_id: str | None = None
    message: MessageRef | None = None
    state: DisclosureState = DisclosureState.OFFERED
    revision: int = 1
    purpose: str | None = None
    purpose_text: str = field(default="", repr=False)
    consent: Consent | None = None
    filed_at: datetime | None = None
    due_at: datetime | None = None
    is_appealed: bool = False
    appeal_text: str = field(default="", repr=False)
    decided_by: str | None = None
    decided_at: datetime | None = None
    because: str | None = None

    @property
    def shows_its_message(self) -> bool:
        """Whether the other side sees the message now. What an appeal asks for is not shown again before it is won."""
        if self.state is DisclosureState.APPROVED:
            return True
        is_waiting = self.state is DisclosureState.FILED and not self.is_appealed
        return is_waiting and self.publication is Publication.PROVISIONAL

    def after(self, move: DisclosureMove, *, seen_revision: int | None = None, **changes: Any) -> Disclosure:
        """The request after a move, with `changes` to its fields.

        Raises:
            AlreadyDecided: somebody was first.
            ChangedMeanwhile: it is not as it was on the screen any more.
            Conflict: the table of moves does not know this one.
        """
        is_late = seen_revision is not None and seen_revision != self.revision
        to = DISCLOSURE_MOVES.get((self.state, move))
        if to is None and move in DECISIONS and self.decided_by:
            raise AlreadyDecided("already_decided", by=self.decided_by, state=self.state.value)
        if is_late:
            raise ChangedMeanwhile("changed_meanwhile", subject=self.disclosure_id, revision=self.revision)
        if to is None:
            raise Conflict("no_such_move", subject=self.disclosure_id, state=self.state.value, move=move.value)
        if move is DisclosureMove.APPEAL and self.is_appealed:
            raise Conflict("appealed_before", subject=self.disclosure_id)
        return replace(self, state=to, revision=self.revision + 1, **changes)
