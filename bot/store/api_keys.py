"""API keys as rows: the prefix and the SHA-256 of the whole, which is random enough to need no salt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from bot.domain.keys import ApiKey, Scope
from bot.store.ledger import key_entry
from bot.store.tables import api_keys, ledger

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from bot.store.database import Database


class StoredKeys:
    """Every key that was made."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, prefix: str) -> ApiKey | None:
        """The key with this prefix, None if there is none.

        Raises:
            StoreAway: the database does not answer.
        """
        return await self._database.read(lambda connection: _find(connection, prefix))

    async def every(self) -> list[ApiKey]:
        """Every key, the oldest first, the revoked among them."""
        statement = select(api_keys).order_by(api_keys.c.made_at, api_keys.c.prefix)
        return await self._database.read(lambda connection: [_key(row) for row in connection.execute(statement)])

    async def make(self, key: ApiKey) -> None:
        """Keep a new key, with its ledger entry."""
        await self._database.write(lambda connection: _make(connection, key))

    async def revoke(self, prefix: str, now: datetime) -> ApiKey | None:
        """The key once it is revoked, with its ledger entry; None if there is none. One revoked before stays so."""
        return await self._database.write(lambda connection: _revoke(connection, prefix, now))


def _find(connection: Connection, prefix: str) -> ApiKey | None:
    row = connection.execute(select(api_keys).where(api_keys.c.prefix == prefix)).one_or_none()
    return _key(row) if row else None


def _make(connection: Connection, key: ApiKey) -> None:
    connection.execute(
        insert(api_keys).values(
            prefix=key.prefix, digest=key.digest, scope=key.scope.value, label=key.label, made_at=key.made_at
        )
    )
    connection.execute(insert(ledger), [key_entry("key.made", key, key.made_at)])


def _revoke(connection: Connection, prefix: str, now: datetime) -> ApiKey | None:
    revoked = connection.execute(
        update(api_keys).where(api_keys.c.prefix == prefix, api_keys.c.revoked_at.is_(None)).values(revoked_at=now)
    )
    key = _find(connection, prefix)
    if key and revoked.rowcount:
        connection.execute(insert(ledger), [key_entry("key.revoked", key, now)])
    return key


def _key(row: Row[*tuple[Any, ...]]) -> ApiKey:
    return ApiKey(row.prefix, Scope(row.scope), row.label, row.digest, row.made_at, row.revoked_at)
