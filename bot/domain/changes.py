"""What a deed changes, as one value: the store writes all of it at once, or nothing if anything was seen stale."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.cases import Case
from bot.domain.disclosures import Disclosure
from bot.domain.mutual import MutualRequest
from bot.domain.reminders import Reminder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta

    from bot.domain.actors import Actor
    from bot.domain.contracts import Contract
    from bot.domain.delivery import Delivery
    from bot.domain.disclosures import MessageRef
    from bot.domain.grants import Grant
    from bot.domain.strikes import Strike
    from bot.domain.verdicts import Notice

Thing = Disclosure | Case | MutualRequest | Reminder


@dataclass(frozen=True, slots=True)
class Moved:
    """A thing and how it stood before, None for a new one.

    `verb` names the ledger entry, such as disclosure.filed; `facts` are words and counts of ours.
    """

    after: Thing
    before: Thing | None
    verb: str
    facts: Mapping[str, str | int | bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ended:
    """What the disclosure or case `source_id` granted ends, and the strike it led to."""

    source_id: str
    because: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A message that is seen from now on, or no longer."""

    message: MessageRef
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Announcement:
    """Something to be told outside, at once or `later`; `notices` are what members are to read, by member id.

    The same kind about the same subject at the same revision is told once.
    """

    kind: str
    facts: Mapping[str, str | int | None]
    notices: Mapping[str, Notice] = field(default_factory=dict)
    later: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """Something for the ledger that moves nothing, such as that somebody saw a contact."""

    verb: str
    subject: str
    revision: int
    facts: Mapping[str, str | int | bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """Everything one deed changes.

    `contract` is how the contract stood when it was decided: the store refuses the change if anything on the contract
    has moved since. `contract_after` is where the marketplace moved it. `takes_back` is the id of a case whose last
    decision is undone: what it wanted told is not told any more. `strikes_before` is how many strikes of the
    same member stood when the step of the new one was chosen: the store refuses the change if by now it is another
    number.

    The grants and deliveries of `conversation_id` are what later messages are judged by, so it counts as changed too.
    """

    at: datetime
    by: Actor
    moved: tuple[Moved, ...] = ()
    contract: Contract | None = None
    contract_after: Contract | None = None
    conversation_id: str | None = None
    grants: tuple[Grant, ...] = ()
    ended: tuple[Ended, ...] = ()
    strikes: tuple[Strike, ...] = ()
    strikes_before: int = 0
    placed: tuple[Placed, ...] = ()
    announced: tuple[Announcement, ...] = ()
    noted: tuple[Noted, ...] = ()
    takes_back: str | None = None
