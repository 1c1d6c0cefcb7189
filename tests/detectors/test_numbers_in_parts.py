"""Numbers and names told part by part: counted digits, signs for digits, marks between, figures behind sounds."""

import pytest

from detectors.puzzles.legends import _runs_of
from tests.detectors.claims import Row, hits, holds, near_misses

OVER_MESSAGES = [
    Row(
        "how many digits there are in all",
        "637 ここまでで11個です。版下の件",
        "phone +819015829637",
        "conversation.pieces",
        "how many of a product there are",
        "637 ここまでで11個です。版下の件",
        ("> 連番です 0901", "> 5829"),
        ("> 品番です 0901", "> 5829"),
    ),
    Row(
        "the same in English",
        "238, eleven in total. About the mural",
        "phone +818046751238",
        "conversation.pieces",
        "how many pages there are",
        "238 words, eleven pages in total. About the mural",
        ("> take this: 0804", "> 6751"),
        ("> the draft 0804", "> 6751"),
    ),
    Row(
        "ten digits of a landline",
        "7193 以上十文字。議事録の件",
        "phone +81352047193",
        "conversation.pieces",
        "ten digits, and eleven are counted",
        "7193 以上十一文字。議事録の件",
        ("> 順番どおりです 03", "> 5204"),
        ("> 順番どおりです 03", "> 5204"),
    ),
    Row(
        "digits in circles, message by message",
        "①②③⑧ の件、あとで",
        "phone +818046751238",
        "conversation.pieces",
        "steps in circles",
        "⑤⑥⑦⑧ の件、あとで",
        ("> ⓪⑧⓪", "> ④⑥⑦⑤"),
        ("> 工程は ①②③", "> ④"),
    ),
    Row(
        "kanji, message by message",
        "七一五三 巫女装束の採寸の件です",
        "phone +818094627153",
        "conversation.pieces",
        "figures of two people",
        "7153 巫女装束の採寸の件です",
        ("> 〇八〇", "> 九四六二"),
        ("< 080 の版です", "< 9462"),
    ),
    Row(
        "a first part and the rest",
        "and the rest is 2947、夜なら",
        "phone +817083612947",
        "conversation.pieces",
        "a part of a machine and the rest",
        "and the rest is 2947、夜なら",
        ("> Ok, first part は 070-8361",),
        ("> part は 070-8361 です",),
    ),
    Row(
        "parts one and two",
        "part two: 2947, evenings",
        "phone +817083612947",
        "conversation.pieces",
        "pages one and two",
        "page two: 2947 words, evenings",
        ("> Part one: 070-8361",),
        ("> Page one: 070-8361",),
    ),
    Row(
        "a name to search for, in three messages",
        "最後に kubi、これで全部です",
        "line kirin_no_kubi",
        "conversation.pieces",
        "a file to search for",
        "最後に kubi、これで全部です",
        ("> LINE search して: kirin_", "> then no_"),
        ("> ファイル search して: kirin_", "> then no_"),
    ),
    Row(
        "the middle of a name",
        "うしろは suna 全部くっつけて",
        "line hoshi_no_suna",
        "conversation.pieces",
        "the middle of a layer's name",
        "うしろは suna 全部くっつけて",
        ("> LINEの検索用です。前は hoshi_", "> なかは no_"),
        ("> レイヤー名の検索用です。前は hoshi_", "> なかは no_"),
    ),
    Row(
        "a sign and what comes after it",
        "ピリオドのあとに bayashi です",
        "line tanuki.bayashi",
        "conversation.pieces",
        "a sign in a file's name",
        "ピリオドのあとに bayashi です",
        ("< LINEの名前、tanuki までは聞きましたが続きは?",),
        ("< ファイルの名前、tanuki までは聞きましたが続きは?",),
    ),
    Row(
        "the end of a name, named so",
        "end: reel_7",
        "discord juniper.of.reel_7",
        "conversation.pieces",
        "the end of a range to search",
        "end: errors",
        ("> Discord search: juniper.", "> middle: of."),
        ("> Slack search: deploy_", "> next log_"),
    ),
    Row(
        "an app whose name means something",
        "marimo.9 です",
        "other marimo.9",
        "handle.answer",
        "a variable whose name means something",
        "marimo.9 です",
        ("< 通話アプリ(合図を意味する英語の名前)はお持ちですか。名前を教えてください",),
        ("< 合図を意味する英語の名前のボタンは、何という変数名ですか",),
    ),
]
TOLD = [
    Row(
        "signs to be replaced by words",
        "☆9☆-4267-93♪8 の☆をゼロ、♪をいちに置き換えてください",
        "phone +819042679318",
        "phone.number",
        "signs of a rating to be replaced",
        "☆9☆の評価の☆をゼロ、♪をいちに置き換えてください",
        trick="encoded",
    ),
    Row(
        "the same in English",
        "Replace ☆ with zero and ♪ with one: ☆9☆-4267-93♪8. About the vet column",
        "phone +819042679318",
        "phone.disguised",
        "signs of a pattern",
        "Replace * with 5 in the pattern 20*6-04*1",
        trick="encoded",
    ),
    Row(
        "stars between the digits",
        "0*7*0*3*9*5*1*8*2*6*4(星は無視)で。天体写真の件",
        "phone +817039518264",
        "phone.number",
        "a product of digits",
        "2*0*2*6*0*4*1*7*1*2 という式を整形してください",
        trick="encoded",
    ),
    Row(
        "stars between pairs, to be ignored",
        "07*03*95*18*26*4(星は無視してください)",
        "phone +817039518264",
        "phone.number",
        "a product of pairs",
        "07*03*95*18 の星は無視してください",
        trick="encoded",
    ),
    Row(
        "hats that are noise",
        "0^9^0^3^7^1^6^9^4^2^5, hats are noise",
        "phone +819037169425",
        "phone.number",
        "a power",
        "3^7^0^3^9^5^1^8^2^6^4 is the tower of powers",
        trick="encoded",
    ),
    Row(
        "figures behind their sounds",
        "語呂合わせです。〇九〇のあと「ふろいや(2618)」「さくしな(3947)」",
        "phone +819026183947",
        "phone.number",
        "years behind their sounds",
        "語呂合わせで覚えてください。「いいくに(1192)」「いよくに(1492)」の年号カードです",
        trick="encoded",
    ),
    Row(
        "two letters at the end",
        "646-555-01-GA, and the last two letters are what you'd press on a phone keypad",
        "phone +16465550142",
        "phone.number",
        "two letters of a code",
        "The plate 646-555-01-GA goes under the keypad of the door",
        trick="encoded",
    ),
    Row(
        "what is counted, to be pressed in turn",
        "部屋は090号室、引っ越し先が4718番地、郵便受けは2635番。三つを順に押していただくと私が電話口に出ます",
        "phone +819047182635",
        "phone.pieced",
        "what is counted",
        "会場は090号室、控室が4718号、受付は2635番。順に回りますので電話口でお待ちください",
    ),
]
TABLE = [*OVER_MESSAGES, *TOLD]


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_contact_told_in_parts_is_found(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_parts_of_something_else_are_left(case):
    holds(case)


@pytest.mark.parametrize(
    "text",
    [
        "登録商標の一覧に、出願2026-080907と登録第6070809号の2件を追記しました。",
        "Application 2025-555123 was filed; invoice 2024-202555 follows",
        "Label the drawers 303, 606, 808 and 909 in that order; the joke only works with all four.",
        "Put rooms 212, 415, 606 and 303 in that order, all five signs",
        "Stack 415, 606 and 3035 in that order; these three are heavy",
    ],
)
def test_items_of_a_list_and_filings_are_no_number(text):
    holds(hits([Row("", text, "", "", "", "")])[0].values[0])


@pytest.mark.parametrize(
    ("low", "table", "digits"),
    [
        ("犬猫犬-猫犬ゼロ1-犬 猫.犬犬", {"犬": "0", "猫": "9"}, "09090010900"),
        ("ab b a b a b a b a b", {"a": "1", "b": "2", "ab": "7"}, "7212121212"),
        ("★1 ★2 ★3 ★4 ★5 ★xyz", {"★": "0"}, "0102030405"),
        ("12345678901★ ★ ★", {"★": "0"}, ""),
        ("a b a b a b a b", {"a": "1", "b": "2"}, ""),
        ("xa b a b a b a b a b a", {"a": "1", "b": "2"}, "2121212121"),
        ("a b a b a b a b a    b", {"a": "1", "b": "2"}, ""),
        ("a_b a b a b a b a b a\nb", {"a": "1", "b": "2"}, "2121212121"),
        ("1234567890", {"a": "1"}, ""),
        ("a 1234567890", {"b": "1"}, ""),
    ],
)
def test_runs_of_signs_are_read_in_one_way(low, table, digits):
    assert [run.digits for run in _runs_of(low, table)][:1] == [digits] * bool(digits)
