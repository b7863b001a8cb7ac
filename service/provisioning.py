"""Provisioning in a terminal: what the workspace lacks is shown first, and made on a word."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.settings import Settings
from service.once import NO_SITE, said
from service.parts import list_names, workspace
from sync.lists import LISTS, with_completion
from sync.provisioning import KeepVersions, MakeList, Plan, Step, plan
from sync.workspace import WorkspaceError


@dataclass(frozen=True)
class Outcome:
    """``steps`` with what became of each (``done``), ``troubles`` in sentences; ``allowed``: whether we may make lists
    there; ``script``: the file that does what we may not (empty: there is none)."""

    steps: list[dict[str, Any]]
    troubles: list[str]
    allowed: bool = True
    script: str = ""

    @property
    def brief(self) -> list[dict[str, str]]:
        """A row a list, for a screen."""
        rows: dict[str, dict[str, Any]] = {}
        for step in self.steps:
            row = rows.setdefault(step["list"], {"list": step["list"], "to make": "", "columns": [], "done": "yes"})
            if step["column"]:
                row["columns"].append(step["column"])
            else:
                row["to make"] = step["what"]
            row["done"] = row["done"] if step["done"] else ""
        return [{**row, "columns": ", ".join(row["columns"])} for row in rows.values()]

    @property
    def next_step(self) -> str:
        """What whoever asked does now."""
        if self.steps and not self.allowed:
            told = f"let its owner or your administrator run {self.script}" if self.script else "--yes writes a script"
            return (
                f"The site does not let forumbot make lists: {told}; or have the role manage granted on the site for a "
                "day, run `forumbot provision --yes`, and have it taken back to write."
            )
        if not self.steps:
            return "" if self.troubles else "Nothing is lacking."
        if all(step["done"] for step in self.steps):
            return "Done. Now run `forumbot check`."
        return "Nothing was made yet: `forumbot provision --yes` makes it."


def provision_once(settings: Settings, *, make: bool, script: Path) -> Outcome:
    """Plan what is lacking, and ``make`` it; where the site does not let us, write a script for whoever may."""
    if settings.workspace.kind == "workbook":
        return _workbook(settings, make=make)
    place = workspace(settings)
    if place is None:
        return Outcome([], [said(settings, NO_SITE)["text"]])
    try:
        return _site(settings, place, make=make, script=script)
    except WorkspaceError as trouble:
        return Outcome([], [said(settings, trouble.finding)["text"]])
    finally:
        place.close()


def _site(settings: Settings, place: Any, *, make: bool, script: Path) -> Outcome:
    making = place.making()
    planned: Plan = making.plan()
    troubles = [said(settings, one)["text"] for one in planned.troubles]
    if not planned.steps:
        return Outcome([], troubles)
    allowed, done = making.allowed(), list[Step]()
    try:
        for step in making.make(planned) if make and allowed else ():
            done.append(step)
    except WorkspaceError as trouble:
        troubles.append(said(settings, trouble.finding)["text"])
    steps = [_told(step, done=step in done) for step in planned.steps]
    if allowed or not make:
        return Outcome(steps, troubles, allowed)
    _write(settings, planned, script)
    return Outcome(steps, troubles, allowed, str(script))


def _write(settings: Settings, planned: Plan, script: Path) -> None:
    from sync.sharepoint.script import script as words

    titles = {noun: list_names(settings)[spec.plural].title or spec.title for noun, spec in LISTS.items()}
    text = words(planned, site=settings.sharepoint.site_url, name=script.name, titles=titles)
    # Windows' own PowerShell reads a file without the mark as something else than UTF-8.
    script.write_text(text, encoding="utf-8-sig")


def _workbook(settings: Settings, *, make: bool) -> Outcome:
    from sync.workbook.making import make as make_workbook

    path = settings.workspace.path
    words = settings.sharepoint.completion.model_dump()
    # A workbook holds rows, and no files.
    specs = {noun: with_completion(spec, words) for noun, spec in LISTS.items() if not spec.library}
    if path is None or path.exists():
        return _existing(settings)
    planned = plan(specs, list_names(settings), {})
    if make:
        make_workbook(path, specs, list_names(settings))
    return Outcome([_told(step, done=make) for step in planned.steps], [])


def _existing(settings: Settings) -> Outcome:
    """A workbook that is there is people's own: what it lacks is said, and left to them."""
    place = workspace(settings)
    if place is None:
        return Outcome([], [said(settings, NO_SITE)["text"]])
    try:
        return Outcome([], [said(settings, fit.reason)["text"] for fit in place.open().values() if fit.reason])
    except WorkspaceError as trouble:
        return Outcome([], [said(settings, trouble.finding)["text"]])


def _told(step: Step, *, done: bool) -> dict[str, Any]:
    if isinstance(step, MakeList | KeepVersions):
        what = "make the list" if isinstance(step, MakeList) else "keep its versions"
        return {"list": step.title, "column": "", "what": what, "done": done}
    kind = step.field.kind.value + (", each value once" if step.unique else "")
    return {"list": step.list_title, "column": step.title, "what": f"make the column ({kind})", "done": done}
