"""Milestones come with a plan's file, are told of before their day, said to be reached wherever one answers, confirmed,
settled where the platform says otherwise, and stand in the report."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import httpx
import pytest
from openpyxl import load_workbook

from sandbox.botapi import Person
from sandbox.outside import Outside
from service.importing import import_once
from service.papers import Paper, report_once
from service.stage import Stage, stage
from sync.importing.planning import Wanted
from tests.journeys.standing import COORDINATOR, IZM, STILL, goes_on, joined, labels, last, mornings, row
from tests.journeys.test_report import paragraphs, section
from tests.journeys.test_worksheet import page_in
from tests.ports import free_port

JUNE = date(2021, 6, 1)
TITLE, OPEN = "Sagatavota datu kopa", "Atvērti dati"
TABLE = f"""Nr.;Nosaukums;Termiņš (kā plānā);Termiņš
2.8.1.;{TITLE};2021. gada jūnijs;30.06.2021.
2.8.2.;{OPEN};pastāvīgi;
"""
LINK = "https://dati.example/kopa"
LIMITED = "Izpildīts ierobežotā apjomā"
TYPED = {"choice": "limited", "done": "Puse ir atvērta.", "obstacles": "Trūkst līdzekļu."}


@pytest.fixture
async def on(outside: Outside, database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """Two milestones of the measure 2.8 were imported, of which one has a day."""
    port = str(free_port())
    given = {"FORUMBOT_WEB__PORT": port, "FORUMBOT_WEB__PUBLIC_URL": f"http://127.0.0.1:{port}"}
    file = tmp_path / "Starprezultāti.csv"
    file.write_text(TABLE, encoding="utf-8")
    async with stage(outside, database_url, seconds=STILL, more=given) as standing:
        told = await asyncio.to_thread(import_once, standing.settings, [file], Wanted("LV-4"), dry_run=False)
        assert (told["wrong"], told["rows"]) == ([], [{"list": "milestone", "new": 2, "there already": 0}])
        await standing.settle()
        yield standing


async def test_a_milestone_is_told_of_and_said_to_be_reached(on: Stage, tmp_path: Path) -> None:
    izm, coordinator = await joined(on, IZM, COORDINATOR)
    await on_the_page(on, izm, page_in(last(izm)))
    mornings(on, JUNE)
    await on.settle()
    await by_a_press(on, izm)
    await asked_about(on, izm)
    await where_both_said_something(on, izm, coordinator)
    of_the_report(on, tmp_path)


async def on_the_page(on: Stage, izm: Person, page: str) -> None:
    """Milestones have their fields in the answer's form: whichever button is pressed, nothing typed is lost."""
    async with httpx.AsyncClient(follow_redirects=True) as browser:
        shown = (await browser.get(page)).text
        at = f"{page}p/{shown.partition('/p/')[2].partition('/')[0]}/"
        one, other = re.findall(r'<select id="(step-\d+)"', (await browser.get(at)).text)
        alone = (await browser.post(f"{at}starprezultats", data={**TYPED, one: "not_started", other: ""})).text
        assert "Starprezultāti ir saglabāti" in alone
        assert (TYPED["done"] in alone, TYPED["obstacles"] in alone) == (True, True)
        await on.settle()
        assert "Saņemts un ierakstīts platformā" in last(izm).text
        assert f"2.8.1. {TITLE} – starprezultāts: Nav sākts." in last(izm).text
        wrong = (await browser.post(f"{at}atbilde", data={**TYPED, "done": "", one: "limited"})).text
        assert '<option value="limited" selected>' in wrong
        said = len(izm.messages)
        linked = {one.replace("step-", "steplink-"): LINK}
        await browser.post(f"{at}atbilde", data={**TYPED, **linked, one: "limited", other: "not_started"})
    await on.settle()
    assert len(izm.messages) == said + 1
    told = f"2.8.1. {TITLE} – starprezultāts: {LIMITED}; pierādījums: {LINK}"
    assert (TYPED["done"] in last(izm).text, told in last(izm).text) == (True, True)
    assert state(on) == (LIMITED, None)
    assert row(on, "Starprezultati", "Number", "2.8.1")["Evidence"]["Url"] == LINK


async def by_a_press(on: Stage, izm: Person) -> None:
    """Reached, taken back, and reached again while the platform is away: confirmed when it stands there."""
    told = last(izm)
    assert [line for line in told.text.split("\n") if line.startswith("– ")] == [
        f"– 2.8.1. {TITLE}: trešdiena, 2021. gada 30. jūnijs (plānā: «2021. gada jūnijs»)"
    ]
    assert labels(told) == [["2.8.1. izpildīts"], ["Kāpēc saņēmu šo ziņu?"]]
    izm.presses(told.id, "2.8.1. izpildīts")
    await on.settle()
    assert last(izm).text == (
        f"Saņemts un ierakstīts platformā 1. jūnijā plkst. 9.00.\n\n2.8.1. {TITLE} – starprezultāts: Izpildīts."
    )
    assert state(on) == ("Izpildīts", "2021-05-31T21:00:00Z")
    izm.presses(last(izm).id, "Atcelt")
    await on.settle()
    assert last(izm).text.startswith("Atcelts. Platformā atkal ir iepriekšējais ieraksts.")
    assert state(on) == (LIMITED, None)

    on.outside.site.down = True
    izm.presses(told.id, "2.8.1. izpildīts")
    await on.settle()
    assert "Platforma pašlaik nav pieejama; ierakstīsim" in last(izm).text
    await goes_on(on)
    assert last(izm).text == f"Tagad ir ierakstīts arī platformā:\n\n2.8.1. {TITLE} – starprezultāts: Izpildīts."
    assert state(on)[0] == "Izpildīts"


async def asked_about(on: Stage, izm: Person) -> None:
    """The worksheet in chat names them, and says by a press that the other is reached."""
    izm.says("/pasakums 2.8")
    await on.settle()
    assert [line for line in last(izm).text.split("\n") if line.startswith("– ")] == [
        f"– 2.8.1. {TITLE} (2021. gada jūnijs): Izpildīts, otrdiena, 2021. gada 1. jūnijs",
        f"– 2.8.2. {OPEN} (pastāvīgi): Nav sākts",
    ]
    assert labels(last(izm)) == [["Dokuments"], ["2.8.2. izpildīts"]]


async def where_both_said_something(on: Stage, izm: Person, coordinator: Person) -> None:
    """What somebody wrote on the platform meanwhile stays there until somebody chooses."""
    on.outside.site.down = True
    izm.presses(last(izm).id, "2.8.2. izpildīts")
    await on.settle()
    rows = on.outside.site.list("Starprezultati")
    rows.edit(rows.find("Number", "2.8.2"), {"Completion": LIMITED})
    await goes_on(on)

    assert row(on, "Starprezultati", "Number", "2.8.2")["Completion"] == LIMITED
    assert last(coordinator).text.startswith("Platformā kāds mainīja to pašu")
    card = last(izm)
    assert card.text.startswith("2.8.2. Atbilde un platforma atšķiras.")
    assert labels(card) == [["Ierakstīt manu", "Atstāt platformas"], ["Salīdzināt"]]
    izm.presses(card.id, "Ierakstīt manu")
    await on.settle()
    assert row(on, "Starprezultati", "Number", "2.8.2")["Completion"] == "Izpildīts"


def of_the_report(on: Stage, tmp_path: Path) -> None:
    """Beneath its measure in words, and a sheet of its own in the workbook."""
    lines = section(paragraphs(written(on, tmp_path / "lv.docx").read_bytes()), "2.8.")
    there = lines.index("Starprezultāti:")
    assert lines[there + 1 : there + 3] == [
        f"2.8.1. {TITLE} (termiņš: 2021. gada jūnijs): Izpildīts (otrdiena, 2021. gada 1. jūnijs). {LINK}",
        f"2.8.2. {OPEN} (termiņš: pastāvīgi): Izpildīts (otrdiena, 2021. gada 1. jūnijs).",
    ]
    sheet = load_workbook(written(on, tmp_path / "lv.xlsx"))["Starprezultāti"]
    assert [line[:6] for line in sheet.iter_rows(min_row=2, values_only=True)] == [
        ("2.8.1", TITLE, "2.8", "IZM", "2021. gada jūnijs", "Izpildīts"),
        ("2.8.2", OPEN, "2.8", "IZM", "pastāvīgi", "Izpildīts"),
    ]


def written(on: Stage, out: Path) -> Path:
    report_once(on.settings, Paper("report-2020", out, out.stem), clock=on.outside.clock.now)
    return out


def state(on: Stage) -> tuple[object, object]:
    found = row(on, "Starprezultati", "Number", "2.8.1")
    return found["Completion"], found.get("DoneOn")
