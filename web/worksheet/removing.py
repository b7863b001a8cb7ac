"""Removing: on the desk a coordinator erases the words of an answer, on its body's word or by law, at any time."""

from __future__ import annotations

from forum import erasing
from forum.erasing import Why
from forum.rounds import Obligation
from web.worksheet import desk
from web.worksheet.forms import Errors, Form
from web.worksheet.outcomes import Done, Outcome, Wrong
from web.worksheet.record import Params
from web.worksheet.visits import Visitor


def remove(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    """Erase the words of one answer of this round; what it said, nobody is shown."""
    found, number = desk.of(visitor, params), form.number("erase")
    duty = visitor.session.get(Obligation, number) if number is not None else None
    if found is None or (duty is not None and (duty.forum, duty.round_id) != (visitor.forum, found[0].id)):
        return None
    errors, why = Errors(), form.text("why")
    if duty is None:
        errors["erase"] = "ws-error-desk-erase"
    if why not in list(Why):
        errors["why"] = "ws-error-desk-erase-why"
    if not form.text("sure"):
        errors["sure-erase"] = "ws-error-sure"
    if errors or duty is None:
        return Wrong(form, errors)
    done = erasing.erase_for(visitor.session, duty, found[1], Why(why), at=visitor.at)
    return Done("erased-for" if done else "already")


DEEDS = {"dzest-tekstu": remove}
