"""One measure's worksheet in chat, and a coordinator's wording of an answer for the public from there."""

from __future__ import annotations

import pytest

from forum import answering, publication_texts
from forum.answering import Answer
from forum.operations import WorkspaceOperation
from forum.people import Person, Role
from forum.plan import Completion
from forum.publication_texts import PublicationText
from forum.replies import Reply
from forum.rounds import Audience
from tests.bot.conftest import Cast
from tests.bot.town import Town, labels, last, said
from tests.facts import Facts, at


@pytest.fixture
def made(either_town: Town) -> Cast:
    """2.8 is led by IZM; four other bodies answer for it too, and all but VID have."""

    def make(facts: Facts) -> Cast:
        coordinator = facts.member("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)
        body, *others = (facts.body(code) for code in ("IZM", "VID", "FM", "VM", "TM"))
        person = facts.member("IZM kontaktpersona", body)
        stranger = facts.member("KNAB kontaktpersona", facts.body("KNAB"))
        measure = facts.measure(
            "2.8",
            body,
            co_leads=tuple(others),
            contacts=(person,),
            due_text="Līdz 2021. gada beigām",
            completion=Completion.LIMITED,
            done="Sagatavots apraksts.",
            completion_on=at("2020-10-12").day,
        )
        facts.round(audience=(Audience.RESPONSIBLE, Audience.CO_RESPONSIBLE))
        for duty in facts.opened("2021-01-18"):
            if duty.institution_id != others[0].id:
                given = Answer(channel="telegram", completion=Completion.LIMITED, done="Dati ir publicēti.")
                answering.record(facts.session, duty, person, given, at=at("2021-01-18"))
        either_town.account(1000 + stranger.id)
        return Cast(either_town, body, person, coordinator, [measure])

    cast = either_town.make(make)
    for one in (cast.person, cast.coordinator):
        either_town.of(one)
    return cast


async def test_a_measures_worksheet_is_shown_in_chat(made: Cast) -> None:
    chief, town = made.chief, made.town
    chief.says("/pasakums 2.8.")
    await town.settle()
    when = "18. janvārī plkst. 9.00"
    first, more = said(chief)
    assert first.split("\n\n") == [
        "2.8. Pasākums 2.8\nRīcības plāns\nAtbildīgā iestāde: IZM\nLīdzatbildīgās: VID, FM, VM un TM\n"
        "Kontaktpersonas: IZM kontaktpersona\nIzpildes termiņš plānā: Līdz 2021. gada beigām",
        "Platformā ierakstīts 18. janvārī\nStāvoklis: Izpildīts ierobežotā apjomā.\nPaveikts: «Dati ir publicēti.»",
        f"IZM (atbildīgā): Ziņojums līdz 2021-02-01, {when}, 1. redakcija\nStāvoklis: Izpildīts ierobežotā apjomā.\n"
        "Paveikts: «Dati ir publicēti.»",
        f"FM: Ziņojums līdz 2021-02-01, {when}, 1. redakcija\nStāvoklis: Izpildīts ierobežotā apjomā.\n"
        "Paveikts: «Dati ir publicēti.»",
        "Atbilde vēl nav saņemta: VID",
    ]
    assert [line for line in more.split("\n") if line.startswith(("2.8.", "VM", "TM"))] == [
        "2.8. Citu iestāžu atbildes",
        f"VM: Ziņojums līdz 2021-02-01, {when}, 1. redakcija",
        f"TM: Ziņojums līdz 2021-02-01, {when}, 1. redakcija",
    ]
    # The whole of it as a document.
    chief.presses(chief.messages[-2].id, "Dokuments")
    await town.settle()
    got = last(chief)
    assert got.document is not None
    assert got.document.name == "pasakums-2.8-2021-01-18.docx"


async def test_who_does_not_answer_for_it_sees_what_is_on_record(made: Cast) -> None:
    stranger = made.town.account(1000 + made.person.id + 1)
    stranger.says("/measure 2.8")
    await made.town.settle()
    (told,) = said(stranger)
    assert told.split("\n\n")[-1] == "Atbildes redz tie, kas par to atbild, un koordinatori."
    assert "Platformā ierakstīts" in told
    assert labels(last(stranger)) == []
    stranger.says("/pasakums 9.9")
    await made.town.settle()
    assert last(stranger).text.startswith("Pasākuma ar numuru «9.9» nav.")
    made.member.says("/pasakums")
    await made.town.settle()
    assert labels(last(made.member)) == [["2.8."]]
    made.member.presses(last(made.member).id, "2.8.")
    await made.town.settle()
    assert labels(made.member.messages[-2]) == [["Dokuments"]]


def texts(town: Town) -> list[tuple[int, str, str]]:
    return [(row.version, row.text, row.text_en) for row in town.all(PublicationText)]


async def test_a_coordinator_words_an_answer_for_the_public(made: Cast) -> None:
    chief, town = made.chief, made.town
    chief.says("/pasakums 2.8")
    await town.settle()
    sheet = chief.messages[-2]
    assert labels(sheet)[0] == ["Publicējamais teksts: IZM", "Publicējamais teksts: FM"]
    chief.presses(sheet.id, "Publicējamais teksts: IZM")
    await town.settle()
    assert last(chief).text.split("\n\n")[1] == "Iestādes vārdi: «Dati ir publicēti.»"
    chief.says("Dati ir publiski.")
    await town.settle()
    assert last(chief).text.split("\n\n") == [
        "IZM, 2.8. Teksts ir saglabāts; ierakstām to platformā un parādām iestādei.",
        "Publicējamais teksts: «Dati ir publiski.»",
    ]
    chief.presses(last(chief).id, "Teksts angliski")
    await town.settle()

    # Somebody else words it meanwhile: that is shown first.
    def meanwhile(session) -> None:  # type: ignore[no-untyped-def]
        reply, by = session.get(Reply, 1), session.get(Person, made.coordinator.id)
        publication_texts.write(session, reply, {"publish_text": "Citādi."}, by=by, at=at("2021-01-18"))

    town.do(meanwhile)
    chief.says("The data are public.")
    await town.settle()
    assert last(chief).text.split("\n\n")[0].startswith("Kamēr rakstījāt, kāds šo tekstu mainīja;")
    chief.says("The data are public.")
    await town.settle()
    assert texts(town) == [
        (1, "Dati ir publiski.", ""),
        (1, "Citādi.", ""),
        (1, "Citādi.", "The data are public."),
    ]
    written = [row.values for row in town.all(WorkspaceOperation)][-1]
    assert written == {"publish_text": "Citādi.", "text_en": "The data are public."}
    chief.presses(last(chief).id, "Noņemt")
    await town.settle()
    assert texts(town)[-1] == (1, "", "")
    assert last(chief).text == "IZM, 2.8. Publicējamais teksts ir noņemts; ziņojumā būs iestādes vārdi."
