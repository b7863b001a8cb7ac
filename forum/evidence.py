"""Evidence: what a member gave to show that a thing was done: a link, a picture, a file."""

from __future__ import annotations

import enum
from datetime import datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from forum.store.base import Noun, link, linked, unique


class EvidenceKind(enum.StrEnum):
    LINK = "link"
    PICTURE = "picture"
    FILE = "file"


class Evidence(Noun):
    """One piece of evidence. ``url`` of a link; ``name``, ``size`` (bytes) and ``sha256`` of a file, whose bytes are
    in ``EvidenceContent`` until they stand on the workspace. ``external_id``: what the channel calls the file, until
    its bytes were fetched (``fetched_at``). ``key``: the workspace row's own key (a GUID)."""

    __tablename__ = "evidence"
    __table_args__ = (
        linked(),
        link("obligation_id", "obligation"),
        link("person_id", "person"),
        link("heard_id", "incoming_message"),
        unique("key"),
    )

    obligation_id: Mapped[int]
    kind: Mapped[EvidenceKind]
    key: Mapped[str] = mapped_column(String(36))
    given_at: Mapped[datetime]
    channel: Mapped[str] = mapped_column(String(24))
    person_id: Mapped[int | None] = mapped_column(default=None)
    heard_id: Mapped[int | None] = mapped_column(default=None)
    url: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str] = mapped_column(String(120), default="")
    size: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str] = mapped_column(String(64), default="")
    external_id: Mapped[str] = mapped_column(String(200), default="")
    fetched_at: Mapped[datetime | None] = mapped_column(default=None)
    erased_at: Mapped[datetime | None] = mapped_column(default=None)


class EvidenceContent(Noun):
    """The bytes of a piece of evidence, apart, so that lists of evidence stay light."""

    __tablename__ = "evidence_content"
    __table_args__ = (link("evidence_id", "evidence"), unique("evidence_id"))

    evidence_id: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)
