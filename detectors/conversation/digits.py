"""Digits of several messages that make one number: 080のあと / 4412 / 7903です; ⓪⑨⓪① / ⑤⑧②⑨ / ⑥③⑦、ここまでで11個."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from detectors.contacts.numbering import JP_MOBILE, dialable, valid_with_country
from detectors.contacts.phone import hide_other_numbers, is_counted
from detectors.contacts.phone_pieces import FEWEST, find_pieced
from detectors.contacts.phone_reading import Surroundings
from detectors.conversation.numbers import COUNTED, HIDDEN, RESUMES, tells_how_many
from detectors.conversation.turns import DIGITS, OPENS_PHONE, OTHER_THING, Joined, Turn
from detectors.findings import Kind
from detectors.lexicon import dialogue, phones
from detectors.normalise import fold_pattern
from detectors.numerals import digit_runs

if TYPE_CHECKING:
    from detectors.hits import Hit
    from detectors.normalise import Passage

_MEETING, _OPENS_MEETING = fold_pattern(dialogue.MEETING), fold_pattern(dialogue.OPENS_MEETING)
#: A turn that says how a number begins; one that goes on from the last one.
_BEGINS_SO = fold_pattern(dialogue.BEGINS_SO)
_ON_AND_ON = fold_pattern(dialogue.ON_AND_ON)
_GUESSES = fold_pattern(dialogue.GUESSES)
_CALL = fold_pattern(
    r"電話|携帯|ケータイ|ワン切り|着信|ショートメ|(?<![a-z])(?:phone|mobile|cell|missed call|call you|ring you|text you)(?![a-z])"
)
_TO_REACH = fold_pattern(rf"{_CALL.pattern}|連絡|つなが|かけ(?:て|たい|ます)")
_OTHER_NUMBER = fold_pattern(dialogue.OTHER_NUMBER)
#: How many messages back the next digits stand at most, and how long one between may be, in characters; where one message
#: says how a number begins and another that here is its rest, they may stand as far apart as evidence reaches.
_FARTHEST, _SHORT_ASIDE = 3, 60


def digits_over(turns: list[Turn], now: Turn) -> list[Joined]:
    """Digits of consecutive messages, this one last, that make exactly one dialable number."""
    called = bool(turns) and turns[-1].sender != now.sender and bool(_CALL.search(turns[-1].low))
    resumes = bool(RESUMES.search(now.low))
    own = now.number if called or _number_may_go_on(turns, resumes=resumes) else None
    if own is None:
        return []
    if len(own[0]) >= 9:
        return _whole_answer(turns, now, own)
    chain: list[tuple[Turn, str, int, int]] = [(now, *own)]
    bare = _is_bare(now, own)
    cue = bool(OPENS_PHONE.search(now.low))
    asides = 0
    for turn in reversed(turns):
        far = asides >= _FARTHEST
        number = None if far and not _BEGINS_SO.search(turn.low) else _unless_repeated(turn, chain[0])
        if number is None:
            asides += 1
            cue = cue or bool(OPENS_PHONE.search(turn.low))
            if not resumes and (asides >= _FARTHEST or len(turn.low) > _SHORT_ASIDE):
                break
            continue
        chain.insert(0, (turn, *number))
        cue = cue or bool(OPENS_PHONE.search(turn.low))
        bare = bare and _is_bare(turn, number)
        digits = "".join([part[1] for part in chain])
        if len(digits) > 15:
            break
        before = turns[: turns.index(turn)][-2:]
        asked = cue or any(OPENS_PHONE.search(earlier.low) for earlier in before)
        abroad = _has_plus(*chain[0])
        value = valid_with_country(digits) if abroad else dialable(digits, cue=asked)
        goes_on = abroad or (digits.startswith("0") and (resumes or _is_told_as_one(chain, digits)))
        if value and any(map(is_of_another, (part[0] for part in chain))):
            return []
        if value and (asked or goes_on or (bare and digits.startswith("0"))):
            pieces = tuple(turn.piece(start, end) for turn, _, start, end in chain)
            return [Joined(Kind.PHONE, value, pieces, 0.88 if asked else 0.82, "conversation.pieces")]
        meeting = any(_MEETING.search(part[0].low) for part in chain) or any(
            _OPENS_MEETING.search(earlier.low) for earlier in before
        )
        if 9 <= len(digits) <= 11 and meeting:
            pieces = tuple(turn.piece(start, end) for turn, _, start, end in chain)
            return [Joined(Kind.ZOOM, digits, pieces, 0.85, "conversation.pieces")]
    return []


def _unless_repeated(turn: Turn, after: tuple[Turn, str, int, int]) -> tuple[str, int, int] | None:
    """The number of a turn, but of a guess that is said again after it: 下は1827ですか / はい、1827です."""
    number = turn.number
    guessed = number and number[0] == after[1] and turn.sender != after[0].sender and _GUESSES.search(turn.low)
    return None if guessed else number


def _number_may_go_on(turns: list[Turn], *, resumes: bool) -> bool:
    """Whether digits stand so near that a number may go on from there: two short messages may stand between."""
    for turn in reversed(turns if resumes else turns[-_FARTHEST:]):
        if turn.hints & DIGITS:
            return True
        if len(turn.low) > _SHORT_ASIDE and not resumes:
            return False
    return False


def _has_plus(turn: Turn, _digits: str, start: int, _end: int) -> bool:
    """Whether a plus stands before the digits: they begin with a country's code."""
    return turn.low[:start].rstrip(" (").endswith("+")


def is_of_another(turn: Turn) -> bool:
    """Whether it speaks of a number that no one calls, and of no call."""
    return bool(_OTHER_NUMBER.search(turn.low)) and not _TO_REACH.search(turn.low)


def _is_told_as_one(chain: list[tuple[Turn, str, int, int]], digits: str) -> bool:
    """Whether one person tells the parts of one number.

    090 / 5618 / で、2743 goes on; 0901 / 5829 / 637、11個です says how many there are; ⓪⑨⓪① / ⑤⑧②⑨ has no plain figure.
    """
    if len({part[0].sender for part in chain}) > 1:
        return False
    last = chain[-1][0].low
    in_three = [len(part[1]) for part in chain] == [3, 4, 4] and bool(_ON_AND_ON.search(last))
    return (
        in_three
        or tells_how_many(last, len(digits))
        or (
            bool(JP_MOBILE.fullmatch(digits))
            and not any([_DECIMAL.search(turn.piece(start, end).text) for turn, _, start, end in chain])  # noqa: C419
        )
    )


_DECIMAL = regex.compile(r"\d")


def _whole_answer(turns: list[Turn], now: Turn, own: tuple[str, int, int]) -> list[Joined]:
    """A whole number of any country that answers a request to call."""
    digits, start, end = own
    if (
        len(digits) > 13
        or not turns
        or not _CALL.search(turns[-1].low)
        or turns[-1].sender == now.sender
        or OTHER_THING.search(now.low)
    ):
        return []
    value = dialable(digits, cue=True) or digits
    return [Joined(Kind.PHONE, value, (now.piece(start, end),), 0.82, "phone.labelled")]


def _is_bare(turn: Turn, number: tuple[str, int, int]) -> bool:
    """Whether it says hardly more than the digits: neither whose they are nor what is done with them."""
    _, start, end = number
    before, behind = turn.low[:start].rstrip(), turn.low[end:].lstrip()
    if not before and _OVER.match(behind):
        return True
    if len(turn.low) - (end - start) > _BARE or behind.startswith("ヲ"):
        return False
    return not before.endswith("ハ") or bool(_PLACED.search(before))


#: The sentence of bare digits is over.
_OVER = regex.compile(r"(?:デス)?\s?[。!！♪]")
#: Characters beside the digits of a bare message.
_BARE = 8
_PLACED = fold_pattern("|".join([*phones.PLACES, dialogue.OPENS_PHONE]))


_FIGURE = regex.compile(r"\d")
#: The text says which piece comes first, and which last.
_BEGINS, _ENDS = fold_pattern(rf"{phones.PLACES[0]}|0[5-9]0(?:で|から)始"), fold_pattern(phones.PLACES[2])


def pieced_number(passage: Passage) -> list[Hit]:
    """A number that is put together as the text asks, where nothing in the text is counted."""
    around = Surroundings(passage)
    if (len(_FIGURE.findall(passage.low)) < FEWEST and not around.word_digits) or HIDDEN.search(passage.low):
        return []
    if _OTHER_NUMBER.search(passage.low) and not _TO_REACH.search(passage.low):
        return []
    if not (around.cues or (_BEGINS.search(passage.low) and _ENDS.search(passage.low))):
        return []
    bare = hide_other_numbers(passage)
    runs = digit_runs(bare, wordy=False, lettered=False, shortest=2)
    counted = any(is_counted(bare, run) or COUNTED.search(bare.low[max(0, run.start - 12) : run.start]) for run in runs)
    return [] if counted else find_pieced(bare, Surroundings(bare))
