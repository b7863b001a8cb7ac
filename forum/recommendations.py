"""Recommendations: what the independent reviewer, a council or others recommend, followed up like a measure."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, false, or_
from sqlalchemy.orm import Mapped, mapped_column

from forum.plan import MEASURE, RECOMMENDATION, Measure


class Source(enum.StrEnum):
    """Who recommends."""

    IRM = "irm"
    COUNCIL = "council"
    NGO = "ngo"
    OECD = "oecd"
    OTHER = "other"


class Decision(enum.StrEnum):
    """Whether the forum follows a recommendation."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    DECLINED = "declined"


class Recommendation(Measure):
    """A recommendation: a measure that no plan promised. Its owner is its lead. ``text``: all of it, where the title is
    shorter; ``decision``: None where none was taken; ``response``: what the forum answers, and why."""

    # In the table of measures, where a measure has none of these: so each may be empty there, but never is here.
    __mapper_args__ = {"polymorphic_identity": RECOMMENDATION}  # noqa: RUF012 - as SQLAlchemy types it

    source: Mapped[Source] = mapped_column(default=Source.OTHER, nullable=True)
    source_url: Mapped[str] = mapped_column(default="", nullable=True)
    text: Mapped[str] = mapped_column(default="", nullable=True)
    text_en: Mapped[str] = mapped_column(default="", nullable=True)
    response: Mapped[str] = mapped_column(default="", nullable=True)
    decision: Mapped[Decision | None] = mapped_column(default=None)


@dataclass(frozen=True)
class Stance:
    """Where a recommendation is from, and what the forum answers to it; ``text`` is empty where the title says all."""

    source: Source
    url: str
    text: str
    text_en: str
    decision: Decision | None
    response: str


def stance(measure: Measure) -> Stance | None:
    """Of a recommendation; a measure has none."""
    if not isinstance(measure, Recommendation):
        return None
    text = "" if measure.text == measure.title else measure.text
    return Stance(measure.source, measure.source_url, text, measure.text_en, measure.decision, measure.response)


def source(measure: Measure) -> str:
    """Who recommends it, as a code; empty for a measure."""
    return measure.source.value if isinstance(measure, Recommendation) else ""


def asked_about(*, duty: bool) -> ColumnElement[bool]:
    """What a round asks about: each measure; where an answer is a ``duty``, each recommendation that was not declined
    too."""
    table = Measure.__table__.c
    open_ = or_(table.decision.is_(None), table.decision != Decision.DECLINED)
    return or_(Measure.noun == MEASURE, and_(Measure.noun == RECOMMENDATION, open_) if duty else false())
