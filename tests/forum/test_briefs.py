"""Briefs: what a message knows at the moment it is sent, and when it has nothing left to say."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from forum import answering, briefs, outbox
from forum.answering import Answer
from forum.briefs import Asked
from forum.briefs.asked import round_facts
from forum.operations import State, WorkspaceOperation
from forum.outbox import OutgoingMessage, To
from forum.people import Person, Role
from forum.plan import Completion, Measure
from forum.rounds import Kind, Obligation, Round
from tests.facts import DUE, TELEGRAM, Facts, at, policy, riga
from tests.forum.ticking import tick

POLICY = policy()
REAL = datetime(2021, 6, 1, 12, tzinfo=UTC)


def said(facts: Facts, kind: str, moment: str, *, to: Person | None = None, **values: object) -> dict[str, Any] | None:
    person = to.id if to else None
    count = len(facts.session.scalars(select(OutgoingMessage.id)).all())
    message = outbox.put(
        facts.session,
        facts.forum,
        to=To(person_id=person),
        kind=kind,
        dedupe=f"message {count}",
        now=riga(moment),
        values=values,
    )
    return of(facts, message, moment)


def of(facts: Facts, message: OutgoingMessage, moment: str) -> dict[str, Any] | None:
    person = facts.session.get(Person, message.person_id) if message.person_id else None
    return briefs.of(Asked(facts.session, message, person, at(moment), POLICY))


def one_duty(facts: Facts, **more: Any) -> tuple[Obligation, Person, Measure]:
    body = facts.body("IZM")
    person = facts.member("IZM kontaktpersona", body)
    measure = facts.measure("1.1", body, contacts=(person,), **more)
    facts.round()
    return facts.opened("2021-01-04")[0], person, measure


def test_a_kind_without_a_brief_says_what_it_was_given(facts: Facts) -> None:
    assert said(facts, "stranger", "2021-01-04", name="kāds") == {"name": "kāds"}


# A measure on record, of which nothing is begun.
AS_ON_RECORD = {"on_record": True, "worksheet": None, "begun_on": None}
# What a nudge may say beside what it is about.
NOTHING_MORE = {"partner": False, "own_dates": [], "still_you": False, "handover": None}


@pytest.mark.parametrize(
    ("moment", "left", "left_working", "to_sign"),
    [("2021-01-04", 28, 20, False), ("2021-01-18", 14, 10, True), ("2021-01-29", 3, 1, False)],
)
def test_a_nudge_knows_the_round_and_the_measures_as_they_stand(
    facts: Facts, moment: str, left: int, left_working: int, to_sign: bool
) -> None:
    duty, person, _ = one_duty(facts, completion=Completion.LIMITED, completion_on=date(2020, 7, 1), done="Sākts.")

    assert said(facts, "nudge", moment, to=person, rounds=[duty.round_id], rung="start") == {
        "rung": "start",
        **NOTHING_MORE,
        "bodies": ["IZM pilnā vārdā"],
        "role": "contact",
        "rounds": [
            {
                "title": f"Ziņojums līdz {DUE}",
                "year": 2021,
                "kind": "mandatory",
                "duty": True,
                "progress": True,
                "due_on": DUE,
                "due_given": None,
                "sign_by": None,
                "legal_basis": "",
                "grace_until": None,
                "left": left,
                "left_working": left_working,
                "to_sign": to_sign,
                "measures": [
                    {
                        "obligation": duty.id,
                        "number": "1.1",
                        "title": "Pasākums 1.1",
                        "marks": [],
                        "done": "Sākts.",
                        "completion": "limited",
                        "completion_on": date(2020, 7, 1),
                        **AS_ON_RECORD,
                    }
                ],
            }
        ],
    }


def test_a_nudge_says_nothing_of_other_rounds_or_for_who_is_asked_no_more(facts: Facts) -> None:
    duty, person, _ = one_duty(facts)
    facts.round(date(2021, 1, 20), kind=Kind.VOLUNTARY, key="other")
    facts.opened("2021-01-04")

    found = said(facts, "nudge", "2021-01-04", to=person, rounds=[duty.round_id], rung="start")
    assert found is not None
    assert [one["due_on"] for one in found["rounds"]] == [DUE]
    person.until_on = date(2021, 1, 4)
    assert said(facts, "nudge", "2021-01-05", to=person, rounds=[duty.round_id], rung="start") is None
    assert said(facts, "nudge", "2021-01-04", rounds=[duty.round_id], rung="start") is None


@pytest.mark.parametrize("kind", ["ask-status", "ask-text"])
def test_a_question_names_its_measure_while_somebody_owes_it(facts: Facts, kind: str) -> None:
    duty, person, _ = one_duty(facts)

    found = said(facts, kind, "2021-01-05", to=person, obligation=duty.id)
    assert found is not None
    assert (found["obligation"], found["number"], found["measure_title"], found["due_on"]) == (
        duty.id,
        "1.1",
        "Pasākums 1.1",
        DUE,
    )
    duty.void_at = riga("2021-01-05")
    assert said(facts, kind, "2021-01-05", to=person, obligation=duty.id) is None
    assert said(facts, kind, "2021-01-05", to=person, obligation=0) is None


def test_an_echo_says_whether_the_answer_stands_on_the_workspace(facts: Facts) -> None:
    duty, person, _ = one_duty(facts)
    answer = Answer(completion=Completion.LIMITED, done="Teksts.", channel=TELEGRAM)
    kept = at("2021-01-05 10:00", real=REAL)
    version = answering.record(facts.session, duty, person, answer, echo=To(person_id=person.id), at=kept)
    echo = facts.session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == "echo")).one()

    waiting = of(facts, echo, "2021-01-05 10:01")
    for row in facts.session.scalars(select(WorkspaceOperation)):
        row.state = State.CONFLICT
    facts.session.flush()
    refused = of(facts, echo, "2021-01-05 10:01")
    for row in facts.session.scalars(select(WorkspaceOperation)):
        row.state = State.DONE
    facts.session.flush()
    written = of(facts, echo, "2021-01-05 12:00")

    same = {
        "version": 1,
        "kind": "mandatory",
        "progress": True,
        "obligation": duty.id,
        "number": "1.1",
        "marks": [],
        "completion": "limited",
        "on_record": "limited",
        "done": "Teksts.",
        "next_step": "",
        "obstacles": "",
        **dict.fromkeys(("nothing", "withdrawn", "internal", "unchanged", "seen", "overtaken"), False),
        "outside": "",
        "link": "",
        "english": "may",
        "in_english": "",
        "steps": [],
    }
    assert waiting == {"written": False, "refused": False, "at": riga("2021-01-05 10:00"), **same}
    assert refused == {"written": False, "refused": True, "at": riga("2021-01-05 10:00"), **same}
    assert written == {"written": True, "refused": False, "at": riga("2021-01-05 12:00"), **same}
    assert echo.values == {"version": version.id, "written": True}


@pytest.mark.parametrize(
    ("moment", "first_on"),
    [
        ("2020-12-10", date(2021, 1, 4)),
        ("2021-01-05", date(2021, 1, 5)),  # the first rung has come: the nudge follows at once
        ("2021-01-05 16:45", date(2021, 1, 6)),
        ("2021-01-08 18:00", date(2021, 1, 11)),  # Friday evening
        ("2021-01-17 12:00", date(2021, 1, 18)),
    ],
)
def test_who_joined_learns_the_nearest_due_day_and_the_first_reminder(
    facts: Facts, moment: str, first_on: date
) -> None:
    _, person, _ = one_duty(facts)

    assert said(facts, "joined", moment, to=person) == {
        "name": "IZM kontaktpersona",
        "due_on": DUE,
        "first_on": first_on,
        "partner": False,
        "numbers": ["1.1"],
    }


def test_the_first_reminder_told_is_the_one_that_comes(facts: Facts) -> None:
    _, person, _ = one_duty(facts)
    tick(facts, "2021-01-04")

    found = [said(facts, "joined", moment, to=person) for moment in ("2021-01-05", "2021-01-18", "2021-02-01")]
    assert [one and one["first_on"] for one in found] == [date(2021, 1, 18), date(2021, 1, 18), date(2021, 2, 1)]


def test_what_is_promised_heeds_the_sign_by_day(facts: Facts) -> None:
    duty, person, _ = one_duty(facts)
    facts.session.get_one(Round, duty.round_id).sign_by = date(2021, 1, 22)
    facts.session.flush()
    tick(facts, "2021-01-04")
    nudge = facts.session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == "nudge")).one()

    joined = said(facts, "joined", "2021-01-05", to=person)
    why = said(facts, "why", "2021-01-05", to=person, nudge=nudge.id)
    assert joined is not None
    assert why is not None
    assert joined["first_on"] == date(2021, 1, 21)
    assert why["rounds"][0]["next"] == [date(2021, 1, 21), date(2021, 1, 27), date(2021, 2, 3)]


def test_who_joined_and_owes_nothing(facts: Facts) -> None:
    person = facts.member("VK novērotājs", facts.body("VK"), role=Role.OBSERVER)

    assert said(facts, "joined", "2021-01-05", to=person) == {
        "name": "VK novērotājs",
        "due_on": None,
        "first_on": None,
        "partner": False,
        "numbers": [],
    }
    assert said(facts, "joined", "2021-01-05") is None


def test_what_the_roster_says_of_a_person_is_shown_to_be_confirmed(facts: Facts) -> None:
    _, person, _ = one_duty(facts)
    facts.measure("1.10", contacts=(person,))
    facts.measure("1.2", contacts=(person,))

    assert said(facts, "join-ask", "2021-01-05", person=person.id) == {
        "person": person.id,
        "name": "IZM kontaktpersona",
        "role": "contact",
        "institution": "IZM pilnā vārdā",
        "measures": [{"number": number, "title": f"Pasākums {number}"} for number in ("1.1", "1.2", "1.10")],
    }
    assert said(facts, "join-ask", "2021-01-05", person=0) is None


def test_a_coordinator_is_told_of_a_round_while_there_is_one(facts: Facts) -> None:
    duty, _, _ = one_duty(facts)
    runs = facts.member("VK koordinators", role=Role.COORDINATOR)
    facts.measure("1.2", facts.body("NVD"))
    facts.opened("2021-01-04")
    duty.discharged_at = riga("2021-01-05")

    found = said(facts, "awaited", "2021-01-05", to=runs, round=duty.round_id)
    assert found is not None
    assert {name: found[name] for name in ("answered", "total", "unreached", "without_lead", "reached")} == {
        "answered": 1,
        "total": 2,
        "unreached": ["NVD pilnā vārdā"],
        "without_lead": [],
        "reached": 0,
    }
    assert [(one["code"], one["measures"], one["state"]) for one in found["awaited"]] == [
        ("NVD", [{"number": "1.2", "marks": [], "until": None, "begun": False}], "nobody")
    ]
    assert said(facts, "awaited", "2021-01-05", to=runs, round=0) is None


def test_what_was_to_be_taken_until_a_day_that_is_past_is_promised_no_more(facts: Facts) -> None:
    one = facts.round(grace_until=date(2021, 2, 8), lock_on=date(2021, 3, 1))
    told = [round_facts(one, date(2021, 2, day), policy())["grace_until"] for day in (8, 9)]
    assert told == [date(2021, 2, 8), None]
