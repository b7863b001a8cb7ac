"""More time, no more asking, an answer by telephone, and a letter: what a coordinator does for one body."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from forum.people import Person
from forum.plan import Completion
from forum.replies import ReplyVersion
from forum.rounds import Obligation
from tests.bot.chasing import ask, discharge, press
from tests.bot.conftest import Cast
from tests.bot.town import labels, last, said, toasts
from tests.facts import riga


def duty(cast: Cast) -> Obligation:
    return cast.town.all(Obligation)[0]


async def card(cast: Cast, label: str) -> None:
    await ask(cast, "/gaidam VARAM")
    await press(cast.town, cast.chief, label)


async def extend(cast: Cast, day: str = "15.02.") -> None:
    await card(cast, "Pagarināt")
    await ask(cast, day)
    await ask(cast, "Gaida ministrijas lēmumu.")


async def test_a_body_gets_more_time_and_hears_of_it_once(one: Cast) -> None:
    await extend(one)
    assert duty(one).due_on == date(2021, 2, 15)
    assert said(one.chief)[1:] == [
        "VARAM, 2.8. pasākums. Tagad termiņš: pirmdiena, 2021. gada 1. februāris. "
        "Līdz kuram datumam pagarināt? Piemēram: «12.02.2021.».",
        "Jaunais termiņš: pirmdiena, 2021. gada 15. februāris. "
        "Kāds ir iemesls? Uzrakstiet vienā ziņā; to redzēs arī iestāde.",
        "Pagarināts: VARAM, 2.8. pasākums. Termiņš: pirmdiena, 2021. gada 15. februāris. "
        "Iemesls: «Gaida ministrijas lēmumu.»",
    ]
    assert said(one.member) == [
        "Jums ir vairāk laika. Pasākumi: 2.8.; jaunais termiņš: pirmdiena, 2021. gada 15. februāris. "
        "Iemesls: «Gaida ministrijas lēmumu.»"
    ]


@pytest.mark.parametrize("day", ["31.02.", "12/1", "kaut kad", "15.01.", "01.02."])
async def test_a_day_that_is_none_or_lies_before_is_asked_again(one: Cast, day: str) -> None:
    await card(one, "Pagarināt")
    await ask(one, day)
    assert duty(one).due_on is None
    refused = last(one.chief).text
    await ask(one, "15.02.")
    await ask(one, "Gaida lēmumu.")
    assert (duty(one).due_on, refused == "") == (date(2021, 2, 15), False)


async def test_more_time_is_taken_back(one: Cast) -> None:
    await extend(one)
    await press(one.town, one.chief, "Atsaukt")
    assert (duty(one).due_on, duty(one).reason) == (None, "")
    assert last(one.chief).text == "Atsaukts: VARAM, 2.8. pasākums. Termiņš atkal: pirmdiena, 2021. gada 1. februāris."


async def test_what_is_no_more_asked_is_awaited_no_more(one: Cast) -> None:
    await card(one, "Neprasīt")
    await ask(one, "Pasākums nodots citam plānam.")
    assert duty(one).skipped_at == riga("2021-01-18 10:42")
    assert last(one.chief).text == "Neprasām: VARAM, 2.8. pasākums. Iemesls: «Pasākums nodots citam plānam.»"
    # Nobody of the body is written to: there is nothing for them to do.
    assert said(one.member) == []
    await ask(one, "/gaidam")
    assert last(one.chief).text.split("\n\n")[-1] == "Neprasām\nVARAM: 2.8. – «Pasākums nodots citam plānam.»"


async def test_an_answer_by_telephone_is_the_bodys_and_the_coordinator_gets_the_echo(one: Cast) -> None:
    await card(one, "Ierakstīt atbildi")
    assert last(one.chief).text == "VARAM, 2.8. pasākums. Kāds bija stāvoklis 2021. gada beigās?"
    await press(one.town, one.chief, "Būtiskā apjomā")
    await ask(one, "Teikts pa tālruni: vadlīnijas ir saskaņotas.")
    (version,) = one.town.all(ReplyVersion)
    coordinator = next(person for person in one.town.all(Person) if person.id == one.coordinator.id)
    assert (version.done, version.completion, version.entered_by_id) == (
        "Teikts pa tālruni: vadlīnijas ir saskaņotas.",
        Completion.SUBSTANTIAL,
        coordinator.id,
    )
    assert one.town.discharged() == [True]


async def test_what_was_answered_meanwhile_is_left_as_it_is(one: Cast) -> None:
    await card(one, "Pagarināt")
    one.town.do(lambda session: discharge(session, one.body, riga("2021-01-18 10:42")))
    await ask(one, "15.02.")
    assert last(one.chief).text == "Atbilde jau ir saņemta, tāpēc nekas nav mainīts."
    assert duty(one).due_on is None


# In the order of an official letter; what only the one who signs can know is left open.
LETTER = [
    "VK pilnā vārdā",
    "____.____.________. Nr. ____________",
    "VARAM pilnā vārdā",
    "Par informācijas sniegšanu par rīcības plāna izpildi 2021. gadā",
    "Informācija par rīcības plāna izpildi 2021. gadā bija jāiesniedz līdz 2021. gada 1. februārim.",
    "Lūdzam līdz 2021. gada 12. februārim iesniegt informāciju par tālāk minēto. "
    "Ja tā jau ir nosūtīta, lūdzam norādīt vēstules datumu un numuru.",
    "Vēl nav saņemta informācija",
    "2.8. Pasākums 2.8",
    "(amats) ____________________________ (vārds, uzvārds)",
    "Sagatavoja: VK koordinators",
    "Dokuments parakstīts ar drošu elektronisko parakstu un satur laika zīmogu.",
]


async def test_a_letter_is_drafted_for_the_coordinator_alone_and_called_off_once(one: Cast) -> None:
    one.town.clock.set(riga("2021-02-05 10:00"))
    await card(one, "Vēstules projekts")
    text = last(one.chief).text
    assert text.startswith("Vēstules projekts: VARAM. Gaidām atbildi: 2.8. Iestādei pašai nekas netiek sūtīts:")
    made = last(one.chief).document
    assert made is not None
    assert made.name == "atgadinajums-VARAM-2021.docx"
    assert [line.text for line in Document(BytesIO(made.content)).paragraphs if line.text] == LETTER
    assert said(one.member) == []
    one.town.do(lambda session: discharge(session, one.body, riga("2021-02-05 10:42")))
    for _ in range(3):
        await one.town.decide()
        await one.town.settle()
    assert said(one.chief)[2:] == ["VARAM: atbilde ir saņemta, sagatavotā vēstule vairs nav vajadzīga."]


async def test_a_letter_is_made_by_the_offices_own_template_and_a_bad_one_is_told(one: Cast, tmp_path: Path) -> None:
    own, town = tmp_path / "veidne.docx", one.town
    town.clock.set(riga("2021-02-05 10:00"))
    town.delivery = replace(town.delivery, policy=replace(town.policy, letter_template=own))
    form = Document()
    form.add_paragraph("Biroja veidne: {{ letter.subject }}, {{ letter.addressee }}")
    form.save(str(own))
    await card(one, "Vēstules projekts")
    made = last(one.chief).document
    assert made is not None
    assert [line.text for line in Document(BytesIO(made.content)).paragraphs] == [
        f"Biroja veidne: {LETTER[3]}, VARAM pilnā vārdā"
    ]
    own.write_bytes(b"nav dokuments")
    await card(one, "Vēstules projekts")
    assert last(one.chief).text.startswith("Vēstuli neizdevās sagatavot, jo iestatījumos norādītā Word veidne")


async def test_two_measures_are_told_apart_first(two: Cast) -> None:
    await card(two, "Neprasīt")
    assert (last(two.chief).text, labels(last(two.chief))) == ("VARAM: par ko?", [["2.8.", "2.10."]])
    await press(two.town, two.chief, "2.10.")
    await ask(two, "Nodots citam.")
    assert [one.skipped_at is not None for one in two.town.all(Obligation)] == [False, True]


async def test_who_is_no_coordinator_any_more_changes_nothing(one: Cast) -> None:
    await ask(one, "/gaidam VARAM")
    one.town.do(lambda session: setattr(session.get_one(Person, one.coordinator.id), "role", one.person.role))
    await press(one.town, one.chief, "Neprasīt")
    assert duty(one).skipped_at is None
    assert len(toasts(one.chief)) == 1
