"""Publication texts: the coordinator's wording of an answer for the public, beside the words as given, which never
change."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from forum import awaited, enrolment, journal, operations, outbox, replies
from forum.inbox import IncomingMessage
from forum.outbox import OutgoingMessage
from forum.people import Person
from forum.replies import Reply
from forum.rounds import Obligation, Round
from forum.store.base import Noun, Values, link, linked, unique
from forum.store.keyed import Key
from forum.times import At

TOLD = "publication-text"
# So long (forum time) it waits for others of the same person: a coordinator works through a list row by row.
_GATHERED = timedelta(hours=4)
# What the workspace calls it, and what it is here.
NAMES = {"publish_text": "text", "text_en": "text_en"}


class PublicationText(Noun):
    """What the public is to read instead of an answer's own words, once; another wording is another row, the last of
    them counts, and an empty one takes it back. ``version``: the answer's version beside which it was written;
    ``text_en``: the same in English, or where there is no ``text``, the answer's own words in English;
    ``heard_id``: the incoming message that said those."""

    __tablename__ = "publication_text"
    __table_args__ = (
        linked(),
        link("reply_id", "reply"),
        link("heard_id", IncomingMessage.__tablename__),
        unique("reply_id", "turn"),
    )

    reply_id: Mapped[int]
    turn: Mapped[int]
    version: Mapped[int]
    text: Mapped[str]
    text_en: Mapped[str]
    at: Mapped[datetime]
    heard_id: Mapped[int | None] = mapped_column(default=None)


# Every wording of a reply, in the order of their turns.
OF = Key(PublicationText, "reply_id")


def of_reply(session: Session, reply: Reply) -> PublicationText | None:
    """The wording that counts; None where there never was one, or it was taken back."""
    row = _last(session, reply)
    return row if row is not None and (row.text or row.text_en) else None


def of_round(session: Session, one: Round) -> dict[int, PublicationText]:
    """The wordings that count in a round, by obligation."""
    rows = session.execute(
        select(Reply.obligation_id, PublicationText)
        .join(Reply, Reply.id == PublicationText.reply_id)
        .join(Obligation, Obligation.id == Reply.obligation_id)
        .where(PublicationText.forum == one.forum, Obligation.round_id == one.id)
        .order_by(PublicationText.turn)
    )
    found = {row[0]: row[1] for row in rows}
    return {number: row for number, row in found.items() if row.text or row.text_en}


def read(session: Session, reply: Reply, said: Values, *, now: datetime) -> PublicationText | None:
    """Take in what the row of an answer says for the public: ``publish_text``, ``text_en``, and the ``version`` that
    whoever wrote it had before them. Answers the new wording; None where it is none."""
    return _keep(session, reply, said, now=now)


def in_english(session: Session, obligation: Obligation) -> str | None:
    """What the version that counts says in English, as its body gave it (empty: not yet). None where it may not give
    it: there are no words, they are restricted, or a coordinator worded them."""
    version = replies.of_obligation(session, obligation)
    if version is None or version.internal or not (version.done or version.obstacles or version.next_step):
        return None
    row = of_reply(session, session.get_one(Reply, version.reply_id))
    if row is None:
        return ""
    if row.text:
        return None
    return row.text_en if row.version == version.version else ""


def say_in_english(
    session: Session, obligation: Obligation, words: str, *, by: Person, at: At, heard_id: int | None = None
) -> bool:
    """Whoever answered gives the same words in English, or takes them back (none). False where they may not."""
    reply = replies.reply_of(session, obligation)
    worded = of_reply(session, reply) if reply else None
    if reply is None or (worded and worded.text) or (words and in_english(session, obligation) is None):
        return False
    row = write(session, reply, {"text_en": words, "version": reply.version}, by=by, at=at)
    if row is not None:
        row.heard_id = heard_id
    return True


def write(session: Session, reply: Reply, said: Values, *, by: Person, at: At) -> PublicationText | None:
    """A coordinator writes the wording here, or whoever answered their words in English: it goes to the answer's row on
    the workspace. ``said`` as ``read`` takes it; the words that it does not name stay. None where that is what stands
    already, beside the same version."""
    row = _keep(session, reply, said, now=at.now, by=by)
    if row is not None:
        operations.put(
            session,
            reply.forum,
            noun="reply",
            noun_id=reply.id,
            row_key=reply.key,
            values={"publish_text": row.text, "text_en": row.text_en},
            now=at.now,
        )
    return row


def words(session: Session, reply: Reply) -> Values:
    """What the row of the answer is to say for the public; nothing where nobody ever worded it."""
    row = _last(session, reply)
    return {"publish_text": row.text, "text_en": row.text_en} if row else {}


def turn(session: Session, reply: Reply) -> int:
    """The how-manieth wording counts, those that took one back included; 0: there never was one."""
    row = _last(session, reply)
    return row.turn if row else 0


def of_turn(session: Session, reply: Reply, number: int) -> str:
    """What the wording of this turn said."""
    asked = select(PublicationText.text).where(
        PublicationText.forum == reply.forum, PublicationText.reply_id == reply.id, PublicationText.turn == number
    )
    return session.scalars(asked).one()


def _keep(
    session: Session, reply: Reply, said: Values, *, now: datetime, by: Person | None = None
) -> PublicationText | None:
    """``by``: who wrote it here, with the version that they name before them."""
    last = _last(session, reply)
    text, english = (str(said.get(name, getattr(last, mine, "")) or "").strip() for name, mine in NAMES.items())
    version = said.get("version") or reply.version
    if last and text and last.text == text and by is None:
        version = last.version  # an English text that comes later belongs to the wording that is there
    if (text, english) == ((last.text, last.text_en) if last else ("", "")) and not (
        by and last and (text or english) and last.version != version
    ):
        return None
    row = PublicationText(
        forum=reply.forum,
        reply_id=reply.id,
        turn=last.turn + 1 if last else 1,
        version=version,
        text=text,
        text_en=english,
        at=now,
    )
    session.add(row)
    session.flush()
    _note(session, row, last, now=now, by=by)
    if text and (last is None or last.text != text):
        _tell(session, reply, row, now=now)
    return row


def _last(session: Session, reply: Reply) -> PublicationText | None:
    return OF.one(session, reply.forum, reply.id)


def erase(session: Session, reply: Reply) -> tuple[set[str], set[int]]:
    """The words of an answer are erased: so is whatever was made of them. Answers what that said, and the incoming
    messages that said it."""
    rows = session.scalars(
        select(PublicationText).where(PublicationText.forum == reply.forum, PublicationText.reply_id == reply.id)
    ).all()
    said = {word for row in rows for word in (row.text, row.text_en) if word}
    for row in rows:
        row.text = row.text_en = ""
    return said, {row.heard_id for row in rows if row.heard_id is not None}


def _tell(session: Session, reply: Reply, row: PublicationText, *, now: datetime) -> None:
    """Those of the body who answer for it see how they will be read: in their hours, all of a day in one message."""
    duty = session.get_one(Obligation, reply.obligation_id)
    version = replies.of_obligation(session, duty)
    people = {person.id for person in awaited.askers(session, duty, day=now.date())}
    if version is not None and version.person_id is not None:
        people = {version.person_id}
    for number in sorted(enrolment.ways(session, reply.forum, people=people)):
        waiting = _waiting(session, reply.forum, number)
        if waiting is not None:
            others = [one for one in waiting.values["replies"] if one != reply.id]
            waiting.values = {**waiting.values, "replies": [*others, reply.id]}
            continue
        outbox.put(
            session,
            reply.forum,
            to=outbox.To(person_id=number),
            kind=TOLD,
            values={"replies": [reply.id]},
            dedupe=f"{TOLD}/{row.id}/{number}",
            now=now,
            send_from=now + _GATHERED,
        )


def _waiting(session: Session, forum: str, person_id: int) -> OutgoingMessage | None:
    return session.scalar(
        select(OutgoingMessage).where(
            OutgoingMessage.forum == forum,
            OutgoingMessage.kind == TOLD,
            OutgoingMessage.person_id == person_id,
            OutgoingMessage.state == outbox.State.PENDING,
            OutgoingMessage.attempts == 0,
        )
    )


def _note(
    session: Session, row: PublicationText, last: PublicationText | None, *, now: datetime, by: Person | None
) -> None:
    journal.note(
        session,
        row.forum,
        at=now,
        actor=f"person:{by.id}" if by else "coordinator",
        side="forum" if by else "workspace",
        action="publication_text.written" if row.text else "publication_text.removed",
        noun="publication_text",
        noun_id=row.id,
        before={"turn": last.turn if last else 0},
        after={"turn": row.turn, "version": row.version},
    )
