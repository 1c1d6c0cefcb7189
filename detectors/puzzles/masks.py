"""A number with a few digits hidden, which the text tells: 080-7*14-*592 and both stars, (213) 555-01## and a riddle."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from detectors.lexicon import puzzles as lexicon
from detectors.lexicon.ciphers import MORAE
from detectors.normalise import fold_pattern
from detectors.puzzles.solution import MOST_NUMBERS, Solution, is_dialable
from detectors.puzzles.values import VALUE, digit_of, values_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.normalise import Passage

_MASK = r"[^\w\s.,:;/@=+、。「」()\-'\"!~&$%]|[○〇_x×]"
_MASKED = re.compile(rf"(?<![\w*#])\(?(?:\d|{_MASK})(?:[-. ()]{{0,2}}(?:\d|{_MASK})){{9,10}}(?![\w*#])")
_ONE = re.compile(rf"\d|{_MASK}")
#: Figures of a number with as many hidden as may be.
_FIGURE, _FEWEST = re.compile(r"\d"), 6
#: Stands for the sign that is asked about, so that there are as many patterns as names and no more.
_THIS = "\ufdd1"
#: More hidden digits would be no number but a form to fill in.
_MOST = 4
_SIGN_OF = {sign: name for name, signs in lexicon.MASKS.items() for sign in signs}
_HIDDEN = fold_pattern(lexicon.HIDDEN)
_SOUND = re.compile("「(" + "|".join(sorted(MORAE, key=len, reverse=True)) + ")」")
_SENTENCE = re.compile(r"[^。\n]+")


def masked_in(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """The numbers with a few digits hidden: where, and digits with "?" for each that is hidden."""
    if len(_FIGURE.findall(passage.low)) < _FEWEST:
        return
    for match in islice(_MASKED.finditer(passage.low), MOST_NUMBERS):
        signs = _ONE.findall(match[0])
        if 0 < sum(not sign.isdigit() for sign in signs) <= _MOST:
            yield match.start(), match.end(), "".join([sign if sign.isdigit() else "?" for sign in signs])


def unmasked(passage: Passage) -> Iterator[Solution]:
    """The number with the digits that the text tells, one for all signs or one for each."""
    low = passage.low
    if len(_FIGURE.findall(low)) < _FEWEST:
        return
    for match in islice(_MASKED.finditer(low), MOST_NUMBERS):
        signs = _ONE.findall(match[0])
        hidden = [sign for sign in signs if not sign.isdigit()]
        if not 0 < len(hidden) <= _MOST:
            continue
        rest = low[: match.start()] + "\n" + low[match.end() :]
        for digits in _told(rest, hidden, low[match.end() :]):
            values = iter(digits)
            whole = "".join([sign if sign.isdigit() else next(values) for sign in signs])
            if is_dialable(whole):
                yield Solution(match.start(), match.end(), whole, sure=True)


def _told(rest: str, hidden: list[str], behind: str) -> Iterator[list[str]]:
    """What the hidden digits may be, the surest first."""
    named = {sign: digit for sign in set(hidden) if (digit := _named(sign, rest))}
    one_by_one = [[named[sign] for sign in hidden]] if len(named) == len(set(hidden)) else []
    if len(named) > 1:
        yield from one_by_one
    about = [said for said in _SENTENCE.findall(rest) if _speaks_of(said, hidden)]
    for said in ("\n".join(about), behind):
        sounds = [MORAE[sound] for sound in _SOUND.findall(said)]
        for values in (values_in(said), sounds):
            if len(values) == len(hidden):
                yield values
            elif len(set(values)) == 1 and len(set(hidden)) == 1:
                yield values[:1] * len(hidden)
    yield from one_by_one


def _named(sign: str, rest: str) -> str:
    """The digit that the text says the sign is: ★は全部ゼロ, "each star is a 4"."""
    names = rf"{_THIS}+|{_SIGN_OF.get(sign, '隠')}|{lexicon.HIDDEN}"
    said = fold_pattern(
        rf"(?:{names})(?:印|マーク|記号|の?(?:部分|ところ|中身|中|場所)|s)*[」』'\")]?\s?(?:は|が|を|には|に|へ|=|:|→|is|are|stands? for|means?|hides?|for|with|as|by|into|to|becomes?)\s?(?:全部|すべて|どれも|どちらも|両方(?:とも)?|ぜんぶ|みんな|普通に|an? |the |all |both |always |really |just )*[「『'\"]?(?P<digit>{VALUE})"
    ).search(rest.replace(sign, _THIS))
    return digit_of(said["digit"]) if said else ""


def _speaks_of(said: str, hidden: list[str]) -> bool:
    """Whether the sentence is about the hidden digits."""
    names = "|".join([lexicon.HIDDEN, *[_SIGN_OF[sign] for sign in set(hidden) if sign in _SIGN_OF]])
    return any(sign in said for sign in hidden) or bool(fold_pattern(names).search(said)) or bool(_HIDDEN.search(said))
