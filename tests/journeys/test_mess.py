"""The mess of a site that people keep by hand: it is read all the same, and those who run the forum read what to do, in
one list a week. A list that was read and stops is an alarm of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.people import Person as RosterPerson
from forum.plan import MEASURE, Measure
from forum.rounds import Obligation
from sandbox.botapi import Person
from sandbox.clock import Clock
from sandbox.mess import messy, named, type_over
from sandbox.outside import Outside
from sandbox.site import Site
from service.cast import join
from service.stage import Stage, stage
from tests.journeys.standing import STILL

RIGA = ZoneInfo("Europe/Riga")
COORDINATOR, LEAVER = "VK koordinators", "IZM kontaktpersona"

STOPPED = (
    "Saraksts «Pasākumi» pašlaik netiek lasīts.\n"
    "Saraksts «Pasākumi» netiek lasīts: tajā nav kolonnas «Izpilde». Lūdzu, pievienojiet šādu kolonnu, dodiet tai "
    "agrāko nosaukumu vai norādiet īsto kolonnu iestatījumā sharepoint.lists.measures.columns.completion.\n"
    "Pārējie saraksti tiek lasīti kā parasti; kad šis būs sakārtots, ziņosim."
)
HEAD = """Platformas sarakstos kaut kas jāsakārto
Skaitļi atver rindas. Kas būs sakārtots, no šī saraksta pazudīs pats.

"""
ZONE = """\
– Platformas laika josla ir America/Los_Angeles, bet foruma – Europe/Riga: platformā datumi un laiki var izskatīties \
nobīdīti. Forums tos nolasa pareizi. Lūdzu, platformas reģionālajos iestatījumos izvēlieties foruma joslu.

"""
TO_PUT_RIGHT = (
    HEAD
    + ZONE
    + """\
Apņemšanās
– Saraksts «Apņemšanās» netiek lasīts: kolonnas «Nr.» tips ir «Skaitlis», bet vajadzīgs «Viena teksta rinda», lai 2.10 \
nekļūtu par 2.1. Lūdzu, izveidojiet šāda tipa kolonnu un norādiet to iestatījumā \
sharepoint.lists.commitments.columns.number.

Institūcijas
– Rindas ar ID 3, 25: šķiet, ka tā ir viena un tā pati iestāde (VARAM). Lūdzu, atstājiet vienu rindu un norādiet to \
visur, kur līdz šim otru.
– Rindas ar ID 8, 24: šķiet, ka tā ir viena un tā pati iestāde (ĀM, AM). Lūdzu, atstājiet vienu rindu un norādiet to \
visur, kur līdz šim otru.

Atbildīgās personas
– Rinda ar ID 25: šķiet, ka tas ir izmēģinājums. Lūdzu, dzēsiet, ja tā nav īsta rinda; līdz tam forums to ņem vērā.
– Rinda ar ID 7, kolonna «Vārds, uzvārds»: šķiet, ka tur ir vairāku cilvēku vārdi. Lūdzu, katram izveidojiet savu rindu.
– Rinda ar ID 13, kolonna «E-pasts»: tur ir vairākas e-pasta adreses. Lūdzu, atstājiet vienu, bet pārējiem cilvēkiem \
izveidojiet savu rindu.
– Rindas ar ID 6, 12, kolonna «E-pasts»: šiem cilvēkiem ir viena kopīga e-pasta adrese. Lūdzu, ierakstiet katram savu; \
līdz tam pēc adreses nevar zināt, kurš platformā ko mainījis.

Pasākumi
– Platformā ir arī saraksts «Pasākumi_2021_jaunais»; forums lasa tikai sarakstu «Pasākumi». Lūdzu, pārnesiet uz to \
vajadzīgo un otru sarakstu dzēsiet vai nosauciet citādi.
– Rindas ar ID 1, 2, kolonna «Izpilde»: ierakstītais nav neviena no zināmajām izvēlēm. Lūdzu, izvēlieties vienu no \
šīm: Nav informācijas, Nav sākts, Izpildīts ierobežotā apjomā, Izpildīts būtiskā apjomā, Izpildīts, Svītrots no plāna.
– Rinda ar ID 3, kolonna «Līdzatbildīgās»: norādītās rindas nav. Lūdzu, izvēlieties citu rindu vai atjaunojiet dzēsto \
no atkritnes.
– Rinda ar ID 5, kolonna «Termiņš»: šeit jābūt datumam. Lūdzu, ierakstiet datumu vai atstājiet tukšu.
– Rinda ar ID 6, kolonna «Izpildes datums»: datums ir pirms 1990. gada. Lūdzu, ierakstiet īsto datumu.
– Rinda ar ID 27: šķiet, ka tas ir izmēģinājums. Lūdzu, dzēsiet, ja tā nav īsta rinda; līdz tam forums to ņem vērā.
– Rindas ar ID 11, 26, kolonna «Nr.»: vairākām rindām ir viens un tas pats numurs 2.8. Lūdzu, izlabojiet numuru vai \
dzēsiet lieko rindu.
– Rinda ar ID 9, kolonna «Atbildīgā»: iestāde «NVD» vairs nav spēkā. Lūdzu, norādiet tās pēcteci.

Dalība
– Sarakstu «Dalība» foruma palīgs drīkst tikai skatīt, tādēļ tajā neko nevar ierakstīt. Lūdzu, palūdziet platformas \
īpašniekam šim sarakstam rakstīšanas atļauju.

Pierādījumi
– Rinda ar ID 4: fails ir izrakstīts rediģēšanai, tādēļ citi neredz, kas tajā mainīts, un foruma palīgs tur neko \
nevar ierakstīt. Lūdzu, reģistrējiet to atpakaļ vai palūdziet to tam, kurš to tur."""
)


async def coordinator(on: Stage) -> Person:
    (member,) = (await on.cast([COORDINATOR])).values()
    await join([member], on.settle)
    await on.settle()
    return member.account


def told(person: Person) -> list[str]:
    """What the bot wrote of lists."""
    heads = ("Saraksts", "Platformas sar", "Something in the platform")
    return [one.text for one in person.messages if one.from_bot and one.text.startswith(heads)]


@pytest.fixture
async def mess(tmp_path: Path, database_url: str) -> AsyncIterator[Stage]:
    """The service beside a site after a year in many hands."""
    clock = Clock(datetime(2021, 1, 4, 9, 0, tzinfo=RIGA))
    with Outside(clock, tmp_path / "outside", make_site=messy) as outside:
        async with stage(outside, database_url, seconds=STILL) as on:
            await on.settle()
            yield on


async def next_week(on: Stage, day: int) -> None:
    on.outside.clock.set(datetime(2021, 1, day, 9, 0, tzinfo=RIGA))
    await on.settle()


def put_some_right(site: Site) -> None:
    """Somebody goes through the list and does what a part of it says."""
    site.timezone = "Europe/Riga"
    site.list("Daliba").access = "write"
    site.library("Pieradijumi").check_in(4)
    for item in (26, 27):
        site.list("Pasakumi").delete(item)
    people = site.list("Personas")
    people.edit(7, {"Title": "VM kontaktpersona"})
    people.delete(25)
    bodies = site.list("Institucijas")
    bodies.delete(24)


async def test_a_year_of_mess_is_one_list_and_what_is_put_right_leaves_it(mess: Stage) -> None:
    person = await coordinator(mess)
    assert told(person) == [TO_PUT_RIGHT]
    rows = mess.outside.site.list("Pasakumi")
    rows.edit(20, {"Title": "Cits nosaukums"})
    # Whoever is typed over a row of somebody in the chat is asked about on a card, and is no line of the list.
    await join(list((await mess.cast([LEAVER], first=2_000_800)).values()), mess.settle)
    type_over(mess.outside.site, LEAVER, "IZM jaunā kontaktpersona")
    await next_week(mess, 11)
    assert told(person) == [TO_PUT_RIGHT]
    cards = [one.text for one in person.messages if f"Iepriekš: {LEAVER}\nTagad: IZM jaunā" in one.text]
    assert len(cards) == 1

    put_some_right(mess.outside.site)
    # What the site says of itself is looked at anew after a while, and at the start.
    await mess.stop()
    await mess.start()
    await mess.settle()
    await next_week(mess, 18)
    first, second = told(person)
    gone = [line for line in first.splitlines() if line not in second.splitlines()]
    starts: tuple[str, ...] = ("– Platformas laika", "– Rindas ar ID 8", "– Rinda ar ID 25", "– Rinda ar ID 7,")
    starts += ("– Rinda ar ID 27", "– Rindas ar ID 11", "Dalība", "– Sarakstu «Dalība»")
    starts += ("Pierādījumi", "– Rinda ar ID 4:")
    assert [line for line in gone if not line.startswith(starts)] == []
    assert (len(gone), set(second.splitlines()) - set(first.splitlines())) == (len(starts), set())


async def test_a_reader_of_english_reads_the_same_list(mess: Stage) -> None:
    people = mess.outside.site.list("Personas")
    people.edit(people.find("Title", COORDINATOR), {named(people, "Valoda"): "en"})
    await mess.settle()
    (text,) = told(await coordinator(mess))
    assert len(text.splitlines()) == len(TO_PUT_RIGHT.splitlines())
    assert "– Rows with ID 1, 2, column “Izpilde”: the entry is none of the known choices. Please choose" in text


async def test_the_rest_of_a_messy_site_is_read_right(mess: Stage) -> None:
    """The day, the note, the number, the rows beside a folder: as they were meant."""

    def query(session: Session) -> list[Measure]:
        return list(
            session.scalars(
                select(Measure).where(Measure.gone_at.is_(None), Measure.noun == MEASURE).order_by(Measure.id)
            )
        )

    read = await mess.store.read(query)
    numbers = [one.number for one in read]
    assert (numbers[9:12], numbers[-2:], len(numbers)) == (["2.7", "2.8", "2.9"], ["2.8", "9.9"], 27)
    assert {one.due_on for one in read[:4]} == {date(2021, 12, 31)}
    assert (read[3].done, read[4].due_on) == ("Datu kopa publicēta.\nNākamā – martā.", None)
    assert [one.completion_on for one in read[4:7]] == [None, None, date(2020, 10, 12)]
    assert "FM jaunā kontaktpersona" in await mess.store.read(names)
    assert "FM kontaktpersona" not in await mess.store.read(names)


def names(session: Session) -> list[str]:
    return list(session.scalars(select(RosterPerson.name)))


async def test_one_status_dragged_down_twelve_rows_waits_for_a_yes(mess: Stage) -> None:
    person = await coordinator(mess)
    site = mess.outside.site
    hand = site.add_person("VARAM kontaktpersona", "kontaktpersona@varam.example").id
    rows = site.list("Pasakumi")
    for item in range(7, 19):
        rows.edit(item, {named(rows, "Izpilde"): "Izpildīts"}, editor=hand)
    await mess.settle()
    assert await mess.store.read(answered) == 0
    card = person.messages[-1]
    assert [button.text for row in card.keyboard for button in row] == ["Jā, atbildes", "Nē, tikai sakārtots"]
    person.presses(card.id, "Jā, atbildes")
    await mess.settle()
    # Of the twelve rows the body answers for three.
    assert await mess.store.read(answered) == 3


def answered(session: Session) -> int:
    return len(session.scalars(select(Obligation).where(Obligation.discharged_at.is_not(None))).all())


async def test_a_list_that_was_read_and_stops_is_told_at_once_and_so_is_its_end(
    outside: Outside, database_url: str
) -> None:
    measures, rounds = outside.site.list("Pasakumi"), outside.site.list("AtskaisuTermini")
    async with stage(outside, database_url, seconds=STILL) as on:
        await on.settle()
        person = await coordinator(on)
        assert told(person) == []
        await on.stop()
        measures.rename_column("Completion", "Stāvoklis")
        await on.start()
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
        assert told(person) == [STOPPED, "Saraksts «Pasākumi» atkal tiek lasīts. Nekas vairs nav jādara."]
