"""A forum without a site in a terminal: checked, read once, and what is wrong in its sheets said."""

from __future__ import annotations

import os
from pathlib import Path

import orjson
import pytest

from sandbox.outside import Outside
from service.stage import environment
from tests.journeys.test_process import command
from tests.workbooks import Csv, Excel, sheets

PLAN = Path(__file__).parents[2] / "sandbox/data/latvia-2020-2021"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_it_is_checked_and_read(outside: Outside, tmp_path: Path, kind: str) -> None:
    content = sheets(outside.site)
    book = Excel(tmp_path / "forums.xlsx", content) if kind == "xlsx" else Csv(tmp_path / "forums", content)
    given = environment(outside, f"sqlite:///{tmp_path}/forumbot.sqlite")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FORUMBOT_")}
    chosen = {name: value for name, value in given.items() if "SHAREPOINT" not in name}
    more = {"FORUMBOT_WORKSPACE__KIND": "workbook", "FORUMBOT_WORKSPACE__PATH": str(book.path)}
    home = {**kept, **chosen, **more, "PYTHONWARNINGS": "error"}
    command(home, "migrate")
    checked = orjson.loads(command(home, "check", "--json"))["ogp"]
    assert {row["what"]: row["trouble"] for row in checked}.items() >= {"site": "", "list Pasākumi": ""}.items()
    assert "certificate" not in {row["what"] for row in checked}
    synced = {
        row["noun"]: (row["read"], row["findings"]) for row in orjson.loads(command(home, "sync", "--json"))["ogp"]
    }
    assert synced["measure"] == (25, [])
    assert synced["person"] == (24, [])
    tables = [str(PLAN / f"{name}.csv") for name in ("institutions", "commitments", "measures")]
    brought = orjson.loads(
        command(home, "import", *tables, "--plan", "LV-5", "--title", "Plāns", "--dry-run", "--json")
    )
    assert {row["list"]: (row["new"], row["there already"]) for row in brought["rows"]} == {
        "plan": (1, 0),
        "institution": (0, 23),
        "commitment": (6, 0),
        "measure": (25, 0),
    }
    assert (brought["made"], brought["wrong"]) == (False, [])
