"""Visits: who opened a personal link, and all that a page of theirs needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from forum import awaited, enrolment, links, replies
from forum.links import Refusal
from forum.outbox import To
from forum.people import Person, Role
from forum.policies import Policy
from forum.rounds import Obligation
from forum.times import At


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """Whoever opened a link that is good, within one unit of work. ``people``: all that this human is on the roster;
    ``until``: the last day of the link."""

    session: Session
    forum: str
    person: Person
    people: tuple[Person, ...]
    language: str
    until: date
    policy: Policy
    at: At

    @property
    def person_ids(self) -> set[int]:
        return {person.id for person in self.people}

    @property
    def coordinator(self) -> Person | None:
        """Who of them runs the forum; None: a member visits."""
        return next((person for person in self.people if person.role is Role.COORDINATOR), None)

    def answerer(self, duty: Obligation) -> Person | None:
        """Which of them answers for this obligation."""
        if duty.forum != self.forum:
            return None
        return awaited.answerer(self.session, duty, self.people, day=self.at.day)

    def closed(self, duty: Obligation) -> bool:
        return replies.closed(self.session, duty, self.at.day)

    def day_of(self, at: datetime | None) -> date | None:
        """The forum's local date at this moment, where there was one."""
        return self.policy.day(at) if at else None

    def echo(self, person: Person) -> To | None:
        """Where the echo of what was done here goes: wherever the person is written to; nowhere without a way."""
        return To(person_id=person.id) if enrolment.way_to(self.session, person) is not None else None


def come(session: Session, forum: str, token: str, *, wanted: str | None, policy: Policy, at: At) -> Visitor | Refusal:
    """Who visits with this token, in the ``wanted`` language or their own; or why the link opens nothing."""
    found = links.read(session, forum, token, now=at.now, day=at.day)
    if found.refusal is not None or found.person is None or found.ends_at is None:
        return found.refusal or Refusal.UNKNOWN
    person = found.person
    way = enrolment.way_to(session, person)
    return Visitor(
        session=session,
        forum=forum,
        person=person,
        people=tuple(links.people(session, person, way, day=at.day)),
        language=policy.language(wanted or (way.language if way else None) or person.language),
        until=policy.day(found.ends_at),
        policy=policy,
        at=at,
    )
