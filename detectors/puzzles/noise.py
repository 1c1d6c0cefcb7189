"""Digits with something else between them: one and the same word, words to be skipped, marks, fillers of speech."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.contacts.numbering import JP_MOBILE
from detectors.lexicon import phones
from detectors.lexicon import puzzles as lexicon
from detectors.normalise import fold_pattern
from detectors.numerals import digit_runs
from detectors.puzzles.solution import Solution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage

_MARK = r"[\U0001f300-\U0001faff★☆♪●○◆■~*#^%&;=$!|<>…]{1,3}"
_SAME = re.compile(
    rf"(?<!\d)\d(?P<noise>[^\W\d_]{{1,6}}[ー、, ]?| [a-z]{{1,6}} |{_MARK})\d(?:(?P=noise)\d){{8,9}}(?!\d)"
)
#: The same mark between pairs or longer groups.
_MARKED = re.compile(rf"(?<!\d)\d{{1,4}}(?P<noise>{_MARK}|\+)\d{{1,4}}(?:(?P=noise)\d{{1,4}}){{1,9}}(?!\d)")
_UNIT = fold_pattern(phones.UNIT)
_SKIP = fold_pattern(lexicon.SKIP)
#: Single digits, or two and three together, a word or a few letters between.
_STREWN = re.compile(r"(?<!\d)\d{1,3}(?:[^\d\n。]{1,14}\d{1,3}){5,10}(?!\d)")
_DIGITS = re.compile(r"\d")
_NUMBER = frozenset([10, 11])
#: So many digits of a number stand alone where they are strewn on purpose.
_FEWEST_ALONE = 6
#: Groups of a number as one writes it.
_GROUPED = frozenset(["3-3-4", "3-4-4", "2-4-4", "4-2-4", "3-8", "3-7"])


def between_noise(passage: Passage) -> Iterator[Solution]:
    """0ね9ね0ね…: the same between all digits; "7 apple 0 plum 3": anything, where the text says to skip it."""
    low = passage.low
    for match in _SAME.finditer(low):
        if _UNIT.match(match["noise"]):
            continue  # counts of a list
        yield Solution(match.start(), match.end(), "".join(_DIGITS.findall(match[0])))
    if _SKIP.search(low):
        for match in _MARKED.finditer(low):
            yield Solution(match.start(), match.end(), "".join(_DIGITS.findall(match[0])), sure=True)
        for match in _STREWN.finditer(low):
            digits = "".join(_DIGITS.findall(match[0]))
            alone = len(re.findall(r"(?<!\d)\d(?!\d)", match[0]))
            if len(digits) in _NUMBER and alone >= _FEWEST_ALONE:
                yield Solution(match.start(), match.end(), digits, sure=True)


_APART = re.compile(r"(?<![\w.])\d(?:(?P<mark>[._\-/,:|・ ])\d)(?:[._\-/,:|・ ]{1,3}\d){8,9}(?![\w.]?\d)")


def dotted(passage: Passage) -> Iterator[Solution]:
    """3.0.3_5.5.5_0.1.8.6: one mark between the digits and another between the groups of a number."""
    for match in _APART.finditer(passage.low):
        inner = match["mark"]
        groups = re.split(rf"[^\d{re.escape(inner)}]+", match[0])
        shape = "-".join([str(len(_DIGITS.findall(group))) for group in groups])
        if shape in _GROUPED and all(re.fullmatch(rf"\d(?:{re.escape(inner)}\d)*", group) for group in groups):
            yield Solution(match.start(), match.end(), "".join(_DIGITS.findall(match[0])))


_PAUSE = r"[\s、,.・…ー]"
_FILLER = fold_pattern(rf"(?<!{_PAUSE}){_PAUSE}*+(?:{lexicon.FILLERS})(?:{_PAUSE}*+(?:{lexicon.FILLERS}))*+{_PAUSE}*+")


def without_fillers(passage: Passage) -> Iterator[Solution]:
    """ゼロ、ナナ、ゼロ、ええと、ハチ: what one says while one thinks is left out."""
    found = [(m.start(), m.end(), "、") for m in _FILLER.finditer(passage.low)]
    if not found:
        return
    bare = passage.rewritten(found)
    back = _way_back(found, len(passage.low))
    for run in digit_runs(bare, wordy=True, lettered=False, shortest=11):
        if JP_MOBILE.fullmatch(run.digits):
            yield Solution(back[run.start], back[run.end - 1] + 1, run.digits)


def _way_back(edits: list[tuple[int, int, str]], length: int) -> list[int]:
    """For each character of the rewritten text its place in the text before."""
    places: list[int] = []
    done = 0
    for start, end, kept in edits:
        places += [*range(done, start), *[start] * len(kept)]
        done = end
    return [*places, *range(done, length)]
