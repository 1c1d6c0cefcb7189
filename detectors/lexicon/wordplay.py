"""How a text tells its reader to get a name out of other letters: which letters to take, how to move them, what keys to press."""

from __future__ import annotations

#: Which letter of each word or line is meant.
FIRST = r"頭(?:文字|だけ|の[一二三四五六七八1-8]?文字|を|字)|先頭|行頭|最初の(?:文字|一文字|1文字|字)|イニシャル|縦(?:に読|読み)|たて読み|行の(?:頭|最初)|(?<![a-z])(?:first letters?|initials?|acrostic)(?![a-z])"
LAST = r"末尾の(?:文字|字)|最後の(?:文字|一文字|1文字|字)|(?:お尻|おしり|しっぽ)の(?:文字|字)|(?<![a-z])(?:last|final) letters?(?![a-z])"
NTH = r"(?P<at>[2-6二三四五六])(?:文字|字|番)目|(?P<said>second|third|fourth|fifth) letters?(?![a-z])"
PLACES = {"二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
#: A line that says how to read the others begins like this and is no part of the name.
INSTRUCTING = r"^[\s「(]*(?:行|頭|縦|たて|上|各|先|最初|左|この|これ|それ|以上|うしろ|後ろ|そのあと|最後|ローマ字|アルファベット|read|first|last|take|the (?:first|initial)|initials|you (?:will|can)|down)"
ROMAN = r"ローマ字|英字|アルファベット|romaji|ヘボン|半角英"
#: So many lines, where the text counts them.
LINES = r"([2-9二三四五六七八])(?:行|つの行|文字)"
CAPITALS = r"大文字(?:だけ|のみ|を(?:拾|つな|読))|(?<![a-z])(?:capitals? (?:letters? )?only|only (?:the )?capitals?|just the capitals?|the capitals? spell)"
LATIN_ONLY = r"(?:ひらがな|平仮名|カタカナ|かな|仮名|日本語|漢字)(?:は|を)(?:全部|すべて|ぜんぶ|みんな)?(?:無視|飛ば|とば|抜|除|消)|(?:英字|英数字|アルファベット|半角)(?:だけ|のみ)(?:を|に|で)?(?:拾|読|つな|続|見|残|。|$)"
#: Letters moved along the alphabet: so many, and which way.
MOVED = (
    r"(?P<n>[一二三1-3])(?:文字|つ|字)(?:ずつ|だけ|ぶん|分)?\s?(?P<way>前|戻|手前|後ろ|後|次|進|先)|"
    r"(?P<en>one|two|three|1|2|3) (?:letters?|steps?|places?)(?: of the alphabet)? (?P<en_way>back|earlier|before|forward|later|ahead|after)|"
    r"(?:previous|preceding) letter(?P<previous>)|(?:next|following) letter(?P<next>)"
)
ROTATED = r"rot-?13|rot ?十三|(?:13|十三)文字(?:ず|シフト|進|戻)|(?:thirteen|13) (?:steps|letters|places)"
ENCODED = r"base-?64|ベース64|デコード|(?<![a-z])(?:decode|atob)|を(?:戻し|復号|もどし)"
#: Latin letters typed while the keyboard was set to kana.
KANA_KEYS = r"かな(?:入力|ロック|配列|キー|打ち)|jisかな|jis kana|kana (?:layout|keyboard|input)"
#: The keys of a Japanese keyboard (JIS X 6002), by what they type in kana → in Latin.
KEYBOARD = dict(
    zip(
        "ヌフアウエオヤユヨワホタテイスカンナニラセチトシハキクマノリレケツサソヒコミモネルメロ",
        "1234567890-qwertyuiopasdfghjkl;:zxcvbnm,./_",
        strict=True,
    )
)
#: A phone's keys pressed several times for one letter.
MULTITAP = r"(?:ガラケー|ケータイ|携帯)(?:の)?(?:打ち|入力|式)|トグル|multi-?tap|(?:old|flip|nokia) ?(?:phone )?(?:keys|keypad|texting)|t9"
PAD = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
#: The key of a phone on which each capital stands.
KEY_OF = {letter.upper(): key for key, letters in PAD.items() for letter in letters}
#: Notes by their Latin letters.
NOTES_TOLD = r"(?:英語|ドイツ|アメリカ)?(?:の|式)?音名|英語式"
NOTES = {"ド": "c", "レ": "d", "ミ": "e", "ファ": "f", "ソ": "g", "ラ": "a", "シ": "b"}
#: Morse, called so; of a name it is enough that something is to be made letters.
MORSE = (
    r"トンツー|モールス|(?<![a-z])morse(?![a-z])|電信|ham radio|(?<![a-z])beeps?(?![a-z])|dots and dashes|ピーピー音"
)
MORSE_TOLD = rf"{MORSE}|を文字に(?:直|なお|戻|もど|変)"
#: Letters told by their place in the alphabet: a=1、b=2、c=3…, "A is 1".
ALPHABET_TOLD = (
    r"(?<![a-z])a\s?(?:=|は|が|を|is|→|being)\s?1(?!\d)|(?<!\d)1\s?(?:=|は|が|を|is|→)\s?a(?![a-z])|a1z26|"
    r"アルファベット(?:の|で|を)?[^。\n]{0,6}(?:番目|順番|番号|何番)|(?:number|place|position)s? (?:\w+ ){0,2}(?:in|of) the alphabet|alphabet(?:ical)? (?:position|place|number|order)s?"
)
#: Lines that are read from the top, column by column.
COLUMNS = r"(?:左|右|一|次)の?列|列(?:ごと|から|を(?:上|縦))|三列|二列|[23]段|縦(?:書き|読み|に読)|(?<![a-z])(?:column by column|by columns?|next column|zig-?zag|read down)(?![a-z])"
