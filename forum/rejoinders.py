"""Rejoinders: once a partner's view can be read, each body concerned may reply to it once, in versions."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import enrolment, journal, outbox, speaking
from forum.people import Person
from forum.replies import Reply, ReplyVersion
from forum.rounds import Obligation, Round, Voice
from forum.store.base import Noun, link, unique
from forum.times import At
from forum.voices import Voicing

# So long after a view can be read, at least, a body may reply to it.
OPEN_FOR = timedelta(days=14)
TOLD = "rejoinder-told"


class Rejoinder(Noun):
    """What a body replied to a partner's view, once, in versions; the last one counts. ``about_version``: the version
    of the view that it was said of."""

    __tablename__ = "rejoinder"
    __table_args__ = (
        link("reply_id", "reply"),
        link("institution_id", "institution"),
        link("person_id", "person"),
        unique("reply_id", "institution_id", "version"),
    )

    reply_id: Mapped[int]
    institution_id: Mapped[int]
    version: Mapped[int]
    about_version: Mapped[int]
    words: Mapped[str]
    submitted_by: Mapped[str]
    submitted_at: Mapped[datetime]
    channel: Mapped[str] = mapped_column(String(24))
    person_id: Mapped[int | None] = mapped_column(default=None)


def of_replies(session: Session, forum: str, reply_ids: Collection[int]) -> dict[int, list[Rejoinder]]:
    """The rejoinders that count, by the partner's reply, each body's last, in the order of their first."""
    rows = session.scalars(
        select(Rejoinder)
        .where(Rejoinder.forum == forum, Rejoinder.reply_id.in_(sorted(reply_ids)))
        .order_by(Rejoinder.id)
    )
    found: dict[int, dict[int, Rejoinder]] = {}
    for row in rows:
        found.setdefault(row.reply_id, {})[row.institution_id] = row
    return {reply: list(bodies.values()) for reply, bodies in found.items()}


def until(session: Session, one: Round, view: ReplyVersion, voicing: Voicing | None) -> date:
    """The last day on which a view may be replied to: two weeks from when it could be read, at least as long as the
    round takes answers."""
    readable = voicing.revealed_at if voicing and voicing.blind and voicing.revealed_at else view.submitted_at
    return max(one.last_day(), (readable + OPEN_FOR).date())


def may(session: Session, duty: Obligation, view: ReplyVersion, voicing: Voicing | None, *, day: date) -> bool:
    """Whether the body of this obligation may reply now to a partner's view of the same measure."""
    seen = not speaking.is_sealed(session, view)
    own = duty.voice is Voice.INSTITUTION and duty.void_at is None
    spoken = session.get_one(Obligation, session.get_one(Reply, view.reply_id).obligation_id)
    same = (spoken.round_id, spoken.measure_id) == (duty.round_id, duty.measure_id)
    other = spoken.institution_id != duty.institution_id
    in_time = day <= until(session, session.get_one(Round, duty.round_id), view, voicing)
    return seen and own and same and other and in_time


def rejoin(
    session: Session, duty: Obligation, view: ReplyVersion, words: str, person: Person, *, channel: str, at: At
) -> Rejoinder:
    """Keep a body's reply to a partner's view, where ``may`` says so; the same words again are kept once."""
    before = session.scalar(
        select(Rejoinder)
        .where(
            Rejoinder.forum == duty.forum,
            Rejoinder.reply_id == view.reply_id,
            Rejoinder.institution_id == duty.institution_id,
        )
        .order_by(Rejoinder.version.desc())
        .limit(1)
    )
    if before is not None and before.words == words:
        return before
    row = Rejoinder(
        forum=duty.forum,
        reply_id=view.reply_id,
        institution_id=duty.institution_id,
        version=before.version + 1 if before else 1,
        about_version=view.version,
        words=words,
        submitted_by=person.name,
        submitted_at=at.now,
        channel=channel,
        person_id=person.id,
    )
    session.add(row)
    session.flush()
    _note(session, row, at=at)
    _tell(session, view, row, at=at)
    return row


def _note(session: Session, row: Rejoinder, *, at: At) -> None:
    journal.note(
        session,
        row.forum,
        at=at.now,
        actor=f"person:{row.person_id}",
        side=row.channel,
        action="rejoinder.said",
        noun="reply",
        noun_id=row.reply_id,
        after={"institution": row.institution_id, "version": row.version},
    )


def _tell(session: Session, view: ReplyVersion, row: Rejoinder, *, at: At) -> None:
    """Whoever said the view hears what was replied, in their hours."""
    person = session.get(Person, view.person_id) if view.person_id is not None else None
    if person is not None and person.serves_on(at.day) and enrolment.way_to(session, person) is not None:
        outbox.put(
            session,
            row.forum,
            to=outbox.To(person_id=person.id),
            kind=TOLD,
            values={"rejoinder": row.id},
            dedupe=f"{TOLD}/{row.id}",
            now=at.now,
        )
