"""Tidiness: what is odd in the lists' rows when they are held against each other, though each can be read by itself."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from forum import baselines
from forum.baselines import Baseline, WorkspaceList
from forum.findings import Finding
from forum.milestones import Milestone
from forum.people import Institution, Person
from forum.plan import Commitment, Duty, Measure, Responsibility
from forum.recommendations import Recommendation
from forum.rounds import Round
from forum.store.base import Values

# A title that nobody gives to anything real.
TEST = re.compile(r"test(?:s|a?\s.*|\d*)|izmēģināj\w+|pārbaude|paraugs|dzēst!?|x{3,}|asdf\w*|qwert\w*", re.IGNORECASE)
# What stands between two names in one cell.
BETWEEN = re.compile(r"\s*[;/\n+]\s*|\s(?:un|and|&)\s")
# Two whole names, each of two words; with fewer a comma merely puts the surname first.
COMMA = re.compile(r"[^\s,]+\s[^,]+,\s*[^\s,]+\s[^,]+")
# To look at more rows than this takes so long that a few changes among them are no reason to.
LONG = 2000
# So many rows of a long list are held at once.
AT_ONCE = 1000
# What is looked at of a noun, whichever of these it has.
LOOKED_AT = {"name", "email", "until_on", "code"}
DUTIES = {Duty.LEAD: "lead", Duty.CO_LEAD: "co_lead"}

Found = list[Finding]


@dataclass(frozen=True)
class Rows:
    """One list's living nouns with the rows they stand in; ``day`` is the forum's local day."""

    session: Session
    kept: WorkspaceList
    model: type[Any]
    day: date

    @cached_property
    def all(self) -> list[tuple[int, Any]]:
        """(item id, what is looked at of the noun), by item id."""
        table = self.model.__table__
        told = [column for column in table.c if column.name in LOOKED_AT]
        return [(row[0], row) for row in self.session.execute(self.living(*told))]

    def living(self, *told: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
        """The item id, and these columns of the noun, by item id: for lists that are too long to be held as a whole."""
        table = self.model.__table__
        return (
            select(Baseline.item_id, *told)
            .join(table, and_(table.c.forum == Baseline.forum, table.c.id == Baseline.noun_id))
            .where(Baseline.forum == self.kept.forum, Baseline.noun == self.kept.noun)
            .where(Baseline.gone_at.is_(None), table.c.gone_at.is_(None))
            .order_by(Baseline.item_id)
            .execution_options(yield_per=AT_ONCE)
        )

    def at(self, *items: int, **values: str) -> Mapping[str, str]:
        """A finding's values: the list, the row or rows, and whatever more is told."""
        return {"list": self.kept.title, "row": ", ".join(map(str, items)), **values}

    def column(self, field: str) -> str:
        """What people call the column of this field."""
        return str(self.kept.columns.get(field, field))


def look(
    session: Session, forum: str, nouns: Container[str], *, day: date, whole: Container[str]
) -> dict[str, list[Values]]:
    """What is odd in the rows of these nouns' lists, as it is kept, by noun. A long list is looked at only where it is
    among those that were read ``whole``."""
    found = {}
    for kept in baselines.lists(session, forum):
        if kept.noun not in nouns:
            continue
        long = kept.noun not in whole and baselines.known(session, forum, kept.noun, most=LONG + 1) > LONG
        if kept.noun in LOOKS and not long:
            model, looks = LOOKS[kept.noun]
            rows = Rows(session, kept, model, day)
            found[kept.noun] = [one.kept for look_at in looks for one in look_at(rows)]
    return found


def remember(session: Session, forum: str, found: Mapping[str, list[Values]]) -> None:
    """Keep with each list that was looked at what is odd in its rows; what was put right is forgotten."""
    for noun, odd in found.items():
        baselines.list_of(session, forum, noun).untidy = odd


def _tests(rows: Rows) -> Found:
    """Rows that somebody made to try the list out."""
    table = rows.model.__table__
    named = rows.session.execute(rows.living(table.c.name if "name" in table.c else table.c.title))
    return [Finding("row-test", rows.at(item)) for item, name in named if TEST.fullmatch(name)]


def _crowded(rows: Rows) -> Found:
    """Two people in one cell: one chat would answer for both."""
    found = []
    for item, person in rows.all:
        if BETWEEN.search(person.name) or COMMA.fullmatch(person.name):
            found.append(Finding("cell-two-names", rows.at(item, column=rows.column("name"))))
        if person.email.count("@") > 1:
            found.append(Finding("cell-two-addresses", rows.at(item, column=rows.column("email"))))
    return found


def _mailboxes(rows: Rows) -> Found:
    """One mailbox for several people: whose hand it was cannot be told by it."""
    keys = ((person.email.casefold(), item) for item, person in rows.all if person.email and _serves(person, rows.day))
    return [Finding("mailbox-shared", rows.at(*items, column=rows.column("email"))) for items in _together(keys)]


def _serves(person: Person, day: date) -> bool:
    return person.until_on is None or person.until_on >= day


def _alike(rows: Rows) -> Found:
    """One body in several rows, as «ĀM» and «AM», or as its old name under the same code."""
    codes = _together((_bare(body.code), item) for item, body in rows.all if body.code)
    names = _together((_bare(body.name), item) for item, body in rows.all)
    told = {item: body.code for item, body in rows.all}
    return [
        Finding("institution-alike", rows.at(*items, codes=", ".join(dict.fromkeys(told[item] for item in items))))
        for items in codes + [items for items in names if items not in codes]
    ]


def _bare(text: str) -> str:
    """Letters and digits alone, without their marks: ĀM is AM."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if sign.isalnum())


def _numbers(rows: Rows) -> Found:
    """Two rows of one plan with one number: an answer could be meant for either."""
    table = rows.model.__table__
    numbered = rows.living(table.c.number).where(table.c.number != "").with_only_columns(table.c.number)
    twice = numbered.order_by(None).group_by(table.c.plan_id, table.c.number).having(func.count() > 1)
    found = rows.session.execute(rows.living(table.c.plan_id, table.c.number).where(table.c.number.in_(twice))).all()
    number = {item: number for item, _, number in found}
    return [
        Finding("number-twice", rows.at(*items, column=rows.column("number"), number=number[items[0]]))
        for items in _together(((plan, number), item) for item, plan, number in found)
    ]


def _ended(rows: Rows) -> Found:
    """Measures that name a body which has ended, as it does under its old name."""
    forum = rows.kept.forum
    ended = select(Responsibility.measure_id, Responsibility.duty, Institution.code).where(
        Responsibility.forum == forum,
        Institution.forum == forum,
        Institution.id == Responsibility.institution_id,
        Institution.valid_to < rows.day,
        # A short list's rows may stand among many more of another list in the memory.
        Responsibility.measure_id.in_(rows.living().with_only_columns(Baseline.noun_id).order_by(None)),
    )
    told, number = ended.with_only_columns(Responsibility.measure_id), rows.model.__table__.c.id
    items = {measure: item for item, measure in rows.session.execute(rows.living(number).where(number.in_(told)))}
    return [
        Finding("institution-ended", rows.at(items[measure], column=rows.column(DUTIES[duty]), code=code))
        for measure, duty, code in sorted(rows.session.execute(ended), key=lambda one: items.get(one[0], 0))
        if measure in items
    ]


def _sign_days(rows: Rows) -> Found:
    """Sign-by days that no reminder can heed: on the due day or after it, or before any answer is taken."""
    found = []
    for item, number in rows.session.execute(rows.living(rows.model.__table__.c.id)):
        one = rows.session.get_one(Round, number)
        if one.sign_by is not None and one.signs_by is None and not one.closed_on(rows.day):
            at, late = rows.at(item, column=rows.column("sign_by")), one.sign_by >= one.due_on
            found.append(Finding("sign-by-late", at) if late else Finding("sign-by-early", at))
    return found


def _together(keys: Iterable[tuple[Hashable, int]]) -> list[Sequence[int]]:
    """The rows that share a key with another."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for key, item in keys:
        found[key].append(item)
    return [items for items in found.values() if len(items) > 1]


LOOKS: Mapping[str, tuple[type[Any], Sequence[Callable[[Rows], Found]]]] = {
    "person": (Person, (_tests, _crowded, _mailboxes)),
    "institution": (Institution, (_tests, _alike)),
    "commitment": (Commitment, (_tests, _numbers)),
    "measure": (Measure, (_tests, _numbers, _ended)),
    "milestone": (Milestone, (_tests, _numbers)),
    "recommendation": (Recommendation, (_tests, _numbers, _ended)),
    "round": (Round, (_tests, _sign_days)),
}
