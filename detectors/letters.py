"""Letters said by their names: ティー・エー・アール・オー, "tango alpha romeo oscar", "T as in Tokyo, A as in apple"."""

from __future__ import annotations

import re

from detectors.normalise import Passage, apart, fold_pattern

#: How Japanese call the letters, the longest first.
_KANA = {
    "a": "エー|エイ(?!チ)", "b": "ビー", "c": "シー", "d": "ディー|デー", "e": "イー", "f": "エフ", "g": "ジー",
    "h": "エイチ|エッチ", "i": "アイ", "j": "ジェー|ジェイ", "k": "ケー|ケイ", "l": "エル", "m": "エム", "n": "エヌ",
    "o": "オー", "p": "ピー", "q": "キュー", "r": "アール", "s": "エス", "t": "ティー|テー", "u": "ユー",
    "v": "ブイ|ヴイ", "w": "ダブリュー|ダブル(?=[・、])", "x": "エックス", "y": "ワイ", "z": "ゼット|ズィー",
}  # fmt: skip
#: The spelling alphabet of radio.
_RADIO = [
    "alpha|alfa",
    "bravo",
    "charlie",
    "delta",
    "echo",
    "foxtrot",
    "golf",
    "hotel",
    "india",
    "juliet|juliett",
    "kilo",
    "lima",
    "mike",
    "november",
    "oscar",
    "papa",
    "quebec",
    "romeo",
    "sierra",
    "tango",
    "uniform",
    "victor",
    "whiskey|whisky",
    "x-ray|xray",
    "yankee",
    "zulu",
]
_BETWEEN = r"[・、,\s/／\-]{0,3}"
_NAME = "|".join(f"(?P<{letter}>{names})" for letter, names in _KANA.items())
_ANY = "|".join(_KANA.values())
_MARK = "アンダーバー|アンダースコア|アンダーライン|ドット|ピリオド|ハイフン"
#: Three letters and more, signs and figures among them.
_SPELLED = fold_pattern(
    rf"(?:(?<![ァ-ヶー])|(?<=[ハガデヲノト]))(?:(?:{_ANY})(?:{_BETWEEN}(?:{_MARK}))?{_BETWEEN}(?:\d{{1,4}}{_BETWEEN})?){{3,}}(?![ァ-ヶー]|ル)"
)
_RADIO_WORD = re.compile("|".join(f"(?P<{chr(97 + i)}>{words})" for i, words in enumerate(_RADIO)))
_RADIO_SPELLED = re.compile(rf"(?<![a-z])(?:(?:{'|'.join(_RADIO)})(?![a-z])[\s,./-]*){{3,}}")
#: Two letters of an ending: dot, Mike Echo.
_RADIO_ENDING = re.compile(
    rf"(?<![a-z])(?:dot|period|point)[\s,]+(?P<said>(?:(?:{'|'.join(_RADIO)})(?![a-z])[\s,./-]*){{2}})"
)
_AS_IN = re.compile(r"(?<![a-z])(?P<letter>[a-z])(?: as in| for| like)? (?:[a-z]{3,})(?![a-z])[,;.]?\s*(?:and |then )?")
_AS_IN_SPELLED = re.compile(r"(?<![a-z])(?:[a-z] (?:as in|for|like) [a-z]{3,}(?![a-z])[,;.]?\s*(?:and |then )?){3,}")


def named_letters(passage: Passage) -> Passage | None:
    """Letters said by their names, written as letters."""
    low = passage.low
    edits = [(m.start(), m.end(), _kana_letters(m[0])) for m in _SPELLED.finditer(low)]
    edits += [(m.start(), m.end(), _radio_letters(m[0])) for m in _RADIO_SPELLED.finditer(low)]
    edits += [(*m.span("said"), _radio_letters(m["said"])) for m in _RADIO_ENDING.finditer(low)]
    edits += [
        (m.start(), m.end(), "".join([one["letter"] for one in _AS_IN.finditer(m[0])]) + " ")
        for m in _AS_IN_SPELLED.finditer(low)
    ]
    return passage.rewritten(apart(edits)) if edits else None


def _radio_letters(said: str) -> str:
    """Tango alpha is ta."""
    return "".join([str(word.lastgroup) for word in _RADIO_WORD.finditer(said)]) + " "


_PART = fold_pattern(
    rf"{_NAME}|(?P<figures>\d+)|(?P<sign_u>アンダーバー|アンダースコア|アンダーライン)|(?P<sign_d>ドット|ピリオド)|(?P<sign_h>ハイフン)"
)
_SIGN_OF = {"sign_u": "_", "sign_d": ".", "sign_h": "-"}


def _kana_letters(said: str) -> str:
    """エム、アンダーバー、ケー is m_k; a separator at the end stays one."""
    read = [
        match[0] if match.lastgroup == "figures" else _SIGN_OF.get(match.lastgroup or "", match.lastgroup or "")
        for match in _PART.finditer(said)
    ]
    return f" {''.join(read)} "
