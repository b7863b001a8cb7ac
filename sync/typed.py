"""Typed: what somebody wrote by hand into a row of answers, changed or new, kept as an edit that may be an answer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from forum import baselines, edits
from forum.edits import NOBODY
from forum.plan import MEASURE, RECOMMENDATION
from forum.replies import Reply
from forum.rounds import Obligation
from forum.store.base import Values
from sync.workspace import Row


class Typed:
    """What was typed among the answers, within one unit of work. Where nobody's hand is told, nobody answered."""

    def __init__(self, session: Session, forum: str, *, now: datetime) -> None:
        self._session, self._forum, self._now = session, forum, now

    def changed(self, row: Row, reply_id: int, values: Values, *, known_of: bool) -> None:
        """These fields of an answer's row read otherwise than the forum wrote them; ``known_of``: some did before."""
        if known_of and edits.last_values(self._session, self._forum, reply_id=reply_id) == values:
            return
        reply = self._session.get_one(Reply, reply_id)
        duty = self._session.get_one(Obligation, reply.obligation_id)
        self._keep(row, values, measure_id=duty.measure_id, reply_id=reply_id)

    def added(self, row: Row) -> None:
        """A row that the forum did not make; it says nothing before it names its measure."""
        named = ((noun, row.values.get(noun)) for noun in (MEASURE, RECOMMENDATION))
        noun, item = next(((noun, item) for noun, item in named if item), (MEASURE, 0))
        measure = baselines.nouns_of(self._session, self._forum, noun, [item]).get(item) if item else None
        values = {name: word for name in edits.TELLING if (word := row.values.get(name))}
        if measure is not None and values:
            self._keep(row, values, measure_id=measure, row_id=row.item_id)

    def _keep(
        self, row: Row, values: Values, *, measure_id: int, reply_id: int | None = None, row_id: int | None = None
    ) -> None:
        if row.editor != NOBODY:
            edits.keep(
                self._session,
                self._forum,
                measure_id=measure_id,
                values=values,
                editor=row.editor,
                made_at=datetime.fromisoformat(row.modified) if row.modified else self._now,
                now=self._now,
                reply_id=reply_id,
                row=row_id,
            )
