"""What each state means is said beside it in worksheet files, in chat and on the page, in the words of one text."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.words.samples.reading_back import line
from words import completions
from words.texts import texts
from words.worksheets import excel, laying, word

LOCALES = Path(completions.__file__).parent / "locales"
TOLD = ("not-started", "limited", "substantial", "complete", "no-evidence")


def written(language: str, name: str) -> str:
    """A text of one line as it stands in the language's files."""
    found = [
        match[1]
        for file in sorted((LOCALES / language).glob("*.ftl"))
        for match in re.finditer(rf"^{name} = (.+)$", file.read_text("utf-8"), re.MULTILINE)
    ]
    (line,) = found
    return line


def pairs(language: str) -> list[str]:
    """Each state that may be told and its definition, as the language's files have them."""
    return [f"{written(language, f'completion-{one}')} – {written(language, f'ws-means-{one}')}" for one in TOLD]


@pytest.mark.parametrize("language", texts().languages)
def test_worksheet_files_have_every_definition_word_for_word(language: str) -> None:
    made = laying.sheet(texts(), language, [line(1)])
    lines = [one.text for one in Document(BytesIO(word.docx(made))).paragraphs]
    assert [one for one in lines if " – " in one and one in pairs(language)] == pairs(language)
    page = load_workbook(BytesIO(excel.xlsx(made))).worksheets[0]
    (comment,) = [cell.comment for row in page.iter_rows() for cell in row if cell.comment]
    assert comment.text.split("\n") == pairs(language)


@pytest.mark.parametrize("language", texts().languages)
def test_whatever_may_be_chosen_there_has_a_definition(language: str) -> None:
    """But for the two that are no state: nothing has changed, and nothing to report."""
    offered = laying.choices(language)[: len(TOLD)]
    assert offered == [written(language, f"completion-{one}") for one in TOLD]
    assert [completions.meaning(one.replace("-", "_"), language) for one in TOLD] == [
        written(language, f"ws-means-{one}") for one in TOLD
    ]
