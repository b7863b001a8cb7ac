"""Inviting in chat: who is in no chat yet, and a personal link for whoever is named."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from forum.enrolment import Address, AddressState
from forum.people import Person
from sandbox.botapi import Person as Account
from tests.bot.conftest import Cast
from tests.bot.town import Town, labels, last, said
from tests.facts import FORUM, riga

INVITED = (
    "Jauna personiskā saite (derīga trīs dienas, lietojama vienreiz). Pārsūtiet to tikai šim cilvēkam. Dalībnieks: "
)


def newcomer(cast: Cast, name: str = "VARAM vietnieks", *, email: str = "") -> Person:
    """Somebody of the member's body who stands in the roster and is in no chat."""

    def add(session: Session) -> Person:
        row = Person(forum=FORUM, name=name, institution_id=cast.body.id, email=email)
        session.add(row)
        session.flush()
        return row

    return cast.town.do(add)


async def asks(cast: Cast, text: str) -> str:
    cast.chief.says(text)
    await cast.town.settle()
    return last(cast.chief).text


async def press(cast: Cast, label: str) -> str:
    cast.chief.presses(last(cast.chief).id, label)
    await cast.town.settle()
    return last(cast.chief).text


def address(text: str) -> str:
    """The token at the end of an invitation."""
    return text.rsplit("start=", 1)[1]


async def opens(town: Town, account: Account, token: str) -> str:
    account.says(f"/start {token}")
    await town.settle()
    return last(account).text


@pytest.mark.parametrize("word", ["VARAM vietnieks", "varam  VIETNIEKS", "vietnieks", "vietnieks@varam.example"])
async def test_whoever_is_named_gets_a_link_that_works(one: Cast, word: str) -> None:
    newcomer(one, email="vietnieks@varam.example")
    text = await asks(one, f"/uzaicinat {word}")
    assert text.startswith(INVITED + "VARAM vietnieks\n")
    assert "Jūs: VARAM vietnieks" in await opens(one.town, one.town.account(77), address(text))


async def test_a_body_offers_its_people(one: Cast) -> None:
    newcomer(one)
    assert await asks(one, "/invite varam") == (
        "Foruma sarakstā atrasts\n"
        "\n"
        "1. VARAM: VARAM kontaktpersona – saruna jau ir; to aizstās jauna saite, kad tā būs atvērta un apstiprināta\n"
        "2. VARAM: VARAM vietnieks – saite vēl nav sagatavota\n"
        "\n"
        "Kam sagatavot personisko saiti? Nospiediet numuru vai rakstiet vārdu vai iestādi aiz komandas /uzaicinat"
    )
    assert labels(last(one.chief)) == [["1.", "2."]]
    assert (await press(one, "2.")).startswith(INVITED + "VARAM vietnieks\n")


async def test_a_new_link_for_one_who_has_a_chat_is_made_on_a_second_word_alone(one: Cast) -> None:
    await asks(one, "/uzaicinat VARAM kontaktpersona")
    assert one.town.outgoing("invitation") == []
    assert (await press(one, "1.")).startswith(INVITED + "VARAM kontaktpersona\n")


async def test_without_a_name_all_who_are_in_no_chat_are_shown_with_how_it_stands(one: Cast) -> None:
    for name in ("A persona", "B persona", "C persona", "D persona"):
        newcomer(one, name)
    link = address(await asks(one, "/uzaicinat C persona"))
    one.town.clock.set(riga("2021-01-21 10:00"))
    await asks(one, "/uzaicinat B persona")

    def close(session: Session) -> None:
        row = next(person for person in session.query(Person) if person.name == "D persona")
        chat = Address(forum=FORUM, channel="telegram", address="9", person_id=row.id, asked_at=riga("2021-01-18"))
        chat.state = AddressState.BLOCKED
        session.add(chat)

    one.town.do(close)
    one.town.clock.set(riga("2021-01-21 11:00"))
    assert (await asks(one, "/uzaicinat")).splitlines()[:7] == [
        "Vēl nav sarunas lietotnē Telegram",
        "4 no 6 personām foruma sarakstā.",
        "",
        "1. VARAM: A persona – saite vēl nav sagatavota",
        "2. VARAM: B persona – saite vēl nav izmantota, tās termiņš: 24. janvāris",
        "3. VARAM: C persona – saites termiņš ir beidzies",
        "4. VARAM: D persona – saruna ir slēgta",
    ]
    assert "termiņš ir beidzies" in await opens(one.town, one.town.account(77), link)


async def test_many_are_shown_page_by_page(one: Cast) -> None:
    for number in range(10):
        newcomer(one, f"Persona {number}")
    await asks(one, "/uzaicinat")
    assert labels(last(one.chief)) == [["1.", "2.", "3.", "4."], ["5.", "6.", "7.", "8."], ["›"]]
    await press(one, "›")
    assert labels(last(one.chief)) == [["9.", "10."], ["‹"]]
    assert (await press(one, "10.")).startswith(INVITED + "Persona 9\n")


async def test_nobody_of_this_name(one: Cast) -> None:
    newcomer(one)
    assert (await asks(one, "/uzaicinat XY")).startswith("Foruma sarakstā nav atrasts: «XY». Pārbaudiet rakstību.")
    assert "1. VARAM: VARAM vietnieks – " in await press(one, "Parādīt visus bez sarunas")


async def test_when_everybody_has_a_chat_it_says_so(one: Cast) -> None:
    assert await asks(one, "/uzaicinat") == "Visiem, kas ir foruma sarakstā, jau ir saruna lietotnē Telegram."


async def test_who_has_left_is_not_invited(one: Cast) -> None:
    gone = newcomer(one)
    one.town.do(lambda session: setattr(session.get_one(Person, gone.id), "until_on", riga("2021-01-17").date()))
    assert (await asks(one, "/uzaicinat VARAM vietnieks")).startswith("Foruma sarakstā nav atrasts")


async def test_a_member_cannot(one: Cast) -> None:
    newcomer(one)
    one.member.says("/uzaicinat VARAM vietnieks")
    await one.town.settle()
    assert said(one.member)[0].startswith("Uz atgādinājumu atbildiet")
    assert one.town.outgoing("invitation", "guests") == []


async def test_a_later_link_ends_the_earlier_one(one: Cast) -> None:
    newcomer(one)
    first = address(await asks(one, "/uzaicinat VARAM vietnieks"))
    one.town.clock.set(one.town.clock.now() + timedelta(minutes=1))
    await asks(one, "/uzaicinat VARAM vietnieks")
    assert "termiņš ir beidzies" in await opens(one.town, one.town.account(77), first)
