"""Rows read page by page, in each dress, with what is not known refused by name."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from sandbox.site import Site
from tests.sandbox.site.conftest import VERBOSE, Client

ITEMS = "web/lists/getbytitle('Pasākumi')/items"


def _fill(site: Site, count: int) -> None:
    for n in range(1, count + 1):
        site.list("Pasakumi").add({"Title": f"Pasākums {n}", "Number": f"2.{n}", "Lead": 1 + n % 2})


def _ids(answer: Any) -> list[int]:
    return [row["Id"] for row in answer["value"]]


def test_a_page_is_a_hundred_rows_and_the_next_link_leads_to_the_rest(site: Site, client: Client) -> None:
    _fill(site, 101)
    status, first = client.get(ITEMS)
    assert (status, _ids(first)) == (200, list(range(1, 101)))
    assert _ids(client.get(first["odata.nextLink"])[1]) == [101]


def test_an_exactly_full_last_page_has_no_next(site: Site, client: Client) -> None:
    _fill(site, 4)
    first = client.get(f"{ITEMS}?$top=2")[1]
    assert sorted(client.get(first["odata.nextLink"])[1]) == ["odata.metadata", "value"]


@pytest.mark.parametrize(
    ("accept", "key"),
    [
        ("application/json;odata=minimalmetadata", "odata.nextLink"),
        ("application/json;odata=nometadata", "odata.nextLink"),
        ("application/json", "odata.nextLink"),
        ("application/json;odata.metadata=none", "@odata.nextLink"),
        ("application/json; odata.metadata=minimal", "@odata.nextLink"),
    ],
)
def test_the_next_link_is_spelled_as_the_client_asked(site: Site, client: Client, accept: str, key: str) -> None:
    _fill(site, 2)
    answer = client.get(f"{ITEMS}?$top=1&$select=Id,Title", accept)[1]
    assert sorted(name for name in answer if name.lower().endswith("link")) == [key]
    assert _ids(client.get(answer[key], accept)[1]) == [2]


def test_verbose_rows_have_their_types_etags_and_next(site: Site, client: Client) -> None:
    _fill(site, 2)
    answer = client.get(f"{ITEMS}?$top=1&$select=Title,CoLeadId", VERBOSE)[1]["d"]
    row = answer["results"][0]
    assert row["__metadata"]["type"] == "SP.Data.PasakumiListItem"
    assert row["__metadata"]["etag"] == '"1"'
    assert row["CoLeadId"] == {"__metadata": {"type": "Collection(Edm.Int32)"}, "results": []}
    assert len(client.get(answer["__next"], VERBOSE)[1]["d"]["results"]) == 1


def test_only_the_plain_form_is_without_etags(site: Site, client: Client) -> None:
    _fill(site, 1)
    light = client.get(f"{ITEMS}?$select=Id")[1]["value"][0]
    plain = client.get(f"{ITEMS}?$select=Id", "application/json;odata=nometadata")[1]
    newer = client.get(f"{ITEMS}?$select=Id", "application/json;odata.metadata=minimal")[1]["value"][0]
    assert (light["odata.etag"], plain, newer["@odata.etag"]) == ('"1"', {"value": [{"Id": 1}]}, '"1"')


def test_one_row_has_its_etag_in_the_header(site: Site, client: Client) -> None:
    _fill(site, 1)
    site.list("Pasakumi").edit(1, {"Title": "Cits"})
    assert client.get(f"{ITEMS}(1)")[1]["Title"] == "Cits"
    assert client.last.headers["ETag"] == '"2"'
    assert client.get(f"{ITEMS}(7)")[0] == 404


def test_a_day_is_the_sites_own_midnight(site: Site, client: Client) -> None:
    measures = site.list("Pasakumi")
    measures.add({"Title": "Rīga", "DueOn": date(2021, 2, 1), "SubmittedAt": datetime(2021, 7, 1, 9, tzinfo=UTC)})
    site.timezone = "America/Los_Angeles"
    measures.add({"Title": "Klusais okeāns", "DueOn": date(2021, 2, 1)})
    rows = client.get(f"{ITEMS}?$select=DueOn,SubmittedAt", "application/json;odata=nometadata")[1]["value"]
    assert rows == [
        {"DueOn": "2021-01-31T22:00:00Z", "SubmittedAt": "2021-07-01T09:00:00Z"},
        {"DueOn": "2021-02-01T08:00:00Z", "SubmittedAt": None},
    ]


def test_lookups_are_shown_by_the_pieces_asked_for(site: Site, client: Client) -> None:
    person = site.add_person("IZM kontaktpersona", "kontaktpersona@izm.example")
    site.list("Pasakumi").add({"Title": "x", "Lead": 1, "CoLead": [2, 1], "Account": person.id})
    asked = "$select=LeadId,Lead/Title,Lead/Code,CoLead/Code,Account/EMail&$expand=Lead,CoLead,Account"
    row = client.get(f"{ITEMS}(1)?{asked}", "application/json;odata=nometadata")[1]
    assert row == {
        "LeadId": 1,
        "Lead": {"Title": "IZM nosaukums", "Code": "IZM"},
        "CoLead": [{"Code": "VM"}, {"Code": "IZM"}],
        "Account": {"EMail": "kontaktpersona@izm.example"},
    }


def test_a_lookup_to_a_deleted_row_keeps_its_number_and_shows_nothing(site: Site, client: Client) -> None:
    site.list("Pasakumi").add({"Title": "x", "Lead": 1})
    site.list("Institucijas").delete(1)
    row = client.get(f"{ITEMS}(1)?$select=LeadId,Lead/Title&$expand=Lead", "application/json;odata=nometadata")[1]
    assert row == {"LeadId": 1}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("Id gt 3", [4, 5]),
        ("Id eq 2", [2]),
        ("Number eq '2.2'", [2]),
        ("Title eq 'PASĀKUMS 3'", [3]),
        ("LeadId eq 2 and Id gt 1", [3, 5]),
        ("Modified ge datetime'2021-01-04T09:00:00Z'", [1, 2, 3, 4, 5]),
        ("Modified gt datetime'2021-01-04T11:00:00+02:00'", []),
        ("Completion eq null", [1, 2, 3, 4, 5]),
        ("Title eq 'it''s'", []),
    ],
)
def test_rows_are_filtered(site: Site, client: Client, condition: str, expected: list[int]) -> None:
    _fill(site, 5)
    assert _ids(client.get(f"{ITEMS}?$filter={condition}")[1]) == expected


def test_an_order_holds_across_pages(site: Site, client: Client) -> None:
    for name in ("b", "A", None, "c", "B"):
        site.list("Pasakumi").add({"Title": name})
    for order, expected in [
        ("Title", [3, 2, 1, 5, 4]),
        ("Title desc,Id desc", [4, 5, 1, 2, 3]),
        ("Id desc", [5, 4, 3, 2, 1]),
    ]:
        found, page = [], client.get(f"{ITEMS}?$top=2&$orderby={order}")[1]
        found += _ids(page)
        while "odata.nextLink" in page:
            page = client.get(page["odata.nextLink"])[1]
            found += _ids(page)
        assert found == expected


def test_skip_does_nothing_as_on_the_real_site(site: Site, client: Client) -> None:
    _fill(site, 3)
    assert _ids(client.get(f"{ITEMS}?$skip=2&$top=2")[1]) == [1, 2]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("$order_by=Id", "$order_by"),
        ("$count=true", "$count"),
        ("page=2", "page"),
        ("$select=Nowhere", "Nowhere"),
        ("$select=Lead", "Lead"),
        ("$select=Lead/Code", "Lead/Code"),
        ("$select=Lead/Nowhere&$expand=Lead", "Lead/Nowhere"),
        ("$expand=Lead", "Lead"),
        ("$filter=Nowhere eq 1", "Nowhere"),
        ("$filter=Done eq 'x'", "Done"),
        ("$filter=Title eq 5", "Title"),
        ("$filter=Modified ge '2021'", "Modified"),
        ("$filter=Modified ge datetime'2021-01-04T09:00:00'", "has no zone"),
        ("$filter=Id gt 1 or Id lt 3", "or Id lt 3"),
        ("$filter=substringof('x',Title)", "substringof"),
        ("$orderby=Done", "Done"),
        ("$orderby=Title sideways", "sideways"),
        ("$top=many", "$top"),
        ("$skiptoken=xyz", "$skiptoken"),
    ],
)
def test_what_is_not_known_is_refused_by_name(client: Client, query: str, named: str) -> None:
    status, _ = client.get(f"{ITEMS}?{query}")
    assert (status, named in client.trouble()) == (400, True)


def test_an_unknown_format_or_address_is_refused_by_name(client: Client) -> None:
    assert client.get("web", "application/xml")[0] == 400
    assert "application/xml" in client.trouble()
    assert client.get("web/webinfos")[0] == 400
    assert "web/webinfos" in client.trouble()
    assert client.get("web/lists/getbytitle('Nav tāda')/items")[0] == 404


def test_refusals_are_dressed_as_the_answer_would_be(client: Client) -> None:
    assert sorted(client.get("web/nowhere", VERBOSE)[1]["error"]["message"]) == ["lang", "value"]
    newer = client.get("web/nowhere", "application/json;odata.metadata=none")[1]["error"]
    assert isinstance(newer["message"], str)


def test_a_list_past_five_thousand_rows_is_read_by_id_or_index_only(site: Site, client: Client) -> None:
    _fill(site, 20_000)
    select = "$select=Id,Title,Number,LeadId,Modified"
    found, page = 0, client.get(f"{ITEMS}?{select}&$top=5000&$filter=Id gt 0&$orderby=Id")[1]
    while True:
        found += len(page["value"])
        if "odata.nextLink" not in page:
            break
        page = client.get(page["odata.nextLink"])[1]
    assert found == 20_000
    assert _ids(client.get(f"{ITEMS}?$filter=Number eq '2.17'")[1]) == [17]
    for asked in ("$filter=Title eq 'x'", "$filter=Modified ge datetime'2021-01-01T00:00:00Z'", "$orderby=Title"):
        status, answer = client.get(f"{ITEMS}?{asked}")
        code = "-2147024860, Microsoft.SharePoint.SPQueryThrottledException"
        assert (status, answer["odata.error"]["code"]) == (500, code)
    assert _ids(client.get(f"{ITEMS}?$filter=Id gt 19990 and Title eq 'Pasākums 19995'")[1]) == [19995]
