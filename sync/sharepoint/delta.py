"""What happened in a list since a token: the site's change log, read to its end and collapsed per row."""

from __future__ import annotations

from typing import Any

from sync.sharepoint.transport import Wire
from sync.workspace import Changes, WorkspaceDown

DELETED = 3
AT_ONCE = 1000
_ASKED = ("Item", "Add", "Update", "SystemUpdate", "DeleteObject", "Restore", "Move", "Rename", "RecursiveAll")


def changes(wire: Wire, rows: str, token: str) -> Changes:
    """Follow the log of the list at ``rows`` from ``token``; what happened last to a row is what counts.

    The site answers at most so many events a call, so the last event's token is asked on until nothing comes.
    """
    last: dict[int, bool] = {}
    while events := _events(wire, rows, token):
        for event in events:
            last[event["ItemId"]] = event["ChangeType"] != DELETED
        token = str(events[-1]["ChangeToken"]["StringValue"])
    changed = tuple(number for number, lives in last.items() if lives)
    return Changes(changed, tuple(number for number, lives in last.items() if not lives), token)


def _events(wire: Wire, rows: str, token: str) -> list[dict[str, Any]]:
    query = {**dict.fromkeys(_ASKED, True), "FetchLimit": AT_ONCE, "ChangeTokenStart": {"StringValue": token}}
    answer = wire.post(f"{rows}/getChanges", {"query": query})
    try:
        return [{name: event[name] for name in ("ItemId", "ChangeType", "ChangeToken")} for event in answer["value"]]
    except (KeyError, TypeError) as error:
        raise WorkspaceDown("its log of changes has not the right form") from error
