"""The brief about a round's report: all that stands in it."""

from __future__ import annotations

from forum import enrolment, records, reports, searching, translations
from forum.briefs.asked import Asked, Brief
from forum.people import Institution
from forum.plan import Measure
from forum.records import Record
from forum.rounds import Obligation, Round
from forum.searching import RecordSearch
from forum.store.base import Values


def _report(asked: Asked) -> Values | None:
    one = asked.session.get(Round, asked.message.values["round"])
    if one is None or one.gone_at is not None:
        return None
    return {
        "report": reports.of(asked.session, one, day=asked.at.day),
        "known": translations.known(asked.session, asked.forum, asked.policy.language(_reader(asked))),
        "record": _record(asked, one),
    }


def _reader(asked: Asked) -> str | None:
    way = enrolment.way_to(asked.session, asked.person) if asked.person else None
    return (
        asked.message.language or (way.language if way else None) or (asked.person.language if asked.person else None)
    )


def _record(asked: Asked, one: Round) -> Values | None:
    """The publication of record, what differs since, and where it was published."""
    record = records.of_round(asked.session, one)
    if record is None:
        return None
    return {
        "id": record.id,
        "name": record.name,
        "at": record.taken_at,
        "by": record.by,
        "changed": records.changed(asked.session, record),
        "kept": records.content(asked.session, record) is not None,
        "searches": [_search(asked, row) for row in searching.standing(asked.session, one)],
        "places": _places(asked, record),
    }


def _search(asked: Asked, row: RecordSearch) -> Values:
    duty = asked.session.get_one(Obligation, row.obligation_id)
    return {
        "number": asked.session.get_one(Measure, duty.measure_id).number,
        "code": asked.session.get_one(Institution, duty.institution_id).code,
        "found": row.found or "sought",
    }


def _searched(asked: Asked) -> Values:
    """What came of looking through a finished report for erased words, and where it is to be replaced."""
    row = asked.session.get_one(RecordSearch, asked.message.values["search"])
    record = asked.session.get_one(Record, row.record_id)
    one = asked.session.get_one(Round, record.round_id)
    placed = [place.name for place in records.places(asked.session, record, ()) if place.at]
    return {
        **_search(asked, row),
        "found": asked.message.values["found"],
        "round": one.id,
        "title": one.title,
        "name": record.name,
        "places": placed,
    }


def _places(asked: Asked, record: Record) -> list[Values]:
    found = records.places(asked.session, record, asked.policy.places)
    return [{"name": one.name, "by": one.by, "at": one.at} for one in found]


def _published(asked: Asked) -> Values:
    """Where a record stands by now."""
    record = asked.session.get_one(Record, asked.message.values["record"])
    return {**asked.message.values, "places": _places(asked, record)}


def _kept(asked: Asked) -> Values:
    """The finished report as it is on record now."""
    record = asked.session.get_one(Record, asked.message.values["record"])
    one = asked.session.get_one(Round, record.round_id)
    return {"title": one.title, "sha256": record.sha256, "size": record.size, "record": _record(asked, one)}


BRIEFS: dict[str, Brief] = {
    "report": _report,
    "record-published": _published,
    "record-kept": _kept,
    "record-searched": _searched,
}
