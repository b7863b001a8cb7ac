"""A sheet's XML: cells put into it in their places, in the dress of the cells above them."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from sync.workbook.grids import Cell, Edit, Formula
from sync.workbook.parts import DAY, HOUR, MAIN, Parts
from sync.workspace import Rejected

# What a cell may hold at most, by Excel's specification.
LONGEST = 32_767
# The day that spreadsheets count from, so that 1 March 1900 is the 61st.
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell's day and hour have no zone
# Signs that XML has no way to write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAME = re.compile(r"([A-Z]+)(\d+)")


class Sheet:
    """One sheet of an .xlsx file, being changed."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._parts, self._name = parts, name
        self._root = parts.tree(name, touch=True)
        self._data = self._root.find(f"{MAIN}sheetData")
        self._rows: dict[int, Any] = {}
        for row in self._data:
            self._rows[int(row.get("r") or len(self._rows) + 1)] = row
        self._old_end = max(self._rows, default=0)

    def put(self, edit: Edit) -> None:
        """Write a cell. Raises Formula, Rejected."""
        cell = self._cell(edit.row, edit.column)
        if cell.find(f"{MAIN}f") is not None:
            raise Formula(cell.get("r"))
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        self._fill(cell, edit.value)

    def done(self) -> None:
        """Let what covers all rows and columns cover the new ones: filters and tables."""
        for mark in self._root.findall(f"{MAIN}dimension"):
            self._root.remove(mark)  # only a hint at the sheet's size, and it may not be true any more
        for found in self._root.findall(f"{MAIN}autoFilter"):
            found.set("ref", self._wider(found.get("ref")))
        for name in self._parts.tables(self._name):
            self._extend(name)

    def _fill(self, cell: Any, value: Cell) -> None:
        if value is None:
            return
        if isinstance(value, str):
            self._say(cell, value)
        elif isinstance(value, date):
            moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001
            passed = moment - _EPOCH
            whole = isinstance(value, datetime)
            cell.set("s", self._parts.dated(cell.get("s") or "0", HOUR if whole else DAY))
            self._child(cell, "v").text = f"{passed.days + passed.seconds / 86_400:.10g}"
        elif isinstance(value, bool):
            cell.set("t", "b")
            self._child(cell, "v").text = str(int(value))
        else:
            self._child(cell, "v").text = str(value)

    def _say(self, cell: Any, text: str) -> None:
        """Text as text, whatever it begins with: nothing in it is ever a formula."""
        if len(text) > LONGEST:
            raise Rejected(f"{cell.get('r')}: {len(text)} > {LONGEST}")
        cell.set("t", "inlineStr")
        told = self._child(self._child(cell, "is"), "t")
        told.text = _UNWRITABLE.sub("", text)
        told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _child(self, parent: Any, name: str) -> Any:
        from lxml import etree

        return etree.SubElement(parent, f"{MAIN}{name}")

    def _row(self, number: int) -> Any:
        if number not in self._rows:
            from lxml import etree

            made = etree.Element(f"{MAIN}row", r=str(number))
            before = [known for known in self._rows if known < number]
            self._data.insert(len(before), made)
            self._rows[number] = made
        return self._rows[number]

    def _cell(self, row: int, column: int) -> Any:
        from lxml import etree

        line = self._row(row)
        line.attrib.pop("spans", None)
        place = 0
        for cell in line:
            at = _column(cell.get("r"))
            if at == column:
                return cell
            if at > column:
                break
            place += 1
        made = etree.Element(f"{MAIN}c", r=f"{letters(column)}{row}")
        style = self._style(row, column)
        if style != "0":
            made.set("s", style)
        line.insert(place, made)
        return made

    def _style(self, row: int, column: int) -> str:
        """That of the cell above, from the second row under the heading on; in the heading that of its neighbour; else
        the column's."""
        if row == min(self._rows) and len(self._rows[row]):
            return str(self._rows[row][-1].get("s") or "0")
        above = self._rows.get(row - 1)
        if above is not None and row - 1 > min(self._rows):
            for cell in above:
                if _column(cell.get("r")) == column:
                    return str(cell.get("s") or "0")
        for told in self._root.iterfind(f"{MAIN}cols/{MAIN}col"):
            if int(told.get("min")) <= column <= int(told.get("max")):
                return str(told.get("style") or "0")
        return "0"

    def _wider(self, ref: str) -> str:
        """A filter's range with the columns that now stand at its right."""
        (left, top), (right, bottom) = _range(ref)
        heading = self._rows.get(top)
        ends = [_column(cell.get("r")) for cell in heading if len(cell)] if heading is not None else []
        while right + 1 in ends:
            right += 1
        return f"{letters(left)}{top}:{letters(right)}{bottom}"

    def _extend(self, name: str) -> None:
        """A table takes in the rows right below it and the heading right beside it, as if they had been typed."""
        table = self._parts.tree(name, touch=True)
        (left, top), (right, bottom) = _range(table.get("ref"))
        if table.get("totalsRowCount") in (None, "0"):
            while bottom + 1 > self._old_end and bottom + 1 in self._rows:
                bottom += 1
        (_, _), (wide, _) = _range(self._wider(table.get("ref")))
        columns = table.find(f"{MAIN}tableColumns")
        for column in range(right + 1, wide + 1):
            made = self._child(columns, "tableColumn")
            made.set("id", str(max(int(one.get("id")) for one in columns if one.get("id")) + 1))
            made.set("name", self._heading(top, column))
            columns.set("count", str(len(columns)))
        ref = f"{letters(left)}{top}:{letters(wide)}{bottom}"
        table.set("ref", ref)
        for found in table.findall(f"{MAIN}autoFilter"):
            found.set("ref", ref)

    def _heading(self, row: int, column: int) -> str:
        cell = next(cell for cell in self._rows[row] if _column(cell.get("r")) == column)
        return "".join(cell.itertext())


def letters(column: int) -> str:
    """A column's name: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _column(place: str) -> int:
    number = 0
    for sign in _NAME.match(place)[1]:  # type: ignore[index]
        number = number * 26 + ord(sign) - 64
    return number


def _range(ref: str) -> tuple[tuple[int, int], tuple[int, int]]:
    first, _, last = ref.partition(":")
    ends = [(_column(one), int(_NAME.match(one)[2])) for one in (first, last or first)]  # type: ignore[index]
    return ends[0], ends[1]
