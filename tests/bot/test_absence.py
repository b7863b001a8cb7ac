"""Absence: «prom līdz 26. janvārim» holds reminders until then, or sends them to whoever stands in, as foreseen."""

from __future__ import annotations

from datetime import date

import pytest

from forum import forecast
from forum.journal import JournalEntry
from forum.people import Person, Role
from tests.bot.conftest import Cast
from tests.bot.test_resting import days, mornings
from tests.bot.town import POLICY, labels, last
from tests.facts import FORUM

WAITS = "Kad atgriezīsieties, atgādināsim par to, kas vēl nebūs atbildēts."


async def says(one: Cast, text: str) -> str:
    one.member.says(text)
    await one.town.settle()
    return last(one.member).text


def foreseen(one: Cast) -> list[str]:
    found = one.town.store.read_now(
        lambda session: forecast.foresee(
            session,
            FORUM,
            first=date(2021, 1, 18),
            last=date(2021, 2, 10),
            now=one.town.clock.now(),
            policy=POLICY,
        )
    )
    return [f"{row.on:%m-%d}" for row in found if row.name == one.person.name]


@pytest.mark.parametrize(
    ("text", "told", "came"),
    [
        (
            "Esmu prom līdz 26. janvārim.",
            "Labi, līdz 26. janvārim Jums neatgādināsim.\n" + WAITS,
            ["01-27", "02-03"],
        ),
        (
            "prombūtnē līdz 21.01.",
            "Labi, līdz 21. janvārim Jums neatgādināsim.\n" + WAITS,
            ["01-22", "01-27", "02-03"],
        ),
        (
            "away until 5 February",
            "Labi, līdz 5. februārim Jums neatgādināsim.\n"
            "Termiņš ir, kamēr būsiet prom: pirmdiena, 2021. gada 1. februāris. "
            "Tāpēc pēdējo atgādinājumu pirms tā tomēr nosūtīsim.",
            ["01-27", "02-03"],
        ),
    ],
)
async def test_reminders_wait_but_not_past_the_due_day(one: Cast, text: str, told: str, came: list[str]) -> None:
    assert await says(one, text) == told
    assert foreseen(one) == came
    await mornings(one.town, "2021-01-18", "2021-02-10")
    assert days(one) == came


async def test_a_deputy_stands_in_until_one_is_back(one: Cast) -> None:
    deputy = one.town.make(lambda facts: facts.member("VARAM vietnieks", one.body, role=Role.DEPUTY))
    account = one.town.of(deputy)
    text = await says(one, "prom līdz 26. janvārim")
    assert text == "Labi, līdz 26. janvārim Jums neatgādināsim.\nAtgādinājumus šajā laikā saņems: VARAM vietnieks."
    await mornings(one.town, "2021-01-18", "2021-01-19")
    assert (days(one), last(account).text[:10]) == ([], "Informācij")
    assert labels(last(one.member)) == [["Esmu atpakaļ"]]
    one.member.presses(last(one.member).id, "Esmu atpakaļ")
    await one.town.settle()
    assert "Labi, atkal rakstīsim Jums." in [message.text for message in one.member.messages]
    await mornings(one.town, "2021-01-20", "2021-01-20")
    assert days(one) == ["01-20"]
    lines = [row for row in one.town.all(JournalEntry) if row.noun_id == one.person.id]
    assert [(row.action, row.after) for row in lines if row.action in ("person.away", "person.back")] == [
        ("person.away", {"away_until": "2021-01-26"}),
        ("person.back", {"away_until": None}),
    ]


async def test_what_cannot_be_a_last_day_is_asked_for_again_and_an_answer_is_one(one: Cast) -> None:
    assert "Tādas dienas kalendārā nav." in await says(one, "prom līdz 31. februārim")
    assert (await says(one, "prom līdz 5. novembrim")).startswith("Prombūtni pierakstām ne ilgāk kā 120 dienas")
    assert [row.away_until for row in one.town.all(Person) if row.id == one.person.id] == [None]
    await says(one, "Izpildīts. Eksperts bija prom līdz 5. janvārim, tad darbs pabeigts.")
    assert one.town.versions() == [("complete", "Eksperts bija prom līdz 5. janvārim, tad darbs pabeigts.")]
