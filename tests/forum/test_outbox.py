"""The outbox: one row a message, its states, and who may say what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from forum import alarms, doubts, in_chat, outbox, sending
from forum.outbox import OutgoingMessage, State, To
from tests.facts import TELEGRAM, Facts, riga

NOW = riga("2021-01-04 09:00")
REAL = datetime(2021, 6, 1, 12, tzinfo=UTC)  # far from forum time, as in a demo
MOMENT = timedelta(seconds=1)


def put(facts: Facts, dedupe: str = "one", *, kind: str = "notice", to: To | None = None) -> OutgoingMessage:
    return outbox.put(
        facts.session, facts.forum, to=to or To(channel=TELEGRAM, address="1001"), kind=kind, dedupe=dedupe, now=NOW
    )


def claimed(facts: Facts, dedupe: str = "one", *, real: datetime = REAL) -> OutgoingMessage:
    row = put(facts, dedupe)
    sending.claim(row, channel=TELEGRAM, address="1001", real=real)
    facts.session.flush()
    return row


def due(facts: Facts, *, now: datetime = NOW, real: datetime = REAL, limit: int = 100) -> list[str]:
    rows = sending.due(facts.session, facts.forum, now=now, real=real, limit=limit)
    return [row.dedupe_key for row in rows]


def test_a_message_goes_out_once(facts: Facts) -> None:
    row = put(facts)
    assert (row.state, due(facts)) == (State.PENDING, ["one"])

    epoch = sending.claim(row, channel=TELEGRAM, address="1001", real=REAL)
    facts.session.flush()
    assert (row.state, row.claimed_at, row.attempts, due(facts)) == (State.SENDING, REAL, 1, [])

    assert sending.sent(facts.session, row.id, epoch=epoch, external_id="77", now=NOW)
    facts.session.flush()
    assert (row.state, row.external_id, row.sent_at, due(facts)) == (State.SENT, "77", NOW, [])


def test_the_same_key_answers_the_row_that_is_there_whatever_became_of_it(facts: Facts) -> None:
    row = claimed(facts)
    sending.sent(facts.session, row.id, epoch=1, external_id="77", now=NOW)

    assert put(facts, kind="another") is row
    assert (row.kind, row.state) == ("notice", State.SENT)


def test_a_key_is_one_forums_own(facts: Facts) -> None:
    assert put(facts).id != put(Facts(facts.session, "other-forum")).id


def test_forum_time_holds_a_message_back(facts: Facts) -> None:
    later = NOW + timedelta(days=1)
    outbox.put(
        facts.session, facts.forum, to=To(address="1001"), kind="notice", dedupe="later", now=NOW, send_from=later
    )

    assert (due(facts, now=later - MOMENT), due(facts, now=later)) == ([], ["later"])


def test_real_time_holds_back_a_message_that_waits_for_something(facts: Facts) -> None:
    outbox.put(
        facts.session,
        facts.forum,
        to=To(address="1001"),
        kind="echo",
        dedupe="echo",
        now=NOW,
        hold_until=REAL + timedelta(seconds=5),
    )

    assert due(facts, now=NOW + timedelta(days=99), real=REAL + timedelta(seconds=4)) == []
    assert due(facts, real=REAL + timedelta(seconds=5)) == ["echo"]


def test_what_it_waited_for_has_come(facts: Facts) -> None:
    row = outbox.put(
        facts.session,
        facts.forum,
        to=To(address="1001"),
        kind="echo",
        dedupe="echo",
        now=NOW,
        hold_until=REAL + timedelta(days=1),
    )

    assert outbox.release(facts.session, facts.forum, "echo") is row
    facts.session.flush()
    assert due(facts) == ["echo"]
    assert outbox.release(facts.session, facts.forum, "no such") is None


def test_letting_go_never_shortens_the_pause_of_a_message_that_was_tried(facts: Facts) -> None:
    row = claimed(facts)
    sending.again(facts.session, row.id, epoch=1, retry_at=REAL + timedelta(minutes=1), error="busy")
    outbox.release(facts.session, facts.forum, "one")
    facts.session.flush()

    assert (due(facts, real=REAL + timedelta(seconds=59)), due(facts, real=REAL + timedelta(minutes=1))) == (
        [],
        ["one"],
    )


def test_what_is_urgent_goes_first_then_answers_then_what_is_unasked_in_order(facts: Facts) -> None:
    put(facts, "first")
    put(facts, "second")
    outbox.put(facts.session, facts.forum, to=To(address="1001"), kind="echo", dedupe="answer", now=NOW, asked=True)

    put(facts, "card", kind=doubts.CARD)
    put(facts, "alarm", kind=alarms.KIND)

    assert due(facts) == ["card", "alarm", "answer", "first", "second"]
    assert due(facts, limit=3) == ["card", "alarm", "answer"]


Settle = Callable[[Facts, int, int], bool]
OUTCOMES: dict[State, Settle] = {
    State.SENT: lambda facts, row, epoch: sending.sent(facts.session, row, epoch=epoch, external_id="77", now=NOW),
    State.UNKNOWN: lambda facts, row, epoch: sending.unknown(facts.session, row, epoch=epoch, error="cut"),
    State.FAILED: lambda facts, row, epoch: sending.failed(facts.session, row, epoch=epoch, error="refused"),
    State.PENDING: lambda facts, row, epoch: sending.again(
        facts.session, row, epoch=epoch, retry_at=REAL, error="busy"
    ),
}


@pytest.mark.parametrize("state", OUTCOMES)
def test_what_became_of_a_message_is_said_once_by_whoever_holds_it(facts: Facts, state: State) -> None:
    row = claimed(facts)

    assert [OUTCOMES[state](facts, row.id, epoch) for epoch in (0, 2)] == [False, False]
    assert row.state is State.SENDING
    assert OUTCOMES[state](facts, row.id, 1)
    assert row.state is state
    assert [settle(facts, row.id, 1) for settle in OUTCOMES.values()] == [False] * 4
    assert row.state is state


def test_a_stale_holder_cannot_settle_what_another_took_up(facts: Facts) -> None:
    row = claimed(facts)
    sending.again(facts.session, row.id, epoch=1, retry_at=REAL, error="busy")
    again = sending.claim(row, channel=TELEGRAM, address="1001", real=REAL)

    assert not sending.failed(facts.session, row.id, epoch=1, error="late")
    assert sending.sent(facts.session, row.id, epoch=again, external_id="78", now=NOW)
    assert (row.state, row.attempts, row.external_id) == (State.SENT, 2, "78")


def test_only_what_is_not_being_sent_is_dropped(facts: Facts) -> None:
    person, other = facts.person("IZM kontaktpersona"), facts.person("VK kontaktpersona")
    held = put(facts, "held", kind="nudge", to=To(person_id=person.id))
    sending.claim(held, channel=TELEGRAM, address="1001", real=REAL)
    pending = put(facts, "pending", kind="nudge", to=To(person_id=person.id))
    kind = put(facts, "kind", kind="echo", to=To(person_id=person.id))
    others = put(facts, "others", kind="nudge", to=To(person_id=other.id))
    pending.values = {"rounds": [7]}
    facts.session.flush()

    assert outbox.drop_pending(facts.session, facts.forum, people=[person.id], kind="nudge") == {
        person.id: [{"rounds": [7]}]
    }
    assert [row.state for row in (held, pending, kind, others)] == [
        State.SENDING,
        State.DROPPED,
        State.PENDING,
        State.PENDING,
    ]


def test_after_a_crash_what_was_being_sent_is_in_doubt_and_never_sent_by_itself(facts: Facts) -> None:
    before, now = claimed(facts, "before", real=REAL - MOMENT), claimed(facts, "now")
    pending = put(facts, "pending")

    assert doubts.what_was_sending(facts.session, facts.forum, claimed_before=REAL) == 1
    facts.session.flush()
    assert [row.state for row in (before, now, pending)] == [State.UNKNOWN, State.SENDING, State.PENDING]
    assert due(facts, now=NOW + timedelta(days=99), real=REAL + timedelta(days=99)) == ["pending"]
    assert not sending.sent(facts.session, before.id, epoch=1, external_id="77", now=NOW)


def test_a_press_on_a_doubtful_message_settles_the_doubt(facts: Facts) -> None:
    row = claimed(facts)
    sending.unknown(facts.session, row.id, epoch=1, error="cut")
    doubts.arrived(facts.session, "other-forum", row.id, external_id="77")
    assert row.state is State.UNKNOWN

    doubts.arrived(facts.session, facts.forum, row.id, external_id="77")
    assert (row.state, row.external_id) == (State.SENT, "77")
    doubts.arrived(facts.session, facts.forum, 0, external_id="77")  # no such message: nothing to settle


def test_a_press_changes_nothing_about_what_is_not_in_doubt(facts: Facts) -> None:
    row = put(facts)
    doubts.arrived(facts.session, facts.forum, row.id, external_id="77")

    assert (row.state, row.external_id) == (State.PENDING, None)


@pytest.mark.parametrize("state", OUTCOMES)
def test_a_token_is_kept_no_longer_than_it_takes_to_hand_it_over(facts: Facts, state: State) -> None:
    row = claimed(facts)
    row.values = {"token": "secret", "name": "IZM kontaktpersona"}
    OUTCOMES[state](facts, row.id, 0)  # a stale holder's word: it is needed yet
    assert row.values == {"token": "secret", "name": "IZM kontaktpersona"}

    OUTCOMES[state](facts, row.id, 1)
    assert ("token" in row.values) is (state is State.PENDING)
    assert row.values["name"] == "IZM kontaktpersona"


def test_a_token_whose_message_a_crash_left_in_doubt_is_forgotten(facts: Facts) -> None:
    row = claimed(facts)
    row.values = {"token": "secret"}
    facts.session.flush()
    doubts.what_was_sending(facts.session, facts.forum, claimed_before=REAL + MOMENT)

    assert row.values == {}


def test_our_message_in_a_chat_is_found_as_last_edited(facts: Facts) -> None:
    rows = [claimed(facts, name) for name in ("sent", "edited")]
    for row in rows:
        sending.sent(facts.session, row.id, epoch=1, external_id="77", now=NOW)
    facts.session.flush()

    def found(address: str, external_id: str) -> OutgoingMessage | None:
        return in_chat.by_external(
            facts.session, facts.forum, channel=TELEGRAM, address=address, external_id=external_id
        )

    assert (found("1001", "77"), found("1001", "78"), found("1002", "77")) == (rows[1], None, None)


def test_pauses_grow_to_five_minutes() -> None:
    assert [sending.pause(tries).total_seconds() for tries in range(1, 8)] == [2, 5, 15, 60, 300, 300, 300]
