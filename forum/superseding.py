"""Superseding: of many writes of one row that wait, only the last is made, and says all that the others would have."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import journal, operations, replies
from forum.operations import NO_FIELDS, OPEN, State, WorkspaceOperation
from forum.store import keyed
from forum.store.base import Values

# So many that wait behind others are looked at in one unit of work; the rest has its turn in the next.
AT_ONCE = 1_000


def behind(
    session: Session, forum: str, heads: Sequence[WorkspaceOperation]
) -> dict[tuple[str, int], list[WorkspaceOperation]]:
    """What waits behind each of these operations, the oldest open ones of their nouns; by noun, in its order."""
    rows = session.scalars(
        select(WorkspaceOperation)
        .where(
            WorkspaceOperation.forum == forum,
            WorkspaceOperation.state.in_(OPEN),
            WorkspaceOperation.noun_id.in_(sorted({head.noun_id for head in heads})),
            WorkspaceOperation.id.not_in([head.id for head in heads]),
        )
        .order_by(WorkspaceOperation.id)
        .limit(AT_ONCE)
    )
    found: dict[tuple[str, int], list[WorkspaceOperation]] = {}
    for row in rows:
        found.setdefault((row.noun, row.noun_id), []).append(row)
    return found


def chain(head: WorkspaceOperation, waiting: Sequence[WorkspaceOperation]) -> list[WorkspaceOperation]:
    """An operation, and those right behind it that can be written in one with it: fields alone, and never begun. What
    was begun may stand there already, and is settled first."""
    found = [head]
    for one in waiting:
        if not (_plain(found[-1]) and _plain(one)):
            break
        found.append(one)
    return found


def _plain(one: WorkspaceOperation) -> bool:
    fresh = one.state is State.PENDING and one.attempts == 0
    return fresh and not any(name in one.values for name in NO_FIELDS)


def all_of(links: Sequence[WorkspaceOperation], *, begun_with: Collection[str] = ()) -> Values:
    """What the row says when all of these were written, one after another; of the fields ``begun_with`` the first word
    stays, as it would have when the row was made."""
    values = Values()
    for one in links:
        values |= {name: word for name, word in one.values.items() if name not in begun_with or name not in values}
    return values


def supersede(
    session: Session, links: Sequence[WorkspaceOperation], values: Values, *, now: datetime
) -> WorkspaceOperation | None:
    """Leave the last of these to be written for all of them, with these values; None where somebody else took one of
    them up."""
    last = links[-1]
    if len(links) == 1:
        return last
    keyed.hold(session, links)
    if not all(map(_plain, links)):
        return None
    last.values = values
    last.row_key = next((one.row_key for one in reversed(links) if one.row_key), None)
    last.announces = next((one.announces for one in reversed(links) if one.announces), "")
    for one in links[:-1]:
        one.state, one.superseded_by, one.done_at = State.SUPERSEDED, last.id, now
    journal.note(
        session,
        last.forum,
        at=now,
        actor="service",
        side="forum",
        action="workspace.superseded",
        noun=last.noun,
        noun_id=last.noun_id,
        before={"operations": [one.id for one in links[:-1]]},
        after={"operation": last.id},
    )
    session.flush()
    return last


def turned(session: Session, operation: WorkspaceOperation) -> frozenset[str]:
    """The fields that were said otherwise in between, by what was never written: whatever the last word about them is,
    somebody here meant it anew."""
    rows = session.scalars(
        select(WorkspaceOperation.values).where(
            WorkspaceOperation.forum == operation.forum, WorkspaceOperation.superseded_by == operation.id
        )
    )
    said = operation.values
    return frozenset(name for values in rows for name, word in values.items() if said.get(name) != word)


def overtaken(session: Session, forum: str, version_id: int) -> bool:
    """Whether this version of an answer never was written to the workspace, because a later one was."""
    counts = version_id in replies.counting(session, [version_id])
    return not counts and operations.superseded(session, forum, replies.echo_key(version_id))
