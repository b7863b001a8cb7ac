"""Settling views: what a partner's own person changed in the row of its view, on the workspace, is its next version."""

from __future__ import annotations

from sqlalchemy.orm import Session

from forum import answer_rows, answering, enrolment, speaking, voices
from forum.edits import Edit
from forum.outbox import To
from forum.people import Institution, Person
from forum.plan import Completion, Measure
from forum.policies import Policy
from forum.replies import Reply
from forum.rounds import Obligation, Round, Voice
from forum.speaking import NotNow, Seat, View
from forum.times import At


def seat(session: Session, edit: Edit) -> Seat | None:
    """Where the partner spoke whose view's row was changed; None where the edit is of no view."""
    if edit.reply_id is None:
        return None
    duty = session.get_one(Obligation, session.get_one(Reply, edit.reply_id).obligation_id)
    if duty.voice is not Voice.PARTNER:
        return None
    return Seat(
        session.get_one(Round, duty.round_id),
        session.get_one(Measure, duty.measure_id),
        session.get_one(Institution, duty.institution_id),
    )


def settle(session: Session, edit: Edit, where: Seat, person: Person, *, at: At, policy: Policy) -> bool:
    """Whether the edit is the partner's next version, which is kept then. What is sealed is spoken elsewhere alone."""
    before = speaking.of_seat(session, where)
    said = {name: word for name in ("completion", "done") if (word := edit.values.get(name))}
    if person.institution_id != where.body.id or before is None or not said or voices.blind(session, where.round):
        return False
    completion = Completion(said["completion"]) if "completion" in said else before.completion
    if completion is None:
        return False
    view = View(completion=completion, words=said.get("done", before.done), channel=answering.WORKSPACE)
    try:
        version = speaking.speak(session, where, person, view, at=at, policy=policy)
    except NotNow:
        return False
    if enrolment.way_to(session, person):
        speaking.echo(session, version, To(person_id=person.id), at=at)
    answer_rows.settle(session, edit)
    return True
