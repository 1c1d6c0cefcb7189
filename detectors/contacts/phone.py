"""Phone numbers, Japanese first.

Catches 090-1234-5678, ０３（１２３４）５６７８, 〇九〇の一二三四の五六七八, ぜろきゅうぜろ…, +44 20 7946 0018, (202) 555-0143,
O9O l234 5678, 090 then 1234 then 5678 where the text says so. Leaves dates, prices, order and tracking numbers, JAN and
ISBN codes, versions, addresses of machines, scores.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from detectors.contacts.numbering import (
    JP_MOBILE,
    JP_SERVICE,
    possible_with_country,
    valid_in,
    valid_with_country,
)
from detectors.findings import Kind
from detectors.hits import Hit
from detectors.lexicon import digits as digit_words
from detectors.lexicon import phones as lexicon
from detectors.normalise import Passage, fold_pattern
from detectors.numerals import Group, Run, digit_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUE = fold_pattern(lexicon.CUE)
_LABEL = fold_pattern(lexicon.LABEL)
_OTHER_LABEL = fold_pattern(lexicon.OTHER_LABEL)
_UNIT = fold_pattern(lexicon.UNIT)
_OTHERS = fold_pattern(rf"(?=[-\d¥$€£￥₩〒#a-f])(?:{lexicon.OTHER_NUMBERS})")
_PUT_TOGETHER = fold_pattern(lexicon.PUT_TOGETHER)
_REGIONS = {region: fold_pattern(pattern) for region, pattern in lexicon.REGIONS.items()}
_JAPANESE = re.compile(r"[\u3041-\u30fa\u4e00-\u9fff]")
_PLUS_SAID = fold_pattern(r"plus|プラス|\+|country code|国番号|from abroad|海外から")
_HOUR = re.compile(r"(?:am|pm)(?![a-z])")
#: Digits of the longest and the shortest number; characters before a number that may say what it is.
_LONGEST, _SHORTEST, _LEAD = 15, 7, 40
#: Groups of one run; a run of more is a table.
_MOST_GROUPS = 60
#: Ways to space the digits of a number, as group lengths, that other numbers seldom have.
_LAYOUTS = frozenset(
    (
        "spaced 3-3-4 1-3-3-4 2-4-4 3-4-4 4-2-4 3-3-4-4 5-6 4-3-4 4-3-3 5-1-4 3-7 5-5 4-6 2-8 2-2-2-2-2 4-7 3-8 4-3-2-2 3-3-2-2"
    ).split(),
)
#: 03-0000-1234: two to five digits, one to four, four.
_JP_WRITTEN = re.compile(r"2-4-4|3-3-4|4-2-4|5-1-4|3-4-4")


class Surroundings:
    """What the whole text says about its numbers; each question is answered once, when it is asked."""

    def __init__(self, passage: Passage) -> None:
        self.low = passage.low

    @functools.cached_property
    def japanese(self) -> bool:
        """Whether the text is written in Japanese, at least in part."""
        return bool(_JAPANESE.search(self.low))

    @functools.cached_property
    def cues(self) -> list[int]:
        """Where a call is the topic."""
        return [match.start() for match in _CUE.finditer(self.low)]

    @functools.cached_property
    def regions(self) -> list[str]:
        """Regions to try, most likely first."""
        named = [region for region, pattern in _REGIONS.items() if pattern.search(self.low)]
        usual = ["JP", "US", "CA", "GB"] if self.japanese else ["US", "CA", "GB", "JP"]
        return named + [region for region in usual if region not in named]

    def cue_near(self, start: int, end: int, reach: int = 60) -> bool:
        """Whether a call is the topic near the range."""
        return any(start - reach <= at <= end + reach for at in self.cues)


class _Lead:
    """What stands before a number, for all the windows that start there."""

    def __init__(self, run: Run, first: int, low: str) -> None:
        self.start = run.groups[first].start
        self.before = low[max(0, self.start - _LEAD) : self.start]
        self.plus = self.before.rstrip(" (")[-1:] == "+"

    @functools.cached_property
    def labelled(self) -> bool:
        """Whether the number is introduced as a phone number."""
        return bool(self.before) and bool(_LABEL.search(self.before))

    @functools.cached_property
    def otherwise(self) -> bool:
        """Whether the number is introduced as some other number."""
        return bool(self.before) and bool(_OTHER_LABEL.search(self.before))


def find_phones(passage: Passage, *, wordy: bool = True, pieced: bool = True, called: bool = True) -> list[Hit]:
    """Every phone number of the passage, in order.

    `wordy` reads digits that are not figures as well; `pieced` puts strewn digits together where nothing else was found;
    `called` is whether a call may be the topic: without one, only what is formed like a number can be one.
    """
    wordy = wordy and bool(_WORD_DIGIT.search(passage.low))
    if not (called or wordy or pieced) and not _FORMED.search(passage.low):
        return []
    around = Surroundings(passage)
    hits = _among(passage, around, wordy=wordy)
    if any(_could_be_another(hit, passage.low) for hit in hits):
        hits = _among(hide_other_numbers(passage), around, wordy=wordy)
    if not hits and pieced and (around.cues or _PUT_TOGETHER.search(passage.low)):
        hits = list(_pieced(passage, around))
    return hits


#: A digit that is not a figure, or a letter beside one.
_WORD_DIGIT = fold_pattern(
    f"[{''.join(digit_words.KANJI)}{digit_words.ZEROS}]|ゼロ|れい|まる|きゅ|はち|ろく|なな|よん|いち|さん|ごー|にー|ナイン|エイト|セブン|シックス|ファイブ|フォー|スリー|ワン|ツー|"
    r"(?<![a-z])(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|double|triple|ichi|ni|san|yon|go|roku|nana|hachi|kyu)(?![a-z])|\d[-. _]?[oilsbzq|!](?![a-z])|(?<![a-z])[oilsbzq|!]{1,3}[-. _]?\d"
)
#: A leading zero or plus, three-three-four, or ten digits in a row.
_FORMED = re.compile(r"\+\s?\(?\d|(?<!\d)\(?0\d|\d{3}\)?[-. /]{1,3}\d{3}[-. /]{1,3}\d{4}|(?<!\d)\d{10}|\d \d \d \d")


def _could_be_another(hit: Hit, low: str) -> bool:
    """Whether a date, a price, a code or the like reaches into the number."""
    near = low[max(0, hit.start - 24) : hit.end + 24]
    at = min(hit.start, 24)
    length = hit.end - hit.start
    return any(match.start() < at + length and at < match.end() for match in _OTHERS.finditer(near))


def _among(passage: Passage, around: Surroundings, *, wordy: bool) -> list[Hit]:
    return [hit for run in digit_runs(passage, wordy=wordy, lettered=wordy, shortest=_SHORTEST) for hit in _in_run(run, passage, around)]


def hide_other_numbers(passage: Passage) -> Passage:
    """The passage with dates, prices, codes and the like made unreadable."""
    return _hide(passage, _OTHERS)


def is_quantity(passage: Passage, run: Run) -> bool:
    """Whether a unit or another number's label says that the run counts or names something else."""
    return bool(_UNIT.search(passage.low[run.end : run.end + 12]) or _OTHER_LABEL.search(passage.low[max(0, run.start - 40) : run.start]))


def _hide(passage: Passage, pattern: regex.Pattern[str]) -> Passage:
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
    if len(groups) > _MOST_GROUPS:
        return  # a table, a score sheet: no number is written like this
    first = 0
    while first < len(groups):
        lead = _Lead(run, first, passage.low)
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


def _worth_a_look(digits: str, lead: _Lead) -> bool:
    """Whether so many digits can be a number here: ten or eleven anywhere, others where something says so."""
    count = len(digits)
    if count in {10, 11}:
        return True
    if count < _SHORTEST:
        return False
    return lead.plus or digits.startswith(("00", "01", "81")) or (count == 9 and digits[0] == "0") or count in {12, 13} or lead.labelled


def _assess(digits: str, run: Run, window: tuple[int, int], lead: _Lead, passage: Passage, around: Surroundings) -> Hit | None:  # noqa: PLR0913
    first, last = window
    groups = run.groups[first : last + 1]
    start, end = lead.start, groups[-1].end
    low = passage.low
    if _is_tail_of_code(digits, run, lead, around):
        return None
    if len(digits) in {12, 13} and digits[0] == "0" and _HOUR.match(low, end):
        digits, end = digits[:11], end - len(digits) + 11  # 08712300220 9am
    whole = len(groups) == len(run.groups)
    shape = "spaced" if len(groups) > 5 and all([len(g.digits) == 1 for g in groups]) else "-".join([str(len(g.digits)) for g in groups])
    reading = _Reading(digits, shape, run, whole=whole, lead=lead, around=around, end=end)
    verdict = reading.verdict()
    if verdict is None and run.words and low[end - 1] == "ニ" and len(digits) in {11, 12}:
        end -= 1  # the particle に, not a two
        verdict = _Reading(digits[:-1], shape, run, whole=whole, lead=lead, around=around, end=end).verdict()
    if verdict is None:
        return None
    value, confidence = verdict
    if not lead.plus and not lead.labelled and (lead.otherwise or _UNIT.match(low[end : end + 12])):
        confidence -= 0.5
    if not lead.plus and last + 1 < len(run.groups) and not (gap := run.groups[last + 1].gap).strip("-. ") and not {" ", "\n"} & set(gap):
        confidence -= 0.3  # digits go on: a longer code
    if confidence < 0.5:
        return None
    rule = "phone.labelled" if not value.startswith("+") else "phone.disguised" if run.words else "phone.number"
    return Hit(Kind.PHONE, value, ((start - (low[start - 1 : start] == "+"), end),), min(confidence, 0.99), rule)


def _is_tail_of_code(digits: str, run: Run, lead: _Lead, around: Surroundings) -> bool:
    """SKU1234567, AB-0901234, a negative number: the digits belong to what stands before them."""
    before = lead.before
    if not before or run.words or not (before[-1] in "_-" or (before[-1].isascii() and before[-1].isalpha())):
        return False
    if lead.labelled:
        return False
    if before[-1] == "-" and not before[:-1].strip():
        return True
    glued = before[-2:] if before[-1] in "_-" else before[-1]
    told = before[-1] == "_" and JP_MOBILE.fullmatch(digits) and (around.cues or _PUT_TOGETHER.search(around.low))
    return glued[0].isascii() and glued[0].isalpha() and not told


class _Reading:
    """Digits of one window, to be read as a number of some plan."""

    def __init__(self, digits: str, shape: str, run: Run, *, whole: bool, lead: _Lead, around: Surroundings, end: int) -> None:  # noqa: PLR0913
        self.digits = digits
        self.shape = shape
        self.run = run
        self.whole = whole
        self.lead = lead
        self.around = around
        self.end = end

    @functools.cached_property
    def expected(self) -> bool:
        """Whether a number is introduced, or a call is the topic nearby, or someone took the trouble to spell it out."""
        spelled = self.run.words and self.whole and sum([len(group.digits) == 1 for group in self.run.groups]) >= 5
        return self.lead.labelled or self.around.cue_near(self.lead.start, self.end) or spelled

    def verdict(self) -> tuple[str, float] | None:
        """(value, confidence), or None where no plan has such a number."""
        if self.lead.plus:
            return _with_plus(self.digits, labelled=self.lead.labelled)
        return self._abroad() or self._japanese() or self._national() or self._unlisted()

    def _abroad(self) -> tuple[str, float] | None:
        """00 44 …, 010 44 …, 011 44 …, or a country code where the text speaks of one."""
        digits = self.digits
        for prefix in ("010", "011", "00"):
            if digits.startswith(prefix) and len(digits) >= 11 and not (prefix == "011" and self.around.japanese):
                if value := valid_with_country(digits.removeprefix(prefix)):
                    return value, 0.9 if self.expected else 0.82 if prefix == "011" else 0.7
        if len(digits) < 11 or digits[0] == "0" or not self.expected:
            return None
        if (digits.startswith("81") and len(digits) <= 12) or _PLUS_SAID.search(self.around.low):
            value = valid_with_country(digits)
            return (value, 0.88) if value else None
        return None

    def _japanese(self) -> tuple[str, float] | None:
        digits = self.digits
        if JP_MOBILE.fullmatch(digits):
            if self.around.regions[0] == "GB" and (value := valid_in(digits, "GB")):
                return value, 0.9
            return "+81" + digits[1:], 0.95
        if JP_SERVICE.fullmatch(digits) and (value := valid_in(digits, "JP")):
            return value, 0.93
        return None

    def _national(self) -> tuple[str, float] | None:
        """A number as it is dialled within one of the likely regions."""
        digits, shape = self.digits, self.shape
        layout = shape in _LAYOUTS
        for region in self.around.regions:
            if region in {"JP", "GB"} and digits[0] != "0":
                continue
            value = valid_in(digits, region)
            if not value:
                continue
            if self.expected:
                return value, 0.95
            if region == "JP" and len(digits) == 10 and (layout or shape in {"10", "6-4"}):
                return value, 0.85
            if region == "GB" and not self.around.japanese and shape == "11":
                return value, 0.85
            if region != "JP" and (layout if self.whole else shape in {"3-3-4", "1-3-3-4"}):
                return value, 0.85 if self.whole else 0.8
            if region == "US" and shape == "10" and not self.around.low.replace(digits, "").strip(" \t\n.,!"):
                return value, 0.8  # a message that is nothing else
        return None

    def _unlisted(self) -> tuple[str, float] | None:
        """What is written or introduced like a number, though libphonenumber knows no such exchange."""
        digits, shape, whole = self.digits, self.shape, self.whole
        if digits.startswith("09") and len(digits) == 11 and (value := valid_in(digits, "PH")):
            return value, 0.82
        if whole and not self.around.japanese and len(digits) == 11 and digits[0] == "0" and (digits[1] == "7" or shape in {"5-3-3", "5-6"}):
            return "+44" + digits[1:], 0.85
        if whole and len(digits) in {10, 11} and digits[0] == "0" and _JP_WRITTEN.fullmatch(shape):
            return "+81" + digits[1:], 0.8
        if self.lead.labelled:
            return digits, 0.82
        if whole and digits[0] == "0" and 9 <= len(digits) <= 11 and "-" in shape and self.expected:
            return digits, 0.8
        return None


def _with_plus(digits: str, *, labelled: bool) -> tuple[str, float] | None:
    """+44 (0) 20 7946 0018: the country is given, the trunk zero may be there too."""
    trunk = re.sub(r"^(44|31|49|81|33|39|61|64|91)0", r"\1", digits)
    for candidate in dict.fromkeys((digits, trunk)):
        if value := valid_with_country(candidate):
            return value, 0.97
    if value := possible_with_country(trunk):
        return (value, 0.85) if labelled or len(digits) >= 10 else None
    return ("+" + trunk, 0.8) if labelled and len(digits) >= 8 else None


def _pieced(passage: Passage, around: Surroundings) -> Iterator[Hit]:
    """Digits strewn over a text that says they are a number: only an exact, dialable whole counts."""
    asks = bool(_PUT_TOGETHER.search(passage.low))
    for wordy in (False, True):
        runs = digit_runs(passage, wordy=wordy, lettered=False, shortest=1)
        hits = list(_strewn([group for run in runs for group in run.groups], around, asks=asks))
        if hits:
            yield from hits
            return


def _strewn(groups: list[Group], around: Surroundings, *, asks: bool) -> Iterator[Hit]:
    if len(groups) > 40:
        return
    for first, group in enumerate(groups):
        digits = ""
        for last in range(first, len(groups)):
            digits += groups[last].digits
            if len(digits) > 11:
                break
            if len(digits) < 10 or last == first:
                continue
            start, end = group.start, groups[last].end
            if not (asks or around.cue_near(start, end, 40)):
                continue
            if not asks and end - start > 60:
                continue
            landline = asks and around.cues and len(digits) == 10 and digits[0] == "0" and bool(valid_in(digits, "JP"))
            if JP_MOBILE.fullmatch(digits) or landline or (
                asks and not digits.startswith("0") and len(digits) == 10 and not around.japanese and (valid_in(digits, "US") or valid_in(digits, "CA"))
            ):
                value = "+81" + digits[1:] if digits[0] == "0" else "+1" + digits
                ranges = tuple((g.start, g.end) for g in groups[first : last + 1])
                yield Hit(Kind.PHONE, value, ranges, 0.85 if asks else 0.8, "phone.pieced")
                return
