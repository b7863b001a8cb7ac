"""Two plans and a new coordinator: late answers of one plan and the worksheets of the next fall in the same weeks, both
have a 2.3, and whoever ran the forum before is gone. The new one has no Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date, datetime

import httpx
import pytest

from sandbox.outside import Outside
from sandbox.site import Site
from service.stage import Stage, by_mail, stage
from tests.bot.email.post import text
from tests.bot.email.replies import reply
from tests.journeys.standing import RIGA, STILL, joined, last, mornings
from tests.journeys.test_scenes_by_mail import box, comes
from tests.ports import free_port
from tests.waiting import PATIENCE

OLD, NEW, KNAB = "VK koordinators", "VK jaunais koordinators", "KNAB kontaktpersona"
NEW_BOX, KNAB_BOX = "jaunais@vk.example", "kontaktpersona@knab.example"
CARE = {
    "FORUMBOT_CARE__CERTIFICATE": "VK IT nodaļa",
    "FORUMBOT_CARE__MAILBOX": "VK lietvedība",
    "FORUMBOT_CARE__BOT": "VK komunikācijas nodaļa",
}
CARED = [f"{what}: {who}" for what, who in zip(("Sertifikāts", "Pastkaste", "Bots"), CARE.values(), strict=True)]
DONE = "Partiju finanšu dati ir atvērti."


@pytest.fixture
async def on(outside: Outside, empty_database_url: str) -> AsyncIterator[Stage]:
    """The last weeks of the fourth plan's last report."""
    outside.clock.set(datetime(2022, 1, 20, 9, 0, tzinfo=RIGA))
    port = str(free_port())
    pages = {"FORUMBOT_WEB__PORT": port, "FORUMBOT_WEB__PUBLIC_URL": f"http://127.0.0.1:{port}"}
    more = {**by_mail(outside, read=True), **pages, **CARE}
    async with stage(outside, empty_database_url, seconds=STILL, more=more) as standing:
        await standing.settle()
        yield standing


def adopted(site: Site) -> None:
    """The fifth plan, with a measure 2.3 of its own, and its worksheets to be filled in."""
    bodies, persons = site.list("Institucijas"), site.list("Personas")
    title, ends = "Piektais nacionālais atvērtās pārvaldības rīcības plāns", date(2025, 12, 31)
    plan = site.list("Plani").add(
        {
            "Title": title,
            "Code": "LV-5",
            "StartsOn": date(2022, 1, 1),
            "EndsOn": ends,
            "OgpPeriod": "2021-2025",
            "State": "Spēkā",
        }
    )
    led = {"Plan": plan, "Lead": bodies.find("Code", "KNAB")}
    commitment = site.list("Apnemsanas").add({"Title": "Interešu konflikti", "Number": "2", **led})
    told = {"CoLead": [], "Contact": [persons.find("Title", KNAB)], "DueText": "2023. gads"}
    about = {"Title": "Interešu konfliktu dati", "Number": "2.3", "Completion": "Nav informācijas"}
    site.list("Pasakumi").add({**led, **told, **about, "Commitment": commitment})
    due = {"Kind": "Darba lapas", "DueOn": date(2022, 3, 1), "Audience": ["Atbildīgās"]}
    site.list("AtskaisuTermini").add({"Title": "Plāna darba lapas", "Plan": plan, "RoundKey": "worksheets-2022", **due})


def handed_over(site: Site) -> None:
    """The former coordinator's row ends, and another begins."""
    roster = site.list("Personas")
    roster.edit(roster.find("Title", OLD), {"UntilOn": date(2022, 2, 9)})
    post = {"Institution": site.list("Institucijas").find("Code", "VK"), "ForumRole": "Koordinators", "Lang": "lv"}
    roster.add({"Title": NEW, "Email": NEW_BOX, "FromOn": date(2022, 2, 10), **post})


async def test_two_plans_live_at_once_and_a_new_coordinator_signs_in(on: Stage) -> None:
    (old,) = await joined(on, OLD)
    before, asked = await on.worksheet(KNAB), box(on, KNAB_BOX)[-1]
    async with httpx.AsyncClient(follow_redirects=True, timeout=30) as browser:
        duty = (await browser.get(before)).text.partition("/p/")[2].partition("/")[0]
        mornings(on, date(2022, 2, 9))
        await on.settle()
        adopted(on.outside.site)
        handed_over(on.outside.site)
        mornings(on, date(2022, 2, 10))
        await on.settle()
        on.outside.clock.set(datetime(2022, 2, 10, 10, 0, tzinfo=RIGA))
        await on.settle()

        old.says("/gaidam")
        await on.settle()
        assert "šī saruna vēl nav piesaistīta nevienam foruma dalībniekam" in last(old).text
        await signs_in(on, browser)

        # The old page keeps its address, and tells the two of one number apart.
        shown = (await browser.get(before)).text
        assert [shown.count(f'2.3. <span class="aside">{plan}</span>') for plan in ("LV-4", "LV-5")] == [1, 1]
        assert "Partiju finanšu datu atvēršana" in (await browser.get(f"{before}p/{duty}/")).text

    worksheets = box(on, KNAB_BOX)[-1]
    assert str(worksheets["Subject"]).endswith("2.3. LV-5")
    await comes(on, reply(asked, f"2.3. Izpildīts. {DONE}"), reply(worksheets, "Viss pareizi"))
    async with asyncio.timeout(PATIENCE):
        while len(on.outside.site.list("Atbildes").rows()) < 2:
            await asyncio.sleep(0.05)
            await on.settle()
    await to_the_right_plan(on)


async def signs_in(on: Stage, browser: httpx.AsyncClient) -> None:
    """By the link in the first mail that comes; what runs the forum and what is due stand first."""
    mail = box(on, NEW_BOX)[0]
    page = text(mail).partition("Darba lapa: ")[2].partition("\n")[0]
    shown = (await browser.get(page)).text
    assert shown.partition("<h2")[2].partition(">")[2].startswith("OGP termiņi<")
    for title in ("Atskaite par plāna izpildi 2021. gadā", "Plāna darba lapas"):
        assert f"Kārta: {title}" in shown
    await comes(on, reply(mail, "/sakums"))
    told = text(box(on, NEW_BOX)[-1])
    assert told.startswith("OGP termiņi\n")
    assert [one in told for one in CARED] == [True] * 3


async def to_the_right_plan(on: Stage) -> None:
    """On the site, and in the memory of who is awaited."""
    plans = {row["ID"]: row["Code"] for row in on.outside.site.list("Plani").rows()}
    answers = [(plans[row["Plan"]], row["Title"], row["Done"]) for row in on.outside.site.list("Atbildes").rows()]
    assert [one[:2] for one in answers] == [("LV-4", "2.3. · 2021 · KNAB"), ("LV-5", "2.3. · 2022 · KNAB")]
    assert answers[0][2] == DONE
    measures = [row for row in on.outside.site.list("Pasakumi").rows() if row["Number"] == "2.3"]
    assert {plans[row["Plan"]]: row["Completion"] for row in measures} == {
        "LV-4": "Izpildīts",
        "LV-5": "Nav informācijas",
    }
