"""The brief about a plan as a whole: its measures under their commitments, each with its lead and how far it is."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import plan
from forum.briefs.asked import Asked, Brief
from forum.people import Institution
from forum.plan import Commitment, Measure, Plan, number_order
from forum.store.base import Values


def _board(asked: Asked) -> Values | None:
    """``groups`` in the order of their numbers, what belongs to no commitment last (its title is empty)."""
    one = asked.session.get(Plan, asked.message.values["plan"])
    if one is None or one.gone_at is not None:
        return None
    groups = _groups(asked.session, one)
    return {"title": one.title, "day": asked.at.day, "groups": groups} if groups else None


def _groups(session: Session, one: Plan) -> list[Values]:
    commitments = {
        row.id: row
        for row in session.scalars(
            select(Commitment).where(Commitment.forum == one.forum, Commitment.plan_id == one.id)
        )
    }
    rows = session.scalars(select(Measure).where(plan.of_plan(one.forum), Measure.plan_id == one.id))
    leads = _leads(session, one.forum)
    found: dict[int | None, list[Values]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: number_order(row.number)):
        place = row.commitment_id if row.commitment_id in commitments else None
        found[place].append({"number": row.number, "lead": leads.get(row.id, ""), "completion": row.completion})
    order = sorted((key for key in found if key is not None), key=lambda key: number_order(commitments[key].number))
    return [_group(commitments[key], found[key]) for key in order] + (
        [{"number": "", "title": "", "title_en": "", "measures": found[None]}] if None in found else []
    )


def _group(commitment: Commitment, measures: list[Values]) -> Values:
    return {
        "number": commitment.number,
        "title": commitment.title,
        "title_en": commitment.title_en,
        "measures": measures,
    }


def _leads(session: Session, forum: str) -> dict[int, str]:
    """The code of each measure's lead; of several, all."""
    bodies = session.scalars(select(Institution).where(Institution.forum == forum))
    codes = {body.id: body.code for body in bodies}
    found: dict[int, list[str]] = defaultdict(list)
    for measure, institution in sorted(plan.leads(session, forum)):
        found[measure].append(codes[institution])
    return {measure: ", ".join(bodies) for measure, bodies in found.items()}


BRIEFS: dict[str, Brief] = {"board": _board}
