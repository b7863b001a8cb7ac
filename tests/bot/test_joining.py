"""Joining by a personal link: what the visitor sees, what is kept, and what the coordinators are told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from forum import enrolment
from forum.enrolment import Address, Invitation
from forum.outbox import OutgoingMessage
from forum.people import Person
from tests.bot.conftest import Cast
from tests.bot.town import Town, labels, last, said, toasts
from tests.facts import FORUM, Facts, riga

ASKED = (
    "Labdien! Šis ir Atvērtās pārvaldības foruma automātiskais palīgs; to uztur Valsts kanceleja.\n\n"
    "Jūs: IZM kontaktpersona\n"
    "Iestāde: IZM pilnā vārdā\n"
    "Pasākums: 3.1. Pasākums 3.1\n\n"
    "Vai viss pareizi?"
)
NEWCOMER = 5005


@pytest.fixture
def newcomer(one: Cast) -> Person:
    """A contact of another body, with a measure to answer for, who has not joined."""

    def make(facts: Facts) -> Person:
        body = facts.body("IZM")
        person = facts.person("IZM kontaktpersona", body, role=one.person.role)
        facts.measure("3.1", body, contacts=(person,))
        facts.round(key="second")
        facts.opened("2021-01-18")
        return person

    return one.town.make(make)


def link(town: Town, person: Person) -> str:
    """A fresh personal link's token."""

    def invite(session: Session) -> str:
        return enrolment.invite(session, session.get_one(Person, person.id), now=town.clock.now())

    return town.do(invite)


def addresses(town: Town, person: Person) -> list[tuple[str, str]]:
    return [(row.address, row.state.value) for row in town.all(Address) if row.person_id == person.id]


async def test_a_member_joins_and_confirms(one: Cast, newcomer: Person) -> None:
    town = one.town
    visitor = town.account(NEWCOMER, started=False)
    visitor.start(link(town, newcomer))
    await town.settle()
    assert (last(visitor).text, labels(last(visitor))) == (ASKED, [["Jā, pareizi", "Nē, jālabo"], ["English"]])
    assert addresses(town, newcomer) == [(str(NEWCOMER), "asked")]
    question = last(visitor).id
    visitor.presses(question, "Jā, pareizi")
    await town.settle()
    assert said(visitor) == [
        "Paldies, pievienošanās ir apstiprināta!\n\n"
        "Nākamais termiņš: pirmdiena, 2021. gada 1. februāris.\n\n"
        "Pirmo atgādinājumu nosūtīsim 18. janvārī.\n\n"
        "Lūdzu, šeit nerakstiet ierobežotas pieejamības informāciju."
    ]
    assert last(visitor).id == question
    assert addresses(town, newcomer) == [(str(NEWCOMER), "confirmed")]
    visitor.start()
    await town.settle()
    assert last(visitor).text.startswith("Šī saruna jau ir pievienota forumam.")


async def test_the_token_is_nowhere_but_in_its_hash(one: Cast, newcomer: Person) -> None:
    town = one.town
    token = link(town, newcomer)
    assert [row.token_sha256 == enrolment._hash(token) for row in town.all(Invitation)][-1]
    town.put(one.coordinator, "invitation", name=newcomer.name, token=token)
    await town.settle()
    assert f"https://t.me/ogp_forums_bot?start={token}" in last(one.chief).text
    assert [row.values for row in town.all(OutgoingMessage)] == [{"name": newcomer.name}]


@pytest.mark.parametrize("fault", [("cut",), ("error", 400)])
async def test_the_token_is_not_kept_where_sending_failed_for_good(
    one: Cast, newcomer: Person, fault: tuple[object, ...]
) -> None:
    town = one.town
    town.put(one.coordinator, "invitation", name=newcomer.name, token=link(town, newcomer))
    town.api.next_faults = [fault]
    await town.settle()
    assert [row.values for row in town.all(OutgoingMessage)] == [{"name": newcomer.name}]


async def test_the_other_language_is_chosen_and_kept(one: Cast, newcomer: Person) -> None:
    town = one.town
    visitor = town.account(NEWCOMER, started=False)
    visitor.start(link(town, newcomer))
    await town.settle()
    question = last(visitor).id
    visitor.presses(question, "English")
    await town.settle()
    assert last(visitor).id == question
    assert last(visitor).text.endswith("Is all of this right?")
    assert labels(last(visitor)) == [["Yes, it is", "No, correct it"], ["Latviski"]]
    visitor.presses(question, "Yes, it is")
    await town.settle()
    visitor.says("/help")
    await town.settle()
    assert [text.partition("!")[0] for text in said(visitor)[:1]] == ["Thank you, you have joined"]
    assert last(visitor).text.startswith("Answer a reminder with a button or one message.\n\nCommands\n")


async def test_no_correct_it_tells_the_coordinators_in_their_hours(one: Cast, newcomer: Person) -> None:
    town = one.town
    town.clock.set(riga("2021-01-18 22:00"))
    visitor = town.account(NEWCOMER, started=False)
    visitor.start(link(town, newcomer))
    await town.settle()
    question = last(visitor)
    yes = question.keyboard[0][0].data or ""
    visitor.presses(question.id, "Nē, jālabo")
    await town.settle()
    assert last(visitor).text.startswith("Paldies! Koordinators par to ir informēts")
    assert addresses(town, newcomer) == [(str(NEWCOMER), "revoked")]
    assert said(one.chief) == []  # it is late in the evening
    town.clock.set(riga("2021-01-19 08:30"))
    await town.settle()
    assert last(one.chief).text.endswith("nosūtiet jaunu saiti. Dalībnieks: IZM kontaktpersona")
    assert labels(last(one.chief)) == [["Sagatavot jaunu saiti"]]
    town.api.inject(pressed(visitor.id, question.id, yes))
    await town.settle()
    assert addresses(town, newcomer) == [(str(NEWCOMER), "revoked")]


def pressed(user_id: int, message_id: int, data: str) -> dict[str, object]:
    """A press of a button that does not stand there any more, as an old app may send it."""
    chat = {"id": user_id, "type": "private", "first_name": "Member"}
    message = {"message_id": message_id, "date": 1, "chat": chat}
    user = {"id": user_id, "is_bot": False, "first_name": "Member"}
    query = {"id": "1", "from": user, "chat_instance": "1", "data": data, "message": message}
    return {"callback_query": query}


async def test_a_used_link_and_the_coordinators_new_one(one: Cast, newcomer: Person) -> None:
    town = one.town
    token = link(town, newcomer)
    town.account(NEWCOMER, started=False).start(token)
    thief = town.account(666, started=False)
    thief.start(token)
    await town.settle()
    assert last(thief).text == (
        "Šī saite jau ir izmantota. Koordinators par to ir informēts un var Jums atsūtīt jaunu."
    )
    assert addresses(town, newcomer) == [(str(NEWCOMER), "asked")]
    assert last(one.chief).text == ("Personiskā saite vēlreiz atvērta no citas sarunas. Dalībnieks: IZM kontaktpersona")
    one.chief.presses(last(one.chief).id, "Sagatavot jaunu saiti")
    await town.settle()
    fresh = last(one.chief).text.rpartition("?start=")[2]
    assert fresh != token
    other = town.account(NEWCOMER + 1, started=False)
    other.start(fresh)
    await town.settle()
    other.presses(last(other).id, "Jā, pareizi")
    await town.settle()
    assert addresses(town, newcomer) == [(str(NEWCOMER), "revoked"), (str(NEWCOMER + 1), "confirmed")]


async def test_the_same_chat_may_open_its_link_again(one: Cast, newcomer: Person) -> None:
    visitor = one.town.account(NEWCOMER, started=False)
    token = link(one.town, newcomer)
    visitor.start(token)
    visitor.start(token)
    await one.town.settle()
    assert said(visitor) == [ASKED, ASKED]
    assert said(one.chief) == []


@pytest.mark.parametrize("after", [timedelta(hours=72), timedelta(days=30)])
async def test_an_expired_link(one: Cast, newcomer: Person, after: timedelta) -> None:
    token = link(one.town, newcomer)
    one.town.clock.advance(after)
    visitor = one.town.account(NEWCOMER, started=False)
    visitor.start(token)
    await one.town.settle()
    assert said(visitor) == [
        "Šīs saites termiņš ir beidzies. Koordinators par to ir informēts un var Jums atsūtīt jaunu."
    ]
    assert addresses(one.town, newcomer) == []
    assert one.town.outgoing("link-trouble")[0][0] == "link-trouble"


async def test_an_unknown_link_tells_nobody_else(one: Cast) -> None:
    visitor = one.town.account(NEWCOMER, started=False)
    visitor.start("A" * 43)
    await one.town.settle()
    assert said(visitor) == [
        "Šī saite nav derīga. Lūdzu, pārbaudiet, vai tā ir visa, vai palūdziet koordinatoram jaunu."
    ]
    assert one.town.outgoing() == [("link-refused", "sent")]


async def test_the_link_of_someone_who_left(one: Cast, newcomer: Person) -> None:
    token = link(one.town, newcomer)

    def leave(session: Session) -> None:
        session.get_one(Person, newcomer.id).gone_at = one.town.clock.now()

    one.town.do(leave)
    visitor = one.town.account(NEWCOMER, started=False)
    visitor.start(token)
    await one.town.settle()
    assert said(visitor)[0].startswith("Šī saite vairs nav derīga, jo foruma sarakstā ir cita kontaktpersona.")
    assert said(one.chief) == ["Atvērta bijušās kontaktpersonas saite. Persona: IZM kontaktpersona"]
    one.chief.presses(last(one.chief).id, "Sagatavot jaunu saiti")
    await one.town.settle()
    assert toasts(one.chief) == ["Šī poga vairs nedarbojas."]


async def test_a_link_of_another_forum_opens_nothing(one: Cast) -> None:
    def elsewhere(session: Session) -> str:
        facts = Facts(session, forum="other-forum")
        return enrolment.invite(session, facts.person("Cita foruma persona"), now=one.town.clock.now())

    token = one.town.do(elsewhere)
    visitor = one.town.account(NEWCOMER, started=False)
    visitor.start(token)
    await one.town.settle()
    assert said(visitor)[0].startswith("Šī saite nav derīga.")
    assert [row.forum for row in one.town.all(Address)] == [FORUM, FORUM]


async def test_a_member_may_be_asked_to_join_for_a_second_body_in_the_same_chat(one: Cast, newcomer: Person) -> None:
    one.member.start(link(one.town, newcomer))
    await one.town.settle()
    one.member.presses(last(one.member).id, "Jā, pareizi")
    await one.town.settle()
    chat = str(one.member.id)
    assert (addresses(one.town, one.person), addresses(one.town, newcomer)) == (
        [(chat, "confirmed")],
        [(chat, "confirmed")],
    )
