"""Pull: a line that breaks, a site that is down and a token that is worth nothing lose no row and take none away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import baselines
from forum.baselines import WorkspaceList
from forum.findings import Finding
from forum.landed import LandedRow
from forum.plan import Commitment, Measure
from forum.times import real
from sandbox.site import Fault
from sandbox.site.changes import Aged
from sync.lists import LISTS, PULLED, WATCHED
from sync.pull import Pull
from tests.sync.conftest import FORUM, House
from tests.sync.pulled import counts


async def test_half_a_page_is_no_page_and_the_next_run_repeats(fresh: House) -> None:
    fresh.outside.site.faults.append(Fault(cut=3000, path=f"{fresh.outside.site.list('Pasakumi').id}')/items"))
    report = await fresh.pull.run()
    assert report.trouble == Finding("site-down", {"detail": "ChunkedEncodingError"})
    assert (len(fresh.all(Measure)), len(fresh.all(Commitment))) == (0, 6)
    assert counts(await fresh.pulled()) == {
        "measure": (25, 25, 0, 0),
        "recommendation": (6, 6, 0, 0),
        "round": (2, 2, 0, 0),
        "meeting": (4, 4, 0, 0),
    }


async def test_a_line_dropped_between_two_pages_costs_only_the_second(fresh: House) -> None:
    workspace = fresh.outside.client(page=10)
    pull = Pull(fresh.store, FORUM, workspace, fresh.outside.clock.now)
    pages = f"{fresh.outside.site.list('Pasakumi').id}')/items"
    fresh.outside.site.faults += [Fault(path=pages), Fault(path=pages, cut=0)]
    assert (await pull.run()).trouble == Finding("site-down", {"detail": "ChunkedEncodingError"})
    assert (len(fresh.all(LandedRow)), fresh.all(Measure)) == (10, [])
    report = await pull.run()
    workspace.close()
    measures = next(one for one in report.lists if one.noun == "measure")
    assert (report.trouble, measures.whole, measures.read, measures.created) == (None, True, 15, 25)


async def test_a_site_that_is_down_changes_nothing_and_says_how_long(fresh: House) -> None:
    fresh.outside.site.down, fresh.outside.site.retry_after = True, 30
    report = await fresh.pull.run()
    assert (report.lists, report.trouble, report.retry_after) == (
        (), Finding("site-down", {"detail": "503"}), 30.0,
    )  # fmt: skip
    fresh.outside.site.down = False
    # What the site wished is heeded though it would answer now.
    early = await fresh.pull.run()
    assert (early.lists, early.trouble, 0 < early.retry_after <= 30) == ((), report.trouble, True)
    later = fresh.outside.client()
    late = await Pull(fresh.store, FORUM, later, fresh.outside.clock.now).run()
    later.close()
    assert (late.trouble, len(fresh.all(Measure))) == (None, 25)


@pytest.mark.parametrize("aged", ["error", "range"])
async def test_an_unknown_token_means_reading_everything(house: House, aged: Aged) -> None:
    """In both ways in which a site has been seen to refuse one."""
    house.outside.site.aged_tokens = aged
    house.outside.clock.advance(timedelta(days=61))
    house.outside.site.list("Pasakumi").edit(1, {"Done": "x"})
    reports = await house.pulled()
    assert counts(reports)["measure"] == (25, 0, 1, 0)
    assert [noun for noun, one in reports.items() if one.whole] == [one for one in LISTS if one in (*PULLED, *WATCHED)]


async def test_a_token_of_another_list_means_reading_everything(house: House) -> None:
    def mix_up(session: Session) -> None:
        other = baselines.list_of(session, FORUM, "person").change_token
        baselines.list_of(session, FORUM, "measure").change_token = other

    house.store.do_now(mix_up)
    house.outside.site.list("Pasakumi").edit(1, {"Done": "x"})
    reports = await house.pulled()
    assert (counts(reports)["measure"], reports["measure"].whole) == ((25, 0, 1, 0), True)


async def test_a_token_of_45_days_is_not_trusted_for_silence(house: House) -> None:
    house.outside.site.aged_tokens = "silent"

    def age(session: Session) -> None:
        for row in session.scalars(select(WorkspaceList)):
            row.token_at = real() - timedelta(days=45)

    house.store.do_now(age)
    house.outside.site.list("Pasakumi").edit(1, {"Done": "x"})
    house.outside.clock.advance(timedelta(days=61))
    assert counts(await house.pulled())["measure"] == (25, 0, 1, 0)


async def test_rows_missing_from_a_whole_reading_are_gone_unless_too_many(house: House) -> None:
    measures = house.outside.site.list("Pasakumi")
    for number in (1, 2, 3, 4, 5):
        measures.delete(number)
    assert counts(await house.pulled(full=True))["measure"] == (20, 0, 0, 5)
    for number in range(6, 12):
        measures.delete(number)
    reports = await house.pulled(full=True)
    assert counts(reports)["measure"] == (14, 0, 0, 0)
    assert reports["measure"].reason == Finding("rows-vanished", {"list": "Pasākumi", "gone": 6, "known": 20})
    assert sum(one.gone_at is None for one in house.all(Measure)) == 20


async def test_another_list_in_its_place_is_not_taken_for_the_old_one(house: House) -> None:
    house.outside.site.list("Pasakumi").id = "00000000-0000-0000-0000-000000000001"
    reports = await house.pulled(full=True)
    assert reports["measure"].reason == Finding("list-replaced", {"list": "Pasākumi"})
    assert sum(one.gone_at is None for one in house.all(Measure)) == 25
