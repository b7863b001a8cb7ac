"""Pull: the site's rows become the forum's nouns, wholly the first time and then by what changed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import baselines, plan
from forum.baselines import Baseline, ListState, WorkspaceList
from forum.findings import Finding
from forum.journal import JournalEntry
from forum.people import ChannelName, Institution, Person, Role, Side
from forum.plan import Commitment, Completion, Duty, Measure, Plan, Responsibility
from forum.rounds import Kind, Round
from forum.times import real
from sandbox.site import Column, Fault
from sandbox.site.changes import Aged
from sync.lists import LISTS
from sync.pull import ListReport, Pull
from tests.sync.conftest import FORUM, House

WHOLE = {"plan": 1, "institution": 23, "person": 24, "commitment": 6, "measure": 25, "round": 2, "meeting": 4}


def counts(reports: dict[str, ListReport]) -> dict[str, tuple[int, int, int, int]]:
    """(read, created, changed, gone) of those lists that brought anything."""
    told = {noun: (one.read, one.created, one.changed, one.gone) for noun, one in reports.items()}
    return {noun: numbers for noun, numbers in told.items() if any(numbers)}


def reason(report: ListReport) -> tuple[str, str | int]:
    """The kind of what stopped a list, and the column that it is about."""
    assert report.reason is not None
    return report.reason.kind, report.reason.values["column"]


def answering(house: House, number: str) -> dict[Duty, list[int]]:
    measure = house.measure(number)
    found: dict[Duty, list[int]] = {}
    for row in house.all(Responsibility):
        if row.measure_id == measure.id:
            found.setdefault(row.duty, []).append(row.institution_id or row.person_id)
    return found


async def test_the_whole_plan_is_read_on_either_database(either: House) -> None:
    reports = await either.pulled()
    assert counts(reports) == {noun: (count, count, 0, 0) for noun, count in WHOLE.items()}
    assert [one.reason for one in reports.values()] == [None] * len(LISTS)
    assert [one.flaws for one in reports.values()] == [()] * len(LISTS)
    again = await either.pulled(full=True)
    assert counts(again) == {noun: (count, 0, 0, 0) for noun, count in WHOLE.items()}
    either.outside.site.list("Pasakumi").edit(2, {"Done": "Sākts."})
    assert counts(await either.pulled()) == {"measure": (1, 0, 1, 0)}
    assert either.measure("1.2").done == "Sākts."


async def test_each_noun_says_what_its_row_says(house: House) -> None:
    varam, vk = (next(one for one in house.all(Institution) if one.code == code) for code in ("VARAM", "VK"))
    person = house.person("VARAM kontaktpersona")
    one, measure, round_ = house.all(Plan)[0], house.measure("4.1"), house.all(Round)[0]
    assert (one.code, one.starts_on, one.ends_on, one.state) == ("LV-4", date(2020, 1, 1), date(2021, 12, 31), "Spēkā")
    assert (varam.side, varam.files_through_id, varam.gone_at) == (Side.GOVERNMENT, None, None)
    assert (person.institution_id, person.role, person.channel, person.language, person.publish) == (
        varam.id, Role.CONTACT, ChannelName.TELEGRAM, "lv", True,
    )  # fmt: skip
    assert house.person("VK koordinators").role is Role.COORDINATOR
    assert house.person("VK koordinators").institution_id == vk.id
    assert house.all(Commitment)[2].lead_id is None
    assert (measure.completion, measure.due_on) == (Completion.NO_EVIDENCE, date(2021, 12, 31))
    assert house.all(Commitment)[3].id == measure.commitment_id
    assert (round_.key, round_.kind, round_.due_on, round_.audience) == (
        "report-2020", Kind.MANDATORY, date(2021, 2, 1), ["responsible"],
    )  # fmt: skip
    assert answering(house, "4.1") == {Duty.LEAD: [varam.id], Duty.CONTACT: [person.id]}
    assert answering(house, "3.1") == {}


async def test_a_list_may_look_up_its_own_later_rows(house: House) -> None:
    named = {one.code: one for one in house.all(Institution)}
    assert named["IUB"].files_through_id == named["FM"].id
    assert named["IUB"].id < named["FM"].id


async def test_a_delta_reads_only_what_changed(house: House) -> None:
    await house.pulled()
    before = len(house.outside.ledger.entries)
    measures = house.outside.site.list("Pasakumi")
    measures.edit(3, {"Done": "a"})
    measures.edit(3, {"Done": "b"})
    added = measures.add({"Title": "Jauns pasākums", "Number": "6.3", "Plan": 1, "Lead": 1})
    house.outside.site.list("AtskaisuTermini").delete(2)
    assert counts(await house.pulled()) == {"measure": (2, 1, 1, 0), "round": (0, 0, 0, 1)}
    asked = [entry["path"] for entry in house.outside.ledger.entries[before:] if entry["method"] == "GET"]
    assert [path.partition("$filter=")[2].partition("&")[0] for path in asked] == [
        f"Id%20eq%203%20or%20Id%20eq%20{added}"
    ]
    assert (house.measure("1.3").done, house.measure("6.3").title) == ("b", "Jauns pasākums")
    assert [one.gone_at is None for one in house.all(Round)] == [True, False]
    assert counts(await house.pulled()) == {}


async def test_what_is_restored_is_there_again(house: House) -> None:
    rounds = house.outside.site.list("AtskaisuTermini")
    rounds.delete(1)
    assert counts(await house.pulled()) == {"round": (0, 0, 0, 1)}
    rounds.restore(1)
    assert counts(await house.pulled()) == {"round": (1, 0, 1, 0)}
    assert [one.gone_at for one in house.all(Round)] == [None, None]


async def test_the_journal_tells_what_changed_from_what_to_what(house: House) -> None:
    house.outside.site.list("Pasakumi").edit(1, {"Completion": "Izpildīts", "CoLead": [1], "DueOn": date(2021, 6, 30)})
    await house.pulled()
    last = house.all(JournalEntry)[-1]
    vk = house.all(Institution)[0].id
    assert (last.actor, last.action, last.noun, last.noun_id) == (
        "workspace", "workspace.changed", "measure", house.measure("1.1").id,
    )  # fmt: skip
    assert last.before == {"completion": "no_evidence", "due_on": "2021-12-31", "co_lead": []}
    assert last.after == {"completion": "complete", "due_on": "2021-06-30", "co_lead": [vk]}


async def test_a_number_stays_text(house: House) -> None:
    measures = house.outside.site.list("Pasakumi")
    measures.edit(1, {"Number": "2.10"})
    measures.edit(2, {"Number": " 2.8. "})
    await house.pulled()
    assert [one.number for one in house.all(Measure)[:2]] == ["2.10", "2.8"]


async def test_a_site_on_pacific_time_keeps_the_first_of_february(fresh: House) -> None:
    fresh.outside.site.timezone = "America/Los_Angeles"
    fresh.outside.site.list("AtskaisuTermini").edit(1, {"DueOn": date(2021, 2, 1)})
    await fresh.pulled()
    assert fresh.all(Round)[0].due_on == date(2021, 2, 1)


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


async def test_a_person_typed_over_is_a_new_person(house: House) -> None:
    old = house.person("VARAM kontaktpersona")
    persons = house.outside.site.list("Personas")
    persons.edit(3, {"Title": "VARAM cita kontaktpersona", "Email": "cita@varam.example"})
    assert counts(await house.pulled()) == {"person": (1, 1, 0, 0)}
    new = house.person("VARAM cita kontaktpersona")
    assert house.person("VARAM kontaktpersona").gone_at is not None
    assert (new.id != old.id, new.institution_id, new.gone_at) == (True, old.institution_id, None)
    assert [answering(house, number)[Duty.CONTACT] for number in ("4.1", "4.2", "6.2")] == [[new.id]] * 3
    persons.edit(3, {"Title": "VARAM  CITA kontaktpersona", "Post": "vecākā referente"})
    assert counts(await house.pulled()) == {"person": (1, 0, 1, 0)}


async def test_an_address_given_for_the_first_time_makes_no_new_person(fresh: House) -> None:
    fresh.outside.site.list("Personas").edit(1, {"Email": None})
    await fresh.pulled()
    fresh.outside.site.list("Personas").edit(1, {"Email": "kontakts@vk.example"})
    assert counts(await fresh.pulled()) == {"person": (1, 0, 1, 0)}


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


async def test_half_a_page_is_no_page_and_the_next_run_repeats(fresh: House) -> None:
    fresh.outside.site.faults.append(Fault(cut=3000, path=f"{fresh.outside.site.list('Pasakumi').id}')/items"))
    report = await fresh.pull.run()
    assert report.trouble == Finding("site-down", {"detail": "ChunkedEncodingError"})
    assert (len(fresh.all(Measure)), len(fresh.all(Commitment))) == (0, 6)
    assert counts(await fresh.pulled()) == {"measure": (25, 25, 0, 0), "round": (2, 2, 0, 0), "meeting": (4, 4, 0, 0)}


async def test_a_line_dropped_between_two_pages_costs_only_the_second(fresh: House) -> None:
    workspace = fresh.outside.client(page=10)
    pull = Pull(fresh.store, FORUM, workspace, fresh.outside.clock.now)
    pages = f"{fresh.outside.site.list('Pasakumi').id}')/items"
    fresh.outside.site.faults += [Fault(path=pages), Fault(path=pages, cut=0)]
    assert (await pull.run()).trouble == Finding("site-down", {"detail": "ChunkedEncodingError"})
    assert len(fresh.all(Measure)) == 10
    report = await pull.run()
    workspace.close()
    measures = next(one for one in report.lists if one.noun == "measure")
    assert (report.trouble, measures.whole, measures.read, measures.created) == (None, True, 15, 15)


async def test_a_site_that_is_down_changes_nothing_and_says_how_long(fresh: House) -> None:
    fresh.outside.site.down, fresh.outside.site.retry_after = True, 30
    report = await fresh.pull.run()
    assert (report.lists, report.trouble, report.retry_after) == (
        (), Finding("site-down", {"detail": "503"}), 30.0,
    )  # fmt: skip
    fresh.outside.site.down = False
    # What the site wished is heeded though it would answer now.
    early = await fresh.pull.run()
    assert (early.lists, early.trouble, 0 < early.retry_after <= 30) == ((), report.trouble, True)
    later = fresh.outside.client()
    late = await Pull(fresh.store, FORUM, later, fresh.outside.clock.now).run()
    later.close()
    assert (late.trouble, len(fresh.all(Measure))) == (None, 25)


@pytest.mark.parametrize("aged", ["error", "range"])
async def test_an_unknown_token_means_reading_everything(house: House, aged: Aged) -> None:
    """In both ways in which a site has been seen to refuse one."""
    house.outside.site.aged_tokens = aged
    house.outside.clock.advance(timedelta(days=61))
    house.outside.site.list("Pasakumi").edit(1, {"Done": "x"})
    reports = await house.pulled()
    assert counts(reports)["measure"] == (25, 0, 1, 0)
    assert [one.whole for one in reports.values()] == [True] * 8 + [False] * 2


async def test_a_token_of_another_list_means_reading_everything(house: House) -> None:
    def mix_up(session: Session) -> None:
        other = baselines.list_of(session, FORUM, "person").change_token
        baselines.list_of(session, FORUM, "measure").change_token = other

    house.store.do_now(mix_up)
    house.outside.site.list("Pasakumi").edit(1, {"Done": "x"})
    reports = await house.pulled()
    assert (counts(reports)["measure"], reports["measure"].whole) == ((25, 0, 1, 0), True)


async def test_a_token_of_45_days_is_not_trusted_for_silence(house: House) -> None:
    house.outside.site.aged_tokens = "silent"

    def age(session: Session) -> None:
        for row in session.scalars(select(WorkspaceList)):
            row.token_at = real() - timedelta(days=45)

    house.store.do_now(age)
    house.outside.site.list("Pasakumi").edit(1, {"Done": "x"})
    house.outside.clock.advance(timedelta(days=61))
    assert counts(await house.pulled())["measure"] == (25, 0, 1, 0)


async def test_rows_missing_from_a_whole_reading_are_gone_unless_too_many(house: House) -> None:
    measures = house.outside.site.list("Pasakumi")
    for number in (1, 2, 3, 4, 5):
        measures.delete(number)
    assert counts(await house.pulled(full=True))["measure"] == (20, 0, 0, 5)
    for number in range(6, 12):
        measures.delete(number)
    reports = await house.pulled(full=True)
    assert counts(reports)["measure"] == (14, 0, 0, 0)
    assert reports["measure"].reason == Finding("rows-vanished", {"list": "Pasākumi", "gone": 6, "known": 20})
    assert sum(one.gone_at is None for one in house.all(Measure)) == 20


async def test_another_list_in_its_place_is_not_taken_for_the_old_one(house: House) -> None:
    house.outside.site.list("Pasakumi").id = "00000000-0000-0000-0000-000000000001"
    reports = await house.pulled(full=True)
    assert reports["measure"].reason == Finding("list-replaced", {"list": "Pasākumi"})
    assert sum(one.gone_at is None for one in house.all(Measure)) == 25


async def test_what_is_on_its_way_to_the_site_stays_ours(house: House) -> None:
    house.reply("4.1", "Mūsu teksts.")
    house.outside.site.list("Pasakumi").edit(16, {"Done": "Viņu teksts.", "Result": "Viņu rezultāts."})
    await house.pulled()
    measure = house.measure("4.1")
    assert (measure.done, measure.completion, measure.result) == (
        "Mūsu teksts.", Completion.LIMITED, "Viņu rezultāts.",
    )  # fmt: skip
    base = next(one for one in house.all(Baseline) if one.noun == "measure" and one.item_id == 16)
    assert (base.etag, base.values["done"], base.values["result"]) == ('"1"', "", "Viņu rezultāts.")


async def test_leads_follow_the_row(house: House) -> None:
    house.outside.site.list("Pasakumi").edit(16, {"Lead": 1, "CoLead": [3, 2]})
    await house.pulled()
    codes = {one.id: one.code for one in house.all(Institution)}
    duties = answering(house, "4.1")
    assert [[codes[number] for number in duties[duty]] for duty in (Duty.LEAD, Duty.CO_LEAD)] == [
        ["VK"],
        ["VARAM", "TM"],
    ]
    leads = house.store.read_now(plan.leads, FORUM)
    assert [codes[body] for measure, body in leads if measure == house.measure("4.1").id] == ["VK"]
    assert len(house.all(Person)) == 24
