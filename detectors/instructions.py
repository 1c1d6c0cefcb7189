"""Do what the text tells its reader: exchange one character for another, read from the end, read the first letters."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import jaconv
import regex

from detectors.hints import hints_of
from detectors.letters import KANA_NAMES
from detectors.lexicon import symbols as lexicon
from detectors.lexicon.digits import KANA, KANJI
from detectors.normalise import Passage, apart, fold_pattern, fold_word

if TYPE_CHECKING:
    from collections.abc import Callable

_SYMBOL = r"[^\w\s)\]」』】]|[○◯〇●★☆♪xXωξ]|_"
#: A letter by its name: ●はエム, *は英小文字のオー.
_LETTER = "|".join(KANA_NAMES.values())
_TARGET = "|".join(f"(?P<t{i}>{pattern})" for i, pattern in enumerate(lexicon.NAMED.values()))
_TARGETS = list(lexicon.NAMED)
_NAMES = "|".join(f"(?P<n{i}>{pattern})" for i, pattern in enumerate(lexicon.SYMBOL_NAMES.values()))
_SYMBOLS = list(lexicon.SYMBOL_NAMES)
_INSTRUCTIONS = [
    fold_pattern(
        pattern.replace(
            "SOURCE", rf"(?:(?P<symbol>{_SYMBOL})|{_NAMES}|[「\"'](?P<quoted>[^「」\"']{{1,3}})[」\"'])"
        ).replace(
            "TARGET",
            rf"[「『\"'(]?(?:{_TARGET}|(?P<letter>[a-z\d](?![a-z\d]))|(?:英?[小大]?文字の)?(?P<named>{_LETTER}))[」』\"')]?",
        )
    )
    for pattern in (
        r"(?<!\w)SOURCE\s?(?:の部分|のところ|マーク)?\s?を\s?(?:半角の?)?TARGET\s?(?:マーク)?\s?(?:に|へ|と|て|、)",
        r"SOURCE\s?(?:の部分|のところ)?\s?(?:には|に|へは)\s?(?:全部|すべて|ぜんぶ|みんな)?\s?TARGET\s?(?:を|が)",
        r"SOURCE\s?(?:の部分)?[はが]\s?(?:普通に|全部|ただの|本当は|本来は?|実は|ほんとは|どれも|半角の?){0,3}\s?TARGET\s?(?:です|で|に|と|の|だ|、|。|\)|$)",
        r"(?<![ァ-ヶー一-龠])(?P<kana>[ァ-ヶ])\s?(?:→|=|⇒)\s?TARGET",
        r"(?:swap|change|replace|turn)\s(?:the |every )*(?P<word>[a-z]{2,8})\s(?:with|for|to|into)\s(?:an? |the )*TARGET",
        r"SOURCE\s?(?:→|=|＝|⇒|->|is|are|means|stands for|for|as)\s?(?:an? |the |your |really )*TARGET",
        r"(?:swap|change|replace|switch|turn|trade|substitute)\s(?:the |every |all |each |those )*SOURCE\s(?:with|for|to|into|by)\s(?:an? |the )*TARGET",
        r"(?:swap|put|use|type|insert)\s(?:an? |the )*TARGET\s(?:for|in place of|instead of|where)\s(?:the |every |all |each )*SOURCE",
        r"(?:remove|drop|delete|skip|without|ignore|take out)\s(?:the |every |all |each )*SOURCE(?P<gone>)",
        r"SOURCE\s?(?:の部分|のところ|マーク)?\s?(?:は|を)\s?(?P<gone>)(?:抜い|消し|取っ|除い|削っ|無視し|トル|不要|いら)",
    )
]


#: Groups that hold what is exchanged as it is written.
_LITERAL = ("symbol", "quoted", "kana", "word")


@functools.cache
def _hints() -> Callable[[str], int]:
    return hints_of({1 << at: pattern.pattern for at, pattern in enumerate(_INSTRUCTIONS)})


def instructed(passage: Passage) -> Passage | None:
    """「★を@に変えて」 is done to the rest of the text. The instruction itself is left out of the reading."""
    swaps: list[tuple[str, str]] = []
    told: list[tuple[int, int]] = []
    hints = _hints()(passage.low)
    for at, pattern in enumerate(_INSTRUCTIONS):
        for match in pattern.finditer(passage.low) if hints >> at & 1 else ():
            groups = match.groupdict()
            said = next((groups[name] for name in _LITERAL if groups.get(name)), None)
            source = said or next((_SYMBOLS[i] for i in range(len(_SYMBOLS)) if groups.get(f"n{i}")), "")
            target = (
                groups.get("letter")
                or _named(groups.get("named"))
                or next((_TARGETS[i] for i in range(len(_TARGETS)) if groups.get(f"t{i}")), None)
            )
            if "gone" in groups and groups["gone"] is not None:
                target = ""
            if not source or target is None or source == target:
                continue
            if target.isdigit() and _NUMBERED.search(passage.low[: match.start() + 1]):
                continue  # 一つ目の★は4: not everywhere
            sources = [source] if said else _same_name(groups)
            swaps += [(s, target) for s in sources]
            told.append(match.span())
    swaps += _by_unicode_name(passage, told)
    turns = _in_turn(passage, told)
    legend = _by_legend(passage) + turns
    if not swaps:
        return passage.rewritten(apart(legend)) if legend else None
    edits = legend + [(start, end, "\n") for start, end in told]
    covered = {at for start, end in told for at in range(start, end)}
    for source, target in dict.fromkeys(swaps):
        at = passage.low.find(source)
        while at >= 0:
            if at not in covered:
                edits.append((at, at + len(source), target))
            at = passage.low.find(source, at + len(source))
    edits = [
        (_widen(passage.low, s, -1), _widen(passage.low, e, 1), t) if t in {"@", ".", "_", "-"} else (s, e, t)
        for s, e, t in edits
    ]
    return passage.rewritten(apart(edits))


def _named(word: str | None) -> str:
    """The letter of a name: エム is m."""
    return next(
        (letter for letter, names in KANA_NAMES.items() if word and regex.fullmatch(fold_pattern(names).pattern, word)),
        "",
    )


#: Letters for the signs of a name, one after the other: (順にh、o), "in order: h, o", 左から t、a.
_TURNS = fold_pattern(
    r"(?:順番?に|左から|in order,?|in that order,?|respectively)(?:は|:| are)?\s?(?P<letters>[「\"']?[a-z][」\"']?(?:(?:\s?[、,・と/]\s?| and |, and )[「\"']?[a-z][」\"']?){1,5})(?![a-z\d])"
)
#: A name with one and the same sign in the place of several letters.
_MASKED = regex.compile(
    r"(?<![A-Za-z\d])[A-Za-z]*(?P<mask>〇|[^\w\s.,:;/@\-「」()、。'\"+&!?])(?:[A-Za-z]*(?P=mask))+[A-Za-z]*(?![A-Za-z\d])"
)


def _in_turn(passage: Passage, told: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Signs in one name, each exchanged for the letter that the text tells in this place."""
    match = _TURNS.search(passage.low)
    if not match:
        return []
    letters = regex.findall(r"[a-z]", regex.sub(" and ", " ", match["letters"]))
    for name in _MASKED.finditer(passage.text):
        places = [at for at in range(*name.span()) if not passage.text[at].isascii() or passage.text[at] in "*#"]
        if len(places) == len(letters):
            told.append(match.span())
            return [(at, at + 1, letter) for at, letter in zip(places, letters, strict=True)]
    return []


#: Before a sign, of which one place alone is meant.
_NUMBERED = fold_pattern(
    r"(?:[一二三1-3]つ目|ひとつ目|ふたつ目|[一二三1-3]番目|最初|次|最後)の[^\s]?$|(?<![a-z])(?:first|second|third|next|last|other) [^\s]?$"
)
#: A sign that is said to be two things is neither everywhere.
_SEVERAL = 2
#: A legend explains no more signs than this; the whole text is read for each.
_MOST_SIGNS = 36
#: A = 5, ABCD は 4471, ××は18: what stands for digits, where the same letters stand beside digits elsewhere.
_LEGEND = fold_pattern(
    r"(?<![a-z\d])[「'\"(]?(?P<sign>[a-z]{1,4}|(?P<mark>[^\w\s.,:;/@=、。「」()\-]|[○◯●☆★×])(?P=mark){0,3}|四角|三角|丸|星)[」'\")]?\s?(?:=|は|が|→|is|stands for|for)\s?(?P<digits>\d{1,4}|[〇零一二三四五六七八九十]{1,4})(?![\d〇零一二三四五六七八九十])"
)
_SHAPES = {"四角": "□■⬜⬛◻◼▢", "三角": "△▲▽▼", "丸": "○◯●〇", "星": "☆★"}


def _by_legend(passage: Passage) -> list[tuple[int, int, str]]:
    """Signs that stand beside digits, exchanged for the digits that the text says they are."""
    edits: list[tuple[int, int, str]] = []
    low = passage.low
    several = Counter(sign for sign, _ in {(m["sign"], m["digits"]) for m in _LEGEND.finditer(low)})
    for match in itertools.islice(_LEGEND.finditer(low), _MOST_SIGNS):
        if several[match["sign"]] >= _SEVERAL:
            continue
        sign, digits = match["sign"], "".join([_FIGURES.get(c, c) for c in match["digits"]])
        if match["digits"][0] == "十" and len(digits) > 1:
            digits = "1" + digits[2:] if digits.startswith("10") else digits
        signs = _SHAPES.get(sign)
        found = regex.escape(sign) if signs is None else f"[{signs}]+"
        beside = rf"(?<=\d[-\s.]?(?:{found})*)(?:{found})(?:\ufe0e)?|(?:{found})(?=(?:{found})*[-\s.]?\d)"
        done = [
            (place.start(), place.end(), digits)
            for place in regex.finditer(beside, low, flags=regex.VERSION1)
            if place.end() <= match.start() or place.start() >= match.end()
        ]
        if done:
            edits += [*done, (match.start(), match.end(), "\n")]
    return edits


_FIGURES = KANJI | {"十": "10"}

_SAID_FOR = fold_pattern(
    rf"(?P<words>[a-z]+(?: [a-z]+)?) (?:is|for|means|=|stands for|as|are) (?:really )?(?:the |an? )?(?:{_TARGET})"
)


def _by_unicode_name(passage: Passage, told: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """Signs for symbols that the text calls by a word of their Unicode name: "ice cream for at"."""
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
    r"逆(?:さ|から|に読|順|向き|立ち)|後ろから|うしろから|さかさ|ひっくり返|裏返|反転|鏡に(?:映|うつ)|鏡文字|鏡写し|右から(?:左|読|よ)|お尻(?:の数字)?から|おしりから|revers|backward|mirror|right to left|flip(?:ped)? (?:it|around|over)|末尾から|反対から",
)
#: An address that is plainly written backward: moc.example@yzu.
_BACKWARD = regex.compile(r"(?<![a-z\d.@])(?:moc|pj|ten|gro)\.[a-z\d.-]{2,40}@")
#: An address whose parts are in the wrong order: com . example @ yuzu.
_PARTS_BACKWARD = regex.compile(
    r"(?<![A-Za-z\d.])(?P<top>com|jp|net|org)\s?\.\s?(?P<name>[A-Za-z\d-]{2,30})\s?@\s?(?P<local>[A-Za-z\d._-]{2,30})(?![A-Za-z\d])"
)
_KANJI_DIGIT = "[〇零一二三四五六七八九]"
_TOKEN = regex.compile(rf"[A-Za-z\d@._\-:+%]{{4,}}|{_KANJI_DIGIT}(?:[・、\-]?{_KANJI_DIGIT}){{7,}}")


def turned(passage: Passage) -> Passage | None:
    """Each Latin token read from its end, where the text says so."""
    told = _TURNED.search(passage.low)
    if not told and not _BACKWARD.search(passage.low):
        return None
    if told and (parts := _PARTS_BACKWARD.search(passage.text)):
        return passage.rewritten([(*parts.span(), f" {parts['local']}@{parts['name']}.{parts['top']} ")])
    tokens = [(m.start(), m[0].rstrip(".:")) for m in _TOKEN.finditer(passage.text) if not m[0].isupper()]
    return passage.rewritten([(start, start + len(token), token[::-1]) for start, token in tokens])


_HEADS = fold_pattern(
    r"頭(?:だけ|文字|を|の)|行頭|行の(?:頭|最初)|縦(?:に|読)|たて(?:に|読)|先頭|最初の(?:文字|一文字|1文字)|first letters?|initials?|acrostic|down the (?:left|side)|each line"
)
#: A line that begins with a digit, of which only that is read.
_HEADED_BY_DIGIT = regex.compile(
    r"^[ \t・\-*]*(ゼロ|[\d〇零一二三四五六七八九])(?=[^\d〇零一二三四五六七八九])[^\n]*\n?", regex.MULTILINE
)
_ZEROS, _FEWEST_FIGURES = {"ゼロ": "0"}, 7
_HEADED = regex.compile(
    r"^[ \t・\-*]*(?P<head>[A-Za-z\d])(?=[^A-Za-z\d@\n]|[A-Za-z]{2,})(?P<rest>[^\n]*)\n?", regex.MULTILINE
)


def headed(passage: Passage) -> Passage | None:
    """The first letters of the lines, where the text says to read them."""
    if "\n" not in passage.low or not _HEADS.search(passage.low):
        return None
    figures = list(_HEADED_BY_DIGIT.finditer(passage.low))
    if len(figures) >= _FEWEST_FIGURES:
        return passage.rewritten([(m.start(), m.end(), _ZEROS.get(m[1], _FIGURES.get(m[1], m[1]))) for m in figures])
    lines = [match for match in _HEADED.finditer(passage.text) if not _HEADS.search(passage.low, *match.span())]
    if len(lines) < 3:
        return None
    return passage.rewritten((match.start(), match.end(), match["head"]) for match in lines)


_ROMAN = fold_pattern(r"ローマ字|英字|アルファベット|英語(?:で|に|表記)|romaji|半角英|を英|ヘボン")
_MARKS = {
    "_": "アンダーバー|アンダースコア|下線|underscore",
    ".": "ドット|ピリオド|点|(?<![a-z])dot(?![a-z])",
    "-": "ハイフン|(?<![a-z])(?:dash|hyphen)(?![a-z])",
}
_MARK = {sign: fold_pattern(rf"(?<![\s・、+])[\s・、+]*(?:{names})[\s・、+]*") for sign, names in _MARKS.items()}
#: A sign between two quotes: 「くも」.「ぬり」.
_BETWEEN_QUOTES = regex.compile(r"[」』\"”]([_.\-])[「『\"“]")
_QUOTED_KANA = regex.compile(r"[「『\"“(]([ァ-ヶー][ァ-ヶー・ _.\-]{0,29})[」』\"”)]")
_LINK = fold_pattern(
    r"(下線|アンダーバー|アンダースコア|ハイフン|ドット|ピリオド|点)(?:を二本|を|で|に)?(?:.{0,6})(?:つな|繋|結|入れ|はさ|挟|区切)|(?:間|あいだ)(?:に|は|へ)(?:は)?(下線|アンダーバー|アンダースコア|ハイフン|ドット|ピリオド|点)"
)
#: 桜のサ、クラブのク、ラジオのラ: the first letters of words, each said with its word.
_WITH_WORD = regex.compile(r"(?:[一-龠ァ-ヶー]{1,6}ノ(?P<kana>[ァ-ヶ])[、・,\s]{0,2}){3,}")


def romanised(passage: Passage) -> Passage | None:
    """Kana in quotes as Latin letters, joined as the text says: 「うみ」と「そら」をローマ字にして下線でつないで."""
    low = passage.low
    if not _ROMAN.search(low):
        return None
    spelled = [(m.start(), m.end(), f" {_latin(''.join(m.captures('kana')))} ") for m in _WITH_WORD.finditer(low)]
    if spelled:
        return passage.rewritten(spelled)
    marked = [(m.start(), m.end(), sign) for sign, pattern in _MARK.items() for m in pattern.finditer(low)]
    signed = passage.rewritten(apart(marked)) if marked else passage
    if between := [(m.start(), m.end(), m[1]) for m in _BETWEEN_QUOTES.finditer(signed.text)]:
        signed = signed.rewritten(between)
    if parts := [match for match in _QUOTED_KANA.finditer(signed.low) if regex.search(r"[_.\-]", match[1])]:
        return signed.rewritten([(match.start(), match.end(), f" {_latin(match[1])} ") for match in parts])
    parts = [match for match in _QUOTED_KANA.finditer(low) if len(match[1]) <= _SHORT]
    if not parts:
        return None
    figures = {match: said for match in parts[1:] if (said := _said_figures(match, low))}
    link = _LINK.search(low)
    glue = {"下": "_", "ア": "_", "ハ": "-"}.get((link[1] or link[2])[0], ".") if link else ""
    latin = glue.join([_latin(match[1]) for match in parts if match not in figures]) + "".join(figures.values())
    return passage.rewritten([(parts[0].start(), parts[-1].end(), f" {latin} ")])


_FIGURE_TOLD = fold_pattern(r"数字|\d\s?(?:桁|ケタ|けた)|[二三四]桁")
_NEAR_FIGURE = 12
_KANA_DIGITS = {fold_word(word): digit for digit, words in KANA.items() for word in words}
_KANA_DIGIT = regex.compile("|".join(sorted(_KANA_DIGITS, key=len, reverse=True)))


def _said_figures(match: regex.Match[str], low: str) -> str:
    """The figures that kana in quotes say, where the text beside says that they are some: 2桁「じゅうはち」."""
    if not _FIGURE_TOLD.search(low, max(0, match.start() - _NEAR_FIGURE), match.end() + _NEAR_FIGURE):
        return ""
    tens, ten, ones = match[1].replace("・", "").rpartition("ジュウ")
    return (_digits(tens) or "1" if ten else "") + (_digits(ones) or "0" if ten else _digits(ones))


def _digits(words: str) -> str:
    return "".join([_KANA_DIGITS[word] for word in _KANA_DIGIT.findall(words)])


#: Kana in quotes that are a part of a name are no more.
_SHORT = 10


def _latin(kana: str) -> str:
    """Kana in Latin letters, signs between them kept."""
    return regex.sub(r"[\s・]", "", jaconv.kana2alphabet(jaconv.kata2hira(kana)))
