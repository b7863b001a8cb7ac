"""Coding on the page: a coordinator enters how the independent reviewer codes the measures of a round's plan."""

from __future__ import annotations

from sqlalchemy import select

from forum import coding
from forum.coding import LONGEST_SOURCE, Entered
from forum.plan import Completion, Measure, number_order, of_plan
from forum.store.base import Values
from web.worksheet import desk
from web.worksheet.forms import Errors, Form
from web.worksheet.outcomes import Done, Outcome, Wrong
from web.worksheet.sheets import Sheet
from web.worksheet.visits import Visitor

CODES = tuple(Completion)


def _measures(visitor: Visitor, plan_id: int | None) -> list[Measure]:
    rows = visitor.session.scalars(
        select(Measure).where(
            of_plan(visitor.forum),
            Measure.plan_id == plan_id if plan_id is not None else Measure.plan_id.is_(None),
        )
    )
    return sorted(rows, key=lambda row: (number_order(row.number), row.id))


def view(visitor: Visitor, *, one: int) -> Values | None:
    """All measures of the plan with their codes."""
    found = desk.of(visitor, {"round": one})
    if found is None:
        return None
    known = coding.of_forum(visitor.session, visitor.forum)
    rows = _measures(visitor, found[0].plan_id)
    sources = {known[row.id].source for row in rows if row.id in known}
    return {
        "round": found[0].id,
        "title": found[0].title,
        "codes": [code.value for code in CODES],
        "source": sorted(sources)[-1] if sources else "",
        "measures": [
            {
                "id": row.id,
                "number": row.number,
                "title": row.title,
                "code": known[row.id].completion.value if row.id in known else "",
                "source": known[row.id].source if row.id in known else "",
            }
            for row in rows
        ],
    }


def enter(visitor: Visitor, form: Form, *, one: int) -> Outcome | None:
    """Keep what was chosen, of the document that is named."""
    found = desk.of(visitor, {"round": one})
    if found is None:
        return None
    source, errors, codes = form.text("source"), Errors(), dict[int, Completion | None]()
    for row in _measures(visitor, found[0].plan_id):
        if (word := form.text(f"m{row.id}")) in CODES:
            codes[row.id] = Completion(word)
        elif f"m{row.id}" in form.fields:
            codes[row.id] = None
    if not source or len(source) > LONGEST_SOURCE:
        errors["source"] = "ws-error-coding-source"
    if errors:
        return Wrong(form, errors)
    entered = coding.enter(visitor.session, visitor.forum, Entered(source, codes), by=found[1], at=visitor.at)
    return Done("coded" if entered else "already")


SHEETS = (Sheet(path="vertetajs/{one:row}/", template="coding.jinja", view=view, act=enter),)
