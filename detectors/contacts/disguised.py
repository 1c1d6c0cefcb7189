"""The name of a service in disguise: set apart, masked, broken, mistyped, with look-alikes in the place of letters.

Catches L.I.N.E, L○NE, sl4ck, Sky pe, ス力イプ, chat★work. Leaves the plain name, which is found as it is.
"""

from __future__ import annotations

import regex

from detectors.lexicon import described
from detectors.lexicon import services as lexicon

MASKS = "○◯〇●◎*＊★☆※✕✖×_#@＠◆◇■□△▲♡♥?？・"
_LEET = {
    "i": "i1!|líl",
    "l": "l1|i",
    "e": "e3",
    "o": "o0○◯〇",
    "a": "a4@",
    "s": "s5$",
    "t": "t7+",
    "c": "c(<",
    "b": "b8",
    "g": "g9",
}
_SEPARATORS = r"\s\-_.*/／・･|,、'~+=:"


#: So many letters are read with more than one of them masked.
_SEVERAL_MASKED = 6


def disguises(name: str) -> str:
    """A pattern for a folded service name and its disguises: set apart, one letter masked, look-alike letters."""
    letters = [regex.escape(c) for c in name if not c.isspace()]
    latin = name.isascii()
    edge = (r"(?<![a-z\d])", r"(?![a-z\d])") if latin else ("", "")
    apart = letters[0] + rf"(?P<sep>[{_SEPARATORS}]{{1,3}})" + r"(?P=sep)".join(letters[1:])
    forms = [apart.replace("sep", f"sep{abs(hash_of(name))}")]
    if len(letters) >= 3:
        forms.append(f"(?!{''.join(letters)})" + "".join(f"[{letter}{regex.escape(MASKS)}]" for letter in letters))
    forms += broken(name)
    if not latin and any(c in described.DRAWN_LIKE for c in name):
        drawn = [f"[{c}{regex.escape(described.DRAWN_LIKE.get(c, ''))}]" for c in name]
        forms.append(f"(?!{''.join(letters)})" + "".join(drawn))
    if latin and len(letters) >= _SEVERAL_MASKED:
        both = [f"[{regex.escape(_LEET.get(c, c) + '*!#○★☆')}]" for c in name[1:]]
        forms.append(f"(?!{''.join(letters)}){letters[0]}" + "".join(both))
    if latin and len(letters) >= 4:
        forms.append(f"(?!{''.join(letters)})" + _leet(name))
        forms += [rf"(?!{before} {behind}){_leet(before)} {_leet(behind)}" for before, behind in lexicon.halves(name)]
    return rf"{edge[0]}(?:{'|'.join(forms)}){edge[1]}"


def _leet(name: str) -> str:
    """A pattern for a name in which look-alikes may stand for letters."""
    return "".join([f"[{regex.escape(_LEET[c])}]" if c in _LEET else regex.escape(c) for c in name])


def broken(name: str) -> list[str]:
    """Patterns for a name broken in one place, or mistyped: Sky pe, Disc-ord, Telegarm, Instagrm."""
    forms = [
        f"{regex.escape(before)}[{_SEPARATORS}]{regex.escape(behind)}" for before, behind in lexicon.broken_in_two(name)
    ]
    forms += [f"{regex.escape(before)}[★☆♪*|~/+=]{regex.escape(behind)}" for before, behind in lexicon.halves(name)]
    return forms + [regex.escape(form) for form in lexicon.mistyped(name)]


def hash_of(name: str) -> int:
    """A small number that tells group names apart, the same in every process."""
    return int.from_bytes(name.encode()[-6:], "big") % 1_000_003
