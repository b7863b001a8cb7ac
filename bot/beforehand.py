"""Beforehand: what several messages will ask the memory for when they are read, fetched in one question a kind instead
of one a message. Whatever is not fetched here is asked for when it is needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from bot.heard import Heard, Said
from forum import at_hand, conversations, drafts, enrolment, floods, in_chat, people, rounds
from forum.inbox import IncomingMessage
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.replies import Reply, ReplyVersion
from forum.rounds import Obligation
from forum.store import keyed

Waiting = tuple[IncomingMessage, Heard]


def fetch(session: Session, forum: str, waiting: Sequence[Waiting]) -> None:
    """What these will need: who speaks, what was asked of them, what they reply to, and what they answer by that."""
    floods.count(session, [row for row, _ in waiting])
    speakers = _speakers(session, forum, [heard for _, heard in waiting])
    begun = drafts.OF.gather(session, forum, [(one.id,) for one in speakers])
    conversations.OF.gather(session, forum, [(one.id,) for one in speakers])
    said = [heard for _, heard in waiting if isinstance(heard, Said)]
    replied_to = in_chat.STANDING.gather(
        session, forum, [(one.channel, one.address, one.reply_to) for one in said if one.reply_to is not None]
    )
    duties = _duties(session, forum, speakers, replied_to)
    duties += keyed.load(session, Obligation, [one.obligation_id for one in begun if one.obligation_id])
    at_hand.answers(session, forum, duties)


def _speakers(session: Session, forum: str, heard: Iterable[Heard]) -> list[Person]:
    at = enrolment.AT.gather(session, forum, [(one.channel, one.address) for one in heard])
    speakers = keyed.load(session, Person, [one.person_id for one in at])
    enrolment.OF.gather(session, forum, [(one.id,) for one in speakers])
    people.OF_BODY.gather(session, forum, [(one.institution_id,) for one in speakers if one.institution_id])
    return speakers


def _duties(
    session: Session, forum: str, speakers: Sequence[Person], replied_to: Sequence[OutgoingMessage]
) -> list[Obligation]:
    """What the messages replied to are about."""
    values = [message.values for message in replied_to]
    versions = keyed.load(session, ReplyVersion, [one["version"] for one in values if "version" in one])
    of_versions = keyed.load(session, Reply, [one.reply_id for one in versions])
    named = [one["obligation"] for one in values if "obligation" in one] + [one.obligation_id for one in of_versions]
    bodies = {one.id: one.institution_id for one in speakers if one.institution_id}
    shares = [
        (number, bodies[message.person_id])
        for message in replied_to
        if message.person_id in bodies
        for number in message.values.get("rounds", ())
    ]
    return keyed.load(session, Obligation, named) + rounds.SHARED.gather(session, forum, shares)
