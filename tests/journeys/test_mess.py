"""The mess of a site that people keep by hand: one list stops alone, and those who run the forum read what to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from sandbox.botapi import Person
from sandbox.outside import Outside
from service.cast import join
from service.stage import Stage, stage

RIGA = ZoneInfo("Europe/Riga")
COORDINATOR = "VK koordinators"
# The ticks stand still: each test says when something is due.
STILL: Mapping[str, float] = {"pull": 3600, "decide": 3600, "sweep": 3600}
# A column that is found by what people call it.
NAMED = {"FORUMBOT_SHAREPOINT__LISTS__MEASURES__COLUMNS__COMPLETION": "Izpilde"}

STOPPED = (
    "Saraksts «Pasākumi» pašlaik netiek lasīts.\n"
    "Saraksts «Pasākumi» netiek lasīts: tajā nav kolonnas «Izpilde». Lūdzu, pievienojiet šādu kolonnu, dodiet tai "
    "agrāko nosaukumu vai norādiet īsto kolonnu iestatījumā sharepoint.lists.measures.columns.completion.\n"
    "Pārējie saraksti tiek lasīti kā parasti; kad šis būs sakārtots, ziņosim."
)
TO_PUT_RIGHT = (
    "Platformas sarakstos kaut kas jāsakārto\n\n"
    "– Saraksts «Pasākumi», rinda ar ID 1, kolonna «Termiņš»: šeit jābūt datumam. Lūdzu, ierakstiet datumu vai "
    "atstājiet tukšu. Atvērt rindu\n\n"
    "– Saraksts «Pasākumi», rinda ar ID 2, kolonna «Izpilde»: ierakstītais nav neviena no zināmajām izvēlēm. Lūdzu, "
    "izvēlieties vienu no šīm: Nav informācijas, Nav sākts, Izpildīts ierobežotā apjomā, Izpildīts būtiskā apjomā, "
    "Izpildīts, Svītrots no plāna. Atvērt rindu\n\n"
    "– Saraksts «Pasākumi», rinda ar ID 3, kolonna «Līdzatbildīgās»: norādītās rindas nav. Lūdzu, izvēlieties citu "
    "rindu vai atjaunojiet dzēsto no atkritnes. Atvērt rindu"
)


async def coordinator(on: Stage) -> Person:
    (member,) = (await on.cast([COORDINATOR])).values()
    await join([member], on.settle)
    return member.account


def told(person: Person) -> list[str]:
    """What the bot wrote of lists."""
    return [one.text for one in person.messages if one.from_bot and one.text.startswith(("Saraksts", "Platformas sar"))]


async def test_a_renamed_column_stops_one_list_and_what_is_wrong_in_rows_is_told_once(
    outside: Outside, empty_database_url: str
) -> None:
    measures, rounds = outside.site.list("Pasakumi"), outside.site.list("AtskaisuTermini")
    measures.rename_column("Completion", "Stāvoklis")
    async with stage(outside, empty_database_url, seconds=STILL, more=NAMED) as on:
        await on.settle()
        person = await coordinator(on)
        await on.settle()
        assert told(person) == [STOPPED]

        rounds.edit(1, {"Title": "Pārdēvēts ziņojums"})
        await on.settle()
        assert told(person) == [STOPPED]
        person.says("/gaidam")
        await on.settle()
        assert "Pārdēvēts ziņojums" in person.messages[-1].text

        measures.rename_column("Completion", "Izpilde")
        await on.settle()
        again = "Saraksts «Pasākumi» atkal tiek lasīts. Nekas vairs nav jādara."
        assert told(person) == [STOPPED, again]

        spoil(outside)
        await on.settle()
        assert told(person) == [STOPPED, again, TO_PUT_RIGHT]
        await on.settle()
        outside.clock.set(datetime(2021, 1, 5, 9, 0, tzinfo=RIGA))
        await on.settle()
        assert told(person) == [STOPPED, again, TO_PUT_RIGHT]


def spoil(outside: Outside) -> None:
    """A date that is none, a word that is no choice, a body that was deleted."""
    measures, bodies = outside.site.list("Pasakumi"), outside.site.list("Institucijas")
    measures.edit(1, {"DueOn": "II pusgads"})
    measures.edit(2, {"Completion": "procesā"})
    extra = bodies.add({"Title": "Pārejoša iestāde", "Code": "PI"})
    measures.edit(3, {"CoLead": [extra]})
    bodies.delete(extra)
