"""Addresses and handles that the text corrects itself: gmai1 で1はエルです, yafoo の f を h に, "aとiが逆", letters to leave out.

A letter is exchanged only inside what is formed like an address or a handle, never in the words of a sentence.
"""

from __future__ import annotations

import functools
import re

from detectors.letters import KANA_NAMES
from detectors.lexicon import symbols
from detectors.normalise import Passage, apart, fold_pattern

#: What is formed like an address or a handle: with an @, a sign, a figure or a mask among its letters.
_TOKEN = re.compile(
    r"(?<![A-Za-z\d._@+-])(?=[^\s,、。]{0,60}[@._\d*?])(?=[^\s,、。]{0,60}[A-Za-z])[A-Za-z\d*?][A-Za-z\d._@*?+-]{3,60}(?![A-Za-z\d])"
)
_SAID_LETTERS = {**KANA_NAMES, "o": "オー|まる|丸い文字", "0": "ゼロ|零", "1": "イチ|いち"}
_LETTER = "|".join(f"(?P<{{0}}{ord(letter)}>{names})" for letter, names in _SAID_LETTERS.items())
_ONE = r"(?:(?:数字|英語|英字|アルファベット|英?[小大]文字|半角|本物)の?|the (?:letter |figure |number |digit )?|an? |really |actually |ただの|本当は|実は){0,3}"
#: 0はオーです, fをhに直して, "the 1 is an L", *は英小文字のo.
_EXCHANGED = fold_pattern(
    rf"(?P<which>最初の|はじめの|最後の|first |last )?{_ONE}[「\"']?(?:(?P<old>[a-z\d*?](?![a-z\d.@_]))|{_LETTER.format('x')})[」\"']?\s?"
    rf"(?:を|は|が|→|=|->|(?<=[a-z\d\"'*?] )(?:is|means|stands for|should be|into|with|for)(?= ))\s?{_ONE}[「\"']?(?:(?P<new>[a-z\d](?![a-z\d@_-]|\.[a-z]))|{_LETTER.format('y')})[」\"']?"
    r"\s?(?=です|でお|で、|だ|に(?:直|変|読|し|置|かえ|替|戻|なお|よみ)|へ|、|。|,|\.|!|\)|$|\n)"
)
#: *は順に a と i.
_IN_TURN = fold_pattern(r"(?P<sign>[*?])は順に\s?(?P<letters>[a-z\d](?:\s?[と、,]\s?[a-z\d])+)")
#: aとiが逆.
_SWAPPED = fold_pattern(r"(?P<a>[a-z\d])と(?P<b>[a-z\d])(?:が|は)(?:逆|反対|あべこべ|入れ替)")
#: xは全部ごみなので捨てて, "ignore every x".
_DROPPED = fold_pattern(
    r"(?<![a-z\d._@-])[「\"']?(?P<a>[a-z])[」\"']?(?:は|を)(?:全部|すべて|みんな|ぜんぶ)?(?:ごみ|ゴミ|捨て|抜い|取っ|消し|除い|無視|飛ばし|とばし)|"
    r"(?:ignore|drop|remove|skip|delete|take out) (?:every|all the|all|each|the) (?P<b>[a-z])(?:s|'s|es)?(?![a-z])"
)
#: A word in capitals, several times in one address, that is to be left out.
_WORD_DROPPED = re.compile(
    r"(?<![a-z])(?:minus|without|ignore|drop|remove|skip|delete|take out|no) (?:the |all |every )\w+"
)
_CAPITALS = re.compile(r"[A-Z]{3,12}")
#: た抜き: a kana between figures that is to be left out.
_KANA_DROPPED = fold_pattern(r"(?P<kana>[あ-んア-ン])抜き")
_ONCE_EACH = fold_pattern(
    r"(?:一個|一つ|ひとつ|1個|1つ|一回)(?:ずつ|だけ)|(?<![a-z])(?:once each|only one of each|single)"
)
_DOUBLED = re.compile(r"([@._-])\1+")


@functools.cache
def _providers() -> frozenset[str]:
    return frozenset(domain.partition(".")[0] for domain in symbols.PROVIDERS)


def corrected(passage: Passage) -> Passage | None:
    """Addresses and handles as the text says they should be, or None where it says nothing of the kind."""
    low = passage.low
    tokens = [match for match in _TOKEN.finditer(passage.text) if len(match[0]) <= _LONGEST]
    if not tokens and not _KANA_DROPPED.search(low):
        return None
    changed = {at: token[0] for at, token in enumerate(tokens)}
    told = [*_exchange(changed, tokens, low), *_leave_out(changed, tokens, low)]
    edits = [(token.start(), token.end(), changed[at]) for at, token in enumerate(tokens) if changed[at] != token[0]]
    if kana := _KANA_DROPPED.search(low):
        edits += [(m.start(), m.end(), "") for m in re.finditer(rf"(?<=\d){re.escape(kana['kana'])}(?=\d)", low)]
    return passage.rewritten(apart(edits + [(start, end, " ") for start, end in told])) if edits else None


def _exchange(changed: dict[int, str], tokens: list[re.Match[str]], low: str) -> list[tuple[int, int]]:
    """Letters exchanged as told; where the text tells it."""
    told: list[tuple[int, int]] = []
    for match in _EXCHANGED.finditer(low):
        old, new = _letter(match, "old", "x"), _letter(match, "new", "y")
        which = (match["which"] or "").strip()
        if old and new and old != new and _change(changed, tokens, old, new, which, match.start()):
            told.append(match.span())
    for match in _IN_TURN.finditer(low):
        for letter in re.findall(r"[a-z\d]", match["letters"]):
            _change(changed, tokens, match["sign"], letter, "first", match.start())
    for match in _SWAPPED.finditer(low):
        pair = match["a"] + match["b"]
        for one in (pair, pair[::-1]):
            if _change(changed, tokens, one, one[::-1], "first", match.start(), in_domain=True):
                break
    return told


def _leave_out(changed: dict[int, str], tokens: list[re.Match[str]], low: str) -> list[tuple[int, int]]:
    """Letters, words and second signs left out as told; where the text tells it."""
    told = [
        match.span()
        for match in _DROPPED.finditer(low)
        if _change(changed, tokens, match["a"] or match["b"], "", "", match.start())
    ]
    if word := _WORD_DROPPED.search(low):
        told.append(word.span())
        for at, text in changed.items():
            words = [word for word in set(_CAPITALS.findall(text)) if text.count(word) > 1]
            changed[at] = functools.reduce(lambda said, word: said.replace(word, ""), words, text)
    if _ONCE_EACH.search(low):
        changed |= {at: _DOUBLED.sub(r"\1", text) for at, text in changed.items()}
    return told


_LONGEST = 60


def _letter(match: re.Match[str], plain: str, said: str) -> str:
    """The letter that a group stands for, as written or by its name."""
    if match[plain]:
        return match[plain]
    return next((chr(int(name[1:])) for name, value in match.groupdict().items() if value and _is(name, said)), "")


def _is(name: str, said: str) -> bool:
    return name[0] == said and name[1:].isdigit()


def _change(
    changed: dict[int, str],
    tokens: list[re.Match[str]],
    old: str,
    new: str,
    which: str,
    told_at: int,
    *,
    in_domain: bool = False,
) -> bool:
    """Exchange letters of the nearest address or handle that has them, in its provider's name if that comes right."""
    having = [
        at
        for at, token in enumerate(tokens)
        if old in changed[at].lower() and not token.start() <= told_at < token.end()
    ]
    if not having:
        return False
    at = min(having, key=lambda at: abs(tokens[at].start() - told_at))
    local, sign, domain = changed[at].partition("@")
    mended = domain.lower().replace(old, new)
    if sign and mended.partition(".")[0] in _providers() and domain.partition(".")[0].lower() not in _providers():
        changed[at] = f"{local}@{mended}"
        return True
    if in_domain:
        return False
    places = [i for i in range(len(changed[at])) if changed[at].lower().startswith(old, i)]
    chosen = places[:1] if which in _FIRST else places[-1:] if which in _LAST else places
    text = changed[at]
    for i in reversed(chosen):
        text = text[:i] + new + text[i + len(old) :]
    changed[at] = text
    return True


_FIRST, _LAST = frozenset(["最初ノ", "ハジメノ", "first"]), frozenset(["最後ノ", "last"])
