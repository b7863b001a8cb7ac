"""Gaps: what must be put right in the lists before the forum can ask everyone, as sentences with their rows."""

from __future__ import annotations

from datetime import date

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from forum import awaited, baselines, findings, recommendations
from forum.awaited import Asking
from forum.baselines import ListState, WorkspaceList
from forum.findings import Finding
from forum.people import Institution
from forum.plan import MEASURE, RECOMMENDATION, Duty, Measure, Responsibility, of_plan
from forum.store.base import Values


def standing(session: Session, forum: str, *, day: date) -> list[Values]:
    """Lists that were read and stopped, measures without a lead, bodies of which nobody can be asked, recommendations
    without an owner, and what else is wrong in the lists, what weighs more first: kept findings, each with the address
    of its row as ``link`` (empty: not known)."""
    stopped = [one for one in baselines.lists(session, forum) if one.state is ListState.STOPPED and one.list_id]
    return [
        *({**one.reason, "link": ""} for one in stopped),
        *_without_lead(session, forum),
        *_nobody_to_ask(session, forum, day=day),
        *_without_owner(session, forum),
        *findings.standing(session, forum),
    ]


def _without_lead(session: Session, forum: str) -> list[Values]:
    kept = _list(session, forum, MEASURE)
    return [
        _at(session, kept, row.id, Finding("measure-no-lead", {"number": row.number, "list": kept.title}))
        for row in awaited.unled(session, forum, of_plan(forum))
        if kept is not None
    ]


def _without_owner(session: Session, forum: str) -> list[Values]:
    """What the forum declined, nobody has to follow up."""
    kept = _list(session, forum, RECOMMENDATION)
    followed = and_(Measure.noun == RECOMMENDATION, recommendations.asked_about(duty=True))
    return [
        _at(session, kept, row.id, Finding("recommendation-no-owner", {"number": row.number, "list": kept.title}))
        for row in awaited.unled(session, forum, followed)
        if kept is not None
    ]


def _nobody_to_ask(session: Session, forum: str, *, day: date) -> list[Values]:
    asked = Asking(session, forum, day=day)
    people, bodies = _list(session, forum, "person"), _list(session, forum, "institution")
    if people is None or bodies is None:
        return []
    found = []
    for body in session.scalars(
        select(Institution)
        .join(Responsibility, Responsibility.institution_id == Institution.id)
        .where(Institution.forum == forum, Responsibility.duty == Duty.LEAD, Institution.gone_at.is_(None))
        .distinct()
        .order_by(Institution.code)
    ):
        led = session.scalars(
            select(Responsibility.measure_id).where(
                Responsibility.forum == forum,
                Responsibility.duty == Duty.LEAD,
                Responsibility.institution_id == body.id,
            )
        )
        if not all(asked.about(measure, body.id) for measure in led):
            finding = Finding("institution-no-person", {"code": body.code, "list": people.title})
            found.append(_at(session, bodies, body.id, finding))
    return found


def _list(session: Session, forum: str, noun: str) -> WorkspaceList | None:
    """The list of this noun, where it was read before."""
    return next((one for one in baselines.lists(session, forum) if one.noun == noun), None)


def _at(session: Session, kept: WorkspaceList, noun_id: int, finding: Finding) -> Values:
    return {**finding.kept, "link": baselines.row_link(session, kept.forum, kept.noun, noun_id)}
