"""Evidence: what a member gave to show that a thing was done: a link, a picture, a file."""

from __future__ import annotations

import enum
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Index, LargeBinary, String, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import journal, outbox
from forum.elsewhere import Elsewhere
from forum.people import Person
from forum.rounds import Obligation
from forum.store.base import Noun, link, linked, unique
from forum.times import At

# What is taken for an address on the web, as Telegram itself does.
LINK = re.compile(r"https?://[^\s<>\"]+")
# What Telegram hands out to a bot at the most: https://core.telegram.org/bots/api#getfile
LARGEST = 20 * 1024 * 1024
# So many pieces may be given for one obligation; more is an archive and belongs on the platform itself.
MOST = 20
# How long (real time) a receipt waits for the rest of an album.
PATIENCE = timedelta(seconds=2)
LONGEST_LINK = 255  # a SharePoint column for addresses holds no more
RECEIPT = "evidence-kept"
ON_PAGE = "page"


class EvidenceKind(enum.StrEnum):
    LINK = "link"
    PICTURE = "picture"
    FILE = "file"


class Evidence(Elsewhere, Noun):
    """One piece of evidence. ``obligation_id`` is empty until the member has said what it is about. ``url`` of a
    link; ``name``, ``size`` (bytes) and ``sha256`` of a file, whose bytes were fetched at ``fetched_at``; its
    ``address`` is empty where it was given on the page, which shows it."""

    __tablename__ = "evidence"
    __table_args__ = (
        linked(),
        link("obligation_id", "obligation"),
        link("person_id", "person"),
        link("heard_id", "incoming_message"),
        Index("ix_evidence_obligation", "forum", "obligation_id"),
        Index("ix_evidence_waiting", "forum", "channel", "fetched_at"),
    )

    kind: Mapped[EvidenceKind]
    given_at: Mapped[datetime]
    obligation_id: Mapped[int | None] = mapped_column(default=None)
    person_id: Mapped[int | None] = mapped_column(default=None)
    heard_id: Mapped[int | None] = mapped_column(default=None)
    url: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str] = mapped_column(String(120), default="")
    size: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str] = mapped_column(String(64), default="")
    fetched_at: Mapped[datetime | None] = mapped_column(default=None)
    dropped_at: Mapped[datetime | None] = mapped_column(default=None)


class EvidenceContent(Noun):
    """The bytes of a piece of evidence, apart, so that lists of evidence stay light."""

    __tablename__ = "evidence_content"
    __table_args__ = (link("evidence_id", "evidence"), unique("evidence_id"))

    evidence_id: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)


@dataclass(frozen=True)
class Attached:
    """A file as somebody gave it."""

    name: str
    media_type: str
    content: bytes

    @property
    def kind(self) -> EvidenceKind:
        return EvidenceKind.PICTURE if self.media_type.startswith("image/") else EvidenceKind.FILE


def kept(session: Session, obligation: Obligation) -> Sequence[Evidence]:
    """What was given for this obligation and not taken back, in the order in which it came."""
    return session.scalars(
        select(Evidence)
        .where(
            Evidence.forum == obligation.forum,
            Evidence.obligation_id == obligation.id,
            Evidence.dropped_at.is_(None),
            Evidence.error == "",
        )
        .order_by(Evidence.id)
    ).all()


def content(session: Session, forum: str, piece_id: int) -> bytes:
    """What a file of this piece holds; of a link, what opens its address (Windows' form of an internet shortcut).
    Empty where it was taken back."""
    piece = session.get_one(Evidence, piece_id)
    if piece.kind is EvidenceKind.LINK:
        return f"[InternetShortcut]\r\nURL={piece.url}\r\n".encode()
    held = select(EvidenceContent.content).where(
        EvidenceContent.forum == forum, EvidenceContent.evidence_id == piece_id
    )
    return session.scalar(held) or b""


def place(session: Session, piece: Evidence, obligation: Obligation, *, at: At) -> None:
    """It is clear what a piece is about: a link is complete with that, a file is fetched next."""
    piece.obligation_id = obligation.id
    if piece.kind is EvidenceKind.LINK:
        _complete(session, piece, obligation, piece.url.encode(), at=at)


def give(
    session: Session, obligation: Obligation, person: Person, *, at: At, url: str = "", attached: Attached | None = None
) -> Evidence | None:
    """Keep a link or a file that a person gives on the page, where what it is about is clear; None where no more is
    taken. The same once more is the piece that is there."""
    there = kept(session, obligation)
    digest = hashlib.sha256(attached.content if attached else url.encode()).hexdigest()
    same = next((piece for piece in there if piece.sha256 == digest), None)
    if same is not None or len(there) >= MOST:
        return same
    piece = Evidence(
        forum=obligation.forum,
        kind=attached.kind if attached else EvidenceKind.LINK,
        given_at=at.now,
        channel=ON_PAGE,
        address="",
        obligation_id=obligation.id,
        person_id=person.id,
        url=url,
        name=attached.name if attached else "",
        media_type=attached.media_type[:120] if attached else "",
    )
    session.add(piece)
    session.flush()
    if attached:
        session.add(EvidenceContent(forum=piece.forum, evidence_id=piece.id, content=attached.content))
    _complete(session, piece, obligation, attached.content if attached else url.encode(), at=at)
    return piece


def to_fetch(session: Session, forum: str, channel: str, *, real: datetime, limit: int = 4) -> Sequence[Evidence]:
    """Files whose bytes are still with the channel, the longest waiting first."""
    return session.scalars(
        select(Evidence)
        .where(
            Evidence.forum == forum,
            Evidence.channel == channel,
            Evidence.kind != EvidenceKind.LINK,
            Evidence.obligation_id.is_not(None),
            Evidence.fetched_at.is_(None),
            Evidence.dropped_at.is_(None),
            Evidence.error == "",
            or_(Evidence.retry_at.is_(None), Evidence.retry_at <= real),
        )
        .order_by(Evidence.id)
        .limit(limit)
    ).all()


def fetched(session: Session, piece_id: int, content: bytes, *, at: At) -> None:
    """The bytes came: keep them and tell the member."""
    piece = session.get_one(Evidence, piece_id)
    if piece.fetched_at is not None or piece.dropped_at is not None or piece.obligation_id is None:
        return
    session.add(EvidenceContent(forum=piece.forum, evidence_id=piece.id, content=content))
    _complete(session, piece, session.get_one(Obligation, piece.obligation_id), content, at=at)


def not_yet(session: Session, piece_id: int, *, seconds: float | None, at: At) -> None:
    """The channel did not hand it out this time; it is asked again."""
    session.get_one(Evidence, piece_id).put_off(seconds=seconds, real=at.real)


def lost(session: Session, piece_id: int, why: str, *, at: At) -> None:
    """The channel will never hand it out: the member is asked to give it again."""
    piece = session.get_one(Evidence, piece_id)
    piece.error = why
    _put(session, piece, "evidence-lost", at=at)


def drop(session: Session, piece: Evidence, *, now: datetime) -> None:
    """The member takes it back: its bytes and address go, that it was there stays in the journal."""
    for row in session.scalars(
        select(EvidenceContent).where(EvidenceContent.forum == piece.forum, EvidenceContent.evidence_id == piece.id)
    ):
        session.delete(row)
    piece.dropped_at, piece.name, piece.url, piece.external_id = now, "", "", ""
    _note(session, piece, "evidence.dropped", now=now)


def _complete(session: Session, piece: Evidence, obligation: Obligation, content: bytes, *, at: At) -> None:
    piece.size, piece.sha256, piece.fetched_at = len(content), hashlib.sha256(content).hexdigest(), at.now
    _note(session, piece, "evidence.kept", now=at.now)
    if piece.address:
        _put(session, piece, RECEIPT, at=at)


def _put(session: Session, piece: Evidence, kind: str, *, at: At) -> None:
    """One receipt for what comes together, as the pictures of an album do."""
    waiting = session.scalar(
        select(outbox.OutgoingMessage).where(
            outbox.OutgoingMessage.forum == piece.forum,
            outbox.OutgoingMessage.kind == kind,
            outbox.OutgoingMessage.address == piece.address,
            outbox.OutgoingMessage.state == outbox.State.PENDING,
            outbox.OutgoingMessage.attempts == 0,
        )
    )
    if waiting is not None and waiting.values["obligation"] == piece.obligation_id:
        waiting.values = {**waiting.values, "pieces": [*waiting.values["pieces"], piece.id]}
        return
    outbox.put(
        session,
        piece.forum,
        to=outbox.To(person_id=piece.person_id, channel=piece.channel, address=piece.address),
        kind=kind,
        values={"obligation": piece.obligation_id, "pieces": [piece.id]},
        dedupe=f"{kind}/{piece.id}",
        now=at.now,
        asked=True,
        hold_until=at.real + PATIENCE,
    )


def _note(session: Session, piece: Evidence, action: str, *, now: datetime) -> None:
    journal.note(
        session,
        piece.forum,
        at=now,
        actor=f"person:{piece.person_id}",
        side=piece.channel,
        action=action,
        noun="evidence",
        noun_id=piece.id,
        after={"sha256": piece.sha256, "size": piece.size},
    )
