"""Briefs of what is a person's own: their settings, and what is kept about them."""

from __future__ import annotations

from sqlalchemy import func, select

from forum import enrolment, preferences, privacy, reaching
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.enrolment import Address
from forum.inbox import IncomingMessage
from forum.people import Institution, Person
from forum.preferences import WEEK
from forum.replies import ReplyVersion
from forum.store.base import Values


def _settings(asked: Asked) -> Values:
    own = preferences.of(asked.session, asked.forum, asked.person.id) if asked.person else None
    hours = own.hours(asked.policy) if own else asked.policy.hours
    return {
        "languages": list(asked.policy.languages),
        "opens": hours.opens,
        "closes": hours.closes,
        "part": preferences.part(own),
        "days": list(own.weekdays or WEEK) if own else list(WEEK),
        **_channels(asked),
    }


def _channels(asked: Asked) -> Values:
    """The channels over which the person can be reached now, and the one that is used."""
    if asked.person is None:
        return {"channels": [], "channel": asked.message.channel}
    way = enrolment.way_to(asked.session, asked.person)
    known = reaching.channels(asked.session, asked.person)
    return {"channels": known, "channel": way.channel if way else asked.message.channel}


def _privacy(asked: Asked) -> Values:
    people = naming.people(asked)
    ids = [person.id for person in people]
    heard = select(func.count()).where(
        IncomingMessage.forum == asked.forum,
        IncomingMessage.channel == asked.message.channel,
        IncomingMessage.lane == asked.message.address,
    )
    answers = select(func.count()).where(ReplyVersion.forum == asked.forum, ReplyVersion.person_id.in_(ids))
    ways = select(func.count()).where(Address.forum == asked.forum, Address.person_id.in_(ids))
    return {
        "people": [_person(asked, person) for person in people],
        "messages": asked.session.scalar(heard) or 0,
        "answers": asked.session.scalar(answers) or 0,
        "ways": asked.session.scalar(ways) or 0,
    }


def _person(asked: Asked, person: Person) -> Values:
    body = asked.session.get(Institution, person.institution_id) if person.institution_id else None
    return {
        "name": person.name,
        "body": body.name if body else "",
        "email": bool(person.email),
        "phone": bool(person.phone),
    }


def _export(asked: Asked) -> Values:
    message, people = asked.message, naming.people(asked)
    kept = privacy.export(
        asked.session, asked.forum, people, channel=message.channel or "", address=message.address or ""
    )
    return {"kept": kept}


BRIEFS: dict[str, Brief] = {"settings": _settings, "privacy": _privacy, "privacy-export": _export}
