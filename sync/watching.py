"""Watching: rows that the forum writes and people should leave alone; whatever they do to them by hand is said, and
nothing of it is lost or overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import baselines, operations
from forum.baselines import Baseline
from forum.findings import Finding
from forum.replies import Reply
from forum.store.base import Values
from sync import conflicts, owning
from sync.lists import LISTS, Owner
from sync.owning import USUAL, Owners
from sync.roster import Tally
from sync.workspace import Row

# What a member said; of the other columns some are the forum's own, and some the coordinators' to fill in.
SAID = ("completion", "done", "next_step", "obstacles")


class Watch:
    """The rows of answers, within one unit of work. What both sides last agreed on stays as it is, so that a write of
    ours that follows finds out that somebody changed the same."""

    def __init__(self, session: Session, forum: str, noun: str, *, now: datetime, owners: Owners = USUAL) -> None:
        self._session, self._forum, self._noun, self._now = session, forum, noun, now
        self._firm = owners.fields(noun, Owner.FORUM)
        self._said = [name for name in SAID if name in owners.fields(noun, Owner.SHARED)]
        self._list = baselines.list_of(session, forum, noun)

    def take(self, rows: Sequence[Row], *, whole: bool = False) -> Tally:
        """Hold these rows against what the forum wrote; see ``Roster.take``."""
        known = self._known([row.item_id for row in rows])
        ours = self._ours([str(row.values.get("key", "")) for row in rows])
        for row in rows:
            base = known.get(row.item_id)
            if base is not None and base.noun_id is not None:
                # A row that was read before our last write of it says nothing new.
                if conflicts.version(row.etag) >= conflicts.version(base.etag):
                    self._looked_at(row, base, base.noun_id)
            elif row.values.get("key") not in ours:  # else it is one that we are making just now
                self._by_hand(row, base)
        return Tally()

    def drop(self, item_ids: Sequence[int]) -> Tally:
        """These rows are gone. One of ours is made anew with the next version of its answer."""
        for base in self._known(item_ids).values():
            base.vanished_at = None
            if base.noun_id is None:
                base.gone_at = base.gone_at or self._now
            elif base.gone_at is None:
                base.flaws = [Finding("reply-deleted", self._place(base.item_id)).kept]
        return Tally()

    def _looked_at(self, row: Row, base: Baseline, noun_id: int) -> None:
        """What a member said is theirs to correct; what is the forum's own is written there again."""
        open_ = operations.open_fields(self._session, self._forum, self._noun, [noun_id]).get(noun_id, Values())
        base.flaws = [one.kept for one in self._changed(row, base, open_)]
        titles = {name: self._column(name) for name in self._firm}
        theirs = owning.overruled(row, base, self._firm - open_.keys(), titles)
        if theirs:
            owning.give_back(self._session, self._forum, self._noun, noun_id, row=row, theirs=theirs, now=self._now)

    def _changed(self, row: Row, base: Baseline, on_its_way: Values) -> list[Finding]:
        unread = {str(flaw.values.get("column")) for flaw in row.flaws}
        columns = [
            title
            for name in self._said
            if name not in on_its_way and ((title := self._column(name)) in unread or self._differs(name, row, base))
        ]
        values = {**self._place(row.item_id), "columns": ", ".join(columns)}
        return [Finding("reply-changed", values)] if columns else []

    def _differs(self, name: str, row: Row, base: Baseline) -> bool:
        return name in row.values and not conflicts.same(row.values[name], base.values.get(name))

    def _by_hand(self, row: Row, base: Baseline | None) -> None:
        if base is None:
            base = baselines.begin(self._session, self._forum, self._noun, row.item_id)
        base.etag, base.gone_at = row.etag, None
        base.flaws = [Finding("reply-by-hand", self._place(row.item_id)).kept]

    def _known(self, item_ids: Sequence[int]) -> dict[int, Baseline]:
        rows = select(Baseline).where(
            Baseline.forum == self._forum, Baseline.noun == self._noun, Baseline.item_id.in_(item_ids)
        )
        return {base.item_id: base for base in self._session.scalars(rows)}

    def _ours(self, keys: Sequence[str]) -> set[str]:
        rows = select(Reply.key).where(Reply.forum == self._forum, Reply.key.in_([key for key in keys if key]))
        return set(self._session.scalars(rows))

    def _place(self, item_id: int) -> dict[str, str]:
        return {"list": self._list.title, "row": str(item_id)}

    def _column(self, name: str) -> str:
        title: str = self._list.columns.get(name, LISTS[self._noun].by_name[name].column)
        return title
