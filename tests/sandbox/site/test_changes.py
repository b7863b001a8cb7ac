"""The change log read onward from tokens, young and old."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from sandbox.clock import Clock
from sandbox.site import Site
from tests.sandbox.site.conftest import LIGHT, VERBOSE, Client

LIST = "web/lists/getbytitle('Pasākumi')"
EVERYTHING = dict.fromkeys(
    ["Item", "Add", "Update", "SystemUpdate", "DeleteObject", "Restore", "Rename", "Move", "RecursiveAll"], True
)


def _token(client: Client) -> str:
    return str(client.get(LIST)[1]["CurrentChangeToken"]["StringValue"])


def _since(client: Client, token: str | None, **query: Any) -> tuple[int, Any]:
    start = {} if token is None else {"ChangeTokenStart": {"StringValue": token}}
    return client.post(f"{LIST}/getChanges", {"query": {**EVERYTHING, **start, **query}}, form=LIGHT)


def _told(answer: Any) -> list[tuple[int, int]]:
    return [(event["ChangeType"], event["ItemId"]) for event in answer["value"]]


def _work(site: Site) -> None:
    """Rows 1 and 2 added, row 1 changed, changed unseen, deleted and brought back."""
    measures = site.list("Pasakumi")
    for _ in range(2):
        measures.add({"Title": "x"})
    measures.edit(1, {"Title": "y"})
    measures.edit(1, {"Title": "z"}, system=True)
    measures.delete(1)
    measures.restore(1)


def test_everything_since_a_token_comes_in_order(site: Site, client: Client) -> None:
    token = _token(client)
    _work(site)
    assert _told(_since(client, token)[1]) == [(1, 1), (1, 2), (2, 1), (15, 1), (3, 1), (7, 1)]
    assert _told(_since(client, _token(client))[1]) == []


def test_renames_and_moves_stand_in_the_log_where_they_are_asked_for(site: Site, client: Client) -> None:
    measures = site.list("Pasakumi")
    measures.add({"Title": "x"})
    measures.rename(1, "y")
    measures.move(1)
    assert _told(_since(client, None)[1]) == [(1, 1), (4, 1), (5, 1), (6, 1)]
    assert _told(_since(client, None, Rename=False, Move=False)[1]) == [(1, 1)]


def test_only_what_is_asked_for_is_told(site: Site, client: Client) -> None:
    _work(site)
    assert _told(_since(client, None, Add=False, SystemUpdate=False, Restore=False)[1]) == [(2, 1), (3, 1)]
    assert _told(_since(client, None, Item=False)[1]) == []


def test_pages_go_on_from_the_last_events_token(site: Site, client: Client) -> None:
    _work(site)
    first = _since(client, None, FetchLimit=4)[1]
    last = first["value"][-1]["ChangeToken"]["StringValue"]
    assert (len(first["value"]), _told(_since(client, last)[1])) == (4, [(3, 1), (7, 1)])
    until = _since(client, None, ChangeTokenEnd={"StringValue": last})[1]
    assert _told(until) == _told(first)


def test_a_token_taken_before_a_change_sees_it_and_one_after_does_not(site: Site, client: Client) -> None:
    before = _token(client)
    client.post(f"{LIST}/items", {"Title": "x"})
    after = _token(client)
    assert (_told(_since(client, before)[1]), _told(_since(client, after)[1])) == ([(1, 1)], [])


def test_the_verbose_form_wants_and_gives_types(site: Site, client: Client) -> None:
    _work(site)
    query = {"__metadata": {"type": "SP.ChangeQuery"}, **EVERYTHING}
    token = {"__metadata": {"type": "SP.ChangeToken"}, "StringValue": _token(client)}
    site.list("Pasakumi").delete(2)
    status, answer = client.post(f"{LIST}/getchanges", {"query": {**query, "ChangeTokenStart": token}}, form=VERBOSE)
    (event,) = answer["d"]["results"]
    assert (status, event["ChangeType"], event["ItemId"]) == (200, 3, 2)
    assert event["ChangeToken"]["__metadata"] == {"type": "SP.ChangeToken"}
    assert client.post(f"{LIST}/getchanges", {"query": EVERYTHING}, form=VERBOSE)[0] == 400


def test_an_aged_token_is_refused_or_told_nothing(site: Site, client: Client, clock: Clock) -> None:
    token = _token(client)
    _work(site)
    clock.advance(timedelta(days=60))
    assert len(_since(client, token)[1]["value"]) == 6
    clock.advance(timedelta(seconds=1))
    status, answer = _since(client, token)
    assert (status, answer["odata.error"]["code"].split(",")[0]) == (400, "-2130575172")
    site.aged_tokens = "range"
    assert (_since(client, token)[0], client.last.json()["odata.error"]["code"][:11]) == (400, "-2146233086")
    site.aged_tokens = "silent"
    assert _since(client, token) == (200, {"odata.metadata": f"{client.base}/_api/$metadata", "value": []})
    assert _told(_since(client, None)[1]) == []


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"Nowhere": True}, "Nowhere"),
        ({"Add": 1}, "Add"),
        ({"FetchLimit": 0}, "FetchLimit"),
        ({"LatestFirst": True}, "LatestFirst"),
        ({"ChangeTokenStart": "1;3"}, "ChangeTokenStart"),
        ({"ChangeTokenStart": {"StringValue": "yesterday"}}, "yesterday"),
        ({"ChangeTokenStart": {"StringValue": f"1;3;{'0' * 8}-0000-0000-0000-{'0' * 12};1;1"}}, "another list"),
    ],
)
def test_a_query_that_is_not_known_is_refused_by_name(client: Client, query: dict[str, Any], named: str) -> None:
    status, _ = _since(client, None, **query)
    assert (status, named in client.trouble()) == (400, True)
