"""A name that answers a request for it, or that a service named after it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from detectors.contacts import email
from detectors.contacts.handles import STRONG, Token, handle_tokens, is_named_behind
from detectors.contacts.links import find_links
from detectors.contacts.services import Cue, find_cues
from detectors.conversation.turns import CLOSES, OTHER_THING, TOLD_WORKSPACE, Joined, Turn, local_in
from detectors.findings import Kind
from detectors.gate import KINDS
from detectors.lexicon import dialogue, ordinary, signs
from detectors.normalise import Passage, fold_pattern

if TYPE_CHECKING:
    from detectors.findings import Piece
    from detectors.words import Words

#: How long a message between two pieces may be, in characters.
_ASIDE = 16
#: How long an objection to a request may be that is answered in spite of it with a name and nothing else; what asks for
#: another thing is none.
_OBJECTION = 40
_WHAT = fold_pattern(r"何|なに|どの|どれ|どう|いつ|いくら|(?<![a-z])(?:what|which|how|when|where)(?![a-z])")
_ONLY_A_NAME = fold_pattern(
    r"^[^a-z\d]{0,8}(?:(?:oh|ok|okay|well|sure|fine|alright|here)[ ,.:]{1,3}){0,3}[a-z\d_.\-]{4,31}(?:です|\W)*$"
)
_OPENS = fold_pattern(dialogue.OPENS)
_SEEK = fold_pattern(r"検索|追加|友だち|友達|登録|search|add me|find me|look me up")
#: A message that is the second half of a handle and little else: 1jo です.
_REST = regex.compile(
    r"\s*(?P<part>[A-Za-z\d_.\-][A-Za-z\d_.\-]*)\s*(?:$|です|だよ|で|と|に|を|まで|って|[。！!、,.♪〜~]|[:：](?!\s?[A-Za-z\d]))(?![A-Za-z])"
)
_LIVE = regex.compile(r"live:")
_ASKS_NAME = fold_pattern(dialogue.ASKS_NAME)
_HALF_GIVEN = fold_pattern(dialogue.HALF_GIVEN)
_JOINED = fold_pattern(dialogue.JOINED)
_POINTS_BACK = fold_pattern(dialogue.POINTS_BACK)
_QUESTION = regex.compile(r"[?？]|カ[。\s]*$|カッ|教エテ")


def workspace_over(turns: list[Turn], now: Turn, words: Words) -> list[Joined]:
    """A team's name before, and now that Slack and .com follow it: copperfox / dot, the purple chat app, dot com."""
    if not turns or turns[-1].sender != now.sender or not now.signs & KINDS[Kind.SLACK]:
        return []
    if not now.hints & TOLD_WORKSPACE:
        return []
    slack = [cue for cue in find_cues(now.passage, words, now.signs) if cue.kind is Kind.SLACK]
    local = local_in(turns[-1]) or _last_word(turns[-1])
    if not slack or not local:
        return []
    pieces = (turns[-1].piece(local.start, local.end), now.piece(slack[0].start, slack[0].end))
    return [Joined(Kind.SLACK, f"{local.value}.slack.com", pieces, 0.85, "conversation.pieces")]


def _last_word(turn: Turn) -> Token | None:
    match = regex.search(r"(?<![A-Za-z\d])(?P<word>[a-z\d][a-z\d-]{2,})\s*[.。]?\s*$", turn.passage.text)
    return (
        Token(match["word"], match.start("word"), match.end("word"), 0.5, explicit=False, at=False) if match else None
    )


def answered(turns: list[Turn], now: Turn, words: Words) -> list[Joined]:
    """A handle that answers an open request for one, or follows the sender's own hint at a service."""
    opened = _opened(turns, now, words) if turns and not OTHER_THING.search(now.low) else None
    if not opened:
        return []
    opener, kinds = opened
    if OTHER_THING.search(opener.low) and not _SEEK.search(opener.low):
        return []
    tokens = [
        token
        for token in handle_tokens(now.passage)
        if token.strength >= STRONG
        or token.explicit
        or (
            token.strength >= 0.6
            and (is_named_behind(now.passage, token) or len(now.low.strip()) <= len(token.value) + 6)
        )
    ]
    found: list[Joined] = []
    if not tokens and (rest := _REST.match(now.passage.text)):
        token = Token(rest["part"], rest.start("part"), rest.end("part"), 0.0, explicit=False, at=False)
        if before := _fragments(turns, opener, now, token):
            value = "".join([part.text for part in before]) + token.value
            pieces = (*[part.piece() for part in before], now.piece(token.start, token.end))
            return [Joined(kind, value, pieces, 0.85, "handle.answer") for kind in kinds]
    for token in tokens[:2]:
        before = _fragments(turns, opener, now, token)
        value = "".join([part.text for part in before]) + token.value
        parts = (*[part.piece() for part in before], now.piece(token.start, token.end))
        found += [Joined(kind, value, parts, 0.85, "handle.answer") for kind in kinds]
        if before:
            break
    return found


_LINK_BEGUN = regex.compile(signs.LINK_BEGUN)
_LINK_ENDS = regex.compile(
    r"\s*(?:(?:(?:あと|続き|残り)は|(?i:(?:and )?then|the rest(?: is)?):?)\s*)?(?P<rest>/?(?:j/\d(?: ?\d){8,10}|[A-Za-z\d_~.\-/]{3,40}))"
)
#: So many messages back a link may have begun.
_BEGUN_LINK = 2


def link_over(turns: list[Turn], now: Turn) -> list[Joined]:
    """t.me/ / yuzu_tree: the texts written on end are an invitation."""
    before = next((turn for turn in reversed(turns[-_BEGUN_LINK:]) if turn.sender == now.sender), None)
    rest = _LINK_ENDS.match(now.passage.text)
    begun = _LINK_BEGUN.search(before.passage.text) if rest and before else None
    if before is None or rest is None or begun is None or find_links(before.passage):
        return []
    start = before.passage.text.rfind(" ", 0, begun.end()) + 1
    head = before.passage.text[start : begun.end()].rstrip()
    text = head + "/" * (not head.endswith("/") and not rest["rest"].startswith("/")) + rest["rest"].replace(" ", "")
    pieces = (before.piece(start, start + len(head)), now.piece(*rest.span("rest")))
    links = find_links(Passage(text, text, text.lower(), None, None))
    return [Joined(hit.kind, hit.value, pieces, 0.88, "conversation.pieces") for hit in links[:1]]


def named_after(turns: list[Turn], now: Turn, words: Words) -> list[Joined]:
    """yuzu_tree / これ、LINEです: the service of a name that the same person sent before."""
    cues = [cue for cue in find_cues(now.passage, words, now.signs) if not cue.topic]
    other = CLOSES.search(now.low) or OTHER_THING.search(now.low)
    if not cues or other or not _POINTS_BACK.search(now.low) or handle_tokens(now.passage, STRONG):
        return []
    for back, turn in enumerate(reversed(turns[-3:])):
        if turn.sender != now.sender:
            if not back and not _QUESTION.search(turn.low):
                return []
            continue
        other = OTHER_THING.search(turn.low) or CLOSES.search(turn.low)
        tokens = [token for token in handle_tokens(turn.passage, STRONG) if not email.is_domain(token.value)]
        if other or len(tokens) != 1 or len(turn.low) > len(tokens[0].value) + _ASIDE:
            return []
        pieces = (turn.piece(tokens[0].start, tokens[0].end), now.piece(cues[0].start, cues[0].end))
        return [Joined(kind, tokens[0].value, pieces, 0.85, "conversation.pieces") for kind in _kinds(cues)]
    return []


def _opened(turns: list[Turn], now: Turn, words: Words) -> tuple[Turn, list[Kind]] | None:
    """The turn that opened a request which still stands, and the services it named."""
    bare = bool(_ONLY_A_NAME.match(now.low))
    for back, turn in enumerate(reversed(turns)):
        cues = [cue for cue in find_cues(turn.passage, words, turn.signs) if not cue.topic]
        later = turns[len(turns) - back :]
        halved = bool(_HALF_GIVEN.search(turn.low) or (not back and _JOINED.search(now.low)))
        if cues and (
            _OPENS.search(turn.low)
            or (halved and _LIVE.search(turn.low))
            or _SEEK.search(now.low)
            or any(_OPENS.search(t.low) or _dangles(t) for t in later)
        ):
            if CLOSES.search(turn.low) and turn.sender != now.sender:
                return None
            if _gives_handle(turn, cues) and not halved and not (_LIVE.search(turn.low) and turn.sender == now.sender):
                return None
            return turn, _kinds(cues)
        if (
            back >= 3
            or (
                len(turn.low) > _ASIDE
                and (turn.sender != now.sender or _QUESTION.search(turn.low))
                and not _SEEK.search(turn.low)
                and not _ASKS_NAME.search(turn.low)
                and (not bare or len(turn.low) > _OBJECTION or _WHAT.search(turn.low))
            )
            or CLOSES.search(turn.low)
            or (not cues and OTHER_THING.search(turn.low) and (_QUESTION.search(turn.low) or _WHAT.search(turn.low)))
        ):
            return None
    return None


def _dangles(turn: Turn) -> bool:
    """Whether the turn ends on the first half of a handle: hanabi., sumida_."""
    return bool(regex.search(r"[A-Za-z\d][._-]\s*$", turn.passage.text))


def _gives_handle(turn: Turn, cues: list[Cue]) -> bool:
    """Whether the turn already gives a whole handle itself."""
    return any(
        token.strength >= STRONG and not any(cue.start < token.end and token.start < cue.end for cue in cues)
        for token in handle_tokens(turn.passage)
    )


def _kinds(cues: list[Cue]) -> list[Kind]:
    return list(dict.fromkeys(cue.kind for cue in cues))[:2]


def _ends_sentence(turn: Turn, match: regex.Match[str]) -> bool:
    """Whether the dot behind a Latin word is a full stop: "… is long to type."."""
    before = turn.passage.text[: match.start()].rstrip()[-1:]
    return match["part"].endswith(".") and before.isascii() and before.isalnum()


class _Fragment(NamedTuple):
    """A part of a handle in an earlier turn."""

    turn: Turn
    start: int
    end: int

    @property
    def text(self) -> str:
        """The part as the handle has it."""
        return self.turn.passage.text[self.start : self.end]

    def piece(self) -> Piece:
        """The part as it was written."""
        return self.turn.piece(self.start, self.end)


_FRAGMENT = regex.compile(
    r"(?<![A-Za-z\d])(?P<part>(?:live:(?:\.cid\.)?[\w.]*)|[A-Za-z\d][\w.\-]{0,40}[_.\-])(?=[^\w.\-]|$)"
)
_BARE = regex.compile(r"\s*(?P<part>[A-Za-z\d][A-Za-z\d_.\-]*)(?:\s*(?P<more>ニ|ト|デ|ノアト.*))?\s*")


def _fragments(turns: list[Turn], opener: Turn, now: Turn, token: Token) -> list[_Fragment]:
    """Everything said before the token that belongs to its handle, in order: neji. / maki_ / dori."""
    last = _fragment(turns, opener, now, token)
    if last is None:
        return []
    at = turns.index(last.turn)
    ahead: list[_Fragment] = []
    for turn in reversed(turns[turns.index(opener) : at]):
        match = _FRAGMENT.search(turn.passage.text)
        if not match or turn.sender != now.sender or not _dangles(turn) or _ends_sentence(turn, match):
            break
        ahead.insert(0, _Fragment(turn, *match.span("part")))
    between = [
        _Fragment(turn, *match.span("part"))
        for turn in turns[at + 1 :]
        if turn.sender == now.sender and (match := _BARE.fullmatch(turn.low)) and not ordinary.is_common(match["part"])
    ]
    return [*ahead, last, *between]


def _fragment(turns: list[Turn], opener: Turn, now: Turn, token: Token) -> _Fragment | None:
    """The nearest part of a handle in an earlier turn: live: のあと, tatami_, live:.cid.3e8f1a7b."""
    for turn in reversed(turns[turns.index(opener) :]):
        match = _FRAGMENT.search(turn.passage.text)
        if match and not token.value.startswith("live:") and not _ends_sentence(turn, match):
            return _Fragment(turn, *match.span("part"))
        match = _BARE.fullmatch(turn.low)
        joins = token.value[0] in "._-"
        if match and turn.sender == now.sender and (match["more"] or joins or token.strength < 0.5):
            return _Fragment(turn, *match.span("part"))
        if joins and turn.sender == now.sender and (word := _last_word(turn)) and turn is turns[-1]:
            return _Fragment(turn, word.start, word.end)
    return None
