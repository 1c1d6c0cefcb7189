"""Words, signs and keys that stand for digits by a convention: other languages, counting rhymes, keypads."""

from __future__ import annotations

#: Digits from zero in other languages, and English words of the same sound, with / between several; folded: no accents.
LANGUAGES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "zero un deux trois quatre cinq six sept huit neuf",
    "null eins zwei drei vier funf sechs sieben acht neun",
    "null eins zwo drei vier fuenf sechs sieben acht neun",
    "zero uno due tre quattro cinque sei sette otto nove",
    "zero um dois tres quatro cinco seis sete oito nove",
    "ling yi er san si wu liu qi ba jiu",
    "ling yao er san si wu liu qi ba jiu",
    "gong il i sam sa o yuk chil pal gu",
    "nol satu dua tiga empat lima enam tujuh delapan sembilan",
    "sero isa dalawa tatlo apat lima anim pito walo siyam",
    "rest do re mi fa so/sol la ti",
    "oh/owe/zero won/wun/one too/to/two tree/free/three for/fore/four fife/five sicks/sics/six sevin/seven ate/eight nein/niner/nine",
)
#: The same without spaces between: Chinese in kana, Korean.
SYLLABLES = (
    "リン イー アル サン スー ウー リウ チー バー ジウ",
    "リン ヤオ アー サン スー ウー リュウ チー パー ジュウ",
    "공 일 이 삼 사 오 육 칠 팔 구",
    "영 일 이 삼 사 오 륙 칠 팔 구",
)
#: Kanji that sound like a digit, as dictation writes them.
SOUNDS = (
    "令/零/礼/玲 位置/壱/胃 荷/煮/似/児/二 参/産/散/山/三 詩/死/氏/師/市/四 後/碁/語/誤/五 録/禄/六 菜/名/七/奈 鉢/葉/蜂/恥 急/久/球/苦/区/九",
)
#: What a text says of words that are digits by their sound (語呂合わせ), and the digit of each mora or two.
BY_SOUND = r"語呂|ゴロ|覚え(?:や|て|方|られ)|数字にした"
MORAE = {
    "ゼロ": "0", "マル": "0", "レイ": "0", "オ": "0", "ワ": "0",
    "イチ": "1", "ヒト": "1", "イ": "1", "ヒ": "1",
    "ニ": "2", "フ": "2", "ブ": "2", "ツ": "2",
    "サン": "3", "サ": "3", "ザ": "3", "ミ": "3", "ミン": "3",
    "ヨン": "4", "ヨ": "4", "シ": "4", "ヨー": "4",
    "ゴ": "5", "コ": "5", "イツ": "5",
    "ロク": "6", "ロウ": "6", "ロ": "6", "ム": "6", "ル": "6",
    "ナナ": "7", "シチ": "7", "ナ": "7",
    "ハチ": "8", "ハ": "8", "ヤ": "8", "バ": "8", "パ": "8",
    "キュウ": "9", "キュー": "9", "ク": "9", "グ": "9", "キ": "9",
}  # fmt: skip
#: What a text says of signs that stand for their count: ★★★／★★.
BY_COUNT = r"(?:星|点|絵|玉|丸|印|ポチ|絵文字|記号)の(?:個数|数)|(?:個数|数)を(?:数え|続け)|count the"
#: Orders that a legend needs only begin: the first stands for the digit behind it, the tenth for zero.
ORDERS = ("ヒフミヨイムナヤコ", "イロハニホヘトチリヌ", "アカサタナハマヤラワ", "アイウエオカキクケコ", "abcdefghij")
#: What a text says of its signs → the signs for 0 to 9.
KEYS = {
    r"テンキー|(?:携帯|ケータイ|スマホ)[^。]{0,6}「?ア」?ノ?キー|フリック": "ワアカサタナハマヤラ",
    r"カナ(?:入力|キー|打チ)|刻印|カナノ?キーボード": "ワヌフアウエオヤユヨ",
    r"カラーコード|抵抗ノ色": "黒茶赤橙黄緑青紫灰白",
}
