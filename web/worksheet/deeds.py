"""Deeds: what a member does on the page of a measure, by the same verbs as in chat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypedDict

from forum import (
    agreeing,
    answering,
    awaited,
    begun,
    colleagues,
    conversations,
    drafts,
    erasing,
    helping,
    publication_texts,
    replies,
    returning,
    shelving,
    standing,
)
from forum.answering import Answer
from forum.awaited import Owed
from forum.helping import Trouble
from forum.outbox import To
from forum.people import Institution
from forum.plan import Completion, Measure
from forum.replies import ReplyVersion
from forum.rounds import Obligation, Round
from forum.stepping import Step
from forum.times import At
from forum.worksheets import NOTHING
from web.worksheet import beginning, forms, giving, stepping, views
from web.worksheet.forms import Errors, Form
from web.worksheet.outcomes import CHANNEL, Deed, Done, Outcome, Wrong
from web.worksheet.visits import Visitor


class _Said(TypedDict):
    """How an answer is taken back on a page."""

    channel: str
    at: At
    own: set[int]
    echo: To | None


def _answer(deed: Deed) -> Outcome:
    unkept, again = giving.given(deed)
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
    begun.sent(session, duty, deed.person, mark=deed.form.text("mark"))
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
    """What was shown is what is kept: where it was changed meanwhile, it is shown anew first. What else was said in the
    form is kept beside it."""
    unkept, again = giving.given(deed)
    session, duty, steps = deed.visitor.session, deed.duty, _steps(deed)
    typed = beginning.news(deed.visitor, duty, stepping.without(again))
    answering.hold(session, duty)
    answer = None if duty.discharged_at is not None else _as_it_stands(deed)
    errors = unkept | stepping.wrong(deed.form) | (answer if isinstance(answer, dict) else {})
    if errors or isinstance(answer, dict):
        return Wrong(again, errors)
    version = _record(deed, answer) if answer else None
    stepping.keep(deed.visitor, deed.person, steps, version=version)
    told = session.get_one(Round, duty.round_id).kind.tells_progress
    said = "already" if answer is None else "unchanged" if told else "answered"
    return beginning.beside(deed, said, typed, again=stepping.without(again))


def _as_it_stands(deed: Deed) -> Answer | Errors:
    """That all stays as it is, as an answer; or what is lacking for that."""
    session, duty = deed.visitor.session, deed.duty
    if not session.get_one(Round, duty.round_id).kind.tells_progress:
        return agreeing.agreed(channel=CHANNEL)
    found = standing.on_record(session, duty)
    if found is None or views.seen(found) != deed.form.text("seen"):
        return {"unchanged": "ws-error-changed"}
    asks = views.asks_why(found)
    if asks and (errors := forms.why(deed.form)):
        return errors
    return answering.unchanged(found, channel=CHANNEL, why=deed.form.text("why") if asks else None)


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


def _hinder(deed: Deed) -> Outcome:
    """Why there is no answer: help is called for, more time asked for, or a letter named."""
    visitor, duty, form = deed.visitor, deed.duty, deed.form
    one = visitor.session.get_one(Round, duty.round_id)
    unkept, again = giving.given(deed)
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
    unkept, again = giving.given(deed)
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
    "pieradijums": giving.attach,
    "nonemt": giving.drop,
    "neatbildu": _hinder,
    "starprezultats": _step,
    beginning.DEED: beginning.begin,
    "izmest": beginning.discard,
}


def do(visitor: Visitor, duty: Obligation, what: str, form: Form) -> Outcome | None:
    """Do what a form of a measure's page asks for; None where it is not this visitor's."""
    person = visitor.answerer(duty)
    if person is None:
        return None
    if visitor.closed(duty) and what != ERASE:
        return Wrong(form)
    return DEEDS[what](Deed(visitor, duty, person, form))
