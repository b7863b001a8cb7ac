"""Conduct as given: when a member answers."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.bench.members import Conduct, Member, after, conducts
from tests.facts import RIGA

DUE = date(2021, 2, 1)
SIGN, LAST, LATE = date(2021, 1, 18), date(2021, 1, 27), date(2021, 2, 3)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=RIGA)


@pytest.mark.parametrize(
    ("conduct", "answered", "in_time"),
    [
        (Conduct(message=2, delay=16), "2021-01-29 09:00", True),
        (Conduct(message=2, delay=40), "2021-02-03 09:00", False),
        (Conduct(late=True, delay=1), "2021-02-03 10:00", False),
        (Conduct(before=21), "2021-01-11 09:00", True),
        (Conduct(), None, False),
    ],
)
def test_when_a_member_answers(conduct: Conduct, answered: str | None, in_time: bool) -> None:
    member = Member(conduct, DUE)
    for day in (SIGN, LAST, LATE):
        member.gets(day)
    assert (member.answered, member.in_time) == (at(answered) if answered else None, in_time)
    assert member.messages == 3


def test_hours_are_counted_within_working_days() -> None:
    assert [after(date(2021, 1, 22), hours) for hours in (7, 8, 40)] == [
        at("2021-01-22 16:00"),
        at("2021-01-25 09:00"),
        at("2021-01-29 09:00"),
    ]


def test_both_tables_are_read_wholly() -> None:
    assert [len(conducts(plan)) for plan in ("latvia", "canada")] == [110, 192]
    assert conducts("canada")["dfatd-maecd", "2022-03"] == Conduct(before=19, delay=1)
