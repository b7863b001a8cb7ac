"""Giving: evidence on the page of a measure, given and taken back."""

from __future__ import annotations

from forum import evidence, shelving
from forum.evidence import Evidence
from web.worksheet import forms
from web.worksheet.forms import Errors, Form
from web.worksheet.outcomes import Deed, Done, Outcome, Wrong


def given(deed: Deed) -> tuple[Errors, Form]:
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


def attach(deed: Deed) -> Outcome:
    """A link, a file, or both."""
    form = deed.form
    if not (form.text("link") or form.attached or form.too_large):
        return Wrong(deed.form, {"link": "ws-error-nothing-given"})
    errors, again = given(deed)
    return Wrong(again, errors) if errors else Done("attached", again)


def drop(deed: Deed) -> Outcome:
    """Whoever of the body answers for the measure may take back what was given for it."""
    visitor, number, again = deed.visitor, deed.form.number("piece"), deed.form.without("piece")
    piece = visitor.session.get(Evidence, number) if number is not None else None
    if piece is None or piece.obligation_id != deed.duty.id or piece.dropped_at is not None:
        return Done("already", again)
    evidence.drop(visitor.session, piece, now=visitor.at.now)
    shelving.take_off(visitor.session, piece, now=visitor.at.now)
    return Done("dropped", again)
