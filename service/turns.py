"""Turns of the story: what happens on certain days beside the answers to nudges."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from service.acting import Acting, follow_up
from service.script import BY_PHONE, CLASHES, COORDINATOR, ON_SITE, RIGA, WITHDRAWS

# What the meetings of the story are about.
MEETING, SEMINAR = "Iesaistīto pušu foruma sanāksme", "Seminārs par atvērtajiem datiem"

Turn = Callable[[Acting], Awaitable[None]]


async def october_is_on_record(acting: Acting) -> None:
    """What was known in autumn stands in the plan's rows before the round begins."""
    for number, done in (
        ("5.4", "Pilotprojekta ideja apspriesta ar diasporas organizācijām."),
        ("3.2", "Kalendārus publicē deviņas ministrijas."),
    ):
        await acting.fills(COORDINATOR, number, Completion="Izpildīts ierobežotā apjomā", Done=done)


async def recommendations_are_decided(acting: Acting) -> None:
    """What the forum does with what the reviewer recommends stands in its list."""
    follow_up(acting.outside)
    await acting.settle()


async def rows_are_filled_on_the_site(acting: Acting) -> None:
    """Somebody answers where they have always written."""
    told = {"State": "Izpildīts ierobežotā apjomā", "Done": "Sagatavoti piemēri, kā lietot nodokļu datus."}
    await acting.fills(ON_SITE, "R3", at="Ieteikumi", **told)
    for number, done in (("2.1", "Nodokļu samaksas dati publicēti."), ("2.2", "Deklarāciju dati publicēti portālā.")):
        await acting.fills(ON_SITE, number, Completion="Izpildīts", Done=done)


async def meetings_are_called(acting: Acting) -> None:
    """A meeting about the report, and a seminar; two contacts answer at once."""
    where = "Brīvības bulvāris 36, https://sapulce.example/1"
    for subject, when in ((MEETING, "29.01. plkst. 10.00"), (SEMINAR, "05.02. plkst. 13.00")):
        await acting.says(COORDINATOR, "/sanaksme", subject, when)
        await acting.presses(COORDINATOR, "1½ stundas")
        await acting.says(COORDINATOR, where, "Pasākumu izpilde 2020. gadā.")
        await acting.presses(COORDINATOR, "Izziņot")
        await acting.presses("IZM kontaktpersona", "Jā, tiešsaistē")
        await acting.presses("ĀM kontaktpersona", "Nepiedalīšos")


async def a_meeting_is_moved(acting: Acting) -> None:
    await acting.says(COORDINATOR, "/sanaksmes")
    await acting.presses(COORDINATOR, "1.", "Pārcelt")
    await acting.says(COORDINATOR, "02.02. plkst. 14.00")
    await acting.presses(COORDINATOR, "Izziņot")


async def a_meeting_is_cancelled(acting: Acting) -> None:
    await acting.says(COORDINATOR, "/sanaksmes")
    await acting.presses(COORDINATOR, "2.", "Atcelt sanāksmi", "Atcelt sanāksmi")


async def an_answer_is_taken_back(acting: Acting) -> None:
    await acting.presses(WITHDRAWS, "Atsaukt", "Jā, atsaukt")


async def another_answer_is_given(acting: Acting) -> None:
    await acting.says(WITHDRAWS, "Izpildīts būtiskā apjomā. Novadītas četras mācību grupas tiešsaistē.")


async def answers_come_by_telephone(acting: Acting) -> None:
    """The coordinator enters what a body's contact said, measure by measure."""
    for number, done in (
        ("2.3.", "Partiju finanšu dati publicēti atvērto datu portālā."),
        ("6.1.", "Notikuši divi semināri par interešu konfliktu."),
    ):
        await acting.says(COORDINATOR, f"/gaidam {BY_PHONE.split(maxsplit=1)[0]}")
        await acting.presses(COORDINATOR, "Ierakstīt atbildi")
        if acting.sees(COORDINATOR, number):
            await acting.presses(COORDINATOR, number)
        await acting.presses(COORDINATOR, "Izpildīts")
        await acting.says(COORDINATOR, done)


async def a_row_changes_beside_an_answer(acting: Acting) -> None:
    """The answer waits for the site, and there somebody says otherwise."""
    await acting.fills(COORDINATOR, "2.5", Completion="Izpildīts būtiskā apjomā")


async def both_are_seen_and_one_is_chosen(acting: Acting) -> None:
    await acting.presses(CLASHES, "Ierakstīt manu")


def _at(month: int, day: int, hour: int) -> datetime:
    return datetime(2020 if month == 12 else 2021, month, day, hour, 0, tzinfo=RIGA)


TURNS: dict[datetime, Turn] = {
    _at(12, 2, 11): october_is_on_record,
    _at(12, 3, 11): recommendations_are_decided,
    _at(1, 11, 14): meetings_are_called,
    _at(1, 18, 14): a_meeting_is_moved,
    _at(1, 19, 14): a_meeting_is_cancelled,
    _at(1, 22, 11): an_answer_is_taken_back,
    _at(1, 25, 9): another_answer_is_given,
    _at(1, 25, 11): rows_are_filled_on_the_site,
    _at(1, 25, 14): answers_come_by_telephone,
    _at(1, 26, 14): a_row_changes_beside_an_answer,
    _at(1, 27, 9): both_are_seen_and_one_is_chosen,
}
