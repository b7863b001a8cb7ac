"""Correspondence: what went to a body about a round, what it answered, and what coordinators decided, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import (
    chasing,
    filings,
    gathering,
    handover,
    nudges,
    plan,
    publication_texts,
    returning,
    still_you,
    threads,
)
from forum.helping import HelpRequest
from forum.journal import JournalEntry
from forum.outbox import OutgoingMessage, State
from forum.people import Institution, Person
from forum.plan import Measure
from forum.replies import Reply, ReplyVersion
from forum.returning import ReturnedAnswer
from forum.rounds import Obligation, Round, Voice
from forum.store.base import Values

# What of our messages is told of: whatever asks a member for something or tells them a fact unasked.
OURS = {
    nudges.KIND: "nudge",
    still_you.KIND: "still-you",
    handover.KIND: "handover",
    gathering.KIND: "letter-due",
    "extended": "extended",
    "extension-refused": "refused",
    "on-behalf": "on-behalf",
    returning.TOLD: "returned",
    publication_texts.TOLD: "wording",
}
# What coordinators decided about an obligation, by the journal's action.
DECIDED = {"obligation.extended": "more-time", "obligation.skipped": "skipped", "obligation.restored": "restored"}


@dataclass(frozen=True)
class Entry:
    """One line. ``what``: which of ``OURS``, of ``DECIDED``, or an answer, a call for help, a letter; ``who``: to whom
    it went, or who did it; ``way``: the channel; ``about``: numbers of measures; ``state``: of our messages, how far
    they came; ``values``: what else the words for it need."""

    at: datetime
    what: str
    who: str
    way: str = ""
    about: tuple[str, ...] = ()
    state: str = ""
    values: Values = field(default_factory=dict)


def of(session: Session, one: Round, body: Institution) -> list[Entry]:
    """All of it about this round, the oldest first."""
    duties = _duties(session, one, body)
    found = [
        *_answers(session, one.forum, duties),
        *_calls(session, one.forum, duties),
        *_decided(session, one.forum, duties),
        *_returned(session, one.forum, duties),
        *_letters(session, one, body),
        *_ours(session, one, body),  # of one moment, what followed comes last
    ]
    return sorted(found, key=lambda entry: entry.at)


def _duties(session: Session, one: Round, body: Institution) -> dict[int, str]:
    """The numbers of the measures that the body answers for, by obligation."""
    rows = session.execute(
        select(Obligation.id, Measure.number)
        .join(Measure, Measure.id == Obligation.measure_id)
        .where(
            Obligation.forum == one.forum,
            Obligation.round_id == one.id,
            Obligation.institution_id == body.id,
            Obligation.voice == Voice.INSTITUTION,
        )
    )
    return {row[0]: row[1] for row in rows}


def _ours(session: Session, one: Round, body: Institution) -> Iterator[Entry]:
    """To all who ever stood for the body; what was dropped said nothing to anybody."""
    rows = session.execute(
        select(OutgoingMessage, Person.name)
        .join(Person, Person.id == OutgoingMessage.person_id)
        .where(
            OutgoingMessage.forum == one.forum,
            OutgoingMessage.kind.in_(OURS),
            Person.institution_id == body.id,
            OutgoingMessage.state != State.DROPPED,
        )
    )
    for row, name in rows:
        if one.id in row.values.get("rounds", ()) or threads.of(session, row) == f"round/{one.id}":
            rung = row.values.get("rung", "")
            yield Entry(
                row.sent_at or row.send_from,
                OURS[row.kind],
                name,
                way=row.channel or "",
                state=_state(row.state),
                values={"rung": "hand" if rung == chasing.RUNG else rung} if row.kind == nudges.KIND else {},
            )


def _state(state: State) -> str:
    return "waits" if state in (State.PENDING, State.SENDING) else state.value


def _answers(session: Session, forum: str, duties: dict[int, str]) -> Iterator[Entry]:
    rows = session.execute(
        select(ReplyVersion, Reply.obligation_id)
        .join(Reply, Reply.id == ReplyVersion.reply_id)
        .where(Reply.forum == forum, Reply.obligation_id.in_(duties))
    )
    for version, duty in rows:
        yield Entry(
            version.submitted_at,
            "answer",
            version.submitted_by,
            way=version.channel,
            about=(duties[duty],),
            values={"version": version.version, "manner": version.manner.value},
        )


def _calls(session: Session, forum: str, duties: dict[int, str]) -> Iterator[Entry]:
    rows = session.execute(
        select(HelpRequest, Person.name)
        .join(Person, Person.id == HelpRequest.person_id)
        .where(HelpRequest.forum == forum, HelpRequest.obligation_id.in_(duties))
    )
    for call, name in rows:
        about = (duties[call.obligation_id],)
        yield Entry(call.asked_at, "help", name, about=about, values={"trouble": call.trouble.value})


def _decided(session: Session, forum: str, duties: dict[int, str]) -> Iterator[Entry]:
    """What was decided of several measures in one moment is one line."""
    rows = session.scalars(
        select(JournalEntry)
        .where(
            JournalEntry.forum == forum,
            JournalEntry.noun == "obligation",
            JournalEntry.noun_id.in_(duties),
            JournalEntry.action.in_(DECIDED),
        )
        .order_by(JournalEntry.id)
    )
    together: dict[tuple[datetime, str, str], list[JournalEntry]] = {}
    for row in rows:
        together.setdefault((row.at, row.action, row.actor), []).append(row)
    for (at, action, actor), lines in together.items():
        about = tuple(sorted((duties[line.noun_id] for line in lines), key=plan.number_order))
        yield Entry(at, DECIDED[action], _name(session, actor), about=about, values=_ruled(lines[0]))


def _ruled(line: JournalEntry) -> Values:
    until = {"until": date.fromisoformat(line.after["due_on"])} if line.action == "obligation.extended" else {}
    return {**until, "reason": line.after["reason"]} if line.action != "obligation.restored" else {}


def _name(session: Session, actor: str) -> str:
    number = actor.removeprefix("person:")
    person = session.get(Person, int(number)) if number.isdigit() else None
    return person.name if person else ""


def _returned(session: Session, forum: str, duties: dict[int, str]) -> Iterator[Entry]:
    rows = session.execute(
        select(ReturnedAnswer, Reply.obligation_id)
        .join(Reply, Reply.id == ReturnedAnswer.reply_id)
        .where(Reply.forum == forum, Reply.obligation_id.in_(duties))
    )
    for row, duty in rows:
        yield Entry(row.at, "asked-more", row.name, about=(duties[duty],), values={"words": row.words or "none"})
        if row.kept_at is not None:
            yield Entry(row.kept_at, "kept", "", about=(duties[duty],))


def _letters(session: Session, one: Round, body: Institution) -> Iterator[Entry]:
    """Those of the body that files for it."""
    filer = filings.filers(session, one.forum).get(body.id, body.id)
    for filing in filings.of_round(session, one, filer):
        made, signed = filing.made_by_id, filing.signed_by_id
        yield Entry(filing.made_at, "letter-made", _name(session, f"person:{made}"))
        if filing.signed_at is not None:
            told = {"number": filing.number, "on": filing.letter_on}
            yield Entry(filing.signed_at, "letter-signed", _name(session, f"person:{signed}"), values=told)
