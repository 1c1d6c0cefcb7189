"""Messaging services by any name, what makes a mention of one a contact, and what makes it a mere topic."""

from __future__ import annotations

#: Names as they are written plainly. Latin names of four letters and more are also found disguised (`services.py`).
NAMES: dict[str, tuple[str, ...]] = {
    "line": ("LINE", "ライン"),
    "slack": ("Slack", "スラック"),
    "skype": ("Skype", "スカイプ"),
    "chatwork": ("Chatwork", "チャットワーク", "チャットワ", "チャトワ"),
    "discord": ("Discord", "ディスコード", "ディスコ"),
    "telegram": ("Telegram", "テレグラム"),
    "whatsapp": ("WhatsApp", "ワッツアップ", "ワツアップ", "ワッツアプ"),
    "wechat": ("WeChat", "WeiXin", "ウィーチャット", "ウイチャット", "微信"),
    "kakao": ("KakaoTalk", "Kakao", "カカオトーク", "カカトーク", "カカオ", "カトク"),
    "zoom": ("Zoom", "ズーム"),
    "instagram": ("Instagram", "インスタグラム", "インスタ"),
    "x": ("Twitter", "ツイッター"),
    "facebook": ("Facebook", "フェイスブック", "フェースブック"),
    "other": ("Signal", "Viber", "Threema", "Matrix", "Mastodon", "TikTok", "Bluesky", "Threads", "Snapchat", "Notion"),
}
#: Halves that are words of their own.
_HALVES = frozenset(
    {
        "chat",
        "work",
        "face",
        "book",
        "what",
        "app",
        "we",
        "zoom",
        "talk",
        "チャット",
        "ワーク",
        "フェイス",
        "トーク",
        "インスタ",
    }
)
#: The shortest name in which a slip of the keys leaves a name that is nothing else.
_TYPED = 7


def broken_in_two(name: str) -> list[tuple[str, str]]:
    """The halves of a name of five letters and more (four kana), where neither is a word."""
    low = name.lower()
    if len(low) < (5 if low.isascii() else 4) or " " in low:
        return []
    halves = [(low[:i], low[i:]) for i in range(1, len(low))]
    return [(a, b) for a, b in halves if a not in _HALVES and b not in _HALVES]


def halves(name: str) -> list[tuple[str, str]]:
    """The halves that are words, which only a sign between them disguises: chat★work."""
    low = name.lower()
    cuts = [(low[:at], low[at:]) for at in range(1, len(low))]
    return [(a, b) for a, b in cuts if a in _HALVES and b in _HALVES]


def mistyped(name: str) -> list[str]:
    """A long Latin name with two letters exchanged, or one left out."""
    low = name.lower()
    if len(low) < _TYPED or not low.isascii():
        return []
    exchanged = [low[:i] + low[i + 1] + low[i] + low[i + 2 :] for i in range(1, len(low) - 1)]
    short = [low[:i] + low[i + 1 :] for i in range(2, len(low) - 1)]
    return [form for form in dict.fromkeys([*exchanged, *short]) if form not in {low, "instagam"}]


#: Short names, nicknames and descriptions. Patterns over the folded text.
NICKNAMES: dict[str, str] = {
    "line": r"既読[^。\n]{0,12}緑の(?:ところ|場所|部屋)(?=(?:では?|、|は)?\s?「?[a-z])|緑の(?:吹き出し|ふきだし)の(?:国|世界|中)|라인|(?:🟩|🟢|💚)\s?(?:💬|📱|アプリ|app)|💬\s?(?:🟩|🟢|💚)|エルアイエヌイー|友(?:だち|達)検索|(?<![a-z])l-i-n-e(?![a-z])|(?:l|ラ)[-・ ]?(?:i|イ)[-・ ]?(?:ネ|n[-・ ]ン)|brown the bear|緑の(?:で|が|は|に)(?!統一|変更|し(?:て|た))|(?:緑|みどり|グリーン)(?:色)?の?[^、。\s]{0,5}?(?:アプリ|やつ|ヤツ|奴|方(?!針|向|法)|ほう|吹き出し|ふきだし|アイコン|チャット|メッセ|あれ|アレ|あいつ|トーク|連絡)|"
    r"みどり(?:色)?の?(?:アプリ|やつ|方|ほう|吹き出し|ふきだし|アイコン|チャット|メッセ|あれ)|例の(?:緑|みどり)|[(「]緑[)」]|緑の(?=id|アカウント|検索)|緑(?:の|で|に|は)?$|"
    r"(?<![a-z])(?<!chinese )green (?:japanese )?(?:chat|messenger|messaging|message|talk|speech|bubble|one|icon|app)(?: app)?|japan(?:ese)?(?:'s)? (?:green )?(?:messenger|messaging app|chat app|messaging one)|"
    r"l as in|l-?eye-?n-?e|らいぬ|友だち.{0,3}登録|友達.{0,3}登録|(?:bear|rabbit|bunny|brown)[- ]and[- ](?:bunny|cony|bear|rabbit) app|線.{0,4}英語にした|くまとうさぎの(?:(?:スタンプ|キャラ|絵)(?:の|がいる|が出る))?(?:アプリ|やつ|ほう)?|l1ne|らい[ー~〜]{1,3}ん|らーいん|らいんん|友[達だ]ち追加(?:用の?(?:文字列|id|名前|コード))?|友だち登録|えるあいえぬいー|エル・?アイ・?エヌ・?イー|line@|lin3|ｌｉｎｅ|ﾗｲﾝ|横線のアプリ|線のアプリ|既読がつく|吹き出しの(?:やつ|方|ほう|アプリ)",
    "slack": r"(?:ハッシュマーク|ハッシュタグ|井桁|シャープ|#)(?:マーク|型|のマーク|のアイコン)?の(?:アイコンの)?(?:チャット|やつ|アプリ|ほう|方|アイコン)|社内チャット\(|"
    r"colou?red hash|hashtag[- ](?:logo|icon|shaped)|purple[- ]green|the hash(?:tag)? (?:chat|app|icon)|スラ(?=で|の|に|は)",
    "skype": r"(?:青|あお)い?[^、。\s]{0,4}?(?:通話|電話)アプリ|青い?(?:の)?s(?:の(?:アプリ|やつ|アイコン))?|(?:old )?blue (?:s(?![a-z])|calling app|call app|one|video app)|マイクロソフトの(?:水色|通話|青い|電話)|sky[- ](?:colou?red|blue)|マイクロソフトの[^、。\s]{0,4}(?:通話|電話|アプリ)|microsoft (?:one|call(?:ing)?|video)|水色の(?:通話|アプリ|s)|"
    r"青い(?:通話|電話)(?:の)?(?:アプリ|やつ)|skypc|sk[yi]p(?:e|3)|スカイペ|すかぷ|(?<![a-z])the s-word",
    "chatwork": r"(?:🟥|🔴)\s?💬|(?<![a-z])cw(?![a-z])|赤い?(?:の)?(?:アイコン(?:の)?|マークの|業務)?(?:チャット|アプリ|やつ|方(?!針|向|法)|ほう)|赤い[^、。\s]{0,10}チャット|赤いの|国産の(?:ビジネス)?チャット|red (?:\w+ ){0,2}chat|(?:chat|app|tool)s? with the red|red (?:mark|logo|check)|japanese task chat|(?:the )?red (?:chat )?(?:tool|app|one|icon)|"
    r"コンタクト(?:申請|id)|(?<![a-z])c[/.]w(?![a-z])|チワーク|チャワーク|チャットw(?![a-z])|チャッ\.{2,}|チャッ…|ちゃわ(?!ん)|チャットの?ワーク|仕事用チャット",
    "discord": r"디스코드|(?:🎮|🟪|🟣|💜)\s?(?:💬|🎤)|フレンドコード|ディスコ(?=で|の|は|に|なら|やって|サーバ|鯖|や|ID|id)|(?<![a-z])(?:disc|dc)(?= (?:server|tag|id|is|:)|で|の|は)|ゲーマー(?:向け|御用達)?の?(?:チャット|アプリ|通話)|gamer(?:s'|'s)? (?:chat|app|voice)|ゲーム用の通話|purple gam",
    "telegram": r"(?<![a-z])durov's|텔레그램|电报|電報アプリ|✈\s?(?:💬|アプリ|app)|(?<![a-z])(?:tg|tele)(?![a-z])|紙飛行機(?:の|マーク)?|paper ?(?:plane|airplane)|テレグラ",
    "whatsapp": r"(?:place|app|one|messenger|chat) (?:with|of|that has) (?:the |its |those )*(?:(?:two|double) (?:little )?(?:blue |grey )?|pair of (?:blue )?)(?:ticks|check ?marks|checks)|(?:two|double)[- ](?:blue[- ])?(?:tick|check) (?:app|messenger|one|chat)|青い(?:チェック|レ点)(?:マーク)?が?(?:二つ|2つ|ふたつ|二個|2個|並)|(?:二つ|2つ|ふたつ)(?:の|並んだ)(?:青い)?(?:チェック|レ点)の|green phone[- ](?:in[- ]a[- ])?(?:speech[- ])?bubble (?:app|icon|one)|what'?s ?app(?! (?:name|store|review|icon|is|does|should|do|are|would|will))|(?<![a-z])wa(?=[:]| number| me|で|の番号)|ワッツ|わっつ|wassap|watsapp|green phone (?:app|icon|one)",
    "wechat": r"위챗|微訊|(?<![a-z])(?:w-x|wx ?id|vx|v信|威信|薇信)(?![a-z])|chinese (?:green )?(?:app|messenger|chat)|中国(?:の|版)?(?:の)?(?:緑|みどり)?(?:色)?(?:の)?\s?(?:チャット|アプリ|メッセ|line|app(?![a-z]))|we ?chat|ウィチャ",
    "kakao": r"카톡|카카오|(?:🟨|🟡|💛)\s?(?:💬|アプリ|app)|カカオ(?=\s?[a-z\d_])|黄色い?の?(?:アプリ|やつ|チャット|メッセ|トーク|方(?!針|向|法)|ほう|アイコン)|yellow (?:korean |chat |messaging )?(?:messenger|app|chat|one|icon|talk)|ka-?ka-?o|韓国の(?:黄色い)?(?:チャット|アプリ|メッセ|line)|korean (?:messenger|chat app)|カカオ(?=の?id|で|は)",
    "zoom": r"(?:青|あお)い?(?:ビデオ)?カメラ(?:の(?:アイコン|マーク|絵))?の[^、。\s]{0,4}(?:会議|通話|ビデオ)(?:の?アプリ)?|(?:blue |white )?(?:video[- ])?camera (?:meeting|conference|conferencing|video call) app|blue (?:video[- ]|movie[- ])?camera (?:app|icon|one)|google ?meet|グーグルミート|ミート(?=で|の)|(?:microsoft |ms )?teams(?=の| meeting| call|で|会議|通話)|チームズ|webex|ウェブ会議|web会議|ミーティング(?:id|番号)|meeting (?:id|number)|whereby",
    "instagram": r"인스타|(?:📷|📸)\s?(?:アプリ|app)|(?<![a-z])(?:insta|ig)(?![a-z])|写真(?:の|共有)?(?:アプリ|sns)|カメラの(?:アイコン|マーク)の|photo(?:-sharing)? app",
    "x": r"青い小?鳥が(?:い|消|去|飛)[^。\n]{0,24}(?:ところ|やつ|場所|sns|あれ)|一文字になった(?:ところ|やつ|sns|あれ)|🐦\s?(?:アプリ|app)|tweet(?:ing)? (?:at|as)|(?<![a-z])x(?=で|\s?の\s?@.{0,50}(?:dm|フォロー|メッセ|連絡|追加|検索)|の(?:\s?@|dm|アカ|id|ほう|方)|\(旧|\s?dm| \(formerly)|(?<=on |my )x(?![a-z])|エックス(?=の|で|は|も)|旧ツイ|ツイッ|ついったー|ついった(?=で|の|に|から|は)|青い鳥|bird app|(?:blue )?bird (?:site|app|one)|(?<![a-z])twtr|dmは開放",
    "facebook": r"(?:the )?book of faces|(?<![a-z])fb(?=で|の(?:メッセ|アカ|id|友)| messenger| me|:|\s?→)|メッセンジャー(?!ボット|アプリの開発)|(?<![a-z])messenger(?! (?:chat)?bots?)(?![a-z])|顔本|フェイスブ|フェースブ",
    "other": r"(?:例の|いつもの)(?:トーク|チャット|通話|ビデオ会議)アプリ|(?<![a-z])(?:psn|vrchat|vrc|steam)(?=\s?(?:のフレンド|の?(?:id|名前|アカ)|で(?:フレ|検索|待|お話|話|連絡|つな)|に(?:います|い)|:| (?:id|name|friend|handle|account)))|(?<=on )(?:psn|vrchat|steam|element|wire|session)(?![a-z])|(?<=the )(?:element|wire|session|briar|jami) (?:app|messenger)(?![a-z])|(?<=[a-z])/element(?![a-z])|(?:the |that |a )?(?:chat|messaging|messenger) app|チャットアプリ|メッセージアプリ|メッセンジャーアプリ|(?:別|他|ほか|外|よそ)の?(?:アプリ|チャット|sns|サービス|ツール)(?=で|の|に|は|なら|も)|どの(?:アプリ|sns)|連絡用の?(?:id|アカウント)|(?<!公開)sns(?:の(?:id|アカウント|ユーザー名)|で(?:は|も|の名前))|(?:other|another|different) app|(?<=[a-z\d_.-] )everywhere|マストドン|ブルースカイ|スレッズ|ワイヤー?アプリ|シグナル(?=で|の?id|を入|の(?:ユーザー|アカウント|番号))|signal (?:app|number|me)|バイバー",
}
#: What a service's name means in another language, by the name of its kind.
TRANSLATED = {
    "line": "線|一本線",
    "slack": "たるみ|ゆるみ|弛み|緩み",
    "discord": "不和|不一致|仲違い",
    "telegram": "電報",
    "zoom": "拡大",
    "facebook": "顔の本|顔と本",
    "other": "信号|合図",
}
#: Words of several services, which mean the one that is named beside them.
SHARED = r"コンタクト(?:申請|id)|フレンドコード|メッセンジャー|messenger|友(?:だち|達)検索|友[だ達]ち?(?:追加|登録)"


def translated(kind: str) -> str:
    """A pattern for a service called by what its name means: 電報の英語の名前のアプリ, 「不一致」in English."""
    words = TRANSLATED.get(kind)
    if not words:
        return ""
    said = rf"(?:{words})[」』\"')]?\s?(?:は|を|の|って|という)?\s?(?:(?:という)?(?:意味(?:する|の)|指す|表す)\s?)?(?:in )?(?:英語|英訳|英単語|english)"
    app = r"(?:アプリ|app|chat|チャット|トーク|sns|通話)"
    return rf"{said}(?=[^\n]{{0,24}}{app})|{app}[^。\n]{{0,8}}?{said}"


#: Directly behind a service's name: the service is what the work is about, not a way to reach a person.
TOPIC = (
    r"\s?(?:の)?(?:スタンプ|bot|ボット|連携|api|messaging|ミニ(?:アプリ|プログラム)|広告|ads|通知|notification|webhook|integration|連動|公式アカウント(?:の|を|構築|運用)|official account|リッチメニュー|"
    r"ログイン|login|マーケ|運用|マニュアル|操作|使い方|講座|英会話|レッスン|導入|移行|解説|記事|比較|配信|ステップ|クローン|風|用の|のデザイン|デザイン|サムネ|動画(?:編集|素材)?|recording|録画|background|背景|バーチャル|"
    r"account growth|アカウント(?:を|の)(?:分析|運用|成長|設計)|ヘッダー|header|投稿|posts?(?![a-z])|フォロワー|followers?|hashtag|ストーリーズ|リール|画面|ui|クライアント|アプリ開発|サーバー?(?:設計|構築|の?ロール)|ロール|カテゴリ|ワークフロー|チャンネル名|server design|roles?(?![a-z])|template|テンプレ|"
    r"widget|ウィジェット|sdk|block ?kit|\.js|emoji|絵文字|gif|integration|plugin|プラグイン|cli|scraper|スクレイピング|データ|分析|analytics|campaign|キャンペーン|漫画|マンガ|ギフト|ポイント|ペイ|pay|予約|で予約|ボタン|button|アイコン|icon|ロゴ|logo|"
    r"サービス終了|チャンネル(?:に通知|名)|channel name|チャット ?gpt|clone|stickers?|card|tag|item|break|height|art|graph|chart|of |up |マンション|アップ|ナップ|ハルト|アート|ダンス)"
)
#: Words that make a mention a contact: someone is to be found, added, written to.
CONTACT_WORDS = (
    r"同じ|same as|追加|検索|登録(?:して|あ|お|くだ)|申請|友だち|友達|ともだち|フレンド|招待|探して|見つか|出(?:ます|てきま)|連絡|やりと|やり取|話(?:し|せ|そ)|送(?:っ|り|る|れ)|どうぞ|ください|下さい|お願い|おねがい|"
    r"(?<![a-z])(?:id|add|search|find|dm|ping|message|msg|reach|ring|call|contact|hit me|look me up|look for|invite|join|username|user name|handle|nick|nickname|account|name|there|here's|mine|me|i'm|im|i am|my)(?![a-z])|"
    r"アカウント|ユーザー名|ユーザネーム|ハンドル|名前|です|教え|ここ|こちら|同じ|まで|使って|使えます|は|から"
)
#: Directly before a handle: whatever follows is one.
LABEL = (
    r"(?:(?<![a-z])(?:id|account|user ?name|handle|go(?:es)? by|known as|nick(?:name)?|name|tag|user|search for|search|find|add|look up|look for|i'm|im|i am|it's|its|as|under|type|here:|mine is|me at|me on)|アカウント(?:名)?|ユーザー(?:名|ネーム)|ハンドル(?:名|ネーム)?|スカイプ名|名前|表示名の?|登録名|検索名|urlの最後|検索|友だち追加|友達追加)"
    r"(?:\s?(?:は|が|:|：|=|→|->|is|「|『|\(|（|\"|'|、|,|\s|this|name|id|no\.?|→|⇒|で)){0,4}\s?[「『(\"'`@]?$"
)
#: Right behind a handle: it is one.
BEHIND = r"^[」』)\"'`]?\s?(?:です|でお願い|でしょう|を名乗|と(?:打|入力)|で(?:検索|登録|出|見つ|探|追加|いま|や)|を(?:追加|検索|探|登録|友|add|search|フォロー)|まで|に(?:dm|連絡|追加|メッセ|申請|送)|と(?:申し|いう|検索)|って(?:名前|id|いう)|on (?:there|it|that)|there|works? on|is (?:me|my|mine))"
#: Behind a Latin word in a Japanese sentence: the word is a noun of it.
PARTICLE = (
    r"\s?(?:[をにとのがはも](?![a-z\d])|で(?!す|お願い|検索|登録|出|見つ|探|追加|いま|や[りっ]|き|届|大丈夫|どう|待|$))"
)
_THING = (
    r"(?:(?:ファイル|フォルダー?|画像|素材|イラスト|挿絵|絵|曲|音源|bgm|レイヤー|ブランチ|タグ|コミット|変数|関数|クラス|テーブル|カラム|部品|パーツ|ボタン|背景|モデル|ワールド|マップ|シーン|キャラ(?:クター)?|登場人物|主人公|ヒロイン|役|商品|製品|スクリプト|bot|ボット|テンプレ(?:ート)?|スラッグ|slug|見出し|フォント|書体|プラグイン|書き出し)(?:の?名前?|の題)?|"
    r"(?:アイコン|ロゴ|絵文字|チャンネル|写真|動画|ロール|役職|店|商品|作品|通知文に出る)の?名前?)"
)
_THING_EN = r"(?<![a-z])(?:files?|folder|image|picture|(?:icon|logo)(?= called| is (?:called|named))|branch|layer|script|bot|template|track|song|font|variable|column|table|field|component|model|world|character|hero|heroine|role|tag|product|page|slug|channel|channels|spreadsheet|document|draft)"
#: The text is about a table or its data.
COLUMNS = r"カラム|列|テーブル|主キー|外部キー|フィールド|スキーマ|マスタ|データ(?:セット|ベース)|ログ|集計|移行|csv|sql|json|varchar|(?<![a-z])(?:int|null|bool(?:ean)?|column|field|table|schema|export|dump|data ?set|data ?frame|log|rows?|merged?|renamed?|dropped|payload|events?|api|keys?)s?(?![a-z])"
#: Directly before and behind a token: it is the name of a thing that is worked on.
THING_BEFORE = (
    rf"{_THING}\s?(?:は|が|:|=|も)\s?[「『\"'(]?$|{_THING_EN}(?:(?: (?:for|of|with|on)(?: [a-z'-]+){{1,4}})? (?:is|are)(?: called| named)?|:| (?:called|named))\s?[\"']?$|"
    r"(?<![a-z])(?:slug|(?:build|order|item|test) id(?: is)?)\s?$|(?<![a-z])(?:attached|saved?|export(?:ed)?|upload(?:ed)?|filed|render(?:ed)?) (?:it |them )?as\s?[\"']?$"
)
THING_BEHIND = r"[」』\"')]?\s?(?:と(?:いう|いった|名付けた)(?:設定|部品|ファイル|レイヤー|キャラ|役|変数|曲|素材|名のファイル|画像|スクリプト|ボタン|商品)|に(?:差し替え|置き換え|書き出し)|に統一|を(?:提案|配置|描|印刷|赤く|太字|中央|拡大|縮小|表示(?:して|する)|置いて)|と(?:書い|書かれ|表示され)て(?:ある|いる)(?:部分|箇所|ところ|文字))"
#: What a service's name stands for where the text explains an abbreviation: FB means "flashback", TGは「ターゲット」の略.
GLOSSARY = r"\s?(?:means?|stands? for|is short for)\s(?:the |an? )?[\"'(]?$"
GLOSSARY_BEHIND = r"[」』\"')]?\s?(?:の(?:略|こと(?:です|で)|意味)|という意味|を指)"
#: The names of the text are those of a story.
FICTION = r"架空|作中|劇中|主人公|登場人物|ヒロイン|実在し(?:ない|ませ)|(?<![a-z])(?:fictional|fiction|imaginary|made-up)(?![a-z])"
#: Directly before or behind the name of a service: an account that nobody has, in a story or on a drawn screen.
FICTION_BEFORE = r"(?:(?:作中|架空|劇中|主人公|登場人物|キャラ(?:クター)?|ヒロイン)(?:の|に出る|に出てくる|が使う)|(?<![a-z])(?:fictional|imaginary|made-up|character's|hero's|heroine's))\s?$"
FICTION_BEHIND = r"\s?(?:の)?(?:という(?:名前?の|題の|タイトルの)?(?:電報の|曲|歌|映画|小説|記事|本|言葉|単語|題|名の|商品|店|キャラ|作品|番組|ゲームの歴史)|会話画面|トーク画面|風の?(?:画面|ui|会話)|モック|mock-?ups?(?![a-z])|mock(?![a-z]))"
#: ライン as a drawn line, a limit or a row.
LINE_TOPIC = r"\s?(?:が(?!\s?[「『@]?[a-z][a-z\d._-]*[」』]?\s?(?:です|で検索|なので))|を(?:引|そろ|揃|太|細|足)|上|下|取り|工|川|引き|の(?:太さ|色|長さ|位置)|は\d(?!\d?進)|幅)"
#: Directly before ライン: one that is drawn, built or sold.
LINE_DRAWN = (
    r"(?:路線図|路線|地図|図面?|グラフ|チャート|絵|イラスト|デザイン|ロゴ|背景|輪郭|線画|床|道路|歩道|工場|製造|生産|組み?立て?|梱包|検査|商品|製品|"
    r"コート|グラウンド|スタート|ゴール|センター|通勤|鉄道|空港|体|からだ|顔|髪|首|腰|裾|袖|肩|服|車体|ボディ)の?$|(?:生産|製造|組立|海岸|稜線|境界|水平|基準)$"
)
