"""What a puzzle yields, and whether it can be dialled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from detectors.contacts.numbering import JP_MOBILE, possible_with_country, valid_in, valid_with_country
from detectors.lexicon import phones as lexicon
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    from detectors.normalise import Passage

_TOPIC = fold_pattern(rf"{lexicon.CUE}|{lexicon.NUMBER_TOPIC}|番号|(?<![a-z])number(?![a-z])")
_NO_CALL = fold_pattern(lexicon.NO_CALL)

#: Numbers of one text that are looked at as puzzles; a text of more is a list.
MOST_NUMBERS = 8


class Solution(NamedTuple):
    """Digits, with a + before a country's code, and the range they were read from.

    `sure` where the text cannot mean anything but a number to dial.
    """

    start: int
    end: int
    digits: str
    sure: bool = False

    def __repr__(self) -> str:
        return f"Solution({self.start}, {self.end}, sure={self.sure})"


def about_a_number(low: str) -> bool:
    """Whether the text speaks of a call or of a number."""
    return bool(_TOPIC.search(_NO_CALL.sub("", low)))


def is_dialable(digits: str) -> bool:
    """Whether some plan at hand has the number: a Japanese one, or an American one without its country."""
    if JP_MOBILE.fullmatch(digits):
        return True
    if len(digits) != _NATIONAL:
        return False
    if digits[0] == "0":
        return bool(valid_in(digits, "JP"))
    return bool(valid_in(digits, "US") or valid_in(digits, "CA"))


_NATIONAL = 10


def written_out(solution: Solution, passage: Passage) -> str:
    """The solution as one writes a number, or "" where it is none: a mobile needs no word about a call, others do."""
    digits = solution.digits
    if digits[0] == "+":
        return valid_with_country(digits[1:]) or (possible_with_country(digits[1:]) if solution.sure else "")
    if len(digits) == _NATIONAL + 1 and digits[0] == "1":
        digits = digits[1:]
    if not is_dialable(digits):
        return ""
    if JP_MOBILE.fullmatch(digits):
        return f"{digits[:3]}-{digits[3:7]}-{digits[7:]}"
    if not (solution.sure or about_a_number(passage.low)):
        return ""
    return digits if digits[0] == "0" else f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
