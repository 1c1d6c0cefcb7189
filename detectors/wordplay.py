"""Names that the text hides in other words and tells how to take out: first letters of lines, third letters of words, capitals.

Gives what is read and where; whether it is a contact is for `contacts.told_names` to say.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

import jaconv

from detectors.lexicon import wordplay as lexicon
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from detectors.normalise import Passage


class Told(NamedTuple):
    """A name read as the text tells, and the range it was read from."""

    value: str
    start: int
    end: int

    def __repr__(self) -> str:
        return f"Told({self.start}, {self.end})"


#: Letters of the shortest name.
SHORTEST = 3
_FIRST, _LAST, _NTH = fold_pattern(lexicon.FIRST), fold_pattern(lexicon.LAST), fold_pattern(lexicon.NTH)
_INSTRUCTING, _ROMAN, _LINES = (
    fold_pattern(lexicon.INSTRUCTING),
    fold_pattern(lexicon.ROMAN),
    fold_pattern(lexicon.LINES),
)
_CAPITALS, _LATIN_ONLY = fold_pattern(lexicon.CAPITALS), fold_pattern(lexicon.LATIN_ONLY)
#: Words with commas between, or, amid Japanese, with spaces.
_LISTED = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{2,14}(?:\s?[,、/・|]\s?(?:and |then )?[A-Za-z]{2,14}){2,}(?![A-Za-z])|"
    r"(?:(?<=[^\x00-\x7f])|(?<=[^\x00-\x7f] )|^)[A-Za-z]{2,14}(?: [A-Za-z]{2,14}){3,}(?=$|[^\x00-\x7f]|\n)",
    re.MULTILINE,
)
_WORD = re.compile(r"[A-Za-z]{2,}")
_LATIN_HEAD = re.compile(r"[\s・•\-*「(]*(?P<head>[A-Za-z\d])(?=[^A-Za-z\d@.]|\.\.|[A-Za-z]|$)")
_KANA_HEAD = re.compile(r"[\s・•\-*「(]*(?P<head>[ぁ-ゖァ-ヺ][ゃゅょャュョー]?)")
_MIXED_CASE = re.compile(r"(?<![A-Za-z\d])(?=[A-Za-z]{0,40}?[A-Z][A-Za-z]{0,40}?[a-z])[A-Za-z]{6,}(?![A-Za-z\d])")
_QUOTED = re.compile(r"「([^」\n]{4,60})」|『([^』\n]{4,60})』|[\"“]([^\"”\n]{4,60})[\"”]")
_NO_NAME = re.compile(r"[^a-z\d._-]")
_COLUMNS = fold_pattern(lexicon.COLUMNS)
_BLOCK = re.compile(r"^(?:[ \t]*[A-Za-z\d._]{2,12}[ \t]*(?:\n|$)){2,6}", re.MULTILINE)
#: Letters of a name in a list: B, A, G, G, A, G, E.
LETTER_LIST = re.compile(r"(?<![A-Za-z\d])[A-Za-z](?:, [A-Za-z\d]){3,}(?![A-Za-z\d'])")
_ENDS = re.compile(r"[.!?)\n]|$")


def listed_letters(letters: str) -> str:
    """The letters of a list joined, small; "" where they only follow the alphabet."""
    joined = letters.lower().replace(", ", "")
    return "" if joined == "".join(sorted(joined)) else joined


def names_in_words(passage: Passage) -> list[Told]:
    """Every name that the text tells to take out of its words or lines."""
    low = passage.low
    first, last, nth = _FIRST.search(low), _LAST.search(low), _NTH.search(low)
    found = [
        Told(joined, *match.span())
        for match in LETTER_LIST.finditer(passage.text)
        if _ENDS.match(low, match.end()) and (joined := listed_letters(match[0]))
    ]
    if first and "\n" in low:
        found += _heads(passage)
    if (first or last or nth) and not found:
        at = 0 if first else -1 if last else _place(nth) - 1 if nth else 0
        found += _letters_of_words(passage.text, at)
    found += [told for told in read_by_columns(passage) if not told.value.isdigit()]
    if _CAPITALS.search(low):
        for match in _MIXED_CASE.finditer(passage.text):
            found += _told("".join([c for c in match[0] if c.isupper()]), match)
    if _LATIN_ONLY.search(low):
        for match in _QUOTED.finditer(passage.text):
            if not match[0][1:-1].isascii():
                found += _told(_NO_NAME.sub("", match[0][1:-1].lower()), match)
    return found


def _told(value: str, match: re.Match[str]) -> list[Told]:
    return [Told(value.lower(), *match.span())] if len(value) >= SHORTEST else []


def _place(nth: re.Match[str]) -> int:
    said = nth["at"] or nth["said"]
    return int(said) if said.isdigit() else lexicon.PLACES[said]


def _letters_of_words(text: str, at: int) -> list[Told]:
    """The letter at a place of each word of the longest list, the last for -1."""
    lists = sorted(_LISTED.finditer(text), key=lambda match: match.end() - match.start())
    if not lists:
        return []
    words = [word for word in _WORD.findall(lists[-1][0]) if word not in {"and", "then"}]
    if any(len(word) <= at or word.lower() in _SAID_OF_LETTERS for word in words):
        return []
    return _told("".join([word[at] for word in words]), lists[-1])


#: Words of the instruction, never of the list.
_SAID_OF_LETTERS = frozenset("letter letters lowercase uppercase please word words small only initial initials".split())  # noqa: SIM905


def read_by_columns(passage: Passage) -> list[Told]:
    """What lines of letters or figures say when they are read down, column by column, where the text says so."""
    if "\n" not in passage.low or not _COLUMNS.search(passage.low):
        return []
    found: list[Told] = []
    for block in _BLOCK.finditer(passage.text):
        lines = block[0].split()
        columns = itertools.zip_longest(*lines, fillvalue="")
        found.append(Told("".join(["".join(column) for column in columns]), block.start(), block.end()))
    return found


class _Line(NamedTuple):
    start: int
    end: int
    head: str


def _heads(passage: Passage) -> list[Told]:
    """The first letters of lines that stand together: Latin, or kana where they are to be romanised.

    A last line in Latin counts though it says how to read: "You will find me under the initials of these lines".
    """
    text, low = passage.text, passage.low
    kana = bool(_ROMAN.search(low))
    blocks: list[list[_Line]] = [[]]
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        latin, japanese = _LATIN_HEAD.match(line), _KANA_HEAD.match(line) if kana else None
        head = latin or japanese
        closes = end == len(text) and bool(blocks[-1]) and head is latin
        if (
            not line.strip()
            or head is None
            or (not closes and _is_instruction(low[start:end], is_kana=head is japanese))
        ):
            blocks.append([])
        else:
            blocks[-1].append(_Line(start + head.start("head"), start + head.end("head"), head["head"]))
        start = end + 1
    block = max(blocks, key=len)
    if (counted := _LINES.search(low)) and len(block) > (count := _count(counted[1])):
        block = block[-count:]
    if len(block) < SHORTEST:
        return []
    said = "".join([line.head for line in block])
    value = said if said.isascii() else jaconv.kana2alphabet(jaconv.kata2hira(said))
    return [Told(value.lower(), block[0].start, block[-1].end)]


def _is_instruction(line: str, *, is_kana: bool) -> bool:
    """Whether a line says how to read the others, and is not one of them: one in kana may be both."""
    told = _FIRST.search(line)
    return bool(_INSTRUCTING.search(line)) or bool(told and not is_kana)


def _count(said: str) -> int:
    return int(said) if said.isdigit() else "〇一二三四五六七八".index(said)
