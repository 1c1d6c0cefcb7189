"""The hash chain over the ledger: the worker seals entries in batches, so that inserts never wait for each other.

A seal holds a leaf for each entry (its id and a hash of its columns, which hold no personal content) and a digest over
the digest before and its leaves. Whoever changes, removes or slips in an entry must rewrite every seal from there on,
and cannot, once a later digest was noted elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError

from bot.store.tables import ledger, ledger_seals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from bot.store.database import Database

BATCH = 1_000
"""Entries under one seal at most."""

ID_BYTES, HASH_BYTES = 8, 16
LEAF = ID_BYTES + HASH_BYTES
GENESIS = bytes(32)
"""The digest before the first."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The first entry that is not as it was sealed: changed, missing or added; or a seal that does not fit."""

    entry_id: int
    how: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying found. `head` is the last seal's digest, to be noted elsewhere."""

    seals: int
    entries: int
    unsealed: int
    head: str
    broken: Broken | None
    passed: frozenset[str]
    """Every digest of the chain."""


async def seal_ledger(database: Database, now: datetime) -> int:
    """Seal what is not sealed yet; how many entries that was.

    Raises:
        StoreAway: the database does not answer.
    """
    horizon = await database.write(_horizon)
    sealed = 0
    while True:
        try:
            count = await database.write(lambda connection: _seal(connection, horizon, now))
        except IntegrityError:  # another worker just made this seal
            return sealed
        sealed += count
        if count < BATCH:
            return sealed


def _horizon(connection: Connection) -> int:
    """The newest entry below which none is still on its way to being committed.

    PostgreSQL hands out ids before the commit: its lock waits for those writing, and holds up others for this one look.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL lock_timeout = '2s'"))
        connection.execute(text("LOCK TABLE ledger IN SHARE MODE"))
    return connection.execute(select(func.max(ledger.c.entry_id))).scalar() or 0


def _seal(connection: Connection, horizon: int, now: datetime) -> int:
    last = connection.execute(select(ledger_seals).order_by(ledger_seals.c.seal_id.desc()).limit(1)).one_or_none()
    sealed, after, before = (last.seal_id, last.last_entry, last.digest) if last else (0, 0, GENESIS)
    entries = connection.execute(
        select(ledger)
        .where(ledger.c.entry_id > after, ledger.c.entry_id <= horizon)
        .order_by(ledger.c.entry_id)
        .limit(BATCH)
    ).all()
    if not entries:
        return 0
    leaves = b"".join(map(leaf_of, entries))
    row = {
        "seal_id": sealed + 1,
        "at": now,
        "last_entry": entries[-1].entry_id,
        "leaves": leaves,
        "digest": digest_of(before, leaves),
    }
    connection.execute(insert(ledger_seals), [row])
    return len(entries)


def leaf_of(entry: Row[*tuple[Any, ...]]) -> bytes:
    """An entry's id, and a hash of all its columns."""
    told = json.dumps(
        [entry.entry_id, entry.at.isoformat(), entry.actor, entry.verb, entry.subject, entry.revision, entry.facts]
    )
    id_bytes: bytes = entry.entry_id.to_bytes(ID_BYTES, "big")
    return id_bytes + hashlib.sha256(told.encode()).digest()[:HASH_BYTES]


def digest_of(before: bytes, leaves: bytes) -> bytes:
    """The digest of a seal over the one before."""
    return hashlib.sha256(before + leaves).digest()


async def verify_ledger(database: Database) -> Verified:
    """Compare every sealed entry with its seal, oldest first, up to the first that is broken.

    Raises:
        StoreAway: the database does not answer.
    """
    digest, after, seals, entries = GENESIS, 0, 0, 0
    passed = {GENESIS.hex()}
    broken: Broken | None = None
    while broken is None:
        number, start, before = seals + 1, after, digest
        found = await database.read(lambda connection: _sealed(connection, number, start))  # noqa: B023 (awaited here)
        if found is None:
            break
        seal, rows = found
        broken = _first_broken(seal, rows, before, start)
        digest, after, seals, entries = seal.digest, seal.last_entry, number, entries + len(rows)
        passed.add(digest.hex())
    rest = select(func.count()).where(ledger.c.entry_id > after)
    unsealed = await database.read(lambda connection: connection.execute(rest).scalar() or 0)
    return Verified(seals, entries, unsealed, digest.hex(), broken, frozenset(passed))


def _sealed(
    connection: Connection, number: int, after: int
) -> tuple[Row[*tuple[Any, ...]], list[Row[*tuple[Any, ...]]]] | None:
    """The seal of this number and the entries that stand under it now."""
    seal = connection.execute(select(ledger_seals).where(ledger_seals.c.seal_id == number)).one_or_none()
    if seal is None:
        return None
    under = select(ledger).where(ledger.c.entry_id > after, ledger.c.entry_id <= seal.last_entry)
    return seal, list(connection.execute(under.order_by(ledger.c.entry_id)))


def _first_broken(
    seal: Row[*tuple[Any, ...]], rows: list[Row[*tuple[Any, ...]]], before: bytes, after: int
) -> Broken | None:
    if digest_of(before, seal.leaves) != seal.digest:
        return Broken(after + 1, "seal does not fit")
    now = {row.entry_id: leaf_of(row) for row in rows}
    then = dict(_leaves(seal.leaves))
    for entry_id in sorted(now.keys() | then.keys()):
        if now.get(entry_id) != then.get(entry_id):
            how = "missing" if entry_id not in now else "added" if entry_id not in then else "changed"
            return Broken(entry_id, how)
    return None


def _leaves(leaves: bytes) -> Iterator[tuple[int, bytes]]:
    for start in range(0, len(leaves), LEAF):
        leaf = leaves[start : start + LEAF]
        yield int.from_bytes(leaf[:ID_BYTES], "big"), leaf
