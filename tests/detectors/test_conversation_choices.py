"""One of several contacts shown before, chosen or confirmed, and choices of other things."""

import pytest

from tests.detectors.claims import Row, contacts, hits, holds, near_misses, scanned

RULE = "conversation.revised"

TABLE = [
    Row(
        "the second of two handles",
        "後者です。",
        "line usa_mimi2",
        RULE,
        "the second of two drafts",
        "後者です。",
        ("< ラインは usa_mimi1 ですか、usa_mimi2 ですか？",),
        ("< ロゴは usa_mimi1 と usa_mimi2 のどちらにしますか？",),
        trick="split",
    ),
    Row(
        "the second of two numbers",
        "the second of the two",
        "phone +14045550143",
        RULE,
        "the second of two order numbers",
        "the second of the two",
        ("< Is it 404-555-0142 or 404-555-0143?",),
        ("< Is it order 4045550142 or 4045550143?",),
    ),
    Row(
        "the first of two ends",
        "The first. Evenings work.",
        "phone +14045550142",
        RULE,
        "the first of two codes",
        "The first. I will fix the route.",
        ("< Is it 404-555-0142 or 0143? I kept your card but it got wet.",),
        ("< Is it 404 or 403 that the server returns?",),
    ),
    Row(
        "A of two addresses",
        "はい、Aでお願いします。",
        "email oto@example.com",
        RULE,
        "A of two grounds",
        "はい、Aでお願いします。",
        ("< 宛先は A: oto@example.com、B: oto@example.net のどちらへ送れば届きますか",),
        ("< A: 白背景、B: 黒背景、どちらで届けてもらえますか",),
    ),
    Row(
        "the one in the middle",
        "真ん中がラインで使っている名前です。",
        "line sotetsu_b",
        RULE,
        "the one in the middle is a layer",
        "真ん中が今使っているレイヤーの名前です。",
        ("> 候補は sotetsu_a、sotetsu_b、sotetsu_c です", "< なんの候補でしょう"),
        ("> 候補は sotetsu_a、sotetsu_b、sotetsu_c です", "< なんの候補でしょう"),
    ),
    Row(
        "the last one",
        "the last one",
        "email c@example.com",
        RULE,
        "the last one of two pages",
        "the last one",
        ("< Which is yours: a@example.com, b@example.com, c@example.com?",),
        ("< Which is yours: a.example.com, b.example.com?",),
    ),
    Row(
        "the one with a letter",
        "The one with the o. Say hi.",
        "telegram inkwell_ro",
        RULE,
        "the icon with a letter",
        "The one with the o. Say hi.",
        ("< I see inkwell_ro and inkwell_ra on Telegram. Which is you?",),
        ("< I see inkwell_ro and inkwell_ra in the folder. Which is it?",),
    ),
    Row(
        "the one with these digits",
        "下4桁が 3827 のほうです",
        "phone +819047153827",
        RULE,
        "the invoice with these digits",
        "請求が 3827 のほうです",
        ("< 番号は 090-4715-3826 と 090-4715-3827 のどちらですか",),
        ("< 番号は 090-4715-3826 と 090-4715-3827 のどちらですか",),
    ),
    Row(
        "that number still reaches me",
        "はい、今もそれで出ます。",
        "phone +819047153826",
        RULE,
        "that parcel has come",
        "はい、それで届きました。",
        ("< 前に名刺で見た番号、090-4715-3826 で変わりありませんか？",),
        ("< 追跡番号、090-4715-3826 で変わりありませんか？",),
    ),
]


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_contact_is_chosen(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_a_choice_of_other_things_is_left(case):
    holds(case)


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        pytest.param(["< ラインは usa_mimi ですか、tori_hana ですか？"], "hana_tori のほうです", id="no such part"),
        pytest.param(["< LINEは usa_mimi1 ですか、usa_mimi2 ですか？"], "mimi のほうです", id="a part that both have"),
        pytest.param(["< 見積は 1,200円 と 2,300円 のどちら？"], "後者で", id="two prices"),
        pytest.param(["< 納期は 11/23 か 11/30 のどちらですか"], "後者でお願いします", id="two dates"),
        pytest.param(["< 注文番号は 0901234567 と 0901234568 のどちら？"], "前者です", id="two orders"),
        pytest.param(["< 型番は AB_12c と AB_13d のどちら？"], "後者です", id="two models"),
        pytest.param(["< LINEスタンプの案は usa_mimi1 と usa_mimi2 のどちら？"], "後者です", id="two stickers"),
        pytest.param(["< 番号は 090-4715-3826 と 090-4715-3827 のどちら？"], "3つ目です", id="no third"),
        pytest.param(["< 番号は 090-4715-3826 と 090-4715-3827 のどちら？"], "真ん中です", id="no middle"),
        pytest.param(["< 番号は 090-4715-3826 と 090-4715-3827 のどちら？"], "前者か後者です", id="no choice"),
        pytest.param(["< 番号は 090-4715-3826 ですか？"], "後者です", id="only one to choose of"),
        pytest.param(["> 番号は 090-4715-3826 と 090-4715-3827 に変わりました"], "後者です", id="nobody asked"),
    ],
)
def test_what_cannot_be_chosen_is_left(earlier, text):
    assert contacts(scanned(text, earlier)) == []
