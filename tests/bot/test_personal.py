"""A member's own settings, what is kept about them, and being forgotten: really, in every table."""

from __future__ import annotations

import json
import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import privacy
from forum.outbox import FORGETTING, OutgoingMessage
from forum.people import ChannelName, Person
from forum.plan import Plan
from forum.preferences import Preference
from forum.store.base import Base
from forum.store.migrate import metadata
from tests.bot.conftest import Cast
from tests.bot.town import Town, labels, last, said, toasts
from tests.facts import Facts, riga


async def says(one: Cast, text: str) -> None:
    one.member.says(text)
    await one.town.settle()


async def press(one: Cast, label: str) -> None:
    message = [each for each in one.member.messages if any(label in row for row in labels(each))][-1]
    one.member.presses(message.id, label)
    await one.town.settle()


def anywhere(town: Town, text: str) -> list[str]:
    """The columns of the whole memory in which this text stands."""

    # A short number may well stand within a hash.
    alone = re.compile(rf"(?<![0-9a-f]){re.escape(text)}(?![0-9a-f])")

    def search(session: Session) -> list[str]:
        return [
            f"{table.name}.{column.name}"
            for table in Base.metadata.sorted_tables
            for row in session.execute(select(table)).mappings()
            for column in table.columns
            if alone.search(json.dumps(row[column.name], default=str, ensure_ascii=False))
        ]

    return sorted(set(town.do(search)))


async def test_the_screen_says_what_stands_and_offers_the_rest(one: Cast) -> None:
    await says(one, "/iestatijumi")
    assert "Atgādinājumi darba dienās: 8.30–16.30" in last(one.member).text
    assert labels(last(one.member)) == [
        ["✓ Latviski", "English"],
        ["✓ Visu dienu", "No rīta", "Pēcpusdienā"],
        [f"✓ {day}" for day in ("Pirmd.", "Otrd.", "Trešd.", "Ceturtd.", "Piektd.")],
    ]


async def test_a_channel_is_chosen_where_there_are_two(one: Cast) -> None:
    await says(one, "/iestatijumi")
    assert "Rakstām Jums lietotnē Telegram." in last(one.member).text
    one.town.make(lambda facts: facts.mailed(one.person))
    await says(one, "/iestatijumi")
    assert labels(last(one.member))[0] == ["✓ Latviski", "English", "✓ Telegram", "E-pasts"]
    await press(one, "E-pasts")
    assert labels(last(one.member))[0] == ["✓ Latviski", "English", "Telegram", "✓ E-pasts"]
    assert "Rakstām Jums e-pastā." in last(one.member).text
    assert [row.channel for row in one.town.all(Preference)] == [ChannelName.EMAIL]


async def test_the_language_changes_at_once_and_stays(one: Cast) -> None:
    await says(one, "/iestatijumi")
    await press(one, "English")
    assert last(one.member).text.startswith("Settings\nLanguage: English")
    await says(one, "/nekas")
    assert last(one.member).text.startswith("Answer a reminder")


async def test_own_hours_hold_back_what_is_sent_unasked(one: Cast) -> None:
    await says(one, "/iestatijumi")
    await press(one, "Pēcpusdienā")
    await one.town.decide()
    await one.town.settle()
    assert [text for text in said(one.member) if text.startswith("Informācija")] == []
    one.town.clock.set(riga("2021-01-18 12:00"))
    await one.town.settle()
    assert len([text for text in said(one.member) if text.startswith("Informācija")]) == 1


async def test_a_day_that_is_not_wanted_is_passed_over(one: Cast) -> None:
    """18 January 2021 is a Monday."""
    await says(one, "/iestatijumi")
    await press(one, "✓ Pirmd.")
    await one.town.decide()
    await one.town.settle()
    assert [text for text in said(one.member) if text.startswith("Informācija")] == []
    one.town.clock.set(riga("2021-01-19 08:30"))
    await one.town.settle()
    assert len([text for text in said(one.member) if text.startswith("Informācija")]) == 1


async def test_one_day_stays(one: Cast) -> None:
    await says(one, "/iestatijumi")
    for day in ("Pirmd.", "Otrd.", "Trešd.", "Ceturtd.", "Piektd."):
        await press(one, f"✓ {day}")
    assert toasts(one.member)[-1] == "Vismaz vienai dienai jāpaliek."
    assert one.town.all(Preference)[0].weekdays == [4]


async def test_what_is_asked_is_answered_at_any_hour(one: Cast) -> None:
    await says(one, "/iestatijumi")
    await press(one, "Pēcpusdienā")
    one.town.clock.set(riga("2021-01-19 06:00"))
    await says(one, "/privatums")
    assert last(one.member).text.startswith("Kas par Jums ir saglabāts")


async def test_what_is_kept_is_told_and_handed_out(one: Cast) -> None:
    await says(one, "Izpildīts. Viss atvērts.")
    await says(one, "/privatums")
    assert "– 1 atbilde iestādes vārdā; tā ir arī platformā" in last(one.member).text
    await press(one, "Saņemt manus datus")
    file = last(one.member).media["document"]
    kept = json.loads(one.town.api.files.by_id(file["file_id"]).content)
    assert (file["file_name"], kept["person"][0]["name"]) == ("mani-dati.json", "VARAM kontaktpersona")
    assert [row["done"] for row in kept["reply_version"]] == ["Viss atvērts."]
    assert any("/privatums" in row["body"] for row in kept["incoming_message"])


async def test_forgetting_asks_once_and_then_forgets_everywhere(one: Cast) -> None:
    chat = str(one.member.id)
    await one.town.decide()
    await one.town.settle()
    await press(one, "Atgādināt vēlāk")
    await press(one, "19. janvāris")
    await says(one, "Izpildīts. Portals darbojas, ari pielikumi.")
    await says(one, "/privatums")
    await press(one, "Dzēst manus datus…")
    assert last(one.member).text.startswith("Vai dzēst?")
    assert "incoming_message.body" in anywhere(one.town, "Portals darbojas, ari pielikumi.")
    await press(one, "Jā, dzēst")
    assert last(one.member).text.startswith("Dzēsts.")
    assert anywhere(one.town, chat) == []
    # What was said for the body is the body's record, and on its way to the site.
    assert anywhere(one.town, "Portals darbojas, ari pielikumi.") == [
        "measure.done",
        "reply_version.done",
        "reply_version.written",
        "workspace_operation.values",
    ]
    assert last(one.chief).text.startswith("VARAM kontaktpersona: adreses un ziņas ir dzēstas")


async def test_whoever_is_forgotten_is_a_stranger(one: Cast) -> None:
    await says(one, "/privatums")
    await press(one, "Dzēst manus datus…")
    await press(one, "Jā, dzēst")
    count = len(said(one.member))
    await one.town.decide()
    await one.town.settle()
    assert len(said(one.member)) == count
    await says(one, "Izpildīts. Vēl kas.")
    assert one.town.versions() == []


async def test_no_is_no(one: Cast) -> None:
    await says(one, "/privatums")
    await press(one, "Dzēst manus datus…")
    await press(one, "Nē, paturēt")
    assert last(one.member).text == "Nekas nav dzēsts."
    await says(one, "Izpildīts. Viss atvērts.")
    assert len(one.town.versions()) == 1


async def test_what_was_kept_beside_the_answers_goes_too(one: Cast) -> None:
    """The words of a call for help, what was begun, a file about nothing, and the chats of before."""
    before = "555001"

    def second_measure(facts: Facts) -> None:
        facts.plan = facts.session.get_one(Plan, one.measures[0].plan_id)
        facts.measure("2.9", facts.session.get_one(type(one.body), one.body.id))

    def joined_before(facts: Facts) -> None:
        facts.asked(facts.session.get_one(Person, one.person.id), address=before)

    one.town.make(joined_before)
    await one.town.decide()
    await one.town.settle()
    await press(one, "Vajadzīga palīdzība")
    await press(one, "Cits iemesls")
    await says(one, "Vadītāja ir slimnīcā.")
    one.town.make(second_measure)
    await one.town.decide()
    one.member.sends_document("slepens.pdf", b"%PDF")
    await one.town.settle()
    await says(one, "Kaut kas iesākts ir.")
    for text in (before, "Vadītāja ir slimnīcā.", "slepens.pdf", "Kaut kas iesākts ir."):
        assert anywhere(one.town, text) != []
    await says(one, "/privatums")
    await press(one, "Dzēst manus datus…")
    await press(one, "Jā, dzēst")
    for text in (before, "Vadītāja ir slimnīcā.", "slepens.pdf", "Kaut kas iesākts ir."):
        assert anywhere(one.town, text) == []


def test_an_operator_forgets_a_person_with_all_their_chats(one: Cast) -> None:
    chat = str(one.member.id)

    def erase(session: Session) -> None:
        person = session.get_one(Person, one.person.id)
        person.email, person.phone = "kontakts@varam.example", "67000000"
        session.flush()
        privacy.forget_person(session, person)

    one.town.do(erase)
    found = [anywhere(one.town, text) for text in (chat, "kontakts@varam.example", "67000000")]
    assert found == [[], [], []]


# What points to a person and stays: what they said for their body, and what the forum itself is made of and noted.
SAID = {"attendance", "evidence", "help_request", "rejoinder", "reply_version"}
STAYS = SAID | {"coding", "dispute", "filing", "opinion", "person", "responsibility", "returned_answer", "shrink"}
EMPTIED = {"outgoing_message"}


def test_all_that_points_to_a_person_is_kept_or_forgotten_on_purpose() -> None:
    pointing = {
        table.name
        for table in metadata().sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "person"
    }
    gone = {noun.__tablename__ for noun in privacy.OWN}
    assert pointing == STAYS | EMPTIED | gone
    assert {noun.__tablename__ for noun in privacy.RECORD} == SAID


def test_the_last_word_is_the_one_whose_way_is_forgotten() -> None:
    assert FORGETTING == "privacy-forgotten"
    assert OutgoingMessage.__tablename__ in EMPTIED
