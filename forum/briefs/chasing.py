"""Briefs for coordinators who wait for answers: a round body by body, one body's card, and whom a nudge would reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from forum import awaited, begun, chasing, contacts, links, resting
from forum.awaited import Owed
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief, round_facts
from forum.briefs.naming import Plans
from forum.chasing import Body
from forum.contacts import Contact, Way
from forum.forums import Forum
from forum.people import Person
from forum.resting import Rests
from forum.rounds import Round
from forum.store.base import Values

# How a member can be in touch, the best first; a body is as its best one.
STATES = ("open", "helped", "snoozed", "closed", "none", "nobody")


@dataclass(frozen=True)
class View:
    """A round as it stands at this moment."""

    asked: Asked
    round: Round

    @cached_property
    def bodies(self) -> list[Body]:
        return chasing.bodies(self.asked.session, self.round, day=self.asked.at.day)

    @cached_property
    def plans(self) -> Plans:
        return naming.plans(self.asked)

    @cached_property
    def contacts(self) -> dict[int, Contact]:
        people = [person for body in self.bodies for person in body.people]
        return contacts.of(self.asked.session, self.asked.forum, people)

    @cached_property
    def rests(self) -> Rests:
        return resting.rests(self.asked.session, self.asked.forum, day=self.asked.at.day)

    @property
    def reachable(self) -> set[int]:
        return {number for number, one in self.contacts.items() if one.way is Way.OPEN}

    @cached_property
    def begun(self) -> set[int]:
        """The obligations about which somebody has begun an answer and not sent it."""
        owed = [one.obligation.id for body in self.bodies for one in body.awaited]
        return set(begun.at(self.asked.session, self.asked.forum, owed))

    @property
    def paused(self) -> bool:
        return self.asked.session.get_one(Forum, self.asked.forum).paused_at is not None

    def reached(self, chosen: set[int] | None = None) -> int:
        """How many people a nudge would reach now."""
        return len(chasing.reached(self.bodies, reachable=self.reachable, rests=self.rests, chosen=chosen))


def _view(asked: Asked) -> View | None:
    one = asked.session.get(Round, asked.message.values["round"])
    return None if one is None or one.forum != asked.forum or one.gone_at is not None else View(asked, one)


def _awaited(asked: Asked) -> Values | None:
    """A round body by body."""
    view = _view(asked)
    if view is None:
        return None
    owed = [one for body in view.bodies for one in body.awaited]
    answered = sum(len(body.received) for body in view.bodies)
    skipped = [one for body in view.bodies for one in body.skipped]
    return {
        "round": view.round.id,
        **round_facts(view.round, asked.at.day, asked.policy),
        "answered": answered,
        "total": answered + len(owed) + sum(len(body.missed) for body in view.bodies),
        "extended": sum(one.obligation.due_on is not None for one in owed),
        "awaited": [_line(view, body) for body in view.bodies if body.awaited],
        "skipped": [
            {**_share(view, one), "code": one.institution.code, "reason": one.obligation.reason} for one in skipped
        ],
        "unreached": [one.name for one in awaited.unreached(asked.session, owed)],
        **naming.without_lead(view.asked, view.round),
        "desk": _desk(view),
        "reached": view.reached(),
        "choosable": view.reached({body.institution.id for body in view.bodies}),
        "paused": view.paused,
        "chats": asked.policy.chats,
    }


def _over(asked: Asked) -> Values | None:
    """A round that is locked: what was received, and what was not, body by body."""
    view = _view(asked)
    if view is None:
        return None
    answered, missed = (sum(map(len, (getattr(one, name) for one in view.bodies))) for name in ("received", "missed"))
    return {
        "title": view.round.title,
        "answered": answered,
        "total": answered + missed,
        "missed": [
            {"code": body.institution.code, "measures": [_share(view, one) for one in body.missed]}
            for body in view.bodies
            if body.missed
        ],
        "desk": _desk(view),
    }


def _desk(view: View) -> str:
    """The address of the round's page, for whoever is told; empty: there is none."""
    asked = view.asked
    if asked.person is None:
        return ""
    return links.desk_of(asked.session, asked.person, view.round.id, now=asked.at.now, policy=asked.policy)


def _line(view: View, body: Body) -> Values:
    """A body in one line: why it is silent, as far as is known, and the last contact with its people."""
    people = [_person(view, body, person) for person in body.people]
    best = min(people, key=lambda one: STATES.index(one["state"]), default={"state": "nobody"})
    return {
        "trouble": None,
        "until": None,
        **best,
        "code": body.institution.code,
        "measures": [_share(view, one) for one in body.awaited],
        "told_at": max((one["told_at"] for one in people if one["told_at"]), default=None),
        "heard_at": max((one["heard_at"] for one in people if one["heard_at"]), default=None),
        "away": _away(body),
    }


def _away(body: Body) -> list[Values]:
    return [
        {"name": one.person.name, "until": one.until, "instead": [each.name for each in one.instead]}
        for one in body.away
    ]


def _share(view: View, one: Owed) -> Values:
    begun_too = one.obligation.id in view.begun
    return {**view.plans.named(one.measure), "until": one.obligation.due_on, "begun": begun_too}


def _bodies(asked: Asked) -> Values | None:
    """All bodies of a round, a button each."""
    view = _view(asked)
    if view is None:
        return None
    return {
        **asked.message.values,
        "title": view.round.title,
        "bodies": [
            {"id": body.institution.id, "code": body.institution.code, "open": len(body.awaited)}
            for body in view.bodies
        ],
    }


def _choosing(asked: Asked) -> Values | None:
    """The bodies that can be reminded, those chosen so far, and how many people a nudge to them would reach."""
    view = _view(asked)
    if view is None:
        return None
    chosen = set(asked.message.values["chosen"])
    return {
        **asked.message.values,
        "title": view.round.title,
        "bodies": [
            {"id": body.institution.id, "code": body.institution.code, "chosen": body.institution.id in chosen}
            for body in view.bodies
            if view.reached({body.institution.id})
        ],
        "reached": view.reached(chosen),
    }


def _card(asked: Asked) -> Values | None:
    """One body: what is awaited, received and skipped, and its people with the last contact."""
    view = _view(asked)
    number = asked.message.values["institution"]
    body = next((one for one in view.bodies if one.institution.id == number), None) if view else None
    if view is None or body is None:
        return None
    day = asked.at.day
    late = [one for one in body.awaited if one.round.kind.duty and one.due_on < day and not one.spared(day)]
    return {
        "round": view.round.id,
        "institution": body.institution.id,
        **round_facts(view.round, asked.at.day, asked.policy),
        "code": body.institution.code,
        "name": body.institution.name,
        "awaited": [
            {**_share(view, one), "title": one.measure.title, "reason": one.obligation.reason} for one in body.awaited
        ],
        "received": [_share(view, one) for one in body.received],
        "skipped": [{**_share(view, one), "reason": one.obligation.reason} for one in body.skipped],
        "people": [_person(view, body, person) for person in body.people],
        "away": _away(body),
        "reached": view.reached({body.institution.id}),
        "late": len(late),
        "paused": view.paused,
    }


def _person(view: View, body: Body, person: Person) -> Values:
    contact = view.contacts[person.id]
    mine = {one.obligation.id for one in body.awaited if person in one.askers}
    helped = [view.rests.helped[number] for number in sorted(mine) if number in view.rests.helped]
    until = view.rests.until(person.id, view.round.id)
    state = {Way.CLOSED: "closed", Way.NONE: "none"}.get(contact.way, "open")
    if state == "open" and (helped or until):
        state = "helped" if helped else "snoozed"
    return {
        "name": person.name,
        "state": state,
        "trouble": helped[0].trouble.value if state == "helped" else None,
        "until": until if state == "snoozed" else None,
        "told_at": contact.told_at,
        "heard_at": contact.heard_at,
    }


def _before(asked: Asked) -> Values:
    """The question whether to remind once more: when the reminder of today went out, or is to go."""
    at = datetime.fromisoformat(asked.message.values["at"])
    return {**asked.message.values, "at": at, "ahead": at > asked.at.now}


def _sent(asked: Asked) -> Values:
    """What a coordinator's press came to; ``later``: the moment from which it goes out, where that is not now."""
    later = asked.message.values["later"]
    return {**asked.message.values, "later": later and datetime.fromisoformat(later)}


BRIEFS: dict[str, Brief] = {
    "awaited": _awaited,
    "round-over": _over,
    "bodies": _bodies,
    "choosing": _choosing,
    "body-card": _card,
    "nudge-before": _before,
    "nudge-sent": _sent,
}
