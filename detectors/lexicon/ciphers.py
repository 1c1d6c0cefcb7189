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
#: Orders that a legend needs only begin: the first stands for the digit behind it, the tenth for zero.
ORDERS = ("ヒフミヨイムナヤコ", "イロハニホヘトチリヌ", "アカサタナハマヤラワ", "アイウエオカキクケコ", "abcdefghij")
#: What a text says of its signs → the signs for 0 to 9.
KEYS = {
    r"テンキー|(?:携帯|ケータイ|スマホ)[^。]{0,6}「?ア」?ノ?キー|フリック": "ワアカサタナハマヤラ",
    r"カナ(?:入力|キー|打チ)|刻印|カナノ?キーボード": "ワヌフアウエオヤユヨ",
    r"カラーコード|抵抗ノ色": "黒茶赤橙黄緑青紫灰白",
}
