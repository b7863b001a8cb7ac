"""What decides whether it is adopted, by e-mail alone: answered elsewhere, a row typed over, and what is not public."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from sqlalchemy import select
from sqlalchemy.orm import Session

from config.policies import policy
from forum import records, signing
from forum.journal import JournalEntry
from forum.people import Institution, Person
from forum.records import File
from forum.rounds import Round
from forum.store.migrate import metadata
from forum.times import at as moment
from sandbox.outside import Outside
from service.searching import Searching
from service.stage import Stage, by_mail, stage
from tests.bot.email.post import text
from tests.bot.email.replies import reply
from tests.bot.email.worksheet_files import attached, in_word, returned
from tests.databases import Files
from tests.journeys.standing import STILL
from tests.waiting import PATIENCE

RIGA = ZoneInfo("Europe/Riga")
KNAB, VID, IZM, VARAM = (f"kontaktpersona@{one}.example" for one in ("knab", "vid", "izm", "varam"))
FILLED = {"Stāvoklis gada beigās": "Izpildīts būtiskā apjomā", "Paveikts": "Dati ir publicēti."}
SECRET = "Slepenais iemesls."


@pytest.fixture
async def on(outside: Outside, sqlite_databases: Files) -> AsyncIterator[Stage]:
    more = {**by_mail(outside, read=True), "FORUMBOT_TELEGRAM__TOKEN": ""}
    async with stage(outside, sqlite_databases.ready(), seconds=STILL, more=more) as standing:
        await standing.settle()
        yield standing


def box(on: Stage, address: str) -> list[EmailMessage]:
    return on.outside.mail.mails[address]


async def comes(on: Stage, *mails: EmailMessage) -> None:
    """These come in while the service is off, which is how a test need not wait for the mailbox's turn."""
    await on.stop()
    counted = {address: len(found) for address, found in on.outside.mail.mails.items()}
    for mail in mails:
        on.outside.inbox.put(mail.as_bytes())
    await on.start()
    async with asyncio.timeout(PATIENCE):
        while {address: len(found) for address, found in on.outside.mail.mails.items()} == counted:
            await asyncio.sleep(0.05)
            await on.settle()
    await on.settle()


async def passes(on: Stage, day: int, hour: int = 10) -> None:
    on.outside.clock.set(datetime(2021, 1, day, hour, tzinfo=RIGA))
    await on.settle()


async def test_answered_elsewhere_nobody_is_reminded_and_each_is_echoed_once(on: Stage) -> None:
    """VID's contact fills the row on the site, KNAB mails the Word worksheet; the journal names both."""
    first = {address: len(box(on, address)) for address in (KNAB, VID)}
    assert first == {KNAB: 1, VID: 1}
    await passes(on, 25)
    before = {address: len(box(on, address)) for address in (KNAB, VID)}
    measures, hand = on.outside.site.list("Pasakumi"), on.outside.site.add_person("VID kontaktpersona", VID).id
    for number in ("2.1", "2.2"):
        row = measures.find("Number", number)
        measures.edit(row, {"Completion": "Izpildīts", "Done": f"Dati {number} ir atvērti."}, editor=hand)
    await on.settle()
    name, sheet = attached(box(on, KNAB)[0])
    numbers = {"2.3.": FILLED, "6.1.": FILLED}
    await comes(on, returned(reply(box(on, KNAB)[0], ""), name, in_word(sheet, numbers)))
    await passes(on, 25, 16)
    after = {address: [text(mail) for mail in box(on, address)[before[address] :]] for address in (KNAB, VID)}
    assert [one.partition("\n")[0] for one in after[KNAB]] == [f"Darba lapu «{name}» izlasījām."]
    assert "Ierakstītas 2 atbildes:" in after[KNAB][0]
    assert sum("Redzējām platformā Jūsu iestādes atbildi" in one for one in after[VID]) == len(after[VID]) == 2
    counted = {address: len(box(on, address)) for address in (KNAB, VID)}
    await passes(on, 27)
    assert {address: len(box(on, address)) for address in (KNAB, VID)} == counted
    assert len(box(on, IZM)) > 1  # who has not answered is reminded

    def actors(session: Session) -> set[str]:
        rows = session.scalars(select(JournalEntry).where(JournalEntry.action == "reply.recorded"))
        return {session.get_one(Person, int(one.actor.partition(":")[2])).name for one in rows}

    assert await on.store.read(actors) == {"VID kontaktpersona", "KNAB kontaktpersona"}
    rows = on.outside.site.list("Atbildes").rows()
    assert {one["SubmittedBy"] for one in rows} == {"VID kontaktpersona", "KNAB kontaktpersona"}


async def test_the_row_typed_over_ends_the_old_mails_and_begins_the_new_ones(on: Stage) -> None:
    old, roster = box(on, VARAM)[0], on.outside.site.list("Personas")
    numbers = str(old["Subject"]).partition(": ")[2].split(", ")
    await comes(on, reply(old, f"{numbers[0]} Izpildīts. Pirmais."))
    new = "cita@varam.example"
    roster.edit(roster.find("Title", "VARAM kontaktpersona"), {"Title": "VARAM cita kontaktpersona", "Email": new})
    await on.settle()
    assert text(box(on, VARAM)[-1]).startswith("Paldies par darbu!")
    await passes(on, 4, 11)
    (asked,) = box(on, new)
    assert str(asked["Subject"]).partition(": ")[2].split(", ") == numbers[1:]
    await comes(on, reply(old, f"{numbers[1]} Izpildīts. Vēl viens."))
    assert "šai adresei foruma sarakstā pašlaik nav neviena dalībnieka" in text(box(on, VARAM)[-1])
    await comes(on, reply(asked, f"{numbers[1]} Izpildīts. Tagad cits."))
    rows = [(one["SubmittedBy"], one["Done"]) for one in on.outside.site.list("Atbildes").rows()]
    assert rows == [("VARAM kontaktpersona", "Pirmais."), ("VARAM cita kontaktpersona", "Tagad cits.")]


async def test_what_is_not_public_leaves_everything_by_mail(on: Stage) -> None:
    await comes(on, reply(box(on, IZM)[0], f"Izpildīts būtiskā apjomā\n{SECRET}"))
    await on.settle()
    for word in ("Atsaukt", "Dzēst tekstu…", "Jā, dzēst tekstu"):
        asked = next(mail for mail in reversed(box(on, IZM)) if f"«{word}»" in text(mail))
        await comes(on, reply(asked, word))
    await on.settle()
    await on.settle()

    def holding(session: Session) -> set[str]:
        tables = metadata().sorted_tables
        return {one.name for one in tables for row in session.execute(select(one)) if SECRET in repr(tuple(row))}

    assert await on.store.read(holding) == set()
    for title in ("Atbildes", "Pasakumi"):
        rows = on.outside.site.list(title)
        assert [
            one for one in rows.items.values() if SECRET in repr([one.values, *(past.values for past in one.past)])
        ] == []
    told = [text(mail) for mail in box(on, "koordinators@vk.example") if "Atbildes teksts ir dzēsts" in text(mail)]
    assert (len(told), SECRET in "".join(told)) == (1, False)


def finished(said: str) -> bytes:
    """A finished report, as somebody made it in Word."""
    made, kept = Document(), BytesIO()
    made.add_paragraph(f"2.8. {said} Un viss pārējais.")
    made.save(kept)
    return kept.getvalue()


def left(on: Stage, word: str) -> list[str]:
    """Where a word can still be read: the bytes of the memory's files, the site's rows and their versions, its
    library."""
    folder = Path(on.settings.database.url.removeprefix("sqlite:///"))
    spelled = (word.encode(), json.dumps(word)[1:-1].encode())
    files = [one for one in folder.parent.glob(f"{folder.name}*") if any(form in one.read_bytes() for form in spelled)]
    rows = [
        title
        for title in ("Atbildes", "Pasakumi", "Pieradijumi")
        for one in on.outside.site.list(title).items.values()
        if word in repr([one.values, *(past.values for past in one.past)])
    ]
    return [*(one.name.removeprefix(folder.name) for one in files), *rows]


async def test_after_the_lock_too_it_leaves_files_rows_and_the_finished_report(on: Stage) -> None:
    """Given in words, in a wording for the public, in a worksheet, in a letter and in the report that was brought back:
    each of them holds the words before, and none after."""
    said = f"{SECRET} Tāpēc iepirkums ir pārtraukts."
    name, sheet = attached(box(on, IZM)[0])
    filled = {"2.8.": {"Stāvoklis gada beigās": "Izpildīts būtiskā apjomā", "Paveikts": said}}
    await comes(on, returned(reply(box(on, IZM)[0], ""), name, in_word(sheet, filled)))
    await comes(on, reply(box(on, IZM)[-1], f"Izpildīts būtiskā apjomā\n{said} Labots."))
    answers = on.outside.site.list("Atbildes")
    row = next(number for number in answers.order if "2.8." in str(answers.items[number].values))
    answers.edit(row, {"PublishText": f"{said} Rediģēts."})
    await on.settle()

    def act(session: Session) -> None:
        at = moment(on.outside.clock.now, policy(on.settings))
        one = session.scalars(select(Round).where(Round.key == "report-2020")).one()
        body = session.scalars(select(Institution).where(Institution.code == "IZM")).one()
        by = session.scalars(select(Person).where(Person.name == "IZM kontaktpersona")).one()
        signing.sign(session, one, body, number="1-12/345", on=at.day, by=by, at=at)
        records.take(session, one, File("gala.docx", finished(said)), by="VK koordinators", now=at.now)

    await on.store.do(act)
    await on.settle()
    assert {"", "Atbildes", "Pasakumi"} <= {*left(on, said), *left(on, SECRET)} | {""}
    on.outside.clock.set(datetime(2021, 3, 1, 10, tzinfo=RIGA))
    await on.settle()
    for word in ("Atsaukt", "Jā, dzēst tekstu"):
        asked = next(mail for mail in reversed(box(on, IZM)) if f"«{word}»" in text(mail))
        await comes(on, reply(asked, word))
    assert "Parakstītajā vēstulē Nr. 1-12/345" in text(box(on, IZM)[-1])
    assert await Searching(
        store=on.store, forum="ogp", policy=policy(on.settings), clock=on.outside.clock.now
    ).step() in (0, 1)  # unless the service itself was quicker
    await on.settle()
    told = [text(mail) for mail in box(on, "koordinators@vk.example")]
    assert sum("ziņojumā ir dzēstais teksts. Failu vairs neglabājam" in one for one in told) == 1
    async with asyncio.timeout(PATIENCE):  # whoever reads just now puts the wiping off until after the next commit
        while any(left(on, word) for word in (SECRET, "iepirkums ir pārtraukts")):
            await on.store.do(lambda session: None)
            await asyncio.sleep(0.05)
    assert answers.items[row].values["LetterNo"] == "1-12/345"
