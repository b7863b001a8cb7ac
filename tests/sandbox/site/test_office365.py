"""The site met with office365's client and msal's sign-in, neither of them written here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msal
import pytest
import requests
from office365.runtime.auth.token_response import TokenResponse
from office365.runtime.client_request_exception import ClientRequestException
from office365.runtime.http.request_options import RequestOptions
from office365.sharepoint.changes.query import ChangeQuery
from office365.sharepoint.client_context import ClientContext

from sandbox.ledger import Ledger
from sandbox.serving import Serving
from sandbox.signin import Directory
from sandbox.site import Column, Site
from tests.sandbox.site.conftest import Client


@pytest.fixture
def context(client: Client, outside: Serving, site: Site, directory: Directory) -> Iterator[ClientContext]:
    """A client whose token comes from the sign-in by certificate."""
    directory.start(outside, Ledger(site.clock))
    pem = directory.certificate.read_text()
    with requests.Session() as http:
        http.trust_env, http.verify = False, str(directory.ca_bundle)
        app = msal.ConfidentialClientApplication(
            directory.client_id,
            authority=directory.authority,
            client_credential={"private_key": pem, "public_certificate": pem},
            instance_discovery=False,
            http_client=http,
        )
        scope = client.base.removesuffix(site.path) + "/.default"
        token: dict[str, Any] = app.acquire_token_for_client([scope])
        yield ClientContext(client.base).with_access_token(lambda: TokenResponse.from_json(token))


def test_lists_and_fields_are_read(context: ClientContext) -> None:
    lists = context.web.lists.get().execute_query()
    assert [one.properties["Title"] for one in lists] == ["Institūcijas", "Pasākumi"]
    fields = context.web.lists.get_by_title("Pasākumi").fields.get().execute_query()
    assert next(one for one in fields if one.internal_name == "DueOn").properties["DisplayFormat"] == 0


def test_items_are_read_page_by_page(context: ClientContext, site: Site) -> None:
    for n in range(25):
        site.list("Pasakumi").add({"Title": f"{n}"})
    everything = context.web.lists.get_by_title("Pasākumi").items.get_all(10).execute_query()
    assert [one.properties["Title"] for one in everything] == [str(n) for n in range(25)]


def test_a_row_is_added_and_a_second_of_its_key_refused(context: ClientContext, site: Site) -> None:
    measures = context.web.lists.get_by_title("Pasākumi")
    made = measures.add_item({"Title": "x", "ForumKey": "k-1", "LeadId": 1}).execute_query()
    assert (made.properties["Id"], site.list("Pasakumi").rows()[0]["Lead"]) == (1, 1)
    with pytest.raises(ClientRequestException) as refused:
        measures.add_item({"Title": "y", "ForumKey": "k-1"}).execute_query()
    assert refused.value.code == "-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException"


def _merge(context: ClientContext, etag: str) -> None:
    """Change row 1 at an etag of our own, which the client alone would replace with a star."""

    def at(request: RequestOptions) -> None:
        request.set_header("IF-MATCH", etag)

    item = context.web.lists.get_by_title("Pasākumi").get_item_by_id(1)
    item.set_property("Done", etag).update()  # type: ignore[no-untyped-call]
    context.before_execute(at)
    context.execute_query()


def test_a_row_is_changed_at_its_etag_and_refused_at_another(context: ClientContext, site: Site) -> None:
    site.list("Pasakumi").add({"Title": "x"})
    _merge(context, '"1"')
    with pytest.raises(ClientRequestException) as refused:
        _merge(context, '"1"')
    assert refused.value.response is not None
    assert refused.value.response.status_code == 412
    assert [(row["Done"], row["Editor"]) for row in site.list("Pasakumi").rows()] == [('"1"', site.service.id)]


def test_changes_are_read_from_a_token(context: ClientContext, site: Site) -> None:
    site.list("Pasakumi").add({"Title": "x"})
    measures = context.web.lists.get_by_title("Pasākumi").get().execute_query()
    token = measures.properties["CurrentChangeToken"]
    site.list("Pasakumi").edit(1, {"Title": "y"})
    site.list("Pasakumi").delete(1)
    query = ChangeQuery(Item=True, Update=True, DeleteObject=True, FetchLimit="100")
    query.ChangeTokenStart = token
    changes = measures.get_changes(query).execute_query()
    assert [(one.properties["ChangeType"].value, one.properties["ItemId"]) for one in changes] == [(2, 1), (3, 1)]


def test_a_batch_of_the_clients_own_is_answered_part_by_part(context: ClientContext, site: Site) -> None:
    rows = site.list("Pasakumi")
    for n in range(3):
        rows.add({"Title": f"{n}"})
    measures = context.web.lists.get_by_title("Pasākumi")
    for n in (1, 2, 99):
        measures.get_item_by_id(n).set_property("Done", f"d{n}").update()  # type: ignore[no-untyped-call]
    measures.add_item({"Title": "new"})
    with context.collect_batch_failures() as failures:
        context.execute_batch()
    assert [(row["Title"], row.get("Done")) for row in rows.rows()] == [
        ("0", "d1"), ("1", "d2"), ("2", None), ("new", None),
    ]  # fmt: skip
    assert [error.response.status_code for _, error in failures if error.response is not None] == [404]


def test_a_file_is_uploaded_and_its_row_written(context: ClientContext, site: Site) -> None:
    site.add_list("Pierādījumi", url="Pieradijumi", columns=[Column("Avota saite", name="SourceUrl")], library=True)
    folder = context.web.lists.get_by_title("Pierādījumi").root_folder
    made = folder.upload_file("O'Reilly.pdf", b"%PDF").execute_query()
    row = made.listItemAllFields
    row.set_property("SourceUrl", "https://dati.example").update().execute_query()
    assert [(one["FileLeafRef"], one["SourceUrl"]) for one in site.list("Pieradijumi").rows()] == [
        ("O'Reilly.pdf", "https://dati.example")
    ]
    assert made.get_content().execute_query().value == b"%PDF"
