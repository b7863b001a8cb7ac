"""Nouns: what a row of the workspace says is set on the forum's own nouns, and every change is journaled."""

from __future__ import annotations

import enum
from collections.abc import Collection
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Column, Date, Enum, Table, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from forum import journal, leaving, plan
from forum.meetings import Meeting
from forum.milestones import Milestone
from forum.people import Institution, Person
from forum.plan import Commitment, Duty, Measure, Plan
from forum.recommendations import Recommendation
from forum.rounds import Round
from forum.store.base import Moment, Values
from sync.fields import Field, Kind
from sync.lists import LISTS
from sync.lookups import items

Taken = Plan | Institution | Person | Commitment | Measure | Milestone | Round | Meeting

MODELS: dict[str, type[Taken]] = {
    "plan": Plan,
    "institution": Institution,
    "person": Person,
    "commitment": Commitment,
    "measure": Measure,
    "recommendation": Recommendation,
    "milestone": Milestone,
    "round": Round,
    "meeting": Meeting,
}
# Whose hand the journal names.
BY = {"actor": "workspace", "side": "workspace"}
# Who answers for a measure is kept beside it, not in it.
DUTIES = {"lead": Duty.LEAD, "co_lead": Duty.CO_LEAD, "contact": Duty.CONTACT}


class Nouns:
    """One kind of noun, within one unit of work. *Words* are values by field: codes, ISO dates, ids of nouns."""

    def __init__(self, session: Session, forum: str, noun: str, *, now: datetime) -> None:
        self._session, self._forum, self._now = session, forum, now
        self.noun, self.model = noun, MODELS[noun]
        self.has_parties = issubclass(self.model, Measure)
        self._fields = {
            one.name: one
            for one in LISTS[noun].fields
            if not one.ours and not (self.has_parties and one.name in DUTIES)
        }
        self._needed = [name for name, one in self._fields.items() if one.required and not self._column(one).nullable]
        self._here: dict[int, Taken] = {}
        self._parties: dict[int, plan.Parties] = {}

    def prepare(self, noun_ids: Collection[int]) -> None:
        """Load these nouns, and who answers for them, all at once."""
        wanted = select(self.model).where(self.model.id.in_(sorted(noun_ids)))
        self._here = {noun.id: cast("Taken", noun) for noun in self._session.scalars(wanted)}
        if self.has_parties:
            self._parties = plan.parties(self._session, self._forum, noun_ids)

    def get(self, noun_id: int | None) -> Taken | None:
        """A noun that was prepared."""
        return self._here.get(noun_id) if noun_id else None

    def ours(self, keys: Collection[str]) -> dict[str, Taken]:
        """The nouns that we made ourselves and whose rows we are writing just now: they are known by their keys."""
        if self.noun != "meeting" or not keys:
            return {}
        found = select(Meeting).where(Meeting.forum == self._forum, Meeting.key.in_(sorted(keys)))
        return {one.key: one for one in self._session.scalars(found)}

    def lacking(self, words: Values) -> list[str]:
        """The fields without which there is no such noun, and which these words leave open."""
        return [name for name in self._needed if words.get(name) is None]

    @property
    def alike(self) -> bool:
        """Whether new ones can be kept many at once: nothing of theirs is made up one by one."""
        told = {"id", "forum", *self.shares, *map(attribute, self._fields.values())}
        return all(one.nullable or one.name in told for one in self.model.__table__.c)

    def cells(self) -> list[tuple[str, str, object]]:
        """How a new noun is kept: of each field its name, its attribute, and the word where nothing is said."""
        return [(name, attribute(one), _nothing(self._column(one))) for name, one in self._fields.items()]

    @property
    def shares(self) -> Values:
        """Of nouns that share a table, the attribute by which its rows tell these from others, and its value."""
        mapper = self.model.__mapper__
        return {mapper.polymorphic_on.key: mapper.polymorphic_identity} if mapper.polymorphic_on is not None else {}

    def create(self, words: Values) -> Taken:
        """A new noun; ``words`` lack nothing."""
        given: dict[str, Any] = {
            attribute(self._fields[name]): self._typed(self._fields[name], word)
            for name, word in words.items()
            if name in self._fields
        }
        noun: Taken = self.model(forum=self._forum, **given)
        self._session.add(noun)
        self._session.flush()
        if isinstance(noun, Measure):
            parties = {duty: list[int]() for duty in Duty} | _parties(words)
            plan.set_responsibilities(self._session, noun, parties)
            self._parties[noun.id] = parties
        self._here[noun.id] = noun
        self._note("workspace.created", noun.id, after=words)
        return noun

    def change(self, noun: Taken, words: Values) -> bool:
        """Set what is otherwise now, and answer whether anything was. What a noun cannot be without is kept."""
        before, after = Values(), Values()
        if noun.gone_at is not None:
            before["gone_at"], after["gone_at"] = noun.gone_at.isoformat(), None
            noun.gone_at = None
        for name, one in self._fields.items():
            if name not in words or (words[name] is None and name in self._needed):
                continue
            old, new = getattr(noun, attribute(one)), self._typed(one, words[name])
            if old != new:
                setattr(noun, attribute(one), new)
                before[name], after[name] = plain(old), words[name]
        if isinstance(noun, Measure):
            self._change_parties(noun, words, before, after)
        if after:
            self._note("workspace.changed", noun.id, before=before, after=after)
        return bool(after)

    def take_away(self, noun: Taken, *, successor: int | None = None) -> None:
        """It is not on the workspace any more, or (``successor``) its row stands for another now."""
        noun.gone_at = self._now
        if isinstance(noun, Person):
            if successor is not None:
                other = self._session.get_one(Person, successor)
                leaving.succeed(self._session, noun, other, now=self._now, day=self._now.date())
            leaving.leave(self._session, noun, now=self._now)
        self._note("workspace.gone", noun.id, after={"successor": successor} if successor else None)

    def _change_parties(self, measure: Measure, words: Values, before: Values, after: Values) -> None:
        now = self._parties[measure.id]
        wanted = {**now, **_parties(words)}
        if wanted == now:
            return
        plan.set_responsibilities(self._session, measure, wanted)
        self._parties[measure.id] = wanted
        for name, duty in DUTIES.items():
            if wanted[duty] != now[duty]:
                before[name], after[name] = now[duty], wanted[duty]

    def _column(self, one: Field) -> Column[Any]:
        return cast("Table", self.model.__table__).c[attribute(one)]

    def _typed(self, one: Field, word: object) -> object:
        """A word as the noun's attribute holds it."""
        kind = self._column(one).type
        if isinstance(word, str) and isinstance(kind, Enum) and kind.enum_class is not None:
            return kind.enum_class(word)
        if isinstance(word, str) and isinstance(kind, Date | Moment):
            return (date if isinstance(kind, Date) else datetime).fromisoformat(word)
        return word

    def _note(self, action: str, noun_id: int, *, before: Values | None = None, after: Values | None = None) -> None:
        journal.note(
            self._session,
            self._forum,
            at=self._now,
            **BY,
            action=action,
            noun=self.noun,
            noun_id=noun_id,
            before=before,
            after=after,
        )


def attribute(one: Field) -> str:
    """What a noun calls this field of its row."""
    return f"{one.name}_id" if one.kind is Kind.LOOKUP else one.name


def _nothing(column: Column[Any]) -> object:
    nothing = column.default.arg if isinstance(column.default, ScalarElementColumnDefault) else None
    return nothing.value if isinstance(nothing, enum.Enum) else nothing


def plain(value: object) -> object:
    """An attribute as the journal keeps it, and as operations have it."""
    return value.isoformat() if isinstance(value, date) else value


def _parties(words: Values) -> plan.Parties:
    """Who answers for a measure, of those duties of which the row says something."""
    return {duty: list(items(words[name])) for name, duty in DUTIES.items() if name in words}
