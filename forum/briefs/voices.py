"""Briefs about partners' views: that they are asked for, which can be given, what was kept, what is revealed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from forum import asking_partners, operations, replies, speaking, telling_views, views, voices
from forum.briefs import naming, pages
from forum.briefs.asked import Asked, Brief
from forum.people import Institution
from forum.plan import Measure, number_order
from forum.replies import ReplyVersion
from forum.rounds import Obligation, Round, Voice
from forum.speaking import Seat
from forum.store.base import Values
from forum.voices import Stage


def round_of(asked: Asked) -> Round | None:
    one = asked.session.get(Round, asked.message.values["round"])
    return None if one is None or one.gone_at is not None else one


def heading(asked: Asked, one: Round) -> Values:
    return {
        "round": one.id,
        "title": one.title,
        "year": one.year,
        "blind": voices.blind(asked.session, one),
        "until": one.last_day(),
        "page": pages.address(asked),
    }


def _headed(asked: Asked) -> Values | None:
    one = round_of(asked)
    return heading(asked, one) if one else None


def _views(asked: Asked) -> Values | None:
    """What the reader follows, and whether it was said how they see it."""
    one = round_of(asked)
    bodies = voices.bodies(asked.session, asked.forum, naming.people(asked), day=asked.at.day)
    if one is None or not bodies or one.closed_on(asked.at.day):
        return None
    return {**heading(asked, one), "measures": _followed(asked, one, bodies)}


def _followed(asked: Asked, one: Round, bodies: list[Institution]) -> list[Values]:
    session, numbers = asked.session, [body.id for body in bodies]
    follows, does = voices.followed(session, asked.forum, numbers), voices.implements(session, asked.forum, numbers)
    said = {(spoken.duty.institution_id, spoken.duty.measure_id) for spoken in views.of(session, one)}
    plans, found = naming.plans(asked), list[tuple[Any, Values]]()
    for body in bodies:
        for number in follows[body.id]:
            measure = session.get_one(Measure, number)
            if measure.plan_id == one.plan_id:
                row = {
                    **_named(plans, measure, bodies, body),
                    "title": measure.title,
                    "seat": f"{one.id}-{number}-{body.id}",
                    "said": (body.id, number) in said,
                    "does": number in does[body.id],
                    "stage": voices.stage(session, one, number, day=asked.at.day, policy=asked.policy).value,
                }
                found.append(((number_order(measure.number), body.id), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _named(plans: naming.Plans, measure: Measure, bodies: Sequence[Institution], body: Institution) -> Values:
    """A measure as it is told to whoever speaks for these partners: of several, each time for which."""
    named = plans.named(measure)
    return {**named, "marks": [*named["marks"], body.code]} if len(bodies) > 1 else named


def _asked(asked: Asked) -> Values | None:
    """Nothing to a partner who has said all by then."""
    brief = _views(asked)
    if brief is None or (brief["measures"] and all(one["said"] for one in brief["measures"])):
        return None
    return brief


def _ask(asked: Asked) -> Values | None:
    """One measure: what the bodies said of it (in turn), and that the partner's own view is wanted."""
    seat = _seat(asked)
    stage = voices.stage(asked.session, seat.round, seat.measure.id, day=asked.at.day, policy=asked.policy)
    if stage is Stage.CLOSED:
        return None
    plans = naming.plans(asked)
    bodies = voices.bodies(asked.session, asked.forum, naming.people(asked), day=asked.at.day)
    return {
        **heading(asked, seat.round),
        **_named(plans, seat.measure, bodies, seat.body),
        "measure_title": seat.measure.title,
        "seat": f"{seat.round.id}-{seat.measure.id}-{seat.body.id}",
        "does": seat.measure.id in voices.implements(asked.session, asked.forum, [seat.body.id])[seat.body.id],
        "stage": stage.value,
        "completion": asked.message.values.get("completion", ""),
        "answers": answers(asked, seat),
    }


def _seated(asked: Asked) -> Values:
    """The measure that a view is about."""
    seat = _seat(asked)
    bodies = voices.bodies(asked.session, asked.forum, naming.people(asked), day=asked.at.day)
    return {
        **_named(naming.plans(asked), seat.measure, bodies, seat.body),
        "seat": f"{seat.round.id}-{seat.measure.id}-{seat.body.id}",
        "blind": voices.blind(asked.session, seat.round),
    }


def answers(asked: Asked, seat: Seat) -> list[Values]:
    """What the bodies said of the measure in this round; nothing while views are given unseen."""
    if voices.blind(asked.session, seat.round):
        return []
    found = []
    for duty in asked.session.scalars(
        select(Obligation)
        .where(
            Obligation.forum == asked.forum,
            Obligation.round_id == seat.round.id,
            Obligation.measure_id == seat.measure.id,
            Obligation.voice == Voice.INSTITUTION,
            Obligation.institution_id != seat.body.id,
        )
        .order_by(Obligation.id)
    ):
        version = replies.of_obligation(asked.session, duty)
        if version is not None:
            code = asked.session.get_one(Institution, duty.institution_id).code
            text = version.told("done") or version.told("obstacles")
            found.append({"code": code, "completion": version.completion and version.completion.value, "text": text})
    return found


def _seat(asked: Asked) -> Seat:
    values = asked.message.values
    return Seat(
        asked.session.get_one(Round, values["round"]),
        asked.session.get_one(Measure, values["measure"]),
        asked.session.get_one(Institution, values["body"]),
    )


def _kept(asked: Asked) -> Values:
    """A view as it was kept; of a sealed one, no word."""
    version = asked.session.get_one(ReplyVersion, asked.message.values["version"])
    duty = replies.obligation_of(asked.session, version.id)
    one = asked.session.get_one(Round, duty.round_id)
    voicing = voices.of_round(asked.session, one)
    return {
        **naming.of(asked, duty),
        "at": version.submitted_at,
        "version": version.version,
        "sealed": speaking.is_sealed(asked.session, version),
        "reveal_on": voicing.reveal_on if voicing else None,
        "completion": version.completion and version.completion.value,
        "text": version.done,
        "written": not operations.unfinished(asked.session, asked.forum, replies.echo_key(version.id)),
        "seat": f"{duty.round_id}-{duty.measure_id}-{duty.institution_id}",
        "page": pages.address(asked),
    }


def _own_revealed(asked: Asked) -> Values | None:
    """What the reader said unseen, as everybody reads it now."""
    one = round_of(asked)
    if one is None:
        return None
    own = [row for row in views.of(asked.session, one) if row.version.person_id == asked.message.person_id]
    rows = [
        {
            **naming.of(asked, row.duty, body_told=True),
            "completion": row.version.completion and row.version.completion.value,
            "text": row.version.done,
        }
        for row in own
        if not row.sealed
    ]
    return {**heading(asked, one), "views": rows} if rows else None


def _revealed(asked: Asked) -> Values | None:
    one = round_of(asked)
    if one is None:
        return None
    spoken = views.of(asked.session, one)
    left = sum(row.sealed for row in spoken)
    return {"title": one.title, "count": len(spoken) - left, "left": left}


def _key_wanted(asked: Asked) -> Values | None:
    one = round_of(asked)
    voicing = voices.of_round(asked.session, one) if one else None
    if one is None or voicing is None or voicing.revealed_at is not None:
        return None
    return {"title": one.title, "key": one.key}


def _voicing(asked: Asked) -> Values | None:
    """How a round hears partners, and how many have spoken."""
    one = round_of(asked)
    if one is None:
        return None
    voicing, spoken = voices.of_round(asked.session, one), views.of(asked.session, one)
    return {
        "round": one.id,
        "title": one.title,
        "blind": bool(voicing and voicing.blind),
        "revealed": bool(voicing and voicing.revealed_at),
        "reveal_on": voicing.reveal_on if voicing else None,
        "count": len(spoken),
        "sealed": sum(row.sealed for row in spoken),
        "key_here": bool(asked.policy.sealing and asked.policy.sealing.private),
    }


BRIEFS: dict[str, Brief] = {
    asking_partners.KIND: _asked,
    "views": _views,
    "voicing": _voicing,
    "reveal-day-ask": _voicing,
    "reveal-ask": _voicing,
    "view-ask": _ask,
    "view-text": _ask,
    "view-state": _ask,
    "view-withdraw-ask": _seated,
    "view-withdrawn": _seated,
    "view-not-here": _headed,
    speaking.KEPT: _kept,
    telling_views.OWN: _own_revealed,
    "views-revealed": _revealed,
    "views-still-sealed": _revealed,
    "reveal-key-wanted": _key_wanted,
}
