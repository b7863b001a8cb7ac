"""The page's door: its files, the state to wait for, and the deeds, all over HTTP on this machine."""

from __future__ import annotations

import asyncio
from mimetypes import guess_type
from pathlib import Path
from time import monotonic
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.page import requests
from sandbox.page.deeds import DEEDS, Deed
from sandbox.page.reading import Wrong
from sandbox.page.stage import Busy, Stage
from sandbox.page.view import View

HERE = Path(__file__).parent
LONGEST_WAIT = 20.0
LOOK_EVERY = 0.12
# Nothing comes from elsewhere, and a browser shows no older page than the one on disk.
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
}


def application(stage: Stage) -> ASGIApp:
    """The page as a web application."""
    routes = [
        Route("/state.json", _state(stage)),
        Route("/texts.json", _texts),
        Route("/ledger/{name}/{number:int}.json", _request(stage)),
        Route("/file/{actor}/{message:int}", _file(stage)),
        Route("/worksheet/{actor}", _worksheet(stage)),
        *(Route(f"/{name}", _deed(stage, deed), methods=["POST"]) for name, deed in DEEDS.items()),
        Mount("/", StaticFiles(directory=HERE / "static", html=True)),
    ]
    return _with_headers(Starlette(routes=routes))


def _with_headers(inner: ASGIApp) -> ASGIApp:
    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await inner(scope, receive, send_with)

    return serve


def _state(stage: Stage) -> Any:
    view = View(stage)

    async def answer(request: Request) -> Response:
        """The state; with ``after``, as soon as it is another version, or 204 after ``wait`` seconds (at most 20)."""
        try:
            after = int(request.query_params.get("after", -1))
            wait = min(float(request.query_params.get("wait", LONGEST_WAIT)), LONGEST_WAIT)
        except ValueError:
            return _json(400, {"error": "after and wait must be numbers"})
        until = monotonic() + wait
        while (found := view.look())["version"] == after:
            if stage.closed or await request.is_disconnected():
                return _json(503, {"error": "the demonstration has ended"})
            if not monotonic() < until:
                return Response(status_code=204)
            await asyncio.sleep(LOOK_EVERY)
        return _json(200, found)

    return answer


def _deed(stage: Stage, deed: Deed) -> Any:
    async def answer(request: Request) -> Response:
        stage.touched = stage.touched or deed is not DEEDS["language"]
        try:
            return _json(200, await deed(stage, await _body(request)))
        except Busy as error:
            return _json(409, {"error": str(error)})
        # What a person's telephone would not let one do is a ValueError.
        except (Wrong, ValueError) as error:
            return _json(400, {"error": str(error)})

    return answer


async def _body(request: Request) -> dict[str, Any]:
    """The JSON object of a request. A form is refused: another site's page could send one from the browser."""
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise Wrong("the body must be application/json")
    try:
        body = orjson.loads(await request.body())
    except orjson.JSONDecodeError:
        raise Wrong("the body is not JSON") from None
    if not isinstance(body, dict):
        raise Wrong("the body must be an object")
    return body


def _request(stage: Stage) -> Any:
    async def answer(request: Request) -> Response:
        found = requests.whole(stage, request.path_params["name"], request.path_params["number"])
        return _json(200, found) if found is not None else _json(404, {"error": "there is no such request"})

    return answer


def _file(stage: Stage) -> Any:
    async def answer(request: Request) -> Response:
        """The file that hangs on a message, always as a download: no page that a bot sends is opened here."""
        actor = stage.actors.get(request.path_params["actor"])
        standing = {each.id: each for each in actor.person.messages} if actor else {}
        message = standing.get(request.path_params["message"])
        if message is None or message.document is None:
            return _json(404, {"error": "there is no such file"})
        kind = guess_type(message.document.name)[0] or "application/octet-stream"
        return Response(message.document.content, media_type=kind, headers={"Content-Disposition": "attachment"})

    return answer


def _worksheet(stage: Stage) -> Any:
    async def answer(request: Request) -> Response:
        """On to the service's own page for a member, by a fresh personal link, in the language of the visitor."""
        found = await asyncio.to_thread(stage.worksheet, request.path_params["actor"])
        language = request.query_params.get("lang", "")
        if not found:
            return _json(404, {"error": "there is no such page"})
        return RedirectResponse(f"{found}?lang={language}", status_code=303)

    return answer


async def _texts(_request: Request) -> Response:
    return FileResponse(HERE / "texts.json")


def _json(status: int, body: Any) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")
