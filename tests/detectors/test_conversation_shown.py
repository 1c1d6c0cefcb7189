"""Contacts shown before that a message corrects, adds to or points at, and work in the same words."""

import pytest

from detectors import WORDS, Utterance
from detectors.gate import detail_gate
from detectors.ways import Way, ways_by_name, ways_of
from tests.detectors.claims import Row, contacts, hits, holds, near_misses, scanned

RULE = "conversation.revised"

CORRECTIONS = [
    Row(
        "the last four digits were wrong",
        "さっきの番号、最後の4桁は 5678 の間違いでした",
        "phone +819012345678",
        RULE,
        "the last four digits of an order were wrong",
        "さっきの番号、最後の4桁は 5679 の間違いでした",
        ("> 090-1234-5679 です、お電話ください",),
        ("> 注文番号は 0312345678 です",),
        trick="split",
    ),
    Row(
        "the end is corrected",
        "訂正: 末尾は 5678 です",
        "phone +819012345678",
        RULE,
        "the end of a serial number is corrected",
        "訂正: 末尾は 79 です",
        ("> 電話は 090-1234-5679 です",),
        ("> シリアルは 0312345678 です",),
    ),
    Row(
        "two digits were mistyped",
        "typo: it's 33 not 23",
        "phone +14045550133",
        RULE,
        "two digits of a part number were mistyped",
        "typo: it's 33 not 23",
        ("> My cell is 404-555-0123",),
        ("> part no. 404-555-0123",),
    ),
    Row(
        "the last four should be others",
        "sorry, last four should be 0143",
        "phone +14045550143",
        RULE,
        "the price should be another",
        "sorry, the price should be 0143",
        ("> My cell is 404-555-0123",),
        ("> My cell is 404-555-0123",),
    ),
    Row(
        "with a country's code",
        "sorry, last two digits are 79",
        "phone +819012345679",
        RULE,
        "too many digits for a number",
        "sorry, last two digits are 7",
        ("> Call +81 90 1234 5678",),
        ("> Call +81 90 1234 5678",),
    ),
    Row(
        "an arrow from the wrong digits to the right ones",
        "5679 → 5678 でした",
        "phone +819012345678",
        RULE,
        "an arrow from one price to another",
        "5679円 → 5678円 でした",
        ("> 電話は 090-1234-5679 です", "< つながりません"),
        ("> 電話は 090-1234-5679 です", "< つながりません"),
    ),
    Row(
        "a dummy becomes a number",
        "いいですよ。ゼロの八つを 6518 2947 に直せば、いつでも出ます。",
        "phone +818065182947",
        RULE,
        "a dummy becomes another dummy",
        "いいですよ。表示はゼロの八つを ×に直してください。",
        ("> ダミーの電話は 080-0000-0000 でいいですか",),
        ("> ダミーの電話は 080-0000-0000 でいいですか",),
    ),
    Row(
        "zeros for other digits",
        "Swap the last two zeros for 64 and it becomes mine.",
        "phone +13125550164",
        RULE,
        "zeros for letters",
        "Swap the last two zeros for XX, please.",
        ("> The mock-up shows 312-555-0100.", "< Looks good."),
        ("> The mock-up shows 312-555-0100.", "< Looks good."),
    ),
    Row(
        "one character of a handle was wrong",
        "すみません、3ではなく4でした。",
        "line miso_katsu4",
        RULE,
        "one character of a file was wrong",
        "すみません、3ではなく4でした。",
        ("> LINEのIDは miso_katsu3 です",),
        ("> ファイルは miso_katsu3 です",),
    ),
    Row(
        "the last letter of a handle",
        "It is k, not j, at the end.",
        "telegram cloudberry_k",
        RULE,
        "the last letter of a word",
        "It is k, not j, at the end.",
        ("> I told you cloudberry_j on Telegram",),
        ("> The title says cloudberry_j",),
    ),
    Row(
        "a letter inside an address",
        "xをfに替えたものが私のです",
        "email kaede.f@example.jp",
        RULE,
        "a letter inside a file",
        "xをfに替えたものが最新のファイルです",
        ("> kaede.x@example.jp です",),
        ("> kaede.x@example.jp です",),
    ),
    Row(
        "the part before the @ was wrong",
        "typo, it's kaede.f",
        "email kaede.f@example.jp",
        RULE,
        "another name than the part before the @",
        "typo, it's yuzu_tree7",
        ("> kaede.x@example.jp です",),
        ("> kaede.x@example.jp です",),
    ),
    Row(
        "each of the last digits is one more",
        "先の番号の下4桁を1つずつ足してください",
        "phone +819012346789",
        RULE,
        "one more of each thing",
        "先の番号の部品を1つずつ足してください",
        ("> 連絡先の見本です。090-1234-5678",),
        ("> 連絡先の見本です。090-1234-5678",),
    ),
    Row(
        "each of the last digits is one less",
        "take one off each of the last two digits and ring",
        "phone +14045550192",
        RULE,
        "one less of each page",
        "take one off each of the last two pages",
        ("> Our sample number is 404-555-0103",),
        ("> Our sample number is 404-555-0103",),
    ),
    Row(
        "the domain was wrong",
        "jpではなくcomでした",
        "email kaede.x@example.com",
        RULE,
        "the domain of a site was wrong",
        "サイトのページはjpではなくcomでした",
        ("> kaede.x@example.jp です",),
        ("> サイトは example.jp です",),
    ),
]

ADDED = [
    Row(
        "something is put behind a name",
        "インスタだと、その名前に _jp が付きます。DMもどうぞ。",
        "instagram kogane.works_jp",
        RULE,
        "something is put behind the name of a logo",
        "ロゴは、その名前に _jp が付きます。",
        ("> kogane.works という名前で活動しています。", "< 作品もっと見られますか？"),
        ("> kogane.works という名前で活動しています。", "< 作品もっと見られますか？"),
    ),
    Row(
        "a sign said before what is put behind",
        "あ、最後に点と7が付きます",
        "line usuzumi.7",
        RULE,
        "a sign at the end of a sentence",
        "あ、最後に点が付きます",
        ("> ラインは usuzumi って名前にしてるんですよ", "< かっこいいですね"),
        ("> ラインは usuzumi って名前にしてるんですよ", "< かっこいいですね"),
    ),
    Row(
        "something is taken off a name",
        "旧ツイッターでは末尾の _client を取った名前でやってますので、DMください。",
        "x shiroi_fude",
        RULE,
        "something is taken off a picture",
        "ヘッダーの画像では末尾の _client を取ってください。",
        ("> わたくし、ここでのIDは shiroi_fude_client です。",),
        ("> わたくし、ここでのIDは shiroi_fude_client です。",),
    ),
    Row(
        "something stands before a name",
        "インスタでは、頭に the_ を付けた名前です",
        "instagram the_kogane.works",
        RULE,
        "something stands before a file",
        "ファイルでは、頭に the_ を付けた名前です",
        ("> kogane.works という名前で活動しています。",),
        ("> kogane.works という名前で活動しています。",),
    ),
    Row(
        "the front of a name is left off",
        "On Instagram I am the same, without the the_",
        "instagram kogane.works",
        RULE,
        "the front of a title is left off",
        "The title is the same, without the the_",
        ("> I am the_kogane.works here",),
        ("> I am the_kogane.works here",),
    ),
    Row(
        "the rest of a name that was begun",
        "そうそう。ラインのほうですね。そのあと _73 です",
        "line lemon_73",
        RULE,
        "the rest of a file that was begun",
        "はい、そのあと _73 まで連番です",
        ("< ID、lemon までは聞いたような",),
        ("< ファイル名は lemon までは聞いたような",),
    ),
    Row(
        "the end of a name told later",
        "And the name ends with .ed, so you find the right one.",
        "discord stormglass.ed",
        RULE,
        "the end of a file told later",
        "And the file ends with .ed, so you find the right one.",
        ("> My team calls me stormglass on Discord", "< I like it."),
        ("> My team calls me stormglass on Discord", "< I like it."),
    ),
]

SAME = [
    Row(
        "the user name is the same on LINE",
        "ユーザー名と同じ名前で LINE にいます",
        "line harukaze88",
        RULE,
        "the name of a sticker is the same",
        "LINEスタンプの名前も同じでお願いします",
        ("> ユーザー名 harukaze88 です", "< よろしくお願いします"),
        ("> ユーザー名 harukaze88 です", "< よろしくお願いします"),
    ),
    Row(
        "the same ID on Instagram",
        "同じ ID でインスタやってます",
        "instagram harukaze88",
        RULE,
        "the same name for an advertisement",
        "同じ名前でインスタ広告を登録してください",
        ("> harukaze88 と申します",),
        ("> harukaze88 という素材を送ります",),
    ),
    Row(
        "the same name with something behind it",
        "On Skype I am the same, only with a 7 at the end.",
        "skype tomasz-dev7",
        RULE,
        "the same name in a footer",
        "Is the name in the footer the same? Please remove it.",
        ("> Hi, I am tomasz-dev here.",),
        ("> Hi, I am tomasz-dev here.",),
    ),
    Row(
        "the same name for mail",
        "メールもこのユーザー名のまま、Gメールです。",
        "email harukaze88@gmail.com",
        RULE,
        "mail that nobody has",
        "メールもこのまま、フォームです。",
        ("> ユーザー名harukaze88です。よろしくお願いします。",),
        ("> ユーザー名harukaze88です。よろしくお願いします。",),
    ),
    Row(
        "a plain word said to be a name",
        "On Telegram I am the same, with _hq added",
        "telegram novapixel_hq",
        RULE,
        "a plain word said of a logo",
        "On the logo it is the same",
        ("> Our account on this site is novapixel, as you can see.",),
        ("> Our account on this site is novapixel, as you can see.",),
    ),
    Row(
        "a handle of one service is that of another",
        "same name on Telegram",
        "telegram mori_tree8",
        RULE,
        "a channel has the same name",
        "The Slack channel has the same name",
        ("> I am mori_tree8 here",),
        ("> I am mori_tree8 here",),
    ),
]

TABLE = [*CORRECTIONS, *ADDED, *SAME]


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_contact_shown_before_is_made_another(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_work_worded_alike_is_left(case):
    holds(case)


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        pytest.param(["> 単価は 3,300円です"], "訂正: 3300ではなく3400でした", id="a price"),
        pytest.param(["> 納期は 2026/11/23 です"], "typo: it's 24 not 23", id="a date"),
        pytest.param(["> 電話は 090-1234-5623 です"], "納期は 23 ではなく 24 でした", id="a date after a number"),
        pytest.param(["> JANは 4901234567894 です"], "末尾は 4ではなく1でした", id="a JAN code"),
        pytest.param(["> 追跡番号 1234-5678-9012"], "すみません、最後は 9013 でした", id="a parcel"),
        pytest.param(["> 会員番号は 0901234567"], "7ではなく8でした", id="a member"),
        pytest.param(["> サーバは 192.168.100.101 です"], "末尾は 102 の間違いでした", id="a machine"),
        pytest.param(["> 郵便番号は 150-0001 です"], "末尾は 2 の間違いでした", id="a post code"),
        pytest.param(["> 型番は AB_1234c です"], "末尾に d が付きます", id="a model"),
        pytest.param(["> Discord botの名前は mori_bot です"], "末尾に _v2 が付きます", id="a bot"),
        pytest.param(["> Chatworkに上げた資料は plan_v3 です"], "3ではなく4でした", id="a paper"),
        pytest.param(["> logo_v2.png を送りました"], "2ではなく3でした、差し替えます", id="a picture"),
        pytest.param(["> フォントは noto_sans3 です"], "Xのヘッダーも同じです", id="a font"),
        pytest.param(["> Brand name is kaede_works"], "Instagram header should use the same name", id="a header"),
        pytest.param(["> tanaka_s です"], "LINEは禁止なので同じ名前では使っていません", id="a refusal"),
        pytest.param(
            ["> 090-1234-5679 です"], "規約違反でできません、9ではなく8とも言えません", id="a refused correction"
        ),
        pytest.param(["> 電話は 090-1234-5679 です"], "7777ではなく8888でした", id="digits that were not there"),
        pytest.param(["> 電話は 090-1234-5679 です"], "5679ではなくabcdでした", id="letters for digits"),
        pytest.param(["> 電話は 090-1234-5679 です"], "末尾4桁は 56 の間違いでした", id="fewer digits than told"),
        pytest.param(["> 電話は 090-1234-5679 です"], "090ではなく000でした", id="no number comes out"),
        pytest.param(["> 電話は 090-5234-5679 です"], "5ではなく6でした", id="which of two ones"),
        pytest.param(["> kaede.x@example.jp です"], "jpではなくqqでした", id="no domain comes out"),
        pytest.param(["> LINEのIDは miso_katsu3 です"], "miso_katsu3ではなくa", id="no handle comes out"),
        pytest.param(["> LINEのIDは miso_katsu3 です"], "at the end it is b, not a", id="no such end"),
        pytest.param(["> kaede_design です"], "ポートフォリオも同じ名前です", id="no service"),
        pytest.param(["> kaede_design です"], "インスタはその名前に art が付きます", id="a common word"),
        pytest.param(["> LINEのIDは miso_katsu3 です"], "miso_katsu3ではなく..でした", id="only dots"),
        pytest.param(
            ["< テスト番号は 0120-000-000 と 0120-111-111 のどちらを載せますか"], "後者です", id="two dummies"
        ),
    ],
)
def test_what_was_not_shown_or_does_not_come_out_is_left(earlier, text):
    assert contacts(scanned(text, earlier)) == []


@pytest.mark.parametrize(
    ("before", "text", "open_"),
    [
        ("電話は 090-1234-5679 です", "9ではなく8でした", True),
        ("kaede.x@example.jp です", "後者です", True),
        ("LINEは harukaze88 です", "最後が 9 でした", True),
        ("harukaze88 と申します", "同じ名前で探してください", False),
        ("単価は 1,200円 です", "1200ではなく1300でした", False),
        ("ありがとうございます", "同じ内容でお願いします", False),
        ("Sounds good", "The second one, please", False),
        ("電話は 090-1234-5679 です", "ありがとうございます", False),
    ],
)
def test_the_way_is_open_where_something_was_shown(before, text, open_):
    assert bool(ways_of(text, [Utterance("1", "you", before)], WORDS) & Way.REVISED) is open_


@pytest.mark.parametrize(
    ("before", "text", "open_"),
    [
        ("harukaze88 と申します", "LINEも同じ名前です", True),
        ("harukaze88 と申します", "LINEは使いません", False),
        ("よろしくお願いします", "LINEスタンプも同じ大きさです", False),
        ("harukaze88 と申します", "LINEスタンプも同じ大きさです。" * 20, False),
    ],
)
def test_a_service_named_opens_the_way_where_a_name_was_shown(before, text, open_):
    ways = ways_by_name(text, [Utterance("1", "you", before)], WORDS, detail_gate(WORDS)(text))
    assert bool(ways & Way.REVISED) is open_
