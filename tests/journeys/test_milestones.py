"""A milestone is told of before its day, said to be done by a press or on the page, written back, and in the report."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import httpx
import pytest

from sandbox.outside import Outside
from service.papers import Paper, report_once
from service.stage import Stage, stage
from tests.journeys.standing import IZM, STILL, joined, labels, last, mornings, row
from tests.journeys.test_report import paragraphs, section
from tests.journeys.test_worksheet import page_in
from tests.ports import free_port

TITLE = "Sagatavota datu kopa"


@pytest.fixture
async def on(outside: Outside, empty_database_url: str) -> AsyncIterator[Stage]:
    """The measure 2.8 has two milestones, of which one has a day."""
    steps, measures = outside.site.list("Starprezultati"), outside.site.list("Pasakumi")
    measure, plan = measures.find("Number", "2.8"), 1
    dated = {"DueText": "2021. gada jūnijs", "DueOn": date(2021, 6, 30), "Completion": "Nav sākts"}
    steps.add({"Title": TITLE, "Plan": plan, "Number": "2.8.1", "Measure": measure, **dated})
    steps.add({"Title": "Atvērti dati", "Plan": plan, "Number": "2.8.2", "Measure": measure, "DueText": "pastāvīgi"})
    port = str(free_port())
    given = {"FORUMBOT_WEB__PORT": port, "FORUMBOT_WEB__PUBLIC_URL": f"http://127.0.0.1:{port}"}
    async with stage(outside, empty_database_url, seconds=STILL, more=given) as standing:
        await standing.settle()
        yield standing


async def test_a_milestone_is_told_of_and_said_to_be_done(on: Stage, tmp_path: Path) -> None:
    (izm,) = await joined(on, IZM)
    page = page_in(last(izm))
    async with httpx.AsyncClient(follow_redirects=True) as browser:
        shown = (await browser.get(page)).text
        at = f"{page}p/{shown.partition('/p/')[2].partition('/')[0]}/starprezultats"
        number = re.findall(r'name="step" value="(\d+)"', shown)[0]
        nothing = (await browser.post(at, data={"step": number, "step_choice": ""})).text
        said = (await browser.post(at, data={"step": number, "step_choice": "limited"})).text
    assert "Izvēlieties, kāds bija stāvoklis." in nothing
    assert "Starprezultāta stāvoklis ir saglabāts" in said
    await on.settle()
    assert state(on) == ("Izpildīts ierobežotā apjomā", None)

    mornings(on, date(2021, 6, 1))
    await on.settle()
    told = last(izm)
    assert [line for line in told.text.split("\n") if line.startswith("– ")] == [
        f"– 2.8.1. {TITLE}: trešdiena, 2021. gada 30. jūnijs (plānā: «2021. gada jūnijs»)"
    ]
    assert labels(told) == [["2.8.1. izpildīts"], ["Kāpēc saņēmu šo ziņu?"]]

    izm.presses(told.id, "2.8.1. izpildīts")
    await on.settle()
    assert last(izm).text.startswith(f"2.8.1. {TITLE}\nStarprezultāts: Izpildīts.")
    assert state(on) == ("Izpildīts", "2021-05-31T21:00:00Z")
    izm.presses(last(izm).id, "Atcelt")
    await on.settle()
    assert state(on) == ("Izpildīts ierobežotā apjomā", None)
    izm.presses(told.id, "2.8.1. izpildīts")
    await on.settle()

    out = tmp_path / "z.docx"
    report_once(on.settings, Paper("report-2020", out, "lv"), clock=on.outside.clock.now)
    lines = section(paragraphs(out.read_bytes()), "2.8.")
    there = lines.index("Starprezultāti:")
    assert lines[there + 1 : there + 3] == [
        f"– 2.8.1. {TITLE} (termiņš: 2021. gada jūnijs): Izpildīts (otrdiena, 2021. gada 1. jūnijs).",
        "– 2.8.2. Atvērti dati (termiņš: pastāvīgi): Nav ieraksta.",
    ]


def state(on: Stage) -> tuple[object, object]:
    found = row(on, "Starprezultati", "Number", "2.8.1")
    return found["Completion"], found.get("DoneOn")
