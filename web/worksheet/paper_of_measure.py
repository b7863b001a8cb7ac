"""The paper of one measure: its worksheet with its history, as a file for those who answer for it, and coordinators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forum import histories, translations
from forum.plan import Measure
from forum.rounds import Obligation
from forum.store.base import Values
from web.worksheet.visits import Visitor
from words.reports import measure
from words.reports.telling import Telling

Params = Mapping[str, Any]
KINDS = {"docx": measure.docx, "pdf": measure.pdf}


def view(visitor: Visitor, params: Params) -> Values | None:
    """The page of an obligation shows it; there is no page of the paper alone."""
    return None


def file(visitor: Visitor, params: Params) -> Values | None:
    """The history of the measure that this obligation is about; None where it is not the visitor's."""
    duty = visitor.session.get(Obligation, params["number"])
    if duty is None or duty.forum != visitor.forum or params["what"] not in KINDS:
        return None
    if visitor.answerer(duty) is None and visitor.coordinator is None:
        return None
    row = visitor.session.get_one(Measure, duty.measure_id)
    return {
        "history": histories.of(visitor.session, row, day=visitor.at.day),
        "kind": params["what"],
        "language": visitor.language,
        "known": translations.known(visitor.session, visitor.forum, visitor.language),
    }


def make(telling: Telling, told: Values) -> tuple[str, bytes]:
    """The file and its name."""
    history, kind = told["history"], told["kind"]
    telling = Telling(telling.texts, telling.language, telling.zone, told["known"])
    return measure.name(telling, history, kind), KINDS[kind](telling, history)
