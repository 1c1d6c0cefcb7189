"""Undo what a machine or a sum would undo: percent signs, entities, ROT13, Base64, Morse, sums, repeats, string joins."""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
from urllib.parse import unquote

from detectors.lexicon import digits, wordplay
from detectors.lexicon.phones import AREA_CODES, CUE
from detectors.normalise import Passage, apart, fold_pattern

_ROTATED = fold_pattern(wordplay.ROTATED)
_BASE64 = re.compile(
    r"(?<![A-Za-z\d+/=])(?:[A-Za-z\d+/]{4}){3,}(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?(?![A-Za-z\d+/=])"
)
_PERCENT = re.compile(r"(?:%[\dA-Fa-f]{2})+")
#: A value behind a URL that is itself encoded: ?to=taro%40example.com.
_PARAMETER = re.compile(r"/?[?&][\w.\-]{1,30}=(?=[^\s&]*%[\dA-Fa-f]{2})([^\s&]+)")
_NAMED_ENTITY = re.compile(r"&[a-z]{3,8};")
_ENTITY = re.compile(r"&#(?:x([\da-fA-F]{1,5})|(\d{1,6}));")
_MORSE = re.compile(r"(?<![.\-\w])(?:[.\-・－ー−]{5}[\s/|,、]*){3,}")
_MORSE_DIGITS = {
    "-----": "0",
    ".----": "1",
    "..---": "2",
    "...--": "3",
    "....-": "4",
    ".....": "5",
    "-....": "6",
    "--...": "7",
    "---..": "8",
    "----.": "9",
}
_SUM = re.compile(r"(?<![\d.])(\d{1,6})\s?(?:[+]|plus)\s?(\d{1,6})(?!\d|\.\d)")
#: Other sums, where the text speaks of an answer.
_ANSWER = fold_pattern(r"答え|計算|体操|解け(?:た|ば)|÷|(?<![a-z])(?:maths?|sums?|the result|the answer)(?![a-z])")
_ARITHMETIC = fold_pattern(
    r"(?<![\d.-])(\d{1,6})\s?(?P<sign>[-x×*÷/]|minus|times|引く|足す|掛ける|割る|の(?=\d+倍))\s?(\d{1,6})(?:倍)?(?!\d|\.\d|-)"
)
#: Signs that stand between figures for much else than a sum.
_SIGNS = frozenset("-x×*÷/")
_CALLED = fold_pattern(CUE)
#: 2637と、その数に2222を足した数.
_OF_THE_SAME = fold_pattern(
    r"(?<!\d)(\d{2,6})\s?(?:と|、|。)?、?(?:それ|その数|その数字|これ|同じ数)に(\d{1,6})を(?:足|加え)(?:した|いた|た)?(?:数字?|もの|値)?"
)
_ADDED = fold_pattern(r"(?<!\d)(\d[\d-]{8,14}),?\s?(?:and |then )?add (\d{1,6})(?!\d)")
#: 5が三つ, 六×3: so many of a digit, where the text has two of them.
_TALLY = fold_pattern(
    r"(?<![\d.〇一二三四五六七八九十])([\d〇一二三四五六七八九])\s?(?:[x×]\s?([2-9])|が\s?(?:([2-9二三四五])|(ひと|一|ふた|みっ|よっ|いつ))つ)(?!\d)"
)
_TALLIES = {"ヒト": 1, "一": 1, "フタ": 2, "ミッ": 3, "ヨッ": 4, "イツ": 5, "二": 2, "三": 3, "四": 4, "五": 5}
_CITY = "|".join(AREA_CODES)
#: 大阪の市外局番, 市外局番は横浜, the area code of downtown Seattle.
_AREA_CODE = fold_pattern(
    rf"(?P<of>{_CITY})市?の(?:市外)?局番|局番は(?P<is>{_CITY})|area code (?:of|for|is) (?:downtown )?(?P<en>{_CITY})"
)
_REPEAT = fold_pattern(
    r"「?(\d{1,4})」?\s?を\s?([2-9二三四])\s?(?:回|度)|「?(\d)から(\d)(?:まで)?」?\s?を\s?([2-4二三四])周"
)
_WORD_SUM = fold_pattern(
    r"(?<!\d)(\d[\d-]{0,14})(に|から)(\d{1,6})を(?:足|引|加)(?:した|いた|す|えた)?(?:数字?|もの|値)?"
)
_VANITY = re.compile(r"(?<=\d[-. ])[A-Z]{3,7}(?=[-. ]\d|(?![A-Za-z-]))")
#: A number of ten or eleven keys, some by their letters: 415-JKL-01TV, 512 GO PIXEL.
_KEYED = re.compile(r"(?<![A-Za-z\d])(?=[\d -]{0,14}[A-Z])[\dA-Z]{1,7}(?:[- ][\dA-Z]{1,7}){1,7}(?![A-Za-z\d])")
_KEYS = frozenset([10, 11])
_DIAL = re.compile(r"(?<![a-z])(?:dial|keypad|call|letters|punch|phone pad)(?![a-z])")
#: USER=taro; echo $USER
_ASSIGNED = re.compile(r"(?<![A-Za-z\d_$])([A-Za-z_]\w{0,30})\s?=\s?['\"]?([A-Za-z\d][\w.+-]{0,60})['\"]?(?=[\s;,]|$)")
_VARIABLE = re.compile(r"\$\{?([A-Za-z_]\w{0,30})\}?")
_JOINED = re.compile(r"(?<!:)['\"]\s*(?:\+|\.|,(?!\s*['\"]\w+['\"]\s*:)|\|\||&|and|(?<=['\"]))\s*['\"]")
_JOIN_CALL = re.compile(
    r"\[([^\[\]]{3,80})\]\.join\(\s*['\"](.{0,3})['\"]\s*\)|['\"](.{0,3})['\"]\.join\(\s*[\[(]([^\[\]()]{3,80})[\])]\s*\)"
)
#: A character by its code, joined to what stands beside it: "vera" + String.fromCharCode(64) + "example.net".
_CHARACTER_CALL = re.compile(
    r"(?:['\"]\s{0,3})?(?:[+.&,]\s{0,3})?(?:String\.fromCharCode|char?|CHAR|Chr)\((\d{2,3})\)\s{0,3}[+.&,]?\s{0,3}['\"]?"
)


#: Two figures of a byte each, five and more of them: 68 61 6b, \\x68\\x61.
_BYTES = re.compile(r"(?<![\dA-Za-z])(?:(?:0x|\\x|U\+00)?[2-7][\da-fA-F][\s,:]{0,2}){4,}(?![\dA-Za-z])")
_BITS = re.compile(r"(?<!\d)(?:[01]{7,8}[\s,]{0,2}){4,}(?!\d)")
_DECIMAL = re.compile(
    r"(?<!\d)(?:(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])[\s,]{1,2}){4,}(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?!\d)"
)
#: What a text says of bytes.
BYTES_TOLD = r"(?<![a-z])(?:hex|ascii|binary|bytes?|utf-?8)(?![a-z])|十六進|16進|二進|2進|アスキー|バイナリ|文字コード|0x|\\x|u\+00"
_BYTES_TOLD = fold_pattern(BYTES_TOLD)
#: Each digit moved by one: 各桁から1を引いて, "add one to each digit".
_SHIFTED = fold_pattern(
    r"(?:各桁|各数字|それぞれ(?:の数字)?|全部の数字|すべての数字|全ての数字|一つずつ|ひとつずつ|1ずつ|一ずつ).{0,10}?(?P<down>引|減|戻|小さ|大きく書)|(?:各桁|各数字|それぞれ(?:の数字)?|全部の数字|すべての数字|全ての数字|一つずつ|ひとつずつ|1ずつ|一ずつ).{0,10}?(?:足|加|増|大き)|"
    r"(?P<high>(?:one|1) too (?:high|big|large))|(?:one|1) too (?:low|small)|(?P<minus>subtract|take away|minus|lower) (?:1|one|by one)?.{0,12}(?:each|every|all)|(?:add|plus|raise) (?:1|one).{0,12}(?:each|every|all)"
)
_LONG_DIGITS = re.compile(r"(?<!\d)\d(?:[ -]?\d){8,11}(?!\d)")
#: Tones for digits, where the text says that do is one.
_TONES_TOLD = fold_pattern(r"ド\s?(?:=|は|が|を|から)\s?[1一]|1\s?が\s?ド|数字譜|ドレミで|ドレミの|音階|音名")
_TONE_LEGEND = fold_pattern(
    r"(?:(?:ファ|ド|レ|ミ|ソ|ラ|シ)\s?(?:=|は|を)\s?\d[、,.…\s]*)+|\d\s?が\s?(?:ファ|ド|レ|ミ|ソ|ラ|シ)(?=です|で|と|、|。|$)"
)
_TONES = fold_pattern(r"(?:(?:ド|レ|ミ|ファ|ソ|ラ|シ)[・、\s\-]{0,2}){3,}(?![ァ-ヶ=]|\s?ハ)")
_TONE = fold_pattern(r"ファ|ド|レ|ミ|ソ|ラ|シ")
_TONE_DIGITS = {"ド": "1", "レ": "2", "ミ": "3", "ファ": "4", "ソ": "5", "ラ": "6", "シ": "7"}


#: Letters in Morse, where the text says so: ・・－ －－ ・・.
_MORSE_TOLD = fold_pattern(wordplay.MORSE)
MORSE_WORD = re.compile(r"(?<![.\-\w・ー])(?:[.\-・ー]{1,5}[ /|]{1,3}){2,}[.\-・ー]{1,5}(?=\.?(?![.\-\w・ー]))")
_MORSE_LETTERS = dict(
    zip(
        [
            ".-",
            "-...",
            "-.-.",
            "-..",
            ".",
            "..-.",
            "--.",
            "....",
            "..",
            ".---",
            "-.-",
            ".-..",
            "--",
            "-.",
            "---",
            ".--.",
            "--.-",
            ".-.",
            "...",
            "-",
            "..-",
            "...-",
            ".--",
            "-..-",
            "-.--",
            "--..",
        ],
        "abcdefghijklmnopqrstuvwxyz",
        strict=True,
    )
)


def in_morse(said: str) -> str:
    """Letters and figures in Morse, or "" if it is none."""
    marks = re.findall(r"[.\-]+", said.replace("・", ".").replace("ー", "-"))
    known = _MORSE_LETTERS | _MORSE_DIGITS
    return "".join([known[mark] for mark in marks]) if all(mark in known for mark in marks) else ""


def in_bytes(passage: Passage) -> list[tuple[int, int, str]]:
    """What stands in bytes or bits, and where, where the text says that there are any."""
    if not _BYTES_TOLD.search(passage.low):
        return []
    found = []
    for pattern, base, part in (
        (_BYTES, 16, r"(?:0x|\\x|U\+00)?([\da-fA-F]{2})"),
        (_BITS, 2, r"[01]{7,8}"),
        (_DECIMAL, 10, r"\d+"),
    ):
        for match in pattern.finditer(passage.text):
            plain = "".join([chr(int(byte, base)) for byte in re.findall(part, match[0])])
            if plain.isprintable():
                found.append((match.start(), match.end(), plain))
    return found


def _reckoned(passage: Passage) -> list[tuple[int, int, str]]:
    """Bytes, bits, digits moved by one and tones, where the text says what they are."""
    text, low = passage.text, passage.low
    edits = [(start, end, f" {plain} ") for start, end, plain in in_bytes(passage)]
    if _MORSE_TOLD.search(low):
        edits += [(m.start(), m.end(), f" {plain} ") for m in MORSE_WORD.finditer(low) if (plain := in_morse(m[0]))]
    if shift := _SHIFTED.search(low):
        step = -1 if shift["down"] or shift["minus"] or shift["high"] else 1
        edits += [
            (m.start(), m.end(), re.sub(r"\d", lambda digit: str((int(digit[0]) + step) % 10), m[0]))
            for m in _LONG_DIGITS.finditer(text)
        ]
    if _TONES_TOLD.search(low):
        edits += [(m.start(), m.end(), "\n") for m in _TONE_LEGEND.finditer(low)]
        edits += [
            (m.start(), m.end(), " " + "".join([_TONE_DIGITS[tone[0]] for tone in _TONE.finditer(m[0])]) + " ")
            for m in _TONES.finditer(low)
        ]
    return edits


def decoded(passage: Passage) -> Passage | None:  # noqa: C901 - one encoding after another
    """Percent signs, entities, ROT13, Base64, bytes, Morse digits, sums, tones and string joins worked out."""
    text = passage.text
    edits: list[tuple[int, int, str]] = []
    edits += [(m.start(), m.end(), f" {unquote(m[1])} ") for m in _PARAMETER.finditer(text)]
    edits += [(m.start(), m.end(), html.unescape(m[0])) for m in _NAMED_ENTITY.finditer(text)]
    for match in _PERCENT.finditer(text):
        plain = binascii.unhexlify(match[0].replace("%", "")).decode("utf-8", "replace")
        if plain.isprintable():
            edits.append((match.start(), match.end(), plain))
    edits += [
        (m.start(), m.end(), chr(min(int(m[1], 16) if m[1] else int(m[2]), 0xFFFD))) for m in _ENTITY.finditer(text)
    ]
    for match in _MORSE.finditer(text):
        marks = re.findall(r"[.\-]{5}", re.sub(r"[－ー−]", "-", match[0].replace("・", ".")))
        if all(mark in _MORSE_DIGITS for mark in marks):
            edits.append((match.start(), match.end(), " " + "".join([_MORSE_DIGITS[mark] for mark in marks]) + " "))
    edits += [(m.start(), m.end(), str(int(m[1]) + int(m[2])).zfill(len(m[1]))) for m in _SUM.finditer(text)]
    edits += [(m.start(), m.end(), _repeated(m)) for m in _REPEAT.finditer(passage.low)]
    edits += _worked_out(passage.low)
    edits += [
        (m.start(), m.end(), _sum(m[1], int(m[3]) * (-1 if m[2] == "カラ" else 1)))
        for m in _WORD_SUM.finditer(passage.low)
    ]
    if _DIAL.search(passage.low):
        edits += [(m.start(), m.end(), "".join([wordplay.KEY_OF[c] for c in m[0]])) for m in _VANITY.finditer(text)]
        edits += [
            (m.start(), m.end(), "".join([wordplay.KEY_OF.get(c, c) for c in m[0]]))
            for m in _KEYED.finditer(text)
            if m[0][:3].strip("1-").isdigit() and len(re.sub(r"[- ]", "", m[0])) in _KEYS
        ]
    edits += _reckoned(passage)
    known = dict(_ASSIGNED.findall(text))
    edits += [(m.start(), m.end(), known[m[1]]) for m in _VARIABLE.finditer(text) if m[1] in known]
    edits += [(m.start(), m.end(), chr(int(m[1]))) for m in _CHARACTER_CALL.finditer(text) if 32 < int(m[1]) < 127]
    for match in _JOIN_CALL.finditer(text):
        glue, parts = (match[2], match[1]) if match[1] else (match[3], match[4])
        edits.append((match.start(), match.end(), " " + glue.join(re.findall(r"['\"]([^'\"]*)['\"]", parts)) + " "))
    edits += [(m.start(), m.end(), "") for m in _JOINED.finditer(text)]
    for match in _BASE64.finditer(text):
        if plain := _base64(match[0]):
            edits.append((match.start(), match.end(), plain))
    if edits:
        passage = passage.rewritten(apart(edits))
    if _ROTATED.search(passage.low):
        return Passage(
            passage.written,
            codecs.encode(passage.text, "rot13"),
            codecs.encode(passage.low, "rot13"),
            passage.starts,
            passage.ends,
        )
    return passage if edits else None


def _worked_out(low: str) -> list[tuple[int, int, str]]:
    """Sums whose answer the text speaks of, tallies of digits, area codes by the name of their city."""
    edits: list[tuple[int, int, str]] = []
    if _ANSWER.search(low):
        edits += [(m.start(), m.end(), _answer(m)) for m in _ARITHMETIC.finditer(low)]
        edits += [(m.start(), m.end(), _sum(m[1], int(m[2]))) for m in _ADDED.finditer(low)]
    elif _CALLED.search(low):
        edits += [(m.start(), m.end(), _answer(m)) for m in _ARITHMETIC.finditer(low) if m["sign"] not in _SIGNS]
    edits += [(m.start(), m.end(), f"{m[1]}、{int(m[1]) + int(m[2])}") for m in _OF_THE_SAME.finditer(low)]
    tallies = list(_TALLY.finditer(low))
    if len(tallies) > 1:
        edits += [(m.start(), m.end(), digits.KANJI.get(m[1], m[1]) * _count(m)) for m in tallies]
    edits += [
        (m.start(), m.end(), f"area code {AREA_CODES[m['en']]}" if m["en"] else f"局番{AREA_CODES[m['of'] or m['is']]}")
        for m in _AREA_CODE.finditer(low)
    ]
    return edits


def _count(tally: re.Match[str]) -> int:
    said = tally[2] or tally[3] or tally[4]
    return int(said) if said.isdigit() else _TALLIES[said]


def _answer(m: re.Match[str]) -> str:
    one, other, sign = int(m[1]), int(m[3]), m["sign"]
    if sign in {"-", "minus", "引ク"}:
        return str(max(one - other, 0)).zfill(len(m[1]) if m[1][0] == "0" else 0)
    if sign in {"÷", "/", "割ル"}:
        return str(one // other) if other else m[0]
    return str(one + other if sign == "足ス" else one * other)


#: So many digits are a number to dial, whose zeros count.
_DIALLED = 9


def _sum(number: str, more: int) -> str:
    """A number, as long as it was written, and some more: 090-1234-5677 and 1."""
    plain = number.replace("-", "")
    length = len(plain) if len(plain) >= _DIALLED else 0
    return str(max(int(plain) + more, 0)).zfill(length)


def _repeated(match: re.Match[str]) -> str:
    """「12」を4回 is 12121212; 「1から4」を二周 is 12341234."""
    times = {"二": 2, "三": 3, "四": 4}
    count = match[2] or match[5]
    once = match[1] or "".join([str(d) for d in range(int(match[3]), int(match[4]) + 1)])
    return once * (times.get(count) or int(count))


_NO_MARKS = str.maketrans("", "", "-+() ")


def _base64(token: str) -> str:
    try:
        plain = base64.b64decode(token, validate=True).decode("ascii")
    except (ValueError, binascii.Error):
        return ""
    return (
        plain if plain.isprintable() and ("@" in plain or "." in plain or plain.translate(_NO_MARKS).isdigit()) else ""
    )
