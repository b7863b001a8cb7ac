"""The action plan: commitments, their measures, and who answers for each."""

from __future__ import annotations

import enum
from collections.abc import Collection
from datetime import date, datetime, timedelta
from functools import lru_cache

from sqlalchemy import CheckConstraint, ColumnElement, Index, String, and_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.store.base import Noun, link, linked, unique
from forum.store.keyed import Key


class Completion(enum.StrEnum):
    """How far a measure has come, by the codes of the Open Government Partnership."""

    NO_EVIDENCE = "no_evidence"
    NOT_STARTED = "not_started"
    LIMITED = "limited"
    SUBSTANTIAL = "substantial"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"


class Duty(enum.StrEnum):
    """What one body or person is to a measure."""

    LEAD = "lead"
    CO_LEAD = "co_lead"
    CONTACT = "contact"


class Plan(Noun):
    """One action plan; two may be alive at once, both with a measure 2.3."""

    __tablename__ = "plan"
    __table_args__ = (linked(),)

    code: Mapped[str]
    title: Mapped[str]
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    ogp_period: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="")
    gone_at: Mapped[datetime | None] = mapped_column(default=None)


class Commitment(Noun):
    """One of a plan's promises. ``number`` is text: 2.10 is not 2.1."""

    __tablename__ = "commitment"
    __table_args__ = (linked(), link("plan_id", "plan"), link("lead_id", "institution"))

    number: Mapped[str]
    title: Mapped[str]
    plan_id: Mapped[int | None] = mapped_column(default=None)
    title_en: Mapped[str] = mapped_column(default="")
    ogp_id: Mapped[str] = mapped_column(default="")
    lead_id: Mapped[int | None] = mapped_column(default=None)
    problem: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    gone_at: Mapped[datetime | None] = mapped_column(default=None)


# What a row of measures is: by the noun whose list it stands in.
MEASURE, RECOMMENDATION = "measure", "recommendation"


class Measure(Noun):
    """What is to be done, and how far it is. ``due_text`` keeps a vague deadline as the plan words it. ``noun``: a
    measure, or what is followed up like one (``forum/recommendations.py``)."""

    __tablename__ = "measure"
    __table_args__ = (linked(), link("plan_id", "plan"), link("commitment_id", "commitment"))
    __mapper_args__ = {  # noqa: RUF012 - as SQLAlchemy types it
        "polymorphic_on": "noun",
        "polymorphic_identity": MEASURE,
        "with_polymorphic": "*",
    }

    noun: Mapped[str] = mapped_column(String(24), init=False)
    number: Mapped[str]
    title: Mapped[str]
    plan_id: Mapped[int | None] = mapped_column(default=None)
    commitment_id: Mapped[int | None] = mapped_column(default=None)
    due_text: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    result: Mapped[str] = mapped_column(default="")
    completion: Mapped[Completion | None] = mapped_column(default=None)
    completion_on: Mapped[date | None] = mapped_column(default=None)
    done: Mapped[str] = mapped_column(default="")
    next_step: Mapped[str] = mapped_column(default="")
    obstacles: Mapped[str] = mapped_column(default="")
    gone_at: Mapped[datetime | None] = mapped_column(default=None)


class Responsibility(Noun):
    """Who answers for what: one body as lead or co-lead, or one person as contact."""

    __tablename__ = "responsibility"
    __table_args__ = (
        link("measure_id", "measure"),
        link("institution_id", "institution"),
        link("person_id", "person"),
        unique("measure_id", "duty", "institution_id"),
        unique("measure_id", "duty", "person_id"),
        Index("ix_responsibility_person", "forum", "person_id"),
        CheckConstraint("(institution_id IS NULL) <> (person_id IS NULL)", name="one_party"),
    )

    measure_id: Mapped[int]
    duty: Mapped[Duty]
    institution_id: Mapped[int | None] = mapped_column(default=None)
    person_id: Mapped[int | None] = mapped_column(default=None)


OF_MEASURE = Key(Responsibility, "measure_id")


# A plan's last report, and the answers that come late, are a matter of the year after its end.
AFTERMATH = timedelta(days=366)


def alive(session: Session, forum: str, *, day: date) -> list[Plan]:
    """The plans that are carried out or reported on this day, the oldest first: two may be."""
    rows = session.scalars(select(Plan).where(Plan.forum == forum, Plan.gone_at.is_(None)))
    living = [
        one
        for one in rows
        if (one.starts_on is None or one.starts_on <= day) and (one.ends_on is None or day <= one.ends_on + AFTERMATH)
    ]
    return sorted(living, key=lambda one: (one.starts_on or date.min, one.id))


Parties = dict[Duty, list[int]]


def set_responsibilities(session: Session, measure: Measure, parties: Parties) -> None:
    """Make the responsibilities of a measure exactly these: institution ids for LEAD and CO_LEAD, person ids for
    CONTACT."""
    session.flush()
    for row in session.scalars(
        select(Responsibility).where(Responsibility.forum == measure.forum, Responsibility.measure_id == measure.id)
    ):
        session.delete(row)
    session.flush()
    for duty, ids in parties.items():
        field = "person_id" if duty is Duty.CONTACT else "institution_id"
        for party in dict.fromkeys(ids):
            row = Responsibility(forum=measure.forum, measure_id=measure.id, duty=duty)
            setattr(row, field, party)
            session.add(row)


def parties(session: Session, forum: str, measure_ids: Collection[int]) -> dict[int, Parties]:
    """Who answers for each of these measures, duty by duty, in the order in which it was said."""
    found: dict[int, Parties] = {number: {duty: [] for duty in Duty} for number in measure_ids}
    wanted = select(Responsibility).where(
        Responsibility.forum == forum, Responsibility.measure_id.in_(sorted(measure_ids))
    )
    for row in session.scalars(wanted.order_by(Responsibility.id)):
        found[row.measure_id][row.duty] += [party for party in (row.institution_id, row.person_id) if party is not None]
    return found


def of_plan(forum: str) -> ColumnElement[bool]:
    """Such rows as are living measures: what the plan promised, not what is followed up beside it."""
    return and_(Measure.forum == forum, Measure.gone_at.is_(None), Measure.noun == MEASURE)


def is_lead(session: Session, measure: Measure, institution_id: int) -> bool:
    """Whether this body answers for this living measure as its lead."""
    if measure.gone_at is not None:
        return False
    rows = OF_MEASURE.all(session, measure.forum, measure.id)
    return any(row.duty is Duty.LEAD and row.institution_id == institution_id for row in rows)


def leads(session: Session, forum: str, *, duties: tuple[Duty, ...] = (Duty.LEAD,)) -> list[tuple[int, int]]:
    """(measure id, institution id) of every living measure, in the plan's order."""
    rows = session.execute(
        select(Responsibility.measure_id, Responsibility.institution_id)
        .join(Measure, Measure.id == Responsibility.measure_id)
        .where(
            Responsibility.forum == forum,
            Responsibility.duty.in_(duties),
            Responsibility.institution_id.is_not(None),
            Measure.gone_at.is_(None),
        )
        .order_by(Responsibility.id)
    )
    return [(measure, institution) for measure, institution in rows if institution is not None]


@lru_cache(maxsize=50_000)  # of some hundred forums the whole plans
def number_order(number: str) -> tuple[tuple[int, str], ...]:
    """A sort key for numbers that are text: 2.2 before 2.10, D4 among its like; 2² is no number and no harm."""
    parts = number.replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdecimal() else (10**9, part) for part in parts if part)
