"""Speaking: a partner says how it sees a measure, in versions; unseen until the reveal where its round is blind."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from forum import answering, operations, outbox, replies, sealing, telling_views, voices, writing_back
from forum.answering import Answer
from forum.outbox import To
from forum.people import Institution, Person
from forum.plan import Completion, Measure
from forum.policies import Policy
from forum.replies import Manner, Reply, ReplyVersion, echo_key
from forum.rounds import Obligation, Round, Voice
from forum.times import At
from forum.voices import SealedWords, Stage

KEPT = "view-kept"
# How long (real time) the echo waits for the workspace, as that of an answer does.
PATIENCE = timedelta(seconds=5)


@dataclass(frozen=True, kw_only=True)
class View:
    """How a partner sees a measure: how far it has come, and its own words. ``channel``: how it came; ``heard_id``:
    the incoming message that said it."""

    completion: Completion
    words: str
    channel: str
    heard_id: int | None = None


@dataclass(frozen=True)
class Seat:
    """Where a partner speaks: about which measure in which round."""

    round: Round
    measure: Measure
    body: Institution


class NotNow(Exception):
    """The view is not taken; ``stage`` says why."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.stage = stage


def speak(session: Session, seat: Seat, person: Person, view: View, *, at: At, policy: Policy) -> ReplyVersion:
    """Keep a view as the next version of what this partner says. In a blind round its words are sealed before anything
    is kept, and what it had said before is thrown away, sealed as it was. The measure itself is left alone.

    Raises NotNow.
    """
    _open(session, seat, at=at, policy=policy)
    obligation = _seated(session, seat, now=at.now)
    answering.hold(session, obligation)
    reply = answering.reply_to(session, obligation)
    blind = voices.blind(session, seat.round)
    said = Answer(
        channel=view.channel,
        completion=None if blind else view.completion,
        done="" if blind else view.words,
        heard_id=view.heard_id,
    )
    version = answering.next_version(session, reply, person, said, at=at)
    if blind and policy.sealing:
        session.flush()
        _seal(session, reply, version, view, policy.sealing)
    else:
        writing_back.reply_row(session, obligation, reply, version, at=at)
        telling_views.tell_bodies(session, seat.round, {seat.measure.id}, at=at, policy=policy)
    answering.note(session, version, "view.sealed" if blind else "view.said", person, at=at)
    return version


def withdraw(
    session: Session, seat: Seat, person: Person, *, channel: str, at: At, policy: Policy
) -> ReplyVersion | None:
    """Take a view back; of one that is sealed nothing is left. It can be said anew. None where there is none.

    Raises NotNow.
    """
    _open(session, seat, at=at, policy=policy)
    obligation = session.scalar(_obligation(seat))
    if obligation is None:
        return None
    answering.hold(session, obligation)
    said = replies.of_obligation(session, obligation)
    if said is None:
        return None
    unseen = is_sealed(session, said)
    reply = answering.reply_to(session, obligation)
    version = answering.next_version(session, reply, person, Answer(channel=channel, manner=Manner.WITHDRAWN), at=at)
    if unseen:
        session.flush()
        _throw_away(session, reply)
    else:
        writing_back.reply_row(session, obligation, reply, version, at=at)
    answering.note(session, version, "view.withdrawn", person, at=at)
    return version


def echo(session: Session, version: ReplyVersion, to: To, *, at: At) -> None:
    """The partner is told what was kept; of what is sealed, that it is."""
    waits = operations.untried(session, version.forum, echo_key(version.id))
    outbox.put(
        session,
        version.forum,
        to=to,
        kind=KEPT,
        values={"version": version.id},
        dedupe=echo_key(version.id),
        now=at.now,
        asked=True,
        hold_until=at.real + PATIENCE if waits else None,
        first=True,
    )


def of_seat(session: Session, seat: Seat) -> ReplyVersion | None:
    """What this partner says there now, sealed or not."""
    obligation = session.scalar(_obligation(seat))
    return replies.of_obligation(session, obligation) if obligation is not None else None


def is_sealed(session: Session, version: ReplyVersion) -> bool:
    found = select(SealedWords.id).where(SealedWords.forum == version.forum, SealedWords.version_id == version.id)
    return session.scalar(found) is not None


def about(version: ReplyVersion) -> str:
    """What a box belongs to, so that it cannot be laid under another view."""
    return f"{version.forum}/{version.reply_id}/{version.version}"


def told(words: bytes) -> tuple[Completion, str]:
    """What stood in a box."""
    completion, text = json.loads(words)
    return Completion(completion), text


def _open(session: Session, seat: Seat, *, at: At, policy: Policy) -> None:
    voices.held(session, seat.round)
    stage = voices.stage(session, seat.round, seat.measure.id, day=at.day, policy=policy)
    if stage is not Stage.OPEN:
        raise NotNow(stage)


def _throw_away(session: Session, reply: Reply) -> None:
    """What was sealed of this reply, as it was."""
    earlier = select(ReplyVersion.id).where(ReplyVersion.forum == reply.forum, ReplyVersion.reply_id == reply.id)
    session.execute(delete(SealedWords).where(SealedWords.forum == reply.forum, SealedWords.version_id.in_(earlier)))


def _seal(session: Session, reply: Reply, version: ReplyVersion, view: View, keys: sealing.Sealing) -> None:
    words = json.dumps([view.completion.value, view.words]).encode()
    _throw_away(session, reply)
    box = sealing.close(keys.public, words, about=about(version))
    session.add(SealedWords(forum=reply.forum, version_id=version.id, key=keys.name, box=box))
    session.flush()


def _seated(session: Session, seat: Seat, *, now: datetime) -> Obligation:
    """The place for a partner's view, made with it: nothing is ever awaited there."""
    make = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    place = {
        "forum": seat.round.forum,
        "round_id": seat.round.id,
        "measure_id": seat.measure.id,
        "institution_id": seat.body.id,
        "voice": Voice.PARTNER,
        "discharged_at": now,
        "reason": "",
    }
    session.execute(make(Obligation).on_conflict_do_nothing(), [place])
    return session.scalars(_obligation(seat)).one()


def _obligation(seat: Seat) -> Select[Obligation]:
    return select(Obligation).where(
        Obligation.forum == seat.round.forum,
        Obligation.round_id == seat.round.id,
        Obligation.measure_id == seat.measure.id,
        Obligation.institution_id == seat.body.id,
        Obligation.voice == Voice.PARTNER,
    )
