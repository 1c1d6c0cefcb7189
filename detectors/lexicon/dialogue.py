"""What turns of a conversation do to each other: open a request, answer it, continue a piece, change the topic."""

from __future__ import annotations

from detectors.lexicon.phones import AREA_CODES

_CITIES = "|".join([name for name in AREA_CODES if name.isascii()])

#: A turn with a service cue opens a request when it also asks, offers to connect or says that a name will follow.
OPENS = (
    r"[?？]|持って|ますか|ですか|教え|おしえ|(?<![a-z])(?:id|add|got|use|have|your|handle|name|call|send|share|hop|find|green one|connect|account|search|look)(?![a-z])|使(?:え|って|い)|やって|お持ち|ありますか|追加|検索|申請|招待|送|交換|つなが|繋が|見つけ|探|出(?:ます|て)|(?:です|なん(?:です)?)(?:けど|が)[。、…\s]*$|の件[。、…\s]*$|"
    r"どこ(?:に|で)|どちら|ましょうか|しますか|回に分け|のあと|の後|アカウント|名前|もらえ|ください|下さい|お願い|続き|2つ|二つ|連絡先|言えな|書けな|not allowed|can't (?:say|paste|write|post)|(?:緑|みどり)[)）」]"
)
#: A turn that asks where to write, invite or share: what follows may be the part of an address before its @.
OPENS_MAIL = r"アドレス|メアド|メール|@|宛先|宛て先|送り先|ご?招待(?:状|メール|を|先)|送付先|アット(?=マーク|の)|記号|受信箱|受信トレイ|共有(?:に|を|権限)|google ?アカウント|gmail|ジーメール|グーグル|(?<![a-z])(?:e-?mail|address|invite|inbox|at sign|curly a|squiggly a|swirly a|google (?:account|drive|one)|gmail|share (?:it|the))(?![a-z])"
#: A turn that asks for a number or says one is coming.
OPENS_PHONE = (
    rf"(?<![a-z])(?:\d{{3}} is (?:{_CITIES})|(?:{_CITIES}),? (?:so|hence|still) \d{{3}}(?!\d)|(?:still|under|on) \d{{3}}[ -]\d{{3}}(?![ -]?\d))|"
    r"電話|でんわ|番号|携帯|ケータイ|area code|(?:下|上|頭|最後|末尾|残り)[の]?\d?[四4４]?(?:桁|ケタ|けた)|桁|ケタ|かけ(?:て|たい|ます)|tel|(?<![a-z])(?:phone|mobile|cell|number|digits|call|ring|dial|missed call|text|(?:first|second|last|other) (?:half|part|bit|three|four|digits)|part (?:one|two|three|[123])(?= is|:))(?![a-z])|0[5789]0(?:から|で始|の(?:あと|後|次)|です|まで)|(?<![a-z])area(?:'s| is|:) \d{3}(?!\d)|固定(?:回線|しか|だけ|の番号|で(?:す|、))|連絡先|つなが|お声|ショートメ|sms|ワン切り|着信"
)
#: The guess of the other is right, said at the beginning of a message.
CONFIRMS = r"^\W*(?:はい|ええ|うん|そう(?:です|そう|だ)|正解|当たり|あたり|ピンポン|合って|あって|その通り|そのとおり|おっしゃる(?:通り|とおり)|まさに|それです|ばっちり|です[。!！]|(?:ha,? |oh )?(?:yes|yep|yeah|yup|exactly|correct|right|bingo|spot on|you got it|that'?s (?:it|right|the one|correct|me))(?![a-z]))"
#: Somebody asks whether a guess is right.
GUESSES = r"[?？]|(?:です|ます|でしょう|でした|ました)(?:か|よね|っけ)|合って(?:い?ます|る)|(?<![a-z])(?:is it|is that|right)(?![a-z])"
#: The numbers that were told are to be dialled on end.
DIALS = (
    r"(?:続け|つづけ|つな[いぐげ]|繋[いぐげ]|順に|順番|並べ|合わせ|上から)[^。、\n]{0,12}(?:(?:読んで|と)、)?[^。、\n]{0,10}(?:発信|お?電話(?:を|くだ)|ダイヤル|ダイアル|かけて|鳴らし|コール|受話器|(?:私|わたし|僕|ぼく|俺|うち|当方)(?:が出|に(?:つなが|繋が|かか|届)))|"
    r"(?<![a-z])(?:dial|call|ring) (?:those|them|these|all (?:three|of them))(?![a-z])[^.\n]{0,24}(?:in (?:a row|order|that order|one go)|together|as one|on end)"
)
#: The turn turns the request down, or speaks of something else that may look like a handle.
CLOSES = r"申請(?:して|が|まで)|決まり|すみません.{0,20}(?:でき|ない)|rather (?:not|keep)|can't share|not (?:before|allowed|until)|ここで(?:完結|お願い|進)|当面はここ|やっていない(?:です|の)|やってない(?:です|の)"
OTHER_THING = (
    r"名前を(?:考え|付け|つけ|決め)|アカウント名を(?:考え|決め)|命名|名付け|架空|作中|劇中|登場人物|主人公|アプリの名前は(?:どう|何)|(?:bot|ボット)の?名|be called(?![a-z])|(?<![a-z])(?:do|should|shall) (?:we|i) (?:name|call) (?:the|it|this)|mock-?up|"
    r"ファイル|品番|型番|(?<!ディス)(?<!フレンド)コード|ブランチ|バージョン|変数|関数|クラス名|カラム|テーブル|フォルダ|レイヤー|テンプレ|キャラ|ロール|役職|タグ名|コミット|チケット|入稿|データ名|素材名|英語表記|綴り|スペル|表記|タイトル|パッケージ|ライブラリ|プラグイン|設定(?!画面で(?:確認|見))|ボタン|イベント名|書体|フォント|"
    r"(?<![a-z])(?:branch|files?|filename|folder|version|variable|function|class|column|table|template|package|build|ticket|commit|tag|role|roles|part number|sku|layer|font|plugin|event|env|key|slug|repo|script|module|endpoint|field|style|token|test|character|spelling|title)(?![a-z])"
)
#: Words around a piece that say: this goes on from what was sent before.
GOES_ON = r"のあと|の後|そのあと|その後|続き|つづき|続いて|続けて|次(?:が|は|に)|つなげ|繋げ|↑|上(?:の|に)|さっきの|前半|後半|最後|残り|下[4四４]?(?:桁|ケタ|けた)|以上|(?<![a-z])(?:then|and|next|rest|last|continued|after|followed|plus|at sign|in between|at [a-z]{4,10},? (?:right|yes)\?)(?![a-z])|をつけ|を付け|dot com|ドットコム|足し|分け|切れ|です|まで|から|に$|:\)|回に分け|全部|合わせ"
#: Of a turn that gives a handle: it is the first part only, more follows.
HALF_GIVEN = r"[a-z\d][._\-]\s?(?:です)?\s?$|まで(?:は|が|で|言|送|を|$)|のあと|の後|そのあと|その後|続き|つづき|続いて|続けて|次(?:が|は|に)|つなげ|繋げ|前半|前の?半分|半分|残り|切れ|分け(?:て|ます|で)|に$|(?<![a-z])(?:then|next|rest|continued|to follow|first (?:half|part|bit))(?![a-z])"
#: A turn that says that it belongs to the end of the last one.
JOINED = r"つなげ|繋げ|つないで|続けて|くっつけ|合わせて|合体|(?<![a-z])(?:joined|no gap|no spaces?|stick it|on the end|all one|in one go|put together)(?![a-z])"
#: The numbers of a meeting, which no one calls.
MEETING = r"(?<![a-z])zoom(?![a-z])|ズーム|ミーティング|meeting (?:id|number)"
#: A turn that says that the number of a meeting follows.
OPENS_MEETING = r"(?:ミーティング|会議|zoom|ズーム)の?\s?(?:番号|id)|(?<![a-z])meeting (?:id|number)"
#: Words that say: here is the rest of a number.
RESUMES = r"残り|続き|つづき|後半|最後|下4?(?:桁|ケタ)|のあと|の後|(?<![a-z])(?:then|rest|last|tail|after that)(?![a-z])|つなげ|足し"
#: A turn about a number that no one calls.
OTHER_NUMBER = r"(?:注文|受注|発注|管理|追跡|会員|登録|見積|請求|商品|製品|整理|受付|予約|口座|案件|契約|図面|部品|顧客|社員|学籍|証明|資格|お?問い?合わ?せ)書?の?(?:番号|コード|ナンバー|id|no)|在庫|品番|型番|シリアル|伝票|ロット|(?:請求|納品|見積)書\s?[\d#]|(?<![a-z])(?:(?:order|invoice|serial|sku|tracking|ticket|stock|batch|lot)(?: (?:no|number|id|code))?|part (?:no|number|id|code))\.?(?: is| starts)?\s?[:#]?\s?\d"
#: A turn that says how a number begins: 090から始まります, うちは03の固定で.
BEGINS_SO = r"(?:から|で)\s?(?:始|はじ)|(?:頭|最初|前半|先頭|市外局番)(?:は|が)|番号|電話|携帯|まで|固定|局番|(?<![a-z])(?:starts?|begins?|first|area)(?![a-z])|^\W*0[5789]0\W*$"
#: The turn goes on from the last one, or says that it is the last.
ON_AND_ON = r"^(?:で|あと|それ(?:と|から)|そして|次|続|つづ|最後)[、,はに]|以上(?:です)?\W*$|^(?:then|and)(?![a-z])"
#: A turn that asks for the name under which someone is found, whatever the service.
ASKS_NAME = r"名前は|お名前|(?<![a-z])id(?![a-z])|アカウント|検索名|タグは|そちらは|ユーザー名|登録名|何で(?:出|検索)|(?<![a-z])(?:name|handle|username|tag|nick|yours|find you|add you|look you up)(?![a-z])"
#: A turn that says what a name sent before is for: これ、LINEです, ↑, "that's my Skype".
POINTS_BACK = r"↑|^[\W_]*(?:これ|それ|さっき|上の|今の|いまの|その(?:id|名前))|(?:です|だよ|の方|のほう|アプリ(?:です)?|やつ(?:です)?)[。!！♪\s]*$|で(?:検索|登録|追加|探し)|(?<![a-z])(?:that'?s|it'?s|that is|it is|on|the one above|above)(?![a-z])"
