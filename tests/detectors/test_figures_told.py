"""Figures of a number that the text tells by rule."""

import pytest

from detectors.figures_told import figured
from detectors.normalise import fold
from tests.detectors.claims import Row, hits, holds, near_misses


def told(claim, text, number, beside, left, rule="phone.pieced"):
    """A number told by rule, and the same rule about something else."""
    return Row(claim, text, f"phone +{number}", rule, beside, left, trick="encoded")


TABLE = [
    told(
        "two figures of years of eras",
        "090のあとは、昭和50年・平成10年・平成4年・令和1年を西暦の下二桁に直した順です。お電話どうぞ。",
        "819075989219",
        "years of eras to be turned",
        "昭和50年・平成10年・平成4年・令和1年の出来事を西暦の下二桁に直してください。電話は不要です。",
    ),
    told(
        "days by their names",
        "080のあと、クリスマス（12月25日）とアメリカの独立記念日（7月4日、0704）を四桁ずつ。お電話お待ちしてます。",
        "818012250704",
        "days by their names in a calendar",
        "80枚のカレンダーに、クリスマスと独立記念日を四桁ずつ。お電話の絵も入れます。",
    ),
    told(
        "days told twice",
        "070に、ハロウィンと大晦日の日付を四桁ずつ（1031、1231）です。お電話ください",
        "817010311231",
        "days told twice for files",
        "ハロウィンと大晦日の日付を四桁ずつ（1031、1231）ファイル名に付けます。お電話は要りません",
    ),
    told(
        "a day in English",
        "Area 415, then 555, then Independence Day as four figures, month first. Ring me on any other day.",
        "14155550704",
        "a day in English on a poster",
        "Area 4, then Independence Day as four figures, month first. Ring me when it prints.",
    ),
    told(
        "kanji digits amid kana",
        "漢数字だけ拾って発信を。〇い八く〇、あ一め四が三ふ五り、九も六の二そ七ら",
        "818014359627",
        "kanji digits for a table",
        "漢数字だけ拾って表にしてください。一月、二月、三月、四月、五月、六月、七月、八月、九月、発信は不要です",
        rule="phone.disguised",
    ),
    told(
        "what words in kanji begin with",
        "漢数字だけ拾って鳴らしてください。零下、九州、零細、四季、七夕、一番、三角、八百屋の八、五月雨、二重、六花。",
        "819047138526",
        "words in kanji to be written",
        "漢数字だけ赤で。四季、七夕、八百屋、五月雨、二重、六花、三角の題字を書いてください。電話帳風に",
        rule="phone.disguised",
    ),
    told(
        "what words in kanji begin with, asked in English",
        "Kanji quiz! 零 九 零 / 二枚目 八景島 一休 六波羅 / 四天王 七草 三色 五目。Read the first kanji, then call.",
        "819028164735",
        "a quiz about kanji",
        "Kanji quiz! 二枚目 八景島 一休 六波羅 四天王 七草 三色。Read the first kanji aloud on the call.",
        rule="phone.disguised",
    ),
    told(
        "katakana amid hiragana",
        "カタカナだけ読んでください。ゼロから始めキュウにゼロへ。ニわのロクがイチばんハチに、ヨンでサンだナナめゴと。…電話です。",
        "819026184375",
        "katakana of a script",
        "カタカナだけ読んで録音してください。ゼロカロリー、ハチミツ、ロクロ、ナナイロ。電話の声で。",
        rule="phone.disguised",
    ),
    told(
        "playing cards",
        "トランプで。090、♠3 ♥4 ♦A ♣7、♠2 ♥6 ♦5 ♣8。Aは1です。かけてください。",
        "819034172658",
        "playing cards of a drawing",
        "トランプの絵柄は ♠3 ♥4 ♦A ♣7 の順に壁へかけてください。",
        rule="phone.number",
    ),
    told(
        "a hand of cards",
        "Dealt to me: 4, A, 5, 5, 5, 5, joker, A, 2, 3. The ace is one, the joker is zero. Dial the hand.",
        "14155550123",
        "a hand of cards in a drawing",
        "Dealt on the table: 4, A, 5, joker, 9, K, 2. The ace is on the left, the dial on the right.",
        rule="phone.number",
    ),
    told(
        "tiles",
        "お電話は070、九索七萬三筒一萬、五筒八索二萬四索。数だけ見て鳴らしてください",
        "817097315824",
        "tiles of a game",
        "麻雀の牌譜は 九索七萬三筒一萬、五筒八索二萬四索 です。電話取材は不要です",
        rule="phone.disguised",
    ),
    told(
        "numbers with their places in kana",
        "ゼロはちじゅう、よんせんにひゃくさんじゅういち、きゅうせんろっぴゃくご。かけてくださいね。",
        "818042319605",
        "amounts in kana",
        "にせんさんびゃく円と、よんひゃくごじゅう円の二つです。壁にかけてくださいね。",
        rule="phone.disguised",
    ),
    told(
        "columns of figures",
        "左の列から、上から下へ読んでいくと電話番号になります。\n0312\n9745\n068\n夜でもどうぞ。",
        "819037614825",
        "columns of a table",
        "左の列から順に、電話の本数です。\n312\n745\n68\n夜の分は別です。",
        rule="phone.number",
    ),
    told(
        "two lines in turn",
        "Zigzag: top, bottom, next column top, bottom. Then ring me.\n26504\n05511",
        "12065550141",
        "a pattern in turn",
        "Zigzag stitch, top to bottom, then ring the edge.\n2650\n0551",
        rule="phone.number",
    ),
]


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_number_told_by_rule_is_found(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_a_rule_about_something_else_is_left(case):
    holds(case)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        pytest.param("漢数字だけ拾って。あいう", None, id="no kanji digits"),
        pytest.param("さんじゅう個です", None, id="one number in kana"),
        pytest.param("せん、ひゃくじゅう", "1000、110", id="places without a digit"),
        pytest.param("列から読む\nあい\nうえ", None, id="columns of kana"),
        pytest.param("修正版を確認しました。", None, id="nothing told"),
    ],
)
def test_one_reading(text, reading):
    passage = figured(fold(text))
    assert (passage.text if passage else None) == reading
