"""Single digits as a text tells them: figures, words, kanji, things that come in a known number."""

from __future__ import annotations

import re

from detectors.lexicon import digits as words
from detectors.lexicon import puzzles as lexicon
from detectors.normalise import fold_pattern, fold_word

_KANA = {fold_word(word): digit for digit, said in words.KANA.items() for word in said}
_LATIN = {
    word: digit for digit, said in words.LATIN.items() for word in said if word not in {"go", "ate", "san", "null"}
}
_ALL = {**_KANA, **_LATIN, **words.KANJI, **{str(digit): str(digit) for digit in range(10)}}


def _any_of(table: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))


#: One digit that the words around it name as such: behind "is" or =, before the end of a phrase.
VALUE = rf"(?:{_any_of(_ALL)})(?![a-zァ-ヶー一-龠\d])|(?:{_any_of(_ALL)})(?=デ(?:ス|ア|、|。|,)|ダ|ニ(?:ナ|シ|変|ス|読|置|換|替|直|戻|カ[エワ]|オキ|ナオ|ヨミ|、)|ト(?:シ|読|ナ|、)|[ヲノガ、])"


def digit_of(said: str) -> str:
    """The digit of a word that `VALUE` matches."""
    return _ALL[said]


_COUNTED = [(str(count), fold_pattern(pattern)) for count, pattern in lexicon.COUNTS.items()]
_BETWEEN = fold_pattern(
    rf"(?P<low>{_any_of(_ALL)})と(?P<high>{_any_of(_ALL)})の(?:間|あいだ)|between (?P<from>{_any_of(_ALL)}) and (?P<to>{_any_of(_ALL)})(?![a-z])"
)
#: What numbers the digits that are hidden, or says how many there are.
_ORDINAL = fold_pattern(
    r"(?:[一二三四1-4]|ひと|ふた|みっ|よっ)(?:つ目|つめ|番目|個目|文字目|桁目|桁|つ)|(?:[一二三四1-4])文字|最初の|次の|最後の|"
    r"(?<![a-z])(?:first|second|third|fourth|last|other|next|hidden|missing|blank|masked)(?: (?:ones?|two|three|digits?|stars?))+(?![a-z])|(?<![a-z])(?:the )?(?:two|three|four) (?:hidden|missing|blank|digits|stars|gaps|circles|squares|others?)[a-z]*|(?:first|second|third|last) one"
)
_FIGURE = re.compile(
    r"(?<![\d:.,/\-+$¥])\d(?![\d:.,/%\-]\d|[\d%:]|\s?(?:時|日|月|年|円|枚|件|名|人|本|ページ|pm|am)(?!の))"
)
_SAID = fold_pattern(
    rf"(?:(?<=[はが=:])|(?<=is )|(?<=are )|(?<=for )|(?<=for a )|(?<=an? )|(?<=then )|(?<=and )|(?<=, )|(?<=[、「]))(?:{_any_of({**_KANA, **_LATIN, **words.KANJI})})(?![a-zァ-ヶー一-龠])"
)


def values_in(low: str) -> list[str]:
    """The single digits that a text tells, in order."""
    told: dict[int, tuple[int, str]] = {}
    for digit, pattern in _COUNTED:
        told |= {m.start(): (m.end(), digit) for m in pattern.finditer(low)}
    for m in _BETWEEN.finditer(low):
        one, other = digit_of(m["low"] or m["from"]), digit_of(m["high"] or m["to"])
        if abs(int(one) - int(other)) == _APART:
            told[m.start()] = m.end(), str((int(one) + int(other)) // 2)
    rest = _blanked(low, [(start, end) for start, (end, _) in told.items()])
    rest = _blanked(rest, [m.span() for m in _ORDINAL.finditer(rest)])
    told |= {m.start(): (m.end(), digit_of(m[0])) for m in _SAID.finditer(rest)}
    told |= {m.start(): (m.end(), m[0]) for m in _FIGURE.finditer(rest)}
    return [digit for _, (_, digit) in sorted(told.items())]


#: The digits on both sides of the one meant.
_APART = 2


def _blanked(low: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        low = low[:start] + "\n" * (end - start) + low[end:]
    return low
