"""The store in memory: the same ports, the same promises except surviving. It passes the tests of the real one."""

import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.domain.conversations import Link
from bot.domain.errors import Conflict, StaleView
from bot.domain.threads import Conversation


@dataclass
class MemoryStore:
    """Conversations, contracts and the ledger as plain values that a test may look at."""

    contracts: dict = field(default_factory=dict)
    told: dict = field(default_factory=dict)
    decided: dict = field(default_factory=dict)
    ledger: list = field(default_factory=list)
    _threads: dict = field(default_factory=lambda: defaultdict(Conversation))
    _links: dict = field(default_factory=dict)
    _versions: dict = field(default_factory=lambda: defaultdict(int))
    _locks: dict = field(default_factory=lambda: defaultdict(asyncio.Lock))

    @asynccontextmanager
    async def conversation(self, message, now):
        async with self._locks[message.conversation_id]:
            yield MemoryThread(self, message, now)

    async def contract(self, contract_id):
        return self.contracts.get(contract_id)

    async def keep_contract(self, contract, before, now):
        if self.contracts.get(contract.contract_id) != before:
            raise StaleView
        self.contracts[contract.contract_id] = contract
        self.ledger.append(("contract.moved", contract.contract_id, contract.revision, now))

    @property
    def members(self):
        return MemoryMembers(self)

    @property
    def links(self):
        return MemoryLinks(self)


@dataclass
class MemoryMembers:
    """Members (flows.ports.Members); a digest is the very thing here."""

    _store: MemoryStore

    def digest_of(self, part, said):
        return f"{part}: {said}".encode()

    async def member(self, member_id):
        return self._store.told.get(member_id)

    async def keep_member(self, member, before, now):
        if self._store.told.get(member.member_id) != before:
            raise StaleView
        self._store.told[member.member_id] = member
        self._store.ledger.append(("member.told", member.member_id, member.revision, now))


@dataclass
class MemoryLinks:
    """Which contract each conversation belongs to (flows.ports.Links)."""

    _store: MemoryStore

    async def link(self, conversation_id):
        if conversation_id not in self._store._links:
            return None
        return Link(conversation_id, self._store._links[conversation_id], self._store._versions[conversation_id])

    async def keep_link(self, link, before, now):
        if await self.link(link.conversation_id) != before:
            raise StaleView
        self._store._links[link.conversation_id] = link.contract_id
        self._store._versions[link.conversation_id] = link.revision
        self._store.ledger.append(("conversation.linked", link.conversation_id, link.revision, now))


class MemoryThread:
    def __init__(self, store, message, now):
        self._store, self._at = store, message.sent_at or now
        self._where = message.conversation_id
        self._link = message.contract_id or store._links.get(self._where)
        self._contract = store.contracts.get(self._link)
        self._seen = Conversation(store._threads[self._where].earlier, self._contract)
        window = self._seen.window(message, self._at)
        self.recent = [one.utterance for one in window]
        self.standing = self._seen.standing(message, window)

    async def record(self, decided):
        store, message = self._store, decided.message
        key = (message.message_id, message.revision)
        if key in store.decided:
            before, verdict = store.decided[key]
            if said(before) != said(message):
                raise Conflict("same_id_other_text", message_id=key[0], revision=key[1])
            return verdict
        if store.contracts.get(self._link) != self._contract:
            raise StaleView
        store.decided[key] = (message, decided.verdict)
        store.ledger.append(("message.decided", *key))
        store._links[self._where] = self._link
        store._versions[self._where] += 1
        store._threads[self._where] = self._seen.with_message(
            message, self._at, delivered=decided.verdict.ruling.is_delivered
        )
        return decided.verdict


def said(message):
    return (message.conversation_id, message.sender_id, message.text, [(a.name, a.text) for a in message.attachments])
