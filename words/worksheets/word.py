"""Word: a worksheet as a document, a heading and a small table a measure; what is chosen is chosen from a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from words.filling import LONGEST, same_always
from words.reports.template import foot, look
from words.worksheets.laying import Sheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

# A table's rows beside its heading, which has number and title.
GIVEN = ("number", "body", "due", "record")
GIVEN_OF_STEP = ("number", "due", "record")
WIDTHS = (4.0, 12.9)
GREY, YELLOW = "EDEDED", "FFF9E5"


def docx(sheet: Sheet) -> bytes:
    """The worksheet as .docx; the same worksheet gives the same bytes."""
    from docx import Document
    from docx.shared import Cm

    made = Document()
    look(made, sheet.language, {"Normal", "Heading 1", "Heading 2", "Heading 3", "List Bullet"})
    made.sections[0].left_margin = Cm(2)
    foot(made, sheet.title)
    made.add_heading(sheet.title, 1)
    for line in sheet.how:
        made.add_paragraph(line)
    for line in sheet.meanings:
        made.add_paragraph(line, "List Bullet")
    for row in sheet.rows:
        _together(_measure(made, sheet, row))
    core = made.core_properties
    core.title, core.language, core.author = sheet.title[:LONGEST], sheet.language, ""
    core.created = core.modified = datetime(2000, 1, 1, tzinfo=UTC)
    kept = BytesIO()
    made.save(kept)
    return same_always(kept.getvalue())


def _together(table: Table) -> None:
    """A measure's table stays on one page with its heading, where it has room there."""
    for row in table.rows:
        _add(row._tr.get_or_add_trPr(), "w:cantSplit")
    for row in table.rows[:-1]:
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True


def _measure(made: Document, sheet: Sheet, row: dict[str, str]) -> Table:
    from docx.shared import Cm

    made.add_heading(f"{row['number']} {row['title']}", 3 if row["step"] else 2)
    asked = (*(GIVEN_OF_STEP if row["step"] else GIVEN), *sheet.filled_in(row), "key")
    table: Table = made.add_table(len(asked), 2)
    table.style, table.autofit = "Table Grid", False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    for place, field in enumerate(asked):
        label, cell = table.rows[place].cells
        label.width, cell.width = (Cm(width) for width in WIDTHS)
        _write(label, sheet.headings[field], bold=field in sheet.filled, pale=field == "key")
        _shade(label, GREY)
        if field in sheet.filled:
            table.rows[place].height = Cm(0.8 if field == "choice" else 1.2)
        if field == "choice":
            _choosing(cell, sheet, sheet.offered(row))
        else:
            _write(cell, row[field], pale=field == "key")
        _shade(cell, YELLOW if field in sheet.filled else "")
    return table


def _write(cell: _Cell, text: str, *, bold: bool = False, pale: bool = False) -> None:
    from docx.shared import Pt, RGBColor

    cell.paragraphs[0].paragraph_format.space_after = Pt(1)
    run = cell.paragraphs[0].add_run(text)
    run.bold = bold
    if pale:
        run.font.size, run.font.color.rgb = Pt(8), RGBColor(0x80, 0x80, 0x80)


def _shade(cell: _Cell, colour: str) -> None:
    if colour:
        _add(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=colour)


def _choosing(cell: _Cell, sheet: Sheet, choices: Sequence[str]) -> None:
    """A list to choose from, as Word has it (ECMA-376 part 1, 17.5.2.15); until then it says that one is to choose."""
    from docx.oxml import OxmlElement

    box = _add(cell.paragraphs[0]._p, "w:sdt")
    about = _add(box, "w:sdtPr")
    _add(about, "w:alias", val=sheet.headings["choice"])
    _add(about, "w:showingPlcHdr")
    offered = _add(about, "w:dropDownList")
    for choice in choices:
        _add(offered, "w:listItem", displayText=choice, value=choice)
    text = OxmlElement("w:t")
    text.text = sheet.choose
    _add(_add(box, "w:sdtContent"), "w:r").append(text)


def _add(parent: Any, name: str, **values: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for attribute, value in values.items():
        made.set(qn(f"w:{attribute}"), value)
    parent.append(made)
    return made
