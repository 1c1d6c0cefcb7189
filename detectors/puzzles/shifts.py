"""Digits that are all moved by a few, taken from nine or ten, or turned round, where the text says so."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from detectors.contacts.numbering import JP_MOBILE
from detectors.lexicon import puzzles as lexicon
from detectors.normalise import fold_pattern
from detectors.puzzles.solution import MOST_NUMBERS, Solution, is_dialable
from detectors.puzzles.values import VALUE, digit_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage

_NUMBER = re.compile(r"(?<![\d])\(?\d(?:[-. ()/、,]{0,2}\d){9,10}(?!\d)")
_EACH = fold_pattern(lexicon.EACH_DIGIT)
_DONE, _UP, _DOWN = fold_pattern(lexicon.DONE), fold_pattern(lexicon.UP), fold_pattern(lexicon.DOWN)
_TAKEN_FROM = fold_pattern(lexicon.TAKEN_FROM)
#: By how much: a digit, alone or with ずつ, or before "too high".
_STEP = fold_pattern(
    rf"(?<![\d-])(?P<step>(?:[1-9]|[一二三四五六七八九])(?=[をずつだけ])|{VALUE})|(?P<few>ひと|ふた|みっ|よっ|いつ)つ"
)
_FEW = dict(zip(("ヒト", "フタ", "ミッ", "ヨッ", "イツ"), range(1, 6), strict=True))
_ROUND, _WITHIN = fold_pattern(lexicon.ROUND), fold_pattern(lexicon.WITHIN)


def moved(passage: Passage) -> Iterator[Solution]:
    """Each digit moved back by what the text says; of both ways the one told first, or the one that can be dialled."""
    low = passage.low
    taken = _TAKEN_FROM.search(low)
    for match in islice(_NUMBER.finditer(low), MOST_NUMBERS):
        digits = re.sub(r"\D", "", match[0])
        rest = low[: match.start()] + "\n" + low[match.end() :]
        if taken:
            whole = 9 if (taken["ja"] or taken["en"] or taken["from"]) in {"9", "九", "nine", "キュウ"} else 10
            yield _solution(match, [(whole - int(digit)) % 10 for digit in digits])
        for said in re.split(r"[。\n]|\. ", rest):
            up, down = _UP.search(said), _DOWN.search(said)
            if not (_EACH.search(said) and (up or down)):
                continue
            for step in _steps(said):
                back = bool(up) == bool(_DONE.search(said))  # added already, or to be subtracted
                for sign in (-1, 1) if back else (1, -1):
                    yield _solution(match, [(int(digit) + sign * step) % 10 for digit in digits])


def _steps(said: str) -> list[int]:
    steps = [_FEW[m["few"]] if m["few"] else int(digit_of(m["step"])) for m in _STEP.finditer(said)]
    return list(dict.fromkeys(step for step in steps if step))


def _solution(match: re.Match[str], digits: list[int]) -> Solution:
    return Solution(match.start(), match.end(), "".join(map(str, digits)))


def turned_round(passage: Passage) -> Iterator[Solution]:
    """2710555646, "written backwards": read from the end, or each group from its end, if that can be dialled."""
    low = passage.low
    if not _ROUND.search(low):
        return
    for match in islice(_NUMBER.finditer(low), MOST_NUMBERS):
        digits = re.sub(r"\D", "", match[0])
        within = "".join([group[::-1] for group in re.split(r"\D+", match[0])])
        if _WITHIN.search(low) and within != digits and is_dialable(within):
            yield Solution(match.start(), match.end(), within)
        elif not JP_MOBILE.fullmatch(digits):
            yield Solution(match.start(), match.end(), digits[::-1])
