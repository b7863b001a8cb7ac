"""Answering: an answer is kept as a version of its reply, and all that follows from it is set in motion."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from forum import echoing, enrolment, filings, journal, operations, outbox, replies, writing_back
from forum.people import Person
from forum.plan import Completion, Measure
from forum.replies import Manner, Reply, ReplyVersion, echo_key
from forum.rounds import Obligation
from forum.standing import Standing
from forum.store import bulk, keyed
from forum.store.base import Values
from forum.times import At

# Answers that came this way stand on the workspace already, or in a letter; the measure's row is left alone.
WORKSPACE, LETTER = "workspace", "letter"

# What a correction keeps of the version before where it does not say otherwise.
KEPT = (Manner.TOLD, Manner.UNCHANGED)

# What is asked for after the text.
LATER = ("obstacles", "next_step")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was said, and how it came. In words (``Manner.TOLD``) what is not said stays as given before: no
    ``completion``, an empty ``done``, no ``next_step`` or ``obstacles`` (an empty one says that there is none); but
    ``whole`` says all of it, what is empty too. In any other manner the answer is exactly this; with nothing to report
    ``obstacles`` are the reason. ``internal``: its texts are restricted; they leave the worksheet page for no chat,
    site or report. ``beside``: it came from the workspace, and not in the measure's own row. ``channel``: ``telegram``,
    ``coordinator``, ``workspace``, ``letter``, … ``submitted_by``: whose answer it is, where no person of the roster
    gave it."""

    channel: str
    manner: Manner = Manner.TOLD
    completion: Completion | None = None
    done: str = ""
    next_step: str | None = None
    obstacles: str | None = None
    whole: bool = False
    internal: bool = False
    beside: bool = False
    submitted_by: str = ""
    heard_id: int | None = None
    obstacles_heard_id: int | None = None
    next_step_heard_id: int | None = None


def unchanged(found: Standing, *, channel: str, why: str | None = None) -> Answer:
    """What is on record is the answer; ``why``: of what has not been started, what stands in its way."""
    return Answer(
        channel=channel,
        manner=Manner.UNCHANGED,
        completion=found.completion,
        done=found.done,
        next_step=found.next_step,
        obstacles=found.obstacles if why is None else why,
    )


def nothing(found: Standing | None, *, channel: str, why: str) -> Answer:
    """There is nothing to report, and why; the completion on record stays."""
    return Answer(channel=channel, manner=Manner.NOTHING, completion=found.completion if found else None, obstacles=why)


def record(
    session: Session,
    obligation: Obligation,
    person: Person | None,
    answer: Answer,
    *,
    at: At,
    echo: outbox.To | None = None,
    echo_from: datetime | None = None,
    entered_by: Person | None = None,
) -> ReplyVersion:
    """Keep an answer and set all in motion: the obligation is discharged, workspace and member are to hear of it.

    ``person``: who answered, None where ``answer.submitted_by`` alone says it. ``echo``: where the echo goes, None
    for none; ``echo_from``: the moment of forum time from which, where something is asked before that.
    ``entered_by``: the coordinator who entered it on the body's behalf; ``echo`` is theirs then, and ``person`` is
    told once what was entered. The measure's row is written only by its lead's answers (``replies.sets_status``),
    only what this answer says, and not where it came from that row or in a letter, or there is nothing to report.
    """
    hold(session, obligation)
    reply = reply_to(session, obligation)
    before = _kept(session, reply, answer)
    answer = _whole(answer, before)
    version = next_version(session, reply, person, answer, at=at, before=before)
    version.entered_by_id = entered_by.id if entered_by else None
    obligation.discharged_at = obligation.discharged_at or at.now
    writing_back.reply_row(session, obligation, reply, version, at=at)
    if sets_measure(session, obligation, version, beside=answer.beside):
        said = _said(session, obligation, answer, at.day)
        if version.internal:
            said = _status(said) | _taken_back(session, obligation, reply)
        writing_back.measure_row(session, obligation, version, said, at=at)
    if echo is not None:
        echoing.put(session, version, echo, at=at, send_from=echo_from)
    if entered_by is not None and person is not None:
        _tell_whose_it_is(session, version, person, at=at)
    note(session, version, "reply.recorded", entered_by or person, at=at)
    return version


def hold(session: Session, obligation: Obligation) -> None:
    """Whoever else answers for this obligation in this moment comes after; what they said before is seen from here."""
    for one in keyed.hold(session, [obligation]):
        replies.TO.forget(session, one.forum, one.id)


def complete(
    session: Session, version: ReplyVersion, answer: Answer, *, at: At, echo_from: datetime | None = None
) -> bool:
    """Add the obstacles or the next step that were asked for after the text to the version that holds it: what was
    said in one breath is one version, and has one echo. ``answer`` that says neither lets the echo go.

    False where the echo has gone, a letter holds it, or somebody answered since: then ``record`` makes the next.
    """
    reply = session.get_one(Reply, version.reply_id)
    waiting = outbox.unsent(session, version.forum, echo_key(version.id))
    obligation = session.get_one(Obligation, reply.obligation_id)
    if waiting is None or reply.version != version.version or filings.holds(session, obligation, version):
        return False
    said = {name: word for name in LATER if (word := getattr(answer, name)) is not None}
    changed = any(getattr(version, name) != word for name, word in said.items())
    for name, word in said.items():
        setattr(version, name, word)
        setattr(version, f"{name}_heard_id", getattr(answer, f"{name}_heard_id"))
    if changed:
        writing_back.reply_row(session, obligation, reply, version, at=at)
    if sets_measure(session, obligation, version) and not version.internal:
        writing_back.measure_row(session, obligation, version, _news(session, obligation, said), at=at)
    waiting.send_from = echo_from or at.now
    waiting.retry_at = (
        at.real + echoing.PATIENCE if operations.untried(session, version.forum, echo_key(version.id)) else None
    )
    return True


def add(session: Session, version: ReplyVersion, words: str, *, at: At) -> None:
    """Add a line to what was done, said in one breath with this version, which nobody was told of yet."""
    reply = session.get_one(Reply, version.reply_id)
    obligation = session.get_one(Obligation, reply.obligation_id)
    version.done = f"{version.done}\n{words}".strip()
    writing_back.reply_row(session, obligation, reply, version, at=at)
    if sets_measure(session, obligation, version) and not version.internal:
        writing_back.measure_row(session, obligation, version, {"done": version.done}, at=at)


def sets_measure(session: Session, obligation: Obligation, version: ReplyVersion, *, beside: bool = False) -> bool:
    """Whether this version is also written to the measure's row; ``beside``: see ``Answer``."""
    elsewhere = (version.channel in (WORKSPACE, LETTER) and not beside) or version.manner is Manner.NOTHING
    return not elsewhere and replies.sets_status(session, obligation)


def note(session: Session, version: ReplyVersion, action: str, actor: Person | None, *, at: At) -> None:
    """The journal's line: who, by which channel, which version and completion; never the words."""
    journal.note(
        session,
        version.forum,
        at=at.now,
        actor=f"person:{actor.id}" if actor else "workspace",
        side=version.channel,
        action=action,
        noun="reply",
        noun_id=version.reply_id,
        after={"version": version.version, "completion": version.completion and version.completion.value},
    )


def next_version(
    session: Session, reply: Reply, person: Person | None, answer: Answer, *, at: At, before: ReplyVersion | None = None
) -> ReplyVersion:
    """The next version of a reply; what this answer does not say is taken from the one ``before``."""
    reply.version += 1
    version = ReplyVersion(
        forum=reply.forum,
        reply_id=reply.id,
        version=reply.version,
        person_id=person.id if person else None,
        submitted_by=answer.submitted_by or (person.name if person else ""),
        channel=answer.channel,
        submitted_at=at.now,
        manner=answer.manner,
        completion=answer.completion or (before.completion if before else None),
        done=answer.done or (before.done if before else ""),
        next_step=_else(answer.next_step, before.next_step if before else ""),
        obstacles=_else(answer.obstacles, before.obstacles if before else ""),
        heard_id=answer.heard_id,
        obstacles_heard_id=answer.obstacles_heard_id,
        next_step_heard_id=answer.next_step_heard_id,
        internal=answer.internal or _keeps_internal(answer, before),
    )
    version.id = bulk.number(session, ReplyVersion)
    session.add(version)
    return version


def _keeps_internal(answer: Answer, before: ReplyVersion | None) -> bool:
    """Whether words of an internal version are kept, so that this one is internal, too."""
    if before is None or not before.internal:
        return False
    return any((not answer.done, answer.next_step is None, answer.obstacles is None))


def _status(said: Values) -> Values:
    return {name: word for name, word in said.items() if name in ("completion", "completion_on")}


def _taken_back(session: Session, obligation: Obligation, reply: Reply) -> Values:
    """What of the measure's texts earlier versions set: what stood there before stands again."""
    before = writing_back.before_us(session, obligation, reply)
    return {name: word for name, word in before.items() if name in ("done", *LATER)}


def _else(said: str | None, kept: str) -> str:
    return kept if said is None else said


def _kept(session: Session, reply: Reply, answer: Answer) -> ReplyVersion | None:
    """The version that this answer continues: the one that counts, where both are in words."""
    found = replies.latest(session, reply)
    goes_on = answer.manner is Manner.TOLD and not answer.whole
    return found if found and found.manner in KEPT and goes_on else None


def _whole(answer: Answer, before: ReplyVersion | None) -> Answer:
    """With *complete* what the version before said of obstacles and next steps is over."""
    if before is None or answer.completion is not Completion.COMPLETE:
        return answer
    return replace(
        answer,
        next_step="" if answer.next_step is None and before.next_step else answer.next_step,
        obstacles="" if answer.obstacles is None and before.obstacles else answer.obstacles,
    )


def _said(session: Session, obligation: Obligation, answer: Answer, day: date) -> Values:
    """What an answer sets on the measure's row: what it says itself, and of obstacles and next step what is new."""
    said: Values = {}
    if answer.manner is Manner.TOLD and answer.completion is not None:
        said |= {"completion": answer.completion.value, "completion_on": day.isoformat()}
    if answer.manner is Manner.TOLD and (answer.done or answer.whole):
        said["done"] = answer.done
    later = {name: word for name in LATER if (word := getattr(answer, name)) is not None}
    return said | _news(session, obligation, later)


def _news(session: Session, obligation: Obligation, said: Values) -> Values:
    measure = session.get_one(Measure, obligation.measure_id)
    return {name: word for name, word in said.items() if getattr(measure, name) != word}


def reply_to(session: Session, obligation: Obligation) -> Reply:
    """The reply to this obligation, made where there is none; it has no version then."""
    found = replies.reply_of(session, obligation)
    if found is None:
        found = Reply(forum=obligation.forum, obligation_id=obligation.id, key=str(uuid.uuid4()), version=0)
        found.id = bulk.number(session, Reply)
        session.add(found)
    return found


def _tell_whose_it_is(session: Session, version: ReplyVersion, person: Person, *, at: At) -> None:
    """The member in whose name a coordinator answered hears of it, in their hours."""
    if enrolment.way_to(session, person) is None:
        return
    outbox.put(
        session,
        version.forum,
        to=outbox.To(person_id=person.id),
        kind="on-behalf",
        values={"version": version.id},
        dedupe=f"on-behalf/{version.id}",
        now=at.now,
    )
