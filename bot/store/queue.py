"""What waits for people, in the order it should be worked on, and what has been done about it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.domain.cases import WAITING
from bot.domain.disclosures import DisclosureState
from bot.store.cases import case_in, find_grants
from bot.store.disclosures import disclosure_in
from bot.store.statistics import statistics
from bot.store.tables import cases, disclosures, grants, ledger

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from bot.domain.cases import Case, CaseState
    from bot.domain.disclosures import Disclosure
    from bot.domain.grants import Grant
    from bot.domain.statistics import Row
    from bot.store.database import Database
    from bot.store.sealing import Sealer


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the ledger, as people read it."""

    at: datetime
    actor: str
    verb: str
    revision: int
    facts: dict[str, Any]


class Queue:
    """The queue in the database."""

    def __init__(self, database: Database, sealer: Sealer) -> None:
        self._database = database
        self._sealer = sealer

    async def cases(self, states: Collection[CaseState] = WAITING, limit: int = 100) -> list[Case]:
        """Cases in these states: those a member appealed for first, then the oldest."""
        asked = (
            select(cases)
            .where(cases.c.state.in_([state.value for state in states]))
            .order_by(cases.c.appealed_at.is_(None), cases.c.opened_at, cases.c.case_id)
            .limit(limit)
        )
        return await self._database.read(
            lambda connection: [case_in(row, self._sealer) for row in connection.execute(asked)]
        )

    async def disclosures(
        self,
        states: Collection[DisclosureState] = (DisclosureState.FILED,),
        limit: int = 100,
        *,
        member_id: str | None = None,
        due_before: datetime | None = None,
    ) -> list[Disclosure]:
        """Requests in these states, the one due first in front; only a member's, only those due before, if asked."""
        asked = select(disclosures).where(disclosures.c.state.in_([state.value for state in states]))
        if member_id:
            asked = asked.where(disclosures.c.member_id == member_id)
        if due_before:
            asked = asked.where(disclosures.c.due_at < due_before)
        asked = asked.order_by(
            disclosures.c.due_at.is_(None), disclosures.c.due_at, disclosures.c.offered_at, disclosures.c.disclosure_id
        ).limit(limit)
        return await self._database.read(
            lambda connection: [disclosure_in(row, self._sealer) for row in connection.execute(asked)]
        )

    async def grants_on(self, contract_id: str) -> tuple[Grant, ...]:
        """What holds on a contract."""
        where = grants.c.contract_id == contract_id
        return await self._database.read(lambda connection: find_grants(connection, where, self._sealer))

    async def history(self, subject: str) -> list[Entry]:
        """What the ledger says about a contract, message, case or request, oldest first."""
        asked = select(ledger).where(ledger.c.subject == subject).order_by(ledger.c.entry_id)
        rows = await self._database.read(lambda connection: connection.execute(asked).all())
        return [Entry(row.at, row.actor, row.verb, row.revision, json.loads(row.facts)) for row in rows]

    async def statistics(self, start: datetime, end: datetime, now: datetime) -> list[Row]:
        """What happened from `start` to before `end`."""
        return await statistics(self._database, self._sealer, start, end, now)
