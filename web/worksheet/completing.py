"""Completing: on the page of all answers a coordinator asks a body for more; on its own page the body sees what."""

from __future__ import annotations

from forum import returning
from forum.people import Person
from forum.replies import LONGEST
from forum.returning import Refused, ReturnedAnswer
from forum.rounds import Obligation
from forum.store.base import Values
from web.worksheet.forms import Form
from web.worksheet.outcomes import Done, Outcome, Wrong
from web.worksheet.visits import Visitor


def ask(visitor: Visitor, form: Form, duty: Obligation, by: Person) -> Outcome:
    """Ask the body of this obligation to complete its answer."""
    words = form.text("wanted")
    if not words or len(words) > LONGEST:
        return Wrong(form, {"wanted": "ws-error-long" if words else "ws-error-return-words"})
    asked = returning.send_back(visitor.session, duty, words, by=by, at=visitor.at, policy=visitor.policy)
    if isinstance(asked, Refused):
        return Wrong(form, {"wanted": f"ws-error-return-{asked.value}"})
    return Done("returned" if asked else "returned-nobody")


def told(row: ReturnedAnswer | None) -> Values | None:
    """What a body is asked to complete, by whom, since when; None where it is not."""
    return None if row is None else {"words": row.words, "by": row.name, "at": row.at}


def of_measure(visitor: Visitor, duty: Obligation) -> Values | None:
    """What the visitor is asked to complete."""
    return told(returning.of(visitor.session, duty))


def marked(visitor: Visitor, found: Values) -> Values:
    """The first page's answers, each with whether it is to be completed."""

    def entry(one: Values) -> Values:
        duty = visitor.session.get_one(Obligation, one["id"])
        return {**one, "returned": returning.of(visitor.session, duty) is not None}

    lists = ("open", "answered", "of_body")
    return {**found, **{name: [entry(one) for one in found[name]] for name in lists}}
