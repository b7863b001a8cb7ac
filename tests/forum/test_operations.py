"""Workspace operations: written in the order they were decided, noun by noun, and kept until they stand there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from forum import operations
from forum.operations import State, WorkspaceOperation
from forum.store.base import Values
from tests.facts import Facts, riga

NOW = riga("2021-01-04 09:00")
REAL = datetime(2021, 6, 1, 12, tzinfo=UTC)


def put(facts: Facts, noun_id: int, *, noun: str = "measure", announces: str = "", **values: str) -> WorkspaceOperation:
    operations.put(
        facts.session, facts.forum, noun=noun, noun_id=noun_id, values=Values(values), now=NOW, announces=announces
    )
    return facts.session.scalars(select(WorkspaceOperation).order_by(WorkspaceOperation.id.desc()).limit(1)).one()


def due(facts: Facts, real: datetime = REAL) -> list[WorkspaceOperation]:
    facts.session.flush()
    return list(operations.due(facts.session, facts.forum, real=real))


def test_what_is_about_one_noun_is_written_in_its_order(facts: Facts) -> None:
    first, second, other = put(facts, 1, done="a"), put(facts, 1, done="b"), put(facts, 2, done="c")
    reply = put(facts, 1, noun="reply", done="d")
    found = [due(facts)]
    operations.claim(facts.session, first, real=REAL)
    found.append(due(facts))
    first.state = State.DONE
    found.append(due(facts))

    assert found == [[first, other, reply], [other, reply], [second, other, reply]]


def test_a_pause_holds_the_noun_and_no_other(facts: Facts) -> None:
    first, _, other = put(facts, 1), put(facts, 1), put(facts, 2)
    first.retry_at = REAL + timedelta(seconds=2)

    assert (due(facts, REAL + timedelta(seconds=1)), due(facts, REAL + timedelta(seconds=2))) == (
        [other],
        [first, other],
    )


@pytest.mark.parametrize("state", [State.CONFLICT, State.FAILED])
def test_what_cannot_be_written_lets_the_next_one_by(facts: Facts, state: State) -> None:
    first, second = put(facts, 1), put(facts, 1)
    first.state = state

    assert due(facts) == [second]


def test_an_operation_is_another_forums_own(facts: Facts) -> None:
    put(facts, 1)

    assert list(operations.due(facts.session, "other-forum", real=REAL)) == []
    assert operations.open_fields(facts.session, "other-forum", "measure", [1]) == {}


def test_every_operation_has_a_key_of_its_own(facts: Facts) -> None:
    assert len({put(facts, 1).operation_key for _ in range(5)}) == 5


def test_fields_still_on_their_way_the_newest_value_of_each(facts: Facts) -> None:
    first, second = put(facts, 1, done="a", completion="limited"), put(facts, 1, done="b")
    put(facts, 2, done="another measure")
    put(facts, 1, noun="reply", done="another noun")

    def fields() -> Values:
        facts.session.flush()
        return operations.open_fields(facts.session, facts.forum, "measure", [1]).get(1, {})

    found = [fields()]
    operations.claim(facts.session, first, real=REAL)
    found.append(fields())
    first.state = State.DONE
    found.append(fields())
    second.state = State.CONFLICT
    found.append(fields())

    assert found == [{"done": "b", "completion": "limited"}] * 2 + [{"done": "b"}, {}]


def test_a_claim_is_taken_once_and_its_outcome_names_its_epoch(facts: Facts) -> None:
    row = put(facts, 1)

    assert operations.claim(facts.session, row, real=REAL)
    assert (row.state, row.epoch, row.attempts, row.claimed_at) == (State.SENDING, 1, 1, REAL)
    assert not operations.claim(facts.session, row, real=REAL)
    assert row.epoch == 1
    assert [operations.claimed(facts.session, row.id, epoch=epoch) for epoch in (0, 1, 2)] == [None, row, None]
    assert operations.claimed(facts.session, 0, epoch=1) is None


def test_what_a_crash_left_is_tried_again_and_a_late_outcome_finds_nothing(facts: Facts) -> None:
    old, new, pending = put(facts, 1), put(facts, 2), put(facts, 3)
    operations.claim(facts.session, old, real=REAL - timedelta(seconds=1))
    operations.claim(facts.session, new, real=REAL)

    assert operations.recover(facts.session, facts.forum, claimed_before=REAL) == 1
    facts.session.flush()
    assert [row.state for row in (old, new, pending)] == [State.PENDING, State.SENDING, State.PENDING]
    assert operations.claimed(facts.session, old.id, epoch=1) is None
    assert operations.claim(facts.session, old, real=REAL)
    assert (operations.claimed(facts.session, old.id, epoch=1), old.epoch, old.attempts) == (None, 2, 2)


def test_what_a_message_announces_is_unfinished_until_all_of_it_stands_there(facts: Facts) -> None:
    rows = [put(facts, 1, announces="echo/1"), put(facts, 1, noun="reply", announces="echo/1")]
    put(facts, 2, announces="echo/2")

    def said() -> tuple[bool, bool]:
        facts.session.flush()
        return (
            operations.unfinished(facts.session, facts.forum, "echo/1"),
            operations.untried(facts.session, facts.forum, "echo/1"),
        )

    found = [said()]
    for row in rows:
        operations.claim(facts.session, row, real=REAL)
        found.append(said())
    rows[0].state = State.DONE
    found.append(said())
    rows[1].state = State.CONFLICT
    found.append(said())
    rows[1].state = State.DONE
    found.append(said())

    assert found == [(True, True), (True, True), (True, False), (True, False), (True, False), (False, False)]
    assert not operations.unfinished(facts.session, facts.forum, "echo/3")


def test_how_many_are_on_their_way(facts: Facts) -> None:
    rows = [put(facts, number) for number in range(4)]
    operations.claim(facts.session, rows[0], real=REAL)
    rows[1].state = State.DONE
    rows[2].state = State.FAILED
    facts.session.flush()

    assert operations.waiting(facts.session, facts.forum) == 2


def test_pauses_double_up_to_five_minutes() -> None:
    assert [operations.pause(tries).total_seconds() for tries in (1, 2, 3, 8, 9, 30)] == [2, 4, 8, 256, 300, 300]
