"""The ways open to a message: what could be the last piece, and nothing for an honest conversation."""

import pytest

from detectors import WORDS, Utterance
from detectors.ways import ASKED, Way, as_written, may_show_at, ways_of


def said(*texts):
    return [Utterance(f"m-{at}", "other", text) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("before", "text", "way"),
    [
        ("電話番号の最初は 090 です", "1234 です", Way.NUMBER),
        ("080のあと", "4412", Way.NUMBER),
        ("でんわばんごうは？", "よんにーさんいち", Way.NUMBER),
        ("メアドは？", "taro.web です", Way.ADDRESS),
        ("めーるは example.jp ですか", "taro_web", Way.ADDRESS),
        ("ｇｍａｉｌ使ってますか", "taro_web", Way.ADDRESS),
        ("pon.poko", "@gmail.com です", Way.ADDRESS),
        ("らいんやってますか？", "sora_mame_22", Way.ANSWER),
        ("L I N E やってますか？", "sora_mame_22", Way.ANSWER),
        ("discord?", "it's fox_1234", Way.ANSWER),
        ("copperfox", "その .com の前に、紫のアプリの名前", Way.WORKSPACE),
    ],
)
def test_a_way_is_open(before, text, way):
    assert ways_of(text, said(before), WORDS) & way


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("料金はいくらですか", "3点で 4500円 です"),
        ("いつからですか", "来週の 12 日からお願いします"),
        ("What is the branch called?", "feature_login_2"),
        ("めーるはありますか", "taro_web"),  # no domain stands anywhere
        ("よろしくお願いします", "ありがとうございます"),
        ("Sounds good", "Great, see you tomorrow"),
    ],
)
def test_an_honest_message_has_no_way(before, text):
    assert ways_of(text, said(before), WORDS) == 0


def test_a_pattern_is_read_in_both_scripts():
    assert as_written("メモ[トド]|tel") == "[メめ][モも][トとドど]|tel"


@pytest.mark.parametrize(("text", "may"), [("taro＠x", True), ("taro アットマーク x", True), ("see you at ten", False)])
def test_an_at_sign_may_show(text, may):
    assert may_show_at(["よろしく", text]) is may


@pytest.mark.parametrize("between", [pytest.param(3, id="near"), pytest.param(4, id="too far back")])
def test_a_name_answers_a_request_that_is_near(between):
    before = said("ラインやってますか？", *["はい"] * between)
    assert bool(ways_of("sora_mame_22", before, WORDS) & Way.ANSWER) is (between < ASKED)
