"""OGP's dates: what its rules ask for next, and by when."""

from __future__ import annotations

from datetime import date

from forum import ogp_dates
from forum.meetings import Meeting, MeetingKind, MeetingState
from forum.ogp_dates import Due, Rule
from tests.facts import Facts, at, policy

DAY = date(2022, 2, 10)
FORUM, IRM, SUMMIT = MeetingKind.FORUM, MeetingKind.IRM, MeetingKind.SUMMIT


def test_what_is_unknown_stands_first_and_then_what_comes_first() -> None:
    meetings = [(FORUM, date(2021, 8, 31)), (FORUM, date(2022, 3, 4)), (SUMMIT, date(2022, 5, 1))]
    assert ogp_dates.decide(meetings, published=None, day=DAY) == [
        Due(rule=Rule.REPOSITORY, by=None),
        Due(rule=Rule.MEETING, by=date(2022, 2, 28), last=date(2021, 8, 31), planned=date(2022, 3, 4)),
        Due(rule=Rule.SUMMIT, by=date(2022, 5, 1)),
        Due(rule=Rule.SOCIETY, by=date(2022, 12, 31), planned=date(2022, 3, 4)),
    ]


def test_a_meeting_of_today_has_not_been_held_yet() -> None:
    found = ogp_dates.decide([(FORUM, date(2021, 12, 1)), (FORUM, DAY)], published=DAY, day=DAY)
    assert found[0] == Due(rule=Rule.MEETING, by=date(2022, 6, 1), last=date(2021, 12, 1), planned=DAY)


def test_after_two_meetings_in_a_year_no_third_is_asked_for() -> None:
    meetings = [(FORUM, date(2022, 1, 10)), (IRM, date(2022, 2, 2))]
    found = ogp_dates.decide(meetings, published=date(2021, 11, 30), day=DAY)
    assert [(one.rule, one.by) for one in found] == [
        (Rule.REPOSITORY, date(2022, 5, 30)),
        (Rule.MEETING, date(2022, 7, 10)),
    ]


def test_they_are_counted_where_a_plan_names_its_period_by_ogp(facts: Facts) -> None:
    for state, when in ((MeetingState.HELD, "2021-08-31"), (MeetingState.CANCELLED, "2022-01-20")):
        row = Meeting(forum=facts.forum, title="Sanāksme", starts_at=at(when).now, kind=FORUM, state=state)
        facts.session.add(row)
    facts.session.flush()
    assert ogp_dates.told(facts.session, facts.forum, at=at(str(DAY)), policy=policy()) == []
    facts.plan.ogp_period = "2021-2025"
    facts.session.flush()
    told = ogp_dates.told(facts.session, facts.forum, at=at(str(DAY)), policy=policy())
    assert [(one["rule"], one["by"], one["late"]) for one in told] == [
        ("repository", None, False),
        ("meeting", date(2022, 2, 28), False),
        ("society", date(2022, 12, 31), False),
    ]
