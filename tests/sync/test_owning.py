"""Who owns a column: the site's own are left alone, the forum's are written again, and each change is told once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from forum import findings
from forum.disputes import Dispute
from forum.edits import Edit
from forum.journal import JournalEntry
from forum.operations import WorkspaceOperation
from forum.plan import Completion
from sandbox.site import Fault
from sync.fields import Owner
from sync.lists import LISTS, ListNames
from sync.owning import USUAL, Owners
from sync.pull import Pull
from sync.push import Push
from sync.workbook.workbook import Workbook
from tests.facts import policy
from tests.sync.conftest import FORUM, House
from tests.sync.places import DEFAULTS, RIGA, AtSheets, latvian
from tests.workbooks import Excel, sheets

Owned = Callable[..., House]


@pytest.fixture
def owned(house: House) -> Iterator[Owned]:
    """A forum that has pulled its site once, and then has these owners of its measures' columns."""
    workspace = house.outside.client()

    def make(**fields: str) -> House:
        owners = Owners({"measures": ListNames(owners={name: Owner(word) for name, word in fields.items()})})
        clock = house.outside.clock.now
        pull = Pull(house.store, FORUM, workspace, clock, owners=owners)
        return House(
            house.store, house.outside, pull, Push(house.store, FORUM, workspace, clock, policy(), owners=owners)
        )

    yield make
    workspace.close()


def item(house: House, number: str = "4.1") -> int:
    return house.outside.site.list("Pasakumi").find("Number", number)


def edit(house: House, cells: Mapping[str, Any], *, url: str = "Pasakumi", row: int | None = None) -> None:
    house.outside.site.list(url).edit(item(house) if row is None else row, cells)


def journal(house: House, action: str) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    return [(one.noun, one.before, one.after) for one in house.all(JournalEntry) if one.action == action]


def told(house: House) -> list[tuple[str, list[tuple[str, list[str], str]]]]:
    """What each coordinator was told: the list; row, columns and editor of each change."""
    return [
        (one.values["list"], [(each["row"], each["columns"], each["editor"]) for each in one.values["changes"]])
        for one in house.messages("overruled")
    ]


async def both(house: House) -> None:
    """Both sides have their say, twice."""
    for _ in range(2):
        house.pass_time()
        await house.push.drain()
        await house.pulled()


def test_the_settings_defaults_are_those_of_the_lists() -> None:
    settings = tomllib.loads(DEFAULTS.read_text())["sharepoint"]["lists"]
    in_lists = {
        (spec.plural, one.name): one.owner.value
        for spec in LISTS.values()
        for one in spec.fields
        if one.name in settings[spec.plural].get("ownership", {}) or (one.owner != "workspace" and one.name != "key")
    }
    in_settings = {
        (plural, name): word for plural, told in settings.items() for name, word in told.get("ownership", {}).items()
    }
    assert in_settings == in_lists
    assert Owners(latvian()).fields("reply", Owner.SHARED) == USUAL.fields("reply", Owner.SHARED)


def test_the_day_of_a_completion_goes_with_it() -> None:
    owners = Owners({"measures": ListNames(owners={"completion": Owner.FORUM})})
    assert owners.fields("measure", Owner.FORUM) == {"completion", "completion_on"}
    assert owners.fields("measure", Owner.SHARED) == {"done", "next_step", "obstacles"}


async def test_what_somebody_puts_into_the_forums_column_is_written_over_and_told_once(owned: Owned) -> None:
    house = owned(done="forum")
    house.reply("4.1", "Mūsu teksts.")
    await both(house)
    edit(house, {"Done": "Svešs teksts."})
    await both(house)
    row = item(house)
    assert house.item("Pasakumi", row)["Done"] == "Mūsu teksts."
    assert house.measure("4.1").done == "Mūsu teksts."
    assert journal(house, "workspace.overruled") == [
        ("measure", {"done": "Svešs teksts."}, {"done": "Mūsu teksts."}),
    ]
    change = (str(row), ["Paveiktais"], "Vietnes īpašnieks")
    assert told(house) == [("Pasākumi", [change])]
    assert (house.all(Dispute), house.all(Edit)) == ([], [])
    version = house.outside.site.list("Pasakumi").items[row].version
    await both(house)
    await house.pulled(full=True)
    await both(house)
    assert house.outside.site.list("Pasakumi").items[row].version == version
    assert len(told(house)) == 1


async def test_each_change_of_theirs_is_written_over_once(owned: Owned) -> None:
    house = owned(done="forum")
    house.reply("4.1", "Mūsu teksts.")
    await both(house)
    for text in ("Pirmais.", "Otrais."):
        edit(house, {"Done": text})
        await both(house)
    assert [before for _, before, _ in journal(house, "workspace.overruled")] == [
        {"done": "Pirmais."},
        {"done": "Otrais."},
    ]
    ((_, changes),) = told(house)  # what is not sent yet takes in what comes after it
    assert len(changes) == 2


async def test_an_answer_goes_over_what_somebody_wrote_meanwhile(owned: Owned) -> None:
    house = owned(done="forum", completion="shared")
    house.reply("4.1", "Pirmais teksts.")
    await both(house)
    house.reply("4.1", "Otrais teksts.")
    edit(house, {"Done": "Svešs teksts."})
    await both(house)
    assert house.item("Pasakumi", item(house))["Done"] == "Otrais teksts."
    assert journal(house, "workspace.overruled") == [
        ("measure", {"done": "Svešs teksts."}, {"done": "Otrais teksts."}),
    ]
    assert (house.all(Dispute), len(told(house))) == ([], 1)


async def test_it_is_told_once_though_the_write_is_repeated(owned: Owned) -> None:
    house = owned(done="forum")
    house.reply("4.1", "Mūsu teksts.")
    edit(house, {"Done": "Svešs teksts."})
    house.outside.site.faults = [Fault(503, {"Retry-After": "0"}, done=True, path=f"items({item(house)})")]
    await both(house)
    assert house.item("Pasakumi", item(house))["Done"] == "Mūsu teksts."
    assert len(journal(house, "workspace.overruled")) == len(told(house)) == 1


async def test_what_cannot_be_read_in_the_forums_column_is_written_over_too(owned: Owned) -> None:
    house = owned(completion="forum")
    house.reply("4.1", "Teksts.", Completion.LIMITED)
    await both(house)
    edit(house, {"Completion": "procesā"})
    await both(house)
    assert house.item("Pasakumi", item(house))["Completion"] == "Izpildīts ierobežotā apjomā"
    found = house.store.read_now(lambda session: findings.standing(session, FORUM))
    assert [one["kind"] for one in found if one["values"].get("list") == "Pasākumi"] == []


async def test_a_row_that_is_gone_by_then_is_left_alone(owned: Owned) -> None:
    house = owned(done="forum")
    house.reply("4.1", "Mūsu teksts.")
    await both(house)
    edit(house, {"Done": "Svešs teksts."})
    await house.pulled()
    house.outside.site.list("Pasakumi").delete(item(house))
    await house.push.drain()
    assert {one.state.value for one in house.all(WorkspaceOperation)} == {"done"}
    assert house.messages("push-failed") == []


async def test_the_sites_own_column_is_never_written_and_its_word_counts_here(owned: Owned) -> None:
    house = owned(done="workspace", completion="workspace")
    before = house.measure("4.1").done
    house.reply("4.1", "Mūsu teksts.", Completion.COMPLETE)
    await both(house)
    row, measure = house.item("Pasakumi", item(house)), house.measure("4.1")
    assert (row.get("Done", ""), measure.done) == (before, before)
    assert measure.completion is not Completion.COMPLETE
    ((noun, was, meant),) = journal(house, "workspace.left")
    assert (noun, was["done"], meant["done"], meant["completion"]) == ("measure", before, "Mūsu teksts.", "complete")
    edit(house, {"Done": "Vietnes teksts."})
    await both(house)
    assert house.measure("4.1").done == "Vietnes teksts."
    # The answer itself is kept, and stands in its own list.
    assert [row["Done"] for row in house.outside.site.list("Atbildes").rows()] == ["Mūsu teksts."]
    assert (told(house), house.all(Dispute)) == ([], [])


async def test_a_shared_column_is_asked_about_and_the_sites_own_beside_it_is_not(owned: Owned) -> None:
    house = owned(completion="workspace")
    house.reply("4.1", "Mūsu teksts.")
    edit(house, {"Done": "Vietnes teksts.", "Completion": "Izpildīts"})
    await both(house)
    assert [(one.ours, one.theirs) for one in house.all(Dispute)] == [
        ({"done": "Mūsu teksts."}, {"done": "Vietnes teksts."})
    ]
    assert house.measure("4.1").completion is Completion.COMPLETE


async def test_in_a_reply_the_forums_columns_are_written_again_and_the_coordinators_are_theirs(house: House) -> None:
    house.reply("4.1", "Viens.")
    await both(house)
    assert house.item("Atbildes", 1)["SignOff"] == "Melnraksts"
    title = house.item("Atbildes", 1)["Title"]
    edit(house, {"Title": "Cits.", "Version": 7, "Measure": 2, "SignOff": "Saskaņots"}, url="Atbildes", row=1)
    await both(house)
    now = house.item("Atbildes", 1)
    assert (now["Title"], now["Version"], now["Measure"]) == (title, 1, item(house))
    house.reply("4.1", "Divi.")
    await both(house)
    assert house.item("Atbildes", 1)["SignOff"] == "Saskaņots"
    assert house.item("Atbildes", 1)["Done"] == "Divi."
    assert [(one, set(changes[0][1])) for one, changes in told(house)] == [
        ("Atbildes", {"Nosaukums", "Redakcija", "Pasākums"})
    ]
    assert house.all(Dispute) == []


async def test_writing_a_title_again_agrees_to_nothing_else_in_that_reply(house: House) -> None:
    house.reply("4.1", "Viens.")
    await both(house)
    edit(house, {"Title": "Cits.", "Done": "Labots ar roku."}, url="Atbildes", row=1)
    await both(house)
    assert house.item("Atbildes", 1)["Title"] != "Cits."
    found = house.store.read_now(lambda session: findings.standing(session, FORUM))
    assert [one["kind"] for one in found if one["values"].get("list") == "Atbildes"] == ["reply-changed"]
    house.reply("4.1", "Divi.")
    await both(house)
    assert [one.theirs for one in house.all(Dispute)] == [{"done": "Labots ar roku."}]


async def test_a_workbook_has_the_same_owners(fresh: House, tmp_path: Path) -> None:
    book = Excel(tmp_path / "forums.xlsx", sheets(fresh.outside.site))
    workspace, hand = Workbook(book.path, zone=RIGA, lists=latvian()), AtSheets(book)
    owners = Owners({"measures": ListNames(owners={"done": Owner.FORUM, "next_step": Owner.WORKSPACE})})
    clock = fresh.outside.clock.now
    pull = Pull(fresh.store, FORUM, workspace, clock, owners=owners)
    house = House(fresh.store, fresh.outside, pull, Push(fresh.store, FORUM, workspace, clock, policy(), owners=owners))
    await house.pulled()
    house.reply("4.1", "Mūsu teksts.")
    await both(house)
    row = item(house)
    hand.edit("measure", row, {"Paveiktais": "Svešs teksts.", "Nākamais solis": "Vietnes solis."})
    hand.edit("reply", 1, {"Redakcija": 7})
    await both(house)
    assert hand.cells("measure", row)["Paveiktais"] == "Mūsu teksts."
    assert (house.measure("4.1").done, house.measure("4.1").next_step) == ("Mūsu teksts.", "Vietnes solis.")
    assert hand.cells("reply", 1)["Redakcija"] == 1
    await both(house)
    assert [noun for noun, _, _ in journal(house, "workspace.overruled")] == ["measure", "reply"]
