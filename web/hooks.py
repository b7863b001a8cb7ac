"""Hooks: the address at which the workspace says that a list has changed. It says not what, and may only wake us."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

import orjson
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

# A notice of one list has some 400 signs, and several may come at once.
LARGEST = 64 * 1024
# What is echoed is a number of the site's; nobody is served a page of their own making.
LONGEST = 512

Hear = Callable[[Sequence[str]], Awaitable[None]]


def routes(bells: Mapping[str, Sequence[Hear]]) -> list[Route]:
    """By the path of its address: whoever hears there the words that a notice was sent with. Every visit is answered
    alike and at once, so that a stranger learns nothing."""
    return [Route(path, _visited(hears), methods=["POST"]) for path, hears in bells.items()]


def _visited(hears: Sequence[Hear]) -> Callable[[Request], Awaitable[Response]]:
    async def visited(request: Request) -> Response:
        token = request.query_params.get("validationtoken")
        if token is not None:
            return PlainTextResponse(token[:LONGEST], headers={"X-Content-Type-Options": "nosniff"})
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST:
                return Response(status_code=413)
        words = _words(body)
        for hear in hears if words else ():
            await hear(words)
        return Response()

    return visited


def _words(body: bytes) -> list[str]:
    """The word of each notice; none where it is nonsense."""
    try:
        notices = orjson.loads(body)["value"]
        return [one["clientState"] for one in notices if isinstance(one["clientState"], str)]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return []
