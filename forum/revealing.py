"""Revealing: what partners said unseen is opened, for all of a round at once, on a stated day or on somebody's word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import journal, people, sealing, speaking, telling_views, voices, writing_back
from forum.outbox import To, put
from forum.people import Person
from forum.policies import Policy
from forum.replies import Reply, ReplyVersion
from forum.rounds import Obligation, Round
from forum.sealing import WrongKey
from forum.times import At
from forum.voices import SealedWords, Voicing

TOLD, KEY_WANTED, SEALED_STILL = "views-revealed", "reveal-key-wanted", "views-still-sealed"


@dataclass(frozen=True)
class Revealed:
    """How many views were opened, and how many are still closed: sealed with another key, or damaged."""

    opened: int
    left: int


def reveal(
    session: Session, one: Round, private: bytes, *, at: At, policy: Policy, by: Person | None = None
) -> Revealed:
    """Open what this key opens of a round's views: from now on they stand beside the bodies' answers, here and on the
    workspace, and none is taken any more. ``by``: the coordinator whose word it was.

    Raises WrongKey, and nothing is changed, where there are views and the key opens none of them.
    """
    rule = voices.held(session, one) or voices.rule(session, one)
    rows = session.execute(
        select(SealedWords, ReplyVersion, Reply, Obligation)
        .join(ReplyVersion, ReplyVersion.id == SealedWords.version_id)
        .join(Reply, Reply.id == ReplyVersion.reply_id)
        .join(Obligation, Obligation.id == Reply.obligation_id)
        .where(SealedWords.forum == one.forum, Obligation.round_id == one.id)
        .order_by(SealedWords.id)
    ).all()
    opened, speakers, count = set[int](), set[int](), 0
    for box, version, reply, duty in rows:
        try:
            words = sealing.opened(private, box.box, about=speaking.about(version))
        except WrongKey:
            continue
        version.completion, version.done = speaking.told(words)
        session.delete(box)
        writing_back.reply_row(session, duty, reply, version, at=at)
        opened.add(duty.measure_id)
        speakers.add(version.person_id or 0)
        count += 1
    if rows and not opened:
        raise WrongKey
    rule.revealed_at = rule.revealed_at or at.now
    session.flush()
    _note(session, one, count, at=at, by=by)
    coordinators(session, one, TOLD, at=at)
    telling_views.tell_bodies(session, one, opened, at=at, policy=policy)
    telling_views.tell_partners(session, one, speakers - {0}, at=at)
    return Revealed(count, len(rows) - count)


def due(session: Session, forum: str, *, day: date) -> list[Voicing]:
    """In which rounds views were to be opened by this day, and are not."""
    rows = select(Voicing).where(
        Voicing.forum == forum, Voicing.blind, Voicing.revealed_at.is_(None), Voicing.reveal_on <= day
    )
    return list(session.scalars(rows.order_by(Voicing.id)))


def tick(session: Session, forum: str, *, at: At, policy: Policy) -> None:
    """Open what was to be opened by today; where the key is not here, the coordinators are asked for it, once. Where a
    round is over and no day was set, they are told that views are sealed still, once."""
    for row in due(session, forum, day=at.day):
        one = session.get_one(Round, row.round_id)
        private = policy.sealing.private if policy.sealing else None
        try:
            if one.gone_at is None and private is not None:
                reveal(session, one, private, at=at, policy=policy)
                continue
        except WrongKey:
            pass
        coordinators(session, one, KEY_WANTED, at=at)
    for one in voices.left_sealed(session, forum, day=at.day):
        if voices.rule(session, one).reveal_on is None:
            coordinators(session, one, SEALED_STILL, at=at)


def _note(session: Session, one: Round, opened: int, *, at: At, by: Person | None) -> None:
    journal.note(
        session,
        one.forum,
        at=at.now,
        actor=f"person:{by.id}" if by else "schedule",
        side="forum",
        action="views.revealed",
        noun="round",
        noun_id=one.id,
        after={"views": opened},
    )


def coordinators(session: Session, one: Round, kind: str, *, at: At) -> None:
    """A word to each of those who run the forum, once a round."""
    for coordinator in people.coordinators(session, one.forum, day=at.day):
        put(
            session,
            one.forum,
            to=To(person_id=coordinator.id),
            kind=kind,
            values={"round": one.id},
            dedupe=f"{kind}/{one.id}/{coordinator.id}",
            now=at.now,
        )
