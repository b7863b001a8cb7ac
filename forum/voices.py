"""Voices: partners follow measures of their choice, and say of them in a round how they see it; they owe nothing."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import LargeBinary, String, delete, exists, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import journal, rounds
from forum.people import Institution, Person, Role, Side
from forum.plan import Duty, Measure, Responsibility
from forum.policies import Policy
from forum.replies import Manner, Reply, ReplyVersion
from forum.rounds import Audience, Obligation, Round, Voice
from forum.store import keyed
from forum.store.base import Noun, link, unique
from forum.times import At


class Following(Noun):
    """A partner follows a measure: it is asked how it sees it in each round that hears partners."""

    __tablename__ = "following"
    __table_args__ = (
        link("institution_id", "institution"),
        link("measure_id", "measure"),
        unique("institution_id", "measure_id"),
    )

    institution_id: Mapped[int]
    measure_id: Mapped[int]
    since: Mapped[datetime]


class Voicing(Noun):
    """How partners are heard in one round. In turn: a partner sees what the bodies answered, then says its own.
    ``blind``: it says its own unseen, sealed until the reveal, which comes with ``reveal_on`` (None: on a coordinator's
    word alone) and is past with ``revealed_at``. A round without such a row hears them in turn."""

    __tablename__ = "voicing"
    __table_args__ = (link("round_id", "round"), unique("round_id"))

    round_id: Mapped[int]
    blind: Mapped[bool] = mapped_column(default=False)
    reveal_on: Mapped[date | None] = mapped_column(default=None)
    revealed_at: Mapped[datetime | None] = mapped_column(default=None)


class SealedWords(Noun):
    """A partner's view before the reveal: ``box`` opens with the private key of this name alone."""

    __tablename__ = "sealed_words"
    __table_args__ = (link("version_id", "reply_version"), unique("version_id"))

    version_id: Mapped[int]
    key: Mapped[str] = mapped_column(String(16))
    box: Mapped[bytes] = mapped_column(LargeBinary)


class Stage(enum.StrEnum):
    """Whether a partner can say its view now. ``waits``: nobody of the bodies has answered yet; ``closed``: the round
    takes nothing any more, or what was said unseen is revealed; ``no_key``: nothing can be sealed here."""

    OPEN = "open"
    WAITS = "waits"
    CLOSED = "closed"
    NO_KEY = "no_key"


def bodies(session: Session, forum: str, people: Iterable[Person], *, day: date) -> list[Institution]:
    """The partners for which these people speak on this day; who only observes speaks for nobody."""
    speaking = [one for one in people if one.serves_on(day) and one.role is not Role.OBSERVER]
    numbers = {one.institution_id for one in speaking if one.institution_id is not None}
    rows = session.scalars(
        select(Institution).where(
            Institution.forum == forum,
            Institution.id.in_(numbers),
            Institution.side == Side.PARTNER,
            Institution.gone_at.is_(None),
        )
    )
    return sorted(rows, key=lambda one: one.id)


def partners(session: Session, forum: str) -> set[int]:
    """The institutions that are partners, by number."""
    rows = select(Institution.id).where(Institution.forum == forum, Institution.side == Side.PARTNER)
    return set(session.scalars(rows))


def speaker(people: Sequence[Person], body: Institution, *, day: date) -> Person:
    """Which of these people speaks for this partner (one of ``bodies``)."""
    mine = [one for one in people if one.institution_id == body.id and one.role is not Role.OBSERVER]
    return next(one for one in mine if one.serves_on(day))


def hears(one: Round) -> bool:
    """Whether a round hears partners: its row names them among those who answer."""
    return Audience.PARTNERS.value in one.audience


def heard_now(session: Session, forum: str, *, day: date) -> list[Round]:
    """The rounds that run on this day and hear partners, the nearest due day first."""
    return [one for one in rounds.running(session, forum, day=day) if hears(one) and not one.closed_on(day)]


def left_sealed(session: Session, forum: str, *, day: date) -> list[Round]:
    """The rounds that are over and have views that nobody has revealed."""
    rows = session.scalars(
        select(Round)
        .join(Voicing, Voicing.round_id == Round.id)
        .where(
            Round.forum == forum,
            Round.gone_at.is_(None),
            Voicing.blind,
            Voicing.revealed_at.is_(None),
            exists().where(
                SealedWords.version_id == ReplyVersion.id,
                ReplyVersion.reply_id == Reply.id,
                Reply.obligation_id == Obligation.id,
                Obligation.round_id == Round.id,
            ),
        )
        .order_by(Round.id)
    )
    return [one for one in rows if one.closed_on(day)]


def of_round(session: Session, one: Round) -> Voicing | None:
    """How partners are heard in this round, where somebody said so."""
    return session.scalar(select(Voicing).where(Voicing.forum == one.forum, Voicing.round_id == one.id))


def rule(session: Session, one: Round) -> Voicing:
    """The same, to be changed."""
    found = of_round(session, one)
    if found is None:
        found = Voicing(forum=one.forum, round_id=one.id)
        session.add(found)
        session.flush()
    return found


def held(session: Session, one: Round) -> Voicing | None:
    """The same, while nobody else speaks or reveals: what is said in the moment of the reveal comes before it, or is
    not taken."""
    found = of_round(session, one)
    if found is not None:
        keyed.hold(session, [found])
    return found


def blind(session: Session, one: Round) -> bool:
    """Whether views are sealed in this round now."""
    found = of_round(session, one)
    return found is not None and found.blind and found.revealed_at is None


def stage(session: Session, one: Round, measure_id: int, *, day: date, policy: Policy) -> Stage:
    """Whether a partner can say on this day how it sees this measure."""
    found = of_round(session, one)
    if one.closed_on(day) or (found and found.blind and found.revealed_at) or not hears(one):
        return Stage.CLOSED
    if found and found.blind:
        return Stage.OPEN if policy.sealing else Stage.NO_KEY
    answered = day > one.due_on or _answered(session, one, measure_id)
    return Stage.OPEN if answered else Stage.WAITS


def _answered(session: Session, one: Round, measure_id: int) -> bool:
    found = (
        select(Reply.id)
        .join(Obligation, Obligation.id == Reply.obligation_id)
        .join(ReplyVersion, (ReplyVersion.reply_id == Reply.id) & (ReplyVersion.version == Reply.version))
        .where(
            Obligation.forum == one.forum,
            Obligation.round_id == one.id,
            Obligation.measure_id == measure_id,
            Obligation.voice == Voice.INSTITUTION,
            ReplyVersion.manner != Manner.WITHDRAWN,
        )
    )
    return session.scalar(found.limit(1)) is not None


def followed(session: Session, forum: str, institution_ids: Collection[int]) -> dict[int, set[int]]:
    """The measures that each of these partners follows, by number."""
    found: dict[int, set[int]] = {number: set() for number in institution_ids}
    rows = session.execute(
        select(Following.institution_id, Following.measure_id)
        .join(Measure, Measure.id == Following.measure_id)
        .where(
            Following.forum == forum, Following.institution_id.in_(sorted(institution_ids)), Measure.gone_at.is_(None)
        )
    )
    for body, measure in rows:
        found[body].add(measure)
    return found


def follow(session: Session, body: Institution, measure_ids: Collection[int], *, by: Person, at: At) -> None:
    """Let a partner follow exactly these measures from now on; what it said of others stays."""
    before = followed(session, body.forum, [body.id])[body.id]
    wanted = set(measure_ids)
    if before == wanted:
        return
    session.execute(
        delete(Following).where(
            Following.forum == body.forum,
            Following.institution_id == body.id,
            Following.measure_id.in_(sorted(before - wanted)),
        )
    )
    make = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    rows = [
        {"forum": body.forum, "institution_id": body.id, "measure_id": number, "since": at.now}
        for number in sorted(wanted - before)
    ]
    if rows:
        session.execute(make(Following).on_conflict_do_nothing(), rows)
    journal.note(
        session,
        body.forum,
        at=at.now,
        actor=f"person:{by.id}",
        side="forum",
        action="partner.follows",
        noun="institution",
        noun_id=body.id,
        before={"measures": sorted(before)},
        after={"measures": sorted(wanted)},
    )


def implements(session: Session, forum: str, institution_ids: Collection[int]) -> dict[int, set[int]]:
    """The measures that each of these bodies carries out itself, as lead or beside one."""
    found: dict[int, set[int]] = {number: set() for number in institution_ids}
    rows = session.execute(
        select(Responsibility.institution_id, Responsibility.measure_id).where(
            Responsibility.forum == forum,
            Responsibility.institution_id.in_(sorted(institution_ids)),
            Responsibility.duty.in_((Duty.LEAD, Duty.CO_LEAD)),
        )
    )
    for body, measure in rows:
        if body is not None:
            found[body].add(measure)
    return found
