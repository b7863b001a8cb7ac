"""The brief of the week's digest: what came in, what is awaited, what is in trouble, what is coming."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select

from forum import awaited, digests, enrolment, gaps, held, link_checks, rounds
from forum.awaited import Owed
from forum.baselines import ListState, WorkspaceList
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief, round_facts
from forum.disputes import Dispute
from forum.enrolment import Address, AddressState
from forum.helping import HelpRequest
from forum.meetings import Meeting, MeetingState
from forum.operations import State, WorkspaceOperation
from forum.people import Institution, Person
from forum.plan import Measure, number_order
from forum.replies import Reply, ReplyVersion
from forum.rounds import Obligation, Voice
from forum.store.base import Values

WEEK = timedelta(days=7)
# Due days further away are not told of yet.
SOON = timedelta(weeks=4)


def _digest(asked: Asked) -> Values | None:
    """None where there is nothing to tell. A round of which its reader gets a report today stands in that."""
    told = digests.reported(asked.session, asked.forum, asked.message.person_id, day=asked.at.day, policy=asked.policy)
    owed = awaited.owed(asked.session, asked.forum, day=asked.at.day, only=_soon(asked, besides=told))
    brief: Values = {
        "received": _received(asked),
        "rounds": _rounds(asked, owed),
        "help": _help(asked),
        "unreached": [one.name for one in awaited.unreached(asked.session, owed)],
        "blocked": _blocked(asked),
        "held": [
            {"name": one.person.name, "count": one.count, "why": one.why.value}
            for one in held.told(asked.session, asked.forum, since=asked.at.now - WEEK)
        ],
        "disputes": _count(asked, Dispute, Dispute.settled_at.is_(None)),
        "failed": _count(asked, WorkspaceOperation, WorkspaceOperation.state == State.FAILED),
        "lists": _lists(asked),
        "gaps": len(gaps.standing(asked.session, asked.forum, day=asked.at.day)),
        "meetings": _meetings(asked),
        "dead": [
            {"code": one.code, "number": one.number, "url": one.url, "why": one.why}
            for one in link_checks.dead(asked.session, asked.forum)
        ],
    }
    return brief if any(brief.values()) else None


def _soon(asked: Asked, *, besides: Collection[int]) -> ColumnElement[bool]:
    """Which obligations are due soon, of all rounds but these: a forum may have thousands that are not."""
    until = asked.at.day + SOON
    running = rounds.running(asked.session, asked.forum, day=asked.at.day)
    due = [one.id for one in running if one.due_on <= until]
    soon = or_(Obligation.due_on <= until, and_(Obligation.due_on.is_(None), Obligation.round_id.in_(due)))
    return and_(soon, Obligation.round_id.not_in(besides))


def _received(asked: Asked) -> list[Values]:
    """The measures answered about in the week before, by body."""
    rows = asked.session.execute(
        select(Institution.code, Measure)
        .select_from(ReplyVersion)
        .join(Reply, Reply.id == ReplyVersion.reply_id)
        .join(Obligation, Obligation.id == Reply.obligation_id)
        .join(Institution, Institution.id == Obligation.institution_id)
        .join(Measure, Measure.id == Obligation.measure_id)
        .where(
            ReplyVersion.forum == asked.forum,
            ReplyVersion.submitted_at >= asked.at.now - WEEK,
            Obligation.voice == Voice.INSTITUTION,
        )
        .distinct()
    )
    return _by_body(asked, ((code, measure) for code, measure in rows))


def _rounds(asked: Asked, owed: list[Owed]) -> list[Values]:
    groups: dict[tuple[int, Any], list[Owed]] = {}
    for one in owed:
        groups.setdefault((one.round.id, one.due_on), []).append(one)
    return [
        {
            **round_facts(group[0].round, asked.at.day, asked.policy, due_on=due_on),
            "awaited": _by_body(asked, ((one.institution.code, one.measure) for one in group)),
        }
        for (_, due_on), group in groups.items()
    ]


def _by_body(asked: Asked, pairs: Iterable[tuple[str, Measure]]) -> list[Values]:
    plans, bodies = naming.plans(asked), defaultdict[str, list[Measure]](list)
    for code, measure in pairs:
        bodies[code].append(measure)
    return [
        {
            "code": code,
            "measures": [
                plans.named(one) for one in sorted(bodies[code], key=lambda one: (number_order(one.number), one.id))
            ],
        }
        for code in sorted(bodies)
    ]


def _help(asked: Asked) -> list[Values]:
    rows = asked.session.execute(
        select(HelpRequest.trouble, Institution.code, Measure)
        .join(Obligation, Obligation.id == HelpRequest.obligation_id)
        .join(Institution, Institution.id == Obligation.institution_id)
        .join(Measure, Measure.id == Obligation.measure_id)
        .where(
            HelpRequest.forum == asked.forum,
            HelpRequest.settled_at.is_(None),
            Obligation.discharged_at.is_(None),
            Obligation.void_at.is_(None),
        )
        .order_by(HelpRequest.id)
    )
    plans = naming.plans(asked)
    return [{"trouble": trouble.value, "code": code, **plans.named(measure)} for trouble, code, measure in rows]


def _blocked(asked: Asked) -> list[str]:
    """Those who closed the chat, or whose e-mail came back, as far as they still serve and have no other way."""
    rows = asked.session.scalars(
        select(Person)
        .join(Address, Address.person_id == Person.id)
        .where(
            Person.forum == asked.forum,
            Address.forum == asked.forum,
            Address.state == AddressState.BLOCKED,
        )
        .distinct()
        .order_by(Person.name)
    )
    found = [one for one in rows if one.serves_on(asked.at.day)]
    ways = enrolment.ways(asked.session, asked.forum, people=[one.id for one in found])
    return [one.name for one in found if one.id not in ways]


def _count(asked: Asked, noun: type[Dispute | WorkspaceOperation], such: Any) -> int:
    return asked.session.scalar(select(func.count()).where(noun.forum == asked.forum, such)) or 0


def _lists(asked: Asked) -> list[str]:
    rows = asked.session.scalars(
        select(WorkspaceList).where(WorkspaceList.forum == asked.forum, WorkspaceList.state == ListState.STOPPED)
    )
    return [one.title for one in rows]


def _meetings(asked: Asked) -> list[Values]:
    """Those that begin before the next digest."""
    rows = asked.session.scalars(
        select(Meeting)
        .where(
            Meeting.forum == asked.forum,
            Meeting.gone_at.is_(None),
            Meeting.state.in_((MeetingState.PLANNED, MeetingState.ANNOUNCED)),
            Meeting.starts_at >= asked.at.now,
            Meeting.starts_at < asked.at.now + WEEK,
        )
        .order_by(Meeting.starts_at)
    )
    return [{"title": one.title, "at": one.starts_at} for one in rows]


BRIEFS: dict[str, Brief] = {"digest": _digest}
