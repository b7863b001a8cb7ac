"""Milestones: the steps of a measure as the plan words them, each with its own day where it has one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import journal, operations, plan
from forum.awaited import Asking
from forum.people import Person
from forum.plan import Completion, Duty, number_order
from forum.store.base import Noun, Values, link, linked
from forum.times import At

NOUN = "milestone"
# What may be said of one; what is struck out of the plan, its keepers say.
SAID = (Completion.NOT_STARTED, Completion.LIMITED, Completion.SUBSTANTIAL, Completion.COMPLETE)


class Milestone(Noun):
    """A step of a measure; whoever answers for the measure answers for it. ``text``: all of it, where the title is
    shorter; ``due_text`` keeps a vague deadline as the plan words it; ``evidence``: a link."""

    __tablename__ = "milestone"
    __table_args__ = (
        linked(),
        link("plan_id", "plan"),
        link("measure_id", "measure"),
        Index("ix_milestone_measure", "forum", "measure_id"),
    )

    number: Mapped[str]
    title: Mapped[str]
    measure_id: Mapped[int]
    plan_id: Mapped[int | None] = mapped_column(default=None)
    text: Mapped[str] = mapped_column(default="")
    due_text: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    completion: Mapped[Completion | None] = mapped_column(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
    evidence: Mapped[str] = mapped_column(default="")
    gone_at: Mapped[datetime | None] = mapped_column(default=None)

    @property
    def whole(self) -> str:
        """What it is, all of it."""
        return self.text or self.title


def of_measures(session: Session, forum: str, measure_ids: Collection[int]) -> dict[int, list[Milestone]]:
    """The living milestones of each of these measures that has any, in the order of their numbers."""
    rows = session.scalars(
        select(Milestone).where(
            Milestone.forum == forum, Milestone.gone_at.is_(None), Milestone.measure_id.in_(sorted(measure_ids))
        )
    )
    found: dict[int, list[Milestone]] = {}
    for row in sorted(rows, key=lambda row: (number_order(row.number), row.id)):
        found.setdefault(row.measure_id, []).append(row)
    return found


def asked(session: Session, milestone: Milestone, people: Collection[Person], *, day: date) -> Person | None:
    """Which of these people answers for its measure on this day; None: nobody of them."""
    leads = plan.parties(session, milestone.forum, [milestone.measure_id])[milestone.measure_id][Duty.LEAD]
    asking = Asking(session, milestone.forum, day=day, bodies=leads)
    theirs = {one.id for body in leads for one in asking.about(milestone.measure_id, body)}
    return next((one for one in people if one.id in theirs), None)


def of_people(session: Session, forum: str, those: Collection[Person], *, day: date) -> list[Milestone]:
    """The living milestones that these people say how far they are, on this day."""
    bodies = {one.institution_id for one in those if one.institution_id is not None}
    ids = {one.id for one in those}
    led = select(plan.Responsibility.measure_id).where(
        plan.Responsibility.forum == forum,
        plan.Responsibility.duty == Duty.LEAD,
        plan.Responsibility.institution_id.in_(sorted(bodies)),
    )
    found = of_measures(session, forum, session.scalars(led).all()) if bodies else {}
    if not found:
        return []
    asking, parties = Asking(session, forum, day=day, bodies=bodies), plan.parties(session, forum, found)
    return [
        row
        for measure, rows in found.items()
        if any(ids & {one.id for one in asking.about(measure, body)} for body in parties[measure][Duty.LEAD])
        for row in rows
    ]


def say(
    session: Session,
    milestone: Milestone,
    completion: Completion | None,
    *,
    evidence: str = "",
    by: Person,
    at: At,
    announces: str = "",
) -> None:
    """Keep how far it is, here and on the workspace; the day with it where it is complete; and a link that shows it
    (``evidence``; empty: the one that stands there stays). ``announces``: the message that waits for that."""
    before = milestone.completion
    said = Values()
    if completion is not before or not evidence:
        done_on = at.day if completion is Completion.COMPLETE else None
        said["completion"] = completion.value if completion else None
        said["done_on"] = done_on.isoformat() if done_on else None
    if evidence:
        said["evidence"] = evidence
    put(session, milestone, said, announces=announces, at=at)
    journal.note(
        session,
        milestone.forum,
        at=at.now,
        actor=f"person:{by.id}",
        side="forum",
        action="milestone.said",
        noun=NOUN,
        noun_id=milestone.id,
        before={"completion": before.value if before else None},
        after={**said, "evidence": True} if evidence else said,
    )


def put(session: Session, milestone: Milestone, said: Values, *, announces: str, at: At) -> None:
    """Set these of its fields (``completion``, ``done_on``, ``evidence``; in the forum's words) here and on the
    workspace."""
    if "completion" in said:
        milestone.completion = Completion(said["completion"]) if said["completion"] else None
    if "done_on" in said:
        milestone.done_on = date.fromisoformat(said["done_on"]) if said["done_on"] else None
    if "evidence" in said:
        milestone.evidence = said["evidence"]
    operations.put(
        session, milestone.forum, noun=NOUN, noun_id=milestone.id, values=said, announces=announces, now=at.now
    )
