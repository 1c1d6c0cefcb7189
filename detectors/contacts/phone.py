"""Phone numbers, Japanese first.

Catches 090-1234-5678, ０３（１２３４）５６７８, 〇九〇の一二三四の五六七八, ぜろきゅうぜろ…, +44 20 7946 0018, (202) 555-0143,
O9O l234 5678, 090 then 1234 then 5678 where the text says so. Leaves dates, prices, order and tracking numbers, JAN and
ISBN codes, versions, addresses of machines, scores.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detectors.contacts.numbering import JP_MOBILE
from detectors.contacts.phone_pieces import find_pieced
from detectors.contacts.phone_reading import Lead, Reading, Surroundings, is_other_number, is_placeholder
from detectors.contacts.phone_series import has_letters_behind, is_series
from detectors.findings import Kind
from detectors.hits import Hit
from detectors.lexicon import phones as lexicon
from detectors.normalise import Passage, fold_pattern
from detectors.numerals import Run, digit_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNIT = fold_pattern(lexicon.UNIT)
_OTHERS = fold_pattern(rf"(?=[-\d¥$€£￥₩〒#a-f])(?:{lexicon.OTHER_NUMBERS})")
_PUT_TOGETHER = fold_pattern(lexicon.PUT_TOGETHER)
_HOUR = re.compile(r"(?:am|pm)(?![a-z])")
#: Digits of the longest and the shortest number.
_LONGEST, _SHORTEST = 15, 7
#: Groups of one run; a run of more is a table.
_MOST_GROUPS = 60


def find_phones(passage: Passage, *, wordy: bool = True, pieced: bool = True) -> list[Hit]:
    """Every phone number of the passage, in order.

    `wordy` reads digits that are not figures as well; `pieced` puts strewn digits together where nothing else was found.
    """
    passage = without_ordinals(passage)
    around = Surroundings(passage)
    wordy = wordy and around.word_digits
    hits = _among(passage, around, wordy=wordy)
    if not hits and wordy and _BARRED.search(passage.low) and (around.cues or _DIVIDED.search(passage.low)):
        hits = _among(passage, around, wordy=False)
    if around.others and any(_could_be_another(hit, passage.low) for hit in hits):
        hits = _among(hide_other_numbers(passage), around, wordy=wordy)
    if pieced and (around.zero_ahead or all([hit.rule == "phone.labelled" for hit in hits])):  # noqa: C419 - faster
        hits = find_pieced(passage, around) or hits
    return hits


#: Bars between figures, which are no ones: 080|||3716|||9425.
_DIVIDED = fold_pattern(r"仕切|区切|(?:棒|線|記号|パイプ)は|(?<![a-z])(?:bars?|pipes?|dividers?|separators?)(?![a-z])")
_BARRED = re.compile(r"\d\|+\d+\|+\d")


def without_ordinals(passage: Passage) -> Passage:
    """The passage without what numbers its lines, where they count up from one: 1) 070, 2) 1234, 3) 5678."""
    marks = list(_ORDINAL.finditer(passage.low)) if "\n" in passage.low else []
    if len(marks) < _FEWEST_ORDINALS or [int(mark[1]) for mark in marks] != list(range(1, len(marks) + 1)):
        return passage
    return passage.rewritten([(mark.start(), mark.end(), "、") for mark in marks])


_ORDINAL = re.compile(r"^[ \t]*(?:q|no\.?|step )?(\d{1,2})[).:](?!\d{1,2}:)[ \t]?", re.MULTILINE)
_FEWEST_ORDINALS = 3


def _could_be_another(hit: Hit, low: str) -> bool:
    """Whether a date, a price, a code or the like reaches into the number."""
    near = low[max(0, hit.start - 24) : hit.end + 24]
    at = min(hit.start, 24)
    length = hit.end - hit.start
    return any(match.start() < at + length and at < match.end() for match in _OTHERS.finditer(near))


def _among(passage: Passage, around: Surroundings, *, wordy: bool) -> list[Hit]:
    return [
        hit
        for run in digit_runs(passage, wordy=wordy, lettered=wordy, shortest=_SHORTEST)
        for hit in _in_run(run, passage, around)
    ]


def hide_other_numbers(passage: Passage) -> Passage:
    """The passage with dates, prices, codes and the like made unreadable."""
    return _hide(passage, _OTHERS)


def is_counted(passage: Passage, run: Run) -> bool:
    """Whether a unit says that the run counts something."""
    return bool(_UNIT.match(passage.low[run.end : run.end + 12]))


def is_quantity(passage: Passage, run: Run) -> bool:
    """Whether a unit or another number's label says that the run counts or names something else."""
    return bool(
        _UNIT.search(passage.low[run.end : run.end + 12])
        or is_other_number(passage.low[max(0, run.start - 40) : run.start])
    )


def _hide(passage: Passage, pattern: re.Pattern[str]) -> Passage:
    low, found = passage.low, False
    for match in pattern.finditer(low):
        found = True
        low = low[: match.start()] + "x" * len(match[0]) + low[match.end() :]
    if not found:
        return passage
    text = "".join(["x" if b == "x" != a.lower() else a for a, b in zip(passage.text, low, strict=True)])
    return Passage(passage.written, text, low, passage.starts, passage.ends)


def _in_run(run: Run, passage: Passage, around: Surroundings) -> Iterator[Hit]:
    """The best windows of whole groups, left to right."""
    groups = run.groups
    if is_placeholder(run.digits, said=around.placeholder) or is_series(run, passage.low, around):
        return
    first = 0
    while first < len(groups):
        if len(groups) > _MOST_GROUPS and (groups[first].digits[0] != "0" or len(groups[first].digits) == 1):
            first += 1  # in a table only what begins like a number is worth a look
            continue
        lead = Lead(run, first, passage.low)
        if first == 0 and (hit := _as_a_whole(run, lead, passage, around)):
            yield hit
            return
        best: tuple[float, int, Hit] | None = None
        digits = ""
        for last in range(first, len(groups)):
            digits += groups[last].digits
            if len(digits) > _LONGEST + 4:
                break
            if not _worth_a_look(digits, lead):
                continue
            hit = _assess(digits, run, (first, last), lead, passage, around)
            if hit and (best is None or (hit.confidence, last) > best[:2]):
                best = (hit.confidence, last, hit)
        if best:
            yield best[2]
            first = best[1] + 1
        else:
            first += 1


#: From here on the whole run beats every part of it.
_BEYOND_DOUBT = 0.95


def _as_a_whole(run: Run, lead: Lead, passage: Passage, around: Surroundings) -> Hit | None:
    """The run as one number, where no part of it could be a better one: asked first, since most are."""
    groups = run.groups
    digits = "".join([group.digits for group in groups])
    if len(digits) > _LONGEST or not _worth_a_look(digits, lead):
        return None
    hit = _assess(digits, run, (0, len(groups) - 1), lead, passage, around)
    sure = len(groups) == 1 or (lead.plus_said and run.words)
    return hit if hit and (sure or hit.confidence >= _BEYOND_DOUBT) else None


def _worth_a_look(digits: str, lead: Lead) -> bool:
    """Whether so many digits can be a number here: ten or eleven anywhere, others where something says so."""
    count = len(digits)
    if count in {10, 11}:
        return True
    if count < _SHORTEST:
        return False
    return (
        lead.plus
        or digits.startswith(("00", "01", "81"))
        or (count == 9 and digits[0] == "0")
        or count in {12, 13}
        or lead.labelled
    )


def _assess(
    digits: str, run: Run, window: tuple[int, int], lead: Lead, passage: Passage, around: Surroundings
) -> Hit | None:
    first, last = window
    whole = len(run.groups) == last + 1 - first
    groups = run.groups if whole else run.groups[first : last + 1]
    start, end = lead.start, groups[-1].end
    low = passage.low
    if _is_tail_of_code(digits, run, lead, around):
        return None
    if len(digits) in {12, 13} and digits[0] == "0" and _HOUR.match(low, end):
        digits, end = digits[:11], end - len(digits) + 11  # 08712300220 9am
    shape = "-".join([str(len(group.digits)) for group in groups])
    if len(groups) > 5 and len(digits) == len(groups):
        shape = "spaced"
    reading = Reading(digits, shape, run, whole=whole, lead=lead, around=around, end=end)
    verdict, reading = _without_particle(reading, low)
    if verdict is None:
        return None
    end = reading.end
    value, confidence = verdict
    confidence -= _doubt(reading, (first, last), value)
    if confidence < 0.5:
        return None
    rule = "phone.labelled" if not value.startswith("+") else "phone.disguised" if run.words else "phone.number"
    kind = Kind.WHATSAPP if lead.whatsapp else Kind.PHONE
    return Hit(kind, value, ((start - (low[start - 1 : start] == "+"), end),), min(confidence, 0.99), rule)


def _without_particle(reading: Reading, low: str) -> tuple[tuple[str, float] | None, Reading]:
    """The verdict and what it is of: a last ニ is left out where it is a particle and no two."""
    verdict, digits, end = reading.verdict(), reading.digits, reading.end
    if (verdict and verdict[0][0] == "+") or not (
        reading.run.words and low[end - 1] == "ニ" and len(digits) in {11, 12}
    ):
        return verdict, reading
    lead, around = reading.lead, reading.around
    shorter = Reading(
        digits[:-1], reading.shape, reading.run, whole=reading.whole, lead=lead, around=around, end=end - 1
    )
    better = shorter.verdict()
    return (better, shorter) if better or not verdict else (verdict, reading)


def _doubt(reading: Reading, window: tuple[int, int], value: str) -> float:
    """What counts against a number of so many of a run's groups, to be taken from its confidence."""
    lead, around, run, shape = reading.lead, reading.around, reading.run, reading.shape
    if lead.plus:
        return 0
    (first, last), low, end = window, around.low, reading.end
    doubt = 0.0
    if (
        not lead.labelled
        and not (JP_MOBILE.fullmatch(reading.digits) and around.denied)
        and (
            lead.otherwise
            or (
                (first == last or shape == "spaced" or reading.digits[0] != "0" or _is_listed(run, first, last))
                and _UNIT.match(low[end : end + 12])
            )
        )
    ):
        doubt += 0.5
    if not reading.whole and not lead.labelled and _is_cut_out(run, first, last, shape):
        doubt += 0.5
    if not value.startswith("+81") and not reading.expected and _is_among_others(run, first, last):
        doubt += 0.5
    if last + 1 < len(run.groups) and not (gap := run.groups[last + 1].gap).strip("-. ") and not {" ", "\n"} & set(gap):
        doubt += 0.3  # digits go on: a longer code
    if not reading.expected and has_letters_behind(low, end):
        doubt += 0.5
    return doubt


#: Between the items of a list, and between the parts of one: 0804-117、0804-126.
_LISTED, _JOINED = frozenset("、,;/\n"), frozenset("-.")


def _is_listed(run: Run, first: int, last: int) -> bool:
    """Whether a stroke or a comma stands between the groups: 090 / 1234 / 5678 mm."""
    return all([_LISTED & set(group.gap) for group in run.groups[first + 1 : last + 1]])  # noqa: C419 - faster


def _is_cut_out(run: Run, first: int, last: int, shape: str) -> bool:
    """Whether single digits go on behind the window, or it begins or ends amid the items of a list."""
    groups = run.groups
    if shape == "spaced" and last + 1 < len(groups):
        return True  # no number of that length
    gaps = [set(group.gap) for group in groups[first + 1 : last + 1]]
    listed = any([gap & _LISTED for gap in gaps])  # noqa: C419 - a list is faster
    if not listed:
        return False
    if first and shape not in _TOLD_IN_A_LIST and groups[first].gap == groups[first + 1].gap:
        return True
    cut = last + 1 < len(groups) and _JOINED.issuperset(groups[last + 1].gap)
    return cut and any(gap and gap <= _JOINED for gap in gaps)


#: A number may be told after others: 1、090、1234、5678.
_TOLD_IN_A_LIST = frozenset(["3-4-4", "spaced"])


def _is_among_others(run: Run, first: int, last: int) -> bool:
    """Whether digits go on before or behind as they do within, or a comma stands between some of them: 579 599、0325."""
    gaps = [group.gap for group in run.groups[first + 1 : last + 1]]
    listed = [gap for gap in gaps if _COMMAS & set(gap)]
    edges = [run.groups[at].gap for at in (first, last + 1) if 0 < at < len(run.groups)]
    return 0 < len(listed) < len(gaps) or bool(set(edges) & set(gaps))


_COMMAS = frozenset("、,")

#: Before a letter that stands alone: v0.90.1234.5678.
_NOT_LETTERS = frozenset(["", " ", "\n", "(", "「", ":"])


def _is_tail_of_code(digits: str, run: Run, lead: Lead, around: Surroundings) -> bool:
    """SKU1234567, AB-0901234, a negative number: the digits belong to what stands before them."""
    before = lead.before
    if not before or run.words or not (before[-1] in "_-" or (before[-1].isascii() and before[-1].isalpha())):
        return False
    if lead.labelled:
        return False
    if before[-1] == "-" and not before[:-1].strip():
        return True
    glued = before[-2:] if before[-1] in "_-" else before[-1]
    told = JP_MOBILE.fullmatch(digits) and (
        (before[-1] == "_" and len(run.groups) == 3)
        or ((before[-1] == "_" or before[-2:-1] in _NOT_LETTERS) and (around.cues or _PUT_TOGETHER.search(around.low)))
    )
    named = before[-1] == "_" and around.denied and [len(group.digits) for group in run.groups] == [3, 3, 4]
    return glued[0].isascii() and glued[0].isalpha() and not (told or named)
