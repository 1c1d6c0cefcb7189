"""The one number of a message that may be a piece of a longer one.

Catches 4412です, 続き→6637 (3つ並べて), 残りは4127と5936です. Leaves counts and prices, two numbers that nothing joins.
"""

from __future__ import annotations

import re
from itertools import repeat
from typing import TYPE_CHECKING

from detectors.contacts.phone import hide_other_numbers, is_counted, is_quantity
from detectors.lexicon import dialogue
from detectors.normalise import fold_pattern
from detectors.numerals import Run, digit_runs

if TYPE_CHECKING:
    from detectors.normalise import Passage

#: Words that say: here is the rest of a number.
RESUMES = fold_pattern(dialogue.RESUMES)
#: Digits that count pieces or places: 3つ並べて, 下4桁.
_COUNTS = fold_pattern(r"\s?(?:つ|桁|ケタ|けた|回|文字|番目|digits?|parts?|pieces?)")
#: A number that tells which of several is meant, or how large one is: 03番の案, 404 square feet.
_NUMBERS = fold_pattern(r"\s?(?:番(?!号)|案|版|号機|号室|sq(?:uare)?(?![a-z])|平米|坪)")
#: A number that is said to count something: 枚数は1827.
COUNTED = fold_pattern(
    r"(?:[枚部個件人冊点本行字段票]|文字|ページ|在庫)数?(?:は|が|も)\s?$|(?<![a-z])(?:quantity|count|copies|sheets|pages)(?: is| are|:)\s?$"
)
#: Before a digit that says which part follows: part one: 070-8361.
_WHICH = fold_pattern(r"(?:(?<![a-z])(?:part|piece|half|no\.?) ?|パート|その)$")
#: How many digits there are in all: ここまでで11個, 以上十一文字, "that's all eleven".
_IN_ALL = fold_pattern(r"(?P<eleven>(?<!\d)11|(?<!二)十一|(?<![a-z])eleven)|(?<!\d)10|(?<!二)十|(?<![a-z])ten")
_SO_MANY = fold_pattern(
    r"\s?(?:個|こ(?!と)|文字|字|桁|けた|つ(?!目)|digits|figures|characters|in (?:all|total)|altogether|of them)|(?<=eleven)(?=\W*$|,|\.)"
)
#: Digits of a number, as they are counted.
_LENGTHS = frozenset(["10", "11"])
_KANA = re.compile(r"[ァ-ヶー]+")
#: Circles that hide digits rather than stand for zeros: 31○○-○○○7.
HIDDEN = re.compile(r"[○◯●]{2}\D?[○◯●]{2}")
_AND = fold_pattern(r"\W{0,2}(?:と|、|,|・|/|\n|and|then)?\W{0,2}")


def only_number(passage: Passage) -> tuple[str, int, int] | None:
    """The one number of a message that is no quantity, or None if there is none or more than one."""
    passage = hide_other_numbers(passage)
    low = passage.low
    runs = [
        cut
        for run in digit_runs(passage, wordy=True, lettered=False, shortest=2)
        if not is_counted(passage, run) and (cut := _without_asides(run, low)) and not is_quantity(passage, cut)
    ]
    runs = [
        run
        for run in runs
        if not (_NUMBERS.match(low, run.end) or COUNTED.search(low[max(0, run.start - 12) : run.start]))
    ]
    if len(runs) > 1:  # しし in a sentence is no 44
        runs = [run for run in runs if not run.words or len(run.digits) > 2]
    if len(runs) > 1 and RESUMES.search(low) and all(map(_and_nothing_else, runs, runs[1:], repeat(low))):
        runs = [Run(tuple([group for run in runs for group in run.groups]), words=any(run.words for run in runs))]
    if len(runs) != 1:
        return None
    run = runs[0]
    if HIDDEN.search(low, run.start, run.end):
        return None
    before = low[max(0, run.start - 2) : run.start].rstrip("-_")[-1:]
    if before.isascii() and before.isalpha() and not run.words:
        return None
    return run.digits, run.start, run.end


def _without_asides(run: Run, low: str) -> Run | None:
    """The run without what only reads like a digit of it: よく behind 4480, the 3 of 3つ."""
    told = any(len(group.digits) > 1 and low[group.start : group.end].isdigit() for group in run.groups)
    kept = [
        group
        for group in run.groups
        if not (len(group.digits) == 1 and (_COUNTS.match(low, group.end) or _WHICH.search(low, 0, group.start)))
        and not (group.digits in _LENGTHS and _SO_MANY.match(low, group.end))
        and not (told and len(group.digits) == group.end - group.start and _KANA.fullmatch(low, group.start, group.end))
    ]
    return run if len(kept) == len(run.groups) else Run(tuple(kept), words=run.words) if kept else None


def tells_how_many(low: str, count: int) -> bool:
    """Whether it says that there are so many digits in all."""
    return any(
        count == (11 if match["eleven"] else 10) for match in _IN_ALL.finditer(low) if _SO_MANY.match(low, match.end())
    )


def _and_nothing_else(run: Run, other: Run, low: str) -> bool:
    """Whether two runs are told in one breath: 4127と5936."""
    return bool(_AND.fullmatch(low, run.end, other.start))
