"""A hint may be wrong but is never missing: wherever a pattern matches, its hint is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.contacts.phone_reading import _WORD_DIGIT
from detectors.hints import hints_of, loosened
from detectors.lexicon import phones
from detectors.normalise import fold, fold_pattern
from tests.detectors.test_gate import ROWS

PATTERNS = {
    1: phones.CUE,
    2: phones.LABEL,
    4: phones.OTHER_LABEL,
    8: phones.OTHER_NUMBERS,
    16: _WORD_DIGIT.pattern,
    **{32 << at: pattern for at, pattern in enumerate(phones.REGIONS.values())},
}
HINTS = hints_of(PATTERNS)
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
    missing = [bit for bit, pattern in PATTERNS.items() if fold_pattern(pattern).search(low) and not hints & bit]
    assert missing == []


def test_a_plain_text_gives_no_hint():
    assert HINTS(fold("今日はいい天気ですね").low) == 0
