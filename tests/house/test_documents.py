"""What the documents for contributors name is there: files where they say, and names in the files that they say."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house.test_glossary import given
from tests.house.tree import HOUSE, ROOMS, files

DOCUMENTS = ("CONTRIBUTING.md", "docs/architecture.md", "docs/two-machines.md", "docs/outside-clients.md")
TOPS = (*ROOMS, "sandbox", "tests", "docs", "lock", ".ci")
CODE = re.compile(r"`([^`\n]+)`")
PLACE = re.compile(rf"(?:{'|'.join(map(re.escape, TOPS))})/[\w./*-]*")
# A name within a file or a class: ``taking_up.take_up``, ``Lanes.step``.
WITHIN = re.compile(r"(\w+)\.(\w+)(?:\(.*\))?")
# What a recipe has one make, what stands nowhere, and what a log says.
MADE = ("tests/bench/bench_area.py", "__init__.py", "watchdog.abandoned")


@cache
def names() -> dict[str, set[str]]:
    """What each file, by its stem, and each class gives names to; of several of one stem, together."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in files(*ROOMS, "sandbox"):
        tree = ast.parse(path.read_text())
        found[path.parent.name if path.stem == "__init__" else path.stem].update(given(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found[node.name].update(_of_class(node))
    return found


@cache
def holding() -> dict[str, set[Path]]:
    """The folders in which a file of this name stands, and those above them."""
    found: dict[str, set[Path]] = defaultdict(set)
    for path in files(*ROOMS, "sandbox", "tests", kinds=(".py", ".ftl")):
        found[path.name].update(path.relative_to(HOUSE).parents)
    return found


def _is_setting(section: str, key: str) -> bool:
    return key in tomllib.loads((HOUSE / "config/defaults.toml").read_text()).get(section, ())


def _of_class(node: ast.ClassDef) -> Iterator[str]:
    """Methods and fields, and what a method keeps in itself."""
    yield from given(node)
    for one in ast.walk(node):
        if isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Store):
            yield one.attr


def places(text: str) -> list[str]:
    return [one for one in CODE.findall(text) if PLACE.fullmatch(one)]


def missing(text: str) -> list[str]:
    """What a paragraph or a table's row names and is not there. A bare file's name is meant in a folder that the same
    text names, where it names any."""
    folders = {Path(one).parent if Path(one).suffix else Path(one) for one in places(text)}
    return [one for one in CODE.findall(text) if not _there(one, folders)]


def _there(one: str, folders: set[Path]) -> bool:
    if one in MADE:
        return True
    if PLACE.fullmatch(one):
        return any(HOUSE.glob(one.rstrip("/").replace("<language>", "*")))
    if re.fullmatch(r"\w+\.(py|ftl)", one):
        return bool(holding()[one] & folders if folders else holding()[one])
    found = WITHIN.fullmatch(one)
    if found is None or found[1] not in names() or _is_setting(*found.groups()):
        return True
    # An object is called as its class is.
    return any(found[2] in names()[each] for each in (found[1], found[1].capitalize()) if each in names())


@pytest.mark.parametrize(
    "text", ["`forum/nowhere.py`", "`bot/lanes.py`, `nudges.py`", "`lanes.tread`", "`Lanes.tread`", "`sync/nothing/`"]
)
def test_what_is_not_there_would_be_seen(text: str) -> None:
    assert len(missing(text)) == 1


@pytest.mark.parametrize("text", ["`forum/nudges.py`, `rounds.py`", "`Lanes.step`", "`briefs.of`", "`make check`"])
def test_what_is_there_is_let_by(text: str) -> None:
    assert missing(text) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_names_is_there(document: str) -> None:
    whole = (HOUSE / document).read_text(encoding="utf-8")
    parts = [part for block in whole.split("\n\n") for part in (block.split("\n|") if "\n|" in block else [block])]
    assert len(CODE.findall(whole)) > 5
    assert [(one, part[:60]) for part in parts for one in missing(part)] == []
