"""The command that imports a plan: shown first, laid down on a word, all of it or nothing."""

from __future__ import annotations

import inspect
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from service.options import AsJson, Config, settings
from service.reporting import report

if TYPE_CHECKING:
    from config.settings import Settings
    from sync.importing.planning import Plan, Wanted

FORMS = (".xlsx", ".csv")


def import_plan(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…",
            help="An .xlsx workbook, or CSV files, each called after what its rows are: institutions, commitments, "
            "measures, milestones.",
        ),
    ],
    plan: Annotated[str, typer.Option(help="The plan's code, as its list has it, such as LV-5; a new one is made.")],
    *,
    config: Config = None,
    title: Annotated[str, typer.Option(help="The plan's title, where it is new.")] = "",
    new_bodies: Annotated[
        bool, typer.Option("--new-bodies", help="Make institutions that the files only name, by that name.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be made.")] = False,
    as_json: AsJson = False,
) -> None:
    """Lay a plan's rows, from institutions to milestones, down on the platform, from a table; all of it or nothing."""
    from sync.importing.planning import Wanted

    found = settings(config)
    if len(found) > 1:
        sys.exit("forumbot: a plan is of one forum: give one --config")
    wrong = [str(one) for one in files if one.suffix.lower() not in FORMS or not one.is_file()]
    if wrong:
        sys.exit(f"forumbot: no .xlsx or .csv file: {', '.join(wrong)}")
    told = import_once(found[0], files, Wanted(plan.strip(), title.strip(), new_bodies), dry_run=dry_run)
    if as_json:
        report(told, as_json=True)
    else:
        report({found[0].forum.key: told["rows"]}, as_json=False)
        parts = (("To know:", told["notes"]), ("To put right:", told["wrong"]))
        lines = ["\n".join([head, *(f"- {one}" for one in said)]) for head, said in parts if said]
        typer.echo("\n\n".join([*lines, told["next"]]).strip())
    if told["wrong"]:
        raise typer.Exit(1)


def import_once(settings: Settings, files: list[Path], wanted: Wanted, *, dry_run: bool) -> dict[str, Any]:
    """``rows``: how many of each list are new, and how many were there; ``wrong`` and ``notes`` in sentences; ``made``:
    whether the new ones were laid down; ``next``: what to do now."""
    from service.once import NO_SITE, said
    from service.parts import workspace
    from sync.importing import planning, reading
    from sync.workspace import WorkspaceError

    place = workspace(settings)
    if place is None:
        return _told([], [said(settings, NO_SITE)["text"]], [], "")
    with closing(place):
        try:
            plan = planning.plan(reading.read(files), place, wanted)
            wrong = [said(settings, one)["text"] for one in plan.wrong]
            if not (wrong or dry_run):
                wrong = _lay(settings, plan, place)
        except WorkspaceError as trouble:
            return _told([], [said(settings, trouble.finding)["text"]], [], "")
        except UnicodeError:
            return _told([], ["The letters of a CSV file cannot be told: save it in Excel as “CSV UTF-8”."], [], "")
    notes = [said(settings, one)["text"] for one in plan.notes]
    return _told(
        _rows(plan), wrong, notes, _next(plan, wrong=bool(wrong), dry_run=dry_run), made=not (wrong or dry_run)
    )


def _lay(settings: Settings, plan: Plan, place: Any) -> list[str]:
    """Make the rows; answers what went wrong, in sentences."""
    from service.once import said
    from sync.importing.laying import InACircle, lay_whole

    try:
        laid = lay_whole(plan, place)
    except InACircle as trouble:
        return [f"{inspect.getdoc(InACircle)} {trouble}"]
    if laid.trouble is None:
        return []
    left = ", ".join(f"{noun} {key}" for noun, key in laid.left)
    kept = f" These rows were made and could not be taken back: {left}." if left else " What was made is taken back."
    return [said(settings, laid.trouble)["text"] + kept]


def _told(
    rows: list[dict[str, Any]], wrong: list[str], notes: list[str], after: str, *, made: bool = False
) -> dict[str, Any]:
    return {"rows": rows, "made": made, "wrong": wrong, "notes": notes, "next": after}


def _rows(plan: Plan) -> list[dict[str, Any]]:
    from sync.importing.headings import TABLES

    new, there = Counter(one.ref[0] for one in plan.new), Counter(noun for noun, _ in plan.same)
    nouns = [noun for noun in ("plan", *TABLES) if new[noun] or there[noun]]
    return [{"list": noun, "new": new[noun], "there already": there[noun]} for noun in nouns]


def _next(plan: Plan, *, wrong: bool, dry_run: bool) -> str:
    if wrong:
        return "Nothing was imported: put all of this right, and import once more."
    if not plan.new:
        return "Everything is there already; nothing was changed."
    if dry_run:
        return "Nothing was imported yet: without --dry-run it is."
    return "Done. Now name who answers for what where it is lacking, and run `forumbot sync`."
