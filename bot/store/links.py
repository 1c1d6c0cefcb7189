"""Which contract each conversation belongs to. A changed link is a change of the conversation: its version grows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.conversations import Link
from bot.domain.errors import SekimoriError, StaleView
from bot.store.ledger import linked_entry
from bot.store.tables import conversations, ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.store.database import Database
    from bot.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Linking:
    """A link and what was before it; `before` is None for a conversation nobody spoke of."""

    link: Link
    before: Link | None
    at: datetime


class StoredLinks:
    """The links in the database (flows.ports.Links). `changed` hears of each conversation that was written."""

    def __init__(self, database: Database, writer: Writer, changed: Callable[[str], None]) -> None:
        self._database = database
        self._writer = writer
        self._changed = changed

    async def link(self, conversation_id: str) -> Link | None:
        """The conversation's link, None for a conversation nobody spoke of."""
        return await self._database.read(lambda connection: find_link(connection, conversation_id))

    async def keep_link(self, link: Link, before: Link | None, now: datetime) -> None:
        """Write a new conversation or a changed link, with its ledger entry."""
        try:
            await self._writer.do(write_links, Linking(link, before, now))
        finally:
            self._changed(link.conversation_id)


def find_link(connection: Connection, conversation_id: str) -> Link | None:
    """The link as the database has it."""
    row = connection.execute(
        select(conversations).where(conversations.c.conversation_id == conversation_id)
    ).one_or_none()
    return Link(row.conversation_id, row.contract_id, row.version) if row else None


def write_links(connection: Connection, items: Sequence[Linking]) -> list[SekimoriError | None]:
    """Write each link with its ledger entry; StaleView for a conversation that is not as it was seen."""
    return [_write(connection, item) for item in items]


def _write(connection: Connection, item: Linking) -> SekimoriError | None:
    """Messages recorded meanwhile do not stand in the way of a link: only another link does."""
    link, before, id_column = item.link, item.before, conversations.c.conversation_id
    if before is None:
        values = {"conversation_id": link.conversation_id, "contract_id": link.contract_id, "version": link.revision}
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        written = connection.execute(dialect.insert(conversations).values(values).on_conflict_do_nothing())
    else:
        written = connection.execute(
            update(conversations)
            .where(
                id_column == link.conversation_id, conversations.c.contract_id.is_not_distinct_from(before.contract_id)
            )
            .values(contract_id=link.contract_id, version=conversations.c.version + 1)
        )
    if written.rowcount != 1:
        return StaleView()
    version = connection.execute(select(conversations.c.version).where(id_column == link.conversation_id)).scalar_one()
    connection.execute(insert(ledger), [linked_entry(replace(link, revision=version), before, item.at)])
    return None
