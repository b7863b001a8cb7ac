"""Books: how workbooks look, on a screen and printed; saved as bytes that do not change with the moment."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING
from zipfile import ZipFile

from words.filling import same_always

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FONT, HEAD_COLOUR = "Calibri", "E3EAF1"
# The height of a line, and of the highest row that a sheet has (points):
# https://support.microsoft.com/office/excel-specifications-and-limits
LINE, HIGHEST = 15.0, 409.0
# As many signs as stand legibly beside each other on a page.
WIDEST = 320

# The day of a workbook that has none of its own.
NO_DAY = date(2000, 1, 1)


def dress(sheet: Worksheet, widths: Sequence[int], *, keys: Collection[int] = ()) -> None:
    """Columns of these widths (signs) under heads that stand out, stay in sight and are printed on each page; cells
    that show all their words, but for ``keys``: the columns of what nobody reads."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for cell in sheet[1]:
        cell.font, cell.fill = Font(name=FONT, bold=True), PatternFill("solid", fgColor=HEAD_COLOUR)
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=cell.row == 1 or cell.column not in keys)
    sheet.freeze_panes = "A2"
    printed(sheet, head=1)
    heighten(sheet, widths, first=1)


def printed(sheet: Worksheet, *, head: int) -> None:
    """Broad side down; the row of the heads is on each page. Columns stand on one, or side by side on as many as it
    takes to read them."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    wide = sum(column.width for column in sheet.column_dimensions.values())
    sheet.page_setup.fitToHeight, sheet.page_setup.fitToWidth = 0, ceil(wide / WIDEST)
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head}:{head}"
    sheet.oddFooter.right.text = "&P / &N"


def heighten(sheet: Worksheet, widths: Sequence[int], *, first: int) -> None:
    """Rows, from the ``first`` on, as high as their words: what shows a workbook need not find that out by itself."""
    for row in sheet.iter_rows(min_row=first):
        lines = max(_lines(cell, width) for cell, width in zip(row, widths, strict=False))
        sheet.row_dimensions[row[0].row].height = min(lines * LINE, HIGHEST)


def _lines(cell: Cell, width: int) -> int:
    """How many lines the words of a cell fill at most."""
    parts = cell.value.split("\n") if isinstance(cell.value, str) and cell.alignment.wrap_text else [""]
    room = width * (0.9 if cell.font.b else 1.0)
    return sum(max(1, ceil(len(part) / room)) for part in parts)


def saved(book: Workbook, day: date = NO_DAY) -> bytes:
    """The workbook as .xlsx, dated ``day``: the same content gives the same bytes."""
    from openpyxl.xml.constants import ARC_CORE
    from openpyxl.xml.functions import tostring

    kept = BytesIO()
    book.save(kept)
    # Saving dated it with the clock of the machine.
    book.properties.created = book.properties.modified = datetime.combine(day, time())
    return same_always(kept.getvalue(), **{ARC_CORE: tostring(book.properties.to_tree())}, **_growing(kept))


def _growing(kept: BytesIO) -> dict[str, bytes]:
    """The sheets, whose rows grow with what is typed: a height stands for now, and nobody has set it."""
    with ZipFile(kept) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
        return {name: packed.read(name).replace(b' customHeight="1"', b"") for name in sheets}
