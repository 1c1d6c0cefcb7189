"""Write decided messages: many at once, each only if what its verdict was based on still holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.delivery import Delivery
from bot.domain.effects import HideMessage
from bot.domain.errors import Conflict, SekimoriError, StaleView
from bot.store.adding import ENTRY, MESSAGE, Addition
from bot.store.content import fingerprint_of, row_of, verdict_in
from bot.store.effects import effect_rows
from bot.store.ledger import decided_row
from bot.store.superseding import supersede
from bot.store.tables import contracts, conversations, ledger, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Insert, Row, Table

    from bot.domain.grants import Grant
    from bot.domain.verdicts import Verdict
    from bot.flows.ports import Decided
    from bot.store.sealing import Sealer

Key = tuple[str, int]

# The statements of every message, made once: to make and recognise one costs more than to run it.
VERSIONS = (
    select(conversations.c.conversation_id, conversations.c.version)
    .where(conversations.c.conversation_id.in_(bindparam("ids", expanding=True)))
    .order_by(conversations.c.conversation_id)
    .with_for_update()
)
REVISIONS = select(contracts.c.contract_id, contracts.c.revision).where(
    contracts.c.contract_id.in_(bindparam("ids", expanding=True))
)
EARLIER = select(
    messages.c.message_id,
    messages.c.revision,
    messages.c.outcome,
    messages.c.policy,
    messages.c.fingerprint,
    messages.c.verdict_sealed,
).where(messages.c.message_id.in_(bindparam("ids", expanding=True)))
ADVANCE = (
    update(conversations)
    .where(conversations.c.conversation_id == bindparam("which"))
    .values(version=bindparam("after"), contract_id=bindparam("contract"))
)
HIDE = update(messages).where(messages.c.message_id == bindparam("which")).values(delivery=Delivery.HIDDEN.value)
NEW_MESSAGES = insert(messages)
NEW_ENTRIES = insert(ledger)


@dataclass(frozen=True, slots=True)
class Recording:
    """A decided message and what was seen when it was decided.

    `version` of the conversation is 0 for one not seen before; `contract_revision` is 0 for a contract nobody told.
    """

    decided: Decided
    version: int
    contract_id: str | None
    contract_revision: int
    grants: tuple[Grant, ...] = ()
    """Those of the conversation alone, as they were seen: memory keeps them."""

    @property
    def key(self) -> Key:
        """Message id and revision."""
        return self.decided.message.message_id, self.decided.message.revision

    @property
    def conversation_id(self) -> str:
        """The conversation it belongs to."""
        return self.decided.message.conversation_id


@dataclass(frozen=True, slots=True)
class Recorded:
    """The verdict that stands, and whether it is the one just given."""

    verdict: Verdict
    is_new: bool


class Recorder:
    """Writes recordings; the database settles which of two that saw the same version comes first."""

    def __init__(self, sealer: Sealer, new_id: Callable[[], str]) -> None:
        self._sealer = sealer
        self._new_id = new_id

    def addition(self, item: Recording) -> Addition | None:
        """The rows of a message that is probably new and as it was seen; None for an edit, which asks for more."""
        decided, verdict = item.decided, item.decided.verdict
        if decided.message.revision > 1:
            return None
        effects = effect_rows([(decided, item.contract_id)], self._sealer, self._new_id) if verdict.effects else {}
        return Addition(
            (item.conversation_id, item.contract_id, item.version + 1),
            row_of(decided, item.version + 1, self._sealer),
            decided_row(verdict, decided.at),
            (item.contract_id, item.contract_revision) if item.contract_id else None,
            effects,
            [one.message_id for one in verdict.effects if isinstance(one, HideMessage)],
            Recorded(verdict, is_new=True),
        )

    def write(self, connection: Connection, items: Sequence[Recording]) -> list[Recorded | SekimoriError]:
        """Record each item, or say why not: StaleView, or Conflict for an id that stands for another text."""
        _open_conversations(connection, items)
        versions = _versions(connection, items)
        revisions = _revisions(connection, items)
        earlier = _earlier(connection, items)
        accepted: dict[Key, Recording] = {}
        results: list[Recorded | SekimoriError] = []
        for item in items:
            if item.key in earlier:
                results.append(self._again(item, earlier[item.key]))
            elif (
                item.key in accepted
                or versions[item.conversation_id] != item.version
                or revisions.get(item.contract_id, 0) != item.contract_revision
            ):
                results.append(StaleView())
            else:
                versions[item.conversation_id] += 1
                accepted[item.key] = item
                results.append(Recorded(item.decided.verdict, is_new=True))
        if accepted:
            self._insert(connection, list(accepted.values()))
        return results

    def _again(self, item: Recording, row: Row[*tuple[Any, ...]]) -> Recorded | SekimoriError:
        message = item.decided.message
        if row.fingerprint != fingerprint_of(message, self._sealer):
            return Conflict("same_id_other_text", message_id=message.message_id, revision=message.revision)
        return Recorded(verdict_in(row, self._sealer), is_new=False)

    def _insert(self, connection: Connection, items: Sequence[Recording]) -> None:
        """Message, verdict, ledger entry and effects of each item: all of them or none."""
        connection.execute(
            ADVANCE,
            [{"which": one.conversation_id, "after": one.version + 1, "contract": one.contract_id} for one in items],
        )
        rows = [row_of(one.decided, one.version + 1, self._sealer) for one in items]
        connection.execute(NEW_MESSAGES, [dict(zip(MESSAGE, row, strict=True)) for row in rows])
        entries = [decided_row(one.decided.verdict, one.decided.at) for one in items]
        connection.execute(NEW_ENTRIES, [dict(zip(ENTRY, entry, strict=True)) for entry in entries])
        wanted = effect_rows([(one.decided, one.contract_id) for one in items], self._sealer, self._new_id)
        for table, effects in wanted.items():
            connection.execute(insert_new(connection.dialect.name, table), effects)
        hidden = [
            effect.message_id
            for one in items
            for effect in one.decided.verdict.effects
            if isinstance(effect, HideMessage)
        ]
        if hidden:
            connection.execute(HIDE, [{"which": message_id} for message_id in hidden])
        supersede(connection, [(one.decided.message, one.decided.at) for one in items], self._sealer, self._new_id)


def padded(ids: set[str]) -> list[str]:
    """The ids, one repeated up to a power of two, so that groups of any size make only a few prepared statements."""
    wanted = 1 << (len(ids) - 1).bit_length()
    return [*ids, *repeat(next(iter(ids)), wanted - len(ids))]


@cache
def insert_new(dialect_name: str, table: Table) -> Insert:
    """An insert that passes over rows whose key is there already."""
    dialect = postgresql if dialect_name == "postgresql" else sqlite
    statement: Insert = dialect.insert(table).on_conflict_do_nothing()
    return statement


def _open_conversations(connection: Connection, items: Sequence[Recording]) -> None:
    """Give new conversations a row, in one order everywhere so that two processes cannot wait for each other."""
    new = sorted({item.conversation_id for item in items if item.version == 0})
    if not new:
        return
    statement = insert_new(connection.dialect.name, conversations)
    connection.execute(statement, [{"conversation_id": one, "contract_id": None, "version": 0} for one in new])


def _versions(connection: Connection, items: Sequence[Recording]) -> dict[str, int]:
    """The versions of the conversations, locked until the commit."""
    ids = {item.conversation_id for item in items}
    rows = connection.execute(VERSIONS, {"ids": padded(ids)})
    return dict.fromkeys(ids, 0) | {row[0]: row[1] for row in rows}


def _revisions(connection: Connection, items: Sequence[Recording]) -> dict[str | None, int]:
    """The revisions of the contracts; none for one that nobody told."""
    ids = {item.contract_id for item in items if item.contract_id}
    if not ids:
        return {}
    rows = connection.execute(REVISIONS, {"ids": padded(ids)})
    return {row[0]: row[1] for row in rows}


def _earlier(connection: Connection, items: Sequence[Recording]) -> dict[Key, Row[*tuple[Any, ...]]]:
    """What was recorded before under the same ids and revisions."""
    rows = connection.execute(EARLIER, {"ids": padded({item.key[0] for item in items})})
    return {(row.message_id, row.revision): row for row in rows}
