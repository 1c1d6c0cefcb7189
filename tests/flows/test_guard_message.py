"""The flow of one message, over the fake and over the real store."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.contracts import Contract, State, WorkStyle
from bot.domain.errors import Conflict, StaleView
from bot.domain.verdicts import Outcome
from bot.flows import desk
from bot.flows import guard_message as flow
from bot.flows.guard_message import guard_message
from bot.flows.move_contract import move_contract
from bot.flows.ports import Decided
from bot.policy.decide import decide
from detectors import Scan
from tests.builders import NOON, RULEBOOK, a_message, ids
from tests.fakes.memory_store import MemoryStore

PHONE = "電話は090-1234-5678です"


async def guard(store, message, now=NOON):
    return await guard_message(message, store, RULEBOOK, now=now, new_id=ids("case"))


async def test_a_contact_before_escrow_is_blocked_and_opens_a_case(store):
    verdict = await guard(store, a_message(PHONE))
    assert (verdict.outcome, verdict.case_id) == (Outcome.BLOCK, "case-1")
    assert verdict.findings[0].pieces[0].message_id == "m-1"


async def test_the_same_again_is_the_same_again(store):
    first = await guard(store, a_message(PHONE))
    again = await guard(store, a_message(PHONE), NOON + timedelta(days=3))
    assert replace(again, effects=first.effects) == first


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"text": "別の文"}, id="another text"),
        pytest.param({"sender_id": "u-2"}, id="another sender"),
        pytest.param({"conversation_id": "c-2"}, id="another conversation"),
    ],
)
async def test_the_same_id_for_something_else_is_a_conflict(store, other):
    await guard(store, a_message(PHONE))
    with pytest.raises(Conflict):
        await guard(store, replace(a_message(PHONE), **other))


async def test_the_same_id_with_another_time_is_the_same_message(store):
    await guard(store, a_message(PHONE))
    assert (await guard(store, a_message(PHONE, sent_at=NOON))).outcome is Outcome.BLOCK


async def test_an_edit_is_judged_anew(store):
    assert (await guard(store, a_message(PHONE))).outcome is Outcome.BLOCK
    assert (await guard(store, a_message("失礼しました", revision=2))).outcome is Outcome.ALLOW


async def test_earlier_messages_are_evidence(store):
    await guard(store, a_message("前"))
    async with store.conversation(a_message(message_id="m-2"), NOON) as thread:
        assert [one.text for one in thread.recent] == ["前"]
    async with store.conversation(a_message(message_id="m-2"), NOON + timedelta(days=2)) as thread:
        assert list(thread.recent) == []


async def test_the_contract_decides(store):
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON)
    assert (await guard(store, a_message(PHONE, contract_id="k-1"))).outcome is Outcome.HOLD_DISCLOSURE
    assert (await guard(store, a_message(PHONE, message_id="m-2"))).outcome is Outcome.HOLD_DISCLOSURE, "it is linked"


async def test_messages_of_one_conversation_wait_for_each_other(store):
    order = []

    async def decide_slowly(name):
        message = a_message(name, message_id=name)
        async with store.conversation(message, NOON) as thread:
            order.append(name)
            await asyncio.sleep(0.01)
            await thread.record(Decided(message, decide(message, Scan(), thread.standing, RULEBOOK), NOON))
            order.append([one.text for one in thread.recent])

    await asyncio.gather(*map(decide_slowly, "abc"))
    assert order == ["a", [], "b", ["a"], "c", ["a", "b"]]


async def test_who_saw_an_older_contract_looks_again(store):
    message = a_message(PHONE, contract_id="k-1")
    async with store.conversation(message, NOON) as thread:
        await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON)
        with pytest.raises(StaleView):
            await thread.record(Decided(message, decide(message, Scan(), thread.standing, RULEBOOK), NOON))
    assert (await guard(store, message)).outcome is Outcome.HOLD_DISCLOSURE


async def test_a_contract_is_told_then_moved(store):
    assert await store.contract("k-1") is None
    told = await move_contract("k-1", WorkStyle.TASK, State.AWAITING_ESCROW, store, now=NOON)
    moved = await move_contract("k-1", WorkStyle.TASK, State.ESCROWED, store, now=NOON)
    assert (told.revision, moved.revision) == (1, 2)
    assert await move_contract("k-1", WorkStyle.TASK, State.ESCROWED, store, now=NOON) == moved
    assert await store.contract("k-1") == moved


@pytest.mark.parametrize(
    ("style", "state", "word"),
    [(WorkStyle.TASK, State.COMPLETED, "unknown_move"), (WorkStyle.PROJECT, State.NEGOTIATING, "other_work_style")],
)
async def test_other_moves_are_refused(store, style, state, word):
    await move_contract("k-1", WorkStyle.TASK, State.NEGOTIATING, store, now=NOON)
    with pytest.raises(Conflict, match=word):
        await move_contract("k-1", style, state, store, now=NOON)


class Hasty(MemoryStore):
    """A store in which somebody else moves the contract after every look."""

    def moves(self):
        self.ledger.append("looked")
        self.contracts["k-1"] = Contract("k-1", WorkStyle.PROJECT, State.ESCROWED, len(self.ledger))

    async def contract(self, contract_id):
        seen = await super().contract(contract_id)
        self.moves()
        return seen

    def conversation(self, message, now):
        store = self

        class Opened:
            async def __aenter__(self):
                self.inner = MemoryStore.conversation(store, message, now)
                thread = await self.inner.__aenter__()
                store.moves()
                return thread

            async def __aexit__(self, *error):
                return await self.inner.__aexit__(*error)

        return Opened()


async def test_after_many_tries_the_caller_is_told_to_come_again():
    store = Hasty()
    with pytest.raises(StaleView):
        await guard(store, a_message(contract_id="k-1"))
    assert store.ledger == ["looked"] * flow.TRIES


async def test_a_contract_that_never_holds_still_is_given_up():
    store = Hasty()
    with pytest.raises(StaleView):
        await move_contract("k-1", WorkStyle.PROJECT, State.DELIVERED, store, now=NOON)
    assert store.ledger == ["looked"] * desk.TRIES
