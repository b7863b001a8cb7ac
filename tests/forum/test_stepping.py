"""What was said of milestones with an answer is told with it, whatever echo tells it in the end."""

from __future__ import annotations

from sqlalchemy import select

from forum import answering, stepping, withdrawing
from forum.answering import Answer
from forum.milestones import Milestone
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage, To
from forum.people import Person
from forum.plan import Completion
from forum.replies import ReplyVersion
from forum.rounds import Obligation
from forum.stepping import Step
from tests.facts import Facts, at

AT = at("2021-01-05 10:00")


def answer(facts: Facts, duty: Obligation, person: Person, text: str) -> ReplyVersion:
    given = Answer(channel="page", done=text, completion=Completion.LIMITED)
    return answering.record(facts.session, duty, person, given, at=AT, echo=To(person_id=person.id))


def told(facts: Facts) -> list[tuple[str, list[tuple[int, str]]]]:
    """The echoes by state, with the milestones that each tells of and what stood before."""
    rows = facts.session.scalars(select(OutgoingMessage).order_by(OutgoingMessage.id))
    return [
        (row.state.value, [(one["milestone"], one["before"]) for one in row.values.get("steps", [])]) for row in rows
    ]


def test_an_echo_that_takes_the_place_of_another_tells_of_its_milestones_too(facts: Facts) -> None:
    body = facts.body("IZM")
    person, measure = facts.member("IZM kontaktpersona", body), facts.measure("2.8", body)
    facts.round()
    (duty,) = facts.opened("2021-01-05")
    first, second = (
        Milestone(forum=facts.forum, number=f"2.8.{n}", title="Solis", measure_id=measure.id) for n in (1, 2)
    )
    facts.session.add_all([first, second])
    facts.session.flush()

    version = answer(facts, duty, person, "Sākts.")
    stepping.beside(facts.session, version, [Step(first, Completion.LIMITED)], by=person, at=AT)
    version = answer(facts, duty, person, "Sākts, un vairāk.")
    steps = [Step(first, Completion.COMPLETE), Step(second, Completion.LIMITED)]
    stepping.beside(facts.session, version, steps, by=person, at=AT)
    assert told(facts) == [("dropped", [(first.id, "")]), ("pending", [(first.id, ""), (second.id, "")])]

    withdrawing.withdraw(facts.session, duty, person, channel="page", at=AT, echo=To(person_id=person.id))
    assert told(facts)[1:] == [
        ("dropped", [(first.id, ""), (second.id, "")]),
        ("pending", [(first.id, ""), (second.id, "")]),
    ]
    echo = facts.session.scalars(select(OutgoingMessage.dedupe_key).order_by(OutgoingMessage.id.desc())).first()
    such = select(WorkspaceOperation.announces).where(WorkspaceOperation.noun == "milestone")
    assert facts.session.scalars(such).all() == [echo] * 3
