"""Contacts spread over the messages of a conversation and over both speakers.

Catches 080のあと / 4412 / 7903です; pon.poko / .koubou@ / gmail.com です; "LINEのIDを教えて" answered by "sora_mame_22".
Leaves stock counts, prices, part and registration numbers over several messages, a request that was turned down, a file
or branch name after another question. The verdict falls on the message that completes the contact, so a piece of the text
being scanned always belongs to it.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import regex

from detectors.contacts import email
from detectors.contacts.handles import Token, handle_tokens, is_named_behind
from detectors.contacts.links import find_links
from detectors.contacts.numbering import dialable
from detectors.contacts.phone import hide_other_numbers, is_counted, is_quantity
from detectors.contacts.phone_pieces import FEWEST, find_pieced
from detectors.contacts.phone_reading import Surroundings
from detectors.contacts.services import Cue, find_cues
from detectors.encodings import decoded
from detectors.findings import Kind, Piece, Utterance
from detectors.gate import KINDS, Sign, detail_gate
from detectors.hints import hints_of
from detectors.lexicon import conduct, dialogue, phones, services, signs
from detectors.normalise import Passage, fold, fold_pattern
from detectors.numerals import TWO_DIGITS, digit_runs
from detectors.readings import closed_up, spoken
from detectors.ways import REACH, Way, may_show_at, ways_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from detectors.hits import Hit
    from detectors.words import Words

#: How long a message between two pieces may be, in characters.
_ASIDE = 16
_OPENS = fold_pattern(dialogue.OPENS)
_OPENS_MAIL = fold_pattern(dialogue.OPENS_MAIL)
_OPENS_PHONE = fold_pattern(dialogue.OPENS_PHONE)
_CLOSES = fold_pattern(f"{dialogue.CLOSES}|{conduct.REFUSE}")
_OTHER_THING = fold_pattern(dialogue.OTHER_THING)
_GOES_ON = fold_pattern(dialogue.GOES_ON)
_SEEK = fold_pattern(r"検索|追加|友だち|友達|登録|search|add me|find me|look me up")
_MEETING = fold_pattern(dialogue.MEETING)
#: A message that is the second half of a handle and little else: 1jo です.
_REST = regex.compile(
    r"\s*(?P<part>[A-Za-z\d_.\-][A-Za-z\d_.\-]*)\s*(?:$|です|だよ|で|と|に|を|まで|って|[。！!、,.:：♪〜~])(?![A-Za-z])"
)
_LIVE = regex.compile(r"live:")
_ASKS_NAME = fold_pattern(dialogue.ASKS_NAME)
_POINTS_BACK = fold_pattern(dialogue.POINTS_BACK)
_RESUMES = fold_pattern(dialogue.RESUMES)
_CALL = fold_pattern(
    r"電話|携帯|ケータイ|ワン切り|着信|ショートメ|(?<![a-z])(?:phone|mobile|cell|missed call|call you|ring you|text you)(?![a-z])"
)
_QUESTION = regex.compile(r"[?？]|カ[。\s]*$|カッ|教エテ")
_DOMAIN = regex.compile(r"(?<![A-Za-z\d.@])@?\s?(?P<domain>[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+)(?![A-Za-z\d@.])")


@dataclass(frozen=True, slots=True)
class Joined:
    """A contact put together from several messages."""

    kind: Kind
    value: str = field(repr=False)
    pieces: tuple[Piece, ...]
    confidence: float
    rule: str


class _Turn:
    """A message of the conversation, made plain when it is first asked about: most never are."""

    __slots__ = ("_folded", "_hints", "_number", "_passage", "_signs", "_words", "message_id", "sender", "text")

    def __init__(
        self,
        message_id: str,
        sender: str,
        text: str,
        words: Words,
        folded: Passage | None = None,
        signs: int | None = None,
    ) -> None:
        self.message_id = message_id
        self.sender = sender
        self.text = text
        self._words = words
        self._folded = folded
        self._passage: Passage | None = None
        self._signs = signs
        self._hints = -1
        self._number: tuple[str, int, int] | Literal[False] | None = False

    @property
    def number(self) -> tuple[str, int, int] | None:
        """The one number in it that is no quantity, or None if there is none or more than one."""
        if self._number is False:
            self._number = _only_number(self)
        return self._number

    @property
    def folded(self) -> Passage:
        """The text as it is folded, before anything else is undone."""
        self._folded = self._folded or fold(self.text)
        return self._folded

    @property
    def passage(self) -> Passage:
        """The text, with everything undone that its signs call for."""
        return self._passage or self._made_plain()

    @property
    def signs(self) -> int:
        """The signs it shows, before and after."""
        if self._passage is None:
            self._made_plain()
        return self._signs or 0

    @property
    def low(self) -> str:
        return self.passage.low

    @property
    def hints(self) -> int:
        """What is worth a closer look in it."""
        if self._hints < 0:
            self._hints = _hints()(self.low)
        return self._hints

    def piece(self, start: int, end: int) -> Piece:
        span = self.passage.span_as_written(start, end)
        return Piece(self.message_id, span.start, span.end, self.passage.written[span.start : span.end])

    def _made_plain(self) -> Passage:
        passage = self.folded
        signs_in = detail_gate(self._words)
        signs = signs_in(passage.text) if self._signs is None else self._signs
        if signs & (Sign.SAID | Sign.SPACED | Sign.TOLD):
            for undo in (decoded, closed_up, spoken):
                passage = undo(passage) or passage
            signs |= signs_in(passage.text)
        self._signs = signs
        self._passage = passage
        return passage


def _turn(said: Utterance, words: Words) -> _Turn:
    turn = said.noted.get(words)
    if turn is None:
        turn = said.noted[words] = _Turn(said.message_id, said.sender, said.text, words)
    return turn


#: What is worth a closer look in a message, as bits: digits, a name with parts, a word that stands alone, a word introduced
#: as a name, a domain, a word that only a workspace's address has.
_DIGITS, _JOINTED, _ALONE, _LABELLED, _DOTTED, _TOLD_WORKSPACE = (1 << at for at in range(6))


@functools.cache
def _hints() -> Callable[[str], int]:
    return hints_of(
        {
            _DIGITS: TWO_DIGITS,
            _JOINTED: r"live:|#|@|_|[a-z][.\-]?[a-z\d]?\d|[a-z][.\-][a-z]|\d[.\-][a-z]|\d[a-z]{4}|\d[a-z]{1,3}[.\-]?\d",
            _ALONE: r"(?:[^a-z\s]|\n|\s{8})\s*[a-z]{4,}(?:[ ,.;]*[^a-z ,.;]|[ ,.;]{8})",
            _LABELLED: rf"(?:{services.LABEL})[a-z]",
            _DOTTED: r"[a-z\d\-]\.[a-z\d\-]",
            _TOLD_WORKSPACE: _WORKSPACE_TOLD.pattern,
        }
    )


def find_joined(
    passage: Passage,
    history: Sequence[Utterance],
    words: Words,
    sender: str,
    signs: int | None = None,
    ways: int | None = None,
) -> list[Joined]:
    """Contacts that `passage`, the newest message, completes.

    `signs` are those that it shows and `ways` those open to it (`ways.ways_of`), where they are known.
    """
    if ways is None:
        ways = ways_of(passage.text, history, words)
    turns = [_turn(said, words) for said in history[-REACH:]]
    now = _Turn("", sender, passage.written, words, passage, signs)
    found = _digits(turns, now) or _as_one(turns, now, _pieced_number, Kind.PHONE) if ways & Way.NUMBER else []
    if ways & Way.ADDRESS:
        found += _address(turns, now) or _as_one(turns, now, email.find_told_apart, Kind.EMAIL)
    if not found and ways & Way.ANSWER:
        found = _link(turns, now) or _answers(turns, now, words)
    if not found and ways & Way.NAMED:
        found = _named_after(turns, now, words)
    if not found and ways & Way.WORKSPACE:
        found = _workspace(turns, now, words)
    return found


def _provider_in(turn: _Turn) -> tuple[str, int, int] | None:
    return email.provider_in(turn.passage) if not turn.message_id or turn.signs & Sign.SAID else None


#: How many messages back the next digits stand at most, and how long one between may be, in characters.
_FARTHEST, _SHORT_ASIDE = 3, 60


def _digits(turns: list[_Turn], now: _Turn) -> list[Joined]:
    """Digits of consecutive messages, this one last, that make exactly one dialable number."""
    called = bool(turns) and turns[-1].sender != now.sender and bool(_CALL.search(turns[-1].low))
    own = now.number if called or _number_may_go_on(turns) else None
    if own is None:
        return []
    if len(own[0]) >= 9:
        return _whole_answer(turns, now, own)
    chain: list[tuple[_Turn, str, int, int]] = [(now, *own)]
    bare = _is_bare(now, own)
    cue = bool(_OPENS_PHONE.search(now.low))
    asides = 0
    for turn in reversed(turns):
        number = turn.number
        if number is None:
            asides += 1
            cue = cue or bool(_OPENS_PHONE.search(turn.low))
            if asides >= _FARTHEST or len(turn.low) > _SHORT_ASIDE:
                break
            continue
        chain.insert(0, (turn, *number))
        cue = cue or bool(_OPENS_PHONE.search(turn.low))
        bare = bare and _is_bare(turn, number)
        digits = "".join([part[1] for part in chain])
        if len(digits) > 15:
            break
        before = turns[: turns.index(turn)][-2:]
        asked = cue or any(_OPENS_PHONE.search(earlier.low) for earlier in before)
        value = dialable(digits, cue=asked)
        goes_on = bool(_RESUMES.search(now.low)) and digits.startswith("0")
        if value and (asked or goes_on or (bare and digits.startswith("0"))):
            pieces = tuple(turn.piece(start, end) for turn, _, start, end in chain)
            return [Joined(Kind.PHONE, value, pieces, 0.88 if asked else 0.82, "conversation.pieces")]
        if 9 <= len(digits) <= 11 and any(_MEETING.search(turn.low) for turn, *_ in chain):
            pieces = tuple(turn.piece(start, end) for turn, _, start, end in chain)
            return [Joined(Kind.ZOOM, digits, pieces, 0.85, "conversation.pieces")]
    return []


def _number_may_go_on(turns: list[_Turn]) -> bool:
    """Whether digits stand so near that a number may go on from there: two short messages may stand between."""
    for turn in reversed(turns[-_FARTHEST:]):
        if turn.hints & _DIGITS:
            return True
        if len(turn.low) > _SHORT_ASIDE:
            return False
    return False


def _pieced_number(passage: Passage) -> list[Hit]:
    around = Surroundings(passage)
    if len(_FIGURE.findall(passage.low)) < FEWEST and not around.word_digits:
        return []
    if not (around.cues or (_BEGINS.search(passage.low) and _ENDS.search(passage.low))):
        return []
    bare = hide_other_numbers(passage)
    runs = digit_runs(bare, wordy=False, lettered=False, shortest=2)
    return [] if any(is_counted(bare, run) for run in runs) else find_pieced(bare, Surroundings(bare))


_FIGURE = regex.compile(r"\d")


#: The text says which piece comes first, and which last.
_BEGINS, _ENDS = fold_pattern(phones.PLACES[0]), fold_pattern(phones.PLACES[2])


#: Messages read as one text are short, and together no longer than this.
_ONE_TEXT, _APART = 160, "\n\n"


def _as_one(turns: list[_Turn], now: _Turn, find: Callable[[Passage], list[Hit]], kind: Kind) -> list[Joined]:
    """What a detector finds where the last messages are read as one text, each piece in its place."""
    chosen = [now]
    for turn in reversed(turns[-4:]):
        chosen.insert(0, turn)
        if (
            sum([len(one.low) for one in chosen]) > _ONE_TEXT
            or _OTHER_THING.search(turn.low)
            or _CLOSES.search(turn.low)
        ):
            return []
        text = _APART.join([one.passage.text for one in chosen])
        low = _APART.join([one.passage.low for one in chosen])
        for hit in find(Passage(text, text, low, None, None)):
            pieces: list[Piece] = []
            at = 0
            for one in chosen:
                end = at + len(one.low)
                pieces += [one.piece(max(a, at) - at, min(b, end) - at) for a, b in hit.ranges if a < end and at < b]
                at = end + len(_APART)
            if pieces[-1].message_id == now.message_id and len({piece.message_id for piece in pieces}) > 1:
                return [Joined(kind, hit.value, tuple(pieces), 0.85, "conversation.pieces")]
    return []


def _whole_answer(turns: list[_Turn], now: _Turn, own: tuple[str, int, int]) -> list[Joined]:
    """A whole number of any country that answers a request to call."""
    digits, start, end = own
    if (
        len(digits) > 13
        or not turns
        or not _CALL.search(turns[-1].low)
        or turns[-1].sender == now.sender
        or _OTHER_THING.search(now.low)
    ):
        return []
    value = dialable(digits, cue=True) or digits
    return [Joined(Kind.PHONE, value, (now.piece(start, end),), 0.82, "phone.labelled")]


def _only_number(turn: _Turn) -> tuple[str, int, int] | None:
    """The one number of a message that is no quantity, or None if there is none or more than one."""
    if not turn.hints & _DIGITS:
        return None
    passage = hide_other_numbers(turn.passage)
    runs = [run for run in digit_runs(passage, wordy=True, lettered=False, shortest=2) if not is_quantity(passage, run)]
    if len(runs) > 1:  # しし in a sentence is no 44
        runs = [run for run in runs if not run.words or len(run.digits) > 2]
    if len(runs) != 1:
        return None
    run = runs[0]
    before = passage.low[max(0, run.start - 2) : run.start].rstrip("-_")[-1:]
    if before.isascii() and before.isalpha() and not run.words:
        return None
    return run.digits, run.start, run.end


def _is_bare(turn: _Turn, number: tuple[str, int, int]) -> bool:
    return len(turn.low) - (number[2] - number[1]) <= 8


def _address(turns: list[_Turn], now: _Turn) -> list[Joined]:  # noqa: C901, PLR0911, PLR0912 - one way to split after another
    """An address whose local part and domain stand in different messages."""
    recent = turns[-5:]
    if joined := _run_on(recent, now):
        return [joined]
    named, local, end = _provider_in(now), _local_in(now), _end_in(now)
    domain = named or _domain_in(now)
    if not (domain or local or end):  # nothing that the messages before could complete
        return []
    mail = any(_OPENS_MAIL.search(turn.low) or _provider_in(turn) for turn in (*recent, now))
    if not mail or email.find_addresses(now.passage):
        return []
    if end and (joined := _ending(recent, now, end)):
        return [joined]
    if named and not (_GOES_ON.search(now.low) or any(_OPENS_MAIL.search(turn.low) for turn in recent)):
        return []
    if named and local and not (named[1] < local.end and local.start < named[2]):
        return _put_together(now, local, now, named)
    if domain:
        for turn in reversed(recent):
            if _CLOSES.search(turn.low):
                break
            local = _local_in(turn)
            if local:
                return _put_together(turn, local, now, domain, led=_led(turns, turn, local))
    if local and not _OTHER_THING.search(now.low):
        for turn in reversed(recent):
            if _CLOSES.search(turn.low):
                break
            known = _domain_in(turn, described=True)
            if known and _OPENS_MAIL.search(turn.low):
                return _put_together(now, local, turn, known, answer=True)
    return []


def _run_on(recent: list[_Turn], now: _Turn) -> Joined | None:
    """pon.poko / .koubou@ / gmail.com です: the texts written on end are an address."""
    if not recent or _ends_apart(recent[-1], now) or not may_show_at([turn.text for turn in (*recent[-3:], now)]):
        return None
    for count in range(1, min(3, len(recent)) + 1):
        turns = [*recent[-count:], now]
        if not any("@" in turn.passage.text for turn in turns):
            continue
        text, marks = "", []
        for turn in turns:
            inner = turn.passage.text.strip()
            shift = turn.passage.text.find(inner)
            marks.append((len(text), len(text) + len(inner), turn, shift))
            text += inner
        for hit in email.find_addresses(Passage(text, text, text.lower(), None, None)):
            parts = [
                (turn, max(hit.start, a) - a + shift, min(hit.end, b) - a + shift)
                for a, b, turn, shift in marks
                if hit.start < b and a < hit.end
            ]
            if (
                len(parts) > 1
                and parts[-1][0] is now
                and not any(email.find_addresses(turn.passage) for turn, _, _ in parts)
            ):
                return Joined(
                    Kind.EMAIL, hit.value, tuple(turn.piece(s, e) for turn, s, e in parts), 0.88, "conversation.pieces"
                )
    return None


#: A Japanese sentence that is over: no address runs on from here.
_OVER = regex.compile(r"[ぁ-んァ-ヶー一-龠][。？！?!…♪]+\s*\Z")


def _ends_apart(before: _Turn, now: _Turn) -> bool:
    """Whether no address can begin in the one and end in the other."""
    first = now.passage.text.lstrip()[:1]
    return not (first.isascii() or '"' in now.passage.text) or bool(_OVER.search(before.text[-8:]))


_ENDING = regex.compile(r"(?<![A-Za-z\d.])\.?(co\.jp|ne\.jp|com|jp|net)(?![A-Za-z\d])")


def _end_in(turn: _Turn) -> regex.Match[str] | None:
    return _ENDING.search(turn.low) if len(turn.low) <= 30 else None


def _ending(recent: list[_Turn], now: _Turn, end: regex.Match[str]) -> Joined | None:
    """co.jp です: the end of a domain whose provider and local part were said before."""
    for turn in reversed(recent):
        provider, local = _provider_in(turn), _local_in(turn)
        if provider and local:
            value = email.valid_address(local.value, provider[0].partition(".")[0] + "." + end[1])
            if value:
                pieces = (
                    turn.piece(local.start, local.end),
                    turn.piece(provider[1], provider[2]),
                    now.piece(*end.span()),
                )
                return Joined(Kind.EMAIL, value, pieces, 0.85, "conversation.pieces")
    return None


def _domain_in(turn: _Turn, *, described: bool = True) -> tuple[str, int, int] | None:
    for match in _DOMAIN.finditer(turn.passage.text) if turn.hints & _DOTTED else ():
        if email.is_usual(match["domain"].lower()):
            return match["domain"].lower(), match.start(), match.end()
    if described and (cue := _provider_in(turn)):
        return cue
    return None


#: In a longer message a handle is formed like one or introduced as one.
_SHORT = 48


def _local_in(turn: _Turn) -> Token | None:
    hints = turn.hints
    if not (hints & _JOINTED or (hints & _ALONE and (hints & _LABELLED or len(turn.low) <= _SHORT))):
        return None
    tokens = [
        token
        for token in handle_tokens(turn.passage, 0.6)
        if (
            token.strength >= 0.9
            or (token.strength >= 0.6 and (token.explicit or len(turn.low) <= len(token.value) + 10))
        )
        and not email.is_domain(token.value)
    ]
    return tokens[0] if len(tokens) == 1 else None


def _led(turns: list[_Turn], turn: _Turn, local: Token) -> str:
    """The local part with what the same person sent just before, if that dangles: kohaku. / narration."""
    at = turns.index(turn) if turn in turns else len(turns)
    if at == 0 or turns[at - 1].sender != turn.sender:
        return local.value
    match = regex.fullmatch(r"[^A-Za-z\d]*(?P<part>[A-Za-z\d][A-Za-z\d._-]*[._-])\s*", turns[at - 1].passage.text)
    return match["part"] + local.value if match else local.value


def _put_together(
    local_turn: _Turn,
    local: Token,
    domain_turn: _Turn,
    domain: tuple[str, int, int],
    *,
    answer: bool = False,
    led: str = "",
) -> list[Joined]:
    value = email.valid_address(led or local.value, domain[0])
    if not value:
        return []
    first, second = local_turn.piece(local.start, local.end), domain_turn.piece(domain[1], domain[2])
    pieces = (second, first) if answer else (first, second)
    return [Joined(Kind.EMAIL, value, pieces, 0.85, "conversation.pieces")]


_WORKSPACE_TOLD = fold_pattern(r"dot com|\.com|ドットコム|url|サービス名|ピリオド")


def _workspace(turns: list[_Turn], now: _Turn, words: Words) -> list[Joined]:
    """A team's name before, and now that Slack and .com follow it: copperfox / dot, the purple chat app, dot com."""
    if not turns or turns[-1].sender != now.sender or not now.signs & KINDS[Kind.SLACK]:
        return []
    if not now.hints & _TOLD_WORKSPACE:
        return []
    slack = [cue for cue in find_cues(now.passage, words, now.signs) if cue.kind is Kind.SLACK]
    local = _local_in(turns[-1]) or _last_word(turns[-1])
    if not slack or not local:
        return []
    pieces = (turns[-1].piece(local.start, local.end), now.piece(slack[0].start, slack[0].end))
    return [Joined(Kind.SLACK, f"{local.value}.slack.com", pieces, 0.85, "conversation.pieces")]


def _last_word(turn: _Turn) -> Token | None:
    match = regex.search(r"(?<![A-Za-z\d])(?P<word>[a-z\d][a-z\d-]{2,})\s*[.。]?\s*$", turn.passage.text)
    return (
        Token(match["word"], match.start("word"), match.end("word"), 0.5, explicit=False, at=False) if match else None
    )


def _answers(turns: list[_Turn], now: _Turn, words: Words) -> list[Joined]:
    """A handle that answers an open request for one, or follows the sender's own hint at a service."""
    opened = _opened(turns, now, words) if turns and not _OTHER_THING.search(now.low) else None
    if not opened:
        return []
    opener, kinds = opened
    if _OTHER_THING.search(opener.low) and not _SEEK.search(opener.low):
        return []
    tokens = [
        token
        for token in handle_tokens(now.passage)
        if token.strength >= 0.9
        or token.explicit
        or (
            token.strength >= 0.6
            and (is_named_behind(now.passage, token) or len(now.low.strip()) <= len(token.value) + 6)
        )
    ]
    found: list[Joined] = []
    if not tokens and (rest := _REST.match(now.passage.text)):
        token = Token(rest["part"], rest.start("part"), rest.end("part"), 0.0, explicit=False, at=False)
        if before := _fragment(turns, opener, now, token):
            pieces = (before[1].piece(before[2], before[3]), now.piece(token.start, token.end))
            return [Joined(kind, before[0] + token.value, pieces, 0.85, "handle.answer") for kind in kinds]
    for token in tokens[:2]:
        before = _fragment(turns, opener, now, token)
        value = (before[0] if before else "") + token.value
        parts = ((before[1].piece(before[2], before[3]),) if before else ()) + (now.piece(token.start, token.end),)
        found += [Joined(kind, value, parts, 0.85, "handle.answer") for kind in kinds]
        if before:
            break
    return found


_LINK_BEGUN = regex.compile(signs.LINK_BEGUN)
_LINK_ENDS = regex.compile(r"\s*(?P<rest>/?[A-Za-z\d_~.\-/]{3,40})")


def _link(turns: list[_Turn], now: _Turn) -> list[Joined]:
    """t.me/ / yuzu_tree: the texts written on end are an invitation."""
    before, rest = turns[-1], _LINK_ENDS.match(now.passage.text)
    begun = _LINK_BEGUN.search(before.passage.text) if rest else None
    if rest is None or begun is None or before.sender != now.sender or find_links(before.passage):
        return []
    start = before.passage.text.rfind(" ", 0, begun.end()) + 1
    head = before.passage.text[start : begun.end()].rstrip()
    text = head + "/" * (not head.endswith("/") and not rest["rest"].startswith("/")) + rest["rest"]
    pieces = (before.piece(start, start + len(head)), now.piece(*rest.span("rest")))
    links = find_links(Passage(text, text, text.lower(), None, None))
    return [Joined(hit.kind, hit.value, pieces, 0.88, "conversation.pieces") for hit in links[:1]]


def _named_after(turns: list[_Turn], now: _Turn, words: Words) -> list[Joined]:
    """yuzu_tree / これ、LINEです: the service of a name that the same person sent before."""
    cues = [cue for cue in find_cues(now.passage, words, now.signs) if not cue.topic]
    other = _CLOSES.search(now.low) or _OTHER_THING.search(now.low)
    if not cues or other or not _POINTS_BACK.search(now.low) or handle_tokens(now.passage, _FORMED):
        return []
    for back, turn in enumerate(reversed(turns[-3:])):
        if turn.sender != now.sender:
            if not back and not _QUESTION.search(turn.low):
                return []
            continue
        other = _OTHER_THING.search(turn.low) or _CLOSES.search(turn.low)
        tokens = [token for token in handle_tokens(turn.passage, _FORMED) if not email.is_domain(token.value)]
        if other or len(tokens) != 1 or len(turn.low) > len(tokens[0].value) + _ASIDE:
            return []
        pieces = (turn.piece(tokens[0].start, tokens[0].end), now.piece(cues[0].start, cues[0].end))
        return [Joined(kind, tokens[0].value, pieces, 0.85, "conversation.pieces") for kind in _kinds(cues)]
    return []


#: From here on a token is formed like a handle.
_FORMED = 0.9


def _opened(turns: list[_Turn], now: _Turn, words: Words) -> tuple[_Turn, list[Kind]] | None:
    """The turn that opened a request which still stands, and the services it named."""
    for back, turn in enumerate(reversed(turns)):
        cues = [cue for cue in find_cues(turn.passage, words, turn.signs) if not cue.topic]
        later = turns[len(turns) - back :]
        if cues and (
            _OPENS.search(turn.low) or _SEEK.search(now.low) or any(_OPENS.search(t.low) or _dangles(t) for t in later)
        ):
            if _CLOSES.search(turn.low) and turn.sender != now.sender:
                return None
            if (
                _gives_handle(turn, cues)
                and not _GOES_ON.search(turn.low)
                and not (_LIVE.search(turn.low) and turn.sender == now.sender)
            ):
                return None
            return turn, _kinds(cues)
        if (
            back >= 3
            or (
                len(turn.low) > _ASIDE
                and (turn.sender != now.sender or _QUESTION.search(turn.low))
                and not _SEEK.search(turn.low)
                and not _ASKS_NAME.search(turn.low)
            )
            or _CLOSES.search(turn.low)
        ):
            return None
    return None


def _dangles(turn: _Turn) -> bool:
    """Whether the turn ends on the first half of a handle: hanabi., sumida_."""
    return bool(regex.search(r"[A-Za-z\d][._-]\s*$", turn.passage.text))


def _gives_handle(turn: _Turn, cues: list[Cue]) -> bool:
    """Whether the turn already gives a whole handle itself."""
    return any(
        token.strength >= 0.9 and not any(cue.start < token.end and token.start < cue.end for cue in cues)
        for token in handle_tokens(turn.passage)
    )


def _kinds(cues: list[Cue]) -> list[Kind]:
    return list(dict.fromkeys(cue.kind for cue in cues))[:2]


def _ends_sentence(turn: _Turn, match: regex.Match[str]) -> bool:
    """Whether the dot behind a Latin word is a full stop: "… is long to type."."""
    before = turn.passage.text[: match.start()].rstrip()[-1:]
    return match["part"].endswith(".") and before.isascii() and before.isalnum()


def _fragment(turns: list[_Turn], opener: _Turn, now: _Turn, token: Token) -> tuple[str, _Turn, int, int] | None:
    """The first half of a handle in an earlier turn: live: のあと, tatami_, live:.cid.3e8f1a7b."""
    for turn in reversed(turns[turns.index(opener) :]):
        match = regex.search(
            r"(?<![A-Za-z\d])(?P<part>(?:live:(?:\.cid\.)?[\w.]*)|[A-Za-z\d][\w.\-]*[_.\-])(?=[^\w.\-]|$)",
            turn.passage.text,
        )
        if match and not token.value.startswith("live:") and not _ends_sentence(turn, match):
            return match["part"], turn, match.start(), match.end()
        match = regex.fullmatch(r"\s*(?P<part>[A-Za-z\d][A-Za-z\d_.\-]*)\s*(?P<more>ニ|ト|デ|ノアト.*)?\s*", turn.low)
        resumes = token.value[0] in "._-" or token.strength < 0.5
        if match and turn.sender == now.sender and (match["more"] or resumes):
            return (
                turn.passage.text[match.start("part") : match.end("part")],
                turn,
                match.start("part"),
                match.end("part"),
            )
    return None
