"""The agenda: of which body's share in which round something must be decided now, because a fact was touched or its
day has come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from functools import cache, partial

from sqlalchemy import ColumnElement, Date, Index, and_, exists, literal, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import ladder_days, people, preferences, resting, rounds, touches
from forum.awaited import Owed
from forum.people import Person
from forum.policies import Policy
from forum.resting import Rests
from forum.rounds import Obligation, Round, Term
from forum.store.base import Noun, link, unique
from forum.touches import Kind, News

# Later than any day that is decided on; what was touched is due on any.
AT_ONCE = date.min
# So many bodies are decided on in one unit of work, so that it stays far below the door's limit.
BODIES = 40


class Share(Noun):
    """When to look at one body's share in one round next: a local date, past where it waits to be looked at; None:
    nothing is ahead unless a fact changes."""

    __tablename__ = "share"
    __table_args__ = (
        link("round_id", "round"),
        link("institution_id", "institution"),
        unique("round_id", "institution_id"),
        Index("ix_share_due", "forum", "look_on"),
    )

    round_id: Mapped[int]
    institution_id: Mapped[int]
    look_on: Mapped[date | None] = mapped_column(default=None)


def take_up(session: Session, forum: str, news: News, *, now: datetime, policy: Policy) -> None:
    """Make the obligations equal to the plan where it was touched or a round's day has come, and have all shares looked
    at on which that may tell."""
    day = policy.day(now)
    fresh = _fresh(session, forum, news, day=day)
    if not (fresh or news.numbers):
        return
    running = rounds.running(session, forum, day=day)
    late = _late(session, forum, news, running, day=day)
    whole = [one for one in running if one.id in fresh or one.id in late]
    measures = news.of(Kind.MEASURE)
    with touches.unwatched(session):
        for one in fresh.values():
            one.place(policy.due)
        for one in whole:
            rounds.settle(session, one, now=now)
        for one in running if measures else ():
            rounds.settle(session, one, now=now, measures=measures)
    for one in fresh.values():
        one.look_on = _next_of_round(one, day=day, policy=policy)
    touched = [
        Obligation.round_id.in_([one.id for one in whole]),
        Obligation.measure_id.in_(measures),
        Obligation.id.in_(news.of(Kind.OBLIGATION)),
        Obligation.institution_id.in_(_bodies(session, news)),
    ]
    _wake(session, forum, and_(Obligation.round_id.in_([one.id for one in running]), or_(*touched)))


def _fresh(session: Session, forum: str, news: News, *, day: date) -> dict[int, Round]:
    """The rounds that were touched, or whose day has come."""
    wanted = Round.look_on <= day
    if news.everything:
        wanted = Round.id.is_not(None)
    elif touched := news.of(Kind.ROUND):
        wanted = or_(wanted, Round.id.in_(touched))
    return {one.id: one for one in session.scalars(select(Round).where(Round.forum == forum, wanted))}


def _late(session: Session, forum: str, news: News, running: Iterable[Round], *, day: date) -> set[int]:
    """The closed rounds that run on for those whose due day was put off just now: since they were closed, nobody has
    held them against the plan."""
    closed = [one.id for one in running if one.closed_on(day)]
    if not closed or not news.of(Kind.OBLIGATION):
        return set()
    found = select(Obligation.round_id).where(
        Obligation.forum == forum, Obligation.id.in_(news.of(Kind.OBLIGATION)), Obligation.round_id.in_(closed)
    )
    return set(session.scalars(found))


def _bodies(session: Session, news: News) -> set[int]:
    """Those whose people, or whose people's chats, were touched."""
    people = select(Person.institution_id).where(Person.id.in_(news.of(Kind.PERSON)))
    return set(news.of(Kind.BODY)) | {number for number in session.scalars(people) if number is not None}


def _wake(session: Session, forum: str, such: ColumnElement[bool]) -> None:
    """Have the shares looked at that such obligations belong to."""
    make = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    woken = (
        select(Obligation.forum, Obligation.round_id, Obligation.institution_id, literal(AT_ONCE, Date()))
        .where(Obligation.forum == forum, such)
        .distinct()
    )
    added = make(Share).from_select(["forum", "round_id", "institution_id", "look_on"], woken)
    session.execute(
        added.on_conflict_do_update(
            index_elements=["forum", "round_id", "institution_id"], set_={"look_on": added.excluded.look_on}
        )
    )


def bodies(session: Session, forum: str, *, day: date, limit: int | None = BODIES) -> list[int]:
    """The bodies of which a share is to be looked at: their numbers, rising, so many at most."""
    due = select(Share.institution_id).where(Share.forum == forum, Share.look_on <= day).distinct()
    return list(session.scalars(due.order_by(Share.institution_id).limit(limit)))


def due(session: Session, forum: str, bodies: Collection[int], *, day: date) -> ColumnElement[bool]:
    """Which obligations of these bodies are in shares that are to be looked at."""
    looked = (Share.forum == forum, Share.look_on <= day, Share.institution_id.in_(bodies))
    # Named beside the shares themselves, so that an index leads to what is due past all that is not.
    rounds_due = session.scalars(select(Share.round_id).where(*looked).distinct()).all()
    share = and_(Share.round_id == Obligation.round_id, Share.institution_id == Obligation.institution_id)
    return and_(Obligation.round_id.in_(rounds_due), exists().where(share, *looked))


def put_off(
    session: Session, forum: str, bodies: Collection[int], owed: Iterable[Owed], *, day: date, policy: Policy
) -> None:
    """These bodies' shares were looked at on this day: find for each the day of the next look."""
    days = _next_days(session, forum, bodies, owed, day=day, policy=policy)
    looked = session.execute(
        select(Share.id, Share.round_id, Share.institution_id).where(
            Share.forum == forum, Share.look_on <= day, Share.institution_id.in_(bodies)
        )
    ).all()
    rows = [{"id": number, "look_on": days.get((one, body))} for number, one, body in looked]
    if rows:
        session.execute(update(Share), rows)


def _next_days(
    session: Session, forum: str, bodies: Collection[int], owed: Iterable[Owed], *, day: date, policy: Policy
) -> dict[tuple[int, int], date]:
    """By round and body, the first day after this one on which time alone can make something of an open share due."""
    found: dict[tuple[int, int], set[date]] = {}
    rests = resting.rests(session, forum, day=day, bodies=bodies)
    of_bodies, of_shares = _days_of_people(session, forum, bodies, rests)
    every = list(owed)
    wishes = preferences.wishes(session, forum, {person.id for one in every for person in one.askers})
    rungs = cache(partial(_rungs, policy))
    for one in every:
        share = one.round.id, one.institution.id
        days = found.setdefault(share, of_bodies[one.institution.id] | of_shares[share])
        for weekdays in {wishes.get(person.id, ()) for person in one.askers} | {()}:
            days |= rungs(one.round.kind, one.term, weekdays)
        if one.obligation.id in rests.helped:
            days.add(rests.helped[one.obligation.id].rests_until)
    return {share: min(ahead) for share, days in found.items() if (ahead := [one for one in days if one > day])}


def _days_of_people(
    session: Session, forum: str, bodies: Collection[int], rests: Rests
) -> tuple[Mapping[int, set[date]], Mapping[tuple[int, int], set[date]]]:
    """On which days it changes who of each body can be asked, and on which they asked to be reminded, by round and
    body."""
    of_bodies: dict[int, set[date]] = defaultdict(set)
    homes: dict[int, int] = {}
    for number, body, from_on, until_on, away_until in session.execute(
        select(Person.id, Person.institution_id, Person.from_on, Person.until_on, Person.away_until).where(
            Person.forum == forum, Person.institution_id.in_(bodies)
        )
    ):
        homes[number] = body or 0
        of_bodies[homes[number]] |= people.turns(from_on, until_on, away_until)
    of_shares: dict[tuple[int, int], set[date]] = defaultdict(set)
    for (person_id, round_id), until in rests.snoozes.items():
        of_shares[round_id, homes[person_id]].add(until)
    return of_bodies, of_shares


def _rungs(policy: Policy, kind: rounds.Kind, term: Term, weekdays: tuple[int, ...] = ()) -> set[date]:
    """The days on which the rungs come to those who want to hear on these weekdays (empty: on all), whether their body
    answers for few measures or for many."""
    rungs = policy.ladders.get(kind, ())
    return {
        step.comes_on
        for many in (False, True)
        for step in ladder_days.of(rungs, term, workdays=policy.workdays, weekdays=weekdays, many=many)
    }


def _next_of_round(one: Round, *, day: date, policy: Policy) -> date | None:
    """The first day after this one on which a round begins, or those who run the forum hear how it stands."""
    days = {one.due_on - rounds.WINDOW, *_rungs(policy, one.kind, one.term())}
    return min((ahead for ahead in days if ahead > day), default=None)
