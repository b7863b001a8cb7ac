"""Opening: a file from outside becomes tables of texts, or a reason why it does not; nothing in it is ever run."""

from __future__ import annotations

import enum
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, LargeZipFile, ZipFile

# What a worksheet unpacks to at the most (bytes), and of how many parts, rows and columns it is.
UNPACKED, PARTS, ROWS, COLUMNS = 24 * 2**20, 2000, 2000, 60
# No Office file has one; whoever sends one wants the reader to work for ever.
DOCTYPE = b"<!DOCTYPE"
LOOKED_AT = 4096
# How the files of older Office, and encrypted ones, begin.
OLD = b"\xd0\xcf\x11\xe0"


class Why(enum.StrEnum):
    """Why a file is not read."""

    DAMAGED = "damaged"
    LARGE = "large"
    MACROS = "macros"
    FORMAT = "format"


class Unread(Exception):
    """This file is not read."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class Table:
    """The texts of a table, row by row; ``letters``: whether its columns go by letters."""

    rows: Sequence[Sequence[str]]
    letters: bool


def tables(content: bytes) -> list[Table]:
    """The tables of a .docx, or the sheets of an .xlsx.

    Raises Unread.
    """
    if content.startswith(OLD):
        raise Unread(Why.FORMAT)
    try:
        with ZipFile(BytesIO(content)) as packed:
            names = _looked_through(packed)
        if "xl/workbook.xml" in names:
            return list(_sheets(content))
        if "word/document.xml" in names:
            return list(_of_document(content))
    except Unread:
        raise
    except (BadZipFile, LargeZipFile, zlib.error, NotImplementedError, RuntimeError, OSError) as error:
        raise Unread(Why.DAMAGED) from error
    except Exception as error:  # whatever the libraries stumble over in it, it is the file's fault
        raise Unread(Why.DAMAGED) from error
    raise Unread(Why.FORMAT)


def _looked_through(packed: ZipFile) -> set[str]:
    """The names of a file's parts, once it is clear that reading them is safe."""
    parts = packed.infolist()
    if len(parts) > PARTS or sum(part.file_size for part in parts if _is_text(part.filename)) > UNPACKED:
        raise Unread(Why.LARGE)
    if any("vbaproject" in part.filename.lower() for part in parts):
        raise Unread(Why.MACROS)
    for part in parts:
        if _is_text(part.filename):
            with packed.open(part) as opened:
                if DOCTYPE in opened.read(LOOKED_AT).upper():
                    raise Unread(Why.DAMAGED)
    return {part.filename for part in parts}


def _is_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _sheets(content: bytes) -> Iterator[Table]:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        for page in book.worksheets:
            rows = page.iter_rows(max_row=ROWS, max_col=COLUMNS, values_only=True)
            yield Table([[_text(cell) for cell in row] for row in rows], letters=True)
    finally:
        book.close()


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).replace("\r\n", "\n").replace("_x000D_", "").replace("\x00", "").strip()


def _of_document(content: bytes) -> Iterator[Table]:
    from docx import Document
    from docx.oxml.ns import qn

    body = Document(BytesIO(content)).element.body
    for table in body.iter(qn("w:tbl")):
        rows = list(table.iterchildren(qn("w:tr")))[:ROWS]
        yield Table([[_words(cell) for cell in _cells(row)][:COLUMNS] for row in rows], letters=False)


def _cells(row: Any) -> Iterator[Any]:
    """The cells of a row, such as stand in a field to be filled in too."""
    from docx.oxml.ns import qn

    for one in row.iterchildren():
        if one.tag == qn("w:tc"):
            yield one
        elif one.tag == qn("w:sdt"):
            yield from one.iter(qn("w:tc"))


def _words(cell: Any) -> str:
    """All that a cell says: what was chosen from a list and what was added with changes tracked, and not what was
    struck out."""
    from docx.oxml.ns import qn

    said: list[str] = []
    for part in cell.iter():
        if part.tag == qn("w:p") and said:
            said.append("\n")
        elif part.tag == qn("w:t"):
            said.append(part.text or "")
        elif part.tag in (qn("w:br"), qn("w:cr")):
            said.append("\n")
        elif part.tag == qn("w:tab"):
            said.append(" ")
    return "".join(said).replace("\x00", "").strip()
