"""Pages of a site's list, cut into their rows without reading what these say."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import msgspec

from sync.sharepoint.rows import FOLDER
from sync.sharepoint.sizes import Sizes
from sync.sharepoint.transport import Wire
from sync.workspace import NotUnderstood, Raw


class Mark(msgspec.Struct, rename={"id": "Id", "etag": "odata.etag", "kind": "FileSystemObjectType"}, gc=False):
    """What tells an item of a page from others."""

    id: int
    etag: str
    kind: int


class Marks(msgspec.Struct, rename={"following": "odata.nextLink"}):
    """The marks of a page's items, folders too, in their order; ``following`` (empty: none): there are more pages."""

    value: list[Mark]
    following: str = ""

    @property
    def last(self) -> int:
        """The last item's id."""
        return self.value[-1].id if self.value else 0


class _Bodies(msgspec.Struct):
    value: list[msgspec.Raw]


_marks, _bodies = msgspec.json.Decoder(Marks), msgspec.json.Decoder(_Bodies)


def marks(content: bytes) -> Marks:
    """The marks that a page's answer has. Raises NotUnderstood."""
    try:
        return _marks.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotUnderstood("its answer about rows has not the right form") from error


def cut(content: bytes, found: Marks) -> list[Raw]:
    """The rows of a page with these marks."""
    bodies = _bodies.decode(content).value
    return [
        Raw(one.id, one.etag, bytes(body)) for one, body in zip(found.value, bodies, strict=True) if one.kind != FOLDER
    ]


def walk(wire: Wire, rows_of: str, selected: str, *, sizes: Sizes, after: int) -> Iterator[tuple[Marks, bytes]]:
    """The pages of a list, as many items each as ``sizes`` finds right, by item id from the one after ``after``: any
    page can be asked for again, and the site's limit is not met. The site itself says whether there are more: a last
    page may be full."""
    while True:
        content = _page(wire, rows_of, options=f"{selected}&$filter={quote(f'Id gt {after}')}&$orderby=Id", sizes=sizes)
        found = marks(content)
        yield found, content
        if not found.following:
            sizes.whole(rows_of)
            return
        if found.last <= after:
            raise NotUnderstood("its pages lead nowhere")
        after = found.last


def _page(wire: Wire, rows_of: str, *, options: str, sizes: Sizes) -> bytes:
    return sizes.ask(rows_of, lambda size: wire.content(f"{rows_of}/items?{options}&$top={size}"))


def etags(found: Marks) -> dict[int, str]:
    """The etags of a page's rows by item id."""
    return {one.id: one.etag for one in found.value if one.kind != FOLDER}
