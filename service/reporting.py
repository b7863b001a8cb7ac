"""Reporting: what a command found, as a table for people or as JSON."""

from __future__ import annotations

from typing import Any

import typer


def report(reports: dict[str, Any], *, as_json: bool) -> None:
    """Print rows, each a mapping of the same names, by their forum; one alone stands upright, lest it be cut off."""
    import orjson

    if as_json:
        typer.echo(orjson.dumps(reports, option=orjson.OPT_INDENT_2).decode())
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    for forum, rows in reports.items():
        if len(rows) == 1:
            table = Table("", forum, show_header=False, title=forum)
            for name, value in rows[0].items():
                table.add_row(name, Text(str(value), overflow="fold"))
        else:
            table = Table("", *rows[0].keys(), title=forum) if rows else Table(title=forum)
            for number, row in enumerate(rows, 1):
                table.add_row(str(number), *(str(value) for value in row.values()))
        Console().print(table)


def brief(row: dict[str, Any]) -> dict[str, Any]:
    """A list's row as it fits on a screen: counts, and what must be put right in words."""
    counts = {name: row[name] for name in ("title", "read", "created", "changed", "gone")}
    return {**counts, "to put right": "\n".join([*([row["reason"]] if row["reason"] else []), *row["flaws"]])}
