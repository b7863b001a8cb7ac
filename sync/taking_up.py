"""Taking up: which workspace operations are to be written now, and as what, before the network is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy.orm import Session

from forum import baselines, operations, superseding, writing_back
from forum.operations import WorkspaceOperation
from forum.replies import Reply
from forum.store.base import Values
from forum.times import At
from sync import cells
from sync.attempts import Write
from sync.fields import Kind, Owner
from sync.lists import LISTS, WATCHED
from sync.owning import USUAL, Owners

# So many operations are taken up at once: what the workspace takes in one call.
AT_ONCE = 100
# So far down the line of what is due it is looked for them: the first of it may wait for other rows.
FAR = 1_000


def take_up(session: Session, forum: str, *, at: At, owners: Owners = USUAL, limit: int = AT_ONCE) -> list[Write]:
    """Take up what is due, oldest first, one of each row, which says all that waits to be written there; what looks up
    a row that is still to be made waits for that one."""
    return list(islice(_claimed(session, forum, at=at, owners=owners), limit))


def _claimed(session: Session, forum: str, *, at: At, owners: Owners) -> Iterator[Write]:
    # A row of a list that was made anew has the number of a stranger: nothing is written there before it was read.
    replaced = baselines.replaced(session, forum)
    heads = operations.due(session, forum, real=at.real, limit=FAR, without=replaced)
    waiting = superseding.behind(session, forum, heads) if heads else {}
    for head in heads:
        links = superseding.chain(head, waiting.get((head.noun, head.noun_id), ()))
        values = superseding.all_of(links, begun_with=_begun_with(session, links, owners))
        if _waits(session, head, values):
            continue
        operation = superseding.supersede(session, links, values, now=at.now)
        if operation is not None and operations.claim(session, operation, real=at.real):
            yield _write(session, operation, owners)


def _begun_with(session: Session, links: Sequence[WorkspaceOperation], owners: Owners) -> frozenset[str]:
    """The fields that are the workspace's own once the row is made: it begins with our first word in them."""
    head = links[0]
    if len(links) == 1 or baselines.of_noun(session, head.forum, head.noun, head.noun_id) is not None:
        return frozenset()
    return owners.fields(head.noun, Owner.WORKSPACE)


def _waits(session: Session, operation: WorkspaceOperation, values: Values) -> bool:
    """Whether a row that these values look up is on its way to the workspace."""
    return any(
        one.kind is Kind.LOOKUP
        and (noun_id := values.get(one.name)) is not None
        and baselines.of_noun(session, operation.forum, one.target, noun_id) is None
        and operations.making(session, operation.forum, one.target, noun_id)
        for one in LISTS[operation.noun].fields
    )


def _write(session: Session, operation: WorkspaceOperation, owners: Owners) -> Write:
    base = baselines.of_noun(session, operation.forum, operation.noun, operation.noun_id)
    values = _site_values(session, operation)
    # In a row that is still to be made nobody has a word yet: it begins with ours, whose ever the columns are.
    left = owners.fields(operation.noun, Owner.WORKSPACE) if base else frozenset()
    # A row that somebody typed in has no key of ours before it is written the first time.
    adopted = base is not None and base.values.get("key", operation.row_key) != operation.row_key
    own_key = {"key": operation.row_key} if adopted and operation.row_key else {}
    return Write(
        operation_id=operation.id,
        epoch=operation.epoch,
        noun=operation.noun,
        values={**{name: word for name, word in values.items() if name not in left}, **own_key},
        list_id=baselines.list_of(session, operation.forum, operation.noun).list_id,
        key=operation.row_key or "",
        item_id=base.item_id if base else None,
        etag=base.etag if base else "",
        base=base.values if base else {},
        again=operation.attempts > 1,
        noun_id=operation.noun_id,
        file=operation.values.get("file", ""),
        remove=operation.values.get("remove", False),
        forget=tuple(operation.values.get("forget", ())),
        erased=frozenset(operation.values.get("erased", ())),
        owners=owners,
        left={name: word for name, word in values.items() if name in left},
        turned=superseding.turned(session, operation) if base and operation.noun in WATCHED else frozenset(),
    )


def _site_values(session: Session, operation: WorkspaceOperation) -> Values:
    """The operation's values with item ids for nouns; one that has no row on the workspace is left empty."""
    values, fields = Values(), LISTS[operation.noun].by_name
    for name, word in operation.values.items():
        if name in operations.NO_FIELDS:
            continue
        one = fields[name]
        if one.kind is Kind.LOOKUP and word is not None:
            base = baselines.of_noun(session, operation.forum, one.target, word)
            values[name] = base.item_id if base else None
        else:
            values[name] = cells.canonical(one, word)
    return values


def row_gone(session: Session, write: Write, *, now: datetime, owners: Owners = USUAL) -> Write:
    """Somebody deleted the row that we wrote: it is to be made again, for nothing said is lost."""
    operation = session.get_one(WorkspaceOperation, write.operation_id)
    base = baselines.of_noun(session, operation.forum, operation.noun, operation.noun_id)
    if base is not None:
        base.gone_at = now
        session.flush()
    if operation.noun == "reply":  # whatever of it was to be written: the row is to say all again
        words = writing_back.words(session, session.get_one(Reply, operation.noun_id))
        operation.values = {**words, **operation.values}
    return _write(session, operation, owners)
