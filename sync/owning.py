"""Owning: whose word counts in which column, and what is done where somebody wrote into one that is the forum's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from forum import baselines, journal, operations, writing_back
from forum.baselines import Baseline
from forum.replies import Reply
from forum.store.base import Values
from sync import cells, telling
from sync.conflicts import same, version
from sync.fields import Owner
from sync.lists import LISTS, PULLED, ListNames
from sync.nouns import MODELS, attribute, plain
from sync.workspace import Row

# Whose hand the journal names.
BY: Mapping[str, Any] = {"actor": "service", "side": "workspace"}


class Owners:
    """Whose word counts in each field: as ``names`` say (the settings' lists, by the noun in the plural), or else as
    ``LISTS`` does."""

    def __init__(self, names: Mapping[str, ListNames] | None = None) -> None:
        self._of: dict[str, dict[str, Owner]] = {}
        for noun, spec in LISTS.items():
            told = {one.name: one.owner for one in spec.fields} | dict(
                (names or {}).get(spec.plural, ListNames()).owners
            )
            self._of[noun] = {one.name: told[one.follows or one.name] for one in spec.fields}

    def fields(self, noun: str, owner: Owner) -> frozenset[str]:
        """The fields of a noun that are whose."""
        return frozenset(name for name, whose in self._of[noun].items() if whose is owner)


# As it is where the settings say nothing.
USUAL = Owners()


def overruled(row: Row, base: Baseline, firm: Collection[str], titles: Mapping[str, str]) -> Values:
    """What somebody put into ``firm`` fields, which are the forum's, since both sides last agreed on the row; None for
    what cannot be read (``titles``: what people call the columns). A row that is no newer is our own echo."""
    if version(row.etag) <= version(base.etag):
        return {}
    unread = {str(flaw.values.get("column")) for flaw in row.flaws}
    return {
        name: row.values.get(name)
        for name in sorted(base.values.keys() & firm)
        if (titles.get(name) in unread if name not in row.values else not same(row.values[name], base.values[name]))
    }


@dataclass(frozen=True)
class Overruled:
    """Somebody put ``theirs`` into fields of a noun's ``row`` that are the forum's, and ``ours`` is written there."""

    noun: str
    noun_id: int
    row: Row
    theirs: Values
    ours: Values


def overrule(session: Session, forum: str, one: Overruled, *, now: datetime) -> None:
    """Journal it and tell it; known from now on, it is done once."""
    base = baselines.of_item(session, forum, one.noun, one.row.item_id)
    if base is not None:
        base.values = {**base.values, **one.theirs}
    before = {name: one.theirs[name] for name in one.ours}
    noted: Values = {"action": "workspace.overruled", "noun": one.noun, "noun_id": one.noun_id}
    journal.note(session, forum, at=now, **BY, **noted, before=before, after=one.ours)
    telling.overruled(session, forum, one.noun, row=one.row, fields=list(one.ours), now=now)


def give_back(
    session: Session, forum: str, noun: str, noun_id: int, *, row: Row, theirs: Values, now: datetime
) -> None:
    """Overrule, and let our words be written there again; a row that is gone by then is left alone."""
    fields = LISTS[noun].by_name
    ours = {
        name: word
        for name, word in _ours(session, noun, noun_id, theirs).items()
        # What is looked up has ids of nouns here, and of rows there.
        if fields[name].target or not same(cells.canonical(fields[name], word), theirs[name])
    }
    if ours:
        overrule(session, forum, Overruled(noun, noun_id, row, theirs, ours), now=now)
        operations.put(session, forum, noun=noun, noun_id=noun_id, values={**ours, "back": True}, now=now)


def leave(session: Session, forum: str, noun: str, noun_id: int, *, meant: Values, now: datetime) -> Baseline | None:
    """These columns are the workspace's: what was meant to be written there (``meant``) is journaled where it is
    another word. Answers the row as both sides know it, where the noun is to say again what that says."""
    base = baselines.of_noun(session, forum, noun, noun_id)
    if base is None:
        return None
    other = {name: word for name, word in meant.items() if not same(word, base.values.get(name))}
    if other:
        before = {name: base.values.get(name) for name in other}
        noted: Values = {"action": "workspace.left", "noun": noun, "noun_id": noun_id}
        journal.note(session, forum, at=now, **BY, **noted, before=before, after=other)
    return base if noun in PULLED else None


def _ours(session: Session, noun: str, noun_id: int, names: Collection[str]) -> Values:
    """What the forum says in these fields now, in its words."""
    if noun in MODELS:
        one = session.get_one(MODELS[noun], noun_id)
        return {name: plain(getattr(one, attribute(LISTS[noun].by_name[name]))) for name in names}
    if noun == "reply":
        words = writing_back.words(session, session.get_one(Reply, noun_id))
        return {name: words[name] for name in names if name in words}
    return {}
