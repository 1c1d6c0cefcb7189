"""What stands around digits, and what number of which plan they are read as there."""

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
from detectors.hints import ends_of, hints_of, whole_words
from detectors.lexicon import digits as digit_words
from detectors.lexicon import phones as lexicon
from detectors.normalise import fold_pattern
from detectors.once import once

if TYPE_CHECKING:
    from collections.abc import Callable

    from detectors.normalise import Passage
    from detectors.numerals import Run

_CUE = fold_pattern(lexicon.CUE)
_REGIONS = [(region, fold_pattern(pattern)) for region, pattern in lexicon.REGIONS.items()]
_DENIED = fold_pattern(lexicon.DENIED)
_PLACEHOLDER = fold_pattern(lexicon.PLACEHOLDER)
_ZERO_AHEAD = fold_pattern(lexicon.ZERO_AHEAD)
_JAPANESE = re.compile(r"[\u3041-\u30fa\u4e00-\u9fff]")
_PLUS_SAID = fold_pattern(r"plus|プラス|\+|country code|国番号|from abroad|海外から")
_COUNTRY_CODE = re.compile(r"\+(\d{1,3})(?![\d-]| \d| ?\()")
#: A digit that is not a figure, or a letter beside one.
_WORD_DIGIT = (
    f"[{''.join(digit_words.KANJI)}{digit_words.ZEROS}]|ゼロ|れい|まる|きゅ|はち|ろく|なな|よん|いち|さん|ごー|にー|ナイン|エイト|セブン|シックス|ファイブ|フォー|スリー|ワン|ツー|"
    r"(?<![a-z])(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|double|triple|ichi|ni|san|yon|go|roku|nana|hachi|kyu)(?![a-z])|\d[-. _]?[oilsbzq|!](?![a-z])|(?<![a-z])(?:[oilsbzq|]{1,3}[-._]?|[oilbzq|] )\d"
)
#: Ways to space the digits of a number, as group lengths, that other numbers seldom have.
_LAYOUTS = frozenset(
    [
        "spaced",
        "3-3-4",
        "1-3-3-4",
        "2-4-4",
        "3-4-4",
        "4-2-4",
        "3-3-4-4",
        "5-6",
        "4-3-4",
        "4-3-3",
        "5-1-4",
        "3-7",
        "5-5",
        "4-6",
        "2-8",
        "2-2-2-2-2",
        "4-7",
        "3-8",
        "4-3-2-2",
        "3-3-2-2",
    ],
)
#: 03-0000-1234: two to five digits, one to four, four.
_JP_WRITTEN = re.compile(r"2-4-4|3-3-4|4-2-4|5-1-4|3-4-4")
#: Characters before a number that may say what it is.
_LEAD = 40
#: A plus that adds nothing up.
_PLUS_AHEAD = re.compile(r"(?<!\d)(?<!\d )\+[ (]*$")
#: The same in a word.
_PLUS_WORD = fold_pattern(r"(?<!\d )(?<![a-z])plus $|(?<!\d)プラス\s?$")

#: What is worth a search in a text, as bits; each region has one more, above these.
_HAS_CUE, _HAS_OTHERS, _HAS_WORD_DIGIT, _HAS_PLUS, _HAS_DENIED, _HAS_ZERO_AHEAD = (1 << at for at in range(6))
_FIRST_REGION = 6
#: What the words directly before a number may introduce it as, as bits.
_LABELLED, _OTHERWISE, _WHATSAPP = (1 << at for at in range(3))


@functools.cache
def _hints() -> Callable[[str], int]:
    return hints_of(
        {
            _HAS_CUE: whole_words(lexicon.CUE),
            _HAS_OTHERS: lexicon.OTHER_NUMBERS,
            _HAS_WORD_DIGIT: whole_words(_WORD_DIGIT),
            _HAS_PLUS: _PLUS_SAID.pattern,
            _HAS_DENIED: lexicon.DENIED,
            _HAS_ZERO_AHEAD: lexicon.ZERO_AHEAD,
            **{1 << at: pattern for at, pattern in enumerate(lexicon.REGIONS.values(), _FIRST_REGION)},
        }
    )


@functools.cache
def _introductions() -> Callable[[str], int]:
    return ends_of({_LABELLED: lexicon.LABEL, _OTHERWISE: lexicon.OTHER_LABEL, _WHATSAPP: lexicon.WHATSAPP})


#: A part of a number, and no part of a machine: first part は, "the other part is".
_PART_OF_ONE = fold_pattern(
    r"(?<![a-z])(?:first|1st|second|2nd|third|3rd|last|final|next|other|front|middle|remaining|opening|one) part(?![a-z])[^a-z\d]*(?:is|are|was)?\W*$"
)


def is_other_number(before: str) -> bool:
    """Whether the words directly before digits introduce a number that is no phone number."""
    return bool(_introductions()(before) & _OTHERWISE) and not _PART_OF_ONE.search(before)


class Surroundings:
    """What the whole text says about its numbers; each question is answered once, when it is asked."""

    def __init__(self, passage: Passage) -> None:
        self.low = passage.low
        self._hints = hints = _hints()(passage.low)
        self.others = bool(hints & _HAS_OTHERS)

    @once
    def word_digits(self) -> bool:
        """Whether any digit may be written otherwise than as a figure."""
        return bool(self._hints & _HAS_WORD_DIGIT)

    @once
    def japanese(self) -> bool:
        """Whether the text is written in Japanese, at least in part."""
        return not self.low.isascii() and bool(_JAPANESE.search(self.low))

    @once
    def cues(self) -> list[int]:
        """Where a call is the topic."""
        return [match.start() for match in _CUE.finditer(self.low)] if self._hints & _HAS_CUE else []

    @once
    def denied(self) -> bool:
        """Whether the text says itself that its number is not what it calls it: 品番ではありません, ということにして."""
        return bool(self._hints & _HAS_DENIED) and bool(_DENIED.search(self.low))

    @once
    def placeholder(self) -> bool:
        """Whether the text says that a number of it only shows where one goes: 仮の番号, ダミー."""
        return bool(_PLACEHOLDER.search(self.low))

    @once
    def zero_ahead(self) -> bool:
        """Whether the text says that a zero goes in front: 頭に0をつけて."""
        return bool(self._hints & _HAS_ZERO_AHEAD) and bool(_ZERO_AHEAD.search(self.low))

    @once
    def country_codes(self) -> list[str]:
        """Country codes that the text names apart from a number: +61 in front, UAE +971."""
        return _COUNTRY_CODE.findall(self.low) if "+" in self.low else []

    @once
    def plus_said(self) -> bool:
        """Whether the text speaks of a country's code."""
        return bool(self._hints & _HAS_PLUS) and bool(_PLUS_SAID.search(self.low))

    @once
    def regions(self) -> list[str]:
        """Regions to try, most likely first."""
        usual = _USUAL_IN_JAPANESE if self.japanese else _USUAL
        hints = self._hints >> _FIRST_REGION
        if not hints:
            return usual
        named = [
            region for at, (region, pattern) in enumerate(_REGIONS) if hints >> at & 1 and pattern.search(self.low)
        ]
        return named + [region for region in usual if region not in named]

    def cue_near(self, start: int, end: int, reach: int = 60) -> bool:
        """Whether a call is the topic near the range."""
        if not self._hints & _HAS_CUE:
            return False
        if start <= reach and len(self.low) - end <= reach:
            return True
        return any([start - reach <= at <= end + reach for at in self.cues])  # noqa: C419 - a list is faster


#: Within these a number is dialled with a zero in front.
_WITH_TRUNK = frozenset(["JP", "GB", "DE", "FR", "AU"])
_USUAL, _USUAL_IN_JAPANESE = ["US", "CA", "GB", "JP"], ["JP", "US", "CA", "GB"]


class Lead:
    """What stands before a number, for all the windows that start there."""

    def __init__(self, run: Run, first: int, low: str) -> None:
        self.start = start = run.groups[first].start
        self.before = low[max(0, start - _LEAD) : start]
        self.plus = bool(_PLUS_AHEAD.search(self.before))

    @once
    def plus_said(self) -> bool:
        """Whether the word stands before it for the sign."""
        return bool(_PLUS_WORD.search(self.before))

    @once
    def _introduced(self) -> int:
        return _introductions()(self.before)

    @once
    def labelled(self) -> bool:
        """Whether the number is introduced as a phone number."""
        return bool(self._introduced & _LABELLED)

    @once
    def otherwise(self) -> bool:
        """Whether the number is introduced as some other number."""
        return bool(self._introduced & _OTHERWISE)

    @once
    def whatsapp(self) -> bool:
        """Whether the number is introduced as a WhatsApp account."""
        return bool(self._introduced & _WHATSAPP)


class Reading:
    """Digits of one window, to be read as a number of some plan."""

    def __init__(
        self, digits: str, shape: str, run: Run, *, whole: bool, lead: Lead, around: Surroundings, end: int
    ) -> None:
        self.digits = digits
        self.shape = shape
        self.run = run
        self.whole = whole
        self.lead = lead
        self.around = around
        self.end = end

    @once
    def expected(self) -> bool:
        """Whether a number is introduced, or a call is the topic nearby, or someone took the trouble to spell it out."""
        spelled = self.run.words and self.whole and sum([len(group.digits) == 1 for group in self.run.groups]) >= 4
        return self.lead.labelled or self.around.cue_near(self.lead.start, self.end) or spelled

    def verdict(self) -> tuple[str, float] | None:
        """(value, confidence), or None where no plan has such a number."""
        if self.lead.plus or (self.lead.plus_said and self.digits[0] != "0" and not valid_in(self.digits, "US")):
            return _with_plus(self.digits, labelled=self.lead.labelled)
        return self._told() or self._abroad() or self._japanese() or self._national() or self._unlisted()

    def _told(self) -> tuple[str, float] | None:
        """What the text itself puts in front: a zero, or the country code that it names apart."""
        digits = self.digits
        if self.around.zero_ahead and JP_MOBILE.fullmatch("0" + digits):
            return "+81" + digits, 0.95
        national = digits.lstrip("0")
        for code in self.around.country_codes:
            if value := valid_with_country(code + national):
                return value, 0.93
        return None

    def _listed(self) -> bool:
        """Whether the groups are items of a list: 06、075、011."""
        return any("、" in group.gap for group in self.run.groups)

    def _abroad(self) -> tuple[str, float] | None:
        """00 44 …, 010 44 …, 011 44 …, or a country code where the text speaks of one."""
        digits = self.digits
        if len(digits) < 11:
            return None
        if digits.startswith(("00", "01")):
            for prefix in ("010", "011", "00"):
                if not digits.startswith(prefix) or (prefix == "011" and self.around.japanese):
                    continue
                if value := valid_with_country(digits.removeprefix(prefix)):
                    return value, 0.9 if self.expected else 0.82 if prefix == "011" else 0.7
        if digits[0] == "0" or not self.expected:
            return None
        if (digits.startswith("81") and len(digits) <= 12) or self.around.plus_said:
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
        layout = shape in _LAYOUTS and not any(["→" in group.gap for group in self.run.groups])  # noqa: C419 - faster
        for region in self.around.regions:
            if region in _WITH_TRUNK and digits[0] != "0":
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
            if region != "JP" and shape == "spaced" and self.around.japanese:
                continue
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
        if (
            whole
            and not self.around.japanese
            and len(digits) == 11
            and digits[0] == "0"
            and (digits[1] == "7" or shape in {"5-3-3", "5-6"})
        ):
            return "+44" + digits[1:], 0.85
        if whole and len(digits) in {10, 11} and digits[0] == "0" != digits[1] and _JP_WRITTEN.fullmatch(shape):
            return "+81" + digits[1:], 0.8
        if self.lead.labelled and self.lead.before[-1] != "-":
            return digits, 0.82
        if (
            whole
            and digits[0] == "0"
            and 9 <= len(digits) <= 11
            and "-" in shape
            and self.expected
            and not self._listed()
        ):
            return digits, 0.8
        return None


#: Digits in their order, up or down, each by itself: ゼロ、イチ、ニ, ten nine eight.
_UP, _DOWN = "123456789", "987654321"
#: One figure repeated behind a prefix, or all in their order: 090-0000-0000, 090-0000-0001, 03-1111-1111, 090-1234-5678.
_REPEATED = re.compile(r"\d{2,4}?(?:(\d)\1{5,}\d{0,2}|12345678|1234567)")


def is_placeholder(digits: str, *, said: bool) -> bool:
    """Whether digits only show where a number goes: 000-0000-0000, or 090-0000-0000 where that is `said` of them."""
    counted = digits.startswith("0000") and len(digits.strip("0")) < _FEWEST_FIGURES
    return counted or (said and bool(_REPEATED.fullmatch(digits)))


#: Fewer figures behind zeros are a count: 0000000010.
_FEWEST_FIGURES = 3


def is_counting(digits: str, groups: int) -> bool:
    """Whether digits in so many groups count up or down."""
    return groups >= len(_UP) and (_UP in digits or _DOWN in digits)


def _with_plus(digits: str, *, labelled: bool) -> tuple[str, float] | None:
    """+44 (0) 20 7946 0018: the country is given, the trunk zero may be there too."""
    trunk = re.sub(r"^(44|31|49|81|33|39|61|64|91)0", r"\1", digits)
    for candidate in dict.fromkeys((digits, trunk)):
        if value := valid_with_country(candidate):
            return value, 0.97
    if value := possible_with_country(trunk):
        return (value, 0.85) if labelled or len(digits) >= 10 else None
    return ("+" + trunk, 0.8) if labelled and len(digits) >= 8 else None
