"""Two voices: nobody who has database, backup, site or logs reads what a partner said before the reveal;
then its words stand uncut beside the ministry's, who may reply, and the partner is never late."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import httpx
import pytest

from forum import sealing
from forum.store import backup
from sandbox.botapi import Person as Account
from sandbox.outside import Outside
from service.papers import Paper, report_once
from service.stage import Stage, stage
from tests.databases import Files
from tests.journeys.standing import STILL
from tests.journeys.test_report import paragraphs
from tests.ports import free_port

PARTNER, MINISTRY, COORDINATOR = "DELNA kontaktpersona", "IZM kontaktpersona", "VK koordinators"
WORDS = "Kvarcs-žagata: datu kopas portālā nav atrodamas."
SECRET = ("Kvarcs", "agata: datu", "kopas portālā nav atrodamas")


def left_in(folder: Path, on: Stage, logs: str) -> Path:
    """All that the service has left anywhere, as files in this folder: the memory with its log, a backup of it, what
    the site and the chat were asked, the site's rows in all their versions, the service's own logs, and what it
    reports."""
    folder.mkdir()
    url, site = on.settings.database.url, on.outside.site
    kept = [[row.values, *(past.values for past in row.past)] for row in site.list("Atbildes").items.values()]
    (folder / "rows").write_text(repr(kept))
    for kind in ("docx", "xlsx"):
        report_once(on.settings, Paper("report-2020", folder / f"report.{kind}"), clock=on.outside.clock.now)
        with ZipFile(folder / f"report.{kind}") as parts:
            (folder / kind).write_bytes(b"".join(parts.read(name) for name in parts.namelist()))
    for part in ("", "-wal"):
        shutil.copyfile(url.removeprefix("sqlite:///") + part, folder / f"memory{part}")
    backup.backup(url, folder / "backup", real=datetime.now(UTC))
    for ledger in (folder.parent / "outside" / "ledger").glob("*.jsonl"):
        shutil.copyfile(ledger, folder / ledger.name)
    (folder / "logs").write_text(logs)
    return folder


def traces(folder: Path) -> list[str]:
    """The files in this folder in which a part of the words can be read, however it is written."""
    found = []
    for file in sorted(folder.iterdir()):
        content = file.read_bytes()
        forms = [word.encode(code) for word in SECRET for code in ("utf-8", "utf-16-le", "unicode_escape")]
        forms += [json.dumps(word)[1:-1].encode() for word in SECRET]
        if any(form in content for form in forms):
            found.append(file.name)
    return found


@pytest.fixture
def partners(outside: Outside) -> Outside:
    """The round hears partners, and Delna carries 2.8 out beside IZM."""
    rounds, measures = outside.site.list("AtskaisuTermini"), outside.site.list("Pasakumi")
    first = next(iter(rounds.items))
    rounds.edit(first, {"Audience": ["Atbildīgās", "Līdzatbildīgās", "Partneri"]})
    delna = outside.site.list("Institucijas").find("Code", "DELNA")
    measures.edit(measures.find("Number", "2.8"), {"CoLead": [delna]})
    return outside


@dataclass
class Scene:
    """The service with its pages, a browser, and the chats of a partner and a coordinator."""

    on: Stage
    browser: httpx.AsyncClient
    partner: Account
    coordinator: Account

    async def says(self, text: str, *buttons: str) -> str:
        """The coordinator says this, then presses these; what is told last."""
        self.coordinator.says(text)
        await self.on.settle()
        for button in buttons:
            self.coordinator.presses(self.coordinator.messages[-1].id, button)
            await self.on.settle()
        return self.coordinator.messages[-1].text

    async def get(self, address: str) -> str:
        return (await self.browser.get(address)).text

    async def post(self, address: str, **fields: str) -> str:
        return (await self.browser.post(address, data=fields)).text


@asynccontextmanager
async def scene(outside: Outside, url: str) -> AsyncIterator[Scene]:
    port = str(free_port())
    given = {
        "FORUMBOT_WEB__PORT": port,
        "FORUMBOT_WEB__PUBLIC_URL": f"http://127.0.0.1:{port}",
        "FORUMBOT_VOICES__PRIVATE_KEY": sealing.new_key().hex(),
    }
    async with (
        stage(outside, url, seconds=STILL, more=given) as on,
        httpx.AsyncClient(follow_redirects=True, timeout=30) as browser,
    ):
        await on.settle()
        cast = await on.cast([PARTNER, COORDINATOR])
        for one in cast.values():
            one.account.start(one.token)
            await on.settle()
            one.account.presses(one.account.messages[-1].id, "Jā, pareizi")
            await on.settle()
        yield Scene(on, browser, cast[PARTNER].account, cast[COORDINATOR].account)


async def speak(made: Scene) -> None:
    """The partner marks what it follows, and says its view of it."""
    page = await made.on.worksheet(PARTNER)
    chosen = await made.get(f"{page}seko")
    assert "To veic arī Jūsu organizācija" in chosen
    field = chosen.partition('name="m')[2].partition('"')[0]
    measure = chosen.partition(">2.8.<")[0].rpartition('value="')[2].partition('"')[0]
    await made.post(f"{page}seko", **{f"m{field}": measure})
    view = "v/" + (await made.get(page)).partition("/v/")[2].partition('"')[0]
    assert "aizzīmogosim" in await made.get(f"{page}{view}")
    said = await made.post(f"{page}{view}", choice="not_started", words=WORDS)
    assert ("Viedoklis ir aizzīmogots un saglabāts." in said, WORDS in said) == (True, False)
    await made.on.settle()
    assert "saņemts un aizzīmogots" in made.partner.messages[-1].text


async def reply(made: Scene) -> None:
    """The ministry reads the view, and replies to it."""
    page = await made.on.worksheet(MINISTRY)
    shown = await made.get(page)
    assert WORDS in shown
    duty = shown.partition("/p/")[2].partition("/")[0]
    number = shown.partition('name="reply" value="')[2].partition('"')[0]
    said = await made.post(f"{page}p/{duty}/atbilde-partnerim", reply=number, rejoinder="Portālā tās ir.")
    assert "Atbilde partnerim ir saglabāta." in said
    await made.on.settle()


async def test_what_is_sealed_is_in_no_file_until_it_is_revealed(
    partners: Outside, sqlite_databases: Files, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    url, site = sqlite_databases.ready(), partners.site
    async with scene(partners, url) as made:
        assert "Partnerus uzklausa aizklāti" in await made.says("/balsis", "Uzklausīt aizklāti")
        await speak(made)
        logs = "".join(capfd.readouterr())
        assert ("service.started" in logs, traces(left_in(tmp_path / "sealed", made.on, logs))) == (True, [])
        assert site.list("Atbildes").rows() == []

        assert "Partneru viedokļi ir atklāti: 1." in await made.says("/balsis", "Atklāt tagad", "Jā, atklāt")
        # The search finds what is there: in the memory's backup, and what the site was asked.
        found = traces(left_in(tmp_path / "revealed", made.on, ""))
        assert {"backup", "sharepoint.jsonl", "rows", "docx", "xlsx"} <= set(found)
        told = paragraphs((tmp_path / "revealed" / "report.docx").read_bytes())
        assert (f"Viedoklis: {WORDS}" in told, "Partnera vērtējums: Nav sākts" in told) == (True, True)
        (row,) = site.list("Atbildes").rows()
        assert (row["Voice"], row["Done"], row["Completion"]) == ("Partneris", WORDS, "Nav sākts")
        # The measure's own row is its body's alone.
        measures = site.list("Pasakumi")
        assert measures.items[measures.find("Number", "2.8")].values["Completion"] == "Nav informācijas"
        assert "Jūsu viedoklis tagad ir lasāms" in made.partner.messages[-1].text
        assert WORDS in made.partner.messages[-1].text
        await reply(made)
        assert "«Portālā tās ir.»" in made.partner.messages[-1].text

        partners.clock.set(datetime(2021, 2, 4, 9, 0, tzinfo=UTC))
        await made.on.settle()
        assert [one.text for one in made.partner.messages if "vēl gaidām" in one.text] == []
