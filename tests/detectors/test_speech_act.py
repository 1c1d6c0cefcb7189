"""A contact is an offer, unless it is part of the text that is the work itself."""

import pytest

from detectors import SpeechAct, scan
from detectors.findings import Span
from detectors.speech_act import stands_in_copy


def act(text):
    (finding,) = [one for one in scan(text).findings if one.kind.is_contact]
    return finding.speech_act


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("チラシの文言です。\n「ご予約は 03-4567-8901 まで」", id="quoted copy of a flyer"),
        pytest.param("フッターの原稿です。『柚木工房 TEL 03-4567-8901』でお願いします", id="double quotes of a footer"),
        pytest.param("Footer copy:\n```\nYuzu Studio, tel 03-4567-8901\n```", id="a block of code"),
        pytest.param("原稿です\n---\nお問い合わせは info@yuzu.example.com\n---", id="ruled off"),
        pytest.param("メルマガの本文\n> お問い合わせは\n> info@yuzu.example.com まで", id="quoted lines"),
        pytest.param("名刺の文字です【柚木工房 東京店のご予約 info@yuzu.example.com】", id="heavy brackets"),
        pytest.param("<footer>柚木工房 03-4567-8901</footer> ヘッダーはそのまま", id="markup"),
        pytest.param('The banner text is "Call Yuzu Studio on 03-4567-8901 today"', id="English quotation"),
        pytest.param("“Book your table at info@yuzu.example.com” goes on the poster", id="curly quotation"),
    ],
)
def test_a_contact_in_the_work_itself_is_deliverable(text):
    assert act(text) is SpeechAct.DELIVERABLE


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("03-4567-8901 までお願いします", id="plainly"),
        pytest.param("LINEは禁止なので 090-1234-5678 へ", id="a refusal as a cover"),
        pytest.param("チラシの文言の件、03-4567-8901 に電話ください", id="copy is the topic, but nothing is quoted"),
        pytest.param("私の番号は「090-1234-5678」です", id="a quotation of nothing else"),
        pytest.param(
            "ポスターの原稿「ご予約は 03-4567-8901 まで」ですが、私に電話でご連絡ください",
            id="the sender's own beside copy",
        ),
        pytest.param("文言は「090-1234-5678」", id="too short to be a text of its own"),
        pytest.param("---\nはじめまして\n---\n090-1234-5678 です", id="outside of the block"),
        pytest.param('My banner is done. Call me: "03-4567-8901 any time"', id="call me, in quotes"),
    ],
)
def test_a_contact_is_an_offer_whatever_is_said_around(text):
    assert act(text) is SpeechAct.OFFERS


def test_a_topic_in_copy_is_a_mention():
    seen = scan(
        "バナーの文言です。『LINEでやりとりしませんか？お気軽にどうぞ、いつでもお待ちしています！』を入れてください"
    )
    assert {finding.speech_act for finding in seen.findings} <= {SpeechAct.MENTIONS}


def test_copy_stands_where_it_stands():
    text = "原稿は「ご予約は 03-4567-8901 まで」です"
    at = text.index("03")
    assert stands_in_copy(text, Span(at, at + 12))
    assert not stands_in_copy(text, Span(0, 2))
