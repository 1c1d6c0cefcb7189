"""Words, kanji and letters that stand for digits."""

from __future__ import annotations

#: Kanji as positions, the financial forms (大字) among them.
KANJI = {
    **dict(zip("〇零一二三四五六七八九", "00123456789", strict=True)),
    **dict(zip("壱壹弌弐貳弍参參肆伍陸漆質捌玖", "111222334567789", strict=True)),
}
#: Circles drawn for a zero among other digits.
ZEROS = "○◯⭕"

#: Japanese readings, folded to katakana; the longest is tried first.
KANA = {
    "0": ("ゼロ", "レイ", "レー", "マル", "オー", "オウ"),
    "1": ("イチ", "イッチ", "ワン", "ヒトツ", "ヒト", "ヒィ", "ヒー"),
    "2": ("ニイ", "ニー", "ニィ", "ニ", "ツー", "フタツ", "フタ", "フゥ", "フー", "トゥー"),
    "3": ("サン", "スリー", "ミッツ", "ミィ", "ミー"),
    "4": ("ヨン", "シー", "シ", "フォー", "ヨッツ", "ヨォ", "ヨ"),
    "5": ("ゴー", "ゴォ", "ゴウ", "ゴ", "ファイブ", "ファイヴ", "イツツ", "イツ"),
    "6": ("ロク", "ロック", "シックス", "ムッツ", "ムゥ", "ムー", "ロー"),
    "7": ("ナナツ", "ナナ", "シチ", "セブン", "セヴン", "ナー"),
    "8": ("ハチ", "ハッチ", "エイト", "パー", "ヤッツ", "ヤァ", "ヤー", "ハー"),
    "9": ("キュウ", "キュー", "キュ", "クー", "ク", "ナイン", "ココノツ", "ココノ", "コノ"),
}
#: Romanised readings and English words: whole words only.
LATIN = {
    "0": ("zero", "oh", "nought", "naught", "nil", "rei", "maru", "cero", "null"),
    "1": ("one", "ichi", "wan", "uno"),
    "2": ("two", "ni", "nii", "dos"),
    "3": ("three", "san", "tres"),
    "4": ("four", "fore", "yon", "shi", "fower"),
    "5": ("five", "go", "goo", "fife"),
    "6": ("six", "roku", "seis"),
    "7": ("seven", "nana", "shichi", "siete"),
    "8": ("eight", "hachi", "ate", "ocho"),
    "9": ("nine", "kyu", "kyuu", "kyū", "ku", "niner", "nueve"),
}
TEENS = {
    word: str(10 + i)
    for i, word in enumerate(
        ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    )
}
TENS = {
    word: str(2 + i)
    for i, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
}
REPEATS = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "ダブル": 2, "トリプル": 3}
PLURALS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "pair of": 2,
    "trio of": 3,
    "hat trick of": 3,
    **{f"{a} of {word}": count for a in ("row", "run", "string", "set") for word, count in (("two", 2), ("three", 3))},
}
#: Places of a number that is said as a whole: 六千百四十 is 6140.
PLACES = {"千": 1000, "百": 100, "十": 10}
#: Letters that stand in for a digit in a digit's company. Case matters: b is 6, B is 8.
LETTERS = {
    **dict.fromkeys("OoQD", "0"),
    **dict.fromkeys("Ll|Ii!", "1"),
    **dict.fromkeys("Zz", "2"),
    "E": "3",
    "A": "4",
    **dict.fromkeys("Ss", "5"),
    **dict.fromkeys("Gb", "6"),
    "T": "7",
    "B": "8",
    **dict.fromkeys("gq", "9"),
}
