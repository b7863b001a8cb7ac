"""The site in trouble, on order: down, throttled, too late, cut off in the middle; and its ledger of all of it."""

from __future__ import annotations

import time

import httpx
import pytest

from sandbox.site import Fault, Site
from sandbox.site.allowance import Allowance
from tests.sandbox.site.conftest import LIGHT, Client

FORM = {"Accept": LIGHT, "Content-Type": LIGHT}
ITEMS = "web/lists/getbytitle('Pasākumi')/items"


def test_a_site_that_is_down_says_when_to_come_back(site: Site, client: Client) -> None:
    site.down, site.retry_after = True, 120
    assert [client.get("web")[0] for _ in range(2)] == [503, 503]
    assert client.last.headers["Retry-After"] == "120"
    site.down = False
    assert client.get("web")[0] == 200


def test_faults_come_once_each_in_their_order_and_where_they_belong(site: Site, client: Client) -> None:
    site.faults = [
        Fault(429, {"Retry-After": "7", "RateLimit-Reset": "9"}, path="/items"),
        Fault(500, path="/items"),
    ]
    assert client.get("web")[0] == 200
    assert client.get(ITEMS)[0] == 429
    assert (client.last.headers["Retry-After"], client.last.headers["RateLimit-Reset"]) == ("7", "9")
    assert [client.get(ITEMS)[0] for _ in range(2)] == [500, 200]


def test_a_write_may_be_done_though_the_answer_says_otherwise(site: Site, client: Client) -> None:
    site.faults = [Fault(504), Fault(504, done=True)]
    assert [client.post(ITEMS, {"Title": title})[0] for title in ("nē", "jā")] == [504, 504]
    assert [row["Title"] for row in site.list("Pasakumi").rows()] == ["jā"]


def test_a_page_may_stop_in_the_middle(site: Site, client: Client) -> None:
    site.list("Pasakumi").add({"Title": "x"})
    site.faults = [Fault(cut=100)]
    with pytest.raises(httpx.RemoteProtocolError):
        client.get(ITEMS)
    assert client.get(ITEMS)[0] == 200
    assert [entry.get("cut") for entry in client.ledger.entries] == [100, None]


def test_a_trouble_may_come_several_times_and_to_one_method_only(site: Site, client: Client) -> None:
    site.faults = [Fault(503, {"Retry-After": "1"}, method="MERGE", times=2)]
    site.list("Pasakumi").add({"Title": "x"})
    assert client.get(ITEMS)[0] == 200
    assert [client.merge(f"{ITEMS}(1)", {"Title": title}) for title in "abc"] == [503, 503, 204]
    assert (site.list("Pasakumi").rows()[0]["Title"], site.faults) == ("c", [])


def test_an_answer_may_come_too_late_though_the_write_was_done(site: Site, client: Client) -> None:
    site.faults = [Fault(delay=30)]
    with pytest.raises(httpx.ReadTimeout):
        client.http.post(f"{client.base}/_api/{ITEMS}", json={"Title": "x"}, headers=FORM, timeout=0.2)
    assert [row["Title"] for row in site.list("Pasakumi").rows()] == ["x"]


def test_an_answer_may_be_no_json_or_say_it_is_something_else(site: Site, client: Client) -> None:
    site.faults = [Fault(body=b'{"value": [', times=1), Fault(body=b"<html>", content_type="text/html")]
    for body, kind in ((b'{"value": [', "application/json"), (b"<html>", "text/html")):
        answer = client.http.get(f"{client.base}/_api/{ITEMS}", headers=FORM)
        assert (answer.status_code, answer.content, answer.headers["Content-Type"].split(";")[0]) == (200, body, kind)


def test_another_hand_may_be_quicker(site: Site, client: Client) -> None:
    rows = site.list("Pasakumi")
    rows.add({"Title": "x"})
    site.faults = [Fault(path="items(1)", first=lambda: rows.edit(1, {"Done": "cits"}))]
    assert [client.merge(f"{ITEMS}(1)", {"Done": "mans"}, '"1"') for _ in range(2)] == [412, 412]
    assert client.merge(f"{ITEMS}(1)", {"Done": "mans"}, '"2"') == 204
    assert [one.path for one in site.met] == ["items(1)"]


def test_an_app_that_uses_most_of_its_allowance_is_told_and_beyond_it_refused(site: Site, client: Client) -> None:
    passed = [0.0]
    site.allowance = Allowance(10, 60, now=lambda: passed[0])
    told = []
    for path in ("web", "web", ITEMS, ITEMS, ITEMS, "web", "web"):
        client.get(path)
        headers = [client.last.headers.get(f"RateLimit-{name}") for name in ("Limit", "Remaining", "Reset")]
        told.append((client.last.status_code, *headers, client.last.headers.get("Retry-After")))
    quiet = (200, None, None, None, None)
    assert told == [
        *[quiet] * 4,
        (200, "10", "2", "60", None),
        (200, "10", "1", "60", None),
        (200, "10", "0", "60", None),
    ]
    passed[0] = 20.5
    assert (client.get("web")[0], client.last.headers["Retry-After"], site.allowance.refused) == (429, "40", 1)
    passed[0] = 60.0
    assert client.get("web")[0] == 200


def test_the_site_may_be_slow(site: Site, client: Client) -> None:
    site.latency = 0.1
    started = time.perf_counter()
    client.get("web")
    assert time.perf_counter() - started >= 0.1


def test_the_ledger_holds_the_question_and_the_whole_answer_and_no_token(client: Client) -> None:
    answer = client.post(ITEMS, {"Title": "x"})[1]
    (entry,) = client.ledger.entries
    assert {name: entry[name] for name in ("clock", "method", "path", "body", "status", "answer")} == {
        "clock": "2021-01-04T09:00:00+00:00",
        "method": "POST",
        "path": "/sites/ogp/_api/web/lists/getbytitle('Pasākumi')/items",
        "body": {"Title": "x"},
        "status": 201,
        "answer": answer,
    }
    assert sorted(entry["headers"]) == ["accept", "content-type", "user-agent"]
