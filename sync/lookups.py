"""Lookups: where a row names rows of other lists, the nouns that those became."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from itertools import chain

from sqlalchemy.orm import Session

from forum import baselines
from forum.baselines import ListState
from forum.findings import Finding
from forum.store.base import Values
from sync.fields import Kind
from sync.lists import LISTS
from sync.workspace import Row


class Lookups:
    """The lookups of one noun's rows, within one unit of work."""

    def __init__(self, session: Session, forum: str, noun: str) -> None:
        self._session, self._forum = session, forum
        self._spec, self._list = LISTS[noun], baselines.list_of(session, forum, noun)
        self._fields = [(one.name, one.target) for one in self._spec.fields if one.kind in (Kind.LOOKUP, Kind.LOOKUPS)]
        self._found: dict[str, dict[int, int]] = {target: {} for _, target in self._fields}

    def prepare(self, rows: Iterable[Row]) -> None:
        """Find the nouns that these rows name, all at once."""
        wanted: dict[str, set[int]] = {target: set() for target in self._found}
        several = [row.values for row in rows]
        for name, target in self._fields:
            words = [values[name] for values in several if values.get(name)]
            wanted[target].update(word for word in words if type(word) is int)
            wanted[target].update(chain.from_iterable(word for word in words if type(word) is list))
        for target, item_ids in wanted.items():
            if item_ids:
                self._found[target] |= baselines.nouns_of(self._session, self._forum, target, item_ids)

    def resolved(self, values: Values, row: Row) -> tuple[Values, list[Finding]]:
        """Lookups as noun ids, of a row that was prepared; one that leads nowhere is empty, and that is said."""
        words, missing = dict(values), list[Finding]()
        for name, target in self._fields:
            word = values.get(name)
            if not word:
                continue
            found = self._found[target]
            if isinstance(word, list):
                words[name] = [found[item] for item in word if item in found]
                nowhere = len(words[name]) < len(word)
            else:
                words[name] = found.get(word)
                nowhere = words[name] is None
            if nowhere:
                # Of a list that is not read nobody can say that it lacks the row.
                place = {**self.place(row), "column": self.column(name)}
                waits = target in self._stopped
                missing.append(Finding("lookup-waits", place) if waits else Finding("lookup-nowhere", place))
        return words, missing

    @cached_property
    def _stopped(self) -> set[str]:
        lists = baselines.lists(self._session, self._forum)
        return {one.noun for one in lists if one.state is ListState.STOPPED}

    def lacking(self, row: Row, names: Collection[str], *, kept: bool) -> Finding:
        """That the row lacks these fields; ``kept``: its noun is there and stays as it was."""
        values = {**self.place(row), "columns": ", ".join(map(self.column, names))}
        return Finding("row-kept", values) if kept else Finding("row-left-out", values)

    def place(self, row: Row) -> dict[str, str]:
        return {"list": self._list.title or self._spec.title, "row": str(row.item_id)}

    def column(self, name: str) -> str:
        """What people call the column of this field."""
        title: str = self._list.columns.get(name, self._spec.by_name[name].column)
        return title


def items(word: object) -> Iterable[int]:
    """The item ids in the cell of a lookup."""
    if isinstance(word, list):
        return word
    return (word,) if isinstance(word, int) else ()
