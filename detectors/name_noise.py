"""Letters of a name without the noise that the text tells to leave out.

Catches yuzu【みかん】hon【れもん】ya@… with くだものは食べて, tXaXkXe with "every capital X thrown away", lxexoxpxaxrxt with "every other
letter is noise". Leaves words in brackets, capitals and letters of a text that tells nothing of the kind.
"""

from __future__ import annotations

import re

from detectors.normalise import Passage, apart, fold_pattern

_EATEN = fold_pattern(
    r"食べ|捨て|抜い|抜き|取って|取り除|消し|無視|飛ばし|除い|外し|いらない|不要|(?<![a-z])(?:remove|ignore|skip|drop|delete|eat|without|throw)(?![a-z])"
)
#: A word in brackets inside of what is formed like a name.
_IN_BRACKETS = re.compile(r"(?<=[a-z\d@._-])[【(\[<{](?:[ァ-ヶー一-龠]{1,8})[】)\]>}](?=[a-z\d@._-])")
_FEWEST = 2
_CAPITAL = re.compile(
    r"(?i)(?:every|each|all|the) (?:capital |big |upper-?case |letter )*(?P<en>[a-z])(?:'?s)?(?: is)? (?:thrown|removed|dropped|ignored|taken|deleted|left out|noise|junk)|"
    r"(?:drop|remove|throw (?:away|out)|ignore|skip|delete|without|minus) (?:every|each|all|the)(?: of)?(?: the)? (?:capital |big |upper-?case |letter )*(?P<en2>[a-z])(?:'?s)?(?![a-z])|"
    r"大文字の\s?(?P<ja>[A-Z])\s?(?:を|は)(?:全部|すべて|ぜんぶ)?(?:抜|取|消|除|捨|無視|飛ば)"
)
_EVERY_OTHER = fold_pattern(
    r"every (?:other|second) (?:letter|character)s?|(?:一|ひと|1)(?:文字|つ)おき|(?:一|ひと|1)(?:文字|つ)(?:飛ばし|とばし)|交互に"
)
_LONG = re.compile(r"(?<![A-Za-z\d])[a-z\d._-]{9,40}(?![A-Za-z\d])")
_TOKEN = re.compile(r"[A-Za-z\d@._-]{6,80}")
#: So often does a letter stand in a name that it is noise there.
_OFTEN = 3


def thinned(passage: Passage) -> Passage | None:
    """The names of the text without their noise."""
    low, text = passage.low, passage.text
    edits: list[tuple[int, int, str]] = []
    bracketed = [(m.start(), m.end(), "") for m in _IN_BRACKETS.finditer(low)]
    if len(bracketed) >= _FEWEST and _EATEN.search(low):
        edits += bracketed
    if told := _CAPITAL.search(text):
        letter = (told["en"] or told["en2"] or told["ja"]).upper()
        for match in _TOKEN.finditer(text):
            if match[0].count(letter) >= _OFTEN and not match[0].isupper():
                edits.append((match.start(), match.end(), match[0].replace(letter, "")))
    if _EVERY_OTHER.search(low):
        for match in _LONG.finditer(text):
            if len(set(match[0][1::2])) == 1:
                edits.append((match.start(), match.end(), match[0][::2]))
    return passage.rewritten(apart(edits)) if edits else None
