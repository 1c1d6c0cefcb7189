"""Who the two sides of a contract or conversation are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.contracts import Contract
    from bot.flows.desk import Office


@dataclass(frozen=True, slots=True)
class Sides:
    """Everybody who is a party, and the other side of the member in question as far as anybody knows."""

    parties: tuple[str, ...]
    counterpart_id: str | None


async def sides_of(
    member_id: str | None, contract: Contract | None, conversation_id: str | None, office: Office
) -> Sides:
    """The parties the marketplace told, otherwise those who wrote in the conversation."""
    told = contract.parties.known if contract else ()
    spoke = tuple(await office.desk.last_spoke(conversation_id)) if conversation_id and len(told) < 2 else ()  # noqa: PLR2004
    parties = tuple(dict.fromkeys([*told, *spoke]))
    others = [one for one in parties if one != member_id]
    other = contract.parties.other_than(member_id) if contract and member_id else None
    return Sides(parties, other or (others[0] if len(others) == 1 and member_id else None))
