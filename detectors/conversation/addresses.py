"""An address over several messages: pon.poko / .koubou@ / gmail.com です."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from detectors.contacts import email
from detectors.conversation.choices import place_picked
from detectors.conversation.turns import (
    CLOSES,
    DOTTED,
    GOES_ON,
    OPENS_MAIL,
    OTHER_THING,
    Joined,
    Turn,
    local_in,
    provider_in,
)
from detectors.findings import Kind
from detectors.lexicon import dialogue
from detectors.normalise import Passage, fold_pattern
from detectors.ways import may_show_at

if TYPE_CHECKING:
    from detectors.contacts.handles import Token

_GUESSES = fold_pattern(dialogue.GUESSES)
#: A question about how something looks or is sent at a provider.
_FOR_MAIL = fold_pattern(
    r"向け|用の|用に|形式|対応|配信|表示|書き出|(?<![a-z])(?:format|export|import|template|render|client|version)(?![a-z])"
)
_DOMAIN = regex.compile(r"(?<![A-Za-z\d.@])@?\s?(?P<domain>[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+)(?![A-Za-z\d@.])")


def address_over(turns: list[Turn], now: Turn) -> list[Joined]:  # noqa: C901, PLR0911, PLR0912 - one way to split after another
    """An address whose local part and domain stand in different messages."""
    recent = turns[-5:]
    if joined := _run_on(recent, now):
        return [joined]
    if _GUESSES.search(recent[-1].low if recent else "") and (joined := _provider_chosen(recent, now)):
        return [joined]
    named, local, end = provider_in(now), local_in(now), _end_in(now)
    domain = named or _domain_in(now)
    if not (domain or local or end):  # nothing that the messages before could complete
        return []
    mail = any(OPENS_MAIL.search(turn.low) or provider_in(turn) for turn in (*recent, now))
    if not mail or email.find_addresses(now.passage):
        return []
    if end and (joined := _ending(recent, now, end)):
        return [joined]
    if named and not (GOES_ON.search(now.low) or any(OPENS_MAIL.search(turn.low) for turn in recent)):
        return []
    if named and local and not (named[1] < local.end and local.start < named[2]):
        return _put_together(now, local, now, named)
    if domain:
        for turn in reversed(recent):
            if CLOSES.search(turn.low):
                break
            local = local_in(turn)
            if local:
                return _put_together(turn, local, now, domain, led=_led(turns, turn, local))
    if local and not OTHER_THING.search(now.low):
        for turn in reversed(recent):
            if CLOSES.search(turn.low):
                break
            known = _domain_in(turn, described=True)
            if known and OPENS_MAIL.search(turn.low):
                return _put_together(now, local, turn, known, answer=True)
    return []


def _provider_chosen(recent: list[Turn], now: Turn) -> Joined | None:
    """アカウントは ema.furoshiki です / うしろはヤフーですか、Gメールですか / 後者です."""
    providers = email.providers_in(recent[-1].passage) if recent[-1].sender != now.sender else []
    place = place_picked(now) if len(providers) > 1 and not _FOR_MAIL.search(recent[-1].low) else None
    if place is None or place >= len(providers):
        return None
    for turn in reversed(recent):
        local = local_in(turn)
        if local and (value := email.valid_address(local.value, providers[place][0])):
            named = recent[-1].piece(*providers[place][1:])
            return Joined(
                Kind.EMAIL,
                value,
                (turn.piece(local.start, local.end), named, now.piece(0, len(now.low))),
                0.85,
                "conversation.revised",
            )
    return None


def _run_on(recent: list[Turn], now: Turn) -> Joined | None:
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
                if max(hit.start, a) < min(hit.end, b)  # an empty message is no piece
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


def _ends_apart(before: Turn, now: Turn) -> bool:
    """Whether no address can begin in the one and end in the other."""
    first = now.passage.text.lstrip()[:1]
    return not (first.isascii() or '"' in now.passage.text) or bool(_OVER.search(before.text[-8:]))


_ENDING = regex.compile(r"(?<![A-Za-z\d.])\.?(co\.jp|ne\.jp|com|jp|net)(?![A-Za-z\d])")


def _end_in(turn: Turn) -> regex.Match[str] | None:
    return _ENDING.search(turn.low) if len(turn.low) <= 30 else None


def _ending(recent: list[Turn], now: Turn, end: regex.Match[str]) -> Joined | None:
    """co.jp です: the end of a domain whose provider and local part were said before."""
    for turn in reversed(recent):
        provider, local = provider_in(turn), local_in(turn)
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


def _domain_in(turn: Turn, *, described: bool = True) -> tuple[str, int, int] | None:
    for match in _DOMAIN.finditer(turn.passage.text) if turn.hints & DOTTED else ():
        if email.is_usual(match["domain"].lower()):
            return match["domain"].lower(), match.start(), match.end()
    if described and (cue := provider_in(turn)):
        return cue
    return None


def _led(turns: list[Turn], turn: Turn, local: Token) -> str:
    """The local part with what the same person sent just before, if that dangles: kohaku. / narration."""
    at = turns.index(turn) if turn in turns else len(turns)
    if at == 0 or turns[at - 1].sender != turn.sender:
        return local.value
    match = regex.fullmatch(r"[^A-Za-z\d]*(?P<part>[A-Za-z\d][A-Za-z\d._-]*[._-])\s*", turns[at - 1].passage.text)
    return match["part"] + local.value if match else local.value


def _put_together(
    local_turn: Turn,
    local: Token,
    domain_turn: Turn,
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
