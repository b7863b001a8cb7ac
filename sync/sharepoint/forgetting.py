"""Forgetting: those earlier versions of a row leave the site's history that hold words which were erased; what else
people changed there stays. Source: learn.microsoft.com, "ListItemVersion", and PnPjs' documentation, "Items"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from forum.forgetting import digest
from sync.notes import plain
from sync.sharepoint.transport import Wire
from sync.workspace import Gone, WorkspaceDown

# As many versions of a row as are looked at; a list of SharePoint keeps 50,000 at most and 500 where nobody says so.
MOST = 5000


def forget(wire: Wire, row: str, digests: Collection[str]) -> None:
    """Take out of the history of the row at this address whatever says one of these words (by ``digest``)."""
    try:
        told = wire.get(f"{row}/versions?$top={MOST}")["value"]
        gone = [one["VersionId"] for one in told if not one["IsCurrentVersion"] and _says(one, digests)]
    except Gone:
        return
    except (KeyError, TypeError) as error:
        raise WorkspaceDown("what the site says of a row's versions has not the right form") from error
    for number in gone:
        wire.post(f"{row}/versions({int(number)})/deleteobject", {})


def _says(version: dict[str, Any], digests: Collection[str]) -> bool:
    return any(digest(plain(text)) in digests for text in _texts(version))


def _texts(version: dict[str, Any]) -> Iterator[str]:
    yield from (word for word in version.values() if isinstance(word, str) and word.strip())
