"""The roster: a row of the workspace becomes a noun of the forum, or changes it, or takes it away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import baselines, edits, operations
from forum.baselines import Baseline, ListState
from forum.edits import NOBODY
from forum.findings import Finding
from forum.people import Person
from forum.plan import Measure
from forum.store.base import Values
from sync import nouns
from sync.columns import folded
from sync.conflicts import same, version
from sync.lists import LISTS, Kind
from sync.nouns import Nouns
from sync.workspace import Row


@dataclass
class Tally:
    """What came of some rows; ``replaced``: item ids that stand for another noun than before, or for none."""

    created: int = 0
    changed: int = 0
    gone: int = 0
    replaced: set[int] = field(default_factory=set)


class Roster:
    """One noun's rows, within one unit of work; ``now`` is forum time. Answers go on counting from call to call.
    ``disputed``: fields of which somebody is asked whose value is to stand; a change of them answers nothing."""

    def __init__(
        self, session: Session, forum: str, noun: str, *, now: datetime, disputed: Collection[str] = ()
    ) -> None:
        self._disputed = disputed
        self._session, self._forum, self._noun, self._now = session, forum, noun, now
        self._spec, self._list = LISTS[noun], baselines.list_of(session, forum, noun)
        self._nouns = Nouns(session, forum, noun, now=now)
        self._found: dict[str, dict[int, int]] = {}
        self._tally = Tally()

    def take(self, rows: Sequence[Row], *, whole: bool = False) -> Tally:
        """Take rows in; those known at this etag already are left alone, our own writes among them.

        ``whole``: the list is read from its beginning, so that an older etag is no late answer but the truth, and a
        row may read otherwise at the same etag, because its columns were named otherwise.
        """
        known = self._known([row.item_id for row in rows])
        for row in rows:
            base = known.get(row.item_id)
            if base is None or base.gone_at is not None or _is_news(base, row, whole=whole):
                self._apply(row, base)
        return self._tally

    def again(self, bases: Iterable[Baseline]) -> Tally:
        """Take rows in once more as they stand, because what they look up has come, gone or changed."""
        for base in bases:
            flaws = tuple(map(Finding.of, base.flaws))
            row = Row(item_id=base.item_id, etag=base.etag, values=base.values, flaws=flaws)
            self._apply(row, base)
        return self._tally

    def drop(self, item_ids: Sequence[int]) -> Tally:
        """These rows are gone, and their nouns with them."""
        for base in self._known(item_ids).values():
            if base.gone_at is not None:
                continue
            base.gone_at = self._now
            noun = self._nouns.get(base.noun_id)
            if noun is not None:
                self._nouns.take_away(noun)
            self._tally.gone += 1
            self._tally.replaced.add(base.item_id)
        return self._tally

    def _known(self, item_ids: Sequence[int]) -> dict[int, Baseline]:
        found = self._session.scalars(
            select(Baseline).where(
                Baseline.forum == self._forum, Baseline.noun == self._noun, Baseline.item_id.in_(item_ids)
            )
        )
        return {base.item_id: base for base in found}

    def _apply(self, row: Row, base: Baseline | None) -> None:
        noun = self._nouns.get(base.noun_id) if base else self._nouns.ours(row.values)
        kept = operations.open_fields(self._session, self._forum, self._noun, noun.id) if noun else Values()
        words, missing = self._resolved({name: word for name, word in row.values.items() if name not in kept}, row)
        if isinstance(noun, Measure) and base is not None:
            self._heed(noun, row, base, kept)
        noun = self._settled(noun, words, row)
        lacking = [name for name in self._nouns.lacking(words) if name not in kept]
        if lacking:
            values = {**self._place(row), "columns": ", ".join(map(self._column, lacking))}
            missing.append(Finding("row-kept", values) if noun else Finding("row-left-out", values))
        if base is None:
            base = self._begun(row)
        _agree(base, row, kept)
        base.noun_id, base.gone_at, base.missing = noun.id if noun else None, None, [one.kept for one in missing]

    def _heed(self, measure: Measure, row: Row, base: Baseline, kept: Values) -> None:
        """Keep what somebody changed of how far a measure has come: it may be an answer. A row that reads otherwise
        because its columns were named otherwise was changed by nobody, and what is on its way there is disputed."""
        known = (base.values.keys() | (set(edits.TELLING) if base.flaws else set())) - kept.keys()
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

    def _begun(self, row: Row) -> Baseline:
        base = Baseline(
            forum=self._forum,
            noun=self._noun,
            item_id=row.item_id,
            noun_id=None,
            etag="",
            values={},
            flaws=[],
            missing=[],
        )
        self._session.add(base)
        return base

    def _resolved(self, values: Values, row: Row) -> tuple[Values, list[Finding]]:
        """Lookups as noun ids; one that leads nowhere is empty, and that is said."""
        words, missing = dict(values), list[Finding]()
        for one in self._spec.fields:
            word = values.get(one.name)
            if one.kind not in (Kind.LOOKUP, Kind.LOOKUPS) or not word:
                continue
            wanted = word if isinstance(word, list) else [word]
            found = [noun for item in wanted if (noun := self._targets(one.target).get(item)) is not None]
            if len(found) < len(wanted):
                place = {**self._place(row), "column": self._column(one.name)}
                # Of a list that is not read nobody can say that it lacks the row.
                waits = one.target in self._stopped
                missing.append(Finding("lookup-waits", place) if waits else Finding("lookup-nowhere", place))
            words[one.name] = found if isinstance(word, list) else next(iter(found), None)
        return words, missing

    @cached_property
    def _stopped(self) -> set[str]:
        lists = baselines.lists(self._session, self._forum)
        return {one.noun for one in lists if one.state is ListState.STOPPED}

    def _place(self, row: Row) -> dict[str, str]:
        return {"list": self._list.title or self._spec.title, "row": str(row.item_id)}

    def _column(self, name: str) -> str:
        """What people call the column of this field."""
        title: str = self._list.columns.get(name, self._spec.by_name[name].column)
        return title

    def _targets(self, noun: str) -> dict[int, int]:
        if noun not in self._found:
            self._found[noun] = baselines.items(self._session, self._forum, noun)
        return self._found[noun]


def naming(bases: Iterable[Baseline], noun: str, replaced: dict[str, set[int]]) -> list[Baseline]:
    """Those of a noun's rows that look up one of these rows (item ids by noun), or one that was not there."""
    lookups = [(one.name, replaced.get(one.target, set())) for one in LISTS[noun].fields if one.target]
    return [base for base in bases if base.missing or any(_items(base.values.get(name)) & ids for name, ids in lookups)]


def _items(word: object) -> set[int]:
    if isinstance(word, list):
        return set(word)
    return {word} if isinstance(word, int) else set()


def _agree(base: Baseline, row: Row, kept: Values) -> None:
    """Remember the row as what both sides hold. What is on its way to the workspace stays as last agreed, etag
    included: only so does the write that follows find out that somebody changed the same."""
    agreed = {name: word for name, word in base.values.items() if name in kept}
    base.values = {**{name: word for name, word in row.values.items() if name not in kept}, **agreed}
    base.etag = base.etag if kept else row.etag
    base.flaws = [one.kept for one in row.flaws]


def _is_news(base: Baseline, row: Row, *, whole: bool) -> bool:
    if whole:
        return (base.etag, base.values, base.flaws) != (row.etag, row.values, [one.kept for one in row.flaws])
    return base.etag != row.etag and version(row.etag) >= version(base.etag)


def _is_successor(person: Person, words: Values) -> bool:
    """Whether somebody else was typed over this person: a name or an address that was there is another one now."""
    pairs = ((person.name, words.get("name")), (person.email, words.get("email")))
    return any(old and new and folded(old) != folded(str(new)) for old, new in pairs)
