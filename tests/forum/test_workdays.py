"""Working days and hours: Latvia's holidays, quiet weeks, and both nights on which the clock is turned."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.workdays import Hours, Workdays
from tests.facts import HOURS, LATVIA, riga

DAYS = st.dates(date(2019, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("count", "day"),
    [
        (-20, date(2021, 1, 4)),
        (-21, date(2020, 12, 30)),  # 1 January, and 31 December before it
        (-10, date(2021, 1, 18)),
        (-3, date(2021, 1, 27)),
        (-1, date(2021, 1, 29)),
        (0, date(2021, 2, 1)),
        (1, date(2021, 2, 2)),
        (2, date(2021, 2, 3)),
        (5, date(2021, 2, 8)),
    ],
)
def test_the_ladder_before_and_after_the_first_of_february(count: int, day: date) -> None:
    assert LATVIA.shift(date(2021, 2, 1), count) == day


def test_easter_and_midsummer_are_not_counted() -> None:
    assert LATVIA.shift(date(2021, 4, 1), 1) == date(2021, 4, 6)  # Good Friday to Easter Monday
    assert LATVIA.shift(date(2022, 6, 22), 1) == date(2022, 6, 27)  # Midsummer, then a week-end


def test_a_working_day_that_was_moved_counts_where_it_was_moved_to() -> None:
    # Monday, 3 May 2021 was worked on Saturday, 8 May.
    assert LATVIA.shift(date(2021, 4, 30), 1) == date(2021, 5, 5)
    assert LATVIA.shift(date(2021, 5, 7), 1) == date(2021, 5, 8)


def test_a_due_day_off_counts_from_where_it_stands() -> None:
    sunday = date(2021, 1, 31)

    assert [LATVIA.shift(sunday, count) for count in (-1, 0, 1)] == [date(2021, 1, 29), sunday, date(2021, 2, 1)]


def test_the_first_working_day_from_a_day() -> None:
    assert LATVIA.first_from(date(2021, 1, 1)) == date(2021, 1, 4)
    assert LATVIA.first_from(date(2021, 1, 4)) == date(2021, 1, 4)


def test_days_between() -> None:
    assert LATVIA.between(date(2021, 1, 4), date(2021, 2, 1)) == 20
    assert LATVIA.between(date(2021, 1, 29), date(2021, 1, 31)) == 0
    assert LATVIA.between(date(2021, 2, 1), date(2021, 2, 1)) == 0
    assert LATVIA.between(date(2021, 2, 3), date(2021, 2, 1)) == 0


def test_a_calendar_without_any_working_day_is_an_error_and_not_an_endless_search() -> None:
    with pytest.raises(ValueError, match="no working day within 120 days of 2021-02-02"):
        Workdays(lambda _: False).shift(date(2021, 2, 1), 1)


@given(day=DAYS, count=st.integers(1, 40))
def test_as_many_working_days_lie_between_as_were_counted(day: date, count: int) -> None:
    later = LATVIA.shift(day, count)

    assert LATVIA.is_working(later)
    assert LATVIA.between(day, later) == count


@given(day=DAYS.filter(LATVIA.is_working), count=st.integers(-40, 40))
def test_there_and_back_again(day: date, count: int) -> None:
    assert LATVIA.shift(LATVIA.shift(day, count), -count) == day


@pytest.mark.parametrize(
    ("now", "opening"),
    [
        ("2021-01-04 08:29:59", "2021-01-04 08:30"),
        ("2021-01-04 08:30", "2021-01-04 08:30"),
        ("2021-01-04 16:29:59", "2021-01-04 16:29:59"),
        ("2021-01-04 16:30", "2021-01-05 08:30"),
        ("2021-01-08 18:00", "2021-01-11 08:30"),  # Friday
        ("2020-12-31 17:00", "2021-01-04 08:30"),
        ("2021-01-01 03:00", "2021-01-04 08:30"),
        ("2021-01-09 12:00", "2021-01-11 08:30"),  # Saturday, within the hours
        ("2021-03-27 23:30", "2021-03-29 08:30"),  # the night in which 3 o'clock is left out
        ("2021-03-28 04:10", "2021-03-29 08:30"),
        ("2021-10-30 23:30", "2021-11-01 08:30"),  # the night in which 3 o'clock comes twice
        ("2021-10-31 03:30", "2021-11-01 08:30"),
    ],
)
def test_when_an_unasked_message_may_go_out(now: str, opening: str) -> None:
    assert HOURS.next_open(riga(now), LATVIA) == riga(opening)
    assert HOURS.open_at(riga(now), LATVIA) == (now == opening)


@pytest.mark.parametrize(
    ("day", "opens", "closes"),
    [
        (date(2021, 3, 26), "06:30", "14:30"),
        (date(2021, 3, 29), "05:30", "13:30"),  # summer time began on the 28th
        (date(2021, 10, 29), "05:30", "13:30"),
        (date(2021, 11, 1), "06:30", "14:30"),  # and ended on 31 October
    ],
)
def test_the_hours_are_the_forums_own_on_both_sides_of_a_turned_clock(day: date, opens: str, closes: str) -> None:
    first = datetime.combine(day, time.fromisoformat(opens), UTC)
    last = datetime.combine(day, time.fromisoformat(closes), UTC)
    moment = timedelta(seconds=1)

    assert [HOURS.open_at(one, LATVIA) for one in (first - moment, first, last - moment, last)] == [
        False,
        True,
        True,
        False,
    ]
    assert HOURS.next_open(first - timedelta(hours=3), LATVIA) == first


def test_a_clock_turned_on_a_working_day_opens_once() -> None:
    # Nobody keeps such hours; but where the doors open at three, they open at a three that there is.
    hours, every_day = Hours(time(3, 30), time(5, 0), HOURS.zone), Workdays(lambda _: True)

    autumn = hours.next_open(riga("2021-10-31 00:00"), every_day)
    spring = hours.next_open(riga("2021-03-28 00:00"), every_day)

    assert autumn.astimezone(UTC) == datetime(2021, 10, 31, 0, 30, tzinfo=UTC)
    assert spring.astimezone(UTC) == datetime(2021, 3, 28, 1, 30, tzinfo=UTC)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_the_next_opening_is_open_and_never_in_the_past(now: datetime) -> None:
    opening = HOURS.next_open(now, LATVIA)

    assert opening >= now
    assert HOURS.open_at(opening, LATVIA)
    assert HOURS.next_open(opening, LATVIA) == opening
