"""Lists and columns made by a client: under the names SharePoint gives them, by an app that may, strictly."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.site import Column, Site
from tests.sandbox.site.conftest import VERBOSE, Client

PLAIN = "application/json;odata=nometadata"
MEASURES = "web/lists/getbytitle('Pasākumi')"
FIELDS = f"{MEASURES}/fields"


@pytest.fixture(autouse=True)
def grant(site: Site) -> None:
    site.grant = "manage"


def xml(client: Client, schema: str, options: int = 8) -> tuple[int, Any]:
    body = {"parameters": {"SchemaXml": schema, "Options": options}}
    return client.post(f"{FIELDS}/createfieldasxml", body, form=PLAIN)


def code(client: Client) -> str:
    return str(client.last.json()["odata.error"]["code"]).split(",")[0]


def test_a_list_is_made_under_a_plain_address_and_renamed(site: Site, client: Client) -> None:
    status, made = client.post("web/lists", {"Title": "Plani", "BaseTemplate": 100, "EnableVersioning": True})
    assert (status, made["Title"], made["ListItemEntityTypeFullName"]) == (201, "Plani", "SP.Data.PlaniListItem")
    assert client.merge(f"web/lists(guid'{made['Id']}')", {"Title": "Plāni", "Description": "x"}) == 204
    told = client.get("web/lists/getbytitle('Plāni')?$select=*,RootFolder/ServerRelativeUrl&$expand=RootFolder")[1]
    assert (told["Id"], told["Description"], told["EnableVersioning"]) == (made["Id"], "x", True)
    assert told["RootFolder"] == {"ServerRelativeUrl": "/sites/ogp/Lists/Plani"}
    assert [column.name for column in site.list("Plani").columns.values() if column.listed][:2] == ["Title", "ID"]


def test_signs_that_no_address_takes_fall_out_of_a_latvian_title(site: Site, client: Client) -> None:
    for title in ("Plāni", "Plāņi"):
        client.post("web/lists", {"Title": title, "BaseTemplate": 100})
    assert [one.url for one in site.lists][2:] == ["Plni", "Pli"]


def test_a_list_may_say_its_address(site: Site, client: Client) -> None:
    meta = {"__metadata": {"type": "SP.ListCreationInformation"}}
    sent = {**meta, "Title": "Pierādījumi", "Url": "Pieradijumi", "TemplateType": 101}
    status, made = client.post("web/lists/add", {"parameters": sent}, form=VERBOSE)
    assert (status, made["d"]["BaseTemplate"], site.library("Pieradijumi").root) == (200, 101, "/sites/ogp/Pieradijumi")
    sent = {**meta, "Title": "Plāni", "Url": "Lists/Plani", "TemplateType": 100}
    assert client.post("web/lists/add", {"parameters": sent}, form=VERBOSE)[0] == 200
    assert site.list("Plani").versioning is False


def test_a_title_is_taken_once(client: Client) -> None:
    assert client.post("web/lists", {"Title": "pasākumi", "BaseTemplate": 100})[0] == 400
    assert code(client) == "-2130575342"


def test_a_list_made_anew_is_another_and_lookups_to_the_old_lead_nowhere(site: Site, client: Client) -> None:
    site.list("Pasakumi").add({"Title": "x", "Lead": 1})
    old = site.list("Institucijas").id
    assert client.post("web/lists/getbytitle('Institūcijas')", X_HTTP_Method="DELETE", If_Match="*")[0] == 200
    new = site.add_list("Institūcijas", url="Institucijas", columns=[])
    new.add({"Title": "y"})
    lead = client.get(f"{FIELDS}/getbyinternalnameortitle('Lead')", PLAIN)[1]
    assert (lead["LookupList"], new.id != old) == (f"{{{old}}}", True)
    assert client.get(f"{MEASURES}/items?$select=LeadId", PLAIN)[1]["value"] == [{"LeadId": 1}]
    assert client.merge(f"{MEASURES}/items(1)", {"LeadId": 1}) == 400
    assert client.get(f"{MEASURES}/items?$select=Lead/Title&$expand=Lead")[0] == 400


@pytest.mark.parametrize("grant", ["write", "read"])
def test_an_app_that_may_only_write_makes_no_lists_and_columns(site: Site, client: Client, grant: Any) -> None:
    site.grant = grant
    assert client.post("web/lists", {"Title": "Plani", "BaseTemplate": 100})[0] == 403
    assert client.post(FIELDS, {"Title": "Kods", "FieldTypeKind": 2})[0] == 403
    assert xml(client, '<Field Type="Text" DisplayName="x"/>')[0] == 403
    assert client.merge(MEASURES, {"Title": "x"}) == 403
    assert client.merge(f"{FIELDS}/getbytitle('Nr.')", {"Title": "x"}) == 403
    assert client.post(f"{MEASURES}/items", {"Title": "x"})[0] == (201 if grant == "write" else 403)


def test_the_permissions_tell_what_the_grant_lets_the_app_do(site: Site, client: Client) -> None:
    told = []
    for grant in ("read", "write", "manage", "fullcontrol"):
        site.grant = grant
        low = int(client.get(f"{MEASURES}/EffectiveBasePermissions", PLAIN)[1]["Low"])
        # SP.PermissionKind: 2 is "add items", 12 is "manage lists"; each is a bit, counted from one.
        told.append((low >> 1 & 1, low >> 11 & 1))
    assert told == [(0, 0), (1, 0), (1, 1), (1, 1)]


def test_a_columns_inner_name_comes_from_its_first_title(site: Site, client: Client) -> None:
    status, made = client.post(FIELDS, {"Title": "Izpildes termiņš", "FieldTypeKind": 4, "DisplayFormat": 0})
    assert (status, made["InternalName"], made["DisplayFormat"]) == (201, "Izpildes_x0020_termi_x0146__x016", 0)
    assert site.list("Pasakumi").columns[made["InternalName"]].kind == "Date"
    assert client.merge(f"{FIELDS}(guid'{made['Id']}')", {"Title": "Termiņš 2"}) == 204
    assert client.get(f"{FIELDS}/getbytitle('Termiņš 2')", PLAIN)[1]["InternalName"] == made["InternalName"]


def test_a_schema_gives_the_inner_name_where_the_hint_is_set(site: Site, client: Client) -> None:
    schema = '<Field Type="Choice" DisplayName="Veids" Name="Kind{}" FillInChoice="TRUE" Required="TRUE">'
    schema += "<CHOICES><CHOICE>Obligāta</CHOICE><CHOICE>Brīvprātīga</CHOICE></CHOICES></Field>"
    assert xml(client, schema.format(""))[1]["InternalName"] == "Kind"
    assert xml(client, schema.format("2"), 0)[1]["InternalName"] == "Veids"
    made = site.list("Pasakumi").columns["Kind"]
    assert (made.choices, made.fill_in, made.required) == (("Obligāta", "Brīvprātīga"), True, True)
    assert (xml(client, schema.format(""))[0], "Kind" in client.trouble()) == (400, True)


def test_lookups_are_made_by_both_ways(site: Site, client: Client) -> None:
    guid = site.list("Institucijas").id
    schema = f'<Field Type="LookupMulti" Mult="TRUE" DisplayName="Kas" Name="Who" List="{{{guid}}}" ShowField="Title"/>'
    assert xml(client, schema)[1]["TypeAsString"] == "LookupMulti"
    sent = {"Title": "Kurš", "FieldTypeKind": 7, "LookupListId": guid, "LookupFieldName": "Title"}
    status, made = client.post(f"{FIELDS}/addfield", {"parameters": sent}, form=PLAIN)
    assert (status, made["LookupList"]) == (200, f"{{{guid}}}")
    assert (
        client.post(f"{MEASURES}/items", {"Title": "x", "WhoId": [1, 2], f"{made['EntityPropertyName']}Id": 1})[0]
        == 201
    )


def test_a_unique_column_is_indexed_and_holds_each_value_once(site: Site, client: Client) -> None:
    measures = site.list("Pasakumi")
    made = xml(client, '<Field Type="Text" DisplayName="K" Name="K" Indexed="TRUE" EnforceUniqueValues="TRUE"/>')[1]
    assert (made["Indexed"], made["EnforceUniqueValues"]) == (True, True)
    number = client.post(FIELDS, {"Title": "Kods", "FieldTypeKind": 2})[1]["InternalName"]
    for _ in range(2):
        measures.add({"Title": "x", number: "viens"})
    assert client.merge(f"{FIELDS}/getbytitle('Kods')", {"EnforceUniqueValues": True}) == 400
    assert client.merge(f"{FIELDS}/getbytitle('Kods')", {"EnforceUniqueValues": True, "Indexed": True}) == 400
    assert code(client) == "-2130575169"
    measures.edit(2, {number: "divi"})
    assert client.merge(f"{FIELDS}/getbytitle('Kods')", {"EnforceUniqueValues": True, "Indexed": True}) == 204


def test_a_column_is_taken_away_with_what_it_held(site: Site, client: Client) -> None:
    site.list("Pasakumi").add({"Title": "x", "Number": "1"})
    assert client.post(f"{FIELDS}/getbytitle('Nr.')", method="DELETE", If_Match="*")[0] == 200
    assert "Number" not in site.list("Pasakumi").rows()[0]
    assert client.post(f"{FIELDS}/getbyinternalnameortitle('Title')", method="DELETE")[0] == 400


def test_a_list_has_at_most_twenty_indices(site: Site, client: Client) -> None:
    for number in range(18):
        site.list("Pasakumi").add_column(Column(f"I{number}", name=f"I{number}", indexed=True))
    assert (client.post(FIELDS, {"Title": "x", "FieldTypeKind": 2, "Indexed": True})[0], code(client)) == (
        400,
        "-2147024809",
    )


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"Title": "x", "FieldTypeKind": 2, "Nowhere": 1}, "Nowhere"),
        ({"Title": "x", "FieldTypeKind": 2, "Required": "TRUE"}, "Required"),
        ({"Title": "x", "FieldTypeKind": 17}, "FieldTypeKind"),
        ({"Title": " ", "FieldTypeKind": 2}, "Title"),
        ({"Title": "x", "FieldTypeKind": 7}, "addfield"),
        ({"Title": "x", "FieldTypeKind": 6}, "choices"),
        ({"Title": "x", "FieldTypeKind": 6, "Choices": ["a", "a"]}, "choices"),
        ({"Title": "x", "FieldTypeKind": 3, "Indexed": True}, "indexed"),
        ({"Title": "x", "FieldTypeKind": 2, "odata.type": "SP.FieldNumber"}, "SP.FieldNumber"),
    ],
)
def test_a_column_that_cannot_be_is_refused_by_name(client: Client, body: dict[str, Any], named: str) -> None:
    assert (client.post(FIELDS, body)[0], named in client.trouble()) == (400, True)


@pytest.mark.parametrize(
    ("schema", "named"),
    [
        ("<Field", "XML"),
        ('<Field Type="Wish" DisplayName="x"/>', "Type"),
        ('<Field Type="Text"/>', "DisplayName"),
        ('<Field Type="Text" DisplayName="x" Nowhere="1"/>', "Nowhere"),
        ('<Field Type="Text" DisplayName="x" Required="true"/>', "Required"),
        ('<Field Type="Text" DisplayName="x" Name="a b"/>', "a b"),
        ('<Field Type="Text" DisplayName="x"><WISH/></Field>', "WISH"),
        ('<Field Type="DateTime" DisplayName="x" Format="Day"/>', "Format"),
        ('<Field Type="LookupMulti" DisplayName="x"/>', "Mult"),
        ('<Field Type="Lookup" DisplayName="x" List="{1}"/>', "{1}"),
    ],
)
def test_a_schema_that_is_not_known_is_refused_by_name(client: Client, schema: str, named: str) -> None:
    assert (xml(client, schema)[0], named in client.trouble()) == (400, True)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"Title": "x", "BaseTemplate": 106}, "106"),
        ({"BaseTemplate": 100}, "Title"),
        ({"Title": "x", "BaseTemplate": 100, "Nowhere": 1}, "Nowhere"),
        ({"Title": "x", "BaseTemplate": 100, "EnableVersioning": "true"}, "EnableVersioning"),
    ],
)
def test_a_list_that_cannot_be_is_refused_by_name(client: Client, body: dict[str, Any], named: str) -> None:
    assert (client.post("web/lists", body)[0], named in client.trouble()) == (400, True)
