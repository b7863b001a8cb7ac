"""The worksheet page beside the chat: every message names it, an answer given there is one everywhere, and a row typed
over ends its link."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from email.message import EmailMessage

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.store.migrate import metadata
from sandbox.botapi import Message
from sandbox.outside import Outside
from service.stage import Stage, by_mail, stage
from tests.bot.email.post import text
from tests.databases import Files
from tests.journeys.standing import STILL
from tests.ports import free_port

ROLE = "IZM kontaktpersona"
DONE = "Dati par 2020. gadu ir publicēti."


@pytest.fixture
async def on(outside: Outside, database_url: str) -> AsyncIterator[Stage]:
    """The service with its pages; its own mails go nowhere."""
    port = str(free_port())
    given = {"FORUMBOT_WEB__PORT": port, "FORUMBOT_WEB__PUBLIC_URL": f"http://127.0.0.1:{port}"}
    async with stage(outside, database_url, seconds=STILL, more=given) as standing:
        await standing.settle()
        yield standing


def page_in(message: Message) -> str:
    """The address of the worksheet page that a message opens."""
    (found,) = [one.url for row in message.keyboard for one in row if one.text == "Darba lapa"]
    assert found is not None
    return found


async def test_an_answer_on_the_page_is_one_everywhere(on: Stage) -> None:
    cast = (await on.cast([ROLE]))[ROLE]
    cast.account.start(cast.token)
    await on.settle()
    cast.account.presses(cast.account.messages[-1].id, "Jā, pareizi")
    await on.settle()
    joined = [one for one in cast.account.messages if "pievienošanās ir apstiprināta" in one.text][-1]
    assert "tai izmantojiet darba lapu" in joined.text
    assert "Atbildēt var arī darba lapā, bez konta." in cast.account.messages[-1].text

    async with httpx.AsyncClient(follow_redirects=True) as browser:
        page = page_in(cast.account.messages[-1])
        shown = await browser.get(page)
        assert (shown.status_code, ">2.8.<" in shown.text) == (200, True)
        duty = shown.text.partition("/p/")[2].partition("/")[0]
        answer = {"choice": "substantial", "done": DONE, "obstacles": "", "next_step": ""}
        said = await browser.post(f"{page}p/{duty}/atbilde", data=answer)
        assert "Atbilde ir saņemta un saglabāta." in said.text
        await on.settle()
        assert "Ierakstīts platformā." in (await browser.get(f"{page}p/{duty}/")).text

        row = on.outside.site.list("Atbildes").rows()[-1]
        assert (row["Done"], row["Channel"], row["SubmittedBy"]) == (DONE, "Darba lapa", ROLE)
        echo = cast.account.messages[-1]
        assert f"Paveikts: «{DONE}»" in echo.text

        roster = on.outside.site.list("Personas")
        roster.edit(roster.find("Title", ROLE), {"Title": "IZM cita kontaktpersona", "Email": "cita@izm.example"})
        await on.settle()
        for old in (page, page_in(echo)):
            assert (await browser.get(old)).status_code == 410
            assert (await browser.post(f"{old}p/{duty}/atbilde", data={**answer, "done": "x"})).status_code == 410
    assert [one["Done"] for one in on.outside.site.list("Atbildes").rows()] == [DONE]


# What the machine itself keeps of its life, whoever visits.
MACHINE = ("worker", "lease", "pulse")


def everything(session: Session) -> dict[str, list[str]]:
    """Every row that anybody's deed could change."""
    tables = [one for one in metadata().sorted_tables if one.name not in MACHINE]
    return {one.name: sorted(repr(tuple(row)) for row in session.execute(select(one))) for one in tables}


def linked(mails: Sequence[EmailMessage]) -> list[str]:
    """The addresses in these mails, as a scanner finds them."""
    return [found for mail in mails for found in re.findall(r"http://127[^\s\"<>]+", text(mail))]


async def test_without_telegram_a_scanner_changes_nothing_and_a_member_answers(
    outside: Outside, sqlite_databases: Files
) -> None:
    port = str(free_port())
    pages = {"FORUMBOT_WEB__PORT": port, "FORUMBOT_WEB__PUBLIC_URL": f"http://127.0.0.1:{port}"}
    more = {**by_mail(outside), **pages, "FORUMBOT_TELEGRAM__TOKEN": ""}
    async with (
        stage(outside, sqlite_databases.ready(), seconds=STILL, more=more) as on,
        httpx.AsyncClient(follow_redirects=True) as browser,
    ):
        await on.settle()
        mails = [mail for box in outside.mail.mails.values() for mail in box]
        found, before = linked(mails), await on.store.read(everything)
        assert len(found) >= len(mails) == 14
        for one in found:
            assert [(await browser.request(method, one)).status_code for method in ("HEAD", "GET")] == [200, 200]
        assert await on.store.read(everything) == before

        (page,) = linked(outside.mail.mails["kontaktpersona@izm.example"])
        duty = (await browser.get(page)).text.partition("/p/")[2].partition("/")[0]
        answer = {"choice": "substantial", "done": DONE, "obstacles": "", "next_step": ""}
        assert "Atbilde ir saņemta" in (await browser.post(f"{page}p/{duty}/atbilde", data=answer)).text
        await on.settle()
        row = on.outside.site.list("Atbildes").rows()[-1]
        assert (row["Done"], row["Channel"], row["SubmittedBy"]) == (DONE, "Darba lapa", ROLE)
        echo = text(outside.mail.mails["kontaktpersona@izm.example"][-1])
        assert f"Paveikts: «{DONE}»" in echo
        assert ["/lapa/" in one for one in linked(outside.mail.mails["kontaktpersona@izm.example"][-1:])] == [
            False,
            True,
        ]
