"""Arrivals: rows that the forum sees for the first time become nouns, many at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from forum import touches
from forum.baselines import Baseline
from forum.findings import Finding
from forum.journal import JournalEntry
from forum.plan import Responsibility
from forum.store import bulk
from forum.store.base import Values
from sync.lookups import Lookups, items
from sync.nouns import BY, DUTIES, Nouns
from sync.workspace import Row

# The fields that say who answers for a measure, and what that is kept as.
CODES = [(name, duty.value) for name, duty in DUTIES.items()]


@dataclass
class _Arrival:
    """A new row, its words, and the id of the noun that it becomes (None: it lacks too much)."""

    row: Row
    words: Values
    missing: list[Finding]
    noun_id: int | None = None


class Arrivals:
    """New rows of one noun's list, within one unit of work. An object for each would take several times as long as
    all the rest of reading a list."""

    def __init__(self, session: Session, forum: str, nouns: Nouns, lookups: Lookups, *, now: datetime) -> None:
        self._session, self._forum, self._now = session, forum, now
        self._nouns, self._lookups = nouns, lookups

    def take(self, rows: Sequence[Row]) -> int:
        """Take in rows that have no baseline; answers how many became a noun."""
        arrived = [self._read(row) for row in rows]
        made = [one for one in arrived if one.noun_id is not None]
        for one, number in zip(made, bulk.numbers(self._session, self._nouns.model, len(made)), strict=True):
            one.noun_id = number
        self._keep_nouns(made)
        if made:
            touches.everything(self._session, self._forum)
        self._note(made)
        self._agree(arrived)
        return len(made)

    def _read(self, row: Row) -> _Arrival:
        words, missing = self._lookups.resolved(row.values, row)
        lacking = self._nouns.lacking(words)
        if lacking:
            missing.append(self._lookups.lacking(row, lacking, kept=False))
        return _Arrival(row, words, missing, None if lacking else 0)

    def _keep_nouns(self, made: Sequence[_Arrival]) -> None:
        cells = self._nouns.cells()
        rows = ((one.noun_id, *[one.words.get(name, nothing) for name, _, nothing in cells]) for one in made)
        columns = ("id", *(attribute for _, attribute, _ in cells))
        bulk.insert(self._session, self._nouns.model, columns, rows, forum=self._forum, **self._nouns.shares)
        if self._nouns.has_parties:
            columns = ("measure_id", "duty", "institution_id", "person_id")
            bulk.insert(self._session, Responsibility, columns, _parties(made), forum=self._forum)

    def _note(self, made: Sequence[_Arrival]) -> None:
        bulk.insert(
            self._session,
            JournalEntry,
            ("noun_id", "after"),
            ((one.noun_id, one.words) for one in made),
            before={},
            forum=self._forum,
            at=self._now,
            action="workspace.created",
            noun=self._nouns.noun,
            **BY,
        )

    def _agree(self, arrived: Sequence[_Arrival]) -> None:
        bulk.insert(
            self._session,
            Baseline,
            ("item_id", "noun_id", "etag", "values", "flaws", "missing", "amiss"),
            map(_baseline, arrived),
            forum=self._forum,
            noun=self._nouns.noun,
        )


def _parties(made: Sequence[_Arrival]) -> Iterator[tuple[object, ...]]:
    for one in made:
        for name, duty in CODES:
            word = one.words.get(name)
            for party in dict.fromkeys(items(word)) if word else ():
                yield (one.noun_id, duty, None, party) if name == "contact" else (one.noun_id, duty, party, None)


def _baseline(one: _Arrival) -> tuple[object, ...]:
    row, missing = one.row, [each.kept for each in one.missing]
    flaws = [each.kept for each in row.flaws]
    return (row.item_id, one.noun_id, row.etag, row.values, flaws, missing, bool(flaws or missing))
