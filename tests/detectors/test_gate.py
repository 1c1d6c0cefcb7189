"""The gate hides nothing: whatever the detectors find when all of them run is found behind the gate too."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from detectors import WORDS, Utterance, scan
from detectors.conversation import find_joined
from detectors.gate import Sign, detail_gate, narrowed
from detectors.normalise import fold
from detectors.scanning import _detect, merged
from tests.detectors import (
    test_conduct,
    test_conversation,
    test_email,
    test_links,
    test_phone,
    test_puzzles,
    test_readings,
    test_services,
)
from tests.detectors.claims import VIOLATIONS, contacts, history_of, not_yet, violations
from tests.evaluation.cases import HELD_OUT, set_name

EVERY_SIGN = -1  # every bit, whatever signs there are
TABLES = [
    module.TABLE
    for module in (
        test_phone,
        test_email,
        test_links,
        test_services,
        test_readings,
        test_conversation,
        test_puzzles,
    )
]
ROWS = [row for table in [*TABLES, test_conduct.TABLE] for row in table]
ROOT = Path(__file__).parents[2]
SETS = [
    path
    for path in sorted((ROOT / "tests/evaluation/sets").glob("*/positives*.jsonl"))
    if not set_name(path).startswith(HELD_OUT)
]


def ungated(text, history=(), sender=""):
    """The contacts found when every detector is called and nothing is let go before."""
    passage = fold(text)
    seen, failed = _detect(passage, EVERY_SIGN, WORDS)
    assert failed == []
    found = {f"{one.hit.kind} {one.hit.value}" for one in merged(seen) if one.hit.kind.is_contact}
    joined = find_joined(passage, history, WORDS, sender, ways=EVERY_SIGN) if history else []
    has_phone = any(one.startswith("phone") for one in found)
    return found | {f"{one.kind} {one.value}" for one in joined if not (has_phone and one.kind == "phone")}


def hidden(text, history=(), sender=""):
    """What only the ungated engine finds, kind by kind: a reading nobody called for may yield a stray second value."""
    kinds = {one.split(" ")[0] for one in contacts(scan(text, history, sender=sender))}
    return {one for one in ungated(text, history, sender) if one.split(" ")[0] not in kinds}


#: What the gate still hides, each with the reason.
HIDDEN_YET: dict[str, str] = {}
#: The same of the sets, by the case's id: nothing calls for the reading that would show it.
HIDDEN_OF_SETS = {
    "cl-p069": "romaji digits in other rows than five on end",
    "cl-p154": "a shift told as counting on",
    "cl-p237": "a sound behind digits in words, without a call",
    "cl-p484": "English digits in kana",
    "fi-064": "a provider after another message",
    "fi-077": "Google told without the word mail beside it",
    "fi-196": "Base64 without padding",
    "fi-250": "times said to be none",
    "f4-155": "a name in brackets, letters set apart",
    "ni-p136": "letters of words, then figures, before a provider",
}


@pytest.mark.parametrize("row", [pytest.param(row, id=row.claim, marks=not_yet(row.claim, HIDDEN_YET)) for row in ROWS])
def test_the_gate_hides_no_hit(row):
    assert hidden(row.text, history_of(row.earlier), "me") == set()


@pytest.mark.parametrize("row", [pytest.param(row, id=row.beside) for row in ROWS])
def test_a_near_miss_is_not_left_because_of_the_gate(row):
    assert hidden(row.left, history_of(row.left_earlier), "me") == set()


@pytest.mark.parametrize(
    "text",
    [
        *[pytest.param(row.text, id=row.claim) for row in test_conduct.TABLE],
        pytest.param("ほかの手段でお話しできると嬉しいです", id="another means"),
        pytest.param("書類用に下のお名前と生まれた日を教えてもらえますか", id="a given name and a birthday"),
    ],
)
def test_the_gate_hides_no_conduct(text):
    seen, _ = _detect(fold(text), EVERY_SIGN, WORDS)
    found = {str(one.hit.kind) for one in seen if one.hit.act in VIOLATIONS}
    assert found <= {one.split(" ")[0] for one in violations(scan(text))}


@pytest.mark.parametrize("path", [pytest.param(path, id=set_name(path)) for path in SETS])
def test_the_gate_hides_nothing_of_the_sets(path):
    missed, known = {}, set()
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        known |= {case["id"]} & HIDDEN_OF_SETS.keys()
        said = [Utterance(str(i), turn["sender"], turn["text"]) for i, turn in enumerate(case["thread"])]
        at = case["target"]
        lost = hidden(said[at].text, said[:at], said[at].sender)
        if wanted := {one for one in lost if one.split(" ")[0] in case["kinds"]}:  # a stray reading may be anything
            missed[case["id"]] = wanted
    assert missed.keys() == known, missed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("お疲れさまです。修正版を確認しました。", id="thanks"),
        pytest.param("The draft looks great, just two typos left.", id="praise"),
        pytest.param("", id="nothing"),
    ],
)
def test_clean_messages_are_let_go(text):
    assert scan(text).is_clean


def test_threads_scan_at_once():
    """Hyperscan's scratch space serves one scan at a time: with one for all, a thread is told that it is in use."""
    text = "今日は天気がいいですね。" * 120 + " LINE ID: yuzu_tree7 と 090-1234-5678 です"
    expected = contacts(scan(text))
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: contacts(scan(text)), range(200)))
    assert found == [expected] * 200


@pytest.mark.parametrize(
    ("text", "sign", "kept"),
    [
        pytest.param("my outlook software is not working", Sign.SAID, False, id="a provider alone"),
        pytest.param("outlook, the name is yuzu_mori", Sign.SAID, True, id="a provider and a name"),
        pytest.param("出品者ページのメールアットマーク", Sign.SAID, True, id="a word for the @"),
        pytest.param("please change the colour of the door", Sign.TOLD, False, id="change alone"),
        pytest.param("change the # in yuzu#gmail.com", Sign.TOLD, True, id="change beside a name"),
        pytest.param("逆に楽しみです", Sign.TOLD, False, id="on the contrary"),
        pytest.param("8765-4321-090 を逆に", Sign.TOLD, True, id="the other way round, beside figures"),
    ],
)
def test_a_word_of_any_talk_needs_a_companion(text, sign, kept):
    seen = detail_gate(WORDS)(text)
    assert seen & sign
    assert bool(narrowed(seen) & sign) is kept
