"""A file's first line says what it is for."""

from __future__ import annotations

import re
from pathlib import Path

from tests.house.tree import HOUSE, ROOMS, files, name

KINDS = (".py", ".ftl", ".toml", ".css", ".js", ".mjs", ".html", ".jinja", ".mako")
# How each kind begins; a page says it in its second line, after the doctype that browsers ask for.
BEGINS = {
    ".py": r'"""\S.*',
    ".ftl": r"### \S.*",
    ".toml": r"# \S.*",
    ".css": r"/\* \S.*",
    ".js": r"// \S.*",
    ".mjs": r"// \S.*",
    ".html": r"<!-- \S.*|<!doctype html>",
    ".jinja": r"\{# \S.*",
    ".mako": r'"""\$\{message.*',
}
LEAST_WORDS = 2


def first(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("\n")[0]


def says(path: Path) -> bool:
    line = first(path)
    return re.fullmatch(BEGINS[path.suffix], line) is not None and len(line.split()) >= LEAST_WORDS


def test_every_file_says_what_it_is_for() -> None:
    found = [*files(*ROOMS, "sandbox", "tests", kinds=KINDS), HOUSE / "pyproject.toml"]

    assert len(found) > 200
    assert [name(path) for path in found if not says(path)] == []
