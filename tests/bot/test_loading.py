"""Loading: many reminders ask no more of the memory than two, and say what each would say by itself."""

from __future__ import annotations

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot import parcels
from bot.parcels import Parcel, Room
from forum import nudges
from forum.outbox import OutgoingMessage, State
from forum.rounds import Round
from forum.store.door import Store
from forum.store.once import Once
from forum.times import At, real
from tests.bench import crowd
from tests.bench.crowd import POLICY, Size
from tests.facts import riga
from tests.questions import asked

FORUM = "f"
MORNING = riga("2021-01-11 10:42")
AT = At(now=MORNING, real=real(), day=MORNING.date())
BODIES = 24


@pytest.fixture
def reminded(store: Store) -> Store:
    """A forum in which a reminder of each body is due, and nothing else."""
    crowd.settled(store, FORUM, Size(bodies=BODIES, people=2, rounds=2, measures=2))
    crowd.decide(store, FORUM, MORNING)
    others = update(OutgoingMessage).where(OutgoingMessage.kind != nudges.KIND).values(state=State.DROPPED)
    store.do_now(lambda session: session.execute(others))
    return store


def taken(store: Store, room: Room) -> list[Parcel]:
    return store.do_now(parcels.take_up, FORUM, room, policy=POLICY, at=AT).parcels


def test_many_reminders_ask_no_more_of_the_memory_than_two(reminded: Store) -> None:
    counts = []
    for many in (2, BODIES):
        with asked() as questions:
            found = taken(reminded, Room({"telegram": many}))
        counts.append((len(found), len(questions)))
    assert [count for count, _ in counts] == [2, BODIES]
    assert counts[0][1] == counts[1][1] <= 26


def test_each_says_what_it_would_say_by_itself(reminded: Store) -> None:
    alone: list[Parcel] = []
    for _ in range(BODIES):
        alone += taken(reminded, Room({"telegram": 1}, under_way=frozenset(one.message_id for one in alone)))
    assert taken(reminded, Room({"telegram": BODIES})) == alone
    # The measures of two plans have one number here, so that the plan's code stands beside it.
    assert {measure["marks"][0] for one in alone for round_ in one.brief["rounds"] for measure in round_["measures"]}


def test_what_is_remembered_is_forgotten_when_this_unit_of_work_changes_it(store: Store) -> None:
    crowd.settled(store, FORUM, Size(bodies=1, people=1, rounds=1, measures=1))
    rounds = Once[list[str]](Round)

    def look(session: Session) -> list[list[str]]:
        def ask() -> list[str]:
            return [one.title for one in session.query(Round).order_by(Round.id)]

        first = rounds.of(session, FORUM, ask)
        row = session.query(Round).order_by(Round.id).first()
        assert row is not None
        row.title = "cits"
        second = rounds.of(session, FORUM, ask)
        session.execute(update(Round).values(title="visi"))
        return [first, second, rounds.of(session, FORUM, ask), rounds.of(session, FORUM, list)]

    assert store.do_now(look) == [["R0", "small"], ["cits", "small"], ["visi", "visi"], ["visi", "visi"]]
