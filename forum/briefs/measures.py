"""Briefs of measures: the worksheet of one measure, as messages tell it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from forum import awaited, enrolment, histories, milestones, plan_says, translations
from forum.briefs import naming, stepping
from forum.briefs.asked import Asked, Brief
from forum.given import Answer
from forum.histories import Turn
from forum.milestones import Milestone
from forum.people import Person, Role
from forum.plan import Measure
from forum.replies import Reply
from forum.store.base import Values
from forum.store.keyed import load


def _measure(asked: Asked) -> Measure | None:
    row = asked.session.get(Measure, asked.message.values["measure"])
    return None if row is None or row.gone_at is not None else row


def _named(asked: Asked, row: Measure) -> Values:
    return {"measure": row.id, "title": row.title, **naming.plans(asked, number=row.number).named(row)}


def _sheet(asked: Asked) -> Values | None:
    """``record``: what stands in the measure's row; ``answers``: what bodies said last, from ``start`` on; ``awaited``:
    the codes of bodies that have not answered in the newest round; ``open``: what the reader may answer now."""
    row, values = _measure(asked), asked.message.values
    if row is None:
        return None
    history = histories.of(asked.session, row, day=asked.at.day)
    said = histories.last_said(history) if values["told"] else []
    newest = history.turns[0] if history.turns else None
    return {
        **_named(asked, row),
        "plan": history.plan,
        "result": row.result,
        **plan_says.of(asked.session, row),
        "steps": _steps(asked, history.steps),
        "record": {
            "completion": row.completion and row.completion.value,
            "on": row.completion_on,
            **{name: getattr(row, name) for name in ("done", "next_step", "obstacles")},
        },
        "told": values["told"],
        "answers": [_answer(asked, *one) for one in said[values["start"] : values["start"] + values["most"]]],
        "awaited": _awaited(newest) if newest and values["told"] else [],
        "open": _open(asked, row),
    }


def _answer(asked: Asked, turn: Turn, answer: Answer) -> Values:
    reply = asked.session.scalars(select(Reply.id).where(Reply.forum == asked.forum, Reply.key == answer.key)).one()
    return {
        "reply": reply,
        "code": answer.body.code,
        "leads": answer.leads,
        "round": turn.title,
        "version": answer.version,
        "at": answer.submitted_at,
        "completion": answer.completion and answer.completion.value,
        "manner": answer.manner.value,
        "internal": answer.internal,
        "edited": bool(answer.public),
        "erased": answer.erased_at,
        "done": answer.public or answer.done,
        "obstacles": "" if answer.public else answer.obstacles,
        "next_step": "" if answer.public else answer.next_step,
        "wordable": bool(asked.person and asked.person.role is Role.COORDINATOR),
    }


def _steps(asked: Asked, rows: Sequence[Milestone]) -> list[Values]:
    """The measure's milestones; ``mine``: the reader's people say how far they are."""
    people, plans = load(asked.session, Person, asked.message.values.get("people", ())), naming.plans(asked)
    answers = bool(rows) and milestones.asked(asked.session, rows[0], people, day=asked.at.day) is not None
    return [{**stepping.step(plans, row), "mine": answers} for row in rows]


def _awaited(turn: Turn) -> list[str]:
    """The codes of the bodies whose answer the newest round still lacks."""
    return [one.body.code for one in turn.entry.lacking if not (one.skipped or one.partner)]


def _open(asked: Asked, row: Measure) -> int | None:
    """The obligation about this measure that awaits the reader's answer."""
    people = asked.message.values.get("people", ())
    mine = awaited.of_people(asked.session, asked.forum, people, day=asked.at.day)
    return next((one.obligation.id for one in mine if one.measure.id == row.id), None)


def _which(asked: Asked) -> Values:
    """The measures that the reader may choose from."""
    values = asked.message.values
    rows = [asked.session.get_one(Measure, number) for number in values["measures"]]
    return {"text": values.get("text", ""), "measures": [_named(asked, row) for row in rows]}


def _paper(asked: Asked) -> Values | None:
    row = _measure(asked)
    if row is None:
        return None
    way = enrolment.way_to(asked.session, asked.person) if asked.person else None
    language = asked.policy.language(asked.message.language or (way.language if way else None))
    return {
        **_named(asked, row),
        "history": histories.of(asked.session, row, day=asked.at.day),
        "known": translations.known(asked.session, asked.forum, language),
    }


BRIEFS: dict[str, Brief] = {
    **dict.fromkeys(("about-measure", "about-more"), _sheet),
    **dict.fromkeys(("about-which", "about-none"), _which),
    "about-paper": _paper,
}
