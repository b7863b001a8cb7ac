"""Both real plans through whole rounds on given conduct: who is asked, what is answered, what each report counts."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import agreeing, answering, at_hand, deciding, nudges, reports, rounds
from forum.answering import Answer
from forum.outbox import OutgoingMessage, State
from forum.people import Institution, Person
from forum.plan import Completion, Measure, Plan
from forum.rounds import Audience, Kind, Obligation, Round
from forum.store.door import Store
from tests.bench.members import DATA, Member, conducts, morning
from tests.facts import FORUM, LATVIA, Facts, at, policy

POLICY = policy()
MEASURES = Path(__file__).parents[2] / "sandbox/data/latvia-2020-2021/measures.csv"
INDICATORS = DATA / "canada-indicators.csv"


@dataclass(frozen=True)
class Played:
    """A round: its key in the table of conduct, the due day that its row names, its kind."""

    key: str
    named: date
    kind: Kind = Kind.MANDATORY

    @property
    def due(self) -> date:
        return POLICY.due(self.named)

    @property
    def last(self) -> date:
        """The last day on which it takes answers."""
        return self.due + (rounds.TAKEN_LATE if self.kind.duty else timedelta())


LATVIAN = (
    Played("worksheets-2020", date(2020, 3, 31), Kind.FILLING),
    Played("october-2020", date(2020, 10, 30), Kind.VOLUNTARY),
    Played("report-2020", date(2021, 2, 1)),
    Played("october-2021", date(2021, 10, 29), Kind.VOLUNTARY),
    Played("report-2021", date(2022, 2, 1), Kind.FINAL),
)
# The plan's three years quarter by quarter; where one ends on a day off the next working day counts.
ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
CANADIAN = tuple(
    Played(f"{year}-{month:02}", date(year, month, day)) for year in (2022, 2023, 2024) for month, day in ENDS
)

Leads = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Seen:
    """What became of one round: messages by body, and those ``needless`` ones that came after its answer; the bodies
    that answered, what the report counts and lacks."""

    asked: dict[str, int]
    needless: dict[str, int]
    answered: set[str]
    received: tuple[int, int]
    lacking: dict[str, list[str]]


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8") as told:
        return list(csv.DictReader(told))


def leads(file: Path) -> Leads:
    """The numbers of each lead's measures, in the plan's order."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows(file):
        if row["lead"]:
            found[row["lead"]].append(row["number"])
    return found


def laid(session: Session, file: Path) -> None:
    """The plan, its bodies, and one contact of each, in a chat."""
    facts = Facts(session)
    bodies = {code: facts.body(code) for code in leads(file)}
    for code, body in bodies.items():
        facts.joins(facts.person(code, body), now="2020-01-02")
    for row in rows(file):
        named = [bodies[row["lead"]]] if row["lead"] else []
        facts.measure(row["number"], *named, due_text=row.get("deadline_en", ""))


def begun(session: Session, one: Played) -> None:
    plan, told = session.scalars(select(Plan)).one(), [Audience.RESPONSIBLE.value]
    row = Round(
        forum=FORUM, key=one.key, title=one.key, due_on=one.named, kind=one.kind, audience=told, plan_id=plan.id
    )
    session.add(row)


def steps(one: Played, count: int) -> list[date]:
    """The days on which a body with so many measures is reminded, until it answers."""
    ladder = {
        Kind.MANDATORY: [-20, -10, -5 if count >= 5 else -3, 2],
        Kind.VOLUNTARY: [-15, -7, -3],
    }
    like = {Kind.FINAL: Kind.MANDATORY, Kind.FILLING: Kind.VOLUNTARY}.get(one.kind, one.kind)
    return [LATVIA.shift(one.due, days) for days in ladder[like]]


def foreseen(one: Played, measures: Leads, members: Mapping[str, Member]) -> Seen:
    """What given conduct makes of the round, counted without the forum."""
    for code, member in members.items():
        for day in steps(one, len(measures[code])):
            if not member.has_answered(day):
                member.gets(day)
    answered = {code for code, each in members.items() if each.has_answered(one.last)}
    return Seen(
        {code: each.messages for code, each in members.items() if each.messages},
        {},
        answered,
        (sum(len(measures[code]) for code in answered), sum(map(len, measures.values()))),
        {code: list(numbers) for code, numbers in measures.items() if code not in answered},
    )


def played(store: Store, one: Played, measures: Leads, members: Mapping[str, Member]) -> Seen:
    """The round as the forum conducts it; looked at on the days on which anything can happen."""
    ahead = {day for code in members for day in steps(one, len(measures[code]))}
    asked: Counter[str] = Counter()
    needless: Counter[str] = Counter()
    for day in sorted({*ahead, one.due - rounds.WINDOW, one.last}):
        store.do_now(answer, one.key, [code for code, each in members.items() if each.has_answered(day)], day)
        while store.do_now(deciding.tick, FORUM, now=morning(day), policy=POLICY):
            pass
        for code in store.do_now(sent):
            needless[code] += members[code].has_answered(day)
            members[code].gets(day)
            asked[code] += 1
    return replace(store.do_now(seen, one.key, one.last), asked=dict(asked), needless=dict(+needless))


def answer(session: Session, key: str, codes: Sequence[str], day: date) -> None:
    """These bodies answer all that they owe and have not answered yet."""
    one = session.scalars(select(Round).where(Round.key == key)).one()
    found = session.execute(
        select(Obligation, Person)
        .join(Institution, Institution.id == Obligation.institution_id)
        .join(Person, Person.institution_id == Institution.id)
        .where(Obligation.round_id == one.id, Institution.code.in_(codes), Obligation.discharged_at.is_(None))
    )
    told = Answer(channel="telegram", completion=Completion.LIMITED, done=f"Paveikts ({key}).")
    given = told if one.kind.tells_progress else agreeing.agreed(channel="telegram")
    owed = found.all()
    at_hand.answers(session, FORUM, [obligation for obligation, _ in owed])
    for obligation, person in owed:
        answering.record(session, obligation, person, given, at=at(f"{day}"))


def sent(session: Session) -> list[str]:
    """Whatever waits for members goes out; to whom."""
    found = session.execute(
        select(OutgoingMessage, Person.name)
        .join(Person, Person.id == OutgoingMessage.person_id)
        .where(OutgoingMessage.kind == nudges.KIND, OutgoingMessage.state == State.PENDING)
    ).all()
    for row, _ in found:
        row.state, row.sent_at = State.SENT, row.send_from
    return [name for _, name in found]


def seen(session: Session, key: str, day: date) -> Seen:
    """What the report of a round tells on a day."""
    report = reports.of(session, reports.round_of(session, FORUM, key), day=day)
    answered = {one.body.code for entry in report.entries for one in entry.answers}
    lacking = {body.code: [entry.number for entry in entries] for body, entries in report.lacking}
    return Seen({}, {}, answered, reports.received(report), lacking)


def goes(store: Store, plan: str, file: Path, given: Sequence[Played]) -> None:
    """A plan through all these rounds: as foreseen, each."""
    store.do_now(laid, file)
    known, measures = conducts(plan), leads(file)
    for one in given:
        store.do_now(begun, one)
        ours, others = ({code: Member(known[code, one.key], one.due) for code in measures} for _ in range(2))
        assert (one.key, played(store, one, measures, ours)) == (one.key, foreseen(one, measures, others))


def test_latvias_plan_goes_through_its_two_years(store: Store) -> None:
    goes(store, "latvia", MEASURES, LATVIAN)

    def said(session: Session) -> dict[str, int]:
        found = Counter(row.done for row in session.scalars(select(Measure)))
        return {key: found[f"Paveikts ({key})."] for key in (one.key for one in LATVIAN)}

    # Of every measure the latest answer stands, and nothing of what was said about its worksheet.
    assert store.do_now(said)["worksheets-2020"] == 0
    assert sum(store.do_now(said).values()) == sum(map(len, leads(MEASURES).values()))


def test_canadas_plan_goes_through_its_twelve_quarters_and_no_vague_deadline_becomes_a_day(store: Store) -> None:
    goes(store, "canada", INDICATORS, CANADIAN)

    def deadlines(session: Session) -> dict[str, tuple[str, date | None]]:
        return {row.number: (row.due_text, row.due_on) for row in session.scalars(select(Measure))}

    assert store.do_now(deadlines) == {row["number"]: (row["deadline_en"], None) for row in rows(INDICATORS)}
