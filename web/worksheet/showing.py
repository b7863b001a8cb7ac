"""Showing: what the first page and a measure's page show, from all parts of them."""

from __future__ import annotations

from forum import ogp_dates
from forum.rounds import Obligation
from forum.store.base import Values
from web.worksheet import beginning, beside, completing, letters, rejoining, still, views, voicing
from web.worksheet.visits import Visitor


def begin(visitor: Visitor) -> Values:
    """What is asked of the visitor; where that is one thing, its form stands there at once."""
    shown = completing.marked(visitor, views.start(visitor))
    alone = shown["open"][0]["id"] if len(shown["open"]) == 1 else None
    session, at, policy = visitor.session, visitor.at, visitor.policy
    return {
        **shown,
        "ogp": ogp_dates.told(session, visitor.forum, at=at, policy=policy) if visitor.coordinator else [],
        "still": still.view(visitor),
        "partner": voicing.start(visitor),
        "letters": letters.own(visitor),
        "reports": letters.reported(visitor),
        "alone": of_measure(visitor, number=alone) if alone else None,
    }


def of_measure(visitor: Visitor, *, number: int) -> Values | None:
    """A measure's page; None where the visitor does not answer for it."""
    duty = visitor.session.get(Obligation, number)
    person = visitor.answerer(duty) if duty is not None else None
    if duty is None or person is None:
        return None
    return {
        **views.measure(visitor, duty),
        "returned": completing.of_measure(visitor, duty),
        **beginning.view(visitor, duty, person),
        "partners": rejoining.of_measure(visitor, duty),
        "beside": beside.of_measure(visitor, duty),
    }
