"""The same ways to tell a contact over messages in other words, and talk of other things."""

import pytest

from tests.detectors.claims import contacts, scanned

VARIATIONS = [
    pytest.param(
        ["< LINEのIDは？", "> 頭は momiji です", "< そのあとは？"],
        "_studio です",
        "line momiji_studio",
        id="momiji_studio _studio です",
    ),
    pytest.param(
        ["> インスタはtsubaki までメモしました？"],
        "続きは .kobo です",
        "instagram tsubaki.kobo",
        id="tsubaki.kobo 続きは .kobo です",
    ),
    pytest.param(
        ["< スカイプのお名前は akane まで聞きました"],
        "うしろに _55 をつけてください",
        "skype akane_55",
        id="akane_55 うしろに _55 をつけ",
    ),
    pytest.param(
        ["> Skype, first half: marlow"], "second half: .weaver", "skype marlow.weaver", id="marlow.weaver second half:"
    ),
    pytest.param(
        ["< your telegram handle starts with otter, right?"],
        "ends in _77",
        "telegram otter_77",
        id="otter_77 ends in _77",
    ),
    pytest.param(
        ["> find me on Discord, starts with bramble"],
        "it's _oak at the end",
        "discord bramble_oak",
        id="bramble_oak it's _oak at",
    ),
    pytest.param(
        ["> うちのスラックのワークスペース、前半は ginga です"],
        "ハイフン kobo、あとはいつもの",
        "slack ginga-kobo.slack.com",
        id="ginga-kobo.slack.com ハイフン kobo、あと",
    ),
    pytest.param(
        ["> カカオのIDは最初が pon です", "< はい"], "残りは _zu です。", "kakao pon_zu", id="pon_zu 残りは _zu です。"
    ),
    pytest.param(
        ["> 080-2231 まで言いました、電話番号です", "< 残りは 9046 ですよね"],
        "合ってます",
        "phone +818022319046",
        id="+818022319046 合ってます",
    ),
    pytest.param(
        ["> my cell starts 415-555", "< and 0188 at the end?"],
        "yep, that's right",
        "phone +14155550188",
        id="+14155550188 yep, that's ",
    ),
    pytest.param(
        ["> kestrel.ink is my name there", "< At gmail, right?"],
        "Exactly!",
        "email kestrel.ink@gmail.com",
        id="kestrel.ink@gmail.com Exactly!",
    ),
    pytest.param(
        ["> 携帯、090-5512 のあと", "< 7734ですか"],
        "そうです、夜なら出られます",
        "phone +819055127734",
        id="+819055127734 そうです、夜なら出られま",
    ),
    pytest.param(
        ["< 名刺の番号、070-8832-???? の下4桁が読めません"],
        "4471です",
        "phone +817088324471",
        id="+817088324471 4471です",
    ),
    pytest.param(
        ["< 646-555-____ is all I can read of your phone number"],
        "it's 0147, coffee spill sorry",
        "phone +16465550147",
        id="+16465550147 it's 0147, c",
    ),
    pytest.param(
        ["< 携帯 090-3321-66×× で切れてました"],
        "後ろ2桁は 19 です",
        "phone +819033216619",
        id="+819033216619 後ろ2桁は 19 です",
    ),
    pytest.param(
        ["> crate 080", "> pallet 6612", "> dock 9043"],
        "call those three in order",
        "phone +818066129043",
        id="+818066129043 call those t",
    ),
    pytest.param(["> still 312 555 for me"], "0155 after that", "phone +13125550155", id="+13125550155 0155 after t"),
    pytest.param(["> Denver, so 303", "> 555 next"], "then 0155", "phone +13035550155", id="+13035550155 then 0155"),
    pytest.param(
        ["> わたしは hibiki.t です", "< アウトルックですか、それともジーメールですか？"],
        "前者です",
        "email hibiki.t@outlook.com",
        id="hibiki.t@outlook.com 前者です",
    ),
    pytest.param(
        ["> I'm hibiki.t there", "< Is that outlook or icloud?"],
        "The latter.",
        "email hibiki.t@icloud.com",
        id="hibiki.t@icloud.com The latter.",
    ),
    pytest.param(["> ライ"], "ンのIDは taro_web7 です", "line taro_web7", id="taro_web7 ンのIDは taro_w"),
    pytest.param(["> disc"], "ord: fox_lantern", "discord fox_lantern", id="fox_lantern ord: fox_lan"),
    pytest.param(["> te"], "legram で fox_lantern です", "telegram fox_lantern", id="fox_lantern legram で fox"),
    pytest.param(
        ["< LINE交換しませんか、IDは？", "> ここでのやりとりでも足りる気がしますけど", "< 急ぎの連絡だけですから"],
        "えっと… mugi.cafe.3",
        "line mugi.cafe.3",
        id="mugi.cafe.3 えっと… mugi.ca",
    ),
    pytest.param(
        ["> 店のサイトは example.jp です"],
        "郵便受けの名前は sora、そこに丸いaを",
        "email sora@example.jp",
        id="sora@example.jp 郵便受けの名前は sor",
    ),
    pytest.param(
        ["> the site's example.org", "< pretty"],
        "just add hello plus the curly a in front",
        "email hello@example.org",
        id="hello@example.org just add hel",
    ),
]


@pytest.mark.parametrize(("earlier", "text", "finds"), VARIATIONS)
def test_a_variation_is_found(earlier, text, finds):
    assert " | ".join(contacts(scanned(text, earlier))) == finds


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        pytest.param(["> Slackのチャンネル名は頭が devteam です"], "最後 _ops が付きます", id="最後 _ops が付きます"),
        pytest.param(["> LINE stamp set, file starts with kuma"], "then _final", id="then _final"),
        pytest.param(["> 型番は 090-1234 までです", "< 残りは 5678 ですか"], "はい、それです。", id="はい、それです。"),
        pytest.param(["> クイズ：LINEの会社は？", "< LINEヤフーですか"], "正解です！", id="正解です！"),
        pytest.param(
            ["> 納期は11/23、単価は4500円です", "< 部数は 2000 ですよね"], "ええ、合ってます", id="ええ、合ってます"
        ),
        pytest.param(["> 図面番号は 080-2231 まで", "< 残りは 9046 ですよね"], "合ってます", id="合ってます"),
        pytest.param(["> スコアは 80-31-72○○ の"], "59です。", id="59です。"),
        pytest.param(
            ["> 090ページ", "> 1234行目", "> 5678文字目"],
            "順番に並べて印刷してください",
            id="順番に並べて印刷してください",
        ),
        pytest.param(
            ["> 090件", "> 1234件", "> 5678件"],
            "数字を並べて、グラフに電話の件数を",
            id="数字を並べて、グラフに電話の件数",
        ),
        pytest.param(
            ["< Is the frame still 312 by 555 for you?"], "no worries, 0155 after that", id="no worries, 0155"
        ),
        pytest.param(["< 配送はヤマトですか、佐川ですか"], "後者です", id="couriers"),
        pytest.param(["< Should the export go to Outlook or Gmail format?"], "The latter.", id="The latter."),
        pytest.param(
            ["> 担当は hibiki.t です", "< メール配信はアウトルック向けですか、ジーメール向けですか？"],
            "後者です",
            id="formats",
        ),
        pytest.param(
            ["< LINEスタンプの入稿、どうします？", "> 明日出します", "< レイヤー名だけ先に"],
            "では… bg_layer_3",
            id="では… bg_layer_3",
        ),
        pytest.param(["> スカ"], "イプは2本です", id="イプは2本です"),
        pytest.param(
            ["> LINEスタンプ、まず kuma から", "< 了解です"], "はい、次は 30 枚です", id="はい、次は 30 枚です"
        ),
        pytest.param(
            ["< LINE広告のバナー、最初は illustrator ですか"],
            "そのあとは Figma で進めます",
            id="そのあとは Figma で進めま",
        ),
        pytest.param(
            ["> Slackの要約、前半は chatgpt で作りました"], "続きは Notion に書きます", id="続きは Notion に書きます"
        ),
        pytest.param(["> the Discord page starts with hero"], "then the header", id="then the header"),
        pytest.param(["> Slack bot starts with echo"], "and then v2", id="and then v2"),
        pytest.param(["< バナーは 1200-1234 で、残りは 5678 ですか"], "その通りです", id="その通りです"),
        pytest.param(
            ["> budget starts at 415-555", "< and 0188 is the invoice at the end?"],
            "yes, that's right",
            id="yes, that's righ",
        ),
        pytest.param(["< SKU 212-555-01__ what's missing?"], "right, 43 it is", id="right, 43 it is"),
        pytest.param(["> サイトは example.jp です"], "窓口の名前は hotaru です", id="窓口の名前は hotaru です"),
        pytest.param(["> サイトは example.jp です"], "受信箱は inbox のアイコンで", id="受信箱は inbox のアイコン"),
    ],
)
def test_talk_of_other_things_is_left(earlier, text):
    assert contacts(scanned(text, earlier)) == []


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        pytest.param(["> 電話番号は 070-8461 のあと", "> 3925ですか？"], "はい、すみません", id="own question"),
        pytest.param(
            ["> 電話番号は 070-8461 のあと", "< 3925ですか？"], "はい、ファイルの番号です", id="another thing"
        ),
        pytest.param(["< うしろはヤフーですか、Gメールですか?"], "後者です", id="no name to choose for"),
        pytest.param(["< お電話の 000-3164-72○○ は"], "43です", id="no such number"),
        pytest.param(["< お電話の 080-31○○-○○○7 は"], "43です", id="too much hidden"),
        pytest.param(["< お電話の 08-○○ は"], "43です", id="too little shown"),
        pytest.param(["> sheet 090"], "dial those three in a row", id="too little to dial"),
        pytest.param(["> sheet 090, 8147, 3625"], "recall those three in a row, redial them not", id="nothing to dial"),
        pytest.param(["> LINEの頭は rin です", "> ファイルは 03 です"], "最後は _k です", id="another thing between"),
    ],
)
def test_what_does_not_fit_is_left(earlier, text):
    assert contacts(scanned(text, earlier)) == []
