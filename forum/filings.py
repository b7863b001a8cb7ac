"""Filings: one body's letter gathers the answers of all who file through it; once it is signed, its text is frozen."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import replies
from forum.people import Institution
from forum.plan import Measure, number_order
from forum.replies import ReplyVersion
from forum.rounds import Obligation, Round, Voice
from forum.store.base import Noun, Values, link, linked, unique
from forum.store.keyed import Key

# Answers that a member or a coordinator only named, as they came in a letter of the body's own.
BY_LETTER = "letter"


class Filing(Noun):
    """One letter about one round, of the body that files. ``turn``: it is made for the how-manieth time, from 1; each
    making holds the versions that stood then. ``number``, ``letter_on``: those of the signed letter, known since
    ``signed_at`` (forum time; None: it is being signed). ``late``: that was after the round had been closed."""

    __tablename__ = "filing"
    __table_args__ = (
        linked(),
        link("round_id", "round"),
        link("institution_id", "institution"),
        link("made_by_id", "person"),
        link("signed_by_id", "person"),
        unique("round_id", "institution_id", "turn"),
    )

    round_id: Mapped[int]
    institution_id: Mapped[int]
    turn: Mapped[int]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(default=None)
    number: Mapped[str] = mapped_column(default="")
    letter_on: Mapped[date | None] = mapped_column(default=None)
    signed_at: Mapped[datetime | None] = mapped_column(default=None)
    signed_by_id: Mapped[int | None] = mapped_column(default=None)
    late: Mapped[bool] = mapped_column(default=False)

    def told(self) -> Values:
        """What messages and pages say of it: ``on`` is None while it is being signed."""
        parts = ("turn", "made_at", "number", "late")
        return {**{name: getattr(self, name) for name in parts}, "on": self.letter_on}


class FilingPart(Noun):
    """One answer in a letter: the very version that it holds."""

    __tablename__ = "filing_part"
    __table_args__ = (
        link("filing_id", "filing"),
        link("obligation_id", "obligation"),
        link("version_id", "reply_version"),
        unique("filing_id", "obligation_id"),
        Index("ix_filing_part_version", "forum", "version_id"),
        Index("ix_filing_part_obligation", "forum", "obligation_id"),
    )

    filing_id: Mapped[int]
    obligation_id: Mapped[int]
    version_id: Mapped[int]


# What letters say to an obligation, in the order of their making.
PARTS = Key(FilingPart, "obligation_id")


class State(enum.StrEnum):
    """Where what a body owes stands: not answered; answered; in a letter that is being signed; in a letter."""

    AWAITED = "awaited"
    RECEIVED = "received"
    SIGNING = "signing"
    LETTER = "letter"
    SKIPPED = "skipped"
    MISSED = "missed"


@dataclass(frozen=True)
class Share:
    """One obligation of those who file through a body. ``version``: the answer that stands now; ``held``: the one that
    the newest letter with this obligation holds, and that ``filing``."""

    obligation: Obligation
    measure: Measure
    institution: Institution
    state: State
    version: ReplyVersion | None = None
    held: ReplyVersion | None = None
    filing: Filing | None = None

    @property
    def changed(self) -> bool:
        """Whether something was said since the letter was made."""
        return self.held is not None and (self.version is None or self.version.id != self.held.id)

    @property
    def is_new(self) -> bool:
        """Whether something was said that no letter says yet, made or signed."""
        return self.version is not None and (self.filing is None or self.changed)


def filers(session: Session, forum: str) -> dict[int, int]:
    """The body (its id) that files the letter of each body: the one that the roster names in «Atskaiti iesniedz», and
    whom that one files through in its turn; itself where the roster names none, or goes round in a circle."""
    rows = session.execute(select(Institution.id, Institution.files_through_id).where(Institution.forum == forum))
    through = {row[0]: row[1] for row in rows}
    return {number: _filer(number, through) for number in through}


def _filer(number: int, through: Mapping[int, int | None]) -> int:
    seen, last = {number}, number
    while (upper := through.get(last)) is not None:
        if upper in seen:
            return number
        seen.add(upper)
        last = upper
    return last


def newest(session: Session, one: Round, institution_id: int) -> Filing | None:
    """The letter of this body that was made last, signed or not."""
    return next(iter(of_round(session, one, institution_id)[-1:]), None)


def of_round(session: Session, one: Round, institution_id: int | None = None) -> Sequence[Filing]:
    """The letters of a round (of this body alone, where one is named), in the order of their making."""
    asked = select(Filing).where(Filing.forum == one.forum, Filing.round_id == one.id)
    if institution_id is not None:
        asked = asked.where(Filing.institution_id == institution_id)
    return session.scalars(asked.order_by(Filing.id)).all()


def standing(session: Session, one: Round) -> list[Filing]:
    """The letters that say something: all that are signed, and of those being signed each body's newest."""
    found = of_round(session, one)
    last = {row.institution_id: row for row in found}
    return [row for row in found if row.signed_at is not None or last[row.institution_id] is row]


def parts(session: Session, filing: Filing) -> dict[int, ReplyVersion]:
    """The versions that a letter holds, by obligation."""
    rows = session.execute(
        select(FilingPart.obligation_id, ReplyVersion)
        .join(ReplyVersion, ReplyVersion.id == FilingPart.version_id)
        .where(FilingPart.forum == filing.forum, FilingPart.filing_id == filing.id)
    )
    return {row[0]: row[1] for row in rows}


def frozen(session: Session, one: Round) -> dict[int, tuple[Filing, ReplyVersion]]:
    """What the round's signed letters say, by obligation: of several letters the one signed last."""
    rows = session.execute(
        select(FilingPart.obligation_id, Filing, ReplyVersion)
        .join(Filing, Filing.id == FilingPart.filing_id)
        .join(ReplyVersion, ReplyVersion.id == FilingPart.version_id)
        .where(Filing.forum == one.forum, Filing.round_id == one.id, Filing.signed_at.is_not(None))
        .order_by(Filing.id)
    )
    return {number: (filing, version) for number, filing, version in rows}


def signed(session: Session, obligation: Obligation) -> Filing | None:
    """The signed letter that holds an answer to this obligation; of several the one made last."""
    held = PARTS.all(session, obligation.forum, obligation.id)
    found = (session.get_one(Filing, part.filing_id) for part in reversed(held))
    return next((one for one in found if one.signed_at is not None), None)


def holds(session: Session, obligation: Obligation, version: ReplyVersion) -> bool:
    """Whether a letter was made that holds this version, so that it says what it says for good."""
    return any(part.version_id == version.id for part in PARTS.all(session, obligation.forum, obligation.id))


def shares(session: Session, one: Round, filer_id: int | None = None, *, day: date) -> list[Share]:
    """Every obligation of a round in its own voice (of those who file through ``filer_id``, where it is named) and
    where each stands, in the plan's order."""
    through = filers(session, one.forum)
    bodies = [number for number, upper in through.items() if filer_id in (None, upper)]
    rows = session.execute(
        select(Obligation, Measure, Institution)
        .join(Measure, Measure.id == Obligation.measure_id)
        .join(Institution, Institution.id == Obligation.institution_id)
        .where(
            Obligation.forum == one.forum,
            Obligation.round_id == one.id,
            Obligation.institution_id.in_(bodies),
            Obligation.void_at.is_(None),
            Obligation.voice == Voice.INSTITUTION,
        )
    ).all()
    versions, held = replies.of_round(session, one), _held(session, one)
    found = []
    for duty, measure, body in rows:
        said = versions.get(duty.id, (None, None))[1]
        filing, version = held.get(duty.id, (None, None))
        state = _state(one, duty, said, filing, day=day)
        found.append(Share(duty, measure, body, state, said, version, filing))
    return sorted(found, key=lambda share: (number_order(share.measure.number), share.obligation.id))


def _held(session: Session, one: Round) -> dict[int, tuple[Filing, ReplyVersion]]:
    return {
        number: (filing, version)
        for filing in standing(session, one)
        for number, version in parts(session, filing).items()
    }


def _state(one: Round, duty: Obligation, said: ReplyVersion | None, filing: Filing | None, *, day: date) -> State:
    if filing is not None:
        return State.SIGNING if filing.signed_at is None else State.LETTER
    if said is not None:
        return State.LETTER if said.channel == BY_LETTER else State.RECEIVED
    if duty.skipped_at is not None:
        return State.SKIPPED
    return State.MISSED if duty.closed_in(one, day) else State.AWAITED
