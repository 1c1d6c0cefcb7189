"""Letters said by their names: ティー・エー・アール・オー, "tea, ay, ar, oh", "tango alpha romeo oscar", "T as in Tokyo"."""

from __future__ import annotations

import re

from detectors.lexicon import digits
from detectors.normalise import Passage, apart, fold_pattern, fold_word

#: How Japanese call the letters, the longest first.
KANA_NAMES = {
    "a": "エー|エイ(?!チ)", "b": "ビー", "c": "シー", "d": "ディー|デー", "e": "イー", "f": "エフ", "g": "ジー",
    "h": "エイチ|エッチ", "i": "アイ", "j": "ジェー|ジェイ", "k": "ケー|ケイ", "l": "エル", "m": "エム", "n": "エヌ",
    "o": "オー", "p": "ピー", "q": "キュー", "r": "アール", "s": "エス", "t": "ティー|テー", "u": "ユー",
    "v": "ブイ|ヴイ", "w": "ダブリュー|ダブル(?=[・、])", "x": "エックス", "y": "ワイ", "z": "ゼット|ズィー",
}  # fmt: skip
#: The spelling alphabet of radio.
_RADIO = [
    "alpha|alfa",
    "bravo",
    "charlie",
    "delta",
    "echo",
    "foxtrot",
    "golf",
    "hotel",
    "india",
    "juliet|juliett",
    "kilo",
    "lima",
    "mike",
    "november",
    "oscar",
    "papa",
    "quebec",
    "romeo",
    "sierra",
    "tango",
    "uniform",
    "victor",
    "whiskey|whisky",
    "x-ray|xray",
    "yankee",
    "zulu",
]
#: How English calls the letters.
_ENGLISH = [
    "ay|aye|eh", "bee|be", "cee|see|sea", "dee", "ee", "eff|ef", "gee", "aitch|haitch", "eye", "jay", "kay", "el|ell", "em",
    "en", "oh", "pee|pea", "cue|queue", "ar|are", "ess", "tee|tea", "you|yu", "vee", "double[- ]?you|double[- ]?u", "ex",
    "why|wye", "zee|zed",
]  # fmt: skip
_BETWEEN = r"[・、,\s/／\-]{0,3}"
_NAME = "|".join(f"(?P<{letter}>{names})" for letter, names in KANA_NAMES.items())
_ANY = "|".join(KANA_NAMES.values())
_MARK = "アンダーバー|アンダースコア|アンダーライン|下線|ドット|ピリオド|点|ハイフン"
#: Digits said among letters.
_LETTERS_TOO = frozenset(["オー", "シー"])
_SAID_DIGITS = {
    fold_word(word): digit
    for digit, words in digits.KANA.items()
    for word in words
    if len(word) > 1 and word not in _LETTERS_TOO
}
_DIGIT = "|".join(sorted(_SAID_DIGITS, key=len, reverse=True))
#: Three letters and more, signs and figures among them.
_SPELLED = fold_pattern(
    rf"(?:(?<![ァ-ヶー])|(?<=[ハガデヲノト]))(?:(?:{_ANY})(?:{_BETWEEN}(?:{_MARK}))?{_BETWEEN}(?:(?:\d++|(?:{_DIGIT}){{1,4}}(?=[・、,\s/／。デガヲ(]|$)){_BETWEEN})*+){{3,}}"
    r"(?=$|[^ァ-ヶーんル]|(?:デス|デ|ト|ガ|ヲ|ニ|ノ|ハ|ヘ|マデ)(?![ァ-ヶー])|ノ(?:ホウ|ヤツ|アプリ)|デスノデ|デ(?:ス|検索|探|ケンサク|サガ|オネガ|トウロク|ヤッテ))"
)
_FIGURES = {word: digit for digit, words in digits.LATIN.items() for word in words if word not in {"oh", "no"}}
_FIGURE = "|".join(sorted(_FIGURES, key=len, reverse=True))


def _letter_of(words: list[str]) -> re.Pattern[str]:
    """One word for a letter, a figure or a sign, the letter as the name of its group."""
    letters = "|".join(f"(?P<{chr(97 + i)}>(?:{word})(?![a-z]))" for i, word in enumerate(words))
    return re.compile(
        rf"{letters}|(?P<figures>\d+|(?:{_FIGURE})(?![a-z]))|(?P<sign_u>underscore|underbar)|(?P<sign_d>dot|period)|(?P<sign_h>dash|hyphen)"
    )


_RADIO_WORD, _ENGLISH_WORD = _letter_of(_RADIO), _letter_of(_ENGLISH)
_RADIO_SPELLED = re.compile(
    rf"(?<![a-z])(?:(?:{'|'.join(_RADIO)})(?![a-z])[\s,./-]*){{3,}}(?:(?:{_FIGURE}|\d{{1,4}})(?![a-z\d])[\s,/-]*)*"
)
#: Four letters and more, with commas or hyphens between, a sign or figures among them.
_ENGLISH_SPELLED = re.compile(
    rf"(?<![a-z])(?:(?:{'|'.join(_ENGLISH)}|underscore|underbar|dot|period|dash|hyphen|(?:{_FIGURE})|\d{{1,4}})(?:(?:, ?|-| - |, then |, and )(?![ ,]))){{3,}}"
    rf"(?:{'|'.join(_ENGLISH)}|(?:{_FIGURE})|\d{{1,4}})(?![a-z\d])"
)
#: Two letters of an ending: dot, Mike Echo.
_RADIO_ENDING = re.compile(
    rf"(?<![a-z])(?:dot|period|point)[\s,]+(?P<said>(?:(?:{'|'.join(_RADIO)})(?![a-z])[\s,./-]*){{2}})"
)
_WORD = "(?:[a-z]{3,}|[ァ-ヶー一-龠]{2,8})"
_AS_IN = re.compile(rf"(?<![a-z])(?P<letter>[a-z])(?: as in| for| like)? {_WORD}(?![a-z])[,;.、]?\s*(?:and |then )?")
_AS_IN_SPELLED = re.compile(
    rf"(?<![a-z])(?P<letters>(?:[a-z] (?:as in|for|like) {_WORD}(?![a-z])[,;.、]?\s*(?:and |then )?){{3,}})"
    rf"(?P<tail>(?:(?:underscore|underbar|dot|period|dash|hyphen|(?:{_FIGURE})|\d{{1,4}})(?![a-z\d])[,;\s]{{0,2}}){{0,6}})"
)
#: さとうの「s」、たなかの「t」.
_QUOTED_SPELLED = re.compile(r"(?:[ァ-ヶー一-龠]{1,6}ノ「[a-z]」[、,]?\s?){2,}")


#: Letters of a name spelled in English.
_FEWEST = 3


def named_letters(passage: Passage) -> Passage | None:
    """Letters said by their names, written as letters."""
    low = passage.low
    edits = [(m.start(), m.end(), _as_named(_kana_letters(m[0]))) for m in _SPELLED.finditer(low)]
    edits += [(m.start(), m.end(), _as_named(_letters(m[0], _RADIO_WORD))) for m in _RADIO_SPELLED.finditer(low)]
    edits += [
        (m.start(), m.end(), _as_named(letters))
        for m in _ENGLISH_SPELLED.finditer(low)
        if sum(map(str.isalpha, letters := _letters(m[0], _ENGLISH_WORD))) >= _FEWEST  # not figures only
    ]
    edits += [(*m.span("said"), _letters(m["said"], _RADIO_WORD)) for m in _RADIO_ENDING.finditer(low)]
    edits += [
        (
            m.start(),
            m.end(),
            _as_named("".join([one["letter"] for one in _AS_IN.finditer(m["letters"])]))
            + _letters(m["tail"] or " ", _ENGLISH_WORD),
        )
        for m in _AS_IN_SPELLED.finditer(low)
    ]
    edits += [(m.start(), m.end(), re.sub(r"[^a-z]", "", m[0]) + " ") for m in _QUOTED_SPELLED.finditer(low)]
    return passage.rewritten(apart(edits)) if edits else None


def _as_named(letters: str) -> str:
    """A name that is a word too, in capitals, in which it is none: LINE."""
    return letters.replace("line", "LINE") if letters.strip() == "line" else letters


def _letters(said: str, words: re.Pattern[str]) -> str:
    """Tango alpha is ta; tea, ay, dot, seven is ta.7."""
    read = []
    for match in words.finditer(said):
        name = match.lastgroup or ""
        figure = _FIGURES.get(match[0], match[0]) if name == "figures" else ""
        read.append(figure or _SIGN_OF.get(name, name))
    return "".join(read) + " " * (not said[-1].isalnum())


_SIGN_OF = {"sign_u": "_", "sign_d": ".", "sign_h": "-"}
_PART = fold_pattern(
    rf"(?P<sign_u>アンダーバー|アンダースコア|アンダーライン|下線)|(?P<sign_d>ドット|ピリオド|点)|(?P<sign_h>ハイフン)|(?P<figures>\d+)|(?P<said>(?:{_DIGIT})(?=(?:{_DIGIT}){{0,3}}(?:[・、,\s/／。デガヲ(]|$)))|{_NAME}"
)


def _kana_letters(said: str) -> str:
    """エム、アンダーバー、ケー is m_k; a separator at the end stays one."""
    read = []
    for match in _PART.finditer(said):
        name = match.lastgroup or ""
        figure = match[0] if name == "figures" else _SAID_DIGITS[match[0]] if name == "said" else ""
        read.append(figure or _SIGN_OF.get(name, name))
    return f" {''.join(read)} "
