"""Handles beside the name of a service, however the name is written, and services that are only the topic."""

import pytest

from detectors import WORDS
from detectors.contacts.disguised import disguises
from detectors.contacts.handles import handle_tokens, strength
from detectors.contacts.services import find_cues
from detectors.lexicon import services
from detectors.normalise import fold, fold_pattern
from tests.detectors.claims import Row, hits, holds, near_misses

NAMED_OTHERWISE = [
    Row(
        "a word that is none, in a mixed sentence",
        "LINEは harukoto で追加してください",
        "line harukoto",
        "handle.after_cue",
        "an ordinary word of a mixed sentence",
        "LINEを教えてもらえたら screenshot に書き込んで送れます",
    ),
    Row(
        "a handle that begins with a number",
        "Discord: 20minato",
        "discord 20minato",
        "handle.after_cue",
        "a quantity before a service",
        "Would a 20-minute Zoom on Thursday work, or a 15-min Teams chat?",
    ),
    Row(
        "a word introduced as a handle",
        "My Discord name is lantern",
        "discord lantern",
        "handle.after_cue",
        "an ordinary word behind a line",
        "10 wordsを超える line は 2 takes ずつです",
    ),
    Row(
        "a handle with joined parts",
        "Slackは brew_timer です",
        "slack brew_timer",
        "handle.after_cue",
        "a bot by its name",
        "Slackに入れるbotの名前は brew_timer です",
    ),
    Row(
        "a handle, then a file",
        "LINEは omote_kobo で、ファイル名は v4.png です",
        "line omote_kobo",
        "handle.after_cue",
        "a file by its name",
        "LINEは使っていないんです。修正版のファイル名は omote_v4_final です",
    ),
    Row(
        "an abbreviation and a handle",
        "My TG is flashback_k",
        "telegram flashback_k",
        "handle.after_cue",
        "an abbreviation explained",
        'TG in the margin means "tighten". FB means "flashback"',
    ),
    Row(
        "an abbreviation and a handle in quotes",
        "私の IG は「nagisa_px」です",
        "instagram nagisa_px",
        "handle.after_cue",
        "an abbreviation explained in Japanese",
        "TGは「target_g」の略、IGは nagisa_g のことです",
    ),
    Row(
        "an account",
        "私のLINE IDは hiyori_0401 です",
        "line hiyori_0401",
        "handle.after_cue",
        "the account of a figure in a story",
        "主人公のLINE IDは hiyori_0401 という設定です",
    ),
    Row(
        "an account to write to",
        "インスタの名前は kumo_to_neko です",
        "instagram kumo_to_neko",
        "handle.after_cue",
        "an account that nobody has",
        "第3話で主人公が使うインスタの名前は kumo_to_neko です、実在しません",
    ),
    Row(
        "an account on Discord",
        "my Discord is night_owl_99",
        "discord night_owl_99",
        "handle.after_cue",
        "an account on a drawn screen",
        "the username on the Discord mock-up is night_owl_99",
    ),
    Row(
        "an account in a caption",
        "インスタは @yuzu_cafe_02 に連絡ください",
        "instagram yuzu_cafe_02",
        "handle.after_cue",
        "a caption that is corrected",
        "インスタの画像で @yuzu_cafe_02 と書いてある部分を直してください",
    ),
]
BY_NAME = [
    Row(
        "LINE ID with a colon",
        "LINE ID: yuzu_tree7",
        "line yuzu_tree7",
        "handle.after_cue",
        "an id of a table",
        "the line item is ticket_line here",
    ),
    Row(
        "LINE in katakana",
        "ラインは yuzu_tree7 です",
        "line yuzu_tree7",
        "handle.after_cue",
        "online",
        "オンラインは yuzu_tree7.png で確認",
    ),
    Row(
        "LINE in hiragana",
        "らいんは yuzu_tree7 でとうろくしてます",
        "line yuzu_tree7",
        "handle.after_cue",
        "a guideline",
        "がいどらいんは yuzu_tree7.pdf です",
    ),
    Row(
        "in quotes, to add",
        "LINEで「yuzu_tree7」を追加してください",
        "line yuzu_tree7",
        "handle.after_cue",
        "a sticker",
        "LINEスタンプ「yuzu_tree7.zip」を納品します",
    ),
    Row(
        "Slack",
        "slackは yuzu.tree で招待してください",
        "slack yuzu.tree",
        "handle.after_cue",
        "a Slack bot",
        "Slack bot の yuzu_notify を直しました",
    ),
    Row(
        "a Slack workspace by its name",
        "Slackのワークスペースは yuzu-kobo です",
        "slack yuzu-kobo.slack.com",
        "handle.after_cue",
        "a Slack integration",
        "Slack連携のファイルは yuzu-kobo.json です",
    ),
    Row(
        "Skype with its form",
        "Skype名は live:.cid.7f3a9b2c です",
        "skype live:.cid.7f3a9b2c",
        "handle.form",
        "a live stream",
        "live: 12:00 から配信",
    ),
    Row(
        "Skype in kana",
        "スカイプ名は yuzu.tree77 です",
        "skype yuzu.tree77",
        "handle.after_cue",
        "Skype as it was",
        "スカイプのサービス終了の記事です",
    ),
    Row(
        "Chatwork",
        "チャットワークIDは yuzu_cw7 です",
        "chatwork yuzu_cw7",
        "handle.after_cue",
        "Chatwork's API",
        "チャットワークAPIの chat_token を使います",
    ),
    Row(
        "Discord with a tag",
        "Discord: yuzutree#4821",
        "discord yuzutree#4821",
        "handle.after_cue",
        "a Discord role",
        "Discordのロール名は mod_team です",
    ),
    Row(
        "Telegram",
        "find me on Telegram as @yuzu_tree",
        "telegram yuzu_tree",
        "handle.after_cue",
        "a Telegram bot",
        "The Telegram bot calls send_photo",
    ),
    Row(
        "WeChat",
        "微信号は yuzu_tree88",
        "wechat yuzu_tree88",
        "handle.after_cue",
        "a mini program",
        "微信のミニプログラム yuzu_shop.zip",
    ),
    Row(
        "KakaoTalk",
        "カカオトークのIDは yuzukko22 です",
        "kakao yuzukko22",
        "handle.after_cue",
        "cocoa",
        "カカオ70%のチョコの写真 img_2231.jpg",
    ),
    Row(
        "Instagram",
        "インスタは @yuzu.tree にDMください",
        "instagram yuzu.tree",
        "handle.after_cue",
        "an Instagram post",
        "インスタ投稿の 素材は post_yuzu.psd です",
    ),
    Row(
        "X",
        "Twitterの @yuzu_tree まで",
        "x yuzu_tree",
        "handle.after_cue",
        "a hashtag on X",
        "Twitterのハッシュタグは #yuzu_tree です",
    ),
    Row(
        "Facebook",
        "Facebookで yuzu.tree.9 を検索してください",
        "facebook yuzu.tree.9",
        "handle.after_cue",
        "a Facebook ad",
        "Facebook広告の画像は fb_ad_9.png",
    ),
    Row(
        "another service",
        "My Signal username is yuzu_tree.22",
        "other yuzu_tree.22",
        "handle.after_cue",
        "a signal in code",
        "connect the signal button_clicked",
    ),
    Row(
        "two services share it",
        "LINEもSkypeも yuzu_tree7 です",
        "line yuzu_tree7 | skype yuzu_tree7",
        "handle.after_cue",
        "two services as topics",
        "LINEもSkypeも使っていません",
    ),
    Row(
        "my Discord is",
        "my discord is yuzutree",
        "discord yuzutree",
        "handle.after_cue",
        "their Discord",
        "the discord clone is finished",
    ),
    Row(
        "the handle first",
        "yuzu_tree7 on Discord",
        "discord yuzu_tree7",
        "handle.after_cue",
        "a branch first",
        "yuzu_tree7.png on the Discord banner",
    ),
    Row(
        "someone to be searched for",
        "あっちで「yuzu_tree7」で検索してください",
        "other yuzu_tree7",
        "handle.sought",
        "a word to be searched for",
        "ドキュメントで「yuzu_tree7.png」で検索してください",
    ),
]

DISGUISED = [
    Row(
        "letters set apart",
        "L I N E は yuzu_tree7",
        "line yuzu_tree7",
        "handle.after_cue",
        "letters set apart in a heading",
        "L I V E は yuzu_tree7.mp4",
    ),
    Row(
        "a letter masked",
        "L○NEで yuzu_tree7 を検索",
        "line yuzu_tree7",
        "handle.after_cue",
        "a blank to be filled",
        "○○○Eで file_tree7.md を検索",
    ),
    Row(
        "a kana masked",
        "ス○イプのIDは yuzu_tree7",
        "skype yuzu_tree7",
        "handle.after_cue",
        "another word masked",
        "ス○ーツのデータは yuzu_tree7.psd",
    ),
    Row(
        "look-alike letters",
        "LlNE: yuzu_tree7",
        "line yuzu_tree7",
        "handle.after_cue",
        "a look-alike word",
        "LANE: lane_tree.png",
    ),
    Row(
        "figures for letters",
        "d1scord yuzu_tree7 です",
        "discord yuzu_tree7",
        "handle.after_cue",
        "a name with a figure",
        "d1splay_tree7.css です",
    ),
    Row(
        "separators",
        "S.k.y.p.e → yuzu.tree77",
        "skype yuzu.tree77",
        "handle.after_cue",
        "an abbreviation",
        "U.S.A. → usa_map.png",
    ),
    Row(
        "a green app",
        "緑のアプリで yuzu_tree7 を検索してください",
        "line yuzu_tree7",
        "handle.after_cue",
        "a green button",
        "緑のボタンを btn_green.png に差し替え",
    ),
    Row(
        "a yellow app",
        "黄色いアプリのIDは yuzukko22",
        "kakao yuzukko22",
        "handle.after_cue",
        "a yellow plan",
        "黄色い方針の資料は plan_yellow.pdf",
    ),
    Row(
        "a paper plane",
        "紙飛行機のアプリは @yuzu_tree",
        "telegram yuzu_tree",
        "handle.after_cue",
        "paper",
        "紙の飛行機の絵 は plane_01.ai",
    ),
    Row(
        "half-width kana",
        "ﾗｲﾝは yuzu_tree7 です",
        "line yuzu_tree7",
        "handle.after_cue",
        "half-width kana for a deadline",
        "ﾃﾞｯﾄﾞﾗｲﾝは yuzu_tree7.pdf です",
    ),
    Row(
        "homoglyphs in the name",
        "Dіscоrd: yuzu_tree7",
        "discord yuzu_tree7",
        "handle.after_cue",
        "Cyrillic prose",
        "Дискорд: yuzu_tree7.png",
    ),
    Row(
        "full-width name",
        "ＬＩＮＥ：ｙｕｚｕ＿ｔｒｅｅ７",
        "line yuzu_tree7",
        "handle.after_cue",
        "a full-width heading",
        "ＯＮＬＩＮＥ：ｆｉｌｅ＿ｔｒｅｅ．ｐｎｇ",
        trick="fullwidth",
    ),
]

SUBJECTS = [
    Row(
        "a handle behind ライン",
        "ラインは chuo_line です",
        "line chuo_line",
        "handle.after_cue",
        "a line of a map",
        "路線図のラインが chuo_line です。色を直してください",
    ),
    Row(
        "a handle behind ライン in a sentence about a factory",
        "工場の者です。ラインは kojo_b2 で登録しています",
        "line kojo_b2",
        "handle.after_cue",
        "a line of a factory",
        "工場の生産ラインは kojo_b2 です。看板の文字を作ってください",
    ),
    Row(
        "a service by its name",
        "ラインというアプリで kojo_b2 です",
        "line kojo_b2",
        "handle.after_cue",
        "a song named like a service",
        "ワッツアップという曲のタイトルです。kojo_mix3 を聞いてください",
    ),
    Row(
        "a described service",
        "緑の吹き出しで kojo_text を検索してください",
        "line kojo_text",
        "handle.after_cue",
        "a thing to be placed beside a drawing",
        "緑の吹き出しの横に kojo_text を配置してください",
    ),
]
COLUMNS = [
    Row(
        "a handle beside a column",
        "Slackは hana_mori です。user_hash の列は残します",
        "slack hana_mori",
        "handle.after_cue",
        "columns of a table",
        "slack_events の user_hash は NULL 可、event_type は NOT NULL でお願いします。",
    ),
    Row(
        "a handle with an underscore",
        "WhatsApp me at rika_sato, I will send the rest",
        "whatsapp rika_sato",
        "handle.after_cue",
        "columns of a set of data",
        "In the WhatsApp sentiment set I merged neg_score and pos_score into net_score; 8,412 rows remain.",
    ),
    Row(
        "a handle to be added",
        "Zoomより連絡しやすいので、Discordは leave_min を追加してください",
        "discord leave_min",
        "handle.after_cue",
        "columns that are kept",
        "Zoomの受講記録は join_min、leave_min、cam_on の列だけ残して集計しました。",
    ),
]
BEGINNING = [
    Row(
        "a handle on a service, at the beginning",
        "mossfox9 on Discord, any time",
        "discord mossfox9",
        "handle.after_cue",
        "a build on a service",
        "mossfox9 on Discord is broken since the update",
    ),
]
SPELLED = [
    Row(
        "letters set apart, no service named",
        "You will find me: Y-U-Z-U dot T-R-E-E",
        "other yuzu.tree",
        "handle.sought",
        "a word spelled for a sign",
        "The sign reads O-P-E-N in red",
    ),
    Row(
        "letters set apart by spaces",
        "そこは y u z u _ t r e e です",
        "other yuzu_tree",
        "handle.sought",
        "a booking code",
        "the booking code is a 4 g 4 f 3",
    ),
    Row(
        "half spelled, half said",
        "探すなら Y-U-Z-U アンダーバー N-O-T-E",
        "other yuzu_note",
        "handle.sought",
        "initials",
        "頭文字は Y-U-Z-U です",
    ),
]
DESCRIBED = [
    Row(
        "by its colour and use",
        "紫のコントローラーのアプリで yuzu_tree7",
        "discord yuzu_tree7",
        "handle.after_cue",
        "a colour of the design",
        "紫のボタンの画像は yuzu_tree7.png です",
    ),
    Row(
        "by its logo",
        "飛行機のアイコンのメッセンジャーで yuzu_tree7",
        "telegram yuzu_tree7",
        "handle.after_cue",
        "a picture of a plane",
        "飛行機の写真は yuzu_tree7.jpg です",
    ),
    Row(
        "by its country",
        "韓国でみんな使うメッセンジャー、yuzu_tree7",
        "kakao yuzu_tree7",
        "handle.after_cue",
        "a country",
        "韓国の市場調査、資料は yuzu_tree7.pdf です",
    ),
    Row(
        "by two marks, the nearer counts",
        "紫っぽい井桁のチャット、yuzu_tree7",
        "slack yuzu_tree7",
        "handle.after_cue",
        "a colour and a logo",
        "紫っぽい井桁のロゴ案、yuzu_tree7.ai です",
    ),
    Row(
        "in English, mark first",
        "the yellow Korean chat app, yuzu_tree7",
        "kakao yuzu_tree7",
        "handle.after_cue",
        "a colour",
        "the yellow Korean pottery, file yuzu_tree7.jpg",
    ),
    Row(
        "in English, app first",
        "the app everyone in Japan uses for texting: yuzu_tree7",
        "line yuzu_tree7",
        "handle.after_cue",
        "an app and a country",
        "the app is sold in Japan, build yuzu_tree7.apk",
    ),
    Row(
        "broken in two",
        "Add me on Sky pe: yuzu.tree7",
        "skype yuzu.tree7",
        "handle.after_cue",
        "two words",
        "the sky per layer is in yuzu.tree7.psd",
    ),
    Row(
        "mistyped",
        "Telegarm: yuzu_tree7",
        "telegram yuzu_tree7",
        "handle.after_cue",
        "a telegram of old",
        "a telegraph form, yuzu_tree7.pdf",
    ),
    Row(
        "its last kana masked",
        "カカ○ yuzu_tree7 です",
        "kakao yuzu_tree7",
        "handle.after_cue",
        "a rating",
        "評価は○ yuzu_tree7.csv です",
    ),
    Row(
        "kanji drawn like kana",
        "チャッ卜ワ－クをお使いなら yuzu_tree7 で",
        "chatwork yuzu_tree7",
        "handle.after_cue",
        "kanji themselves",
        "力仕事と卜いの記事は yuzu_tree7.doc です",
    ),
    Row(
        "a star between two words",
        "Chat★work の yuzu_tree7 に申請を",
        "chatwork yuzu_tree7",
        "handle.after_cue",
        "two plain words",
        "The chat work is done, see yuzu_tree7.zip",
    ),
    Row(
        "two letters masked",
        "You on D!sc*rd? I'm yuzu_tree7, add me",
        "discord yuzu_tree7",
        "handle.after_cue",
        "marks in a pattern",
        "The regex d.sc.r. matches yuzu_tree7.txt",
    ),
    Row(
        "what only it calls so",
        "コンタクト申請は yuzu_tree7 まで",
        "chatwork yuzu_tree7",
        "handle.after_cue",
        "another request",
        "修正申請は yuzu_tree7.xlsx まで",
    ),
    Row(
        "some other app",
        "別アプリのIDは yuzu_tree7 です。検索してください",
        "other yuzu_tree7",
        "handle.after_cue",
        "a picture of an app",
        "別アプリの画像は app_top.png です",
    ),
    Row(
        "introduced sentences later",
        "LINEやってます。気軽に追加してください。急ぎでも大丈夫です。IDは yuzu_tree7 です",
        "line yuzu_tree7",
        "handle.after_cue",
        "credentials sentences later",
        "Slackの連携です。動作確認をお願いします。急ぎません。ログインIDは yuzu_tree7 です",
    ),
    Row(
        "on a line of its own",
        "LINEやってます。\nお気軽にどうぞ。\nこちらです。\nyuzu_tree7",
        "line yuzu_tree7",
        "handle.after_cue",
        "a file's name on its own line",
        "LINEの話は別途。\n納品します。\nファイル名はこちらです。\nyuzu_tree7",
    ),
    Row(
        "a meeting's number",
        "Zoom ミーティングID 123 4567 8901",
        "zoom 12345678901",
        "handle.after_cue",
        "another number",
        "Zoomの録画の注文番号は 123 4567 89 です",
    ),
]
OTHER_NAMES = [
    Row(
        "an abbreviation with an arrow",
        "IG→nagisa.px こっちが早いです",
        "instagram nagisa.px",
        "handle.after_cue",
        "an abbreviation of a trade",
        "TG→nagisa.png の順に並べます",
    ),
    Row(
        "an abbreviation and a word",
        "TG: pineglow",
        "telegram pineglow",
        "handle.after_cue",
        "an abbreviation and an ordinary word",
        "TG: background",
    ),
    Row(
        "Facebook by its letters",
        "FBのメッセ使えますか? yuzu.moriyama.art です",
        "facebook yuzu.moriyama.art",
        "handle.after_cue",
        "letters of a comment",
        "FBのメモは yuzu.moriyama.png です",
    ),
    Row(
        "several letters as figures",
        "D1sc0rd → ottervale. I stream there.",
        "discord ottervale",
        "handle.after_cue",
        "figures in a word",
        "The disc 1s c0rded → ottervale.zip",
    ),
    Row(
        "two words with a look-alike",
        "We Ch@t: yuzu_tradedocs",
        "wechat yuzu_tradedocs",
        "handle.after_cue",
        "two words that are no name",
        "We chatted: yuzu_tradedocs.pdf",
    ),
    Row(
        "KakaoTalk in Korean",
        "카톡 ID は yuzu.webtoon です",
        "kakao yuzu.webtoon",
        "handle.after_cue",
        "a word in Korean",
        "웹툰 の yuzu.webtoon.zip です",
    ),
    Row(
        "colour and bubble",
        "🟩💬 → yuzu_moku2 add me!",
        "line yuzu_moku2",
        "handle.after_cue",
        "a colour alone",
        "🟩 → yuzu_moku2.png",
    ),
    Row(
        "a name by its meaning",
        "電報を英語で言った app に yuzu_booth というスタッフがいます",
        "telegram yuzu_booth",
        "handle.after_cue",
        "a word to translate",
        "電報の文面は yuzu_booth.txt です",
    ),
    Row(
        "a name by its meaning in English",
        "「不一致」in English と同じ名前の voice chat に yuzu_reel がいます",
        "discord yuzu_reel",
        "handle.after_cue",
        "data that do not agree",
        "「不一致」の行は yuzu_reel.csv にあります",
    ),
    Row(
        "a network of players",
        "Add corvid_stacks on Steam, the chat there is free",
        "other corvid_stacks",
        "handle.after_cue",
        "steam of a kettle",
        "Add steam_v2.png to the kettle",
    ),
    Row(
        "an id of a console",
        "PSNのIDは yuzu_run7 です",
        "other yuzu_run7",
        "handle.after_cue",
        "an article on a console",
        "PSNの記事は yuzu_run7.md です",
    ),
    Row(
        "a name with its server",
        "I am on Matrix/Element: @yuzu_w:matrix.example, free",
        "other yuzu_w:matrix.example",
        "handle.form",
        "a matrix",
        "The matrix of rotation is 3x3",
    ),
    Row(
        "a friend code of a game",
        "ゲーム機のフレンドコード SW-4827-1936-5074 を登録してください",
        "other SW-4827-1936-5074",
        "handle.form",
        "a part number",
        "型番は SW-4827 です",
    ),
    Row(
        "X and an at",
        "新作は X の @yuzu_katagami でお知らせしています。DMください",
        "x yuzu_katagami",
        "handle.after_cue",
        "x as a letter",
        "x の値は 3 です",
    ),
    Row(
        "another person's LINE",
        "上司のラインが shirasu_boss です",
        "line shirasu_boss",
        "handle.after_cue",
        "a line that is drawn",
        "上のラインが3本、shirasu_boss.png です",
    ),
    Row(
        "a handle in the name of a file",
        "添付の「LINE_ID_is_rinrin_art22.png」をご覧ください",
        "line rinrin_art22",
        "handle.after_cue",
        "a file of a mock-up",
        "添付の「line_icon_rinrin.png」をご覧ください",
    ),
    Row(
        "a name by its meaning, an app",
        "「不和」を英語にした通話アプリの zatsuon_k です",
        "discord zatsuon_k",
        "handle.after_cue",
        "a column by its meaning",
        "「不一致」の英語は mismatch、列名は mismatch_flag です",
    ),
    Row(
        "an @ of X, to write to",
        "X の @yuzu_days にDMください",
        "x yuzu_days",
        "handle.after_cue",
        "an @ of a language",
        "x の @decorator_name は Python の書き方です",
    ),
    Row(
        "a name on a network of players",
        "On Steam I'm moss_1204",
        "other moss_1204",
        "handle.after_cue",
        "a build on a network of players",
        "On Steam the game sells well; the build id is moss-1204",
    ),
    Row(
        "an arrow to a handle",
        "TG→mobile_k2",
        "telegram mobile_k2",
        "handle.after_cue",
        "an arrow to a version",
        "TG→mobile_v2、IG→desktop_v2 の順に直します",
    ),
    Row(
        "a handle of a shop",
        "Slackの名前は party_kettle です",
        "slack party_kettle",
        "handle.after_cue",
        "an emoji by its name",
        "Slackの絵文字の名前は party_kettle です",
    ),
]
TABLE = [*SUBJECTS, *COLUMNS, *BEGINNING, *BY_NAME, *NAMED_OTHERWISE, *DISGUISED, *SPELLED, *DESCRIBED, *OTHER_NAMES]


@pytest.mark.parametrize("case", hits(TABLE))
def test_a_handle_is_found(case):
    holds(case)


@pytest.mark.parametrize("case", near_misses(TABLE))
def test_a_service_as_a_topic_is_left(case):
    holds(case)


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        pytest.param("live:yuzu", 1.0, 1.0, id="a form of Skype"),
        pytest.param("yuzu_tree", 0.9, 1.0, id="parts with an underscore"),
        pytest.param("yuzu77", 0.9, 1.0, id="letters and figures"),
        pytest.param("yuzutree", 0.6, 0.6, id="one plain word"),
        pytest.param("Yuzutree", 0.0, 0.4, id="a capitalised word"),
        pytest.param("Yuzu_Tree", 0.5, 0.5, id="capitalised parts"),
        pytest.param("design", 0.0, 0.0, id="an ordinary word"),
        pytest.param("design_final", 0.2, 0.2, id="ordinary words joined"),
        pytest.param("image.png", 0.0, 0.0, id="a file"),
        pytest.param("www.yuzu", 0.0, 0.0, id="a site"),
        pytest.param("yuzu.com", 0.0, 0.2, id="a domain"),
        pytest.param("v1.2.3", 0.0, 0.0, id="a version"),
        pytest.param("ab", 0.0, 0.0, id="too short"),
        pytest.param("A-12", 0.2, 0.2, id="a code"),
        pytest.param("userName", 0.2, 0.2, id="a variable"),
        pytest.param("a_b", 0.0, 0.2, id="short parts"),
        pytest.param("1920x1080", 0.0, 0.2, id="a size"),
    ],
)
def test_a_token_is_as_strong_as_its_form(name, least, most):
    assert least <= strength(name) <= most


def test_tokens_of_links_and_addresses_are_left_out():
    passage = fold("https://example.com/yuzu_tree7 www.yuzu-tree.example yuzu_kobo@example.com mori_tree8")
    assert [token.value for token in handle_tokens(passage)] == ["mori_tree8"]


@pytest.mark.parametrize("kind", services.NAMES)
def test_every_name_is_a_cue(kind):
    for name in services.NAMES[kind]:
        assert kind in {cue.kind.value for cue in find_cues(fold(f"{name} : "), WORDS)}, name


@pytest.mark.parametrize(
    ("text", "is_cue"),
    [
        pytest.param("ライン", True, id="alone"),
        pytest.param("オンライン", False, id="inside a katakana word"),
        pytest.param("ラインナップ", False, id="the start of a katakana word"),
        pytest.param("おんらいん", False, id="inside a hiragana word"),
        pytest.param("それはらいん", True, id="behind a particle"),
        pytest.param("line item", False, id="an ordinary English word"),
        pytest.param("LINE", True, id="in capitals"),
        pytest.param("DEADLINE", False, id="inside a Latin word"),
        pytest.param("○○ン", False, id="too much of it masked"),
    ],
)
def test_a_name_of_a_service_stands_alone(text, is_cue):
    assert ("line" in {cue.kind.value for cue in find_cues(fold(text), WORDS)}) is is_cue


def test_disguises_do_not_match_the_name_itself():
    pattern = fold_pattern(disguises("skype"))
    assert pattern.search("s k y p e")
    assert pattern.search("sk*pe")
    assert pattern.search("$kype")
    assert not pattern.search("skype")
    assert not pattern.search("skope")
