"""Other ways to read a passage: signs said as words, letters set apart, instructions followed, text turned round.

Each function takes a `Passage` and returns another with the way back kept, or None where there is nothing to undo.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import unicodedata
from typing import TYPE_CHECKING

import jaconv
import regex

from detectors.gate import Sign
from detectors.lexicon import symbols as lexicon
from detectors.normalise import Passage, fold_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_ASCII = r"[a-z\d]"
_SIGNS = {sign: fold_pattern(rf"\s*(?:{pattern})\s*") for sign, pattern in lexicon.BRACKETED.items()}
_SPOKEN = [
    (sign, fold_pattern(rf"(?<=[a-z\d_.\-」』\"'@:ァ-ヶー一-龠])[\s、,，+\"'「」『』]*(?:{pattern})[\s、,，+\"'「」『』]*"))
    for sign, pattern in lexicon.SPOKEN.items()
]
_SIGN_AHEAD = regex.compile(r"[a-z\d@._\-:/]|コム|コ|ジ|ヤ|ア|ホ|ニ|ド|シ|ネ|オ|[ァ-ヶ一-龠]")
_TOP_LEVEL = [
    (word, fold_pattern(rf"(?<=\.)\s*(?:{pattern})(?![ァ-ヶ])|(?<=ail|メール|ルック|ウド|yahoo|ヤフー)\s?(?:{pattern})(?![ァ-ヶ])"))
    for word, pattern in lexicon.TOP_LEVEL.items()
]
_PROVIDERS = [
    (domain, fold_pattern(rf"(?<=@)\s*(?:{pattern})(?=[^a-z]|$)")) for domain, pattern in lexicon.PROVIDERS.items()
]

#: Single letters set apart by one and the same separator: L I N E, t.a.r.o, c-h-i-e.
_SPACED = regex.compile(r"(?<![A-Za-z\d])(?:[A-Za-z\d._@#:\-] ){2,}[A-Za-z\d._@#:\-](?![A-Za-z\d])")
_DASHED = regex.compile(r"(?<![A-Za-z\d.\-_])[A-Za-z](?:([\-.・/|,、~*'])[A-Za-z\d])(?:\1[A-Za-z\d])+(?![A-Za-z\d\-_])")


def spoken(passage: Passage) -> Passage | None:
    """Signs said as words become signs: taro アット example ドット jp."""
    edits: list[tuple[int, int, str]] = []
    low = passage.low
    for sign, pattern in _SIGNS.items():
        edits += [(m.start(), m.end(), sign) for m in pattern.finditer(low)]
    for sign, pattern in _SPOKEN:
        edits += [(m.start(), m.end(), sign) for m in pattern.finditer(low) if _SIGN_AHEAD.match(low, m.end())]
    if not edits:
        return _named_parts(passage)
    signed = passage.rewritten(_apart(edits))
    return _named_parts(signed) or signed


def _apart(edits: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    done = -1
    for start, end, sign in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start >= done:
            yield start, end, sign
            done = end


def _named_parts(passage: Passage) -> Passage | None:
    """ジーメール behind an @ is gmail, コム behind a dot is com."""
    changed: Passage | None = None
    for table in (_PROVIDERS, _TOP_LEVEL):
        current = changed or passage
        edits = [
            (match.start(), match.end(), (word.partition(".")[0] if table is _PROVIDERS else "." * (current.low[match.start() - 1] != ".") + word))
            for word, pattern in table
            for match in pattern.finditer(current.low)
            if not regex.match(r"\s*[a-z]+$", match[0]) or table is not _PROVIDERS
        ]
        if edits:
            changed = current.rewritten(_apart(edits))
    return changed


def closed_up(passage: Passage) -> Passage | None:
    """Letters set apart are joined: c h i h i r o - s e c."""
    edits: list[tuple[int, int, str]] = []
    for match in _SPACED.finditer(passage.text):
        edits += [(i, i + 1, "") for i in range(match.start() + 1, match.end(), 2)]
    for match in _DASHED.finditer(passage.text):
        joined = match[0][::2]
        edits.append((match.start(), match.end(), joined.lower() if joined.isupper() else joined))
    return passage.rewritten(sorted(edits)) if edits else None


_SYMBOL = r"[^\w\s]|[○◯〇●★☆♪xX]|_"
_TARGET = "|".join(f"(?P<t{i}>{pattern})" for i, pattern in enumerate(lexicon.NAMED.values()))
_TARGETS = list(lexicon.NAMED)
_NAMES = "|".join(f"(?P<n{i}>{pattern})" for i, pattern in enumerate(lexicon.SYMBOL_NAMES.values()))
_SYMBOLS = list(lexicon.SYMBOL_NAMES)
_INSTRUCTIONS = [
    fold_pattern(pattern.replace("SOURCE", rf"(?:(?P<symbol>{_SYMBOL})|{_NAMES}|[「\"'](?P<quoted>[^「」\"']{{1,3}})[」\"'])").replace("TARGET", rf"[「『\"'(]?(?:{_TARGET}|(?P<letter>[a-z\d](?![a-z\d])))[」』\"')]?"))
    for pattern in (
        r"(?<!\w)SOURCE\s?(?:の部分|のところ|マーク)?\s?を\s?(?:半角の?)?TARGET\s?(?:マーク)?\s?(?:に|へ|と|て|、)",
        r"SOURCE\s?(?:の部分|のところ)?\s?(?:には|に|へは)\s?TARGET\s?を",
        r"SOURCE\s?(?:の部分)?は(?:普通に|全部|ただの|本当は|半角の?|\s)*TARGET(?:です|で|に|と|の|だ|、|。|$)",
        r"SOURCE\s?(?:→|=|＝|⇒|->|is|are|means|stands for|for)\s?(?:an? |the |your |really )*TARGET",
        r"(?:swap|change|replace|switch|turn|trade|substitute)\s(?:the |every |all |each |those )*SOURCE\s(?:with|for|to|into|by)\s(?:an? |the )*TARGET",
        r"(?:swap|put|use|type|insert)\s(?:an? |the )*TARGET\s(?:for|in place of|instead of|where)\s(?:the |every |all |each )*SOURCE",
        r"(?:remove|drop|delete|skip|without|ignore|take out)\s(?:the |every |all |each )*SOURCE(?P<gone>)",
        r"SOURCE\s?(?:の部分|のところ|マーク)?\s?(?:は|を)\s?(?P<gone>)(?:抜い|消し|取っ|除い|削っ|無視し|トル|不要|いら)",
    )
]


def instructed(passage: Passage) -> Passage | None:
    """「★を@に変えて」 is done to the rest of the text. The instruction itself is left out of the reading."""
    swaps: list[tuple[str, str]] = []
    told: list[tuple[int, int]] = []
    for pattern in _INSTRUCTIONS:
        for match in pattern.finditer(passage.low):
            groups = match.groupdict()
            source = groups["symbol"] or groups["quoted"] or next((_SYMBOLS[i] for i in range(len(_SYMBOLS)) if groups.get(f"n{i}")), "")
            target = groups.get("letter") or next((_TARGETS[i] for i in range(len(_TARGETS)) if groups.get(f"t{i}")), None)
            if "gone" in groups and groups["gone"] is not None:
                target = ""
            if not source or target is None or source == target:
                continue
            sources = [source] if groups["symbol"] or groups["quoted"] else _same_name(groups)
            swaps += [(s, target) for s in sources]
            told.append(match.span())
    swaps += _by_unicode_name(passage, told)
    if not swaps:
        return None
    edits = [(start, end, "\n") for start, end in told]
    for source, target in swaps:
        at = passage.low.find(source)
        while at >= 0:
            if not any(start <= at < end for start, end in told):
                edits.append((at, at + len(source), target))
            at = passage.low.find(source, at + len(source))
    edits = [(_widen(passage.low, s, -1), _widen(passage.low, e, 1), t) if t in {"@", ".", "_", "-"} else (s, e, t) for s, e, t in edits]
    return passage.rewritten(_apart(edits))


_SAID_FOR = fold_pattern(rf"(?P<words>[a-z]+(?: [a-z]+)?) (?:is|for|means|=|stands for|as|are) (?:really )?(?:the |an? )?(?:{_TARGET})")


def _by_unicode_name(passage: Passage, told: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """"ice cream for at": a symbol of the text is called by a word of its Unicode name."""
    symbols = {c for c in passage.text if ord(c) > 0x2000 and unicodedata.category(c) == "So"}
    swaps: list[tuple[str, str]] = []
    if not symbols:
        return swaps
    for match in _SAID_FOR.finditer(passage.low):
        target = next(_TARGETS[i] for i in range(len(_TARGETS)) if match.group(f"t{i}"))
        words = [word.rstrip("s")[:6].upper() for word in match["words"].split() if len(word) > 2]
        for symbol in symbols:
            name = unicodedata.name(symbol, "")
            if any(word in name for word in words):
                swaps.append((symbol, target))
                told.append(match.span())
    return swaps


def _same_name(groups: dict[str, str | None]) -> list[str]:
    word = next((value for key, value in groups.items() if key.startswith("n") and key[1:].isdigit() and value), "")
    return [symbol for symbol, pattern in lexicon.SYMBOL_NAMES.items() if fold_pattern(pattern).fullmatch(word)]


def _widen(low: str, at: int, step: int) -> int:
    while 0 < at < len(low) and low[at - 1 if step < 0 else at] == " ":
        at += step
    return at


_TURNED = fold_pattern(
    r"逆(?:さ|から|に読|順|向き|立ち)|後ろから|うしろから|さかさ|ひっくり返|裏返|反転|右から左|お尻から|おしりから|revers|backward|mirror|right to left|flip(?:ped)? (?:it|around|over)|末尾から|反対から",
)
_ROTATED = regex.compile(r"rot-?13|rot ?十三")
_BASE64 = regex.compile(r"(?<![A-Za-z\d+/=])(?:[A-Za-z\d+/]{4}){3,}(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?(?![A-Za-z\d+/=])")
_PERCENT = regex.compile(r"(?:%[\dA-Fa-f]{2})+")
_ENTITY = regex.compile(r"&#(?:x([\da-fA-F]{1,5})|(\d{1,6}));")
_MORSE = regex.compile(r"(?<![.\-\w])(?:[.\-・－ー−]{5}[\s/|,、]*){3,}")
_MORSE_DIGITS = {"-----": "0", ".----": "1", "..---": "2", "...--": "3", "....-": "4", ".....": "5", "-....": "6", "--...": "7", "---..": "8", "----.": "9"}
_SUM = regex.compile(r"(?<![\d.])(\d{1,6})\s?(?:[+]|plus)\s?(\d{1,6})(?![\d.])")
_REPEAT = fold_pattern(r"「?(\d{1,4})」?\s?を\s?([2-9二三四])\s?(?:回|度)|「?(\d)から(\d)(?:まで)?」?\s?を\s?([2-4二三四])周")
_WORD_SUM = fold_pattern(r"(\d{1,6})(に|から)(\d{1,6})を(?:足|引|加)(?:した|いた|す|えた)?(?:数字?|もの|値)?")
_VANITY = regex.compile(r"(?<=\d[-. ])[A-Z]{3,7}(?=[-. ]\d|(?![A-Za-z-]))")
_DIAL = regex.compile(r"(?<![a-z])(?:dial|keypad|call|letters)(?![a-z])")
_KEYPAD = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999", strict=True))
_JOINED = regex.compile(r"['\"]\s*(?:\+|\.|,|\|\||&|and)\s*['\"]")
_JOIN_CALL = regex.compile(r"\[([^\[\]]{3,80})\]\.join\(\s*['\"](.{0,3})['\"]\s*\)|['\"](.{0,3})['\"]\.join\(\s*[\[(]([^\[\]()]{3,80})[\])]\s*\)")


_TOKEN = regex.compile(r"[A-Za-z\d@._\-:+%]{4,}")


def turned(passage: Passage) -> Passage | None:
    """Each Latin token read from its end, where the text says so."""
    if not _TURNED.search(passage.low):
        return None
    return passage.rewritten((m.start(), m.end(), m[0][::-1]) for m in _TOKEN.finditer(passage.text) if not m[0].isupper())


def decoded(passage: Passage) -> Passage | None:
    """Percent signs, entities, ROT13, Base64, Morse digits, sums and string joins worked out."""
    text = passage.text
    edits: list[tuple[int, int, str]] = []
    for match in _PERCENT.finditer(text):
        plain = binascii.unhexlify(match[0].replace("%", "")).decode("utf-8", "replace")
        if plain.isprintable():
            edits.append((match.start(), match.end(), plain))
    edits += [
        (m.start(), m.end(), chr(min(int(m[1], 16) if m[1] else int(m[2]), 0xFFFD))) for m in _ENTITY.finditer(text)
    ]
    for match in _MORSE.finditer(text):
        marks = regex.findall(r"[.\-]{5}", regex.sub(r"[－ー−]", "-", match[0].replace("・", ".")))
        if all(mark in _MORSE_DIGITS for mark in marks):
            edits.append((match.start(), match.end(), " " + "".join([_MORSE_DIGITS[mark] for mark in marks]) + " "))
    edits += [(m.start(), m.end(), str(int(m[1]) + int(m[2])).zfill(len(m[1]))) for m in _SUM.finditer(text)]
    edits += [(m.start(), m.end(), _repeated(m)) for m in _REPEAT.finditer(passage.low)]
    edits += [(m.start(), m.end(), str(int(m[1]) + int(m[3]) * (-1 if m[2] == "カラ" else 1))) for m in _WORD_SUM.finditer(passage.low)]
    if _DIAL.search(passage.low):
        edits += [(m.start(), m.end(), "".join([_KEYPAD[c] for c in m[0]])) for m in _VANITY.finditer(text)]
    for match in _JOIN_CALL.finditer(text):
        glue, parts = (match[2], match[1]) if match[1] else (match[3], match[4])
        edits.append((match.start(), match.end(), " " + glue.join(regex.findall(r"['\"]([^'\"]*)['\"]", parts)) + " "))
    edits += [(m.start(), m.end(), "") for m in _JOINED.finditer(text)]
    for match in _BASE64.finditer(text):
        if plain := _base64(match[0]):
            edits.append((match.start(), match.end(), plain))
    if edits:
        passage = passage.rewritten(_apart(edits))
    if _ROTATED.search(passage.low):
        return Passage(passage.written, codecs.encode(passage.text, "rot13"), codecs.encode(passage.low, "rot13"), passage.starts, passage.ends)
    return passage if edits else None


def _repeated(match: re.Match[str]) -> str:
    """「12」を4回 is 12121212; 「1から4」を二周 is 12341234."""
    times = {"二": 2, "三": 3, "四": 4}
    count = match[2] or match[5]
    once = match[1] or "".join([str(d) for d in range(int(match[3]), int(match[4]) + 1)])
    return once * (times.get(count) or int(count))


def _base64(token: str) -> str:
    try:
        plain = base64.b64decode(token, validate=True).decode("ascii")
    except (ValueError, binascii.Error):
        return ""
    return plain if plain.isprintable() and ("@" in plain or "." in plain or plain.replace("-", "").isdigit()) else ""


_HEADS = fold_pattern(r"頭(?:だけ|文字|を|の)|行頭|縦(?:に|読)|たて(?:に|読)|先頭|最初の(?:文字|一文字|1文字)|first letters?|initials?|acrostic|down the (?:left|side)|each line")
_HEADED = regex.compile(r"^[ \t・\-*]*(?P<head>[A-Za-z\d])(?=[^A-Za-z\d@\n]|[A-Za-z]{2,})(?P<rest>[^\n]*)\n?", regex.MULTILINE)


def headed(passage: Passage) -> Passage | None:
    """The first letters of the lines, where the text says to read them."""
    if "\n" not in passage.low or not _HEADS.search(passage.low):
        return None
    lines = [match for match in _HEADED.finditer(passage.text) if not _HEADS.search(passage.low, *match.span())]
    if len(lines) < 3:
        return None
    return passage.rewritten((match.start(), match.end(), match["head"]) for match in lines)


_ROMAN = fold_pattern(r"ローマ字|英字|アルファベット|英語(?:で|に|表記)|romaji|半角英|を英")
_QUOTED_KANA = regex.compile(r"[「『\"“(]([ァ-ヶー]{1,10})[」』\"”)]")
_PLAIN_KANA = fold_pattern(r"(?<=^|[、。,:：はに\s])([ァ-ヶー]{2,8})(?=、?(?:ドット|アンダー|ハイフン|下線|点))")
_LINK = fold_pattern(r"(下線|アンダーバー|アンダースコア|ハイフン|ドット|ピリオド|点)(?:を二本|を|で|に)?(?:.{0,6})(?:つな|繋|結|入れ|はさ|挟|区切)|(?:間|あいだ)(?:に|は|へ)(?:は)?(下線|アンダーバー|アンダースコア|ハイフン|ドット|ピリオド|点)")


def romanised(passage: Passage) -> Passage | None:
    """Kana in quotes as Latin letters, joined as the text says: 「うみ」と「そら」をローマ字にして下線でつないで."""
    if not _ROMAN.search(passage.low):
        return None
    parts = list(_QUOTED_KANA.finditer(passage.low))
    if not parts:
        return None
    link = _LINK.search(passage.low)
    glue = {"下": "_", "ア": "_", "ハ": "-"}.get((link[1] or link[2])[0], ".") if link else ""
    latin = glue.join([jaconv.kana2alphabet(jaconv.kata2hira(match[1])) for match in parts])
    return passage.rewritten([(parts[0].start(), parts[-1].end(), f" {latin} ")])


_HIDDEN = Sign.SAID | Sign.SPACED | Sign.TOLD
#: What is undone, one on top of the other: the trick's name, the signs that call for it, the function.
_UNDO = (
    ("encoded", _HIDDEN, decoded),
    ("replace-instruction", Sign.TOLD, instructed),
    ("spaces", Sign.SPACED, closed_up),
    ("spelled-out", _HIDDEN, spoken),
)
#: What gives a reading of its own.
_OTHERWISE = (("acrostic", Sign.TOLD, headed), ("kana-spelled", Sign.SAID, romanised), ("reversed", Sign.TOLD, turned))


def readings_of(passage: Passage, seen: int) -> list[tuple[Passage, tuple[str, ...]]]:
    """The passage, then with everything undone that its signs call for, then other ways to read it; each with how."""
    if not seen & _HIDDEN:
        return [(passage, ())]
    undone, how = passage, []
    for name, signs, undo in _UNDO:
        if seen & signs and (other := undo(undone)) is not None:
            undone = other
            how.append(name)
    readings = [(passage, ())] + ([(undone, tuple(how))] if how else [])
    for name, signs, read in _OTHERWISE:
        before = passage if read is romanised else undone  # 下線 said of two parts is not yet a sign
        if seen & signs and (other := read(before)) is not None:
            readings.append((other, (*how, name)))
    return readings
