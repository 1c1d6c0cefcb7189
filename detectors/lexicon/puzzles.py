"""What a text says of digits that its reader has to work out, in natural Japanese and English."""

from __future__ import annotations

#: Orders that a legend needs only begin.
ORDERS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "イロハニホヘトチリヌルヲ",
    "ヒフミヨイムナヤコト",
    "アカサタナハマヤラワ",
    "アイウエオカキクケコサシスセソ",
    "甲乙丙丁戊己庚辛壬癸",
    "子丑寅卯辰巳午未申酉戌亥",
)
#: What says that a legend goes on as it began.
GOES_ON = r"…|\.\.|~|から|まで|順|以下|つづ|続|という(?:ふう|具合)|(?<![a-z])(?:and so on|etc|up to|through|in order|trick|row)(?![a-z])"
#: What a text says of its signs → the signs for 0 to 9.
KEYS = {
    r"number row|qwerty|(?:top|upper) (?:letter )?row|(?:キーボード|キー)の(?:一番上|いちばん上|最上|上の?)(?:の)?[列段行]|数字(?:キー)?の(?:真|すぐ|ひとつ|一つ)?下の(?:キー|文字|段|列)": "poiuytrewq"[
        :1
    ]
    + "qwertyuio",
    r"(?:jis|日本語).{0,30}(?:シフト|shift)|(?:シフト|shift).{0,60}(?:jis|日本語)|(?:シフト|shift)(?:キー)?(?:を)?押": "\x00!\"#$%&'()",
    r"(?<![a-z])(?:shift key|holding shift|held shift|shift down|shift on|caps)(?![a-z])": ")!@#$%^&*(",
    r"clock|時計|何時": "\x00🕐🕑🕒🕓🕔🕕🕖🕗🕘",
}
#: Names of the signs that hide a digit → the signs.
MASKS = {
    r"星|ホシ|スター|stars?": "★☆*⭐✦✩",
    r"丸|マル|円|circles?|dots?|bullets?": "●○◯〇",
    r"四角|シカク|squares?|box(?:es)?": "□■◻◼▢⬜⬛",
    r"三角|triangles?": "△▲▽▼",
    r"井桁|シャープ|ハッシュ|hash(?:es)?|pounds?|sharps?": "#",
    r"アスタリスク|米印|asterisks?": "*※",
    r"バツ|ペケ|エックス|crosse?s?|x(?:'?s|es)?": "x×✕✖",
    r"はてな|ハテナ|クエスチョン|疑問符|question marks?": "?",
    r"ハート|hearts?": "♡♥",
    r"下線|アンダーバー|underscores?": "_",
    r"ダイヤ|ひし形|diamonds?": "◆◇",
}
HIDDEN = r"伏せ?字|伏せた|隠し|隠れ|空欄|空白|穴|マスク|(?<![a-z])(?:blanks?|hidden|missing|gaps?|masked|covered|holes?|left out|unknown)(?![a-z])"
#: Things that come in a known number.
COUNTS = {
    2: r"自転車の(?:車輪|タイヤ)|手の数|目の数|wheels? (?:on|of) a (?:bike|bicycle)|wings? (?:on|of) a bird|a pair",
    3: r"三角形?の(?:角|辺|頂点)|信号(?:機)?の色|三輪車の(?:車輪|タイヤ)|sides? (?:on|of|in|to) a triangle|(?:colou?rs|lights) (?:on|of|in) a traffic light|wheels? (?:on|of) a tricycle|a triangle has|a tricycle has",
    4: r"(?:犬|猫|馬|牛|椅子|机|テーブル)の(?:足|脚)|四季|季節の数|四つ葉|車の(?:タイヤ|車輪)|(?:正方形|四角形?)の(?:角|辺)|東西南北|(?:legs|paws|feet) (?:on|of|does|has) an? (?:dog|cat|horse|cow|table|chair)|(?:legs|paws) an? (?:dog|cat|horse|cow|table|chair)|seasons (?:in|of) (?:a|the) year|wheels? (?:on|of) a car|sides? (?:on|of) a square|strings (?:on|of) a violin|suits in a deck",
    5: r"片手の指|(?:五輪|オリンピック)の輪|星形?の(?:先|角)|五角形の(?:角|辺)|fingers (?:on|of) (?:one|a) hand|toes on a foot|olympic rings|sides (?:on|of) a pentagon|points (?:on|of) a star",
    6: r"(?:昆虫|虫|アリ|蟻|蜂|ハチ)の(?:足|脚)|サイコロの(?:面|最大)|六角形の(?:角|辺)|ギターの弦|legs (?:on|of|does|has) an? (?:ant|insect|bee|beetle|fly)|legs an? (?:ant|insect|bee|beetle|fly)|(?:faces|sides) (?:on|of) an? (?:die|dice|cube|hexagon)|strings (?:on|of) a guitar",
    7: r"(?:一|1)?週間?の(?:日数|曜日)|曜日の数|虹の色|七福神|days (?:in|of|does|per) (?:a|the|one) week|days a week|colou?rs (?:in|of|does) (?:a|the) rainbow|dwarfs|deadly sins|wonders of the world|continents",
    8: r"(?:タコ|蛸|クモ|蜘蛛)の(?:足|脚)|八百屋の頭|八角形の(?:角|辺)|惑星の数|(?:legs|arms) (?:on|of|does|has) an? (?:spider|octopus)|(?:legs|arms) an? (?:spider|octopus)|planets in|sides (?:on|of) an octagon|notes in an octave",
    9: r"野球の(?:人数|選手|ポジション)|lives (?:of|does|has) a cat|lives a cat|players (?:on|in) a baseball|innings in",
}
#: Skips what stands between digits.
SKIP = (
    r"(?:ね|な|よ|さ|の|ん|星|印|マーク|スター|シャープ|プラス|アスタリスク|文字|かな|英字|記号|果物|動物|絵文字|余計|余分|それ以外|ほか|他|間|あいだ|単語|言葉|口ぐせ|口癖|合いの手|ノイズ|雑音)[^。\n]{0,16}(?:聞き流|読み飛ば|飛ばし|抜[いき]|除[いき]|無視|取[っり]|消[しせ]|気にし|スルー|忘れ|外し|省[いき]|飾り|ただの)|"
    r"口ぐせ|口癖|合いの手|数字(?:だけ|のみ)|(?:フルーツ|果物|動物|英字|かな|文字)抜き|"
    r"(?<![a-z])(?:skip|ignore|strip|drop|remove|delete|forget|leave out|take out|cross out|lose|without|minus|never mind|filter out|disregard)(?![a-z])|(?:only|just|keep) the (?:digits|numbers|figures)|(?:digits|numbers|figures) only|(?:stars?|hash(?:es)?|marks?|signs?|hats?|symbols?) (?:mean nothing|are (?:noise|decoration|just))|isn't a (?:digit|number|figure)|between (?:the )?(?:digits|numbers|figures)"
)
#: Said while one thinks or breathes, between digits.
FILLERS = r"ええ?ー?っ?と[ーお]?|えーと|うーんと?|あのー?|そのー?|んー+と?|えー+|あー+|はい|切って|区切って|一拍|ひと呼吸|おいて|置いて|点|てん|(?<![a-z])(?:u+h+|u+m+|e+r+m?|hm+|well|let me see|let's see|pause|break|comma|wait|like|you know|i think)(?![a-z])"
#: Letters stand for the keys of a phone.
KEYPAD = (
    r"キーパッド|テンキー|プッシュ(?:ボタン|ホン)|ダイヤル(?:画面|ボタン|キー|パッド|の文字|の割)|電話(?:機)?の(?:ボタン|キー|文字|数字キー|盤)|(?:携帯|スマホ|ガラケー)の(?:ボタン|キー|数字|文字)|英字(?:つき|は|を|の部分)|英字の[^。]{0,8}(?:キー|ボタン)|電話(?:の)?画面|アルファベット(?:は|を|の部分)|文字(?:は|を|の部分)[^。]{0,12}(?:押|打|割)|"
    r"(?<![a-z])(?:key ?pads?|dial ?pad|phone pad|number pad|touch-?tone|phone keys|phone's (?:keys|letters|buttons)|phone (?:buttons|letters)|vanity|spell(?:s|ed|ing)?(?: out)?|letters (?:on|as|are|to|map)|punch in|dial(?:ling|ing)?(?: the)?(?: word| letters)?|old phone)(?![a-z])"
)
#: Every digit is moved, or taken from nine or ten.
EACH_DIGIT = r"(?:全部|すべて|全て|ぜんぶ|全|各|それぞれ|どれも|どの|一つ|ひとつ|1つ|数字)[のは]?(?:の)?(?:桁|数字|ケタ|けた|番号)?|(?<![a-z])(?:each|every|all|any)(?: of)?(?: the| my| its)?(?: single)? ?(?:digits?|figures?|numbers?|one)?(?![a-z])|digits? (?:is|are)"
#: The digits as written are already moved.
DONE = r"て(?:あり|おき|い?ます|ある|書|打|伝え|送|載)|た(?:もの|数字|番号|値|状態)|too (?:high|low|big|large|small|much|many|far)|(?<![a-z])(?:i(?:'ve| have)?|was|were|been|has been|got) (?:added|subtracted|taken|shifted|bumped|moved|raised|lowered|increased|decreased)|(?<![a-z])(?:added|bumped|raised|shifted|lowered|increased|moved|higher|lower|above|below|undo)(?![a-z])"
UP = r"足|加え|増や|増し|プラス|大き|上げ|進め|(?<![a-z])(?:add(?:ed)?|plus|high(?:er)?|big(?:ger)?|large[r]?|up|rais(?:e|ed)|increas(?:e|ed)|bump(?:ed)?|above|more|forward)(?![a-z])"
DOWN = r"引|減ら|マイナス|小さ|下げ|戻|(?<![a-z])(?:subtract(?:ed)?|minus|take|taken|low(?:er|ered)?|small(?:er)?|down|decreas(?:e|ed)|reduc(?:e|ed)|below|less|back)(?![a-z])"
TAKEN_FROM = r"(?P<ja>9|10|九|十|きゅう|じゅう)\s?から(?:それぞれ|各[^。]{0,4}|一つずつ)?引|(?P<en>nine|ten|9|10) minus (?:each|every)|(?:subtract|take)[^.\n]{0,24}(?:each|every|them)[^.\n]{0,16}from (?P<from>nine|ten|9|10)"
#: The digits stand in the wrong order, all of them or within each group.
ROUND = (
    r"逆(?:さ|から|に|順|向|立|走)|後ろ(?:から|向き|前)|うしろ(?:から|向き|前)|さかさ|ひっくり返|裏返|反転|反対(?:から|向き|に)|右(?:端)?から|右(?:から|→)左|お尻(?:の数字|の方|のほう)?から|おしりから|末尾から|最後(?:の(?:数字|桁))?から|しっぽから|鏡|"
    r"revers|backward|mirror|right to left|from the (?:right|end|back|tail)|flip|back to front|end to (?:start|front)|last (?:digit )?(?:first|to first)|turned? (?:a)?round|inside out"
)
WITHIN = r"塊(?:の中|ごと)|かたまり(?:の中|ごと)|(?:区切り|グループ|ブロック|まとまり|組|桁|三つ|それぞれ|各)(?:の中|ごと|を)|(?<![a-z])(?:each|every) (?:group|block|chunk|part|bit|piece|set|section)|(?:group|block|chunk)s? (?:is|are|itself|stays?|separately)"
#: Words are digits by their sound.
BY_SOUND = r"語呂|ゴロ|数字に(?:直|変|し|すると|読|なお|かえ|戻)|番号に(?:直|変|し)|ポケベル|鳴き声|数字で(?:押|打|読)|読み替え|音(?:を|で)|覚え(?:や|て|方|られ)|昭和|つなが|繋が|なぞ|当て字|goro"
#: Words and phrases that everybody reads as the same digits, folded as they stand in a passage; the rest goes mora by mora.
SOUNDS = {
    "虫歯": "648", "ニコニコ": "2525", "仕事": "45", "仲良シ": "7474", "最高": "315", "サイコウ": "315", "鎌倉幕府": "1192", "良ク見ヨ": "4934",
    "ゴ苦労サン": "5963", "御苦労サン": "5963", "ゴクロウサン": "5963",
    "夜露死苦": "4649", "宜シク": "4649", "ヨロシク": "4649",
    "良イ夫婦": "1122", "イイ夫婦": "1122", "イイフウフ": "1122", "良イ肉": "1129", "イイ肉": "1129",
    "良イ風呂": "4126", "ヨイ風呂": "4126", "イイ風呂": "1126", "良イ国": "4192", "イイ国": "1192", "良イ箱": "4185",
    "イイ箱": "1185", "イイ皮膚": "1182", "イイ兄サン": "1123", "イイ肉屋": "1129", "花屋サン": "8783", "ハナヤサン": "8783",
    "オ花": "087", "歯医者": "814", "イイ歯医者": "11814", "オ風呂": "026", "イイ色": "1116", "イイ庭": "1128",
    "イイ声": "1150", "イイ匂イ": "11201", "イイ刃物": "1180", "ニャン": "2", "ニャー": "2", "ワン": "1", "ミー": "3", "ミイ": "3",
    "ワンワン": "11", "ニャンニャン": "22", "肉": "29", "骨": "49", "苦労": "96", "速ク": "89", "世話": "48", "獅子": "44",
}  # fmt: skip
#: A number is set right; which of its groups.
MENDED = (
    r"逆でし|逆になって|間違|まちが|誤り|訂正|ではなく|じゃなく|正しくは|正しいの|入れ替わっ|"
    r"(?<![a-z])(?:wait|flipped|swapped|transposed|typo|scratch that|correction|i mean|i meant|should be|should read|oops|make that|wrong|misty?ped?)(?![a-z])"
)
LAST_GROUP = r"後ろの|うしろの|末尾|最後|下(?:の)?[4四]|お尻|おしり|(?<![a-z])(?:last (?:four|4|two|2|part|group|bit|block)|tail|ending|the end)(?![a-z])"
MIDDLE_GROUP = r"真ん中の?(?:[4四三3]|は|を|グループ)|中の[4四]|中央|(?<![a-z])(?:middle|exchange|second (?:group|part|block))(?![a-z])"
#: One after the other, several times.
ALTERNATING = r"交互|かわるがわる|代わる代わる|(?<![a-z])(?:alternat\w+|in turn|taking turns|back and forth)(?![a-z])"
TIMES = {
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
    "two": 2,
    "twice": 2,
    "three": 3,
    "four": 4,
    "five": 5,
}
#: Where the beginning of a number stands in a text that tells it last.
AHEAD = r"(?:の)?(?:前|頭|手前|先頭|最初|アタマ)(?:に|へ|は|が|には)|(?<![a-z])(?:in front|before (?:that|it|them)|goes first|first|prefix|starts? with|begins? with)(?![a-z])"
