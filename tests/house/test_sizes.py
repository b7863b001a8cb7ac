"""Small enough to be read at once: files of at most 300 lines, functions of at most 40."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.tree import ROOMS, files, name

FILE, FUNCTION = 300, 40
# Migrations are written by a tool and never touched again.
WRITTEN = "forum/store/migrations/versions/"


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path) -> dict[str, int]:
    """The lines of each function, without the docstring."""
    found: dict[str, int] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            told = ast.get_docstring(node, clean=False)
            found[f"{name(path)}:{node.name}"] = (
                (node.end_lineno or node.lineno) - node.lineno + 1 - (len(told.splitlines()) if told else 0)
            )
    return found


def ours(*folders: str) -> list[Path]:
    return [path for path in files(*folders) if not name(path).startswith(WRITTEN)]


def test_files_are_short() -> None:
    long = {name(path): count for path in ours(*ROOMS, "sandbox", "tests") if (count := lines(path)) > FILE}

    assert long == {}


def test_functions_are_short() -> None:
    every = {one: count for path in ours(*ROOMS, "sandbox", "tests") for one, count in functions(path).items()}

    assert {one: count for one, count in every.items() if count > FUNCTION} == {}
