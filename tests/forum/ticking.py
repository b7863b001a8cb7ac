"""Ticks for the tests of the nudges: what one decides, what it leaves to be sent, and what is left of that later."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from forum import answering, briefs, nudges, outbox
from forum.answering import Answer
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.plan import Completion
from forum.policies import Policy
from forum.rounds import Obligation
from tests.facts import TELEGRAM, Facts, at, policy, riga

POLICY = policy()


def tick(facts: Facts, moment: str, by: Policy = POLICY) -> dict[str, list[str]]:
    """What a tick decides: rungs by person's name. The round's obligations are made equal to the plan first."""
    facts.opened(moment)
    found = nudges.tick(facts.session, facts.forum, now=riga(moment), policy=by)
    facts.session.flush()
    return {facts.session.get_one(Person, nudge.person).name: [turn.turn for turn in nudge.turns] for nudge in found}


def told(facts: Facts, person: Person, kind: str = nudges.KIND) -> list[OutgoingMessage]:
    """The messages of a kind to a person that were not dropped, in the order of their making."""
    rows = facts.session.scalars(
        select(OutgoingMessage)
        .where(
            OutgoingMessage.forum == facts.forum,
            OutgoingMessage.person_id == person.id,
            OutgoingMessage.kind == kind,
            OutgoingMessage.state != outbox.State.DROPPED,
        )
        .order_by(OutgoingMessage.id)
    )
    return list(rows)


def brief(facts: Facts, message: OutgoingMessage, moment: str) -> dict[str, Any] | None:
    person = facts.session.get(Person, message.person_id)
    return briefs.of(briefs.Asked(facts.session, message, person, at(moment), POLICY))


def numbers(said: dict[str, Any] | None) -> list[list[str]]:
    """The measures' numbers of a nudge's brief, round by round."""
    assert said is not None
    return [[measure["number"] for measure in one["measures"]] for one in said["rounds"]]


def answer(facts: Facts, duty: Obligation, person: Person, moment: str) -> None:
    said = Answer(completion=Completion.LIMITED, done="Sagatavots apraksts.", channel=TELEGRAM)
    answering.record(facts.session, duty, person, said, echo=outbox.To(person_id=person.id), at=at(moment))
