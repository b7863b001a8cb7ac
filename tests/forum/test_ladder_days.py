"""On which days a ladder's rungs come where a round has a sign-by day of its own."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import select

from forum import briefs, deciding, forecast, ladder_days, still_you
from forum.outbox import OutgoingMessage, State
from forum.policies import Rung
from forum.rounds import WINDOW, Kind, Obligation, Round, Term
from tests.facts import DUE, LATVIA, MANDATORY, Facts, at, policy, riga

POLICY = policy(still_you={Kind.MANDATORY: 5})
# The days of the ladder that counts from the due day alone.
START, SIGN, LAST, LATE = date(2021, 1, 4), date(2021, 1, 18), date(2021, 1, 27), date(2021, 2, 3)


def come(sign_by: date | None, *, many: bool = False, weekdays: tuple[int, ...] = ()) -> list[date]:
    steps = ladder_days.of(MANDATORY, Term(DUE, sign_by), workdays=LATVIA, many=many, weekdays=weekdays)
    return [step.comes_on for step in steps]


@pytest.mark.parametrize(
    ("sign_by", "days"),
    [
        (None, [START, SIGN, LAST, LATE]),
        (date(2021, 1, 22), [START, date(2021, 1, 21), LAST, LATE]),
        (date(2021, 1, 25), [START, date(2021, 1, 22), LAST, LATE]),  # a Monday: on the Friday before
        (date(2021, 1, 24), [START, date(2021, 1, 22), LAST, LATE]),  # a day off
        (date(2021, 1, 6), [START, date(2021, 1, 5), LAST, LATE]),
        # So early that the first reminder would come with it or after it: it keeps its ten working days before.
        (date(2021, 1, 5), [date(2020, 12, 15), START, LAST, LATE]),
        # So late that the last reminder would come with it or before it.
        (date(2021, 1, 28), [START, date(2021, 1, 26), LAST, LATE]),
        (date(2021, 1, 31), [START, date(2021, 1, 26), LAST, LATE]),
    ],
)
def test_the_rung_to_sign_comes_on_the_working_day_before_and_each_rung_on_a_day_of_its_own(
    sign_by: date | None, days: list[date]
) -> None:
    assert come(sign_by) == days


def test_it_comes_before_the_last_call_of_whoever_answers_for_many() -> None:
    assert come(date(2021, 1, 28), many=True) == [START, date(2021, 1, 22), date(2021, 1, 25), LATE]


def test_whoever_hears_on_some_days_alone_hears_of_it_by_that_day() -> None:
    signs = date(2021, 1, 21)  # a Thursday
    assert come(signs, weekdays=(3,))[1] == date(2021, 1, 20)  # waits for the day itself
    assert come(signs, weekdays=(4,))[1] == date(2021, 1, 15)  # the Friday after would be too late


@example(ahead=25, many=False, weekdays={4})  # the Friday before the sign-by day is one in December
@given(ahead=st.integers(1, 61), many=st.booleans(), weekdays=st.sets(st.integers(0, 4), max_size=2))
def test_whatever_the_day_the_rungs_keep_their_order_and_none_comes_after_it(
    ahead: int, many: bool, weekdays: set[int]
) -> None:
    sign_by = DUE - timedelta(days=ahead)
    days = come(sign_by, many=many)
    assert all(one < other for one, other in pairwise(days))
    assert days[1] < sign_by
    assert days[2:] == come(None, many=many)[2:]
    wished = come(sign_by, many=many, weekdays=tuple(sorted(weekdays)))
    assert all(one <= other for one, other in pairwise(wished))
    assert wished[1] <= sign_by


@pytest.mark.parametrize(
    ("sign_by", "counts"),
    [
        (DUE, False),
        (DUE + timedelta(days=5), False),
        (DUE - timedelta(days=1), True),
        (DUE - WINDOW, False),
        (DUE - WINDOW + timedelta(days=1), True),
    ],
)
def test_a_day_after_the_due_day_or_before_answers_are_taken_does_not_count(sign_by: date, counts: bool) -> None:
    one = Round(forum="f", key="k", title="t", due_on=DUE, audience=[], sign_by=sign_by)
    assert one.term() == Term(DUE, sign_by if counts else None)
    # Of a due day that was put off, no day to sign by is known.
    assert one.term(DUE + timedelta(days=7)) == Term(DUE + timedelta(days=7))


def test_who_is_asked_whether_they_still_answer_is_asked_before_the_first_reminder() -> None:
    early = Term(DUE, date(2021, 1, 5))
    assert still_you.window(Kind.MANDATORY, early, POLICY) == (date(2020, 12, 8), date(2020, 12, 15))
    assert still_you.window(Kind.COMMENTS, early, POLICY) is None


def test_a_ladder_without_that_rung_heeds_none() -> None:
    rungs = (Rung("start", -15), Rung("last", -3))
    found = [ladder_days.of(rungs, Term(DUE, sign_by), workdays=LATVIA) for sign_by in (None, date(2021, 1, 14))]
    assert found[0] == found[1]


def test_what_is_foreseen_comes_and_a_day_that_is_moved_reminds_nobody_twice(facts: Facts) -> None:
    body = facts.body("IZM")
    facts.measure("2.8", body)
    facts.member("IZM kontaktpersona", body)
    row = facts.round(sign_by=date(2021, 1, 22))
    first = date(2021, 1, 4)
    ahead = forecast.foresee(
        facts.session, facts.forum, first=first, last=LATE, now=riga("2021-01-04 08:00"), policy=policy()
    )
    came, said = [], {}
    for number in range((LATE - first).days + 1):
        day = first + timedelta(days=number)
        if day == date(2021, 1, 25):  # it was given to sign already; the day is moved to and fro
            row.sign_by = date(2021, 1, 20)
            facts.session.flush()
        while deciding.tick(facts.session, facts.forum, now=riga(str(day)), policy=policy()):
            pass
        for message in facts.session.scalars(select(OutgoingMessage).where(OutgoingMessage.state == State.PENDING)):
            brief = briefs.of(briefs.Asked(facts.session, message, None, at(str(day)), policy()))
            message.state = State.SENT
            came.append((day, message.values["rung"]))
            said[message.values["rung"]] = brief and brief["rounds"][0]["sign_by"]
        facts.session.flush()
    assert came == [(one.on, one.rung) for one in ahead]
    assert came == [(START, "start"), (date(2021, 1, 21), "sign"), (LAST, "last"), (LATE, "late")]
    assert said == {"start": date(2021, 1, 22), "sign": date(2021, 1, 22), "last": None, "late": None}


def test_whose_due_day_was_put_off_goes_by_the_new_one(facts: Facts) -> None:
    body = facts.body("IZM")
    facts.measure("2.8", body)
    facts.member("IZM kontaktpersona", body)
    facts.round(sign_by=date(2021, 1, 22))
    facts.opened("2021-01-04")
    duty = facts.session.scalars(select(Obligation)).one()
    duty.due_on = date(2021, 2, 8)
    facts.session.flush()
    ahead = forecast.foresee(
        facts.session, facts.forum, first=date(2021, 1, 4), last=LATE, now=riga("2021-01-04 08:00"), policy=policy()
    )
    assert [(one.on, one.rung) for one in ahead] == [
        (date(2021, 1, 11), "start"),
        (date(2021, 1, 25), "sign"),
        (LATE, "last"),
    ]
