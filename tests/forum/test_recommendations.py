"""Recommendations: about which of them a round asks, and when their own days are told."""

from __future__ import annotations

from datetime import date

from forum import own_dates, reports
from forum.recommendations import Decision
from forum.rounds import Kind
from tests.facts import Facts, riga


def test_where_an_answer_is_owed_each_is_asked_about_that_was_not_declined(facts: Facts) -> None:
    vk = facts.body("VK")
    facts.measure("2.8", vk)
    first, _, third = (
        facts.recommendation("R1", vk, due_on=date(2021, 2, 10)),
        facts.recommendation("R2", vk, decision=Decision.DECLINED, due_on=date(2021, 2, 10)),
        facts.recommendation("R3", vk, decision=Decision.PARTLY),
    )
    facts.recommendation("R4")
    mandatory, voluntary = facts.round(kind=Kind.MANDATORY), facts.round(date(2021, 2, 9), kind=Kind.VOLUNTARY)

    def duties() -> list[tuple[int, int]]:
        return [(one.round_id, one.measure_id) for one in facts.opened("2021-01-04") if one.void_at is None]

    measure = min(number for _, number in duties())
    always = [(mandatory.id, measure), (mandatory.id, first.id)]
    assert duties() == [*always, (mandatory.id, third.id), (voluntary.id, measure)]

    third.decision = Decision.DECLINED
    assert duties() == [*always, (voluntary.id, measure)]
    # The report tells of all of them, declined or without an owner, in a part of their own.
    told = [reports.of(facts.session, one, day=riga("2021-01-04").date()) for one in (mandatory, voluntary)]
    assert [[[entry.number for entry in part.entries] for part in one.chapters] for one in told] == [
        [["2.8"], ["R1", "R2", "R3", "R4"]],
        [["2.8"]],
    ]


def test_its_own_day_is_told_to_whoever_follows_it_up(facts: Facts) -> None:
    vk = facts.body("VK")
    person = facts.member("VK kontaktpersona", vk)
    day = date(2021, 2, 10)
    first = facts.recommendation("R1", vk, due_on=day)
    facts.recommendation("R2", vk, due_on=day, decision=Decision.DECLINED)
    found = own_dates.near(facts.session, facts.forum, day=date(2021, 2, 1))
    assert {number: near.rows for number, near in found.items()} == {person.id: [first]}
