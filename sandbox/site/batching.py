"""Batches on the wire: many requests in one multipart body, read strictly, and their answers joined.

The form is OData 3's (MS-ODATA 2.2.7.6) as SharePoint takes it: writes in changesets, reads outside of them, at most
100 requests, no transaction. Lines may end in CRLF or LF, as in Microsoft's own reader: clients send both.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote, urlsplit

import orjson
from starlette.requests import Request

from sandbox.site.asking import Reply
from sandbox.site.errors import bad

AT_MOST = 100
_READS, _WRITES = ("GET",), ("POST", "PUT", "PATCH", "MERGE", "DELETE")
_BOUNDARY = re.compile(r"""multipart/mixed\s*;\s*boundary=(?:"([^"]{1,70})"|([^\s";,]{1,70}))\s*""", re.IGNORECASE)
_REQUEST = re.compile(r"(\S+) (\S+) HTTP/1\.1")

Headers = dict[str, str]


@dataclass(frozen=True)
class Part:
    """One request of a batch: its headers in lower case, its body's bytes."""

    method: str
    url: str
    headers: Headers
    body: bytes

    def request(self, outer: Request) -> Request:
        """The part as a request of its own; it is the whole batch that carries the token.

        Refused (400): an address of another host, or one that is not whole.
        """
        address, host = urlsplit(self.url), outer.headers["host"]
        if (address.scheme, address.netloc) != (outer.url.scheme, host):
            raise bad(f"The address '{self.url}' of a batched request is not one of {outer.url.scheme}://{host}.")
        told = {**self.headers, "host": host, "authorization": outer.headers.get("authorization", "")}
        scope: dict[str, Any] = {
            "type": "http",
            "method": self.method,
            "scheme": address.scheme,
            "path": unquote(address.path),
            "query_string": address.query.encode(),
            "headers": [(name.encode(), text.encode()) for name, text in told.items()],
        }
        return Request(scope)


def meant(path: str) -> bool:
    """Whether a request to this path is a batch."""
    return path.lower().endswith("/_api/$batch")


def parts(request: Request, sent: bytes) -> list[Part]:
    """The requests of a batch, in their order. Refused (400): a body that is not what a batch must be."""
    if request.method != "POST" or "x-http-method" in request.headers:
        raise bad("A batch is sent with POST, and without X-HTTP-Method.")
    boundary = _boundary(request.headers.get("content-type", ""))
    found = [one for piece in _split(sent.replace(b"\r\n", b"\n"), boundary) for one in _outer(piece)]
    if not found or len(found) > AT_MOST:
        raise bad(f"A batch holds 1 to {AT_MOST} requests, not {len(found)}.")
    return found


def _outer(piece: bytes) -> Iterator[Part]:
    """A piece of the batch: a read, or a changeset of writes."""
    headers, rest = _head(piece)
    kind = headers.get("content-type", "")
    if not kind.lower().startswith("multipart/mixed"):
        yield _part(headers, rest, _READS, "outside of a changeset")
        return
    for inner in _split(rest, _boundary(kind)):
        yield _part(*_head(inner), _WRITES, "in a changeset")


def _part(headers: Headers, rest: bytes, methods: Sequence[str], where: str) -> Part:
    if headers.get("content-type", "").lower() != "application/http":
        raise bad(f"A batched request has the Content-Type application/http, not '{headers.get('content-type', '')}'.")
    if headers.get("content-transfer-encoding", "").lower() != "binary":
        raise bad("A batched request has the Content-Transfer-Encoding binary.")
    line, _, rest = rest.partition(b"\n")
    match = _REQUEST.fullmatch(line.decode(errors="replace").strip())
    if match is None:
        raise bad(f"'{line.decode(errors='replace')}' does not begin a request: METHOD address HTTP/1.1 does.")
    told, body = _head(rest)
    if match[1] not in methods:
        raise bad(f"The method '{match[1]}' is not allowed {where}: {', '.join(methods)}.")
    if told.pop("x-http-method", match[1]) != match[1]:
        raise bad(f"A batched request of the method {match[1]} has another one in X-HTTP-Method.")
    return Part(match[1], match[2], told, body.strip())


def _boundary(kind: str) -> str:
    match = _BOUNDARY.fullmatch(kind.strip())
    if match is None:
        raise bad(f"The Content-Type '{kind}' is not multipart/mixed with a boundary.")
    return match[1] or match[2]


def _split(text: bytes, boundary: str) -> list[bytes]:
    """What stands between the lines that are the boundary; what precedes the first is nobody's."""
    line, last = f"--{boundary}".encode(), f"--{boundary}--".encode()
    found: list[list[bytes]] = []
    for one in text.split(b"\n"):
        if one.rstrip() == last:
            return [b"\n".join(lines) for lines in found]
        if one.rstrip() == line:
            found.append([])
        elif found:
            found[-1].append(one)
    raise bad(f"The batch does not end: there is no line --{boundary}--.")


def _head(piece: bytes) -> tuple[Headers, bytes]:
    """Headers up to an empty line, and what follows it."""
    headers: Headers = {}
    head, _, rest = piece.partition(b"\n\n") if not piece.startswith(b"\n") else (b"", b"", piece[1:])
    for line in filter(None, head.decode(errors="replace").split("\n")):
        name, colon, text = line.partition(":")
        if not colon or not re.fullmatch(r"[A-Za-z0-9-]+", name):
            raise bad(f"'{line}' in a batch is no header.")
        headers[name.lower()] = text.strip()
    return headers, rest


def joined(answers: Sequence[tuple[Reply, str]]) -> tuple[bytes, str]:
    """The answers of a batch as one body, each with its content type, and the content type of the whole.

    SharePoint answers one after another, a changeset's too, without an inner boundary.
    """
    boundary = f"batchresponse_{uuid.uuid4()}"
    lines: list[bytes] = []
    for reply, kind in answers:
        told = {"CONTENT-TYPE": kind, **{name.upper(): text for name, text in (reply.headers or {}).items()}}
        lines += [
            f"--{boundary}".encode(),
            b"Content-Type: application/http",
            b"Content-Transfer-Encoding: binary",
            b"",
            f"HTTP/1.1 {reply.status} {HTTPStatus(reply.status).phrase}".encode(),
            *(f"{name}: {text}".encode() for name, text in told.items()),
            b"",
            _content(reply),
        ]
    lines += [f"--{boundary}--".encode(), b""]
    return b"\r\n".join(lines), f"multipart/mixed; boundary={boundary}"


def _content(reply: Reply) -> bytes:
    if isinstance(reply.content, bytes):
        return reply.content
    return b"" if reply.content is None else orjson.dumps(reply.content)


def _body(reply: Reply) -> bytes:
    if reply.content is None or isinstance(reply.content, bytes):
        return reply.content or b""
    return orjson.dumps(reply.content)
