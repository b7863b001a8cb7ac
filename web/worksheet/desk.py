"""The desk: a coordinator's page of one round: who has answered, who is awaited, both voices, what to do about it."""

from __future__ import annotations

from forum import (
    begun,
    council,
    erasing,
    overview,
    recommendations,
    reports,
    returning,
    translations,
    views,
    voices,
)
from forum.awaited import without_lead
from forum.contacts import Contact
from forum.filings import Share, State
from forum.overview import Body, Overview
from forum.people import Person
from forum.replies import Manner
from forum.reports import Report
from forum.rounds import Round
from forum.store.base import Values
from web.worksheet.record import KINDS, Params
from web.worksheet.visits import Visitor
from words.reports import document, pdf, whole
from words.reports.telling import Telling

PACKS = ("docx", "pdf")


def of(visitor: Visitor, params: Params) -> tuple[Round, Person] | None:
    """The round, and the coordinator who visits; None to anybody else."""
    one = visitor.session.get(Round, params["round"])
    if one is None or one.forum != visitor.forum or one.gone_at is not None or visitor.coordinator is None:
        return None
    return one, visitor.coordinator


def view(visitor: Visitor, params: Params) -> Values | None:
    """How the round stands now."""
    found = of(visitor, params)
    if found is None:
        return None
    one, day = found[0], visitor.at.day
    shown = overview.of(visitor.session, one, day=day)
    report = reports.of(visitor.session, one, day=day)
    back = returning.of_round(visitor.session, one)
    awaited = [share.obligation.id for body in shown.bodies for share in body.awaited]
    begun_too = set(begun.at(visitor.session, visitor.forum, awaited))
    return {
        "round": one.id,
        "title": one.title,
        "due_on": one.due_on,
        "left": (one.due_on - day).days,
        "sign_by": one.signs_by,
        "until": one.last_day(),
        "closed": one.closed_on(day),
        "states": {state.value: shown.states[state] for state in State},
        "total": sum(shown.states.values()),
        "unchanged": _unchanged(shown),
        "bodies": [_body(visitor, one, body, begun_too) for body in shown.bodies],
        "returned": sorted(back),
        "worded": erasing.worded_in(visitor.session, one),
        "unreached": [body.institution.named(visitor.language) for body in shown.unreached],
        "no_lead": [row.number for row in without_lead(visitor.session, one)],
        "reached": len(shown.reached),
        "partners": _partners(visitor, one, report),
        "opinions": [
            {"id": row.id, "on": row.given_on, "number": row.minutes, "version": row.version, "words": row.words}
            for row in council.opinions(visitor.session, one)
        ],
        "kinds": KINDS,
        "packs": PACKS,
        "languages": visitor.policy.languages,
    }


def _unchanged(shown: Overview) -> list[Values]:
    """How many answers keep what is on record, by the day it is of, the earliest first."""
    ordered = sorted(shown.unchanged.items(), key=lambda pair: (pair[0] is None, pair[0]))
    return [{"since": since, "count": count} for since, count in ordered]


def _body(visitor: Visitor, one: Round, body: Body, begun_too: set[int]) -> Values:
    told = [person.told_at for person in body.people if person.told_at]
    heard = [person.heard_at for person in body.people if person.heard_at]
    return {
        "id": body.institution.id,
        "code": body.institution.code,
        "name": body.institution.named(visitor.language),
        "state": body.state.value,
        "count": len(body.shares),
        "open": len(body.awaited),
        "measures": [
            {**_measure(visitor, one, share), "begun": share.obligation.id in begun_too} for share in body.shares
        ],
        "people": [_person(person) for person in body.people],
        "reachable": body.reachable,
        "away": [
            {"name": one.person.name, "until": one.until, "instead": [each.name for each in one.instead]}
            for one in body.away
        ],
        "held": [{"name": one.person.name, "at": one.at, "why": one.why.value} for one in body.held],
        "told_at": max(told, default=None),
        "heard_at": max(heard, default=None),
    }


def _person(one: Contact) -> Values:
    return {"name": one.person.name, "way": one.way.value, "told_at": one.told_at, "heard_at": one.heard_at}


def _measure(visitor: Visitor, one: Round, share: Share) -> Values:
    version, due = share.version, share.obligation.due_in(one)
    return {
        "duty": share.obligation.id,
        "number": share.measure.number,
        "title": share.measure.title,
        "source": recommendations.source(share.measure),
        "state": share.state.value,
        "due_on": due,
        "extended": share.obligation.due_on is not None,
        "left": (due - visitor.at.day).days,
        "reason": share.obligation.reason,
        "completion": version.completion.value if version and version.completion else "",
        "erased": visitor.day_of(version.erased_at) if version else None,
        "unchanged": bool(version and version.manner is Manner.UNCHANGED),
        "at": version.submitted_at if version else None,
    }


def _partners(visitor: Visitor, one: Round, report: Report) -> Values | None:
    """How the round hears partners, what they said, and where that differs."""
    spoken, voicing = views.of(visitor.session, one), voices.of_round(visitor.session, one)
    if not (spoken or voices.hears(one)):
        return None
    return {
        "blind": bool(voicing and voicing.blind),
        "revealed": bool(voicing and voicing.blind and voicing.revealed_at),
        "reveal_on": voicing.reveal_on if voicing else None,
        "key_here": bool(visitor.policy.sealing and visitor.policy.sealing.private),
        "count": len(spoken),
        "sealed": sum(row.sealed for row in spoken),
        "differences": [
            {
                "number": row.entry.number,
                "title": row.entry.title,
                "gap": row.gap.value.replace("_", "-"),
                "code": row.body.code if row.body else "",
                "said": row.said.value if row.said else "",
                "partner": row.view.body.code,
                "seen": row.view.completion.value if row.view.completion else "",
            }
            for row in report.differences
        ],
    }


def file(visitor: Visitor, params: Params) -> Values | None:
    """The memorandum council's pack, in a form and language («lv.docx»)."""
    found = of(visitor, params)
    language, _, kind = str(params["what"]).partition(".")
    if found is None or kind not in PACKS or language not in visitor.policy.languages:
        return None
    report = reports.of(visitor.session, found[0], day=visitor.at.day)
    known = translations.known(visitor.session, visitor.forum, language)
    return {"report": report, "kind": kind, "language": language, "known": known}


def make(telling: Telling, told: Values) -> tuple[str, bytes]:
    """The pack and its name."""
    report, kind = told["report"], told["kind"]
    telling = Telling(telling.texts, told["language"], telling.zone, told["known"])
    words = whole.pack(telling, report)
    content = pdf.pdf(words, report.day) if kind == "pdf" else document.docx(words, report.day)
    return whole.pack_name(telling, report.day, kind), content
