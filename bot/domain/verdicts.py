"""What becomes of a message: six outcomes, mildest first, and the verdict that carries one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from functools import total_ordering
from typing import TYPE_CHECKING, Self

from detectors import Finding, Kind, Piece, SpeechAct

if TYPE_CHECKING:
    from bot.domain.effects import Effect


@total_ordering
class Ranked(Enum):
    """An enum whose members are written mildest first and compare in that order."""

    def __init__(self, *_: object) -> None:
        self.rank = len(type(self).__members__)

    def __lt__(self, other: Self) -> bool:
        return self.rank < other.rank


class Ruling(Ranked):
    """What happens to the message."""

    ALLOW = "allow"
    WARN = "warn"
    REVIEW = "review"
    HOLD = "hold"
    BLOCK = "block"

    @property
    def is_delivered(self) -> bool:
        """Whether the other side sees the message at once."""
        return self < Ruling.HOLD


class Reason(StrEnum):
    """Why a message is held: for a disclosure request, or until a person has looked at it."""

    DISCLOSURE = "disclosure"
    CHECK = "check"


class Outcome(Ranked):
    """A ruling with its reason, as a cell of a policy table is spelled.

    `hold: check` ranks above `hold: disclosure`: when both are due, a person looks before anything is published.
    """

    ALLOW = "allow"
    WARN = "warn"
    REVIEW = "review"
    HOLD_DISCLOSURE = "hold: disclosure"
    HOLD_CHECK = "hold: check"
    BLOCK = "block"

    def __init__(self, spelled: str) -> None:
        super().__init__(spelled)
        ruling, _, reason = spelled.partition(": ")
        self.ruling = Ruling(ruling)
        self.reason = Reason(reason) if reason else None

    @property
    def opens_a_case(self) -> bool:
        """Whether a moderator must look at it. A disclosure becomes a moderator's when it is filed."""
        return self in {Outcome.REVIEW, Outcome.HOLD_CHECK, Outcome.BLOCK}


@dataclass(frozen=True, slots=True)
class AttachedPiece(Piece):
    """A piece found in an attachment: offsets are into its `part`, "name" or "text"; `attachment` counts from 0."""

    attachment: int = 0
    part: str = "text"


@dataclass(frozen=True, slots=True)
class Notice:
    """What the sender is told, in both languages."""

    ja: str = field(repr=False)
    en: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one message.

    `speech_act` and `kinds` are those of the findings that decided; `findings` are all of them. `failed` names
    detectors that raised. `policy` is the policy's name and version. `case_id` is None when no case was opened.
    `is_braked` says that only the brake on automatic blocking kept it from being blocked; the ledger knows it.
    """

    message_id: str
    revision: int
    outcome: Outcome
    policy: str
    speech_act: SpeechAct | None = None
    kinds: tuple[Kind, ...] = ()
    findings: tuple[Finding, ...] = ()
    failed: tuple[str, ...] = ()
    notice: Notice | None = None
    case_id: str | None = None
    disclosure_url: str | None = None
    effects: tuple[Effect, ...] = ()
    is_braked: bool = False

    @property
    def ruling(self) -> Ruling:
        """What happens to the message."""
        return self.outcome.ruling
