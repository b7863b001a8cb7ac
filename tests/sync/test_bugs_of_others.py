"""Bugs that other systems have had in reading a site and writing to it, each as a test of what happens here.

Those about reminders and meetings are in ``tests/bot/test_bugs_of_others.py``. That what is written out can be read in
again is tested where there is such a thing: ``tests/forum/store`` for backups.
"""

from __future__ import annotations

import asyncio
import json
from datetime import date, timedelta

from forum.operations import WorkspaceOperation
from forum.people import Institution
from forum.plan import Measure
from forum.rounds import Round
from forum.times import real
from sandbox.site import Fault
from tests.sync.conftest import House


async def test_a_sync_that_is_throttled_neither_crashes_nor_loses_what_it_had_read(fresh: House) -> None:
    """A 429 ended the run with an error, and the next one began from nothing."""
    measures = fresh.outside.site.list("Pasakumi")
    fresh.outside.site.faults = [Fault(429, {"Retry-After": "7"}, path=f"{measures.id}')/items")]
    report = await fresh.pull.run()
    assert (report.trouble is not None, report.retry_after) == (True, 7.0)
    assert (len(fresh.all(Institution)), len(fresh.all(Measure))) == (23, 0)
    await fresh.pulled()
    assert (len(fresh.all(Measure)), len(fresh.all(Round))) == (25, 2)


async def test_a_deletion_is_never_lost(house: House) -> None:
    """What was deleted between two runs stayed for ever, as only what is there was read."""
    house.outside.site.list("Pasakumi").delete(3)
    await house.pulled()
    assert [one.number for one in house.all(Measure) if one.gone_at is not None] == ["1.3"]
    house.outside.site.list("Pasakumi").delete(4)
    await house.pulled(full=True)
    assert [one.number for one in house.all(Measure) if one.gone_at is not None] == ["1.3", "2.1"]


async def test_what_is_called_incremental_reads_no_row_that_has_not_changed(house: House) -> None:
    """A full read was called incremental, as it threw away afterwards what it knew."""
    await house.pulled()
    before = len(house.outside.asked())
    await house.pulled()
    assert house.outside.asked()[before:] == []
    house.outside.site.list("Pasakumi").edit(3, {"Done": "Sākts."})
    await house.pulled()
    asked = house.outside.asked()[before:]
    assert [path.partition("$filter=")[2].partition("&")[0] for path in asked] == ["Id%20eq%203"]


async def test_what_is_wrong_is_told_row_by_row_and_the_rest_is_taken(fresh: House) -> None:
    """One bad row stopped the whole import, or was left out in silence."""
    rounds = fresh.outside.site.list("AtskaisuTermini")
    rounds.edit(1, {"DueOn": "drīz"})
    rounds.edit(2, {"Kind": "nezināms"})
    report = (await fresh.pulled())["round"]
    assert len(fresh.all(Round)) == 1
    assert sorted((one.kind, one.values["row"]) for one in report.flaws) == [
        ("cell-no-choice", "2"),
        ("cell-not-date", "1"),
        ("row-left-out", "1"),
    ]


async def test_a_due_day_is_the_same_day_whatever_zone_and_season_the_site_is_in(fresh: House) -> None:
    """A day kept as midnight somewhere was the day before elsewhere, or after the clocks had changed."""
    fresh.outside.site.timezone = "America/Los_Angeles"
    rounds = fresh.outside.site.list("AtskaisuTermini")
    for day in (date(2021, 3, 14), date(2021, 3, 28), date(2021, 7, 1), date(2021, 10, 31), date(2021, 11, 7)):
        rounds.edit(1, {"DueOn": day})
        await fresh.pulled()
        assert fresh.all(Round)[0].due_on == day


async def test_a_write_waits_out_a_throttled_site_and_is_made_once(house: House) -> None:
    house.reply("4.1", "Atvērtas divas datu kopas.")
    house.outside.site.faults = [Fault(429, {"Retry-After": "2"}, path="/items")]
    await house.push.drain()
    waiting = [row for row in house.all(WorkspaceOperation) if row.retry_at is not None]
    assert [row.retry_at - real() > timedelta(seconds=1) for row in waiting] == [True] * len(waiting) != []
    await asyncio.sleep(2.1)
    await house.push.drain()
    assert [dict(row.values)["Done"] for row in house.outside.site.list("Atbildes").items.values()] == [
        "Atvērtas divas datu kopas."
    ]


async def test_a_text_that_ends_in_the_middle_of_a_character_keeps_no_list_from_being_read(fresh: House) -> None:
    """A column of 255 characters counts 😀 as two, and what it cuts off there is no text to a strict reader."""
    items = f"{fresh.outside.site.list('Pasakumi').id}')/items"
    await fresh.pulled()
    (answer,) = [entry["answer"] for entry in fresh.outside.ledger.entries if items in entry["path"]]
    answer["value"][2]["DueText"] = "2021. gads 😀 \\ud83d \ud83d"
    fresh.outside.site.faults = [Fault(path=items, body=json.dumps(answer).encode())]
    assert (await fresh.pulled(full=True))["measure"].changed == 1
    assert fresh.measure("1.3").due_text == "2021. gads 😀 \\ud83d \ufffd"
