"""Rows land first and are taken in afterwards; nothing of them stays, whatever ends the reading."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from forum import privacy
from forum.baselines import WorkspaceList
from forum.landed import CELLS, LandedRow
from forum.people import Person
from forum.plan import MEASURE, Measure
from forum.store.door import Store
from forum.times import real
from sandbox.site.faults import Fault
from sync import checkpoints, landing
from sync.lists import LISTS
from sync.pull import ListReport, Pull
from tests.databases import Files
from tests.sync.conftest import FORUM, House, Outside
from tests.sync.places import every

READER = Path(__file__).with_name("reader.py")


def measures(session: Session) -> int:
    return session.scalar(select(func.count()).where(Measure.noun == MEASURE)) or 0


def landed(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(LandedRow)) or 0


def asked(outside: Outside) -> int:
    """How many pages of measures the site was asked for."""
    number = outside.site.list("Pasakumi").id
    return len([path for path in outside.asked(part="/items?") if number in path])


def fill(outside: Outside, count: int) -> None:
    rows = outside.site.list("Pasakumi")
    for number in range(len(rows.items), count):
        rows.add({"Title": f"Pasākums {number}", "Number": f"9.{number}", "Plan": 1})


def killed(outside: Outside, url: str, *, page: int, when: Callable[[], bool]) -> None:
    """A process of its own begins to read the site, and is killed as soon as that is so."""
    app = outside.directory
    told = [url, outside.url, str(app.certificate), str(app.ca_bundle), app.client_id, app.authority, str(page)]
    process = subprocess.Popen([sys.executable, str(READER), *told], env={**os.environ, "PYTHONPATH": "."})
    until = time.monotonic() + 60
    while not when() and time.monotonic() < until:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert process.wait(timeout=60) == -signal.SIGKILL


def read_on(outside: Outside, store: Store, *, page: int) -> tuple[ListReport, ListReport]:
    """What the next pull tells of the measures, and the one after it."""
    workspace = outside.client(page=page)
    told = [asyncio.run(Pull(store, FORUM, workspace, outside.clock.now).run()) for _ in range(2)]
    workspace.close()
    first, second = ({one.noun: one for one in report.lists}["measure"] for report in told)
    return first, second


def test_a_reading_that_was_killed_goes_on_after_the_last_page_that_landed(
    outside: Outside, sqlite_databases: Files
) -> None:
    fill(outside, 500)
    url = sqlite_databases.ready()
    outside.site.latency = 0.02
    killed(outside, url, page=25, when=lambda: asked(outside) >= 8)
    outside.site.latency = 0.0
    outside.site.list("Pasakumi").edit(1, {"Done": "Mainīts pa to laiku."})

    with Store.open(url) as store:
        before = store.read_now(landed)
        first, second = read_on(outside, store, page=25)
        assert (before > 0, before % 25, store.read_now(measures), store.read_now(landed)) == (True, 0, 500, 0)
    assert (first.whole, first.read, first.created) == (True, 500 - before, 500)
    assert (second.whole, second.read, second.changed) == (False, 1, 1)


def test_one_that_was_killed_while_rows_are_taken_in_asks_for_none_of_them_again(
    outside: Outside, sqlite_databases: Files
) -> None:
    fill(outside, 6000)
    url = sqlite_databases.ready()

    def begun() -> bool:
        with closing(sqlite3.connect(f"file:{url.removeprefix('sqlite:///')}?mode=ro", uri=True)) as raw:
            (count,) = raw.execute("SELECT count(*) FROM measure WHERE noun = 'measure'").fetchone()
            return bool(count)

    killed(outside, url, page=2000, when=begun)
    pages = asked(outside)

    with Store.open(url) as store:
        before, left = store.read_now(measures), store.read_now(landed)
        first, second = read_on(outside, store, page=2000)
        assert (before > 0, before + left, asked(outside)) == (True, 6000, pages)
        assert (store.read_now(measures), store.read_now(landed)) == (6000, 0)
    assert (first.whole, first.read, first.created) == (True, 0, 6000 - before)
    assert (second.whole, second.read) == (False, 0)


def land(house: House, noun: str) -> None:
    """The rows of a list have landed, as if a reading had ended there."""
    workspace = house.outside.client()
    token, pages = workspace.token(noun), list(workspace.pages(noun))
    house.store.do_now(checkpoints.start, FORUM, noun, token=token, at=real())
    for page in pages:
        house.store.do_now(checkpoints.land, FORUM, noun, page)
    house.store.do_now(checkpoints.all_landed, FORUM, noun)
    workspace.close()


def said(house: House) -> list[list[str | None]]:
    """All that landed rows say of themselves."""
    return [
        [getattr(row, name) for name in ("etag", "editor", "modified", "unread", *CELLS)]
        for row in house.all(LandedRow)
    ]


def kept(house: House, noun: str) -> tuple[int, str]:
    """How many rows of a list have landed, and the token of its reading."""
    (known,) = [one for one in house.all(WorkspaceList) if one.noun == noun]
    return len(house.all(LandedRow)), known.reading_token


async def test_words_that_were_forgotten_meanwhile_are_asked_for_again(either: House) -> None:
    await either.pulled()
    land(either, "person")
    person = either.person("VARAM kontaktpersona")
    either.store.do_now(lambda session: privacy.forget_person(session, session.get_one(Person, person.id)))
    assert {cell for row in said(either) for cell in row} == {None, ""}
    assert either.person("VARAM kontaktpersona").email == ""

    report = (await either.pulled())["person"]
    # Its row stands on the site, and with it the address.
    assert (report.whole, report.changed, report.gone) == (True, 1, 0)
    assert (either.person("VARAM kontaktpersona").email, kept(either, "person")) == (person.email, (0, ""))


async def test_what_the_site_says_lands_and_is_taken_in_as_if_it_were_asked_row_by_row(either: House) -> None:
    """Cells of every kind, empty ones, and such as cannot be read."""
    workspace, measures = either.outside.client(), either.outside.site.list("Pasakumi")
    measures.edit(2, {"CoLead": [3, 4], "Contact": [1], "DueOn": date(1899, 12, 30), "Completion": "procesā"})
    measures.edit(3, {"Done": 'Rinda\nun "pēdiņas", ✓', "DueOn": date(2021, 3, 31), "Lead": None, "Plan": None})
    await either.pulled()
    workspace.open()
    for noun in (noun for noun, spec in LISTS.items() if not spec.library):
        land(either, noun)
        found = either.store.read_now(landing.after, FORUM, noun, after=0, limit=99)
        there = every(workspace, noun)
        assert (found.page.rows() if found else []) == there == workspace.rows(noun, [row.item_id for row in there])
    assert [flaw.kind for row in every(workspace, "measure") for flaw in row.flaws] == [
        "cell-early-date",
        "cell-no-choice",
    ]
    workspace.close()


async def test_a_page_that_is_not_understood_does_not_land_and_the_ones_before_it_stay(fresh: House) -> None:
    workspace, measures = fresh.outside.client(page=10), fresh.outside.site.list("Pasakumi")
    pull = Pull(fresh.store, FORUM, workspace, fresh.outside.clock.now)
    pages = f"{measures.id}')/items"
    fresh.outside.site.faults += [Fault(path=pages), Fault(path=pages, body=b'{"value": [{"Id": 11}]}')]
    report = await pull.run()
    assert (report.trouble and report.trouble.kind, kept(fresh, "measure")[0]) == ("site-down", 10)
    (measure,) = [one for one in (await pull.run()).lists if one.noun == "measure"]
    workspace.close()
    assert (measure.whole, measure.read, measure.created) == (True, 15, 25)


async def test_a_list_whose_columns_change_between_two_pages_is_read_anew(fresh: House) -> None:
    workspace, measures = fresh.outside.client(page=10), fresh.outside.site.list("Pasakumi")
    pull = Pull(fresh.store, FORUM, workspace, fresh.outside.clock.now)
    pages = f"{measures.id}')/items"
    fresh.outside.site.faults += [Fault(path=pages), Fault(path=pages, cut=0)]
    await pull.run()
    measures.remove_column("DueText")
    workspace.open()  # as a refused write does meanwhile
    report = await pull.run()
    assert (report.trouble and report.trouble.kind, kept(fresh, "measure")[0]) == ("site-down", 10)
    (measure,) = [one for one in (await pull.run()).lists if one.noun == "measure"]
    workspace.close()
    assert (measure.reason, measure.read, measure.created, kept(fresh, "measure")) == (None, 25, 25, (0, ""))


def test_every_list_has_room_for_its_fields() -> None:
    assert {noun for noun, spec in LISTS.items() if len(spec.fields) > len(CELLS)} == set()


async def test_of_a_list_that_stops_nothing_stays(house: House) -> None:
    land(house, "measure")
    assert kept(house, "measure")[0] == 25
    rows = house.outside.site.list("Pasakumi")
    house.outside.site.faults.append(Fault(403, path=f"{rows.id}')/fields"))
    report = (await house.pulled(full=True))["measure"]
    assert (report.reason and report.reason.kind, kept(house, "measure")) == ("list-not-allowed", (0, ""))


async def test_a_row_deleted_after_it_has_landed_is_told_by_the_log(either: House) -> None:
    await either.pulled()
    land(either, "measure")
    either.outside.site.list("Pasakumi").delete(3)
    assert (await either.pulled())["measure"].gone == 0
    assert (await either.pulled())["measure"].gone == 1
