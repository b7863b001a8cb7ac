"""What the demo page refuses: each deed says what is wrong with its body, and nothing comes of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest

from tests.rehearsal import Rehearsal
from tests.visiting import START, see
from tests.waiting import PATIENCE


@pytest.fixture(scope="module")
def standing() -> Iterator[Rehearsal]:
    """One stage for everything that is refused, as nothing comes of it."""
    with Rehearsal(START) as running:
        yield running


@pytest.fixture
async def steady(standing: Rehearsal) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=standing.address, verify=False, trust_env=False, timeout=PATIENCE) as client:
        yield client


@pytest.mark.parametrize(
    ("name", "body", "error"),
    [
        ("say", {"text": "a"}, "actor is missing"),
        ("say", {"actor": "kt", "text": "a"}, "nobody on the stage is called kt"),
        ("say", {"actor": 7, "text": "a"}, "actor must be a text"),
        ("say", {"actor": "vk"}, "text is missing"),
        ("say", {"actor": "vk", "text": " \n"}, "text is empty"),
        ("say", {"actor": "vk", "text": "a" * 4097}, "text is longer than 4096 signs"),
        ("say", {"actor": "vk", "text": "a", "loud": True}, "loud is not known here"),
        ("say", {"actor": "vk", "text": "a", "reply_to": "1"}, "reply_to must be a whole number"),
        ("say", {"actor": "vk", "text": "a", "reply_to": 99}, "no message 99 stands in this chat"),
        ("say", {"actor": "izm", "text": "a"}, "the person has to press Start first"),
        ("say", {"actor": "vk", "sticker": "👍", "text": "a"}, "text is not known here"),
        ("press", {"actor": "vk", "message": True, "button": "a"}, "message must be a whole number"),
        ("press", {"actor": "vk", "message": 1, "button": "a"}, "0 buttons answer to 'a'"),
        ("start", {"actor": "izm", "payload": "a"}, "payload is not known here"),
        ("edit", {"actor": "vk", "message": 1, "text": " "}, "text is empty"),
        ("edit", {"actor": "vk", "message": 99, "text": "a"}, "no message 99 stands in this chat"),
        ("block", {}, "actor is missing"),
        ("outage", {"days": 3}, "days is not known here"),
        ("clock", {}, "give either step or to"),
        ("clock", {"step": "day", "to": "2021-01-01T09:00+02:00"}, "give either step or to"),
        ("delete", {"table": "replies", "row": 1}, "rows are not to be deleted here"),
        ("delete", {"table": "people", "row": 999}, "no row 999 stands in this list"),
        ("clock", {"step": "year"}, "step must be one of hour, day, week, morning, message"),
        ("clock", {"to": "31.02."}, "to is not a moment in ISO 8601"),
        ("clock", {"to": "2021-01-01T09:00"}, "to needs an offset from UTC"),
        ("clock", {"to": "2020-12-30T10:00+02:00"}, "to must lie ahead of the clock, by at most 400 days"),
        ("clock", {"to": "2032-01-01T09:00+02:00"}, "to must lie ahead of the clock, by at most 400 days"),
        ("switch", {"name": "sun", "on": True}, "name is not a switch: site_down and telegram_slow are"),
        ("switch", {"name": "site_down", "on": 1}, "on must be true or false"),
    ],
)
async def test_what_is_not_meant_so_is_refused(
    steady: httpx.AsyncClient, name: str, body: dict[str, Any], error: str
) -> None:
    before = await see(steady)
    answer = await steady.post(f"/{name}", json=body)
    assert (answer.status_code, answer.json()) == (400, {"error": error})
    assert await see(steady) == before


@pytest.mark.parametrize(
    ("content", "kind", "error"),
    [
        (b"{", "application/json", "the body is not JSON"),
        (b"[]", "application/json", "the body must be an object"),
        (b'{"actor": "izm"}', "text/plain", "the body must be application/json"),
    ],
)
async def test_a_body_is_a_json_object(steady: httpx.AsyncClient, content: bytes, kind: str, error: str) -> None:
    answer = await steady.post("/start", content=content, headers={"content-type": kind})
    assert (answer.status_code, answer.json()) == (400, {"error": error})
