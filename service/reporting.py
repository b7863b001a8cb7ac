"""Reporting: what a command found, as a table for people or as JSON."""

from __future__ import annotations

from typing import Any

import typer

# A column that is no wider than a day («2021-02-01») is not broken.
SHORT = 10


def report(reports: dict[str, Any], *, as_json: bool) -> None:
    """Print rows, each a mapping of the same names, by their forum; one alone stands upright, lest it be cut off."""
    import orjson

    if as_json:
        typer.echo(orjson.dumps(reports, option=orjson.OPT_INDENT_2).decode())
        return
    from rich.console import Console

    for forum, rows in reports.items():
        Console().print(_upright(forum, rows[0]) if len(rows) == 1 else _table(forum, rows))


def _upright(forum: str, row: dict[str, Any]) -> Any:
    from rich.table import Table
    from rich.text import Text

    table = Table("", forum, show_header=False, title=forum)
    for name, value in row.items():
        if value is not None:
            table.add_row(name, Text(_said(value) or "–", overflow="fold"))
    return table


def _table(forum: str, rows: list[dict[str, Any]]) -> Any:
    """A row a line, without the columns in which none says anything; what is short is never cut off."""
    from rich.table import Table

    told = [{name: _said(value) for name, value in row.items()} for row in rows]
    columns = [name for name in (told[0] if told else ()) if any(row[name] for row in told)]
    table = Table(title=forum)
    if columns:
        table.add_column("")
    for name in columns:
        short = max(len(line) for row in told for line in (row[name] or name).splitlines()) <= SHORT
        table.add_column(name, no_wrap=short, overflow="fold", min_width=max(map(len, name.split())))
    for number, row in enumerate(told, 1):
        table.add_row(str(number), *(row[name] for name in columns))
    return table


def _said(value: Any) -> str:
    """A value as people read it: yes or no, nothing, several with commas, named ones a line each."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return "\n".join(f"{name}: {_said(one)}" for name, one in value.items())
    return ", ".join(map(_said, value)) if isinstance(value, list | tuple) else str(value)


def brief(row: dict[str, Any]) -> dict[str, Any]:
    """A list's row as it fits on a screen: counts, and what must be put right in words."""
    counts = {name: row[name] for name in ("title", "read", "created", "changed", "gone")}
    return {**counts, "to put right": "\n".join([*([row["reason"]] if row["reason"] else []), *row["flaws"]])}
