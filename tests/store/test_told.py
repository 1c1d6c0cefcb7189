"""Members and links, as the store keeps them."""

import json
from datetime import date, timedelta

import pytest

from bot.domain.contracts import State, WorkStyle
from bot.domain.errors import StaleView
from bot.domain.members import Fact, Proof, Told, Verification
from bot.domain.verdicts import Outcome
from bot.flows.link_conversation import link_conversation
from bot.flows.move_contract import move_contract
from bot.flows.ports import Decided
from bot.flows.tell_member import tell_member
from bot.policy.decide import decide
from bot.store import Sealer
from bot.store.ledger import member_name
from detectors import Scan
from tests.builders import NOON, RULEBOOK, a_message, ids
from tests.databases import RING, gathered, open_store, rows_of
from tests.store.test_records import guard

SPRING = Verification(Proof.VERIFIED, date(2026, 4, 1))
PHONE = "090-1234-5678"


def told(**more):
    return Told("u-1", **{"name": "山田 太郎", "address": "東京都", "facts": {Fact.IDENTITY: SPRING}} | more)


async def facts_of(url, verb):
    rows = await rows_of(url, f"SELECT * FROM ledger WHERE verb = '{verb}' ORDER BY entry_id")
    return [(row["subject"], row["revision"], json.loads(row["facts"])) for row in rows]


async def test_a_member_comes_back_as_told(url):
    async with open_store(url) as store:
        first = await tell_member(told(), store.members, now=NOON)
    async with open_store(url) as store:
        assert await store.members.member("u-1") == first
        assert await store.members.member("u-2") is None


async def test_a_changed_name_lapses_the_identity_also_after_a_restart(url):
    async with open_store(url) as store:
        await tell_member(told(), store.members, now=NOON)
    async with open_store(url) as store:
        after = await tell_member(told(name="鈴木 太郎"), store.members, now=NOON + timedelta(days=1))
    assert after.facts[Fact.IDENTITY] == Verification(Proof.LAPSED, date(2026, 11, 23), SPRING.on)


async def test_every_change_of_a_member_is_in_the_ledger_and_no_change_is_not(store, url):
    for one in (told(), told(name="山田　太郎"), told(name="鈴木 太郎"), told(name="鈴木 太郎")):
        await tell_member(one, store.members, now=NOON)
    (first, second) = await facts_of(url, "member.told")
    member = member_name("u-1", Sealer(RING))
    assert "u-1" not in member, "the ledger never changes, and a member may ask to be erased"
    assert first[:2] == (member, 1)
    assert first[2]["verified"]["identity"] == [None, "verified"]
    assert second == (
        member,
        2,
        {
            "address_changed": False,
            "name_changed": True,
            "standing": "good",
            "verified": {"identity": ["verified", "lapsed"]},
        },
    )


async def test_no_name_and_no_address_can_be_read_in_the_database(store, url):
    await tell_member(told(), store.members, now=NOON)
    for table in ("members", "ledger"):
        kept = str(await rows_of(url, f"SELECT * FROM {table}"))
        for secret in ("山田", "太郎", "東京", "山田".encode().hex()):
            assert secret not in kept


async def test_of_two_that_saw_the_same_member_only_one_writes(store):
    seen = await tell_member(told(), store.members, now=NOON)
    writes = [store.members.keep_member(seen, seen, NOON), store.members.keep_member(seen, None, NOON)]
    assert sorted(map(repr, await gathered(*writes))) == ["None", "StaleView()"]


async def test_many_tell_one_member_at_once_and_each_counts(store):
    proofs = [told(facts={fact: SPRING}) for fact in Fact]
    await gathered(*(tell_member(one, store.members, now=NOON) for one in proofs))
    member = await store.members.member("u-1")
    assert {one.proof for one in member.facts.values()} == {Proof.VERIFIED}


async def test_a_link_decides_the_verdict_and_is_in_the_ledger_once(store, url):
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON)
    before = await guard(store, a_message(PHONE))
    for _ in range(2):
        linked = await link_conversation("c-1", "k-1", store.links, now=NOON)
    after = await guard(store, a_message(PHONE, message_id="m-2"))
    assert (before.outcome, after.outcome) == (Outcome.BLOCK, Outcome.HOLD_DISCLOSURE)
    assert (await store.links.link("c-1")).contract_id == linked.contract_id == "k-1"
    assert await facts_of(url, "conversation.linked") == [("c-1", 2, {"after": "k-1", "before": None})]


async def test_a_conversation_may_be_linked_before_its_first_message_and_unlinked_again(store):
    assert await store.links.link("c-1") is None
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON)
    await link_conversation("c-1", "k-1", store.links, now=NOON)
    first = await guard(store, a_message(PHONE))
    await link_conversation("c-1", None, store.links, now=NOON)
    second = await guard(store, a_message(PHONE, message_id="m-2"))
    assert (first.outcome, second.outcome) == (Outcome.HOLD_DISCLOSURE, Outcome.BLOCK)


async def test_a_message_that_names_its_contract_links_the_conversation(store):
    await guard(store, a_message(contract_id="k-7"))
    assert (await store.links.link("c-1")).contract_id == "k-7"


@pytest.mark.parametrize("begun", [False, True], ids=["a new conversation", "one with messages"])
async def test_a_link_from_another_process_counts_for_the_message_being_decided(url, begun):
    async with open_store(url) as one, open_store(url, ids("other")) as other:
        await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, other, now=NOON)
        if begun:
            await guard(one, a_message("はじめまして", message_id="m-0"))
        message = a_message(PHONE)
        async with one.conversation(message, NOON) as thread:
            await link_conversation("c-1", "k-1", other.links, now=NOON)
            with pytest.raises(StaleView):
                await thread.record(Decided(message, decide(message, Scan(), thread.standing, RULEBOOK), NOON))
        assert (await guard(one, message)).outcome is Outcome.HOLD_DISCLOSURE


async def test_messages_and_links_at_once_lose_nothing(store, url):
    calls = [guard(store, a_message(f"{n}", message_id=f"m-{n}")) for n in range(10)]
    links = [link_conversation("c-1", f"k-{n}", store.links, now=NOON) for n in range(3)]
    results = await gathered(*calls, *links)
    assert [one for one in results if isinstance(one, BaseException)] == []
    assert len(await rows_of(url, "SELECT * FROM messages")) == 10
    assert len(await facts_of(url, "conversation.linked")) == 3
