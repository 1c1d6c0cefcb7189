"""Digits strewn over a text that says they are a number: put together, in the order the text gives, and exact.

Catches 090 then 1234 then 5678, 最初は090、最後は5678、真ん中は1234, ①090 ②1234 ③5678. Leaves stock counts, steps of a list,
area codes that are explained: only a whole that can be dialled counts, and the text must speak of a call or of joining.
Digits that are something else (an inside of a code, a decimal, a price, a count) are pieces only where the text says that
its figures are to be read as digits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.contacts.numbering import JP_MOBILE, valid_in
from detectors.contacts.phone_reading import is_counting, is_other_number, is_placeholder
from detectors.contacts.phone_series import are_named, is_in_table, is_scale
from detectors.findings import Kind
from detectors.hits import Hit
from detectors.lexicon import phones as lexicon
from detectors.normalise import apart, fold_pattern
from detectors.numerals import digit_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detectors.contacts.phone_reading import Surroundings
    from detectors.normalise import Passage
    from detectors.numerals import Group

_PUT_TOGETHER = fold_pattern(lexicon.PUT_TOGETHER)
_DIGITS_ONLY, _JOINS = fold_pattern(lexicon.DIGITS_ONLY), fold_pattern(lexicon.JOINS)
_NUMBER_TOPIC = fold_pattern(lexicon.NUMBER_TOPIC)
_CUE = fold_pattern(lexicon.CUE)
_NO_CALL = fold_pattern(lexicon.NO_CALL)
_PROCESSED = fold_pattern(lexicon.PROCESSED)
_OTHERS = fold_pattern(lexicon.OTHER_NUMBERS)
_QUANTITY = fold_pattern(lexicon.UNIT)
#: Digits that count the pieces, not pieces: 1つ目, 二番目, 下四桁, 2回.
_COUNTER = fold_pattern(
    r"\s?(?:つ目|つめ|番目|(?:段|行|列|投|g|ゲーム|試合|ラウンド|章|ページ|問)目|回(?!線|路)|個目|枚目|本目|桁|ケタ|けた|つに|つを|文字|度(?!\d)|digits?|numbers?|accounts?|pieces?|parts?|times)"
)
#: Before a word that says how many there are: all four, these three.
_ALL_OF = re.compile(r"(?<![a-z])(?:all|these|those|any|only|each of the|the (?:first|last|next|other)) $")
_ENUMERATED = re.compile(r"[⓪①-⑳❶-❿⑴-⒇]")
_FIRST, _MIDDLE, _LAST = (fold_pattern(rf"(?:{words})[^\d]{{0,8}}$") for words in lexicon.PLACES)
#: Digits of a text that is worth putting together.
FEWEST, _MOST, _MOST_GROUPS = 9, 60, 40


def find_pieced(passage: Passage, around: Surroundings) -> list[Hit]:
    """The number that the digits of the text make, if there is exactly one way to read them."""
    plain = _groups(passage, wordy=False)
    said = _groups(passage, wordy=True) if around.word_digits else []
    if len(plain) > _MOST_GROUPS or not any(
        FEWEST <= sum([len(group.digits) for group in groups]) <= _MOST for groups in (plain, said)
    ):
        return []
    bare = _without_marks(passage)
    zero = around.zero_ahead
    asks = zero or any(pattern.search(bare.low) for pattern in (_PUT_TOGETHER, _DIGITS_ONLY, _JOINS))
    for wordy in (False,) if zero or not said else (False, True):
        groups = [group for group in _groups(bare, wordy=wordy) if not _counts(group, bare)]
        if not asks and len(groups) > 1 and all(_LETTER_BEHIND.match(bare.low, group.end) for group in groups):
            continue
        if shaped := _shaped(groups, bare.low, around, asks=asks):
            return shaped
        placed = _in_their_places(groups, bare.low)
        for order in [placed, groups] if placed else [groups]:
            told = asks or order is placed or _is_all_there(groups, bare.low)
            if hits := list(_strewn(order, around, asks=told, zero=zero)):
                if order is placed or _is_borne_out(hits[0], groups, bare.low, around):
                    return hits
                break
    return []


def _is_all_there(groups: list[Group], low: str) -> bool:
    """Whether the figures of a text about a number are those of one mobile number, its prefix first."""
    return (
        bool(groups)
        and groups[0].digits in _MOBILE_PREFIXES
        and 0 <= sum([len(group.digits) for group in groups]) - _MOBILE <= _STRAY
        and _is_about_a_number(low)
    )


_MOBILE_PREFIXES, _MOBILE = frozenset(["050", "070", "080", "090"]), 11


def _is_borne_out(hit: Hit, groups: list[Group], low: str, around: Surroundings) -> bool:
    """Whether more than chance makes the number: it is told as one, or its pieces are nothing else and begin like one.

    The inside of a code, a decimal, a count or the like is a piece only where one sentence speaks both of a number to call
    and of its figures, or where the text has hardly any others and speaks of either.
    """
    chosen = [group for group in groups if (group.start, group.end) in hit.ranges]
    begun = bool(_PREFIX.fullmatch(chosen[0].digits))
    told = [said for said in _SENTENCE_END.split(low) if _DIGITS_ONLY.search(said) or _JOINS.search(said)]
    honest = [said for said in told if _PROCESSED.search(said) and not _CUE.search(_NO_CALL.sub("", said))]
    told = [said for said in told if said not in honest]
    if any(_is_about_a_number(said) for said in told):
        return True
    about = _is_about_a_number(low)
    if all(_stands_alone(group, low) for group in chosen) and (about or told or begun):
        return True
    spelled = sum(not low[group.start].isdigit() for group in chosen) >= _SPELLED
    if not (spelled or around.denied) and is_other_number(low[max(0, chosen[0].start - 40) : chosen[0].start]):
        return False
    rest = sum(len(group.digits) for group in groups) - sum(len(group.digits) for group in chosen)
    if rest > _STRAY:
        return about and bool(told) and (spelled or begun)
    return (
        spelled
        or around.zero_ahead
        or (about and (begun or bool(told)))
        or any(_DIGITS_ONLY.search(said) for said in told)
    )


_SENTENCE_END = re.compile(r"[。!?\n]|\. ")


def _is_about_a_number(low: str) -> bool:
    """Whether a call or a number to reach somebody by is spoken of."""
    return bool(_CUE.search(_NO_CALL.sub("", low)) or _NUMBER_TOPIC.search(low))


#: Figures beside a number that say nothing against it: 2枚目, 11桁.
_STRAY = 2
#: So many digits in words or kanji were spelled out for a reason.
_SPELLED = 3
#: A number's beginning as a piece of its own, or its first digit.
_PREFIX = re.compile(r"0(?:[5-9]0)?")


def _stands_alone(group: Group, low: str) -> bool:
    """Whether a piece is no inside of a code, no decimal, no price or date, and neither counted nor named otherwise."""
    before, behind = low[max(0, group.start - 2) : group.start], low[group.end : group.end + 2]
    return not (
        (before[-1:].isascii() and before[-1:].isalpha())
        or (behind[:1].isascii() and behind[:1].isalpha())
        or _DECIMAL.fullmatch(before)
        or _DECIMAL.fullmatch(behind[::-1])
        or _QUANTITY.match(low[group.end : group.end + 12])
        or _COUNTED.match(low, group.end)
        or is_other_number(low[max(0, group.start - 40) : group.start])
        or any(
            match.start() < group.end and group.start < match.end()
            for match in _OTHERS.finditer(low, max(0, group.start - 12), group.end + 12)
        )
    )


_DECIMAL = re.compile(r"\d[.,]")


def _groups(passage: Passage, *, wordy: bool) -> list[Group]:
    return [group for run in digit_runs(passage, wordy=wordy, lettered=False, shortest=1) for group in run.groups]


def _without_marks(passage: Passage) -> Passage:
    """The passage without what numbers its pieces: ①090 ②1234, パーツ1=090, A:090."""
    edits = [(match.start(), match.end(), "\n") for match in _MARKS.finditer(passage.low)]
    edits += [(match.start(), match.end(), "") for match in _THOUSANDS.finditer(passage.low)]
    if _ENUMERATED.search(passage.written):
        for at in range(len(passage.low)):
            span = passage.span_as_written(at, at + 1)
            if _ENUMERATED.match(passage.written, span.start) and not (
                _ENUMERATED.match(passage.written, span.end)
                or _ENUMERATED.match(passage.written, max(0, span.start - 1))
            ):
                edits.append((at, at + 1, "\n"))
    return passage.rewritten(apart(edits)) if edits else passage


_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?![\d,]))(?<![\d,]{4})")
_MARKS = fold_pattern(
    r"(?:パーツ|その|ヒント|パート|(?<![a-z])(?:part|piece|step|no\.?|clue) ?)[1-5一二三](?=[^\d一-龠])|(?<![a-z\d])[a-c][:=)．](?=\s?\d)"
)


def _shaped(groups: list[Group], low: str, around: Surroundings, *, asks: bool) -> list[Hit]:
    """Three, four and four digits, nothing else between the same marks: 090にゃん1234にゃん5678."""
    for one, two, three in zip(groups, groups[1:], groups[2:], strict=False):
        digits = one.digits + two.digits + three.digits
        if (len(one.digits), len(two.digits)) != (3, 4) or not JP_MOBILE.fullmatch(digits):
            continue
        if is_placeholder(digits, said=around.placeholder):
            continue
        gaps = low[one.end : two.start], low[two.end : three.start]
        if _are_codes((one, two, three), gaps, low) and not asks:
            continue
        if is_other_number(low[max(0, one.start - 40) : one.start]) and not around.denied:
            continue
        if are_named((one, two, three), low) or is_in_table(low, one.start):
            continue
        if max(map(len, gaps)) <= _CLOSE and not any(
            _COUNTED.match(gap) for gap in (*gaps, low[three.end : three.end + 4])
        ):
            return [
                Hit(
                    Kind.PHONE,
                    "+81" + digits[1:],
                    tuple((g.start, g.end) for g in (one, two, three)),
                    0.8,
                    "phone.pieced",
                )
            ]
    return []


def _are_codes(groups: tuple[Group, ...], gaps: tuple[str, ...], low: str) -> bool:
    """Whether the groups are the end of a code (INV-080) or cells of a table, and no call is the topic."""
    tail = bool(_LETTERS_BEFORE.search(low[max(0, groups[0].start - 4) : groups[0].start]))
    cells = all("|" in gap or _CELL.search(gap) for gap in gaps)
    return (tail or cells) and not _CUE.search(_NO_CALL.sub("", low))


#: What makes a group a code of its own: 080A、1204M.
_LETTER_BEHIND = re.compile(r"[a-z](?![a-z\d])")
_LETTERS_BEFORE = re.compile(r"[a-z]{2}[-_]$")
_CELL = fold_pattern(r"[列行欄段]")


#: Marks between the groups of a number, in characters; what is counted or dated is none.
_CLOSE = 8
_COUNTED = fold_pattern(
    r"\s?(?:[行列](?=[をはとで、。分目])|秒|ミリ|センチ|メートル|グラム|歩|拍|倍|円|個|本|枚|点|人|名|件|冊|箱|年|月|日|時|分|号|階|番|ページ|頁|回|度|kg|g|ml|mm|cm|m|px)"
)


def _counts(group: Group, passage: Passage) -> bool:
    """Whether a digit numbers the pieces or says how many there are."""
    if len(group.digits) > 2:
        return False
    span = passage.span_as_written(group.start, group.end)
    low = passage.low
    if _COUNTER.match(low, group.end):
        return True
    if low[group.start].isalpha() and low[group.start].isascii() and _ALL_OF.search(low[: group.start][-12:]):
        return True
    single = len(group.digits) == 1 and span.end - span.start == 1
    return (
        single
        and bool(_ENUMERATED.match(passage.written, span.start))
        and not _ENUMERATED.match(passage.written, span.end)
    )


def _in_their_places(groups: list[Group], low: str) -> list[Group]:
    """The groups as the text places them, where it says so of any two: 最後は5678、最初は090."""
    if not 1 < len(groups) <= _MOST_PLACED:
        return []
    places: list[int] = []
    for at, group in enumerate(groups):
        before = low[max(groups[at - 1].end if at else 0, group.start - 16) : group.start]
        place = 0 if _FIRST.search(before) else 2 if _LAST.search(before) else 1 if _MIDDLE.search(before) else -1
        places.append(place)
    told = [place for place in places if place >= 0]
    if len(set(told)) < 2:
        return []
    if len(told) == len(groups) - 1 and -1 in places:
        missing = {0, 1, 2} - set(told)
        places = [min(missing, default=1) if place < 0 else place for place in places]
    return [group for _, group in sorted(zip(places, groups, strict=True), key=lambda pair: pair[0])]


#: Pieces that a text may place one by one.
_MOST_PLACED = 5


def _strewn(groups: list[Group], around: Surroundings, *, asks: bool, zero: bool) -> Iterator[Hit]:
    for first, group in enumerate(groups):
        if zero and group.digits == "0":
            continue
        digits = "0" if zero and group.digits[0] != "0" else ""
        for last in range(first, len(groups)):
            digits += groups[last].digits
            if len(digits) > 11:
                break
            if len(digits) < 10 or (last == first and not zero):
                continue
            chosen = groups[first : last + 1]
            start, end = min(g.start for g in chosen), max(g.end for g in chosen)
            if not (asks or around.cue_near(start, end, 40)) or (not asks and end - start > _FAR):
                continue
            if _is_part(groups, first, last, told=bool(_JOINS.search(around.low))) or is_scale(
                groups[first : last + 1]
            ):
                continue
            if value := _dialled(digits, chosen, around, asks=asks):
                ranges = tuple(sorted((g.start, g.end) for g in chosen))
                yield Hit(Kind.PHONE, value, ranges, 0.85 if asks else 0.8, "phone.pieced")
                return


#: A landline is told in few pieces; an American number, which begins like any other, not all over the text.
_FEW, _FAR_ABROAD = 4, 110


def _is_part(groups: list[Group], first: int, last: int, *, told: bool) -> bool:
    """Whether the pieces begin with a bare area code or amid a list, or single digits go on behind: a list or a sample."""
    chosen = groups[first : last + 1]
    if len(chosen) > 2 and all(group.digits[0] == "0" for group in chosen):
        return True  # area codes
    if first and _is_cut_off(groups[first - 1], chosen):
        return True
    in_pairs = all(len(group.digits) != _AREA_CODE for group in chosen)
    if (
        chosen[0].digits[0] == "0"
        and len(chosen[0].digits) == 2
        and not (in_pairs or told)
        and chosen[-1].end - chosen[0].start > _TIGHT
    ):
        return True
    behind = groups[last + 1] if last + 1 < len(groups) else None
    return (
        behind is not None
        and len(behind.digits) == len(chosen[-1].digits) == 1
        and 0 <= behind.start - chosen[-1].end <= _BESIDE
    )


def _is_cut_off(before: Group, chosen: list[Group]) -> bool:
    """Whether the piece before is one more item of the list that they begin with: 303, 606, 808 and 909."""
    lengths = {len(before.digits), *[len(group.digits) for group in chosen[:2]]}
    return lengths == {_AREA_CODE} and chosen[0].digits[0] != "0" and chosen[0].start - before.end <= _TIGHT


_AREA_CODE = 3
#: A number in pairs or with commas is no longer than this.
_TIGHT = 16
#: Characters between single digits that belong together.
_BESIDE = 3
#: So far may the pieces stand apart where no word says that they belong together.
_FAR = 60


def _dialled(digits: str, groups: list[Group], around: Surroundings, *, asks: bool) -> str:
    if is_placeholder(digits, said=around.placeholder) or is_counting(digits, len(groups)):
        return ""
    if JP_MOBILE.fullmatch(digits):
        return "+81" + digits[1:]
    if not asks or len(digits) != 10:
        return ""
    if digits[0] == "0":
        few = len(groups) <= _FEW or all(len(group.digits) == 1 for group in groups[1:])
        return valid_in(digits, "JP") if around.cues and few else ""
    if around.japanese or groups[-1].end - groups[0].start > _FAR_ABROAD:
        return ""
    return valid_in(digits, "US") or valid_in(digits, "CA")
