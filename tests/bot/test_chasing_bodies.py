"""Who is left alone when a coordinator reminds, a body's card, and buttons that hold no longer."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from forum.enrolment import Address
from forum.forums import Forum
from forum.helping import HelpRequest, Trouble
from forum.people import Person, Role
from forum.rounds import Obligation, Round
from forum.snoozes import Snooze
from tests.bot.chasing import ask, discharge, nudges, press
from tests.bot.conftest import Cast
from tests.bot.town import labels, last, said, toasts
from tests.facts import FORUM, at, riga


async def test_who_asked_for_time_or_help_is_left_alone_unless_chosen(many: Cast) -> None:
    def rest(session: Session) -> None:
        helped = session.query(Obligation).filter_by(measure_id=many.measures[1].id).one()
        asker = session.query(Person).filter_by(name="B0 kontaktpersona").one()
        session.add(
            Snooze(
                forum=FORUM,
                person_id=many.person.id,
                round_id=1,
                until_on=date(2021, 1, 25),
                asked_at=at("2021-01-18").now,
            )
        )
        session.add(
            HelpRequest(
                forum=FORUM,
                obligation_id=helped.id,
                person_id=asker.id,
                trouble=Trouble.DATA,
                asked_at=at("2021-01-18").now,
                rests_until=date(2021, 1, 21),
            )
        )

    many.town.do(rest)
    await ask(many)
    lines = last(many.chief).text.split("\n")
    assert [line for line in lines if line.startswith(("VARAM", "B0"))] == [
        "VARAM: 1.1., 2.1. – lūgts atgādināt 25. janvārī; ziņa vēl nav sūtīta",
        "B0: 1.2. – vajadzīga palīdzība: trūkst datu; ziņa vēl nav sūtīta",
    ]
    await press(many.town, many.chief, "Atgādināt visiem")
    assert last(many.chief).text == (
        "Atgādinājumu tūlīt saņems 8 cilvēki.\n\n"
        "Šoreiz neatgādinājām, jo lūgts atgādināt vēlāk vai gaidīta palīdzība: VARAM un B0."
    )
    assert many.person.id not in nudges(many.town)
    await ask(many, "/gaidam VARAM")
    await press(many.town, many.chief, "Atgādināt")
    assert nudges(many.town)[-1] == many.person.id


async def test_one_body_is_shown_by_its_name(many: Cast) -> None:
    await ask(many, "/gaidam varam pilnā vārdā")
    assert last(many.chief).text == (
        "VARAM – VARAM pilnā vārdā\nZiņojums līdz 2021-02-01\n\n"
        "Termiņš: pirmdiena, 2021. gada 1. februāris – atlikušas 14 dienas (10 darba dienas).\n\n"
        "Gaidām\n1.1. Pasākums 1.1\n2.1. Pasākums 2.1\n\n"
        "Kam jautājam\n– VARAM kontaktpersona: ziņa vēl nav sūtīta"
    )


async def test_whoever_is_away_is_named_with_who_stands_in(one: Cast) -> None:
    def leave(session: Session) -> None:
        session.get_one(Person, one.person.id).away_until = date(2021, 1, 25)
        session.add(Person(forum=FORUM, name="VARAM vietnieks", institution_id=one.body.id, role=Role.DEPUTY))

    one.town.do(leave)
    await ask(one)
    assert "; VARAM kontaktpersona: prombūtnē līdz 25. janvārim" in last(one.chief).text
    await ask(one, "/gaidam VARAM")
    assert last(one.chief).text.endswith(
        "Kam jautājam\n– VARAM vietnieks: nav, kā sasniegt\n\n"
        "VARAM kontaktpersona: prombūtnē līdz 25. janvārim; aizstāj VARAM vietnieks."
    )


async def test_an_unknown_body_is_answered_with_those_there_are(many: Cast) -> None:
    await ask(many, "/gaidam XYZ <b>")
    assert last(many.chief).text == (
        "Iestādes «XYZ <b>» šajā termiņā nav. Rakstiet saīsinājumu, piemēram, «/gaidam VARAM».\n\n"
        "Iestādes: VARAM, B0, B1, B2, B3, B4, B5, B6, B7 un B8"
    )


async def test_a_body_is_opened_and_left_in_place(many: Cast) -> None:
    await ask(many)
    overview = last(many.chief).text
    await press(many.town, many.chief, "Pa iestādēm…")
    assert labels(last(many.chief))[0] == ["VARAM (2)", "B0 (1)", "B1 (1)", "B2 (1)"]
    await press(many.town, many.chief, "›")
    await press(many.town, many.chief, "B8 (1)")
    assert last(many.chief).text.startswith("B8 – B8 pilnā vārdā")
    await press(many.town, many.chief, "Atpakaļ")
    assert (last(many.chief).text, len(said(many.chief))) == (overview, 1)


async def test_a_body_that_nobody_can_reach_cannot_be_reminded(one: Cast) -> None:
    def block(session: Session) -> None:
        for row in session.query(Address).filter_by(person_id=one.person.id):
            row.state = row.state.BLOCKED

    one.town.do(block)
    await ask(one)
    assert labels(last(one.chief)) == [["Sagatavot saites"], ["Pa iestādēm…"]]
    assert "VARAM: 2.8. – saruna ir slēgta vai vēstules nepienāk" in last(one.chief).text.split("\n")


async def test_while_messages_are_paused_nobody_is_reminded(one: Cast) -> None:
    await ask(one)
    one.town.do(lambda session: setattr(session.get_one(Forum, FORUM), "paused_at", riga("2021-01-18")))
    await press(one.town, one.chief, "Atgādināt visiem")
    assert (toasts(one.chief), nudges(one.town)) == (["Ziņu sūtīšana dalībniekiem ir apturēta."], [])
    await ask(one)
    assert last(one.chief).text.endswith("Ziņu sūtīšana dalībniekiem ir apturēta.")


async def test_when_nobody_is_left_to_remind_the_old_button_says_so(one: Cast) -> None:
    await ask(one)
    one.town.do(lambda session: discharge(session, one.body, riga("2021-01-18")))
    await press(one.town, one.chief, "Atgādināt visiem")
    assert (toasts(one.chief), nudges(one.town)) == (["Pašlaik nav neviena, kam atgādināt."], [])


@pytest.mark.parametrize("label", ["Atgādināt visiem", "Izvēlēties…", "Pa iestādēm…"])
async def test_buttons_of_a_closed_round_say_so(one: Cast, label: str) -> None:
    await ask(one)
    one.town.do(lambda session: setattr(session.get_one(Round, 1), "gone_at", riga("2021-01-18")))
    await press(one.town, one.chief, label)
    assert (toasts(one.chief), nudges(one.town)) == (["Šis atskaites termiņš ir slēgts."], [])


@pytest.mark.parametrize("label", ["Atgādināt visiem", "Izvēlēties…", "Pa iestādēm…"])
async def test_who_coordinates_no_more_gets_a_polite_word(one: Cast, label: str) -> None:
    await ask(one)
    one.town.do(lambda session: setattr(session.get_one(Person, one.coordinator.id), "role", Role.OBSERVER))
    await press(one.town, one.chief, label)
    assert (toasts(one.chief), nudges(one.town)) == (["Šī poga Jums nav paredzēta."], [])
