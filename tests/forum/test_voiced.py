"""Both voices in the report: where they differ, what was replied, what the council said, and nothing that is sealed."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from forum import council, rejoinders, reports, ruling
from forum.council import Said
from forum.plan import Completion
from forum.reports import Report
from forum.voiced import Gap, gap
from tests.facts import RIGA, Facts, at
from tests.forum.voicing import WORDS, Scene, scene_of
from words.reports import document, pdf, sheet, whole
from words.reports.telling import Telling
from words.texts import Texts

DAY = date(2021, 1, 18)
TELLING = Telling(Texts(("lv", "en")), "lv", RIGA)


@pytest.fixture
def scene(facts: Facts) -> Scene:
    return scene_of(facts)


def report(scene: Scene) -> Report:
    return reports.of(scene.facts.session, scene.round, day=DAY)


@pytest.mark.parametrize(
    ("said", "seen", "found"),
    [
        ("complete", "not_started", Gap.NOT_DONE),
        ("substantial", "no_evidence", Gap.NOT_DONE),
        ("limited", "not_started", Gap.LESS),
        ("limited", "complete", Gap.MORE),
        ("no_evidence", "not_started", Gap.OTHER),
        ("withdrawn", "limited", Gap.OTHER),
        ("limited", "limited", None),
        (None, "limited", Gap.UNANSWERED),
    ],
)
def test_how_two_assessments_differ(said: str | None, seen: str, found: Gap | None) -> None:
    assert gap(Completion(said) if said else None, Completion(seen)) is found


def heard(scene: Scene) -> Report:
    """All have spoken: IZM, DELNA, IZM of that, and the council, whose opinion is entered twice."""
    scene.answers()
    session, view, now = scene.facts.session, scene.speaks(), scene.hand.at
    rejoinders.rejoin(session, scene.duty(scene.izm), view, "Lapa nav tukša.", scene.contact, channel="page", at=now)
    said = Said(given_on=date(2021, 2, 19), minutes="3/2021", words="Padome atzīst:\nvajag pabeigt.")
    for _ in range(2):
        council.record(scene.facts.session, scene.round, said, by=scene.coordinator, at=scene.hand.at)
    return report(scene)


def test_both_voices_stand_side_by_side(scene: Scene) -> None:
    made = heard(scene)
    assert [(one.entry.number, one.gap) for one in made.differences] == [("2.8", Gap.NOT_DONE)]
    # A partner that carries the measure out, too, owes no answer and is no missing body.
    assert (made.lacking, reports.received(made)) == ([], (1, 1))

    told = whole.report(TELLING, made)
    assert [part.title for part in told.parts] == [
        "Kur iestāžu un partneru vērtējumi atšķiras",
        "Pārējie pasākumi",
        "Memoranda padomes atzinums",
    ]
    assert told.parts[0].sections[0].facts == [
        "Iestāde saka, ka ir paveikts, partneris – ka nav. IZM: Izpildīts. DELNA: Nav sākts."
    ]
    (_, theirs) = told.parts[1].sections[0].answers
    assert theirs.parts == [
        "Šo pasākumu partneris arī veic.",
        "Partnera vērtējums: Nav sākts",
        f"Viedoklis: {WORDS}",
        "Iestādes atbilde uz viedokli (IZM): Lapa nav tukša.",
    ]
    assert told.parts[2].sections[0].facts == ["Padome atzīst:", "vajag pabeigt."]

    words = "\n".join(one.text for one in Document(BytesIO(document.docx(told, DAY))).paragraphs)
    assert all(one in words for one in (WORDS, "Lapa nav tukša.", "Padome atzīst:", "Protokols Nr. 3/2021"))
    assert pdf.pdf(whole.pack(TELLING, made), DAY).startswith(b"%PDF")
    book = load_workbook(BytesIO(sheet.xlsx(made, TELLING)))
    assert book.sheetnames[-1] == "Balsis"
    assert [cell.value for cell in book["Balsis"][2]][4:9] == [
        "DELNA",
        "Nav sākts",
        None,
        WORDS,
        "IZM: Lapa nav tukša.",
    ]


def test_of_what_is_sealed_a_report_says_that_it_is(scene: Scene) -> None:
    ruling.hear(scene.facts.session, scene.round, blind=True, hand=scene.hand)
    scene.answers()
    scene.speaks()
    made = report(scene)
    told = whole.report(TELLING, made)
    assert made.differences == []
    (_, theirs) = told.parts[0].sections[0].answers
    assert theirs.parts == ["Šo pasākumu partneris arī veic.", "Viedoklis ir aizzīmogots līdz atklāšanai."]
    assert told.opening[-1] == ("Partneru viedokļi: 1; no tiem aizzīmogoti: 1. Vietas, kur vērtējumi atšķiras: 0.")


def test_minutes_entered_anew_are_a_version(scene: Scene) -> None:
    session, on = scene.facts.session, date(2021, 2, 19)
    for words in ("Pirmais.", "Labotais."):
        council.record(
            session, scene.round, Said(given_on=on, minutes="3", words=words), by=scene.coordinator, at=at("2021-02-20")
        )
    assert [(row.version, row.words) for row in council.opinions(session, scene.round)] == [(2, "Labotais.")]
