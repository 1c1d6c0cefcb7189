"""A case: something a moderator must look at, from opening it to the decision and its undoing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bot.domain.errors import AlreadyDecided, ChangedMeanwhile, Conflict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.domain.disclosures import MessageRef

LEASE = timedelta(minutes=10)
"""How long a claim holds without being renewed."""

UNDO = timedelta(seconds=30)
"""How long a decision may be undone; until then nothing of it is told outside."""


class CaseWhy(StrEnum):
    """What brought it here. The first three are outcomes as a policy spells them."""

    REVIEW = "review"
    CHECK = "hold: check"
    BLOCK = "block"
    APPEAL = "appeal"
    REPORT = "report"
    SILENCE = "silence"
    SUSPENSION = "suspension"


class CaseState(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    CLAIMED = "claimed"
    ESCALATED = "escalated"
    UPHELD = "upheld"
    OVERTURNED = "overturned"

    @property
    def is_decided(self) -> bool:
        """Whether somebody has decided it."""
        return self in {CaseState.UPHELD, CaseState.OVERTURNED}


WAITING = (CaseState.OPEN, CaseState.CLAIMED, CaseState.ESCALATED)
"""Where nobody has decided yet."""


class CaseMove(StrEnum):
    """What can be done to a case."""

    CLAIM = "claim"
    RELEASE = "release"
    ESCALATE = "escalate"
    UPHOLD = "uphold"
    OVERTURN = "overturn"
    UNDO = "undo"
    REOPEN = "reopen"


_S, _M = CaseState, CaseMove

CASE_MOVES: Mapping[tuple[CaseState, CaseMove], CaseState] = MappingProxyType(
    {
        (_S.OPEN, _M.CLAIM): _S.CLAIMED,
        (_S.CLAIMED, _M.CLAIM): _S.CLAIMED,
        (_S.ESCALATED, _M.CLAIM): _S.CLAIMED,
        (_S.CLAIMED, _M.RELEASE): _S.OPEN,
        (_S.OPEN, _M.ESCALATE): _S.ESCALATED,
        (_S.CLAIMED, _M.ESCALATE): _S.ESCALATED,
        (_S.OPEN, _M.UPHOLD): _S.UPHELD,
        (_S.CLAIMED, _M.UPHOLD): _S.UPHELD,
        (_S.ESCALATED, _M.UPHOLD): _S.UPHELD,
        (_S.OPEN, _M.OVERTURN): _S.OVERTURNED,
        (_S.CLAIMED, _M.OVERTURN): _S.OVERTURNED,
        (_S.ESCALATED, _M.OVERTURN): _S.OVERTURNED,
        (_S.UPHELD, _M.UNDO): _S.OPEN,
        (_S.OVERTURNED, _M.UNDO): _S.OPEN,
        (_S.UPHELD, _M.REOPEN): _S.OPEN,
    }
)
"""A decision that is undone opens the case again; an escalated one goes back to the leads (see `after`)."""


class ReportCategory(StrEnum):
    """What a member reports (違反申告)."""

    DIRECT_DEALING = "direct_dealing"
    MULTI_LEVEL_MARKETING = "multi_level_marketing"
    STEALTH_MARKETING = "stealth_marketing"
    TERMS_OF_OTHERS = "terms_of_others"
    UNPAID_TRIAL = "unpaid_trial"
    UNCLEAR_REWARD = "unclear_reward"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands. `revision` counts its moves, from 1; whoever decides names the one that was seen.

    `member_id` is whom it is about: the sender, or the reported. `kinds` and `rules` are those that decided the
    verdict.
    `claimed_by` holds until `claimed_until`. `is_escalated` stays once a moderator handed it to the leads.
    """

    case_id: str
    why: CaseWhy
    opened_at: datetime
    conversation_id: str | None = None
    contract_id: str | None = None
    member_id: str | None = None
    message: MessageRef | None = None
    kinds: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    policy: str = ""
    state: CaseState = CaseState.OPEN
    revision: int = 1
    claimed_by: str | None = None
    claimed_until: datetime | None = None
    is_escalated: bool = False
    decided_by: str | None = None
    decided_at: datetime | None = None
    appealed_at: datetime | None = None
    category: ReportCategory | None = None
    reported_by: str | None = None
    said: str = field(default="", repr=False)
    """What the member said who appealed or reported."""

    def holder(self, now: datetime) -> str | None:
        """Who has claimed it, None once the lease is over."""
        holds = self.state is CaseState.CLAIMED and self.claimed_until is not None and self.claimed_until > now
        return self.claimed_by if holds else None

    def after(self, move: CaseMove, who: str, now: datetime, seen_revision: int | None = None) -> Case:
        """The case after `who` moves it.

        Raises:
            AlreadyDecided: somebody was first.
            ChangedMeanwhile: it is not as it was on the screen any more.
            Conflict: another person holds it, it is too late to undo, or the table of moves does not know this one.
        """
        to = CASE_MOVES.get((self.state, move))
        if to is None and self.state.is_decided and self.decided_by:
            raise AlreadyDecided("already_decided", by=self.decided_by, state=self.state.value)
        holder = self.holder(now)
        if holder and holder != who:
            raise Conflict("held_by_another", by=holder, until=self.claimed_until)
        if seen_revision is not None and seen_revision != self.revision:
            raise ChangedMeanwhile("changed_meanwhile", subject=self.case_id, revision=self.revision)
        if to is None:
            raise Conflict("no_such_move", subject=self.case_id, state=self.state.value, move=move.value)
        if move is CaseMove.UNDO and (self.decided_at is None or now >= self.decided_at + UNDO):
            raise Conflict("too_late_to_undo", seconds=int(UNDO.total_seconds()))
        if move is CaseMove.UNDO and self.decided_by != who:
            raise Conflict("decided_by_another", by=self.decided_by)
        return replace(self, revision=self.revision + 1, **self._changes(move, to, who, now))

    def _changes(self, move: CaseMove, to: CaseState, who: str, now: datetime) -> dict[str, Any]:
        let_go: dict[str, Any] = {"claimed_by": None, "claimed_until": None}
        match move:
            case CaseMove.CLAIM:
                return {"state": to, "claimed_by": who, "claimed_until": now + LEASE}
            case CaseMove.RELEASE:
                return {"state": CaseState.ESCALATED if self.is_escalated else to, **let_go}
            case CaseMove.ESCALATE:
                return {"state": to, "is_escalated": True, **let_go}
            case CaseMove.UPHOLD | CaseMove.OVERTURN:
                return {"state": to, "decided_by": who, "decided_at": now, **let_go}
            case CaseMove.UNDO | CaseMove.REOPEN:
                again = CaseState.ESCALATED if self.is_escalated else to
                return {"state": again, "decided_by": None, "decided_at": None, **let_go}
