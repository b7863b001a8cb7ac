"""What a pull brought, in short, for the tests of it."""

from __future__ import annotations

from forum.plan import Duty, Responsibility
from sync.pull import ListReport
from tests.sync.conftest import House

WHOLE = {
    "plan": 1,
    "institution": 23,
    "person": 24,
    "commitment": 6,
    "measure": 25,
    "recommendation": 6,
    "round": 2,
    "meeting": 4,
}


def counts(reports: dict[str, ListReport]) -> dict[str, tuple[int, int, int, int]]:
    """(read, created, changed, gone) of those lists that brought anything."""
    told = {noun: (one.read, one.created, one.changed, one.gone) for noun, one in reports.items()}
    return {noun: numbers for noun, numbers in told.items() if any(numbers)}


def reason(report: ListReport) -> tuple[str, str | int]:
    """The kind of what stopped a list, and the column that it is about."""
    assert report.reason is not None
    return report.reason.kind, report.reason.values["column"]


def answering(house: House, number: str) -> dict[Duty, list[int]]:
    measure = house.measure(number)
    found: dict[Duty, list[int]] = {}
    for row in house.all(Responsibility):
        if row.measure_id == measure.id:
            found.setdefault(row.duty, []).append(row.institution_id or row.person_id)
    return found
