"""What the store keeps, and that it keeps it once."""

import json
from dataclasses import replace

import pytest

from bot.domain.contracts import NOBODY, Contract, State, WorkStyle
from bot.domain.errors import Conflict, StaleView
from bot.domain.messages import Attachment
from bot.domain.verdicts import Outcome
from bot.flows.guard_message import guard_message
from bot.flows.move_contract import move_contract
from bot.flows.ports import Decided
from bot.policy.decide import decide
from detectors import Kind, Scan
from tests.builders import NOON, RULEBOOK, a_finding, a_message, ids
from tests.databases import gathered, open_store, rows_of


async def guard(store, message, now=NOON):
    return await guard_message(message, store, RULEBOOK, now=now, new_id=ids("case"))


async def test_a_verdict_is_in_the_ledger_without_what_was_written(store, url):
    await guard(store, a_message("電話は090-1234-5678です"))
    [entry] = await rows_of(url, "SELECT * FROM ledger")
    facts = json.loads(entry["facts"])
    assert (entry["verb"], entry["subject"], entry["revision"], entry["actor"]) == (
        "message.decided",
        "m-1",
        1,
        "guard",
    )
    assert (facts["ruling"], facts["kinds"], facts["case_id"]) == ("block", ["phone"], "case-1")
    assert facts["policy"] == RULEBOOK.policy.version
    assert "1234" not in str(entry)


async def test_nothing_a_member_wrote_can_be_read_in_the_database(store, url):
    await guard(
        store, a_message("電話は090-1234-5678です", attachments=(Attachment("連絡先.txt", text="taro@example.jp"),))
    )
    for table in ("messages", "ledger", "cases", "outbox", "conversations"):
        told = str(await rows_of(url, f"SELECT * FROM {table}"))
        for secret in ("1234", "電話", "taro", "連絡先"):
            assert secret not in told


async def test_the_same_message_again_gets_the_same_verdict_and_one_entry(store, url):
    first = await guard(store, a_message("電話は090-1234-5678です"))
    again = await guard(store, a_message("電話は090-1234-5678です"))
    assert replace(again, effects=first.effects) == first
    assert len(await rows_of(url, "SELECT * FROM ledger")) == 1
    assert len(await rows_of(url, "SELECT * FROM cases")) == 1


async def test_a_clean_message_again_is_clean_again(store, url):
    assert await guard(store, a_message()) == await guard(store, a_message())
    assert len(await rows_of(url, "SELECT * FROM messages")) == 1


async def test_a_verdict_survives_the_store_that_wrote_it(url):
    async with open_store(url) as store:
        first = await guard(store, a_message("090-1234-5678", attachments=(Attachment("taro@example.jp"),)))
    async with open_store(url) as store:
        again = await guard(store, a_message("090-1234-5678", attachments=(Attachment("taro@example.jp"),)))
    assert replace(again, effects=first.effects) == first


async def test_the_same_id_for_another_text_is_a_conflict(store, url):
    await guard(store, a_message("一つ目"))
    with pytest.raises(Conflict, match="same_id_other_text"):
        await guard(store, a_message("二つ目"))
    assert len(await rows_of(url, "SELECT * FROM ledger")) == 1


async def test_an_edit_is_another_revision(store, url):
    await guard(store, a_message("一つ目"))
    await guard(store, a_message("二つ目", revision=2))
    assert len(await rows_of(url, "SELECT * FROM ledger")) == 2


@pytest.mark.parametrize("restarted", [False, True], ids=["in memory", "read from the database"])
async def test_earlier_messages_are_evidence_in_their_newest_revision(url, restarted):
    async with open_store(url) as store:
        await guard(store, a_message("前", message_id="a", sender_id="u-2"))
        await guard(store, a_message("中", message_id="b"))
        await guard(store, a_message("前、直した", message_id="a", sender_id="u-2", revision=2))
        if not restarted:
            await evidence_is(store)
    if restarted:
        async with open_store(url) as store:
            await evidence_is(store)


async def evidence_is(store):
    async with store.conversation(a_message(message_id="c"), NOON) as thread:
        said = [(one.message_id, one.sender, one.text) for one in thread.recent]
        assert said == [("a", "u-2", "前、直した"), ("b", "u-1", "中")]
        assert thread.standing.shown == {"b"}


async def test_cases_and_events_are_written_with_the_verdict(store, url):
    async with store.conversation(a_message(message_id="first"), NOON) as thread:
        message = a_message(message_id="first")
        await thread.record(Decided(message, decide(message, Scan(), thread.standing, RULEBOOK), NOON))
    message = a_message("5678")
    async with store.conversation(message, NOON) as thread:
        pieces = (a_finding().pieces[0], replace(a_finding().pieces[0], message_id="first"))
        seen = Scan((a_finding(pieces=pieces),))
        await thread.record(Decided(message, decide(message, seen, thread.standing, RULEBOOK, case_id="k"), NOON))
    [case] = await rows_of(url, "SELECT * FROM cases")
    opened, event = await rows_of(url, "SELECT * FROM outbox ORDER BY kind")
    assert (case["case_id"], case["message_id"], case["why"], case["state"]) == ("k", "m-1", "block", "open")
    assert (event["kind"], json.loads(event["facts"])["message_id"]) == ("message.hidden", "first")
    assert (opened["kind"], json.loads(opened["facts"])["case_id"]) == ("case.opened", "k")


async def test_the_contract_of_the_message_decides_and_stays_linked(store):
    await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, store, now=NOON)
    first = await guard(store, a_message("090-1234-5678", contract_id="k-1"))
    second = await guard(store, a_message("090-1234-5678", message_id="m-2"))
    assert (first.outcome, second.outcome) == (Outcome.HOLD_DISCLOSURE, Outcome.HOLD_DISCLOSURE)


async def test_a_contract_nobody_told_is_unknown(store):
    verdict = await guard(store, a_message("090-1234-5678", contract_id="k-9"))
    assert verdict.outcome is Outcome.BLOCK


async def test_a_move_counts_at_once_also_from_another_process(url):
    async with open_store(url) as one, open_store(url, ids("other")) as other:
        await move_contract("k-1", WorkStyle.PROJECT, State.AWAITING_ESCROW, one, now=NOON)
        before = await guard(one, a_message("090-1234-5678", contract_id="k-1"))
        await move_contract("k-1", WorkStyle.PROJECT, State.ESCROWED, other, now=NOON)
        after = await guard(one, a_message("090-1234-5678", contract_id="k-1", message_id="m-2"))
    assert (before.outcome, after.outcome) == (Outcome.BLOCK, Outcome.HOLD_DISCLOSURE)


async def test_every_move_is_in_the_ledger_and_no_move_is_not(store, url):
    for state in (State.NEGOTIATING, State.AWAITING_ESCROW, State.AWAITING_ESCROW, State.ESCROWED):
        await move_contract("k-1", WorkStyle.TASK, state, store, now=NOON)
    entries = await rows_of(url, "SELECT revision, facts FROM ledger ORDER BY entry_id")
    moves = [
        (one["revision"], json.loads(one["facts"])["before"], json.loads(one["facts"])["after"]) for one in entries
    ]
    assert moves == [
        (1, None, "negotiating"),
        (2, "negotiating", "awaiting_escrow"),
        (3, "awaiting_escrow", "escrowed"),
    ]


async def test_of_two_that_saw_the_same_only_one_moves_the_contract(store):
    seen = Contract("k-1", WorkStyle.PROJECT, State.NEGOTIATING)
    await store.keep_contract(seen, None, NOON)
    moves = [store.keep_contract(seen.after(to, NOBODY), seen, NOON) for to in (State.AWAITING_ESCROW, State.CANCELLED)]
    assert sorted(map(repr, await gathered(*moves))) == ["None", "StaleView()"]


async def test_of_two_processes_in_one_conversation_the_later_looks_again(url):
    async with open_store(url) as one, open_store(url, ids("other")) as other:
        message = a_message("はじめまして")
        async with one.conversation(message, NOON) as thread:
            await guard(other, a_message("横から", message_id="m-2"))
            with pytest.raises(StaleView):
                await thread.record(Decided(message, decide(message, Scan(), thread.standing, RULEBOOK), NOON))
        await guard(one, message)
        await guard(other, a_message(message_id="m-3"))
        async with other.conversation(a_message(message_id="m-4"), NOON) as thread:
            assert [utterance.message_id for utterance in thread.recent] == ["m-2", "m-1", "m-3"]


async def test_many_at_once_from_two_processes_are_each_recorded_once(url):
    async with open_store(url) as one, open_store(url, ids("other")) as other:
        calls = [
            guard(store, a_message(f"{number}", message_id=f"m-{number}", conversation_id=f"c-{number % 7}"))
            for number in range(40)
            for store in (one, other)
        ]
        verdicts = await gathered(*calls)
    assert [one for one in verdicts if isinstance(one, BaseException)] == []
    assert len(await rows_of(url, "SELECT DISTINCT subject FROM ledger")) == 40
    assert len(await rows_of(url, "SELECT * FROM ledger")) == 40


async def test_one_that_cannot_be_written_fails_alone(store, url):
    good = [guard(store, a_message(f"{n}", message_id=f"m-{n}", conversation_id=f"c-{n}")) for n in range(5)]
    bad = guard(store, a_message("x", message_id="y\ud800", conversation_id="c-x"))
    results = await gathered(*good, bad)
    assert [isinstance(one, Exception) for one in results] == [False] * 5 + [True]
    assert len(await rows_of(url, "SELECT * FROM ledger")) == 5


@pytest.mark.parametrize("kind", list(Kind))
async def test_every_kind_of_finding_comes_back_as_it_was(store, kind):
    message = a_message(f"{kind}")
    seen = Scan((a_finding(kind, tricks=("homoglyph",)),), ("phone",))
    async with store.conversation(message, NOON) as thread:
        decided = Decided(message, decide(message, seen, thread.standing, RULEBOOK, case_id="k"), NOON)
        await thread.record(decided)
    async with store.conversation(message, NOON) as thread:
        again = await thread.record(Decided(message, decide(message, Scan(), thread.standing, RULEBOOK), NOON))
    assert replace(again, effects=decided.verdict.effects) == decided.verdict
