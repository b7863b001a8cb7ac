"""Beside: on a measure's page a body sees what the others said of it; of several the lead's sets the completion."""

from __future__ import annotations

from sqlalchemy import select

from forum import replies
from forum.people import Institution
from forum.plan import Measure, is_lead
from forum.rounds import Obligation, Voice
from forum.store.base import Values
from web.worksheet.visits import Visitor


def of_measure(visitor: Visitor, duty: Obligation) -> list[Values]:
    """The other bodies of the same measure and round, the lead first: what each said, or that it has not answered."""
    session = visitor.session
    measure = session.get_one(Measure, duty.measure_id)
    rows = session.scalars(
        select(Obligation)
        .where(
            Obligation.forum == visitor.forum,
            Obligation.round_id == duty.round_id,
            Obligation.measure_id == duty.measure_id,
            Obligation.id != duty.id,
            Obligation.void_at.is_(None),
            Obligation.voice == Voice.INSTITUTION,
        )
        .order_by(Obligation.id)
    )
    found = [_told(visitor, one, leads=is_lead(session, measure, one.institution_id)) for one in rows]
    return sorted(found, key=lambda one: not one["leads"])


def _told(visitor: Visitor, duty: Obligation, *, leads: bool) -> Values:
    version = replies.of_obligation(visitor.session, duty)
    return {
        "name": visitor.session.get_one(Institution, duty.institution_id).named(visitor.language),
        "leads": leads,
        "answered": version is not None,
        "completion": version.completion.value if version and version.completion else "",
        "erased": visitor.day_of(version.erased_at) if version else None,
        **{name: version.told(name) if version else "" for name in ("done", "obstacles", "next_step")},
    }
