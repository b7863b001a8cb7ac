"""A handover: what a successor is told, once, and when a reminder tells it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from forum import answering, briefs, deciding, evidence, handover, nudges, outbox
from forum.answering import Answer
from forum.evidence import Evidence, EvidenceKind
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.plan import Completion
from tests.facts import DUE, TELEGRAM, Facts, at, policy, riga
from tests.forum.ticking import told

POLICY = policy()
EARLY, START = "2020-12-15", "2021-01-04"


def tick(facts: Facts, day: str) -> None:
    while deciding.tick(facts.session, facts.forum, now=riga(day), policy=POLICY):
        pass
    facts.session.flush()


@pytest.fixture
def after(facts: Facts) -> Person:
    """Stands in the row of somebody who had answered about one of two measures, with a document."""
    body = facts.body("IZM")
    old = facts.member("IZM kontaktpersona", body)
    facts.measure("2.8", body)
    facts.measure("2.10", body)
    facts.round()
    first = facts.opened(EARLY)[0]
    said = Answer(completion=Completion.LIMITED, done="Sagatavots apraksts.", channel=TELEGRAM)
    answering.record(facts.session, first, old, said, echo=outbox.To(person_id=old.id), at=at(EARLY))
    piece = Evidence(
        forum=facts.forum,
        kind=EvidenceKind.LINK,
        given_at=riga(EARLY),
        channel=TELEGRAM,
        address="",
        obligation_id=first.id,
        url="https://dati.example/1",
    )
    facts.session.add(piece)
    facts.session.flush()
    assert list(evidence.kept(facts.session, first)) == [piece]
    old.gone_at = riga(EARLY)
    return facts.member("IZM otra kontaktpersona", body, predecessor_id=old.id)


def part(facts: Facts, message: OutgoingMessage, day: str) -> dict[str, object] | None:
    person = facts.session.get(Person, message.person_id)
    return briefs.of(briefs.Asked(facts.session, message, person, at(day), POLICY))


PASSED = {
    "before": "IZM kontaktpersona",
    "measures": [
        {
            "number": "2.8",
            "marks": [],
            "title": "Pasākums 2.8",
            "link": "",
            "said": {
                "on": date(2020, 12, 15),
                "by": "IZM kontaktpersona",
                "role": "contact",
                "completion": "limited",
                "text": "Sagatavots apraksts.",
            },
            "documents": [{"name": "https://dati.example/1", "url": "https://dati.example/1"}],
            "letter": None,
        },
        {
            "number": "2.10",
            "marks": [],
            "title": "Pasākums 2.10",
            "link": "",
            "said": None,
            "documents": [],
            "letter": None,
        },
    ],
    "more": 0,
}


def test_before_any_reminder_it_is_a_message_of_its_own(facts: Facts, after: Person) -> None:
    tick(facts, "2020-12-16")
    (message,) = told(facts, after, handover.KIND)
    brief = part(facts, message, "2020-12-16")
    assert brief is not None
    assert [(one["due_on"], [row["number"] for row in one["measures"]]) for one in brief.pop("open")] == [  # type: ignore[attr-defined]
        (DUE, ["2.10"])
    ]
    assert brief == PASSED
    tick(facts, "2020-12-17")
    tick(facts, START)
    assert len(told(facts, after, handover.KIND)) == 1
    (nudge,) = told(facts, after, nudges.KIND)
    assert (part(facts, nudge, START) or {})["handover"] is None


def test_the_reminder_that_is_due_says_it(facts: Facts, after: Person) -> None:
    tick(facts, START)
    (nudge,) = told(facts, after, nudges.KIND)
    assert (part(facts, nudge, START) or {})["handover"] == PASSED
    assert told(facts, after, handover.KIND) == []
    kinds = facts.session.scalars(select(OutgoingMessage.kind).where(OutgoingMessage.person_id == after.id)).all()
    assert kinds == [nudges.KIND]
