"""Disguises of single characters are undone, and every character knows where it came from."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.findings import Span
from detectors.normalise import Passage, fold, fold_pattern, fold_word


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param("ＡＢ＠１２．", "AB@12.", id="full width"),
        pytest.param("①②⑳", "1220", id="circled figures"),
        pytest.param("⑴⑵⒜", "12a", id="parenthesised"),
        pytest.param("❶➀➊", "111", id="dingbats"),
        pytest.param("ⓐⒷ🄰🅐🅰🇦", "aBAAAA", id="enclosed letters"),
        pytest.param("𝟎𝟗𝟘𝟣𝟬", "09010", id="mathematical figures"),
        pytest.param("𝓉𝖺𝐫𝗼", "taro", id="mathematical letters"),
        pytest.param("0️⃣9️⃣", "09", id="keycaps"),
        pytest.param("²³₀₉", "2309", id="superscript and subscript"),
        pytest.param("०९٠٩๐๙", "090909", id="figures of other scripts"),
        pytest.param("ﾗｲﾝ", "ライン", id="half-width kana"),
        pytest.param("ｶﾞﾊﾟ", "ガパ", id="half-width kana with voicing"),
        pytest.param("か\u3099ハ\u309a", "がパ", id="voicing set apart"),
        pytest.param("\u3099あ", "あ", id="voicing of nothing"),
        pytest.param("a\u200bb\u200dc\u00add\u2060e\ufefff", "abcdef", id="invisible characters"),
        pytest.param("a\u202eb\u2066c\u200f", "abc", id="directions"),
        pytest.param("1\ufe0f2\U000e0100", "12", id="variation selectors"),
        pytest.param("t\u0336a\u0301r\u20e3o\u0308", "taro", id="combining marks"),
        pytest.param("éñü", "enu", id="letters with marks"),
        pytest.param("аехору", "aexopy", id="Cyrillic look-alikes"),
        pytest.param("ΑΒΕονα", "ABEova", id="Greek look-alikes"),
        pytest.param("ʟɪɴᴇ", "line", id="small capitals"),
        pytest.param("．｡․‧", ".。..", id="dots"),
        pytest.param("‐–—−", "----", id="hyphens"),
        pytest.param("㏇", "co.", id="one sign that is three characters"),
        pytest.param("🔟", "10", id="ten"),
        pytest.param("\u3000\u00a0", "  ", id="spaces"),
        pytest.param("\ud800\ue000", "\ufffd\ufffd", id="unusable characters"),
        pytest.param("漢字とカナ", "漢字とカナ", id="Japanese stays"),
        pytest.param("ー～", "ー~", id="the long mark stays"),
        pytest.param("½", "1/2", id="a fraction is no digit"),
        pytest.param("🎉", "🎉", id="an emoji stays"),
    ],
)
def test_a_disguise_is_undone(written, text):
    assert fold(written).text == text


@pytest.mark.parametrize(
    ("written", "low"),
    [
        pytest.param("LINE", "line", id="lower case"),
        pytest.param("らいん", "ライン", id="hiragana as katakana"),
        pytest.param("İ", "i", id="a capital whose small letter has a mark"),
        pytest.param("ゝゞ", "ヽヾ", id="iteration marks"),
        pytest.param("ẞ", "ß", id="a sharp s"),
    ],
)
def test_low_is_what_cues_are_compared_with(written, low):
    assert fold(written).low == low
    assert fold_word(written) == low


@pytest.mark.parametrize(
    ("written", "part", "original"),
    [
        pytest.param("電話は０９０です", "090", "０９０", id="full width"),
        pytest.param("x🔟y", "10", "🔟", id="one character that is two"),
        pytest.param("xｶﾞy", "ガ", "ｶﾞ", id="two characters that are one"),
        pytest.param("a0\u200b9\u200b0b", "090", "0\u200b9\u200b0", id="invisible ones inside"),
        pytest.param("a0\u200bb", "0", "0", id="but not one behind"),
        pytest.param("a1\ufe0f\u20e3b", "1", "1", id="nor a keycap's frame"),
        pytest.param("plain 090 text", "090", "090", id="nothing to undo"),
        pytest.param("㏇㏇", "co.", "㏇", id="the first of two"),
    ],
)
def test_a_part_points_back_to_what_was_written(written, part, original):
    passage = fold(written)
    at = passage.text.index(part)
    span = passage.span_as_written(at, at + len(part))
    assert written[span.start : span.end] == original


def test_an_empty_part_points_between_characters():
    assert fold("ab").span_as_written(1, 1) == Span(1, 1)
    passage = fold("a\u200bb")
    assert passage.span_as_written(1, 1) == Span(2, 2)
    assert passage.span_as_written(2, 2) == Span(3, 3)


def test_an_edit_keeps_the_way_back():
    passage = fold("taro アット example")
    at = passage.text.index("アット")
    edited = passage.rewritten([(at - 1, at + 4, "@")])
    assert edited.text == "taro@example"
    assert edited.low == "taro@example"
    assert edited.span_as_written(0, 12) == Span(0, 16)
    assert edited.span_as_written(4, 5) == Span(4, 9)


def test_edits_that_overlap_are_done_once():
    assert fold("abcdef").rewritten([(1, 4, "x"), (2, 5, "y")]).text == "axef"


def test_an_edit_may_remove_and_lengthen():
    edited = fold("a-b").rewritten([(0, 1, "long"), (1, 2, "")])
    assert edited.text == "longb"
    assert edited.span_as_written(0, 4) == Span(0, 1)
    assert edited.span_as_written(4, 5) == Span(2, 3)


def test_a_passage_does_not_show_what_it_holds():
    assert "090" not in repr(fold("090-1234-5678"))


def test_patterns_are_folded_like_text():
    assert fold_pattern("らいん|ライン").search(fold("ﾗｲﾝ").low)
    assert fold_pattern("(?<=か|きく)け").search("キクケ"), "a look-behind of no fixed width"


@given(st.text(max_size=200))
def test_text_and_low_stand_side_by_side(written):
    passage = fold(written)
    assert len(passage.text) == len(passage.low)
    if passage.starts is not None and passage.ends is not None:
        assert len(passage.starts) == len(passage.ends) == len(passage.text)
        assert list(passage.starts) == sorted(passage.starts)
        assert all(0 <= a < b <= len(written) for a, b in zip(passage.starts, passage.ends, strict=True))
    else:
        assert len(written) == len(passage.text)


@given(st.text(max_size=200))
def test_folding_twice_is_folding_once(written):
    once = fold(written)
    again = fold(once.text)
    assert (again.text, again.low) == (once.text, once.low)


@given(st.characters(), st.text(max_size=5))
def test_a_character_folds_alike_wherever_it_stands(character, around):
    if unicodedata.combining(character):
        return
    alone = fold(character).text
    assert alone in fold(around + character).text


def test_a_passage_is_made_of_values():
    passage = Passage("ab", "ab", "ab", None, None)
    assert passage.span_as_written(0, 2) == Span(0, 2)
