"""A hint may be wrong but is never missing: wherever a pattern matches, its hint is there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors import instructions
from detectors.contacts.phone_reading import _WORD_DIGIT
from detectors.hints import ends_of, hints_of, loosened, whole_words
from detectors.lexicon import phones
from detectors.normalise import fold, fold_pattern
from tests.detectors.test_gate import ROWS

SOUGHT = {
    1: (phones.CUE, whole_words(phones.CUE)),
    2: (phones.OTHER_NUMBERS, phones.OTHER_NUMBERS),
    4: (_WORD_DIGIT, whole_words(_WORD_DIGIT)),
    **{8 << at: (pattern, pattern) for at, pattern in enumerate(phones.REGIONS.values())},
}
HINTS = hints_of({bit: loose for bit, (_, loose) in SOUGHT.items()})
LEADS = {1: phones.LABEL, 2: phones.OTHER_LABEL, 4: phones.WHATSAPP}
ENDS = ends_of(LEADS)
PARTS = [part for row in ROWS for text in (row.text, row.left) for part in text.replace("、", " ").split(" ")]


@pytest.mark.parametrize(
    ("pattern", "loose"),
    [
        pytest.param(r"(?<![a-z])tel(?:efon)?(?![a-z])$", "tel(?:efon)?", id="look-around and anchors"),
        pytest.param(r"でんわ(?!(?:番|機))です", "デンワデス", id="brackets in look-around, kana folded"),
        pytest.param(r"[(^$\]]\(x\)", r"[(^$\]]\(x\)", id="a class and escapes stay"),
        pytest.param(r"a\sb[\s_]", r"a(?:[\s\x1c-\x1f])b[\s_]", id="white space as Python sees it"),
    ],
)
def test_a_pattern_is_loosened(pattern, loose):
    assert loosened(pattern) == loose


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=4), max_size=8), st.sampled_from(["", " ", "の"]))
def test_no_hint_is_missing(parts, between):
    low = fold(between.join(parts)).low
    hints = HINTS(low)
    missing = [bit for bit, (pattern, _) in SOUGHT.items() if fold_pattern(pattern).search(low) and not hints & bit]
    assert missing == []


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=4), max_size=8), st.sampled_from(["", " ", "は"]))
def test_words_before_a_number_are_read_as_the_pattern_reads_them(parts, between):
    low = re.sub(r"\s", " ", fold(between.join(parts)).low)
    assert ENDS(low) == sum(bit for bit, pattern in LEADS.items() if fold_pattern(pattern).search(low))


SAID = [
    "★",
    "☆",
    "星",
    "ドット",
    "@",
    "アット",
    "を",
    "は",
    "に",
    "変えて",
    "抜いて",
    "=",
    " is ",
    "star",
    "dot",
    "remove ",
    "「",
    "」",
    "\n",
]


@given(st.lists(st.sampled_from(SAID) | st.text(max_size=2), max_size=8))
def test_no_instruction_is_missed_for_want_of_a_hint(parts):
    low = fold("".join(parts)).low
    hints = instructions._hints()(low)
    found = [at for at, pattern in enumerate(instructions._INSTRUCTIONS) if pattern.search(low)]
    assert all(hints >> at & 1 for at in found)


def test_a_digit_in_words_is_one_only_as_a_word():
    assert HINTS(fold("phone done, 5 oranges").low) & 4 == 0
    assert HINTS(fold("five done").low) & 4


def test_a_plain_text_gives_no_hint():
    assert HINTS(fold("今日はいい天気ですね").low) == 0
