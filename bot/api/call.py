"""What a call of the interface is: its address, who may make it, what it reads and answers, how it is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.domain.keys import Scope

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.requests import Request

    from bot.api.door import Door

TELLS = frozenset({Scope.MARKETPLACE})
READS = frozenset(Scope)


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that may be asked in the address after the question mark."""

    name: str
    schema: Mapping[str, Any]
    description: str


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `path` has gaps as OpenAPI writes them; `body` and `answer` name schemas.

    A call whose answer is a text says so by `media_type`, and `answer` is then an example of it.
    """

    operation: str
    method: str
    path: str
    scopes: frozenset[Scope]
    does: Callable[[Request, Door], Awaitable[dict[str, Any] | str]]
    summary: str
    description: str
    answer: str
    body: str | None = None
    may_conflict: bool = False
    may_miss: bool = False
    parameters: tuple[Parameter, ...] = ()
    media_type: str = "application/json"
