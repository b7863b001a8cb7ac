"""Parts: the pieces of XML that an .xlsx file is packed of, found by what they are for, and changed."""

from __future__ import annotations

import posixpath
import zipfile
from typing import Any

from sync.workbook.grids import Unreadable

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BOOK = "xl/workbook.xml"
# Numbers of the formats that every program has: a short date, a date with its hour (ECMA-376, 18.8.30).
DAY, HOUR = "14", "22"
_DATES = {str(number) for number in (*range(14, 18), 22, *range(27, 37), *range(50, 59))}


class Parts:
    """The parts of one file. ``changed`` are those to be packed anew, by name."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._trees: dict[str, Any] = {}
        self._touched: set[str] = set()

    @property
    def changed(self) -> dict[str, bytes]:
        from lxml import etree

        told = {"xml_declaration": True, "encoding": "UTF-8", "standalone": True}
        return {name: etree.tostring(self._trees[name], **told) for name in self._touched}

    def tree(self, name: str, *, touch: bool = False) -> Any:
        """The root of a part; ``touch``: it is going to be changed. Raises Unreadable."""
        from lxml import etree

        if touch:
            self._touched.add(name)
        if name not in self._trees:
            # Nothing beyond the file itself is ever looked at.
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            try:
                self._trees[name] = etree.fromstring(self._archive.read(name), parser)
            except (KeyError, etree.XMLSyntaxError) as error:
                raise Unreadable(f"its part {name} is missing or broken") from error
        return self._trees[name]

    def sheet(self, title: str) -> str:
        """The name of the part of the sheet with this title."""
        for one in self.tree(_BOOK).iter(f"{MAIN}sheet"):
            if one.get("name") == title:
                return self.links(_BOOK)[one.get(_LINK)][1]
        raise Unreadable(f"its sheet {title} is missing")

    def tables(self, sheet: str) -> list[str]:
        """The parts of a sheet's formatted tables."""
        return [name for kind, name in self.links(sheet).values() if kind.endswith("/table")]

    def links(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: kind and part by id."""
        folder, _, file = name.rpartition("/")
        where = f"{folder}/_rels/{file}.rels"
        if where not in self._archive.namelist():
            return {}
        return {
            one.get("Id"): (one.get("Type"), _joined(folder, one.get("Target")))
            for one in self.tree(where).iter(_LINKS)
        }

    def dated(self, style: str, wanted: str) -> str:
        """A cell style that shows dates: this one if it does, else one like it that does (``wanted``: DAY or HOUR)."""
        name = next(part for kind, part in self.links(_BOOK).values() if kind.endswith("/styles"))
        root = self.tree(name)
        formats = root.find(f"{MAIN}cellXfs")
        base = formats[int(style)]
        if base.get("numFmtId") in _DATES or _is_date(root, base.get("numFmtId")):
            return style
        made = _copied(base)
        made.set("numFmtId", wanted)
        made.set("applyNumberFormat", "1")
        for number, known in enumerate(formats):
            if _same(known, made):
                return str(number)
        self.tree(name, touch=True)
        formats.append(made)
        formats.set("count", str(len(formats)))
        return str(len(formats) - 1)

    def recalculate(self) -> None:
        """Let whoever opens the file work out its formulas anew."""
        root = self.tree(_BOOK, touch=True)
        found = root.find(f"{MAIN}calcPr")
        if found is None:
            from lxml import etree

            # It has its place among its kin: after the names, if there are any, else after the sheets.
            before = root.find(f"{MAIN}definedNames")
            before = root.find(f"{MAIN}sheets") if before is None else before
            found = etree.Element(f"{MAIN}calcPr")
            before.addnext(found)
        found.set("fullCalcOnLoad", "1")


def _joined(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")


def _is_date(styles: Any, number: str) -> bool:
    """Whether a file's own number format shows days or years."""
    for one in styles.iter(f"{MAIN}numFmt"):
        if one.get("numFmtId") == number:
            code = one.get("formatCode").lower().split(";")[0]
            return "yy" in code or "dd" in code
    return False


def _copied(element: Any) -> Any:
    from copy import deepcopy

    return deepcopy(element)


def _same(one: Any, other: Any) -> bool:
    from lxml import etree

    return bool(etree.tostring(one, method="c14n") == etree.tostring(other, method="c14n"))
