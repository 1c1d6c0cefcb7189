"""Names told in parts, some of them figures in words."""

import pytest

from detectors.assembled import assembled
from detectors.normalise import fold
from tests.detectors.claims import Row, hits, holds, near_misses

TABLE = [
    Row(
        "counting words behind a name",
        "hinata のうしろに、ふたつ・やっつ・みっつ を数字で続けたのが私のラインIDです。",
        "line hinata283",
        "handle.after_cue",
        "things behind a picture",
        "LINEスタンプは cat のあとに3匹の犬を足してください",
        trick="assembled",
    ),
    Row(
        "parts with a plus",
        "LINEで「kumo」＋「七さん〇ご」を半角数字にしたものを検索してみてください。",
        "line kumo7305",
        "handle.after_cue",
        "things with a plus",
        "LINEスタンプは spring＋三点＋autumn です",
        trick="assembled",
    ),
    Row(
        "figures and letters with a plus",
        "ラインは fuji＋三千七百七十六（数字で）＋m です。",
        "line fuji3776m",
        "handle.after_cue",
        "a sum of things",
        "ラインの太さは fuji＋三ミリ です。",
        trick="assembled",
    ),
    Row(
        "figures that are explained",
        "インスタは yama_to_ のうしろに明治元年の西暦4桁（1868）を付けて探してください。",
        "instagram yama_to_1868",
        "handle.after_cue",
        "a year of an era in a post",
        "インスタの投稿は1868年創業の老舗らしく。明治元年の写真を",
        trick="assembled",
    ),
    Row(
        "two figures of a year of an era",
        "ラインは ayame に、平成元年の西暦下二桁です。",
        "line ayame89",
        "handle.after_cue",
        "years of an era in a drawing",
        "インスタ用です。ayame の絵に、昭和39年の写真と平成元年の写真を並べます",
        trick="assembled",
    ),
    Row(
        "four figures of a year of an era",
        "スカイプは tetsu のあとに大正10年の西暦四桁を付けて検索",
        "skype tetsu1921",
        "handle.after_cue",
        "a chapter of a lesson",
        "Skype教材の章番号は unit のあとにローマ数字の IV を付けてください",
        trick="assembled",
    ),
    Row(
        "digits said behind a sign",
        "ﾗｲﾝ ﾉ ｱｲﾃﾞｨｰ ﾊ mikan ｱﾝﾀﾞｰﾊﾞｰ ﾖﾝｲﾁ",
        "line mikan_41",
        "handle.after_cue",
        "a word behind a sign",
        "ラインの色の名は mikan_ サンプル です",
        trick="assembled",
    ),
    Row(
        "romanised digits",
        "LINE wa sakura go hachi ni (suuji de) desu. Add shite kudasai ne.",
        "line sakura582",
        "handle.after_cue",
        "romanised words",
        "LINE sticker: sakura ni go, the title of the song. Add a line.",
        trick="assembled",
    ),
    Row(
        "counts behind a name",
        "ラインは「tori」と、三羽・一羽・五羽の数を続けて検索してください。",
        "line tori315",
        "handle.after_cue",
        "animals of a drawing",
        "ディスコードのアイコンは cat と犬の二匹です",
        trick="assembled",
    ),
    Row(
        "Roman numerals",
        "ラインは kohaku_ に、ローマ数字の IV と VII を算用数字にして続けてください。",
        "line kohaku_47",
        "handle.after_cue",
        "Roman numerals of chapters",
        "LINE漫画の章は、ローマ数字の IV と VII を使ってください",
        trick="assembled",
    ),
    Row(
        "a clock told before",
        "夜明けの時刻、04:31。これを yoake のうしろに（コロンなしで）付けたのがラインです。",
        "line yoake0431",
        "handle.after_cue",
        "a clock in a story",
        "夜明けの時刻、04:31。これを題にしたLINE漫画です。",
        trick="assembled",
    ),
    Row(
        "syllables to be counted",
        "ラインは bon_ のあとに、にゃにゃにゃ、にゃにゃにゃにゃにゃ、にゃにゃ、の回数です。",
        "line bon_352",
        "handle.after_cue",
        "syllables of a stamp",
        "LINEスタンプの文字は、にゃにゃにゃ、にゃにゃ、の二種類です。",
        trick="assembled",
    ),
    Row(
        "signs to be counted",
        "Discord: panko_ plus the number of bangs in each: !!!! !! !!!",
        "discord panko_423",
        "handle.after_cue",
        "signs of surprise",
        "The Discord banner plus the number of stars: !!!! wow !!",
        trick="assembled",
    ),
    Row(
        "a day of the calendar",
        "Insta: elm.and.oak followed by Christmas Eve as four figures, month first.",
        "instagram elm.and.oak1224",
        "handle.after_cue",
        "slides of a post",
        "Insta: carousel followed by four slides, with figures.",
        trick="assembled",
    ),
    Row(
        "a day of the calendar in Japanese",
        "ラインは natsuki に、終戦の日の月日を四桁で（8月15日なので 08 から）。",
        "line natsuki0815",
        "handle.after_cue",
        "a holiday as a topic",
        "ラインを引く場所は natsuki の、終戦の日の記事の下です。",
        trick="assembled",
    ),
    Row(
        "a date in kanji",
        "インスタは aki＋十二月二十四日（数字四桁）で探して",
        "instagram aki1224",
        "handle.after_cue",
        "a date for a post",
        "インスタの投稿日は 十二月二十四日 です",
        trick="assembled",
    ),
    Row(
        "three sevens",
        "ラインは momo とスリーセブンです。",
        "line momo777",
        "handle.after_cue",
        "three sevens on a sign",
        "LINEスタンプは momo とスリーセブンの看板です。",
        trick="assembled",
    ),
    Row(
        "the first kanji of words",
        "ラインは toku のあとに、三味線・一輪車・八角形の頭の数です。",
        "line toku318",
        "handle.after_cue",
        "drawings of such words",
        "LINEスタンプは toku のあとに、三味線・一輪車・八角形の絵を足します",
        trick="assembled",
    ),
    Row(
        "the numbers of a list",
        "ラインIDは nagi に、次の項目番号を続けたものです。\n4）ロゴ\n7）名刺\n1）封筒\n9）看板",
        "line nagi4719",
        "handle.after_cue",
        "a list of work",
        "LINE用の素材です。\n4）ロゴ\n7）名刺\n1）封筒\n9）看板",
        trick="assembled",
    ),
    Row(
        "a price without its marks",
        "「tsukiyo　5,280円」。カンマと円を取ってつなげたものをラインで検索すると私が出てきます。",
        "line tsukiyo5280",
        "handle.after_cue",
        "a price without its marks in a table",
        "「tsukiyo　5,280円」。カンマと円を取って表にして、ラインを引いてください。",
        trick="assembled",
    ),
    Row(
        "a sign and a figure by the place",
        "緑のアプリで momo、下の棒、stitch、きゅう（数字）。",
        "line momo_stitch9",
        "handle.after_cue",
        "stitches of a pattern",
        "緑の糸で momo、下の棒、stitch、きゅうの順に編みます。",
        trick="assembled",
    ),
]
LINKED = [
    Row(
        "parts with a dot between",
        "LINEのIDは asa、no、hikari のあいだに点を入れたものです",
        "line asa.no.hikari",
        "handle.after_cue",
        "words with a dot between",
        "LINEスタンプの文字は asa、no、hikari のあいだに点を入れてください",
        trick="assembled",
    ),
    Row(
        "two parts with an underscore between",
        "テレグラムは「kumo」と「sora」の間に下線です",
        "telegram kumo_sora",
        "handle.after_cue",
        "two words with a line between",
        "ロゴは「kumo」と「sora」の間に下線です",
        trick="assembled",
    ),
    Row(
        "parts with a dot between, in English",
        "Add me on Discord: oak and moss with a dot between",
        "discord oak.moss",
        "handle.after_cue",
        "leaves with a dot between",
        "Draw a Discord emoji of oak and moss with a dot between",
        trick="assembled",
    ),
    Row(
        "a title with underscores",
        "My favourite song title is Slow Train Home; with underscores it is also me on Telegram.",
        "telegram slow_train_home",
        "handle.after_cue",
        "a title with a dash",
        "My favourite title is Slow Train Home with dashes, for the Telegram sticker.",
        trick="assembled",
    ),
]
TABLE += LINKED


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_name_in_parts_is_put_together(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_what_is_counted_or_drawn_is_left(case):
    holds(case)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        pytest.param("ラインは momo です", None, id="a whole name"),
        pytest.param("私は ryu のあとに数字で続けます", None, id="no figures"),
        pytest.param("kumo＋ねこ", None, id="a plus and a word"),
        pytest.param("私は oak のあとに、九が二つ（数字）", "私は @oak99 ", id="so many of a digit"),
        pytest.param("私は oak に、九が三つ（数字）", "私は @oak999 ", id="three of a digit"),
        pytest.param("私は oak のあとに、！の個数です", None, id="one sign"),
        pytest.param("私は oak のあとに、番号 XIV（ローマ数字）", "私は @oak14 ", id="a Roman numeral that takes away"),
    ],
)
def test_one_reading(text, reading):
    passage = assembled(fold(text))
    assert (passage.text if passage else None) == reading
