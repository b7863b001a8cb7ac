"""Turning the demo's clock: steps keep the wall's hour, and no morning is jumped over."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from sandbox.clock import Clock
from sandbox.page.tables import due
from sandbox.page.turning import local, step_from, stops
from sandbox.plans import latvia


def riga(text: str) -> datetime:
    """A moment written with its offset."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("now", "step", "then"),
    [
        ("2021-01-04T10:00+02:00", "hour", "2021-01-04T11:00:00+02:00"),
        ("2021-01-04T10:00+02:00", "day", "2021-01-05T10:00:00+02:00"),
        ("2021-01-04T10:00+02:00", "week", "2021-01-11T10:00:00+02:00"),
        ("2021-01-04T10:00+02:00", "morning", "2021-01-05T09:00:00+02:00"),
        ("2021-01-04T09:00+02:00", "morning", "2021-01-05T09:00:00+02:00"),
        ("2021-01-04T08:59+02:00", "morning", "2021-01-04T09:00:00+02:00"),
        # In the night to 28 March 2021 the clocks were put forward.
        ("2021-03-27T10:00+02:00", "day", "2021-03-28T10:00:00+03:00"),
        ("2021-03-27T10:00+02:00", "morning", "2021-03-28T09:00:00+03:00"),
        ("2021-03-28T02:30+02:00", "hour", "2021-03-28T04:30:00+03:00"),
    ],
)
def test_a_step_leads_to(now: str, step: str, then: str) -> None:
    assert local(step_from(riga(now), step)).isoformat() == then


def test_every_morning_on_the_way_is_a_stop() -> None:
    found = stops(riga("2020-12-30T10:00+02:00"), riga("2021-01-02T10:00+02:00"))
    assert [local(each).isoformat() for each in found] == [
        "2020-12-31T09:00:00+02:00",
        "2021-01-01T09:00:00+02:00",
        "2021-01-02T09:00:00+02:00",
        "2021-01-02T10:00:00+02:00",
    ]


def test_a_morning_that_is_the_end_is_one_stop() -> None:
    end = riga("2020-12-31T09:00+02:00")
    assert stops(riga("2020-12-30T10:00+02:00"), end) == [end]


@pytest.mark.parametrize("zone", ["Europe/Riga", "America/Los_Angeles"])
@pytest.mark.parametrize(
    ("today", "on"),
    [
        (date(2020, 12, 30), "2021-02-01"),
        (date(2021, 2, 1), "2021-02-01"),
        (date(2021, 2, 8), "2021-02-01"),  # late, and still taken in
        (date(2021, 2, 9), "2022-02-01"),
        (date(2022, 2, 9), None),
    ],
)
def test_the_deadline_shown_is(zone: str, today: date, on: str | None) -> None:
    now = riga(f"{today}T09:00+02:00")
    found = due(latvia(Clock(now), zone), now)
    assert (found and found["on"]) == on
