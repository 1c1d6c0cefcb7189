"""Other ways to read a passage: signs said as words, letters set apart, what is encoded or told undone.

Each function takes a `Passage` and returns another with the way back kept, or None where there is nothing to undo.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.assembled import assembled, linked
from detectors.ciphers import deciphered
from detectors.corrections import corrected
from detectors.encodings import decoded
from detectors.fields import fielded
from detectors.figures_told import figured
from detectors.gate import Sign
from detectors.instructions import headed, instructed, romanised, turned
from detectors.letters import named_letters
from detectors.lexicon import symbols as lexicon
from detectors.name_noise import thinned
from detectors.name_pieces import latin_local, latinised, put_together
from detectors.normalise import Passage, apart, fold_pattern
from detectors.puzzles import solved
from detectors.wordplay import LETTER_LIST, listed_letters

if TYPE_CHECKING:
    from collections.abc import Callable

#: White space is read from its beginning only: otherwise much of it would be read again from each of its characters.
_SIGNS = {sign: fold_pattern(rf"(?<!\s)\s*(?:{pattern})\s*") for sign, pattern in lexicon.BRACKETED.items()}
#: Whatever stands in brackets before a domain whose dot stands in brackets too: renge(猿)example(点)jp.
_WHATEVER = fold_pattern(
    r"(?<=[a-z\d])\s?[(\[【{<](?!\s?(?:dot|点|ドット|full stop|period|てん|\.))[^()\[\]【】{}<>\n@]{1,24}[)\]】}>]\s?(?=[a-z\d-]{2,30}\s?[(\[【{<]\s?(?:dot|点|ドット|full stop|period|てん|\.)\s?[)\]】}>]\s?[a-z]{2})"
)
_AND_THEN = r"(?:(?:そのあと|その後)(?:は|に)?|の(?:あと|後)に|そして|それから|次(?:に|が|は)|つぎに|続けて|(?<![a-z])(?:(?:and )?then|and|followed by|plus)(?: an?)?(?![a-z]))"
#: What may stand around a sign that is said; no more of it, since each of these may be where it begins.
_AROUND = r"[ \t\u3000、,，+\"'「」『』]{0,6}"
_SPOKEN = [
    (
        sign,
        fold_pattern(
            rf"(?<=[a-z\d_.\-」』\"'@:ァ-ヶー一-龠]){_AROUND}(?:/(?=[ァ-ヶ]))?(?:{_AND_THEN}[ \t\u3000、,，「『]{{0,6}})?(?:{pattern})(?:(?<=[ァ-ヶー])/)?{_AROUND}(?:then (?=[a-z\d]))?"
        ),
    )
    for sign, pattern in lexicon.SPOKEN.items()
]
_SIGN_AHEAD = re.compile(r"[a-z\d@._\-:/]|コム|コ|ジ|ヤ|ア|ホ|ニ|ド|シ|ネ|オ|[ァ-ヶ一-龠]")
_TOP_LEVEL = [
    (
        word,
        fold_pattern(
            rf"(?<=\.)\s*(?:{pattern})(?![ァ-ヶ])|(?<=ail|メール|ルック|ウド|yahoo|ヤフー)\s?(?:{pattern})(?![ァ-ヶ])"
        ),
    )
    for word, pattern in lexicon.TOP_LEVEL.items()
]
_PROVIDERS = [
    (domain, fold_pattern(rf"(?<=@)\s*(?:{pattern})(?=[^a-z]|$)")) for domain, pattern in lexicon.PROVIDERS.items()
]

#: Kana and behind it what they stand for: エグザンプル（example）.
_GLOSSED = re.compile(r"[ァ-ヶー]{2,20}\((?P<latin>[a-z\d._-]{2,20})\)")
#: Single letters set apart by one and the same separator: L I N E, t.a.r.o, c-h-i-e.
_SPACED = re.compile(r"(?<![A-Za-z\d'])(?:[A-Za-z\d._@#:\-] ){2,}[A-Za-z\d._@#:\-](?![A-Za-z\d])")
#: Two letters beside a sign that is said, where others are set apart too: a o ドット k i l n.
_PAIR = re.compile(
    r"(?<![A-Za-z\d'._@-])[A-Za-z\d] [A-Za-z\d](?= ?(?:ドット|アット|点|アンダー|下線|ハイフン|dot |at |underscore ))|"
    r"(?:(?<=ドット)|(?<=ドット )|(?<=アット)|(?<=アット )|(?<=点)|(?<= dot )|(?<= at ))[A-Za-z\d] [A-Za-z\d](?![A-Za-z\d]| [A-Za-z\d](?![A-Za-z\d]))"
)
#: Written down the side, a letter a line.
_DOWN = re.compile(r"(?:^|(?<=\n))(?:[A-Za-z\d._@\-]\n){4,}(?:[A-Za-z\d](?=$))?")
#: Kana down the side: ゼ ロ ハ チ.
_KANA_DOWN = re.compile(r"(?:^|(?<=\n))(?:[ぁ-んァ-ヶー]\n){4,}")
_DASHED = re.compile(
    r"(?<![A-Za-z\d.\-_])[A-Za-z](?:([\-.・/|,、~*'])[A-Za-z\d!])(?:\1[A-Za-z\d.@_!])+(?![A-Za-z\d\-_])"
)

#: One and the same picture between the letters: m🌟o🌟r🌟i.
_PICTURE = r"[★☆♪●○◆■\u2600-\u27bf\U0001f300-\U0001faff]"
_STREWN = re.compile(
    rf"(?<![A-Za-z\d])[A-Za-z\d](?P<picture>{_PICTURE})[A-Za-z\d._@](?:(?P=picture)[A-Za-z\d._@]){{2,}}(?![A-Za-z\d])"
)
_WITHOUT = re.compile(_PICTURE)


#: The letter a in a circle or box between a name and a provider or domain: sango.ito🅰️outlook.jp.
_ROUND = frozenset("🅰Ⓐⓐ")
_ROUND_A = re.compile(r"(?<=[a-z\d])[Aa](?=(?:gmail|yahoo|outlook|hotmail|icloud|proton|[a-z\d-]+\.[a-z]{2}))")


def _round_signs(passage: Passage) -> list[tuple[int, int, str]]:
    """Letters in a circle that stand for an @."""
    return [
        (m.start(), m.end(), "@")
        for m in _ROUND_A.finditer(passage.text)
        if passage.written[passage.span_as_written(*m.span()).start] in _ROUND
    ]


def spoken(passage: Passage) -> Passage | None:
    """Signs said as words become signs: taro アット example ドット jp."""
    low = passage.low
    edits = [(m.start(), m.end(), "@") for m in _WHATEVER.finditer(low)] + _round_signs(passage)
    for sign, pattern in _SIGNS.items():
        edits += [(m.start(), m.end(), sign) for m in pattern.finditer(low)]
    for sign, pattern in _SPOKEN:
        edits += [
            (m.start(), m.end(), sign)
            for m in pattern.finditer(low)
            if _SIGN_AHEAD.match(low, m.end()) and not (m[0] == "。" and passage.text[m.end()].isupper())
        ]
    if not edits:
        return _named_parts(passage)
    edits += [(m.start(), m.end(), m["latin"]) for m in _GLOSSED.finditer(low)]
    signed = passage.rewritten(apart(edits))
    return _named_parts(signed) or signed


def _named_parts(passage: Passage) -> Passage | None:
    """ジーメール behind an @ is gmail, コム behind a dot is com."""
    changed: Passage | None = None
    for table in (_PROVIDERS, _TOP_LEVEL):
        current = changed or passage
        edits = [
            (
                match.start(),
                match.end(),
                (
                    word.partition(".")[0]
                    if table is _PROVIDERS
                    else "." * (current.low[match.start() - 1] != ".") + word
                ),
            )
            for word, pattern in table
            for match in pattern.finditer(current.low)
            if table is not _PROVIDERS or word.partition(".")[0] not in match[0]
        ]
        if edits:
            changed = current.rewritten(apart(edits))
    return changed


def closed_up(passage: Passage) -> Passage | None:
    """Letters set apart are joined: c h i h i r o - s e c."""
    edits: list[tuple[int, int, str]] = []
    for match in _SPACED.finditer(passage.text):
        edits += [(i, i + 1, "") for i in range(match.start() + 1, match.end(), 2)]
    if edits:
        edits += [(m.start() + 1, m.end() - 1, "") for m in _PAIR.finditer(passage.text)]
    for match in (*_DOWN.finditer(passage.text), *_KANA_DOWN.finditer(passage.text)):
        last = match.end() - (match[0][-1] == "\n")
        edits += [(i, i + 1, "") for i in range(match.start() + 1, last, 2)]
    edits += [(m.start(), m.end(), _WITHOUT.sub("", m[0])) for m in _STREWN.finditer(passage.text)]
    edits += [
        (m.start(), m.end(), joined) for m in LETTER_LIST.finditer(passage.text) if (joined := listed_letters(m[0]))
    ]
    for match in _DASHED.finditer(passage.text):
        joined = match[0][::2]
        edits.append((match.start(), match.end(), joined.lower() if joined.isupper() else joined))
    return passage.rewritten(sorted(edits)) if edits else None


_HIDDEN = Sign.SAID | Sign.SPACED | Sign.TOLD | Sign.PIECED
_PUZZLED = Sign.TOLD | Sign.PUZZLE
#: What is undone, one on top of the other: the trick's name, the signs that call for it, the function.
_UNDO = (
    ("assembled", Sign.PIECED, fielded),
    ("encoded", Sign.TOLD, figured),
    ("replace-instruction", Sign.TOLD | Sign.SAID | Sign.PIECED, thinned),
    ("encoded", _HIDDEN, decoded),
    ("encoded", Sign.SPACED | Sign.TOLD, deciphered),
    ("replace-instruction", Sign.TOLD, corrected),
    ("replace-instruction", Sign.TOLD, instructed),
    ("spaces", Sign.SPACED, closed_up),
    ("kana-spelled", Sign.SPACED, named_letters),
    ("kana-spelled", Sign.SAID, latinised),
    ("assembled", _HIDDEN | Sign.SERVICE, linked),
    ("spelled-out", Sign.PIECED, put_together),
    ("spelled-out", _HIDDEN, spoken),
    ("kana-spelled", Sign.SAID, latin_local),
    ("assembled", _HIDDEN | Sign.SERVICE, assembled),
)
#: What gives a reading of its own.
_OTHERWISE = (
    ("acrostic", Sign.TOLD, headed),
    ("kana-spelled", Sign.SAID, romanised),
    ("reversed", Sign.TOLD | Sign.AT, turned),
)


def readings_of(passage: Passage, seen: int, failed: list[str]) -> list[tuple[Passage, tuple[str, ...]]]:
    """The passage, then with everything undone that its signs call for, then other ways to read it; each with how.

    Where one of them raises, "readings" is added to `failed` and the others are read.
    """
    if not seen & (_HIDDEN | _PUZZLED | Sign.SERVICE):
        return [(passage, ())]
    undone = passage
    how: list[str] = []
    for name, signs, undo in _UNDO:
        wanted = seen & signs or (how and undo is put_together)  # what is made plain may be a part
        if wanted and (other := _read(undo, undone, failed)) is not None:
            undone = other
            how.append(name)
    readings = [(passage, ())] + ([(undone, tuple(how))] if how else [])
    for name, signs, read in _OTHERWISE:
        before = passage if read is romanised else undone  # 下線 said of two parts is not yet a sign
        if seen & signs and (other := _read(read, before, failed)) is not None:
            readings.append((other, (*how, name)))
    if seen & _PUZZLED and (other := _read(solved, passage, failed)) is not None:
        readings.append((other, ("encoded",)))
    return readings


def _read(read: Callable[[Passage], Passage | None], passage: Passage, failed: list[str]) -> Passage | None:
    try:
        return read(passage)
    except Exception:  # noqa: BLE001 - whatever it is, the guard must go on and say so
        failed.append("readings")
        return None
