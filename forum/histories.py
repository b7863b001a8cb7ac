"""Histories: all that was said about one measure, round by round, every version with where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import reports
from forum.given import Answer, Given
from forum.milestones import Milestone, of_measures
from forum.plan import Completion, Measure, Plan, is_lead
from forum.recommendations import Stance, stance
from forum.replies import Manner, Reply, ReplyVersion
from forum.reports import Entry
from forum.rounds import Obligation, Round, Voice


@dataclass(frozen=True)
class Turn:
    """What one round brought about the measure. ``earlier``: the versions that count no more, the oldest first."""

    title: str
    due_on: date
    entry: Entry
    earlier: Sequence[Answer]


@dataclass(frozen=True)
class History:
    """One measure as it stands on ``day``; its rounds, the newest first."""

    number: str
    title: str
    plan: str
    result: str
    completion: Completion | None
    completion_on: date | None
    day: date
    turns: Sequence[Turn]
    stance: Stance | None = None
    steps: Sequence[Milestone] = ()


def of(session: Session, measure: Measure, *, day: date) -> History:
    """The history of a measure, in all rounds of its plan that asked about it."""
    plan = session.get(Plan, measure.plan_id) if measure.plan_id else None
    return History(
        measure.number,
        measure.title,
        plan.title if plan else "",
        measure.result,
        measure.completion,
        measure.completion_on,
        day,
        [_turn(session, one, measure, day) for one in _rounds(session, measure)],
        stance(measure),
        of_measures(session, measure.forum, [measure.id]).get(measure.id, ()),
    )


def named(session: Session, forum: str, number: str) -> list[Measure]:
    """The living measures of this number, as people write it («2.8.»); two plans may each have one."""
    rows = session.scalars(
        select(Measure)
        .where(Measure.forum == forum, Measure.gone_at.is_(None), Measure.number == number.strip().rstrip("."))
        .order_by(Measure.id)
    )
    return list(rows)


def last_said(history: History) -> list[tuple[Turn, Answer]]:
    """What each body said last of what counts, and in which round; of the newest round first."""
    found: dict[str, tuple[Turn, Answer]] = {}
    for turn in history.turns:
        for answer in turn.entry.answers:
            found.setdefault(answer.body.code, (turn, answer))
    return list(found.values())


def _rounds(session: Session, measure: Measure) -> list[Round]:
    asked = select(Obligation.round_id).where(
        Obligation.forum == measure.forum, Obligation.measure_id == measure.id, Obligation.void_at.is_(None)
    )
    rows = session.scalars(
        select(Round)
        .where(Round.forum == measure.forum, Round.gone_at.is_(None), Round.id.in_(asked))
        .order_by(Round.due_on.desc(), Round.id.desc())
    )
    return list(rows)


def _turn(session: Session, one: Round, measure: Measure, day: date) -> Turn:
    entry = reports.entry(session, one, measure, day=day)
    return Turn(one.title, one.due_on, entry, _earlier(session, one, measure, entry))


def _earlier(session: Session, one: Round, measure: Measure, entry: Entry) -> list[Answer]:
    counts = {(answer.key, answer.version) for answer in entry.answers}
    given = Given(session, one)
    rows = session.execute(
        select(Obligation, Reply, ReplyVersion)
        .join(Reply, Reply.obligation_id == Obligation.id)
        .join(ReplyVersion, ReplyVersion.reply_id == Reply.id)
        .where(
            Obligation.forum == one.forum,
            Obligation.round_id == one.id,
            Obligation.measure_id == measure.id,
            Obligation.voice == Voice.INSTITUTION,
            ReplyVersion.manner != Manner.WITHDRAWN,
        )
        .order_by(ReplyVersion.id)
    )
    return [
        given.told(duty, version, leads=is_lead(session, measure, duty.institution_id), key=reply.key)
        for duty, reply, version in rows
        if (reply.key, version.version) not in counts
    ]
