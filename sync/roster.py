"""The roster: a row of the workspace becomes a noun of the forum, or changes it, or takes it away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from forum import baselines, edits, operations
from forum.baselines import Baseline
from forum.edits import NOBODY
from forum.findings import Finding
from forum.people import Person
from forum.plan import Measure
from forum.store.base import Values
from sync import nouns, owning
from sync.arrivals import Arrivals
from sync.columns import folded
from sync.conflicts import same, version
from sync.fields import Owner
from sync.lists import LISTS
from sync.lookups import Lookups, items
from sync.nouns import Nouns
from sync.owning import USUAL, Owners
from sync.workspace import Row


@dataclass
class Tally:
    """What came of some rows; ``replaced``: item ids that stand for another noun than before, or for none."""

    created: int = 0
    changed: int = 0
    gone: int = 0
    replaced: set[int] = field(default_factory=set)


class _Known(NamedTuple):
    """What a baseline knows of a row."""

    etag: str
    gone_at: datetime | None
    vanished_at: datetime | None
    values: Values
    flaws: list[Values]


class Roster:
    """One noun's rows, within one unit of work; ``now`` is forum time. Answers go on counting from call to call.
    ``disputed``: fields of which somebody is asked whose value is to stand; a change of them answers nothing."""

    def __init__(
        self,
        session: Session,
        forum: str,
        noun: str,
        *,
        now: datetime,
        owners: Owners = USUAL,
        disputed: Collection[str] = (),
    ) -> None:
        self._disputed = disputed
        self._firm, self._open = owners.fields(noun, Owner.FORUM), owners.fields(noun, Owner.WORKSPACE)
        self._session, self._forum, self._noun, self._now = session, forum, noun, now
        self._nouns = Nouns(session, forum, noun, now=now)
        self._lookups = Lookups(session, forum, noun)
        self._arrivals = Arrivals(session, forum, self._nouns, self._lookups, now=now)
        self._kept: dict[int, Values] = {}
        self._titles = baselines.list_of(session, forum, noun).columns if self._firm else {}
        self._tally = Tally()

    def take(self, rows: Sequence[Row], *, whole: bool = False) -> Tally:
        """Take rows in; those known at this etag already are left alone, our own writes among them.

        ``whole``: the list is read from its beginning, so that an older etag is no late answer but the truth, and a
        row may read otherwise at the same etag, because its columns were named otherwise.
        """
        known = self._known([row.item_id for row in rows], whole=whole)
        new = [row for row in rows if row.item_id not in known]
        news = [row for row in rows if row.item_id in known and _is_news(known[row.item_id], row, whole=whole)]
        self._lookups.prepare([*new, *news])
        if self._nouns.alike:
            self._tally.created += self._arrivals.take(new)
        else:
            self._one_by_one(new)
        bases = self._bases([row.item_id for row in news])
        self._prepare(base.noun_id for base in bases.values())
        for row in news:
            base = bases[row.item_id]
            self._apply(row, base, self._nouns.get(base.noun_id))
        return self._tally

    def _one_by_one(self, new: Sequence[Row]) -> None:
        """Some may be rows that we made ourselves just now; of those the noun is there already."""
        ours = self._nouns.ours({row.values["key"] for row in new if row.values.get("key")})
        self._prepare(one.id for one in ours.values())
        for row in new:
            self._apply(row, None, ours.get(row.values.get("key", "")))

    def again(self, bases: Sequence[Baseline]) -> Tally:
        """Take rows in once more as they stand, because what they look up has come, gone or changed."""
        rows = [
            Row(item_id=base.item_id, etag=base.etag, values=base.values, flaws=tuple(map(Finding.of, base.flaws)))
            for base in bases
        ]
        self._lookups.prepare(rows)
        self._prepare(base.noun_id for base in bases)
        for base, row in zip(bases, rows, strict=True):
            self._apply(row, base, self._nouns.get(base.noun_id))
        return self._tally

    def drop(self, item_ids: Collection[int]) -> Tally:
        """These rows are gone, and their nouns with them."""
        bases = [base for base in self._bases(item_ids).values() if base.gone_at is None]
        self._prepare(base.noun_id for base in bases)
        for base in bases:
            base.gone_at, base.vanished_at = self._now, None
            noun = self._nouns.get(base.noun_id)
            if noun is not None:
                self._nouns.take_away(noun)
            self._tally.gone += 1
            self._tally.replaced.add(base.item_id)
        return self._tally

    def _known(self, item_ids: Sequence[int], *, whole: bool) -> dict[int, _Known]:
        """What is known of these rows, without an object for each; of a list that is read ``whole`` they are all that
        there are between the first and the last."""
        told = (Baseline.etag, Baseline.gone_at, Baseline.vanished_at, Baseline.values, Baseline.flaws)
        wanted = select(Baseline.item_id, *told).where(Baseline.forum == self._forum, Baseline.noun == self._noun)
        if whole and item_ids:
            wanted = wanted.where(Baseline.item_id.between(min(item_ids), max(item_ids)))
        else:
            wanted = wanted.where(Baseline.item_id.in_(sorted(item_ids)))
        found = self._session.execute(wanted)
        return {row[0]: _Known._make(row[1:]) for row in found}

    def _bases(self, item_ids: Collection[int]) -> dict[int, Baseline]:
        found = self._session.scalars(select(Baseline).where(*self._of(item_ids)))
        return {base.item_id: base for base in found}

    def _of(self, item_ids: Collection[int]) -> tuple[ColumnElement[bool], ...]:
        return (
            Baseline.forum == self._forum,
            Baseline.noun == self._noun,
            Baseline.item_id.in_(sorted(item_ids)),
        )

    def _prepare(self, noun_ids: Iterable[int | None]) -> None:
        wanted = {number for number in noun_ids if number is not None}
        self._nouns.prepare(wanted)
        self._kept = operations.open_fields(self._session, self._forum, self._noun, wanted)

    def _apply(self, row: Row, base: Baseline | None, noun: nouns.Taken | None) -> None:
        kept = self._kept_of(noun)
        ours = kept | (self._firm & base.values.keys() if noun and base else set())
        theirs = owning.overruled(row, base, ours - kept, self._titles) if noun and base else Values()
        open_ = {name: word for name, word in row.values.items() if name not in ours}
        words, missing = self._lookups.resolved(open_, row)
        if isinstance(noun, Measure) and base is not None:
            self._heed(noun, row, base, ours)
        noun = self._settled(noun, words, row)
        lacking = [name for name in self._nouns.lacking(words) if name not in ours]
        if lacking:
            missing.append(self._lookups.lacking(row, lacking, kept=noun is not None))
        if base is None:
            base = baselines.begin(self._session, self._forum, self._noun, row.item_id)
        _agree(base, row, ours - theirs.keys(), waits=bool(kept))
        base.noun_id, base.missing = noun.id if noun else None, [one.kept for one in missing]
        base.gone_at, base.vanished_at = None, None
        if noun and theirs:
            self._give_back(noun, row, base, theirs)

    def _kept_of(self, noun: nouns.Taken | None) -> set[str]:
        """What is on its way there, but for what the workspace will not have."""
        return self._kept.get(noun.id, Values()).keys() - self._open if noun else set()

    def _give_back(self, noun: nouns.Taken, row: Row, base: Baseline, theirs: Values) -> None:
        """What cannot be read in columns that are ours will be written over; nobody need put it right."""
        unread = {self._titles.get(name) for name in theirs}
        base.flaws = [one for one in base.flaws if one["values"].get("column") not in unread]
        self._session.flush()
        owning.give_back(self._session, self._forum, self._noun, noun.id, row=row, theirs=theirs, now=self._now)

    def _heed(self, measure: Measure, row: Row, base: Baseline, kept: Collection[str]) -> None:
        """Keep what somebody changed of how far a measure has come: it may be an answer. A row that reads otherwise
        because its columns were named otherwise was changed by nobody, and what is on its way there is disputed."""
        known = (base.values.keys() | (set(edits.TELLING) if base.flaws else set())) - set(kept)
        known -= set(self._disputed)
        values = {
            name: row.values[name]
            for name in edits.TELLING
            if name in row.values and name in known and not same(row.values[name], base.values.get(name))
        }
        if values and row.editor != NOBODY and row.etag != base.etag and base.gone_at is None:
            made = datetime.fromisoformat(row.modified) if row.modified else self._now
            edits.keep(
                self._session,
                self._forum,
                measure_id=measure.id,
                values=values,
                editor=row.editor,
                made_at=made,
                now=self._now,
            )

    def _settled(self, noun: nouns.Taken | None, words: Values, row: Row) -> nouns.Taken | None:
        """The noun that the row stands for now: as it was, changed, or new; none where the row lacks too much."""
        if noun is None or (isinstance(noun, Person) and _is_successor(noun, words)):
            if self._nouns.lacking(words):
                return noun
            made = self._nouns.create(words)
            self._tally.created += 1
            if noun is not None:
                self._nouns.take_away(noun, successor=made.id)
                self._tally.replaced.add(row.item_id)
            return made
        self._tally.changed += self._nouns.change(noun, words)
        return noun


def naming(bases: Iterable[Baseline], noun: str, replaced: dict[str, set[int]]) -> list[Baseline]:
    """Those of a noun's rows that look up one of these rows (item ids by noun), or one that was not there."""
    lookups = [(one.name, replaced.get(one.target, set())) for one in LISTS[noun].fields if one.target]
    return [
        base
        for base in bases
        if base.missing or any(ids.intersection(items(base.values.get(name))) for name, ids in lookups)
    ]


def _agree(base: Baseline, row: Row, kept: Collection[str], *, waits: bool) -> None:
    """Remember the row as what both sides hold, but for what is ours in it (``kept``). Where something is on its way to
    the workspace (``waits``), the etag stays as last agreed, too: only so does the write that follows find out that
    somebody changed the same."""
    agreed = {name: word for name, word in base.values.items() if name in kept}
    base.values = {**{name: word for name, word in row.values.items() if name not in kept}, **agreed}
    base.etag = base.etag if waits else row.etag
    base.flaws = [one.kept for one in row.flaws]


def _is_news(known: _Known, row: Row, *, whole: bool) -> bool:
    return known.gone_at is not None or known.vanished_at is not None or _differs(known, row, whole=whole)


def _differs(known: _Known, row: Row, *, whole: bool) -> bool:
    if whole:
        return (known.etag, known.values, known.flaws) != (row.etag, row.values, [one.kept for one in row.flaws])
    return known.etag != row.etag and version(row.etag) >= version(known.etag)


def _is_successor(person: Person, words: Values) -> bool:
    """Whether somebody else was typed over this person: a name or an address that was there is another one now."""
    pairs = ((person.name, words.get("name")), (person.email, words.get("email")))
    return any(old and new and folded(old) != folded(str(new)) for old, new in pairs)
