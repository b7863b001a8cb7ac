"""Views: what partners said of a round's measures, as far as it can be read, with what the bodies replied."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from forum import rejoinders
from forum.people import Institution
from forum.rejoinders import Rejoinder
from forum.replies import Manner, Reply, ReplyVersion
from forum.rounds import Obligation, Round, Voice
from forum.voices import SealedWords


@dataclass(frozen=True)
class Spoken:
    """One partner's view as it stands. ``sealed``: nobody can read it yet, and its texts are empty."""

    duty: Obligation
    body: Institution
    reply: Reply
    version: ReplyVersion
    sealed: bool
    rejoinders: Sequence[Rejoinder] = ()


def of(session: Session, one: Round, *, measure_id: int | None = None) -> list[Spoken]:
    """What partners said in a round (about one measure alone, where it is named), in the order in which they did."""
    rows = session.execute(
        select(Obligation, Institution, Reply, ReplyVersion, SealedWords.id)
        .join(Institution, Institution.id == Obligation.institution_id)
        .join(Reply, Reply.obligation_id == Obligation.id)
        .join(ReplyVersion, (ReplyVersion.reply_id == Reply.id) & (ReplyVersion.version == Reply.version))
        .outerjoin(SealedWords, SealedWords.version_id == ReplyVersion.id)
        .where(
            Obligation.forum == one.forum,
            Obligation.round_id == one.id,
            Obligation.voice == Voice.PARTNER,
            ReplyVersion.manner != Manner.WITHDRAWN,
            true() if measure_id is None else Obligation.measure_id == measure_id,
        )
        .order_by(Obligation.id)
    ).all()
    replied = rejoinders.of_replies(session, one.forum, [reply.id for _, _, reply, _, _ in rows])
    return [
        Spoken(duty, body, reply, version, box is not None, tuple(replied.get(reply.id, ())))
        for duty, body, reply, version, box in rows
    ]


def rounds_of(session: Session, forum: str, body_ids: Collection[int]) -> list[Round]:
    """The rounds in which these partners spoke, the newest first."""
    spoken = (
        select(Obligation.round_id)
        .join(Reply, Reply.obligation_id == Obligation.id)
        .where(
            Obligation.forum == forum,
            Obligation.voice == Voice.PARTNER,
            Obligation.institution_id.in_(sorted(body_ids)),
        )
    )
    such = (Round.forum == forum, Round.gone_at.is_(None), Round.id.in_(spoken))
    return list(session.scalars(select(Round).where(*such).order_by(Round.due_on.desc(), Round.id)))
