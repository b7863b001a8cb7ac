"""The report of a round about Latvia's plan: what was answered, from where, and by whom not, in each form."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import answering
from forum.answering import Answer
from forum.people import Institution, Person
from forum.plan import Completion
from forum.records import File
from forum.replies import Manner
from forum.reports import NoSuchRound
from forum.rounds import Obligation
from forum.times import At
from sandbox.outside import Outside
from service import recording, translating
from service.papers import FORMS, BadPaper, Paper, new_template, report_once
from service.stage import Stage, stage
from tests.databases import Files
from tests.journeys.conftest import RIGA
from tests.journeys.standing import STILL
from words.filling import BadTemplate

ROUND = "report-2020"
NOW = datetime(2021, 1, 18, 10, 42, tzinfo=RIGA)
SAID = {
    "VARAM": Answer(
        channel="telegram",
        completion=Completion.SUBSTANTIAL,
        done="Sagatavots <datu> kopas apraksts & publicēts.\nAtvērti 12 jauni dati.",
        next_step="Atvērt pārējos.",
    ),
    "IZM": Answer(
        channel="letter", completion=Completion.LIMITED, done="Apmācīti skolotāji.", obstacles="Ārkārtas stāvoklis."
    ),
    "KNAB": Answer(channel="telegram", manner=Manner.NOTHING, obstacles="Darbs sāksies februārī."),
}


def answer(session: Session, code: str, said: Answer) -> None:
    """What a body says about each measure that it answers for."""
    body = session.scalars(select(Institution).where(Institution.code == code)).one()
    person = session.scalars(select(Person).where(Person.institution_id == body.id)).first()
    for obligation in session.scalars(select(Obligation).where(Obligation.institution_id == body.id)).all():
        answering.record(session, obligation, person, said, at=At(now=NOW, real=NOW, day=NOW.date()))


@pytest.fixture
async def told(outside: Outside, sqlite_databases: Files) -> AsyncIterator[Stage]:
    """The site was read, and three bodies have answered."""
    outside.clock.set(NOW)
    async with stage(outside, sqlite_databases.ready(), seconds=STILL) as on:
        await on.settle()
        for code, said in SAID.items():
            await on.store.do(answer, code, said)
        yield on


def written(on: Stage, out: Path, *, language: str = "", own: Path | None = None) -> bytes:
    report_once(on.settings, Paper(ROUND, out, language, own), clock=on.outside.clock.now)
    return out.read_bytes()


def paragraphs(content: bytes) -> list[str]:
    return [one.text for one in Document(BytesIO(content)).paragraphs if one.text]


def section(lines: list[str], number: str) -> list[str]:
    """What stands under a measure's heading."""
    start = next(at for at, line in enumerate(lines) if line.startswith(f"{number} "))
    end = next(at for at, line in enumerate(lines) if at > start and re.match(rf"(?!{re.escape(number)})\d\.", line))
    return lines[start:end]


async def test_word_has_each_answer_with_its_source(told: Stage, tmp_path: Path) -> None:
    content = written(told, tmp_path / "z.docx")
    lines = paragraphs(content)
    assert section(lines, "4.2.") == [
        "4.2. Līdzdalības regulējums un informācijas pieejamība",
        "Atbildīgā iestāde: Vides aizsardzības un reģionālās attīstības ministrija (VARAM)",
        "Izpildes termiņš: 2021. gada 31. decembris",
        "Stāvoklis: Izpildīts būtiskā apjomā",
        "Vides aizsardzības un reģionālās attīstības ministrija (VARAM) (atbildīgā iestāde)",
        "Paveikts: Sagatavots <datu> kopas apraksts & publicēts.\nAtvērti 12 jauni dati.",
        "Nākamais solis: Atvērt pārējos.",
        "Avots: VARAM, 2021. gada 18. janvārī plkst. 10.42, 1. redakcija",
    ]
    assert section(lines, "2.3.")[3:] == [
        "Stāvoklis: Nav informācijas (pēc iepriekšējā ieraksta)",
        "Korupcijas novēršanas un apkarošanas birojs (KNAB) (atbildīgā iestāde)",
        "Nav ko ziņot: Darbs sāksies februārī.",
        "Avots: KNAB, 2021. gada 18. janvārī plkst. 10.42, 1. redakcija",
    ]
    assert section(lines, "2.8.")[-1] == "Avots: IZM, vēstulē 2021. gada 18. janvārī plkst. 10.42, 1. redakcija"
    assert section(lines, "2.9.")[-1] == "Informācija nav saņemta: VK (jāiesniedz līdz 2021. gada 1. februārim)."
    assert section(lines, "3.1.")[1:] == [
        "Atbildīgā iestāde plānā nav norādīta.",
        "Izpildes termiņš: 2021. gada 31. decembris",
        "Stāvoklis: Nav informācijas (pēc iepriekšējā ieraksta)",
        "Šajā kārtā par šo pasākumu informācija netiek prasīta.",
    ]

    everything(lines, content, told)


def everything(lines: list[str], content: bytes, told: Stage) -> None:
    """Nothing is left out without a word."""
    numbers = [line.split(" ")[0] for line in lines if re.match(r"\d\.\d+\. ", line)]
    on_site = [str(row["Number"]) for row in told.outside.site.list("Pasakumi").rows()]
    assert sorted(numbers) == sorted(f"{number}." for number in on_site)
    assert lines[:7] == [
        "Atskaite par plāna izpildi 2020. gadā",
        "Ceturtais nacionālais atvērtās pārvaldības rīcības plāns 2020.–2021. gadam",
        "Melnraksts. Stāvoklis pirmdien, 2021. gada 18. janvārī.",
        "Informācija jāiesniedz līdz 2021. gada 1. februārim.",
        "Pamats: Ministru kabineta 2020. gada rīkojuma Nr. 54 3. punkts",
        "Saņemto atbilžu skaits: 7; no tām bez izmaiņām: 0.",
        "Kopsavilkums",
    ]
    others = [number for number in numbers if number not in ("4.1.", "4.2.", "4.3.", "6.2.", "2.8.")]
    (summary,) = Document(BytesIO(content)).tables
    assert [[cell.text for cell in row.cells] for row in summary.rows] == [
        ["Stāvoklis", "Skaits", "Pasākumi"],
        ["Izpildīts būtiskā apjomā", "4", "4.1., 4.2., 4.3., 6.2."],
        ["Izpildīts ierobežotā apjomā", "1", "2.8."],
        ["Nav informācijas", str(len(others)), ", ".join(others)],
    ]


async def test_as_a_workbook_as_a_pdf_and_in_english(told: Stage, tmp_path: Path) -> None:
    written(told, tmp_path / "z.xlsx")
    book = load_workbook(tmp_path / "z.xlsx")
    assert book.sheetnames == ["Pasākumi", "Ieteikumi", "Nav saņemts"]
    rows = {(row[1], row[5]): row for row in book["Pasākumi"].iter_rows(min_row=2, values_only=True)}
    assert rows["2.8", "IZM"][4:14] == (
        "Izpildīts ierobežotā apjomā",
        "IZM",
        "Atbilde",
        "Izpildīts ierobežotā apjomā",
        "Apmācīti skolotāji.",
        "Ārkārtas stāvoklis.",
        None,
        None,
        NOW.replace(tzinfo=None),
        1,
    )
    assert rows["2.9", "VK"][6] == "Nav saņemta"
    lacking = [row[0] for row in book["Nav saņemts"].iter_rows(min_row=2, values_only=True)]
    assert Counter(lacking)["VK"] == sum(row[3] == "VK" for row in rows.values())

    content = written(told, tmp_path / "z.pdf")
    assert content.startswith(b"%PDF-")
    assert (b"<pdfuaid:part>1</pdfuaid:part>" in content, "Atskaite par plāna izpildi".encode() in content) == (
        True,
        True,
    )

    # The same data is the same bytes.
    for form in FORMS:
        assert written(told, tmp_path / f"a{form}") == written(told, tmp_path / f"b{form}")

    lines = paragraphs(written(told, tmp_path / "z.docx", language="en"))
    assert section(lines, "2.8")[3:] == [
        "Completion: Limited completion",
        "Ministry of Education and Science (IZM) (lead body)",
        "Done: Apmācīti skolotāji.",
        "Obstacles: Ārkārtas stāvoklis.",
        "Source: IZM, by letter 18 January 2021 at 10:42, version 1",
    ]


async def test_a_template_may_be_edited_in_word(told: Stage, tmp_path: Path) -> None:
    own = tmp_path / "own.docx"
    new_template(told.settings, own)
    edited = Document(str(own))
    edited.paragraphs[0].insert_paragraph_before("Valsts kanceleja")
    edited.save(str(own))
    assert paragraphs(written(told, tmp_path / "z.docx", own=own))[0] == "Valsts kanceleja"

    edited.paragraphs[0].text = "{{ report.naame }}"
    edited.save(str(own))
    with pytest.raises(BadTemplate, match="has no attribute 'naame'"):
        written(told, tmp_path / "z.docx", own=own)
    own.write_text("Sveiki")
    with pytest.raises(BadTemplate, match=r"own\.docx: this is no \.docx file"):
        written(told, tmp_path / "z.docx", own=own)

    # What cannot be written is one clear sentence.
    with pytest.raises(NoSuchRound, match=r"report-2022\. There are: report-2020, report-2021"):
        report_once(told.settings, Paper("report-2022", tmp_path / "z.docx"))
    with pytest.raises(BadPaper, match=r"must end in \.docx, \.pdf, \.xlsx, not as z\.doc"):
        report_once(told.settings, Paper(ROUND, tmp_path / "z.doc"))
    with pytest.raises(BadPaper, match="no texts in fr: lv, en"):
        report_once(told.settings, Paper(ROUND, tmp_path / "z.docx", "fr"))
    with pytest.raises(BadPaper, match="No such file or directory"):
        report_once(told.settings, Paper(ROUND, tmp_path / "none" / "z.docx"))


async def test_what_is_not_translated_goes_out_and_comes_in_again(told: Stage, tmp_path: Path) -> None:
    """The report in English has what was translated, and says how much was not; nothing half is kept."""
    out = tmp_path / "work.xlsx"
    content, count = told.store.read_now(translating.worklist, told.settings, ROUND, "en", now=NOW)
    out.write_bytes(content)
    book = load_workbook(out)
    sheet = book.worksheets[0]
    (row,) = [cell.row for cell in sheet["B"] if cell.value == "Apmācīti skolotāji."]
    assert count == sheet.max_row - 1
    sheet[f"D{row}"], sheet["C2"] = "Teachers were trained.", "fr"
    book.save(out)

    def back() -> dict[str, object]:
        return told.store.do_now(translating.take, told.settings, ROUND, "en", out.read_bytes(), now=NOW)

    assert back() == {
        "language": "en",
        "kept": 0,
        "empty": count - 2,
        "changed_since": [],
        "flaws": [{"cell": "C2", "trouble": "this row is of another language than the one asked for"}],
    }
    assert "Done: Apmācīti skolotāji." in paragraphs(written(told, tmp_path / "z.docx", language="en"))
    sheet["C2"] = "en"
    book.save(out)
    assert (back()["kept"], back()["kept"]) == (1, 0)
    lines = paragraphs(written(told, tmp_path / "z.docx", language="en"))
    assert "Done: Teachers were trained." in lines
    assert f"Texts not translated yet: {count - 1}; they stand here in their own language." in lines
    assert told.store.read_now(translating.worklist, told.settings, ROUND, "en", now=NOW)[1] == count - 1


async def test_a_finished_report_is_taken_back_by_command(told: Stage, tmp_path: Path) -> None:
    content = written(told, tmp_path / "z.docx")

    async def keep(brought: File | None, *published: str) -> dict[str, object]:
        return await told.store.do(
            recording.keep, told.settings, ROUND, brought, list(published), by="forumbot record", now=NOW
        )

    with pytest.raises(BadPaper, match="no finished report"):
        await keep(None)
    kept = await keep(File("gala.docx", content), "mk.gov.lv")
    when = "2021-01-18T10:42+02:00"
    assert kept == {
        "file": "gala.docx",
        "sha256": hashlib.sha256(content).hexdigest(),
        "taken_at": when,
        "by": "forumbot record",
        "turn": 1,
        "changed_since": [],
        "places": [{"place": "mk.gov.lv", "published": when, "by": "forumbot record"}],
    }
    await told.store.do(answer, "IZM", SAID["VARAM"])
    assert (await keep(None))["changed_since"] == ["2.8"]
