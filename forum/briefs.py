"""Briefs: what a message must know at the moment it is sent, as plain values; nothing where it no longer holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import awaited, findings, nudges, occurrences, operations, replies
from forum.awaited import Owed
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person
from forum.plan import Measure, Responsibility, number_order
from forum.policies import Policy
from forum.replies import Reply, ReplyVersion
from forum.rounds import Obligation, Round
from forum.store.base import Values
from forum.times import At


@dataclass(frozen=True)
class Asked:
    """Who is to be told, when, by which policy."""

    session: Session
    message: OutgoingMessage
    person: Person | None
    at: At
    policy: Policy

    @property
    def forum(self) -> str:
        return self.message.forum


def of(asked: Asked) -> Values | None:
    """The brief of a message; None: it has nothing left to say and is dropped."""
    make = BRIEFS.get(asked.message.kind)
    return dict(asked.message.values) if make is None else make(asked)


def _nudge(asked: Asked) -> Values | None:
    """Only what is still open: whoever answered in the meantime is left alone."""
    if asked.person is None:
        return None
    wanted = set(asked.message.values["rounds"])
    mine = awaited.of_person(awaited.owed(asked.session, asked.forum, day=asked.at.day), {asked.person.id})
    groups: dict[int, list[Owed]] = {}
    for one in mine:
        if one.round.id in wanted:
            groups.setdefault(one.round.id, []).append(one)
    if not groups:
        return None
    return {"rung": asked.message.values["rung"], "rounds": [_round(asked, group) for group in groups.values()]}


def _round(asked: Asked, group: list[Owed]) -> Values:
    one = group[0].round
    return {**round_facts(one, asked.at.day, asked.policy), "measures": [_measure(asked, owed) for owed in group]}


def round_facts(one: Round, day: date, policy: Policy) -> Values:
    """A round as messages speak of it; ``left`` in days, ``left_working`` in working days, negative when past."""
    return {
        "title": one.title,
        "year": (one.period_to or one.due_on).year,
        "kind": one.kind.value,
        "due_on": one.due_on,
        "legal_basis": one.legal_basis,
        "grace_until": one.grace_until,
        "left": (one.due_on - day).days,
        "left_working": policy.workdays.between(day, one.due_on),
    }


def _measure(asked: Asked, owed: Owed) -> Values:
    return {
        "obligation": owed.obligation.id,
        "number": owed.measure.number,
        "title": owed.measure.title,
        "institution": owed.institution.code,
        "done": owed.measure.done,
        "completion": owed.measure.completion and owed.measure.completion.value,
        "completion_on": owed.measure.completion_on,
    }


def _about_obligation(asked: Asked) -> Values | None:
    """The measure and round that a question is about."""
    duty = asked.session.get(Obligation, asked.message.values["obligation"])
    if duty is None or duty.void_at is not None:
        return None
    measure = asked.session.get_one(Measure, duty.measure_id)
    one = asked.session.get_one(Round, duty.round_id)
    return {
        **asked.message.values,
        **round_facts(one, asked.at.day, asked.policy),
        "number": measure.number,
        "measure_title": measure.title,
    }


def _echo(asked: Asked) -> Values:
    """The answer as kept, and whether it stands on the workspace yet; which of the two was said is remembered."""
    version = asked.session.get_one(ReplyVersion, asked.message.values["version"])
    reply = asked.session.get_one(Reply, version.reply_id)
    duty = asked.session.get_one(Obligation, reply.obligation_id)
    measure = asked.session.get_one(Measure, duty.measure_id)
    written = not operations.unfinished(asked.session, asked.forum, replies.echo_key(version.id))
    asked.message.values = {**asked.message.values, "written": written}
    return {
        "written": written,
        "refused": operations.refused(asked.session, asked.forum, replies.echo_key(version.id)),
        "at": version.submitted_at if not written else asked.at.now,
        "version": version.version,
        "obligation": duty.id,
        "number": measure.number,
        "completion": version.completion and version.completion.value,
        "on_record": measure.completion and measure.completion.value,
        "done": version.done,
        "draft": True,
    }


def _joined(asked: Asked) -> Values | None:
    """What the new member is asked for next: the nearest due day and the day of the first reminder."""
    if asked.person is None:
        return None
    mine = awaited.of_person(awaited.owed(asked.session, asked.forum, day=asked.at.day), {asked.person.id})
    brief: Values = {"name": asked.person.name, "due_on": None, "first_on": None, "numbers": []}
    if mine:
        one = mine[0].round
        brief |= {
            "due_on": one.due_on,
            "first_on": _first_nudge(asked, asked.person, one),
            "numbers": [owed.measure.number for owed in mine if owed.round.id == one.id],
        }
    return brief


def _first_nudge(asked: Asked, person: Person, one: Round) -> date | None:
    """The day of the next reminder: today's own, where its turn has come and is not taken yet."""
    workdays, rungs = asked.policy.workdays, asked.policy.ladders.get(one.kind, ())
    fact = nudges.Fact(person.id, one.id, one.kind, one.due_on)
    turn = nudges.reached(fact, today=asked.at.day, rungs=rungs, workdays=workdays)
    if turn is not None and turn not in occurrences.taken(asked.session, asked.forum, [turn.schedule]):
        return asked.policy.day(asked.policy.hours.next_open(asked.at.now, workdays))
    days = (workdays.shift(one.due_on, rung.days) for rung in rungs)
    return min((day for day in days if day > asked.at.day), default=None)


def _join_ask(asked: Asked) -> Values | None:
    """What the roster says of the person, to be confirmed."""
    person = asked.session.get(Person, asked.message.values["person"])
    if person is None:
        return None
    body = asked.session.get(Institution, person.institution_id) if person.institution_id else None
    led = asked.session.scalars(
        select(Measure)
        .join(Responsibility, Responsibility.measure_id == Measure.id)
        .where(Measure.forum == asked.forum, Responsibility.person_id == person.id, Measure.gone_at.is_(None))
    )
    measures = sorted(led, key=lambda one: number_order(one.number))
    return {
        "person": person.id,
        "name": person.name,
        "role": person.role.value,
        "institution": body and body.name,
        "measures": [{"number": one.number, "title": one.title} for one in measures],
    }


def _report(asked: Asked) -> Values | None:
    """For a coordinator: where a round stands."""
    one = asked.session.get(Round, asked.message.values["round"])
    if one is None or one.gone_at is not None:
        return None
    return {
        "round": one.id,
        **round_facts(one, asked.at.day, asked.policy),
        **standing(asked.session, one, day=asked.at.day),
    }


def standing(session: Session, one: Round, *, day: date) -> Values:
    """Who of a round is awaited, by body, who cannot be reached, and what has no lead."""
    owed = [row for row in awaited.owed(session, one.forum, day=day) if row.round.id == one.id]
    answered = [row for row in awaited.owed(session, one.forum, day=day, answered=True) if row.round.id == one.id]
    bodies: dict[str, list[str]] = {}
    for row in owed:
        bodies.setdefault(row.institution.code, []).append(row.measure.number)
    missing = awaited.unreached(session, owed)
    return {
        "answered": len(answered),
        "total": len(owed) + len(answered),
        "awaited": [{"code": code, "numbers": numbers} for code, numbers in bodies.items()],
        "unreached": [one.name for one in missing],
        "without_lead": [row.number for row in awaited.without_lead(session, one.forum, day=day)],
    }


# So many sentences of what must be put right in one message.
MOST_FINDINGS = 15


def _to_put_right(asked: Asked) -> Values | None:
    """What must be put right now; by which it will be known whether something changed since is remembered."""
    found = findings.standing(asked.session, asked.forum)
    if not found:
        return None
    asked.message.values = {"digest": findings.digest(found)}
    return {"findings": found[:MOST_FINDINGS], "more": len(found[MOST_FINDINGS:])}


BRIEFS: dict[str, Callable[[Asked], Values | None]] = {
    "nudge": _nudge,
    "nudge-report": _report,
    "awaited": _report,
    "ask-status": _about_obligation,
    "ask-text": _about_obligation,
    "echo": _echo,
    "written": _echo,
    "joined": _joined,
    "join-ask": _join_ask,
    "to-put-right": _to_put_right,
}
