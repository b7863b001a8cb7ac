"""Provisioning: which lists and columns a workspace lacks, planned from what is there and never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from forum.findings import Finding
from sync.columns import Misfit, SiteColumn, fit, folded
from sync.fields import Field, Kind
from sync.lists import ListNames, NounList
from sync.workspace import ListFit

# The names under which lists stand in addresses.
URLS = {
    "plan": "Plani",
    "institution": "Institucijas",
    "person": "Personas",
    "commitment": "Apnemsanas",
    "measure": "Pasakumi",
    "milestone": "Starprezultati",
    "recommendation": "Ieteikumi",
    "round": "AtskaisuTermini",
    "reply": "Atbildes",
    "meeting": "Sanaksmes",
    "attendance": "Daliba",
    "evidence": "Pieradijumi",
}
# By these the forum knows rows apart, and no two rows may share one.
UNIQUE = {("plan", "code"), ("institution", "code"), ("round", "key")}
KEY = "ForumKey"
# The first column of every list is there already, under a name of the site's own.
FIRST = "Title"


@dataclass(frozen=True)
class There:
    """A list as found; ``versions``: it keeps what its rows said before."""

    list_id: str
    title: str
    columns: Sequence[SiteColumn]
    versions: bool = True


@dataclass(frozen=True)
class MakeList:
    """``library``: it holds files."""

    noun: str
    title: str
    library: bool = False


@dataclass(frozen=True)
class KeepVersions:
    noun: str
    title: str


@dataclass(frozen=True)
class MakeColumn:
    """``title`` is the column's, ``list_title`` that of its list."""

    noun: str
    list_title: str
    field: Field
    title: str
    unique: bool = False


Step = MakeList | KeepVersions | MakeColumn


@dataclass(frozen=True)
class Plan:
    """What would be made, in its order, and what must be put right by hand."""

    steps: tuple[Step, ...]
    troubles: tuple[Finding, ...]


def plan(specs: Mapping[str, NounList], names: Mapping[str, ListNames], there: Mapping[str, There]) -> Plan:
    """``there``: the lists that are there, by noun. First all lists, so that every lookup has what it looks up."""
    lists: list[Step] = []
    columns: list[Step] = []
    troubles: list[Finding] = []
    for noun, spec in specs.items():
        called = names.get(spec.plural, ListNames())
        found = there.get(noun) or There("", called.title or spec.title, ())
        if not found.list_id:
            lists.append(MakeList(noun, found.title, spec.library))
        elif not found.versions:
            lists.append(KeepVersions(noun, found.title))
        lacking = [one for one in wanted(spec) if not _has(found.columns, one, called)]
        columns += [_column(noun, found.title, one, called) for one in lacking if one.column != FIRST]
        troubles += _misfits(spec, found, called, there) if found.list_id else []
    return Plan((*lists, *columns), tuple(troubles))


def wanted(spec: NounList) -> tuple[Field, ...]:
    """The fields of a list, and the key by which the forum knows its own rows again."""
    keyed = any(one.column == KEY for one in spec.fields)
    return spec.fields if keyed else (*spec.fields, Field(name="key", kind=Kind.TEXT, column=KEY))


def _has(columns: Sequence[SiteColumn], one: Field, called: ListNames) -> bool:
    words = {folded(one.column), folded(_title(one, called))}
    return any(folded(column.name) in words or folded(column.title) in words for column in columns)


def _title(one: Field, called: ListNames) -> str:
    return called.columns.get(one.setting, one.column)


def _column(noun: str, list_title: str, one: Field, called: ListNames) -> MakeColumn:
    unique = (noun, one.name) in UNIQUE or one.column == KEY
    return MakeColumn(noun, list_title, one, _title(one, called), unique)


def _misfits(spec: NounList, found: There, called: ListNames, there: Mapping[str, There]) -> list[Finding]:
    """Columns that are there and hold something else than they should: each is named, none is changed."""
    fits = {noun: ListFit(noun, one.list_id, one.title) for noun, one in there.items()}
    troubles = []
    for one in spec.fields:
        alone = replace(spec, fields=(replace(one, required=True),))
        try:
            if _has(found.columns, one, called):
                fit(alone, found.title, names=called, found=found.columns, lists=fits)
        except Misfit as misfit:
            troubles.append(misfit.finding)
    return troubles
