"""Addresses and handles that the text corrects itself."""

import pytest

from detectors.corrections import corrected
from detectors.normalise import fold
from tests.detectors.claims import Row, hits, holds, near_misses


def mended(claim, text, finds, beside, left):
    """A contact as the text corrects it, and the same correction of something else."""
    rule = {"email": "email.address", "phone": "phone.number"}.get(finds.split()[0], "handle.after_cue")
    return Row(claim, text, finds, rule, beside, left, trick="replace-instruction")


TABLE = [
    mended(
        "a figure for a letter, by their names",
        "aki_tonbo@yaho0.co.jp のゼロをオーにしてお使いください。",
        "email aki_tonbo@yahoo.co.jp",
        "a figure for a letter in a logo",
        "ロゴの fox_k0 のゼロをオーにしてお使いください。",
    ),
    mended(
        "one letter for another",
        "写真はこちらまで→ suzuran_bakery@yafoo.co.jp （fをhに直して送ってくださいね）",
        "email suzuran_bakery@yahoo.co.jp",
        "one letter for another in a draft",
        "デザイン案 A-1 の f を h に直してください",
    ),
    mended(
        "what a figure is",
        "tomoko.s@gmai1.com （1はエルです）",
        "email tomoko.s@gmail.com",
        "what a figure looks like",
        "フォントの1はエルに見えるので、l1_sans を直してください",
    ),
    mended(
        "only the first",
        "メールは k0k0@outl0ok.com です（最初の0は英字のオー）",
        "email k0k0@outlook.com",
        "only the first of a list",
        "最初の0は英字のオーではなく、見出しの番号です",
    ),
    mended(
        "the first letter of a handle",
        "ラインは k0m0_04 です、最初の0はオーです",
        "line kom0_04",
        "the first figure of a file",
        "ファイル名は k0m0_04 です、最初の0はオーです",
    ),
    mended(
        "the last letter of a handle",
        "ラインは komo_o です、最後のoは0です",
        "line komo_0",
        "the last letter of a file",
        "ファイル名は komo_o です、最後のoは0です",
    ),
    mended(
        "two letters the wrong way round",
        "minato_sewing@gmial.com …あれ、aとiが逆ですね、正しく読み替えてください。",
        "email minato_sewing@gmail.com",
        "two keys the wrong way round",
        "キーボードのaとiが逆に印刷されています。key_map.v2 を確認してください",
    ),
    mended(
        "a mask that is told",
        "みどりアプリです。hachiware_nek*3、*は英小文字のoでお願いします。",
        "line hachiware_neko3",
        "a mask in a stamp",
        "LINEスタンプの文字 wat* の*は小さくしてください",
    ),
    mended(
        "masks that are told in turn",
        "LINEは wat*_gash*10 です（*は順に a と i。全部書くと消されそうで）",
        "line wata_gashi10",
        "masks of a form",
        "LINE連携の入力欄は wat*_gash*10 のように伏せ字にします（*は順に色を変えて）",
    ),
    mended(
        "a mask before an @",
        "yuki*@example.com、*は8です",
        "email yuki8@example.com",
        "a mark at a note",
        "注釈は * です、*は8ポイントです",
    ),
    mended(
        "letters to leave out",
        "インスタの「hoxshixkuzux.laxb」です。xは全部ごみなので捨ててください",
        "instagram hoshikuzu.lab",
        "data to leave out",
        "x軸は全部ごみデータなので捨ててください。data_x.csv です",
    ),
    mended(
        "a word to leave out",
        "juneBANANA.parkBANANA@exampleBANANA.com, minus the fruit. Send the NDA there.",
        "email june.park@example.com",
        "a colour to leave out",
        "The banner BIGSALE_BIGSALE, minus the red, looks good on Instagram.",
    ),
    mended(
        "a kana to leave out",
        "0た9た0た5た8た2た7た3た6た1た4 …たぬき（た抜き）で読んでください",
        "phone +819058273614",
        "a kana that is left out of words",
        "ふりがなは「た抜き」言葉に注意してください。0た9た",
    ),
    mended(
        "signs written twice",
        "neko3@@gmail..com 記号は一個ずつにしてください",
        "email neko3@gmail.com",
        "marks written twice",
        "記号は一個ずつにしてください。neko3!! と ?? を直します",
    ),
    mended(
        "in English",
        "My Telegram is fern_l1ly, the 1 is an i.",
        "telegram fern_lily",
        "a letter to remove from a file",
        "Remove the x from logo_x.png, please. The Slack notification looks fine.",
    ),
]


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_correction_is_made(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_a_correction_of_something_else_is_left(case):
    holds(case)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        pytest.param("yuki@example.com です", None, id="nothing to correct"),
        pytest.param("1はエルです", None, id="no address"),
        pytest.param("yuki@example.com、aとbが逆です", None, id="a pair that is not there"),
        pytest.param("yuki@example.com、1はエルです", None, id="a figure that is not there"),
        pytest.param("ku_i@example.com、ignore every u", "k_i@example.com、 ", id="letters in English"),
    ],
)
def test_one_reading(text, reading):
    passage = corrected(fold(text))
    assert (passage.text if passage else None) == reading
