"""Withdrawing: an answer is taken back; the obligation is open again, and what stood on record before stands again."""

from __future__ import annotations

from sqlalchemy.orm import Session

from forum import answering, echoing, filings, outbox, replies, writing_back
from forum.answering import Answer
from forum.people import Person
from forum.replies import Manner, ReplyVersion
from forum.rounds import Obligation
from forum.times import At


def withdraw(
    session: Session, obligation: Obligation, person: Person, *, channel: str, at: At, echo: outbox.To | None
) -> ReplyVersion | None:
    """Take back what was answered; its versions are kept. None where there is nothing to take back. What stands in a
    signed letter stays there, and is not asked for anew."""
    reply = replies.reply_of(session, obligation)
    if reply is None or replies.of_obligation(session, obligation) is None:
        return None
    restored = writing_back.before_us(session, obligation, reply)
    answer = Answer(channel=channel, manner=Manner.WITHDRAWN)
    version = answering.next_version(session, reply, person, answer, at=at)
    if filings.signed(session, obligation) is None:
        obligation.discharged_at = None
    writing_back.reply_row(session, obligation, reply, version, at=at)
    writing_back.measure_row(session, obligation, version, restored, at=at, keep=False)
    if echo is not None:
        echoing.put(session, version, echo, at=at, send_from=None)
    answering.note(session, version, "reply.withdrawn", person, at=at)
    return version
