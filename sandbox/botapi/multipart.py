"""Takes a form with files apart, as it comes over the wire."""

from __future__ import annotations

from email.message import Message
from email.parser import HeaderParser

from sandbox.botapi.files import Upload
from sandbox.botapi.refusal import bad


def parts(body: bytes, content_type: str) -> dict[str, str | Upload]:
    """The fields and files of a ``multipart/form-data`` body (RFC 7578) by name."""
    header = Message()
    header["Content-Type"] = content_type
    boundary = header.get_param("boundary")
    if not isinstance(boundary, str) or not boundary:
        raise bad("multipart form without a boundary")
    chunks = (b"\r\n" + body).split(b"\r\n--" + boundary.encode())
    if len(chunks) < 2 or not chunks[-1].startswith(b"--"):
        raise bad("multipart form is cut short")
    return dict(_part(chunk) for chunk in chunks[1:-1])


def _part(chunk: bytes) -> tuple[str, str | Upload]:
    head, _, content = chunk.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    headers = HeaderParser().parsestr(head.decode("utf-8", "replace"))  # names come as plain UTF-8
    name = headers.get_param("name", header="content-disposition")
    if not isinstance(name, str):
        raise bad("multipart form has a part without a name")
    filename = headers.get_filename()
    return name, content.decode("utf-8", "replace") if filename is None else Upload(filename, content)
