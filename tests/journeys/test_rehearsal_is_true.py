"""A rehearsal is true: what it foresees for January and February is what the service then sends, if nobody answers."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import own_dates
from forum.outbox import OutgoingMessage, State
from forum.people import Person
from sandbox.outside import Outside
from service.cast import join
from service.rehearsing import rehearse_once
from service.stage import Stage, stage
from tests.databases import Files
from tests.journeys.conftest import RIGA
from tests.journeys.standing import STILL

FIRST, LAST = date(2021, 1, 1), date(2021, 2, 28)
ABSENT, CHIEF = "NVD kontaktpersona", "VK koordinators"
# Has had thirteen of the fifteen messages that a year allows: there is room for the first reminder and the last call.
TIRED = "VARAM kontaktpersona"


def contacts(session: Session) -> list[str]:
    return [one.name for one in session.scalars(select(Person).order_by(Person.id)) if one.role is one.role.CONTACT]


def told_before(session: Session) -> None:
    """What the forum has written to somebody in the year before."""
    person = session.scalars(select(Person).where(Person.name == TIRED)).one()
    for number in range(13):
        sent = datetime(2020, 3, 2, 9, 0, tzinfo=RIGA) + timedelta(days=14 * number)
        session.add(
            OutgoingMessage(
                forum=person.forum,
                dedupe_key=f"before/{number}",
                kind=own_dates.KIND,
                values={},
                decided_at=sent,
                send_from=sent,
                person_id=person.id,
                state=State.SENT,
                sent_at=sent,
            )
        )


async def morning(on: Stage, day: date) -> None:
    on.outside.clock.set(datetime(day.year, day.month, day.day, 9, 0, tzinfo=RIGA))
    await on.settle()


async def test_what_is_foreseen_is_what_is_sent(outside: Outside, sqlite_databases: Files) -> None:
    outside.clock.set(datetime(2020, 12, 30, 9, 0, tzinfo=RIGA))
    async with stage(outside, sqlite_databases.ready(), seconds=STILL) as on:
        await on.settle()
        names = [name for name in on.store.read_now(contacts) if name != ABSENT]
        cast = await on.cast([*names, CHIEF])
        await join(list(cast.values()), on.settle)
        await on.store.do(told_before)
        told = rehearse_once(on.settings, FIRST, LAST, clock=outside.clock.now)
        foreseen = {(row["date"], row["person"]) for row in told["dates"] if row["joined"] and not row["held back"]}
        held = [(row["date"], row["person"], row["held back"]) for row in told["dates"] if row["held back"]]
        assert held == [("2021-01-21", TIRED, "year"), ("2021-02-03", TIRED, "year")]

        day = FIRST
        while day <= LAST:
            await morning(on, day)
            day += timedelta(days=1)
        sent = [
            (message.at.astimezone(RIGA).date().isoformat(), name)
            for name, member in cast.items()
            for message in member.account.messages
            if message.from_bot and re.match("Informācij[au] par|Laiks sagatavot vēstuli", message.text)
        ]
        assert sorted(sent) == sorted(foreseen)
        assert [on for on, name in sorted(sent) if name == TIRED] == ["2021-01-04", "2021-01-27"]
        assert {on for on, _ in sent} == {"2021-01-04", "2021-01-21", "2021-01-22", "2021-01-27", "2021-02-03"}
        # What was held back, the coordinator hears.
        digests = [one.text for one in cast[CHIEF].account.messages if "lai nerakstītu par daudz" in one.text]
        assert [f"– {TIRED}: 1 (gadā jau nosūtīts, cik paredzēts)" in text for text in digests] == [True, True]

        # Whoever has not joined is foreseen too, and named as such.
        assert {row["person"] for row in told["people"] if not row["joined"]} >= {ABSENT}

        # Gone by, the same days are rehearsed as they were.
        again = rehearse_once(on.settings, FIRST, LAST, clock=outside.clock.now)
        assert again["dates"] == told["dates"]
