"""What the marketplace tells of members and conversations, over the fake and the real store."""

from datetime import date

from bot.domain.contracts import State, WorkStyle
from bot.domain.members import Fact, Proof, Told, Verification
from bot.domain.verdicts import Outcome
from bot.flows.guard_message import guard_message
from bot.flows.link_conversation import link_conversation
from bot.flows.move_contract import move_contract
from bot.flows.tell_member import tell_member
from tests.builders import NOON, RULEBOOK, a_message, ids

SPRING = Verification(Proof.VERIFIED, date(2026, 4, 1))


async def test_a_changed_address_lapses_the_identity(store):
    told = Told("u-1", facts={Fact.IDENTITY: SPRING}, address="東京都")
    assert await tell_member(told, store.members, now=NOON) == await tell_member(told, store.members, now=NOON)
    moved = await tell_member(Told("u-1", address="大阪府"), store.members, now=NOON)
    assert moved.facts[Fact.IDENTITY].proof is Proof.LAPSED
    assert await store.members.member("u-1") == moved


async def test_a_link_decides_the_next_message(store):
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON)
    await guard_message(a_message(), store, RULEBOOK, now=NOON, new_id=ids())
    linked = await link_conversation("c-1", "k-1", store.links, now=NOON)
    assert linked == await link_conversation("c-1", "k-1", store.links, now=NOON)
    message = a_message("090-1234-5678", message_id="m-2")
    assert (await guard_message(message, store, RULEBOOK, now=NOON, new_id=ids())).outcome is Outcome.HOLD_DISCLOSURE
