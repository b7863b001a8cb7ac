"""The budget of messages: fifteen a person in any twelve months, and two a month about no round."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from forum import budget
from forum.foreseen import Foreseen


def messages(first: date, *, count: int, apart: int, meeting: str = "") -> list[Foreseen]:
    return [
        Foreseen(
            on=first + timedelta(days=apart * number),
            person=1,
            name="IZM kontaktpersona",
            institution="IZM",
            rung="start",
            meeting=meeting,
            reached=True,
        )
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("count", "apart", "over"),
    [(15, 1, False), (16, 1, True), (16, 24, True), (16, 25, False)],
)
def test_any_twelve_months_count_not_the_calendars(count: int, apart: int, over: bool) -> None:
    (share,) = budget.shares(messages(date(2020, 10, 1), count=count, apart=apart))
    assert share.over is over


def test_what_is_about_a_round_has_no_limit_a_month() -> None:
    rounds = messages(date(2021, 1, 4), count=5, apart=5)
    assert [one.over for one in budget.shares(rounds)] == [False]
    two = messages(date(2021, 1, 4), count=2, apart=5, meeting="Foruma sanāksme")
    assert [one.over for one in budget.shares([*rounds, *two])] == [False]
    three = messages(date(2021, 1, 4), count=3, apart=5, meeting="Foruma sanāksme")
    assert [one.over for one in budget.shares([*rounds, *three])] == [True]


def test_the_figures() -> None:
    found = [
        *messages(date(2020, 12, 30), count=2, apart=5),
        *messages(date(2021, 1, 4), count=3, apart=5, meeting="Foruma sanāksme"),
    ]
    told = budget.summary(found)
    assert (told.messages, told.people, told.of_meetings, told.over) == (5, 1, 3, 1)
    assert (told.first, told.busiest, told.in_busiest) == (date(2020, 12, 30), date(2021, 1, 1), 4)
