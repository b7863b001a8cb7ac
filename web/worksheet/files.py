"""Files: what a visitor may take away, as files to be kept or filled in elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

import orjson
from starlette.responses import Response

from forum.store.base import Values
from web.worksheet.guarding import HEADERS
from words.texts import Texts
from words.worksheets import laying
from words.worksheets.excel import xlsx
from words.worksheets.word import docx

# https://www.iana.org/assignments/media-types/media-types.xhtml
OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {"docx": f"{OFFICE}.wordprocessingml.document", "xlsx": f"{OFFICE}.spreadsheetml.sheet"}


def worksheet(texts: Texts, language: str, lines: Sequence[Values], kind: str) -> Response:
    """The worksheet of these lines (``forum.worksheets.lines``); ``kind``: one of ``TYPES``."""
    sheet = laying.sheet(texts, language, lines)
    name = laying.file_name(texts, language, lines, kind)
    return _handed((xlsx if kind == "xlsx" else docx)(sheet), name, TYPES[kind])


def own_data(texts: Texts, language: str, kept: Values | None) -> Response:
    """All that is kept about the visitor."""
    content = orjson.dumps(kept, option=orjson.OPT_INDENT_2)
    return _handed(content, texts.label(language, "ws-data-file"), "application/json")


def _handed(content: bytes, name: str, media_type: str) -> Response:
    told = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, headers=told, media_type=media_type)
