"""Business days of Japan."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.calendar import JAPAN, Calendar
from tests.builders import RULEBOOK

PLAIN = Calendar()
REAL = RULEBOOK.calendar


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        pytest.param("2026-11-24", True, id="a Tuesday"),
        pytest.param("2026-11-23", False, id="Labour Thanksgiving Day"),
        pytest.param("2026-11-22", False, id="a Sunday"),
        pytest.param("2026-11-21", False, id="a Saturday"),
        pytest.param("2026-05-04", False, id="Golden Week"),
        pytest.param("2026-05-06", False, id="a substitute holiday"),
        pytest.param("2026-05-07", True, id="after Golden Week"),
        pytest.param("2026-12-28", True, id="the last day of work"),
        pytest.param("2026-12-29", False, id="the end of the year"),
        pytest.param("2027-01-04", True, id="the first day of work"),
    ],
)
def test_when_staff_work(day, is_open):
    assert REAL.is_business_day(date.fromisoformat(day)) is is_open


def test_whoever_does_not_close_works_at_the_end_of_the_year():
    assert PLAIN.is_business_day(date(2026, 12, 29))


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        pytest.param("2026-11-24T10:00", 2, "2026-11-26T10:00", id="the same time of day"),
        pytest.param("2026-11-26T10:00", 2, "2026-11-30T10:00", id="over a weekend"),
        pytest.param("2026-11-20T23:59", 1, "2026-11-24T23:59", id="over a weekend and a holiday"),
        pytest.param("2026-11-21T15:00", 1, "2026-11-25T00:00", id="a closed day counts from the next open one"),
        pytest.param("2026-12-28T18:00", 2, "2027-01-05T18:00", id="over the turn of the year"),
        pytest.param("2026-11-24T10:00", 0, "2026-11-24T10:00", id="none"),
    ],
)
def test_so_many_business_days_later(start, days, due):
    later = REAL.after(at(start), days)
    assert (later, later.tzinfo) == (at(due), UTC)
    assert REAL.between(at(start), later) == days
    assert REAL.between(at(start), later - timedelta(seconds=1)) == max(days - 1, 0)


def test_the_calendar_of_an_utc_clock_is_japans():
    late = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)  # the 25th, one in the morning
    assert REAL.after(late, 1) == at("2026-11-26T01:00")
