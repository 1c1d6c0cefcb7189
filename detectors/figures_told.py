"""Figures of a number that the text tells by rule: years of eras, days, kana with their places, cards, columns, one script only.

Gives the text with the figures in their place; whether they make a number is for `contacts.phone` to say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.assembled import DAYS, ERA, year_of
from detectors.lexicon import digits
from detectors.lexicon import figures as lexicon
from detectors.normalise import apart, fold_pattern, fold_word
from detectors.wordplay import read_by_columns

if TYPE_CHECKING:
    from detectors.normalise import Passage

_YEARS_TOLD, _FOUR_TOLD = fold_pattern(lexicon.YEARS_TOLD), fold_pattern(lexicon.FOUR_TOLD)
_EXPLAINED = r"(?:\([^()]{0,12}\))?"
_DAYS = [(re.compile(f"(?:{pattern.pattern}){_EXPLAINED}"), day) for pattern, day in DAYS]
#: The same told once more: （1031、1231）.
_ONCE_MORE = re.compile(r"\(\d{4}(?:[、,]\s?\d{4})*\)")
#: A number's beginning: of one day alone nothing could be made.
_BEGUN = re.compile(r"(?<![\d:])\d{3}(?!\d)")
_KANJI = "".join(digits.KANJI)
_HEADS_TOLD, _KANJI_ONLY, _KATAKANA_ONLY, _CARDS_TOLD = (
    fold_pattern(pattern)
    for pattern in (lexicon.HEADS_ONLY, lexicon.KANJI_ONLY, lexicon.KATAKANA_ONLY, lexicon.CARDS_TOLD)
)
_HEADED = re.compile(
    rf"(?:(?<![一-龠])[{_KANJI}][^、。,\s/・「」]{{0,5}}[、・\s/]{{1,3}}){{6,}}[{_KANJI}][^、。,\s/・「」]{{0,5}}"
)
_HEAD = re.compile(rf"(?:^|(?<=[、・\s/]))[{_KANJI}]")
_SENTENCE = re.compile(r"[^。!?\n]+")
_KATAKANA = re.compile(r"[ァ-ヺー、,]")
_SUIT = re.compile(r"[♠♥♦♣♤♡♢♧]\ufe0f?\s?(?P<card>\d|a(?![a-z]))(?:\s(?=[♠♥♦♣♤♡♢♧]))?")
_HAND = re.compile(r"(?<![a-z\d])(?:(?:\d|a|ace|joker),? ){6,}(?:\d|a|ace|joker)(?![a-z\d])")
_CARD = {"a": "1", "ace": "1", "joker": "0"}
_TILES = re.compile(r"(?:[一二三四五六七八九][萬万筒索]){3,}")

_ONES = {fold_word(word): value for word, value in lexicon.KANA_ONES.items()}
_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
#: A number with its places in kana: よんせんにひゃくさんじゅういち.
_PLACED = re.compile(
    rf"(?=(?:{_ONE})?(?:セン|ゼン|ヒャク|ビャク|ピャク|ジュウ))(?:(?P<k>{_ONE})?[セゼ]ン)?(?:(?P<h>{_ONE})?[ヒビピ]ャク)?(?:(?P<t>{_ONE})?ジュウ)?(?P<o>(?:{_ONE})(?![ァ-ヶー])|(?:{_ONE})(?=。|、|デス))?"
)
#: So many such numbers are told for a reason.
_SEVERAL = 2


def figured(passage: Passage) -> Passage | None:
    """Figures told by rule as figures, or None where there are none."""
    low = passage.low
    edits: list[tuple[int, int, str]] = []
    eras = list(ERA.finditer(low))
    if len(eras) >= _SEVERAL and _YEARS_TOLD.search(low):
        edits += [(m.start(), m.end(), year_of(m, low).strip()) for m in eras]
    if _FOUR_TOLD.search(low):
        days = list(apart([(m.start(), m.end(), day) for pattern, day in _DAYS for m in pattern.finditer(low)]))
        if len(days) >= _SEVERAL or (days and _BEGUN.search(low)):
            edits += days
            edits += [(m.start(), m.end(), "") for m in _ONCE_MORE.finditer(low)]
    if _HEADS_TOLD.search(low) or _KANJI_ONLY.search(low):
        edits += [(m.start(), m.end(), "".join(_HEAD.findall(m[0]))) for m in _HEADED.finditer(low)]
    if not edits:
        edits = _one_script(passage)
    if _CARDS_TOLD.search(low):
        edits += [(m.start(), m.end(), _CARD.get(m["card"], m["card"])) for m in _SUIT.finditer(low)]
        edits += [
            (m.start(), m.end(), "".join([_CARD.get(card, card) for card in re.findall(r"\w+", m[0])]))
            for m in _HAND.finditer(low)
        ]
    edits += [(m.start(), m.end(), m[0][::2]) for m in _TILES.finditer(low)]
    placed = [(m.start(), m.end(), _by_places(m)) for m in _PLACED.finditer(low)]
    edits += placed if len(placed) >= _SEVERAL else []
    edits += [(told.start, told.end, told.value) for told in read_by_columns(passage) if told.value.isdigit()]
    return passage.rewritten(apart(edits)) if edits else None


def _one_script(passage: Passage) -> list[tuple[int, int, str]]:
    """The sentences but for the one that says so, each with nothing but its kanji digits, or its katakana."""
    low = passage.low
    told = _KANJI_ONLY.search(low) or _KATAKANA_ONLY.search(low)
    if not told:
        return []
    kanji = _KANJI_ONLY.search(low) is not None
    edits = []
    for sentence in _SENTENCE.finditer(passage.text):
        if sentence.start() <= told.start() < sentence.end():
            continue
        kept = (
            "".join([c for c in sentence[0] if c in _KANJI or c in "、,"])
            if kanji
            else "".join(_KATAKANA.findall(sentence[0]))
        )
        if kept.strip("、,"):
            edits.append((sentence.start(), sentence.end(), kept.strip("、,")))
    return edits


def _by_places(match: re.Match[str]) -> str:
    """The number in figures, with as many digits as its first place has."""
    total = 0
    for name, place, there in (("k", 1000, "セン"), ("h", 100, "ャク"), ("t", 10, "ジュウ")):
        if match[name]:
            total += _ONES[match[name]] * place
        elif there in match[0].replace("ゼン", "セン"):
            total += place
    return str(total + (_ONES[match["o"]] if match["o"] else 0))
