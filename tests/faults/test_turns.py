"""Turns: whoever ticks beside whom, whichever way the clock jumps, and in both nights in which it is put: once each."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import deciding, forums, occurrences
from forum.occurrences import Occurrence, Turn
from forum.outbox import OutgoingMessage
from forum.people import Role
from forum.policies import Policy
from forum.store.door import Store
from tests.facts import DUE, FORUM, HOURS, LATVIA, MANDATORY, RIGA, Facts, policy, riga

POLICY = policy()
TICKERS = 4
# Each night in which Latvia's clocks are put, from the noon before to the noon after.
SPRING, AUTUMN = date(2021, 3, 28), date(2021, 10, 31)

Key = Callable[[datetime], Turn]


def by_local_date(now: datetime) -> Turn:
    return Turn("daily", POLICY.day(now), "due")


def by_utc_date(now: datetime) -> Turn:
    return Turn("daily", now.astimezone(UTC).date(), "due")


def by_instant(now: datetime) -> Turn:
    return Turn("daily", POLICY.day(now), f"{now.astimezone(UTC):%H:%M}")


def at_half_past_three(now: datetime) -> bool:
    """What a schedule for 03.30 asks; in autumn that hour comes twice, in spring never, and half past four serves."""
    here = now.astimezone(RIGA)
    return (here.hour, here.minute) in ((3, 30), (4, 30)) and (here.hour == 3 or here.date() == SPRING)


def at_any_time(_: datetime) -> bool:
    return True


def night(day: date) -> Iterator[datetime]:
    """Every half hour of this local day, by an instant each."""
    now = datetime(day.year, day.month, day.day, tzinfo=RIGA).astimezone(UTC)
    while now.astimezone(RIGA).date() == day:
        yield now
        now += timedelta(minutes=30)


async def ticked_through(store: Store, day: date, key: Key, due: Callable[[datetime], bool]) -> int:
    """How often a daily turn was taken on this day, by four tickers at once."""
    await store.do(forums.ensure, FORUM, now=riga("2021-01-02"))
    taken = 0
    for now in filter(due, night(day)):
        turns = (store.do(occurrences.take, FORUM, key(now), now=now) for _ in range(TICKERS))
        taken += sum(await asyncio.gather(*turns))
    return taken


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
@pytest.mark.parametrize("due", [at_any_time, at_half_past_three])
async def test_a_turn_is_taken_once_on_a_day_of_23_or_25_hours(
    store: Store, day: date, due: Callable[[datetime], bool]
) -> None:
    assert await ticked_through(store, day, by_local_date, due) == 1


@pytest.mark.parametrize(("key", "due"), [(by_utc_date, at_any_time), (by_instant, at_half_past_three)])
async def test_a_key_by_utc_is_caught(store: Store, key: Key, due: Callable[[datetime], bool]) -> None:
    assert await ticked_through(store, AUTUMN, key, due) == 2


async def test_four_tickers_and_a_clock_that_jumps_a_day_remind_once_a_rung(store: Store) -> None:
    store.do_now(_round)
    day = timedelta(days=1)
    for begun in (riga("2021-01-18 09:00"), riga("2021-01-27 09:00")):
        for now in (begun - day, begun, begun + day, begun, begun - day, begun + day):
            await asyncio.gather(*(store.do(_tick, now, POLICY) for _ in range(TICKERS)), return_exceptions=False)

    nudges, turns = store.read_now(_nudged)
    assert nudges == {1: 3, 2: 3}  # the start, which was missed, then signing, then the last days
    assert set(turns.values()) == {1}


@pytest.mark.parametrize("sunday", [SPRING, AUTUMN])
async def test_a_reminder_of_the_day_after_the_clocks_were_put_comes_once_on_its_day(
    store: Store, sunday: date
) -> None:
    """Ticked through from Saturday noon to Monday noon, every half hour, the doubled hour and the lacking one too."""
    monday = sunday + timedelta(days=1)
    store.do_now(_round, due_on=LATVIA.shift(monday, -MANDATORY[1].days))
    now = datetime.combine(sunday - timedelta(days=1), time(12), RIGA).astimezone(UTC)
    store.do_now(_tick, now, POLICY)
    before = store.read_now(_decided)
    for half_hours in range(1, 97):
        store.do_now(_tick, now + timedelta(minutes=30) * half_hours, POLICY)

    midnight, opening = (datetime.combine(monday, at, RIGA) for at in (time(0), HOURS.opens))
    assert [one for one in store.read_now(_decided) if one not in before] == [(midnight, opening)] * 2


async def test_after_an_outage_one_reminder_fits_the_day_and_none_is_stale(store: Store) -> None:
    """Down from before the first rung until after the third: the latest counts, once."""
    store.do_now(_round)
    store.do_now(_tick, riga("2020-12-23 09:00"), POLICY)
    assert store.read_now(_decided) == []

    for moment in ("2021-01-28 07:00", "2021-01-28 07:01", "2021-01-28 12:00"):
        store.do_now(_tick, riga(moment), POLICY)
    assert store.read_now(_decided) == [(riga("2021-01-28 07:00"), riga("2021-01-28 08:30"))] * 2
    _, turns = store.read_now(_nudged)
    assert {turn.turn for turn in turns if turn.schedule.startswith("round/")} == {"last"}


def _round(session: Session, due_on: date = DUE) -> None:
    facts = Facts(session)
    facts.member("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)
    for code in ("VARAM", "IZM"):
        body = facts.body(code)
        facts.member(f"{code} kontaktpersona", body)
        facts.measure(f"2.{body.id}", body)
    facts.round(due_on)


def _tick(session: Session, now: datetime, by: Policy) -> None:
    deciding.tick(session, FORUM, now=now, policy=by)


def _decided(session: Session) -> list[tuple[datetime, datetime]]:
    """When each reminder was decided, and from when it may be sent."""
    rows = session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == "nudge").order_by(OutgoingMessage.id))
    return [(row.decided_at, row.send_from) for row in rows]


def _nudged(session: Session) -> tuple[dict[int, int], Counter[Turn]]:
    """How many reminders each member was decided, by their order; and how often each turn was taken."""
    people = session.scalars(
        select(OutgoingMessage.person_id).where(OutgoingMessage.kind == "nudge").order_by(OutgoingMessage.person_id)
    ).all()
    taken = session.scalars(select(Occurrence)).all()
    each = Counter(people)
    return {place: each[one] for place, one in enumerate(sorted(each, key=str), 1)}, Counter(
        Turn(row.schedule, row.local_date, row.turn, row.member) for row in taken
    )
