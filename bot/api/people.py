"""Whom a call speaks for: the marketplace's key for a member, a moderator's for a moderator, by name in the body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.actors import Actor, Rank
from bot.domain.fields import id_in
from bot.domain.keys import Scope

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

SCOPE = "sekimori.scope"
"""Where in an ASGI scope the scope of the caller's key stands."""

SPEAKS_FOR_MEMBERS = frozenset({Scope.MARKETPLACE})
STAFF = frozenset({Scope.MODERATOR, Scope.LEAD})


def member_in(document: Mapping[str, Any]) -> Actor:
    """The member a call is made for."""
    return Actor(id_in(document, "member_id"), Rank.MEMBER)


def moderator_in(document: Mapping[str, Any], request: Request) -> Actor:
    """The moderator a call is made for; a lead where the key is a lead's."""
    rank = Rank.LEAD if request.scope.get(SCOPE) is Scope.LEAD else Rank.MODERATOR
    return Actor(id_in(document, "moderator_id"), rank)


def is_staff(request: Request) -> bool:
    """Whether contacts are masked for this caller."""
    return request.scope.get(SCOPE) is not Scope.MARKETPLACE
