"""Batches: reads and writes in one request, each with its own answer, and everything that is no batch refused."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from sandbox.site import Fault, Site
from sandbox.site.allowance import Allowance
from tests.sandbox.site.conftest import LIGHT, Client

ITEMS = "web/lists/getbytitle('Pasākumi')/items"
MIXED = "multipart/mixed; boundary=batch_1"
PART = "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"


def read(client: Client, path: str) -> str:
    return f"--batch_1\r\n{PART}GET {client.base}/_api/{path} HTTP/1.1\r\nAccept: {LIGHT}\r\n\r\n"


def write(client: Client, path: str, body: Any, method: str = "POST", etag: str = "") -> str:
    match = f"If-Match: {etag}\r\n" if etag else ""
    head = f"{method} {client.base}/_api/{path} HTTP/1.1\r\nAccept: {LIGHT}\r\nContent-Type: {LIGHT}\r\n{match}\r\n"
    return f"--changeset_1\r\n{PART}{head}{orjson.dumps(body).decode()}\r\n"


def changeset(*writes: str) -> str:
    kind = 'Content-Type: multipart/mixed; boundary="changeset_1"'
    return f"--batch_1\r\n{kind}\r\n\r\n{''.join(writes)}--changeset_1--\r\n"


def send(client: Client, body: str, kind: str = MIXED, end: str = "--batch_1--\r\n", **headers: str) -> int:
    told = {"Content-Type": kind, **headers}
    client.last = client.http.post(f"{client.base}/_api/$batch", content=(body + end).encode(), headers=told)
    return client.last.status_code


def answers(client: Client) -> list[tuple[int, dict[str, str], Any]]:
    """The batch's answers: status, headers, decoded body."""
    boundary = client.last.headers["Content-Type"].partition("boundary=")[2]
    found = []
    for piece in client.last.text.split(f"--{boundary}\r\n")[1:]:
        _, head, body = piece.removesuffix(f"--{boundary}--\r\n").split("\r\n\r\n")
        line, *headers = head.split("\r\n")
        told = dict(one.split(": ", 1) for one in headers)
        found.append((int(line.split(" ")[1]), told, orjson.loads(body) if body.strip() else None))
    return found


def trouble(body: Any) -> str:
    return str(body["odata.error"]["code"]).partition(",")[0]


def test_each_request_of_a_batch_has_its_own_answer(site: Site, client: Client) -> None:
    rows = site.list("Pasakumi")
    rows.add({"Title": "a", "ForumKey": "k-1"})
    status = send(
        client,
        changeset(
            write(client, ITEMS, {"Title": "b", "ForumKey": "k-2"}),
            write(client, ITEMS, {"Title": "c", "ForumKey": "k-1"}),
            write(client, f"{ITEMS}(1)", {"Done": "x"}, "MERGE", '"1"'),
            write(client, f"{ITEMS}(1)", {"Done": "y"}, "PATCH", '"1"'),
            write(client, f"{ITEMS}(99)", {"Done": "y"}, "MERGE", '"1"'),
            write(client, ITEMS, {"Nope": 1}),
        )
        + read(client, f"{ITEMS}(1)?$select=Done")
        + read(client, f"{ITEMS}(99)"),
    )
    assert (status, client.last.headers["Content-Type"].partition(";")[0]) == (200, "multipart/mixed")
    found = answers(client)
    assert [one[0] for one in found] == [201, 400, 204, 412, 404, 400, 200, 404]
    assert (found[0][2]["Id"], found[0][1]["ETAG"], found[2][1]["ETAG"]) == (2, '"1"', '"2"')
    assert (trouble(found[1][2]), trouble(found[4][2])) == ("-2130575169", "-2130575338")
    assert found[6][2]["Done"] == "x"
    assert [(row["Title"], row.get("Done")) for row in rows.rows()] == [("a", "x"), ("b", None)]


def test_lines_may_end_without_a_carriage_return(site: Site, client: Client) -> None:
    body = changeset(write(client, ITEMS, {"Title": "a"})).replace("\r\n", "\n")
    assert (send(client, body, end="--batch_1--"), [one[0] for one in answers(client)]) == (200, [201])


def _nested(client: Client) -> str:
    inner = changeset(write(client, ITEMS, {"Title": "a"})).replace("changeset_1", "changeset_2")
    return changeset(inner.replace("batch_1", "changeset_1"))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (lambda c: "", "1 to 100 requests, not 0"),
        (lambda c: read(c, "web") * 100, "1 to 100 requests, not 101"),
        (lambda c: changeset(write(c, "web", {}, "GET")), "'GET' is not allowed in a changeset"),
        (lambda c: write(c, ITEMS, {}).replace("changeset_1", "batch_1"), "'POST' is not allowed outside"),
        (lambda c: read(c, "web").replace("binary", "base64"), "Content-Transfer-Encoding"),
        (lambda c: read(c, "web").replace("application/http", "text/plain"), "'text/plain'"),
        (lambda c: read(c, "web").replace("HTTP/1.1", ""), "does not begin a request"),
        (lambda c: read(c, "web").replace("Accept: ", "Accept "), "is no header"),
        (lambda c: read(c, "web").replace(c.base, ""), "is not one of"),
        (lambda c: read(c, "web").replace(c.base, "http://other.example"), "is not one of"),
        (lambda c: changeset(write(c, ITEMS, {})).replace("--changeset_1--", ""), "no line --changeset_1--"),
        (_nested, "has the Content-Type application/http"),
    ],
)
def test_a_broken_batch_is_refused_whole_and_does_nothing(site: Site, client: Client, broken: Any, said: str) -> None:
    good = changeset(write(client, ITEMS, {"Title": "a"}))
    assert send(client, good + broken(client) if broken(client) else "") == 400
    assert said in client.trouble()
    assert site.list("Pasakumi").rows() == []


@pytest.mark.parametrize("kind", ["application/json", "multipart/mixed", "multipart/mixed; boundary="])
def test_a_batch_needs_its_boundary(client: Client, kind: str) -> None:
    assert (send(client, read(client, "web"), kind), "boundary" in client.trouble()) == (400, True)


def test_a_batch_that_does_not_end_is_refused(client: Client) -> None:
    assert (send(client, read(client, "web"), end=""), "does not end" in client.trouble()) == (400, True)


def test_a_batch_needs_a_token_and_is_posted_plainly(client: Client) -> None:
    assert send(client, read(client, "web"), Authorization="Bearer nonsense") == 401
    assert send(client, read(client, "web"), **{"X-HTTP-Method": "MERGE"}) == 400
    assert [entry["status"] for entry in client.ledger.entries] == [401, 400]


def test_troubles_come_to_a_batch_and_to_its_parts(site: Site, client: Client) -> None:
    site.faults = [
        Fault(503, {"Retry-After": "7"}, path="items"),
        Fault(504, path="$batch"),
        Fault(504, done=True, path="$batch"),
    ]
    body = changeset(write(client, ITEMS, {"Title": "a"}), write(client, ITEMS, {"Title": "b"}))
    assert send(client, body) == 504
    assert [row["Title"] for row in site.list("Pasakumi").rows()] == []
    assert send(client, body) == 504
    assert [row["Title"] for row in site.list("Pasakumi").rows()] == ["b"]
    assert send(client, body) == 200
    site.faults = [Fault(429, {"Retry-After": "7"}, path="items")]
    send(client, body)
    assert [(one[0], one[1].get("RETRY-AFTER")) for one in answers(client)] == [(429, "7"), (201, None)]


def test_the_ledger_has_a_line_for_the_batch_and_one_for_each_part(client: Client) -> None:
    send(client, changeset(write(client, ITEMS, {"Title": "a"})) + read(client, "web"))
    assert [
        (one["method"], one["path"].rpartition("/")[2], one["body"], one["status"], one.get("batch"))
        for one in client.ledger.entries
    ] == [
        ("POST", "items", {"Title": "a"}, 201, True),
        ("GET", "web", None, 200, True),
        ("POST", "$batch", {"parts": 2}, 200, None),
    ]


def test_each_request_of_a_batch_costs_its_own(site: Site, client: Client) -> None:
    site.allowance = Allowance(5, 60)
    body = changeset(write(client, ITEMS, {"Title": "a"}), write(client, ITEMS, {"Title": "b"}))
    assert (send(client, body), client.last.headers["RateLimit-Remaining"]) == (200, "1")
    assert (send(client, body), client.last.headers["RateLimit-Remaining"]) == (429, "0")
    assert len(site.list("Pasakumi").items) == 2
