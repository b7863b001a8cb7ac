"""Bringing: a finished report that a coordinator sent to the bot or by e-mail, until its bytes are here and it is the
record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Index, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import outbox, searching
from forum.elsewhere import Elsewhere
from forum.people import Person
from forum.records import File
from forum.rounds import Round
from forum.store.base import Noun, link
from forum.times import At


class BroughtReport(Elsewhere, Noun):
    """A file that a coordinator sent for a round; ``taken_at``: it is a record since, and whose chat it came from
    nobody need know any more."""

    __tablename__ = "brought_report"
    __table_args__ = (
        link("round_id", "round"),
        link("person_id", "person"),
        Index("ix_brought_report_waiting", "forum", "channel", "taken_at"),
    )

    round_id: Mapped[int]
    person_id: Mapped[int]
    name: Mapped[str]
    brought_at: Mapped[datetime]
    taken_at: Mapped[datetime | None] = mapped_column(default=None)


@dataclass(frozen=True)
class Brought:
    """A file as it was sent over a channel, from an address there."""

    name: str
    external_id: str
    channel: str
    address: str


def bring(session: Session, one: Round, by: Person, file: Brought, *, at: At) -> None:
    """A coordinator sent this file as the round's finished report."""
    row = BroughtReport(forum=one.forum, round_id=one.id, person_id=by.id, brought_at=at.now, **vars(file))
    session.add(row)


def to_fetch(session: Session, forum: str, channel: str, *, real: datetime) -> Sequence[BroughtReport]:
    """What is still with this channel, the longest waiting first."""
    return session.scalars(
        select(BroughtReport)
        .where(
            BroughtReport.forum == forum,
            BroughtReport.channel == channel,
            BroughtReport.taken_at.is_(None),
            BroughtReport.error == "",
            or_(BroughtReport.retry_at.is_(None), BroughtReport.retry_at <= real),
        )
        .order_by(BroughtReport.id)
    ).all()


def fetched(session: Session, number: int, content: bytes, *, at: At) -> None:
    """The bytes came: they are the record, and whoever sent them hears of its checksum and of where it is to stand."""
    row = session.get_one(BroughtReport, number)
    if row.taken_at is not None:
        return
    one, by = session.get_one(Round, row.round_id), session.get_one(Person, row.person_id)
    record = searching.take(session, one, File(row.name, content), by=by.name, now=at.now)
    row.taken_at = at.now
    _tell(session, row, kind="record-kept", record=record.id, at=at)
    row.address = row.external_id = ""


def not_yet(session: Session, number: int, *, seconds: float | None, at: At) -> None:
    """The channel did not hand it out this time; it is asked again."""
    session.get_one(BroughtReport, number).put_off(seconds=seconds, real=at.real)


def lost(session: Session, number: int, why: str, *, at: At) -> None:
    """The channel will never hand it out: it is to be sent again."""
    row = session.get_one(BroughtReport, number)
    row.error = why
    _tell(session, row, kind="record-lost", record=None, at=at)
    row.address = row.external_id = ""


def _tell(session: Session, row: BroughtReport, *, kind: str, record: int | None, at: At) -> None:
    outbox.put(
        session,
        row.forum,
        to=outbox.To(person_id=row.person_id, channel=row.channel, address=row.address),
        kind=kind,
        values={"name": row.name, "round": row.round_id} if record is None else {"record": record},
        dedupe=f"{kind}/{row.id}",
        now=at.now,
        asked=True,
    )
