"""The commands about papers, and the one that writes a round's report."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Annotated

import typer

from service.letter import write_letter
from service.options import AsJson, Config, settings
from service.recording import record
from service.reporting import report
from service.translating import translate


def commands(app: typer.Typer) -> None:
    """The commands that write papers, and take them in."""
    app.command("report")(write_report)
    app.command("letter")(write_letter)
    app.command("record")(record)
    app.command("translate")(translate)


def write_report(
    round_key: Annotated[
        str, typer.Argument(metavar="ROUND", help="The round's key, as the list of reporting days has it.")
    ],
    out: Annotated[Path, typer.Option(help="The file to write: .docx, .pdf or .xlsx.")],
    *,
    config: Config = None,
    language: Annotated[str, typer.Option(help="lv, en, … Default: the forum's first.")] = "",
    template: Annotated[Path | None, typer.Option(help="A Word template of your own.")] = None,
    new_template: Annotated[
        bool, typer.Option("--new-template", help="Write the template there instead, to be edited in Word.")
    ] = False,
    council: Annotated[
        bool, typer.Option("--council", help="As the memorandum council reads it: where voices differ, first.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write a round's report as it stands now: every answer with where it is from, and who has not answered."""
    from forum.reports import NoSuchRound
    from service.papers import BadPaper, Paper, report_once
    from service.papers import new_template as write_template
    from words.filling import BadTemplate

    found = settings(config)
    if len(found) > 1:
        sys.exit("forumbot: a report is of one forum: give one --config")
    try:
        if new_template:
            write_template(found[0], out, language)
            return
        told = report_once(found[0], Paper(round_key, out, language, template, pack=council))
    except (BadPaper, NoSuchRound, BadTemplate) as trouble:
        sys.exit(f"forumbot: {inspect.getdoc(type(trouble))} {trouble}")
    report({"report": [told]}, as_json=as_json)
