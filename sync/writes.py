"""Writes: workspace operations taken up, and what became of each, as units of work beside the network's calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from forum import baselines, journal, operations, outbox
from forum.baselines import Baseline
from forum.disputes import Dispute
from forum.operations import State, WorkspaceOperation
from forum.store.base import Values
from forum.times import At
from sync import cells, telling
from sync.lists import LISTS, PULLED, Kind
from sync.roster import Roster
from sync.workspace import Row, WorkspaceError

# The day on which a completion was told goes where the completion goes.
FOLLOWS = {"completion_on": "completion"}


@dataclass(frozen=True, kw_only=True)
class Write:
    """An operation taken up. ``values`` as the port takes them (lookups are item ids), ``base`` what both sides last
    agreed on; ``item_id`` None: the row is to be made. ``again``: it was tried before, with what outcome ever."""

    operation_id: int
    epoch: int
    noun: str
    values: Values
    key: str
    item_id: int | None
    etag: str
    base: Values
    again: bool


@dataclass(frozen=True)
class Written:
    """Where a write stands now, and the row as it was read on the way there, if it was."""

    item_id: int
    etag: str
    row: Row | None = None


def take_up(session: Session, forum: str, *, real: datetime) -> Write | None:
    """Take up the oldest operation that is due; None where there is none."""
    for operation in operations.due(session, forum, real=real):
        if operations.claim(session, operation, real=real):
            return _write(session, operation)
    return None


def _write(session: Session, operation: WorkspaceOperation) -> Write:
    base = baselines.of_noun(session, operation.forum, operation.noun, operation.noun_id)
    return Write(
        operation_id=operation.id,
        epoch=operation.epoch,
        noun=operation.noun,
        values=_site_values(session, operation),
        key=operation.row_key or "",
        item_id=base.item_id if base else None,
        etag=base.etag if base else "",
        base=base.values if base else {},
        again=operation.attempts > 1,
    )


def _site_values(session: Session, operation: WorkspaceOperation) -> Values:
    """The operation's values with item ids for nouns; one that has no row on the workspace is left empty."""
    values, fields = Values(), LISTS[operation.noun].by_name
    for name, word in operation.values.items():
        one = fields[name]
        if one.kind is Kind.LOOKUP and word is not None:
            base = baselines.of_noun(session, operation.forum, one.target, word)
            values[name] = base.item_id if base else None
        else:
            values[name] = cells.canonical(one, word)
    return values


def done(session: Session, write: Write, written: Written, *, now: datetime) -> None:
    """It stands on the workspace: both sides agree on it, and the member may be told so."""
    operation = operations.claimed(session, write.operation_id, epoch=write.epoch)
    if operation is None:
        return
    operation.state, operation.done_at, operation.error = State.DONE, now, ""
    _agree(session, operation, write, written)
    telling.members(session, operation.forum, operation.announces, now=now)


def _agree(session: Session, operation: WorkspaceOperation, write: Write, written: Written) -> None:
    base = baselines.of_item(session, operation.forum, operation.noun, written.item_id)
    if base is None:
        base = Baseline(
            forum=operation.forum,
            noun=operation.noun,
            item_id=written.item_id,
            noun_id=operation.noun_id,
            etag="",
            values={},
            flaws=[],
            missing=[],
        )
        session.add(base)
    read = written.row.values if written.row else base.values
    base.etag, base.values, base.gone_at = written.etag, {**read, **write.values}, None


def row_gone(session: Session, write: Write, *, now: datetime) -> Write:
    """Somebody deleted the row that we wrote: it is to be made again, for nothing said is lost."""
    operation = session.get_one(WorkspaceOperation, write.operation_id)
    base = baselines.of_noun(session, operation.forum, operation.noun, operation.noun_id)
    if base is not None:
        base.gone_at = now
        session.flush()
    return _write(session, operation)


def take_theirs(session: Session, forum: str, noun: str, row: Row, *, now: datetime) -> None:
    """Take in a row that somebody changed; what we are about to write stays ours."""
    if noun in PULLED:
        Roster(session, forum, noun, now=now).take([row])


def put_off(session: Session, write: Write, why: str, *, seconds: float, at: At) -> None:
    """It did not work out this time; try again after so many seconds (real time), or later if it failed often."""
    operation = operations.claimed(session, write.operation_id, epoch=write.epoch)
    if operation is None:
        return
    operation.state, operation.error = State.PENDING, why
    operation.retry_at = at.real + max(timedelta(seconds=seconds), operations.pause(operation.attempts))
    telling.members(session, operation.forum, operation.announces, now=at.now)


def put_off_all(session: Session, forum: str, *, seconds: float, at: At) -> int:
    """The workspace does not answer: leave it alone for a while, and let every waiting echo say that it is kept here.
    Answers how many operations wait."""
    waiting = operations.due(session, forum, real=at.real, limit=10_000)
    for operation in waiting:
        operation.retry_at = at.real + max(timedelta(seconds=seconds), operations.pause(1))
        if operation.announces:
            outbox.release(session, forum, operation.announces)
    return len(waiting)


def failed(session: Session, write: Write, error: WorkspaceError, *, at: At) -> None:
    """The workspace refuses it for good: the coordinators must see to it. Here nothing is lost."""
    operation = operations.claimed(session, write.operation_id, epoch=write.epoch)
    if operation is None:
        return
    operation.state, operation.error = State.FAILED, str(error)
    _note(session, operation, "workspace.failed", now=at.now, after=operation.values)
    known = baselines.list_of(session, operation.forum, operation.noun)
    values = {"list": known.title or LISTS[operation.noun].title, "finding": error.finding.kept}
    telling.coordinators(session, operation, "push-failed", values, at=at)
    telling.members(session, operation.forum, operation.announces, now=at.now)


def conflict(session: Session, write: Write, row: Row, fields: Sequence[str], *, at: At) -> None:
    """Somebody changed the same: theirs stays on the workspace until somebody chooses, and ours is kept; what does not
    clash is written all the same."""
    operation = operations.claimed(session, write.operation_id, epoch=write.epoch)
    if operation is None:
        return
    operation.state, operation.error = State.CONFLICT, f"changed there too: {', '.join(fields)}"
    disputed = [name for name in operation.values if name in fields or FOLLOWS.get(name) in fields]
    rest = {name: word for name, word in operation.values.items() if name not in disputed}
    if rest:
        operations.put(
            session,
            operation.forum,
            noun=operation.noun,
            noun_id=operation.noun_id,
            row_key=operation.row_key,
            values=rest,
            now=at.now,
        )
    session.flush()
    _heed(session, operation, row, disputed, now=at.now)
    ours = {name: operation.values[name] for name in disputed}
    theirs = {name: row.values.get(name) for name in disputed}
    _note(session, operation, "workspace.conflict", now=at.now, before=theirs, after=ours)
    dispute = Dispute(
        forum=operation.forum,
        operation_id=operation.id,
        noun=operation.noun,
        noun_id=operation.noun_id,
        ours=ours,
        theirs=theirs,
        editor=row.editor.name,
        modified=row.modified,
        arose_at=at.now,
    )
    session.add(dispute)
    session.flush()
    telling.of_dispute(session, operation, dispute, at=at)
    telling.members(session, operation.forum, operation.announces, now=at.now)


def _heed(session: Session, operation: WorkspaceOperation, row: Row, disputed: Sequence[str], *, now: datetime) -> None:
    """What stands there now is what both sides know: a write that follows is held against that."""
    take_theirs(session, operation.forum, operation.noun, row, now=now)
    base = baselines.of_noun(session, operation.forum, operation.noun, operation.noun_id)
    if base is not None and operation.noun not in PULLED:
        base.values = {**base.values, **{name: row.values.get(name) for name in disputed}}


def _note(
    session: Session,
    operation: WorkspaceOperation,
    action: str,
    *,
    now: datetime,
    after: Values,
    before: Values | None = None,
) -> None:
    journal.note(
        session,
        operation.forum,
        at=now,
        actor="service",
        side="workspace",
        action=action,
        noun=operation.noun,
        noun_id=operation.noun_id,
        before=before,
        after=after,
    )
