"""What the sandbox's site answers has the names and types that SharePoint's own $metadata gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import httpx
import pytest

from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.plans import latvia
from sandbox.serving import Serving
from sandbox.signin import Directory
from sandbox.site import Site
from sandbox.site.columns import Kind
from sandbox.site.hooks import Subscription
from tests.outside.metadata.metadata import Metadata, sharepoints

pytestmark = pytest.mark.outside

VERBOSE = "application/json;odata=verbose"
MEASURES, EVIDENCE = "web/lists/getbytitle('Pasākumi')", "web/lists/getbytitle('Pierādījumi')"
FILE = "web/getFileByServerRelativeUrl('/sites/ogp/Pieradijumi/a.pdf')"
CHANGES = {"__metadata": {"type": "SP.ChangeQuery"}, "Item": True, "Add": True, "Update": True}
# The types of a list's own columns, which only that site's $metadata would name.
EDM: dict[Kind, str] = {
    "Text": "Edm.String",
    "Note": "Edm.String",
    "Choice": "Edm.String",
    "MultiChoice": "Collection(Edm.String)",
    "Number": "Edm.Double",
    "Boolean": "Edm.Boolean",
    "Date": "Edm.DateTime",
    "DateTime": "Edm.DateTime",
    "Lookup": "Edm.Int32",
    "User": "Edm.Int32",
    "URL": "SP.FieldUrlValue",
}
# A row's versions are not among these: they tell the columns under keys that no $metadata lists.
ADDRESSES = [
    "web?$select=*,EffectiveBasePermissions",
    "web/currentuser",
    "web/regionalsettings/timezone",
    "web/lists?$expand=RootFolder",
    f"{MEASURES}?$select=*,EffectiveBasePermissions",
    f"{MEASURES}/effectiveBasePermissions",
    f"{MEASURES}/fields",
    f"{EVIDENCE}/fields",
    f"{MEASURES}/items",
    f"{MEASURES}/items?$select=*,Lead/Title,Contact/Title&$expand=Lead,Contact",
    f"{MEASURES}/items(1)/AttachmentFiles",
    f"{EVIDENCE}/items?$select=*,FileLeafRef,FileRef,FileDirRef,File_x0020_Type",
    f"{EVIDENCE}/rootFolder",
    f"{EVIDENCE}/rootFolder/files",
    f"{EVIDENCE}/rootFolder/folders",
    f"{FILE}?$select=*,ListItemAllFields&$expand=ListItemAllFields",
    f"{FILE}/versions",
    f"{MEASURES}/subscriptions",
    f"{MEASURES}/contenttypes",
]


@pytest.fixture(scope="module")
def metadata() -> Metadata:
    return sharepoints()


@pytest.fixture(scope="module")
def site() -> Site:
    """Latvia's plan, with a row that fills every column, an attachment, and a file in two versions."""
    made = latvia(Clock(datetime(2021, 1, 4, tzinfo=UTC)))
    measures = made.list("Pasakumi")
    measures.edit(1, {"DueOn": date(2021, 2, 1), "Done": "x", "CoLead": [1], "Contact": [1], "Completion": "Izpildīts"})
    measures.attach(1, "a.pdf", b"a")
    hook = Subscription(
        str(UUID(int=1)), measures.id, measures.id, "http://127.0.0.1:9/", datetime(2021, 7, 1, tzinfo=UTC), "s"
    )
    made.hooks.subscriptions[hook.id] = hook
    for content in (b"a", b"bb"):
        made.library("Pieradijumi").upload("a.pdf", content)
    made.library("Pieradijumi").add_folder("2020")
    return made


@pytest.fixture(scope="module")
def http(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    directory = Directory("vk", tmp_path_factory.mktemp("directory"))
    with Serving() as serving:
        origin = serving.start(site.app(Ledger(site.clock), directory))
        headers = {"Authorization": f"Bearer {directory.token(origin)}", "Accept": VERBOSE, "Content-Type": VERBOSE}
        with httpx.Client(base_url=f"{origin}{site.path}/_api/", headers=headers, trust_env=False) as client:
            yield client


def columns(site: Site) -> dict[str, str]:
    """The forum's own columns by their key in JSON, with their types; a lookup leads to its row as well."""
    own = [one for rows in site.lists for one in rows.columns.values() if not one.read_only and one.kind in EDM]
    told = {one.property_name: f"Collection({EDM[one.kind]})" if one.many else EDM[one.kind] for one in own}
    return {**told, **{one.entity_name: "" for one in own if one.refers}}


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_read_fits(metadata: Metadata, http: httpx.Client, site: Site, address: str) -> None:
    answer = http.get(address)
    assert answer.status_code == 200, answer.text
    assert metadata.wrong(answer.json(), columns(site)) == []


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("contextinfo", None),
        (f"{MEASURES}/getChanges", {"query": CHANGES}),
        (f"{MEASURES}/items", {"__metadata": {"type": "SP.Data.PasakumiListItem"}, "Title": "x"}),
        (f"{EVIDENCE}/rootFolder/files/add(url='b.pdf')", {}),
        (f"{MEASURES}/items(2)/AttachmentFiles/add(FileName='b.pdf')", {}),
    ],
)
def test_what_is_answered_to_a_write_fits(
    metadata: Metadata, http: httpx.Client, site: Site, address: str, body: Any
) -> None:
    answer = http.post(address, json=body)
    assert answer.status_code in (200, 201), answer.text
    assert metadata.wrong(answer.json(), columns(site)) == []


def test_a_wrong_name_or_type_is_caught(metadata: Metadata) -> None:
    meta = {"type": "SP.List"}
    token = {"__metadata": {"type": "SP.Wish"}, "StringValue": 1}
    answer = {
        "d": {
            "__metadata": meta,
            "Id": "1",
            "Titel": "x",
            "ItemCount": "3",
            "Hidden": None,
            "CurrentChangeToken": token,
        }
    }
    assert metadata.wrong(answer, {}) == [
        "SP.List.Id: '1' is not of the type Edm.Guid",
        "SP.List.Titel: no such property",
        "SP.List.ItemCount: '3' is not of the type Edm.Int32",
        "SP.List.Hidden: None is not of the type Edm.Boolean",
        f"SP.List.CurrentChangeToken: {token!r} is not of the type SP.ChangeToken",
        "SP.Wish.*: no such type",
    ]
