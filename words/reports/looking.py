"""Looking: the text of a finished report as somebody brought it (Word, Excel, PDF and their kin), to be searched."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, LargeZipFile, ZipFile

# What a report unpacks to at the most (bytes), of how many parts or pages it is, and of how many signs a page at least:
# one of fewer is a picture of a page.
UNPACKED, PARTS, PAGES, SIGNS = 200 * 2**20, 5000, 3000, 20
PDF = b"%PDF-"
# After these a word has ended; within a paragraph its runs may part it anywhere. The names are those of Office's and
# OpenDocument's formats.
ENDING = frozenset(("p", "h", "si", "c", "tab", "br", "cr", "line-break", "s", "table-cell", "comment"))


class Unreadable(Exception):
    """The text of this file cannot be read."""


def text(content: bytes) -> str:
    """All that the file says, struck-out and hidden words, notes and properties too.

    Raises Unreadable.
    """
    try:
        found = _of_pdf(content) if content.startswith(PDF) else "\n".join(_of_parts(content))
    except Unreadable:
        raise
    except Exception as error:  # whatever the libraries stumble over in it, it is the file's fault
        raise Unreadable(type(error).__name__) from error
    if not found.strip():
        raise Unreadable("nothing in it")
    return found


def _of_parts(content: bytes) -> Iterator[str]:
    """The words of every part of an Office file."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = [part for part in packed.infolist() if part.filename.lower().endswith((".xml", ".rels"))]
            if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise Unreadable("too large")
            for part in parts:
                yield _of_xml(packed.read(part))
    except (BadZipFile, LargeZipFile, zlib.error, NotImplementedError) as error:
        raise Unreadable(type(error).__name__) from error


def _of_xml(content: bytes) -> str:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return "".join(_words(etree.fromstring(content, parser)))


def _words(root: Any) -> Iterator[str]:
    from lxml import etree

    for event, one in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(one.tag, str):
            continue
        if event == "start":
            yield one.text or ""
            continue
        if etree.QName(one).localname in ENDING:
            yield "\n"
        yield one.tail or ""


def _of_pdf(content: bytes) -> str:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("encrypted")
    if len(reader.pages) > PAGES:
        raise Unreadable("too large")
    pages = [page.extract_text() for page in reader.pages]
    if any(len(page.strip()) < SIGNS and _pictured(reader.pages[number]) for number, page in enumerate(pages)):
        raise Unreadable("a picture of a page")
    return "\n".join(pages)


def _pictured(page: Any) -> bool:
    return bool(list(page.images.keys()))
