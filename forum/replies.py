"""Replies: what a body answered about a measure, in versions, by any channel; nothing said is ever overwritten."""

from __future__ import annotations

import enum
from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import plan
from forum.inbox import IncomingMessage
from forum.plan import Completion, Measure
from forum.rounds import Obligation, Round, Voice
from forum.store.base import Noun, Values, link, linked, unique
from forum.store.keyed import Key

# A plain-text column of many lines on a SharePoint list holds 63,999 characters; beyond it nothing can be written back.
LONGEST = 63_999
# An answer's texts, by what its row and its measure's row call them.
TEXTS = ("done", "obstacles", "next_step")


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
    """The words as given, once. ``submitted_by`` is the person's name as of then; ``completion`` empty where only a
    text was said and the one on record stands; ``obstacles`` hold the reason where there is nothing to report.
    ``heard_id``, ``obstacles_heard_id``, ``next_step_heard_id``: the incoming messages that said each.
    ``entered_by_id``: the coordinator who entered it on the body's behalf. ``internal``: its texts are restricted, and
    shown on the worksheet page alone.
    ``written``: the fields of the measure's row that this version set (in the forum's words), ``on_record``: what
    they said before, so that a withdrawal can put it back; both empty where the measure was left alone.
    ``erased_at``: since when words of it stand nowhere any more (None: nothing of it was erased)."""

    __tablename__ = "reply_version"
    __table_args__ = (
        linked(),
        link("reply_id", "reply"),
        link("person_id", "person"),
        link("entered_by_id", "person"),
        link("heard_id", IncomingMessage.__tablename__),
        link("obstacles_heard_id", IncomingMessage.__tablename__),
        link("next_step_heard_id", IncomingMessage.__tablename__),
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
    obstacles_heard_id: Mapped[int | None] = mapped_column(default=None)
    next_step_heard_id: Mapped[int | None] = mapped_column(default=None)
    entered_by_id: Mapped[int | None] = mapped_column(default=None)
    internal: Mapped[bool] = mapped_column(default=False)
    written: Mapped[Values] = mapped_column(default_factory=dict)
    on_record: Mapped[Values] = mapped_column(default_factory=dict)
    erased_at: Mapped[datetime | None] = mapped_column(default=None)

    def told(self, field: str) -> str:
        """One of its texts (``done``, ``obstacles``, ``next_step``) as it may be told elsewhere than on the worksheet
        page: nothing of an internal one."""
        return "" if self.internal else str(getattr(self, field))


TO = Key(Reply, "obligation_id")
VERSION = Key(ReplyVersion, "reply_id", "version")


def echo_key(version_id: int) -> str:
    """The dedupe key of a version's echo, which its workspace operations announce."""
    return f"echo/{version_id}"


def latest(session: Session, reply: Reply) -> ReplyVersion | None:
    """The version that counts."""
    return VERSION.one(session, reply.forum, reply.id, reply.version) if reply.version else None


def counting(session: Session, version_ids: Collection[int]) -> set[int]:
    """Which of these versions are the ones that count."""
    rows = select(ReplyVersion.id).join(Reply, Reply.id == ReplyVersion.reply_id)
    return set(
        session.scalars(rows.where(ReplyVersion.id.in_(sorted(version_ids)), ReplyVersion.version == Reply.version))
    )


def of_obligation(session: Session, obligation: Obligation) -> ReplyVersion | None:
    """The version that counts of this obligation's reply; None where it has none, or what was said is withdrawn."""
    reply = reply_of(session, obligation)
    version = latest(session, reply) if reply else None
    return None if version is None or version.manner is Manner.WITHDRAWN else version


def reply_of(session: Session, obligation: Obligation) -> Reply | None:
    """The reply to this obligation, withdrawn or not."""
    return TO.one(session, obligation.forum, obligation.id)


def of_round(session: Session, one: Round) -> dict[int, tuple[Reply, ReplyVersion]]:
    """The version that counts of each reply of a round, by obligation; what was taken back is none."""
    rows = session.execute(
        select(Reply, ReplyVersion)
        .join(Obligation, Obligation.id == Reply.obligation_id)
        .join(ReplyVersion, (ReplyVersion.reply_id == Reply.id) & (ReplyVersion.version == Reply.version))
        .where(Reply.forum == one.forum, Obligation.round_id == one.id, ReplyVersion.manner != Manner.WITHDRAWN)
    )
    return {reply.obligation_id: (reply, version) for reply, version in rows}


def before(session: Session, version: ReplyVersion) -> ReplyVersion | None:
    """The version before this one."""
    first = version.version == 1
    return None if first else VERSION.one(session, version.forum, version.reply_id, version.version - 1)


# Which of a version's fields an incoming message said, by the column that remembers the message.
HEARD = {"heard_id": "done", "obstacles_heard_id": "obstacles", "next_step_heard_id": "next_step"}


def from_message(session: Session, forum: str, heard_ids: list[int]) -> tuple[ReplyVersion, str] | None:
    """The newest version that one of these incoming messages became, and the field that it said."""
    for column, field in HEARD.items():
        version = session.scalar(
            select(ReplyVersion)
            .where(ReplyVersion.forum == forum, getattr(ReplyVersion, column).in_(heard_ids))
            .order_by(ReplyVersion.id.desc())
            .limit(1)
        )
        if version is not None:
            return version, field
    return None


def obligation_of(session: Session, version_id: int) -> Obligation:
    """The obligation that this version of a reply answers."""
    version = session.get_one(ReplyVersion, version_id)
    return session.get_one(Obligation, session.get_one(Reply, version.reply_id).obligation_id)


def closed(session: Session, obligation: Obligation, day: date) -> bool:
    """Whether an answer to this obligation comes too late on this day."""
    return obligation.closed_in(session.get_one(Round, obligation.round_id), day)


def sets_status(session: Session, obligation: Obligation) -> bool:
    """Whether answers to this obligation set the measure's status: of several bodies the lead's do, in its own voice;
    the others' stand beside it. In a round that asks for words alone nobody's do."""
    if not session.get_one(Round, obligation.round_id).kind.tells_progress:
        return False
    measure = session.get_one(Measure, obligation.measure_id)
    return obligation.voice is Voice.INSTITUTION and plan.is_lead(session, measure, obligation.institution_id)
