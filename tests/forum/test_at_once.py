"""Two at once: whoever runs beside us, a turn is taken once, a message sent once, a link opened by one chat."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import enrolment, nudges, occurrences, outbox, sending
from forum.enrolment import Opened
from forum.occurrences import Turn
from forum.outbox import OutgoingMessage, State, To
from forum.people import Person
from forum.store.door import Store
from tests.databases import Server
from tests.facts import DUE, FORUM, TELEGRAM, Facts, policy, riga

# Long enough for a unit that waits for nobody to be through; only a fault makes a test wait for the whole of it.
SOON = 0.3


@dataclass
class Held:
    """Holds a unit of work open after its verb ran, until it is let go; then keeps it, or fails."""

    fail: bool = False
    ran: threading.Event = field(default_factory=threading.Event)
    let_go: threading.Event = field(default_factory=threading.Event)

    def after(self, verb: Callable[[Session], Any]) -> Callable[[Session], Any]:
        def held(session: Session) -> Any:
            answer = verb(session)
            session.flush()
            self.ran.set()
            assert self.let_go.wait(5)
            if self.fail:
                raise InterruptedError
            return answer

        return held


def side_by_side(
    store: Store, first: Callable[[Session], Any], second: Callable[[Session], Any], *, fail: bool = False
) -> tuple[Any, Any]:
    """Run ``second`` while ``first`` has done its work and has not committed; what each answered, or raised."""
    hold = Held(fail)
    with ThreadPoolExecutor(2) as threads:
        one = threads.submit(store.do_now, hold.after(first))
        assert hold.ran.wait(5)
        two = threads.submit(store.do_now, second)
        threading.Event().wait(SOON)
        hold.let_go.set()
        return _outcome(one), _outcome(two)


def _outcome(of: Future[Any]) -> Any:
    try:
        return of.result(10)
    except InterruptedError as error:
        return type(error)


def ready(session: Session) -> int:
    """A member who owes an answer; their number."""
    facts = Facts(session)
    body = facts.body("IZM")
    person = facts.member("IZM kontaktpersona", body)
    facts.measure("1.1", body)
    facts.round(DUE)
    facts.opened("2021-01-04")
    return person.id


def tick(session: Session) -> int:
    nudges.tick(session, FORUM, now=riga("2021-01-04"), policy=policy())
    return 0


def nudged(session: Session) -> list[tuple[int | None, State]]:
    rows = session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == nudges.KIND))
    return [(row.person_id, row.state) for row in rows]


def test_two_tickers_at_once_nudge_once(store: Store) -> None:
    person = store.do_now(ready)

    assert side_by_side(store, tick, tick) == (0, 0)
    assert store.read_now(nudged) == [(person, State.PENDING)]


def test_what_a_ticker_that_died_had_decided_the_other_decides(store: Store) -> None:
    person = store.do_now(ready)

    assert side_by_side(store, tick, tick, fail=True) == (InterruptedError, 0)
    assert store.read_now(nudged) == [(person, State.PENDING)]


def test_many_tickers_in_two_processes_memory_nudge_once(postgres_databases: Server) -> None:
    url = postgres_databases.ready()
    with Store.open(url) as one, Store.open(url) as other, ThreadPoolExecutor(8) as threads:
        person = one.do_now(ready)
        for done in [threads.submit(store.do_now, tick) for store in (one, other) * 8]:
            done.result(20)
        assert one.read_now(nudged) == [(person, State.PENDING)]
    postgres_databases.drop(url)


@pytest.mark.parametrize("fail", [False, True])
def test_a_turn_is_taken_by_one(store: Store, fail: bool) -> None:
    store.do_now(lambda session: Facts(session).forum)
    turn = Turn("round/1", DUE, "start", 7)

    def take(session: Session) -> bool:
        return occurrences.take(session, FORUM, turn, now=riga("2021-01-04"))

    assert side_by_side(store, take, take, fail=fail) == ((InterruptedError, True) if fail else (True, False))
    assert store.read_now(occurrences.taken, FORUM, ["round/1"]) == {turn}


def test_a_message_is_taken_up_by_one(store: Store) -> None:
    now = riga("2021-01-04")

    def put(session: Session) -> None:
        Facts(session)
        for dedupe in ("one", "two"):
            outbox.put(session, FORUM, to=To(address="1001"), kind="notice", dedupe=dedupe, now=now)

    def take_up(session: Session) -> list[str]:
        rows = sending.due(session, FORUM, now=now, real=now, limit=1)
        for row in rows:
            sending.claim(row, channel=TELEGRAM, address="1001", real=now)
        return [row.dedupe_key for row in rows]

    store.do_now(put)
    assert side_by_side(store, take_up, take_up) == (["one"], ["two"])


def test_a_link_opened_by_two_chats_at_once_is_the_first_ones(store: Store) -> None:
    now = riga("2021-01-04")

    def invite(session: Session) -> str:
        return enrolment.invite(session, Facts(session).person("IZM kontaktpersona"), now=now)

    token = store.do_now(invite)

    def opened_by(address: str) -> Callable[[Session], tuple[str | None, str | None]]:
        def verb(session: Session) -> tuple[str | None, str | None]:
            found: Opened = enrolment.open_link(
                session, FORUM, token, channel=TELEGRAM, address=address, now=now, day=now.date()
            )
            return found.person.name if found.person else None, found.refusal

        return verb

    assert side_by_side(store, opened_by("1001"), opened_by("666")) == (
        ("IZM kontaktpersona", None),
        ("IZM kontaktpersona", enrolment.Refusal.USED),
    )
    assert store.read_now(lambda session: session.scalars(select(enrolment.Address.address)).all()) == ["1001"]


def test_a_nudge_that_is_being_taken_up_goes_out_and_the_fresher_one_comes_after_it(store: Store) -> None:
    def pending(session: Session) -> int:
        person = ready(session)
        tick(session)
        return person

    person = store.do_now(pending)
    now = riga("2021-01-18")

    def take_up(session: Session) -> int:
        (row,) = sending.due(session, FORUM, now=now, real=now, limit=9)
        sending.claim(row, channel=TELEGRAM, address=str(1000 + person), real=now)
        return session.get_one(Person, person).id

    def tick_later(session: Session) -> int:
        return len(nudges.tick(session, FORUM, now=now, policy=policy()))

    assert side_by_side(store, take_up, tick_later) == (person, 1)
    assert store.read_now(nudged) == [(person, State.SENDING), (person, State.PENDING)]
