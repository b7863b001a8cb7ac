"""What an answer costs a member: each press and each message counted, from the reminder to the discharge."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import nudges
from forum.inbox import IncomingMessage
from forum.outbox import OutgoingMessage
from forum.plan import Completion, Measure
from forum.replies import ReplyVersion
from forum.rounds import Kind, Round
from tests.bot.conftest import Cast
from tests.bot.town import labels
from tests.facts import riga

DONE, WHY, NEXT = "Sagatavots apraksts.", "Trūkst cilvēku.", "Konkurss februārī."
# What a member does, step by step (a label is pressed, anything else is said), and what is kept of it.
FULL = [
    (["Atbildēt", "Būtiskā apjomā", DONE], ("told", "substantial", DONE, "", "")),
    (
        ["Atbildēt", "Ierobežotā apjomā", f"{DONE}\nŠķēršļi: {WHY}\nNākamais solis: {NEXT}"],
        ("told", "limited", DONE, WHY, NEXT),
    ),
    (["Atbildēt", "Nav sākts", f"{DONE} Šķēršļi: {WHY}"], ("told", "not_started", DONE, WHY, "")),
    ([f"Izpildīts ierobežotā apjomā. {DONE}", WHY, NEXT], ("told", "limited", DONE, WHY, NEXT)),
    ([f"Izpildīts ierobežotā apjomā. {DONE} Šķēršļi: {WHY}"], ("told", "limited", DONE, WHY, "")),
    ([f"Izpildīts. {DONE}"], ("told", "complete", DONE, "", "")),
    (["Atbildēt", "Nav ko ziņot…", WHY], ("nothing", None, "", WHY, "")),
]
UNCHANGED = [
    (Kind.VOLUNTARY, Completion.LIMITED, ["Bez izmaiņām"], ""),
    (Kind.MANDATORY, Completion.LIMITED, ["Bez izmaiņām", "Tā arī iesniegt"], ""),
    (Kind.FINAL, Completion.LIMITED, ["Bez izmaiņām", "Tā arī iesniegt"], ""),
    (Kind.MANDATORY, Completion.NOT_STARTED, ["Bez izmaiņām", WHY], WHY),
]
LADDER = ("2021-01-27 10:00", "2021-02-03 10:00")


async def goes(one: Cast, steps: list[str]) -> None:
    """The reminder comes, and the member takes these steps."""
    await one.town.decide()
    await one.town.settle()
    for step in steps:
        shown = [each for each in one.member.messages if any(step in row for row in labels(each))]
        if shown:
            one.member.presses(shown[-1].id, step)
        else:
            one.member.says(step)
        await one.town.settle()
    one.town.written()
    await one.town.settle()


async def cost(one: Cast) -> tuple[int, int]:
    """How many steps came from the member, and how many reminders went to them until after the due day."""
    for moment in LADDER:
        one.town.clock.set(riga(moment))
        await one.town.decide()
        await one.town.settle()
    heard = [row for row in one.town.all(IncomingMessage) if row.lane == str(one.member.id)]
    told = [row for row in one.town.all(OutgoingMessage) if (row.kind, row.person_id) == (nudges.KIND, one.person.id)]
    return len(heard), len(told)


def kept(one: Cast) -> list[tuple[str, str | None, str, str, str]]:
    rows = one.town.all(ReplyVersion)
    return [(row.manner.value, row.completion, row.done, row.obstacles, row.next_step) for row in rows[-1:]]


@pytest.mark.parametrize(("steps", "said"), FULL)
async def test_a_full_answer_is_three_steps_at_most_and_ends_the_reminders(
    one: Cast, steps: list[str], said: tuple[str, str | None, str, str, str]
) -> None:
    await goes(one, steps)
    assert (kept(one), one.town.discharged()) == ([said], [True])
    assert (await cost(one), len(steps) <= 3) == ((len(steps), 1), True)


@pytest.mark.parametrize(("kind", "stands", "steps", "why"), UNCHANGED)
async def test_unchanged_is_one_step_and_two_where_an_answer_is_owed(
    one: Cast, kind: Kind, stands: Completion, steps: list[str], why: str
) -> None:
    def change(session: Session) -> None:
        session.scalars(select(Round)).one().kind = kind
        row = session.scalars(select(Measure)).one()
        row.completion, row.done, row.completion_on = stands, DONE, date(2020, 10, 12)

    one.town.do(change)
    await goes(one, steps)
    assert (kept(one), one.town.discharged()) == ([("unchanged", stands, DONE, why, "")], [True])
    assert (await cost(one), len(steps)) == ((len(steps), 1), 2 if kind.duty else 1)
