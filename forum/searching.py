"""Searching: finished reports are looked through for words that were erased since; one that holds them is kept no more,
and is to be replaced wherever it was published. By what the words are known again, they cannot be read."""

from __future__ import annotations

import enum
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from unicodedata import normalize

from sqlalchemy import String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import journal, outbox, people, records
from forum.records import File, Record, RecordContent
from forum.rounds import Obligation, Round
from forum.store import traces
from forum.store.base import Noun, link, linked, unique
from forum.times import At

TOLD = "record-searched"
SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n")
# A sentence of fewer words is found in any report; a text of no longer sentences is looked for as a whole, where it has
# so many letters. Of a long sentence the beginning is enough.
FEWEST, LETTERS, MOST = 4, 12, 25
# Where a line ends within a word.
HYPHENATED = re.compile("\u00ad|(?<=\\w)[-\u2010]\\s*\\n\\s*(?=\\w)")


class Found(enum.StrEnum):
    """What came of a search: ``unreadable``: a person must look."""

    HOLDS = "holds"
    UNREADABLE = "unreadable"
    NOTHING = "nothing"


class RecordSearch(Noun):
    """One record is looked through for the words of one answer. ``phrases``: what to look for, as ``phrases`` makes it,
    as long as it may be needed; ``found`` at ``looked_at`` (forum time; None: not looked yet). ``settled_at``: no more
    is to be done: it holds nothing, or another file took its place."""

    __tablename__ = "record_search"
    __table_args__ = (
        linked(),
        link("record_id", "record"),
        link("obligation_id", "obligation"),
        unique("record_id", "obligation_id"),
    )

    record_id: Mapped[int]
    obligation_id: Mapped[int]
    asked_at: Mapped[datetime]
    phrases: Mapped[list[str]]
    found: Mapped[str] = mapped_column(String(24), default="")
    looked_at: Mapped[datetime | None] = mapped_column(default=None)
    settled_at: Mapped[datetime | None] = mapped_column(default=None)


def phrases(texts: Iterable[str]) -> list[str]:
    """What to look for: of each sentence how many words it has, and their SHA-256, in which none can be read."""
    found = [words for text in texts for words in _sentences(text)]
    return sorted({f"{len(words)}:{_digest(words)}" for words in found})


def _sentences(text: str) -> Iterator[list[str]]:
    parts = [words for part in SENTENCE.split(text) if len(words := _words(part)) >= FEWEST]
    whole = _words(text)
    if not parts and sum(map(len, whole)) >= LETTERS:
        parts = [whole]
    yield from (words[:MOST] for words in parts)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", normalize("NFKC", HYPHENATED.sub("", text)).casefold())


def _digest(words: Sequence[str]) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def holds(text: str, sought: Iterable[str]) -> bool:
    """Whether a text says one of these phrases, whatever its lines, signs and capitals."""
    lengths, words = defaultdict[int, set[str]](set), _words(text)
    for phrase in sought:
        count, _, digest = phrase.partition(":")
        lengths[int(count)].add(digest)
    return any(
        _digest(words[begin : begin + count]) in digests
        for count, digests in lengths.items()
        for begin in range(len(words) - count + 1)
    )


def begin(session: Session, obligation: Obligation, texts: Iterable[str], *, at: At) -> int:
    """All finished reports whose bytes are kept are to be looked through for the words of this answer; answers how many
    they are."""
    sought = phrases(texts)
    kept = select(Record.id).join(RecordContent, RecordContent.record_id == Record.id)
    numbers = session.scalars(kept.where(Record.forum == obligation.forum).order_by(Record.id)).all() if sought else []
    for number in numbers:
        _ask(session, obligation.forum, number, obligation.id, sought, now=at.now)
    return len(numbers)


def _ask(session: Session, forum: str, record: int, obligation: int, sought: list[str], *, now: datetime) -> None:
    """One that was looked through for earlier words of the answer is looked through for these, too."""
    row = session.scalar(
        select(RecordSearch).where(
            RecordSearch.forum == forum, RecordSearch.record_id == record, RecordSearch.obligation_id == obligation
        )
    )
    if row is None:
        row = RecordSearch(forum=forum, record_id=record, obligation_id=obligation, asked_at=now, phrases=[])
        session.add(row)
    row.phrases = sorted({*row.phrases, *sought})
    row.asked_at, row.found, row.looked_at, row.settled_at = now, "", None, None
    session.flush()


def due(session: Session, forum: str) -> list[int]:
    """What was not looked at yet, by number."""
    asked = select(RecordSearch.id).where(RecordSearch.forum == forum, RecordSearch.looked_at.is_(None))
    return list(session.scalars(asked.order_by(RecordSearch.id)))


def content(session: Session, number: int) -> tuple[bytes | None, list[str]]:
    """The file to be looked through (None: it is kept no more), and for what."""
    row = session.get_one(RecordSearch, number)
    return records.content(session, session.get_one(Record, row.record_id)), row.phrases


def keep(session: Session, number: int, found: Found, *, at: At) -> None:
    """What came of it. A report that holds the words is kept no more: of it stay name, size, checksum, and where it was
    published."""
    row = session.get_one(RecordSearch, number)
    if row.looked_at is not None:
        return
    row.found, row.looked_at = found.value, at.now
    record = session.get_one(Record, row.record_id)
    if found is Found.HOLDS:
        session.execute(
            delete(RecordContent).where(RecordContent.forum == row.forum, RecordContent.record_id == record.id)
        )
        traces.wipe(session)
    elif found is Found.NOTHING:
        settle(session, row, at=at)
    _note(session, record, f"record.{found.value}", {"obligation": row.obligation_id}, at=at)
    _tell(session, row, at=at)


def settle(session: Session, row: RecordSearch, *, at: At) -> None:
    """The record does not hold the words: so neither it nor those before it are to be replaced any more."""
    record = session.get_one(Record, row.record_id)
    earlier = select(RecordSearch).join(Record, Record.id == RecordSearch.record_id)
    for one in session.scalars(
        earlier.where(
            RecordSearch.forum == row.forum,
            RecordSearch.obligation_id == row.obligation_id,
            Record.round_id == record.round_id,
            Record.turn <= record.turn,
        )
    ):
        one.phrases, one.settled_at = [], one.settled_at or at.now


def take(session: Session, one: Round, file: File, *, by: str, now: datetime) -> Record:
    """``records.take``; what comes in place of a report that is to be replaced is looked through for the same words."""
    record = records.take(session, one, file, by=by, now=now)
    for row in standing(session, one):
        if row.record_id != record.id and row.phrases:
            _ask(session, record.forum, record.id, row.obligation_id, row.phrases, now=now)
    return record


def standing(session: Session, one: Round) -> list[RecordSearch]:
    """Of each answer the newest search of a round's reports that came to something, or has come to nothing yet."""
    rows = session.scalars(
        select(RecordSearch)
        .join(Record, Record.id == RecordSearch.record_id)
        .where(RecordSearch.forum == one.forum, Record.round_id == one.id, RecordSearch.settled_at.is_(None))
        .order_by(Record.turn)
    )
    return list({row.obligation_id: row for row in rows}.values())


def _tell(session: Session, row: RecordSearch, *, at: At) -> None:
    for coordinator in people.coordinators(session, row.forum, day=at.day):
        outbox.put(
            session,
            row.forum,
            to=outbox.To(person_id=coordinator.id),
            kind=TOLD,
            values={"search": row.id, "found": row.found},
            dedupe=f"{TOLD}/{row.id}/{row.asked_at.isoformat()}/{coordinator.id}",
            now=at.now,
        )


def _note(session: Session, record: Record, action: str, after: dict[str, object], *, at: At) -> None:
    journal.note(
        session,
        record.forum,
        at=at.now,
        actor="service",
        side="forum",
        action=action,
        noun="record",
        noun_id=record.id,
        after=after,
    )
