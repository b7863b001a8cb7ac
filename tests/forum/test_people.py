"""People: who serves, who is here, and who of a body is asked in whose place."""

from __future__ import annotations

from datetime import date

import pytest

from forum import people
from forum.people import Person, Role
from tests.facts import Facts, riga

DAY = date(2021, 1, 15)


def someone(
    name: str, role: Role = Role.CONTACT, *, until_on: date | None = None, away_until: date | None = None
) -> Person:
    return Person(forum="ogp-forum", name=name, role=role, until_on=until_on, away_until=away_until)


def named(found: list[Person]) -> list[str]:
    return [person.name for person in found]


@pytest.mark.parametrize(
    ("from_on", "until_on", "serves"),
    [
        (None, None, True),
        (date(2021, 1, 15), date(2021, 1, 15), True),
        (date(2021, 1, 16), None, False),
        (None, date(2021, 1, 14), False),
    ],
)
def test_a_person_serves_from_the_first_to_the_last_day(
    from_on: date | None, until_on: date | None, serves: bool
) -> None:
    person = someone("A", until_on=until_on)
    person.from_on = from_on

    assert person.serves_on(DAY) is serves


def test_a_person_who_left_the_roster_serves_no_more() -> None:
    person = someone("A")
    person.gone_at = riga("2021-01-20")

    assert not person.serves_on(DAY)


@pytest.mark.parametrize(
    ("away_until", "here"), [(date(2021, 1, 14), ["A"]), (date(2021, 1, 15), []), (date(2021, 2, 1), [])]
)
def test_away_through_the_last_day(away_until: date, here: list[str]) -> None:
    assert named(people.here([someone("A", away_until=away_until)], day=DAY)) == here


AWAY, LEFT = date(2021, 1, 31), date(2021, 1, 1)
CONTACT, OTHER_CONTACT = someone("contact"), someone("other contact")
DEPUTY, COORDINATOR = someone("deputy", Role.DEPUTY), someone("coordinator", Role.COORDINATOR)
OBSERVER, APPROVER = someone("observer", Role.OBSERVER), someone("approver", Role.APPROVER)


@pytest.mark.parametrize(
    ("staff", "asked"),
    [
        ([DEPUTY, CONTACT, COORDINATOR], ["contact"]),
        ([CONTACT, OTHER_CONTACT, DEPUTY], ["contact", "other contact"]),
        ([someone("contact", away_until=AWAY), OTHER_CONTACT, DEPUTY], ["other contact"]),
        ([someone("contact", away_until=AWAY), DEPUTY], ["deputy"]),
        ([someone("contact", away_until=AWAY), DEPUTY, COORDINATOR], ["coordinator"]),
        ([someone("contact", until_on=LEFT), DEPUTY], ["deputy"]),
        # All are away: better the one who will be back than nobody.
        ([someone("contact", away_until=AWAY), someone("deputy", Role.DEPUTY, away_until=AWAY)], ["contact"]),
        ([someone("contact", until_on=LEFT), someone("deputy", Role.DEPUTY, away_until=AWAY)], ["deputy"]),
        ([OBSERVER, APPROVER], []),
        ([], []),
    ],
)
def test_who_of_a_body_is_asked(staff: list[Person], asked: list[str]) -> None:
    assert named(people.answering(staff, day=DAY)) == asked


def test_coordinators_are_those_who_serve_today_in_this_forum(facts: Facts) -> None:
    body = facts.body("VK")
    first = facts.person("VK koordinators", body, role=Role.COORDINATOR, away_until=date(2021, 2, 1))
    facts.person("VK bijusī koordinatore", body, role=Role.COORDINATOR, until_on=date(2020, 12, 31))
    facts.person("VK kontaktpersona", body)
    Facts(facts.session, "other-forum").person("Cits koordinators", role=Role.COORDINATOR)

    assert people.coordinators(facts.session, facts.forum, day=DAY) == [first]
