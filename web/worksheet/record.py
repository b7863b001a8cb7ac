"""The record on the page: a coordinator takes the report, brings the finished one back, ticks off where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forum import records, reports, searching, translations
from forum.people import Institution, Person
from forum.plan import Measure
from forum.records import File, Record
from forum.rounds import Obligation, Round
from forum.searching import Found, RecordSearch
from forum.store.base import Values
from web.worksheet.forms import Form
from web.worksheet.outcomes import Done, Outcome, Wrong
from web.worksheet.visits import Visitor
from words.reports import document, pdf, sheet, whole
from words.reports.telling import Telling

Params = Mapping[str, Any]
KINDS = ("docx", "pdf", "xlsx")


def _of(visitor: Visitor, params: Params) -> tuple[Round, Person] | None:
    """The round, where a coordinator visits."""
    one = visitor.session.get(Round, params["round"])
    if one is None or one.forum != visitor.forum or one.gone_at is not None or visitor.coordinator is None:
        return None
    return one, visitor.coordinator


def view(visitor: Visitor, params: Params) -> Values | None:
    """What is received, the record where there is one, what differs since, and where it stands."""
    found = _of(visitor, params)
    if found is None:
        return None
    one, session = found[0], visitor.session
    record = records.of_round(session, one)
    received, wanted = reports.received(reports.of(session, one, day=visitor.at.day))
    return {
        "round": one.id,
        "title": one.title,
        "received": received,
        "wanted": wanted,
        "kinds": KINDS,
        "languages": visitor.policy.languages,
        "record": _record(visitor, one, record) if record else None,
    }


def _record(visitor: Visitor, one: Round, record: Record) -> Values:
    places = records.places(visitor.session, record, visitor.policy.places)
    return {
        "name": record.name,
        "size": record.size,
        "sha256": record.sha256,
        "at": record.taken_at,
        "by": record.by,
        "turn": record.turn,
        "changed": records.changed(visitor.session, record),
        "kept": records.content(visitor.session, record) is not None,
        "searches": [_search(visitor, row) for row in searching.standing(visitor.session, one)],
        "places": [{"name": one.name, "by": one.by, "at": one.at} for one in places],
    }


def _search(visitor: Visitor, row: RecordSearch) -> Values:
    """Of which answer words were erased, and whether the finished report holds them."""
    duty = visitor.session.get_one(Obligation, row.obligation_id)
    return {
        "id": row.id,
        "number": visitor.session.get_one(Measure, duty.measure_id).number,
        "code": visitor.session.get_one(Institution, duty.institution_id).code,
        "found": row.found or "sought",
    }


def _looked(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    """A coordinator has looked into a file that cannot be read here, and it does not hold the words."""
    found, number = _of(visitor, params), form.number("search")
    row = visitor.session.get(RecordSearch, number) if number is not None else None
    if found is None or row is None or row not in searching.standing(visitor.session, found[0]):
        return None
    if row.found != Found.UNREADABLE:
        return Done("already")
    searching.settle(visitor.session, row, at=visitor.at)
    return Done("record-looked")


def _take(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    found = _of(visitor, params)
    if found is None:
        return None
    if form.too_large:
        return Wrong(form, {"file": "ws-error-record-large"})
    if form.attached is None or not form.attached.content:
        return Wrong(form, {"file": "ws-error-record-none"})
    one, by = found
    file = File(form.attached.name, form.attached.content)
    searching.take(visitor.session, one, file, by=by.name, now=visitor.at.now)
    return Done("record-taken")


def _tick(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    """A place is ticked off, or no longer; one that nobody foresaw may be named."""
    found = _of(visitor, params)
    record = records.of_round(visitor.session, found[0]) if found else None
    if found is None or record is None:
        return None
    place, by = form.text("place"), found[1].name
    if not place:
        return Wrong(form, {"place": "ws-error-record-place"})
    act = records.unpublish if form.text("undo") else records.publish
    return Done("record-marked" if act(visitor.session, record, place, by=by, now=visitor.at.now) else "already")


def file(visitor: Visitor, params: Params) -> Values | None:
    """The record as it was brought, or the report as it stands now, in a form and language («lv.docx»)."""
    found = _of(visitor, params)
    if found is None:
        return None
    session, (one, _) = visitor.session, found
    record = records.of_round(session, one)
    if params["what"] == "gala" and record is not None:
        content = records.content(session, record)
        return {"name": record.name, "content": content} if content is not None else None
    language, _, kind = str(params["what"]).partition(".")
    if kind not in KINDS or language not in visitor.policy.languages:
        return None
    report = reports.of(session, one, day=visitor.at.day)
    known = translations.known(session, visitor.forum, language)
    return {"report": report, "kind": kind, "language": language, "known": known}


def make(telling: Telling, told: Values) -> tuple[str, bytes]:
    """The file and its name."""
    if "content" in told:
        return told["name"], told["content"]
    report, kind = told["report"], told["kind"]
    telling = Telling(telling.texts, told["language"], telling.zone, told["known"])
    name = document.name(telling, report.day, kind)
    if kind == "xlsx":
        return name, sheet.xlsx(report, telling)
    words = whole.report(telling, report)
    return name, pdf.pdf(words, report.day) if kind == "pdf" else document.docx(words, report.day)


DEEDS = {"gala": _take, "publicets": _tick, "apskatits": _looked}
