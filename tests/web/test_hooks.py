"""The address at which the site tells that it has changed: it greets, and whatever comes is answered alike."""

from __future__ import annotations

from collections.abc import Sequence

import httpx
import orjson
import pytest
from starlette.applications import Starlette

from web import hooks

NOTICE = {"subscriptionId": "1", "clientState": "vārds", "resource": "2", "siteUrl": "/sites/ogp"}


class Heard:
    def __init__(self) -> None:
        self.words: list[Sequence[str]] = []

    async def __call__(self, words: Sequence[str]) -> None:
        self.words.append(words)


async def visit(heard: Heard, body: bytes = b"", *, query: str = "") -> httpx.Response:
    app = Starlette(routes=hooks.routes({"/vietne": [heard]}))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://forum") as http:
        return await http.post(f"/vietne{query}", content=body)


async def test_a_greeting_is_echoed_as_plain_text_whatever_it_says() -> None:
    heard = Heard()
    answer = await visit(heard, query="?validationtoken=%3Cb%3E1%2B2%3C%2Fb%3E")
    assert (answer.status_code, answer.text) == (200, "<b>1+2</b>")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert heard.words == []


async def test_the_words_of_a_notice_are_heard() -> None:
    heard = Heard()
    answer = await visit(heard, orjson.dumps({"value": [NOTICE, {**NOTICE, "clientState": "cits"}]}))
    assert (answer.status_code, answer.content, heard.words) == (200, b"", [["vārds", "cits"]])


@pytest.mark.parametrize(
    "body",
    [
        *(
            b"",
            b"[]",
            b"null",
            b"7",
            b'{"value":7}',
            b'{"value":"abc"}',
            b'{"value":{"a":1}}',
            b'{"value":[]}',
            b"\xff",
        ),
        *(b'{"value":[{}]}', b'{"value":[{"clientState":null}]}', b'{"value":[[1]]}', b"[" * 5000),
    ],
)
async def test_nonsense_is_answered_like_a_notice_and_heard_by_nobody(body: bytes) -> None:
    heard = Heard()
    answer = await visit(heard, body)
    assert (answer.status_code, answer.content, heard.words) == (200, b"", [])


async def test_what_is_too_large_is_not_read() -> None:
    heard = Heard()
    assert (await visit(heard, b" " * (hooks.LARGEST + 1))).status_code == 413
    assert heard.words == []
