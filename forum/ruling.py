"""Ruling: those who run the forum decide how a round hears partners, in turn or unseen, and when that is revealed."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import journal, revealing, voices
from forum.people import Person
from forum.policies import Policy
from forum.replies import Reply
from forum.revealing import Revealed
from forum.rounds import Obligation, Round, Voice
from forum.sealing import WrongKey
from forum.store.base import Values
from forum.times import At


class Refused(enum.StrEnum):
    """Why it stays as it is: the round hears no partners, or is closed; a view was said already; there is no key to
    seal with, or no page to seal on; what was unseen is revealed; the day is past; the key to open it is not here."""

    NOT_HEARD = "not_heard"
    SPOKEN = "spoken"
    NO_KEY = "no_key"
    NO_PAGE = "no_page"
    REVEALED = "revealed"
    PAST = "past"
    KEY_ELSEWHERE = "key_elsewhere"


@dataclass(frozen=True)
class Hand:
    """Whose decision it is, when, by which policy."""

    by: Person
    at: At
    policy: Policy


def hear(session: Session, one: Round, *, blind: bool, hand: Hand) -> Refused | None:
    """Have partners speak unseen, or in turn; not once one of them has spoken."""
    if not voices.hears(one) or one.closed_on(hand.at.day):
        return Refused.NOT_HEARD
    if spoken(session, one):
        return Refused.SPOKEN
    if blind and hand.policy.sealing is None:
        return Refused.NO_KEY
    if blind and not hand.policy.pages:
        return Refused.NO_PAGE
    rule = voices.rule(session, one)
    before, rule.blind = rule.blind, blind
    if before != blind:
        _note(session, one, {"blind": before}, {"blind": blind}, hand=hand)
    return None


def reveal_on(session: Session, one: Round, day: date | None, *, hand: Hand) -> Refused | None:
    """Have what is sealed opened on this day (None: on a coordinator's word alone); today's comes at once."""
    rule = voices.rule(session, one)
    if rule.revealed_at is not None:
        return Refused.REVEALED
    if day is not None and day < hand.at.day:
        return Refused.PAST
    before, rule.reveal_on = rule.reveal_on, day
    if before != day:
        was, now = ({"reveal_on": on.isoformat() if on else None} for on in (before, day))
        _note(session, one, was, now, hand=hand)
    return None


def reveal(session: Session, one: Round, *, hand: Hand) -> Revealed | Refused:
    """Open now what is sealed, with the key that is here."""
    if not voices.blind(session, one):
        return Refused.REVEALED
    private = hand.policy.sealing.private if hand.policy.sealing else None
    if private is None:
        return Refused.KEY_ELSEWHERE
    try:
        return revealing.reveal(session, one, private, at=hand.at, policy=hand.policy, by=hand.by)
    except WrongKey:
        return Refused.KEY_ELSEWHERE


def spoken(session: Session, one: Round) -> int:
    """How many views there are in a round."""
    rows = (
        select(Obligation.id)
        .join(Reply, Reply.obligation_id == Obligation.id)
        .where(Obligation.forum == one.forum, Obligation.round_id == one.id, Obligation.voice == Voice.PARTNER)
    )
    return len(session.scalars(rows).all())


def _note(session: Session, one: Round, before: Values, after: Values, *, hand: Hand) -> None:
    journal.note(
        session,
        one.forum,
        at=hand.at.now,
        actor=f"person:{hand.by.id}",
        side="forum",
        action="partners.heard",
        noun="round",
        noun_id=one.id,
        before=before,
        after=after,
    )
