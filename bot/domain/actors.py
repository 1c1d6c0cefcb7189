"""Who does something: a member, a person of the marketplace's staff, the marketplace itself, or the guard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rank(StrEnum):
    """What somebody is here. A lead is a moderator who may also revoke, suspend and reveal."""

    MEMBER = "member"
    MODERATOR = "moderator"
    LEAD = "lead"
    READER = "reader"
    MARKETPLACE = "marketplace"
    GUARD = "guard"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody by id and rank. The id is the marketplace's own for members and moderators."""

    actor_id: str
    rank: Rank


GUARD = Actor("guard", Rank.GUARD)
"""The guard itself: what falls due, what a lane decides."""

MARKETPLACE = Actor("marketplace", Rank.MARKETPLACE)
"""The marketplace's own program: contracts that move, members that are told."""
