"""Telling: members hear when their answer stands on the workspace, coordinators what could not be written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import baselines, milestones, operations, outbox, people, publication_texts, replies, stepping, superseding
from forum.disputes import Dispute
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage, To
from forum.replies import Reply
from forum.store.base import Values
from forum.times import At
from sync.lists import LISTS
from sync.workspace import Row

OVERRULED = "overruled"
# The message is with its reader, or on the way there, and cannot be worded otherwise any more.
TOLD = (outbox.State.SENDING, outbox.State.SENT, outbox.State.UNKNOWN)


def members(session: Session, forum: str, announces: str, *, now: datetime) -> None:
    """Let the message go that waited for this, once all it announces was tried; and say afterwards that it stands on
    the workspace, where the message could not say so yet."""
    if not announces or operations.untried(session, forum, announces):
        return
    message = outbox.release(session, forum, announces)
    if message is None or message.state not in TOLD or operations.unfinished(session, forum, announces):
        return
    told = message.values
    if told.get("written") is not False:
        return
    if "version" not in told:
        _say(session, message, kind="milestone-written", now=now)
    elif not superseding.overtaken(session, forum, told["version"]):
        _say(session, message, kind="written", now=now)


def superseded(session: Session, forum: str, by: Collection[int], *, now: datetime) -> None:
    """These operations were tried, for those, too, that they superseded: whose message is about the version that
    counts still is told as if that had been written by itself."""
    announced = select(WorkspaceOperation.announces).where(
        WorkspaceOperation.forum == forum, WorkspaceOperation.superseded_by.in_(by)
    )
    waited = select(OutgoingMessage).where(
        OutgoingMessage.forum == forum,
        OutgoingMessage.dedupe_key.in_(announced),
        OutgoingMessage.state.in_(TOLD),
    )
    told = [one for one in session.scalars(waited) if one.values.get("written") is False]
    latest = replies.counting(session, [one.values["version"] for one in told if "version" in one.values])
    for message in told:
        if "version" not in message.values or message.values["version"] in latest:
            members(session, forum, message.dedupe_key, now=now)


def coordinators(session: Session, operation: WorkspaceOperation, kind: str, values: Values, *, at: At) -> None:
    """A word to each of those who run the forum, once an operation and kind."""
    for person in people.coordinators(session, operation.forum, day=at.day):
        outbox.put(
            session,
            operation.forum,
            to=To(person_id=person.id),
            kind=kind,
            values=values,
            dedupe=f"{kind}/{operation.id}/{person.id}",
            now=at.now,
        )


def of_dispute(session: Session, operation: WorkspaceOperation, dispute: Dispute, *, at: At) -> None:
    """A card to whoever gave the answer, right after its echo, and to those who run the forum: the first who chooses
    settles it."""
    echo = outbox.named(session, operation.forum, operation.announces) if operation.announces else None
    if echo is not None and ("version" in echo.values or stepping.kept(echo.values)):
        if operation.noun != milestones.NOUN:
            dispute.version_id = echo.values["version"]
        outbox.put(
            session,
            operation.forum,
            to=To(person_id=echo.person_id, channel=echo.channel, address=echo.address, language=echo.language),
            kind="conflict-mine",
            values={"dispute": dispute.id},
            dedupe=f"conflict-mine/{dispute.id}",
            now=at.now,
            asked=True,
        )
    coordinators(session, operation, "conflict", {"dispute": dispute.id}, at=at)


def yielded(session: Session, operation: WorkspaceOperation, row: Row, *, at: At) -> None:
    """A wording for the public that was written here gives way to what somebody wrote there meanwhile; told before
    that is taken in."""
    turn = publication_texts.turn(session, session.get_one(Reply, operation.noun_id))
    values: Values = {"reply": operation.noun_id, "turn": turn, "editor": row.editor.name}
    coordinators(session, operation, "publication-yielded", values, at=at)


def overruled(session: Session, forum: str, noun: str, *, row: Row, fields: Sequence[str], now: datetime) -> None:
    """Somebody wrote into columns that are the forum's, and its words stand there again: a word to each of those who
    run the forum. What is not sent yet takes in what comes after it."""
    known = baselines.list_of(session, forum, noun)
    change: Values = {
        "row": str(row.item_id),
        "link": f"{known.row_link}{row.item_id}" if known.row_link else "",
        "columns": [str(known.columns.get(name, LISTS[noun].by_name[name].column)) for name in fields],
        "editor": row.editor.name,
    }
    for person in people.coordinators(session, forum, day=now.date()):
        last = outbox.last(session, forum, person_id=person.id, kind=OVERRULED)
        waits = (
            outbox.unsent(session, forum, last.dedupe_key)
            if last and last.values["plural"] == LISTS[noun].plural
            else None
        )
        if waits is not None:
            waits.values = {**waits.values, "changes": [*waits.values["changes"], change]}
            continue
        title = known.title or LISTS[noun].title
        outbox.put(
            session,
            forum,
            to=To(person_id=person.id),
            kind=OVERRULED,
            values={"plural": LISTS[noun].plural, "list": title, "changes": [change]},
            dedupe=f"{OVERRULED}/{noun}/{row.item_id}/{row.etag}/{person.id}"[:200],
            now=now,
        )


def _say(session: Session, message: OutgoingMessage, *, kind: str, now: datetime) -> None:
    """That what this message told of stands on the workspace now."""
    outbox.put(
        session,
        message.forum,
        to=To(
            person_id=message.person_id,
            channel=message.channel,
            address=message.address,
            language=message.language,
        ),
        kind=kind,
        values={name: word for name, word in message.values.items() if name in ("version", "steps")},
        dedupe=f"{kind}/{message.values.get('version', message.id)}",
        now=now,
        asked=True,
    )
