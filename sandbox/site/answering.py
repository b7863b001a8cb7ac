"""One request answered: who asks, what for, in which format, and every refusal in SharePoint's words."""

from __future__ import annotations

from typing import Any

import orjson
from starlette.requests import Request

from sandbox.site.asking import Ask, Reply, read_options
from sandbox.site.errors import Refused, bad, denied
from sandbox.site.formats import Format, Json, error, read_format
from sandbox.site.routes import find, takes_bytes
from sandbox.site.site import Site, Tokens

# What an app's token must let it do; the grant on the one site itself is not in the token.
_OPENS = {"Sites.Selected", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"}


def answer(site: Site, tokens: Tokens, request: Request, sent: bytes) -> Reply:
    """The answer to a request whose body is ``sent``; never raises."""
    form = Format()
    try:
        trouble = stranger(tokens, request)
        if trouble is not None:
            return trouble
        form = read_format(request.headers.get("accept", ""))
        return _handled(site, form, request, sent)
    except Refused as refused:
        return Reply(error(form, refused), refused.status)


def stranger(tokens: Tokens, request: Request) -> Reply | None:
    """401 where the bearer token is missing or not good. Refused (403): its app has no right to sites."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        trouble: str | None = "There is no bearer token in the header Authorization."
    else:
        trouble = tokens.trouble(token, f"{request.url.scheme}://{request.headers['host']}")
    if trouble is not None:
        return Reply({"error_description": trouble}, 401, {"WWW-Authenticate": "Bearer"})
    if not _OPENS.intersection(tokens.roles_of(token)):
        raise denied()
    return None


def _handled(site: Site, form: Format, request: Request, sent: bytes) -> Reply:
    prefix, path = f"{site.path}/_api/", str(request.scope["path"])
    if not path.lower().startswith(prefix.lower()):
        text = f"There is nothing at {path}: the site's interface is under {prefix}."
        raise Refused(404, "-1, System.IO.FileNotFoundException", text)
    method = _method(request)
    where, verb = find(site, method, path[len(prefix) :])
    body, verbose = ({}, False) if takes_bytes(path) else _body(request, sent)
    ask = Ask(
        site=site,
        method=method,
        base=f"{request.url.scheme}://{request.headers['host']}{site.path}",
        form=form,
        options=read_options(request.url.query),
        headers=dict(request.headers),
        where=where,
        body=body,
        verbose=verbose,
        sent=sent,
    )
    return verb(ask)


def _method(request: Request) -> str:
    """The method meant: a POST may carry another one in X-HTTP-Method. Refused (400): one not known here."""
    meant = request.headers.get("x-http-method")
    if meant is None:
        return request.method
    if request.method != "POST" or meant not in ("MERGE", "PATCH", "PUT", "DELETE"):
        raise bad(f"The HTTP header X-HTTP-Method '{meant}' on {request.method} is not known here.")
    return meant


def _body(request: Request, sent: bytes) -> tuple[Json, bool]:
    """The body as an object, and whether it is of the verbose form. Refused (400): no JSON, or no object."""
    if not sent:
        return {}, False
    form = read_format(request.headers.get("content-type", ""), "Content-Type")
    try:
        body: Any = orjson.loads(sent)
    except orjson.JSONDecodeError as error:
        raise bad(f"The body is not JSON: {error}.") from error
    if not isinstance(body, dict):
        raise bad("The body is not a JSON object.")
    return body, form.level == "verbose"
