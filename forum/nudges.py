"""Nudges: who is reminded of what, and when. A pure policy, and the verb that carries it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache

from sqlalchemy.orm import Session

from forum import awaited, enrolment, ladder_days, occurrences, outbox, people, preferences, resting, rounds
from forum.awaited import Owed
from forum.occurrences import Turn
from forum.outbox import OutgoingMessage
from forum.policies import Policy, Rung
from forum.resting import Rests
from forum.rounds import Kind, Round, Term
from forum.store.base import Values
from forum.workdays import Workdays

KIND = "nudge"
REPORT_KIND = "nudge-report"
# The turn that a snooze takes beside the ladder's.
WOKEN = "snooze"
# What a message that takes along another one keeps of it, beside its rounds.
CARRIED = ("first", "handover")
# The rungs that do not wait for whoever is away past the due day.
FROM_LAST_CALL = ("last", "late")


@dataclass(frozen=True)
class Fact:
    """What the policy must know of one person's share in one round: something is open there, due on this day and to be
    handed to sign by another (``Term``);
    ``snoozed``: the day on which the person asked to be reminded, past or to come; ``weekdays``: on which alone they
    want to hear (0 is Monday; empty: all); ``many``: their body answers for many measures there; ``away``: the last day
    on which they are away, with nobody else to ask."""

    person: int
    round: int
    kind: Kind
    due_on: date
    snoozed: date | None = None
    weekdays: tuple[int, ...] = ()
    many: bool = False
    away: date | None = None
    sign_by: date | None = None

    @property
    def term(self) -> Term:
        return Term(self.due_on, self.sign_by)


@dataclass(frozen=True)
class Nudge:
    """The decision to remind one person now: of what these facts stand for, taking these turns."""

    person: int
    turns: tuple[Turn, ...]
    facts: tuple[Fact, ...]


def decide(
    facts: Iterable[Fact],
    *,
    today: date,
    ladders: Mapping[Kind, tuple[Rung, ...]],
    workdays: Workdays,
    taken: Set[Turn],
) -> list[Nudge]:
    """One nudge a person for all rounds in which a new rung is reached.

    A rung is due from its day until the next one's, so that a day missed loses nothing, and after a long silence
    only the latest counts: no burst of stale ones. Whoever asked for time is left alone until the day they named, and
    reminded once on it: what the ladder had for them meanwhile is said with it. Whoever is away, with nobody else to
    ask, is reminded on return; where the due day comes before that, from the last call on.
    """
    found: dict[int, dict[Turn, Fact]] = {}

    @cache
    def rung_of(kind: Kind, term: Term, weekdays: tuple[int, ...], many: bool) -> tuple[str, date] | None:
        steps = ladder_days.of(ladders.get(kind, ()), term, workdays=workdays, weekdays=weekdays, many=many)
        return ladder_days.latest(steps, today=today)

    for fact in dict.fromkeys(facts):
        if fact.snoozed and today < fact.snoozed:
            continue
        rung = rung_of(fact.kind, fact.term, fact.weekdays, fact.many)
        if fact.away and not (fact.due_on <= fact.away and rung and rung[0] in FROM_LAST_CALL):
            continue
        turn = rung and Turn(f"round/{fact.round}", rung[1], rung[0], fact.person)
        for one in (_woken(fact), turn):
            if one is not None and one not in taken:
                found.setdefault(fact.person, {})[one] = fact
    return [Nudge(person, tuple(turns), tuple(turns.values())) for person, turns in found.items()]


def reached(fact: Fact, *, today: date, rungs: tuple[Rung, ...], workdays: Workdays) -> Turn | None:
    """The latest rung whose day has come, as the turn of this person; None before the first."""
    steps = ladder_days.of(rungs, fact.term, workdays=workdays, weekdays=fact.weekdays, many=fact.many)
    rung = ladder_days.latest(steps, today=today)
    return rung and Turn(f"round/{fact.round}", rung[1], rung[0], fact.person)


def _woken(fact: Fact) -> Turn | None:
    """The turn of the day that the person named."""
    return Turn(f"round/{fact.round}", fact.snoozed, WOKEN, fact.person) if fact.snoozed else None


def tick(session: Session, forum: str, *, now: datetime, policy: Policy) -> list[Nudge]:
    """Decide for everyone who can be reached, keep the decisions, and tell the coordinators who cannot be."""
    return remind(session, forum, awaited.owed(session, forum, day=policy.day(now)), now=now, policy=policy)


def large(session: Session, owed: Sequence[Owed], policy: Policy) -> set[tuple[int, int]]:
    """The shares (round, body) among these in which a body answers for many measures, those counted that it has
    answered already: so that it does not turn small while it is answered."""
    here = Counter((one.round.id, one.institution.id) for one in owed)
    if policy.many <= 1 or not any(rung.of_many is not None for rungs in policy.ladders.values() for rung in rungs):
        return set()
    few = {share for share, count in here.items() if count < policy.many}
    kept = rounds.loads(session, owed[0].round.forum, few) if few else Counter()
    return {share for share, count in here.items() if max(count, kept[share]) >= policy.many}


def remind(session: Session, forum: str, owed: list[Owed], *, now: datetime, policy: Policy) -> list[Nudge]:
    """The same for these obligations alone: all that some bodies owe in their rounds, or in those of them in which
    anything can have become due."""
    if not owed:
        return []
    today = policy.day(now)
    bodies = {one.institution.id for one in owed}
    asked = {person.id for one in owed for person in one.askers}
    taken = occurrences.taken(session, forum, sorted({f"round/{one.round.id}" for one in owed}), members=asked)
    ways = enrolment.ways(session, forum, people=asked)
    nudges = decide(
        facts(
            owed,
            reachable=ways.keys(),
            rests=resting.rests(session, forum, day=today, bodies=bodies),
            wishes=preferences.wishes(session, forum, asked),
            many=large(session, owed, policy),
        ),
        today=today,
        ladders=policy.ladders,
        workdays=policy.workdays,
        taken=taken,
    )
    _keep(session, forum, nudges, now=now, policy=policy)
    _report(session, forum, owed, now=now, policy=policy)
    return nudges


def facts(
    owed: Iterable[Owed],
    *,
    reachable: Set[int],
    rests: Rests,
    wishes: Mapping[int, tuple[int, ...]],
    many: Set[tuple[int, int]] = frozenset(),
) -> list[Fact]:
    """The policy's facts: every person who is asked about something open, and can be written to; what somebody helps
    with rests. ``wishes``: the weekdays of those who chose some; ``many``: the shares (round, body) that are large."""
    return [
        Fact(
            person.id,
            one.round.id,
            one.round.kind,
            one.due_on,
            snoozed=rests.snoozes.get((person.id, one.round.id)),
            weekdays=wishes.get(person.id, ()),
            many=(one.round.id, one.institution.id) in many,
            away=person.away_until if person.is_away(rests.day) else None,
            sign_by=one.term.sign_by,
        )
        for one in owed
        for person in one.askers
        if person.id in reachable and one.obligation.id not in rests.helped and not one.spared(rests.day)
    ]


def weight(nudge: Nudge, *, policy: Policy) -> Values:
    """What a nudge weighs against its reader's budget (``accounts.Wanted``): the last one before a due day on which an
    answer is owed goes first; on the day that the person named it is their own."""
    first = False
    for turn, fact in zip(nudge.turns, nudge.facts, strict=True):
        rungs = policy.ladders.get(fact.kind, ()) if fact.kind.duty else ()
        steps = ladder_days.of(rungs, fact.term, workdays=policy.workdays, many=fact.many)
        last = ladder_days.last_call(steps, fact.due_on)
        first |= last is not None and (turn.turn, turn.local_date) == (last.name, last.day)
    own = any(turn.turn == WOKEN for turn in nudge.turns)
    return {name: True for name, so in (("first", first), ("own", own)) if so}


@dataclass(frozen=True)
class Reminder:
    """One message to one person: of what these facts stand for, under the name of a rung. ``weight``: of ``weight``."""

    facts: tuple[Fact, ...]
    rung: str
    dedupe: str
    weight: Values = field(default_factory=dict)


def _keep(session: Session, forum: str, nudges: Sequence[Nudge], *, now: datetime, policy: Policy) -> None:
    taken = occurrences.take_all(session, forum, [turn for nudge in nudges for turn in nudge.turns], now=now)
    won = [(nudge, turns) for nudge in nudges if (turns := [turn for turn in nudge.turns if turn in taken])]
    reminders = [
        Reminder(nudge.facts, turns[-1].turn, _key(nudge.person, turns[0]), weight(nudge, policy=policy))
        for nudge, turns in won
    ]
    put(session, forum, reminders, now=now, policy=policy)


def _key(person: int, turn: Turn) -> str:
    return f"{KIND}/{person}/{turn.schedule}/{turn.local_date}/{turn.turn}"


def put(session: Session, forum: str, reminders: Sequence[Reminder], *, now: datetime, policy: Policy) -> None:
    """Keep these reminders, one a person, to go out within the hours."""
    people = [one.facts[0].person for one in reminders]
    # What was not sent yet (overnight, or held back) the fresher one says, for the turns of its rounds are taken.
    unsent = outbox.drop_pending(session, forum, people=people, kind=KIND) if people else {}
    opens = policy.hours.next_open(now, policy.workdays)
    rows = []
    for one, person in zip(reminders, people, strict=True):
        shares = [[fact.round, fact.due_on.isoformat()] for fact in dict.fromkeys(one.facts)]
        shares += [share for values in unsent.get(person, ()) for share in values["shares"] if share not in shares]
        rounds = [number for number, _ in shares]
        values: Values = {"rounds": list(dict.fromkeys(rounds)), "shares": shares, "rung": one.rung, **one.weight}
        values |= {name: True for name in CARRIED if any(older.get(name) for older in unsent.get(person, ()))}
        rows.append(
            OutgoingMessage(
                forum=forum,
                dedupe_key=one.dedupe,
                kind=KIND,
                values=values,
                decided_at=now,
                send_from=opens,
                person_id=person,
            )
        )
    outbox.put_all(session, forum, rows)


def nearest_due(message: OutgoingMessage, *, day: date) -> date | None:
    """The nearest due day of what a reminder is about; None: it is none, or all is late already."""
    days = [date.fromisoformat(due_on) for _, due_on in message.values.get("shares", ())]
    return min((one for one in days if one >= day), default=None)


def _report(session: Session, forum: str, owed: list[Owed], *, now: datetime, policy: Policy) -> None:
    """Once a rung of each round: to every coordinator, how many were reminded, who could not be reached, and which
    measures have no lead."""
    today = policy.day(now)
    for one in {row.round.id: row.round for row in owed}.values():
        turn = _rung_of(one, today=today, policy=policy)
        if turn is None or not occurrences.take(session, forum, turn, now=now):
            continue
        for person in people.coordinators(session, forum, day=today):
            outbox.put(
                session,
                forum,
                to=outbox.To(person_id=person.id),
                kind=REPORT_KIND,
                values={"round": one.id},
                dedupe=f"{REPORT_KIND}/{person.id}/{turn.schedule}/{turn.local_date}",
                now=now,
                # After the nudges themselves, so that what it counts has gone out.
                send_from=policy.hours.next_open(now, policy.workdays) + timedelta(minutes=15),
            )


def _rung_of(one: Round, *, today: date, policy: Policy) -> Turn | None:
    steps = ladder_days.of(policy.ladders.get(one.kind, ()), one.term(), workdays=policy.workdays)
    rung = ladder_days.latest(steps, today=today)
    return rung and Turn(f"report/{one.id}", rung[1], rung[0])
