"""A reading that was ended goes on where it was; a silent log is found out; what vanished at once is weighed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import shrinks
from forum.baselines import Baseline, WorkspaceList
from forum.findings import Finding
from forum.plan import Measure
from forum.shrinks import Shrink, Word
from forum.times import real
from sandbox.site.faults import Fault
from sync.pull import Pull
from sync.push import Push
from tests.facts import policy
from tests.sync.conftest import FORUM, START, House


def age(house: House, **days: int) -> None:
    """Make the moments kept with each list so many days older."""

    def older(session: Session) -> None:
        for row in session.scalars(select(WorkspaceList)):
            for name, count in days.items():
                setattr(row, name, real() - timedelta(days=count))

    house.store.do_now(older)


def kept(house: House, noun: str = "measure") -> WorkspaceList:
    found: WorkspaceList = next(one for one in house.all(WorkspaceList) if one.noun == noun)
    return found


def say(house: House, *, believe: bool) -> bool:
    coordinator, number = house.person("VK koordinators").id, house.all(Shrink)[-1].id
    return house.store.do_now(shrinks.decide, FORUM, number, believe=believe, person_id=coordinator, now=START)


async def test_a_reading_under_way_is_begun_anew_when_it_is_asked_for(either: House) -> None:
    fresh, workspace = either, either.outside.client(page=10)
    pages = f"{fresh.outside.site.list('Pasakumi').id}')/items"
    for full, read in ((False, 15), (True, 25)):
        pull = Pull(fresh.store, FORUM, workspace, fresh.outside.clock.now)
        fresh.outside.site.faults += [Fault(path=pages), Fault(path=pages, cut=0)]
        assert (await pull.run(full=True)).trouble is not None
        assert kept(fresh).reading_after == 10
        report = await pull.run(full=full)
        assert {one.noun: one.read for one in report.lists}["measure"] == read
        assert (kept(fresh).reading_token, kept(fresh).reading_after) == ("", 0)
    workspace.close()


async def test_a_weekly_look_at_all_versions_finds_what_a_silent_log_hid(either: House) -> None:
    house, _ = either, await either.pulled()
    rows = house.outside.site.list("Pasakumi")
    house.outside.site.aged_tokens = "silent"
    rows.edit(1, {"Done": "Nepamanīts."})
    rows.delete(2)
    rows.add({"Title": "Jauns", "Number": "7.1", "Plan": 1})
    house.outside.clock.advance(timedelta(days=61))
    age(house, swept_at=6)
    report = (await house.pulled())["measure"]
    assert (report.read, report.created, report.changed, report.gone) == (0, 0, 0, 0)
    age(house, swept_at=7)
    report = (await house.pulled())["measure"]
    assert (report.whole, report.read, report.created, report.changed, report.gone) == (False, 2, 1, 1, 1)
    rows.edit(3, {"Done": "Ar jauno vietu žurnālā."})
    assert (await house.pulled())["measure"].changed == 1


async def test_a_list_in_which_nothing_happens_gets_a_new_place_in_the_log_each_week(house: House) -> None:
    await house.pulled()
    before = kept(house).change_token
    await house.pulled()
    assert kept(house).change_token == before
    age(house, swept_at=7, token_at=40)
    await house.pulled()
    moved = kept(house)
    assert (
        moved.change_token != before,
        moved.token_at is not None and real() - moved.token_at < timedelta(hours=1),
    ) == (
        True,
        True,
    )


@pytest.mark.parametrize("back", [True, False])
async def test_what_vanished_at_once_waits_for_a_word(house: House, back: bool) -> None:
    rows = house.outside.site.list("Pasakumi")
    gone = {number: rows.items[number] for number in range(1, 7)}
    for number in gone:
        del rows.items[number]  # the log says nothing of it
        rows.order.remove(number)
    report = (await house.pulled(full=True))["measure"]
    reason = Finding("rows-vanished", {"list": "Pasākumi", "gone": 6, "known": 25})
    assert (report.gone, report.reason, kept(house).reason) == (0, reason, reason.kept)
    assert (await house.pulled())["measure"].reason == reason
    (shrink,) = house.all(Shrink)
    assert (shrink.gone, shrink.known, shrink.word) == (6, 25, Word.ASKED)
    if back:
        for number, item in gone.items():
            rows._insert(item)
            rows.edit(number, {"Done": "Atpakaļ."})
    else:
        assert say(house, believe=True)
    report = (await house.pulled())["measure"]
    assert (report.gone, report.changed, report.reason) == ((0, 6, None) if back else (6, 0, None))
    await house.pulled()
    assert [one.word for one in house.all(Shrink)] == [Word.OVER]
    assert [one.item_id for one in house.all(Baseline) if one.noun == "measure" and one.vanished_at] == []


async def test_many_deletions_told_one_by_one_wait_for_a_word_too(house: House) -> None:
    rows = house.outside.site.list("Pasakumi")
    for number in range(1, 6):
        rows.delete(number)
    report = (await house.pulled())["measure"]
    assert (report.gone, report.reason, house.all(Shrink)) == (5, None, [])  # a fifth, and no more
    for number in range(6, 12):
        rows.delete(number)
    assert (await house.pulled())["measure"].gone == 0
    rows.delete(12)  # one alone is believed all the same
    report = (await house.pulled())["measure"]
    reason = Finding("rows-vanished", {"list": "Pasākumi", "gone": 6, "known": 19})
    assert (report.gone, report.reason) == (1, reason)
    assert [(one.gone, one.known, one.word) for one in house.all(Shrink)] == [(6, 19, Word.ASKED)]
    assert say(house, believe=False)
    assert (await house.pulled())["measure"].gone == 0
    assert say(house, believe=True)
    assert (await house.pulled())["measure"].gone == 6
    assert (await house.pulled())["measure"].reason is None


async def test_a_list_made_anew_is_read_once_somebody_gives_up_the_old_one(either: House) -> None:
    house, _ = either, await either.pulled()
    rows = house.outside.site.list("Pasakumi")
    before = {one.id for one in house.all(Measure)}
    old, rows.id = rows.id, "00000000-0000-0000-0000-000000000001"
    for number in range(3, 26):
        rows.delete(number)
    rows.edit(1, {"Title": "Jaunajā sarakstā."})
    report = (await house.pulled(full=True))["measure"]
    assert (report.reason, report.gone) == (Finding("list-replaced", {"list": "Pasākumi"}), 0)
    await house.pulled()
    assert [(one.gone, one.known, one.list_id) for one in house.all(Shrink)] == [(25, 25, rows.id)]
    assert say(house, believe=True)
    report = (await house.pulled())["measure"]
    assert (report.whole, report.created, report.gone, report.reason) == (True, 2, 25, None)
    living = [one for one in house.all(Measure) if one.gone_at is None]
    assert (len(living), before & {one.id for one in living}) == (2, set())
    assert [one.word for one in house.all(Shrink)] == [Word.OVER]
    report = (await house.pulled())["measure"]
    assert (report.whole, report.read, report.reason, kept(house).list_id) == (False, 0, None, rows.id)
    assert old != rows.id


async def test_an_old_list_brought_back_goes_on_as_before(house: House) -> None:
    rows = house.outside.site.list("Pasakumi")
    old, rows.id = rows.id, "00000000-0000-0000-0000-000000000001"
    await house.pulled(full=True)
    rows.id = old
    rows.edit(1, {"Done": "Atkal īstajā."})
    report = (await house.pulled(full=True))["measure"]
    assert (report.changed, report.gone, report.reason) == (1, 0, None)
    assert [one.word for one in house.all(Shrink)] == [Word.OVER]


async def test_nothing_is_written_into_a_list_that_was_not_read_yet(house: House) -> None:
    rows = house.outside.site.list("Pasakumi")
    old, rows.id = rows.id, "00000000-0000-0000-0000-000000000001"
    await house.pulled(full=True)
    house.reply("4.1", "Viens.")
    await house.push.drain()
    assert house.item("Pasakumi", 16).get("Done") is None  # the row of that number is a stranger now
    assert house.operations() == [("reply", "done"), ("measure", "pending")]
    rows.id = old
    await house.pulled(full=True)
    await house.push.drain()
    assert house.item("Pasakumi", 16)["Done"] == "Viens."


async def test_nothing_is_written_into_a_list_made_anew_that_was_only_seen_yet(house: House) -> None:
    rows, workspace = house.outside.site.list("Pasakumi"), house.outside.client()
    old, rows.id = rows.id, "00000000-0000-0000-0000-000000000001"
    workspace.open()  # as a pull does first of all
    push = Push(house.store, FORUM, workspace, house.outside.clock.now, policy())
    house.reply("4.1", "Viens.")
    await push.drain()
    assert house.item("Pasakumi", 16).get("Done") is None
    assert house.operations() == [("reply", "done"), ("measure", "pending")]
    rows.id = old
    workspace.open()
    house.pass_time()
    await push.drain()
    workspace.close()
    assert (house.item("Pasakumi", 16)["Done"], house.operations()[1]) == ("Viens.", ("measure", "done"))


async def test_answers_go_on_in_a_list_made_anew(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    await house.pulled()
    rows = house.outside.site.list("Atbildes")
    rows.id = "00000000-0000-0000-0000-000000000001"
    rows.delete(1)
    await house.pulled(full=True)
    assert say(house, believe=True)
    await house.pulled()
    house.reply("4.1", "Divi.")
    await house.push.drain()
    assert [house.item("Atbildes", number)["Done"] for number in rows.items] == ["Divi."]
    assert {state for _, state in house.operations()} == {"done"}


async def test_a_calm_list_is_not_written_of(house: House) -> None:
    await house.pulled()
    before = {one.noun: one.read_at for one in house.all(WorkspaceList)}
    house.outside.site.list("Pasakumi").edit(1, {"Done": "x"})
    await house.pulled()
    after = {one.noun: one.read_at for one in house.all(WorkspaceList)}
    assert [noun for noun, at in after.items() if at != before[noun]] == ["measure"]
