"""What a marketplace adds is found, and what it mutes is no cue."""

import pytest

from detectors import WORDS, Words, scan
from detectors.gate import first_gate
from tests.detectors.claims import contacts

#: Each list has gates of its own, which take a second to make: few lists, many questions.
MUTED = Words(added={"other": ("Crowmail",)}, muted=frozenset({"ｓｋｙｐｅ", "スカイプ"}))
ADDED = Words(added={"line": ("ぽけトーク",), "other": ("Pigeonmail", "ハトメッセ")})


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        pytest.param("ぽけトークは yuzu_tree7 です", ["line yuzu_tree7"], id="in Japanese"),
        pytest.param("ポケトークは yuzu_tree7 です", ["line yuzu_tree7"], id="in the other kana"),
        pytest.param("ﾎﾟｹﾄｰｸは yuzu_tree7 です", ["line yuzu_tree7"], id="in half-width kana"),
        pytest.param("ハトメッセのIDは yuzu_tree7", ["other yuzu_tree7"], id="for another service"),
        pytest.param("Pigeonmail: yuzu_tree7", ["other yuzu_tree7"], id="in Latin letters"),
        pytest.param("PIGEONMAIL: yuzu_tree7", ["other yuzu_tree7"], id="in capitals"),
        pytest.param("ｐｉｇｅｏｎｍａｉｌ: yuzu_tree7", ["other yuzu_tree7"], id="in full width"),
        pytest.param("Pigeons mail yuzu_tree7", [], id="another word"),
    ],
)
def test_an_added_word_is_a_cue(text, finds):
    assert contacts(scan(text, words=ADDED)) == finds


@pytest.mark.parametrize("text", ["ぽけトークは yuzu_tree7 です", "Pigeonmail: yuzu_tree7"])
def test_without_it_the_word_is_none(text):
    assert contacts(scan(text)) == []


def test_an_added_word_passes_the_gate():
    assert first_gate(ADDED)("ぽけトーク")
    assert not first_gate(WORDS)("ぽけトーク")


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        pytest.param("Skype: yuzu_tree7", [], id="in any case and width"),
        pytest.param("ＳＫＹＰＥ: yuzu_tree7", [], id="however it is written"),
        pytest.param("すかいぷは yuzu_tree7", [], id="in either kana"),
        pytest.param("S.k.y.p.e → yuzu.tree77", [], id="set apart"),
        pytest.param("Discord: yuzu_tree7", ["discord yuzu_tree7"], id="but no other word"),
        pytest.param("yuzu@example.com", ["email yuzu@example.com"], id="nor another detector"),
    ],
)
def test_a_muted_word_is_no_cue(text, finds):
    assert contacts(scan(text, words=MUTED)) == finds


def test_words_are_comparable_and_usable_as_a_key():
    assert Words() == WORDS
    assert hash(ADDED) == hash(Words(added=dict(ADDED.added)))
    assert Words(muted=frozenset({"ＬＩＮＥ", "らいん"})).muted_folded == {"line", "ライン"}


def test_two_lists_side_by_side_do_not_mix():
    assert contacts(scan("Crowmail: yuzu_tree7", words=MUTED)) == ["other yuzu_tree7"]
    assert contacts(scan("Pigeonmail: yuzu_tree7", words=MUTED)) == []
    assert contacts(scan("Pigeonmail: yuzu_tree7", words=ADDED)) == ["other yuzu_tree7"]
