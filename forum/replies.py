"""Replies: what a body answered about a measure, in versions, by any channel; nothing said is ever overwritten."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import journal, operations, outbox, plan
from forum.inbox import IncomingMessage
from forum.people import Institution, Person
from forum.plan import Completion, Measure
from forum.rounds import Obligation, Round, Voice
from forum.store.base import Noun, Values, link, linked, unique
from forum.times import At

# A plain-text column of many lines on a SharePoint list holds 63,999 characters; beyond it nothing can be written back.
LONGEST = 63_999

# How long (real time) an echo waits for the workspace, so that the member reads one message instead of two.
ECHO_PATIENCE = timedelta(seconds=5)


class Manner(enum.StrEnum):
    """How an answer was given: in words; by keeping what is on record; that there is nothing to report, and why; or
    by taking back what was said before."""

    TOLD = "told"
    UNCHANGED = "unchanged"
    NOTHING = "nothing"
    WITHDRAWN = "withdrawn"


class Reply(Noun):
    """One body's answer to one obligation. ``key`` is its row's own key on the workspace (a GUID)."""

    __tablename__ = "reply"
    __table_args__ = (linked(), link("obligation_id", "obligation"), unique("obligation_id"), unique("key"))

    obligation_id: Mapped[int]
    key: Mapped[str] = mapped_column(String(36))
    version: Mapped[int] = mapped_column(default=0)


class ReplyVersion(Noun):
    """The words as given, once. ``submitted_by`` is the person's name as of then; ``heard_id`` the incoming
    message; ``completion`` empty where only a text was said and the one on record stands. ``entered_by_id``: the
    coordinator who entered it on the body's behalf; ``on_record``: what the measure's row said before this version
    (field: value in the forum's words), so that a withdrawal can put it back."""

    __tablename__ = "reply_version"
    __table_args__ = (
        linked(),
        link("reply_id", "reply"),
        link("person_id", "person"),
        link("entered_by_id", "person"),
        link("heard_id", IncomingMessage.__tablename__),
        unique("reply_id", "version"),
    )

    reply_id: Mapped[int]
    version: Mapped[int]
    submitted_by: Mapped[str]
    channel: Mapped[str] = mapped_column(String(24))
    submitted_at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(default=None)
    completion: Mapped[Completion | None] = mapped_column(default=None)
    done: Mapped[str] = mapped_column(default="")
    heard_id: Mapped[int | None] = mapped_column(default=None)
    manner: Mapped[Manner] = mapped_column(default=Manner.TOLD)
    next_step: Mapped[str] = mapped_column(default="")
    obstacles: Mapped[str] = mapped_column(default="")
    entered_by_id: Mapped[int | None] = mapped_column(default=None)
    on_record: Mapped[Values] = mapped_column(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a member said, and how it came. ``completion`` None leaves the one given before as it stands, an empty
    ``done`` likewise the text."""

    completion: Completion | None = None
    done: str = ""
    channel: str
    heard_id: int | None = None


def record(
    session: Session, obligation: Obligation, person: Person, answer: Answer, *, echo: outbox.To, at: At
) -> ReplyVersion:
    """Keep an answer and set all in motion that follows from it: the obligation is discharged, the workspace is to
    be written, the member is to be echoed."""
    reply = _reply(session, obligation)
    version = _version(session, reply, person, answer, at=at)
    obligation.discharged_at = obligation.discharged_at or at.now
    session.flush()
    _write_back(session, reply, version, obligation, at=at)
    outbox.put(
        session,
        version.forum,
        to=echo,
        kind="echo",
        values={"version": version.id},
        dedupe=echo_key(version.id),
        now=at.now,
        asked=True,
        hold_until=at.real + ECHO_PATIENCE,
    )
    journal.note(
        session,
        obligation.forum,
        at=at.now,
        actor=f"person:{person.id}",
        side=answer.channel,
        action="reply.recorded",
        noun="reply",
        noun_id=reply.id,
        after={"version": version.version, "completion": version.completion},
    )
    return version


def _version(session: Session, reply: Reply, person: Person, answer: Answer, *, at: At) -> ReplyVersion:
    """The next version of a reply; what this answer does not say is taken from the one before."""
    before = latest(session, reply)
    reply.version += 1
    version = ReplyVersion(
        forum=reply.forum,
        reply_id=reply.id,
        version=reply.version,
        person_id=person.id,
        submitted_by=person.name,
        channel=answer.channel,
        completion=answer.completion or (before.completion if before else None),
        done=answer.done or (before.done if before else ""),
        submitted_at=at.now,
        heard_id=answer.heard_id,
    )
    session.add(version)
    return version


def echo_key(version_id: int) -> str:
    """The dedupe key of a version's echo, which its workspace operations announce."""
    return f"echo/{version_id}"


def latest(session: Session, reply: Reply) -> ReplyVersion | None:
    """The version that counts."""
    return session.scalar(
        select(ReplyVersion).where(
            ReplyVersion.forum == reply.forum,
            ReplyVersion.reply_id == reply.id,
            ReplyVersion.version == reply.version,
        )
    )


def of_obligation(session: Session, obligation: Obligation) -> ReplyVersion | None:
    """The version that counts of this obligation's reply, if it has one."""
    reply = session.scalar(select(Reply).where(Reply.forum == obligation.forum, Reply.obligation_id == obligation.id))
    return latest(session, reply) if reply else None


def from_message(session: Session, forum: str, heard_ids: list[int]) -> ReplyVersion | None:
    """The newest version that one of these incoming messages became."""
    return session.scalar(
        select(ReplyVersion)
        .where(ReplyVersion.forum == forum, ReplyVersion.heard_id.in_(heard_ids))
        .order_by(ReplyVersion.id.desc())
        .limit(1)
    )


def _reply(session: Session, obligation: Obligation) -> Reply:
    found = session.scalar(select(Reply).where(Reply.forum == obligation.forum, Reply.obligation_id == obligation.id))
    if found is None:
        found = Reply(forum=obligation.forum, obligation_id=obligation.id, key=str(uuid.uuid4()), version=0)
        session.add(found)
        session.flush()
    return found


def _write_back(session: Session, reply: Reply, version: ReplyVersion, obligation: Obligation, *, at: At) -> None:
    round_ = session.get_one(Round, obligation.round_id)
    measure = session.get_one(Measure, obligation.measure_id)
    institution = session.get_one(Institution, obligation.institution_id)
    row: Values = {
        "title": f"{measure.number}. · {(round_.period_to or round_.due_on).year} · {institution.code}",
        "round": round_.id,
        "measure": measure.id,
        "institution": institution.id,
        "person": version.person_id,
        "plan": measure.plan_id,
        "submitted_by": version.submitted_by,
        "voice": obligation.voice.value,
        "done": version.done,
        "sign_off": "draft",
        "channel": version.channel,
        "version": version.version,
        "submitted_at": version.submitted_at.isoformat(),
    }
    if version.completion is not None:
        row["completion"] = version.completion.value
    key = echo_key(version.id)
    operations.put(
        session,
        reply.forum,
        noun="reply",
        noun_id=reply.id,
        row_key=reply.key,
        values=row,
        announces=key,
        now=at.now,
    )
    if obligation.voice is Voice.INSTITUTION and _leads(session, measure, institution):
        status = _status(measure, version, at.day)
        operations.put(
            session, reply.forum, noun="measure", noun_id=measure.id, values=status, announces=key, now=at.now
        )


def _leads(session: Session, measure: Measure, institution: Institution) -> bool:
    """Of several bodies on one measure the lead's answer sets the status; the others' stand beside it."""
    return (measure.id, institution.id) in plan.leads(session, measure.forum)


def _status(measure: Measure, version: ReplyVersion, day: date) -> Values:
    measure.done = version.done
    status: Values = {"done": version.done}
    if version.completion is not None:
        measure.completion, measure.completion_on = version.completion, day
        status |= {"completion": version.completion.value, "completion_on": day.isoformat()}
    return status


def obligation_of(session: Session, version_id: int) -> Obligation:
    """The obligation that this version of a reply answers."""
    version = session.get_one(ReplyVersion, version_id)
    return session.get_one(Obligation, session.get_one(Reply, version.reply_id).obligation_id)
