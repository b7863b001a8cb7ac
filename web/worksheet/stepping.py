"""Stepping: the milestones on the page of a measure, of which each has fields of the form that the answer is in."""

from __future__ import annotations

from forum import evidence, milestones, stepping
from forum.milestones import Milestone
from forum.people import Person
from forum.plan import Completion
from forum.replies import ReplyVersion
from forum.rounds import Obligation
from forum.stepping import Step
from web.worksheet.forms import Errors, Form
from web.worksheet.visits import Visitor

# A milestone's fields are called so, with its number: how far it is, and a link that shows it.
FIELD, LINK = "step-", "steplink-"


def wrong(form: Form) -> Errors:
    """What is wrong about how far milestones are (browsers send one of the offered words, or none), and the links."""
    errors, known = Errors(), {"", *milestones.SAID}
    for name in fields(form):
        word = form.text(name)
        if name.startswith(FIELD) and word not in known:
            errors[name] = "ws-error-chosen"
        elif name.startswith(LINK) and word and not evidence.LINK.fullmatch(word):
            errors[name] = "ws-error-link"
        elif name.startswith(LINK) and len(word) > evidence.LONGEST_LINK:
            errors[name] = "ws-error-long-link"
    return errors


def without(form: Form) -> Form:
    """A form without its milestones: what it said of them is kept."""
    return form.without(*fields(form))


def said(visitor: Visitor, duty: Obligation, person: Person, form: Form) -> list[Step]:
    """What a form says anew of the measure's milestones; nothing where the person does not answer for them. What was
    left open stays as it is."""
    rows = milestones.of_measures(visitor.session, visitor.forum, [duty.measure_id]).get(duty.measure_id, [])
    steps = stepping.news([_step(form, row) for row in rows])
    if not steps or milestones.asked(visitor.session, rows[0], [person], day=visitor.at.day) is None:
        return []
    return steps


def _step(form: Form, row: Milestone) -> Step:
    word = form.text(f"{FIELD}{row.id}")
    completion = Completion(word) if word in milestones.SAID else row.completion
    return Step(row, completion, evidence=form.text(f"{LINK}{row.id}"))


def keep(visitor: Visitor, person: Person, steps: list[Step], *, version: ReplyVersion | None) -> None:
    """Keep what was said of milestones: told of with the answer that was said in one breath (``version``), or by
    itself."""
    if version is not None:
        stepping.beside(visitor.session, version, steps, by=person, at=visitor.at)
    else:
        stepping.record(visitor.session, steps, by=person, at=visitor.at, echo=visitor.echo(person))


def fields(form: Form) -> list[str]:
    """The names of its milestones' fields."""
    return [name for name in form.fields if name.startswith((FIELD, LINK))]
