"""A body's letter in chat: its contact has it made, tells its number and date, and the coordinator hears of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import answering, rounds
from forum.answering import Answer
from forum.filings import Filing
from forum.people import Institution, Person, Role
from forum.plan import Completion
from forum.replies import ReplyVersion
from forum.rounds import Obligation, Round
from tests.bot.conftest import Cast
from tests.bot.town import Town, labels, last, said
from tests.facts import Facts, at, riga

NUMBER = "Ierakstīt numuru un datumu"


@pytest.fixture
def ministry(either_town: Town) -> Cast:
    """FM, through which IUB files; both have answered, but for one measure of IUB."""

    def make(facts: Facts) -> Cast:
        coordinator = facts.member("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)
        body = facts.body("FM", official_address="Smilšu iela 1, Rīga")
        below = facts.body("IUB", files_through_id=body.id)
        person, other = facts.member("FM kontaktpersona", body), facts.member("IUB kontaktpersona", below)
        measures = [facts.measure("2.8", body), facts.measure("2.9", below), facts.measure("2.10", below)]
        facts.round()
        for duty in facts.opened("2021-01-18")[:2]:
            given = Answer(channel="telegram", completion=Completion.LIMITED, done="Dati ir publicēti.")
            answering.record(facts.session, duty, person, given, at=at("2021-01-18"))
        either_town.account(1000 + other.id)
        return Cast(either_town, body, person, coordinator, measures)

    made = either_town.make(make)
    for person in (made.person, made.coordinator):
        either_town.of(person)
    return made


async def says(cast: Cast, text: str) -> str:
    cast.member.says(text)
    await cast.town.settle()
    return last(cast.member).text


async def press(cast: Cast, label: str) -> None:
    cast.member.presses(last(cast.member).id, label)
    await cast.town.settle()


async def test_the_letter_is_made_signed_and_closed(ministry: Cast) -> None:
    card = await says(ministry, "/vestule")
    assert card.split("\n\n") == [
        "Vēstule: FM – FM pilnā vārdā\nZiņojums līdz 2021-02-01",
        "Termiņš: pirmdiena, 2021. gada 1. februāris – atlikušas 14 dienas (10 darba dienas).",
        "FM: saņemts (projekts) 2.8.\nIUB: gaidām 2.10.; saņemts (projekts) 2.9.",
        "Vēstule vēl nav sagatavota.",
    ]
    assert labels(last(ministry.member)) == [["Sagatavot vēstuli"], [NUMBER]]
    await press(ministry, "Sagatavot vēstuli")
    got = last(ministry.member)
    assert got.document is not None
    lines = [line.text for line in Document(BytesIO(got.document.content)).paragraphs]
    assert (
        got.document.name,
        lines[0],
        "2.10. Pasākums 2.10 – IUB" in lines,
        lines.count("Paveikts: Dati ir publicēti."),
    ) == (
        "vestule-FM-2021-1.docx",
        "FM pilnā vārdā",
        True,
        2,
    )
    await press(ministry, NUMBER)
    # A date that is missing, cannot be understood or lies ahead is asked for by itself; the number stays.
    assert (await says(ministry, "Nr. 1-12/345")).startswith("Vēstules numurs: 1-12/345. Kāds ir tās datums?")
    assert (await says(ministry, "drīz")).startswith("Šo datumu nesapratām.")
    assert (await says(ministry, "19.01.2021.")).startswith("Vēstules datums nevar būt vēlāks par šodienu.")
    assert (await says(ministry, "15.01.")).split("\n\n") == [
        "Vēstule ir pierakstīta: FM, piektdiena, 2021. gada 15. janvāris, Nr. 1-12/345. Atbildes tajā: 2; "
        "to teksts vairs nemainās, un ziņojumā būs tieši tas.",
        "Vēl nav saņemts: 2.10.",
    ]
    assert said(ministry.chief) == [
        "Vēstule parakstīta: FM, piektdiena, 2021. gada 15. janvāris, Nr. 1-12/345 (Ziņojums līdz 2021-02-01). "
        "Atbildes tajā: 2.\n\nVēl nav saņemts: 2.10."
    ]


async def test_number_and_date_in_one_message_and_a_correction(ministry: Cast) -> None:
    await says(ministry, "/vestule")
    await press(ministry, NUMBER)
    assert "Nr. 1-12/345" in await says(ministry, "Nr. 1-12/345, 2021. gada 15. janvārī")
    await press(ministry, "Labot numuru")
    assert "2021. gada 14. janvāris, Nr. 1-12/354" in await says(ministry, "14.01.2021. Nr.1-12/354")
    (filing,) = ministry.town.all(Filing)
    assert (filing.number, str(filing.letter_on)) == ("1-12/354", "2021-01-14")


async def test_whoever_files_through_another_is_told_so(ministry: Cast) -> None:
    """They cannot see to that letter either; a coordinator can, and takes a number back."""
    town = ministry.town
    other = town.account(1000 + ministry.person.id + 1)
    other.says("/vestule")
    await town.settle()
    assert last(other).text == (
        "Jūsu iestādes atbildes iesniedz citas iestādes vēstulē: FM. Vēstuli sagatavo tās kontaktpersona."
    )
    chief = ministry.chief
    chief.says("/vestule")
    await town.settle()
    assert last(chief).text.splitlines()[-1] == "FM: gaidām 1, saņemts 2"
    chief.presses(last(chief).id, "FM")
    await town.settle()
    chief.presses(last(chief).id, NUMBER)
    await town.settle()
    chief.says("77, 15.01.2021.")
    await town.settle()
    chief.says("/vestule IUB")
    await town.settle()
    assert labels(last(chief)) == [["Labot numuru", "Atvērt no jauna"]]
    chief.presses(last(chief).id, "Atvērt no jauna")
    await town.settle()
    assert last(chief).text == "FM: vēstules numurs un datums ir izņemts; vēstule atkal tiek parakstīta."
    (filing,) = town.all(Filing)
    assert (filing.number, filing.signed_at) == ("", None)
    chief.says("/vestule ABC")
    await town.settle()
    assert last(chief).text.startswith("Iestādes «ABC» šajā termiņā nav.")


async def test_once_the_round_is_closed_an_official_letter_is_kept(ministry: Cast) -> None:
    ministry.town.clock.set(riga("2021-03-01 10:00"))
    await says(ministry, "/vestule")
    await press(ministry, NUMBER)
    told = await says(ministry, "Nr. 9, 26.02.2021.")
    assert told.startswith(
        "Ierakstīts kā saņemts pēc kārtas slēgšanas. Vēstule: FM, piektdiena, 2021. gada 26. februāris"
    )
    assert {row.code for row in ministry.town.all(Institution)} == {"VK", "FM", "IUB"}
    assert [row.discharged_at is not None for row in ministry.town.all(Obligation)] == [True, True, False]


async def test_which_of_two_locked_rounds_a_letter_belongs_to_is_not_guessed(ministry: Cast) -> None:
    def second(session: Session) -> None:
        first = session.scalars(select(Round)).one()
        session.add(
            Round(
                forum=first.forum,
                key="second",
                title="Piektā plāna atskaite",
                due_on=date(2021, 2, 3),
                audience=first.audience,
                plan_id=first.plan_id,
            )
        )
        rounds.open_obligations(session, first.forum, now=riga("2021-01-18"), day=date(2021, 1, 18))

    ministry.town.do(second)
    ministry.town.clock.set(riga("2021-03-01 10:00"))
    await says(ministry, "Nosūtīts ar vēstuli Nr. 9, 26.02.2021.")
    told = [one for one in ministry.member.messages if one.from_bot][-2:]
    assert ["Piektā plāna atskaite" in one.text for one in told] == [False, True]
    assert [NUMBER in str(labels(one)) for one in told] == [True, True]
    assert ministry.town.all(Filing) == []


async def test_one_sentence_that_the_letter_went_out_closes_it(ministry: Cast) -> None:
    """It is no answer about a measure; a sentence that says more is."""
    told = await says(ministry, "Labdien!\nNosūtīts ar vēstuli Nr. 1-12/34, 15.01.2021.")
    assert told.split("\n\n")[0] == (
        "Vēstule ir pierakstīta: FM, piektdiena, 2021. gada 15. janvāris, Nr. 1-12/34. Atbildes tajā: 2; "
        "to teksts vairs nemainās, un ziņojumā būs tieši tas."
    )
    assert [(row.number, str(row.letter_on)) for row in ministry.town.all(Filing)] == [("1-12/34", "2021-01-15")]
    assert len(ministry.town.all(ReplyVersion)) == 2
    # Whoever files through another names the letter for what the message replied to asks about.
    town = ministry.town
    other = town.account(1000 + ministry.person.id + 1)
    open_one = next(duty for duty in town.all(Obligation) if duty.discharged_at is None)
    town.put(town.all(Person)[2], "ask-status", obligation=open_one.id)
    await town.settle()
    other.says("Sent by letter No 5-1, 16 January 2021", reply_to=last(other).id)
    await town.settle()
    assert [(row.channel, row.done) for row in town.all(ReplyVersion)][2:] == [
        ("letter", "Sent by letter No 5-1, 16 January 2021")
    ]
