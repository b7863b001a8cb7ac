"""Unchanged in one tap: what is on record becomes the answer; in a mandatory round its text is shown first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.plan import Completion, Measure
from forum.replies import Manner, ReplyVersion
from forum.rounds import Kind, Obligation, Round
from tests.bot.conftest import Cast
from tests.bot.town import INSTEAD, labels, last, toasts


def stands(cast: Cast, **more: Any) -> None:
    """What the measure's row says."""
    row = {"completion": Completion.LIMITED, "done": "Sagatavots apraksts.", "completion_on": date(2020, 10, 12)} | more

    def change(session: Session) -> None:
        for name, value in row.items():
            setattr(session.scalars(select(Measure)).one(), name, value)

    cast.town.do(change)


async def nudged(cast: Cast) -> int:
    """The nudge has come; answers its number in the chat."""
    await cast.town.decide()
    await cast.town.settle()
    return last(cast.member).id


def manners(cast: Cast) -> list[tuple[Manner, str, str]]:
    return [(row.manner, row.done, row.obstacles) for row in cast.town.all(ReplyVersion)]


async def test_in_a_mandatory_round_the_text_is_shown_first(one: Cast) -> None:
    stands(one)
    nudge = await nudged(one)
    assert labels(last(one.member)) == [["Atbildēt", "Bez izmaiņām"], *INSTEAD]
    one.member.presses(nudge, "Bez izmaiņām")
    await one.town.settle()
    shown = last(one.member)
    assert shown.text == (
        "2.8. – bez izmaiņām kopš 12. oktobra. Ziņojumā būs šāds ieraksts:\n\n"
        "Stāvoklis: Izpildīts ierobežotā apjomā.\n\nPaveikts: «Sagatavots apraksts.»"
    )
    assert labels(shown) == [["Tā arī iesniegt", "Papildināt"], ["Atcelt"]]
    assert manners(one) == []
    one.member.presses(shown.id, "Tā arī iesniegt")
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    assert manners(one) == [(Manner.UNCHANGED, "Sagatavots apraksts.", "")]
    assert one.town.discharged() == [True]
    assert "\n\nBez izmaiņām.\n\nPaveikts: «Sagatavots apraksts.»" in last(one.member).text


async def test_pressed_again_it_is_said_that_it_is_done(one: Cast) -> None:
    stands(one)
    nudge = await nudged(one)
    one.member.presses(nudge, "Bez izmaiņām")
    await one.town.settle()
    question = last(one.member).id
    for message, button in ((question, "Tā arī iesniegt"), (question, "Tā arī iesniegt"), (nudge, "Bez izmaiņām")):
        one.member.presses(message, button)
        await one.town.settle()
    assert toasts(one.member)[-2:] == ["Tas jau ir izdarīts.", "Tas jau ir izdarīts."]
    assert len(manners(one)) == 1


async def test_cancelled_nothing_is_kept(one: Cast) -> None:
    stands(one)
    one.member.presses(await nudged(one), "Bez izmaiņām")
    await one.town.settle()
    one.member.presses(last(one.member).id, "Atcelt")
    await one.town.settle()
    assert (last(one.member).text, manners(one)) == ("2.8. Nekas nav ierakstīts.", [])
    assert labels(last(one.member)) == [["Atbildēt", "Bez izmaiņām"]]


async def test_in_a_voluntary_round_one_tap_is_enough(one: Cast) -> None:
    stands(one)
    one.town.do(lambda session: setattr(session.scalars(select(Round)).one(), "kind", Kind.VOLUNTARY))
    one.member.presses(await nudged(one), "Bez izmaiņām")
    await one.town.settle()
    assert manners(one) == [(Manner.UNCHANGED, "Sagatavots apraksts.", "")]


async def test_of_what_has_not_been_started_it_is_asked_why(one: Cast) -> None:
    stands(one, completion=Completion.NOT_STARTED, done="Gaida finansējumu.")
    one.member.presses(await nudged(one), "Bez izmaiņām")
    await one.town.settle()
    assert "uzrakstiet, kas to kavē" in last(one.member).text
    one.member.says("Finansējums nav piešķirts.")
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    assert manners(one) == [(Manner.UNCHANGED, "Gaida finansējumu.", "Finansējums nav piešķirts.")]
    assert one.town.do(lambda session: session.scalars(select(Measure)).one().obstacles) == "Finansējums nav piešķirts."
    assert last(one.member).text.split("\n\n")[1:5] == [
        "2.8. Stāvoklis: Nav sākts.",
        "Bez izmaiņām.",
        "Paveikts: «Gaida finansējumu.»",
        "Šķēršļi: «Finansējums nav piešķirts.»",
    ]


async def test_that_reason_is_corrected_where_it_was_written(one: Cast) -> None:
    stands(one, completion=Completion.NOT_STARTED)
    one.member.presses(await nudged(one), "Bez izmaiņām")
    await one.town.settle()
    why = one.member.says("Finansejums nav pieskirts.")
    await one.town.settle()
    one.member.edits(why, "Finansējums nav piešķirts.")
    await one.town.settle()
    assert manners(one)[-1] == (Manner.UNCHANGED, "Sagatavots apraksts.", "Finansējums nav piešķirts.")


async def test_all_that_will_be_printed_is_shown(one: Cast) -> None:
    stands(one, obstacles="Trūkst cilvēku.", next_step="Konkurss februārī.")
    one.member.presses(await nudged(one), "Bez izmaiņām")
    await one.town.settle()
    assert last(one.member).text.split("\n\n")[2:] == [
        "Paveikts: «Sagatavots apraksts.»",
        "Šķēršļi: «Trūkst cilvēku.»",
        "Nākamais solis: «Konkurss februārī.»",
    ]


@pytest.mark.parametrize("done", ["", "Kaut kas."])
async def test_where_nothing_is_on_record_there_is_no_such_button(one: Cast, done: str) -> None:
    stands(one, completion=None, done=done, completion_on=None)
    await nudged(one)
    assert labels(last(one.member)) == [["Atbildēt", "Bez izmaiņām"] if done else ["Atbildēt"], *INSTEAD]


async def test_of_several_measures_it_is_offered_with_the_question(two: Cast) -> None:
    (first, _) = two.town.all(Obligation)

    def change(session: Session) -> None:
        session.get_one(Measure, first.measure_id).done = "Sagatavots apraksts."

    two.town.do(change)
    nudge = await nudged(two)
    two.member.presses(nudge, "2.8.")
    await two.town.settle()
    assert labels(last(two.member))[-1] == ["Nav informācijas", "Bez izmaiņām", "Nav ko ziņot…"]
