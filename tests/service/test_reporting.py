"""What a command found, on a terminal: words for people, nothing cut off, no column that says nothing."""

from __future__ import annotations

from typing import Any

import pytest

from service.reporting import report

ROWS: list[dict[str, Any]] = [
    {"date": "2021-01-04", "person": "IZM kontaktpersona", "joined": True, "meeting": None, "numbers": ["2.8", "2.10"]},
    {"date": "2021-01-18", "person": "VARAM kontaktpersona", "joined": False, "meeting": "", "numbers": []},
]


def told(capsys: pytest.CaptureFixture[str], rows: list[dict[str, Any]]) -> list[list[str]]:
    report({"ogp": rows}, as_json=False)
    return [line.replace("│", " ").split() for line in capsys.readouterr().out.splitlines() if line.startswith("│")]


def test_a_table_says_yes_and_no_and_leaves_out_what_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, ROWS) == [
        ["1", "2021-01-04", "IZM", "kontaktpersona", "yes", "2.8,", "2.10"],
        ["2", "2021-01-18", "VARAM", "kontaktpersona", "no"],
    ]


def test_one_row_stands_upright(capsys: pytest.CaptureFixture[str]) -> None:
    row: dict[str, Any] = {
        "file": "zinojums.docx",
        "lacking": {"IZM": ["2.8", "2.10"], "FM": ["3.1"]},
        "record": None,
        "notes": [],
    }
    assert told(capsys, [row]) == [
        ["file", "zinojums.docx"],
        ["lacking", "IZM:", "2.8,", "2.10"],
        ["FM:", "3.1"],
        ["notes", "–"],
    ]


def test_a_day_is_whole_on_a_narrow_screen(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "48")
    lines = told(capsys, [{**row, "person": row["person"] * 4} for row in ROWS])
    assert [word for line in lines for word in line if word.startswith("2021")] == ["2021-01-04", "2021-01-18"]
