"""Briefs of asking who still answers: about what the question is, and who says that somebody else does."""

from __future__ import annotations

from forum import awaited, baselines
from forum.awaited import Owed
from forum.briefs import naming
from forum.briefs.asked import Asked, Brief, round_facts
from forum.people import Institution, Person
from forum.store.base import Values


def _ask(asked: Asked) -> Values | None:
    """None where nothing is awaited of the reader any more."""
    number, rounds = asked.message.person_id or 0, asked.message.values["rounds"]
    groups: dict[int, list[Owed]] = {}
    for one in awaited.of_people(asked.session, asked.forum, {number}, day=asked.at.day):
        if one.round.id in rounds:
            groups.setdefault(one.round.id, []).append(one)
    told = [
        {
            **round_facts(group[0].round, asked.at.day, asked.policy, due_on=group[0].due_on),
            "measures": [naming.of(asked, one.obligation) for one in group],
        }
        for group in groups.values()
    ]
    return {"rounds": told} if told else None


def _other(asked: Asked) -> Values:
    """What a member proposes, and the row that it would change."""
    values = asked.message.values
    person = asked.session.get_one(Person, values["person"])
    body = asked.session.get(Institution, person.institution_id) if person.institution_id else None
    return {
        "member": person.name,
        "code": body.code if body else "",
        "name": values["name"],
        "email": values["email"],
        "link": baselines.row_link(asked.session, asked.forum, "person", person.id),
    }


BRIEFS: dict[str, Brief] = {"still-you": _ask, "still-you-other": _other}
