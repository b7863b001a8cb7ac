"""getChanges: what happened in a list since a token, as SharePoint's change query asks and its change items tell."""

from __future__ import annotations

from typing import Any

from sandbox.site.asking import Ask, Reply, only
from sandbox.site.changes import ASKED_BY, Change
from sandbox.site.errors import ARGUMENT, bad
from sandbox.site.formats import Complex, Entity, collection, entity
from sandbox.site.lists import SiteList
from sandbox.site.reading import uri
from sandbox.site.zones import instant

MOST = 2000
# What SP.ChangeQuery has beside these: things of which this site's log knows nothing.
_OTHER = {
    "Activity", "Alert", "AppConsentPrincipal", "ContentType", "Field", "File", "Folder", "Group", "GroupMembershipAdd",
    "GroupMembershipDelete", "List", "Navigation", "RequireSecurityTrim",
    "RoleAssignmentAdd", "RoleAssignmentDelete", "RoleDefinitionAdd", "RoleDefinitionDelete",
    "RoleDefinitionUpdate", "SecurityPolicy", "Site", "User", "View", "Web",
}  # fmt: skip
_SWITCHES = {*ASKED_BY, *_OTHER, "Item", "RecursiveAll", "LatestFirst", "IgnoreStartTokenNotFoundError"}


def get_changes(ask: Ask, rows: SiteList) -> Reply:
    """Events of the kinds asked for, oldest first, at most ``FetchLimit`` (2,000 by default and at most)."""
    only(ask.options)
    query = _query(ask)
    if query.get("LatestFirst"):
        raise bad("The property 'LatestFirst' is not known here: changes come oldest first.", ARGUMENT)
    kinds = {kind for name, some in ASKED_BY.items() if query.get(name) for kind in some}
    found = rows.changes.between(
        _token(ask, query, "ChangeTokenStart"),
        _token(ask, query, "ChangeTokenEnd"),
        now=ask.site.clock.now(),
        aged=ask.site.aged_tokens,
    )
    # Without Item no row's change is asked for; rows in folders need RecursiveAll, which this site gives anyway.
    wanted = [change for change in found if change.kind in kinds] if query.get("Item") else []
    told = [entity(ask.form, ask.base, _change(ask, rows, one)) for one in wanted[: _limit(query)]]
    return Reply(collection(ask.form, ask.base, told))


def _query(ask: Ask) -> dict[str, Any]:
    """The change query of the body. Refused (400): a part that SP.ChangeQuery does not have."""
    query = ask.body.get("query")
    if set(ask.body) != {"query"} or not isinstance(query, dict):
        raise bad('The body of getChanges is {"query": {…}}.')
    query = _typed(ask, query, "SP.ChangeQuery")
    for name, value in query.items():
        if name in _SWITCHES and not isinstance(value, bool):
            raise bad(f"The property '{name}' of SP.ChangeQuery is true or false, not {value!r}.")
        if name not in _SWITCHES and name not in ("FetchLimit", "ChangeTokenStart", "ChangeTokenEnd"):
            raise bad(f"The property '{name}' does not exist on type 'SP.ChangeQuery'.")
    return query


def _typed(ask: Ask, sent: dict[str, Any], kind: str) -> dict[str, Any]:
    """An object of the body without its type name, which the verbose form must give."""
    rest = dict(sent)
    meta = rest.pop("__metadata", None)
    if (ask.verbose or meta is not None) and meta != {"type": kind}:
        raise bad(f'A verbose body needs "__metadata": {{"type": "{kind}"}}, not {meta!r}.')
    return rest


def _token(ask: Ask, query: dict[str, Any], name: str) -> str | None:
    sent = query.get(name)
    if sent is None:
        return None
    text = _typed(ask, sent, "SP.ChangeToken").get("StringValue") if isinstance(sent, dict) else None
    if not isinstance(text, str):
        raise bad(f"The property '{name}' is an object with StringValue.")
    return text


def _limit(query: dict[str, Any]) -> int:
    limit = query.get("FetchLimit", MOST)
    # A 64-bit number in OData 3 may come as text.
    text = "" if isinstance(limit, bool) else str(limit)
    if not text.isdigit() or int(text) < 1:
        raise bad(f"The property 'FetchLimit' is a number from 1 on, not {limit!r}.")
    return min(int(text), MOST)


def _change(ask: Ask, rows: SiteList, change: Change) -> Entity:
    token = rows.changes.token(change.at, change.number)
    facts = {
        "ChangeToken": Complex("SP.ChangeToken", {"StringValue": token}),
        "ChangeType": change.kind,
        "SiteId": ask.site.id,
        "Time": instant(change.at),
        "ItemId": change.item,
        "ListId": rows.id,
        "WebId": ask.site.id,
    }
    return Entity(f"{uri(rows)}/Changes({change.number})", "SP.ChangeItem", facts)
