"""Pull: a cell, a row or a list that cannot be read is named and stops alone; mended, it is read."""

from __future__ import annotations

from datetime import date

from forum.baselines import ListState, WorkspaceList
from forum.findings import Finding
from forum.people import Institution
from forum.plan import Completion, Duty
from forum.rounds import Round
from sandbox.site import Column
from tests.sync.conftest import House
from tests.sync.pulled import WHOLE, answering, counts, reason


async def test_an_unreadable_cell_leaves_the_field_and_the_rest_goes_on(house: House) -> None:
    measures = house.outside.site.list("Pasakumi")
    measures.edit(1, {"DueOn": "II pusgads", "Completion": "procesā", "Done": "Strādājam."})
    reports = await house.pulled()
    place = {"list": "Pasākumi", "row": "1"}
    choices = (
        "Nav informācijas, Nav sākts, Izpildīts ierobežotā apjomā, Izpildīts būtiskā apjomā, Izpildīts, "
        "Svītrots no plāna"
    )
    assert reports["measure"].flaws == (
        Finding("cell-not-date", {**place, "column": "Termiņš"}),
        Finding("cell-no-choice", {**place, "column": "Izpilde", "choices": choices}),
    )
    measure = house.measure("1.1")
    assert (measure.due_on, measure.completion, measure.done) == (
        date(2021, 12, 31), Completion.NO_EVIDENCE, "Strādājam.",
    )  # fmt: skip
    measures.edit(1, {"DueOn": date(2021, 7, 1), "Completion": "Nav sākts"})
    assert (await house.pulled())["measure"].flaws == ()
    assert house.measure("1.1").due_on == date(2021, 7, 1)


async def test_a_new_row_that_lacks_what_it_needs_waits_to_be_mended(house: House) -> None:
    rounds = house.outside.site.list("AtskaisuTermini")
    number = rounds.add(
        {"Title": "Trešā", "RoundKey": "report-x", "DueOn": "drīz", "Audience": ["Atbildīgās"], "Plan": 1}
    )
    reports = await house.pulled()
    place = {"list": "Atskaites termiņi", "row": str(number)}
    assert (len(house.all(Round)), reports["round"].flaws) == (
        2,
        (
            Finding("cell-not-date", {**place, "column": "Termiņš"}),
            Finding("row-left-out", {**place, "columns": "Termiņš"}),
        ),
    )
    rounds.edit(number, {"DueOn": date(2022, 6, 1)})
    reports = await house.pulled()
    assert ([one.key for one in house.all(Round)][-1], reports["round"].flaws) == ("report-x", ())


async def test_a_lookup_to_a_deleted_row_is_a_flaw_and_heals(house: House) -> None:
    varam = next(one for one in house.all(Institution) if one.code == "VARAM")
    assert Duty.LEAD in answering(house, "4.1")
    house.outside.site.list("Institucijas").delete(3)
    reports = await house.pulled()
    assert reports["measure"].flaws == tuple(
        Finding("lookup-nowhere", {"list": "Pasākumi", "row": row, "column": "Atbildīgā"})
        for row in ("16", "17", "18", "25")
    )
    assert Duty.LEAD not in answering(house, "4.1")
    house.outside.site.list("Institucijas").restore(3)
    assert (await house.pulled())["measure"].flaws == ()
    assert answering(house, "4.1")[Duty.LEAD] == [varam.id]


async def test_a_list_that_does_not_fit_stops_alone_and_goes_on_when_mended(fresh: House) -> None:
    measures = fresh.outside.site.list("Pasakumi")
    completion = measures.columns["Completion"]
    measures.remove_column("Completion")
    setting = "sharepoint.lists.measures.columns.completion"
    reason = Finding("column-missing", {"list": "Pasākumi", "column": "Completion", "setting": setting})
    reports = await fresh.pulled()
    assert {noun: one.reason for noun, one in reports.items() if one.reason} == {"measure": reason}
    assert counts(reports) == {noun: (count, count, 0, 0) for noun, count in WHOLE.items() if noun != "measure"}
    stopped = {row.noun: row.reason for row in fresh.all(WorkspaceList) if row.state is ListState.STOPPED}
    assert stopped == {"measure": reason.kept}
    measures.add_column(completion)
    assert counts(await fresh.pulled()) == {"measure": (25, 25, 0, 0)}
    assert {row.state for row in fresh.all(WorkspaceList)} == {ListState.READ}


async def test_a_column_that_goes_away_later_is_named_at_once(house: House) -> None:
    await house.pulled()
    measures = house.outside.site.list("Pasakumi")
    measures.edit(1, {"Done": "x"})
    house.outside.site.list("Personas").edit(1, {"Post": "y"})
    measures.remove_column("Lead")
    reports = await house.pulled()
    assert reason(reports["measure"]) == ("column-missing", "Lead")
    assert counts(reports) == {"person": (1, 0, 1, 0)}


async def test_a_number_column_that_is_no_text_stops_its_list(fresh: House) -> None:
    fresh.outside.site.list("Pasakumi").add_column(Column("Nr.", "Number", name="Number"))
    reports = await fresh.pulled()
    assert reason(reports["measure"]) == ("column-type", "Nr.")
    assert reports["round"].read == 2
