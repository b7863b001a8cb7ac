"""Who is reminded of what, and when: the policy alone, from facts to a list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forum.nudges import Fact, Nudge, decide, reached
from forum.occurrences import Turn
from forum.policies import Rung
from forum.rounds import Kind
from forum.workdays import Workdays
from tests.facts import DUE, LATVIA, MANDATORY, policy

LADDERS = policy().ladders
ANNA, BERTA, ROUND, OTHER = 1, 2, 7, 8
START, SIGN, LAST, LATE = date(2021, 1, 4), date(2021, 1, 18), date(2021, 1, 27), date(2021, 2, 3)
# The first day of a voluntary round that is due on the same day.
EASY = date(2021, 1, 11)


def fact(person: int = ANNA, round_: int = ROUND, *, kind: Kind = Kind.MANDATORY, due_on: date = DUE) -> Fact:
    return Fact(person, round_, kind, due_on)


def turn(day: date, name: str, *, person: int = ANNA, round_: int = ROUND) -> Turn:
    return Turn(f"round/{round_}", day, name, person)


def decided(*facts: Fact, today: date, taken: set[Turn] | None = None, workdays: Workdays = LATVIA) -> list[Nudge]:
    return decide(facts, today=today, ladders=LADDERS, workdays=workdays, taken=taken or set())


@pytest.mark.parametrize(
    ("today", "rung"),
    [
        (date(2021, 1, 3), None),
        (START, turn(START, "start")),
        (date(2021, 1, 17), turn(START, "start")),
        (SIGN, turn(SIGN, "sign")),
        (date(2021, 1, 26), turn(SIGN, "sign")),
        (LAST, turn(LAST, "last")),
        (date(2021, 2, 2), turn(LAST, "last")),
        (LATE, turn(LATE, "late")),
        (date(2021, 6, 1), turn(LATE, "late")),
    ],
)
def test_a_rung_stands_from_its_day_until_the_next_ones(today: date, rung: Turn | None) -> None:
    assert reached(fact(), today=today, rungs=MANDATORY, workdays=LATVIA) == rung


@pytest.mark.parametrize(
    ("weekdays", "day"),
    [
        ((), LAST),
        ((2,), LAST),
        ((3,), LAST),  # it waits for the Thursday after
        ((1,), date(2021, 1, 26)),
        ((0,), date(2021, 1, 25)),  # the next Monday is the due day
        ((0, 4), LAST),
    ],
)
def test_a_rung_comes_before_its_day_where_no_day_of_theirs_is_left_before_the_due_day(
    weekdays: tuple[int, ...], day: date
) -> None:
    one = Fact(ANNA, ROUND, Kind.MANDATORY, DUE, weekdays=weekdays)
    rungs = [reached(one, today=today, rungs=MANDATORY, workdays=LATVIA) for today in (day - timedelta(days=1), day)]
    assert rungs == [turn(SIGN, "sign"), turn(LAST, "last")]


def test_a_day_missed_loses_nothing() -> None:
    # The trap of matching exactly so many days: here nothing ran on the 4th.
    assert decided(fact(), today=date(2021, 1, 5)) == [Nudge(ANNA, (turn(START, "start"),), (fact(),))]


def test_after_a_long_silence_only_the_latest_rung_counts() -> None:
    assert decided(fact(), today=date(2021, 1, 29)) == [Nudge(ANNA, (turn(LAST, "last"),), (fact(),))]


def test_a_turn_taken_is_not_taken_again_and_older_ones_do_not_come_back() -> None:
    assert decided(fact(), today=date(2021, 1, 29), taken={turn(LAST, "last")}) == []


def test_many_measures_in_several_rounds_are_one_nudge() -> None:
    facts = [fact(), fact(), fact(round_=OTHER, kind=Kind.VOLUNTARY), fact()]

    assert decided(*facts, today=SIGN) == [
        Nudge(ANNA, (turn(SIGN, "sign"), turn(EASY, "start", round_=OTHER)), (facts[0], facts[2]))
    ]


def test_a_round_in_which_nothing_new_is_reached_is_left_out() -> None:
    facts = [fact(), fact(round_=OTHER, kind=Kind.VOLUNTARY)]

    assert decided(*facts, today=SIGN, taken={turn(SIGN, "sign")}) == [
        Nudge(ANNA, (turn(EASY, "start", round_=OTHER),), (facts[1],))
    ]


def test_one_persons_turn_silences_nobody_else() -> None:
    assert decided(fact(), fact(BERTA), today=START, taken={turn(START, "start")}) == [
        Nudge(BERTA, (turn(START, "start", person=BERTA),), (fact(BERTA),))
    ]


def test_nothing_open_nobody_nudged() -> None:
    assert decided(today=LATE) == []


def test_a_round_without_a_ladder_reminds_nobody() -> None:
    assert decide([fact()], today=LATE, ladders={}, workdays=LATVIA, taken=set()) == []


def test_whoever_answers_for_many_hears_the_last_reminder_a_working_week_before_and_once() -> None:
    early, many = date(2021, 1, 25), replace(fact(), many=True)
    days = (date(2021, 1, 24), early, LAST, LATE)

    found = [reached(many, today=day, rungs=MANDATORY, workdays=LATVIA) for day in days]

    last = turn(early, "last")
    assert found == [turn(SIGN, "sign"), last, last, turn(LATE, "late")]
    assert decided(many, today=LAST, taken={last}) == []


def test_a_due_day_on_a_day_off() -> None:
    sunday = date(2021, 1, 31)
    ladder = {Kind.MANDATORY: (Rung("last", -1), Rung("today", 0), Rung("late", 1))}
    found = {
        day: decide([fact(due_on=sunday)], today=day, ladders=ladder, workdays=LATVIA, taken=set())[0].turns[0]
        for day in (date(2021, 1, 29), date(2021, 1, 30), sunday, date(2021, 2, 1))
    }

    assert found == {
        date(2021, 1, 29): turn(date(2021, 1, 29), "last"),
        date(2021, 1, 30): turn(date(2021, 1, 29), "last"),
        sunday: turn(sunday, "today"),
        date(2021, 2, 1): turn(date(2021, 2, 1), "late"),
    }


def test_quiet_weeks_are_no_working_days_so_the_ladder_begins_earlier() -> None:
    quiet = (date(2021, 1, 11), date(2021, 1, 17))
    workdays = Workdays(lambda day: LATVIA.is_working(day) and not quiet[0] <= day <= quiet[1])

    turns = [reached(fact(), today=day, rungs=MANDATORY, workdays=workdays) for day in (date(2020, 12, 22), SIGN)]
    # 24, 25, 26 and 31 December and 1 January are holidays.
    assert turns == [turn(date(2020, 12, 22), "start"), turn(SIGN, "sign")]


def test_a_due_day_put_off_reminds_by_its_new_days() -> None:
    later = fact(due_on=date(2021, 3, 1))

    assert decided(later, today=LAST, taken={turn(LAST, "last")}) == []
    assert decided(later, today=date(2021, 2, 1), taken={turn(LAST, "last")}) == [
        Nudge(ANNA, (turn(date(2021, 2, 1), "start"),), (later,))
    ]


@dataclass(frozen=True)
class Asked:
    """One share in one round: open from a day of the story until it is answered, if ever."""

    fact: Fact
    opens: int
    answered: int

    def open_on(self, day: int) -> bool:
        return self.opens <= day < self.answered


FIRST = date(2020, 12, 14)
SHARES = st.builds(
    Asked,
    fact=st.builds(
        Fact,
        person=st.integers(1, 3),
        round=st.integers(1, 3),
        kind=st.just(Kind.MANDATORY),
        due_on=st.just(DUE),
    ),
    opens=st.integers(0, 60),
    answered=st.integers(0, 120),
)


@given(shares=st.lists(SHARES, max_size=8), ticks=st.lists(st.integers(0, 80), max_size=40))
def test_whenever_the_ticks_come_each_rung_is_told_once_and_the_latest_is_never_missed(
    shares: list[Asked], ticks: list[int]
) -> None:
    """For any open shares and any days on which something ran, in any order of arrival of shares and answers."""
    taken: set[Turn] = set()
    told: list[Turn] = []
    for day in sorted(ticks):
        today = FIRST + timedelta(days=day)
        open_now = [share.fact for share in shares if share.open_on(day)]
        nudges = decided(*open_now, today=today, taken=taken)
        wanted = {turn for one in open_now if (turn := reached(one, today=today, rungs=MANDATORY, workdays=LATVIA))}

        # one digest a person, of those rounds alone that are open, each at its latest rung
        assert len({nudge.person for nudge in nudges}) == len(nudges)
        assert {turn for nudge in nudges for turn in nudge.turns} == wanted - taken
        assert {(n.person, r) for n in nudges for r in {one.round for one in n.facts}} == {
            (turn.member, int(turn.schedule.removeprefix("round/"))) for turn in wanted - taken
        }
        told += [turn for nudge in nudges for turn in nudge.turns]
        taken.update(told)

    assert len(told) == len(set(told))


@given(missed=st.sets(st.integers(0, 80)))
def test_with_any_days_missed_a_person_hears_at_most_four_times_and_last_of_all_the_latest(missed: set[int]) -> None:
    taken: set[Turn] = set()
    days = sorted(set(range(81)) - missed)
    for day in days:
        for nudge in decided(fact(), today=FIRST + timedelta(days=day), taken=taken):
            taken.update(nudge.turns)

    said = sorted(taken, key=lambda one: one.local_date)
    assert len(said) <= len(MANDATORY)
    assert said[-1:] == [
        turn
        for turn in [reached(fact(), today=FIRST + timedelta(days=days[-1]), rungs=MANDATORY, workdays=LATVIA)]
        if turn
    ]
