"""Watching: rows that the forum writes; whatever people do to them by hand is said until it is put right, or taken for
an answer of theirs, and nothing of it is lost or overwritten."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import baselines, edits, operations, publication_texts, returning
from forum.baselines import Baseline
from forum.findings import Finding
from forum.replies import Reply
from forum.store.base import Values
from sync import conflicts, owning
from sync.fields import Owner
from sync.lists import LISTS
from sync.owning import USUAL, Owners
from sync.roster import Tally
from sync.typed import Typed
from sync.workspace import Row

# What «Saskaņojums» says of an answer that is to be completed.
RETURNED = "returned"


class Watch:
    """The rows of answers, within one unit of work. What both sides last agreed on stays as it is, so that a write of
    ours that follows finds out that somebody changed the same. ``disputed``: see ``Roster``."""

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
        self._session, self._forum, self._noun, self._now = session, forum, noun, now
        self._firm = owners.fields(noun, Owner.FORUM)
        # What a member says; of the other columns some are the forum's own, and some the coordinators' to fill in.
        shared = owners.fields(noun, Owner.SHARED) - set(disputed)
        self._said = [name for name in edits.TELLING if name in shared]
        self._list = baselines.list_of(session, forum, noun)
        self._typed = Typed(session, forum, now=now)

    def take(self, rows: Sequence[Row], *, whole: bool = False) -> Tally:
        """Hold these rows against what the forum wrote; see ``Roster.take``."""
        known = self._known([row.item_id for row in rows])
        ours = self._ours([str(row.values.get("key", "")) for row in rows])
        numbers = [base.noun_id for base in known.values() if base.noun_id is not None]
        open_ = operations.open_fields(self._session, self._forum, self._noun, numbers)
        for row in rows:
            base = known.get(row.item_id)
            if base is not None and base.noun_id is not None:
                # A row that was read before our last write of it says nothing new.
                if conflicts.version(row.etag) >= conflicts.version(base.etag):
                    own = open_.get(base.noun_id, Values())
                    self._for_the_public(row, base, base.noun_id, own.keys() | self._firm)
                    self._signed_off(row, base, base.noun_id)
                    self._looked_at(row, base, base.noun_id, own)
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

    def _looked_at(self, row: Row, base: Baseline, noun_id: int, open_: Values) -> None:
        """What a member said is theirs to correct; what is the forum's own is written there again."""
        ours = {name for name, word in open_.items() if not conflicts.same(word, base.values.get(name))}
        self._heed(row, base, noun_id, ours)
        titles = {name: self._column(name) for name in self._firm}
        theirs = owning.overruled(row, base, self._firm - open_.keys(), titles)
        if theirs:
            owning.give_back(self._session, self._forum, self._noun, noun_id, row=row, theirs=theirs, now=self._now)

    def _for_the_public(self, row: Row, base: Baseline, noun_id: int, ours: Collection[str]) -> None:
        """What is for the public is the coordinators' to write, there too: the last wording counts, and both sides know
        it. While one of ``ours`` is on its way there, the write will find out."""
        there = {name: row.values[name] for name in publication_texts.NAMES if name in row.values}
        if ours & there.keys() or all(conflicts.same(word, base.values.get(name)) for name, word in there.items()):
            return
        base.values = {**base.values, **there}
        reply = self._session.get_one(Reply, noun_id)
        publication_texts.read(self._session, reply, {**there, "version": row.values.get("version")}, now=self._now)

    def _signed_off(self, row: Row, base: Baseline, noun_id: int) -> None:
        """Where the coordinators return an answer there, its body is asked to complete it."""
        there, before = row.values.get("sign_off"), base.values.get("sign_off")
        if "sign_off" not in row.values or there == before:
            return
        base.values = {**base.values, "sign_off": there}
        reply = self._session.get_one(Reply, noun_id)
        if there == RETURNED:
            returning.mark(self._session, reply, row.editor.name, now=self._now)
        elif before == RETURNED:
            returning.let_go(self._session, reply, now=self._now)

    def _heed(self, row: Row, base: Baseline, noun_id: int, ours: set[str]) -> None:
        """Whoever changed what a member said may have answered by it; until that is clear it is said."""
        unread = {str(flaw.values.get("column")) for flaw in row.flaws}
        titles = {name: self._column(name) for name in self._said if name not in ours}
        changed = {
            name: row.values[name]
            for name in titles
            if name in row.values and not conflicts.same(row.values[name], base.values.get(name))
        }
        columns = [title for name, title in titles.items() if name in changed or title in unread]
        known_of, values = bool(base.flaws), {**self._place(row.item_id), "columns": ", ".join(columns)}
        base.flaws = [Finding("reply-changed", values).kept] if columns else []
        if changed:
            self._typed.changed(row, noun_id, changed, known_of=known_of)

    def _by_hand(self, row: Row, base: Baseline | None) -> None:
        if base is None:
            base = baselines.begin(self._session, self._forum, self._noun, row.item_id)
        known_of = bool(base.flaws) and base.values == row.values
        base.etag, base.values, base.gone_at = row.etag, row.values, None
        base.flaws = [Finding("reply-by-hand", self._place(row.item_id)).kept]
        if not known_of:
            self._typed.added(row)

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
