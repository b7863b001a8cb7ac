"""Link checks: whether the links given as evidence still open; the dead ones are told in one list, never one by one."""

from __future__ import annotations

import enum
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Index, String, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum.evidence import Evidence, EvidenceKind
from forum.people import Institution
from forum.plan import Measure, number_order
from forum.rounds import Obligation, Round
from forum.store.base import Noun, link, unique

# How often a link is looked at (real time), and how soon again where it did not open: a site may be down for a day.
EVERY, AGAIN = timedelta(days=7), timedelta(days=1)
# So many times in a row it must not have opened before it is called dead.
DEAD_AFTER = 3


class Found(enum.StrEnum):
    """What a look found: the link opens; there is nothing there; it could not be told, as where the site asks for a
    sign-in or turns programs away; it is an address that we do not open."""

    OPENS = "opens"
    GONE = "gone"
    UNSURE = "unsure"
    CLOSED = "closed"


class LinkCheck(Noun):
    """What is known of one link. ``failures``: how many times in a row it did not open; ``why``: what was found last,
    in a word for the coordinators (a status, a kind of error); ``checked_at`` and ``next_at`` are real time."""

    __tablename__ = "link_check"
    __table_args__ = (
        link("evidence_id", "evidence"),
        unique("evidence_id"),
        Index("ix_link_check_next", "forum", "next_at"),
    )

    evidence_id: Mapped[int]
    checked_at: Mapped[datetime]
    next_at: Mapped[datetime]
    found: Mapped[Found]
    why: Mapped[str] = mapped_column(String(80), default="")
    failures: Mapped[int] = mapped_column(default=0)


@dataclass(frozen=True)
class Dead:
    """A link that opens no more: which evidence, of whom, about which measure."""

    evidence_id: int
    url: str
    code: str
    number: str
    round_title: str
    why: str
    since: datetime


def due(session: Session, forum: str, *, real: datetime, limit: int) -> Sequence[tuple[int, str]]:
    """(number, address) of the links to be looked at now, those never looked at first."""
    rows = session.execute(
        select(Evidence.id, Evidence.url)
        .outerjoin(LinkCheck, (LinkCheck.forum == Evidence.forum) & (LinkCheck.evidence_id == Evidence.id))
        .where(
            Evidence.forum == forum,
            Evidence.kind == EvidenceKind.LINK,
            Evidence.dropped_at.is_(None),
            Evidence.error == "",
            Evidence.obligation_id.is_not(None),
            or_(LinkCheck.id.is_(None), LinkCheck.next_at <= real),
        )
        .order_by(LinkCheck.next_at.is_not(None), LinkCheck.next_at, Evidence.id)
        .limit(limit)
    )
    return [(row[0], row[1]) for row in rows]


def keep(session: Session, forum: str, evidence_id: int, found: Found, why: str, *, real: datetime) -> None:
    """Keep what a look found."""
    row = session.scalar(select(LinkCheck).where(LinkCheck.forum == forum, LinkCheck.evidence_id == evidence_id))
    if row is None:
        row = LinkCheck(forum=forum, evidence_id=evidence_id, checked_at=real, next_at=real, found=found)
        session.add(row)
    row.failures = row.failures + 1 if found is Found.GONE else 0
    row.checked_at, row.found, row.why = real, found, why[:80]
    row.next_at = real + (AGAIN if found is Found.GONE and row.failures < DEAD_AFTER else EVERY)


def dead(session: Session, forum: str, *, obligations: Collection[int] | None = None) -> list[Dead]:
    """The links that open no more (of these obligations alone, where any are named), by measure."""
    asked = (
        select(LinkCheck, Evidence, Measure.number, Institution.code, Round.title)
        .join(Evidence, Evidence.id == LinkCheck.evidence_id)
        .join(Obligation, Obligation.id == Evidence.obligation_id)
        .join(Measure, Measure.id == Obligation.measure_id)
        .join(Institution, Institution.id == Obligation.institution_id)
        .join(Round, Round.id == Obligation.round_id)
        .where(LinkCheck.forum == forum, LinkCheck.failures >= DEAD_AFTER, Evidence.dropped_at.is_(None))
    )
    if obligations is not None:
        asked = asked.where(Obligation.id.in_(obligations))
    rows = session.execute(asked.order_by(LinkCheck.id))
    found = [
        Dead(piece.id, piece.url, code, number, title, check.why, check.checked_at)
        for check, piece, number, code, title in rows
    ]
    return sorted(found, key=lambda one: (number_order(one.number), one.evidence_id))
