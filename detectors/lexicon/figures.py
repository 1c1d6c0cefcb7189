"""Figures that are told by what they are the figures of: years of an era, days of the calendar, Roman numerals."""

from __future__ import annotations

#: The year before the first of each era.
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
#: Days that everybody knows, month first.
DAYS = {
    "クリスマスイブ|クリスマスイヴ|christmas eve": "1224",
    "クリスマス|christmas(?: day)?": "1225",
    "大晦日|大みそか|new year'?s eve": "1231",
    "元日|元旦|new year'?s day": "0101",
    "ハロウィン|ハロウィーン|halloween": "1031",
    "バレンタイン(?:デー)?|valentine'?s(?: day)?": "0214",
    "ホワイトデー": "0314",
    "ひな祭り|雛祭り|桃の節句": "0303",
    "エイプリルフール|april fools'?(?: day)?": "0401",
    "昭和の日": "0429",
    "憲法記念日": "0503",
    "こどもの日|子どもの日|子供の日|端午の節句": "0505",
    "七夕": "0707",
    "(?:アメリカの|米国の?)?独立記念日|independence day": "0704",
    "終戦(?:の日|記念日)": "0815",
    "文化の日": "1103",
    "勤労感謝の日": "1123",
}
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
#: Three sevens and the like.
SEVERAL = {
    "スリーセブン": "777",
    "フォーナイン": "9999",
    "ゾロ目の七": "777",
    "lucky seven": "7",
    "ラッキーセブン": "7",
}
#: Behind a part of a name: what follows is put behind it.
BEHIND = (
    r"(?:の|、)?\s?(?:うしろ|後ろ|あと|後|次|末尾|最後|さいご|ラスト|おしり|お尻|おしまい|語尾|つぎ)(?:に|は|が|へ)?(?:は)?|に(?:続けて|つづけて|続く)|プラス|"
    r"(?:,?\s?(?:is )?followed by|,?\s?(?<![a-z])(?:and )?then|\s?(?<![a-z])plus)(?: an?| the)?(?![a-z])"
)
#: The same, where only what follows tells.
PERHAPS_BEHIND = r"に(?:は)?|と|、|,"
#: What says that figures are meant.
FIGURES_TOLD = r"数字|算用|西暦|桁|ケタ|続け|つづけ|付け|つけ|足し|並べ|つな[いげ]|付き|つき|の数|個数|回数|画数|頭の|ローマ|コロン|記号|(?<![a-z])(?:figures?|digits?|numbers?|numerals?|suuji|count)(?![a-z])"
#: What says that figures are counts.
COUNTS_TOLD = r"の(?:数|個数|回数)|個数|回数|(?<![a-z])(?:the )?(?:number|count) of"
HEADS_TOLD = r"頭(?:文字)?の(?:数|漢数字|字)|頭だけ|最初の(?:字|数|漢字)"
MARKS_TOLD = r"(?:項目|箇条書きの|行|リストの|見出しの?)(?:の)?番号|(?<![a-z])(?:step|item|line|list) numbers?"
TWO_TOLD = r"下(?:二|2)(?:桁|ケタ|けた)|下二桁|last two"
#: Of a number to call, told by rule: years, days, heads of kanji words, one script only, cards.
YEARS_TOLD = r"西暦"
FOUR_TOLD = r"(?:四|4)(?:桁|ケタ|けた)|(?<![a-z])four (?:figures|digits)"
HEADS_ONLY = r"頭の(?:数|漢数字|字)|最初の(?:字|漢数字|漢字)|(?<![a-z])first kanji"
KANJI_ONLY = r"漢数字(?:だけ|のみ)"
KATAKANA_ONLY = r"(?:カタカナ|片仮名)(?:だけ|のみ)"
CARDS_TOLD = r"トランプ|カード|(?<![a-z])(?:ace|joker|cards?|dealt)(?![a-z])"
KANA_ONES = {
    "いち": 1, "いっ": 1, "に": 2, "さん": 3, "よん": 4, "ご": 5, "ろく": 6, "ろっ": 6, "なな": 7, "はち": 8, "はっ": 8,
    "きゅう": 9,
}  # fmt: skip
