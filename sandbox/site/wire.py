"""The site on the wire: one answer a request, troubles on order, all of it in the ledger."""

from __future__ import annotations

import asyncio
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox.ledger import Ledger
from sandbox.site.answering import answer
from sandbox.site.asking import Reply
from sandbox.site.errors import Refused
from sandbox.site.formats import Format, error, read_format
from sandbox.site.site import Fault, Site, Tokens

_METHODS = ["GET", "POST", "PATCH", "MERGE", "DELETE", "PUT", "OPTIONS"]


def application(site: Site, ledger: Ledger, tokens: Tokens) -> ASGIApp:
    """The site as a web application."""

    async def serve(request: Request) -> Response:
        sent = await request.body()
        if site.latency:
            await asyncio.sleep(site.latency)
        fault = _next_fault(site, request)
        reply = _reply(site, tokens, request, sent, fault)
        _record(ledger, request, sent, reply, fault)
        if fault is not None and fault.cut is not None:
            return _Cut(_response(request, reply), fault.cut)
        return _response(request, reply)

    return Starlette(routes=[Route("/{path:path}", serve, methods=_METHODS)])


class _Cut(Response):
    """An answer of which only the first bytes come before the line drops."""

    def __init__(self, whole: Response, length: int) -> None:
        super().__init__(whole.body, whole.status_code, dict(whole.headers))
        self._length = length

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        part = bytes(self.body)[: self._length]
        # More is promised and never sent: the server closes the line when this returns.
        await send({"type": "http.response.body", "body": part, "more_body": True})


def _next_fault(site: Site, request: Request) -> Fault | None:
    """The trouble this request runs into, taken off the list; being down is one that stays."""
    if site.down:
        return Fault(status=503, headers={"Retry-After": str(site.retry_after)})
    for fault in site.faults:
        if fault.path in request.url.path:
            site.faults.remove(fault)
            return fault
    return None


def _reply(site: Site, tokens: Tokens, request: Request, sent: bytes, fault: Fault | None) -> Reply:
    if fault is None or fault.done or fault.status is None:
        with site.lock:
            reply = answer(site, tokens, request, sent)
        if fault is None or fault.status is None:
            return reply
    text = {429: "The request was throttled.", 503: "The service is unavailable."}.get(fault.status, "It failed.")
    refused = Refused(fault.status, "-2147429894, Microsoft.SharePoint.SPException", text)
    return Reply(error(_form(request), refused), fault.status, fault.headers)


def _form(request: Request) -> Format:
    """The format asked for, or the plain one where none is understood: even a refusal has a dress."""
    try:
        return read_format(request.headers.get("accept", ""))
    except Refused:
        return Format()


def _response(request: Request, reply: Reply) -> Response:
    headers = {"MicrosoftSharePointTeamServices": "16.0.0.25213", **(reply.headers or {})}
    if reply.content is None:
        return Response(status_code=reply.status, headers=headers)
    headers["Content-Type"] = _form(request).content_type
    return Response(orjson.dumps(reply.content), reply.status, headers)


def _record(ledger: Ledger, request: Request, sent: bytes, reply: Reply, fault: Fault | None) -> None:
    """One line for the ledger: headers that tell the request, never the bearer token."""
    telling = ("x-http-method", "if-match", "accept", "content-type", "user-agent")
    extra: dict[str, Any] = {} if fault is None or fault.cut is None else {"cut": fault.cut}
    path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    ledger.write(
        path=path,
        body=_decoded(sent),
        status=reply.status,
        answer=reply.content,
        method=request.method,
        headers={name: request.headers[name] for name in telling if name in request.headers},
        **extra,
    )


def _decoded(sent: bytes) -> Any:
    if not sent:
        return None
    try:
        return orjson.loads(sent)
    except orjson.JSONDecodeError:
        return sent.decode(errors="replace")
