"""Briefs of filings: where a body's letter stands, the letter itself, and what its number closed."""

from __future__ import annotations

from collections import defaultdict

from forum import filings, gathering, letters
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief, round_facts
from forum.filings import Filing, Share, State
from forum.people import Institution, Role
from forum.rounds import Round
from forum.store.base import Values


def _card(asked: Asked) -> Values | None:
    """One body's letter: what of those who file through it stands where, and what can be done."""
    one = asked.session.get(Round, asked.message.values["round"])
    filer = asked.session.get(Institution, asked.message.values["institution"])
    if one is None or one.gone_at is not None or filer is None:
        return None
    found = filings.shares(asked.session, one, filer.id, day=asked.at.day)
    filing = filings.newest(asked.session, one, filer.id)
    return {
        "round": one.id,
        "institution": filer.id,
        **round_facts(one, asked.at.day, asked.policy),
        "code": filer.code,
        "name": filer.name,
        "closed": one.closed_on(asked.at.day),
        "bodies": _bodies(asked, found),
        "letter": filing.told() if filing else None,
        "more": any(share.is_new for share in found),
        "changed": _named(asked, [share for share in found if share.changed]),
        "coordinator": asked.person is not None and asked.person.role is Role.COORDINATOR,
    }


def _due(asked: Asked) -> Values | None:
    """The same, unasked: dropped where the letter was signed, or its round was closed, before it went out."""
    card = _card(asked)
    open_ones = card and any(
        state["state"] not in gathering.OVER for body in card["bodies"] for state in body["states"]
    )
    return card if card and open_ones and not card["closed"] else None


def _bodies(asked: Asked, found: list[Share]) -> list[Values]:
    """Body by body the measures in each state, in the order in which the states follow each other."""
    states: dict[str, dict[State, list[Share]]] = defaultdict(lambda: defaultdict(list))
    for share in found:
        states[share.institution.code][share.state].append(share)
    return [
        {
            "code": code,
            "states": [
                {"state": state.value, "measures": _named(asked, of_state[state])}
                for state in State
                if state in of_state
            ],
        }
        for code, of_state in states.items()
    ]


def _named(asked: Asked, found: list[Share]) -> list[Values]:
    plans = naming.plans(asked)
    return [plans.named(share.measure) for share in found]


def _all(asked: Asked) -> Values | None:
    """For coordinators: every body that files in a round, and how many of its answers stand where."""
    one = asked.session.get(Round, asked.message.values["round"])
    if one is None or one.gone_at is not None:
        return None
    through = filings.filers(asked.session, asked.forum)
    newest = {row.institution_id: row for row in filings.of_round(asked.session, one)}
    counts: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(State, 0))
    for share in filings.shares(asked.session, one, day=asked.at.day):
        counts[through[share.institution.id]][share.state] += 1
    bodies = [
        {
            "id": number,
            "code": asked.session.get_one(Institution, number).code,
            "counts": {state: count for state, count in found.items() if count},
            "letter": newest[number].told() if number in newest else None,
        }
        for number, found in counts.items()
    ]
    return {
        "round": one.id,
        "title": one.title,
        "bodies": sorted(bodies, key=lambda body: str(body["code"])),
    }


def _draft(asked: Asked) -> Values:
    """The letter, and whether those who have it made should know of anything that is missing in it."""
    filing = asked.session.get_one(Filing, asked.message.values["filing"])
    return {
        "round": filing.round_id,
        "institution": filing.institution_id,
        "draft": letters.draft(asked.session, filing, day=asked.at.day),
        "template": asked.policy.letter_template,
    }


def _about(asked: Asked) -> Values:
    """What a question or an error about a letter's number names."""
    filer = asked.session.get_one(Institution, asked.message.values["institution"])
    one = asked.session.get_one(Round, asked.message.values["round"])
    return {**asked.message.values, "code": filer.code, "title": one.title}


def _signed(asked: Asked) -> Values | None:
    """A signed letter: what it froze, and what was said since it was made; None where it was opened again."""
    filing = asked.session.get_one(Filing, asked.message.values["filing"])
    if filing.signed_at is None:
        return None
    one = asked.session.get_one(Round, filing.round_id)
    found = filings.shares(asked.session, one, filing.institution_id, day=asked.at.day)
    held = [share for share in found if share.filing is not None and share.filing.id == filing.id]
    lacking = [share for share in found if share.state in (State.AWAITED, State.MISSED)]
    return {
        "round": one.id,
        "institution": filing.institution_id,
        "code": asked.session.get_one(Institution, filing.institution_id).code,
        "title": one.title,
        **filing.told(),
        "count": len(held),
        "changed": _named(asked, [share for share in held if share.changed]),
        "lacking": _named(asked, lacking),
    }


BRIEFS: dict[str, Brief] = {
    "filing": _card,
    gathering.KIND: _due,
    "filings": _all,
    "filing-letter": _draft,
    "filing-number": _about,
    "filing-unsure": _about,
    "filing-date": _about,
    "filing-unclear": _about,
    "filing-future": _about,
    "filing-empty": _about,
    "filing-reopened": _about,
    "filing-signed": _signed,
    "filing-told": _signed,
}
