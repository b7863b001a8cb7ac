"""The inbox: kept once, read in order, lane by lane, and set aside when it cannot be read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from forum import inbox
from forum.inbox import TRIES, IncomingMessage, Raw, State
from tests.facts import FORUM, TELEGRAM, Facts

REAL = datetime(2021, 1, 4, 7, tzinfo=UTC)


def raw(external_id: int, lane: str = "1001", *, ref: str | None = None, body: str = "{}") -> Raw:
    return Raw(external_id=str(external_id), lane=lane, message_ref=ref, body=body)


def keep(facts: Facts, *batch: Raw, next_id: int | None = None, real: datetime = REAL) -> int:
    return inbox.store(facts.session, facts.forum, TELEGRAM, batch=batch, next_id=next_id, real=real)


def kept(facts: Facts) -> list[IncomingMessage]:
    return list(facts.session.scalars(select(IncomingMessage).order_by(IncomingMessage.id)))


def waiting(facts: Facts, real: datetime = REAL) -> list[tuple[str, str]]:
    """(lane, the update's own id) of what may be read now."""
    found = inbox.waiting(facts.session, facts.forum, real=real)
    return [(lane, facts.session.get_one(IncomingMessage, number).external_id) for lane, number in found]


def read(facts: Facts, external_id: int) -> None:
    (row,) = [row for row in kept(facts) if row.external_id == str(external_id)]
    inbox.done(row, real=REAL)
    facts.session.flush()


def test_an_update_is_kept_as_it_came(facts: Facts) -> None:
    assert keep(facts, raw(5, ref="77", body='{"text": "ā"}'), next_id=6) == 1

    (row,) = kept(facts)
    assert (row.forum, row.channel, row.external_id, row.lane, row.message_ref, row.body) == (
        FORUM,
        TELEGRAM,
        "5",
        "1001",
        "77",
        '{"text": "ā"}',
    )
    assert (row.received_at, row.state, row.attempts, row.generation) == (REAL, State.NEW, 0, 0)


@pytest.mark.parametrize(("hours", "new"), [(0, 0), (1, 0), (47.99, 0), (48, 1), (24 * 30, 1)])
def test_the_same_id_is_the_same_update_for_two_days_only(facts: Facts, hours: float, new: int) -> None:
    keep(facts, raw(5, body="first"))

    assert keep(facts, raw(5, body="second"), real=REAL + timedelta(hours=hours)) == new
    assert [(row.body, row.generation) for row in kept(facts)] == [("first", 0), ("second", 1)][: 1 + new]


def test_an_id_used_three_times_is_measured_from_its_last(facts: Facts) -> None:
    moments = [REAL, REAL + timedelta(hours=48), REAL + timedelta(hours=72)]

    assert [keep(facts, raw(5), real=real) for real in moments] == [1, 1, 0]


def test_twice_in_one_batch_is_once(facts: Facts) -> None:
    assert keep(facts, raw(5), raw(6), raw(5)) == 2
    assert [row.external_id for row in kept(facts)] == ["5", "6"]


def test_channels_and_forums_number_their_updates_each_by_themselves(facts: Facts) -> None:
    Facts(facts.session, "other-forum")
    places = [(FORUM, TELEGRAM), (FORUM, "email"), ("other-forum", TELEGRAM)]

    assert [
        inbox.store(facts.session, forum, channel, batch=[raw(5)], next_id=6, real=REAL) for forum, channel in places
    ] == [1, 1, 1]


def test_the_position_is_a_row_of_its_own_that_may_go_down(facts: Facts) -> None:
    def position() -> int | None:
        facts.session.flush()
        return inbox.position(facts.session, facts.forum, TELEGRAM)

    found = [position()]
    keep(facts, raw(900), next_id=901)
    found.append(position())
    keep(facts, next_id=905)  # ids that were not for us
    found.append(position())
    keep(facts, raw(906))  # stored by a webhook, which has no position
    found.append(position())
    keep(facts, raw(17), next_id=18, real=REAL + timedelta(days=8))  # after a silent week ids begin anew
    found.append(position())

    assert found == [None, 901, 905, 905, 18]
    assert inbox.position(facts.session, facts.forum, "email") is None


def test_each_lane_is_read_in_its_order_the_oldest_first(facts: Facts) -> None:
    keep(facts, raw(1, "anna"), raw(2, "berta"), raw(3, "anna"), raw(4, "berta"))

    found = [waiting(facts)]
    read(facts, 1)
    found.append(waiting(facts))
    read(facts, 2)
    read(facts, 3)
    found.append(waiting(facts))

    anna, berta = f"{TELEGRAM}/anna", f"{TELEGRAM}/berta"
    assert found == [[(anna, "1"), (berta, "2")], [(berta, "2"), (anna, "3")], [(berta, "4")]]


def test_at_most_so_many_lanes_at_once(facts: Facts) -> None:
    keep(facts, *(raw(number, f"lane {number}") for number in range(5)))

    assert len(inbox.waiting(facts.session, facts.forum, real=REAL, limit=3)) == 3


def test_a_message_that_stumbles_holds_its_lane_and_no_other(facts: Facts) -> None:
    keep(facts, raw(1, "anna"), raw(2, "berta"), raw(3, "anna"))
    first = kept(facts)[0]

    assert not inbox.stumbled(facts.session, first.id, error="ValueError", real=REAL)
    facts.session.flush()
    anna, berta = f"{TELEGRAM}/anna", f"{TELEGRAM}/berta"
    assert waiting(facts, REAL + timedelta(seconds=1)) == [(berta, "2")]
    assert waiting(facts, REAL + timedelta(seconds=2)) == [(anna, "1"), (berta, "2")]


def test_a_message_that_cannot_be_read_is_set_aside_and_its_lane_goes_on(facts: Facts) -> None:
    keep(facts, raw(1, "anna"), raw(3, "anna"))
    first, later = kept(facts)
    pauses: list[int] = []
    dead: list[bool] = []
    for _ in range(TRIES):
        dead.append(inbox.stumbled(facts.session, first.id, error="ValueError", real=REAL))
        assert first.retry_at is not None
        pauses.append(int((first.retry_at - REAL).total_seconds()))
    facts.session.flush()

    assert (dead, pauses) == ([False] * 4 + [True], [2, 4, 8, 16, 32])
    assert (first.state, first.attempts, first.error, first.body) == (State.DEAD, TRIES, "ValueError", "{}")
    assert waiting(facts) == [(f"{TELEGRAM}/anna", later.external_id)]


def test_a_message_and_its_edits_are_found_together(facts: Facts) -> None:
    keep(facts, raw(1, ref="77"), raw(2, ref="78"), raw(3, ref="77"), raw(4, "berta", ref="77"), raw(5))
    rows = {row.external_id: row.id for row in kept(facts)}

    found = inbox.ids_of(facts.session, facts.forum, TELEGRAM, lane="1001", message_ref="77")
    assert sorted(found) == [rows["1"], rows["3"]]
