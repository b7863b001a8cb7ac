"""Standing: what is on record about a measure before a body answers, so that it may say that nothing has changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from forum import plan
from forum.plan import Completion, Measure
from forum.replies import Manner, Reply, ReplyVersion, sets_status
from forum.rounds import TELLING, Obligation, Round, Voice
from forum.store.once import Once


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


def gather(session: Session, forum: str, duties: Collection[Obligation]) -> None:
    """What these bodies said of these measures before, in one question, for ``on_record``."""
    plan.OF_MEASURE.gather(session, forum, [(one.measure_id,) for one in duties])
    said: Said = {(one.measure_id, one.institution_id, one.voice): [] for one in duties}
    measures, bodies = ({one[place] for one in said} for place in (0, 1))
    for duty, row in _said(session, forum, Obligation.measure_id.in_(measures), Obligation.institution_id.in_(bodies)):
        said.get((duty.measure_id, duty.institution_id, duty.voice), []).append((duty.id, row))
    _SAID.remember(session, forum, said)


# By measure, body and voice: what was said last to each obligation, by its number, the newest last.
Said = dict[tuple[int, int, Voice], list[tuple[int, ReplyVersion]]]
_SAID = Once[Said](Obligation, Reply, ReplyVersion, Round)


def _said(session: Session, forum: str, *such: ColumnElement[bool]) -> list[tuple[Obligation, ReplyVersion]]:
    rows = session.execute(
        select(Obligation, ReplyVersion)
        .join(Reply, Obligation.id == Reply.obligation_id)
        .join(ReplyVersion, (Reply.id == ReplyVersion.reply_id) & (Reply.version == ReplyVersion.version))
        .where(
            Obligation.forum == forum,
            Reply.forum == forum,
            ReplyVersion.forum == forum,
            *such,
            Obligation.round_id.in_(select(Round.id).where(Round.forum == forum, Round.kind.in_(TELLING))),
            ReplyVersion.manner.in_((Manner.TOLD, Manner.UNCHANGED)),
        )
    )
    return sorted(((duty, row) for duty, row in rows), key=lambda both: both[1].id)


def _last_said(session: Session, obligation: Obligation) -> Standing | None:
    """The newest words of this body about this measure in another round."""
    measure, body, voice = obligation.measure_id, obligation.institution_id, obligation.voice
    known = (_SAID.known(session, obligation.forum) or {}).get((measure, body, voice))
    if known is None:
        such = (Obligation.measure_id == measure, Obligation.institution_id == body, Obligation.voice == voice)
        known = [(duty.id, row) for duty, row in _said(session, obligation.forum, *such)]
    row = next((row for duty, row in reversed(known) if duty != obligation.id), None)
    if row is None:
        return None
    return Standing(
        completion=row.completion,
        done=row.told("done"),
        next_step=row.told("next_step"),
        obstacles=row.told("obstacles"),
    )
