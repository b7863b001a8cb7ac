"""Deeds: what a member does on the page of a measure, by the same verbs as in chat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypedDict

from forum import (
    agreeing,
    answering,
    awaited,
    colleagues,
    conversations,
    drafts,
    erasing,
    evidence,
    helping,
    publication_texts,
    replies,
    returning,
    shelving,
    standing,
)
from forum.answering import Answer
from forum.awaited import Owed
from forum.evidence import Evidence
from forum.helping import Trouble
from forum.outbox import To
from forum.people import Institution, Person
from forum.plan import Completion, Measure
from forum.replies import ReplyVersion
from forum.rounds import Obligation, Round
from forum.stepping import Step
from forum.times import At
from forum.worksheets import NOTHING
from web.worksheet import forms, stepping, views
from web.worksheet.forms import Errors, Form
from web.worksheet.visits import Visitor

CHANNEL = "page"


@dataclass(frozen=True)
class Done:
    """It is done, or was before; ``said``: the word for it (``ws-said-…``). ``again``: what was typed for something
    else, which stays on the page."""

    said: str
    again: Form | None = None


@dataclass(frozen=True)
class Wrong:
    """It was not done; ``errors`` by field, empty where it is too late for it; ``again``: what stays on the page."""

    again: Form
    errors: Errors = field(default_factory=dict)


Outcome = Done | Wrong


class _Said(TypedDict):
    """How an answer is taken back on a page."""

    channel: str
    at: At
    own: set[int]
    echo: To | None


@dataclass(frozen=True)
class Deed:
    """One visitor's deed about one obligation, in whose name they answer for it."""

    visitor: Visitor
    duty: Obligation
    person: Person
    form: Form


def _answer(deed: Deed) -> Outcome:
    unkept, again = _given(deed)
    session, duty, choice = deed.visitor.session, deed.duty, deed.form.text("choice")
    progress = session.get_one(Round, duty.round_id).kind.tells_progress
    errors = (forms.answer(deed.form) if progress else forms.words(deed.form)) | stepping.wrong(deed.form) | unkept
    if errors:
        return Wrong(again, errors)
    if not progress:
        answer = Answer(channel=CHANNEL, done=deed.form.text("done"), whole=True)
    elif choice == NOTHING:
        found = standing.on_record(session, duty)
        answer = answering.nothing(found, channel=CHANNEL, why=deed.form.text("obstacles"))
    else:
        answer = Answer(
            channel=CHANNEL,
            completion=Completion(choice),
            done=deed.form.text("done"),
            obstacles=deed.form.text("obstacles"),
            next_step=deed.form.text("next_step"),
            whole=True,
        )
    answer = replace(answer, internal=bool(deed.form.text("internal")))
    answering.hold(session, duty)
    steps = _steps(deed)
    version = None if _said_before(deed, answer) else _record(deed, answer)
    stepping.keep(deed.visitor, deed.person, steps, version=version)
    _in_english(deed, "" if answer.internal else deed.form.text("english"))
    return Done("answered")


def _in_english(deed: Deed, english: str) -> None:
    """The answer's words in English, where the forum asks for them, and no coordinator has worded it."""
    if deed.visitor.policy.english and "english" in deed.form.fields:
        visitor = deed.visitor
        publication_texts.say_in_english(visitor.session, deed.duty, english, by=deed.person, at=visitor.at)


def _said_before(deed: Deed, answer: Answer) -> bool:
    """Whether the very same was said by the same person last: a button was pressed twice."""
    last = replies.of_obligation(deed.visitor.session, deed.duty)
    return last is not None and _words(last) == (
        deed.person.id,
        answer.manner,
        answer.completion,
        answer.done,
        answer.obstacles or "",
        answer.next_step or "",
        answer.internal,
    )


def _words(version: ReplyVersion) -> tuple[object, ...]:
    said = (version.manner, version.completion, version.done, version.obstacles, version.next_step)
    return (version.person_id, *said, version.internal)


def _steps(deed: Deed) -> list[Step]:
    return stepping.said(deed.visitor, deed.duty, deed.person, deed.form)


def _record(deed: Deed, answer: Answer) -> ReplyVersion:
    """What was begun in chat about it is over with this, or it would swallow the next text there."""
    visitor, duty = deed.visitor, deed.duty
    session, own = visitor.session, visitor.person_ids
    drafts.leave(session, visitor.forum, own, duty.id)
    asked = conversations.open_one(session, visitor.forum, own, now=visitor.at.now)
    if asked is not None and asked.values.get("obligation") == duty.id:
        conversations.end(session, asked)
    echo = visitor.echo(deed.person)
    version = colleagues.record(session, duty, deed.person, answer, at=visitor.at, own=own, here=None, echo=echo)
    if answer.internal:
        shelving.withhold(session, duty, now=visitor.at.now)
    return version


def _unchanged(deed: Deed) -> Outcome:
    """What was shown is what is kept: where it was changed meanwhile, it is shown anew first."""
    session, duty = deed.visitor.session, deed.duty
    answering.hold(session, duty)
    if duty.discharged_at is not None:
        return Done("already")
    if not session.get_one(Round, duty.round_id).kind.tells_progress:
        _record(deed, agreeing.agreed(channel=CHANNEL))
        return Done("answered")
    found = standing.on_record(session, duty)
    if found is None or views.seen(found) != deed.form.text("seen"):
        return Wrong(deed.form, {"unchanged": "ws-error-changed"})
    asks = views.asks_why(found)
    if asks and (errors := forms.why(deed.form)):
        return Wrong(deed.form, errors)
    _record(deed, answering.unchanged(found, channel=CHANNEL, why=deed.form.text("why") if asks else None))
    return Done("unchanged")


def _withdraw(deed: Deed) -> Outcome:
    version = colleagues.withdraw(deed.visitor.session, deed.duty, deed.person, **_taking_back(deed))
    return Done("already" if version is None else "withdrawn")


def _erase(deed: Deed) -> Outcome:
    said = "erased-stays" if erasing.stays(deed.visitor.session, deed.duty, deed.visitor.at) else "erased"
    erased = erasing.erase(deed.visitor.session, deed.duty, deed.person, **_taking_back(deed))
    return Done(said if erased else "already")


def _taking_back(deed: Deed) -> _Said:
    visitor = deed.visitor
    echo = visitor.echo(deed.person)
    return {"channel": CHANNEL, "at": visitor.at, "own": visitor.person_ids, "echo": echo}


def _given(deed: Deed) -> tuple[Errors, Form]:
    """Keep the link and the file of a form, whatever its button does: a browser would not send a file twice by itself.
    Answers what is wrong about them, and the form without what was kept."""
    session, at, form = deed.visitor.session, deed.visitor.at, deed.form
    errors, link = forms.pieces(form), form.text("link")
    if link and "link" not in errors and not evidence.give(session, deed.duty, deed.person, at=at, url=link):
        errors["link"] = "ws-error-too-many"
    attached = form.attached if "file" not in errors else None
    if attached and not evidence.give(session, deed.duty, deed.person, at=at, attached=attached):
        errors["file"] = "ws-error-too-many"
    return errors, form if "link" in errors else form.without("link")


def _attach(deed: Deed) -> Outcome:
    """A link, a file, or both."""
    form = deed.form
    if not (form.text("link") or form.attached or form.too_large):
        return Wrong(deed.form, {"link": "ws-error-nothing-given"})
    errors, again = _given(deed)
    return Wrong(again, errors) if errors else Done("attached", again)


def _drop(deed: Deed) -> Outcome:
    """Whoever of the body answers for the measure may take back what was given for it."""
    visitor, number, again = deed.visitor, deed.form.number("piece"), deed.form.without("piece")
    piece = visitor.session.get(Evidence, number) if number is not None else None
    if piece is None or piece.obligation_id != deed.duty.id or piece.dropped_at is not None:
        return Done("already", again)
    evidence.drop(visitor.session, piece, now=visitor.at.now)
    shelving.take_off(visitor.session, piece, now=visitor.at.now)
    return Done("dropped", again)


def _hinder(deed: Deed) -> Outcome:
    """Why there is no answer: help is called for, more time asked for, or a letter named."""
    visitor, duty, form = deed.visitor, deed.duty, deed.form
    one = visitor.session.get_one(Round, duty.round_id)
    unkept, again = _given(deed)
    errors = unkept | forms.trouble(form, due=duty.due_in(one))
    if errors:
        return Wrong(again, errors)
    if duty.discharged_at is not None:
        return Done("already")
    kind, words, until = form.text("trouble"), form.text("words"), forms.until(form)
    if kind == forms.LETTER:
        answer = Answer(channel=answering.LETTER, done=words)
        answering.record(visitor.session, duty, deed.person, answer, at=visitor.at)
        return Done("lettered")
    session, at, policy = visitor.session, visitor.at, visitor.policy
    if kind == Trouble.EXTENSION and until is not None:
        wanted = [(_owed(deed, one), deed.person)]
        helping.ask_extension(session, wanted, until=until, words=words, at=at, policy=policy)
    else:
        helping.call(session, duty, deed.person, Trouble(kind), words=words, at=at, policy=policy)
    return Done("helped", form.only(*forms.ANSWER, *stepping.fields(form)))


def _step(deed: Deed) -> Outcome:
    """How far milestones of the measure are, before the answer itself is sent: that stays on the page as typed."""
    unkept, again = _given(deed)
    errors = stepping.wrong(deed.form) | unkept
    if errors:
        return Wrong(again, errors)
    steps = _steps(deed)
    stepping.keep(deed.visitor, deed.person, steps, version=None)
    return Done("step" if steps else "already", stepping.without(again))


def _owed(deed: Deed, one: Round) -> Owed:
    session, duty = deed.visitor.session, deed.duty
    measure, body = session.get_one(Measure, duty.measure_id), session.get_one(Institution, duty.institution_id)
    return Owed(duty, one, measure, body, awaited.askers(session, duty, day=deed.visitor.at.day))


def _leave(deed: Deed) -> Outcome:
    """What was asked for more stays as it is."""
    done = returning.keep(deed.visitor.session, deed.duty, deed.person, at=deed.visitor.at)
    return Done("stays" if done else "already")


# What may be done at any time, when the answer itself comes too late, too.
ERASE = "dzest-tekstu"
# By the last part of the address that a form is sent to.
DEEDS: dict[str, Callable[[Deed], Outcome]] = {
    "atbilde": _answer,
    "bez-izmainam": _unchanged,
    "atsaukt": _withdraw,
    "atstat": _leave,
    ERASE: _erase,
    "pieradijums": _attach,
    "nonemt": _drop,
    "neatbildu": _hinder,
    "starprezultats": _step,
}


def do(visitor: Visitor, duty: Obligation, what: str, form: Form) -> Outcome | None:
    """Do what a form of a measure's page asks for; None where it is not this visitor's."""
    person = visitor.answerer(duty)
    if person is None:
        return None
    if visitor.closed(duty) and what != ERASE:
        return Wrong(form)
    return DEEDS[what](Deed(visitor, duty, person, form))
