"""Delivery: what becomes of a message when sending it goes well, wrong, or nobody knows how."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.channel import InDoubt, Refused, TryLater, Unreachable
from bot.telegram.wire import TelegramChannel, make_bot
from forum.outbox import OutgoingMessage
from forum.rounds import Obligation
from tests.bot.channels import Listener, failing, over, state
from tests.bot.conftest import Cast
from tests.bot.town import INSTEAD, labels, last, said
from tests.facts import riga


async def test_sending_is_committed_before_anybody_is_asked_to_send(one: Cast) -> None:
    number = one.town.put(one.person, "welcome-back")
    seen: list[tuple[str, str | None, int]] = []

    def look() -> str:
        seen.append(state(one.town, number))
        return "42"

    await over(one.town, Listener(look)).step()
    assert (seen, state(one.town, number)) == ([("sending", None, 1)], ("sent", "42", 1))


@pytest.mark.parametrize(
    ("trouble", "becomes"),
    [
        (TryLater("away"), "pending"),
        (TryLater("too fast", seconds=7), "pending"),
        (InDoubt("cut"), "unknown"),
        (Unreachable("blocked"), "failed"),
        (Refused("malformed"), "failed"),
        (RuntimeError("whatever"), "failed"),
    ],
)
async def test_each_trouble_has_its_state(one: Cast, trouble: Exception, becomes: str) -> None:
    number = one.town.put(one.person, "welcome-back")
    channel = failing(trouble)
    before = datetime.now(UTC)
    await over(one.town, channel).step()
    row = one.town.message(number)
    assert row.state.value == becomes
    if isinstance(trouble, TryLater):
        wait = trouble.seconds or 2
        assert row.retry_at is not None
        assert timedelta(seconds=wait) <= row.retry_at - before < timedelta(seconds=wait + 5)
    assert await over(one.town, channel).step() == (1 if isinstance(trouble, Unreachable) else 0)


async def test_pauses_grow(one: Cast) -> None:
    number = one.town.put(one.person, "welcome-back")
    waits = []
    for _ in range(7):
        before = datetime.now(UTC)
        await over(one.town, failing(TryLater("away"))).step()
        retry_at = one.town.message(number).retry_at
        assert retry_at is not None
        waits.append(round((retry_at - before).total_seconds()))
        one.town.pass_time()
    assert waits == [2, 5, 15, 60, 300, 300, 300]


async def test_what_cannot_be_worded_fails_alone(two: Cast) -> None:
    bad = two.town.put(two.person, "no-such-kind")
    good = two.town.put(two.coordinator, "welcome-back")
    await two.town.settle()
    assert (state(two.town, bad)[0], state(two.town, good)[0]) == ("failed", "sent")


async def test_who_has_no_chat_is_not_written_to(one: Cast) -> None:
    person = one.town.make(lambda facts: facts.person("IZM kontaktpersona"))
    number = one.town.put(person, "welcome-back")
    await one.town.settle()
    assert (one.town.message(number).state.value, one.town.message(number).error) == (
        "failed",
        "no open way to this person",
    )


async def test_a_cut_answer_is_in_doubt_until_the_members_next_press(one: Cast) -> None:
    town, member = one.town, one.member
    town.api.next_faults = [("cut",)]
    await town.decide()
    await town.settle()
    assert town.outgoing("nudge") == [("nudge", "unknown")]
    town.pass_time()
    await town.settle()
    assert len(member.messages) == 1  # it did arrive, and is not sent again by itself
    member.presses(last(member).id, "Atbildēt")
    await town.settle()
    assert town.outgoing("nudge", "ask-status") == [("nudge", "sent"), ("ask-status", "sent")]
    assert town.all(OutgoingMessage)[0].external_id == str(member.messages[0].id)


async def test_a_reply_to_a_doubtful_message_settles_it_too(one: Cast) -> None:
    """Its number in the chat is not known to us, so that the text is placed by what is open."""
    one.town.api.next_faults = [("cut",)]
    await one.town.decide()
    await one.town.settle()
    one.member.says("Notikušas trīs diskusijas.", reply_to=last(one.member).id)
    await one.town.settle()
    assert one.town.versions() == [(None, "Notikušas trīs diskusijas.")]


@pytest.mark.parametrize(
    ("fault", "becomes", "seconds"),
    [
        (("429", 3), "pending", 3),
        (("error", 500), "unknown", 0),
        (("error", 502), "unknown", 0),
        (("error", 400), "failed", 0),
        (("error", 401), "pending", 60),
    ],
)
async def test_what_the_service_answers(one: Cast, fault: tuple[Any, ...], becomes: str, seconds: int) -> None:
    one.town.api.next_faults = [fault]
    number = one.town.put(one.person, "welcome-back")
    before = datetime.now(UTC)
    await one.town.delivery.step()
    row = one.town.message(number)
    assert (row.state.value, said(one.member)) == (becomes, [])
    wait = row.retry_at - before if row.retry_at else timedelta(0)
    assert seconds <= wait.total_seconds() < seconds + 5
    one.town.pass_time()
    await one.town.settle()
    assert len(said(one.member)) == (1 if becomes == "pending" else 0)


async def test_a_service_that_is_not_there_is_tried_again(one: Cast) -> None:
    nowhere = make_bot("123:SECRET", "http://127.0.0.1:1/bot")
    number = one.town.put(one.person, "welcome-back")
    await over(one.town, TelegramChannel(nowhere)).step()
    assert state(one.town, number) == ("pending", None, 1)
    one.town.pass_time()
    await one.town.settle()
    assert state(one.town, number)[0] == "sent"


async def test_an_edit_of_a_message_that_is_gone_goes_out_as_a_new_one(one: Cast) -> None:
    town, member = one.town, one.member
    await town.decide()
    await town.settle()
    member.presses(last(member).id, "Atbildēt")
    await town.settle()
    question = last(member).id
    member.presses(question, "Nav sākts")
    member.chat.messages.pop(question)
    await town.settle()
    assert last(member).id > question
    assert "Tagad vienā ziņā" in last(member).text
    assert town.outgoing("ask-text") == [("ask-text", "sent")]


async def test_an_edit_that_changes_nothing_counts_as_made(one: Cast) -> None:
    one.town.put(one.person, "welcome-back")
    await one.town.settle()
    first = str(one.member.messages[0].id)
    number = one.town.put(one.person, "welcome-back")
    one.town.do(lambda session: setattr(session.get_one(OutgoingMessage, number), "edits", first))
    await one.town.settle()
    assert one.town.outgoing() == [("welcome-back", "sent")] * 2
    assert [str(message.id) for message in one.member.messages] == [first]


async def test_what_an_earlier_process_was_sending_is_in_doubt(one: Cast) -> None:
    class Killed(BaseException):
        """As if the process ended in the middle of a send."""

    number = one.town.put(one.person, "welcome-back")

    def die() -> str:
        raise Killed

    with pytest.raises(Killed):
        await over(one.town, Listener(die)).step()
    assert state(one.town, number) == ("sending", None, 1)
    one.town.restart()
    assert await one.town.delivery.recover() == 1
    await one.town.settle()
    assert (state(one.town, number), said(one.member)) == (("unknown", None, 1), [])


async def test_at_night_and_on_days_off_nothing_unasked_goes_out(one: Cast) -> None:
    """A nudge that was due while the chat service was away, into the evening."""
    town = one.town
    await town.decide()
    town.clock.set(riga("2021-01-22 16:30"))  # a Friday
    await town.settle()
    assert (town.outgoing("nudge"), said(one.member)) == ([("nudge", "pending")], [])
    town.clock.set(riga("2021-01-23 10:00"))
    await town.settle()
    town.clock.set(riga("2021-01-25 08:29"))
    await town.settle()
    assert said(one.member) == []
    town.clock.set(riga("2021-01-25 08:30"))
    await town.settle()
    assert labels(last(one.member)) == [["Atbildēt"], *INSTEAD]
    assert "atlikušas 7 dienas (5 darba dienas)" in last(one.member).text  # as of when it is read


async def test_answers_go_out_at_any_hour(one: Cast) -> None:
    one.town.clock.set(riga("2021-01-24 03:00"))
    one.member.says("/help")
    await one.town.settle()
    assert len(said(one.member)) == 1


async def test_a_nudge_whose_question_was_answered_meanwhile_is_dropped(two: Cast) -> None:
    await two.town.decide()
    two.town.do(lambda session: session.execute(update(Obligation).values(discharged_at=riga("2021-01-18"))))
    await two.town.settle()
    assert (two.town.outgoing("nudge"), said(two.member)) == ([("nudge", "dropped")], [])
