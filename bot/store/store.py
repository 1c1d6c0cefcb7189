"""The store: the ports of the flows, over SQLite or PostgreSQL.

A message is decided on what memory or the database says about its conversation, and recorded only if that still holds
when it is written: the conversation's version and the contract's revision are compared in the writing transaction.
So memory saves reading, never correctness, and several processes may share one database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from sqlalchemy import func, select, text

from bot.domain.errors import StaleView, StoreAway
from bot.domain.threads import Conversation
from bot.domain.verdicts import Outcome
from bot.store.api_keys import StoredKeys
from bot.store.cases import find_grants
from bot.store.changing import Changer
from bot.store.contracts import Moving, find_contract, write_contracts
from bot.store.desk import StoredDesk
from bot.store.links import StoredLinks
from bot.store.locks import Locks
from bot.store.members import StoredMembers
from bot.store.memory import Memory
from bot.store.reading import Held, Reader, held_of
from bot.store.recording import Recorded, Recorder, Recording
from bot.store.slack import StoredSlack
from bot.store.tables import cases, grants
from bot.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from types import TracebackType

    from sqlalchemy import Connection

    from bot.domain.contracts import Contract
    from bot.domain.grants import Grant
    from bot.domain.messages import Message
    from bot.domain.threads import Standing
    from bot.domain.verdicts import Verdict
    from bot.flows.ports import Decided
    from bot.store.database import Database
    from bot.store.sealing import Sealer
    from detectors import Utterance

BLOCKED = Outcome.BLOCK.value

REMEMBERED = 5_000
"""Conversations, and contracts, kept in memory."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A contract as it was seen, None if nobody told it, and the grants on it."""

    contract: Contract | None = None
    grants: tuple[Grant, ...] = ()


NOTHING_AGREED = Agreed()


class Store:
    """Conversations, contracts and the ledger in one database."""

    def __init__(self, database: Database, sealer: Sealer, new_id: Callable[[], str]) -> None:
        self._database = database
        self._sealer = sealer
        self._writer = Writer(database)
        self._reader = Reader(database, lambda connection, ids: held_of(connection, ids, sealer))
        self._recorder = Recorder(sealer, new_id)
        self.locks = Locks()
        self._held: Memory[Held] = Memory(REMEMBERED)
        self._contracts: Memory[Agreed] = Memory(REMEMBERED)
        self.members = StoredMembers(database, self._writer, sealer)
        self.keys = StoredKeys(database)
        self.links = StoredLinks(database, self._writer, self._held.forget)
        self.slack = StoredSlack(database, self._writer, sealer)
        self.desk = StoredDesk(database, self._writer, Changer(sealer, new_id), sealer, self.forget)

    async def __aenter__(self) -> Self:
        self._writer.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._writer.stop()
        await self._database.close()

    async def answers(self) -> bool:
        """Whether the database does."""
        try:
            await self._database.read(lambda connection: connection.execute(text("SELECT 1")).scalar())
        except StoreAway:
            return False
        return True

    async def blocks_since(self, moment: datetime) -> int:
        """How many messages the guard blocked since then."""
        asked = select(func.count()).select_from(cases).where(cases.c.opened_at >= moment, cases.c.why == BLOCKED)
        return await self._database.read(lambda connection: connection.execute(asked).scalar() or 0)

    def conversation(self, message: Message, now: datetime) -> Opening:
        """The conversation of `message`, locked within this process; other processes are caught at the record."""
        return Opening(self, message, now)

    async def thread(self, message: Message, now: datetime) -> StoredThread:
        """The conversation of `message` as it stands, once its lock is taken."""
        await self.locks.take(message.conversation_id)
        try:
            held = self._held.get(message.conversation_id) or await self._reader.read(message.conversation_id)
            contract_id = message.contract_id or held.contract_id
            agreed = await self._agreed(contract_id) if contract_id else NOTHING_AGREED
            return StoredThread(self, message, now, held, contract_id, agreed)
        except BaseException:
            self.locks.leave(message.conversation_id)
            raise

    async def record(self, recording: Recording, conversation: Conversation) -> Verdict:
        """Write a recording; what memory holds of the conversation follows."""
        conversation_id = recording.conversation_id
        self._held.forget(conversation_id)
        try:
            addition = self._recorder.addition(recording)
            recorded: Recorded = await self._writer.do(self._recorder.write, recording, addition)
        except StaleView:
            self._contracts.forget(recording.contract_id or "")
            raise
        if recorded.is_new:
            message, at = recording.decided.message, recording.decided.message.sent_at or recording.decided.at
            after = conversation.with_message(message, at, delivered=recorded.verdict.ruling.is_delivered)
            held = Held(recording.version + 1, recording.contract_id, after.earlier, recording.grants)
            self._held.keep(conversation_id, held)
        return recorded.verdict

    async def contract(self, contract_id: str) -> Contract | None:
        """The contract as the database has it, None if nobody told it."""
        return (await self._read_agreed(contract_id)).contract

    async def keep_contract(self, contract: Contract, before: Contract | None, now: datetime) -> None:
        """Write a new contract or a move, with its ledger entry."""
        self._contracts.forget(contract.contract_id)
        await self._writer.do(write_contracts, Moving(contract, before, now))

    def forget(self, conversation_id: str | None, contract_id: str | None) -> None:
        """Read it again next time: something about it was changed."""
        self._held.forget(conversation_id or "")
        self._contracts.forget(contract_id or "")

    async def _agreed(self, contract_id: str) -> Agreed:
        return self._contracts.get(contract_id) or await self._read_agreed(contract_id)

    async def _read_agreed(self, contract_id: str) -> Agreed:
        found = await self._database.read(lambda connection: _agreed(connection, contract_id, self._sealer))
        self._contracts.keep(contract_id, found)
        return found


def _agreed(connection: Connection, contract_id: str, sealer: Sealer) -> Agreed:
    """The contract and its grants as the database has them."""
    contract = find_contract(connection, contract_id)
    return Agreed(contract, find_grants(connection, grants.c.contract_id == contract_id, sealer))


class Opening:
    """A block in which a conversation is locked. Written out: a generator costs more, and every message comes here."""

    __slots__ = ("_message", "_now", "_store")

    def __init__(self, store: Store, message: Message, now: datetime) -> None:
        self._store = store
        self._message = message
        self._now = now

    async def __aenter__(self) -> StoredThread:
        return await self._store.thread(self._message, self._now)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.locks.leave(self._message.conversation_id)


class StoredThread:
    """One conversation while one of its messages is decided (flows.ports.Thread)."""

    def __init__(
        self,
        store: Store,
        message: Message,
        now: datetime,
        held: Held,
        contract_id: str | None,
        agreed: Agreed,
    ) -> None:
        self._store = store
        self._held = held
        self._contract_id = contract_id
        self._contract = agreed.contract
        self._conversation = Conversation(held.earlier, agreed.contract, (*held.grants, *agreed.grants))
        window = self._conversation.window(message, message.sent_at or now)
        self.recent: Sequence[Utterance] = [one.utterance for one in window]
        self.standing: Standing = self._conversation.standing(message, window)

    async def record(self, decided: Decided) -> Verdict:
        """Write what was decided; the verdict that stands comes back once it survives a power cut."""
        revision = self._contract.revision if self._contract else 0
        recording = Recording(decided, self._held.version, self._contract_id, revision, self._held.grants)
        return await self._store.record(recording, self._conversation)
