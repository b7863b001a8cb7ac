"""Laying down: the rows of an import are made on the workspace, all of them; where one cannot be, those made are taken
back."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from forum.findings import Finding
from forum.store.base import Values
from sync.fields import Kind
from sync.importing.planning import New, Plan, Ref
from sync.lists import LISTS
from sync.workbook.copies import copied
from sync.workbook.workbook import Workbook
from sync.workspace import Change, Stored, Workspace, WorkspaceError

# So many rows are written at once.
AT_ONCE = 100


@dataclass
class Laid:
    """``made``: the rows that were made; ``trouble``: why they were not, or not all (None: all were); ``left``: rows
    that were made and could not be taken back."""

    made: list[Ref] = field(default_factory=list)
    trouble: Finding | None = None
    left: list[Ref] = field(default_factory=list)


class InACircle(Exception):
    """These rows name each other, so that none can be made first."""


def lay_whole(plan: Plan, place: Workspace) -> Laid:
    """Make all rows of a plan, or leave the workspace as it was: of a site those made are taken back; a workbook, whose
    rows nobody but people takes away, is written aside and put in its place when all is well."""
    if not isinstance(place, Workbook):
        return lay(plan, place)
    try:
        with copied(place) as copy:
            laid = lay(plan, copy.book)
            if laid.trouble is None:
                copy.keep()
    except WorkspaceError as trouble:
        return Laid([], trouble.finding)
    return replace(laid, left=[])


def lay(plan: Plan, place: Workspace) -> Laid:
    """Make all rows of a plan in which nothing is wrong."""
    known, done = dict(plan.there), dict[Ref, Stored]()
    trouble: Finding | None = None
    for batch in _batches(plan.new, known):
        changes = [Change(noun=one.ref[0], key=str(uuid.uuid4()), values=_values(one, known)) for one in batch]
        for one, told in zip(batch, place.write(changes), strict=True):
            if isinstance(told, WorkspaceError):
                trouble = trouble or told.finding
            else:
                done[one.ref], known[one.ref] = told, told.item_id
        if trouble is not None:
            return Laid([], trouble, _taken_back(done, place))
    return Laid(list(done))


def _batches(new: Sequence[New], known: dict[Ref, int]) -> Iterator[list[New]]:
    """Rows of one kind whose lookups are all there when their turn comes; ``known`` grows meanwhile."""
    waiting = list(new)
    while waiting:
        ready = [one for one in waiting if all(ref in known for refs in one.names.values() for ref in refs)]
        if not ready:
            raise InACircle(", ".join(one.place for one in waiting))
        batch = [one for one in ready if one.ref[0] == ready[0].ref[0]][:AT_ONCE]
        yield batch
        waiting = [one for one in waiting if one not in batch]


def _values(one: New, known: dict[Ref, int]) -> Values:
    """The row in the workspace's words, its lookups as item ids."""
    fields = LISTS[one.ref[0]].by_name
    found = dict(one.values)
    for name, refs in one.names.items():
        items = [known[ref] for ref in refs]
        found[name] = items if fields[name].kind is Kind.LOOKUPS else items[0]
    return found


def _taken_back(done: dict[Ref, Stored], place: Workspace) -> list[Ref]:
    """Take these rows away again, the last first; answers those that stay."""
    refs = list(reversed(done))
    changes = [
        Change(noun=ref[0], values={}, item_id=done[ref].item_id, etag=done[ref].etag, remove=True) for ref in refs
    ]
    return [ref for ref, told in zip(refs, place.write(changes), strict=True) if isinstance(told, WorkspaceError)]
