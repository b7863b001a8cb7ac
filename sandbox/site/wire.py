"""The site on the wire: one answer a request, batched or not, troubles on order, all of it in the ledger."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sandbox.ledger import Ledger
from sandbox.site import batching
from sandbox.site.allowance import cost
from sandbox.site.answering import answer, stranger
from sandbox.site.asking import Reply
from sandbox.site.errors import Refused
from sandbox.site.faults import Fault, Spoilt, take
from sandbox.site.formats import Format, error, read_format
from sandbox.site.site import Site, Tokens
from sandbox.site.subscribing import greet

_ALWAYS = {"MicrosoftSharePointTeamServices": "16.0.0.25213"}
_METHODS = ["GET", "POST", "PATCH", "MERGE", "DELETE", "PUT", "OPTIONS"]


def application(site: Site, ledger: Ledger, tokens: Tokens) -> ASGIApp:
    """The site as a web application."""
    wire = _Wire(site, ledger, tokens)

    async def serve(request: Request) -> Response:
        sent = await request.body()
        if site.latency:
            await asyncio.sleep(site.latency)
        await greet(site.hooks, request.method, request.url.path, sent)
        return wire.batch(request, sent) if batching.meant(request.url.path) else wire.single(request, sent)

    return Starlette(routes=[Route("/{path:path}", serve, methods=_METHODS)])


@dataclass(frozen=True)
class _Answered:
    request: Request
    reply: Reply
    fault: Fault | None


@dataclass(frozen=True)
class _Wire:
    site: Site
    ledger: Ledger
    tokens: Tokens

    def single(self, request: Request, sent: bytes) -> Response:
        told, refusal = self._spend(request, [(request.method, request.url.path)])
        if refusal is not None:
            return refusal
        one = self._answer(request, sent)
        return _spoilt(_response(request, one.reply, told), one.fault)

    def batch(self, request: Request, sent: bytes) -> Response:
        """Many requests in one: each has its own answer, its own troubles and its own line in the ledger."""
        fault = _next_fault(self.site, request)
        ordered = _failed(request, fault)
        if fault is not None and ordered is not None and not fault.done:
            return self._refuse(request, ordered)
        try:
            found = self._parts(request, sent)
        except Refused as refused:
            return self._refuse(request, Reply(error(_form(request), refused), refused.status))
        if isinstance(found, Reply):
            return self._refuse(request, found)
        told, refusal = self._spend(request, [(part.method, part.url.path) for part, _ in found])
        if refusal is not None:
            return refusal
        answered = [self._answer(part, body, batch=True) for part, body in found]
        return self._refuse(request, ordered) if ordered else self._joined(request, answered, fault, told)

    def _joined(
        self, request: Request, answered: list[_Answered], fault: Fault | None, told: dict[str, str]
    ) -> Response:
        body, kind = batching.joined([(one.reply, _form(one.request).content_type) for one in answered])
        statuses = [one.reply.status for one in answered]
        faults = (fault, *(part.fault for part in answered))
        cut = next((one for one in faults if one and one.cut is not None), None)
        self._record(request, {"parts": len(statuses)}, Reply({"parts": statuses}), cut)
        return _spoilt(Response(body, 200, {**_ALWAYS, **told, "Content-Type": kind}), *faults)

    def _parts(self, request: Request, sent: bytes) -> Reply | list[tuple[Request, bytes]]:
        """The requests of a batch, or why whoever sends it may not. Refused: it is none."""
        trouble = stranger(self.tokens, request)
        if trouble is not None:
            return trouble
        return [(part.request(request), part.body) for part in batching.parts(request, sent)]

    def _refuse(self, request: Request, reply: Reply) -> Response:
        self._record(request, None, reply, None)
        return _response(request, reply)

    def _spend(self, request: Request, asked: list[tuple[str, str]]) -> tuple[dict[str, str], Response | None]:
        """The headers that tell what is left to the app, and the refusal where that is too little."""
        if self.site.allowance is None:
            return {}, None
        through, told = self.site.allowance.spend(sum(cost(method, path) for method, path in asked))
        if through:
            return told, None
        throttled = _failed(request, Fault(429, told))
        return told, self._refuse(request, throttled) if throttled else None

    def _answer(self, request: Request, sent: bytes, **how: Any) -> _Answered:
        fault = _next_fault(self.site, request)
        reply = _reply(self.site, self.tokens, request, sent, fault)
        self._record(request, _decoded(sent), reply, fault, **how)
        return _Answered(request, reply, fault)

    def _record(self, request: Request, body: Any, reply: Reply, fault: Fault | None, **how: Any) -> None:
        """One line for the ledger: headers that tell the request, never the bearer token."""
        telling = ("x-http-method", "if-match", "accept", "content-type", "user-agent")
        extra: dict[str, Any] = {} if fault is None or fault.cut is None else {"cut": fault.cut}
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        self.ledger.write(
            path=path,
            body=body,
            status=reply.status,
            answer={"size": len(reply.content)} if isinstance(reply.content, bytes) else reply.content,
            method=request.method,
            headers={name: request.headers[name] for name in telling if name in request.headers},
            **extra,
            **how,
        )


def _spoilt(whole: Response, *faults: Fault | None) -> Response:
    """The answer as the first trouble that spoils one lets it out."""
    fault = next((one for one in faults if one is not None and one.spoils), None)
    return whole if fault is None else Spoilt(whole, fault)


def _next_fault(site: Site, request: Request) -> Fault | None:
    """The trouble that a request runs into, taken off the list; being down is one that stays."""
    if site.down:
        return Fault(status=503, headers={"Retry-After": str(site.retry_after)})
    method, rows = request.headers.get("x-http-method", request.method), request.query_params.get("$top", "")
    fault = take(site.faults, method, request.url.path, rows=int(rows) if rows.isdigit() else 0)
    if fault is not None:
        site.met.append(fault)
        if fault.first is not None:
            fault.first()
    return fault


def _reply(site: Site, tokens: Tokens, request: Request, sent: bytes, fault: Fault | None) -> Reply:
    ordered = _failed(request, fault)
    if fault is not None and ordered is not None and not fault.done:
        return ordered
    with site.lock:
        reply = answer(site, tokens, request, sent)
    return ordered or reply


def _failed(request: Request, fault: Fault | None) -> Reply | None:
    """The refusal that a trouble orders, if it orders one."""
    if fault is None or fault.status is None:
        return None
    text = {429: "The request was throttled.", 503: "The service is unavailable."}.get(fault.status, "It failed.")
    refused = Refused(fault.status, "-2147429894, Microsoft.SharePoint.SPException", text)
    return Reply(error(_form(request), refused), fault.status, fault.headers)


def _form(request: Request) -> Format:
    """The format asked for, or the plain one where none is understood: even a refusal has a dress."""
    try:
        return read_format(request.headers.get("accept", ""))
    except Refused:
        return Format()


def _response(request: Request, reply: Reply, told: dict[str, str] | None = None) -> Response:
    headers = {**_ALWAYS, **(told or {}), **(reply.headers or {})}
    if reply.content is None:
        return Response(status_code=reply.status, headers=headers)
    if isinstance(reply.content, bytes):
        return Response(reply.content, reply.status, {**headers, "Content-Type": "application/octet-stream"})
    headers["Content-Type"] = _form(request).content_type
    return Response(orjson.dumps(reply.content), reply.status, headers)


def _decoded(sent: bytes) -> Any:
    if not sent:
        return None
    try:
        return orjson.loads(sent)
    except orjson.JSONDecodeError:
        pass
    try:
        return sent.decode()
    except UnicodeDecodeError:
        return {"size": len(sent)}
