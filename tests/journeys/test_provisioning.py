"""`forumbot provision`: an empty site gets its lists, a half-made one what it lacks, who may not make them a script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest

from config.settings import Settings, read
from sandbox.clock import Clock
from sandbox.outside import Outside
from sandbox.site import Column, Fault, Site
from service.parts import workspace
from service.provisioning import Outcome, provision_once
from service.stage import environment
from sync.lists import LISTS
from tests.journeys.conftest import RIGA
from tests.pnp import amiss
from tests.powershell import commands


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Outside]:
    """A site on which nobody has made anything yet, and an app that may."""
    clock = Clock(datetime(2021, 1, 4, 9, 0, tzinfo=RIGA))
    with Outside(clock, tmp_path / "outside", make_site=Site) as standing:
        standing.site.grant = "manage"
        yield standing


@pytest.fixture
def settings(outside: Outside, tmp_path: Path) -> Settings:
    (found,) = read([], environment(outside, f"sqlite:///{tmp_path}/forumbot.sqlite"))
    return found


def provision(settings: Settings, tmp_path: Path, *, make: bool = True) -> Outcome:
    return provision_once(settings, make=make, script=tmp_path / "lists.ps1")


def reasons(settings: Settings) -> dict[str, str]:
    """Why lists are not read, as the service sees them; those that are missing too."""
    place = workspace(settings)
    assert place is not None
    try:
        found = place.open()
        return {noun: fit.reason.kind if fit.reason else "" if fit.list_id else "none" for noun, fit in found.items()}
    finally:
        place.close()


def written(outside: Outside) -> list[str]:
    return [one["path"] for one in outside.site_ledger.entries if one["method"] == "POST" and "/_api/" in one["path"]]


def test_a_plan_is_shown_first_and_nothing_is_made(settings: Settings, outside: Outside, tmp_path: Path) -> None:
    planned = provision(settings, tmp_path, make=False)
    assert [step["list"] for step in planned.steps[: len(LISTS)]] == [spec.title for spec in LISTS.values()]
    assert {step["done"] for step in planned.steps} == {False}
    assert (outside.site.lists, written(outside), planned.troubles, planned.script) == ([], [], [], "")


def test_an_empty_site_gets_all_and_a_second_run_finds_nothing_to_do(
    settings: Settings, outside: Outside, tmp_path: Path
) -> None:
    made = provision(settings, tmp_path)
    assert ({step["done"] for step in made.steps}, made.troubles, made.script) == ({True}, [], "")
    assert reasons(settings) == dict.fromkeys(LISTS, "")
    measures = outside.site.list("Pasakumi")
    assert (measures.title, measures.versioning) == ("Pasākumi", True)
    told = {name: (one.title, one.kind, one.many) for name, one in measures.columns.items()}
    assert (told["Number"], told["CoLead"], told["DueOn"]) == (
        ("Nr.", "Text", False),
        ("Līdzatbildīgās", "Lookup", True),
        ("Termiņš", "Date", False),
    )
    assert measures.columns["Completion"].choices[-1] == "Svītrots no plāna"
    for one in outside.site.lists:
        key = one.columns["ForumKey"]
        assert (key.unique, key.indexed, key.hidden) == (True, True, True)
    asked = len(written(outside))
    assert provision(settings, tmp_path).steps == []
    assert len(written(outside)) == asked


def test_a_half_made_site_is_completed(settings: Settings, outside: Outside, tmp_path: Path) -> None:
    provision(settings, tmp_path)
    outside.site.remove_list("Atbildes")
    outside.site.list("Pasakumi").remove_column("Obstacles")
    outside.site.list("Personas").versioning = False
    made = provision(settings, tmp_path)
    assert [(step["list"], step["column"]) for step in made.steps][:2] == [
        ("Atbildīgās personas", ""),
        ("Atbildes", ""),
    ]
    assert ("Pasākumi", "Šķēršļi") in [(step["list"], step["column"]) for step in made.steps]
    assert {step["list"] for step in made.steps} == {"Atbildīgās personas", "Atbildes", "Pasākumi"}
    assert reasons(settings) == dict.fromkeys(LISTS, "")
    assert (outside.site.list("Personas").versioning, provision(settings, tmp_path).steps) == (True, [])


def test_a_run_that_broke_off_is_taken_up_again(settings: Settings, outside: Outside, tmp_path: Path) -> None:
    outside.site.faults = [Fault(status=400, path="createfieldasxml")]
    broken = provision(settings, tmp_path)
    assert ([step["done"] for step in broken.steps].count(True), len(broken.troubles)) == (len(LISTS), 1)
    provision(settings, tmp_path)
    assert (reasons(settings), provision(settings, tmp_path).steps) == (dict.fromkeys(LISTS, ""), [])


def test_a_column_of_the_wrong_type_is_named_and_left_alone(
    settings: Settings, outside: Outside, tmp_path: Path
) -> None:
    provision(settings, tmp_path)
    outside.site.list("Pasakumi").add_column(Column("Nr.", "Number", name="Number"))
    made = provision(settings, tmp_path)
    assert (made.steps, len(made.troubles)) == ([], 1)
    assert "«Pasākumi»" in made.troubles[0]
    assert "«Nr.»" in made.troubles[0]
    assert outside.site.list("Pasakumi").columns["Number"].kind == "Number"


def test_who_may_not_make_lists_gets_a_script_that_the_owner_runs(
    settings: Settings, outside: Outside, tmp_path: Path
) -> None:
    outside.site.grant = "write"
    made = provision(settings, tmp_path)
    assert ({step["done"] for step in made.steps}, outside.site.lists, written(outside)) == ({False}, [], [])
    script = Path(made.script).read_text("utf-8-sig")
    assert outside.site_url in script
    # What the script would do, done: the same schemas, with the ids of the lists that they look up.
    run(script, outside, settings)
    assert reasons(settings) == dict.fromkeys(LISTS, "")


def run(script: str, outside: Outside, settings: Settings) -> None:
    """Do what the script's lines say, by the site's own REST, as its owner."""
    outside.site.grant = "manage"
    place: Any = workspace(settings)
    wire, ids = place._wire, {}
    for one in commands(script):
        if one.name == "Ensure-List":
            number = {"": 100, "DocumentLibrary": 101}[one.given.get("Template", "")]
            body = {"parameters": {"Title": one.given["Title"], "Url": one.given["Url"], "TemplateType": number}}
            ids[one.given["Title"]] = wire.post("web/lists/add", body)["Id"]
        elif one.name == "Ensure-Column":
            looked_up = ids[one.given["LooksUp"]] if "LooksUp" in one.given else ""
            xml = one.given["Xml"].replace("{LIST}", f"{{{looked_up}}}")
            assert ElementTree.fromstring(xml).get("Name") == one.given["Name"]
            told = {"SchemaXml": xml, "Options": 8}
            wire.post(f"web/lists(guid'{ids[one.given['List']]}')/fields/createfieldasxml", {"parameters": told})
    place.close()


def test_the_script_asks_of_the_module_only_what_it_has_and_gives_all_that_it_wants(
    settings: Settings, outside: Outside, tmp_path: Path
) -> None:
    provision(settings, tmp_path)
    outside.site.remove_list("Atbildes")
    outside.site.list("Personas").versioning = False
    outside.site.grant = "write"
    found = commands(Path(provision(settings, tmp_path).script).read_text("utf-8-sig"))
    assert [said for one in found for said in amiss(one)] == []
    ours = [one.name for one in found if "-PnP" not in one.name and one.name[:4] in ("Ensu", "Keep")]
    assert (ours[:2], set(ours[2:])) == (["Keep-Versions", "Ensure-List"], {"Ensure-Column"})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Get-PnPList -Name 'A'", ["Get-PnPList has no -Name"]),
        ("New-PnPList -Title 'A'", ["New-PnPList wants -Template"]),
        ("Set-PnPList -Identity 'A' -EnableVersioning", ["Set-PnPList -EnableVersioning wants a value"]),
        (
            "New-PnPList -Title 'A' -Template GenericList -EnableVersioning $true",
            ["New-PnPList -EnableVersioning takes no value"],
        ),
        ("Remove-PnPList -Identity 'A'", ["Remove-PnPList is not known here"]),
    ],
)
def test_what_the_module_would_refuse_is_found_out(line: str, said: list[str]) -> None:
    (one,) = commands(line)
    assert amiss(one) == said


def test_whatever_a_list_is_called_the_script_says_just_that(outside: Outside, tmp_path: Path) -> None:
    outside.site.grant = "write"
    titles = {
        "MEASURES": "Vidzemes 'plāns'",
        "COMMITMENTS": "Pasākumi’21",
        "INSTITUTIONS": "A $(rm x) `n",
        "PERSONS": 'Ā "un" B',
        "ROUNDS": "# komentārs",
    }
    named = {f"FORUMBOT_SHAREPOINT__LISTS__{noun}__TITLE": title for noun, title in titles.items()}
    (called,) = read([], {**environment(outside, f"sqlite:///{tmp_path}/forumbot.sqlite"), **named})
    found = commands(Path(provision(called, tmp_path).script).read_text("utf-8-sig"))
    for command, parameter in (("Ensure-List", "Title"), ("Ensure-Column", "List"), ("Ensure-Column", "LooksUp")):
        told = {one.given.get(parameter) for one in found if one.name == command}
        assert told >= set(titles.values()), parameter


def test_a_script_that_is_none_is_found_out() -> None:
    with pytest.raises(ValueError, match="line 2 is no PowerShell"):
        commands("Write-Host 'a'\nif (1 { Write-Host 'b' }\n")


@pytest.mark.parametrize("name", ["forums.xlsx", "forums"])
def test_a_new_workbook_has_a_sheet_for_each_list_and_fits(settings: Settings, tmp_path: Path, name: str) -> None:
    chosen = settings.workspace.model_copy(update={"kind": "workbook", "path": tmp_path / name})
    book = settings.model_copy(update={"workspace": chosen})
    planned = provision(book, tmp_path, make=False)
    assert ((tmp_path / name).exists(), planned.steps[0]["list"]) == (False, "Plāni")
    assert {step["done"] for step in provision(book, tmp_path).steps} == {True}
    # A workbook holds no files.
    assert reasons(book) == {**dict.fromkeys(LISTS, ""), "evidence": "none"}
    assert provision(book, tmp_path) == Outcome([], [])
    if name.endswith(".xlsx"):
        sheet = openpyxl.load_workbook(tmp_path / name)["Pasākumi"]
        headings = [cell.value for cell in sheet[1]]
        assert (headings[0], headings[-1]) == ("Nosaukums", "ID")
        rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
        letter = sheet.cell(1, headings.index("Izpilde") + 1).column_letter
        assert rules[f"{letter}2:{letter}1001"].startswith('"Nav informācijas,Nav sākts,')
