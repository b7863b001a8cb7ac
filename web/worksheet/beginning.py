"""Beginning: what is typed on the page of a measure and not sent yet is kept for its author, and stands there again at
their next visit."""

from __future__ import annotations

from datetime import datetime

from forum import begun, milestones, replies, standing
from forum.begun import Elsewhere
from forum.drafts import Draft
from forum.people import Person
from forum.rounds import Obligation, Round
from forum.store.base import Values
from web.worksheet import forms, giving, stepping, views
from web.worksheet.forms import Form
from web.worksheet.outcomes import Deed, Done, Outcome, Wrong
from web.worksheet.visits import Visitor

# The fields of a measure's form that are kept, beside its milestones; no file, which goes to the evidence at once.
FIELDS = (*forms.ANSWER, "english", "link", "trouble", "until", "words")
# The deed, and the field by which a page's script says that it keeps by itself.
DEED, QUIETLY = "iesakts", "quietly"
# The reader's language, the mark of what is kept (empty: nothing is), and when it was.
Kept = tuple[str, str, datetime | None]


def view(visitor: Visitor, duty: Obligation, person: Person) -> Values:
    """What this person has begun; of colleagues only who has, and when. ``mark`` and ``stood`` go with the form."""
    session = visitor.session
    row, version = begun.of(session, duty, person), replies.of_obligation(session, duty)
    others = begun.at(session, visitor.forum, [duty.id]).get(duty.id, {})
    return {
        "mark": row.mark if row else "",
        "stood": version.version if version else 0,
        "begun": _begun(visitor, duty, row) if row else None,
        "begun_too": [
            session.get_one(Person, number).name for number in sorted(others) if number not in visitor.person_ids
        ],
    }


def _begun(visitor: Visitor, duty: Obligation, row: Draft) -> Values:
    """What was typed; the status that was chosen in the chat since stands in its place."""
    chosen = row.chosen if row.typed_at is None or row.typed_at < row.opened_at else None
    version = replies.of_obligation(visitor.session, duty)
    since = version if version is not None and version.version > row.stood else None
    one = visitor.session.get_one(Round, duty.round_id)
    return {
        "at": row.begun_at,
        "until": one.last_day(duty.due_on),
        "fields": {**row.typed, **({"choice": chosen.value} if chosen else {})},
        "typed": bool(row.typed),
        "in_chat": chosen is not None,
        "since": {"version": since.version, "at": since.submitted_at, "name": since.submitted_by} if since else None,
    }


def begin(deed: Deed) -> Outcome:
    """What was typed is kept as it is, right or wrong, and nothing is sent."""
    unkept, again = giving.given(deed)
    try:
        kept = keep(deed, news(deed.visitor, deed.duty, again))
    except Elsewhere:
        return Wrong(again.without("mark"), unkept | {"begun": "ws-error-begun"})
    if unkept:
        return Wrong(again.without("mark"), unkept)
    return Done("begun" if kept else "nothing-begun")


def quietly(deed: Deed) -> Kept:
    """What the page keeps by itself as one types.

    Raises Elsewhere; so, too, where it comes after the answer was sent, or what was begun thrown away.
    """
    if begun.is_late(deed.visitor.session, deed.duty, deed.person, seen=seen(deed.form)):
        raise Elsewhere
    row = keep(deed, news(deed.visitor, deed.duty, deed.form))
    return (deed.visitor.language, row.mark, row.typed_at) if row is not None else (deed.visitor.language, "", None)


def beside(deed: Deed, said: str, typed: dict[str, str], *, again: Form) -> Done:
    """What was ``typed`` for an answer while another button was pressed is kept as begun, and that is said; where
    another page kept something else, it stays on this one."""
    try:
        return Done(f"{said}-begun" if keep(deed, typed) else said)
    except Elsewhere:
        return Done(said, again)


def discard(deed: Deed) -> Outcome:
    """On its author's word."""
    return Done("unbegun" if begun.discard(deed.visitor.session, deed.duty, deed.person) else "already")


def keep(deed: Deed, typed: dict[str, str]) -> Draft | None:
    """Keep what was typed; with nothing, what was kept of this page before goes.

    Raises Elsewhere.
    """
    session, duty, person = deed.visitor.session, deed.duty, deed.person
    if typed:
        return begun.keep(session, duty, person, typed, seen=seen(deed.form), at=deed.visitor.at)
    if deed.form.text("mark"):
        begun.sent(session, duty, person, mark=deed.form.text("mark"))
    return None


def news(visitor: Visitor, duty: Obligation, form: Form) -> dict[str, str]:
    """All that a form holds, where some of it is not what stands there by itself; else nothing. Of a milestone only
    what is new, so that what somebody else says of it meanwhile is seen."""
    typed, plain = _typed(form), _plain(visitor, duty)
    if all(word == plain.get(name, "") for name, word in typed.items()):
        return {}
    steps = stepping.fields(form)
    return {name: word for name, word in typed.items() if name not in steps or word != plain.get(name, "")}


def seen(form: Form) -> tuple[str, int]:
    """What was kept, and which version stood, when the page of this form was shown."""
    return form.text("mark"), form.number("stood") or 0


def _typed(form: Form) -> dict[str, str]:
    there = [name for name in FIELDS if name in form.fields]
    if "done" in there and "internal" not in there:
        there.append("internal")  # browsers leave out what is not ticked
    return {name: form.text(name) for name in (*there, *stepping.fields(form))}


def _plain(visitor: Visitor, duty: Obligation) -> dict[str, str]:
    """What the form holds where nothing is begun; what is not named is empty."""
    session = visitor.session
    version, found = replies.of_obligation(session, duty), standing.on_record(session, duty)
    told = views.prefilled(version, found)
    steps = milestones.of_measures(session, visitor.forum, [duty.measure_id]).get(duty.measure_id, [])
    return {
        **{name: word for name, word in told.items() if name != "internal"},
        "internal": "yes" if told["internal"] else "",
        "english": views.english(visitor, duty) or "",
        **{f"{stepping.FIELD}{one.id}": one.completion.value if one.completion else "" for one in steps},
    }
