"""Subscriptions to a list's changes, as SharePoint keeps them. Source: learn.microsoft.com, "SharePoint webhooks"."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sync.sharepoint.transport import Wire
from sync.subscribing import Subscription
from sync.workspace import WorkspaceDown


def read(wire: Wire, where: str) -> list[Subscription]:
    """Those of the list that stands at ``where``."""
    try:
        return [_subscription(one) for one in wire.get(f"{where}/subscriptions")["value"]]
    except (KeyError, TypeError, ValueError) as error:
        raise WorkspaceDown("what the site says of subscriptions has not the right form") from error


def _subscription(told: dict[str, Any]) -> Subscription:
    return Subscription(
        number=str(told["id"]),
        url=str(told["notificationUrl"]),
        word=str(told.get("clientState") or ""),
        expires=datetime.fromisoformat(told["expirationDateTime"]).astimezone(UTC),
    )


def put(wire: Wire, where: str, one: Subscription) -> None:
    """Make it, or change the one of its number: its address and word too, as ours may have changed."""
    expires = one.expires.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    body = {"notificationUrl": one.url, "expirationDateTime": expires, "clientState": one.word}
    if one.number:
        wire.patch(f"{where}/subscriptions('{one.number}')", body)
    else:
        wire.post(f"{where}/subscriptions", {"resource": wire.address(where), **body})
