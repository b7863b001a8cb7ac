"""Switching on, pausing, resuming: nothing goes to members unasked before a coordinator says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from forum import enrolment, forums
from forum.people import Person, Role
from forum.policies import Care
from sandbox.botapi.chats import Message
from sandbox.clock import Clock
from tests.bot.conftest import Cast, cast
from tests.bot.town import Town, labels, last, said
from tests.facts import FORUM, Facts, riga


def never_on(town: Town) -> None:
    """As the service makes a forum."""

    def stop(session: Session) -> None:
        one = forums.of(session, FORUM)
        one.paused_at = one.begun_at

    town.do(stop)


async def press(one: Cast, label: str) -> Message:
    """Press the newest button of this label; answers what its message says then."""
    message = [each for each in one.chief.messages if any(label in row for row in labels(each))][-1]
    one.chief.presses(message.id, label)
    await one.town.settle()
    return next(each for each in one.chief.messages if each.id == message.id)


async def test_nothing_goes_to_members_before_a_coordinator_switched_it_on(one: Cast) -> None:
    never_on(one.town)
    await one.town.decide()
    await one.town.settle()
    assert (said(one.member), said(one.chief)) == ([], [])

    one.chief.says("/sakums")
    await one.town.settle()
    assert labels(last(one.chief)) == [["Ieslēgt", "Parādīt prognozi"], ["Vēlāk"]]
    told = await press(one, "Ieslēgt")
    assert told.text == ("Ziņas dalībniekiem ir ieslēgtas.\nNosūtīsim 18. janvārī plkst. 10.42: 1 ziņa 1 cilvēkam.")
    assert said(one.member)[0].startswith("Informācija par 2021. gadu")


async def test_members_join_and_answer_all_the_same(one: Cast) -> None:
    never_on(one.town)
    one.member.says("Izpildīts. Viss atvērts.")
    await one.town.settle()
    one.town.written()
    await one.town.settle()
    assert last(one.member).text.startswith("Saņemts un ierakstīts platformā")
    assert one.town.discharged() == [True]


async def test_a_coordinator_who_joins_sees_what_was_found_and_what_is_foreseen(town: Town) -> None:
    def make(facts: Facts) -> tuple[Person, str]:
        chancellery, body = facts.body("VK"), facts.body("VARAM")
        coordinator = facts.person("VK koordinators", chancellery, role=Role.COORDINATOR)
        facts.person("VARAM kontaktpersona", body)
        facts.measure("2.8", body)
        facts.round()
        facts.opened("2021-01-18")
        return coordinator, enrolment.invite(facts.session, coordinator, now=riga("2021-01-18"))

    care = {Care.CERTIFICATE: "Informātikas nodaļa, tālr. 67000000", Care.BOT: "VK Komunikācijas nodaļa"}
    town = replace(town, policy=replace(town.policy, care=care))
    coordinator, token = town.make(make)
    never_on(town)
    account = town.of(coordinator)
    account.start(token)
    await town.settle()
    account.presses(last(account).id, "Jā, pareizi")
    await town.settle()
    assert last(account).text == (
        "Forums īsumā\n"
        "Platformā: 2 iestādes, 1 pasākums, 2 personas.\n\n"
        "Sarakstos nekas nav jāsakārto.\n\n"
        "Prognoze 12 mēnešiem, ja neviens neatbild: 3 ziņas 1 cilvēkam.\n"
        "Pirmās: pirmdien, 2021. gada 18. janvārī.\n"
        "Visvairāk: 2021. gada janvāris – 2.\n"
        "Vienam cilvēkam ne vairāk kā: 3.\n"
        "No viņiem nevar sasniegt: 1.\n"
        "Neviens nesaņems vairāk, nekā paredzēts: gadā ne vairāk kā 15, ārpus atskaites termiņiem mēnesī ne vairāk"
        " kā 2.\n\n"
        "Kas par ko atbild\n"
        "Sertifikāts: Informātikas nodaļa, tālr. 67000000\n"
        "Bots: VK Komunikācijas nodaļa\n\n"
        "Dalībniekiem pagaidām nekas netiek sūtīts: ziņas vēl nav ieslēgtas. Ieslēgt tās var šeit: /sakums"
    )
    account.presses(last(account).id, "Parādīt prognozi")
    await town.settle()
    assert "pirmdiena, 2021. gada 18. janvāris: 1\n" in last(account).text
    assert "– VARAM kontaktpersona: 3" in last(account).text


async def test_pause_asks_once_and_holds_what_waits_until_it_is_lifted(one: Cast, clock: Clock) -> None:
    clock.set(riga("2021-01-18 07:00"))
    await one.town.decide()
    await one.town.settle()
    one.chief.says("/pauze")
    await one.town.settle()
    assert labels(last(one.chief)) == [["Apturēt", "Atcelt"]]
    told = await press(one, "Apturēt")
    assert "Ja atsāktu tagad, pirmās ziņas nosūtītu pirmdien, 18. janvārī: 1 ziņa." in told.text

    clock.set(riga("2021-01-20 10:00"))
    await one.town.decide()
    await one.town.settle()
    assert said(one.member) == []
    one.chief.says("/gaidam")
    await one.town.settle()
    assert last(one.chief).text.startswith("Ziņas dalībniekiem ir apturētas kopš 18. janvāra.")

    one.chief.says("/pause")
    await one.town.settle()
    await press(one, "Atsākt")
    assert [text.split("\n")[0] for text in said(one.member)] == ["Informācija par 2021. gadu"]
    await one.town.decide()
    await one.town.settle()
    assert one.town.outgoing("nudge") == [("nudge", "sent")]


async def test_after_a_long_pause_one_nudge_fits_the_day(one: Cast, clock: Clock) -> None:
    clock.set(riga("2021-01-18 07:00"))
    await one.town.decide()
    one.chief.says("/pauze")
    await one.town.settle()
    await press(one, "Apturēt")
    clock.set(riga("2021-01-28 10:00"))
    await one.town.decide()
    one.chief.says("/pauze")
    await one.town.settle()
    await press(one, "Atsākt")
    assert one.town.outgoing("nudge") == [("nudge", "dropped"), ("nudge", "sent")]
    assert "atlikušas 4 dienas" in said(one.member)[0]


async def test_what_was_answered_in_a_pause_is_not_reminded_of(one: Cast, clock: Clock) -> None:
    clock.set(riga("2021-01-18 07:00"))
    await one.town.decide()
    one.chief.says("/pauze")
    await one.town.settle()
    await press(one, "Apturēt")
    one.member.says("Izpildīts. Viss atvērts.")
    await one.town.settle()
    clock.set(riga("2021-01-18 10:00"))
    one.chief.says("/pauze")
    await one.town.settle()
    told = await press(one, "Atsākt")
    assert told.text.endswith("Pašlaik nekas nav jānosūta; par nākamo termiņu atgādināsim laikus.")
    assert one.town.outgoing("nudge") == [("nudge", "dropped")]


async def test_a_press_too_many_changes_nothing(one: Cast) -> None:
    one.chief.says("/pauze")
    await one.town.settle()
    question = last(one.chief).id
    told = await press(one, "Atcelt")
    assert (told.id, told.text) == (question, "Nekas nav mainīts: ziņas dalībniekiem tiek sūtītas kā parasti.")
    assert forums_paused(one) is False


def forums_paused(one: Cast) -> bool:
    return one.town.store.read_now(forums.of, FORUM).paused_at is not None


@pytest.mark.parametrize("command", ["/pauze", "/pause", "/sakums", "/overview"])
async def test_members_cannot(one: Cast, command: str) -> None:
    one.member.says(command)
    await one.town.settle()
    assert last(one.member).text.startswith("Uz atgādinājumu atbildiet ar pogu")


async def test_many_waiting_messages_hold_up_nothing_else(town: Town, clock: Clock) -> None:
    """While paused, what waits for members must not stand in the way of the coordinators' own."""
    one = cast(town, "2.8")
    never_on(town)
    for _ in range(80):
        town.put(one.person, "nothing-asked", asked=False)
    town.put(one.coordinator, "no-round", asked=False)
    clock.set(clock.now() + timedelta(minutes=1))
    await town.settle()
    assert (len(said(one.chief)), said(one.member)) == (1, [])
