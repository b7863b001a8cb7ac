"""Reasons: what somebody changed about the lists so that the site refuses a row, found by looking at them anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from forum.findings import Finding
from sync import hindrances
from sync.sharepoint.opening import Opened
from sync.sharepoint.transport import Wire
from sync.workspace import Change, Gone, ListFit, ListStopped, Rejected, WorkspaceError


def of_missing(wire: Wire, fit: ListFit, look: Callable[[], Mapping[str, ListFit]]) -> WorkspaceError | None:
    """What is to be said instead of *the row is gone*; None where the list stands, and only the row is gone. ``look``
    looks at the site anew. A list that is gone may be brought back with all its rows: of none of them is it known."""
    try:
        wire.get(f"web/lists(guid'{fit.list_id}')?$select=Id")
    except Gone:
        return _gone(fit.noun, look)
    except WorkspaceError as trouble:
        return trouble  # for now nobody can say
    return None


def _gone(noun: str, look: Callable[[], Mapping[str, ListFit]]) -> WorkspaceError:
    try:
        return ListStopped("the list is gone", reason=of_list(look()[noun]))
    except WorkspaceError as trouble:
        return trouble


def of_list(fit: ListFit) -> Finding | None:
    """Why nothing is written to a list that was written to before; None where it is another one now."""
    return fit.reason or (None if fit.list_id else Finding("list-not-seen", {"list": fit.title}))


def of_refusal(change: Change, error: Rejected, now: Opened) -> WorkspaceError:
    """What to say of a write that was refused for good, as the site is ``now``: it may wait for a list."""
    columns = now.columns.get(change.noun)
    if columns is None:
        return ListStopped(reason=now.fits[change.noun].reason)
    targets = {one.target for name, one in columns.spec.by_name.items() if change.values.get(name) is not None}
    if any(target and not now.fits[target].list_id for target in targets):
        return ListStopped("a list that it looks up is gone")
    error.finding = hindrances.of_write(columns, change.values, new=change.item_id is None) or error.finding
    return error
