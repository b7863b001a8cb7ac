"""Columns: which column of a site's list holds which field, or why the list cannot be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forum.findings import Finding
from sync.fields import Field, Kind
from sync.lists import ListNames, NounList
from sync.workspace import ListFit

# The column types of a SharePoint site that can hold a kind of field without loss.
TYPES: Mapping[Kind, tuple[str, ...]] = {
    Kind.TEXT: ("Text", "Note", "Choice"),
    Kind.NUMBER: ("Text",),
    Kind.NOTE: ("Note", "Text"),
    Kind.DATE: ("DateTime", "Text"),
    Kind.MOMENT: ("DateTime",),
    Kind.CHOICE: ("Choice", "Text"),
    Kind.CHOICES: ("MultiChoice", "Choice"),
    Kind.LOOKUP: ("Lookup",),
    Kind.LOOKUPS: ("LookupMulti", "Lookup"),
    Kind.YES: ("Boolean",),
    Kind.WHOLE: ("Number", "Integer"),
    Kind.ACCOUNT: ("User", "UserMulti"),
    Kind.LINK: ("URL", "Text"),
}


class Misfit(Exception):
    """The list does not fit, for the reason that is found."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.kind)
        self.finding = finding


@dataclass(frozen=True, kw_only=True)
class SiteColumn:
    """A column as the site tells it: ``name`` is the inner name, ``key`` the one in JSON (``EntityPropertyName``),
    ``target`` the id of the list looked up; ``rich``: a note that takes markup; ``fill_in``: a choice that takes other
    words too; ``demanded``: people and we may not leave it empty."""

    name: str
    key: str
    title: str
    type: str
    choices: tuple[str, ...] = ()
    target: str = ""
    rich: bool = False
    fill_in: bool = False
    demanded: bool = False


@dataclass(frozen=True)
class Column:
    """A field and the column that holds it."""

    field: Field
    site: SiteColumn

    @property
    def key(self) -> str:
        """Under which the value stands in an item's JSON: lookups give their row's id, people their number."""
        looks_up = self.field.kind in (Kind.LOOKUP, Kind.LOOKUPS, Kind.ACCOUNT)
        return f"{self.site.key}Id" if looks_up else self.site.key


@dataclass(frozen=True)
class ListColumns:
    """A list that fits: its title on the site and the column of each field that it has; ``remarks`` say which columns
    are passed over, ``demanded`` are all of its columns that may not be empty."""

    spec: NounList
    title: str
    columns: Mapping[str, Column]
    remarks: tuple[Finding, ...] = ()
    demanded: tuple[SiteColumn, ...] = ()

    @property
    def titles(self) -> dict[str, str]:
        """What people call the column of each field."""
        return {name: column.site.title for name, column in self.columns.items()}


def folded(text: str) -> str:
    """Text as names are compared: without regard to case and stray blanks."""
    return " ".join(text.split()).casefold()


def fit(
    spec: NounList, title: str, *, names: ListNames, found: Sequence[SiteColumn], lists: Mapping[str, ListFit]
) -> ListColumns:
    """Find each field's column; ``lists`` are those that the site has, by noun. A column that the list can do without
    and that does not fit is passed over, and that is said. Raises Misfit."""
    columns: dict[str, Column] = {}
    remarks: list[Finding] = []
    for one in spec.fields:
        try:
            site = _find(spec, title, one, wanted=names.columns.get(one.setting), found=found)
            if site is not None:
                _check(spec, title, Column(one, site), lists)
                columns[one.name] = Column(one, site)
        except Misfit as misfit:
            if one.required:
                raise
            remarks.append(Finding("column-passed-over", _short(misfit.finding)))
    demanded = tuple(site for site in found if site.demanded)
    return ListColumns(spec, title, columns, tuple(remarks), demanded)


def _short(finding: Finding) -> Mapping[str, str | int]:
    """Of a column that does not fit: which it is, and what is wrong with it in one word."""
    told = finding.values
    wanted = told["wanted"] if finding.kind == "column-type" else finding.kind
    return {**{name: told[name] for name in ("list", "column", "setting")}, "wanted": wanted}


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
    values = {"list": title, "column": wanted or one.column, "setting": _setting(spec, one)}
    if titled:
        raise Misfit(Finding("columns-alike", {**values, "count": len(titled)}))
    if one.required:
        raise Misfit(Finding("column-missing", values))
    return None


def _check(spec: NounList, title: str, column: Column, lists: Mapping[str, ListFit]) -> None:
    one, site = column.field, column.site
    values = {"list": title, "column": site.title, "setting": _setting(spec, one)}
    if site.type not in TYPES[one.kind]:
        raise Misfit(Finding("column-type", {**values, "found": site.type, "wanted": one.kind.value}))
    if one.target in lists and site.target != lists[one.target].list_id:
        raise Misfit(Finding("column-lookup", {**values, "target": lists[one.target].title}))


def _setting(spec: NounList, one: Field) -> str:
    return f"sharepoint.lists.{spec.plural}.columns.{one.setting}"
