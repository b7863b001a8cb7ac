"""Rejoining: on a measure's page a body reads what partners said of it, and replies to each once."""

from __future__ import annotations

from forum import rejoinders, replies, views, voices
from forum.replies import LONGEST, Reply
from forum.rounds import Obligation, Round
from forum.store.base import Values
from forum.voices import Voicing
from web.worksheet.forms import Form
from web.worksheet.outcomes import CHANNEL, Done, Outcome, Wrong
from web.worksheet.visits import Visitor
from web.worksheet.voicing import told

# The last part of the address that its form is sent to.
DEED = "atbilde-partnerim"


def of_measure(visitor: Visitor, duty: Obligation) -> list[Values]:
    """What partners said of a body's measure, as it may be read and replied to."""
    one = visitor.session.get_one(Round, duty.round_id)
    voicing = voices.of_round(visitor.session, one)
    spoken = views.of(visitor.session, one, measure_id=duty.measure_id)
    return [
        {
            "reply": row.reply.id,
            "name": row.body.named(visitor.language),
            **told(row.version),
            "at": row.version.submitted_at,
            "rejoinder": next(
                (said.words for said in row.rejoinders if said.institution_id == duty.institution_id), ""
            ),
            "until": rejoinders.until(visitor.session, one, row.version, voicing),
            "may": rejoinders.may(visitor.session, duty, row.version, voicing, day=visitor.at.day),
        }
        for row in spoken
        if not row.sealed and row.duty.institution_id != duty.institution_id
    ]


def rejoin(visitor: Visitor, duty: Obligation, form: Form) -> Outcome | None:
    """A body replies to a partner's view, once, in versions; None where the measure is not this visitor's."""
    person = visitor.answerer(duty)
    if person is None:
        return None
    words, number = form.text("rejoinder"), form.number("reply")
    view = visitor.session.get(Reply, number) if number is not None else None
    version = replies.latest(visitor.session, view) if view is not None and view.forum == visitor.forum else None
    voicing = _voicing(visitor, duty)
    if version is None or not rejoinders.may(visitor.session, duty, version, voicing, day=visitor.at.day):
        return Wrong(form)
    if not words or len(words) > LONGEST:
        return Wrong(form, {"rejoinder": "ws-error-long" if words else "ws-error-rejoinder"})
    rejoinders.rejoin(visitor.session, duty, version, words, person, channel=CHANNEL, at=visitor.at)
    return Done("rejoined")


def _voicing(visitor: Visitor, duty: Obligation) -> Voicing | None:
    return voices.of_round(visitor.session, visitor.session.get_one(Round, duty.round_id))
