"""Names that the text tells how to read: letters taken out of words and lines, and ciphers that it names."""

import pytest

from detectors.name_ciphers import names_in_cipher
from detectors.normalise import fold
from detectors.wordplay import names_in_words
from tests.detectors.claims import Row, hits, holds, near_misses

IN_WORDS = [
    Row(
        "third letters of words",
        "次の4語の3文字目をつなげるとラインIDになります。camel, blog, merry, chip",
        "line mori",
        "name.told",
        "letters of words to be coloured",
        "次の4語の3文字目を赤くしてください。camel, blog, merry, chip",
    ),
    Row(
        "last letters",
        "Last letters, please: music, car, hello, window. That is my Discord.",
        "discord crow",
        "name.told",
        "last letters of a lesson",
        "Read the last letters aloud for the phonics lesson: music, car, hello, window.",
    ),
    Row(
        "second letters",
        "Second letter of each word gives my Telegram: spoon, air, knit, bell.",
        "telegram pine",
        "name.told",
        "second letters of a puzzle for posts",
        "For the Telegram posts: take the second letter of each word, spoon, air, knit, bell.",
    ),
    Row(
        "first letters amid Japanese",
        "インスタの名前は各単語の頭文字です。lemon orange table umbrella sugar",
        "instagram lotus",
        "name.told",
        "initials of a slogan",
        "インスタの投稿用に、頭文字が揃う標語です。lemon orange table umbrella sugar",
    ),
    Row(
        "words too short for their third letter are no list of names",
        "Third letter of each: apple, grape, lemon. Add me on Discord.",
        "discord pam",
        "name.told",
        "words that have no third letter",
        "Third letter of each: an, on, in. Add me on Discord.",
    ),
    Row(
        "capitals",
        "大文字だけ拾うとラインです。kYotoUraMichiE",
        "line yume",
        "name.told",
        "capitals of an abbreviation",
        "大文字だけ拾うと略語になります。NaturalLanguageProcessing です",
    ),
    Row(
        "Latin letters amid kana",
        "ひらがなを全部無視してください。インスタは「すs はu らm、i そう_ nなの o でしょう _ねi えe」の英字だけ。",
        "instagram sumi_no_ie",
        "name.told",
        "kana to be removed from a heading",
        "ひらがなを全部消してください。見出しは「すs はu らm」の英字だけ残します。",
    ),
]
IN_WORDS += [
    Row(
        "first letters, then a dot and the rest",
        "First letters only: Ink, Navy, Ebony, Zinc. Then a dot, then olive, then at example.com.",
        "email inez.olive@example.com",
        "name.told",
        "first letters, then a drawn dot",
        "First letters only: Ink, Navy, Ebony, Zinc. Then a dot, then an olive, at the top of example.com.",
    ),
]
IN_LINES = [
    Row(
        "kana that lines begin with",
        "つぎの案件も\nばっちり\nめどが立ちました。\n行の頭をローマ字（ヘボン式）にしたのが緑アプリのIDです。",
        "line tsubame",
        "name.told",
        "an acrostic as a poem",
        "つぎの春\nばらの庭\nめざめる朝\n行の頭をローマ字で題名にしてください。",
    ),
    Row(
        "a last line in kana that belongs to it",
        "はやめに\nるすです\nかならず\nぜひ縦読みして、ローマ字にしてラインで探してください。",
        "line harukaze",
        "name.told",
        "an acrostic of a stamp",
        "はやめに\nるすです\nかならず\n縦読みして、ローマ字にしてLINEスタンプの文字にしてください。",
    ),
    Row(
        "an English acrostic with its last line",
        "Fine work.\nI agree.\nNext draft?\nCan you?\nHeadings.\nYou find me on Skype by the initials of these lines.",
        "skype finchy",
        "name.told",
        "an English acrostic as a slogan",
        "Fine work.\nI agree.\nNext draft?\nThe initials of these lines are the slogan.",
    ),
    Row(
        "lines before a domain",
        "四行の頭文字を小文字で。\nM…ミックス\nU…歌\nG…ギター\nI…イコライザ\nうしろに @example.jp をつけたら届きます",
        "email mugi@example.jp",
        "name.told",
        "lines of a list beside a site",
        "四行の頭文字を太字で。\nM…ミックス\nU…歌\nG…ギター\nI…イコライザ\n見本は example.jp にあります",
    ),
    Row(
        "as many lines as the text counts",
        "よろしく。\nゆっくりで。\nずっと待つ。\nきっと。\n三行の頭をローマ字で、アットマーク example.jp で届く",
        "email yuzuki@example.jp",
        "name.told",
        "lines that are counted for a layout",
        "よろしくお願いします。\nゆっくりで。\nずっと。\n三行の頭をローマ字にして、example.jp の見出しと揃えてください",
    ),
]
IN_LINES += [
    Row(
        "letters in columns",
        "ラインは縦書きの三列、左から。\nrkd\naua",
        "line rakuda",
        "name.told",
        "letters in columns of a design",
        "タイルを縦書きの三列に、左から。\nrkd\naua",
    ),
    Row(
        "letters in columns, in English",
        "Read down, column by column, for my Discord:\ntdpo\nieol",
        "discord tidepool",
        "name.told",
        "columns of a sheet",
        "Read down, column by column, in the sheet:\ntdpo\nieol",
    ),
]
IN_CIPHER = [
    Row(
        "letters moved back",
        "ラインは oflp です。アルファベットを一文字ずつ前に戻してください。",
        "line neko",
        "name.told",
        "a cipher explained",
        "シーザー暗号の例題です。oflp を一文字ずつ前に戻すと neko になります。",
    ),
    Row(
        "letters moved back, in English",
        "Telegram: lpbmb_ufb, go one letter back for each.",
        "telegram koala_tea",
        "name.told",
        "a layer to be moved back",
        "The layer lpbmb_ufb should go one step back.",
    ),
    Row(
        "letters moved forward",
        "My Discord, each the next letter: snet_bzs",
        "discord tofu_cat",
        "name.told",
        "the next letter of a series",
        "The next letter in the series snet_bzs is on page 4.",
    ),
    Row(
        "two letters back",
        "My WhatsApp name, each letter two letters back: pgmq",
        "whatsapp neko",
        "name.told",
        "two letters at the back",
        "Put the two letters back in the drawer: pgmq",
    ),
    Row(
        "a local part moved back",
        "tbup アットマーク example.com。前半だけ、各文字を一つ前のアルファベットに。",
        "email sato@example.com",
        "name.told",
        "a list to be moved back",
        "tbup の列は、各文字を一つ前のセルに。example.com の表と同じです。",
    ),
    Row(
        "ROT13 for a handle",
        "Discordは gbsh_xavtug (rot13ね)。add me please",
        "discord tofu_knight",
        "name.told",
        "ROT13 of an article",
        "rot13 の解説記事で、例として zneoyrsbk を載せてください",
    ),
    Row(
        "Base64 for a handle",
        "a2F3YXVzb18z を戻して、緑のアプリで検索してください",
        "line kawauso_3",
        "name.told",
        "Base64 of a sample",
        "a2F3YXVzb18z を戻して、画面に表示する関数です",
    ),
    Row(
        "Morse for a handle",
        "テレグラムだけに電信で。ー・ー ・・ ー ・ と打てばいます。",
        "telegram kite",
        "name.told",
        "Morse of a toy",
        "電信で ー・ー ・・ ー ・ と光るおもちゃの説明文です",
    ),
    Row(
        "Morse behind the service",
        "Discord = --- - - . .-. (all small letters).",
        "discord otter",
        "name.told",
        "rules of a page",
        "Discord icons --- see --- and --- page 3.",
    ),
    Row(
        "bits for a handle",
        "Telegram in binary: 01110000 01101100 01110101 01101101",
        "telegram plum",
        "name.told",
        "bits of an exercise",
        "binary exercise: 01110000 01101100 01110101 01101101",
    ),
    Row(
        "keys of kana",
        "ラインID→「んなのにあ」（かな入力のキー位置です）",
        "line yuki3",
        "name.told",
        "keys of kana in a drawing",
        "かな入力のキーボードの図です。「んなのにあ」の位置に色を",
    ),
    Row(
        "a dot among the keys of kana",
        "緑のID、「てちのちるから」。JISかなで打ったキーの英字側を見てください。",
        "line waka.to",
        "name.told",
        "keys of a rubber stamp",
        "「てちのちるから」。JISかなのキーの見本です。",
    ),
    Row(
        "keys pressed several times",
        "ガラケー打ちで 333 666 99、英字モードで。それがラインです。",
        "line fox",
        "name.told",
        "keys of an illustration",
        "ガラケー打ちの解説です。333 666 99 を押す指の絵を",
    ),
    Row(
        "keys pressed several times before a domain",
        "昔のケータイ打ちで。55 444 777 444、そのあとアットマーク example.com です。",
        "email kiri@example.com",
        "name.told",
        "keys beside a site",
        "昔のケータイ打ちで。55 444 777 444、参考は example.com です。",
    ),
    Row(
        "notes for a handle",
        "ラインは音名です（英語式）。ド・ラ・ファ・ミ・シ・ミ・ラ・ソ",
        "line cafebeag",
        "name.told",
        "notes of a keyboard",
        "音名で書いてください。ド・レ・ミ・ファ・ソ・ラ・シの順に鍵盤の絵を",
    ),
]
TABLE = [*IN_WORDS, *IN_LINES, *IN_CIPHER]


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_name_is_read_as_the_text_tells(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_letters_and_ciphers_that_are_the_work_are_left(case):
    holds(case)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("first letters: lowercase, please, only", [], id="words of the instruction"),
        pytest.param("first letters: apple, pear", [], id="two words"),
        pytest.param("capitals only: AbcdeFgh", [], id="two capitals"),
        pytest.param("頭文字\na い\nb ろ", [], id="two lines"),
        pytest.param("third letter of each: apple, grape, lemon", ["pam"], id="a list"),
    ],
)
def test_names_in_words(text, names):
    assert [told.value for told in names_in_words(fold(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("rot13: zneoyr naqg gurz", [], id="several words"),
        pytest.param("base64 aGVsbG8gd29ybGQh", [], id="no name"),
        pytest.param("base64 /////////", [], id="no Base64 of text"),
        pytest.param("モールス .-.-.- .-.-.- .-.-.-", [], id="no letters"),
        pytest.param("ガラケー打ち 2 2 2", ["aaa"], id="a key pressed once"),
        pytest.param("rot13: mvxna", ["zikan"], id="one word"),
    ],
)
def test_names_in_cipher(text, names):
    assert [told.value for told in names_in_cipher(fold(text))] == names


def test_what_is_told_is_not_in_a_repr():
    (told,) = names_in_cipher(fold("rot13: mvxna"))
    assert told.value not in repr(told)
