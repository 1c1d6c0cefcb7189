"""A batch: an answer for each line, in its place."""

import json

import pytest

from bot.domain.contracts import State, WorkStyle
from bot.domain.wording import Language
from bot.flows.batch_threads import BatchThreads
from bot.flows.scan_lines import Batch, Line, Terms
from tests.broken_input import BROKEN, UNUSUAL, Broken, line
from tests.builders import NOON, RULEBOOK, a_line, a_message

BROKEN_LINES = [
    *BROKEN,
    Broken("an empty line", b"", "an empty line"),
    Broken("a line of spaces", b"  \r\n", "an empty line"),
    Broken("the contract is a text", line(contract="escrowed"), "contract must be an object", "contract"),
    Broken(
        "an unknown contract state",
        line(contract={"state": "paid"}),
        "contract.state must be one of inquiry, negotiating",
        "contract.state",
    ),
    Broken(
        "an unknown work style",
        line(contract={"work_style": "hourly"}),
        "contract.work_style must be one of project",
        "contract.work_style",
    ),
]


def answers(*documents, terms=None, batch=None):
    batch = batch or Batch(RULEBOOK, terms or Terms())
    lines = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in documents]
    return [batch.answer(Line(raw, number, f"line {number}")) for number, raw in enumerate(lines, 1)]


def rulings(*documents, **more):
    return [json.loads(one.text).get("ruling") for one in answers(*documents, **more)]


@pytest.mark.parametrize("broken", BROKEN_LINES, ids=lambda one: one.name)
def test_a_broken_line_is_named_and_the_rest_goes_on(broken):
    first, wrong, last = answers(a_line(message_id="a"), broken.raw, a_line(message_id="b"))
    said = json.loads(wrong.text)
    assert said["error"].startswith(broken.said)
    assert said["line"] == 2
    assert said.get("field") == broken.field
    assert wrong.complaint == f"line 2: {said['error']}"
    assert [json.loads(one.text)["message_id"] for one in (first, last)] == ["a", "b"]
    assert first.complaint is last.complaint is None


def test_a_broken_line_names_its_message_where_it_can():
    assert json.loads(answers(line(text=5))[0].text)["message_id"] == "m-1"
    assert "message_id" not in json.loads(answers(line(message_id=5))[0].text)


def test_complaints_can_be_japanese():
    [said] = answers(line(text=5), terms=Terms(language=Language.JA))
    assert said.complaint == "line 1: text は文字列で指定してください"


@pytest.mark.parametrize("document", UNUSUAL.values(), ids=UNUSUAL)
def test_what_is_only_unusual_gets_a_verdict(document):
    [answer] = answers(document)
    assert answer.complaint is None
    assert json.loads(answer.text)["message_id"] == "m-1"
    answer.text.encode()


def test_a_line_that_is_too_long_is_passed_over():
    batch = Batch(RULEBOOK, Terms())
    answer = batch.answer(Line(b"{", 1, "line 1", too_long=True))
    assert "the body is too large" in answer.text


PHONE = "電話は090-1234-5678です"


@pytest.mark.parametrize(
    ("contract", "ruling"),
    [
        pytest.param(None, "block", id="none: as the options say"),
        pytest.param({"work_style": "project", "state": "escrowed"}, "hold", id="project after escrow"),
        pytest.param({"state": "escrowed"}, "hold", id="only the state"),
        pytest.param({"work_style": "task", "state": "escrowed"}, "block", id="task after escrow"),
        pytest.param({"state": "unknown"}, "block", id="unknown"),
        pytest.param({}, "block", id="empty"),
    ],
)
def test_the_contract_of_the_line_holds(contract, ruling):
    assert rulings(a_line(PHONE, contract=contract)) == [ruling]


def test_otherwise_the_options_hold():
    assert rulings(a_line(PHONE), terms=Terms(WorkStyle.PROJECT, State.DELIVERED)) == ["hold"]


def test_lines_of_one_conversation_are_one_thread_and_others_are_not():
    batch = Batch(RULEBOOK, Terms())
    said = [("090-", "c-1"), ("1234-", "c-2"), ("1234-", "c-1"), ("5678", "c-2"), ("5678", "c-1")]
    messages = [a_line(text, message_id=f"{n}", conversation_id=where) for n, (text, where) in enumerate(said)]
    for one in messages:
        answers(one, batch=batch)
    window = batch._threads.take("c-1").window(a_message(message_id="x"), None)
    assert [one.utterance.text for one in window] == ["090-", "1234-", "5678"]


def test_nothing_is_recorded_so_there_is_no_case():
    assert json.loads(answers(a_line(PHONE))[0].text)["case_id"] is None


def test_conversations_that_are_put_away_come_back_as_they_were():
    threads = BatchThreads(hot=1)
    kept = {}
    for name in ("a", "b", "c"):
        thread = threads.take(name)
        for at in (None, NOON):
            message = a_message(f"半分\ud83d {name}", message_id=f"{name}{at}")
            thread = thread.with_message(message, at, delivered=at is None)
        kept[name] = thread
        threads.put(name, thread)
    assert {name: threads.take(name) for name in kept} == kept
    assert threads.take("a").earlier == ()
