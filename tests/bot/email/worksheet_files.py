"""Worksheet files as people fill them in: by libraries of others, in the cells that a person would type into."""

from __future__ import annotations

from email.message import EmailMessage
from io import BytesIO

from docx import Document
from openpyxl import Workbook, load_workbook

Filled = dict[str, str]
FIELDS = ("Stāvoklis gada beigās", "Paveikts", "Šķēršļi vai iemesls", "Nākamais solis")


def attached(mail: EmailMessage) -> tuple[str, bytes]:
    """The file that came with a mail, with its name."""
    (part,) = mail.iter_attachments()
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return str(part.get_filename()), content


def in_word(content: bytes, filled: dict[str, Filled]) -> bytes:
    """The document with these cells typed into, by the measures' numbers and the words on the left."""
    document = Document(BytesIO(content))
    for table in document.tables:
        labels = {row.cells[0].text: row.cells[1] for row in table.rows}
        for label, word in filled.get(labels["Nr."].text, {}).items():
            cell = labels[label]
            for held in cell.paragraphs[0]._p.xpath("./w:sdt"):
                held.getparent().remove(held)  # as Word does where somebody types over a list
            cell.text = word
    return _packed(document)


def in_excel(content: bytes, filled: dict[str, Filled]) -> bytes:
    """The workbook with these cells typed into, by the measures' numbers and the headings."""
    book = load_workbook(BytesIO(content))
    page = book.worksheets[0]
    head = next(row for row in page.iter_rows() if row[0].value == "Nr.")
    columns = {str(cell.value): cell.column for cell in head}
    for row in page.iter_rows(min_row=head[0].row + 1):
        for heading, word in filled.get(str(row[0].value), {}).items():
            page.cell(row[0].row, columns[heading]).value = word
    return _packed(book)


def _packed(made: object) -> bytes:
    kept = BytesIO()
    made.save(kept)  # type: ignore[attr-defined]
    return kept.getvalue()


def anything(rows: list[list[str]]) -> bytes:
    """A workbook of somebody's own."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return _packed(book)


def returned(mail: EmailMessage, name: str, content: bytes) -> EmailMessage:
    """The same mail with this file."""
    mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail
