"""A crowd: a forum as large as wanted, laid into its memory at once, with all of its rounds under way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from forum import deciding, forums
from forum.enrolment import Address, AddressState
from forum.people import ChannelName, Institution, Person, Role, Side
from forum.plan import MEASURE, Duty, Measure, Plan, Responsibility
from forum.rounds import Audience, Kind, Obligation, Round, Voice
from forum.store import bulk
from forum.store.base import Noun
from forum.store.door import Store
from tests.facts import RIGA, TELEGRAM, policy

POLICY = policy()
# The evening before nothing is due; the next morning the small round's first reminder is.
EVE = datetime(2021, 1, 10, 18, 0, tzinfo=RIGA)
# When the small round is due, by its kind: its ladder begins that morning, ten working days before or twenty.
SMALL_DUE = {Kind.COMMENTS: date(2021, 1, 25), Kind.MANDATORY: date(2021, 2, 8)}
BIG_DUE = (date(2021, 2, 10), 2)  # the first large round; the others fall due two days after each other


@dataclass(frozen=True, kw_only=True)
class Size:
    """How large a forum is: of each body, ``people``, and in each of ``rounds`` so many measures; beside them one
    ``small`` round with one measure of each body."""

    bodies: int
    small: Kind = Kind.COMMENTS
    people: int = 10
    rounds: int = 9
    measures: int = 11

    @property
    def obligations(self) -> int:
        return self.bodies * (self.rounds * self.measures + 1)


def settled(store: Store, forum: str, size: Size) -> None:
    """Such a forum, with all decided on the eve."""
    store.do_now(fill, forum, size)
    decide(store, forum, EVE)
    decide(store, forum, EVE)


def decide(store: Store, forum: str, now: datetime) -> int:
    """Decide all that is due, in as many units of work as it takes; answers how many."""
    units = 1
    while store.do_now(deciding.tick, forum, now=now, policy=POLICY):
        units += 1
    return units


def fill(session: Session, forum: str, size: Size) -> None:
    """Bodies, their people in their chats, plans, measures and rounds; each round is of a plan of its own."""
    forums.ensure(session, forum, now=EVE - timedelta(days=100))
    session.flush()
    bodies = _insert(session, forum, Institution, ("code", "name"), _bodies(size), side=Side.GOVERNMENT, **_NAMES)
    people = _insert(session, forum, Person, ("name", "institution_id", "role"), _people(size, bodies), **_PERSON)
    chats = [(str(5_000_000 + number), number) for number in people]
    _insert(session, forum, Address, ("address", "person_id"), chats, **_CHAT)
    for number in range(size.rounds):
        due = BIG_DUE[0] + timedelta(days=BIG_DUE[1] * number)
        _round(session, forum, bodies, (f"R{number}", due, Kind.MANDATORY), size.measures)
    _round(session, forum, bodies, ("small", SMALL_DUE[size.small], size.small), 1)


_NAMES = {"name_en": "", "official_address": ""}
_PERSON = {
    **dict.fromkeys(("post", "unit", "email", "phone", "language"), ""),
    "channel": ChannelName.TELEGRAM,
    "publish": False,
}
_CHAT = {
    "channel": TELEGRAM,
    "state": AddressState.CONFIRMED,
    "asked_at": EVE - timedelta(days=60),
    "confirmed_at": EVE - timedelta(days=60),
}
_MEASURE = {**dict.fromkeys(("due_text", "result", "done", "next_step", "obstacles"), ""), "noun": MEASURE}
_OBLIGATION = {"voice": Voice.INSTITUTION, "reason": ""}


def _bodies(size: Size) -> list[tuple[str, str]]:
    return [(f"B{number}", f"{number}. iestāde") for number in range(size.bodies)]


def _people(size: Size, bodies: list[int]) -> Iterator[tuple[str, int, Role]]:
    """One contact a body, the rest deputies; the first body has the coordinator."""
    for body in bodies:
        for place in range(size.people):
            role = Role.CONTACT if place == 0 else Role.DEPUTY
            if body == bodies[0] and place == 1:
                role = Role.COORDINATOR
            yield f"{body}. iestādes {place}. persona", body, role


def _round(session: Session, forum: str, bodies: list[int], such: tuple[str, date, Kind], measures: int) -> None:
    key, due_on, kind = such
    plan = Plan(forum=forum, code=key, title=key)
    session.add(plan)
    session.flush()
    one = Round(
        forum=forum,
        key=key,
        title=key,
        due_on=due_on,
        audience=[Audience.RESPONSIBLE.value],
        plan_id=plan.id,
        kind=kind,
    )
    session.add(one)
    session.flush()
    leads = [(body, f"{place}.{body}") for body in bodies for place in range(measures)]
    made = _insert(
        session,
        forum,
        Measure,
        ("number", "title"),
        [(number, number) for _, number in leads],
        plan_id=plan.id,
        **_MEASURE,
    )
    pairs = [(measure, body) for measure, (body, _) in zip(made, leads, strict=True)]
    _insert(session, forum, Responsibility, ("measure_id", "institution_id"), pairs, duty=Duty.LEAD)
    _insert(session, forum, Obligation, ("measure_id", "institution_id"), pairs, round_id=one.id, **_OBLIGATION)


def _insert(
    session: Session,
    forum: str,
    noun: type[Noun],
    columns: Sequence[str],
    rows: Iterable[tuple[object, ...]],
    /,
    **same: object,
) -> list[int]:
    """So many rows at once; answers their numbers."""
    given = list(rows)
    numbers = bulk.numbers(session, noun, len(given))
    together = [(number, *row) for number, row in zip(numbers, given, strict=True)]
    bulk.insert(session, noun, ("id", *columns), together, forum=forum, **same)
    return list(numbers)


def count(session: Session, noun: type[Noun]) -> int:
    """How many rows there are, of all forums."""
    return session.scalar(select(func.count()).select_from(noun)) or 0
