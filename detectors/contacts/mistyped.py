"""The domain that a mistyped one is meant to be, where the text says that it is mistyped.

Catches shiro.kuma@gmial.com with "i と a が逆さま", otto@outlokk.com "the way Outlook is really spelled", nagi@gmial.con, gmail.com の
打ち間違い. Leaves a mistyped domain that nobody speaks of as it is written, and one that is a provider's own.
"""

from __future__ import annotations

import functools

from detectors.normalise import fold_pattern

#: Whose mistyped domains are known again.
_MEANT = (
    "gmail.com",
    "yahoo.co.jp",
    "yahoo.com",
    "outlook.com",
    "outlook.jp",
    "hotmail.com",
    "icloud.com",
    "docomo.ne.jp",
    "proton.me",
)
_CORRECTS = fold_pattern(
    r"抜け|ぬけ|足り|落ちて|忘れ|のほうです|の方です|間違|まちがい|誤字|誤記|ミス|直して|なおして|訂正|修正|正しく|本当は|逆さ|さかさ|入れ替|入れかえ|わざと|にしたら|にすると|に(?:直|なお|変え|かえ|置き換え|読み替え)|ではなく|じゃなくて|"
    r"(?<![a-z])(?:typos?|misspel\w*|misspelt|mistyped?|correct\w*|fix(?:ed)?|swap\w*|spel[lt]\w*|meant?|should (?:be|read)|turn|change|switch|on purpose|deliberate\w*|wrong|oops|missing|missed|dropped|forgot)(?![a-z])"
)
#: Slips between a mistyped domain and the one that is meant: two letters exchanged are one.
_MOST_SLIPS = 2


def speaks_of_slips(low: str) -> bool:
    """Whether the text says that something in it is mistyped."""
    return bool(_CORRECTS.search(low))


def meant_domain(domain: str) -> str:
    """The provider's domain that a mistyped one is meant to be, or ""."""
    return "" if domain in _MEANT else _nearest(domain)


@functools.lru_cache(maxsize=256)
def _nearest(domain: str) -> str:
    slips, meant = min((_slips(domain, known), known) for known in _MEANT)
    return meant if slips <= _MOST_SLIPS and domain[:1] == meant[:1] else ""


def _slips(one: str, other: str) -> int:
    """Letters put in, left out, exchanged or in the wrong order (Damerau-Levenshtein, adjacent)."""
    if abs(len(one) - len(other)) > _MOST_SLIPS:
        return _MOST_SLIPS + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at]
        for place, wanted in enumerate(other, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != wanted))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == wanted:
                cost = min(cost, older[place - 2] + 1)
            row.append(cost)
    return row[-1]
