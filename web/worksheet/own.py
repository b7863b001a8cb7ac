"""What is a member's own: settings, what is kept about them, being forgotten; shown and changed."""

from __future__ import annotations

from sqlalchemy import select

from forum import enrolment, preferences, privacy, reaching
from forum.enrolment import Address, AddressState
from forum.people import ChannelName, Institution, Person
from forum.plan import Measure
from forum.preferences import PARTS, WEEK
from forum.replies import Reply, ReplyVersion
from forum.rounds import Obligation
from forum.store.base import Values
from web.worksheet.forms import Errors, Form
from web.worksheet.outcomes import Done, Outcome, Wrong
from web.worksheet.visits import Visitor


def settings(visitor: Visitor) -> Values:
    """What stands, and what there is to choose from."""
    session, person = visitor.session, visitor.person
    wish, way = preferences.of(session, visitor.forum, person.id), enrolment.way_to(session, person)
    return {
        **_offered(visitor),
        "may_join": visitor.policy.chats and not reaching.has_chat(session, person),
        "days": list(WEEK),
        "opens": visitor.policy.hours.opens,
        "closes": visitor.policy.hours.closes,
        "chosen": {
            "language": visitor.language,
            "channel": way.channel if way else "",
            "part": preferences.part(wish),
            "days": [str(day) for day in (wish.weekdays if wish and wish.weekdays else WEEK)],
        },
    }


def _ways(visitor: Visitor) -> list[Address]:
    """The open ways to whoever visits."""
    rows = visitor.session.scalars(
        select(Address).where(
            Address.forum == visitor.forum,
            Address.person_id.in_(visitor.person_ids),
            Address.state.in_((AddressState.CONFIRMED, AddressState.BLOCKED)),
        )
    )
    return sorted(rows, key=lambda row: row.id)


def save(visitor: Visitor, form: Form) -> Outcome:
    """Keep what was chosen, for all that the visitor is on the roster."""
    days, errors = sorted({int(day) for day in form.all("days") if day in map(str, WEEK)}), Errors()
    if not days:
        errors["days"] = "ws-error-day"
    offered = _offered(visitor)
    for name, choices in offered.items():
        if choices and form.text(name) not in choices:
            errors[name] = "ws-error-chosen"
    if errors:
        return Wrong(form, errors)
    for person in visitor.people:
        row = preferences.change(visitor.session, visitor.forum, person.id, now=visitor.at.now)
        row.opens, row.closes = PARTS[form.text("part")]
        row.weekdays = None if tuple(days) == WEEK else days
        if offered["channel"]:
            row.channel = ChannelName(form.text("channel"))
    for way in _ways(visitor):
        way.language = form.text("language")
    return Done("saved")


def _offered(visitor: Visitor) -> dict[str, list[str]]:
    """What there is to choose from, by field; of channels those over which the visitor can be reached."""
    return {
        "channel": reaching.channels(visitor.session, visitor.person),
        "language": list(visitor.policy.languages),
        "part": list(PARTS),
    }


def data(visitor: Visitor) -> Values:
    """What is kept about whoever visits."""
    return {
        "people": [_row(visitor, person) for person in visitor.people],
        "ways": [{"channel": row.channel, "since": row.confirmed_at or row.asked_at} for row in _ways(visitor)],
        "messages": privacy.heard_from(visitor.session, visitor.forum, visitor.people),
        "answers": _answers(visitor),
    }


def _row(visitor: Visitor, person: Person) -> Values:
    body = visitor.session.get(Institution, person.institution_id) if person.institution_id else None
    return {
        "name": person.name,
        "body": body.named(visitor.language) if body else "",
        "post": person.post,
        "email": person.email,
        "phone": person.phone,
    }


def _answers(visitor: Visitor) -> list[Values]:
    rows = visitor.session.execute(
        select(ReplyVersion, Measure.number)
        .join(Reply, Reply.id == ReplyVersion.reply_id)
        .join(Obligation, Obligation.id == Reply.obligation_id)
        .join(Measure, Measure.id == Obligation.measure_id)
        .where(ReplyVersion.forum == visitor.forum, ReplyVersion.person_id.in_(visitor.person_ids))
        .order_by(ReplyVersion.id.desc())
    )
    return [{"number": number, "at": row.submitted_at, "version": row.version} for row, number in rows]


def export(visitor: Visitor) -> Values:
    """All of it, as plain data."""
    return privacy.export(visitor.session, visitor.forum, visitor.people)


def forget(visitor: Visitor, form: Form) -> Outcome:
    """All of it, now; the link ends with it."""
    if not form.text("sure"):
        return Wrong(form, {"sure": "ws-error-sure"})
    privacy.leave(visitor.session, visitor.forum, visitor.people, channel="", address="", at=visitor.at)
    return Done("forgotten")
