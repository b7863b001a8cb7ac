"""`forumbot check` over the real outside: what can be used, what will stop it soon, and who can be reached."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from config.settings import read
from sandbox.outside import Outside
from service.cast import join
from service.checking import check_once
from service.once import sync_once
from service.stage import by_mail, environment, stage
from sync.sharepoint import certificate
from tests.databases import Files

IZM, NVD, CHIEF = "IZM kontaktpersona", "NVD kontaktpersona", "VK koordinators"


@pytest.fixture
def check(outside: Outside, empty_database_url: str) -> Callable[..., Any]:
    """Check over this database; answers the rows by what they are about."""

    async def run(*, at: datetime | None = None, **more: str) -> dict[str, dict[str, Any]]:
        (settings,) = read([], environment(outside, empty_database_url) | more)
        rows = await check_once(settings, clock=lambda: at or outside.clock.now())
        return {row["what"]: row for row in rows}

    return run


def troubles(rows: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {what: row["trouble"] for what, row in rows.items() if row["trouble"]}


async def test_before_anything_was_done_it_says_what_to_do(check: Any) -> None:
    rows = await check()
    assert list(troubles(rows)) == ["database"]
    assert "forumbot migrate" in rows["database"]["trouble"]
    assert "members" not in rows


async def test_who_can_be_reached_who_closed_the_chat_and_who_never_joined(
    outside: Outside, sqlite_databases: Files
) -> None:
    url = sqlite_databases.ready()
    async with stage(outside, url) as on:
        await on.settle()
        cast = await on.cast([CHIEF, IZM])
        await join(list(cast.values()), on.settle)
        cast[IZM].account.blocks()
        await on.settle()
        (settings,) = read([], environment(outside, url))
        rows = {row["what"]: row for row in await check_once(settings, clock=outside.clock.now)}
        assert troubles(rows) == {}
        members = rows["members"]
        first, closed, missing, switched = members["note"].splitlines()
        assert (first, closed) == ("1 of 24 can be reached in a chat", f"closed the chat: {IZM}")
        assert (missing.startswith("not joined: "), NVD in members["missing"]) == (True, True)
        assert switched == "messages to members are on"

        cast[CHIEF].account.blocks()
        await on.settle()
        rows = {row["what"]: row for row in await check_once(settings, clock=outside.clock.now)}
        assert list(troubles(rows)) == ["members"]
        assert rows["members"]["trouble"].startswith("no coordinator can be reached")


async def test_what_keeps_members_from_answering_by_mail_or_page_is_named(
    outside: Outside, sqlite_databases: Files
) -> None:
    """No mailbox is let into, nobody could answer, another's page stands at our address, or nothing does."""
    url, quiet = sqlite_databases.ready(), {"FORUMBOT_TELEGRAM__TOKEN": ""}

    async def found(**more: str) -> dict[str, str]:
        (settings,) = read([], environment(outside, url) | by_mail(outside, read=True) | quiet | more)
        rows = await check_once(settings, clock=outside.clock.now)
        wanted = ("e-mail", "answers by e-mail", "worksheet pages")
        return {row["what"]: row["trouble"] or row["note"] for row in rows if row["what"] in wanted}

    assert await found() == {
        "e-mail": "",
        "answers by e-mail": "folder INBOX",
        "worksheet pages": "web.public_url is empty: no pages are offered, nor can a mail be declined by a press",
    }
    refused = await found(FORUMBOT_EMAIL__PASSWORD="S3cret-wrong")
    assert refused["answers by e-mail"].startswith("the mailbox does not let us in: see to email.user")
    alone = await found(FORUMBOT_EMAIL__IMAP_HOST="")
    assert alone["worksheet pages"].startswith("nobody can answer: set web.public_url")
    port, elsewhere = {"FORUMBOT_WEB__PORT": "8740"}, environment(outside, url)["FORUMBOT_SHAREPOINT__SITE_URL"]
    other = await found(FORUMBOT_WEB__PUBLIC_URL=elsewhere, **port)
    assert "something else answers there (HTTP 4" in other["worksheet pages"]
    away = await found(FORUMBOT_WEB__PUBLIC_URL="http://127.0.0.1:9", **port)
    assert "nothing answers there just now (ConnectError)" in away["worksheet pages"]
    assert away["worksheet pages"].startswith("plain http: for this machine alone")


async def test_a_forum_that_was_only_read_is_in_no_trouble(outside: Outside, sqlite_databases: Files) -> None:
    (settings,) = read([], environment(outside, sqlite_databases.ready()))
    before = {row["what"]: row for row in await check_once(settings, clock=outside.clock.now)}
    assert before["members"]["note"] == "nobody is known yet: run `forumbot sync`"
    await sync_once(settings, full=False)
    rows = {row["what"]: row for row in await check_once(settings, clock=outside.clock.now)}
    assert troubles(rows) == {}
    assert rows["members"]["note"].startswith("0 of 24 can be reached in a chat\nnot joined: ")
    assert rows["members"]["note"].endswith("\nmessages to members are not switched on yet")


@pytest.mark.parametrize(("days", "trouble"), [(31, False), (29, True), (0, True), (-5, True)])
async def test_the_certificates_end_is_a_trouble_a_month_before(
    outside: Outside, check: Any, days: int, trouble: bool
) -> None:
    end = certificate.ends(outside.directory.certificate)
    row = (await check(at=end - timedelta(days=days)))["certificate"]
    assert bool(row["trouble"]) is trouble
    told = f"it ended on {end.date()}" if days <= 0 else f"it ends on {end.date()}, in {days} days"
    assert (row["trouble"] or row["note"]).startswith(told)


async def test_a_certificate_file_without_a_certificate_is_named(outside: Outside, check: Any) -> None:
    pem = outside.directory.certificate
    kept = pem.read_text()
    pem.write_text(kept.partition("-----BEGIN CERTIFICATE-----")[0])
    rows = await check()
    assert "the certificate file holds no certificate" in rows["certificate"]["trouble"]


async def test_the_sites_zone_is_held_against_the_forums(outside: Outside, check: Any) -> None:
    assert (await check())["site"]["note"] == "its time zone is the forum's, Europe/Riga"
    outside.site.timezone = "America/Los_Angeles"
    row = (await check())["site"]
    assert row["note"].startswith("its time zone is America/Los_Angeles, the forum's is Europe/Riga: ")
    assert row["trouble"] == ""


async def test_with_the_site_down_the_rest_is_checked_all_the_same(outside: Outside, check: Any) -> None:
    outside.site.down = True
    rows = await check()
    assert list(troubles(rows)) == ["database", "site"]
    assert rows["certificate"]["note"].startswith("it ends on ")


async def test_a_permission_to_more_than_the_one_site_is_refused_with_the_reason(outside: Outside, check: Any) -> None:
    assert (await check())["permission"]["note"] == "Sites.Selected"
    outside.directory.roles = ["Sites.Selected", "Sites.FullControl.All"]
    asked = len(outside.site_ledger.entries)
    rows = await check()
    assert rows["site"]["finding"]["kind"] == "too-much-allowed"
    assert "Sites.FullControl.All. Ar to" in rows["site"]["trouble"]
    # Nothing is asked of the site itself with such a token.
    assert not [one for one in outside.site_ledger.entries[asked:] if "/_api/" in one["path"]]


async def test_a_list_that_we_may_only_read_is_told(outside: Outside, check: Any) -> None:
    outside.site.list("Pasakumi").access = "read"
    assert (await check())["list Pasākumi"]["note"] != ""
