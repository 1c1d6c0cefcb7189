"""What a moderator sees of a thread, and statistics of what was decided."""

from datetime import timedelta

import pytest

from bot.domain.delivery import Delivery
from bot.domain.disclosure_json import masked
from bot.domain.snapshots import Line
from bot.domain.statistics import Happened, counted
from tests.builders import NOON


def a_line(text, *marks):
    return Line("m-1", 1, "u-1", None, "", "block", text, tuple(marks))


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        pytest.param(a_line("携帯 090-1234 です", (3, 11, "phone")), "携帯 ●●●●●●●● です", id="a number"),
        pytest.param(a_line("a b", (0, 3, "line")), "● ●", id="blanks stay"),
        pytest.param(a_line("よろしく"), "よろしく", id="nothing to mask"),
        pytest.param(a_line("😀x", (0, 1, "line")), "●x", id="code points"),
    ],
)
def test_contacts_are_masked_and_the_rest_is_as_written(line, seen):
    assert (line.masked, len(line.masked)) == (seen, len(line.text))


@pytest.mark.parametrize(("value", "seen"), [("+819012345678", "+8●●●●●●●●●78"), ("taro", "●●●●"), ("", "")])
def test_a_masked_contact_keeps_only_its_ends(value, seen):
    assert masked(value) == seen


def test_what_is_visible():
    assert {one for one in Delivery if one.is_visible} == {Delivery.SHOWN, Delivery.PROVISIONAL}


def test_months_are_counted_by_everything_they_belong_to():
    late = NOON + timedelta(days=30)
    rows = counted(
        [
            Happened(NOON, "blocked", (("kind", "phone"), ("kind", "phone"), ("policy", "p"))),
            Happened(NOON, "upheld", (("kind", "phone"),), 60.0),
            Happened(NOON, "overturned", (("kind", "phone"),), 180.0),
            Happened(late, "messages", count=7),
        ]
    )
    documents = {(one.month, one.by, one.value): one.document() for one in rows}
    assert list(documents) == [
        ("2026-11", "total", ""),
        ("2026-11", "kind", "phone"),
        ("2026-11", "policy", "p"),
        ("2026-12", "total", ""),
    ]
    phone = documents["2026-11", "kind", "phone"]
    assert (phone["blocked"], phone["false_positive_rate"], phone["handling_seconds"]) == (1, 0.5, 120)
    last = documents["2026-12", "total", ""]
    assert (last["messages"], last["false_positive_rate"], last["handling_seconds"]) == (7, None, None)
