"""Letters on the page: a body's contact sees what its letter holds, has it made, and tells its number and date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from forum import filings, letters, reports, rounds, signing
from forum.filings import Share, State
from forum.people import Institution, Person
from forum.rounds import Round
from forum.store.base import Values
from web.worksheet.forms import Errors, Form
from web.worksheet.outcomes import Done, Outcome, Wrong
from web.worksheet.visits import Visitor
from words.letters import writing
from words.reports.telling import Telling

Params = Mapping[str, Any]


def own(visitor: Visitor) -> list[Values]:
    """The letters that the visitor's bodies file, for the first page: where each stands."""
    through = filings.filers(visitor.session, visitor.forum)
    bodies = dict.fromkeys(person.institution_id for person in visitor.people if person.institution_id is not None)
    found = []
    for one in _rounds(visitor):
        for number in bodies:
            told = _brief(visitor, one, number) if through[number] == number else None
            if told is not None:
                found.append(told)
    return found


def reported(visitor: Visitor) -> list[Values]:
    """The rounds whose reports a coordinator sees to; none for a member."""
    found = _rounds(visitor) if visitor.coordinator else []
    return [{"round": one.id, "title": one.title} for one in found]


def _rounds(visitor: Visitor) -> list[Round]:
    found = rounds.running(visitor.session, visitor.forum, day=visitor.at.day)
    last = reports.latest(visitor.session, visitor.forum, day=visitor.at.day)
    return found if last is None or last in found else [*found, last]


def _brief(visitor: Visitor, one: Round, number: int) -> Values | None:
    shares = filings.shares(visitor.session, one, number, day=visitor.at.day)
    if not shares:
        return None
    body = visitor.session.get_one(Institution, number)
    awaited = sum(share.state is State.AWAITED for share in shares)
    filing = filings.newest(visitor.session, one, number)
    return {
        "round": one.id,
        "body": number,
        "name": body.named(visitor.language),
        "title": one.title,
        "awaited": awaited,
        "count": len(shares),
        "letter": filing.told() if filing else None,
    }


def _of(visitor: Visitor, params: Params) -> tuple[Round, Institution, Person] | None:
    """The round and the body that files, where the visitor may see to its letter: its own people, and coordinators."""
    session = visitor.session
    one, body = session.get(Round, params["round"]), session.get(Institution, params["body"])
    if one is None or body is None or one.gone_at is not None or {one.forum, body.forum} != {visitor.forum}:
        return None
    if filings.filers(session, visitor.forum)[body.id] != body.id:
        return None
    by = next((person for person in visitor.people if person.institution_id == body.id), None) or visitor.coordinator
    return (one, body, by) if by else None


def view(visitor: Visitor, params: Params) -> Values | None:
    """One letter: body by body where everything stands, and what can be done."""
    found = _of(visitor, params)
    if found is None:
        return None
    one, body, _ = found
    shares = filings.shares(visitor.session, one, body.id, day=visitor.at.day)
    brief = _brief(visitor, one, body.id)
    return {
        **(
            brief
            or {
                "round": one.id,
                "body": body.id,
                "name": body.named(visitor.language),
                "title": one.title,
                "letter": None,
            }
        ),
        "closed": one.closed_on(visitor.at.day),
        "shares": [_share(share) for share in shares],
        "changed": [share.measure.number for share in shares if share.changed],
        "new": any(share.is_new for share in shares),
        "coordinator": visitor.coordinator is not None,
        "today": visitor.at.day,
    }


def _share(share: Share) -> Values:
    return {
        "number": share.measure.number,
        "title": share.measure.title,
        "code": share.institution.code,
        "state": share.state.value,
    }


def _make(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    found = _of(visitor, params)
    if found is None:
        return None
    one, body, by = found
    made = signing.make(visitor.session, one, body, by=by, at=visitor.at)
    return Done("filing-made") if made is not None else Wrong(form, {"make": "ws-error-filing-empty"})


def _sign(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    found = _of(visitor, params)
    if found is None:
        return None
    one, body, by = found
    errors, on = Errors(), _day(form.text("on"))
    if not form.text("number"):
        errors["number"] = "ws-error-filing-number"
    elif len(form.text("number")) > signing.LONGEST:
        errors["number"] = "ws-error-long-link"
    if on is None:
        errors["on"] = "ws-error-filing-date"
    elif on > visitor.at.day:
        errors["on"] = "ws-error-filing-future"
    if errors or on is None:
        return Wrong(form, errors)
    signing.sign(visitor.session, one, body, number=form.text("number"), on=on, by=by, at=visitor.at)
    return Done("filing-signed")


def _reopen(visitor: Visitor, params: Params, form: Form) -> Outcome | None:
    """A number that was told by mistake is taken back by a coordinator."""
    found = _of(visitor, params)
    filing = filings.newest(visitor.session, found[0], found[1].id) if found else None
    if filing is None or visitor.coordinator is None:
        return None
    done = signing.reopen(visitor.session, filing, by=visitor.coordinator, at=visitor.at)
    return Done("filing-reopened" if done else "already")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def file(visitor: Visitor, params: Params) -> Values | None:
    """What the letter that was made last says; None where none was, or it is not the visitor's."""
    found = _of(visitor, params)
    filing = filings.newest(visitor.session, found[0], found[1].id) if found else None
    if filing is None or params["what"] != "docx":
        return None
    draft = letters.draft(visitor.session, filing, day=visitor.at.day)
    return {"draft": draft, "template": visitor.policy.letter_template}


def make(telling: Telling, told: Values) -> tuple[str, bytes]:
    """The letter as a Word document. Raises BadTemplate."""
    draft = told["draft"]
    return writing.name(telling, draft), writing.docx(telling, draft, told["template"])


DEEDS = {"sagatavot": _make, "numurs": _sign, "atvert": _reopen}
