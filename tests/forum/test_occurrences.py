"""Occurrences: a turn of a schedule is taken once, by local date, whatever the clock does in between."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from forum import occurrences
from forum.occurrences import NOBODY, Turn
from tests.facts import FORUM, HOURS, Facts, riga

TURN = Turn("round/1", date(2021, 1, 4), "start", 7)
NOW = riga("2021-01-04")


def take(facts: Facts, turn: Turn, *, forum: str = FORUM) -> bool:
    return occurrences.take(facts.session, forum, turn, now=NOW)


def test_a_turn_is_taken_once(facts: Facts) -> None:
    assert [take(facts, TURN) for _ in range(3)] == [True, False, False]
    assert occurrences.taken(facts.session, FORUM, ["round/1"]) == {TURN}


def test_every_part_of_a_turn_makes_it_another(facts: Facts) -> None:
    Facts(facts.session, "other-forum")
    take(facts, TURN)
    others = [
        replace(TURN, schedule="round/2"),
        replace(TURN, local_date=date(2021, 1, 5)),
        replace(TURN, turn="sign"),
        replace(TURN, member=NOBODY),
    ]

    assert [take(facts, one) for one in others] == [True] * 4
    assert take(facts, TURN, forum="other-forum")
    assert occurrences.taken(facts.session, FORUM, ["round/1", "round/2"]) == {TURN, *others}
    assert occurrences.taken(facts.session, FORUM, []) == set()


def test_the_hour_that_comes_twice_on_the_autumn_night_is_one_turn(facts: Facts) -> None:
    """03:30 in Riga on 31 October 2021 is 00:30 UTC and again 01:30 UTC."""
    twice = [datetime(2021, 10, 31, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    turns = [Turn("daily", HOURS.local(at).date(), f"{HOURS.local(at):%H:%M}") for at in twice]

    assert turns == [Turn("daily", date(2021, 10, 31), "03:30")] * 2
    assert [take(facts, turn) for turn in turns] == [True, False]


def test_a_clock_set_back_a_day_repeats_nothing(facts: Facts) -> None:
    days = [TURN.local_date + timedelta(days=n) for n in (0, 1, 0, 1, 2)]

    assert [take(facts, replace(TURN, local_date=day)) for day in days] == [True, True, False, False, True]
