"""Reading a workbook: its sheets as the forum's lists, their rows in the forum's words, each under its number."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from zoneinfo import ZoneInfo

from forum.findings import Finding
from forum.store.base import Values
from sync.cells import Unreadable
from sync.columns import Column, Misfit, folded
from sync.lists import ListNames, NounList
from sync.workbook import cells
from sync.workbook.grids import Cell, Grid
from sync.workbook.identity import identify
from sync.workbook.names import NAMED_BY, Names
from sync.workbook.table import Table, digest, table
from sync.workspace import ListFit, ListStopped, Page, Row, Unread


@dataclass(frozen=True)
class Seen:
    """What a list's rows said, by number: a digest of the cells as typed and one of what they mean. ``last`` is the
    highest number ever given."""

    last: int
    said: Mapping[int, tuple[str, str]]

    @property
    def token(self) -> str:
        return json.dumps({"last": self.last, "rows": {number: "".join(two) for number, two in self.said.items()}})

    @classmethod
    def of(cls, token: str) -> Seen:
        """The opposite of ``token``. Raises ValueError and its like where it is none."""
        told = json.loads(token)
        return cls(int(told["last"]), {int(one): (said[:16], said[16:]) for one, said in told["rows"].items()})


@dataclass(frozen=True)
class Settled:
    """One list's rows by number, and where in the sheet each stands. ``unnumbered``: numbers by row of the sheet that
    are not written there yet."""

    table: Table
    rows: Mapping[int, Row]
    places: Mapping[int, int]
    unnumbered: Mapping[int, int]
    seen: Seen

    def pages(self, *, after: int, size: int) -> Iterator[Page]:
        """The rows after this number, so many at a time."""
        rows = [self.rows[number] for number in sorted(self.rows) if number > after]
        for start in range(0, len(rows), size):
            yield self._page(rows[start : start + size])

    def _page(self, rows: Sequence[Row]) -> Page:
        fields = self.table.columns.columns
        return Page(
            last=rows[-1].item_id,
            ids=[row.item_id for row in rows],
            etags=[row.etag for row in rows],
            words={name: [row.values.get(name) for row in rows] for name in fields},
            unread={
                row.item_id: Unread(tuple(name for name in fields if name not in row.values), row.flaws)
                for row in rows
                if row.flaws
            },
            editors=[row.editor for row in rows],
            modified=[row.modified for row in rows],
        )

    def by_key(self, key: str) -> Row | None:
        """The row that was made under this key."""
        return next((row for row in self.rows.values() if key and row.values.get("key") == key), None)


@dataclass(frozen=True)
class Setting:
    """What a workbook is read by: the lists and how they and their columns are called, the zone of its days, and
    whether it is only tried."""

    specs: Mapping[str, NounList]
    names: Mapping[str, ListNames]
    zone: ZoneInfo
    trying: bool = False


@dataclass(frozen=True)
class Before:
    """What was known of a workbook before it was read: what its rows said, and each sheet's last number ever given."""

    seen: Mapping[str, Seen]
    last: Mapping[str, int]


class Sheets:
    """A workbook as it was read once, at ``read_at``, which grows from reading to reading; ``stamps`` are its files."""

    def __init__(
        self, grids: Sequence[Grid], unread: Sequence[str], *, setting: Setting, before: Before, read_at: int
    ) -> None:
        self._setting, self._before, self._read_at = setting, before, read_at
        self._grids = {folded(one.title): one for one in grids}
        self._unread = {folded(title) for title in unread}
        self._tables: dict[str, Table] = {}
        self._names: dict[str, Names] = {}
        self._settled: dict[str, Settled] = {}
        self.fits = self._look()

    def settled(self, noun: str) -> Settled:
        """This noun's rows. Raises ListStopped."""
        if noun not in self._tables:
            reason = self.fits[noun].reason
            raise ListStopped(reason=reason)
        if noun not in self._settled:
            self._settled[noun] = self._settle(noun)
        return self._settled[noun]

    def written(self, noun: str, values: Values) -> dict[str, Cell]:
        """Fields as they stand in cells; those for which the sheet has no column are left out. Raises ListStopped."""
        columns = self.settled(noun).table.columns.columns
        return {
            name: cells.written(columns[name], word, zone=self._setting.zone, name=self._naming(columns[name]))
            for name, word in values.items()
            if name in columns
        }

    def _look(self) -> dict[str, ListFit]:
        there = {noun: ListFit(noun, f"workbook/{noun}", self._title(noun)) for noun in self._setting.specs}
        return {noun: self._fit(noun, fit, there) for noun, fit in there.items()}

    def _fit(self, noun: str, fit: ListFit, there: Mapping[str, ListFit]) -> ListFit:
        spec, grid = self._setting.specs[noun], self._grids.get(folded(fit.title))
        if folded(fit.title) in self._unread:
            return replace(fit, reason=Finding("csv-encoding", {"list": fit.title}))
        if spec.library or (grid is None and spec.optional and fit.title == spec.title):
            return replace(fit, list_id="")
        if grid is None:
            values = {"list": fit.title, "setting": f"sharepoint.lists.{spec.plural}.title"}
            return replace(fit, list_id="", reason=Finding("list-missing", values))
        try:
            found = table(spec, grid, names=self._called(noun), lists=there)
        except Misfit as misfit:
            return replace(fit, title=grid.title, reason=misfit.finding)
        self._tables[noun] = found
        return replace(fit, title=grid.title, columns=found.columns.titles, remarks=found.columns.remarks)

    def _settle(self, noun: str) -> Settled:
        sheet, before = self._tables[noun], self._before.seen.get(noun, Seen(0, {}))
        typed = {row: digest(told) for row, told in sheet.raw.items()}
        last = max(before.last, self._before.last.get(sheet.grid.title, 0))
        known = {number: said for number, (said, _) in before.said.items()}
        claims = sheet.claims
        found = identify(claims, typed, known, last=last)
        unnumbered = {row: number for row, number in found.ids.items() if claims[row] not in (number, str(number))}
        # A new number counts once it is written; one by which a row was recognised counts at once.
        counted = set(found.ids.values()) if self._setting.trying else known.keys()
        ids = {row: number for row, number in found.ids.items() if row not in unnumbered or number in counted}
        self._names[noun] = self._labels(noun, ids)
        rows = {number: self._row(noun, row, number) for row, number in ids.items()}
        said = {number: (typed[row], rows[number].etag.partition(",")[0]) for row, number in ids.items()}
        places = {number: row for row, number in ids.items()}
        return Settled(sheet, rows, places, unnumbered, Seen(max([last, *said]), said))

    def _row(self, noun: str, row: int, number: int) -> Row:
        """A row of the sheet in the forum's words. Its etag is what it says, then the moment at which it was read."""
        sheet = self._tables[noun]
        told, values, flaws = sheet.raw[row], Values(), []
        for name, column in self._planned_first(sheet):
            find = partial(self._find, column, values.get("plan"))
            try:
                values[name] = cells.read(column, told.get(name), zone=self._setting.zone, find=find)
            except Unreadable as trouble:
                where = {"list": sheet.grid.title, "row": str(number), "column": column.site.title}
                flaws.append(Finding(trouble.kind, {**where, **trouble.values}))
        etag = digest({"values": values, "flaws": [one.kept for one in flaws]})
        return Row(item_id=number, etag=f"{etag},{self._read_at}", values=values, flaws=tuple(flaws))

    def _planned_first(self, sheet: Table) -> list[tuple[str, Column]]:
        """The plan comes first: it tells two rows of one number apart."""
        return sorted(sheet.columns.columns.items(), key=lambda one: one[0] != "plan")

    def _find(self, column: Column, plan: object, text: str) -> int:
        target = column.field.target
        if target not in self._names and target in self._tables:
            self.settled(target)
        if target not in self._names:
            raise Unreadable("cell-no-such-row", target=self._title(target))
        return self._names[target].find(text, plan if isinstance(plan, int) else None)

    def _naming(self, column: Column) -> Callable[[int], str]:
        target = column.field.target
        if target in self._tables:
            self.settled(target)
        names = self._names.get(target)
        return names.written if names else lambda row: ""

    def _labels(self, noun: str, ids: Mapping[int, int]) -> Names:
        """By what the rows of a list may be named, and which plan each belongs to."""
        sheet, labels, plans = self._tables[noun], dict[int, tuple[str, ...]](), dict[int, int]()
        plan = sheet.columns.columns.get("plan")
        for row, number in ids.items():
            told = sheet.raw[row]
            words = (told.get(name) for name in NAMED_BY.get(noun, ()))
            labels[number] = tuple(" ".join(str(word).split()) for word in words if word is not None)
            if plan is not None and "plan" in told:
                with suppress(Unreadable):
                    plans[number] = self._find(plan, None, str(told["plan"]))
        return Names(sheet.grid.title, labels, plans)

    def _title(self, noun: str) -> str:
        return self._called(noun).title or self._setting.specs[noun].title

    def _called(self, noun: str) -> ListNames:
        return self._setting.names.get(self._setting.specs[noun].plural, ListNames())
