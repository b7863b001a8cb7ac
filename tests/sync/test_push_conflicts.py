"""Push: nothing that somebody changed on the site meanwhile is written over unseen."""

from __future__ import annotations

from forum.baselines import Baseline
from forum.disputes import Dispute
from forum.journal import JournalEntry
from forum.plan import Completion
from tests.sync.conftest import House
from tests.sync.pushed import CLASHED, DONE, echo, rows


async def test_edits_of_different_columns_are_merged(house: House) -> None:
    house.outside.site.list("Pasakumi").edit(16, {"NextStep": "Vēl viens seminārs."})
    house.reply("4.1", "Viens.")
    await house.push.drain()
    item, measure = house.item("Pasakumi", 16), house.measure("4.1")
    assert (house.operations(), item["NextStep"], item["Done"]) == (DONE, "Vēl viens seminārs.", "Viens.")
    assert (measure.next_step, measure.done) == ("Vēl viens seminārs.", "Viens.")
    assert (await house.pulled())["measure"].changed == 0
    base = next(one for one in house.all(Baseline) if one.noun == "measure" and one.item_id == 16)
    assert (base.etag, base.values["next_step"], base.values["done"]) == ('"3"', "Vēl viens seminārs.", "Viens.")


async def test_edits_of_one_column_are_a_conflict_that_the_coordinators_see(house: House) -> None:
    editor = house.outside.site.add_person("VK koordinators", "koordinators@vk.example")
    house.outside.site.list("Pasakumi").edit(16, {"Completion": "Izpildīts", "Result": "x"}, editor=editor.id)
    house.reply("4.1", "Viens.", Completion.NOT_STARTED)
    await house.push.drain()
    # What does not clash is written all the same.
    assert house.operations() == CLASHED
    item, measure = house.item("Pasakumi", 16), house.measure("4.1")
    assert (item["Completion"], item.get("Done"), measure.done) == ("Izpildīts", "Viens.", "Viens.")
    assert (measure.completion, measure.result) == (Completion.COMPLETE, "x")
    messages = house.messages("conflict")
    assert [one.person_id for one in messages] == [house.person("VK koordinators").id]
    (dispute,) = house.all(Dispute)
    assert messages[0].values == {"dispute": dispute.id}
    ours, theirs = {"completion": "not_started", "completion_on": "2021-01-04"}, {"completion": "complete"}
    assert (dispute.ours, dispute.theirs) == (ours, {**theirs, "completion_on": None})
    assert (dispute.editor, dispute.modified) == ("VK koordinators", "2021-01-04T09:00:00Z")
    # The card follows the echo to the chat that the answer came from.
    assert [(one.address, one.values) for one in house.messages("conflict-mine")] == [("77", {"dispute": dispute.id})]
    noted = next(one for one in house.all(JournalEntry) if one.action == "workspace.conflict")
    assert (noted.before, noted.after) == (dispute.theirs, dispute.ours)
    assert echo(house).retry_at is None
    house.reply("4.1", "Divi.", Completion.SUBSTANTIAL)
    await house.push.drain()
    assert house.item("Pasakumi", 16)["Completion"] == "Izpildīts būtiskā apjomā"


async def test_a_conflict_is_found_though_the_change_was_pulled_before(house: House) -> None:
    house.reply("4.1", "Viens.", Completion.NOT_STARTED)
    house.outside.site.list("Pasakumi").edit(16, {"Completion": "Izpildīts"})
    await house.pulled()
    await house.push.drain()
    assert house.operations() == CLASHED
    assert house.measure("4.1").completion is Completion.COMPLETE


async def test_a_word_that_we_cannot_read_is_not_written_over_unseen(house: House) -> None:
    house.reply("4.1", "Viens.", Completion.NOT_STARTED)
    house.outside.site.list("Pasakumi").edit(16, {"Completion": "procesā"})
    await house.push.drain()
    assert house.operations() == CLASHED
    assert house.item("Pasakumi", 16)["Completion"] == "procesā"
    assert house.all(Dispute)[0].theirs["completion"] is None


async def test_a_reply_deleted_on_the_site_comes_back_with_its_next_version(house: House) -> None:
    house.reply("4.1", "Viens.")
    await house.push.drain()
    house.outside.site.list("Atbildes").delete(1)
    house.reply("4.1", "Divi.")
    await house.push.drain()
    assert [(row["ID"], row["Done"]) for row in rows(house)] == [(2, "Divi.")]
    assert house.operations() == [*DONE, *DONE]
