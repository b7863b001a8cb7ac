"""The plan as a picture: what it shows, to whom, and what its caption says."""

from __future__ import annotations

import struct
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.people import Person
from forum.plan import Commitment, Completion, Measure, Plan
from tests.bot.conftest import Cast
from tests.bot.town import Town, last
from tests.facts import FORUM


def size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def fill(town: Town) -> None:
    """The measures under a commitment, one of them complete."""

    def change(session: Session) -> None:
        plan = session.scalars(select(Plan)).one()
        row = Commitment(forum=FORUM, number="2", title="Atvērtie dati", title_en="Open data", plan_id=plan.id)
        session.add(row)
        session.flush()
        for measure in session.scalars(select(Measure)):
            measure.commitment_id = row.id
        session.scalars(select(Measure).where(Measure.number == "2.8")).one().completion = Completion.COMPLETE

    town.do(change)


async def test_anyone_may_see_how_the_plan_stands(two: Cast) -> None:
    fill(two.town)
    for account in (two.member, two.chief):
        account.says("/plans")
        await two.town.settle()
        shown = last(account)
        assert shown.text == (
            "Rīcības plāns\nStāvoklis pirmdien, 2021. gada 18. janvārī\n\nIzpildīts (1): 2.8.\nNav ieraksta (1): 2.10."
        )
        assert shown.document is not None
        width, height = size(shown.document.content)
        assert width == 1014
        # Beyond some 2.2 times its width a phone shows a picture too small to be read.
        assert height < 2.2 * width


async def test_a_plan_of_long_ago_is_not_shown(two: Cast) -> None:
    two.town.do(lambda session: setattr(session.scalars(select(Plan)).one(), "ends_on", date(2019, 12, 31)))
    two.member.says("/plans")
    await two.town.settle()
    assert last(two.member).text == "Platformā nav neviena spēkā esoša plāna ar pasākumiem."


async def test_what_belongs_to_no_commitment_is_shown_too(two: Cast) -> None:
    two.town.of(two.person).says("/plans")
    await two.town.settle()
    assert last(two.member).text.endswith("Nav ieraksta (2): 2.8., 2.10.")


async def test_in_english_numbers_have_no_full_stop(two: Cast) -> None:
    two.town.do(lambda session: setattr(session.get_one(Person, two.person.id), "language", "en"))
    two.member.says("/plan")
    await two.town.settle()
    assert last(two.member).text.endswith("Nothing on record (2): 2.8, 2.10")
