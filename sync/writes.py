"""Writes: what became of each workspace operation that was taken up, kept after the network was called."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from forum import baselines, findings, forgetting, journal, operations, outbox, publication_texts, shelving
from forum.disputes import Dispute
from forum.operations import State, WorkspaceOperation
from forum.store.base import Values
from forum.times import At
from sync import checkpoints, owning, telling, theirs
from sync.attempts import Clash, End, Write, Written
from sync.conflicts import same
from sync.fields import Owner
from sync.lists import LISTS, PULLED, WATCHED
from sync.owning import Owners
from sync.roster import Roster
from sync.workspace import Gone, ListStopped, Row, TryAgain, WorkspaceError


def settle(session: Session, forum: str, ended: Sequence[tuple[Write, End]], *, at: At) -> None:
    """Keep what became of each write that was taken up."""
    for write, end in ended:
        operation = operations.claimed(session, write.operation_id, epoch=write.epoch)
        if operation is None:
            continue  # somebody else took it up meanwhile
        if isinstance(end, Gone) and "back" in operation.values:
            operation.state, operation.done_at = State.DONE, at.now  # where no row is, nothing is given back
        elif isinstance(end, Written):
            _done(session, operation, write, end, now=at.now)
        elif isinstance(end, Clash):
            _conflict(session, operation, end, owners=write.owners, at=at)
        elif isinstance(end, TryAgain):
            if write.file and write.item_id is not None:
                shelving.laid(session, operation, item_id=write.item_id, etag=write.etag)
            _put_off(operation, end, real=at.real)
            if isinstance(end, ListStopped) and end.reason is not None:
                checkpoints.stop(session, forum, write.noun, end.reason)
        else:
            _failed(session, operation, end, at=at)
        session.flush()
        telling.members(session, forum, operation.announces, now=at.now)
    telling.superseded(session, forum, [write.operation_id for write, _ in ended], now=at.now)


def _done(session: Session, operation: WorkspaceOperation, write: Write, written: Written, *, now: datetime) -> None:
    """It stands on the workspace: both sides agree on it."""
    operation.state, operation.done_at, operation.error = State.DONE, now, ""
    if write.remove:
        base = baselines.of_noun(session, operation.forum, operation.noun, operation.noun_id)
        if base is not None:
            base.gone_at = now
    elif write.values:
        _agree(session, operation, write, written)
    if write.left:
        _leave(session, operation, write, now=now)
    if write.forget:
        forgetting.of_memory(session, operation.forum, operation.noun, operation.noun_id, write.forget)


def _leave(session: Session, operation: WorkspaceOperation, write: Write, *, now: datetime) -> None:
    """What the workspace's own columns say stands here, too."""
    session.flush()
    forum, noun = operation.forum, operation.noun
    base = owning.leave(session, forum, noun, operation.noun_id, meant=write.left, now=now)
    if base is not None:
        Roster(session, forum, noun, now=now, owners=write.owners).again([base])


def _agree(session: Session, operation: WorkspaceOperation, write: Write, written: Written) -> None:
    base = baselines.of_item(session, operation.forum, operation.noun, written.item_id)
    if base is None:
        base = baselines.begin(session, operation.forum, operation.noun, written.item_id)
        base.noun_id = operation.noun_id
    session.flush()
    read = written.row.values if written.row else base.values
    # Of a row that is only watched nobody else looks at what somebody changed in it: it is not agreed unseen either.
    watched = base.values.keys() - write.owners.fields(write.noun, Owner.WORKSPACE) if operation.noun in WATCHED else ()
    still = {*_on_its_way(session, operation), *watched} - write.values.keys()
    agreed = {name: base.values[name] for name in still & base.values.keys()}
    unseen = any(not same(read.get(name), base.values.get(name)) for name in still)
    # What others wrote into a field that is still on its way there is not agreed: the write that follows must look.
    base.etag, base.gone_at = "" if unseen else written.etag, None
    base.values = {**{name: word for name, word in read.items() if name not in still}, **agreed, **write.values}
    if operation.noun in WATCHED and not unseen:
        base.flaws = []  # what somebody changed there by hand stands there no more, or was asked about


def _on_its_way(session: Session, operation: WorkspaceOperation) -> Values:
    """What other operations about the same noun are still to write."""
    found = operations.open_fields(session, operation.forum, operation.noun, [operation.noun_id])
    return found.get(operation.noun_id, {})


def _put_off(operation: WorkspaceOperation, trouble: TryAgain, *, real: datetime) -> None:
    """It did not work out this time; try again when the workspace said (real time), or later if it failed often."""
    operation.state, operation.error = State.PENDING, f"{trouble.kind}: {trouble}"
    operation.retry_at = real + max(timedelta(seconds=trouble.retry_after), operations.pause(operation.attempts))


def put_off_all(session: Session, forum: str, *, seconds: float, at: At) -> int:
    """The workspace does not answer: leave it alone for a while, and let every waiting echo say that it is kept here.
    Answers how many operations wait."""
    waiting = operations.due(session, forum, real=at.real, limit=10_000)
    for operation in waiting:
        operation.retry_at = at.real + max(timedelta(seconds=seconds), operations.pause(1))
        if operation.announces:
            outbox.release(session, forum, operation.announces)
    return len(waiting)


def _failed(session: Session, operation: WorkspaceOperation, error: WorkspaceError, *, at: At) -> None:
    """The workspace refuses it for good: the coordinators must see to it. Here nothing is lost."""
    operation.state, operation.error = State.FAILED, str(error)
    _note(session, operation, "workspace.failed", now=at.now, after=operation.values)
    known = findings.keep_hindrance(session, operation.forum, operation.noun, error.finding)
    values = {"list": known.title or LISTS[operation.noun].title, "finding": error.finding.kept}
    telling.coordinators(session, operation, "push-failed", values, at=at)


def _conflict(session: Session, operation: WorkspaceOperation, clash: Clash, *, owners: Owners, at: At) -> None:
    """Somebody changed the same: theirs stays on the workspace until somebody chooses, and ours is kept; what does not
    clash is written all the same."""
    row, fields = clash.row, clash.fields
    operation.state, operation.error = State.CONFLICT, f"changed there too: {', '.join(fields)}"
    parts = {one.name for one in LISTS[operation.noun].fields if one.name in fields or one.follows in fields}
    yielded = _yielded(operation, parts)
    disputed = [name for name in operation.values if name in parts and name not in yielded]
    session.flush()
    _put_rest(session, operation, [*disputed, *yielded], now=at.now)
    if yielded:
        telling.yielded(session, operation, row, at=at)
    theirs.take_in(session, operation.forum, [(operation.noun, row)], now=at.now, owners=owners, disputed=disputed)
    if not disputed:
        operation.state, operation.done_at, operation.error = State.DONE, at.now, ""
        return
    _heed(session, operation, row, disputed)
    ours = {name: operation.values[name] for name in disputed}
    there = {name: row.values.get(name) for name in disputed}
    _note(session, operation, "workspace.conflict", now=at.now, before=there, after=ours)
    dispute = Dispute(
        forum=operation.forum,
        operation_id=operation.id,
        noun=operation.noun,
        noun_id=operation.noun_id,
        ours=ours,
        theirs=there,
        editor=row.editor.name,
        modified=row.modified,
        arose_at=at.now,
    )
    session.add(dispute)
    session.flush()
    telling.of_dispute(session, operation, dispute, at=at)


def _yielded(operation: WorkspaceOperation, clashing: Collection[str]) -> Values:
    """A wording for the public gives way to the one that somebody wrote there meanwhile, with its English: nobody has
    to choose, for the last one counts, and ours is told."""
    names = publication_texts.NAMES.keys()
    return {name: word for name, word in operation.values.items() if name in names} if names & clashing else {}


def _put_rest(session: Session, operation: WorkspaceOperation, disputed: Sequence[str], *, now: datetime) -> None:
    """Have all written that is not disputed. What is said of a field by a later write is not undone by this one, which
    would come after it now."""
    without = {*disputed, *_on_its_way(session, operation)}
    rest = {name: word for name, word in operation.values.items() if name not in without}
    if rest:
        operations.put(
            session,
            operation.forum,
            noun=operation.noun,
            noun_id=operation.noun_id,
            row_key=operation.row_key,
            values=rest,
            now=now,
        )
    session.flush()


def _heed(session: Session, operation: WorkspaceOperation, row: Row, disputed: Sequence[str]) -> None:
    """What stands there now is what both sides know: a write that follows is held against that."""
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
