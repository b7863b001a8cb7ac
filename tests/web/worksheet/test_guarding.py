"""Guarding: forms from elsewhere, more than a form can hold, a memory that cannot be reached, links in logs."""

from __future__ import annotations

import logging

import httpx
import pytest

from forum.replies import LONGEST, ReplyVersion
from tests.web.worksheet.desk import ANSWER, Desk, cast
from web.worksheet import guarding


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "{ours}", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "{ours}0"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_a_form_from_elsewhere_does_nothing(desk: Desk, headers: dict[str, str], status: int) -> None:
    made = cast(desk, "2.8")
    told = {name: word.replace("{ours}", desk.address) for name, word in headers.items()}
    page = desk.send(made.link, made.of() + "atbilde", ANSWER, headers=told)
    assert (page.status, len(desk.all(ReplyVersion))) == (status, int(status == 200))


def test_the_longest_text_goes_through_either_kind_of_form(desk: Desk) -> None:
    made = cast(desk, "2.8")
    long = "ā" * LONGEST
    desk.send(made.link, made.of() + "atbilde", {**ANSWER, "done": long})
    desk.send(made.link, made.of() + "atbilde", {**ANSWER, "done": long[1:]}, file=("a.txt", b"a", "text/plain"))
    assert [len(row.done) for row in desk.all(ReplyVersion)] == [LONGEST, LONGEST - 1]


def test_more_than_a_form_can_hold_is_refused_and_said(desk: Desk) -> None:
    made = cast(desk, "2.8")
    file = ("x", b"0" * (guarding.MOST + 1), "x/y")
    page = desk.send(made.link, made.of() + "atbilde", ANSWER, file=file)
    assert (page.status, page.head) == (413, "Tas ir pārāk liels")
    assert desk.all(ReplyVersion) == []


def test_a_stranger_may_send_what_they_like(desk: Desk) -> None:
    cast(desk, "2.8")
    link = "/ogp/lapa/ogp-forum/1.0.0.7fffffff.AAAAAAAAAAAAAAAAAAAAAA/"
    page = desk.send(link, "p/1/atbilde", ANSWER)
    assert (page.status, page.head) == (404, "Šī saite nav derīga")
    # It is said in the language that the browser asks for.
    for wanted, head in (("en-GB,en;q=0.9", "This link is not valid"), ("fr, lv;q=0.5", "Šī saite nav derīga")):
        desk.http.headers["Accept-Language"] = wanted
        assert desk.visit(link).head == head


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"a=%ff&choice=%00", b"--x\r\nnonsense"])
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/x"])
def test_nonsense_changes_nothing(desk: Desk, body: bytes, kind: str) -> None:
    made = cast(desk, "2.8")
    before = desk.everything()
    answer: httpx.Response = desk.http.post(
        f"{made.link}{made.of()}atbilde", content=body, headers={"Content-Type": kind}
    )
    assert answer.status_code in (400, 422)
    assert desk.everything() == before


@pytest.mark.parametrize("number", ["²", "9" * 19])
def test_a_number_that_nothing_has_is_none(either_desk: Desk, number: str) -> None:
    """Not in an address, and not in a form's field either."""
    made = cast(either_desk, "2.8")
    link, one = either_desk.link(made.coordinator), made.duties[0].round_id
    before = either_desk.everything()
    pages = [either_desk.visit(link, path).status for path in (f"p/{number}/", f"karta/{number}/", f"v/1/1/{number}/")]
    forms = [
        either_desk.send(made.link, f"{made.of()}nonemt", {"piece": number}).status,
        either_desk.send(link, f"karta/{one}/atgadinat", {"body": number}).status,
        either_desk.send(link, f"karta/{one}/pagarinat", {"duty": number, "until": "2021-02-05"}).status,
        either_desk.send(link, f"teksti/{one}/", {"reply": number}).status,
        either_desk.send(link, f"karta/{one}/dzest-tekstu", {"erase": number, "why": "mistake"}).status,
    ]
    assert (pages, [status < 500 for status in forms]) == ([404] * 3, [True] * len(forms))
    # That somebody was there is kept.
    assert {**either_desk.everything(), "address": before["address"]} == before


def test_a_memory_out_of_reach_loses_nothing_typed_and_no_log_holds_a_link(
    desk: Desk, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    made = cast(desk, "2.8")
    with caplog.at_level(logging.DEBUG):
        desk.store.close()
        read = desk.visit(made.link)
        kept = desk.send(made.link, made.of() + "atbilde", ANSWER)
    assert (read.status, kept.status) == (503, 503)
    assert kept.value("done") == ANSWER["done"]
    assert kept.texts("//button") == ["Mēģināt vēlreiz"]
    # The client is this test's, and the server's list of visits is switched off but for pytest, which listens there.
    foreign = ("httpx", "httpcore", "uvicorn.access")
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith(foreign)]
    said = "".join([*ours, *capfd.readouterr()])
    assert "page.trouble" in said
    assert made.link.split("/")[-2] not in said
