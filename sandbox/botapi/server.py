"""The service's door: takes requests over HTTP, does or refuses them, and writes each into the ledger."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from sandbox.botapi import about, editing, fetching, sending
from sandbox.botapi.asking import METHODS, asked, checked, shown
from sandbox.botapi.refusal import JSON, Refusal, too_many
from sandbox.botapi.world import World

AT_ONCE: dict[str, Callable[[World, JSON], Any]] = {
    "getMe": about.get_me,
    "getChat": about.get_chat,
    "getFile": about.get_file,
    "setMyCommands": about.set_my_commands,
    "getMyCommands": about.get_my_commands,
    "deleteMyCommands": about.delete_my_commands,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendPhoto": sending.send_photo,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
}
WAITING = {
    "getUpdates": fetching.get_updates,
    "setWebhook": fetching.set_webhook,
    "deleteWebhook": fetching.delete_webhook,
    "getWebhookInfo": fetching.get_webhook_info,
}
SENDS = ("sendMessage", "sendDocument", "sendPhoto")


class _Cut(Response):
    """An answer that breaks off: the caller cannot know whether its request was done."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        head = [(b"content-type", b"application/json"), (b"content-length", b"100")]
        await send({"type": "http.response.start", "status": 200, "headers": head})


def app(world: World) -> Starlette:
    """The Bot API of one bot: ``/bot<token>/<method>`` and ``/file/bot<token>/<path>``."""

    async def call(request: Request) -> Response:
        return await _call(world, request)

    async def download(request: Request) -> Response:
        return _download(world, request)

    async def unknown(_request: Request, _error: Exception) -> Response:
        return _json(404, Refusal(404, "Not Found").answer())

    routes = [
        Route("/file/bot{token}/{path:path}", download),
        Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
    ]
    return Starlette(routes=routes, exception_handlers={404: unknown, 405: unknown})


async def _call(world: World, request: Request) -> Response:
    method = request.path_params["method"]
    given: JSON = {}
    fault: tuple[Any, ...] = ()
    try:
        given = await asked(request)  # first, so that the ledger shows it whatever the answer
        _admit(world, request, method)
        params = checked(method, given)
        fault = _fault(world, method)
        status, answer = 200, {"ok": True, "result": await _do(world, request, params)}
    except Refusal as refusal:
        status, answer = refusal.code, refusal.answer()
    cut = fault == ("cut",) and status == 200
    _record(world, method, {"body": shown(given), "status": status, "answer": answer}, cut=cut)
    if world.slow:
        await asyncio.sleep(world.slow)
    return _Cut() if cut else _json(status, answer)


def _admit(world: World, request: Request, method: str) -> None:
    if world.down:
        raise Refusal(502, "Bad Gateway")
    if request.path_params["token"] != world.token:
        raise Refusal(401, "Unauthorized")
    if method not in METHODS:
        raise Refusal(404, "Not Found")


async def _do(world: World, request: Request, params: JSON) -> Any:
    method = request.path_params["method"]
    if method in WAITING:
        return await _while_there(request, WAITING[method](world, params))
    with world.lock:
        return AT_ONCE[method](world, params)


async def _while_there(request: Request, work: Coroutine[Any, Any, Any]) -> Any:
    """Do what may take long, as long as somebody waits for it: a poll without a caller is given up."""
    doing, leaving = asyncio.ensure_future(work), asyncio.ensure_future(request.receive())
    try:
        await asyncio.wait({doing, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            raise Refusal(499, "Client Closed Request")
        return doing.result()
    finally:
        doing.cancel()
        leaving.cancel()


def _fault(world: World, method: str) -> tuple[Any, ...]:
    """The fault this request meets; those that stop it are raised, a cut is left to its answer."""
    if method not in SENDS or not world.next_faults:
        return ()
    kind, *more = fault = world.next_faults.pop(0)
    if kind == "error":
        raise Refusal(more[0], HTTPStatus(more[0]).phrase)
    if kind == "429":
        raise too_many(more[0])
    return fault


def _record(world: World, method: str, what: JSON, *, cut: bool) -> None:
    """Write the request down without the bot's token, wherever it may stand."""
    clean = orjson.loads(orjson.dumps(what).replace(world.token.encode(), b"<token>"))
    how = {"cut": True} if cut else {}
    world.ledger.write(verb=method, path=f"/bot/{method}", **clean, **how)


def _download(world: World, request: Request) -> Response:
    path = request.path_params["path"]
    with world.lock:
        known = request.path_params["token"] == world.token and not world.down
        file = world.files.by_path(path) if known else None
    if file is None:
        return _json(404, Refusal(404, "Not Found").answer())
    world.ledger.write(method="GET", path=f"/file/bot/{path}", body={}, status=200, answer=file.wire())
    return Response(file.content, media_type="application/octet-stream")


def _json(status: int, body: JSON) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")
