"""Accounts: what each reader has had unasked, by all channels together, and whether the budget leaves room for more."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from forum import (
    announcing,
    asking_partners,
    enrolment,
    gathering,
    handover,
    ladder_days,
    meeting_nudges,
    nudges,
    own_dates,
    still_you,
    together,
)
from forum.awaited import Owed
from forum.enrolment import Address, AddressState
from forum.outbox import OutgoingMessage, State
from forum.policies import Budget, Policy
from forum.rounds import Kind, Term

# What counts. Whatever else comes unasked follows from what somebody did about the reader's own answer or row.
OF_ROUNDS = (nudges.KIND, asking_partners.KIND, gathering.KIND, still_you.KIND, handover.KIND)
BESIDE = (own_dates.KIND, announcing.NOTICE, announcing.MOVED, announcing.CANCELLED, meeting_nudges.NUDGE)
YEAR = timedelta(days=365)
# For so many last calls a year leaves room, at most.
MOST_CALLS = 3
# What was meant for a day goes out within so many more.
SLACK = timedelta(days=30)

# Of more people than these all messages are looked through.
MANY = 1000

# One human: the channel and address where they are written to, or the number of a person who cannot be.
Reader = tuple[str, str]


class Why(enum.StrEnum):
    """Why a message is held back: its reader has had as many as a year, or as a month beside the rounds, allows."""

    YEAR = "year"
    MONTH = "month"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A message that is to go to a reader on a day. ``key``: what has the same is one message; ``beside``: it is about
    no round. ``first``: it goes whatever the reader has had; ``leaves``: it goes only where so many more could in its
    month, as a later one is more use; ``own``: the reader asked for it, so that it counts for nothing."""

    reader: Reader
    on: date
    key: Hashable
    beside: bool = False
    first: bool = False
    leaves: int = 0
    own: bool = False


@dataclass
class Accounts:
    """Of each reader the messages, as (day, key) and whether it is about no round; ``calls``: the days on which a last
    call still comes to them, for which a year leaves room."""

    most: Budget
    had: dict[Reader, dict[tuple[date, Hashable], bool]] = field(default_factory=dict)
    calls: Mapping[Reader, Set[date]] = field(default_factory=dict)

    def book(self, one: Wanted) -> None:
        """It goes."""
        if not one.own:
            self.had.setdefault(one.reader, {})[one.on, one.key] = one.beside

    def why_not(self, one: Wanted) -> Why | None:
        """Why it may not go; None: it may. What is said within a message that goes anyway costs nothing."""
        rows = self.had.get(one.reader, {})
        if one.first or one.own or (one.on, one.key) in rows:
            return None
        calls = sum(day > one.on for day in self.calls.get(one.reader, ()))
        if self._in_year(one) + min(calls, MOST_CALLS) >= self.most.year:
            return Why.YEAR
        month = sum(beside and on.replace(day=1) == one.on.replace(day=1) for (on, _), beside in rows.items())
        return Why.MONTH if one.beside and month + one.leaves >= self.most.month else None

    def tight(self, wanted: Iterable[Wanted]) -> bool:
        """Whether any of these comes near what a year allows, so that last calls ahead matter."""
        return any(self._in_year(one) + MOST_CALLS >= self.most.year for one in wanted)

    def _in_year(self, one: Wanted) -> int:
        return sum(on > one.on - YEAR for on, _ in self.had.get(one.reader, ()))

    def settle(self, fresh: Sequence[Wanted], held: Sequence[Wanted] = ()) -> list[Why | None]:
        """Of these, in their order, which may go (None) and why the others may not: first the ``fresh`` ones; then, as
        one may now be said within another, what was ``held`` of them and before."""
        found: list[Why | None] = [Why.YEAR] * (len(fresh) + len(held))
        every = [*fresh, *held]
        for places in (range(len(fresh)), range(len(every))):
            for place in places:
                if found[place] is not None:
                    found[place] = self.why_not(every[place])
                    if found[place] is None:
                        self.book(every[place])
        return found


def readers(session: Session, forum: str, people: Collection[int] | None = None) -> dict[int, Reader]:
    """Who is one human: of these people (None: of all) and of whoever shares a chat or mailbox with one of them."""
    ways = enrolment.ways(session, forum, people=people)
    if people is not None and ways:
        sharing = select(Address.person_id).where(
            Address.forum == forum,
            Address.state == AddressState.CONFIRMED,
            Address.address.in_(sorted({one.address for one in ways.values()})),
        )
        ways |= enrolment.ways(session, forum, people=set(session.scalars(sharing)) - ways.keys())
    found = {number: (one.channel, one.address) for number, one in ways.items()}
    return {number: nowhere(number) for number in people or () if number not in found} | found


def calls(
    owed: Iterable[Owed], known: Mapping[int, Reader], *, day: date, policy: Policy
) -> Mapping[Reader, Set[date]]:
    """The days after this one on which a last call comes to each reader, by what is owed."""
    found: dict[Reader, set[date]] = defaultdict(set)

    @cache
    def comes_on(kind: Kind, term: Term) -> set[date]:
        rungs = policy.ladders.get(kind, ()) if kind.duty else ()
        step = ladder_days.last_call(ladder_days.of(rungs, term, workdays=policy.workdays), term.due_on)
        return {step.comes_on} if step and step.comes_on > day else set()

    for one in owed:
        for person in one.askers:
            found[known.get(person.id, nowhere(person.id))] |= comes_on(one.round.kind, one.term)
    return found


def nowhere(person: int) -> Reader:
    """The reader that somebody is who cannot be written to."""
    return "", str(person)


def of(
    session: Session,
    forum: str,
    known: dict[int, Reader],
    *,
    now: datetime,
    policy: Policy,
    besides: Iterable[int] = (),
    before: datetime | None = None,
) -> Accounts:
    """The accounts of these people at this moment, without the messages ``besides``; with ``before`` only what had gone
    out by then."""
    left_out, accounts = set(besides), Accounts(policy.budget)
    rows = session.execute(
        select(
            OutgoingMessage.id,
            OutgoingMessage.person_id,
            OutgoingMessage.kind,
            OutgoingMessage.state,
            OutgoingMessage.sent_at,
            OutgoingMessage.send_from,
            OutgoingMessage.values,
        ).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.kind.in_((*OF_ROUNDS, *BESIDE)),
            OutgoingMessage.person_id.in_(known) if len(known) < MANY else OutgoingMessage.person_id.is_not(None),
            OutgoingMessage.state.in_((State.PENDING, State.SENDING, State.SENT, State.UNKNOWN)),
            OutgoingMessage.send_from > now - YEAR - SLACK,
            true() if before is None else OutgoingMessage.sent_at < before,
        )
    ).all()
    for number, person, kind, state, sent_at, send_from, values in rows:
        if number not in left_out and person in known:
            on = policy.day(sent_at or send_from)
            key = together_on(kind) if state is State.PENDING else values.get(together.WITH, number)
            beside, own = kind in BESIDE, bool(values.get("own"))
            accounts.book(Wanted(reader=known[person], on=on, key=key or number, beside=beside, own=own))
    return accounts


def together_on(kind: str) -> str | None:
    """The key of what is not sent yet and will be one message with all others of its kind to its reader on its day."""
    return kind if kind == nudges.KIND else None
