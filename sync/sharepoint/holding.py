"""Holding: files of the library that somebody keeps to themselves."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from forum.findings import Finding
from sync.sharepoint import remarks
from sync.sharepoint.transport import Wire
from sync.workspace import Gone, ListFit, NotAllowed, Rejected, WorkspaceDown

# So many files of the library are looked at: what the site hands out at once.
FILES = 5000


def files(wire: Wire, library: ListFit) -> Sequence[Finding]:
    """Those that are checked out, of the first page. A list that is no library has no such column, and whoever
    may not look at the files is told of that elsewhere."""
    asked = f"$select=Id,CheckoutUserId&$orderby=Id&$top={FILES}"
    with suppress(Rejected, NotAllowed, Gone):
        answer = wire.get(f"web/lists(guid'{library.list_id}')/items?{asked}")
        try:
            return remarks.of_files(library.title, answer["value"])
        except (KeyError, TypeError) as error:
            raise WorkspaceDown("its answer about files has not the right form") from error
    return ()
