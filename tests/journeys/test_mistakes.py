"""People's mistakes on the site: each is a sentence to the coordinator that says what to do, everything else goes on,
and nothing is lost on our side because something vanished there."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from forum.people import Person as RosterPerson
from forum.plan import MEASURE, Measure
from sandbox.botapi import Person
from sandbox.mess import named
from sandbox.outside import Outside
from sandbox.site.lists import SiteList
from service.cast import Member, join
from service.stage import Stage, stage
from tests.databases import Files
from tests.journeys.standing import STILL

COORDINATOR, CONTACT = "VK koordinators", "VARAM kontaktpersona"
# So many measures the plan has.
MEASURES = 25
REFUSED = "Atbildi nevar ierakstīt platformas sarakstā «{}». Tā ir saglabāta un nav zudusi.\nIemesls: {}"
HEADS = ("Saraksts", "Platformas sar", "Atbildi nevar")


@dataclass
class Scene:
    """A forum with a coordinator and a contact person in the chat, that has read its site once."""

    on: Stage
    coordinator: Person
    contact: Member

    def rows(self, url: str) -> SiteList:
        return self.on.outside.site.list(url)

    async def look(self) -> None:
        """The site is looked at anew, as it is every ten minutes, and a week begins."""
        await self.on.stop()
        self.on.outside.clock.advance(timedelta(days=7))
        await self.on.start()
        await self.on.settle()

    async def answer(self, text: str) -> None:
        """The contact person replies to the reminder, and says that it is about 4.1."""
        member = self.contact.account
        reminder = next(one for one in member.messages if one.from_bot and "4.1" in one.text)
        member.says(text, reply_to=reminder.id)
        await self.on.settle()
        card = member.messages[-1]
        member.presses(card.id, next(one.text for row in card.keyboard for one in row if one.text.startswith("4.1")))
        await self.on.settle()

    def told(self) -> list[str]:
        """What the coordinator was told of the lists."""
        return [one.text for one in self.coordinator.messages if one.from_bot and one.text.startswith(HEADS)]

    async def count(self, noun: type[Measure | RosterPerson]) -> int:
        """How many of them the forum knows; of measures, without what stands beside them."""
        such = [Measure.noun == MEASURE] if noun is Measure else []

        def query(session: Session) -> int:
            return session.scalar(select(func.count()).select_from(noun).where(noun.gone_at.is_(None), *such)) or 0

        return await self.on.store.read(query)

    def sentences(self) -> list[str]:
        """The last list of what must be put right, without its head and the names of lists."""
        return [line[2:] for line in self.told()[-1].splitlines() if line.startswith("– ")]

    async def goes_on(self) -> None:
        """Another list is read all the same."""
        self.rows("AtskaisuTermini").edit(1, {"Title": "Pārdēvēts ziņojums"})
        await self.on.settle()
        self.coordinator.says("/gaidam")
        await self.on.settle()
        assert "Pārdēvēts ziņojums" in self.coordinator.messages[-1].text


@pytest.fixture
async def scene(outside: Outside, sqlite_databases: Files) -> AsyncIterator[Scene]:
    async with stage(outside, sqlite_databases.ready(), seconds=STILL) as on:
        await on.settle()
        cast = await on.cast([COORDINATOR, CONTACT])
        await join(list(cast.values()), on.settle)
        await on.settle()
        yield Scene(on, cast[COORDINATOR].account, cast[CONTACT])


def stopped(title: str, reason: str) -> str:
    return (
        f"Saraksts «{title}» pašlaik netiek lasīts.\n{reason}\n"
        "Pārējie saraksti tiek lasīti kā parasti; kad šis būs sakārtots, ziņosim."
    )


async def test_a_column_renamed(scene: Scene) -> None:
    scene.rows("Pasakumi").rename_column("Completion", "Stāvoklis")
    await scene.look()
    reason = (
        "Saraksts «Pasākumi» netiek lasīts: tajā nav kolonnas «Izpilde». Lūdzu, pievienojiet šādu kolonnu, dodiet tai "
        "agrāko nosaukumu vai norādiet īsto kolonnu iestatījumā sharepoint.lists.measures.columns.completion."
    )
    assert scene.told() == [stopped("Pasākumi", reason)]
    assert await scene.count(Measure) == MEASURES
    await scene.goes_on()


async def test_a_column_retyped(scene: Scene) -> None:
    scene.rows("Pasakumi").columns["Completion"].kind = "Number"
    await scene.look()
    reason = (
        "Saraksts «Pasākumi» netiek lasīts: kolonnas «Izpilde» tips ir «Skaitlis», bet vajadzīgs «Izvēle». Lūdzu, "
        "izveidojiet šāda tipa kolonnu un norādiet to iestatījumā sharepoint.lists.measures.columns.completion."
    )
    assert scene.told() == [stopped("Pasākumi", reason)]
    assert await scene.count(Measure) == MEASURES
    await scene.goes_on()


async def test_a_column_made_required(scene: Scene) -> None:
    replies = scene.rows("Atbildes")
    replies.columns["PublishText"].required = True
    await scene.answer("Izpildīts. Viss.")
    sentence = (
        "Sarakstā «Atbildes» kolonna «Publicējamais teksts» tagad jāaizpilda obligāti, bet forums to neaizpilda, tādēļ "
        "jaunas rindas tur nevar ierakstīt. Lūdzu, saraksta iestatījumos šai kolonnai pie «Pieprasīt, lai šajā kolonnā "
        "būtu informācija» izvēlieties «Nē»; tad forums ierakstīs arī to, kas gaida."
    )
    assert scene.told()[0] == REFUSED.format("Atbildes", sentence)
    await scene.look()
    assert sentence in scene.sentences()
    await scene.goes_on()

    replies.columns["PublishText"].required = False
    await scene.look()
    assert [row["Done"] for row in replies.rows()] == ["Viss."]


async def test_a_choice_removed(scene: Scene) -> None:
    measures = scene.rows("Pasakumi")
    column = measures.columns["Completion"]
    was, column.choices = column.choices, tuple(one for one in column.choices if one != "Izpildīts")
    await scene.answer("Izpildīts. Viss.")
    sentence = (
        "Sarakstā «Pasākumi» kolonnai «Izpilde» trūkst izvēles: Izpildīts. Bez tās nevar ierakstīt atbildes, kurās tā "
        "ir. Lūdzu, kolonnas iestatījumos pievienojiet to tieši šādiem vārdiem; tad forums ierakstīs arī to, kas gaida."
    )
    assert scene.told()[0] == REFUSED.format("Pasākumi", sentence)
    assert [row["Done"] for row in scene.rows("Atbildes").rows()] == ["Viss."]
    await scene.look()
    assert sentence in scene.sentences()

    column.choices = was
    await scene.look()
    row = measures.items[measures.find("Number", "4.1")].values
    assert (row["Completion"], row[named(measures, "Paveiktais")]) == ("Izpildīts", "Viss.")


async def test_a_list_deleted_and_made_anew(scene: Scene) -> None:
    site = scene.on.outside.site
    columns = [one for one in scene.rows("Pasakumi").columns.values() if one.name not in ("ID", "Title")]
    site.remove_list("Pasakumi")
    await scene.look()
    gone = (
        "Platformā nav saraksta «Pasākumi». Lūdzu, izveidojiet to vai norādiet īstā saraksta nosaukumu iestatījumā "
        "sharepoint.lists.measures.title."
    )
    assert scene.told() == [stopped("Pasākumi", gone)]
    await scene.goes_on()

    site.add_list("Pasākumi", url="Pasakumi", columns=columns).add({"Title": "Jauns"})
    await scene.look()
    (asked,) = (one for one in scene.told() if "izveidots no jauna" in one)
    assert asked.splitlines()[:2] == [
        "Saraksts «Pasākumi» ir izveidots no jauna.",
        "Iepriekšējā rindas (skaits: 25) forumam ir zināmas, bet jaunajā sarakstā tās nevar atpazīt. Jaunais pagaidām "
        "netiek lasīts.",
    ]
    assert await scene.count(Measure) == MEASURES


async def test_two_rows_with_one_number(scene: Scene) -> None:
    rows = scene.rows("Pasakumi")
    rows.edit(2, {"Number": rows.items[1].values["Number"]})
    await scene.look()
    assert scene.sentences() == [
        "Rindas ar ID 1, 2, kolonna «Nr.»: vairākām rindām ir viens un tas pats numurs 1.1. Lūdzu, izlabojiet numuru "
        "vai dzēsiet lieko rindu."
    ]
    assert await scene.count(Measure) == MEASURES
    await scene.goes_on()


async def test_a_lookup_to_a_deleted_row(scene: Scene) -> None:
    rows = scene.rows("Pasakumi")
    scene.rows("Institucijas").delete(rows.items[1].values["Lead"])
    await scene.look()
    what = "norādītās rindas nav. Lūdzu, izvēlieties citu rindu vai atjaunojiet dzēsto no atkritnes."
    assert scene.sentences() == [
        f"Rinda ar ID 4, kolonna «Institūcija»: {what}",
        f"Rinda ar ID 1, kolonna «Vadošā institūcija»: {what}",
        f"Rindas ar ID 1, 2, 10, kolonna «Atbildīgā»: {what}",
    ]
    assert await scene.count(Measure) == MEASURES
    await scene.goes_on()


async def test_a_person_who_left(scene: Scene) -> None:
    people = scene.rows("Personas")
    people.edit(people.find("Title", CONTACT), {named(people, "Līdz"): "2021-01-08"})
    before = len(scene.contact.account.messages)
    await scene.look()
    scene.coordinator.says("/sakums")
    await scene.on.settle()
    said = "Iestādei nav nevienas personas, kam jautāt: VARAM. Lūdzu, ierakstiet to sarakstā «Atbildīgās personas»."
    assert said in scene.coordinator.messages[-1].text
    assert [one.text for one in scene.contact.account.messages[before:] if one.from_bot] == []
    await scene.goes_on()
