"""Chasing on the desk: a coordinator reminds, gives more time, enters what was said by telephone, settles how
partners are heard and what the council said; by the same verbs as in chat."""

from __future__ import annotations

from datetime import date

from forum import answering, awaited, chasing, council, excusing, overview, ruling
from forum.answering import Answer
from forum.council import Opinion
from forum.forums import Forum
from forum.people import Institution, Person
from forum.plan import Completion
from forum.replies import LONGEST
from forum.rounds import Obligation, Round
from forum.ruling import Hand, Refused
from web.worksheet import desk
from web.worksheet.forms import Errors, Form
from web.worksheet.outcomes import Done, Outcome, Wrong
from web.worksheet.record import Params
from web.worksheet.visits import Visitor
from words import completions

COORDINATOR = "coordinator"


def nudge(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    """Remind the marked bodies (none marked: all that are awaited); a second time a day only on a second word."""
    found = desk.of(visitor, params)
    if found is None:
        return None
    one, day, policy, session = found[0], visitor.at.day, visitor.policy, visitor.session
    if session.get_one(Forum, visitor.forum).paused_at is not None:
        return Wrong(form, {"body": "ws-error-desk-paused"})
    chosen = set(form.numbers("body")) if form.all("body") else None
    share = (
        overview.of(session, one, day=day).reached if chosen is None else overview.reach(session, one, chosen, day=day)
    )
    if not share:
        return Wrong(form, {"body": "ws-error-desk-nobody"})
    had = overview.earlier(session, one, share, day=day, policy=policy)
    if had.at is not None and not form.text("again"):
        return Wrong(form, {"again": "ws-error-desk-again"})
    chasing.nudge(session, one, share, nth=had.nth, now=visitor.at.now, policy=policy)
    return Done("nudged")


def _duties(visitor: Visitor, one: Round, form: Form) -> list[Obligation]:
    """The marked obligations of this round that are open still."""
    rows = [visitor.session.get(Obligation, number) for number in form.numbers("duty")]
    return [
        row
        for row in rows
        if row is not None
        and (row.forum, row.round_id) == (one.forum, one.id)
        and row.discharged_at is None
        and row.void_at is None
    ]


def extend(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    """More time for what is marked."""
    found = desk.of(visitor, params)
    if found is None:
        return None
    one, by = found
    duties, reason, errors = _duties(visitor, one, form), form.text("words"), Errors()
    if not duties:
        errors["duty"] = "ws-error-desk-duty"
    if not reason:
        errors["words"] = "ws-error-desk-reason"
    until, latest = _day(form.text("until")), max((duty.due_in(one) for duty in duties), default=one.due_on)
    if until is None or not latest < until <= latest + excusing.LONGEST:
        errors["until"] = "ws-error-desk-until"
    if errors or until is None:
        return Wrong(form, errors)
    excusing.extend(visitor.session, duties, until=until, reason=reason, by=by, at=visitor.at, policy=visitor.policy)
    return Done("extended")


def skip(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    """What is marked is asked for no more."""
    found = desk.of(visitor, params)
    if found is None:
        return None
    duties, reason, errors = _duties(visitor, found[0], form), form.text("words"), Errors()
    if not duties:
        errors["duty"] = "ws-error-desk-duty"
    if not reason:
        errors["words"] = "ws-error-desk-reason"
    if errors:
        return Wrong(form, errors)
    for duty in duties:
        excusing.skip(visitor.session, duty, reason=reason, by=found[1], at=visitor.at)
    return Done("skipped")


def enter(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    """What a body said by telephone about one measure: its answer, entered by the coordinator."""
    found = desk.of(visitor, params)
    if found is None:
        return None
    one, by = found
    duties, words, choice, errors = _duties(visitor, one, form), form.text("words"), form.text("choice"), Errors()
    if len(duties) != 1:
        errors["duty"] = "ws-error-desk-one"
    elif duties[0].closed_in(one, visitor.at.day):
        return Wrong(form)
    if one.kind.tells_progress and choice not in completions.TOLD:
        errors["choice"] = "ws-error-choice"
    if not words or len(words) > LONGEST:
        errors["words"] = "ws-error-long" if words else "ws-error-desk-words"
    if errors:
        return Wrong(form, errors)
    duty = duties[0]
    person = next(iter(awaited.askers(visitor.session, duty, day=visitor.at.day)), None)
    body = visitor.session.get_one(Institution, duty.institution_id)
    answer = Answer(
        channel=COORDINATOR,
        completion=Completion(choice) if choice in completions.TOLD else None,
        done=words,
        submitted_by="" if person else body.name,
    )
    answering.record(visitor.session, duty, person, answer, at=visitor.at, echo=visitor.echo(by), entered_by=by)
    return Done("entered")


def opine(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    """The memorandum council's opinion, word for word; or another one put right (``replaces``), or taken back."""
    found = desk.of(visitor, params)
    if found is None:
        return None
    number = form.text("replaces")
    known = {str(row.id): row for row in council.opinions(visitor.session, found[0])}
    old = known.get(number)
    if number and old is None:
        return Done("already")
    if old is not None and form.text("undo"):
        council.take_back(visitor.session, old, by=found[1], at=visitor.at)
        return Done("unopined")
    return _opined(visitor, form, found, old)


def _opined(visitor: Visitor, form: Form, found: tuple[Round, Person], old: Opinion | None) -> Outcome:
    on, number, words, errors = _day(form.text("given_on")), form.text("minutes"), form.text("opinion"), Errors()
    if on is None or on > visitor.at.day:
        errors["given_on"] = "ws-error-desk-given-on"
    if not number or len(number) > council.LONGEST_NUMBER:
        errors["minutes"] = "ws-error-desk-minutes"
    if not words:
        errors["opinion"] = "ws-error-desk-opinion"
    if errors or on is None:
        return Wrong(form, errors)
    said = council.Said(given_on=on, minutes=number, words=words)
    if old is not None and (old.given_on, old.minutes) != (on, number):
        council.take_back(visitor.session, old, by=found[1], at=visitor.at)
    council.record(visitor.session, found[0], said, by=found[1], at=visitor.at)
    return Done("opined")


def hear(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    """How the round hears partners: in turn, or unseen, and when that is revealed."""
    found = desk.of(visitor, params)
    if found is None:
        return None
    one, hand = found[0], Hand(found[1], visitor.at, visitor.policy)
    if form.text("reveal"):
        if not form.text("sure"):
            return Wrong(form, {"sure": "ws-error-desk-reveal"})
        done = ruling.reveal(visitor.session, one, hand=hand)
        return _refused(form, done) if isinstance(done, Refused) else Done("revealed")
    if form.text("hear"):
        refused = ruling.hear(visitor.session, one, blind=form.text("hear") == "blind", hand=hand)
    else:
        refused = ruling.reveal_on(visitor.session, one, _day(form.text("reveal_on")), hand=hand)
    return _refused(form, refused) if refused else Done("saved")


def _refused(form: Form, refused: Refused) -> Wrong:
    return Wrong(form, {"hear": f"ws-error-desk-hear-{refused.value.replace('_', '-')}"})


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


DEEDS = {
    "atgadinat": nudge,
    "pagarinat": extend,
    "neprasit": skip,
    "pa-talruni": enter,
    "atzinums": opine,
    "partneri": hear,
}
