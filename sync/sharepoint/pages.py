"""Pages of a site's list, one after the other, by item id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar
from urllib.parse import quote

from sync.sharepoint.forms import Items, wrong
from sync.sharepoint.sizes import Sizes
from sync.workspace import NotUnderstood

T = TypeVar("T")

# The items that stand at a path.
Asking = Callable[[str], Items]
# What is made of a page's items (folders too) and of the last one's id.
Reading = Callable[[Items, int], T]


def walk(ask: Asking, path: str, reading: Reading[T], *, sizes: Sizes, after: int) -> Iterator[T]:
    """What ``reading`` makes of each page of the list whose items stand at ``path``, as many items each as ``sizes``
    finds right, from the one after ``after`` on: any page can be asked for again, and the site's limit is not met. The
    site itself says whether there are more: a last page may be full. Raises NotUnderstood."""
    following = True
    while following:
        options = f"{path}&$filter={quote(f'Id gt {after}')}&$orderby=Id"
        made, last, following = _read(_page(ask, path, options, sizes=sizes), reading, after)
        yield made
        if following and last <= after:
            raise NotUnderstood("its pages lead nowhere")
        after = last
    sizes.whole(path)


def _page(ask: Asking, path: str, options: str, *, sizes: Sizes) -> Items:
    return sizes.ask(path, lambda size: ask(f"{options}&$top={size}"))


def _read(items: Items, reading: Reading[T], after: int) -> tuple[T, int, bool]:
    """What is made of a page, its last item, and whether there are more. The items themselves go when this ends."""
    last = items.last or after
    return reading(items, last), last, items.more


def items(answer: Any) -> list[Any]:
    """The items in an answer that was decoded already. Raises NotUnderstood."""
    found = answer.get("value") if isinstance(answer, dict) else None
    if not isinstance(found, list):
        raise wrong()
    return found


def etags(items: Items, last: int) -> dict[int, str]:
    """The etags of a page's rows by item id."""
    columns = items.rows().columns
    return dict(zip(columns["Id"], columns["odata.etag"], strict=True))
