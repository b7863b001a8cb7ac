"""Push: what a broken line, a site that is down or a crash leaves is written once, and whoever waits is told."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.baselines import Baseline
from forum.operations import State, WorkspaceOperation
from forum.times import real
from sandbox.site import Fault
from tests.sync.conftest import House
from tests.sync.pushed import DONE, echo, rows, tell_echo


async def test_with_the_site_down_the_reply_waits_says_so_and_is_written_once(house: House) -> None:
    await house.pulled()
    house.outside.site.down = True
    house.reply("4.1", "Viens.")
    house.reply("4.2", "Divi.")
    assert await house.push.drain() == 4
    assert house.operations() == [(noun, "pending") for noun, _ in (*DONE, *DONE)]
    assert [message.retry_at for message in house.messages("echo")] == [None, None]
    assert len(house.outside.asked("POST", "$batch")) == 1
    assert await house.push.drain() == 0
    tell_first = house.all(WorkspaceOperation)[0]
    assert (tell_first.attempts, tell_first.error) == (1, "site-down: The workspace does not answer just now. (503)")
    house.outside.site.down = False
    house.pass_time()
    assert await house.push.drain() == 4
    assert (house.operations(), len(rows(house))) == ([*DONE, *DONE], 2)


async def test_who_was_told_that_it_waits_is_told_when_it_is_written(house: House) -> None:
    house.outside.site.down = True
    house.reply("4.1", "Viens.")
    await house.push.drain()
    tell_echo(house, written=False)
    house.outside.site.down = False
    house.pass_time()
    await house.push.drain()
    assert [
        (one.channel, one.address, one.language, one.values, one.dedupe_key, one.asked)
        for one in house.messages("written")
    ] == [("telegram", "77", "lv", {"version": 1}, "written/1", True)]


async def test_who_was_told_that_it_is_written_is_not_told_again(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    tell_echo(house, written=True)
    assert house.messages("written") == []


async def test_the_sites_wish_to_be_left_alone_is_kept(house: House) -> None:
    house.outside.site.faults.append(Fault(status=429, headers={"Retry-After": "120"}))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    waits = [(row.retry_at - real()).total_seconds() for row in house.all(WorkspaceOperation)]
    assert [110 < seconds <= 120 for seconds in waits] == [True, True]


async def test_a_creation_cut_off_after_the_work_does_not_double(house: House) -> None:
    house.outside.site.faults.append(Fault(cut=5, done=True, path="/items"))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    # The two were one call, of which no answer came; the row's own version tells that it was changed once.
    assert (house.operations(), len(rows(house))) == ([("reply", "pending"), ("measure", "pending")], 1)
    house.pass_time()
    await house.push.drain()
    assert (house.operations(), len(rows(house))) == (DONE, 1)
    assert house.outside.site.list("Pasakumi").items[16].version == 2
    assert [row["Done"] for row in rows(house)] == ["Viens."]
    assert len([one for one in house.all(Baseline) if one.noun == "reply"]) == 1


async def test_an_error_answered_after_the_work_does_not_double(house: House) -> None:
    house.outside.site.faults.append(Fault(status=503, done=True, path="/items"))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    house.pass_time()
    await house.push.drain()
    assert (house.operations(), len(rows(house))) == (DONE, 1)


async def test_a_change_cut_off_after_the_work_is_no_conflict(house: House) -> None:
    house.outside.site.faults.append(Fault(cut=0, done=True, path="items(16)"))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    house.pass_time()
    await house.push.drain()
    assert (house.operations(), house.messages("conflict")) == (DONE, [])
    assert house.outside.site.list("Pasakumi").items[16].version == 2


async def test_what_a_crash_left_is_written_after_the_next_start(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()

    def crash(session: Session) -> None:
        """The site had answered, and nothing of it was kept."""
        for row in session.scalars(select(WorkspaceOperation)):
            row.state, row.claimed_at = State.SENDING, real()
        for base in session.scalars(select(Baseline).where(Baseline.noun == "reply")):
            session.delete(base)

    house.store.do_now(crash)
    assert await house.push.drain() == 0
    assert await house.push.recover() == 2
    await house.push.drain()
    assert (house.operations(), len(rows(house)), house.messages("conflict")) == (DONE, 1, [])


async def test_a_partly_tried_answer_holds_its_echo_until_all_is_tried(house: House) -> None:
    house.outside.site.faults.append(Fault(status=502, path="items(16)"))
    house.reply("4.1", "Viens.")
    await house.push.drain()
    assert house.operations() == [("reply", "done"), ("measure", "pending")]
    assert echo(house).retry_at is None
    house.pass_time()
    await house.push.drain()
    assert (house.operations(), len(house.messages("written"))) == (DONE, 0)
