"""Phone numbers, Japanese first.

Catches 090-1234-5678, ０３（１２３４）５６７８, 〇九〇の一二三四の五六七八, ぜろきゅうぜろ…, +44 20 7946 0018, (202) 555-0143,
O9O l234 5678, 090 then 1234 then 5678 where the text says so. Leaves dates, prices, order and tracking numbers, JAN and
ISBN codes, versions, addresses of machines, scores.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import phonenumbers
import regex

from detectors.findings import Kind
from detectors.hits import Hit
from detectors.lexicon import digits
from detectors.lexicon import phones as lexicon
from detectors.normalise import Passage, fold_pattern
from detectors.numerals import Group, Run, digit_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CUE = fold_pattern(lexicon.CUE)
_WEAK_CUE = fold_pattern(lexicon.WEAK_CUE)
_LABEL = fold_pattern(lexicon.LABEL)
_OTHER_LABEL = fold_pattern(lexicon.OTHER_LABEL)
_UNIT = fold_pattern(lexicon.UNIT)
_OTHERS = fold_pattern(rf"(?=[-\d¥$€£￥₩〒#a-f])(?:{lexicon.OTHER_NUMBERS})")
_PUT_TOGETHER = fold_pattern(lexicon.PUT_TOGETHER)
_REGIONS = {region: fold_pattern(pattern) for region, pattern in lexicon.REGIONS.items()}
_JAPANESE = regex.compile(r"[\u3041-\u30fa\u4e00-\u9fff]")

#: Japanese numbering plan: mobile, IP telephony and machine ranges have 11 digits, free and navigation dial their own.
_JP_MOBILE = regex.compile(r"0[5-9]0[1-9]\d{7}")
_JP_SERVICE = regex.compile(r"0120\d{6}|0800\d{7}|0570\d{6}|0990\d{6}")
_HOUR = re.compile(r"(?:am|pm)(?![a-z])")
#: Ways to space the digits of a number, as group lengths, that other numbers seldom have.
_LAYOUTS = frozenset(
    "spaced 3-3-4 1-3-3-4 2-4-4 3-4-4 4-2-4 3-3-4-4 5-6 4-3-4 4-3-3 5-1-4 3-7 5-5 4-6 2-8 2-2-2-2-2 4-7 3-8 4-3-2-2 3-3-2-2".split(),
)
_PLUS_SAID = fold_pattern(r"plus|プラス|\+|country code|国番号|from abroad|海外から")
_LONGEST, _SHORTEST = 15, 7
#: Groups of one run; a run of more is a table.
_MOST_GROUPS = 60


@functools.cache
def _plan(region: str) -> tuple[str, str, tuple[re.Pattern[str], ...]]:
    """A region's country calling code, national prefix and number patterns, from libphonenumber's metadata."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    kinds = ("fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip", "pager", "uan", "voicemail")
    patterns = [kind.national_number_pattern for name in kinds if (kind := getattr(metadata, name)) and kind.national_number_pattern]
    return str(metadata.country_code), metadata.national_prefix or "", tuple(re.compile(pattern) for pattern in dict.fromkeys(patterns))


def _valid(digits: str, region: str) -> str:
    """E.164 if `digits` is a valid number of the region, otherwise ""; with region "ZZ", of the country it starts with."""
    if region == "ZZ":
        return _valid_anywhere(digits)
    code, prefix, patterns = _plan(region)
    national = digits.removeprefix(prefix) if prefix and digits.startswith(prefix) else digits
    if any(pattern.fullmatch(national) for pattern in patterns):
        return f"+{code}{national}"
    return ""


def _valid_anywhere(digits: str) -> str:
    try:
        number = phonenumbers.parse(digits, None)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if phonenumbers.is_valid_number(number) else ""


def _possible(digits: str) -> str:
    """E.164 if `digits` with its plus is a possible international number, otherwise ""."""
    try:
        number = phonenumbers.parse(digits, None)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if phonenumbers.is_possible_number(number) else ""


class Surroundings:
    """What the whole text says about its numbers."""

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
    if hits and not all(_is_certain(hit, passage.low) for hit in hits):  # only now is it worth asking what else the numbers could be
        plain = hide_other_numbers(passage)
        if plain is not passage:
            hits = _among(plain, around, wordy=wordy)
    if not hits and pieced and (around.cues or _PUT_TOGETHER.search(passage.low)):
        hits = list(_pieced(passage, around))
    return hits


#: A digit that is not a figure, or a letter beside one.
_WORD_DIGIT = fold_pattern(
    f"[{''.join(digits.KANJI)}{digits.ZEROS}]|ゼロ|れい|まる|きゅ|はち|ろく|なな|よん|いち|さん|ごー|にー|ナイン|エイト|セブン|シックス|ファイブ|フォー|スリー|ワン|ツー|"
    r"(?<![a-z])(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|double|triple|ichi|ni|san|yon|go|roku|nana|hachi|kyu)(?![a-z])|\d[-. _]?[oilsbzq|!](?![a-z])|(?<![a-z])[oilsbzq|!]{1,3}[-. _]?\d"
)
#: A leading zero or plus, three-three-four, or ten digits in a row.
_FORMED = re.compile(r"\+\s?\(?\d|(?<!\d)\(?0\d|\d{3}\)?[-. /]{1,3}\d{3}[-. /]{1,3}\d{4}|(?<!\d)\d{10}|\d \d \d \d")


def _is_certain(hit: Hit, low: str) -> bool:
    """Whether nothing else can have this form: a Japanese mobile number that stands alone."""
    return hit.confidence >= 0.95 and hit.rule == "phone.number" and low[hit.end : hit.end + 1] not in set("-.:/_") and not low[max(0, hit.start - 1) : hit.start].isalnum()


def _among(passage: Passage, around: Surroundings, *, wordy: bool) -> list[Hit]:
    return [hit for run in digit_runs(passage, wordy=wordy, lettered=wordy, shortest=_SHORTEST) for hit in _in_run(run, passage, around)]


def hide_other_numbers(passage: Passage) -> Passage:
    """The passage with dates, prices, codes and the like made unreadable."""
    return _hide(passage, _OTHERS)


def is_quantity(passage: Passage, run: Run) -> bool:
    """Whether a unit or another number's label says that the run counts or names something else."""
    return bool(_UNIT.search(passage.low[run.end : run.end + 12]) or _OTHER_LABEL.search(passage.low[max(0, run.start - 40) : run.start]))


def dialable(digits: str, *, cue: bool) -> str:
    """E.164 if the digits alone are a number that could be dialled: Japanese, or, where a call is the topic, American or British."""
    if _JP_MOBILE.fullmatch(digits):
        return "+81" + digits[1:]
    if digits.startswith("0") and len(digits) == 10 and (value := _valid(digits, "JP")):
        return value
    if cue and len(digits) == 10 and (value := _valid(digits, "US")):
        return value
    if cue and digits.startswith("0") and len(digits) in {10, 11}:
        return _valid(digits, "GB") or (f"+44{digits[1:]}" if digits.startswith("07") and len(digits) == 11 else "")
    return ""


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
        best: tuple[float, int, Hit] | None = None
        digits = ""
        for last in range(first, min(len(groups), first + _LONGEST)):
            digits += groups[last].digits
            if len(digits) > _LONGEST + 4:
                break
            if len(digits) < _SHORTEST:
                continue
            hit = _assess(digits, run, first, last, passage, around)
            if hit and (best is None or (hit.confidence, last) > best[:2]):
                best = (hit.confidence, last, hit)
        if best:
            yield best[2]
            first = best[1] + 1
        else:
            first += 1


def _assess(digits: str, run: Run, first: int, last: int, passage: Passage, around: Surroundings) -> Hit | None:  # noqa: PLR0913
    groups = run.groups[first : last + 1]
    start, end = groups[0].start, groups[-1].end
    low = passage.low
    before, behind = low[max(0, start - 40) : start], low[end : end + 12]
    if before and not run.words and not _LABEL.search(before):
        glued = before[-2:] if before[-1] in "_-" else before[-1]
        told = _JP_MOBILE.fullmatch(digits) and before[-1] == "_" and (around.cues or _PUT_TOGETHER.search(low))
        if (glued[0].isascii() and glued[0].isalpha() and not told) or (before[-1] == "-" and not before[:-1].strip()):
            return None  # the tail of a code: SKU1234567, or a negative number
    if _HOUR.match(behind) and len(digits) in {12, 13} and digits.startswith("0"):
        digits, end = digits[:11], end - len(digits) + 11  # 08712300220 9am
    plus = before.rstrip(" (")[-1:] == "+" or (start > 0 and low[start - 1] == "+")
    whole = len(groups) == len(run.groups)
    labelled = bool(_LABEL.search(before))
    other = not labelled and bool(_OTHER_LABEL.search(before) or _UNIT.search(behind))
    shape = "-".join([str(len(group.digits)) for group in groups])
    if len(groups) > 5 and not shape.strip("1-"):
        shape = "spaced"
    verdict = _shape(digits, shape, plus=plus, labelled=labelled, whole=whole, around=around, cue=around.cue_near(start, end) or (run.words and whole and sum([len(group.digits) == 1 for group in groups]) >= 5))
    if verdict is None and run.words and low[end - 1] == "ニ" and len(digits) in {11, 12}:
        end, digits = end - 1, digits[:-1]  # the particle に, not a two
        verdict = _shape(digits, shape, plus=plus, labelled=labelled, whole=whole, around=around, cue=True)
    if verdict is None:
        return None
    value, confidence = verdict
    if other and not plus:
        confidence -= 0.5
    if not plus and last + 1 < len(run.groups):
        following = run.groups[last + 1]
        if not following.gap.strip("-. ") and "\n" not in following.gap and " " not in following.gap:
            confidence -= 0.3  # digits go on: a longer code
    if confidence < 0.5:
        return None
    rule = "phone.labelled" if not value.startswith("+") else "phone.disguised" if run.words else "phone.number"
    return Hit(Kind.PHONE, value, ((start - (low[start - 1 : start] == "+"), end),), min(confidence, 0.99), rule)


def _shape(  # noqa: C901, PLR0911, PLR0912, PLR0913 - one plan after another
    digits: str, shape: str, *, plus: bool, labelled: bool, whole: bool, cue: bool, around: Surroundings
) -> tuple[str, float] | None:
    """(value, confidence) for digits that make a number of some plan, or None."""
    if plus:
        return _with_plus(digits, labelled=labelled)
    if (value := _dialled_abroad(digits, around, cue=cue or labelled)) is not None:
        return value
    if _JP_MOBILE.fullmatch(digits):
        if around.regions[0] == "GB" and (value := _valid(digits, "GB")):
            return value, 0.9
        return "+81" + digits[1:], 0.95
    if _JP_SERVICE.fullmatch(digits) and (value := _valid(digits, "JP")):
        return value, 0.93
    layout = shape in _LAYOUTS
    for region in around.regions:
        value = _valid(digits, region)
        if not value or (region in {"JP", "GB"} and not digits.startswith("0")):
            continue
        if labelled or cue:
            return value, 0.95
        if region == "JP" and len(digits) == 10 and (layout or shape in {"10", "6-4"}):
            return value, 0.85
        if region == "GB" and not around.japanese and shape == "11":
            return value, 0.85
        if region != "JP" and (layout if whole else shape in {"3-3-4", "1-3-3-4"}):
            return value, 0.85 if whole else 0.8
        if region == "US" and shape == "10" and not around.low.replace(digits, "").strip(" \t\n.,!"):
            return value, 0.8  # a message that is nothing else
    if digits.startswith("09") and len(digits) == 11 and (value := _valid(digits, "PH")):
        return value, 0.82
    if whole and not around.japanese and len(digits) == 11 and (digits.startswith("07") or shape in {"5-3-3", "5-6"}) and digits[0] == "0":
        return "+44" + digits[1:], 0.85
    if labelled:
        return digits, 0.82
    if whole and len(digits) in {10, 11} and digits[0] == "0" and _JP_WRITTEN.fullmatch(shape):
        return "+81" + digits[1:], 0.8  # written like a number, though no such exchange exists
    if cue and whole and digits.startswith("0") and 9 <= len(digits) <= 11 and "-" in shape:
        return digits, 0.8
    return None


#: 03-0000-1234: two to five digits, one to four, four.
_JP_WRITTEN = re.compile(r"2-4-4|3-3-4|4-2-4|5-1-4|3-4-4")


def _with_plus(digits: str, *, labelled: bool) -> tuple[str, float] | None:
    """+44 (0) 20 7946 0018: the country is given, the trunk zero may be there too."""
    trunk = re.sub(r"^(44|31|49|81|33|39|61|64|91)0", r"\1", digits)
    for candidate in (digits, trunk):
        if value := _valid("+" + candidate, "ZZ"):
            return value, 0.97
    if value := _possible("+" + trunk):
        return (value, 0.85) if labelled or len(digits) >= 10 else None
    return ("+" + trunk, 0.8) if labelled and len(digits) >= 8 else None


def _dialled_abroad(digits: str, around: Surroundings, *, cue: bool) -> tuple[str, float] | None:
    """00 44 …, 010 44 …, 011 44 …, or a country code where the text speaks of one."""
    for prefix in ("010", "011", "00"):
        if digits.startswith(prefix) and len(digits) >= 11 and (value := _valid("+" + digits.removeprefix(prefix), "ZZ")):
            if prefix == "011" and around.japanese:
                continue  # Sapporo
            return value, 0.9 if cue else 0.82 if prefix == "011" else 0.7
    if cue and len(digits) in {11, 12} and digits.startswith("81") and (value := _valid("+" + digits, "ZZ")):
        return value, 0.85
    if cue and len(digits) >= 11 and digits[0] != "0" and _PLUS_SAID.search(around.low) and (value := _valid("+" + digits, "ZZ")):
        return value, 0.88
    return None


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
            landline = asks and around.cues and len(digits) == 10 and digits[0] == "0" and bool(_valid(digits, "JP"))
            if _JP_MOBILE.fullmatch(digits) or landline or (
                asks and not digits.startswith("0") and len(digits) == 10 and not around.japanese and (_valid(digits, "US") or _valid(digits, "CA"))
            ):
                value = "+81" + digits[1:] if digits[0] == "0" else "+1" + digits
                ranges = tuple((g.start, g.end) for g in groups[first : last + 1])
                yield Hit(Kind.PHONE, value, ranges, 0.85 if asks else 0.8, "phone.pieced")
                return
