"""A reply to an old reminder: it never becomes an answer to something else that happens to be open."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.rounds import Round
from tests.bot.conftest import Cast
from tests.bot.town import last
from tests.facts import riga


async def test_a_reply_to_a_closed_rounds_reminder_is_not_taken_for_another_round(one: Cast) -> None:
    await one.town.decide()
    await one.town.settle()
    old = last(one.member).id

    def another(session: Session) -> None:
        """A second round of the same plan, while the first one is locked."""
        first = session.scalars(select(Round)).one()
        first.lock_on = first.due_on
        second = Round(
            forum=first.forum, key="next", title="Nākamais", due_on=date(2021, 4, 1), audience=first.audience
        )
        second.plan_id = first.plan_id
        session.add(second)

    one.town.clock.set(riga("2021-03-01 10:00"))
    one.town.do(another)
    await one.town.decide()
    await one.town.settle()
    one.member.says("Izpildīts. Viss publicēts.", reply_to=old)
    await one.town.settle()
    assert last(one.member).text.startswith("Šis atskaites termiņš ir slēgts")
    assert (one.town.versions(), one.town.discharged()) == ([], [False, False])


async def test_a_reply_to_an_answered_reminder_is_a_later_version(one: Cast) -> None:
    await one.town.decide()
    await one.town.settle()
    nudge = last(one.member).id
    for text in ("Izpildīts. Dati publicēti.", "Izpildīts. Dati un apraksts publicēti."):
        one.member.says(text, reply_to=nudge)
        await one.town.settle()
    assert one.town.versions() == [
        ("complete", "Dati publicēti."),
        ("complete", "Dati un apraksts publicēti."),
    ]
