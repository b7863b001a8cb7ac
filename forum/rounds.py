"""Reporting rounds: who owes an answer about which measure, and until when."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Index, String, func, insert, select, true
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import recommendations
from forum.plan import Duty, Measure, Responsibility
from forum.store.base import Noun, link, linked, unique
from forum.store.bulk import parts
from forum.store.keyed import Key
from forum.store.once import Once


class Kind(enum.StrEnum):
    """What a round asks for: the worksheets to be filled after a plan's adoption, how far things have come (of one's
    own will, as is one's duty, at the end of the plan's term), or comments on a draft."""

    FILLING = "filling"
    VOLUNTARY = "voluntary"
    MANDATORY = "mandatory"
    FINAL = "final"
    COMMENTS = "comments"

    @property
    def duty(self) -> bool:
        """Whether an answer is owed, so that it can be late; in all other rounds nobody ever is."""
        return self in (Kind.MANDATORY, Kind.FINAL)

    @property
    def tells_progress(self) -> bool:
        """Whether an answer says how far a measure has come; else it is words alone, of which nothing is set on the
        measure's row."""
        return self not in (Kind.FILLING, Kind.COMMENTS)


TELLING = [kind for kind in Kind if kind.tells_progress]


class Voice(enum.StrEnum):
    INSTITUTION = "institution"
    PARTNER = "partner"


# A round of duty whose row says neither until when late answers are taken nor when it is locked takes them so long
# after the due day: time for the late rung (two working days) and a week and more to answer it.
TAKEN_LATE = timedelta(days=14)


# How long before the due day a round takes its first answers, where its row does not say: Order 54's own rhythm
# (the year ends, the report is due a month later) with room for those who answer early.
WINDOW = timedelta(days=62)


@dataclass(frozen=True)
class Term:
    """The days that a ladder stands by: on which an answer is due, and by which it is to be handed to sign (None: the
    ladder's own day stands)."""

    due_on: date
    sign_by: date | None = None


class Round(Noun):
    """One reporting period. Days are local dates of the forum; ``audience`` holds who must answer, as ``Audience``;
    ``due_given``: the due day that its row names, where that is a day off and ``due_on`` is another by the forum's rule
    (None: it is ``due_on``); ``look_on``: the day on which it begins or reminds next (None: nothing is ahead)."""

    __tablename__ = "round"
    __table_args__ = (linked(), link("plan_id", "plan"))

    key: Mapped[str] = mapped_column(String(80))
    title: Mapped[str]
    due_on: Mapped[date]
    audience: Mapped[list[str]]
    plan_id: Mapped[int | None] = mapped_column(default=None)
    kind: Mapped[Kind] = mapped_column(default=Kind.MANDATORY)
    period_from: Mapped[date | None] = mapped_column(default=None)
    period_to: Mapped[date | None] = mapped_column(default=None)
    sign_by: Mapped[date | None] = mapped_column(default=None)
    grace_until: Mapped[date | None] = mapped_column(default=None)
    lock_on: Mapped[date | None] = mapped_column(default=None)
    legal_basis: Mapped[str] = mapped_column(default="")
    gone_at: Mapped[datetime | None] = mapped_column(default=None)
    look_on: Mapped[date | None] = mapped_column(default=None)
    due_given: Mapped[date | None] = mapped_column(default=None)

    @property
    def year(self) -> int:
        """The year that is reported on: the one its period ends in."""
        return (self.period_to or self.due_on).year

    @property
    def signs_by(self) -> date | None:
        """The sign-by day that its row names, where it is before the due day and once answers are taken."""
        if self.sign_by is None or not self.due_on - WINDOW < self.sign_by < self.due_on:
            return None
        return self.sign_by

    def term(self, due_on: date | None = None) -> Term:
        """The days of this round; for one whose due day was put off, no sign-by day is known."""
        due = due_on or self.due_on
        return Term(due, self.signs_by if due == self.due_on else None)

    def closed_on(self, day: date) -> bool:
        """Whether answers of this round are frozen on this day."""
        return self.gone_at is not None or day > self.last_day()

    def last_day(self, due_on: date | None = None) -> date:
        """The last day on which an answer is taken; for one whose due day was put off, it is put off as far, and a
        lock holds until the new day."""
        due = due_on or self.due_on
        if self.lock_on is not None:
            return max(self.lock_on, due)
        if self.grace_until is not None:
            return due + max(self.grace_until - self.due_on, timedelta())
        return due + TAKEN_LATE if self.kind.duty else due

    def place(self, due: Callable[[date], date]) -> None:
        """Have the due day be the one that the forum's rule makes of what the row names."""
        known = self.due_given
        given = known if known is not None and self.due_on == due(known) else self.due_on
        self.due_on = due(given)
        self.due_given = given if given != self.due_on else None


class Audience(enum.StrEnum):
    """Who must report is a rule of the plan, chosen in the round's row."""

    RESPONSIBLE_MINISTRIES = "responsible_ministries"
    RESPONSIBLE = "responsible"
    CO_RESPONSIBLE = "co_responsible"
    PARTNERS = "partners"


# Partners have a voice of their own, which no duty towards a measure gives them.
DUTIES = {
    Audience.RESPONSIBLE_MINISTRIES: Duty.LEAD,
    Audience.RESPONSIBLE: Duty.LEAD,
    Audience.CO_RESPONSIBLE: Duty.CO_LEAD,
}


class Obligation(Noun):
    """One body's duty to answer in one round about one measure. Discharged by a reply; open otherwise. A coordinator
    may extend it (``due_on``, over the round's) or skip it (``skipped_at``), with a ``reason``."""

    __tablename__ = "obligation"
    __table_args__ = (
        linked(),
        link("round_id", "round"),
        link("measure_id", "measure"),
        link("institution_id", "institution"),
        unique("round_id", "measure_id", "institution_id", "voice"),
        Index("ix_obligation_body", "forum", "institution_id", "round_id"),
        Index("ix_obligation_due", "forum", "due_on"),
    )

    round_id: Mapped[int]
    measure_id: Mapped[int]
    institution_id: Mapped[int]
    voice: Mapped[Voice] = mapped_column(default=Voice.INSTITUTION)
    discharged_at: Mapped[datetime | None] = mapped_column(default=None)
    void_at: Mapped[datetime | None] = mapped_column(default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    skipped_at: Mapped[datetime | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")

    def due_in(self, one: Round) -> date:
        """The day by which this is to be answered: its own where it was put off, else its round's."""
        return self.due_on or one.due_on

    def closed_in(self, one: Round, day: date) -> bool:
        """Whether the answer is frozen on this day."""
        return one.gone_at is not None or day > one.last_day(self.due_on)

    def runs_in(self, one: Round, day: date) -> bool:
        """Whether an answer is awaited, or may be corrected, on this day."""
        return one.due_on <= day + WINDOW and not self.closed_in(one, day)


# One body's share in one round.
SHARED = Key(Obligation, "round_id", "institution_id")
_RUNNING = Once[list[Round]](Round, Obligation)


def running(session: Session, forum: str, *, day: date) -> list[Round]:
    """Rounds in which something is to be answered or may be corrected on this day, the nearest due day first; one
    that is closed runs on for those whose due day was put off. Asked for once in a unit of work."""
    return list(_RUNNING.of(session, (forum, day), lambda: _running(session, forum, day)))


def _running(session: Session, forum: str, day: date) -> list[Round]:
    rows = session.scalars(
        select(Round)
        .where(Round.forum == forum, Round.gone_at.is_(None), Round.due_on <= day + WINDOW)
        .order_by(Round.due_on, Round.id)
    )
    put_off = _put_off(session, forum)
    return [one for one in rows if not one.closed_on(day) or day <= one.last_day(put_off.get(one.id))]


def _put_off(session: Session, forum: str) -> dict[int, date]:
    """The latest due day that was put off, in each round that has any."""
    rows = session.execute(
        select(Obligation.round_id, func.max(Obligation.due_on))
        .where(Obligation.forum == forum, Obligation.due_on > date.min, Obligation.void_at.is_(None))
        .group_by(Obligation.round_id)
    )
    return {round_id: latest for round_id, latest in rows if latest is not None}


def open_obligations(session: Session, forum: str, *, now: datetime, day: date) -> int:
    """Make the obligations of every running round equal to who answers for what today; answers how many changed.

    A duty that passed to another body is made void there (its reply, if any, stays) and begins here.
    """
    return sum(settle(session, one, now=now) for one in running(session, forum, day=day))


def settle(session: Session, one: Round, *, now: datetime, measures: Collection[int] | None = None) -> int:
    """Make the obligations of a running round (about these measures alone, where any are named) equal to who answers
    for what; answers how many changed."""
    wanted = owing(session, one, measures=measures)
    kept = {
        (measure, institution): (number, void_at is None)
        for number, measure, institution, void_at in session.execute(
            select(Obligation.id, Obligation.measure_id, Obligation.institution_id, Obligation.void_at).where(
                Obligation.forum == one.forum,
                Obligation.round_id == one.id,
                Obligation.voice == Voice.INSTITUTION,
                true() if measures is None else Obligation.measure_id.in_(measures),
            )
        )
    }
    new = [key for key in wanted if key not in kept]
    if new:
        session.execute(insert(Obligation), [_begun(one, measure, body) for measure, body in new])
    turned = {number: key in wanted for key, (number, stands) in kept.items() if stands != (key in wanted)}
    for part in parts(turned):
        for row in session.scalars(select(Obligation).where(Obligation.id.in_(part))):
            row.void_at = None if turned[row.id] else now
    return len(new) + len(turned)


def _begun(one: Round, measure: int, institution: int) -> dict[str, object]:
    return {
        "forum": one.forum,
        "round_id": one.id,
        "measure_id": measure,
        "institution_id": institution,
        "voice": Voice.INSTITUTION,
        "reason": "",
    }


def loads(session: Session, forum: str, shares: Collection[tuple[int, int]]) -> Counter[tuple[int, int]]:
    """For how many measures a body answers in a round, answered or not, of these shares (round, body)."""
    rows = session.execute(
        select(Obligation.round_id, Obligation.institution_id, func.count())
        .where(
            Obligation.forum == forum,
            Obligation.round_id.in_({one for one, _ in shares}),
            Obligation.institution_id.in_({body for _, body in shares}),
            Obligation.voice == Voice.INSTITUTION,
            Obligation.void_at.is_(None),
        )
        .group_by(Obligation.round_id, Obligation.institution_id)
    )
    return Counter({(one, body): count for one, body, count in rows})


def owing(session: Session, one: Round, *, measures: Collection[int] | None = None) -> dict[tuple[int, int], None]:
    """(measure id, institution id) of all that is to be answered in a round (about these measures alone, where any are
    named), by who answers for what now."""
    duties = {DUTIES[audience] for word in one.audience if (audience := Audience(word)) in DUTIES}
    rows = session.execute(
        select(Responsibility.measure_id, Responsibility.institution_id)
        .join(Measure, Measure.id == Responsibility.measure_id)
        .where(
            Responsibility.forum == one.forum,
            Responsibility.duty.in_(duties),
            Responsibility.institution_id.is_not(None),
            Measure.gone_at.is_(None),
            recommendations.asked_about(duty=one.kind.duty),
            true() if measures is None else Measure.id.in_(measures),
            Measure.plan_id == one.plan_id if one.plan_id is not None else Measure.plan_id.is_(None),
        )
        .order_by(Responsibility.id)
    )
    return {(measure, institution): None for measure, institution in rows if institution is not None}
