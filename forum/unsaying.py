"""Unsaying: what members wrote to us, and our messages that say it again, say erased words no more."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select, tuple_, update
from sqlalchemy.orm import Session

from forum import colleagues, forgetting, inbox, outbox, raws, searching
from forum.enrolment import Address
from forum.inbox import IncomingMessage
from forum.outbox import OutgoingMessage, To
from forum.people import ChannelName, Person, Role
from forum.replies import ReplyVersion
from forum.rounds import Obligation
from forum.times import At

KIND = "text-erased"
# What keeps a member's words as they were sent, beside the versions.
QUOTING = ("ask-measure", "letter-kept")
# What says what was read of several answers that came at once; its dedupe key names the incoming message.
READ_BACK = "read-back"
# What tells the words of a version, which it names.
TELLING = ("echo", "written", "on-behalf", "english-kept", READ_BACK, colleagues.ANSWERED, colleagues.CHANGED)


def forget(
    session: Session,
    obligation: Obligation,
    versions: Sequence[ReplyVersion],
    words: Collection[str],
    *,
    heard: Collection[int],
    at: At,
) -> None:
    """Of these versions; ``heard``: the incoming messages that said them."""
    forum = obligation.forum
    told = {*heard, *_read_back(session, obligation)}
    _heard(session, forum, told, at=at)
    _repeated(session, obligation, told, words)
    persons = {version.person_id for version in versions if version.person_id is not None}
    _quoted(session, forum, persons, words)
    _reword(session, forum, versions, at=at)


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


def _heard(session: Session, forum: str, ids: Collection[int], *, at: At) -> None:
    """These messages, and what they were before they were edited."""
    forgetting.of_chat(session, forum, ids, at=at)
    told = (IncomingMessage.channel, IncomingMessage.lane, IncomingMessage.message_ref)
    refs = [tuple(row) for row in session.execute(select(*told).where(IncomingMessage.id.in_(ids)))]
    session.execute(
        update(IncomingMessage)
        .where(IncomingMessage.forum == forum, IncomingMessage.id.in_(ids) | tuple_(*told).in_(refs))
        .values(body="")
    )


def _repeated(session: Session, obligation: Obligation, heard: Collection[int], words: Collection[str]) -> None:
    """What came from those who may have had the words before them, and says them again: a mail quotes what it answers,
    a press brings along the message under which the button stood."""
    forum, sought = obligation.forum, searching.phrases(words)
    told = (IncomingMessage.channel, IncomingMessage.lane)
    lanes = {tuple(row) for row in session.execute(select(*told).where(IncomingMessage.id.in_(heard)))}
    of_body = (Person.institution_id == obligation.institution_id) | (Person.role == Role.COORDINATOR)
    ways = select(Address.channel, Address.address).join(Person, Person.id == Address.person_id)
    lanes |= {tuple(row) for row in session.execute(ways.where(Address.forum == forum, of_body))}
    done = (IncomingMessage.forum == forum, IncomingMessage.state == inbox.State.DONE, IncomingMessage.body != "")
    rows = session.execute(
        select(IncomingMessage.id, IncomingMessage.body).where(*done, tuple_(*told).in_(sorted(lanes)))
    )
    again = [number for number, body in rows if searching.holds(raws.text(body), sought)]
    session.execute(update(IncomingMessage).where(IncomingMessage.id.in_(again)).values(body=""))


def _quoted(session: Session, forum: str, persons: Collection[int], words: Collection[str]) -> None:
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


def _reword(session: Session, forum: str, versions: Sequence[ReplyVersion], *, at: At) -> None:
    """Our messages in chats that tell these words say instead that they were erased."""
    ids = {version.id for version in versions}
    sent = select(OutgoingMessage).where(
        OutgoingMessage.forum == forum,
        OutgoingMessage.channel == ChannelName.TELEGRAM,
        OutgoingMessage.external_id.is_not(None),
        OutgoingMessage.kind.in_(TELLING),
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
