"""Words that tell a phone number from the many other numbers of a business chat."""

from __future__ import annotations

#: A call, a text message or a line is the topic.
CUE = (
    r"電話|局番|でんわ|スマホ(?!ケース|カバー|アプリ|対応|サイト|ゲーム|版|用|向け|決済|で見|画面)|スマートフォン|ダイヤル|ダイアル|連絡つ|連絡がつ|出目|(?<![a-z])(?:area code|toll[- ]free|tel|phone|telephone|telefone|teléfono|mobile|cell|cellphone|landline|fax|voicemail|sms|"
    r"whats ?app|hotline|fone|telphone|moble|moblie|mobil|celphone|desk line|private line|pls cal|cal me|plz cal)(?![a-z])|テル番|携帯|ケータイ|けいたい|ケイタイ|ショートメ|フリーダイヤル|直通|内線|着信|ワン切り|"
    r"(?:かけ|掛け|架け)(?:て|ら|る|れ|直)|架電|コールして|お声|声が聞|声で(?:確認|話|お話|相談|説明|頼|伝|聞|やり)|(?<!ン)通話|呼び出し|鳴り|鳴る|鳴ら|"
    r"(?<![a-z])(?:call|calls|dial|ring|text|texting|ping|buzz|reach|holler|speak)(?![a-z])|"
    r"[☎📞📱📲🤙☏]|direct line|missed call|电话|電話|手机|телефон|फोन|电话号|つなが(?:り|る|っ)|繋が(?:り|る|っ)"
)
#: Directly before the digits: this number is a phone number, whatever its shape.
LABEL = (
    r"(?:電話(?:番号)?|携帯(?:番号|電話)?|(?<![a-z])(?:tel|telephone|phone|contact no\.?|mobile|cell|fax|whats ?app|telefone|telefono|telepono|call|txt|text|ring|dial|hlp|help(?:line)?|cust ?care|customer services?|"
    r"direct line|hotline|(?:my|your|their|the|his|her|our|its|contact|direct|office|best|property contact) (?:(?:phone|contact|mobile|cell|direct|work|home|office|telephone) )?(?:number|nummber|numbr|numer|nubmer|nunber|numba|nmbr)(?: (?:i have listed|for (?:the|them) [^ ]+))?)|"
    r"(?:answering|reached|reach|contact|call|text|messages?|ring|touch|phone|dial|(?:one|line|office|desk) )(?: [^ ]+){0,3} (?:at|on|via|to|through|by|is)|电话号?码?|手机号?码?|[号號][码碼]|फोन नंबर)"
    r"(?:\s?(?:no|number|num|#|番号)\.?)?\s?(?:id|is|was|are|はい|は|が|も|の番号は|as|:|：|=|→|->|是|e|es|to|at|on|-|#|\s)?[\s:：は「『(\[]{0,3}$"
)

#: Directly before the digits: this is some other number.
OTHER_LABEL = (
    r"(?:(?:証書|証明書|資格|認定|検定|合格|保証書?|機種|通し|枝|車台|旅券|年金|納税|届出|選手|区画|地番|追跡|伝票|注文|受注|発注|受付|予約|会員|登録|出願|商標|特許|特開|特願|意匠|実用新案|口座|カード|郵便|車両|シリアル|製造|見積|請求書?|依頼|案件|管理|整理|証券|保険者?|医療機関|学籍|"
    r"社員|職員|お問い合わせ|問合せ|問い合わせ|チケット|送り状|荷物|配送|ロット|図面|製品|商品|作品|資料|契約|申請|送信|連|支店|店舗|銀行|法人|事業者|免許|許可|認証|確認|参照|識別|返品|メーカー|検証|課題|部品|"
    r"背|座席|便|列車|電車|系統|問題|回答|正解|ページ|行|条|第|台帳|受験|学生|患者|診察|個体|色|小節|塗料|分類|物件|棚|ロッカー|暗証)(?:番号|コード|id|no\.?|ナンバー|№|＃|#|号)|"
    r"請求記号|刻印|得点|スコア|クリック数|再生数|閲覧数|表示回数|幅|奥行き?|高さ|長さ|丈|寸法|厚さ|厚み|直径|半径|容量|品番|型番|型式|シリアル|特開|特願|意願|商願|実願|特許第|登録第|商標登録第|〒|伝票|税込|税抜|合計|小計|金額|単価|"
    r"(?<![a-z])(?:order|tracking|invoice|ticket|serial|card|account|routing|part|po|patent|ref|reference|version|build|ver|port|ip|batch|case|"
    r"booking|reservation|confirmation|pin|passcode|password|pass|code|isbn(?:-1[03])?|jan|ean|upc|asin|sku|issn|doi|imei|vat|ein|"
    r"acct|conta|resident|ssn|sin|npi|nino|trn|utr|tax|license|licence|passport|policy|model|item|product|lot|zip|postal|bsb|iban|abn|acn|tfn|"
    r"medicare|aadhaar|pan|nhs|id|no|scores?|tag|width|height|depth|tracker|flight|page|rfc|pr|issue|commit|case no|hash|md5|unix|timestamp|epoch)"
    r"(?:\s?(?:番号|コード|ids?|no|no\.|numbers?|num|#|カード|codes?|card))?|№|#|№)\.?\s?(?:は|が|の|:|：|=|is|are|was|were|→|「|『|\(|（|\s|-|例)*$"
)
#: Before the digits, with nothing but a few words between: a number introduced as a WhatsApp account is one.
WHATSAPP = r"(?:wh[a@]t+'?s ?app|ワッツアップ|ワツアップ|ワッツアプ)[^。!?\n\d]{0,30}$"
#: Directly behind the digits: a quantity.
UNIT = (
    r"^\s?(?:目|段|円|万|億|千|ドル|元|ユーロ|ウォン|件|枚|文字|字|本|個|名|人|ページ|頁|回|日(?!本)|時間|分(?!か)|秒|歳|代|点|話|章|条|号(?!室の)|"
    r"[行列](?=[をはとで、。分目])|度|位|%|％|‰|kg|g(?![a-z])|mg|ml|cc|mm|cm|km|m2|桁|ケタ|けた|px|pt|em|rem|kb|mb|gb|tb|fps|hz|khz|mhz|ghz|dpi|ppi|kcal|"
    r"yen|usd|eur|jpy|dollars?|bucks|words?|pages?|hours?|hrs?|min(?:s|utes)?|sec(?:onds)?|items?|users?|rows?|views?|"
    r"pcs|units?|bytes?|ms(?![a-z])|lines?)"
)
#: Numbers of a shape that phones do not have; hidden before digits are gathered.
OTHER_NUMBERS = (
    r"(?<![\d/])\d{1,2}/\d{1,2}\s?[-~–]\s?\d{1,2}/\d{1,2}(?![\d/])|(?<!\d)(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?(?!\d)"  # dates
    r"|(?<![\d-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[_-]\d{4,6})?(?!\d)"
    r"|(?<![\d-])(?:19|20)\d\d-\d{5,6}(?![\d-])"  # applications and cases of a year
    r"|(?<![\d/.])\d{1,2}/\d{1,2}/(?:19|20)?\d\d(?![\d/])"
    r"|(?<![\d.-])\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?![\d.])"
    r"|(?<![\d:])\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?!\d)"  # times
    r"|[¥$€£￥₩]\s?\d[\d,.]*"  # money
    r"|(?<![\d,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d-])"
    r"|(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])(?::\d+)?(?:/\d+)?"  # IPv4
    r"|(?<![\d.])\d{1,2}\.\d{1,2}\.\d{1,3}(?![\d.-])"  # versions
    r"|(?<![\d.])-?(?!0[5-9]0\.)\d{1,3}\.\d{4,}(?![\d.-])"  # coordinates, long decimals
    r"|(?<!\d)(?:\d{4}[ -]){3}\d{4}(?!\d)"  # cards
    r"|(?<![\d-])97[89](?:[- ]?\d){10}(?!\d)"  # ISBN, JAN
    r"|(?<![\d.)-])\d{1,5}\s?[x×]\s?\d{1,5}(?!\d)(?:\s?[x×]\s?\d+)?"  # dimensions
    r"|〒\s?\d{3}-?\d{4}"
    r"|#[\da-f]{3,8}(?![\da-z])"
    r"|(?<![\da-z])(?=[\da-f]*[a-f])(?=[\da-f]*\d)[\da-f]{12,}(?![\da-z])"  # hashes
    r"|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}"
    r"|(?<![\d])(?:[\da-f]{1,4}:){3,}:?[\da-f:.]*"  # IPv6
)

#: A number of the text only shows where one goes.
PLACEHOLDER = r"テストデータ|テスト用|試験用|架空|正規表現|連番|(?<![a-z])(?:regex|test (?:data|numbers?)|fictional|fake)(?![a-z])|仮の|仮文字|仮番号|仮で|ダミー|サンプル|見本|記入例|入力例|例(?:に|は|と)|プレースホルダ|(?<![a-z])(?:placeholder|dummy|sample|example)(?![a-z]|\.[a-z])"

#: The text itself says that its numbers are not what they look like, or how to put them together.
PUT_TOGETHER = (
    r"くっつけ|合体|がっちゃん|結合|かけ合わ|連結|つながります|余計な(?:字|文字)|飛ばして|拾って|実は|数字だけ|数字のみ|つなげ|繋げ|つないで|繋いで|並べ|ならべ|続けて|つづけて|続けると|抜いて|除いて|取って(?:読|くだ)|とって(?:読|くだ)|足して|あわせて|合わせて|"
    r"順に|順番に|わかりますよね|お察し|察して|私に(?:つなが|届)|本当は(?:私|僕|番号)|上から|縦に|たて読み|縦読み|桁です|ケタ|けた|"
    r"strip (?:the|out)|without the|remove the|ignore the|drop the|skip the|put (?:them|it|those) together|string (?:them|it) together|"
    r"not really|aren't really|just the (?:digits|numbers)|digits only|only the (?:digits|numbers)|in order|dial pad|stand[s]? (?:in )?for|"
    r"start with|starts with|followed by|after (?:it|that)|finish with|end(?:s|ing)? (?:with|in)|then|のあと|の後|次が|続き(?:は|が)|市外局番|から始ま|で始ま|最後|さいご"
)

#: The text says that only its figures count, whatever they are called: 数字だけ拾って, "strip the letters".
DIGITS_ONLY = (
    r"(?<!\d)0[5-9]0」?(?:のあと|の後|の次|のうしろ|のつぎ|に続|につづ|から始)|(?:数字?|漢数字|目)(?:だけ|のみ|の部分|どおり)|数字を(?:拾|並|つな|続|押|順|頭|上)|続けて読|拾って|余計な|飛ばして|"
    r"strip|digits only|(?:just|only|keep) (?:the )?(?:figures|digits|numbers)|(?:drop|skip|ignore|remove|without) the|my digits"
)
#: The text says that its figures belong together, or are not what they look like.
JOINS = (
    r"くっつけ|がっちゃん|連結|結合したもの|かけ合わ|つなげ|つないで|繋げ|繋いで|並べ(?:る|た|て|を)|ならべ(?:る|た|て)|並び|この順|順に(?:押|打|発信|拾)|棚順|登場順|出目|続けて鳴|頭から|まま(?:使|押|打|かけ|並)|"
    r"(?:点|コロン|ドット|カンマ|読点|ハイフン|字|単位|円|線|記号)(?:を|は|と)[^。]{0,8}(?:抜|取|消|外|省|除)|ではなく|じゃなく|実在しない|というのは冗談|名目|するふり|つもりで|わけでは|地図では|地図アプリ|地図には|"
    r"(?:マーク|記号|単位|文字|色|名前|見出し|ラベル|項目)は(?:ただの)?(?:飾り|かざり|ダミー|おまけ|無視)|飾りです|decoration|"
    r"not really|aren't really|not (?:a )?(?:date|place|price|score|result|measurement)s?(?![a-z])|no such|(?:won't|doesn't) get you|in (?:that )?order|dial|(?:string|put|run|join) (?:them|it|those|these|(?:all )?(?:the |my )?(?:\w+ )?(?:digits|figures|numbers)) together|on a phone|a phone makes"
)
#: A number to reach somebody by is the topic, though no call is named.
NUMBER_TOPIC = r"(?:私|僕|俺|わたし|ぼく|自分|当方)(?:の|への|に)(?:番号|連絡先|つなが|届|鳴)|連絡先|(?<![^はがに、。])番号|(?<!情報)(?<!信号)発信(?:し|を[。、]|を$|くだ|お願)|語呂|覚え(?:や|て|方)|折り返し(?:お待|くだ|て)|私が出|時まで出ます|(?:秘書|担当|スタッフ|本人|assistant|家族)\s?が(?:出|取り)ます|(?<![a-z])(?:my (?:digits|number)|area code|(?:you|and you) (?:have|get|reach) me|(?:where|when) i answer|that is me|by voice|(?:desk|direct|private) line)(?![a-z])"
#: What is named after a call and is none: 電話帳, コールセンター, "phone case".
NO_CALL = r"電話(?:は|も|で)[^。]{0,8}(?:不要|いりません|要りません|結構)|電話(?:帳|会議|ケース|口(?!に(?:出|い))|機|対応|通知|代行|線|回線|台|ボックス|アプリ|番)|携帯(?:トイレ|ケース|用|サイト|食)|コールセンター|通話(?:の|を)?(?:ノイズ|録音|品質|時間|料)|(?:直通|内線)(?:エレベーター|バス|列車|電車|表)|ダイヤル(?:ゲージ|錠)|(?<![a-z])(?:text (?:sizes?|blocks?|steps?|styles?)|ring sizes?|dial gauges?|clock dial)(?![a-z])|スマホ(?:で(?:撮|見|も)|ケース|スタンド)|(?:phone|mobile|cell) (?:screen|case|stand|app|cover|icon)s?|call[- ]cent(?:er|re)|call the api"
#: What an honest text wants of its figures.
PROCESSED = r"(?:表|一覧|グラフ|リスト|csv|エクセル|excel|半角|全角|桁)に|(?:書き出|撮|塗|出荷|入力|抽出|抜き出)|(?<![a-z])(?:table|column|list|chart|sheet|header)"

#: Where a piece belongs: first, in the middle, last.
PLACES = (
    r"最初|さいしょ|はじめ|初め|始め|先頭|あたま|頭|前半|いちばん前|一番前|まず|上3桁|上三桁|トップ|市外局番|first|start|begin|area code",
    r"真ん中|まんなか|中央|間の|あいだの|次|つぎ|続|つづ|そのあと|その後|中4桁|中四桁|中の|middle|then|next|second|exchange",
    r"最後|さいご|末尾|お尻|おしり|おしまい|しまい|ラスト|後半|後ろ|うしろ|下4桁|下四桁|締め|しめ|末(?:が|は|に)|last|end|finally|third",
)
#: The zero in front is said apart.
ZERO_AHEAD = r"(?:頭|先頭|最初|前|はじめ|あたま)(?:の|に|には)?\W{0,2}(?:0|ゼロ|零|〇|zero)\W{0,2}(?:を|が|は|、|まで|$)(?![^。]{0,3}(?:消|落|抜|取れ|欠|省))|(?:leading|initial) zero|zero (?:in front|first|at the (?:start|front))"
#: The text says itself that a number is not what it is called.
DENIED = (
    r"(?:番号|id|コード|数字)(?:に|へ|を)[^。]{0,6}(?:かけ|掛け|電話|sms|ショートメ|鳴ら|ダイヤル|発信)|(?<![a-z])(?:it|that|which) rings|(?:番|番号|コード|品番|値段|金額|円|数|id|それ|わけ)(?:では|じゃ)(?:なく|ない|ありま)|ってわけ(?:では|じゃ)|ということにして|のふり|(?:こんな|そんな|そういう)[^。、]{1,8}(?:は|なんて)(?:ない|存在しな|ありませ|実在しな)|(?:日程|時間割|予定|寸法|色|金額|住所|ページ)(?:という)?のは(?:嘘|うそ|ウソ|冗談)|という[^。、]{1,8}は(?:嘘|うそ|ウソ)|意味[^。]{0,3}(?:分か|お察)|に見せかけ|に見えますが|とは関係な|私の番号|僕の番号|わたしの番号|意味わか|察して|お察し|"
    r"no such (?:colou?r|shade|page|size|place|model)|(?:isn't|is not|not) (?:a|an|really|the|actually) |if you catch my drift|catch my drift"
)

#: Cities whose area code everybody knows.
AREA_CODES = {
    "東京": "03",
    "大阪": "06",
    "札幌": "011",
    "仙台": "022",
    "横浜": "045",
    "川崎": "044",
    "千葉": "043",
    "名古屋": "052",
    "京都": "075",
    "神戸": "078",
    "広島": "082",
    "福岡": "092",
    "博多": "092",
    "那覇": "098",
    "金沢": "076",
    "新潟": "025",
    "seattle": "206",
    "boston": "617",
    "dallas": "214",
    "austin": "512",
    "atlanta": "404",
    "denver": "303",
    "san francisco": "415",
    "chicago": "312",
    "manhattan": "212",
    "miami": "305",
    "philadelphia": "215",
}

#: Countries named beside a number → region codes of libphonenumber to try first.
REGIONS = {
    "IN": r"(?<![a-z])india|インド(?!ネ)",
    "TH": r"(?<![a-z])thai|タイ(?:語|国|王国|に|の|在住)",
    "GB": r"(?<![a-z])(?:uk|london|british|britain|england|manchester|edinburgh)(?![a-z])|イギリス|英国|ロンドン",
    "US": r"(?<![a-z])(?:us|usa|u\.s\.|america|new york|california|eastern time|pacific time)(?![a-z])|アメリカ|米国",
    "AU": r"australia|sydney|melbourne|オーストラリア|シドニー",
    "CN": r"电话|手机|(?<![a-z])china|chinese|shanghai|中国|上海|深圳|我的",
    "KR": r"(?<![a-z])korea|seoul|韓国|ソウル",
    "PH": r"philippine|manila|フィリピン|マニラ",
    "VN": r"vietnam|viet nam|da nang|hanoi|ベトナム",
    "ID": r"indonesia|jakarta|インドネシア",
    "SG": r"singapore|シンガポール",
    "DE": r"german|berlin|ドイツ|ベルリン",
    "FR": r"(?<![a-z])france|french|paris|フランス|パリ",
    "TW": r"taiwan|taipei|台湾|台北",
}
