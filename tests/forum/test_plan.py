"""The plan: numbers that are text, and who answers for what."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from forum import plan
from forum.plan import Duty, Responsibility
from tests.facts import Facts, riga


@pytest.mark.parametrize(
    "numbers",
    [
        ["1.1", "1.2", "1.10", "2.1"],
        ["2.1", "2.2", "2.10", "10.1"],
        ["1", "1.1", "1.1.1", "1.2"],
        ["1.9", "D1", "D4"],
        ["3", "3-1", "3-2", "3-11"],
        ["2.1", "2.3", "2.1²"],
    ],
)
def test_numbers_stand_in_the_plans_order(numbers: list[str]) -> None:
    assert sorted(sorted(numbers, reverse=True), key=plan.number_order) == numbers


def test_2_10_is_not_2_1(facts: Facts) -> None:
    assert facts.measure("2.10").number == "2.10"
    assert plan.number_order("2.10") != plan.number_order("2.1")


def test_responsibilities_become_exactly_those_given(facts: Facts) -> None:
    izm, vk, knab = (facts.body(code) for code in ("IZM", "VK", "KNAB"))
    contact = facts.person("IZM kontaktpersona", izm)
    measure = facts.measure("1.1", izm, izm, co_leads=(vk,), contacts=(contact,))
    untouched = facts.measure("1.2", vk)

    def stand() -> list[tuple[int, Duty, int | None, int | None]]:
        rows = facts.session.scalars(select(Responsibility).order_by(Responsibility.id))
        return [(row.measure_id, row.duty, row.institution_id, row.person_id) for row in rows]

    before = stand()
    plan.set_responsibilities(facts.session, measure, {Duty.LEAD: [vk.id, knab.id]})
    facts.session.flush()

    assert before == [
        (measure.id, Duty.LEAD, izm.id, None),
        (measure.id, Duty.CO_LEAD, vk.id, None),
        (measure.id, Duty.CONTACT, None, contact.id),
        (untouched.id, Duty.LEAD, vk.id, None),
    ]
    assert stand() == [
        (untouched.id, Duty.LEAD, vk.id, None),
        (measure.id, Duty.LEAD, vk.id, None),
        (measure.id, Duty.LEAD, knab.id, None),
    ]


@pytest.mark.parametrize("both", [True, False])
def test_a_responsibility_has_one_party(facts: Facts, both: bool) -> None:
    izm = facts.body("IZM")
    person, measure = facts.person("IZM kontaktpersona", izm), facts.measure("1.1")
    party = {"institution_id": izm.id, "person_id": person.id} if both else {}
    facts.session.add(Responsibility(forum=facts.forum, measure_id=measure.id, duty=Duty.LEAD, **party))

    with pytest.raises(IntegrityError):
        facts.session.flush()


def test_leads_of_the_living_measures(facts: Facts) -> None:
    izm, vk = facts.body("IZM"), facts.body("VK")
    first, gone = facts.measure("1.1", izm, co_leads=(vk,)), facts.measure("1.2", vk)
    gone.gone_at = riga("2021-01-01")
    facts.session.flush()

    assert plan.leads(facts.session, facts.forum) == [(first.id, izm.id)]
    assert plan.leads(facts.session, facts.forum, duties=(Duty.LEAD, Duty.CO_LEAD)) == [
        (first.id, izm.id),
        (first.id, vk.id),
    ]
    assert plan.leads(facts.session, "other-forum") == []
