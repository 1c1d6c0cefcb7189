"""A name told in parts: where it begins, and in later messages what follows.

Catches チャワのIDの前半は takenoko です / _bpo8 が後半です, LINEですけど、まず gin / それから .no. / 最後 saji, "my Discord starts with
juniper" / "then _rk2". Leaves halves of files, branches and colour names, and a half that nobody goes on with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from detectors.contacts import email
from detectors.contacts.handles import strength
from detectors.contacts.services import find_cues
from detectors.conversation.turns import CLOSES, OTHER_THING, Joined
from detectors.findings import Kind
from detectors.lexicon import halves as lexicon
from detectors.lexicon import ordinary
from detectors.normalise import fold_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from detectors.contacts.services import Cue
    from detectors.conversation.turns import Turn
    from detectors.words import Words

#: A sign said as a word stands before a part: アンダーバー 29, 点を打って、小さいk, "a dot and then k".
_SIGNS = {
    "_": r"アンダーバー|アンダースコア|下線|下の棒|underscore",
    ".": r"ドット|点|ピリオド|dot|period|full stop",
    "-": r"ハイフン|横棒|hyphen|dash",
}
_SIGN = (
    rf"(?:(?P<sign>{'|'.join(_SIGNS.values())})"
    r"(?:を(?:打って|入れて|はさんで|挟んで|つけて|付けて)|の(?:あと|後|次|うしろ|後ろ)(?:に|は|が)?|と|で|,? and(?: then)?(?: an?)?)?[、,]?\s?(?:小さい|小文字の?|lower ?case )?)?"
)
_HEAD = r"(?<![a-z\d_.\-@/])(?P<part>[a-z][a-z\d_.\-]{1,23})(?![a-z\d@])"
_TAIL = rf"{_SIGN}(?<![a-z\d_.\-@/])(?P<part>[a-z\d_.\-]{{1,24}})(?![a-z\d@])"
_HEADS = [fold_pattern(pattern.replace("HEAD", _HEAD)) for pattern in lexicon.HEADS]
_TAILS = [fold_pattern(pattern.replace("TAIL", _TAIL)) for pattern in lexicon.TAILS]
_SIGN_FIRST = fold_pattern(rf"^\W{{0,3}}(?:(?:はい|ええ|yes|yep)\W{{1,2}})?{_TAIL}")
_BARE = fold_pattern(lexicon.BARE.replace("PART", r"(?P<part>[a-z\d_.\-]{1,24})"))
_WORKSPACE, _USUAL_END = fold_pattern(lexicon.WORKSPACE), fold_pattern(lexicon.USUAL_END)
_HANDLE = regex.compile(r"[a-z\d][a-z\d_.\-]{2,31}(?<![.\-])")
#: How many messages the parts and the service they belong to lie apart at most, and how long such a message may be.
_BACK, _LONGEST = 5, 70
#: A whole that is no word of any talk.
_PLAIN = 0.6


def in_halves(turns: list[Turn], now: Turn, words: Words) -> list[Joined]:
    """The name of which the newest message tells the rest."""
    if len(now.low) > _LONGEST or any(said.search(now.low) for said in (OTHER_THING, CLOSES)):
        return []
    tail = _rest_in(now)
    parts: list[tuple[Turn, int, int, str]] = [(now, *tail)] if tail else []
    recent = turns[-_BACK:]
    for at in range(len(recent) - 1, -1, -1) if parts else ():
        turn = recent[at]
        if len(turn.low) > _LONGEST or OTHER_THING.search(turn.low) or CLOSES.search(turn.low):
            return []
        if head := _head_in(turn):
            return _as_contact([(turn, *head), *parts], [*recent[max(0, at - 2) :], now], words)
        if turn.sender == now.sender and (part := _part_in(turn)):
            parts.insert(0, (turn, *part))
    return []


def _head_in(turn: Turn) -> tuple[int, int, str] | None:
    """The beginning of a name that it tells, and where."""
    for pattern in _HEADS:
        for match in pattern.finditer(turn.low):
            start, end = match.span("part")
            part = turn.passage.text[start:end]
            if not ordinary.is_common(part.lower().rstrip("._-")) and not email.is_domain(part):
                return start, end, part
    return None


def _tails_in(turn: Turn, patterns: list[re.Pattern[str]]) -> Iterator[tuple[int, int, str]]:
    for pattern in patterns:
        for match in pattern.finditer(turn.low):
            start, end = match.span("part")
            part = turn.passage.text[start:end]
            said = match.groupdict().get("sign")
            sign = next((sign for sign, names in _SIGNS.items() if said and fold_pattern(names).fullmatch(said)), "")
            part = sign + part if match.end() < len(turn.low) and part.endswith("-") else sign + part.rstrip("-")
            if part.isalpha() and ordinary.is_common(part.lower()):
                continue
            yield match.start("sign") if sign else start, end, part


def _rest_in(turn: Turn) -> tuple[int, int, str] | None:
    """What follows on a name, and where it says so; the full stop of a sentence is none of it."""
    found = next((tail for tail in _tails_in(turn, [_SIGN_FIRST]) if tail[2][:1] in "._-"), None) or next(
        _tails_in(turn, _TAILS), None
    )
    return (found[0], found[1], found[2].rstrip(".")) if found else None


def _part_in(turn: Turn) -> tuple[int, int, str] | None:
    """A part in the middle: ou、そのあと, それから .no."""
    return next(_tails_in(turn, [_BARE, *_TAILS]), None)


def _as_contact(parts: list[tuple[Turn, int, int, str]], said: list[Turn], words: Words) -> list[Joined]:
    """The whole as a name of the one service that was spoken of, nearest to the beginning first."""
    value = "".join([part[3] for part in parts])
    cues: list[Cue] = []
    for turn in said:
        cues += [cue for cue in find_cues(turn.passage, words, turn.signs) if not cue.topic]
    kinds = list(dict.fromkeys([cue.kind for cue in cues]))[:2]
    if not kinds or not _HANDLE.fullmatch(value.lower()) or strength(value) < _PLAIN:
        return []
    if kinds[0] is Kind.SLACK and any(_WORKSPACE.search(turn.low) or _USUAL_END.search(turn.low) for turn in said):
        value += ".slack.com"
    pieces = tuple([turn.piece(start, end) for turn, start, end, _ in parts])
    return [Joined(kind, value, pieces, 0.85, "conversation.pieces") for kind in kinds]
