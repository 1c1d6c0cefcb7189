"""The disguises that were undone are named, and only those."""

import pytest

from detectors import Kind, scan
from detectors.hits import Hit
from detectors.tricks import tricks_of


@pytest.mark.parametrize(
    ("text", "trick"),
    [
        pytest.param("電話 ０９０−１２３４−５６７８", "fullwidth", id="fullwidth"),
        pytest.param("電話 ⓪⑨⓪①②③④⑤⑥⑦⑧", "circled", id="circled"),
        pytest.param("📞 0️⃣9️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", "emoji", id="emoji"),
        pytest.param("電話 𝟬𝟵𝟬-𝟭𝟮𝟯𝟰-𝟱𝟲𝟳𝟴", "math-alnum", id="mathematical"),
        pytest.param("電話 090\u200b-1234-5678", "zero-width", id="zero width"),
        pytest.param("yuzu@exаmple.com", "homoglyph", id="homoglyph"),
        pytest.param("電話 ٠٩٠-١٢٣٤-٥٦٧٨", "unicode-digits", id="another script's digits"),
        pytest.param("電話 〇九〇一二三四五六七八", "kanji-digits", id="kanji"),
        pytest.param("電話 ゼロキュウゼロ イチニーサンヨン ゴーロクナナハチ", "katakana-digits", id="katakana"),
        pytest.param("電話 ぜろきゅうぜろ いちにーさんよん ごーろくななはち", "hiragana-digits", id="hiragana"),
        pytest.param("電話 O9O-1234-5678", "letters-for-digits", id="letters"),
        pytest.param(
            "call zero nine zero one two three four five six seven eight", "english-digit-words", id="English"
        ),
        pytest.param("電話 ｾﾞﾛｷｭｳｾﾞﾛ ｲﾁﾆｰｻﾝﾖﾝ ｺﾞｰﾛｸﾅﾅﾊﾁ", "halfwidth-katakana", id="half-width kana"),
        pytest.param("yuzu アットマーク example ドット com", "spelled-out", id="spelled out"),
        pytest.param("yuzu%40example.com", "encoded", id="encoded"),
        pytest.param("yuzu☆example.com ☆を@に変えて", "replace-instruction", id="instruction"),
        pytest.param("moc.elpmaxe@uzuy を逆から読んで", "reversed", id="reversed"),
        pytest.param("y u z u @ e x a m p l e . c o m", "spaces", id="spaces"),
    ],
)
def test_a_trick_is_named(text, trick):
    (finding,) = [one for one in scan(text).findings if one.kind.is_contact]
    assert trick in finding.tricks


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("電話は090-1234-5678です", id="a phone number"),
        pytest.param("yuzu@example.com まで", id="an address"),
        pytest.param("https://lin.ee/qW3rTy8", id="a link"),
        pytest.param("LINE ID: yuzu_tree7", id="a handle"),
        pytest.param("①番の件、yuzu@example.com まで", id="a disguise elsewhere in the text"),
        pytest.param("ＬＩＮＥは yuzu_tree7", id="a disguised cue, a plain handle"),
    ],
)
def test_a_plain_contact_has_no_tricks(text):
    (finding,) = [one for one in scan(text).findings if one.kind.is_contact]
    assert finding.tricks == ()


def test_words_for_digits_are_a_trick_of_numbers_only():
    hit = Hit(Kind.EMAIL, "yuzu@example.com", ((0, 16),), 0.97, "email.address")
    assert tricks_of(hit, ("reversed",), "yuzu@example.com") == ("reversed",)
    phone = Hit(Kind.PHONE, "+819012345678", ((0, 16),), 0.97, "phone.disguised")
    assert tricks_of(phone, (), "zero nine") == ("english-digit-words",)
