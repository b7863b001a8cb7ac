"""Reminding later, calling for help, a letter, more time, and why a message came: nobody is nagged, nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import excusing, preferences, reports
from forum.helping import HelpRequest
from forum.people import Person
from forum.plan import Plan
from forum.rounds import Kind, Obligation, Round
from forum.snoozes import Snooze
from tests.bot.conftest import Cast
from tests.bot.town import POLICY, Town, labels, last, said, toasts
from tests.facts import FORUM, RIGA, Facts, at, riga
from words.reports.telling import Telling
from words.texts import Texts


async def nudged(one: Cast) -> int:
    """The newest nudge of the member, after all that is due today was decided."""
    await one.town.decide()
    await one.town.settle()
    return nudges(one)[-1]


def nudges(one: Cast) -> list[int]:
    return [message.id for message in one.member.messages if "nformācij" in message.text.partition("\n")[0]]


async def press(one: Cast, message: int, label: str) -> None:
    one.member.presses(message, label)
    await one.town.settle()


async def mornings(town: Town, first: str, last_day: str) -> None:
    moment = riga(first)
    while moment <= riga(last_day):
        town.clock.set(moment)
        await town.decide()
        await town.settle()
        moment = riga(f"{moment + timedelta(days=1):%Y-%m-%d}")


def days(one: Cast) -> list[str]:
    """The days on which the member was nudged."""
    found = [message for message in one.member.messages if message.text.startswith("Informācij")]
    return [f"{message.at:%m-%d}" for message in found]


async def snoozed(one: Cast, label: str) -> None:
    await press(one, await nudged(one), "Atgādināt vēlāk")
    await press(one, last(one.member).id, label)


async def test_later_offers_working_days_and_says_the_day(one: Cast) -> None:
    await press(one, await nudged(one), "Atgādināt vēlāk")
    assert (last(one.member).text, labels(last(one.member))) == (
        "Kad atgādināt? Termiņš: pirmdiena, 2021. gada 1. februāris.",
        [["19. janvāris", "21. janvāris", "25. janvāris"]],
    )
    await press(one, last(one.member).id, "21. janvāris")
    assert last(one.member).text == (
        "Labi. Ja līdz tam atbildes nebūs, atgādināsim ceturtdien, 21. janvārī. Atbildēt varat arī agrāk."
    )
    assert labels(last(one.member)) == []


async def test_who_asked_for_time_hears_once_on_that_day_and_then_the_ladder_goes_on(one: Cast) -> None:
    await snoozed(one, "21. janvāris")
    await mornings(one.town, "2021-01-19", "2021-01-29")
    assert days(one) == ["01-18", "01-21", "01-27"]


async def test_a_rung_reached_meanwhile_is_said_with_it_and_not_besides(one: Cast) -> None:
    one.town.clock.set(riga("2021-01-26 10:00"))
    await snoozed(one, "29. janvāris")
    await mornings(one.town, "2021-01-27", "2021-01-31")
    assert days(one) == ["01-26", "01-29"]


async def test_a_snooze_never_passes_the_due_day(one: Cast) -> None:
    one.town.clock.set(riga("2021-01-29 10:00"))
    await press(one, await nudged(one), "Atgādināt vēlāk")
    assert labels(last(one.member)) == [["1. februāris"]]
    one.town.clock.set(riga("2021-02-01 10:00"))
    await press(one, last(one.member).id, "1. februāris")
    assert (toasts(one.member), one.town.all(Snooze)) == (["Šī poga vairs nedarbojas."], [])
    await press(one, nudges(one)[-1], "Atgādināt vēlāk")
    assert last(one.member).text.startswith("Termiņš ir pavisam tuvu")


async def test_of_several_rounds_the_nearest_due_day_counts(one: Cast) -> None:
    def sooner(facts: Facts) -> None:
        facts.plan = facts.session.get_one(Plan, one.measures[0].plan_id)
        facts.round(date(2021, 1, 21), key="sooner", kind=Kind.VOLUNTARY)

    one.town.make(sooner)
    await press(one, await nudged(one), "Atgādināt vēlāk")
    assert labels(last(one.member)) == [["19. janvāris", "21. janvāris"]]
    await press(one, last(one.member).id, "21. janvāris")
    assert {row.until_on for row in one.town.all(Snooze)} == {date(2021, 1, 21)}
    assert len(one.town.all(Snooze)) == 2


async def test_only_days_on_which_a_member_wants_messages_are_offered(one: Cast) -> None:
    def mondays(session: Session) -> None:
        preferences.change(session, FORUM, one.person.id, now=one.town.clock.now()).weekdays = [0]

    one.town.do(mondays)
    await press(one, await nudged(one), "Atgādināt vēlāk")
    assert labels(last(one.member)) == [["25. janvāris"]]


async def test_what_is_late_is_not_put_off(one: Cast) -> None:
    nudge = await nudged(one)
    one.town.clock.set(riga("2021-02-02 10:00"))
    await press(one, nudge, "Atgādināt vēlāk")
    assert last(one.member).text.startswith("Termiņš jau ir pagājis (pirmdiena, 2021. gada 1. februāris)")


async def test_who_answers_before_the_day_is_left_alone(one: Cast) -> None:
    await snoozed(one, "21. janvāris")
    one.member.says("Izpildīts. Viss atvērts.")
    await one.town.settle()
    await mornings(one.town, "2021-01-19", "2021-01-29")
    assert days(one) == ["01-18"]


async def test_help_goes_to_the_coordinators_and_nudges_rest_three_working_days(one: Cast) -> None:
    one.town.clock.set(riga("2021-01-26 10:00"))
    await press(one, await nudged(one), "Vajadzīga palīdzība")
    assert labels(last(one.member)) == [
        ["Trūkst datu", "Nav saskaņots iestādē"],
        ["Par to neatbildu es", "Cits iemesls"],
    ]
    await press(one, last(one.member).id, "Trūkst datu")
    assert last(one.member).text == (
        "Nodots koordinatoram. Par 2.8. pasākumu līdz 29. janvārim neatgādināsim. Atbildēt varat jebkurā brīdī."
    )
    assert last(one.chief).text == ("Vajadzīga palīdzība: VARAM, 2.8. pasākums (VARAM kontaktpersona)\nTrūkst datu.")
    await mornings(one.town, "2021-01-27", "2021-02-01")
    # The rung of 27 January is not lost: it is said when the rest is over.
    assert days(one) == ["01-26", "01-29"]


async def test_another_reason_is_told_in_own_words(one: Cast) -> None:
    await press(one, await nudged(one), "Vajadzīga palīdzība")
    await press(one, last(one.member).id, "Cits iemesls")
    one.member.says("Gaidām atzinumu.")
    await one.town.settle()
    assert last(one.chief).text.endswith("«Gaidām atzinumu.»")
    assert one.town.versions() == []


async def test_a_coordinator_settles_it_and_the_nudges_go_on(one: Cast) -> None:
    one.town.clock.set(riga("2021-01-26 10:00"))
    await press(one, await nudged(one), "Vajadzīga palīdzība")
    await press(one, last(one.member).id, "Nav saskaņots iestādē")
    one.chief.presses(last(one.chief).id, "Nokārtots")
    await one.town.settle()
    assert last(one.chief).text.endswith("Nokārtots.")
    await mornings(one.town, "2021-01-27", "2021-01-28")
    assert days(one) == ["01-26", "01-27"]


async def test_of_several_measures_it_is_asked_which(two: Cast) -> None:
    await press(two, await nudged(two), "Vajadzīga palīdzība")
    assert labels(last(two.member)) == [["2.8.", "2.10."]]
    await press(two, last(two.member).id, "2.10.")
    await press(two, last(two.member).id, "Trūkst datu")
    (call,) = two.town.all(HelpRequest)
    assert (call.rests_until, call.settled_at) == (date(2021, 1, 21), None)


async def test_every_nudge_says_why_it_came(one: Cast) -> None:
    await press(one, await nudged(one), "Kāpēc saņēmu šo ziņu?")
    assert last(one.member).text.split("\n\n")[0].startswith("Kāpēc saņēmāt šo ziņu?")
    assert "Ja atbildes nebūs, atgādināsim vēl: 27. janvārī un 3. februārī." in last(one.member).text
    assert "pēc kārtības, ko noteica koordinators" in last(one.member).text
    assert last(one.member).text.endswith("nosaka komanda /iestatijumi.")


async def test_a_reminder_by_hand_says_that_a_coordinator_sent_it(one: Cast) -> None:
    one.chief.says("/gaidam")
    await one.town.settle()
    one.chief.presses(last(one.chief).id, "Atgādināt visiem")
    await one.town.settle()
    await press(one, last(one.member).id, "Kāpēc saņēmu šo ziņu?")
    assert "Šo atgādinājumu nosūtīja koordinators." in last(one.member).text


async def test_more_time_says_why_it_was_told(one: Cast) -> None:
    def extend(session: Session) -> None:
        duty = session.scalars(select(Obligation)).one()
        by, now = session.get_one(Person, one.coordinator.id), at("2021-01-18 10:42")
        excusing.extend(session, [duty], until=date(2021, 2, 15), reason="Gaida.", by=by, at=now, policy=POLICY)

    one.town.do(extend)
    await one.town.settle()
    await press(one, last(one.member).id, "Kāpēc saņēmu šo ziņu?")
    assert last(one.member).text.startswith("Kāpēc saņēmāt šo ziņu? Koordinators mainīja termiņu")


async def late(one: Cast) -> int:
    one.town.clock.set(riga("2021-02-03 10:00"))
    await one.town.decide()
    await one.town.settle()
    return next(message.id for message in reversed(one.member.messages) if "vēl gaidām" in message.text)


async def test_a_late_note_takes_a_letter_for_the_answer(one: Cast) -> None:
    note = await late(one)
    found = next(message for message in one.member.messages if message.id == note)
    assert labels(found) == [
        ["Atbildēt", "Vēstule nosūtīta"],
        ["Lūgt pagarinājumu", "Par to neatbildu es"],
        ["Kāpēc saņēmu šo ziņu?"],
    ]
    await press(one, note, "Vēstule nosūtīta")
    one.member.says("Nr. 1-23/45, 2. februārī")
    await one.town.settle()
    assert last(one.member).text.startswith("Paldies! Vēstule pierakstīta: «Nr. 1-23/45, 2. februārī».")
    assert (one.town.versions(), one.town.discharged()) == ([(None, "Nr. 1-23/45, 2. februārī")], [True])


async def test_a_letter_named_after_the_lock_is_kept_as_received_after(one: Cast) -> None:
    note = await late(one)
    one.town.clock.set(riga("2021-03-01 10:00"))
    await press(one, note, "Vēstule nosūtīta")
    one.member.says("Nr. 1-23/45, 26. februārī")
    await one.town.settle()
    assert "ziņojumā būs norādīts, ka vēstule saņemta pēc tam" in last(one.member).text
    assert (one.town.versions(), one.town.discharged()) == ([(None, "Nr. 1-23/45, 26. februārī")], [True])

    def source(session: Session) -> str:
        report = reports.of(session, session.scalars(select(Round)).one(), day=date(2021, 3, 1))
        return Telling(Texts(("lv",)), "lv", RIGA).report(report).parts[0].sections[0].answers[0].source

    assert one.town.do(source).endswith("Saņemta pēc kārtas slēgšanas.")
    await press(one, note, "Vēstule nosūtīta")
    assert toasts(one.member)[-1] == "Tas jau ir izdarīts."


@pytest.mark.parametrize("label", ["Atgādināt vēlāk", "Vajadzīga palīdzība"])
async def test_after_the_answer_these_buttons_do_nothing(one: Cast, label: str) -> None:
    nudge = await nudged(one)
    one.member.says("Izpildīts. Viss atvērts.")
    await one.town.settle()
    before = len(said(one.member))
    await press(one, nudge, label)
    assert (len(said(one.member)), len(toasts(one.member))) == (before, 1)


async def test_a_members_days_put_no_reminder_past_the_due_day(one: Cast) -> None:
    """Tuesdays alone, and the due day is a Monday: the last reminder, due on a Wednesday, comes on the Tuesday before,
    not on the one after the due day."""

    def tuesdays(session: Session) -> None:
        preferences.change(session, FORUM, one.person.id, now=one.town.clock.now()).weekdays = [1]

    one.town.do(tuesdays)
    await mornings(one.town, "2021-01-18", "2021-02-12")
    assert days(one) == ["01-19", "01-26", "02-09"]
