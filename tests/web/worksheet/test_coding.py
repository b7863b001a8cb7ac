"""The independent reviewer's codes: entered on the page, the third assessment in the report, and nothing else."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from forum.coding import Coding
from forum.journal import JournalEntry
from forum.plan import Completion, Measure
from tests.web.worksheet.desk import Desk, cast


def test_the_reviewers_code_is_a_third_assessment(either_desk: Desk) -> None:
    desk = either_desk
    made = cast(desk, "2.8", "2.9", completion=Completion.COMPLETE)
    number, link = made.duties[0].round_id, desk.link(made.coordinator)
    page, (first, second) = f"vertetajs/{number}/", [f"m{row.id}" for row in made.measures]
    assert desk.visit(made.link, page).status == 404
    wrong = desk.send(link, page, {first: "limited"})
    assert (wrong.status, list(wrong.errors), desk.all(Coding)) == (422, ["source"], [])
    told = {"source": "IRM rezultātu ziņojums", first: "limited", second: ""}
    assert desk.send(link, page, told).told == ["Vērtētāja kodi ir saglabāti."]
    assert desk.send(link, page, told).told == ["Tas jau ir izdarīts; nekas nav mainīts."]
    assert [(row.measure_id, row.completion, row.source) for row in desk.all(Coding)] == [
        (made.measures[0].id, Completion.LIMITED, "IRM rezultātu ziņojums")
    ]
    assert [row.completion for row in desk.all(Measure)] == [Completion.COMPLETE, Completion.COMPLETE]

    book = load_workbook(BytesIO(desk.http.get(f"{link}zinojums/{number}/fails/lv.xlsx").content))
    assert [[row[0].value, row[6].value] for row in book["Balsis"].iter_rows(min_row=2)] == [
        ["2.8", "Izpildīts ierobežotā apjomā"]
    ]
    desk.send(link, page, {"source": "IRM rezultātu ziņojums", first: "", second: ""})
    assert desk.all(Coding) == []
    coded = [row.after["coded"] for row in desk.all(JournalEntry) if row.action == "measure.coded"]
    assert coded == ["limited", None]
