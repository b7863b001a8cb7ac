"""Turns of the story: what happens on certain days beside the answers to nudges."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from service.acting import Acting
from service.script import COORDINATOR, ON_SITE, RIGA

Turn = Callable[[Acting], Awaitable[None]]


async def october_is_on_record(acting: Acting) -> None:
    """What was known in autumn stands in the plan's rows before the round begins."""
    for number, done in (
        ("5.4", "Pilotprojekta ideja apspriesta ar diasporas organizācijām."),
        ("3.2", "Kalendārus publicē deviņas ministrijas."),
    ):
        await acting.fills(COORDINATOR, number, Completion="Izpildīts ierobežotā apjomā", Done=done)


async def rows_are_filled_on_the_site(acting: Acting) -> None:
    """Somebody answers where they have always written."""
    for number, done in (("2.1", "Nodokļu samaksas dati publicēti."), ("2.2", "Deklarāciju dati publicēti portālā.")):
        await acting.fills(ON_SITE, number, Completion="Izpildīts", Done=done)


TURNS: dict[datetime, Turn] = {
    datetime(2020, 12, 2, 11, 0, tzinfo=RIGA): october_is_on_record,
    datetime(2021, 1, 25, 11, 0, tzinfo=RIGA): rows_are_filled_on_the_site,
}
