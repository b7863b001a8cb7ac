"""The brief of a handover: who answered before, what was said last, by whom, with which documents, and what is open."""

from __future__ import annotations

from forum import awaited, baselines, evidence, filings, handover
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief
from forum.evidence import EvidenceKind
from forum.handover import Passed
from forum.people import Person
from forum.rounds import Obligation
from forum.store.base import Values

# So many measures are told of one by one, and so many documents of each.
MOST, MOST_DOCUMENTS = 12, 3


def part(asked: Asked) -> Values | None:
    """What passed on to the reader; None where nothing did."""
    person = asked.person
    if person is None or person.predecessor_id is None:
        return None
    found = handover.passed(asked.session, person, day=asked.at.day)
    if not found:
        return None
    plans = naming.plans(asked)
    return {
        "before": asked.session.get_one(Person, person.predecessor_id).name,
        "measures": [{**plans.named(one.measure), **_told(asked, one)} for one in found[:MOST]],
        "more": len(found[MOST:]),
    }


def _told(asked: Asked, one: Passed) -> Values:
    return {
        "title": one.measure.title,
        "link": baselines.row_link(asked.session, asked.forum, "measure", one.measure.id),
        "said": _said(asked, one),
        "documents": _documents(asked, one.obligation) if one.obligation else [],
        "letter": _letter(asked, one.obligation) if one.obligation else None,
    }


def _said(asked: Asked, one: Passed) -> Values | None:
    if one.version is None:
        return None
    by = asked.session.get(Person, one.version.person_id) if one.version.person_id else None
    return {
        "on": asked.policy.day(one.version.submitted_at),
        "by": one.version.submitted_by,
        "role": by.role.value if by else "",
        "completion": one.version.completion and one.version.completion.value,
        "text": one.version.told("done") or one.version.told("obstacles"),
    }


def _documents(asked: Asked, duty: Obligation) -> list[Values]:
    pieces = evidence.kept(asked.session, duty)[-MOST_DOCUMENTS:]
    return [{"name": one.name or one.url, "url": one.url if one.kind is EvidenceKind.LINK else ""} for one in pieces]


def _letter(asked: Asked, duty: Obligation) -> Values | None:
    filing = filings.signed(asked.session, duty)
    return {"number": filing.number, "on": filing.letter_on} if filing else None


def _handover(asked: Asked) -> Values | None:
    """Alone, where no reminder is due: what is open is told, too."""
    brief = part(asked)
    if brief is None:
        return None
    number = asked.message.person_id or 0
    mine = awaited.of_people(asked.session, asked.forum, {number}, day=asked.at.day)
    days = sorted({one.due_on for one in mine})
    return {
        **brief,
        "open": [
            {"due_on": due_on, "measures": [naming.of(asked, one.obligation) for one in mine if one.due_on == due_on]}
            for due_on in days
        ],
    }


BRIEFS: dict[str, Brief] = {"handover": _handover}
