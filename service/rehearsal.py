"""The command that rehearses: who would be written to, when and how often, as tables and as a picture."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from service.options import AsJson, Config, settings
from service.reporting import report


def rehearse(
    first: Annotated[
        datetime, typer.Option("--from", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The first day.")
    ],
    last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The last day.")],
    *,
    config: Config = None,
    picture: Annotated[
        Path | None, typer.Option(help="A .png to draw it into: a line a person, a mark a message.")
    ] = None,
    language: Annotated[str, typer.Option(help="The picture's: lv, en, … Default: the forum's first.")] = "",
    as_json: AsJson = False,
) -> None:
    """Say who would be written to unasked, when and how often, if nobody answered; nothing is sent or kept."""
    from service.rehearsing import LONGEST, Drawing, rehearse_once

    days = (last - first).days
    if not 0 <= days <= LONGEST.days:
        sys.exit(f"forumbot: --to must lie after --from, by at most {LONGEST.days} days")
    forums = settings(config)
    if picture is not None and (len(forums) > 1 or picture.suffix.lower() != ".png"):
        sys.exit("forumbot: --picture is one forum's (one --config), and its name ends in .png")
    drawing = Drawing(picture, language) if picture is not None else None
    try:
        found = {one.forum.key: rehearse_once(one, first.date(), last.date(), drawing=drawing) for one in forums}
    except OSError as error:
        sys.exit(f"forumbot: {picture}: {error.strerror}")
    if as_json:
        report(found, as_json=True)
        return
    for forum, told in found.items():
        for part in ("dates", "people"):
            report({f"{forum}: {part}": told[part]}, as_json=False)
        report({f"{forum}: totals": [told["totals"]]}, as_json=False)
