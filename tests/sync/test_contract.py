"""What every workspace behind the port does alike: a SharePoint site, an .xlsx file, a folder of CSV files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from forum.findings import Finding
from sync.lists import LISTS
from sync.workbook.workbook import Workbook
from sync.workspace import Change, Gone, KeyTaken, Stale, Stored, TokenUnknown
from tests.sync.conftest import Outside
from tests.sync.places import Place, place

KINDS = ["sharepoint", "xlsx", "csv"]
KEY = "f2a6-1"
# Nobody has an account in a workbook, and no column is hidden there.
OF_A_SITE = {"account", "sequence"}


@pytest.fixture(params=KINDS)
def at(request: pytest.FixtureRequest, outside: Outside, tmp_path: Path) -> Iterator[Place]:
    with place(request.param, outside, tmp_path) as found:
        found.workspace.open()
        yield found


def reply(done: str = "Atvērta datu kopa.") -> dict[str, Any]:
    return {
        "title": "2.8. · 2020 · IZM",
        "plan": 1,
        "round": 1,
        "measure": 17,
        "institution": 5,
        "person": 5,
        "submitted_by": "IZM kontaktpersona",
        "voice": "institution",
        "completion": "limited",
        "done": done,
        "unchanged": False,
        "version": 1,
        "submitted_at": "2021-01-04T07:00:00+00:00",
    }


def test_every_list_fits_and_says_how_its_columns_are_called(at: Place) -> None:
    fits = at.workspace.open()
    assert {noun: fit.reason for noun, fit in fits.items()} == dict.fromkeys(LISTS)
    # A workbook holds no files.
    without = {noun for noun, spec in LISTS.items() if spec.library and isinstance(at.workspace, Workbook)}
    assert {noun for noun, fit in fits.items() if not fit.list_id} == without
    assert fits["measure"].columns["completion"] == "Izpilde"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_workbook_says_what_the_site_says(kind: str, outside: Outside, tmp_path: Path) -> None:
    with place("sharepoint", outside, tmp_path) as site, place(kind, outside, tmp_path) as book:
        for noun in (noun for noun, spec in LISTS.items() if not spec.library):
            told = [{number: row.values for number, row in one.rows(noun).items()} for one in (site, book)]
            there, here = (
                {
                    number: {name: word for name, word in values.items() if name not in OF_A_SITE}
                    for number, values in one.items()
                }
                for one in told
            )
            assert here == there, noun
            assert [row.flaws for row in book.rows(noun).values() if row.flaws] == []


def test_a_changed_row_is_told_once_and_under_its_number(at: Place) -> None:
    at.rows("measure")
    token = at.workspace.token("measure")
    at.hand.edit("measure", 3, {"Paveiktais": "Sākts."})
    changes = at.workspace.changes("measure", token)
    assert (changes.changed, changes.gone) == ((3,), ())
    (row,) = at.workspace.rows("measure", changes.changed)
    assert (row.item_id, row.values["done"]) == (3, "Sākts.")
    assert at.workspace.changes("measure", changes.token).changed == ()


def test_a_new_row_gets_the_next_number_and_a_deleted_ones_is_not_given_again(at: Place) -> None:
    at.rows("institution")
    token = at.workspace.token("institution")
    at.hand.add("institution", {"Nosaukums": "Jauna iestāde", "Saīsinājums": "JI"})
    changes = at.workspace.changes("institution", token)
    assert (changes.changed, changes.gone) == ((24,), ())
    at.hand.delete("institution", 24)
    changes = at.workspace.changes("institution", changes.token)
    assert (changes.changed, changes.gone) == ((), (24,))
    at.hand.add("institution", {"Nosaukums": "Cita iestāde", "Saīsinājums": "CI"})
    assert at.workspace.changes("institution", changes.token).changed == (25,)


def test_what_is_gone_is_left_out_or_said(at: Place) -> None:
    at.rows("measure")
    at.hand.delete("measure", 2)
    assert [row.item_id for row in at.workspace.rows("measure", [1, 2, 3])] == [1, 3]
    with pytest.raises(Gone):
        at.row("measure", 2)
    with pytest.raises(Gone):
        at.update("measure", Stored(2, '"1"'), {"done": "Sākts."})


def test_a_bad_cell_is_a_finding_and_the_rest_of_the_row_is_read(at: Place) -> None:
    at.rows("measure")
    at.hand.edit("measure", 3, {"Izpilde": "procesā", "Paveiktais": "Sākts."})
    row = at.row("measure", 3)
    where = {"list": "Pasākumi", "row": "3", "column": "Izpilde"}
    (flaw,) = row.flaws
    assert (flaw.kind, {name: flaw.values[name] for name in where}) == ("cell-no-choice", where)
    assert ("completion" in row.values, row.values["done"]) == (False, "Sākts.")


def test_a_renamed_column_stops_its_list_alone_and_is_named(at: Place) -> None:
    at.hand.rename("commitment", "Nr.", "Numurs")
    reasons = {noun: fit.reason for noun, fit in at.workspace.open().items() if fit.reason}
    values = {"list": "Apņemšanās", "column": "Nr.", "setting": "sharepoint.lists.commitments.columns.number"}
    assert reasons in ({"commitment": Finding("column-missing", values)}, {})  # a site knows it by its inner name


def test_a_row_is_made_once_under_its_key(at: Place) -> None:
    stored = at.create("reply", KEY, reply())
    made = at.under("reply", KEY)
    assert (made.item_id, made.etag.partition(",")[0]) == (stored.item_id, stored.etag.partition(",")[0])
    assert {name: made.values[name] for name in reply()} == reply()
    with pytest.raises(KeyTaken):
        at.create("reply", KEY, reply("Otrreiz."))
    assert len(at.rows("reply")) == 1
    with pytest.raises(Gone):
        at.under("reply", "f2a6-2")


def test_a_change_is_written_only_over_what_we_know(at: Place) -> None:
    known = at.rows("measure")[3]
    new = at.update("measure", known, {"completion": "limited", "completion_on": "2021-01-04"})
    at.hand.edit("measure", 3, {"Paveiktais": "Sākts."})
    with pytest.raises(Stale):
        at.update("measure", new, {"done": "Pabeigts."})
    row = at.row("measure", 3)
    assert (row.values["completion"], row.values["completion_on"], row.values["done"]) == (
        "limited",
        "2021-01-04",
        "Sākts.",
    )
    at.update("measure", row, {"done": "Pabeigts."})
    cells = at.hand.cells("measure", 3)
    assert (cells["Izpilde"], cells["Paveiktais"]) == ("Izpildīts ierobežotā apjomā", "Pabeigts.")


def test_a_text_that_looks_like_a_formula_stays_text(at: Place) -> None:
    known = at.rows("measure")[3]
    at.update("measure", known, {"done": '=HYPERLINK("http://x.example")'})
    assert at.row("measure", 3).values["done"] == '=HYPERLINK("http://x.example")'


def test_a_token_of_another_kind_is_unknown(at: Place) -> None:
    at.rows("measure")
    with pytest.raises(TokenUnknown):
        at.workspace.changes("measure", "1;3;a;b;c" if type(at.workspace).__name__ == "Workbook" else foreign(at))


def foreign(at: Place) -> str:
    """Another list's token."""
    return at.workspace.token("plan")


def test_of_several_writes_each_has_its_own_outcome(at: Place) -> None:
    known = at.rows("measure")
    at.create("reply", KEY, reply())
    changes = [
        Change(noun="reply", key="f2a6-2", values=reply()),
        Change(noun="reply", key=KEY, values=reply()),
        Change(noun="measure", item_id=3, etag=known[3].etag, values={"done": "Sākts."}),
        Change(noun="measure", item_id=4, etag='"99"', values={"done": "Sākts."}),
        Change(noun="reply", key="f2a6-3", values=reply("Trešā.")),
    ]
    outcomes = [type(one) for one in at.workspace.write(changes)]
    assert outcomes == [Stored, KeyTaken, Stored, Stale, Stored]
    assert [row.values["key"] for row in at.rows("reply").values()] == [KEY, "f2a6-2", "f2a6-3"]
    assert (at.row("measure", 3).values["done"], at.row("measure", 4).values["done"]) == ("Sākts.", "")


def test_days_are_of_the_forums_zone(at: Place) -> None:
    assert at.workspace.zone() == "Europe/Riga"
