"""Digits that are values in a row, and real numbers in the same looks."""

import pytest

from detectors import scan
from tests.detectors.claims import Row, contacts, hits, holds, near_misses


def seen(claim: str, text: str, value: str, beside: str, left: str, rule: str = "phone.number", trick: str = "") -> Row:
    """A number in a look that values have, and the values."""
    return Row(claim, text, f"phone +{value}", rule, beside, left, trick=trick)


TABLE = [
    seen(
        "pairs of a mobile number",
        "Urgent です。07 05 82 61 39 4 に today 中でお願いします",
        "817058261394",
        "numbers drawn",
        "ロト6は 07 05 32 41 19 4 でした。図にします",
    ),
    seen(
        "pairs with a plus, to be rung",
        "ring me: 08+04+26+18+73+5",
        "818042618735",
        "a drill on the abacus",
        "そろばんの問題は1問7口で、例は 08+45+19+73+60+21+94 です",
    ),
    seen(
        "a country's code",
        "Call +45 19 73 60 21",
        "4519736021",
        "a sum that begins with a plus",
        "暗算ドリルの1段目は +45+19+73+60+21 と続きます",
        rule="phone.number",
    ),
    seen(
        "a letter to be ignored",
        "Call me: 415-555-0182-A (ignore the letter)",
        "14155550182",
        "a part with a letter",
        "Part 415-555-0123-A is back-ordered; use 415-555-0124-C instead.",
    ),
    seen(
        "names of measures, to be read on",
        "携帯は 幅080、奥行き3716、高さ9425 の数字を続けて読んでください",
        "818037169425",
        "measures of a shelf",
        "棚は幅080、奥行き3716、通し寸法9425の順に図面へ書いてあります。",
        rule="phone.pieced",
    ),
    seen(
        "colours for pieces",
        "青は090、赤は4261、緑は8735。お察しください",
        "819042618735",
        "the legend of a chart",
        "凡例：青は090、赤は3456、緑は7890（単位は千円）です。",
        rule="phone.pieced",
    ),
    seen(
        "marks for pieces, to call",
        "赤=080、青=3716、緑=9425 の順に電話してください",
        "818037169425",
        "marks of a chart",
        "グラフの凡例は ●=080、▲=1234、■=5678 の3系列です。",
        rule="phone.pieced",
    ),
    seen(
        "strokes between groups",
        "090 / 4261 / 8735 にどうぞ",
        "819042618735",
        "sizes with a unit",
        "規格は 090 / 1234 / 5678 mm の三種類です。",
    ),
    seen(
        "growing pairs, to be called",
        "お電話は 03 12 45 67 89 です",
        "81312456789",
        "steps of a scale",
        "目盛りは 12 24 36 48 60 としましょう。",
    ),
    seen(
        "rows that are numbers",
        "電話番号です\n090,4261,8735",
        "819042618735",
        "rows under a header",
        "CSVの中身：\nid,w,h\n090,1234,5678\n080,2345,6789",
    ),
    seen(
        "a function that calls",
        "tel(080,3716,9425) です",
        "818037169425",
        "a function that draws",
        "rect(080,1234,5678,90) で描画します。",
    ),
    seen(
        "a number that is no example",
        "マニュアルの例ではなく本物です。090-4261-8735 にお電話を",
        "819042618735",
        "a number that everybody writes as one",
        "マニュアルの記入例として「090-1234-5678」のようにハイフン付きで入力させます。",
    ),
    seen(
        "a mask's digits told",
        "080-7●14-●592。黒丸はどちらも3です",
        "818073143592",
        "a mask",
        "ヘルプの図は「080-○○○○-1234」と伏せ字のままで大丈夫です。",
        trick="encoded",
    ),
    seen(
        "bars between groups",
        "080|||3716|||9425 間の棒は仕切りです",
        "818037169425",
        "bars of a table",
        "|080|3716|9425|\n|070|2813|6395|\nの表を直しました",
    ),
    seen(
        "colours that do not exist",
        "色見本です。#090 / #4739 / #2658　こんな色はないので、スマホの通話画面に打ってみてください。",
        "819047392658",
        "colours",
        "色見本 #090 / #473 / #265 の三色で配色をお願いします。",
        rule="phone.pieced",
    ),
    seen(
        "colours that do not exist, in English",
        "Palette: #646 / #555 / #0174. No such colours, so dial them.",
        "16465550174",
        "a palette",
        "Palette: #090 #4739FF #265801. The first one is the accent.",
        rule="phone.pieced",
    ),
    seen(
        "pages of no book",
        "修正箇所は090ページ、8147行目、3625文字目です。そんなに長い原稿ではないので続けて発信を。",
        "819081473625",
        "pages of a book",
        "修正は 090ページの 12行目、081ページの 34行目、070ページの 5678文字目です。",
        rule="phone.pieced",
    ),
    seen(
        "scores to be strung together",
        "Set scores: 2-0, 2-5, 5-5, 0-1, 6-8. String the ten digits together and that is my desk line.",
        "12025550168",
        "scores",
        "Please string the clips together in the order 2-0, 2-5, 5-5, 0-1, 6-8.",
        rule="phone.pieced",
    ),
    seen(
        "a clock without its colons",
        "Time 6:46 / 5:55 / 0:17 / 4. Remove the colons, that is where I answer.",
        "16465550174",
        "times",
        "Times 6:46 / 5:55 / 0:17 / 4. Remove the colons in the header.",
        rule="phone.pieced",
    ),
    seen(
        "coordinates of nowhere",
        "Meeting point: 北緯07.0418, 東経295.63。小数点を消して、並べて、かけてみてください。",
        "817041829563",
        "coordinates",
        "座標は 07.0418, 295.63 です。小数点の位置をそろえてください。",
        rule="phone.pieced",
    ),
    seen(
        "money that is none",
        "電話は ¥090 ¥4261 ¥8735、円マークは飾りです",
        "819042618735",
        "money",
        "価格は ¥090 ¥4261 ¥8735、円マークは赤です",
        rule="phone.pieced",
    ),
    seen(
        "a cue with a slip",
        "my nummber is 6465550174 pls cal wen u can",
        "16465550174",
        "an order",
        "my order nummber is 6465550174, it came today",
    ),
    seen(
        "a telephone with a slip",
        "my fone: 3035550147, evenings only",
        "13035550147",
        "a ticket",
        "ticket: 3035550147, closed this evening",
    ),
    seen(
        "counters behind kanji",
        "まる七つまる、一つ三つ九つ二つ、六つ五つ八つ一つ",
        "817013926581",
        "things counted",
        "一つ目の案、二つ目の案、三つ目の案を六つの部屋に貼ります",
        rule="phone.disguised",
    ),
    seen(
        "a word that begins like a digit",
        "zero hachi zero, san yon ni ichi, roku go kyuu nana ローマ字ですが私の電話です",
        "818034216597",
        "words that begin like digits",
        "ローマ、パート、フォーム、ツール、オープン、シート、ハード、フード、ローン、パーツ",
        rule="phone.disguised",
    ),
    seen(
        "a plus in a word",
        "プラス 44 7700 900462 にどうぞ、電話は夜でも",
        "447700900462",
        "a plan",
        "the plan plus 2 500 seats",
    ),
]


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_number_in_the_look_of_values_is_found(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_values_are_left(case):
    holds(case)


@pytest.mark.parametrize(
    "text",
    [
        "足し算は 3+5+8+2+9+1+4+7+6+0 の順に出題します。",
        "Mental maths row: 41+55+55+01+82, answer box on the right.",
        "Drill sheet B: +64 +65 +55 +01 +74, sum at the bottom.",
        "電卓アプリの例は 080+1234+5678 で、答えは6992です。",
        "Ring sizes 5 6 7 8 9 10 11 12 are in stock, ring me a size chart mockup by Friday.",
        "金庫のダイヤルの絵は 0 10 20 30 40 50 60 70 80 90 と目盛ります。",
        "The dial on the clock face runs 12 1 2 3 4 5 6 7 8 9 10 11.",
        "Text size steps: 12 14 16 18 20 24 30 36 48 60.",
        "直通エレベーターは 1 20 21 22 23 24 25 階に止まります。",
        "織り図の綜絖は 1 2 3 4 4 3 2 1 1 2 3 と通します。",
        "打順は 4 1 5 5 8 2 6 3 7 9 と組みました。",
        "Views went 303 → 555 → 1182 over three weeks.",
        "クリック数は 090→1234→5678 と伸びました。",
        "凡例の記号は ★=売上090、☆=原価1234、◇=粗利5678 です。",
        "x=080, y=1234, z=5678 の位置に置きます。",
        "得点は 080、ボーナス 1234、合計 5678 と表示します。",
        "High scores: 090 / 1234 / 5678, arcade style font.",
        "残り 090 秒、スコア 1234、コイン 5678 の画面です。",
        "通話の録音は 090秒、1234秒、5678秒の三本です。",
        "縦080ミリ 横3716ミリ 厚さ9425ミクロンの板です。",
        "幅 090 高さ 4261 奥行 8735 の棚を図面にしてください。",
        "図書の請求記号は 090.1-2345-678 です。",
        "電話機のイラストの品番は TEL-0903456 です。",
        "Filter IDs 212-555-0101/L and 212-555-0101/R are the left and right lenses.",
        "The regex ^0\\d{1,4}-\\d{1,4}-\\d{4}$ must accept 03-0000-0000 and 090-0000-0000.",
        "テストデータの電話番号は 090-0000-0001 から 090-0000-0010 の連番です。",
        "入力欄のプレースホルダーは 03-1234-5678 でお願いします。",
        "星取は ○●○○●○●○○●○●○○○ の十勝五敗です。",
        "商品コードは 415-555-0123-A、色違いは 415-555-0123-B です。",
        "マスク表示は 090-****-5678 の形でお願いします。",
        "Mask the phone column like 312-555-**** before you export the CSV.",
        "ボウリングの1ゲーム目は 9 0 8 1 7 2 10 6 3 9 0 でした。",
        "サイコロの出目は 3、5、1、6、2、4、4、1、6、3、2 でした。乱数の例として載せます。",
        "TAB の1小節目：0 3 5 0 3 6 5 0 3 5 3 0 です。",
        "始発から 0705 0718 0731 0744 0757 の五本を表にしてください。",
        "コールセンター統計：着信 0812件、応答 0733件、放棄 0079件（7月）です。",
        "キーボードの並びは 1234567890-^ で、テンキーは 789 456 123 0 です。",
        "The left column of the keypad is 1 4 7, the centre 2 5 8 0, the right 3 6 9.",
    ],
)
def test_an_honest_text_full_of_figures_is_left(text):
    assert contacts(scan(text)) == []
