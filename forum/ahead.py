"""Ahead: what will be open on a day to come, by the plan as it is now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import rounds
from forum.awaited import Asking, Owed
from forum.people import Institution
from forum.plan import Measure
from forum.rounds import Obligation, Round


def owed_on(session: Session, forum: str, *, day: date, since: datetime) -> list[Owed]:
    """What will be open on a day by the plan as it is now, of what nobody had answered before ``since``."""
    running = rounds.running(session, forum, day=day)
    if not running:
        return []
    asked = Asking(session, forum, day=day)
    return [
        Owed(
            duty,
            one,
            session.get_one(Measure, duty.measure_id),
            session.get_one(Institution, duty.institution_id),
            asked.about(duty.measure_id, duty.institution_id),
        )
        for one in running
        for duty in _duties(session, one)
        if duty.skipped_at is None
        and (duty.discharged_at is None or duty.discharged_at >= since)
        and not duty.closed_in(one, day)
    ]


def _duties(session: Session, one: Round) -> Iterable[Obligation]:
    """The obligations of a round as they are, or (not kept) as they will be made when it runs."""
    kept = {
        (row.measure_id, row.institution_id): row
        for row in session.scalars(
            select(Obligation).where(
                Obligation.forum == one.forum,
                Obligation.round_id == one.id,
                Obligation.voice == rounds.Voice.INSTITUTION,
            )
        )
    }
    for measure, institution in rounds.owing(session, one):
        yield kept.get((measure, institution)) or Obligation(
            forum=one.forum, round_id=one.id, measure_id=measure, institution_id=institution
        )
