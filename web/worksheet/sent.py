"""Sent: a coordinator's page of what passed between the forum and one body in a round, and its workbook."""

from __future__ import annotations

from forum import correspondence
from forum.people import Institution
from forum.store.base import Values
from web.worksheet import desk
from web.worksheet.record import Params
from web.worksheet.visits import Visitor
from words import correspondence as words
from words.reports.telling import Telling

KIND = "xlsx"


def view(visitor: Visitor, params: Params) -> Values | None:
    """All of it, the oldest first; None where it is not the visitor's."""
    found, body = desk.of(visitor, params), visitor.session.get(Institution, params["body"])
    if found is None or body is None or body.forum != visitor.forum:
        return None
    return {
        "round": found[0].id,
        "title": found[0].title,
        "body": body.id,
        "name": body.name,
        "code": body.code,
        "entries": correspondence.of(visitor.session, found[0], body),
        "day": visitor.at.day,
        "language": visitor.language,
    }


def file(visitor: Visitor, params: Params) -> Values | None:
    """What the workbook is made of."""
    return view(visitor, params) if params["what"] == KIND else None


def make(telling: Telling, told: Values) -> tuple[str, bytes]:
    """The workbook and its name."""
    texts, language = telling.texts, told["language"]
    lines = words.lines(texts, language, telling.zone, told["entries"])
    title = texts.label(language, "corr-title", name=told["name"])
    content = words.xlsx(texts, language, title=title, told=lines, day=told["day"])
    return f"{texts.label(language, 'corr-file')}-{told['code']}-{told['day']}.{KIND}", content
