"""Whoever stands for two bodies in one chat gets one reminder about both, whatever becomes of it on its way."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from bot.channel import InDoubt, TryLater
from forum import doubts, forecast
from forum.outbox import OutgoingMessage
from forum.people import Person
from tests.bot.channels import failing, over
from tests.bot.conftest import Cast
from tests.bot.test_which_one import nudged, press, second_body
from tests.bot.town import POLICY, labels, last, said
from tests.facts import FORUM, at, riga


def nudges(one: Cast) -> list[str]:
    """The states of all reminders."""
    return [state for _, state in one.town.outgoing("nudge")]


async def test_one_reminder_names_both_bodies(one: Cast) -> None:
    second_body(one, "3.1")
    await nudged(one)
    (reminder,) = said(one.member)
    assert [word in reminder for word in ("2.8. (VARAM) Pasākums 2.8", "3.1. (IZM) Pasākums 3.1")] == [True, True]
    assert labels(last(one.member))[0] == ["2.8. VARAM", "3.1. IZM"]
    # Both turns are taken, and both bodies were written to.
    assert nudges(one) == ["sent", "sent"]
    assert len({row.sent_at for row in one.town.all(OutgoingMessage) if row.kind == "nudge"}) == 1
    await nudged(one)
    assert len(said(one.member)) == 1


async def test_its_buttons_and_replies_are_about_both(one: Cast) -> None:
    second_body(one, "3.1")
    await nudged(one)
    note = last(one.member).id
    await press(one, "Kāpēc saņēmu šo ziņu?")
    assert last(one.member).text.count("Ziņojums līdz 2021-02-01") == 2
    await press(one, "Vajadzīga palīdzība")
    assert labels(last(one.member)) == [["2.8. VARAM", "3.1. IZM"]]
    one.member.says("Izpildīts. Viss atvērts.", reply_to=note)
    await one.town.settle()
    assert labels(last(one.member))[0] == ["2.8. VARAM", "3.1. IZM"]


async def test_what_is_answered_before_it_goes_is_not_asked(one: Cast) -> None:
    second_body(one, "3.1")
    one.town.clock.set(riga("2021-01-18 07:00"))
    await nudged(one)
    assert said(one.member) == []
    one.member.says("Izpildīts. Viss atvērts.")
    await one.town.settle()
    await press(one, "2.8. VARAM")
    before = len(said(one.member))
    one.town.clock.set(riga("2021-01-18 09:00"))
    await one.town.settle()
    (reminder,) = [text for text in said(one.member)[before:] if "3.1. (IZM)" in text and "Termiņš" in text]
    assert "2.8." not in reminder


async def test_nothing_is_lost_where_it_did_not_go_out(one: Cast) -> None:
    second_body(one, "3.1")
    await one.town.decide()
    await over(one.town, failing(TryLater("the line is cut"))).step()
    assert nudges(one) == ["pending", "pending"]
    one.town.pass_time()
    await one.town.settle()
    (reminder,) = said(one.member)
    assert [word in reminder for word in ("2.8. (VARAM)", "3.1. (IZM)")] == [True, True]


async def in_doubt(one: Cast) -> int:
    """The one reminder about both may or may not have arrived; answers its number, the only one that a coordinator is
    shown."""
    second_body(one, "3.1")
    await one.town.decide()
    await over(one.town, failing(InDoubt("no answer"))).step()
    assert nudges(one) == ["unknown", "unknown"]
    await one.town.decide()
    number = next(row.id for row in one.town.all(OutgoingMessage) if row.state.value == "unknown")
    shown = one.town.store.read_now(lambda session: [row.id for row in doubts.standing(session, FORUM, number)])
    assert shown == [number]
    return number


def say(one: Cast, number: int, word: doubts.Word) -> None:
    def settle(session: Session) -> None:
        rows = doubts.alone(session, FORUM, number)
        doubts.settle(session, rows, word, by=one.coordinator, at=at("2021-01-18 10:42"))

    one.town.do(settle)


async def test_what_may_not_have_arrived_goes_again_about_both(one: Cast) -> None:
    say(one, await in_doubt(one), doubts.Word.AGAIN)
    await one.town.settle()
    (reminder,) = said(one.member)
    assert [word in reminder for word in ("2.8. (VARAM)", "3.1. (IZM)")] == [True, True]
    assert reminder.startswith("Atkārtoti: iespējams")
    assert nudges(one) == ["sent", "sent"]


@pytest.mark.parametrize(("word", "state"), [(doubts.Word.ARRIVED, "sent"), (doubts.Word.DROP, "dropped")])
async def test_what_is_said_of_a_doubt_is_said_of_both(one: Cast, word: doubts.Word, state: str) -> None:
    say(one, await in_doubt(one), word)
    assert nudges(one) == [state, state]


async def test_the_forecast_counts_one_message(one: Cast) -> None:
    second_body(one, "3.1")
    first, until = date(2021, 1, 18), date(2021, 1, 20)
    found = one.town.store.read_now(
        lambda session: forecast.foresee(
            session, FORUM, first=first, last=until, now=one.town.clock.now(), policy=POLICY
        )
    )
    member = next(row.id for row in one.town.all(Person) if row.name == "VARAM kontaktpersona")
    assert [(row.person, row.institution, row.numbers) for row in found] == [(member, "VARAM, IZM", ("2.8", "3.1"))]
