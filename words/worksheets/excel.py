"""Excel: a worksheet as a workbook of one sheet, a row a measure; what is chosen is chosen from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from words.books import FONT, heighten, printed, saved
from words.worksheets.laying import FIELDS, Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDTHS = dict(zip(FIELDS, (9, 40, 24, 12, 46, 24, 50, 40, 40, 50, 22), strict=True))
# The longest text that a cell holds: https://support.microsoft.com/office/excel-specifications-and-limits
LONGEST = 32_767
GREY, YELLOW = "EDEDED", "FFF9E5"


def xlsx(sheet: Sheet) -> bytes:
    """The worksheet as .xlsx; the same worksheet gives the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet.title.replace("/", "-").replace(":", "")[:31]
    _head(page, sheet)
    for row in sheet.rows:
        page.append([row[field][:LONGEST] for field in sheet.fields])
    _dress(page, sheet)
    book.properties.title, book.properties.creator, book.properties.language = sheet.title, "", sheet.language
    return saved(book)


def _head(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    last = get_column_letter(len(sheet.fields))
    for line in (sheet.title, *sheet.how):
        page.append([line])
        page.merge_cells(f"A{page.max_row}:{last}{page.max_row}")
        page.cell(page.max_row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    page["A1"].font = Font(name=FONT, bold=True, size=14)
    page.append([sheet.headings[field] for field in sheet.fields])


def _dress(page: Worksheet, sheet: Sheet) -> None:
    """What is filled in is light; what stands there is grey, and the key the least of it."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    head, line = len(sheet.how) + 2, Side(style="thin", color="BFBFBF")
    for column, field in enumerate(sheet.fields, 1):
        page.column_dimensions[get_column_letter(column)].width = WIDTHS[field]
        for number in range(head, head + len(sheet.rows) + 1):
            filled = sheet.filled if number == head else sheet.filled_in(sheet.rows[number - head - 1])
            colour = YELLOW if field in filled else GREY
            cell = page.cell(number, column)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.border = Border(line, line, line, line)
            cell.fill = PatternFill("solid", fgColor=colour)
            # Numbers of measures are text, nobody's words are a formula, and what is typed stays as it is typed.
            cell.number_format = "@"
            if isinstance(cell.value, str):
                cell.data_type = "s"
            cell.font = Font(
                name=FONT, bold=number == head, color="808080" if field == "key" and number != head else "000000"
            )
    page.freeze_panes = page.cell(head + 1, 2)
    _choosing(page, sheet, head)
    printed(page, head=head)
    heighten(page, [WIDTHS[field] for field in sheet.fields], first=head)


def _choosing(page: Worksheet, sheet: Sheet, head: int) -> None:
    """What may be chosen in each row: of milestones, less."""
    from openpyxl.comments import Comment
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(sheet.fields.index("choice") + 1)
    for choices in (sheet.choices, sheet.step_choices):
        offered = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        offered.promptTitle, offered.prompt = sheet.headings["choice"], sheet.choose
        offered.showInputMessage = offered.showErrorMessage = True
        for number, row in enumerate(sheet.rows, head + 1):
            if sheet.offered(row) is choices:
                offered.add(f"{letter}{number}")
        if offered.sqref:
            page.add_data_validation(offered)
    # Beside the heading, as rows above it would leave little of a small screen to the measures.
    page[f"{letter}{head}"].comment = Comment("\n".join(sheet.meanings), sheet.title, height=220, width=420)
