"""Columns: which column of a site's list holds which field, or why the list cannot be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sync.lists import Field, Kind, ListNames, NounList

# The column types of a SharePoint site that can hold a kind of field without loss.
TYPES: Mapping[Kind, tuple[str, ...]] = {
    Kind.TEXT: ("Text", "Note", "Choice"),
    Kind.NUMBER: ("Text",),
    Kind.NOTE: ("Note", "Text"),
    Kind.DATE: ("DateTime",),
    Kind.MOMENT: ("DateTime",),
    Kind.CHOICE: ("Choice", "Text"),
    Kind.CHOICES: ("MultiChoice", "Choice"),
    Kind.LOOKUP: ("Lookup",),
    Kind.LOOKUPS: ("LookupMulti", "Lookup"),
    Kind.YES: ("Boolean",),
    Kind.WHOLE: ("Number", "Integer"),
}


class Misfit(Exception):
    """The list's columns do not fit; the text is the reason, for whoever keeps the site."""


@dataclass(frozen=True, kw_only=True)
class SiteColumn:
    """A column as the site tells it: ``name`` is the inner name, ``key`` the one in JSON (``EntityPropertyName``),
    ``target`` the id of the list looked up; ``rich``: a note that takes markup."""

    name: str
    key: str
    title: str
    type: str
    choices: tuple[str, ...] = ()
    target: str = ""
    rich: bool = False


@dataclass(frozen=True)
class Column:
    """A field and the column that holds it."""

    field: Field
    site: SiteColumn

    @property
    def key(self) -> str:
        """Under which the value stands in an item's JSON: lookups give their row's id."""
        looks_up = self.field.kind in (Kind.LOOKUP, Kind.LOOKUPS)
        return f"{self.site.key}Id" if looks_up else self.site.key


@dataclass(frozen=True)
class ListColumns:
    """A list that fits: its title on the site and the column of each field that it has."""

    spec: NounList
    title: str
    columns: Mapping[str, Column]


def folded(text: str) -> str:
    """Text as names are compared: without regard to case and stray blanks."""
    return " ".join(text.split()).casefold()


def fit(
    spec: NounList, title: str, *, names: ListNames, found: Sequence[SiteColumn], lists: Mapping[str, str]
) -> ListColumns:
    """Find each field's column; ``lists`` holds the ids of the nouns' lists. Raises Misfit."""
    columns: dict[str, Column] = {}
    for one in spec.fields:
        site = _find(spec, title, one, wanted=names.columns.get(one.setting), found=found)
        if site is not None:
            _check(spec, title, Column(one, site), lists)
            columns[one.name] = Column(one, site)
    return ListColumns(spec, title, columns)


def _find(
    spec: NounList, title: str, one: Field, *, wanted: str | None, found: Sequence[SiteColumn]
) -> SiteColumn | None:
    name = folded(wanted or one.column)
    for column in found:
        if folded(column.name) == name:
            return column
    titled = [column for column in found if wanted and folded(column.title) == name]
    if len(titled) == 1:
        return titled[0]
    setting = _setting(spec, one)
    if titled:
        raise Misfit(
            f'The list "{title}" is not read: it has {len(titled)} columns "{wanted}". '
            f"Give the inner name of the right one under {setting}."
        )
    if one.required:
        raise Misfit(
            f'The list "{title}" is not read: it has no column "{wanted or one.column}". '
            f"Add the column, or name the one that holds it under {setting}."
        )
    return None


def _check(spec: NounList, title: str, column: Column, lists: Mapping[str, str]) -> None:
    one, site = column.field, column.site
    start = f'The list "{title}" is not read: its column "{site.title}"'
    setting = _setting(spec, one)
    if site.type not in TYPES[one.kind]:
        why = " so that 2.10 does not become 2.1" if one.kind is Kind.NUMBER else ""
        raise Misfit(
            f"{start} is of the type {site.type} and must be {' or '.join(TYPES[one.kind])}{why}. "
            f"Make such a column, and name it under {setting}."
        )
    if one.target in lists and site.target != lists[one.target]:
        raise Misfit(
            f"{start} looks up another list than the one of {one.target}s. "
            f"Make it look up that list, or name another column under {setting}."
        )


def _setting(spec: NounList, one: Field) -> str:
    return f"sharepoint.lists.{spec.plural}.columns.{one.setting}"
