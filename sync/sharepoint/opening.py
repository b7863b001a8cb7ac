"""Opening the site: its time zone, its lists, and whether their columns fit. A list that does not fit stops alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from forum.findings import Finding
from sync import hindrances, zones
from sync.columns import ListColumns, Misfit, fit, folded
from sync.fields import Kind
from sync.lists import ListNames, NounList
from sync.sharepoint import remarks, rows
from sync.sharepoint.rows import Decoding
from sync.sharepoint.transport import Wire
from sync.workspace import Gone, ListFit, NotAllowed, WorkspaceDown

UTC = ZoneInfo("UTC")


@dataclass(frozen=True)
class Opened:
    """What was seen of the site: each noun's list, the columns of those that fit and how they are read, the site's
    zone."""

    fits: Mapping[str, ListFit]
    columns: Mapping[str, ListColumns]
    decoding: Mapping[str, Decoding]
    zone: ZoneInfo


@dataclass(frozen=True)
class Opening:
    """How the lists are called (``names`` by the settings' word for the noun), and the wire to look for them."""

    wire: Wire
    specs: Mapping[str, NounList]
    names: Mapping[str, ListNames]
    forum_zone: ZoneInfo | None = None

    def look(self) -> Opened:
        """Look at the site. Raises what the wire raises."""
        try:
            return self._look()
        except (KeyError, TypeError, IndexError) as error:
            raise WorkspaceDown("what the site says of its lists has not the right form") from error

    def _look(self) -> Opened:
        number = self.wire.get("web/regionalsettings/timezone?$select=Id")["Id"]
        zone = zones.zone(number)
        lists = self._lists()
        found = {noun: self._find(spec, lists) for noun, spec in self.specs.items()}
        there = {noun: fit for noun, fit in found.items() if fit.list_id}
        fits, columns = dict(found), dict[str, ListColumns]()
        for noun, one in found.items():
            if not one.list_id and self._can_do_without(self.specs[noun]):
                continue
            try:
                fitting = self._columns(self.specs[noun], one, there)
                if zone is None:
                    _needs_no_zone(fitting, number)
                columns[noun] = fitting
                odd = (*one.remarks, *fitting.remarks, *hindrances.of_list(fitting))
                fits[noun] = replace(one, columns=fitting.titles, remarks=odd)
            except Misfit as misfit:
                fits[noun] = replace(one, reason=misfit.finding)
        decoding = {noun: Decoding(one, zone or UTC) for noun, one in columns.items()}
        return Opened(self._of_site(fits, zone), columns, decoding, zone or UTC)

    def _of_site(self, fits: Mapping[str, ListFit], zone: ZoneInfo | None) -> Mapping[str, ListFit]:
        """What is wrong about the site as a whole stands with its first list, so that it is said once."""
        found = remarks.of_zone(zone, self.forum_zone)
        first = next(iter(fits))
        return {**fits, first: replace(fits[first], remarks=(*found, *fits[first].remarks))}

    def _lists(self) -> list[dict[str, Any]]:
        answer = self.wire.get("web/lists?$select=Id,Title,EffectiveBasePermissions")
        found: list[dict[str, Any]] = answer["value"]
        return found

    def _find(self, spec: NounList, lists: list[dict[str, Any]]) -> ListFit:
        """By its title, however that is spelled."""
        wanted = self._named(spec).title or spec.title
        for one in lists:
            if folded(one["Title"]) == folded(wanted):
                number = one["Id"].lower()
                strays = remarks.beside(one["Title"], [other["Title"] for other in lists if other is not one])
                found = (*remarks.of_rights(spec, one), *strays)
                return ListFit(spec.noun, number, one["Title"], row_link=self.wire.row_link(number), remarks=found)
        return ListFit(spec.noun, "", wanted)

    def _columns(self, spec: NounList, one: ListFit, there: Mapping[str, ListFit]) -> ListColumns:
        if not one.list_id:
            setting = f"sharepoint.lists.{spec.plural}.title"
            raise Misfit(Finding("list-missing", {"list": one.title, "setting": setting}))
        try:
            answer = self.wire.get(f"web/lists(guid'{one.list_id}')/fields")
        except (NotAllowed, Gone) as error:
            raise Misfit(Finding("list-not-allowed", {"list": one.title})) from error
        # Whole, without $select: what only some columns tell (choices, lookups) is refused where no column has it.
        # Computed columns repeat the title of the one that they show.
        found = [rows.site_column(told) for told in answer["value"] if told["TypeAsString"] != "Computed"]
        return fit(spec, one.title, names=self._named(spec), found=found, lists=there)

    def _can_do_without(self, spec: NounList) -> bool:
        """An optional list that is missing under its usual name was never made; one that the settings name was."""
        return spec.optional and (self._named(spec).title or spec.title) == spec.title

    def _named(self, spec: NounList) -> ListNames:
        return self.names.get(spec.plural, ListNames())


def _needs_no_zone(columns: ListColumns, number: int) -> None:
    if any(one.field.kind is Kind.DATE for one in columns.columns.values()):
        raise Misfit(Finding("zone-unknown", {"list": columns.title, "zone": str(number)}))
