"""Briefs about replies to partners' views: which views can be replied to, and what was replied."""

from __future__ import annotations

from sqlalchemy import select

from forum import awaited, rejoinders, replies, telling_views, views, voices
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.briefs.voices import heading, round_of
from forum.people import Institution
from forum.rejoinders import Rejoinder
from forum.rounds import Obligation, Round, Voice
from forum.store.base import Values
from forum.views import Spoken


def _readable(asked: Asked) -> Values | None:
    """The views that the reader's bodies may reply to and have not, of what the reader is asked about; all of them
    until ``reply_until``, and some for longer."""
    one = round_of(asked)
    if one is None or asked.person is None:
        return None
    spoken_of, voicing = to_reply(asked, one), voices.of_round(asked.session, one)
    found = [
        {
            **naming.of(asked, duty),
            "partner": spoken.body.code,
            "name": spoken.body.name,
            "reply": spoken.reply.id,
            "completion": spoken.version.completion and spoken.version.completion.value,
            "text": spoken.version.done,
        }
        for duty, spoken in spoken_of
    ]
    if not found:
        return None
    days = [rejoinders.until(asked.session, one, spoken.version, voicing) for _, spoken in spoken_of]
    return {**heading(asked, one), "views": found, "reply_until": min(days)}


def to_reply(asked: Asked, one: Round) -> list[tuple[Obligation, Spoken]]:
    """With the obligation of the body that may reply."""
    session, day, voicing = asked.session, asked.at.day, voices.of_round(asked.session, one)
    mine = asked.person.id if asked.person else 0
    spoken = [row for row in views.of(session, one) if not row.sealed]
    found = []
    for duty in session.scalars(
        select(Obligation)
        .where(
            Obligation.forum == one.forum,
            Obligation.round_id == one.id,
            Obligation.measure_id.in_({row.duty.measure_id for row in spoken}),
            Obligation.voice == Voice.INSTITUTION,
        )
        .order_by(Obligation.id)
    ):
        if mine not in {person.id for person in awaited.askers(session, duty, day=day)}:
            continue
        for row in spoken:
            replied = duty.institution_id in {one.institution_id for one in row.rejoinders}
            if not replied and rejoinders.may(session, duty, row.version, voicing, day=day):
                found.append((duty, row))
    return found


def _rejoinder(asked: Asked) -> Values:
    """What a body replied to a view."""
    row = asked.session.get_one(Rejoinder, asked.message.values["rejoinder"])
    view = asked.session.get_one(replies.Reply, row.reply_id)
    duty = asked.session.get_one(Obligation, view.obligation_id)
    return {
        **naming.of(asked, duty, body_told=True),
        "code": asked.session.get_one(Institution, row.institution_id).code,
        "partner": asked.session.get_one(Institution, duty.institution_id).code,
        "text": row.words,
        "version": row.version,
    }


def _rejoin_ask(asked: Asked) -> Values | None:
    """The view that a body wants to reply to."""
    view = asked.session.get_one(replies.Reply, asked.message.values["reply"])
    duty = asked.session.get_one(Obligation, view.obligation_id)
    version = replies.latest(asked.session, view)
    if version is None:
        return None
    return {
        **naming.of(asked, duty, body_told=True),
        "partner": asked.session.get_one(Institution, duty.institution_id).code,
        "completion": version.completion and version.completion.value,
        "text": version.done,
    }


BRIEFS: dict[str, Brief] = {
    telling_views.KIND: _readable,
    "rejoin-ask": _rejoin_ask,
    "rejoinder-kept": _rejoinder,
    "rejoinder-told": _rejoinder,
}
