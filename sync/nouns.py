"""Nouns: what a row of the workspace says is set on the forum's own nouns, and every change is journaled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Date, Enum, select
from sqlalchemy.orm import Session

from forum import journal, leaving, plan
from forum.meetings import Meeting
from forum.people import Institution, Person
from forum.plan import Commitment, Duty, Measure, Plan, Responsibility
from forum.rounds import Round
from forum.store.base import Moment, Values
from sync.lists import LISTS, Field, Kind

Taken = Plan | Institution | Person | Commitment | Measure | Round | Meeting

MODELS: dict[str, type[Taken]] = {
    "plan": Plan,
    "institution": Institution,
    "person": Person,
    "commitment": Commitment,
    "measure": Measure,
    "round": Round,
    "meeting": Meeting,
}
# Who answers for a measure is kept beside it, not in it.
DUTIES = {"lead": Duty.LEAD, "co_lead": Duty.CO_LEAD, "contact": Duty.CONTACT}


class Nouns:
    """One kind of noun, within one unit of work. *Words* are values by field: codes, ISO dates, ids of nouns."""

    def __init__(self, session: Session, forum: str, noun: str, *, now: datetime) -> None:
        self._session, self._forum, self._noun, self._now = session, forum, noun, now
        self._model = MODELS[noun]
        self._fields = {
            one.name: one
            for one in LISTS[noun].fields
            if not one.ours and (noun != "measure" or one.name not in DUTIES)
        }

    def get(self, noun_id: int | None) -> Taken | None:
        return cast("Taken | None", self._session.get(self._model, noun_id)) if noun_id else None

    def ours(self, words: Values) -> Taken | None:
        """The noun that we made ourselves and whose row we are writing just now: it is known by its key."""
        if self._noun != "meeting" or not words.get("key"):
            return None
        found = select(Meeting).where(Meeting.forum == self._forum, Meeting.key == words["key"])
        return self._session.scalar(found)

    def lacking(self, words: Values) -> list[str]:
        """The fields without which there is no such noun, and which these words leave open."""
        return [name for name, one in self._fields.items() if words.get(name) is None and self._needed(one)]

    def create(self, words: Values) -> Taken:
        """A new noun; ``words`` lack nothing."""
        given: dict[str, Any] = {
            _attribute(self._fields[name]): self._typed(self._fields[name], word)
            for name, word in words.items()
            if name in self._fields
        }
        noun: Taken = self._model(forum=self._forum, **given)
        self._session.add(noun)
        self._session.flush()
        if isinstance(noun, Measure):
            plan.set_responsibilities(self._session, noun, _parties(words))
        self._note("workspace.created", noun.id, after=words)
        return noun

    def change(self, noun: Taken, words: Values) -> bool:
        """Set what is otherwise now, and answer whether anything was. What a noun cannot be without is kept."""
        before, after = Values(), Values()
        if noun.gone_at is not None:
            before["gone_at"], after["gone_at"] = noun.gone_at.isoformat(), None
            noun.gone_at = None
        for name, one in self._fields.items():
            if name not in words or (words[name] is None and self._needed(one)):
                continue
            old, new = getattr(noun, _attribute(one)), self._typed(one, words[name])
            if old != new:
                setattr(noun, _attribute(one), new)
                before[name], after[name] = _plain(old), words[name]
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
        now: plan.Parties = {duty: [] for duty in Duty}
        for row in self._session.scalars(
            select(Responsibility)
            .where(Responsibility.forum == self._forum, Responsibility.measure_id == measure.id)
            .order_by(Responsibility.id)
        ):
            now[row.duty] += [party for party in (row.institution_id, row.person_id) if party is not None]
        wanted = {**now, **_parties(words)}
        if wanted == now:
            return
        plan.set_responsibilities(self._session, measure, wanted)
        for name, duty in DUTIES.items():
            if wanted[duty] != now[duty]:
                before[name], after[name] = now[duty], wanted[duty]

    def _needed(self, one: Field) -> bool:
        return one.required and not self._model.__table__.c[_attribute(one)].nullable

    def _typed(self, one: Field, word: object) -> object:
        """A word as the noun's attribute holds it."""
        kind = self._model.__table__.c[_attribute(one)].type
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
            actor="workspace",
            side="workspace",
            action=action,
            noun=self._noun,
            noun_id=noun_id,
            before=before,
            after=after,
        )


def _attribute(one: Field) -> str:
    return f"{one.name}_id" if one.kind is Kind.LOOKUP else one.name


def _plain(value: object) -> object:
    """An attribute as the journal keeps it."""
    return value.isoformat() if isinstance(value, date) else value


def _parties(words: Values) -> plan.Parties:
    """Who answers for a measure, of those duties of which the row says something."""
    return {duty: list(_several(words[name])) for name, duty in DUTIES.items() if name in words}


def _several(word: object) -> Iterable[int]:
    if isinstance(word, list):
        return word
    return [word] if isinstance(word, int) else []
