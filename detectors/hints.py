r"""Which of many dear patterns are worth a search in a folded text: one cheap pass tells.

Each pattern is made looser, so that Hyperscan can look for all of them at once: look-around falls away, and so do ^ and $,
which may stand for the edge of a part of the text; the text's own edges are line breaks. A hint may be wrong; where there is none, the pattern
matches nowhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import hyperscan

from detectors.gate import CHARACTERS, signs_by
from detectors.normalise import TO_KATAKANA

if TYPE_CHECKING:
    from collections.abc import Callable

_FLAGS = hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_DOTALL | hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_UCP
_TOKEN = re.compile(r"\\.|\[|\]|\(\?<?[=!]|\(|\)|[$^]|[^\\\[\]()$^]+", re.DOTALL)


def hints_of(patterns: dict[int, str], flags: int = _FLAGS) -> Callable[[str], int]:
    """A function that tells which patterns, by their bits, may match somewhere in a folded text.

    Without HS_FLAG_UCP among the flags many patterns compile in a fiftieth of the time; what they say of white space and
    word edges is then ASCII's.
    """
    seen = signs_by([(loosened(pattern).encode(), bit, flags) for bit, pattern in patterns.items()])
    return lambda low: seen(f"\n{low}\n")


def ends_of(patterns: dict[int, str]) -> Callable[[str], int]:
    """A function that tells which patterns, by their bits, match at the end of a folded text.

    Exact, not a hint: each pattern ends in $, and (?<![a-z]) before an alternative is all the look-around it has. White
    space is ASCII's.
    """
    return signs_by([(_consuming(pattern).encode(), bit, CHARACTERS) for bit, pattern in patterns.items()])


def _consuming(pattern: str) -> str:
    """The pattern with the character that a look-behind looks at as a part of the match."""
    return pattern.translate(TO_KATAKANA).replace("(?<![a-z])", "(?:^|[^a-z])")


def whole_words(pattern: str) -> str:
    """A pattern for `hints_of` that is no looser: each (?<![a-z]), (?<!ン) and (?![a-z]) stands at the edge of an alternative.

    >>> whole_words("(?<![a-z])tel(?![a-z])|でんわ")
    '[^a-z]tel[^a-z]|でんわ'
    """
    return pattern.replace("(?<![a-z])", "[^a-z]").replace("(?<!ン)", "[^ン]").replace("(?![a-z])", "[^a-z]")


def loosened(pattern: str) -> str:
    r"""A pattern that matches wherever `pattern` (as `fold_pattern` takes it) does, without look-around or anchors.

    >>> loosened(r"(?<![a-z])tel(?:efon)?(?![a-z])\s?$")
    'tel(?:efon)?(?:[\\s\\x1c-\\x1f])?'
    """
    kept: list[str] = []
    depth, dropped_at, in_class = 0, 0, False
    for match in _TOKEN.finditer(pattern.translate(TO_KATAKANA)):
        part = match[0]
        if in_class:
            in_class = part != "]"
        elif part == "[":
            in_class = True
        elif part.startswith("("):
            depth += 1
            if part != "(" and not dropped_at:
                dropped_at = depth
        elif part == ")":
            depth -= 1
            if dropped_at > depth:
                dropped_at = 0
                continue
        elif part in {"$", "^"}:
            continue
        if not dropped_at:
            kept.append(_SPACE if part == r"\s" and not in_class else part)
    return "".join(kept)


#: The information separators are white space to Python alone.
_SPACE = r"(?:[\s\x1c-\x1f])"
