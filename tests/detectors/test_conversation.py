"""Contacts spread over messages and over both speakers, and messages that only look like pieces of one."""

import pytest

from detectors import Kind, Utterance, scan
from detectors.conversation import find_joined
from detectors.normalise import fold
from detectors.words import WORDS
from tests.detectors.claims import Row, contacts, history_of, hits, holds, near_misses, scanned

DIGITS = [
    Row(
        "two messages",
        "1234-5678です",
        "phone +819012345678",
        "conversation.pieces",
        "a count after a count",
        "1234-5678行目です",
        ("< 電話番号を教えてください", "> 090"),
        ("< 何行目ですか", "> 90"),
    ),
    Row(
        "three messages",
        "7903です",
        "phone +818044127903",
        "conversation.pieces",
        "stock in three messages",
        "7903個です",
        ("> 電話は080のあと", "> 4412"),
        ("> 在庫は80個", "> 4412個"),
    ),
    Row(
        "four messages",
        "88",
        "phone +819033447788",
        "conversation.pieces",
        "scores in four messages",
        "88点",
        ("> 携帯の番号言いますね", "> 090", "> 3344", "> 77"),
        ("> 結果を言いますね", "> 90点", "> 33点", "> 77点"),
    ),
    Row(
        "bare digits and nothing else",
        "55667788",
        "phone +819055667788",
        "conversation.pieces",
        "a part number after an asked part",
        "55667788",
        ("> 090",),
        ("< 品番をお願いします", "> AB-090"),
    ),
    Row(
        "kanji digits",
        "五六七八です",
        "phone +819012345678",
        "conversation.pieces",
        "kanji dates",
        "五月六日です",
        ("> 番号は〇九〇の一二三四",),
        ("> 納期は四月一日か",),
    ),
    Row(
        "kana digits",
        "ごーろくななはち",
        "phone +818012345678",
        "conversation.pieces",
        "kana words",
        "ごめんなさい、なるはやで",
        ("> でんわは ぜろはちぜろ いちにーさんよん",),
        ("> でんわ会議はなしで",),
    ),
    Row(
        "an aside between",
        "残りは4455です",
        "phone +818022334455",
        "conversation.pieces",
        "the rest of the pages",
        "残りは44ページです",
        ("> 電話は080-2233-", "< はい"),
        ("> 80-22ページまで", "< はい"),
    ),
    Row(
        "a whole number that answers a call",
        "5550142 778 です",
        "phone 5550142778",
        "phone.labelled",
        "a whole number that answers something else",
        "ファイルの番号は5550142 778 です",
        ("< お電話したいです",),
        ("< お電話したいです",),
    ),
    Row(
        "a meeting in two messages",
        "456 7890",
        "zoom 1234567890",
        "conversation.pieces",
        "a size in two messages",
        "456 x 7890 px",
        ("< Zoomのミーティング番号は？", "> ミーティング番号は 123"),
        ("< Zoomの背景のサイズは？", "> 背景は 123 x"),
    ),
]

ADDRESSES = [
    Row(
        "run on over three messages",
        "gmail.com です",
        "email pon.poko.koubou@gmail.com",
        "conversation.pieces",
        "a path over three messages",
        "main.css です",
        ("> pon.poko", "> .koubou@"),
        ("> src", "> /styles/"),
    ),
    Row(
        "the local part, then the provider",
        "ジーメールです",
        "email yuzu.tree7@gmail.com",
        "conversation.pieces",
        "a file, then the provider",
        "ジーメールに送れないのでこちらで",
        ("< メールアドレスは？", "> yuzu.tree7"),
        ("< 画像は？", "> yuzu_tree7.png です"),
    ),
    Row(
        "the local part, then the domain",
        "後ろは example.org です",
        "email yuzu.tree7@example.org",
        "conversation.pieces",
        "a branch, then a domain",
        "確認は example.org です",
        ("< メアドの前半だけください", "> yuzu.tree7"),
        ("< ブランチ名は？", "> feature_tree7 にしました"),
    ),
    Row(
        "the domain was asked about",
        "yuzu.tree7 です",
        "email yuzu.tree7@gmail.com",
        "conversation.pieces",
        "another thing was asked about",
        "ファイル名は yuzu.tree7 です",
        ("< Gmailのアドレスはありますか？",),
        ("< Gmailのアドレスはありますか？",),
    ),
    Row(
        "only the ending is missing",
        "co.jp です",
        "email yuzu.tree7@yahoo.co.jp",
        "conversation.pieces",
        "an ending of a site",
        "co.jp のほうを開いてください、検索の順位と流入の件数をまとめて報告します",
        ("> メールは yuzu.tree7 のヤフーです",),
        ("> メールは yuzu.tree7 のヤフーです",),
    ),
    Row(
        "provider and name in one answer",
        "ヤフーの yuzu.tree7 です",
        "email yuzu.tree7@yahoo.co.jp",
        "conversation.pieces",
        "news in one answer",
        "ヤフーのニュースです",
        ("< 招待メールの宛先をお願いします",),
        ("< 招待メールの宛先をお願いします",),
    ),
    Row(
        "a local part for a site known before",
        "メールも同じドメインで、前が rin です",
        "email rin@example.net",
        "conversation.pieces",
        "the front of a site known before",
        "サイトの前が rin の写真です",
        earlier=(
            "> ポートフォリオ example.net を置いています",
            "< いいですね",
        ),
        left_earlier=(
            "> ポートフォリオ example.net を置いています",
            "< いいですね",
        ),
    ),
    Row(
        "a local part to be joined to a site",
        "採用の窓口はここの saiyo です（アットマークでつないでください）",
        "email saiyo@example.co.jp",
        "conversation.pieces",
        "a page of a site",
        "採用の窓口はここの saiyo です（ページの名前です）",
        earlier=("> 会社のURLは https://example.co.jp です",),
        left_earlier=("> 会社のURLは https://example.co.jp です",),
    ),
]

ANSWERS = [
    Row(
        "a bare handle answers a request",
        "yuzu_tree7",
        "line yuzu_tree7",
        "handle.answer",
        "a bare file name answers a request",
        "yuzu_tree7.png",
        ("< LINEのIDを教えてください",),
        ("< LINEスタンプのファイルを教えてください",),
    ),
    Row(
        "a handle with です",
        "yuzu_tree7です",
        "skype yuzu_tree7",
        "handle.answer",
        "a branch with です",
        "ブランチは yuzu_tree7です",
        ("< Skype使えますか？",),
        ("< Skype使えますか？",),
    ),
    Row(
        "after an aside",
        "yuzu_tree7 です！",
        "discord yuzu_tree7",
        "handle.answer",
        "after another question",
        "yuzu_tree7 です！",
        ("< Discordやってますか？", "> はい"),
        ("< Discordやってますか？", "> やってないです", "< では入稿データのフォルダ名だけ先に教えてください"),
    ),
    Row(
        "the sender's own hint",
        "yuzu_tree7",
        "line yuzu_tree7",
        "handle.answer",
        "the sender's own file",
        "yuzu_tree7.ai",
        ("> 緑のアプリで検索してください",),
        ("> 緑のアイコンを送ります",),
    ),
    Row(
        "a handle in two halves",
        "tree7",
        "line yuzu_tree7",
        "handle.answer",
        "a word after a half",
        "tree7個ぶんの木です",
        ("< LINEのIDは？", "> yuzu_"),
        ("< ロゴの案は？", "> yuzu と"),
    ),
    Row(
        "a handle in two halves, politely",
        "tree7 です",
        "line yuzu_tree7",
        "handle.answer",
        "a file after a handle, politely",
        "bg_tree7 です",
        ("< LINEのIDは？", "> LINEのIDは yuzu_ です"),
        ("< LINEのIDは？", "> LINEのIDは mori_tree8 です"),
    ),
    Row(
        "a Skype form in two halves",
        "7f3a9b2c です",
        "skype live:.cid.7f3a9b2c",
        "handle.answer",
        "a commit after a live stream",
        "コミットは 7f3a9b2c です",
        ("< Skype名は？", "> live:.cid. のあと"),
        ("< Skypeの配信は？", "> live は明日"),
    ),
    Row(
        "either of two services",
        "yuzu_tree7",
        "line yuzu_tree7 | kakao yuzu_tree7",
        "handle.answer",
        "neither of two services",
        "すみません、できません",
        ("< LINEかカカオのIDを教えてください",),
        ("< LINEかカカオのIDを教えてください",),
    ),
    Row(
        "a name that answers a request",
        "kettle_timer です",
        "slack kettle_timer",
        "handle.answer",
        "a name found for an app",
        "kettle_timer, all lower case.",
        earlier=("< Slackの名前を教えてください",),
        left_earlier=("< What should the Slack app be called?",),
    ),
    Row(
        "an account that answers a request",
        "yoru_no_kujira です",
        "x yoru_no_kujira",
        "handle.answer",
        "an account found for a figure of a story",
        "yoru_no_kujira にしました",
        earlier=("< Twitterのアカウント名は？",),
        left_earlier=("< 小説の登場人物のTwitterアカウント名は？",),
    ),
]

ON_END = [
    Row(
        "a name, then its service",
        "これ、ラインで検索してください",
        "line yuzu_tree7",
        "conversation.pieces",
        "a name, then another topic",
        "LINEスタンプの件もお願いします",
        earlier=("> yuzu_tree7",),
        left_earlier=("> yuzu_tree7",),
        trick="split",
    ),
    Row(
        "a name, what for, its service",
        "緑のアプリです",
        "line yuzu_tree7",
        "conversation.pieces",
        "a file, what for, a service",
        "LINEです",
        earlier=("> IDは yuzu_tree7 です", "< 何のIDですか"),
        left_earlier=("> ファイルは yuzu_tree7 です", "< 何のファイルですか"),
        trick="split",
    ),
    Row(
        "the other's name is no pointer's",
        "それ、LINEです",
        "line yuzu_tree7",
        "conversation.pieces",
        "what the other sent",
        "それ、LINEです",
        earlier=("> yuzu_tree7",),
        left_earlier=("< yuzu_tree7 はブランチです",),
        trick="split",
    ),
    Row(
        "a link in two",
        "yuzu_tree7",
        "telegram t.me/yuzu_tree7",
        "conversation.pieces",
        "a whole link, then a name",
        "README",
        earlier=("> t.me/",),
        left_earlier=("> github.com/",),
        trick="split",
    ),
    Row(
        "the service, then what the name there is",
        "yuzu.tree7",
        "skype yuzu.tree7",
        "handle.answer",
        "the service, then another question",
        "yuzu.tree7",
        earlier=("< Do you have Skype?", "> yes", "< what's the name there?"),
        left_earlier=("< Do you have Skype?", "> yes", "< and what did you call the layer in the file?"),
        trick="split",
    ),
    Row(
        "pieces in another order",
        "頭は090です",
        "phone +819055330218",
        "conversation.pieces",
        "counts in order",
        "棚は90です",
        earlier=("> 先に後半だけ：0218", "> 真ん中 5533"),
        left_earlier=("> 後半は218個", "> 真ん中 5533"),
        trick="split",
    ),
    Row(
        "English thirds",
        "last four: 0137",
        "phone +14155550137",
        "conversation.pieces",
        "thirds of a document",
        "last four pages: 137",
        earlier=("> first part: 415", "> second: 555"),
        left_earlier=("> first part: 415 words", "> second: 555 words"),
        trick="split",
    ),
    Row(
        "a domain, then who",
        "yuzu 宛でお願いします",
        "email yuzu@yuzu-kobo.example.jp",
        "conversation.pieces",
        "a domain, then a thing",
        "yuzu のロゴでお願いします",
        earlier=("> メールの宛先です、yuzu-kobo.example.jp",),
        left_earlier=("> サイトです、yuzu-kobo.example.jp",),
        trick="split",
    ),
]
TABLE = [*DIGITS, *ADDRESSES, *ANSWERS, *ON_END]


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_contact_is_put_together(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_messages_about_something_else_are_no_contact(case):
    holds(case)


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        pytest.param(
            ["< LINEのIDを教えてください", "> 規約違反なのでできません", "< 承知しました"],
            "yuzu_tree7",
            id="a refusal closes a request",
        ),
        pytest.param(["< LINE教えてください", "> I can't share that here"], "tree_final7", id="a refusal in English"),
        pytest.param(["< 電話番号は？", "> 教えられません"], "12345678 円です", id="a price after a refusal"),
        pytest.param(["< Slackのブランチ通知は？"], "feature_tree7", id="a branch after a topic"),
        pytest.param(["< ファイル名を教えてください"], "yuzu_tree7", id="a name nobody asked a service for"),
        pytest.param(["> 単価は090円", "> 1234個"], "5678個", id="a price list"),
        pytest.param(["> 在庫 赤 1200", "> 青 3400"], "緑 5600", id="stock counts"),
        pytest.param(["> PN 0901-22", "> PN 0902-33"], "PN 0903-44", id="part numbers"),
        pytest.param(["> 登録番号 T0901234", "> の後ろ"], "登録番号 567890123", id="registration numbers"),
        pytest.param(["> 11月22日", "> 12月"], "24日です", id="dates"),
        pytest.param(["> 10:30", "> 11:45"], "12:15", id="times"),
        pytest.param(["> 090番のファイル"], "1234と5678を直しました", id="two numbers in one message"),
        pytest.param(
            ["> 電話は090"] + ["< 長めの別の話題の文章がここに続いていきます。" * 3] * 3, "12345678", id="too long ago"
        ),
        pytest.param(["> LINEのご相談ありがとうございました"], "yuzu_tree7.png", id="a file after thanks"),
        pytest.param(["< よろしくお願いします"], "yuzu_tree7", id="no request at all"),
        pytest.param(
            ["< LINEのIDは教えなくて結構です、禁止ですので"], "yuzu_tree7", id="asked and turned down in one breath"
        ),
        pytest.param(["> LINEのIDは mori_tree8"], "yuzu_tree7", id="a handle was given whole before"),
        pytest.param(
            ["> LINEのIDは mori_tree8 です"],
            "yuzu_tree7",
            id="a handle was given whole before, politely",
        ),
        pytest.param([], "12345678", id="no history"),
        pytest.param(["> 電話は0901", "> 2345678901"], "2345678", id="too many digits"),
        pytest.param(
            ["< メアドは？", "> yuzu.tree7", "< 教えられません"], "example.com です", id="a refusal before a domain"
        ),
        pytest.param(["< Gmailのアドレスは？", "> できません"], "yuzu.tree7", id="a refusal before a local part"),
        pytest.param(["< メアドは？", "> yuzu_tree7"], "後ろは jp です", id="no whole domain"),
        pytest.param(["> 緑のアプリで", "> yuzu.travels"], "I'll bring 12 photos", id="a word that only follows"),
        pytest.param(["> 緑のアプリで", "> yuzu.travels"], "A map_v2 is done", id="a file that only follows"),
        pytest.param(["> yuzu@example.com"], "yuzu@ にしてください", id="a whole address before"),
    ],
)
def test_a_conversation_about_work_is_left(earlier, text):
    assert contacts(scanned(text, earlier)) == []


def test_pieces_point_into_their_messages():
    history = history_of(["< 電話番号は？", "> 090です", "> 1234"])
    (finding,) = [one for one in scan("最後は5678です", history, sender="me").findings if one.kind is Kind.PHONE]
    texts = {said.message_id: said.text for said in history} | {"": "最後は5678です"}
    assert [piece.message_id for piece in finding.pieces] == ["1", "2", ""]
    for piece in finding.pieces:
        assert texts[piece.message_id][piece.start : piece.end] == piece.text
    assert "".join(piece.text for piece in finding.pieces) == "09012345678"
    assert finding.tricks == ("split",)


def test_pieces_are_found_in_disguise_and_point_at_it():
    history = history_of(["> 電話は０９０"])
    (finding,) = [one for one in scan("①②③④⑤⑥⑦⑧", history, sender="me").findings if one.kind is Kind.PHONE]
    assert [piece.text for piece in finding.pieces] == ["０９０", "①②③④⑤⑥⑦⑧"]


def test_a_contact_found_whole_is_not_found_again_in_pieces():
    seen = scanned("電話は090-1234-5678です", ["> 電話は090", "> 1234"])
    assert contacts(seen) == ["phone +819012345678"]


def test_a_sender_left_out_counts_as_another_person():
    history = [Utterance("1", "you", "LINEのIDを教えてください")]
    assert contacts(scan("yuzu_tree7", history)) == ["line yuzu_tree7"]


def test_only_the_last_messages_count():
    history = history_of(["> 電話は090", *["< はい"] * 30])
    assert find_joined(fold("12345678"), history, WORDS, "me") == []


def test_an_empty_history_joins_nothing():
    assert find_joined(fold("12345678"), [], WORDS, "me") == []


def test_a_whole_message_is_no_half_of_a_handle():
    assert contacts(scanned("yuzu_tree7", ["> LINEのIDを検索してください"])) == ["line yuzu_tree7"]


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        pytest.param(
            ["> 電話は最初が090、真ん中が5533、最後が0218です"],
            "10番の席から電話で",
            id="a whole number before",
        ),
        pytest.param(["< アイコンはどれですか？"], "これ、LINEです", id="no name at all before"),
        pytest.param(["> アドレスは yuzu.tree です"], "@-kobo.com です", id="a domain that cannot be"),
    ],
)
def test_what_the_newest_message_does_not_complete_is_left(earlier, text):
    assert contacts(scanned(text, earlier)) == []
