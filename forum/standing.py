"""Standing: what is on record about a measure before a body answers, so that it may say that nothing has changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.plan import Completion, Measure
from forum.replies import Manner, Reply, ReplyVersion, sets_status
from forum.rounds import TELLING, Obligation, Round


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What is on record. ``since``: the local date it is of, where that is known."""

    completion: Completion | None
    done: str
    next_step: str
    obstacles: str
    since: date | None = None


def on_record(session: Session, obligation: Obligation) -> Standing | None:
    """What "unchanged" would keep: for its lead the measure's row, for any other body its own last reply about the
    measure. None where neither a status that says something nor a text stands
    there, and in a round that asks for words alone."""
    if not session.get_one(Round, obligation.round_id).kind.tells_progress:
        return None
    found = _of_measure(session, obligation) if sets_status(session, obligation) else _last_said(session, obligation)
    return found if found and (found.done or found.completion not in (None, Completion.NO_EVIDENCE)) else None


def _of_measure(session: Session, obligation: Obligation) -> Standing:
    row = session.get_one(Measure, obligation.measure_id)
    return Standing(
        completion=row.completion,
        done=row.done,
        next_step=row.next_step,
        obstacles=row.obstacles,
        since=row.completion_on,
    )


def _last_said(session: Session, obligation: Obligation) -> Standing | None:
    """The newest words of this body about this measure in another round."""
    row = session.scalar(
        select(ReplyVersion)
        .join(Reply, (Reply.id == ReplyVersion.reply_id) & (Reply.version == ReplyVersion.version))
        .join(Obligation, Obligation.id == Reply.obligation_id)
        .where(
            Obligation.forum == obligation.forum,
            Obligation.measure_id == obligation.measure_id,
            Obligation.institution_id == obligation.institution_id,
            Obligation.voice == obligation.voice,
            Obligation.id != obligation.id,
            Obligation.round_id.in_(select(Round.id).where(Round.kind.in_(TELLING))),
            ReplyVersion.manner.in_((Manner.TOLD, Manner.UNCHANGED)),
        )
        .order_by(ReplyVersion.id.desc())
        .limit(1)
    )
    if row is None:
        return None
    return Standing(
        completion=row.completion,
        done=row.told("done"),
        next_step=row.told("next_step"),
        obstacles=row.told("obstacles"),
    )
