"""Pull: the site's rows become the forum's nouns, wholly the first time and then by what changed."""

from __future__ import annotations

from datetime import date

from forum import plan
from forum.baselines import Baseline
from forum.journal import JournalEntry
from forum.people import ChannelName, Institution, Person, Role, Side
from forum.plan import Commitment, Completion, Duty, Measure, Plan
from forum.rounds import Kind, Round
from sync.lists import LISTS
from tests.sync.conftest import FORUM, House
from tests.sync.pulled import WHOLE, answering, counts


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
