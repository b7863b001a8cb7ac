"""Holds answers of a SharePoint site against SharePoint's own $metadata: the properties of each type, and theirs."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

JSON = dict[str, Any]
HERE = Path(__file__).parent
_EDM = "{http://schemas.microsoft.com/ado/2009/11/edm}"
_PATTERNS = {
    "Edm.DateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
    "Edm.Guid": re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "Edm.Int64": re.compile(r"-?\d+"),
}
_SIMPLE: dict[str, type] = {"Edm.String": str, "Edm.Double": float, "Edm.Boolean": bool}
# What a row's type is in no site's $metadata but its own: its columns are named by the caller.
_ROWS = ("SP.Data.", "SP.ListItem")


class Metadata:
    """The types of a $metadata: ``properties`` of each by its full name, those of its ancestors among them."""

    def __init__(self, text: str) -> None:
        self._own: dict[str, dict[str, tuple[str, bool]]] = {}
        self._bases: dict[str, str] = {}
        for schema in ElementTree.fromstring(text).iter(f"{_EDM}Schema"):
            for kind in (*schema.iter(f"{_EDM}EntityType"), *schema.iter(f"{_EDM}ComplexType")):
                self._take(f"{schema.attrib['Namespace']}.{kind.attrib['Name']}", kind)
        self._of_rows = {
            name: told for kind, own in self._own.items() if kind.startswith("SP.Data.") for name, told in own.items()
        }

    def _take(self, name: str, kind: ElementTree.Element) -> None:
        told = {
            one.attrib["Name"]: (one.attrib["Type"], one.get("Nullable") != "false")
            for one in kind.iter(f"{_EDM}Property")
        }
        links = {one.attrib["Name"]: ("", True) for one in kind.iter(f"{_EDM}NavigationProperty")}
        self._own[name] = {**links, **told}
        self._bases[name] = kind.get("BaseType", "")

    def properties(self, kind: str) -> dict[str, tuple[str, bool]] | None:
        """Type and whether it may be empty, of each property; a navigation's type is empty. None: no such type."""
        if kind.startswith("SP.Data.") and kind not in self._own:
            return {**(self.properties("SP.ListItem") or {}), **self._of_rows}
        if kind not in self._own:
            return None
        return {**(self.properties(self._bases[kind]) or {}), **self._own[kind]}

    def wrong(self, answer: Any, columns: dict[str, str]) -> list[str]:
        """What an answer of the verbose form says otherwise, one line each; ``columns`` are a list's own, with their
        types."""
        return [f"{kind}.{line}" for kind, one in _entities(answer) for line in self._wrong(kind, one, columns)]

    def _wrong(self, kind: str, one: JSON, columns: dict[str, str]) -> Iterator[str]:
        known = self.properties(kind)
        if known is None:
            yield "*: no such type"
            return
        if kind.startswith(_ROWS):
            known = {**known, **{name: (edm, True) for name, edm in columns.items()}}
        for name, value in one.items():
            if name != "__metadata" and name not in known:
                yield f"{name}: no such property"
            elif name != "__metadata" and not _fits(value, known[name][0], nullable=known[name][1]):
                yield f"{name}: {value!r} is not of the type {known[name][0]}"


def _entities(answer: Any) -> Iterator[tuple[str, JSON]]:
    """Every object of an answer that tells its type, with that type."""
    if isinstance(answer, list):
        for one in answer:
            yield from _entities(one)
    elif isinstance(answer, dict):
        kind = answer.get("__metadata", {}).get("type", "")
        if kind and not kind.startswith("Collection("):
            yield kind, answer
        for name, one in answer.items():
            if name != "__metadata":
                yield from _entities(one)


def _fits(value: Any, kind: str, *, nullable: bool) -> bool:
    """Whether a value is of a type: one of the EDM, a collection, or another object; a navigation leads to any."""
    if value is None:
        return nullable
    if kind.startswith("Collection("):
        told = isinstance(value, dict) and value.get("__metadata", {}).get("type") in (kind, None)
        return told and all(_fits(one, kind[len("Collection(") : -1], nullable=False) for one in value["results"])
    if kind in _PATTERNS:
        return isinstance(value, str) and _PATTERNS[kind].fullmatch(value) is not None
    if kind.startswith("Edm."):
        return isinstance(value, _SIMPLE.get(kind, int)) and isinstance(value, bool) == (kind == "Edm.Boolean")
    return isinstance(value, dict) and (not kind or value.get("__metadata", {}).get("type") == kind)


def sharepoints() -> Metadata:
    """SharePoint's own, installed as the lock file says."""
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=HERE, check=True, capture_output=True, timeout=300)
    return Metadata((HERE / "node_modules/gd-sprest-def/metadata.xml").read_text())
