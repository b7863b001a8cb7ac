"""Several bodies on one measure: the lead's answer sets the completion, and each sees what the others said."""

from __future__ import annotations

from sqlalchemy.orm import Session

from forum.people import Person
from forum.plan import Completion, Measure
from forum.rounds import Audience, Obligation
from tests.facts import Facts
from tests.web.worksheet.desk import ANSWER, DONE, Desk


def test_of_several_bodies_the_leads_answer_sets_the_completion_and_each_sees_the_others(either_desk: Desk) -> None:
    desk = either_desk

    def make(session: Session) -> tuple[Person, Person, list[Obligation]]:
        facts = Facts(session)
        lead, other = facts.body("IZM"), facts.body("VK")
        people = [facts.member(f"{one.code} kontaktpersona", one) for one in (lead, other)]
        facts.measure("2.8", lead, co_leads=(other,))
        facts.round(audience=(Audience.RESPONSIBLE, Audience.CO_RESPONSIBLE))
        return people[0], people[1], facts.opened("2021-01-18")

    first, second, duties = desk.do(make)
    page = desk.send(desk.link(second), f"p/{duties[1].id}/atbilde", {**ANSWER, "choice": "complete"})
    assert page.texts("//section[@aria-labelledby='beside']/*[self::h3 or self::dl or self::p[@class='aside']]") == [
        "IZM pilnā vārdā (atbildīgā iestāde)",
        "Vēl nav atbildēts",
    ]
    (row,) = desk.all(Measure)
    assert row.completion is None
    page = desk.send(desk.link(first), f"p/{duties[0].id}/atbilde", {**ANSWER, "choice": "limited"})
    assert page.texts("//section[@aria-labelledby='beside']//h3 | //section[@aria-labelledby='beside']//dd") == [
        "VK pilnā vārdā",
        "Izpildīts",
        DONE,
        "Atvērt API.",
    ]
    (row,) = desk.all(Measure)
    assert row.completion is Completion.LIMITED
