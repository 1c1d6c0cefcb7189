"""Read conversations that memory does not hold: those asked for while another read is under way are read together."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from bot.domain.errors import StoreAway
from bot.domain.threads import WINDOW, Conversation
from bot.store.cases import find_grants
from bot.store.content import earlier_in
from bot.store.recording import padded
from bot.store.tables import conversations, grants, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection

    from bot.domain.grants import Grant
    from bot.domain.threads import Earlier
    from bot.store.database import Database
    from bot.store.sealing import Sealer

GROUP = 256
"""Conversations read together at most."""

ROWS = 3 * WINDOW
"""Rows read of a conversation: the window, and room for edits."""

KNOWN = select(conversations).where(conversations.c.conversation_id.in_(bindparam("ids", expanding=True)))
NEWEST_FIRST = (
    select(messages)
    .where(messages.c.conversation_id == bindparam("which"), messages.c.message_sealed.is_not(None))
    .where(messages.c.position <= bindparam("version"))
    .order_by(messages.c.position.desc())
    .limit(ROWS)
)


@dataclass(frozen=True, slots=True)
class Held:
    """A conversation as it was seen: its messages, which contract it is linked to, and which version that was."""

    version: int = 0
    contract_id: str | None = None
    earlier: tuple[Earlier, ...] = ()
    grants: tuple[Grant, ...] = ()
    """Those of this conversation alone; those of a contract belong to it."""


NEW = Held()


class Reader:
    """Reads by groups: most cold conversations are new, so one question settles many of them."""

    def __init__(self, database: Database, work: Callable[[Connection, Sequence[str]], Mapping[str, Held]]) -> None:
        self._database = database
        self._work = work
        self._waiting: list[tuple[str, asyncio.Future[Held]]] = []
        self._task: asyncio.Task[None] | None = None

    async def read(self, conversation_id: str) -> Held:
        """The conversation as the database has it at some moment after this call.

        Raises:
            StoreAway: the database does not answer.
        """
        found: asyncio.Future[Held] = asyncio.get_running_loop().create_future()
        self._waiting.append((conversation_id, found))
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="sekimori-reader")
        return await found

    async def _run(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:GROUP], self._waiting[GROUP:]
                await self._settle(group)
        finally:
            self._task = None

    async def _settle(self, group: Sequence[tuple[str, asyncio.Future[Held]]]) -> None:
        """Read a group; if that fails, each alone, so that a row that cannot be opened fails only its own."""
        ids = [one for one, _ in group]
        try:
            held = await self._held(ids)
        except Exception as error:  # noqa: BLE001 (whatever it was, the callers are told and the reader goes on)
            if len(group) > 1 and not isinstance(error, StoreAway):
                for alone in group:
                    await self._settle([alone])
                return
            for _, found in group:
                if not found.done():
                    found.set_exception(error)
            return
        for one, found in group:
            if not found.done():  # the caller went away
                found.set_result(held[one])

    async def _held(self, ids: Sequence[str]) -> Mapping[str, Held]:
        """Most cold conversations are new: of these nothing is read but that they are."""
        known = sorted(await self._database.known(ids))
        held: dict[str, Held] = dict.fromkeys(ids, NEW)
        if known:
            held |= await self._database.read(lambda connection: self._work(connection, known))
        return held


def held_of(connection: Connection, ids: Sequence[str], sealer: Sealer) -> dict[str, Held]:
    """The conversations as the database has them, by id."""
    known = connection.execute(KNOWN, {"ids": padded(set(ids))}).all()
    held = dict.fromkeys(ids, Held())
    for one in known:
        asked = {"which": one.conversation_id, "version": one.version}
        thread = Conversation()
        for row in reversed(connection.execute(NEWEST_FIRST, asked).all()):
            thread = thread.with_earlier(earlier_in(row, sealer))
        own = find_grants(connection, grants.c.conversation_id == one.conversation_id, sealer)
        held[one.conversation_id] = Held(one.version, one.contract_id, thread.earlier, own)
    return held
