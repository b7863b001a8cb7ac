"""Filling in: a Word template, forumbot's own or one that people edited, with what is told; the same gives the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

# The first moment that a zip can name, and so all entries' own: what is told must not change with when it is told.
NO_TIME = (1980, 1, 1, 0, 0, 0)
# The longest property of a document: ECMA-376, as python-docx keeps to it.
LONGEST = 255


class BadTemplate(Exception):
    """The Word template cannot be filled in. Take a new one (`--new-template`), or correct in it:"""


@dataclass(frozen=True)
class About:
    """What a document's properties say: its title, language and day."""

    title: str
    language: str
    day: date


def fill(template: bytes | Path, told: Mapping[str, object], about: About) -> bytes:
    """A .docx file made of a template, a file or its bytes, in which ``told`` stands under its names.

    Raises BadTemplate.
    """
    from jinja2 import StrictUndefined
    from jinja2.exceptions import TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    document = _opened(template)
    try:
        # A template comes from outside: it may say what is told, and call nothing.
        document.render(dict(told), SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
    except TemplateError as error:
        raise BadTemplate(f"{template if isinstance(template, Path) else None}: {error}") from error
    core = document.docx.core_properties
    core.title, core.language = about.title[:LONGEST], about.language
    core.created = core.modified = datetime.combine(about.day, time(), UTC)
    kept = BytesIO()
    document.save(kept)
    return same_always(kept.getvalue())


def _opened(template: bytes | Path) -> DocxTemplate:
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate

    named = str(template) if isinstance(template, Path) else "forumbot's template"
    try:
        document = DocxTemplate(BytesIO(template.read_bytes() if isinstance(template, Path) else template))
        document.init_docx()
    except OSError as error:
        raise BadTemplate(f"{named}: {error.strerror}") from error
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise BadTemplate(f"{named}: this is no .docx file") from error
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
