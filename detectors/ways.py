"""Which ways a message may complete a contact that was begun before it.

Two cheap passes, one over the newest message and one over each of those before it, answer for nearly every message of an
honest conversation: a number needs a call as the topic or a beginning with zero, an address needs mail, a bare name needs
a service. `conversation` then goes only the ways that are open.
"""

from __future__ import annotations

import functools
import operator
import re
from typing import TYPE_CHECKING

import hyperscan

from detectors.gate import ONCE, Sign, added_words, pattern_table, signs_by
from detectors.hints import loosened
from detectors.lexicon import dialogue, halves, signs, symbols
from detectors.normalise import TO_KATAKANA

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from detectors.findings import Utterance
    from detectors.words import Words

#: How many messages back evidence may stand; an address is put together from fewer, a request is answered within fewer.
REACH, NEAR, ASKED = 8, 5, 4


class Way:
    """What the newest message may be the last piece of, as bits."""

    NUMBER = 1 << 0
    ADDRESS = 1 << 1
    ANSWER = 1 << 2
    WORKSPACE = 1 << 3
    NAMED = 1 << 4
    REVISED = 1 << 5
    CONFIRMED = 1 << 6
    DIALLED = 1 << 7
    HALVES = 1 << 8
    BROKEN = 1 << 9


#: What a message shows, as bits: digits, a name or a part of an address, a workspace's address told, a call as the topic,
#: mail as the topic, words that go on with a number, words that change or choose what was shown; what messages before it
#: show: these, a number that begins with zero, a whole number, a name, a service, an @, a disguise that
#: may hide any of them, a sum or the like that hides digits, the first part of a link; and what either may show: a domain or
#: a provider of mail.
_DIGITS, _NAME, _TOLD_WORKSPACE, _CALL, _MAIL, _RESUMES, _ZERO, _SERVICE, _AT, _HIDDEN, _RECKONED, _LINK, _DOMAIN = (
    1 << at for at in range(13)
)
_REVISES, _WHOLE, _NAMED, _CONFIRMS, _GUESSES, _DIALS, _HALF, _BEGUN = (1 << at for at in range(13, 21))
#: What may be the last piece.
_COMPLETES = _DIGITS | _NAME | _REVISES | _CONFIRMS | _DIALS | _HALF
#: What may be changed or chosen of.
_SHOWN = _WHOLE | _NAMED | _AT
#: A message of more than its digits, a few words and separators, as written, is not bare; one that changes what was shown
#: says little else.
_BARE, _SENTENCE = 64, 160
#: What may hold digits, and how many messages back the next of a number stand where no word says that here is its rest.
_PIECES, _GOES_ON = _DIGITS | _ZERO | _HIDDEN | _RECKONED, 4
#: A question that may name providers of mail.
_ASKED = _HIDDEN | _GUESSES
#: A longer message says more than what a name before it is for, or than yes.
_POINTER = 40
#: So many messages back a link may have begun.
_BEGUN_LINK = 2
#: A message that breaks off in the middle of a service's name is no longer than this.
_BROKEN = 6


def ways_of(text: str, history: Sequence[Utterance], words: Words) -> int:
    """The ways that are open; 0 for nearly every message."""
    now = _now()(text)
    if not history or not now & _COMPLETES:
        return 0
    ways = _ways_by_words(text, now, history, words) if now & (_CONFIRMS | _DIALS | _HALF | _REVISES) else 0
    if now & _REVISES and len(text) <= _SENTENCE:
        shown = functools.reduce(operator.or_, _shown(history[-REACH:], words))
        if shown & (_WHOLE | _AT) or (shown & _NAMED and shown & _SERVICE):
            ways |= Way.REVISED
    if not now & (_DIGITS | _NAME):
        return ways
    near = _shown(history[-NEAR:], words)
    lately = functools.reduce(operator.or_, near, 0)
    named = now & (_NAME | _HIDDEN)
    may_be_address = named and (lately | now) & (_AT | _HIDDEN | _DOMAIN)
    before = lately
    if now & _DIGITS or may_be_address:
        before = functools.reduce(operator.or_, _shown(history[-REACH:-NEAR], words), lately)
    if now & _DIGITS and _may_be_number(text, now, before, near):
        ways |= Way.NUMBER
    if may_be_address and (before | now) & (_MAIL | _AT | _HIDDEN):
        ways |= Way.ADDRESS
    begun = named and any([shown & _LINK for shown in near[-_BEGUN_LINK:]])  # noqa: C419 - a list is faster
    if begun or (named and any([shown & (_SERVICE | _HIDDEN) for shown in near[-ASKED:]])):  # noqa: C419
        ways |= Way.ANSWER
    if now & _TOLD_WORKSPACE:
        ways |= Way.WORKSPACE
    return ways | Way.BROKEN * bool(named and len(history[-1].text) <= _BROKEN)


def _may_be_number(text: str, now: int, before: int, near: list[int]) -> bool:
    """Whether a call is the topic or a number begins, and digits stand where it may go on from there or a call was asked for."""
    if not (
        (before | now) & _CALL
        or before & (_HIDDEN | _RECKONED)
        or (before & _ZERO and (now & (_RESUMES | _HIDDEN | _RECKONED) or len(text) <= _BARE))
    ):
        return False
    if near[-1] & _CALL or (now & _RESUMES and before & _PIECES):
        return True
    return any([shown & _PIECES for shown in near[-_GOES_ON:]])  # noqa: C419 - a list is faster


def _ways_by_words(text: str, now: int, history: Sequence[Utterance], words: Words) -> int:
    """The ways that words open: yes to a guess, the figures before are to be dialled, here is the rest of a name."""
    ways = 0
    if now & _CONFIRMS and len(text) <= _POINTER and _shown(history[-1:], words)[0] & _GUESSES:
        ways |= Way.CONFIRMED * bool(ways_of(history[-1].text, history[:-1], words))
    if now & _DIALS and any([shown & _PIECES for shown in _shown(history[-NEAR:], words)]):  # noqa: C419
        ways |= Way.DIALLED
    if now & _REVISES and len(text) <= _POINTER:  # one of several providers of mail that were asked about
        ways |= Way.ADDRESS * (_shown(history[-1:], words)[0] & _ASKED == _ASKED)
    if now & _HALF:
        shown = functools.reduce(operator.or_, _shown(history[-NEAR:], words))
        ways |= Way.HALVES * bool(shown & _BEGUN and shown & _SERVICE)
    return ways


def ways_by_name(text: str, history: Sequence[Utterance], words: Words, seen: int) -> int:
    """The ways that a service or a mail provider opens which the text names, by the signs `seen` in it.

    It may say what a name sent before is for, or that a name shown before is one there too.
    """
    ways = Way.NAMED if seen & Sign.SERVICE and len(text) <= _POINTER else 0
    if seen & (Sign.SERVICE | Sign.SAID) and len(text) <= _SENTENCE and _now()(text) & _REVISES:
        ways |= Way.REVISED * any([shown & _NAMED for shown in _shown(history[-REACH:], words)])  # noqa: C419
    return ways


def _shown(history: Sequence[Utterance], words: Words) -> list[int]:
    """What each message shows, as bits, noted with it so that it is read once."""
    signs_in = _before(words)
    shown: list[int] = []
    for said in history:
        bits = said.noted.get(signs_in)
        if bits is None:
            bits = said.noted[signs_in] = signs_in(said.text)
        shown.append(bits)
    return shown


def may_show_at(texts: Sequence[str]) -> bool:
    """Whether any of the texts may show an @ once it is made plain."""
    return bool(_now()("\n".join(texts)) & (_AT | _HIDDEN))


def as_written(pattern: str) -> str:
    """A pattern over folded text as one over text as written: each kana in both scripts.

    >>> as_written("メモ[トド]")
    '[メめ][モも][トとドど]'
    """
    parts: list[str] = []
    in_class = False
    for part in re.findall(r"\\.|[^\\]", pattern.translate(TO_KATAKANA), re.DOTALL):
        hiragana = signs.in_hiragana(part)
        if part in "[]":
            in_class = part == "["
        parts.append(part if hiragana == part else part + hiragana if in_class else f"[{part}{hiragana}]")
    return "".join(parts)


#: A dot and what may be read as a letter behind it; what is folded to a dot stands beside it.
_DOTTED = (r"[^\s.][.．․‧∙⸱﹒㏂㏇㏘][^\x00-\x40\x5b-\x60\x7b-\x7f\x{3000}-\x{30ff}\x{4e00}-\x{9fff}\x{ff00}-\x{ff20}]",)


#: The part that follows on a name, and the sign that may be said before it.
_PART = r"(?:[_.-]?[a-z0-9]|アンダー|下線|下の棒|ドット|点|ピリオド|ハイフン|横棒|under|dot|hyphen|dash)"


_SIGN_FIRST = r"^[^a-zA-Z]{0,5}[_.-][a-z0-9]|(?:アンダーバー|アンダースコア|下線|下の棒|ドット|点|ピリオド|ハイフン|横棒)[^\n]{0,12}[a-z0-9]"


def _caseless(*patterns: str) -> tuple[str, ...]:
    return tuple([f"(?i){as_written(loosened(pattern))}" for pattern in patterns])


_CALLS = (*_caseless(dialogue.OPENS_PHONE, dialogue.MEETING), "[0０][5789５７８９][0０]")
_HIDING = (*signs.ODD, *signs.SAID, *signs.SPACED)
#: A zero that a number may begin with, or a plus.
_BEGINS_WITH_ZERO = (
    r"[+＋]\s?[(（]?[0-9０-９]",
    r"(?:^|[^0-9０-９])[0０]|[〇零○◯⭕]|(?i:ゼロ|ぜろ|レイ|れい|レー|れー|マル|まる|オー|おー|zero|oh|nought|naught|nil|rei|maru|cero|null)",
)


@functools.cache
def _now() -> Callable[[str], int]:
    return signs_by(
        pattern_table(
            {
                _DIGITS: signs.PIECE_OF_NUMBER,
                _NAME: signs.PIECE_OF_NAME,
                _TOLD_WORKSPACE: (r"(?i)dot com|\.com|ドットコム|url|サービス名|ピリオド",),
                _CALL: _CALLS,
                _MAIL: _caseless(dialogue.OPENS_MAIL),
                _DOMAIN: _DOTTED,
                _MAIL | _DOMAIN: _caseless(*symbols.PROVIDERS.values(), *symbols.DESCRIBED_PROVIDERS.values()),
                _RESUMES: _caseless(dialogue.RESUMES),
                _AT: signs.AT,
                _HIDDEN: _HIDING,
                _RECKONED: signs.TOLD,
                _REVISES: signs.REVISES,
                _CONFIRMS: (rf"(?i)^{as_written(loosened(dialogue.CONFIRMS))}",),
                _DIALS: _caseless(dialogue.DIALS),
                _HALF: (*_caseless(*[pattern.replace("TAIL", _PART) for pattern in halves.TAILS]), _SIGN_FIRST),
            }
        )
    )


@functools.cache
def _before(words: Words) -> Callable[[str], int]:
    return _before_with(added_words(words))


@functools.cache
def _before_with(added: tuple[bytes, ...]) -> Callable[[str], int]:
    services = [pattern for group in signs.SERVICES.values() for pattern in group]
    names = [(name, _SERVICE, ONCE | hyperscan.HS_FLAG_CASELESS) for name in (*signs.look_alike_names(), *added)]
    table = pattern_table(
        {
            _SERVICE: (*services, *signs.MASKED),
            _LINK: (signs.LINK_BEGUN,),
            _DOMAIN: _DOTTED,
            _CALL: _CALLS,
            _MAIL: _caseless(dialogue.OPENS_MAIL),
            _ZERO: _BEGINS_WITH_ZERO,
            _WHOLE: signs.WHOLE_NUMBER,
            _NAMED: (*signs.PIECE_OF_NAME[1:], *signs.NAMED),
            _AT: signs.AT,
            _HIDDEN: _HIDING,
            _RECKONED: signs.TOLD,
            _GUESSES: _caseless(dialogue.GUESSES),
            _DIGITS: signs.PIECE_OF_NUMBER,
            _BEGUN: _caseless(*[pattern.replace("HEAD", "[a-z][a-z0-9]") for pattern in halves.HEADS]),
        }
    )
    return signs_by(table + names)
