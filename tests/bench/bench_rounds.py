"""What a round costs its members: messages to each, and how many answer by the due day, on given conduct.

The peer is a naive ladder: on each of the same days a message to everybody for each obligation, whoever has answered.
Both plans are played through all of their rounds: Latvia's of 2020–2021, Canada's of 2022–2024.
"""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import accounts, deciding
from forum.enrolment import Address
from forum.outbox import OutgoingMessage, State
from forum.people import Institution, Person
from forum.plan import Plan
from forum.rounds import Audience, Kind, Obligation, Round
from forum.store.door import Store
from tests.bench.members import DATA, Member, conducts, morning
from tests.bench.rig import Benchmark, Better, Measured, Spec
from tests.databases import Files
from tests.facts import FORUM, LATVIA, Facts, policy, riga

# As forumbot's own settings begin.
POLICY = policy(still_you={Kind.MANDATORY: 5, Kind.FINAL: 5})
HOUSE = Path(__file__).parents[2]
# A round is played from before its first message until nobody is written to any more.
BEFORE, AFTER = timedelta(days=62), timedelta(days=20)


@dataclass(frozen=True)
class Played:
    """A round: its key in the tables of conduct, its due day and kind."""

    key: str
    due: date
    kind: Kind = Kind.MANDATORY

    @property
    def by(self) -> date:
        """The day by which answers count, by the forum's rule for a day off."""
        return POLICY.due(self.due)


# Latvia's mandatory rounds are due as Cabinet Order 54 of 2020 says; of the voluntary ones the day is ours, the last
# working day of the month. Canada's are due on the last day of the quarter that they are called by; where that is a day
# off, the next working day counts, for both sides alike.
LATVIAN = (
    Played("worksheets-2020", date(2020, 3, 31), Kind.FILLING),
    Played("october-2020", date(2020, 10, 30), Kind.VOLUNTARY),
    Played("report-2020", date(2021, 2, 1)),
    Played("october-2021", date(2021, 10, 29), Kind.VOLUNTARY),
    Played("report-2021", date(2022, 2, 1)),
)
ENDS = {3: 31, 6: 30, 9: 30, 12: 31}
CANADIAN = tuple(
    Played(f"{year}-{month:02}", date(year, month, day)) for year in (2022, 2023, 2024) for month, day in ENDS.items()
)

# The measures of a plan: each its number and the code of its lead.
Leads = Sequence[tuple[str, str]]


def _leads(file: Path) -> Leads:
    with file.open(encoding="utf-8") as rows:
        return [(row["number"], row["lead"]) for row in csv.DictReader(rows) if row["lead"]]


PLANS: Sequence[tuple[str, Callable[[], Leads], Sequence[Played]]] = (
    ("latvia", lambda: _leads(HOUSE / "sandbox/data/latvia-2020-2021/measures.csv"), LATVIAN),
    ("canada", lambda: _leads(DATA / "canada-indicators.csv"), CANADIAN),
)


def measure() -> Mapping[str, Measured]:
    """Both plans together, by forumbot and by the naive ladder."""
    ours: list[Member] = []
    naive: list[Member] = []
    for plan, read, rounds in PLANS:
        known, leads = conducts(plan), read()
        with tempfile.TemporaryDirectory() as folder, Store.open(Files(Path(folder)).ready()) as store:
            store.do_now(_make, leads)
            for one in rounds:
                bodies = {code: known[code, one.key] for _, code in leads}
                ours += _play(store, one, {code: Member(conduct, one.by) for code, conduct in bodies.items()})
                naive += _naive(leads, one, {code: Member(conduct, one.by) for code, conduct in bodies.items()})
    return {
        "round_messages_per_member": Measured(_messages(ours), _messages(naive)),
        "round_answered_share": Measured(_share(ours), _share(naive)),
    }


def _messages(members: Sequence[Member]) -> float:
    return sum(one.messages for one in members) / len(members)


def _share(members: Sequence[Member]) -> float:
    return sum(one.in_time for one in members) / len(members)


def _make(session: Session, leads: Leads) -> None:
    """The plan, its bodies, and one contact of each, in a chat."""
    facts = Facts(session)
    bodies = {code: facts.body(code) for code in dict.fromkeys(code for _, code in leads)}
    for code, body in bodies.items():
        facts.joins(facts.person(code, body), now="2020-01-02")
    for number, code in leads:
        facts.measure(number, bodies[code])


def _begin(session: Session, one: Played) -> None:
    plan = session.scalars(select(Plan)).one()
    session.add(
        Round(
            forum=FORUM,
            key=one.key,
            title=one.key,
            due_on=one.due,
            kind=one.kind,
            audience=[Audience.RESPONSIBLE.value],
            plan_id=plan.id,
        )
    )


def _play(store: Store, one: Played, members: Mapping[str, Member]) -> list[Member]:
    """The round as forumbot conducts it, day by day."""
    store.do_now(_begin, one)
    for day in _days(one):
        answered = [code for code, member in members.items() if member.has_answered(day)]
        store.do_now(_answer, one.key, answered, day)
        while store.do_now(deciding.tick, FORUM, now=morning(day), policy=POLICY):
            pass
        for code, count in store.do_now(_deliver, day).items():
            if members[code].has_answered(day):
                raise Needless(f"{code} was written to on {day} though their answer was there")
            for _ in range(count):
                members[code].gets(day)
    return list(members.values())


class Needless(Exception):
    """Somebody who has answered was reminded: then no figure counts."""


def _answer(session: Session, key: str, codes: Sequence[str], day: date) -> None:
    """All that these bodies owe in the round is answered."""
    rows = session.scalars(
        select(Obligation)
        .join(Round, Round.id == Obligation.round_id)
        .join(Institution, Institution.id == Obligation.institution_id)
        .where(Round.key == key, Institution.code.in_(codes), Obligation.discharged_at.is_(None))
    )
    found = rows.all()
    for row in found:
        row.discharged_at = morning(day)
    # Whoever answers has been heard from.
    bodies = {row.institution_id for row in found}
    heard = select(Address).join(Person, Person.id == Address.person_id).where(Person.institution_id.in_(bodies))
    for address in session.scalars(heard).all() if bodies else ():
        address.heard_at = morning(day)


def _deliver(session: Session, day: date) -> Counter[str]:
    """What is to go to members on this day goes; how many messages to each."""
    rows = session.execute(
        select(OutgoingMessage, Person.name)
        .join(Person, Person.id == OutgoingMessage.person_id)
        .where(
            OutgoingMessage.kind.in_(accounts.OF_ROUNDS),
            OutgoingMessage.state == State.PENDING,
            OutgoingMessage.send_from <= riga(f"{day} 16:30"),
        )
    ).all()
    for row, _ in rows:
        row.state, row.sent_at = State.SENT, row.send_from
    return Counter(name for _, name in rows)


def _naive(leads: Leads, one: Played, members: Mapping[str, Member]) -> list[Member]:
    for rung in POLICY.ladders[one.kind]:
        day = LATVIA.shift(one.by, rung.days)
        for _, code in leads:
            members[code].gets(day)
    return list(members.values())


def _days(one: Played) -> Iterator[date]:
    days = (BEFORE + AFTER).days
    yield from (one.due - BEFORE + timedelta(days=number) for number in range(days))


BENCHMARKS = [
    Benchmark(
        figures={
            "round_messages_per_member": Spec(unit="messages a round", better=Better.LESS, peer="naive ladder"),
            "round_answered_share": Spec(unit="share by the due day", better=Better.MORE, peer="naive ladder"),
        },
        measure=measure,
        runs=1,  # nothing in it is left to chance
    )
]
