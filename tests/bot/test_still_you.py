"""Still you?: in chat, what a member says to it, and what a coordinator hears."""

from __future__ import annotations

from forum.journal import JournalEntry
from forum.people import Person
from tests.bot.conftest import Cast
from tests.bot.town import labels, last, said


async def asked(one: Cast) -> None:
    one.town.put(one.person, "still-you", rounds=[1])
    await one.town.settle()


async def press(one: Cast, label: str) -> None:
    one.member.presses(last(one.member).id, label)
    await one.town.settle()


async def test_yes_is_one_press(one: Cast) -> None:
    await asked(one)
    assert last(one.member).text == (
        "Vai par tālāk minēto joprojām atbildat Jūs?\n\n"
        "Ziņojums līdz 2021-02-01. Termiņš: pirmdiena, 2021. gada 1. februāris. Jautāsim par: 2.8.\n\n"
        "Ja neatbildēsiet, sapratīsim, ka jā; pirms termiņa atgādināsim."
    )
    assert labels(last(one.member)) == [["Jā, joprojām es", "Cits cilvēks"], ["Kāpēc saņēmu šo ziņu?"]]
    await press(one, "Jā, joprojām es")
    assert (last(one.member).text, labels(last(one.member))) == ("Paldies! Pirms termiņa Jums atgādināsim.", [])


async def test_who_does_instead_goes_to_the_coordinators_and_changes_nothing(one: Cast) -> None:
    await asked(one)
    before = [(row.name, row.email) for row in one.town.all(Person)]
    await press(one, "Cits cilvēks")
    for text in ("Jaunais kolēģis", "cits@varam.example"):
        one.member.says(text)
        await one.town.settle()
        assert last(one.member).text.startswith("Neatradām vārdu kopā ar e-pasta adresi.")
    one.member.says("Jaunais kolēģis, <cits@varam.example>")
    await one.town.settle()
    assert last(one.member).text.startswith("Paldies! Nodots koordinatoram: Jaunais kolēģis, cits@varam.example.")
    told, what_to_do = said(one.chief)[-1].split("\n")
    assert told == (
        "Atbild cits cilvēks: VARAM kontaktpersona (VARAM) raksta, ka tagad atbild Jaunais kolēģis, cits@varam.example."
    )
    assert what_to_do.startswith("Ja tas ir pareizi, ierakstiet to sarakstā «Atbildīgās personas» šī cilvēka rindā;")
    assert [(row.name, row.email) for row in one.town.all(Person)] == before
    lines = [row for row in one.town.all(JournalEntry) if row.action == "successor.proposed"]
    assert [(row.noun_id, row.after) for row in lines] == [(one.person.id, {})]
