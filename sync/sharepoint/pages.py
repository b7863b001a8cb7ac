"""Pages of a site's list, one after the other, by item id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar
from urllib.parse import quote

from sync.sharepoint.rows import FOLDER
from sync.sharepoint.sizes import Sizes
from sync.sharepoint.transport import Wire
from sync.workspace import NotUnderstood

T = TypeVar("T")

# What is made of a page's items (folders too) and of the last one's id.
Reading = Callable[[list[Any], int], T]


def walk(wire: Wire, path: str, reading: Reading[T], *, sizes: Sizes, after: int) -> Iterator[T]:
    """What ``reading`` makes of each page of the list whose items stand at ``path``, as many items each as ``sizes``
    finds right, from the one after ``after`` on: any page can be asked for again, and the site's limit is not met. The
    site itself says whether there are more: a last page may be full. Raises NotUnderstood."""
    following = True
    while following:
        options = f"{path}&$filter={quote(f'Id gt {after}')}&$orderby=Id"
        made, last, following = _read(_ask(wire, path, options, sizes=sizes), reading, after)
        yield made
        if following and last <= after:
            raise NotUnderstood("its pages lead nowhere")
        after = last
    sizes.whole(path)


def _ask(wire: Wire, path: str, options: str, *, sizes: Sizes) -> Any:
    return sizes.ask(path, lambda size: wire.get(f"{options}&$top={size}"))


def _read(answer: Any, reading: Reading[T], after: int) -> tuple[T, int, bool]:
    """What is made of a page, its last item, and whether there are more. The items themselves go when this ends: they
    take several times the room of what is made of them."""
    found = items(answer)
    try:
        last = int(found[-1]["Id"]) if found else after
        return reading(found, last), last, "odata.nextLink" in answer
    except (KeyError, TypeError, ValueError) as error:
        raise _wrong() from error


def items(answer: Any) -> list[Any]:
    """The items in an answer. Raises NotUnderstood."""
    try:
        found: list[Any] = answer["value"]
    except (KeyError, TypeError) as error:
        raise _wrong() from error
    if not isinstance(found, list):
        raise _wrong()
    return found


def _wrong() -> NotUnderstood:
    return NotUnderstood("its answer about rows has not the right form")


def etags(items: list[Any], last: int) -> dict[int, str]:
    """The etags of a page's rows by item id."""
    return {one["Id"]: one["odata.etag"] for one in items if one["FileSystemObjectType"] != FOLDER}
