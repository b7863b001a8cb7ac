"""Digests: once a week, in the morning of its first working day, the coordinators are told what is going on."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import enrolment, forums, nudges, occurrences, outbox, people
from forum.occurrences import Turn
from forum.outbox import OutgoingMessage
from forum.policies import Policy

KIND = "digest"
AT = time(9, 0)


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> None:
    """Put this week's digest for every coordinator who was there to be told at its hour; a late one still goes out
    within its week. Whether there is anything in it is seen when it is sent."""
    begins = hour(policy.day(now), policy)
    if now < begins or begins <= forums.of(session, forum).begun_at:
        return
    whom = people.coordinators(session, forum, day=policy.day(now))
    ways = enrolment.ways(session, forum, people=[person.id for person in whom])
    monday = _monday(policy.day(now))
    taken = occurrences.taken(session, forum, [KIND])
    for person in whom:
        since = ways[person.id].confirmed_at if person.id in ways else None
        turn = Turn(KIND, monday, "week", person.id)
        if since is None or since > begins or turn in taken:
            continue
        if occurrences.take(session, forum, turn, now=now):
            outbox.put(
                session,
                forum,
                to=outbox.To(person_id=person.id),
                kind=KIND,
                dedupe=f"{KIND}/{person.id}/{monday}",
                now=now,
                send_from=policy.hours.next_open(now, policy.workdays),
            )


def hour(day: date, policy: Policy) -> datetime:
    """When the digest of this day's week is due: at nine on the week's first working day (of a later week where it has
    none)."""
    return datetime.combine(policy.workdays.first_from(_monday(day)), AT, policy.hours.zone)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def reported(session: Session, forum: str, person_id: int | None, *, day: date, policy: Policy) -> set[int]:
    """The rounds of which this coordinator got a report on this day, or is about to."""
    rows = session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.person_id == person_id,
            OutgoingMessage.kind == nudges.REPORT_KIND,
            OutgoingMessage.state.not_in(outbox.NEVER_SENT),
        )
    )
    return {one.values["round"] for one in rows if policy.day(one.send_from) == day}
