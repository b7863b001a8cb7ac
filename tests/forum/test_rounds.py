"""Rounds: which take answers, and who owes what in them as the plan stands today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from forum import deciding, rounds
from forum.plan import Duty, set_responsibilities
from forum.policies import DayOff
from forum.rounds import Audience, Kind, Obligation
from tests.facts import DUE, Facts, policy, riga


def owed(duties: list[Obligation]) -> list[tuple[int, int, bool]]:
    """(measure, institution, whether it stands) of each."""
    return [(row.measure_id, row.institution_id, row.void_at is None) for row in duties]


def changes(facts: Facts, day: str) -> int:
    return rounds.open_obligations(facts.session, facts.forum, now=riga(day), day=date.fromisoformat(day))


@pytest.mark.parametrize(
    ("grace_until", "lock_on", "last"),
    [
        (None, None, date(2021, 2, 15)),  # two weeks for late answers
        (date(2021, 2, 8), None, date(2021, 2, 8)),
        (date(2021, 2, 8), date(2021, 2, 15), date(2021, 2, 15)),
        (None, date(2021, 2, 15), date(2021, 2, 15)),
    ],
)
def test_a_round_closes_after_its_last_day(
    facts: Facts, grace_until: date | None, lock_on: date | None, last: date
) -> None:
    one = facts.round(grace_until=grace_until, lock_on=lock_on)

    assert [one.closed_on(last), one.closed_on(last + timedelta(days=1))] == [False, True]


@pytest.mark.parametrize("kind", [Kind.FILLING, Kind.VOLUNTARY, Kind.COMMENTS])
def test_where_nobody_can_be_late_a_round_closes_after_its_due_day(facts: Facts, kind: Kind) -> None:
    one = facts.round(kind=kind)

    assert [one.closed_on(DUE), one.closed_on(DUE + timedelta(days=1))] == [False, True]


def test_a_due_day_on_a_day_off_is_moved_by_the_forums_rule_and_what_the_row_says_is_kept(facts: Facts) -> None:
    sunday = date(2021, 1, 31)
    rules = {rule: policy(day_off=rule).due for rule in DayOff}
    one = facts.round(sunday, grace_until=sunday)

    found = []
    for rule in (DayOff.NEXT, DayOff.NEXT, DayOff.PREVIOUS, DayOff.SAME):
        one.due_on = one.due_given or one.due_on
        one.place(rules[rule])
        found.append((one.due_on, one.due_given, one.last_day()))
    friday, monday = date(2021, 1, 29), date(2021, 2, 1)

    assert found == [(monday, sunday, monday)] * 2 + [(friday, sunday, sunday), (sunday, None, sunday)]


def test_a_row_that_is_corrected_counts_as_it_says_now(facts: Facts) -> None:
    one = facts.round(date(2021, 1, 31))
    deciding.tick(facts.session, facts.forum, now=riga("2021-01-04"), policy=policy())
    moved = (one.due_on, one.due_given)
    one.due_on = date(2021, 2, 5)
    facts.session.flush()
    deciding.tick(facts.session, facts.forum, now=riga("2021-01-05"), policy=policy())

    assert (moved, (one.due_on, one.due_given)) == (
        (date(2021, 2, 1), date(2021, 1, 31)),
        (date(2021, 2, 5), None),
    )


@pytest.mark.parametrize(
    ("more", "last"),
    [
        ({"kind": Kind.VOLUNTARY}, date(2021, 3, 1)),
        ({}, date(2021, 3, 15)),
        ({"grace_until": date(2021, 2, 8)}, date(2021, 3, 8)),
        ({"lock_on": date(2021, 2, 15)}, date(2021, 3, 1)),
        ({"lock_on": date(2021, 3, 20)}, date(2021, 3, 20)),
    ],
)
def test_what_was_put_off_is_taken_as_long_after_its_own_day(facts: Facts, more: dict[str, Any], last: date) -> None:
    izm = facts.body("IZM")
    facts.measure("1.1", izm)
    facts.measure("1.2", izm)
    one = facts.round(**more)
    put_off, other = facts.opened("2021-01-04")
    put_off.due_on = date(2021, 3, 1)
    facts.session.flush()
    days = (last, last + timedelta(days=1))

    assert (put_off.due_in(one), other.due_in(one)) == (date(2021, 3, 1), DUE)
    assert [put_off.closed_in(one, day) for day in days] == [False, True]
    assert [rounds.running(facts.session, facts.forum, day=day) for day in days] == [[one], []]
    assert other.closed_in(one, last) is (last > one.last_day())


def test_a_round_that_is_gone_is_closed_at_once(facts: Facts) -> None:
    one = facts.round()
    one.gone_at = riga("2021-01-10")

    assert one.closed_on(date(2021, 1, 1))
    assert rounds.running(facts.session, facts.forum, day=date(2021, 1, 1)) == []


def test_rounds_that_take_answers_nearest_due_day_first(facts: Facts) -> None:
    later, first = facts.round(DUE + timedelta(days=20)), facts.round()
    facts.round(date(2021, 1, 5), kind=Kind.VOLUNTARY)  # over
    facts.round(date(2021, 6, 1))  # far off
    Facts(facts.session, "other-forum").round()

    assert rounds.running(facts.session, facts.forum, day=date(2021, 1, 6)) == [first, later]


def test_a_round_takes_its_first_answers_two_months_ahead(facts: Facts) -> None:
    one = facts.round()
    begins = DUE - timedelta(days=62)

    found = [rounds.running(facts.session, facts.forum, day=day) for day in (begins - timedelta(days=1), begins)]

    assert found == [[], [one]]


def test_each_lead_owes_an_answer_about_each_of_its_measures_once(facts: Facts) -> None:
    izm, vk = facts.body("IZM"), facts.body("VK")
    first, second = facts.measure("1.1", izm, co_leads=(vk,)), facts.measure("1.2", izm, vk)
    facts.measure("1.3")
    facts.round()

    assert changes(facts, "2021-01-04") == 3
    assert changes(facts, "2021-01-04") == 0
    assert owed(facts.opened("2021-01-05")) == [
        (first.id, izm.id, True),
        (second.id, izm.id, True),
        (second.id, vk.id, True),
    ]


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ((Audience.RESPONSIBLE_MINISTRIES,), ["IZM"]),
        ((Audience.RESPONSIBLE,), ["IZM"]),
        ((Audience.CO_RESPONSIBLE,), ["VK"]),
        ((Audience.RESPONSIBLE, Audience.CO_RESPONSIBLE), ["IZM", "VK"]),
        ((Audience.PARTNERS,), []),
        ((), []),
    ],
)
def test_the_audience_says_whose_duty_counts(facts: Facts, audience: tuple[Audience, ...], expected: list[str]) -> None:
    bodies = {code: facts.body(code) for code in ("IZM", "VK")}
    facts.measure("1.1", bodies["IZM"], co_leads=(bodies["VK"],))
    facts.round(audience=audience)

    assert [row.institution_id for row in facts.opened("2021-01-04")] == [bodies[code].id for code in expected]


def test_a_duty_that_passes_on_is_void_there_begins_here_and_can_come_back(facts: Facts) -> None:
    izm, vk = facts.body("IZM"), facts.body("VK")
    measure = facts.measure("1.1", izm)
    facts.round()
    (before,) = facts.opened("2021-01-04")
    before.discharged_at = riga("2021-01-05")

    set_responsibilities(facts.session, measure, {Duty.LEAD: [vk.id]})
    passed = owed(facts.opened("2021-01-06"))
    set_responsibilities(facts.session, measure, {Duty.LEAD: [izm.id]})
    back = facts.opened("2021-01-07")

    assert passed == [(measure.id, izm.id, False), (measure.id, vk.id, True)]
    assert owed(back) == [(measure.id, izm.id, True), (measure.id, vk.id, False)]
    assert [row.discharged_at for row in back] == [riga("2021-01-05"), None]  # what was answered stays answered


def test_a_measure_that_left_the_plan_is_owed_no_more(facts: Facts) -> None:
    izm = facts.body("IZM")
    measure = facts.measure("1.1", izm)
    facts.round()
    facts.opened("2021-01-04")
    measure.gone_at = riga("2021-01-05")

    assert owed(facts.opened("2021-01-06")) == [(measure.id, izm.id, False)]


def test_a_closed_round_is_left_as_it_is(facts: Facts) -> None:
    izm = facts.body("IZM")
    measure = facts.measure("1.1", izm)
    facts.round(lock_on=DUE)
    facts.opened("2021-01-04")
    set_responsibilities(facts.session, measure, {})

    assert changes(facts, "2021-02-02") == 0
    assert owed(facts.opened("2021-02-02")) == [(measure.id, izm.id, True)]


def test_a_round_asks_only_about_its_own_plan(facts: Facts) -> None:
    izm = facts.body("IZM")
    measure = facts.measure("2.3", izm)
    facts.round()
    other = Facts(facts.session)  # another plan of the same forum, alive at the same time
    other.measure("2.3", izm)

    assert owed(facts.opened("2021-01-04")) == [(measure.id, izm.id, True)]
