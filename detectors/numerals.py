"""Read digits however they are written: figures, kanji, kana readings, English and romanised words, letters.

The result is a `Run`: digits that follow each other with nothing but separators between, and where each was read from.
Which runs are a phone number is for `contacts.phone` to say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from detectors.lexicon import digits as lexicon
from detectors.normalise import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage


class Group(NamedTuple):
    """Digits that touch each other, the range they were read from, and what stands before them in the run."""

    digits: str
    start: int
    end: int
    gap: str

    def __repr__(self) -> str:
        return f"Group({self.start}, {self.end})"


class Run(NamedTuple):
    """Groups with only separators between them. `words` is whether any digit was not written as a figure."""

    groups: tuple[Group, ...]
    words: bool

    def __repr__(self) -> str:
        return f"Run({self.groups}, words={self.words})"

    @property
    def digits(self) -> str:
        """All digits in order."""
        return "".join([group.digits for group in self.groups])

    @property
    def start(self) -> int:
        """Where the first digit starts."""
        return self.groups[0].start

    @property
    def end(self) -> int:
        """Where the last digit ends."""
        return self.groups[-1].end


def _alternatives(words: Iterator[str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_KANA = {fold_word(word): digit for digit, words in lexicon.KANA.items() for word in words}
_SINGLE_MORA = frozenset(word for word in _KANA if len(word) == 1)
_KANA_LETTERS = frozenset("".join(_KANA))
_LATIN = {word: digit for digit, words in lexicon.LATIN.items() for word in words}
_UNITS = _alternatives(list(_LATIN))
_REPEATS = {fold_word(word): times for word, times in lexicon.REPEATS.items()}
_KANJI = "".join(lexicon.KANJI)

#: Behind these a sound is the beginning of a word: ローマ字, パート, フォーム.
_GOING_ON = {
    "ロー": "(?![マンカドルスプタ])", "パー": "(?![トツテソスク])", "フォー": "(?![ムマカル])", "ハー": "(?![ドフト])",
    "クー": "(?![ポルラ])", "シー": "(?![トンズツ])", "ミー": "(?![テト])", "ツー": "(?![ルリ])", "オー": "(?![プダルトナバサ])",
    "オウ": "(?![チエカ])", "フー": "(?![ドリ])", "ヒー": "(?![トロ])", "ナー": "(?![スレ])", "ヤー": "(?![ド])", "ムー": "(?![ビド])",
}  # fmt: skip
#: After ニ, イチ is one: ニイチ is 2 1, never ニイ and a stray チ.
_KANA_WORDS = "|".join(
    re.escape(word)
    + ("(?!チ)" if word.endswith("ニイ") else "(?![ャュョ])" if word == "シ" else _GOING_ON.get(word, ""))
    for word in sorted(_KANA, key=len, reverse=True)
)
#: Two or more places of a number: 六千百四十, 二百五, 三千と四; what is counted so is no piece of a longer number.
_WHOLE = rf"[{_KANJI[2:11]}]?千(?:[{_KANJI[2:11]}]?百)?(?:[{_KANJI[2:11]}]?十)?[{_KANJI[2:11]}]?|[{_KANJI[2:11]}]?百(?:[{_KANJI[2:11]}]?十)?[{_KANJI[2:11]}]?"
_COUNTED = "[万億円屋人本枚個件歳名回章話字点分秒年月日時度]"
#: What stands behind hundred: fifty-five, fifteen.
_UNDER_HUNDRED = rf"(?:(?:{'|'.join(lexicon.TENS)})(?:[\s-](?:{_UNITS}))?|{'|'.join(lexicon.TEENS)})"
#: What a digit may begin with; asked first, because most characters of a text begin none.
_BEGINS = "".join(sorted({word[0] for word in (*_KANA, *_REPEATS)} | set(_KANJI + lexicon.ZEROS + "十百千")))
_BEGINS_LATIN = "".join(
    sorted({word[0] for word in (*_LATIN, *_REPEATS, *lexicon.PLURALS, *lexicon.TENS, *lexicon.TEENS)})
)
_WORDY = re.compile(
    rf"""
      (?=[\d{_BEGINS}]|(?<![a-z])[{_BEGINS_LATIN}])(?:
      (?P<figure>\d+)
    | (?P<whole>(?:{_WHOLE})(?!{_COUNTED}))
    | (?P<ten>[一二三四五六七八九]?十[一二三四五六七八九]?+(?![月日年時分円人本枚個件歳名回章話]))
    | (?P<kanji>[{_KANJI}](?:ツ(?!目))?|[{lexicon.ZEROS}](?![{lexicon.ZEROS}]{{2}})(?<![{lexicon.ZEROS}]{{3}}))
    | (?P<repeat>(?:{_alternatives(list(_REPEATS))})[\s-]?(?:{_UNITS}|\d|[{_KANJI}]|{_KANA_WORDS}))
    | (?P<kana>{_KANA_WORDS})
    | (?<![a-z])(?:
        (?P<plural>(?:{_alternatives(list(lexicon.PLURALS))})[\s-](?:{_UNITS})e?s(?![a-z]))
      | (?P<hundred>(?:{_UNITS})[\s-]?hundred(?:[\s-]and[\s-](?:{_UNITS})|[\s-](?:and[\s-])?{_UNDER_HUNDRED})?(?![a-z]))
      | (?P<tens>(?:{"|".join(lexicon.TENS)})(?:[\s-]?(?:{_UNITS}))?(?![a-z]))
      | (?P<teen>(?:{"|".join(lexicon.TEENS)})(?![a-z]))
      | (?P<latin>(?:{_UNITS})(?![a-z]))
      ))
    """,
    re.VERBOSE,
)
_FIGURES = re.compile(r"\d+")
#: A kana of one mora is a digit only beside another (`_is_particle`).
_ANY_KANA = _alternatives(list(_KANA))
_ONE = rf"(?:\d|[{_KANJI}{lexicon.ZEROS}十]|{_alternatives([word for word in _KANA if len(word) > 1])})"
_ONE_LATIN = rf"[^a-z](?:{_UNITS})"
_SEVERAL = "|".join([*_REPEATS, "pair of", "trio of", "hundred", r"\d\d", "十"])
_SEVERAL_LATIN = "|".join([*lexicon.TENS, *lexicon.TEENS])
#: What a folded text shows that has two digits of one number: two that stand near each other, or a word for several.
TWO_DIGITS = (
    rf"{_SEVERAL}|[^a-z](?:{_SEVERAL_LATIN})|(?:{_ONE}|{_ONE_LATIN}).{{0,9}}(?:{_ONE}|{_ONE_LATIN})|{_ONE}(?:{_UNITS})|"
    rf"(?:{_ANY_KANA}).{{0,2}}(?:{_ANY_KANA})"
)

#: A token of figures and look-alike letters, or a single such letter.
_LOOKALIKE = re.escape("".join(lexicon.LETTERS))
_LETTERED = re.compile(
    rf"(?<![A-Za-z\d@])(?:[{_LOOKALIKE}]*\d[{_LOOKALIKE}\d]*|(?!I[' ][a-z])[OIloSBZ|]{{1,4}})(?![A-Za-z\d@])"
)

#: What may stand between two digits of one number.
_SEPARATOR = re.compile(
    r"(?:[\W_ー]{0,6})(?:(?:ノ|ト|サラニ|ツギ[ニハ]|ツヅケテ|ソレカラ|ノアトニ?|ハイフン|ハイホン|ダッシュ|スペース|スラッシュ|バー|カッコ|カッコトジ|オ皿|"
    r"dash|hyphen|space|slash|(?:then|and) an?|then|and|an?(?![a-z])|plus|no(?![a-z])|デ)[\W_ー]{0,3})?",
)


#: Between two figures these join two numbers, not two halves of one.
_CONJUNCTION = re.compile(r"and|then|plus|an?(?![a-z])|ト|デ")


def _value(match: re.Match[str]) -> str:  # noqa: C901, PLR0911 - one return for each way of writing
    kind, word = match.lastgroup or "", match[0]
    if kind == "figure":
        return word
    if kind == "kanji":
        return lexicon.KANJI.get(word[0], "0")
    if kind == "kana":
        return _KANA[word]
    if kind == "latin":
        return _LATIN[word]
    if kind == "whole":
        return by_places(word)
    if kind == "ten":
        before, _, after = word.partition("十")
        return (lexicon.KANJI.get(before, "1")) + lexicon.KANJI.get(after, "0")
    if kind == "teen":
        return lexicon.TEENS[word]
    parts = re.split(r"[\s-]+", word)
    if kind == "repeat":
        times = next(word for word in _REPEATS if match[0].startswith(word))
        rest = match[0][len(times) :].strip(" -\t\n")
        return (_LATIN.get(rest) or _KANA.get(rest) or lexicon.KANJI.get(rest) or rest) * _REPEATS[times]
    if kind == "plural":
        unit = parts[-1].removesuffix("s")
        return (_LATIN.get(unit) or _LATIN[unit.removesuffix("e")]) * lexicon.PLURALS[
            word[: -len(parts[-1])].strip(" -\t\n")
        ]
    if kind == "hundred":
        first = next(unit for unit in sorted(_LATIN, key=len, reverse=True) if word.startswith(unit))
        return _LATIN[first] + _below_hundred([part for part in parts if part != "and"][1:])
    first = next(ten for ten in lexicon.TENS if word.startswith(ten))
    rest = word[len(first) :].strip(" -\t\n")
    return lexicon.TENS[first] + (_LATIN[rest] if rest else "0")


def _below_hundred(parts: list[str]) -> str:
    """Two digits: fifty-five, fifteen, five, nothing. `parts` may begin with the word hundred."""
    words = [part for part in parts if part != "hundred"]
    if not words:
        return "00"
    if words[0] in lexicon.TEENS:
        return lexicon.TEENS[words[0]]
    if words[0] in lexicon.TENS:
        return lexicon.TENS[words[0]] + (_LATIN[words[1]] if len(words) > 1 else "0")
    return "0" + _LATIN[words[0]]


def by_places(word: str) -> str:
    """六千百四十 as 6140, with as many digits as its first place has."""
    total, digit = 0, ""
    for character in word:
        if place := lexicon.PLACES.get(character):
            total += int(digit or "1") * place
            digit = ""
        else:
            digit = lexicon.KANJI[character]
    return str(total + int(digit or "0"))


def _tokens(passage: Passage, *, wordy: bool, lettered: bool) -> list[tuple[int, int, str, bool]]:
    if wordy:
        found = [
            (match.start(), match.end(), _value(match), match.lastgroup != "figure")
            for match in _WORDY.finditer(passage.low)
        ]
        found = [token for i, token in enumerate(found) if not _is_particle(found, i, passage.low)]
    else:
        found = [(match.start(), match.end(), match[0], False) for match in _FIGURES.finditer(passage.low)]
    if not lettered:
        return found
    letters = [
        (match.start(), match.end(), "".join([lexicon.LETTERS.get(c, c) for c in match[0]]), True)
        for match in _LETTERED.finditer(passage.text)
        if not match[0].isdigit()
    ]
    if not letters:
        return found
    covered = {at for start, end, _, _ in letters for at in range(start, end)}
    kept = [token for token in found if token[0] not in covered and token[1] - 1 not in covered]
    bare = {start for start, end, _, _ in letters if passage.text[start:end].isalpha()}
    return _accompanied(sorted(kept + letters), bare)


def _accompanied(tokens: list[tuple[int, int, str, bool]], bare: set[int]) -> list[tuple[int, int, str, bool]]:
    """The tokens without those of letters alone, by where they start, that stand near no other: BOSS is no 8055."""
    kept: list[tuple[int, int, str, bool]] = []
    near: list[tuple[int, int, str, bool]] = []
    for token in tokens:
        if near and token[0] - near[-1][1] > _FARTHEST:
            kept += near if any(start not in bare for start, _, _, _ in near) else []
            near = []
        near.append(token)
    return kept + (near if any(start not in bare for start, _, _, _ in near) else [])


def _is_particle(tokens: list[tuple[int, int, str, bool]], i: int, low: str) -> bool:
    """Whether a kana of one mora (ニ, シ, ゴ, ク, ヨ) stands alone: a word of the sentence, not a digit. So is 皆さん."""
    start, end, _, _ = tokens[i]
    if low[start:end] == "サン" and low[start - 1 : start].isalpha() and (i == 0 or tokens[i - 1][1] < start):
        return True  # 皆さん
    if end - start > 1 or low[start] not in _SINGLE_MORA:
        return False
    if i > 0 and tokens[i - 1][1] == start and (low[start] != "ニ" or tokens[i - 1][3]):
        touched = i + 1 < len(tokens) and tokens[i + 1][0] == end and (tokens[i + 1][3] or tokens[i - 1][3])
        if touched or not low[end : end + 1].isalnum():
            return False  # 五ニ九, 三七ゴ: in a row with digits of another script
    before = i > 0 and start - tokens[i - 1][1] <= 2 and low[tokens[i - 1][0]] in _KANA_LETTERS
    behind = i + 1 < len(tokens) and tokens[i + 1][0] - end <= 2 and low[tokens[i + 1][0]] in _KANA_LETTERS
    return not before and not behind


def digit_runs(passage: Passage, *, wordy: bool = True, lettered: bool = True, shortest: int = 3) -> list[Run]:
    """All runs of at least `shortest` digits, in the order of the text.

    `wordy` reads kanji, kana and words; `lettered` reads letters in a digit's company (at least half of a run's digits
    must then be figures).
    """
    if not (wordy or lettered) and (plain := _figure_runs(passage.low, shortest)) is not None:
        return plain
    runs: list[Run] = []
    groups: list[tuple[str, int, int, str]] = []
    count, end = 0, -1
    words = was_worded = False
    low = passage.low
    for start, stop, value, worded in _tokens(passage, wordy=wordy, lettered=lettered):
        gap = low[end:start]
        if end >= 0 and _goes_on(gap, worded=worded or was_worded):
            words = words or worded
            count += len(value)
            if gap:
                groups.append((value, start, stop, gap))
            else:
                digits, began, _, before = groups[-1]
                groups[-1] = (digits + value, began, stop, before)
        else:
            if count >= shortest:
                runs.append(_run(groups, words=words))
            groups, count, words = [(value, start, stop, "")], len(value), worded
        end, was_worded = stop, worded
    if count >= shortest:
        runs.append(_run(groups, words=words))
    return runs


#: Figures with one of `_PLAIN_GAPS` between them.
_FIGURE_RUN = re.compile(r"\d+(?:(?: - |\)[- ]|[-./() ])\d+)*")
_GAP_AND_FIGURES = re.compile(r"(\D*)(\d+)")


def _figure_runs(low: str, shortest: int) -> list[Run] | None:
    """The runs of figures alone, or None where what stands between two of them is not plain to see."""
    end = -_FARTHEST
    runs: list[Run] = []
    for match in _FIGURE_RUN.finditer(low):
        start, stop = match.span()
        if start - end <= _FARTHEST and _goes_on(low[end:start], worded=False):
            return None
        end = stop
        if stop - start >= shortest:
            groups: list[Group] = []
            count = 0
            for gap, digits in _GAP_AND_FIGURES.findall(match[0]):
                start += len(gap)
                groups.append(Group(digits, start, start := start + len(digits), gap))
                count += len(digits)
            if count >= shortest:
                runs.append(Run(tuple(groups), words=False))
    return runs


#: No two groups of one run stand farther apart, in characters.
_FARTHEST = 9


#: What most numbers have between their groups.
_PLAIN_GAPS = frozenset(["", "-", " ", ".", "/", "(", ")", ") ", ")-", " - "])


def _goes_on(gap: str, *, worded: bool) -> bool:
    """Whether digits on both sides of the gap may be one number; `worded` where either is no figure."""
    return gap in _PLAIN_GAPS or (
        len(gap) <= _FARTHEST and bool(_SEPARATOR.fullmatch(gap)) and (worded or not _CONJUNCTION.search(gap))
    )


def _run(groups: list[tuple[str, int, int, str]], *, words: bool) -> Run:
    return Run(tuple([Group(*group) for group in groups]), words)
