"""Contracts as rows, written only over the revision that was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.contracts import Contract, Parties, State, WorkStyle
from bot.domain.errors import SekimoriError, StaleView
from bot.store.ledger import moved_entry
from bot.store.tables import contracts, ledger

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Moving:
    """A contract and how it stood before; `before` is None for a new one."""

    contract: Contract
    before: Contract | None
    at: datetime


def find_contract(connection: Connection, contract_id: str) -> Contract | None:
    """The contract as the database has it, None if nobody told it."""
    row = connection.execute(select(contracts).where(contracts.c.contract_id == contract_id)).one_or_none()
    if row is None:
        return None
    parties = Parties(row.client_id, row.freelancer_id)
    return Contract(row.contract_id, WorkStyle(row.work_style), State(row.state), row.revision, parties)


def write_contracts(connection: Connection, items: Sequence[Moving]) -> list[SekimoriError | None]:
    """Write each contract with its ledger entry; StaleView for one that is not as it was seen."""
    return [_write(connection, item) for item in items]


def _write(connection: Connection, item: Moving) -> SekimoriError | None:
    contract, before = item.contract, item.before
    values = {
        "work_style": contract.work_style.value,
        "state": contract.state.value,
        "client_id": contract.parties.client_id,
        "freelancer_id": contract.parties.freelancer_id,
        "revision": contract.revision,
        "moved_at": item.at,
    }
    if before is None:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        statement = dialect.insert(contracts).values(contract_id=contract.contract_id, **values)
        written = connection.execute(statement.on_conflict_do_nothing())
    else:
        written = connection.execute(
            update(contracts)
            .where(contracts.c.contract_id == contract.contract_id, contracts.c.revision == before.revision)
            .values(values)
        )
    if written.rowcount != 1:
        return StaleView()
    connection.execute(insert(ledger), [moved_entry(contract, before, item.at)])
    return None
