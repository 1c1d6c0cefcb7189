"""Names of services and parts of addresses said otherwise: by what is seen of them, by sound, by places in a row."""

import pytest

from detectors import scan
from tests.detectors.claims import VIOLATIONS

FOUND = [
    # a service by what is seen of it, or by what its name means
    ("The app with the brown bear and the bunny stickers, わかりますか? pon.poko_cut で出ます。", "line pon.poko_cut"),
    ("the one with the brown bear stamps, I'm hoshi.zora", "line hoshi.zora"),
    ("クマとウサギのスタンプのアプリで hoshi.zora", "line hoshi.zora"),
    ("二つの青いチェックのアプリで nagisa.k と検索", "whatsapp nagisa.k"),
    ("The messenger with double check marks, look up nagisa.k", "whatsapp nagisa.k"),
    ("暗号化が売りの通話アプリ(合図を意味する英語の名前)で marimo.9 です。", "other marimo.9"),
    ("信号という意味の英語のアプリで hoshi.zora です", "other hoshi.zora"),
    ("チャットアプリ(不和という英語の名前)、hoshi.zora で追加を", "discord hoshi.zora"),
    ("青いカメラの会議アプリを開いてください。番号は 816 4027 3955 です。", "zoom 81640273955"),
    ("the blue camera app, meeting id 816 4027 3955", "zoom 81640273955"),
    ("I'm on the Wire messenger, look for odile.foley.", "other odile.foley"),
    # a word of several services means the one that is named
    ("Skypeで行っています。aya.hatsuon を検索してコンタクト申請してください。", "skype aya.hatsuon"),
    ("コンタクト申請は hoshi.zora です", "chatwork hoshi.zora"),
    ("Telegram messenger, look for hoshi.zora", "telegram hoshi.zora"),
    # a service by its letters or its sound
    ("Ell, eye, en, ee – that app. I'm kumo.stitch on it.", "line kumo.stitch"),
    ("El-eye-en-ee, kumo.stitch on it", "line kumo.stitch"),
    ("Lima India November Echo, add kumo.stitch", "line kumo.stitch"),
    ("L as in lemon, I as in ink, N as in net, E as in egg: kumo.stitch there", "line kumo.stitch"),
    ("エル・アイ・エヌ・イーのほうで kumo.stitch です", "line kumo.stitch"),
    ("Ess, kay, why, pee, ee: I'm kumo.stitch on it", "skype kumo.stitch"),
    ("らいーん、入ってます?sasanoha.t で私が出てきます", "line sasanoha.t"),
    ("らーいんで hoshi.zora を検索", "line hoshi.zora"),
    # names with an @ in a list of services
    ("Telegram @quincy_dubs or DM @quincydubs on X, whichever.", "telegram quincy_dubs | x quincydubs"),
    # a number that is an account
    ("On the green phone-in-a-bubble app, under +351 912 555 073.", "whatsapp +351912555073"),
    ("Ping me on the green phone app, +353 85 123 4076.", "whatsapp +353851234076"),
    ("Viberが楽です。+380 67 555 0182 で私が出ます", "other +380675550182"),
    ("ワッツアップ入れてますか？+81 90 4827 6153 で登録してます。", "whatsapp +819048276153"),
    ("the green phone-in-a-bubble app, my number on it is +1 510 555 0122", "whatsapp +15105550122"),
    ("Telegramは +81 90 4827 6153 で出ます", "telegram +819048276153"),
    ("My cell is +44 7700 900482, WhatsApp works too.", "phone +447700900482"),
    ("LINEは番号検索を許可にしているので 090-3681-5274 で出てきます。", "phone +819036815274"),
    ("WhatsAppは使っていません。090-3681-5274 です", "phone +819036815274"),
    ("My TikTok is slow today, call +44 7700 900482", "phone +447700900482"),
    ("The Viber stickers are done. Call me: +44 7700 900482", "phone +447700900482"),
    # signs in romaji, and with a word before them
    ("sakana dotto no dotto hone atto gmail dotto com desu.", "email sakana.no.hone@gmail.com"),
    ("hana andaabaa no atto jiimeeru dotto komu made", "email hana_no@gmail.com"),
    ("kaze dotto oto atto yahoo dotto co dotto jp desu", "email kaze.oto@yahoo.co.jp"),
    ("suzume点type ぐるぐるの@ gmail点com へ。", "email suzume.type@gmail.com"),
    ("hana.shop 例の@ example.jp へ", "email hana.shop@example.jp"),
    ("mori.t 丸い@ example.com", "email mori.t@example.com"),
    # an address in kana, and one whose provider is only begun
    (
        "ひまわり、てん、こうぼう、あっと、じーめーる、てん、こむ。ローマ字で打ってください。",
        "email himawari.koubou@gmail.com",
    ),
    (
        "さくら アンダーバー みち アット ヤフー ドット シーオー ドット ジェーピー（全部ローマ字）",
        "email sakura_michi@yahoo.co.jp",
    ),
    ("こもれび アット アウトルック ドット コム です。ローマ字の小文字で届きます", "email komorebi@outlook.com"),
    ("hana.mori@g です。gはGmailの略です", "email hana.mori@gmail.com"),
    ("hana.mori@y まで。yはヤフーのことです", "email hana.mori@yahoo.co.jp"),
    ("ao.kiln@g, g as in Google's mail", "email ao.kiln@gmail.com"),
    ("ao.kiln@gm で、gmはジーメールのこと", "email ao.kiln@gmail.com"),
    # a link within a link
    ("Open https://example.com/?go=otterworks-lab%2Eslack%2Ecom. That is our Slack.", "slack otterworks-lab.slack.com"),
    ("Go to https://example.com/?to=t%2Eme%2Fhoshi_zora", "telegram t.me/hoshi_zora"),
    # an address amid underscores or hyphens
    ("お問合せは_yamaneko_seal(at)example.com_まで.pdf", "email yamaneko_seal@example.com"),
    ("宛先-suzu@example.jp-まで", "email suzu@example.jp"),
    # one that is turned round and ends a sentence
    ("Spelled backwards: moc.elpmaxe@lertsek. Turn it round.", "email kestrel@example.com"),
    ("反転しています:moc.liamg@irot.imu:", "email umi.tori@gmail.com"),
    # two letters apart beside others that are apart
    ("a o ドット k i l n アット g m a i l ドット c o m です", "email ao.kiln@gmail.com"),
    ("k a z e アット e x a m p l e ドット j p です", "email kaze@example.jp"),
    # places in the alphabet, signs to be made letters
    (
        "a=1、b=2…と数えて、6・21・14・5 を文字に直し、うしろに @example.org を付けてください。",
        "email fune@example.org",
    ),
    ("LINEは a=1、b=2 の順で 11・15・13・15・14 です。検索してください", "line komon"),
    ("A is 1, B is 2 and so on: 11-5-19-20-18-5-12. That's my Telegram.", "telegram kestrel"),
    ("My Skype in positions in the alphabet: 13, 1, 18, 21", "skype maru"),
    ("--. ..- .-.. .-.. を文字に直し、後ろに @example.com を付けてください。", "email gull@example.com"),
    # the first letters of lines, and a domain that a word of the sentence stands before
    (
        "My inbox is the first letters of these, at copperkettle dot io:\nWrite well\nReply daily\nEdit\nNever rush",
        "email wren@copperkettle.io",
    ),
    # gaps to be closed within words
    ("kawara-ban . sla ck . com に席があります。空白は詰めて開いてください。", "slack kawara-ban.slack.com"),
    # conduct
    ("You know the place with the two blue ticks? I'd answer quicker over there, shall we?", "solicitation "),
    ("whats ur insta? ill send you some pics of what i want", "solicitation "),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_what_is_said_otherwise_is_found(text, wanted):
    found = {(str(one.kind), one.value) for one in scan(text).findings}
    contacts = {one for one in found if one[1]}
    expected = {tuple(one.split(" ", 1)) for one in wanted.split(" | ")}
    assert contacts == {one for one in expected if one[1]}
    assert expected <= found


@pytest.mark.parametrize(
    "text",
    [
        "ロゴの色は a=1、b=2 の順に 11・15・13 と番号を振ってください。",
        "The answer grid: A = 1, B = 2. Rows 6, 21, 14, 50 are blank, Discord bot next.",
        "My Skype in positions in the alphabet is a joke: 13, 31, 48, 21",
        "作中のDiscordで主人公がa=1の暗号、8・1・14・1を解く場面です。",
        "il dotto professore e il suo atto di nascita, please translate.",
        "ふたつの青いチェックボックスをフォームに足してください。",
        "Add two blue check marks to the icon set, please.",
        "Discordのサイコロ bot で「/roll 3d6」の出目を返してください。",
        "カカオ（cacao）の産地を紹介するパネルを8枚作ってください。",
        "I won't move to WhatsApp, it's against the rules here.",
        "You see, why, be, are: these words are the quiz.",
        "Ay, bee, cee, dee: the alphabet song, four lines, for the kids' video.",
        "いつもの@マークの位置を直してください。",
        "逆さのロゴ moc.elpmaxe をパロディとして置いてください。",
        "青いカメラのアイコンを会議アプリの画面に置いてください。",
        "Please draw a blue camera icon for the meeting app.",
        "空白は詰めて、a . b の形で統一してください。Slackの件は別です。",
        "画像は_logo@2x.pngです",
        "見出しは ひまわり.こうぼう@ドメイン という例で、ローマ字は不要です。",
        "単価は 3kg@g で、gはグラムの略です。Gmailは関係ありません。",
        "The grid is col@x, x as in the axis.",
        "https://example.com/?q=slack%2Ecom が開けません。",
        "The mock post shows @brandname on X with 3 likes.",
        "合図を意味する英語の単語をアプリの説明文に入れてください。",
        "I reply faster on weekdays; the maintainers answer quicker on the forum.",
    ],
)
def test_what_only_looks_like_it_is_left(text):
    assert [one for one in scan(text).findings if one.speech_act in VIOLATIONS] == []
