"""A forum without Telegram: the round by e-mail, from the first reading of the site to an answer that stands there."""

from __future__ import annotations

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from config.settings import read
from sandbox.outside import Outside
from service.checking import check_once
from service.stage import Stage, by_mail, environment, stage
from tests.bot.email.post import text
from tests.bot.email.replies import reply
from tests.databases import Files
from tests.journeys.standing import STILL
from tests.waiting import PATIENCE

RIGA = ZoneInfo("Europe/Riga")
IZM, ROLE = "kontaktpersona@izm.example", "IZM kontaktpersona"
NO_CHAT = {"FORUMBOT_TELEGRAM__TOKEN": ""}


def told(on: Stage) -> dict[str, list[str]]:
    """The subjects of what every mailbox holds."""
    return {address: [str(mail["Subject"]) for mail in mails] for address, mails in on.outside.mail.mails.items()}


async def test_every_member_gets_the_round_by_mail(outside: Outside, sqlite_databases: Files) -> None:
    url, more = sqlite_databases.ready(), {**by_mail(outside, read=True), **NO_CHAT}
    async with stage(outside, url, seconds=STILL, more=more) as on:
        await on.settle()
        found = told(on)
        assert len(found) == 14
        assert {subject.partition(":")[0] for subjects in found.values() for subject in subjects} == {
            "Informācija par 2020. gadu"
        }
        outside.clock.set(datetime(2021, 1, 4, 9, 30, tzinfo=RIGA))
        await on.settle()
        (report,) = outside.mail.mails["koordinators@vk.example"]
        body = report.get_body(("plain",))
        assert body is not None
        assert "Saņemtās atbildes: 0 no 24." in body.get_content()
        assert "Nevar sasniegt" not in body.get_content()
        await on.stop()
        answer = reply(outside.mail.mails[IZM][0], "Izpildīts būtiskā apjomā\nDati ir publicēti.")
        answer.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="protokols.pdf")
        outside.inbox.put(answer.as_bytes())
        await on.start()
        async with asyncio.timeout(PATIENCE):
            while not (rows := on.outside.site.list("Atbildes").rows()):
                await asyncio.sleep(0.05)
                await on.settle()
        (row,) = rows
        assert (row["Done"], row["Channel"], row["SubmittedBy"]) == ("Dati ir publicēti.", "E-pasts", ROLE)
        await on.settle()
        assert "Paveikts: «Dati ir publicēti.»" in text(outside.mail.mails[IZM][-1])
        shelf = on.outside.site.list("Pieradijumi")
        assert [shelf.items[one].values["FileLeafRef"].rpartition("_")[2] for one in shelf.order] == ["protokols.pdf"]
    assert outside.chat_ledger.entries == []
    (settings,) = read([], environment(outside, url) | more)
    checked = {row["what"]: row for row in await check_once(settings, clock=outside.clock.now)}
    assert {what: row["trouble"] for what, row in checked.items() if row["trouble"]} == {}
    assert "telegram" not in checked
    assert checked["members"]["note"].splitlines()[0] == "24 of 24 can be reached, 0 of them in a chat"
