"""Withdrawing: an answer is taken back; the obligation is open again, and what stood on record before stands again."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import answering, outbox, replies, writing_back
from forum.answering import Answer
from forum.people import Person
from forum.plan import Measure
from forum.replies import Manner, Reply, ReplyVersion
from forum.rounds import Obligation
from forum.store.base import Values
from forum.times import At


def withdraw(
    session: Session, obligation: Obligation, person: Person, *, channel: str, at: At, echo: outbox.To | None
) -> ReplyVersion | None:
    """Take back what was answered; its versions are kept. None where there is nothing to take back."""
    reply = replies.reply_of(session, obligation)
    if reply is None or replies.of_obligation(session, obligation) is None:
        return None
    restored = _before(session, obligation, reply)
    answer = Answer(channel=channel, manner=Manner.WITHDRAWN)
    version = answering.next_version(session, reply, person, answer, at=at)
    obligation.discharged_at = None
    writing_back.reply_row(session, obligation, reply, version, at=at)
    writing_back.measure_row(session, obligation, version, restored, at=at, keep=False)
    if echo is not None:
        answering.put_echo(session, version, echo, at=at, send_from=None)
    answering.note(session, version, "reply.withdrawn", person, at=at)
    return version


def _before(session: Session, obligation: Obligation, reply: Reply) -> Values:
    """What the measure's row said before this answer, of the fields that still say what it set; what somebody has
    changed since is theirs."""
    ours, before = Values(), Values()
    for version in _since_withdrawn(session, reply):
        ours = {**version.written, **ours}
        before |= version.on_record
    measure = session.get_one(Measure, obligation.measure_id)
    return {
        name: before[name]
        for name, word in ours.items()
        if name in before and writing_back.plain(getattr(measure, name)) == word
    }


def _since_withdrawn(session: Session, reply: Reply) -> list[ReplyVersion]:
    """The versions of the answer that stands, the newest first; none from before an earlier withdrawal."""
    found = []
    for version in session.scalars(
        select(ReplyVersion)
        .where(ReplyVersion.forum == reply.forum, ReplyVersion.reply_id == reply.id)
        .order_by(ReplyVersion.version.desc())
    ):
        if version.manner is Manner.WITHDRAWN:
            break
        found.append(version)
    return found
