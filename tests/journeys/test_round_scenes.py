"""Scenes of a round as its people live through them: what is unchanged is said by presses alone, one letter holds the
answers of four bodies, a letter to a silent body is called off by its answer."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import date
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from docx import Document

from sandbox.botapi import Message, Person
from sandbox.outside import Outside
from service.papers import Paper, report_once
from service.stage import Stage, stage
from tests.databases import Files
from tests.journeys.standing import COORDINATOR, STILL, joined, labels, last, mornings
from tests.journeys.test_report import paragraphs, section
from tests.ports import free_port

FOURTEEN = ("IUB", "CFLA", "VID", "KNAB", "TA", "NVD", "IZM", "VK", "VAS", "VARAM", "AiM", "VM", "ĀM", "Valsts kase")
SAME, SUBMIT, WHY = "Bez izmaiņām", "Tā arī iesniegt", "Finansējums vēl nav piešķirts."
FM, NVD = "FM kontaktpersona", "NVD kontaktpersona"
# Four measures at most, of each its number, the word and the yes; and the reason once.
MOST_PRESSES = 13
SAID = {"IUB": "Rīka apraksts ir gatavs.", "CFLA": "Pakts ir noslēgts.", "VID": "Dati ir atvērti."}


@pytest.fixture
async def on(outside: Outside, sqlite_databases: Files) -> AsyncIterator[Stage]:
    """What October left on record stands in each measure's row; 2.8 had not been started."""
    measures = outside.site.list("Pasakumi")
    for number in [str(row["Number"]) for row in measures.rows()]:
        known = {"Completion": "Izpildīts ierobežotā apjomā", "Done": f"Oktobrī par {number}."}
        if number == "2.8":
            known = {"Completion": "Nav sākts", "Done": ""}
        measures.edit(measures.find("Number", number), {**known, "CompletionOn": date(2020, 10, 12)})
    port = str(free_port())
    pages = {"FORUMBOT_WEB__PORT": port, "FORUMBOT_WEB__PUBLIC_URL": f"http://127.0.0.1:{port}"}
    async with stage(outside, sqlite_databases.empty(), seconds=STILL, more=pages) as standing:
        await standing.settle()
        yield standing


def offers(person: Person, label: str) -> Message | None:
    """The message that stands last, where it offers this."""
    return next((last(person) for row in labels(last(person)) if label in row), None)


def goes_on(person: Person, shown: list[str], nudge: Message, numbers: list[str]) -> None:
    """One more press of who has nothing new to tell; what will be printed is seen before it is handed in."""
    if offers(person, SUBMIT):
        shown.append(last(person).text)
        person.presses(last(person).id, SUBMIT)
    elif "uzrakstiet, kas to kavē" in last(person).text:
        shown.append(last(person).text)
        person.says(WHY)
    elif offers(person, SAME):
        person.presses(last(person).id, SAME)
    elif numbers:
        person.presses(nudge.id, numbers.pop(0))


async def test_all_fourteen_say_that_nothing_has_changed(on: Stage) -> None:
    coordinator, *people = await joined(on, COORDINATOR, *(f"{code} kontaktpersona" for code in FOURTEEN))
    nudges = [last(person) for person in people]
    numbers = [[one for row in labels(nudge) for one in row if re.fullmatch(r"\d\.\d+\.", one)] for nudge in nudges]
    shown = list[str]()
    rows = on.outside.site.list("Atbildes")
    for _ in range(MOST_PRESSES):
        for person, nudge, left in zip(people, nudges, numbers, strict=True):
            goes_on(person, shown, nudge, left)
        await on.settle()
        if len(rows.rows()) == 24:
            break
    assert [row["Unchanged"] for row in rows.rows()] == [True] * 24
    # Each saw what will be printed; of what was not started it was asked why.
    assert sorted(re.findall(r"«(Oktobrī par [\d.]+)»", "".join(shown))) == sorted(
        f"Oktobrī par {row['Title'].partition('. ·')[0]}." for row in rows.rows() if not row["Obstacles"]
    )
    assert [row["Obstacles"] for row in rows.rows() if row["Title"].startswith("2.8.")] == [WHY]
    coordinator.says("/gaidam")
    await on.settle()
    (desk,) = [one.url for row in last(coordinator).keyboard for one in row if one.text == "Kārtas lapa" and one.url]
    async with httpx.AsyncClient(follow_redirects=True) as browser:
        assert "Bez izmaiņām kopš 12. oktobra: 24." in (await browser.get(desk)).text


async def test_one_letter_and_no_bot_above_my_head(on: Stage, tmp_path: Path) -> None:
    coordinator, ministry, nvd, *three = await joined(
        on, COORDINATOR, FM, NVD, *(f"{code} kontaktpersona" for code in SAID)
    )
    mornings(on, date(2021, 1, 18))
    await on.settle()
    for person, (code, done) in zip(three, SAID.items(), strict=True):
        numbers = {"IUB": ("1.1", "1.2", "2.7"), "CFLA": ("1.3",), "VID": ("2.1", "2.2")}[code]
        person.says("\n".join(f"{number}. Izpildīts būtiskā apjomā. {done}" for number in numbers))
    await on.settle()
    await signed(on, ministry)
    # What is said after the letter stands outside of it: published is what was signed.
    mornings(on, date(2021, 2, 2))
    three[0].says("1.1. Izpildīts. Tomēr viss ir pabeigts.")
    await on.settle()
    report_once(on.settings, Paper("report-2020", tmp_path / "z.docx"), clock=on.outside.clock.now)
    told = section(paragraphs((tmp_path / "z.docx").read_bytes()), "1.1.")
    assert [f"Paveikts: {SAID['IUB']}" in told, any("Tomēr" in line for line in told)] == [True, False]
    assert "Pēc vēstules saņemta 2. redakcija; šeit tā nav iekļauta." in " ".join(told)
    await called_off(on, coordinator, nvd)


async def signed(on: Stage, ministry: Person) -> None:
    """FM's letter holds what three bodies answered, and names the fourth; its date and number close it."""
    mornings(on, date(2021, 1, 29))
    await presses(on, ministry, "/vestule", "Sagatavot vēstuli")
    made = last(ministry).document
    assert made is not None
    lines = [line.text for line in Document(BytesIO(made.content)).paragraphs]
    counted = {done: lines.count(f"Paveikts: {done}") for done in SAID.values()}
    assert counted == {SAID["IUB"]: 3, SAID["CFLA"]: 1, SAID["VID"]: 2}
    assert [line for line in lines if line.endswith("– Valsts kase")] == [
        "2.4. Valsts budžeta izdevumu datu atvēršana – Valsts kase"
    ]
    await presses(on, ministry, "", "Ierakstīt numuru un datumu")
    ministry.says("Nr. 5-1/29, 29.01.2021.")
    await on.settle()
    assert "2021. gada 29. janvāris, Nr. 5-1/29. Atbildes tajā: 6" in last(ministry).text
    assert last(ministry).text.endswith("Vēl nav saņemts: 2.4.")


async def called_off(on: Stage, coordinator: Person, nvd: Person) -> None:
    """A letter to NVD is drafted for the coordinator; nobody in NVD is written to, and its answer calls it off."""
    mornings(on, date(2021, 2, 8))
    await on.settle()
    before = [len(nvd.messages), len(on.outside.mail.mails)]
    await presses(on, coordinator, "/gaidam NVD", "Vēstules projekts")
    assert last(coordinator).text.startswith(
        "Vēstules projekts: NVD. Gaidām atbildi: 2.6. Iestādei pašai nekas netiek sūtīts"
    )
    made = last(coordinator).document
    assert made is not None
    assert made.name.startswith("atgadinajums-NVD-")
    assert [len(nvd.messages), len(on.outside.mail.mails)] == before
    nvd.says("Izpildīts. Darba dati ir atvērti.")
    await on.settle()
    mornings(on, date(2021, 2, 9))
    await on.settle()
    assert "NVD: atbilde ir saņemta, sagatavotā vēstule vairs nav vajadzīga." in [
        one.text for one in coordinator.messages
    ]


async def presses(on: Stage, person: Person, command: str, *buttons: str) -> None:
    """A command, where there is one, and then these buttons, each of the newest message that offers it."""
    if command:
        person.says(command)
        await on.settle()
    for label in buttons:
        offered = next(one for one in reversed(person.messages) if any(label in row for row in labels(one)))
        person.presses(offered.id, label)
        await on.settle()
