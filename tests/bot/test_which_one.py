"""Whoever answers for several measures, bodies, plans or rounds always knows which one is meant."""

from __future__ import annotations

from datetime import date

from forum.people import Person
from forum.plan import Completion, Measure, Plan
from forum.rounds import Kind, Round
from tests.bot.conftest import Cast, cast
from tests.bot.town import Town, labels, last, said
from tests.facts import FORUM, Facts


def texts(one: Cast) -> list[str]:
    return said(one.member)


async def nudged(one: Cast) -> None:
    await one.town.decide()
    await one.town.settle()


async def press(one: Cast, label: str) -> None:
    """Press the newest button of this label."""
    message = [each for each in one.member.messages if any(label in row for row in labels(each))][-1]
    one.member.presses(message.id, label)
    await one.town.settle()


async def says(one: Cast, text: str, **more: int) -> None:
    one.member.says(text, **more)
    await one.town.settle()


async def written(one: Cast) -> None:
    one.town.written()
    await one.town.settle()


def second_body(one: Cast, number: str = "2.8") -> None:
    """The same human stands for another body too: a second row of the roster, one chat."""

    def make(facts: Facts) -> None:
        body = facts.body("IZM")
        person = facts.person("IZM kontaktpersona", body)
        facts.joins(person, address=str(1000 + one.person.id))
        facts.measure(number, body)
        facts.round(key="second")
        facts.opened("2021-01-18")

    one.town.make(make)


async def test_alone_a_number_is_enough(one: Cast) -> None:
    await nudged(one)
    assert "\n\n2.8. Pasākums 2.8\n\n" in texts(one)[0]
    await press(one, "Atbildēt")
    assert last(one.member).text.startswith("2.8. Pasākums 2.8")


async def test_for_two_bodies_every_word_names_the_body(town: Town) -> None:
    one = cast(town, "2.8")
    second_body(one, "3.1")
    await nudged(one)
    (reminder,) = texts(one)
    assert ["2.8. (VARAM) Pasākums 2.8" in reminder, "3.1. (IZM) Pasākums 3.1" in reminder] == [True, True]
    await says(one, "Kaut kas ir izdarīts.")
    assert labels(last(one.member)) == [["2.8. VARAM", "3.1. IZM"], ["Ne uz vienu"]]
    await press(one, "3.1. IZM")
    await written(one)
    assert "3.1. (IZM) Stāvoklis nav norādīts" in last(one.member).text
    await press(one, "Norādīt stāvokli")
    assert last(one.member).text.startswith("3.1. (IZM) Pasākums 3.1")
    await press(one, "Izpildīts")
    await written(one)
    assert "3.1. (IZM) Stāvoklis: Izpildīts." in last(one.member).text
    await press(one, "Atsaukt")
    assert last(one.member).text.startswith("3.1. (IZM) Pasākums 3.1")
    await press(one, "Jā, atsaukt")
    await written(one)
    assert last(one.member).text.startswith("3.1. (IZM) Atbilde ir atsaukta")


def two_plans(one: Cast) -> None:
    """A younger plan has a 2.8 of its own, for the same body, under report at the same time."""

    def make(facts: Facts) -> None:
        facts.plan = facts._add(Plan(forum=FORUM, code="LV-5", title="Jaunais plāns"))
        facts.measure("2.8", facts.session.get_one(type(one.body), one.body.id))
        facts.round(key="of plan 5")
        facts.opened("2021-01-18")

    one.town.make(make)


async def test_who_is_awaited_is_told_plan_by_plan(town: Town) -> None:
    """What is answered in one plan is awaited in the other still."""
    one = cast(town, "2.8")
    two_plans(one)
    await nudged(one)
    await says(one, "Izpildīts. Viss atvērts.")
    await press(one, "2.8. LV-4")
    one.chief.says("/gaidam")
    await town.settle()
    old, new = (message.splitlines() for message in said(one.chief)[-2:])
    told = [[line.partition(" – ")[0] for line in lines if "2.8." in line] for lines in (old, new)]
    assert told == [[], ["VARAM: 2.8. LV-5"]]


async def test_one_number_in_two_plans_is_told_with_its_plan(town: Town) -> None:
    one = cast(town, "2.8", "2.9")
    two_plans(one)
    await nudged(one)
    assert [word in texts(one)[0] for word in ("2.8. (LV-4) ", "2.8. (LV-5) ", "2.9. Pasākums")] == [True] * 3
    assert labels(last(one.member))[0] == ["2.8. LV-4", "2.9.", "2.8. LV-5"]
    await press(one, "Vajadzīga palīdzība")
    assert labels(last(one.member)) == [["2.8. LV-4", "2.8. LV-5", "2.9."]]
    await press(one, "2.8. LV-5")
    await press(one, "Trūkst datu")
    assert "Par 2.8. (LV-5) pasākumu" in last(one.member).text
    assert "VARAM, 2.8. (LV-5) pasākums" in last(one.chief).text
    await says(one, "Izpildīts. Viss atvērts.")
    assert labels(last(one.member))[0] == ["2.8. LV-4", "2.8. LV-5", "2.9."]
    await press(one, "2.8. LV-4")
    await written(one)
    assert "2.8. (LV-4) Stāvoklis: Izpildīts." in last(one.member).text
    plans = {plan.id: plan.code for plan in town.all(Plan)}
    done = [plans[row.plan_id or 0] for row in town.all(Measure) if row.completion is Completion.COMPLETE]
    assert done == ["LV-4"]


async def test_two_rounds_at_once_about_one_measure_are_told_by_their_due_days(town: Town) -> None:
    one = cast(town, "2.8")

    def make(facts: Facts) -> None:
        facts.plan = facts.session.get_one(Plan, one.measures[0].plan_id)
        facts.round(date(2021, 1, 29), key="voluntary", kind=Kind.VOLUNTARY)
        facts.opened("2021-01-18")

    town.make(make)
    await nudged(one)
    assert labels(last(one.member))[0] == ["2.8. 29. janvāris", "2.8. 1. februāris"]
    await press(one, "2.8. 1. februāris")
    assert last(one.member).text.startswith("2.8. (1. februāris) Pasākums 2.8")


async def test_a_coordinator_who_enters_an_answer_reads_whose_it_is(one: Cast) -> None:
    one.chief.says("/gaidam VARAM")
    await one.town.settle()
    for label in ("Ierakstīt atbildi", "Izpildīts"):
        found = [each for each in one.chief.messages if any(label in row for row in labels(each))][-1]
        one.chief.presses(found.id, label)
        await one.town.settle()
    one.chief.says("Pa tālruni: viss atvērts.")
    await one.town.settle()
    await written(one)
    assert "2.8. (VARAM) Stāvoklis: Izpildīts." in last(one.chief).text
    assert "2.8. Stāvoklis: Izpildīts." in last(one.member).text
    assert [person.name for person in one.town.all(Person)][:2] == ["VK koordinators", "VARAM kontaktpersona"]


async def test_coordinators_read_which_plan_a_number_is_of(town: Town) -> None:
    one = cast(town, "2.8", "2.9")
    two_plans(one)
    first = next(row for row in town.all(Round) if row.key != "of plan 5")
    town.put(one.coordinator, "awaited", round=first.id)
    town.put(one.coordinator, "body-card", round=first.id, institution=one.body.id)
    town.put(one.coordinator, "nudge-report", round=first.id)
    town.put(one.coordinator, "digest")
    await town.settle()
    overview, card, report, digest = said(one.chief)
    assert "VARAM: 2.8. LV-4, 2.9. – " in overview
    assert "2.8. (LV-4) Pasākums 2.8\n2.9. Pasākums 2.9" in card
    assert "VARAM: 2.8. LV-4, 2.9." in report
    # What the report tells on the same day is not told again.
    assert ["LV-4" in digest, "VARAM: 2.8. LV-5" in digest] == [False, True]
