"""A recommendation is followed up like a measure: asked about, answered, written to its own list, and in the report."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook

from forum import gaps
from sandbox.botapi import Person
from sandbox.outside import Outside
from service.cast import join
from service.papers import Paper, report_once
from service.stage import Stage, stage
from tests.journeys.standing import COORDINATOR, STILL, last, row
from tests.journeys.test_report import paragraphs
from tests.journeys.test_worksheet import page_in
from tests.ports import free_port

VK, VARAM = "VK kontaktpersona", "VARAM kontaktpersona"
FIRST = "Aktīvāk popularizēt procesu; publicēt atlases kritērijus un sanāksmju kopsavilkumus"
SECOND = "Nodrošināt politisko atbalstu un iesaistīt augsta līmeņa amatpersonas"
DONE, WHY = "Kritēriji un kopsavilkumi ir publicēti.", "Tas jau ir izdarīts."

IN_THE_REPORT = [
    f"R1 {FIRST}",
    "Avots: IRM ieteikums",
    "Lēmums: vēl nav pieņemts",
    "Atbildīgā iestāde: Valsts kanceleja (VK)",
    "Stāvoklis: Izpildīts būtiskā apjomā",
    "Valsts kanceleja (VK) (atbildīgā iestāde)",
    f"Paveikts: {DONE}",
    "Avots: VK, 2021. gada 4. janvārī plkst. 9.00, 1. redakcija",
    f"R2 {SECOND}",
    "Avots: IRM ieteikums",
    f"Lēmums: Nav ņemts vērā. Foruma atbilde: {WHY}",
    "Atbildīgā iestāde: Valsts kanceleja (VK)",
    "Stāvoklis: Nav ieraksta",
]


@pytest.fixture
async def on(outside: Outside, database_url: str) -> AsyncIterator[Stage]:
    """VK follows up the reviewer's first recommendation, VARAM the third; the second was declined."""
    rows, bodies = outside.site.list("Ieteikumi"), outside.site.list("Institucijas")
    vk, varam = bodies.find("Code", "VK"), bodies.find("Code", "VARAM")
    rows.edit(rows.find("Number", "R1"), {"Owner": vk})
    rows.edit(rows.find("Number", "R2"), {"Decision": "Nav ņemts vērā", "Response": WHY, "Owner": vk})
    rows.edit(rows.find("Number", "R3"), {"Decision": "Daļēji", "Owner": varam})
    port = str(free_port())
    given = {"FORUMBOT_WEB__PORT": port, "FORUMBOT_WEB__PUBLIC_URL": f"http://127.0.0.1:{port}"}
    async with stage(outside, database_url, seconds=STILL, more=given) as standing:
        await standing.settle()
        yield standing


async def test_a_recommendation_is_followed_up_like_a_measure(on: Stage, tmp_path: Path) -> None:
    cast = await on.cast([VK, VARAM, COORDINATOR])
    await join(list(cast.values()), on.settle)
    vk, varam, coordinator = (cast[role].account for role in (VK, VARAM, COORDINATOR))
    # Of those that were not declined, the others still need an owner.
    found = await on.store.read(gaps.standing, on.settings.forum.key, day=on.outside.clock.now().date())
    unowned = [one["values"]["number"] for one in found if one["kind"] == "recommendation-no-owner"]
    assert unowned == ["R4", "R5", "R6"]
    nudged = last(vk).text
    assert (f"R1 (IRM ieteikums) {FIRST}" in nudged, SECOND in nudged) == (True, False)
    await says(on, vk, "R1", "Būtiskā apjomā", DONE)
    assert "R1 (IRM ieteikums) Stāvoklis: Izpildīts būtiskā apjomā." in last(vk).text
    kept, said = row(on, "Ieteikumi", "Number", "R1"), on.outside.site.list("Atbildes").rows()[-1]
    assert (kept["State"], kept["Done"], kept["StateOn"]) == (
        "Izpildīts būtiskā apjomā",
        DONE,
        "2021-01-03T22:00:00Z",
    )
    assert (said["Title"], said["Recommendation"], said.get("Measure")) == ("R1 · 2020 · VK", kept["ID"], None)

    await on_the_pages(on, vk, coordinator)

    # What VARAM writes into the row itself is its answer: nobody is asked any more.
    rows = on.outside.site.list("Ieteikumi")
    hand = on.outside.site.add_person(VARAM, "kontaktpersona@varam.example").id
    rows.edit(rows.find("Number", "R3"), {"State": "Izpildīts", "Done": "Hakatons noticis."}, editor=hand)
    await on.settle()
    assert "R3 (IRM ieteikums)" in last(varam).text
    coordinator.says("/gaidam")
    await on.settle()
    assert ("R1" in last(coordinator).text, "R3" in last(coordinator).text) == (False, False)

    of_the_report(on, tmp_path)


async def says(on: Stage, account: Person, number: str, completion: str, text: str) -> None:
    """One answer, by two presses and a text."""
    for button in (number, completion):
        account.presses(last(account).id, button)
        await on.settle()
    account.says(text)
    await on.settle()


async def on_the_pages(on: Stage, vk: Person, coordinator: Person) -> None:
    """Its page says where it is from and what was decided; a round's page shows it with its owner."""
    coordinator.says("/gaidam")
    await on.settle()
    (desk,) = [one.url for line in last(coordinator).keyboard for one in line if one.text == "Kārtas lapa" and one.url]
    async with httpx.AsyncClient(follow_redirects=True) as browser:
        begin = (await browser.get(page_in(last(vk)))).text
        number = begin.partition(FIRST)[2].partition("/p/")[2].partition("/")[0]
        shown = (await browser.get(f"{page_in(last(vk))}p/{number}/")).text
        stands = (await browser.get(desk)).text
    assert [words in shown for words in ("<dd>IRM ieteikums</dd>", "<dd>vēl nav pieņemts</dd>", DONE)] == [True] * 3
    assert stands.count("· IRM ieteikums") == 2


def of_the_report(on: Stage, tmp_path: Path) -> None:
    """A section of its own, in both languages; a sheet of its own in the workbook."""
    lines = paragraphs(written(on, tmp_path / "lv.docx").read_bytes())
    there = lines.index("Ieteikumu izpilde")
    assert lines[there + 1 : there + 14] == IN_THE_REPORT
    english = paragraphs(written(on, tmp_path / "en.docx").read_bytes())
    there = english.index("Follow-up of recommendations")
    assert english[there + 1 : there + 4] == [
        "R1 Promote the process; publish selection criteria and meeting summaries",
        "Source: IRM recommendation",
        "Decision: not taken yet",
    ]
    book = load_workbook(written(on, tmp_path / "lv.xlsx"))
    assert book.sheetnames == ["Pasākumi", "Ieteikumi", "Nav saņemts"]
    rows: dict[Any, Any] = {line[0]: line for line in book["Ieteikumi"].iter_rows(min_row=2, values_only=True)}
    assert rows["R3"][1:9] == (
        "Veikt aktivitātes kas mudina iedzīvotājus izmantot atvērtos datus",
        "IRM ieteikums",
        "Ņemts vērā daļēji",
        None,
        "VARAM",
        "Izpildīts",
        "VARAM",
        "Atbilde",
    )


def written(on: Stage, out: Path) -> Path:
    report_once(on.settings, Paper("report-2020", out, out.stem), clock=on.outside.clock.now)
    return out
