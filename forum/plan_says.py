"""What the plan says of a measure beside how far it has come: who answers for it, and by when."""

from __future__ import annotations

from sqlalchemy.orm import Session

from forum import plan
from forum.people import Institution, Person
from forum.plan import Duty, Measure
from forum.store.base import Values
from forum.store.keyed import load


def of(session: Session, measure: Measure) -> Values:
    """``lead`` and ``co_lead``: codes of bodies, ``contact``: names of persons; ``due_text`` as the plan words it,
    ``due_on`` where it names a day."""
    parties = plan.parties(session, measure.forum, [measure.id])[measure.id]
    bodies = {one.id: one.code for one in load(session, Institution, [*parties[Duty.LEAD], *parties[Duty.CO_LEAD]])}
    people = {one.id: one.name for one in load(session, Person, parties[Duty.CONTACT]) if one.gone_at is None}
    return {
        "lead": [bodies[number] for number in parties[Duty.LEAD] if number in bodies],
        "co_lead": [bodies[number] for number in parties[Duty.CO_LEAD] if number in bodies],
        "contact": [people[number] for number in parties[Duty.CONTACT] if number in people],
        "due_text": measure.due_text,
        "due_on": measure.due_on,
    }
