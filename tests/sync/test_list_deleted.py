"""A whole list is deleted while answers are written: that is told, nothing is given up, and the rest is written."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from forum import findings, forums
from forum.baselines import WorkspaceList
from forum.findings import Finding
from forum.plan import Measure
from forum.store.door import Store
from sandbox.site import Fault
from sync.pull import Pull
from sync.push import Push
from sync.workbook.workbook import Workbook
from tests.databases import Files
from tests.facts import policy
from tests.sync.conftest import FORUM, START, House
from tests.sync.places import RIGA, latvian
from tests.sync.pushed import DONE, rows
from tests.sync.test_shelving import give
from tests.workbooks import Csv, Excel, sheets

GONE = {"reply": ("Atbildes", "replies"), "measure": ("Pasākumi", "measures")}


def stopped(house: House) -> dict[str, Any]:
    return {one.noun: one.reason for one in house.all(WorkspaceList) if one.state.value == "stopped"}


def told(house: House) -> list[tuple[str, Any]]:
    """What the coordinator hears at once of lists that stopped, and of those that are read again."""
    house.store.do_now(findings.tell, FORUM, now=START, policy=policy())
    return [(kind, one.values["list"]) for kind in ("list-stopped", "list-reads-again") for one in house.messages(kind)]


def missing(noun: str) -> dict[str, Any]:
    title, plural = GONE[noun]
    return Finding("list-missing", {"list": title, "setting": f"sharepoint.lists.{plural}.title"}).kept


async def test_answers_wait_for_their_list_and_are_written_when_it_is_back(house: House) -> None:
    house.joins("VK koordinators")
    gone = house.outside.site.remove_list("Atbildes")
    house.reply("4.1", "Viens.")
    await house.push.drain()
    assert house.operations() == [("reply", "pending"), ("measure", "done")]
    assert (stopped(house), told(house)) == ({"reply": missing("reply")}, [("list-stopped", "Atbildes")])
    assert house.messages("push-failed") == []
    await house.pull.run()
    assert (stopped(house), told(house)) == ({"reply": missing("reply")}, [("list-stopped", "Atbildes")])
    house.outside.site.restore_list(gone)
    await house.pulled()
    house.pass_time()
    await house.push.drain()
    assert (house.operations(), [row["Done"] for row in rows(house)]) == (DONE, ["Viens."])


@pytest.mark.parametrize("noun", GONE)
async def test_a_correction_of_a_row_in_a_deleted_list_waits(house: House, noun: str) -> None:
    """What stands there already is looked up when it is corrected; of its list's rows none is taken for gone."""
    house.reply("4.1", "Viens.")
    await house.push.drain()
    gone = house.outside.site.remove_list(house.outside.site.list_titled(GONE[noun][0]).url)
    house.reply("4.1", "Divi.")
    await house.push.drain()
    waits = {"reply": "pending", "measure": "done"} if noun == "reply" else {"reply": "pending", "measure": "pending"}
    assert dict(house.operations()) == waits
    assert stopped(house) == {noun: missing(noun)}
    await house.pull.run()
    assert [one.gone_at for one in house.all(Measure) if one.gone_at] == []
    house.outside.site.restore_list(gone)
    await house.pulled()
    house.pass_time()
    await house.push.drain()
    assert (house.operations(), [row["Done"] for row in rows(house)]) == ([*DONE, *DONE], ["Divi."])


async def test_evidence_waits_for_its_library(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    give(house, "4.1", name="a.pdf")
    await house.pulled()
    gone = house.outside.site.remove_list("Pieradijumi")
    await house.push.drain()
    not_seen = Finding("list-not-seen", {"list": "Pierādījumi"}).kept
    assert (house.operations()[2:], stopped(house)) == ([("evidence", "pending")], {"evidence": not_seen})
    house.outside.site.restore_list(gone)
    await house.pulled()
    house.pass_time()
    await house.push.drain()
    assert (house.operations()[2:], stopped(house)) == ([("evidence", "done")], {})


async def test_all_lists_are_looked_at_again_while_one_is_gone_and_not_while_one_waits_for_a_word(house: House) -> None:
    asked = partial(house.outside.asked, part="/web/lists?")
    gone = house.outside.site.remove_list("Atbildes")
    await house.pull.run()
    before = len(asked())
    await house.pull.run()
    assert len(asked()) > before
    house.outside.site.restore_list(gone)
    house.outside.site.list("Pasakumi").id = "00000000-0000-0000-0000-000000000001"
    await house.pull.run(full=True)
    assert stopped(house)["measure"]["kind"] == "list-replaced"
    before = len(asked())
    await house.pull.run()
    assert len(asked()) == before


async def test_while_nobody_can_say_whether_the_list_stands_the_row_is_not_given_up(house: House) -> None:
    await house.pulled()
    measures = house.outside.site.list("Pasakumi")
    measures.delete(16)
    house.outside.site.faults.append(Fault(status=503, path=measures.id, method="GET"))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    assert dict(house.operations())["measure"] == "pending"
    house.pass_time()
    await house.push.drain()
    assert dict(house.operations())["measure"] == "failed"


@pytest.mark.parametrize("make", [Excel, Csv])
async def test_answers_wait_for_a_workbook_that_is_gone(
    make: type[Excel | Csv], house: House, sqlite_databases: Files, tmp_path: Path
) -> None:
    book = make(tmp_path / ("forums.xlsx" if make is Excel else "forums"), sheets(house.outside.site))
    workspace = Workbook(book.path, zone=RIGA, lists=latvian())
    away = tmp_path / "elsewhere"
    with Store.open(sqlite_databases.ready()) as store:
        pull = Pull(store, FORUM, workspace, house.outside.clock.now)
        push = Push(store, FORUM, workspace, house.outside.clock.now, policy())
        at = House(store, house.outside, pull, push)
        store.do_now(forums.ensure, FORUM, now=START)
        await at.pulled()
        at.reply("4.1", "Viens.")
        shutil.move(book.path, away)
        await at.push.drain()
        assert [state for _, state in at.operations()] == ["pending", "pending"]
        report = await at.pull.run()
        assert report.trouble is not None
        assert (report.trouble.kind, stopped(at)) == ("workbook-unreadable", {})
        shutil.move(away, book.path)
        at.pass_time()
        await at.push.drain()
        assert at.operations() == DONE
