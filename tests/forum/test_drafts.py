"""Drafts: an answer under way is in the forum's memory, one for each question to each person."""

from __future__ import annotations

from forum import drafts
from forum.drafts import Awaits, Draft
from forum.people import Person
from forum.plan import Completion
from forum.rounds import Obligation
from tests.facts import Facts, riga


def two_duties(facts: Facts) -> tuple[Person, list[Obligation]]:
    body = facts.body("IZM")
    person = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.measure("1.2", body)
    facts.round()
    return person, facts.opened("2021-01-04")


def begin(
    facts: Facts, person: Person, duty: Obligation | None, awaits: Awaits, *, moment: str = "2021-01-04 10:00"
) -> Draft:
    return drafts.begin(
        facts.session,
        facts.forum,
        person_id=person.id,
        obligation_id=duty.id if duty else None,
        awaits=awaits,
        now=riga(moment),
    )


def awaiting(facts: Facts, people: list[Person], awaits: Awaits) -> list[Draft]:
    return drafts.awaiting(facts.session, facts.forum, person_ids=[person.id for person in people], awaits=awaits)


def test_a_question_asked_again_goes_on_with_what_was_said(facts: Facts) -> None:
    person, (duty, _) = two_duties(facts)
    first = begin(facts, person, duty, Awaits.STATUS)
    first.completion, first.text = Completion.LIMITED, "Teksts."
    again = begin(facts, person, duty, Awaits.TEXT, moment="2021-01-05 10:00")

    assert again is first
    assert (again.awaits, again.opened_at, again.completion, again.text) == (
        Awaits.TEXT,
        riga("2021-01-05 10:00"),
        Completion.LIMITED,
        "Teksts.",
    )


def test_each_obligation_and_each_person_has_a_draft_of_its_own(facts: Facts) -> None:
    person, duties = two_duties(facts)
    other = facts.member("IZM vietnieks")
    rows = [begin(facts, who, duty, Awaits.TEXT) for who in (person, other) for duty in duties]

    assert len({row.id for row in rows}) == 4
    found = [
        drafts.of(facts.session, facts.forum, person_id=who.id, obligation_id=duty.id)
        for who in (person, other)
        for duty in duties
    ]
    assert found == rows
    assert drafts.of(facts.session, "other-forum", person_id=person.id, obligation_id=duties[0].id) is None


def test_texts_that_belong_nowhere_yet_stand_beside_each_other(facts: Facts) -> None:
    person, _ = two_duties(facts)

    assert begin(facts, person, None, Awaits.MEASURE) is not begin(facts, person, None, Awaits.MEASURE)


def test_what_is_awaited_of_these_people_the_newest_first(facts: Facts) -> None:
    person, (first, second) = two_duties(facts)
    other = facts.member("IZM vietnieks")
    late = begin(facts, person, first, Awaits.TEXT, moment="2021-01-04 12:00")
    early = begin(facts, person, second, Awaits.TEXT, moment="2021-01-04 11:00")
    others = begin(facts, other, first, Awaits.TEXT, moment="2021-01-04 10:00")
    status = begin(facts, other, second, Awaits.STATUS)

    assert awaiting(facts, [person, other], Awaits.TEXT) == [late, early, others]
    assert awaiting(facts, [person], Awaits.TEXT) == [late, early]
    assert awaiting(facts, [other], Awaits.STATUS) == [status]
    assert awaiting(facts, [], Awaits.TEXT) == []
