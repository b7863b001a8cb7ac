"""Importing a plan from a table: all that is wrong at once, all of it or nothing, and nothing twice."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sync.importing import laying, planning, reading
from sync.importing.planning import Plan, Wanted
from sync.workbook.workbook import Workbook
from sync.workspace import Workspace
from tests.sync.conftest import Outside
from tests.sync.places import RIGA, latvian
from tests.workbooks import Csv, Excel, sheets
from words import findings
from words.texts import Texts

HOUSE = Path(__file__).parents[2]
LATVIA, CANADA = HOUSE / "sandbox/data/latvia-2020-2021", HOUSE / "tests/bench/data"
WHOLE = {"institution": 23, "commitment": 6, "measure": 25}


@pytest.fixture(params=["site", "workbook"])
def place(request: pytest.FixtureRequest, outside: Outside, tmp_path: Path) -> Workspace:
    """Latvia's platform as it stands, of either kind."""
    if request.param == "site":
        return outside.client(lists=latvian())
    return Workbook(Excel(tmp_path / "forums.xlsx", sheets(outside.site)).path, zone=RIGA, lists=latvian())


def latvia() -> list[Path]:
    return [LATVIA / f"{name}.csv" for name in ("measures", "institutions", "commitments")]


def canada(folder: Path, *tables: str) -> list[Path]:
    """Canada's tables under the names that say what their rows are."""
    named = ("indicators", "commitments", *tables)
    return [Path(shutil.copy(CANADA / f"canada-{one}.csv", folder / f"{one}.csv")) for one in named]


def planned(place: Workspace, files: Sequence[Path], code: str, **more: Any) -> Plan:
    return planning.plan(reading.read(files), place, Wanted(code, **more))


def counted(plan: Plan) -> dict[str, int]:
    return dict(Counter(one.ref[0] for one in plan.new))


def rows(place: Workspace, noun: str) -> list[dict[str, Any]]:
    return [dict(row.values) for page in place.pages(noun) for row in page.rows()]


def test_what_stands_there_already_is_left_alone(place: Workspace) -> None:
    found = planned(place, latvia(), "LV-4")

    assert (found.wrong, found.new, dict(Counter(noun for noun, _ in found.same))) == ([], [], WHOLE)
    assert found.notes == []


def test_latvias_plan_is_laid_down_whole_and_a_second_time_nothing_is(place: Workspace) -> None:
    found = planned(place, latvia(), "LV-4B", title="Otrais")
    assert counted(found) == {"plan": 1, "commitment": 6, "measure": 25}

    laid = laying.lay(found, place)
    again = planned(place, latvia(), "LV-4B")

    assert (len(laid.made), laid.trouble, laid.left) == (32, None, [])
    assert (again.new, again.wrong, again.notes) == ([], [], [])
    plan = next(number for (noun, _), number in again.there.items() if noun == "plan")
    bodies = {number: key for (noun, key), number in again.there.items() if noun == "institution"}
    mine = [row for row in rows(place, "measure") if row["plan"] == plan]
    made = {row["number"]: (row["title"], bodies.get(row["lead"] or 0, "")) for row in mine}
    with (LATVIA / "measures.csv").open(encoding="utf-8") as told:
        wanted = {row["number"]: (row["title_lv"], row["lead"].casefold()) for row in csv.DictReader(told)}
    assert {number: (title, lead.casefold()) for number, (title, lead) in made.items()} == {
        number: (title, _name(again, lead)) for number, (title, lead) in wanted.items()
    }


def _name(plan: Plan, code: str) -> str:
    """The last name by which a body is known there."""
    number = plan.there.get(("institution", code))
    names = [key for (noun, key), item in plan.there.items() if noun == "institution" and item == number]
    return names[-1] if number else ""


def test_canadas_plan_keeps_its_vague_deadlines_as_text_and_guesses_no_day(place: Workspace, tmp_path: Path) -> None:
    strangers = planned(place, canada(tmp_path), "CA-5")
    assert Counter(one.kind for one in strangers.wrong) == {"import-no-institution": 106}

    found = planned(place, canada(tmp_path), "CA-5", new_bodies=True)
    assert (found.wrong, counted(found)) == ([], {"plan": 1, "institution": 16, "commitment": 5, "measure": 106})
    laid = laying.lay(found, place)

    mine = {row["number"]: row for row in rows(place, "measure") if str(row["number"]).startswith("C0")}
    with (CANADA / "canada-indicators.csv").open(encoding="utf-8") as told:
        wanted = {row["number"]: row for row in csv.DictReader(told)}
    assert laid.trouble is None
    assert {key: (row["due_text"], row["due_on"]) for key, row in mine.items()} == {
        key: (row["deadline_en"], None) for key, row in wanted.items()
    }
    cut = {key for key, row in mine.items() if row["title"] != wanted[key]["title_en"]}
    assert cut == {key for key, row in wanted.items() if len(row["title_en"]) > 255}
    assert [mine[key]["result"] for key in sorted(cut)] == [wanted[key]["title_en"] for key in sorted(cut)]
    assert Counter(one.kind for one in found.notes) == {"import-long": len(cut)}
    assert planned(place, canada(tmp_path), "CA-5", new_bodies=True).new == []


def test_what_ogp_calls_indicators_become_milestones_where_its_milestones_come_too(
    place: Workspace, tmp_path: Path
) -> None:
    files = canada(tmp_path, "milestones")
    found = planned(place, files, "CA-5", new_bodies=True)
    counts = {"plan": 1, "institution": 16, "commitment": 5, "measure": 19, "milestone": 106}
    assert (found.wrong, counted(found)) == ([], counts)
    assert laying.lay(found, place).trouble is None

    again = planned(place, files, "CA-5", new_bodies=True)
    assert again.new == []
    items = {(noun, number): key for (noun, key), number in again.there.items() if noun != "plan"}
    told = {str(row["number"]): row for row in rows(place, "milestone")}
    with (CANADA / "canada-indicators.csv").open(encoding="utf-8") as lines:
        wanted = {line["number"]: line for line in csv.DictReader(lines)}
    assert {
        key: (items["measure", row["measure"]], row["text"] or row["title"], row["due_text"], row["due_on"])
        for key, row in told.items()
    } == {
        key: (line["milestone"].casefold(), line["title_en"], line["deadline_en"], None) for key, line in wanted.items()
    }
    # A body leads a measure where its indicators name no other; where they name several, none is taken for the lead.
    named: dict[str, set[str]] = {}
    for line in wanted.values():
        named.setdefault(line["milestone"], set()).add(line["lead"])
    led = {
        str(row["number"]): {items["institution", one] for one in ([row["lead"]] if row["lead"] else row["co_lead"])}
        for row in rows(place, "measure")
        if row["number"] in named
    }
    assert led == named
    several = {number for number, bodies in named.items() if len(bodies) > 1}
    assert {one.values["number"] for one in found.notes if one.kind == "import-led-by"} == several


def book(path: Path, **tables: list[list[Any]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for title, lines in tables.items():
        sheet = made.create_sheet(title)
        for line in lines:
            sheet.append(line)
    made.save(path)
    return path


def test_every_bad_row_is_told_at_once_with_what_to_do(outside: Outside, tmp_path: Path) -> None:
    file = book(
        tmp_path / "plans.xlsx",
        Apņemšanās=[
            ["Plāns nākamajiem gadiem"],
            ["Nr.", "Nosaukums", "Sākums"],
            ["1.", "Dati", "drīz"],
            ["1", "Otra", None],
        ],
        Pasākumi=[
            ["Nr.", "Nosaukums", "Apņemšanās", "Atbildīgā", "Termiņš"],
            [2.1, "Skaitlis", "1", "VARAM", "2021. gada vasara"],
            ["2.2", None, "7", "Nezināmā", None],
            ["2.3", "x" * 300, None, "VARAM; IZM", "31.12.2021."],
        ],
        Jaunumi=[["Nosaukums"], ["x"]],
    )
    found = planned(outside.client(lists=latvian()), [file], "LV-5")
    texts = Texts(("lv", "en"))

    assert [findings.plain(texts, "lv", one) for one in found.wrong] == [
        "«Apņemšanās», 3. rinda, sleja «Sākums»: tas nav datums. Lūdzu, rakstiet to kā 31.12.2021. vai 2021-12-31 vai "
        "atstājiet šūnu tukšu.",
        "«Pasākumi», 2. rinda, sleja «Nr.»: šūnā ir skaitlis vai datums, tāpēc nevar zināt, vai 2.1 nebija 2.10. "
        "Lūdzu, mainiet slejas formātu uz tekstu un ierakstiet vēlreiz.",
        "«Pasākumi», 3. rinda, sleja «Nosaukums»: šūna ir tukša. Lūdzu, aizpildiet to.",
        "«Jaunumi»: nevar saprast, kas ir tās rindās. Lūdzu, nosauciet lapu vai failu «Institūcijas», «Apņemšanās», "
        "«Pasākumi» vai «Starprezultāti».",
        "«Pasākumi», 4. rinda, sleja «Atbildīgā»: institūcijas «VARAM; IZM» nav. Lūdzu, rakstiet tās saīsinājumu kā "
        "platformā, pievienojiet to failam vai lietojiet --new-bodies.",
    ]
    assert [one.kind for one in found.notes] == ["import-vague", "import-long"]


def test_a_milestone_without_its_measure_is_told_and_one_of_a_bad_row_is_no_second_mistake(
    outside: Outside, tmp_path: Path
) -> None:
    measures: list[list[Any]] = [["Nr.", "Nosaukums"], ["2.3", "Dati"], ["2.4", None]]
    told: list[list[Any]] = [
        ["2.3.1", "Pirmais", None, "pastāvīgi"],
        ["9.1.1", "Bez pasākuma", None, None],
        ["2.3.2", None, "2.3", None],
        ["2.3.1.", "Divreiz", "2.3", "31.12.2021."],
        ["2.3.3", "Nezināma", "9.9", None],
        ["2.4.1", "Pasākumam trūkst nosaukuma", None, None],
    ]
    steps: list[list[Any]] = [["Nr.", "Nosaukums", "Pasākums", "Termiņš"], *told]
    file = book(tmp_path / "plans.xlsx", Pasākumi=measures, Starprezultāti=steps)
    found = planned(outside.client(lists=latvian()), [file], "LV-5")
    texts = Texts(("lv", "en"))

    assert [findings.plain(texts, "lv", one) for one in found.wrong] == [
        "«Pasākumi», 3. rinda, sleja «Nosaukums»: šūna ir tukša. Lūdzu, aizpildiet to.",
        "«Starprezultāti», 4. rinda, sleja «Nosaukums»: šūna ir tukša. Lūdzu, aizpildiet to.",
        "«Starprezultāti», 5. rinda, sleja «Nr.»: 2.3.1 jau ir 2. rindā. Lūdzu, atstājiet vienu no tām vai labojiet "
        "numuru.",
        "«Starprezultāti», 3. rinda, sleja «Nr.»: nevar saprast, kuram pasākumam pieder starprezultāts 9.1.1. Lūdzu, "
        "pievienojiet sleju «Pasākums» ar tā numuru.",
        "«Starprezultāti», 6. rinda, sleja «Pasākums»: pasākuma «9.9» nav. Lūdzu, rakstiet tā numuru kā platformā vai "
        "pievienojiet to failam.",
    ]
    assert [one.kind for one in found.notes] == ["import-vague"]


def test_a_body_that_a_measure_and_its_milestones_name_stands_beside_it_once(outside: Outside, tmp_path: Path) -> None:
    measures: list[list[Any]] = [["Nr.", "Nosaukums", "Līdzatbildīgās"], ["2.3", "Dati", "IZM; VK"]]
    told: list[list[Any]] = [["2.3.1", "Pirmais", "VARAM"], ["2.3.2", "Otrais", "IZM"]]
    steps: list[list[Any]] = [["Nr.", "Nosaukums", "Atbildīgā"], *told]
    file = book(tmp_path / "p.xlsx", Pasākumi=measures, Starprezultāti=steps)
    found = planned(outside.client(lists=latvian()), [file], "LV-5")
    (measure,) = [one for one in found.new if one.ref == ("measure", "2.3")]
    assert (found.wrong, [code for _, code in measure.names["co_lead"]]) == ([], ["varam", "izm", "vk"])
    assert [(one.values["list"], one.values["row"]) for one in found.notes] == [("Pasākumi", "2")]


def test_what_the_platform_has_no_column_for_is_told_and_not_lost(outside: Outside, tmp_path: Path) -> None:
    del outside.site.list("Starprezultati").columns["Text"]
    steps: list[list[Any]] = [["Nr.", "Nosaukums"], ["2.3.1", "x " * 200], ["2.3.2", "īss"]]
    found = planned(outside.client(lists=latvian()), [book(tmp_path / "p.xlsx", Starprezultāti=steps)], "LV-4")

    told = {"list": "Starprezultāti", "column": "Text", "numbers": "2.3.1"}
    assert [(one.kind, one.values) for one in found.wrong] == [("import-no-place", told)]


def test_where_one_row_is_refused_none_stays(outside: Outside) -> None:
    place = outside.client(lists=latvian())
    before = {noun: len(rows(place, noun)) for noun in ("plan", "commitment", "measure")}
    found = planned(place, latvia(), "LV-4B")
    found.new[-1].values["title"] = "x" * 300  # the site holds no such line

    laid = laying.lay(found, place)

    assert (laid.made, laid.left, laid.trouble and laid.trouble.kind) == ([], [], "rejected")
    assert {noun: len(rows(place, noun)) for noun in before} == before


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_workbook_gets_all_rows_or_stays_as_it_was(outside: Outside, tmp_path: Path, kind: str) -> None:
    content = sheets(outside.site)
    book = Excel(tmp_path / "forums.xlsx", content) if kind == "xlsx" else Csv(tmp_path / "forums", content)
    place = Workbook(book.path, zone=RIGA, lists=latvian())
    found = planned(place, latvia(), "LV-4B")
    before, plans = {file: file.read_bytes() for file in place.files()}, len(rows(place, "plan"))
    last = found.new[-1]
    found.new[-1] = replace(last, ref=("evidence", "x"), names={})  # a workbook has no library of files

    refused = laying.lay_whole(found, place)

    assert (refused.made, refused.left, refused.trouble and refused.trouble.kind) == ([], [], "site-trouble")
    assert {file: file.read_bytes() for file in place.files()} == before
    found.new[-1] = last
    made = laying.lay_whole(found, place)
    assert (len(made.made), made.trouble, made.left) == (len(found.new), None, [])
    assert len(rows(place, "plan")) == plans + 1
    # Nothing else lies beside it, and whoever opened it meanwhile is not written under.
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".forumbot-")] == []
    file = next(iter(before))
    file.with_name(f"~${file.name}").touch()
    assert laying.lay_whole(planned(place, latvia(), "LV-4C"), place).made == []


@pytest.mark.parametrize(("change", "columns"), [("Pavisam cits nosaukums", "Nosaukums"), (None, "")])
def test_what_the_platform_says_otherwise_stays(
    outside: Outside, tmp_path: Path, change: str | None, columns: str
) -> None:
    own = "Publisks digitāls rīks iepirkumu risku vērtēšanai"
    file = book(tmp_path / "plans.xlsx", Pasākumi=[["Nr.", "Nosaukums"], ["1.1.", change or own]])

    found = planned(outside.client(lists=latvian()), [file], "LV-4")

    told = [(one.kind, one.values["columns"]) for one in found.notes]
    assert (found.new, told) == ([], [("import-differs", columns)] if columns else [])
