from hypothesis import given
from hypothesis import strategies as st

from bot.console.marks import Mark, Segment, segments

MARKED = st.text(max_size=30).flatmap(
    lambda text: st.tuples(
        st.just(text),
        st.lists(
            st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.integers(1, 4)).map(
                lambda mark: Mark(min(mark[:2]), max(mark[:2]), mark[2])
            ),
            max_size=4,
        ),
    )
)


def test_exactly_the_characters_that_matched_are_marked():
    assert segments("電話は090です", [Mark(3, 6, 1)]) == (
        Segment("電話は"),
        Segment("090", (1,), (1,), has_contact=True),
        Segment("です"),
    )


def test_overlapping_findings_are_cut_at_every_edge():
    assert segments("abcd", [Mark(0, 3, 1, is_contact=False), Mark(2, 4, 2)]) == (
        Segment("ab", (1,)),
        Segment("c", (1, 2), (1,), has_contact=True),
        Segment("d", (2,), (2,), has_contact=True),
    )


def test_a_text_without_findings_is_one_segment():
    assert segments("abc", []) == (Segment("abc"),)


@given(MARKED)
def test_segments_put_together_are_the_text_and_every_mark(marked):
    text, marks = marked
    cut = segments(text, marks)
    assert "".join(segment.text for segment in cut) == text
    numbers = [segment.numbers for segment in cut for _ in segment.text]
    for at, here in enumerate(numbers):
        assert set(here) == {mark.number for mark in marks if mark.start <= at < mark.end}
