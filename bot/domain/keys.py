"""API keys: who may call, and for what. The key itself is never kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

TOKEN = re.compile(r"(smk_[0-9a-f]{10})_[A-Za-z0-9_-]{43}")
"""A whole key: its prefix, which names it and is no secret, and the secret."""


class Scope(StrEnum):
    """What a key may do."""

    MARKETPLACE = "marketplace"
    MODERATOR = "moderator"
    LEAD = "lead"
    """A moderator who may also revoke, suspend and reveal."""
    READ_ONLY = "read-only"


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as it is kept: by its prefix, with the SHA-256 of the whole. `label` says whose it is."""

    prefix: str
    scope: Scope
    label: str
    digest: bytes = field(repr=False)
    made_at: datetime
    revoked_at: datetime | None = None

    @property
    def is_valid(self) -> bool:
        """Whether calls with it are answered."""
        return self.revoked_at is None


def prefix_of(token: str) -> str | None:
    """The prefix of a key, None for what is no key."""
    found = TOKEN.fullmatch(token)
    return found[1] if found else None
