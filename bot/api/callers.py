"""Who is calling. The one place where API keys will be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.api.problems import Unauthorised

if TYPE_CHECKING:
    from starlette.requests import Request


class Caller(StrEnum):
    """On whose behalf a call is made."""

    MARKETPLACE = "marketplace"


@dataclass(frozen=True, slots=True)
class Callers:
    """Tells who calls. `without_key`: a call that brings no key is the marketplace's (on loopback, for trying out)."""

    without_key: bool

    def caller_of(self, request: Request) -> Caller:
        """Who makes this request.

        Raises:
            Unauthorised: nobody we know.
        """
        if self.without_key and "authorization" not in request.headers:
            return Caller.MARKETPLACE
        raise Unauthorised("unauthorised")
