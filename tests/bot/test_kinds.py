"""Rounds of each kind in chat: what is asked, what one press means, and that nobody is late where nothing is owed."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum.plan import Measure
from forum.replies import Manner, ReplyVersion
from forum.rounds import Kind, Obligation, Round
from tests.bot.conftest import Cast
from tests.bot.town import labels, last, toasts

WHY = ["Kāpēc saņēmu šo ziņu?"]
OTHERWISE = ["Atgādināt vēlāk", "Vajadzīga palīdzība"]


def of_kind(cast: Cast, kind: Kind) -> None:
    cast.town.do(lambda session: setattr(session.scalars(select(Round)).one(), "kind", kind))


async def nudged(cast: Cast) -> int:
    await cast.town.decide()
    await cast.town.settle()
    return last(cast.member).id


def said(cast: Cast) -> list[tuple[Manner, str, str | None]]:
    return [(row.manner, row.done, row.completion) for row in cast.town.all(ReplyVersion)]


def measure_says(cast: Cast) -> tuple[str | None, str]:
    def read(session: Session) -> tuple[str | None, str]:
        row = session.scalars(select(Measure).order_by(Measure.id)).first()
        assert row is not None
        return row.completion, row.done

    return cast.town.do(read)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            Kind.FILLING,
            (
                "Viss pareizi",
                "Labot vai papildināt",
                "Uzrakstiet vienā ziņā, kas jālabo vai jāpapildina",
                "Viss pareizi, kā plānā.",
            ),
        ),
        (
            Kind.COMMENTS,
            ("Iebildumu nav", "Rakstīt komentāru", "Uzrakstiet vienā ziņā savus iebildumus", "Iebildumu nav."),
        ),
    ],
)
async def test_words_alone_are_asked_for_and_one_press_says_that_there_are_none(
    one: Cast, kind: Kind, words: tuple[str, str, str, str]
) -> None:
    agree, instead, asks, echo = words
    of_kind(one, kind)
    nudge = await nudged(one)
    assert labels(last(one.member)) == [[agree, instead], OTHERWISE, WHY]

    one.member.presses(nudge, agree)
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    assert echo in last(one.member).text
    one.member.presses(nudge, agree)
    await one.town.settle()
    assert toasts(one.member)[-1] == "Tas jau ir izdarīts."
    one.member.presses(nudge, instead)
    await one.town.settle()
    assert asks in last(one.member).text
    one.member.says("Izpildīts. Termiņš ir 2021. gada jūnijs.")
    await one.town.settle()

    # No word of it is a completion, and none of it is set on the measure.
    told = "Izpildīts. Termiņš ir 2021. gada jūnijs."
    assert said(one) == [(Manner.UNCHANGED, "", None), (Manner.TOLD, told, None)]
    assert (measure_says(one), one.town.discharged()) == ((None, ""), [True])


async def test_of_several_measures_one_press_says_it_of_all_that_are_open(two: Cast) -> None:
    of_kind(two, Kind.FILLING)
    nudge = await nudged(two)
    shown = last(two.member)
    assert labels(shown)[1:] == [["Viss pareizi visos", *OTHERWISE], WHY]
    assert shown.text.count("Termiņš (kā plānā): nav norādīts") == 2

    for _ in range(2):
        two.member.presses(nudge, "Viss pareizi visos")
        await two.town.settle()

    assert last(two.member).text == (
        "Saņemts: darba lapas ir pareizas. Ja tomēr kaut kas jālabo, nospiediet pasākuma numuru iepriekšējā ziņā. "
        "Pasākumi: 2.8., 2.10."
    )
    assert toasts(two.member)[-1] == "Tas jau ir izdarīts."
    assert [row.discharged_at is not None for row in two.town.all(Obligation)] == [True, True]


@pytest.mark.parametrize("kind", [Kind.FILLING, Kind.VOLUNTARY, Kind.COMMENTS])
async def test_where_nothing_is_owed_nobody_is_told_to_be_late(one: Cast, kind: Kind) -> None:
    def past(session: Session) -> None:
        row = session.scalars(select(Round)).one()
        row.kind, row.due_on, row.grace_until = kind, date(2020, 12, 30), date(2021, 2, 1)

    one.town.do(past)
    await nudged(one)

    text = last(one.member).text
    assert ("bet atbildēt vēl var" in text, "vēl gaidām" in text) == (True, False)
    assert "Vēstule nosūtīta" not in str(labels(last(one.member)))


async def test_the_round_at_the_end_of_the_term_is_a_duty(one: Cast) -> None:
    of_kind(one, Kind.FINAL)
    await nudged(one)

    assert last(one.member).text.startswith("Noslēguma informācija par plāna izpildi\nTermiņš: ")
    assert "Kāds ir stāvoklis, plānam noslēdzoties?" in last(one.member).text


async def test_a_reminder_says_by_when_to_hand_in_for_signature(one: Cast) -> None:
    one.town.do(lambda session: setattr(session.scalars(select(Round)).one(), "sign_by", date(2021, 1, 22)))
    await nudged(one)
    assert "Jānodod parakstīšanai līdz piektdienai, 22. janvārim." in last(one.member).text


async def test_two_rounds_that_ask_the_same_are_told_apart_in_one_message(one: Cast) -> None:
    """As where two plans are reported on at once: each with its own title and its own day to sign by."""

    def second(session: Session) -> None:
        first = session.scalars(select(Round)).one()
        session.add(
            Round(
                forum=first.forum,
                key="second",
                title="Piektā plāna atskaite",
                due_on=first.due_on,
                audience=first.audience,
                plan_id=first.plan_id,
                sign_by=date(2021, 1, 26),
            )
        )

    one.town.do(second)
    await nudged(one)
    heads = [part.split("\n") for part in last(one.member).text.split("\n\n") if "Informācija par 2021. gadu" in part]
    assert [head[:2] for head in heads] == [
        ["Ziņojums līdz 2021-02-01", "Informācija par 2021. gadu"],
        ["Piektā plāna atskaite", "Informācija par 2021. gadu"],
    ]
    assert [head[2].split(". ", 2)[-1] for head in heads] == [
        "februāris – atlikušas 14 dienas (10 darba dienas). "
        "Ja atbilde iestādē jāsaskaņo, lūdzu, nododiet to parakstīšanai tagad.",
        "februāris – atlikušas 14 dienas (10 darba dienas). Jānodod parakstīšanai līdz otrdienai, 26. janvārim.",
    ]
