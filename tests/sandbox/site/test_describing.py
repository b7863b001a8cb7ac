"""What the site says of itself: its zone, its lists, its columns under the names SharePoint would give them."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.signin import Directory
from sandbox.site import Column, Site
from sandbox.site.columns import internal_name
from tests.sandbox.site.conftest import VERBOSE, Client

PLAIN = "application/json;odata=nometadata"
MEASURES = "web/lists/getbytitle('Pasākumi')"


def _fields(client: Client, names: str) -> dict[str, dict[str, Any]]:
    answer = client.get(f"{MEASURES}/fields?$select=InternalName,{names}", PLAIN)[1]
    return {field.pop("InternalName"): field for field in answer["value"]}


def test_the_zone_is_the_sites_own_and_may_be_the_wrong_one(site: Site, client: Client) -> None:
    assert client.get("Web/RegionalSettings/TimeZone", PLAIN)[1]["Id"] == 59
    site.timezone = "America/Los_Angeles"
    assert client.get("web/regionalsettings/timezone", PLAIN)[1] == {
        "Description": "(UTC-08:00) Pacific Time (US and Canada)",
        "Id": 13,
        "Information": {"Bias": 480, "DaylightBias": -60, "StandardBias": 0},
    }


def test_the_web_the_user_and_the_digest_are_told(client: Client) -> None:
    assert client.get("web?$select=Title,Url", PLAIN)[1] == {"Title": "OGP forums", "Url": client.base}
    assert client.get("web/currentuser?$select=Id,Title", PLAIN)[1] == {"Id": 7, "Title": "forumbot"}
    assert (
        client.post("contextinfo", form=VERBOSE)[1]["d"]["GetContextWebInformation"]["FormDigestTimeoutSeconds"] == 1800
    )


def test_a_list_is_found_by_title_by_id_and_among_all(site: Site, client: Client) -> None:
    site.list("Pasakumi").add({"Title": "x"})
    told = client.get(f"{MEASURES}?$select=Id,ItemCount,EntityTypeName,ListItemEntityTypeFullName,BaseTemplate", PLAIN)[
        1
    ]
    number = told.pop("Id")
    assert told == {
        "ItemCount": 1,
        "EntityTypeName": "PasakumiList",
        "ListItemEntityTypeFullName": "SP.Data.PasakumiListItem",
        "BaseTemplate": 100,
    }
    for path in (
        f"web/lists(guid'{number}')",
        f"Web/Lists/GetById('{number.upper()}')",
        "WEB/LISTS/GETBYTITLE('pasākumi')",
    ):
        assert client.get(f"{path}?$select=Title", PLAIN)[1] == {"Title": "Pasākumi"}
    found = client.get("web/lists?$select=Title,RootFolder/Name&$expand=RootFolder&$filter=Title eq 'Pasākumi'", PLAIN)
    assert found[1]["value"] == [{"Title": "Pasākumi", "RootFolder": {"Name": "Pasakumi"}}]
    root = {"Name": "Pasakumi", "ServerRelativeUrl": "/sites/ogp/Lists/Pasakumi", "ItemCount": 1}
    assert client.get(f"{MEASURES}?$select=RootFolder&$expand=RootFolder", PLAIN)[1] == {"RootFolder": root}


def test_permissions_tell_a_list_that_may_be_written_from_one_that_may_not(site: Site, client: Client) -> None:
    written = client.get(f"{MEASURES}?$select=EffectiveBasePermissions", PLAIN)[1]["EffectiveBasePermissions"]
    site.list("Pasakumi").access = "read"
    read = client.get(f"{MEASURES}/EffectiveBasePermissions", PLAIN)[1]
    # The third bit of the low half is "add items" (SP.PermissionKind 2).
    assert [int(one["Low"]) >> 1 & 1 for one in (written, read)] == [1, 0]


def test_columns_tell_their_types(client: Client) -> None:
    fields = _fields(
        client, "TypeAsString,FieldTypeKind,Choices,FillInChoice,DisplayFormat,AllowMultipleValues,MaxLength"
    )
    assert fields["Number"] == {"TypeAsString": "Text", "FieldTypeKind": 2, "MaxLength": 255}
    assert fields["Done"] == {"TypeAsString": "Note", "FieldTypeKind": 3}
    choices = {"TypeAsString": "Choice", "FieldTypeKind": 6}
    assert fields["State"] == {**choices, "Choices": ["Atvērts"], "FillInChoice": True}
    assert fields["Audience"]["TypeAsString"] == "MultiChoice"
    assert fields["DueOn"] == {"TypeAsString": "DateTime", "FieldTypeKind": 4, "DisplayFormat": 0}
    assert fields["SubmittedAt"] == {"TypeAsString": "DateTime", "FieldTypeKind": 4, "DisplayFormat": 1}
    assert fields["CoLead"] == {"TypeAsString": "LookupMulti", "FieldTypeKind": 7, "AllowMultipleValues": True}
    assert fields["Account"] == {"TypeAsString": "User", "FieldTypeKind": 20, "AllowMultipleValues": False}
    assert fields["Link"]["TypeAsString"] == "URL"


def test_a_lookup_names_the_list_it_looks_in(site: Site, client: Client) -> None:
    lead = _fields(client, "LookupList,LookupField")["Lead"]
    assert lead == {"LookupList": f"{{{site.list('Institucijas').id}}}", "LookupField": "Title"}


def test_the_hidden_key_is_unique_and_indexed(client: Client) -> None:
    key = _fields(client, "Hidden,Indexed,EnforceUniqueValues,Required,ReadOnlyField")["ForumKey"]
    told = {"Hidden": True, "Indexed": True, "EnforceUniqueValues": True, "Required": False, "ReadOnlyField": False}
    assert key == told
    shown = client.get(f"{MEASURES}/fields?$filter=Hidden eq false and ReadOnlyField eq false", PLAIN)[1]["value"]
    assert [field["InternalName"] for field in shown][:3] == ["Title", "Number", "Done"]
    assert "ForumKey" not in [field["InternalName"] for field in shown]


def test_verbose_choices_are_dressed(client: Client) -> None:
    found = client.get(f"{MEASURES}/fields/getbyinternalnameortitle('Izpilde')", VERBOSE)[1]["d"]
    assert found["__metadata"]["type"] == "SP.FieldChoice"
    assert found["Choices"]["results"] == ["Nav sākts", "Izpildīts"]


def test_a_renamed_column_keeps_its_inner_name(site: Site, client: Client) -> None:
    site.list("Pasakumi").rename_column("Number", "Numurs")
    assert _fields(client, "Title")["Number"] == {"Title": "Numurs"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Izpildes termiņš", "Izpildes_x0020_termi_x0146__x016"),
        ("Šķēršļi", "_x0160__x0137__x0113_r_x0161__x0"),
        ("2021", "_x0032_021"),
        ("Nr.", "Nr_x002e_"),
    ],
)
def test_inner_names_are_made_as_the_real_site_makes_them(title: str, expected: str) -> None:
    assert internal_name(title) == expected


def test_a_taken_inner_name_gets_a_digit() -> None:
    assert internal_name("Datums", {"Datums", "Datums0"}) == "Datums1"


def test_a_leading_underscore_gets_a_prefix_in_json(site: Site, client: Client) -> None:
    column = site.list("Pasakumi").add_column(Column("Ķermenis"))
    assert _fields(client, "EntityPropertyName")[column.name] == {"EntityPropertyName": f"OData_{column.name}"}


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("web?$select=Nowhere", "Nowhere"),
        ("web?$filter=Id eq 1", "$filter"),
        ("web/lists?$orderby=Title", "$orderby"),
        ("web/lists?$expand=Fields", "Fields"),
        (f"{MEASURES}/fields?$filter=Nowhere eq true", "Nowhere"),
        (f"{MEASURES}/fields/getbyinternalnameortitle('Nowhere')", "Nowhere"),
    ],
)
def test_what_is_not_known_of_the_site_is_refused_by_name(client: Client, path: str, named: str) -> None:
    assert (client.get(path)[0], named in client.trouble()) == (400, True)


def test_nobody_gets_in_without_a_good_token(site: Site, client: Client, directory: Directory) -> None:
    assert client.get("web", Authorization="")[0] == 401
    status, answer = client.get("web", Authorization="Bearer made-up")
    assert (status, answer) == (401, {"error_description": "Invalid JWT token. Not enough segments."})
    origin = client.base.removesuffix(site.path)
    directory.lifetime, old = -1, directory.lifetime
    expired = directory.token(origin)
    directory.lifetime = old
    assert client.get("web", Authorization=f"Bearer {expired}")[1] == {
        "error_description": "Invalid JWT token. The token is expired."
    }
    directory.roles, old_roles = ["User.Read.All"], directory.roles
    powerless = directory.token(origin)
    directory.roles = old_roles
    assert client.get("web", Authorization=f"Bearer {powerless}")[0] == 403
