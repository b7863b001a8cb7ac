"""Batches: up to a hundred requests in one call, and which answer belongs to which.

The form is OData 3's, MS-ODATA 2.2.7.6: one changeset with the writes, the reads after it. SharePoint carries nothing
through as a whole or not at all: every part has a status of its own, in the order in which it was asked.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import orjson
from requests.structures import CaseInsensitiveDict

from sync.sharepoint.refusals import Told

JSON = "application/json;odata=minimalmetadata"
# What SharePoint takes at once: so many parts, and a body of about a mebibyte.
PARTS, SIZE = 100, 1_000_000
_LINE = "\r\n"
_HEAD = (b"Content-Type: application/http", b"Content-Transfer-Encoding: binary", b"")
_STATUS = re.compile(rb"HTTP/1\.\d (\d{3})")
_BOUNDARY = re.compile(r'boundary="?([^\s";]+)"?', re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """One request under ``_api/``. With a ``body`` it writes: something new, or, where there is an ``etag``, a
    change of what still has it."""

    path: str
    body: object = None
    etag: str = ""

    @property
    def writes(self) -> bool:
        return self.body is not None

    def lines(self, root: str) -> list[bytes]:
        """The request as a batch holds it; ``root`` is the address of ``_api``."""
        method = ("MERGE" if self.etag else "POST") if self.writes else "GET"
        told = [f"{method} {root}/{self.path} HTTP/1.1", f"Accept: {JSON}"]
        if self.etag:
            told.append(f"If-Match: {self.etag}")
        if not self.writes:
            return [*_HEAD, *(line.encode() for line in told), b"", b""]
        told.append(f"Content-Type: {JSON}")
        return [*_HEAD, *(line.encode() for line in told), b"", orjson.dumps(self.body)]


def portions(parts: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """The parts in their order, in portions that the site takes at once; reads and writes apart, for the site answers
    in the order of a batch, and writes come first in one."""
    portion: list[Part] = []
    size = 0
    for part in parts:
        length = 1_000 + (len(orjson.dumps(part.body)) if part.writes else 0)
        if portion and (len(portion) == PARTS or size + length > SIZE or part.writes != portion[-1].writes):
            yield portion
            portion, size = [], 0
        portion.append(part)
        size += length
    if portion:
        yield portion


def packed(parts: Sequence[Part], root: str) -> tuple[bytes, str]:
    """One portion as a body, and its content type."""
    outer, inner = f"batch_{uuid.uuid4()}", f"changeset_{uuid.uuid4()}"
    lines: list[bytes] = []
    if parts[0].writes:
        lines += [f"--{outer}".encode(), f"Content-Type: multipart/mixed; boundary={inner}".encode(), b""]
    between = f"--{inner if parts[0].writes else outer}".encode()
    for part in parts:
        lines += [between, *part.lines(root)]
    if parts[0].writes:
        lines += [f"--{inner}--".encode()]
    lines += [f"--{outer}--".encode(), b""]
    return _LINE.encode().join(lines), f"multipart/mixed; boundary={outer}"


def unpacked(content: bytes, headers: Mapping[str, str], count: int) -> list[Told] | None:
    """The answers of a batch of ``count`` parts; None where the site's answer is not whole."""
    match = _BOUNDARY.search(headers.get("Content-Type", ""))
    if match is None:
        return None
    line, last = f"--{match[1]}".encode(), f"--{match[1]}--".encode()
    pieces: list[list[bytes]] = []
    for one in content.replace(b"\r\n", b"\n").split(b"\n"):
        if one == last:
            break
        if one == line:
            pieces.append([])
        elif pieces:
            pieces[-1].append(one)
    else:
        return None
    found = [_told(piece) for piece in pieces]
    whole = [told for told in found if told is not None]
    return whole if len(whole) == count == len(found) else None


def _told(piece: list[bytes]) -> Told | None:
    """One part's answer: past the part's own headers, a status line, headers, an empty line, the body."""
    for number, one in enumerate(piece):
        match = _STATUS.match(one)
        if match is None:
            continue
        rest = piece[number + 1 :]
        end = rest.index(b"") if b"" in rest else len(rest)
        told = (line.decode(errors="replace").partition(":") for line in rest[:end])
        headers = CaseInsensitiveDict({name.strip(): text.strip() for name, _, text in told})
        return Told(int(match[1]), headers, b"\n".join(rest[end + 1 :]).strip())
    return None
