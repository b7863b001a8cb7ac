"""A finished report is looked through for words that were erased since, and is kept no more where it holds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from forum import searching
from forum.given import Body
from forum.reports import Chapter, Report
from forum.searching import Found
from service.searching import look
from tests.facts import RIGA
from tests.words.samples.report import ANSWER, ENTRY, REPORT
from words.reports import document, pdf, sheet, whole
from words.reports.telling import Telling
from words.texts import texts

SAID = (
    "Valsts sekretārs vārdā nenosaukts atteicās parakstīt iepirkuma dokumentus, un tāpēc līgums ar piegādātāju tika "
    "lauzts. Izpildīts. Pārējais ir publicēts ministrijas vietnē."
)
SOUGHT = searching.phrases([SAID])
BODY = Body("VARAM", "Ministrija")
TELLING = Telling(texts(), "lv", RIGA)


def report(said: str) -> Report:
    """A finished report with one answer that says this."""
    answer = replace(ANSWER, body=BODY, done=said, obstacles="", next_step="")
    entry = replace(ENTRY, title="Dati", leads=[BODY], co_leads=[], answers=[answer])
    chapters = [Chapter("2", "Apņemšanās", "", [entry])]
    return replace(REPORT, title="Ziņojums", plan="Plāns", legal_basis="", chapters=chapters)


def docx(said: str) -> bytes:
    return document.docx(whole.report(TELLING, report(said)), date(2021, 3, 1))


def xlsx(said: str) -> bytes:
    return sheet.xlsx(report(said), TELLING)


def paper(said: str) -> bytes:
    return pdf.pdf(whole.report(TELLING, report(said)), date(2021, 3, 1))


@pytest.mark.parametrize("make", [docx, xlsx, paper])
def test_the_words_are_found_in_each_form_and_others_are_not(make: Callable[[str], bytes]) -> None:
    """In other signs and capitals, too, and by one sentence of them alone."""
    assert look(make(SAID), SOUGHT) is Found.HOLDS
    assert look(make("Pārējais ir PUBLICĒTS\n«ministrijas»  vietnē"), SOUGHT) is Found.HOLDS
    assert look(make("Izpildīts. Pārējais ir publicēts citā ministrijas vietnē."), SOUGHT) is Found.NOTHING


def test_words_in_parts_of_a_word_file_are_found() -> None:
    """Runs part a sentence wherever somebody made something bold; notes at the foot are no part of the text."""
    made = Document()
    line = made.add_paragraph("Pārējais ir publi")
    line.add_run("cēts ministr").bold = True
    line.add_run("ijas vietnē.")
    made.sections[0].footer.paragraphs[0].text = "Valsts sekretārs vārdā nenosaukts"
    kept = BytesIO()
    made.save(kept)
    assert look(kept.getvalue(), SOUGHT) is Found.HOLDS
    assert look(kept.getvalue(), searching.phrases(["Valsts sekretārs vārdā nenosaukts."])) is Found.HOLDS


def test_what_cannot_be_read_is_left_to_a_person() -> None:
    empty = BytesIO()
    with ZipFile(empty, "w") as packed:
        packed.writestr("picture.png", b"")
    for content in (b"PK gala", b"%PDF-1.7 damaged", b"", empty.getvalue()):
        assert look(content, SOUGHT) is Found.UNREADABLE, content
    assert look(None, SOUGHT) is Found.HOLDS


def test_words_that_any_report_has_are_not_looked_for() -> None:
    assert searching.phrases(["Izpildīts.", "Nav sākts. Jā.", ""]) == []
    assert [one.partition(":")[0] for one in searching.phrases(["Slepenais iemesls."])] == ["2"]
