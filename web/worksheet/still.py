"""Still you?: whoever was asked whether they still answer says so on their page by one press, or who does instead."""

from __future__ import annotations

from forum import still_you
from forum.awaited import Owed
from forum.people import Person
from forum.store.base import Values
from web.worksheet.forms import Errors, Form
from web.worksheet.outcomes import Done, Outcome, Wrong
from web.worksheet.visits import Visitor

PATH = "joprojam"


def view(visitor: Visitor) -> list[Values]:
    """About what the visitor is asked, by round; nothing where nobody asked, or they were in touch since."""
    groups: dict[int, list[Owed]] = {}
    for one in _standing(visitor):
        groups.setdefault(one.round.id, []).append(one)
    return [
        {
            "title": group[0].round.title,
            "due_on": group[0].due_on,
            "numbers": list(dict.fromkeys(one.measure.number for one in group)),
        }
        for group in groups.values()
    ]


def say(visitor: Visitor, form: Form) -> Outcome:
    """It is still them, which is kept as having been in touch; or somebody else, whom the coordinators are told."""
    asked = _standing(visitor)
    if not asked:
        return Done("already")
    if not form.text("other"):
        return Done("still-me")
    name, email, errors = " ".join(form.text("other_name").split()), form.text("other_email"), Errors()
    if not name or len(name) > still_you.LONGEST:
        errors["other_name"] = "ws-error-other-name"
    if not still_you.ADDRESS.fullmatch(email) or len(email) > still_you.LONGEST:
        errors["other_email"] = "ws-error-other-email"
    if errors:
        return Wrong(form, errors)
    still_you.propose(visitor.session, _whose(visitor, asked), name=name, email=email, at=visitor.at)
    return Done("still-other")


def _standing(visitor: Visitor) -> list[Owed]:
    return still_you.standing(visitor.session, visitor.forum, visitor.person_ids, day=visitor.at.day)


def _whose(visitor: Visitor, asked: list[Owed]) -> Person:
    """In whose row of the roster somebody else is to stand."""
    return next(person for person in visitor.people if any(one.asks(person.id) for one in asked))
