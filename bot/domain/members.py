"""A member of the marketplace: what is verified about them, and how they stand. Never their name or address."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.calendar import JAPAN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


class Fact(StrEnum):
    """What a marketplace can verify: 本人確認, 電話番号認証, NDA, ランサーズチェック and the like."""

    IDENTITY = "identity"
    PHONE = "phone"
    NDA = "nda"
    PLATFORM_CHECK = "platform_check"


class Proof(StrEnum):
    """How a fact stands."""

    VERIFIED = "verified"
    LAPSED = "lapsed"
    NONE = "none"


class MemberStanding(StrEnum):
    """Whether a member may write, as the marketplace decides."""

    GOOD = "good"
    LIMITED = "limited"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class Verification:
    """How a fact stands and since which day; `verified_on` remembers the verification that has lapsed."""

    proof: Proof = Proof.NONE
    on: date | None = None
    verified_on: date | None = None

    def after(self, told: Verification) -> Verification:
        """How it stands once the marketplace has `told`. A verification that has lapsed does not count again."""
        if self.proof is Proof.LAPSED and told.proof is Proof.VERIFIED and not _later(told.on, self.verified_on):
            return self
        if told.proof is Proof.LAPSED:
            return replace(told, verified_on=self.on if self.proof is Proof.VERIFIED else self.verified_on)
        return told

    def lapsed(self, today: date) -> Verification:
        """The same after what was verified has changed."""
        return Verification(Proof.LAPSED, today, self.on) if self.proof is Proof.VERIFIED else self


def _later(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one > other


NOTHING: Mapping[Fact, Verification] = {fact: Verification() for fact in Fact}


@dataclass(frozen=True, slots=True)
class Member:
    """A member as the marketplace told them. `revision` counts the changes, from 1.

    Of name and address there is a keyed hash at most, enough to notice that they changed.
    """

    member_id: str
    standing: MemberStanding = MemberStanding.GOOD
    facts: Mapping[Fact, Verification] = field(default_factory=lambda: NOTHING)
    name_digest: bytes | None = field(default=None, repr=False)
    address_digest: bytes | None = field(default=None, repr=False)
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Told:
    """What the marketplace says about a member; what it leaves out (None, or no such fact) stays as it was."""

    member_id: str
    standing: MemberStanding | None = None
    facts: Mapping[Fact, Verification] = field(default_factory=dict)
    name: str | None = field(default=None, repr=False)
    address: str | None = field(default=None, repr=False)


def member_after(
    told: Told, before: Member | None, name_digest: bytes | None, address_digest: bytes | None, now: datetime
) -> Member:
    """The member once `told` holds; `before` itself when nothing is new. A digest is None where nothing was told.

    A changed name or address lapses the identity, unless the same call brings a later verification.
    """
    seen = before or Member(told.member_id)
    facts = {fact: seen.facts[fact].after(told.facts.get(fact, seen.facts[fact])) for fact in Fact}
    is_renamed = _differs(seen.name_digest, name_digest) or _differs(seen.address_digest, address_digest)
    if is_renamed and not _later(facts[Fact.IDENTITY].on, seen.facts[Fact.IDENTITY].on):
        facts[Fact.IDENTITY] = facts[Fact.IDENTITY].lapsed(now.astimezone(JAPAN).date())
    after = replace(
        seen,
        standing=told.standing or seen.standing,
        facts=facts,
        name_digest=name_digest or seen.name_digest,
        address_digest=address_digest or seen.address_digest,
    )
    if before is None or after == before:
        return after
    return replace(after, revision=before.revision + 1)


def _differs(before: bytes | None, now: bytes | None) -> bool:
    return before is not None and now is not None and before != now


def as_compared(name: str) -> str:
    """A name or address without what is only a way of writing it: width, case, blanks."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
