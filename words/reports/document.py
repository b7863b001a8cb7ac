"""The Word document: a template that people may edit, filled in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from words.reports import template
from words.reports.telling import Told

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

# The first moment that a zip can name, and so all entries' own: what is told must not change with when it is told.
NO_TIME = (1980, 1, 1, 0, 0, 0)
# The longest property of a document: ECMA-376, as python-docx keeps to it.
LONGEST = 255


class BadTemplate(Exception):
    """The Word template cannot be filled in. Take a new one (`--new-template`), or correct in it:"""


def docx(told: Told, day: date, own: Path | None = None) -> bytes:
    """The report of this day as .docx, by the template ``own``, else forumbot's; the same report gives the same
    bytes. Raises BadTemplate."""
    from jinja2 import StrictUndefined
    from jinja2.exceptions import TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    document = _opened(own, told.language)
    try:
        # A template comes from outside: it may say what is told, and call nothing.
        document.render({"report": told}, SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
    except TemplateError as error:
        raise BadTemplate(f"{own}: {error}") from error
    core = document.docx.core_properties
    core.title, core.language = told.title[:LONGEST], told.language
    core.created = core.modified = datetime.combine(day, time(), UTC)
    kept = BytesIO()
    document.save(kept)
    return same_always(kept.getvalue())


def _opened(own: Path | None, language: str) -> DocxTemplate:
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate

    try:
        document = DocxTemplate(BytesIO(own.read_bytes() if own else template.make(language)))
        document.init_docx()
    except OSError as error:
        raise BadTemplate(f"{own}: {error.strerror}") from error
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise BadTemplate(f"{own}: this is no .docx file") from error
    return document


def same_always(packed: bytes, **parts: bytes) -> bytes:
    """A zip file without the moments at which its parts were written; ``parts`` stand instead of its own of these
    names."""
    kept = BytesIO()
    with ZipFile(BytesIO(packed)) as given, ZipFile(kept, "w", ZIP_DEFLATED) as written:
        for name in given.namelist():
            part = ZipInfo(name, NO_TIME)
            part.compress_type = ZIP_DEFLATED
            written.writestr(part, parts.get(name) or given.read(name))
    return kept.getvalue()
