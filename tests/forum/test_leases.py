"""Leases: work is shared out, gone on with where a worker ended, and whoever lost it writes no more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from forum import forums, leases
from forum.leases import Hand, Held, LeaseLost, Tended, Wanted, Worker
from forum.times import real

BOT, SYNC = Hand.BOT, Hand.SYNC
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def forums_of(session: Session, count: int, *hands: Hand) -> list[Wanted]:
    """So many forums, with the work of these hands."""
    for number in range(count):
        forums.ensure(session, f"f{number}", now=LONG_AGO)
    return [Wanted(f"f{number}", hand) for number in range(count) for hand in hands]


def tended(session: Session, worker: str, wanted: Sequence[Wanted], *gone: str) -> Tended:
    return leases.tend(session, wanted, worker=worker, real=real(), gone=lambda name: name in gone)


def held(session: Session, worker: str, wanted: Sequence[Wanted], *gone: str) -> dict[str, int]:
    """What a worker holds after it looked once: forum and hand, with the epoch."""
    found = tended(session, worker, wanted, *gone).held
    return {f"{one.wanted.forum} {one.wanted.hand}": one.epoch for one in found}


def silent(session: Session, worker: str) -> None:
    """This worker has not said for long that it lives."""
    session.execute(update(Worker).where(Worker.name == worker).values(until=LONG_AGO))


def test_the_first_takes_all_and_keeps_it(session: Session) -> None:
    wanted = forums_of(session, 2, BOT, SYNC)
    all_of_it = {"f0 bot": 1, "f1 bot": 1, "f0 sync": 1, "f1 sync": 1}
    assert held(session, "first", wanted) == all_of_it
    assert held(session, "first", wanted) == all_of_it


def test_of_one_forum_a_second_worker_stands_by(session: Session) -> None:
    wanted = forums_of(session, 1, BOT, SYNC)
    held(session, "first", wanted)
    assert held(session, "second", wanted) == {}
    assert tended(session, "first", wanted).surplus == []


def test_of_several_forums_a_second_worker_is_given_half(session: Session) -> None:
    wanted = forums_of(session, 5, BOT)
    held(session, "first", wanted)
    assert held(session, "second", wanted) == {}
    surplus = tended(session, "first", wanted).surplus
    assert [one.wanted.forum for one in surplus] == ["f3", "f4"]
    for one in surplus:
        leases.release(session, one)
    assert held(session, "second", wanted) == {"f3 bot": 3, "f4 bot": 3}
    assert held(session, "first", wanted) == {"f0 bot": 1, "f1 bot": 1, "f2 bot": 1}


def test_who_does_only_one_kind_of_work_leaves_the_other(session: Session) -> None:
    wanted = forums_of(session, 1, BOT, SYNC)
    assert held(session, "bots", [wanted[0]]) == {"f0 bot": 1}
    assert held(session, "rest", wanted) == {"f0 sync": 1}


def test_others_go_on_where_one_fell_silent(session: Session) -> None:
    wanted = forums_of(session, 2, BOT)
    held(session, "first", wanted)
    silent(session, "first")
    assert held(session, "second", wanted) == {"f0 bot": 2, "f1 bot": 2}
    assert held(session, "first", wanted) == {}


def test_who_was_late_and_missed_by_nobody_goes_on(session: Session) -> None:
    wanted = forums_of(session, 1, BOT)
    held(session, "first", wanted)
    silent(session, "first")
    assert held(session, "first", wanted) == {"f0 bot": 1}
    assert held(session, "second", wanted) == {}


def test_who_is_known_to_have_ended_is_not_waited_for(session: Session) -> None:
    wanted = forums_of(session, 1, BOT)
    held(session, "first", wanted)
    assert held(session, "second", wanted, "first") == {"f0 bot": 2}


def test_who_leaves_is_not_waited_for_either(session: Session) -> None:
    wanted = forums_of(session, 1, BOT)
    held(session, "first", wanted)
    leases.leave(session, "first")
    with pytest.raises(LeaseLost):
        leases.guard(session, Held(wanted[0], 1))
    assert held(session, "second", wanted) == {"f0 bot": 3}
    assert leases.holders(session, "f0") == {BOT: "second"}


def test_the_memory_refuses_whoever_lost_a_lease_or_let_it_go(session: Session) -> None:
    (work,) = forums_of(session, 1, BOT)
    held(session, "first", [work])
    leases.guard(session, Held(work, 1))
    silent(session, "first")
    held(session, "second", [work])
    leases.guard(session, Held(work, 2))
    with pytest.raises(LeaseLost):
        leases.guard(session, Held(work, 1))
    leases.release(session, Held(work, 1))  # it was not the first's to let go
    leases.guard(session, Held(work, 2))
    leases.release(session, Held(work, 2))
    with pytest.raises(LeaseLost):
        leases.guard(session, Held(work, 2))
