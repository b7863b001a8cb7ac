"""Erasing: the words of an answer leave the memory, the rows of the workspace and our own messages, on its body's word;
that there was one, when and by whom, stays."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select, tuple_, update
from sqlalchemy.orm import Session

from forum import (
    answering,
    colleagues,
    drafts,
    forgetting,
    landed,
    outbox,
    people,
    publication_texts,
    replies,
    returning,
    translations,
)
from forum.edits import Edit
from forum.forgetting import TEXTS
from forum.inbox import IncomingMessage
from forum.operations import State, WorkspaceOperation
from forum.outbox import OutgoingMessage, To
from forum.people import ChannelName, Person
from forum.plan import Measure
from forum.replies import HEARD, Reply, ReplyVersion
from forum.rounds import Obligation
from forum.store.base import Values
from forum.times import At

KIND, TOLD = "text-erased", "answer-erased"
# What keeps a member's words as they were sent, beside the versions.
QUOTING = ("ask-measure", "letter-kept")
# What says what was read of several answers that came at once; its dedupe key names the incoming message.
READ_BACK = "read-back"


def worded(session: Session, obligation: Obligation) -> bool:
    """Whether any version of its answer has words that could be erased."""
    return any(getattr(version, name) for version in _versions(session, obligation) for name in TEXTS)


def erase(
    session: Session,
    obligation: Obligation,
    person: Person,
    *,
    channel: str,
    at: At,
    own: Collection[int],
    echo: To | None,
) -> bool:
    """Take the answer back, and erase its words in all versions; the coordinators hear that it was done, and not what
    it said. False where there are none."""
    if not worded(session, obligation):
        return False
    colleagues.withdraw(session, obligation, person, channel=channel, at=at, own=own, echo=echo)
    versions = _versions(session, obligation)
    words = {word for version in versions for name in TEXTS if (word := getattr(version, name))}
    texts, heard = publication_texts.erase(session, session.get_one(Reply, versions[0].reply_id))
    words |= texts
    _forget_heard(session, obligation.forum, versions, heard | _read_back(session, obligation), at=at)
    _forget_kept(session, obligation, versions, words)
    for version in versions:
        version.done = version.obstacles = version.next_step = ""
        version.written, version.on_record = _without(version.written), _without(version.on_record)
    returning.erase(session, session.get_one(Reply, versions[0].reply_id))
    forgetting.of_history(session, obligation, versions[0].reply_id, words, at=at)
    files = forgetting.of_evidence(session, obligation, at=at)
    drafts.leave(session, obligation.forum, own, obligation.id)
    translations.erase(session, obligation.forum, words)
    _reword(session, obligation.forum, versions, at=at)
    _tell(session, obligation, person, files=files, at=at)
    answering.note(session, versions[-1], "reply.erased", person, at=at)
    session.flush()
    return True


def _versions(session: Session, obligation: Obligation) -> Sequence[ReplyVersion]:
    return session.scalars(
        select(ReplyVersion)
        .join(Reply, Reply.id == ReplyVersion.reply_id)
        .where(Reply.forum == obligation.forum, Reply.obligation_id == obligation.id)
        .order_by(ReplyVersion.version)
    ).all()


def _without(values: Values) -> Values:
    return {name: word for name, word in values.items() if name not in TEXTS}


def _read_back(session: Session, obligation: Obligation) -> set[int]:
    """The incoming messages that said something of it among other things, recorded or not; what we quoted of them when
    we said what was read goes."""
    heard = set[int]()
    such = (OutgoingMessage.forum == obligation.forum, OutgoingMessage.kind == READ_BACK)
    for message in session.scalars(select(OutgoingMessage).where(*such)):
        entries = message.values.get("entries", ())
        if any(one["obligation"] == obligation.id for one in entries):
            heard.add(int(message.dedupe_key.split("/")[1]))
            quiet = [{**one, "said": ""} if "said" in one else one for one in entries]
            message.values = {**message.values, "entries": quiet, "beside": ""}
    return heard


def _forget_heard(
    session: Session, forum: str, versions: Sequence[ReplyVersion], others: Collection[int], *, at: At
) -> None:
    """The messages that said them, what these were before they were edited, and ``others``."""
    ids = {number for version in versions for column in HEARD if (number := getattr(version, column))} | {*others}
    forgetting.of_chat(session, forum, ids, at=at)
    told = (IncomingMessage.channel, IncomingMessage.lane, IncomingMessage.message_ref)
    refs = [tuple(row) for row in session.execute(select(*told).where(IncomingMessage.id.in_(ids)))]
    session.execute(
        update(IncomingMessage)
        .where(IncomingMessage.forum == forum, IncomingMessage.id.in_(ids) | tuple_(*told).in_(refs))
        .values(body="")
    )


def _forget_kept(
    session: Session, obligation: Obligation, versions: Sequence[ReplyVersion], words: Collection[str]
) -> None:
    """What was to be written, what both sides agreed on, and what of our messages quotes it."""
    forum, measure = obligation.forum, session.get_one(Measure, obligation.measure_id)
    digests = sorted(map(forgetting.digest, words))
    for noun, number in (("reply", versions[0].reply_id), (measure.noun, measure.id)):
        forgetting.of_memory(session, forum, noun, number, digests)
        _warn(session, forum, noun, number, digests)
    for edit in session.scalars(select(Edit).where(Edit.forum == forum, Edit.measure_id == obligation.measure_id)):
        edit.values = forgetting.without(edit.values, digests)
    landed.forget(session, forum)
    persons = {version.person_id for version in versions if version.person_id is not None}
    for message in session.scalars(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.kind.in_(QUOTING),
            OutgoingMessage.person_id.in_(persons),
        )
    ):
        # A text may begin with a completion, which is no part of the words.
        if str(message.values.get("text", "")).endswith(tuple(words)):
            message.values = {**message.values, "text": ""}


def _warn(session: Session, forum: str, noun: str, number: int, digests: Sequence[str]) -> None:
    """What is to be written yet will meet the words in the row: they are no change of anybody's."""
    waiting = select(WorkspaceOperation).where(
        WorkspaceOperation.forum == forum,
        WorkspaceOperation.noun == noun,
        WorkspaceOperation.noun_id == number,
        WorkspaceOperation.state == State.PENDING,
    )
    for row in session.scalars(waiting):
        row.values = {**row.values, "erased": digests}


def _reword(session: Session, forum: str, versions: Sequence[ReplyVersion], *, at: At) -> None:
    """Our messages in chats that tell these words say instead that they were erased."""
    ids = {version.id for version in versions}
    sent = select(OutgoingMessage).where(
        OutgoingMessage.forum == forum,
        OutgoingMessage.channel == ChannelName.TELEGRAM,
        OutgoingMessage.external_id.is_not(None),
        OutgoingMessage.kind.in_(
            ("echo", "written", "on-behalf", "english-kept", READ_BACK, *(colleagues.ANSWERED, colleagues.CHANGED))
        ),
    )
    for row in session.scalars(sent).all():
        if ids & {row.values.get("version"), row.values.get("before"), *row.values.get("versions", ())}:
            outbox.put(
                session,
                forum,
                to=To(channel=row.channel, address=row.address, language=row.language),
                kind=KIND,
                dedupe=f"{KIND}/{row.id}",
                now=at.now,
                asked=True,
                edits=row.external_id,
            )


def _tell(session: Session, obligation: Obligation, person: Person, *, files: bool, at: At) -> None:
    reply = replies.reply_of(session, obligation)
    for coordinator in people.coordinators(session, obligation.forum, day=at.day):
        outbox.put(
            session,
            obligation.forum,
            to=To(person_id=coordinator.id),
            kind=TOLD,
            values={"obligation": obligation.id, "name": person.name, "files": files},
            dedupe=f"{TOLD}/{obligation.id}/{reply.version if reply else 0}/{coordinator.id}",
            now=at.now,
        )
