"""Members as rows, written only over the revision that was seen. Of name and address a keyed hash is all there is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.errors import SekimoriError, StaleView
from bot.domain.members import Fact, Member, MemberStanding, Proof, Verification
from bot.store.ledger import member_name, told_entry
from bot.store.tables import ledger, members

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.store.database import Database
    from bot.store.sealing import Sealer
    from bot.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Telling:
    """A member and how they stood before; `before` is None for a new one. `subject` is what the ledger calls them."""

    member: Member
    before: Member | None
    subject: str
    at: datetime


class StoredMembers:
    """Every member the marketplace told of (flows.ports.Members)."""

    def __init__(self, database: Database, writer: Writer, sealer: Sealer) -> None:
        self._database = database
        self._writer = writer
        self._sealer = sealer

    def digest_of(self, part: str, said: str) -> bytes:
        """A keyed hash of a name or address."""
        return self._sealer.fingerprint(f"member.{part}", said)

    async def member(self, member_id: str) -> Member | None:
        """The member as told, None if nobody did."""
        return await self._database.read(lambda connection: find_member(connection, member_id))

    async def keep_member(self, member: Member, before: Member | None, now: datetime) -> None:
        """Write a new member or a change, with its ledger entry."""
        await self._writer.do(write_members, Telling(member, before, member_name(member.member_id, self._sealer), now))


def find_member(connection: Connection, member_id: str) -> Member | None:
    """The member as the database has them."""
    row = connection.execute(select(members).where(members.c.member_id == member_id)).one_or_none()
    if row is None:
        return None
    return Member(
        row.member_id,
        MemberStanding(row.standing),
        _facts_in(json.loads(row.facts)),
        row.name_digest,
        row.address_digest,
        row.revision,
    )


def write_members(connection: Connection, items: Sequence[Telling]) -> list[SekimoriError | None]:
    """Write each member with their ledger entry; StaleView for one that is not as it was seen."""
    return [_write(connection, item) for item in items]


def _write(connection: Connection, item: Telling) -> SekimoriError | None:
    member, before = item.member, item.before
    values = {
        "revision": member.revision,
        "standing": member.standing.value,
        "facts": json.dumps(_spelled(member), sort_keys=True),
        "name_digest": member.name_digest,
        "address_digest": member.address_digest,
        "told_at": item.at,
    }
    if before is None:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        statement = dialect.insert(members).values(member_id=member.member_id, **values)
        written = connection.execute(statement.on_conflict_do_nothing())
    else:
        written = connection.execute(
            update(members)
            .where(members.c.member_id == member.member_id, members.c.revision == before.revision)
            .values(values)
        )
    if written.rowcount != 1:
        return StaleView()
    connection.execute(insert(ledger), [told_entry(member, before, item.subject, item.at)])
    return None


def _spelled(member: Member) -> dict[str, list[str | None]]:
    return {fact.value: [one.proof.value, _day(one.on), _day(one.verified_on)] for fact, one in member.facts.items()}


def _facts_in(spelled: dict[str, list[Any]]) -> dict[Fact, Verification]:
    """The facts that were kept; one that this version knows and an earlier did not is not verified."""
    held = {Fact(name): Verification(Proof(proof), _date(on), _date(was)) for name, (proof, on, was) in spelled.items()}
    return {fact: held.get(fact, Verification()) for fact in Fact}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(spelled: str | None) -> date | None:
    return date.fromisoformat(spelled) if spelled else None
