"""Files that went through a chat: kept whole, found again by their id."""

from __future__ import annotations

import mimetypes
import secrets
import struct
from dataclasses import dataclass

from sandbox.botapi.refusal import JSON, bad

MOST_BYTES = 50 * 1024 * 1024
MOST_DOWNLOAD = 20 * 1024 * 1024
MOST_PHOTO = 10 * 1024 * 1024


@dataclass(frozen=True)
class Upload:
    """A file as it arrived with a request."""

    name: str
    content: bytes

    def check(self, *, picture: bool) -> None:
        """Raise ``Refusal`` for what the service would not take as a document, or as a ``picture``."""
        if not self.content:
            raise bad("file must be non-empty")
        if len(self.content) > MOST_BYTES:
            raise bad("file is too big")
        if picture:
            size_of(self.content)


@dataclass(frozen=True)
class File:
    """A file in the service's keeping; ``path`` is where it is downloaded from."""

    id: str
    unique_id: str
    path: str
    name: str
    content: bytes

    def wire(self) -> JSON:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}

    def document(self) -> JSON:
        kind = mimetypes.guess_type(self.name)[0] or "application/octet-stream"
        return {**self.wire(), "file_name": self.name, "mime_type": kind}

    def photo(self) -> list[JSON]:
        width, height = size_of(self.content)
        return [{**self.wire(), "width": width, "height": height}]


class Files:
    """All files of one bot. Not safe by itself: the caller holds the lock."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

    def keep(self, upload: Upload, *, folder: str) -> File:
        """Keep a file; ``folder`` is ``documents``, ``photos``, ``stickers``, ``videos`` or ``voice``."""
        ending = "." + upload.name.rpartition(".")[2] if "." in upload.name else ""
        path = f"{folder}/file_{len(self._files)}{ending}"
        kept = File(secrets.token_urlsafe(24), secrets.token_urlsafe(9), path, upload.name, upload.content)
        self._files[kept.id] = kept
        return kept

    def by_id(self, file_id: str) -> File:
        if file_id not in self._files:
            raise bad("wrong file identifier/HTTP URL specified")
        return self._files[file_id]

    def by_path(self, path: str) -> File | None:
        """The file at a download path, if it may be downloaded (20 MB at most)."""
        small = (each for each in self._files.values() if len(each.content) <= MOST_DOWNLOAD)
        return next((each for each in small if each.path == path), None)


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG picture; raises ``Refusal`` for anything else, as sendPhoto does."""
    size = _png(content) or _jpeg(content)
    if size is None or len(content) > MOST_PHOTO:
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = size
    if not (width and height) or width + height > 10_000 or max(size) > 20 * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return size


def _png(content: bytes) -> tuple[int, int] | None:
    if content[:8] != b"\x89PNG\r\n\x1a\n" or len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2 if content[:2] == b"\xff\xd8" else len(content)
    while at + 9 <= len(content):
        marker, length = struct.unpack(">HH", content[at : at + 4])
        if 0xFFC0 <= marker <= 0xFFC3:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
