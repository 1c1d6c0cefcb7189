"""Who is calling: the one place where API keys are looked at, and where too many calls are turned away."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from math import ceil
from typing import TYPE_CHECKING, Protocol

from bot.api.problems import Forbidden, TooMany, Unauthorised
from bot.domain.keys import Scope, prefix_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.keys import ApiKey

REMEMBERED = 1_000
"""Keys kept in memory, those that do not exist among them."""

REMEMBERED_SECONDS = 5.0
"""How long a key is remembered: so long may it take until a revoked one is refused by every process."""


class Keys(Protocol):
    """Where keys are kept."""

    async def find(self, prefix: str) -> ApiKey | None:
        """The key with this prefix, None if there is none."""


@dataclass(frozen=True, slots=True)
class Admission:
    """How calls are let in.

    `without_key`: a call that brings no key is the marketplace's (on loopback, for trying out). `per_second` limits the
    calls of each key. `clock` counts seconds from anywhere.
    """

    without_key: bool
    per_second: int
    clock: Callable[[], float]


class Callers:
    """Tells who calls, and lets them in or not."""

    def __init__(self, keys: Keys, admission: Admission) -> None:
        self._keys = keys
        self._admission = admission
        self._known: dict[str, tuple[ApiKey | None, float]] = {}
        self._buckets: dict[str, tuple[float, float]] = {}

    async def admit(self, given: str | None, scopes: frozenset[Scope]) -> Scope:
        """Let the call in that brings `given` as its authorization, and say on whose behalf it is made.

        Raises:
            Unauthorised: nobody we know.
            TooMany: this key called too often.
            Forbidden: this key may not do it.
            StoreAway: the database cannot say whose key it is.
        """
        if given is None and self._admission.without_key:
            return Scope.MARKETPLACE
        key = await self._key(given or "")
        self._count(key.prefix)
        if key.scope not in scopes:
            raise Forbidden("forbidden", scope=key.scope.value)
        return key.scope

    async def _key(self, given: str) -> ApiKey:
        how, _, token = given.partition(" ")
        prefix = prefix_of(token.strip())
        if how.lower() != "bearer" or prefix is None:
            raise Unauthorised("unauthorised")
        key = await self._find(prefix)
        if key is None or not key.is_valid or not compare_digest(key.digest, sha256(token.strip().encode()).digest()):
            raise Unauthorised("unauthorised")
        return key

    async def _find(self, prefix: str) -> ApiKey | None:
        now = self._admission.clock()
        key, until = self._known.get(prefix, (None, 0.0))
        if now < until:
            return key
        key = await self._keys.find(prefix)
        self._known.pop(prefix, None)
        self._known[prefix] = (key, now + REMEMBERED_SECONDS)
        if len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]
        return key

    def _count(self, prefix: str) -> None:
        """Take one from the key's bucket, which holds the calls of one second and fills steadily."""
        now, rate = self._admission.clock(), self._admission.per_second
        left, at = self._buckets.get(prefix, (float(rate), now))
        left = min(float(rate), left + (now - at) * rate)
        if left < 1:
            self._buckets[prefix] = (left, now)
            raise TooMany("too_many", limit=rate, seconds=ceil((1 - left) / rate))
        self._buckets[prefix] = (left - 1, now)
