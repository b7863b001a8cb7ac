"""Colleagues: an answer is recorded or taken back beside others of the same body, and where one follows another's, both
hear of it; all versions are kept."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from forum import answering, enrolment, outbox, replies, withdrawing
from forum.answering import Answer
from forum.outbox import To
from forum.people import Person
from forum.replies import Manner, ReplyVersion
from forum.rounds import Obligation
from forum.times import At

ANSWERED, CHANGED = "colleague-answered", "colleague-changed"


def record(
    session: Session,
    obligation: Obligation,
    person: Person,
    answer: Answer,
    *,
    at: At,
    own: Collection[int],
    here: To | None,
    echo: To | None,
    echo_from: datetime | None = None,
) -> ReplyVersion:
    """``answering.record``, with a word to the colleague whose answer stood before, and to whoever answers now.
    ``own``: the ids of all persons that whoever answers is; ``here``: where they are told what stood (None: they see
    it where they answer)."""
    answering.hold(session, obligation)
    before = replies.of_obligation(session, obligation)
    version = answering.record(session, obligation, person, answer, at=at, echo=echo, echo_from=echo_from)
    _tell(session, before, version, at=at, own=own, here=here)
    return version


def withdraw(
    session: Session,
    obligation: Obligation,
    person: Person,
    *,
    channel: str,
    at: At,
    own: Collection[int],
    echo: To | None,
) -> ReplyVersion | None:
    """``withdrawing.withdraw``, with a word to the colleague whose answer it was."""
    answering.hold(session, obligation)
    before = replies.of_obligation(session, obligation)
    version = withdrawing.withdraw(session, obligation, person, channel=channel, at=at, echo=echo)
    if version is not None:
        _tell(session, before, version, at=at, own=own, here=None)
    return version


def of_another(before: ReplyVersion | None, own: Collection[int]) -> bool:
    """Whether an answer is that of somebody else than these persons."""
    return before is not None and before.person_id is not None and before.person_id not in own


def _tell(
    session: Session,
    before: ReplyVersion | None,
    now: ReplyVersion,
    *,
    at: At,
    own: Collection[int],
    here: To | None,
) -> None:
    if before is None or before.person_id is None or not of_another(before, own):
        return
    about = {"before": before.id, "version": now.id}
    if here is not None and now.manner is not Manner.WITHDRAWN:
        dedupe = f"{ANSWERED}/{now.id}"
        outbox.put(session, now.forum, to=here, kind=ANSWERED, values=about, dedupe=dedupe, now=at.now, asked=True)
    colleague = session.get_one(Person, before.person_id)
    if colleague.serves_on(at.day) and enrolment.way_to(session, colleague) is not None:
        to, dedupe = To(person_id=colleague.id), f"{CHANGED}/{now.id}"
        outbox.put(session, now.forum, to=to, kind=CHANGED, values=about, dedupe=dedupe, now=at.now)
