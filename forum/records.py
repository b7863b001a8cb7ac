"""Records: the finished report of a round, taken back as the publication of record; later answers leave it as it is."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import LargeBinary, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import filings, journal, publication_texts, replies
from forum.plan import Measure, number_order
from forum.rounds import Obligation, Round
from forum.store.base import Noun, Values, link, linked, unique

# The largest file that is taken, in bytes: more than a report with pictures ever was.
LARGEST = 50 * 1024 * 1024


class Record(Noun):
    """The file that was published as a round's report; its bytes are kept no more where they hold words that were
    erased since. ``turn``: a corrected one comes after the first, and counts.
    ``by``: who brought it, by name; ``stood``: which version of each answer counted then, by the obligation's number
    as text."""

    __tablename__ = "record"
    __table_args__ = (linked(), link("round_id", "round"), unique("round_id", "turn"))

    round_id: Mapped[int]
    turn: Mapped[int]
    name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    taken_at: Mapped[datetime]
    by: Mapped[str]
    stood: Mapped[Values]


class RecordContent(Noun):
    """The bytes of a record, apart, so that looking at records stays light."""

    __tablename__ = "record_content"
    __table_args__ = (link("record_id", "record"), unique("record_id"))

    record_id: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Publishing(Noun):
    """A record stands in one of the places where it is to be published; ``by``: who put it there, by name."""

    __tablename__ = "publishing"
    __table_args__ = (link("record_id", "record"), unique("record_id", "place"))

    record_id: Mapped[int]
    place: Mapped[str]
    done_at: Mapped[datetime]
    by: Mapped[str]


@dataclass(frozen=True)
class Place:
    """Where a record is to be published; who did it and when, where it was done."""

    name: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class File:
    """A finished report as somebody brought it."""

    name: str
    content: bytes


def of_round(session: Session, one: Round) -> Record | None:
    """The record of a round that counts."""
    asked = select(Record).where(Record.forum == one.forum, Record.round_id == one.id)
    return session.scalar(asked.order_by(Record.turn.desc()).limit(1))


def take(session: Session, one: Round, file: File, *, by: str, now: datetime) -> Record:
    """Keep a finished report. The very same file once more is the record that is there; one that was kept once and is
    no more, as it holds erased words, is not kept again either."""
    digest = hashlib.sha256(file.content).hexdigest()
    last = of_round(session, one)
    if last is not None and digest in {last.sha256, *(row.sha256 for row in _emptied(session, last))}:
        return last
    record = Record(
        forum=one.forum,
        round_id=one.id,
        turn=last.turn + 1 if last else 1,
        name=file.name,
        size=len(file.content),
        sha256=digest,
        taken_at=now,
        by=by,
        stood=_stands(session, one),
    )
    session.add(record)
    session.flush()
    session.add(RecordContent(forum=one.forum, record_id=record.id, content=file.content))
    _note(session, record, "record.taken", {"sha256": digest, "by": by}, now=now)
    return record


def content(session: Session, record: Record) -> bytes | None:
    """The bytes of a record, as they were brought; None where they are kept no more."""
    held = select(RecordContent.content).where(
        RecordContent.forum == record.forum, RecordContent.record_id == record.id
    )
    return session.scalars(held).one_or_none()


def _emptied(session: Session, record: Record) -> Sequence[Record]:
    """The records of the same round that came before it and whose bytes are kept no more."""
    kept = select(RecordContent.record_id).where(RecordContent.forum == record.forum)
    return session.scalars(
        select(Record)
        .where(
            Record.forum == record.forum,
            Record.round_id == record.round_id,
            Record.turn < record.turn,
            Record.id.not_in(kept),
        )
        .order_by(Record.turn)
    ).all()


def places(session: Session, record: Record, wanted: Sequence[str]) -> list[Place]:
    """The places where a record is to be published, any other where it was, and where one was that it is to replace, as
    that holds erased words."""
    replaced = [row.id for row in _emptied(session, record)]
    rows = session.scalars(
        select(Publishing)
        .where(Publishing.forum == record.forum, Publishing.record_id.in_([record.id, *replaced]))
        .order_by(Publishing.id)
    ).all()
    done = {row.place: Place(row.place, row.by, row.done_at) for row in rows if row.record_id == record.id}
    names = dict.fromkeys([*wanted, *(row.place for row in rows)])
    return [done.get(name, Place(name)) for name in names]


def publish(session: Session, record: Record, place: str, *, by: str, now: datetime) -> bool:
    """The record stands in this place; False where that was known."""
    if any(one.name == place and one.at for one in places(session, record, ())):
        return False
    session.add(Publishing(forum=record.forum, record_id=record.id, place=place, done_at=now, by=by))
    session.flush()
    _note(session, record, "record.published", {"place": place, "by": by}, now=now)
    return True


def unpublish(session: Session, record: Record, place: str, *, by: str, now: datetime) -> bool:
    """That was a mistake; False where nothing of the kind was known."""
    row = session.scalar(
        select(Publishing).where(
            Publishing.forum == record.forum, Publishing.record_id == record.id, Publishing.place == place
        )
    )
    if row is None:
        return False
    session.delete(row)
    session.flush()
    _note(session, record, "record.unpublished", {"place": place, "by": by}, now=now)
    return True


def changed(session: Session, record: Record) -> list[str]:
    """The numbers of the measures about which another answer counts now than when the record was taken."""
    one = session.get_one(Round, record.round_id)
    now = _stands(session, one)
    other = {int(key) for key in now.keys() | record.stood.keys() if now.get(key) != record.stood.get(key)}
    rows = session.scalars(
        select(Measure.number)
        .join(Obligation, Obligation.measure_id == Measure.id)
        .where(Obligation.forum == record.forum, Obligation.id.in_(sorted(other)))
        .distinct()
    )
    return sorted(rows, key=number_order)


def _stands(session: Session, one: Round) -> Values:
    """What counts of each answer: its version, as its letter has it, the wording for the public, and that words of it
    were erased."""
    versions = {number: version for number, (_, version) in replies.of_round(session, one).items()}
    versions |= {number: version for number, (_, version) in filings.frozen(session, one).items()}
    texts = {number: text.id for number, text in publication_texts.of_round(session, one).items()}
    return {
        str(number): [version.id, texts.get(number), *(["erased"] if version.erased_at else [])]
        for number, version in sorted(versions.items())
    }


def _note(session: Session, record: Record, action: str, after: Values, *, now: datetime) -> None:
    journal.note(
        session,
        record.forum,
        at=now,
        actor="coordinator",
        side="forum",
        action=action,
        noun="record",
        noun_id=record.id,
        after=after,
    )
