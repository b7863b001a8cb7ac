"""A list's columns are found by title or inner name, and a list that does not fit says what to do."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from forum.findings import Finding
from sync.columns import Misfit, SiteColumn, fit
from sync.lists import LISTS, ListNames
from sync.workspace import ListFit

PLANS = LISTS["plan"]
LEAD = "11111111-0000-0000-0000-000000000000"
LISTS_THERE = {"institution": ListFit("institution", LEAD, "Iestādes")}


def site(name: str, type_: str = "Text", *, title: str = "", key: str = "", target: str = "") -> SiteColumn:
    return SiteColumn(name=name, key=key or name, title=title or name, type=type_, target=target)


def found(names: ListNames, columns: Sequence[SiteColumn], noun: str = "plan") -> dict[str, str]:
    fitting = fit(LISTS[noun], "Saraksts", names=names, found=columns, lists=LISTS_THERE)
    return {name: column.key for name, column in fitting.columns.items()}


def test_without_settings_the_usual_inner_names_are_looked_for() -> None:
    assert found(ListNames(), [site("Title"), site("Code"), site("StartsOn", "DateTime"), site("Other")]) == {
        "title": "Title",
        "code": "Code",
        "starts_on": "StartsOn",
    }


def test_a_column_is_named_by_its_title_however_that_is_spelled() -> None:
    names = ListNames(columns={"code": " kods ", "state": "field_7"})
    columns = [
        site("Title"),
        site("_x0160_ifrs", title="Kods", key="OData__x0160_ifrs"),
        site("field_7", "Choice", title="Statuss"),
    ]
    assert found(names, columns) == {"title": "Title", "code": "OData__x0160_ifrs", "state": "field_7"}


def test_lookups_stand_under_the_id_of_their_row() -> None:
    columns = [
        site("Title"),
        site("Institution", "Lookup", target=LEAD),
        site("Email"),
        site("ForumRole", "Choice"),
    ]
    assert found(ListNames(), columns, "person")["institution"] == "InstitutionId"


@pytest.mark.parametrize(
    ("names", "columns", "kind", "more"),
    [
        (
            ListNames(),
            [site("Title")],
            "column-missing",
            {"column": "Code", "setting": "sharepoint.lists.plans.columns.code"},
        ),
        (
            ListNames(columns={"code": "Kods"}),
            [site("Title"), site("Code", title="Apzīmējums")],
            "column-missing",
            {"column": "Kods", "setting": "sharepoint.lists.plans.columns.code"},
        ),
        (
            ListNames(columns={"code": "Kods"}),
            [site("Title"), site("a", title="Kods"), site("b", title="kods")],
            "columns-alike",
            {"column": "Kods", "setting": "sharepoint.lists.plans.columns.code", "count": 2},
        ),
        (
            ListNames(),
            [site("Title"), site("Code", "Number", title="Kods")],
            "column-type",
            {
                "column": "Kods",
                "setting": "sharepoint.lists.plans.columns.code",
                "found": "Number",
                "wanted": "text",
            },
        ),
    ],
)
def test_a_list_that_does_not_fit_says_why_and_what_to_do(
    names: ListNames, columns: Sequence[SiteColumn], kind: str, more: dict[str, str | int]
) -> None:
    with pytest.raises(Misfit) as told:
        found(names, columns)
    assert told.value.finding == Finding(kind, {"list": "Saraksts", **more})


def test_a_number_must_be_text_and_a_lookup_must_lead_to_our_list() -> None:
    columns = [site("Title"), site("Number", "Number", title="Nr.")]
    with pytest.raises(Misfit) as told:
        found(ListNames(), columns, "commitment")
    setting = "sharepoint.lists.commitments.columns.number"
    values = {"list": "Saraksts", "column": "Nr.", "setting": setting, "found": "Number", "wanted": "number"}
    assert told.value.finding == Finding("column-type", values)
    strange = [
        site("Title"),
        site("Institution", "Lookup", target="another"),
        site("Email"),
        site("ForumRole", "Choice"),
    ]
    with pytest.raises(Misfit) as told:
        found(ListNames(), strange, "person")
    setting = "sharepoint.lists.persons.columns.institution"
    values = {"list": "Saraksts", "column": "Institution", "setting": setting, "target": "Iestādes"}
    assert told.value.finding == Finding("column-lookup", values)


@pytest.mark.parametrize(
    ("columns", "field", "wanted"),
    [
        ([site("Lead", "Lookup", title="Vadošā", target="another")], "lead", "column-lookup"),
        ([site("Problem", "Number", title="Problēma")], "problem", "note"),
        ([site("a", title="Nosaukums EN"), site("b", title="nosaukums en")], "title_en", "columns-alike"),
    ],
)
def test_a_column_that_a_list_can_do_without_is_passed_over_and_that_is_said(
    columns: Sequence[SiteColumn], field: str, wanted: str
) -> None:
    names = ListNames(columns={"title_en": "Nosaukums EN"})
    there = [site("Title"), site("Number"), *columns]
    fitting = fit(LISTS["commitment"], "Saraksts", names=names, found=there, lists=LISTS_THERE)
    setting = f"sharepoint.lists.commitments.columns.{field}"
    title = "Nosaukums EN" if field == "title_en" else columns[0].title
    values = {"list": "Saraksts", "column": title, "setting": setting, "wanted": wanted}
    assert (set(fitting.columns), fitting.remarks) == ({"title", "number"}, (Finding("column-passed-over", values),))


def test_every_setting_is_the_inner_name_in_small_letters() -> None:
    assert [one.setting for one in LISTS["person"].fields] == [
        "title",
        "institution",
        "post",
        "unit",
        "email",
        "phone",
        "account",
        "forum_role",
        "channel",
        "lang",
        "from_on",
        "until_on",
        "away_until",
        "publish",
    ]
