"""The learned model: what it recognises, what it leaves alone, and that its file is whole."""

from __future__ import annotations

import json
import sys
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.conduct_model import BITS, CLASSES, LONGEST, judge, packed, sentences, unpacked
from detectors.normalise import fold


def judged(text):
    return judge(fold(text).low)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("よかったら別のアプリで話しませんか。", "solicitation", id="another app"),
        pytest.param("連絡先を交換しませんか。", "solicitation", id="swap contacts"),
        pytest.param("Could you share your WhatsApp with me?", "solicitation", id="asks in English"),
        pytest.param("手数料がもったいないので、直接お支払いします。", "direct_deal", id="saves the fee"),
        pytest.param("Let's cut out the platform and deal directly.", "direct_deal", id="deal directly"),
        pytest.param("本名とご住所を教えていただけますか。", "personal_details", id="name and address"),
    ],
)
def test_a_violation_is_recognised_with_its_kind(text, kind):
    judgement = judged(text)
    assert judgement.violation > 0.8
    assert getattr(judgement, kind) == max(judgement.solicitation, judgement.direct_deal, judgement.personal_details)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("電話番号の入力欄を作ってください。", id="a form field"),
        pytest.param("LINEスタンプの制作をお願いします。", id="a job about LINE"),
        pytest.param("申し訳ありませんが、LINEは規約違反なので使えません。", id="a refusal"),
        pytest.param("おすすめのお店があれば教えてください。", id="everyday asking"),
        pytest.param("お疲れさまです。修正版をお送りします。", id="work"),
        pytest.param("Sorry, I can't share my phone number here.", id="a refusal in English"),
        pytest.param("We need a Slack bot that posts build results.", id="a job about Slack"),
        pytest.param("What time does the train leave?", id="everyday English"),
        pytest.param("", id="nothing"),
        pytest.param("。。。!?", id="marks only"),
        pytest.param("。" * 1000, id="marks beyond the longest sentence"),
    ],
)
def test_an_honest_message_is_left_alone(text):
    assert judged(text).violation < 0.5


def test_the_sentence_that_decides_is_pointed_at():
    text = (
        "初稿を添付しました。ご確認をお願いします。\nところで、LINEのIDを教えてもらえませんか。\nよろしくお願いします。"
    )
    judgement = judged(text)
    assert "LINE" in text[judgement.start : judgement.end]


def test_one_plea_in_a_long_text_is_heard():
    work = "初稿を添付しました。ご確認をお願いします。" * 10
    assert judged(work + "連絡先を交換しませんか。").violation > 0.8


@given(st.text())
def test_probabilities_are_probabilities_for_any_text(text):
    judgement = judged(text)
    acts = judgement.asks + judgement.offers + judgement.refuses + judgement.mentions + judgement.none
    assert acts == pytest.approx(1)
    assert judgement.violation == pytest.approx(
        judgement.solicitation + judgement.direct_deal + judgement.personal_details
    )
    assert 0 <= judgement.start <= judgement.end <= len(fold(text).low)


@given(st.text(alphabet="あ。!?.\n x", max_size=400))
def test_sentences_stand_in_the_text_and_are_bounded(text):
    for start, end in sentences(text):
        assert 0 <= start < end <= len(text)
        assert end - start <= LONGEST


def test_a_long_paste_is_read_in_windows():
    assert len(sentences("あ" * 100_000)) <= 2 * 100_000 // LONGEST


def test_a_sentence_counts_the_same_alone_and_among_others():
    alone = judged("連絡先を交換しませんか。")
    among = judged("初稿です。連絡先を交換しませんか。")
    assert among.violation > 0.8
    assert among.start in {0, 5}
    assert alone.violation > 0.8


def test_scores_without_bounds_give_no_warning():
    weights = np.full((1 << BITS, len(CLASSES)), 127, np.int8)
    judgement = judge("あ" * 150 + "。い。", unpacked(packed(weights, (0.0,) * len(CLASSES), 100.0)))
    assert 0 <= judgement.violation <= 1


def test_the_file_says_what_was_packed():
    weights = np.zeros((1 << BITS, len(CLASSES)), np.int8)
    weights[7] = range(-4, 5)
    weights[-1, 0] = 127
    model = unpacked(packed(weights, (0.25,) * len(CLASSES), 0.5))
    assert model.intercepts.tolist() == [0.25] * len(CLASSES)
    assert model.weights[7].tolist() == [half / 2 for half in range(-4, 5)]
    assert model.weights[-1].tolist() == [63.5] + [0] * (len(CLASSES) - 1)
    assert model.weights[8].tolist() == [0] * len(CLASSES)


def test_the_file_ships_inside_the_package_and_is_small(root):
    path = root / "detectors" / "lexicon" / "conduct_model.bin"
    assert path.stat().st_size < 700_000
    begin = time.perf_counter()
    unpacked(path.read_bytes())
    allowance = 10 if sys.gettrace() else 5  # the aim is 20 ms; other people's machines are busy
    assert time.perf_counter() - begin < 0.02 * allowance


def test_what_is_held_out_was_not_learned_from(root):
    folder = root / "tests" / "evaluation" / "conduct_model"

    def texts(name):
        return {fold(json.loads(line)["text"]).low for line in (folder / name).read_text(encoding="utf-8").splitlines()}

    held = texts("acts_held.jsonl")
    assert len(held) > 400
    learned = {path.name for path in folder.glob("acts_*.jsonl")} - {"acts_held.jsonl"}
    assert not held & set().union(*map(texts, learned))
