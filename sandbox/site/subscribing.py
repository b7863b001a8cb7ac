"""Subscriptions to a list's changes over HTTP: made, read, renewed, ended."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

import orjson

from sandbox.site.addresses import GUID, LIST
from sandbox.site.asking import Ask, Reply, narrowed, only
from sandbox.site.errors import ARGUMENT, MISSING, Refused, bad
from sandbox.site.formats import Entity, Json, collection, entity, single
from sandbox.site.hooks import LONGEST, Hooks, Subscription
from sandbox.site.lists import SiteList
from sandbox.site.making import checked_settings
from sandbox.site.reading import uri
from sandbox.site.writing import writable
from sandbox.site.zones import instant

_SENT: dict[str, type] = {"resource": str, "notificationUrl": str, "expirationDateTime": str, "clientState": str}
_STATE = 128


async def greet(hooks: Hooks, method: str, path: str, sent: bytes) -> None:
    """Greet the address that a request for a subscription names, before the request is answered."""
    if method not in ("POST", "PATCH") or "/subscriptions" not in path.lower():
        return
    try:
        body = orjson.loads(sent)
    except orjson.JSONDecodeError:
        return
    if isinstance(body, dict) and isinstance(url := body.get("notificationUrl"), str):
        await hooks.greet(url)


def read_subscriptions(ask: Ask, rows: SiteList) -> Reply:
    only(ask.options, "$select")
    return Reply(collection(ask.form, ask.base, [_told(ask, rows, one) for one in ask.site.hooks.of(rows.id)]))


def read_subscription(ask: Ask, rows: SiteList) -> Reply:
    only(ask.options, "$select")
    return Reply(single(ask.form, ask.base, _told(ask, rows, _named(ask, rows))))


def subscribe(ask: Ask, rows: SiteList) -> Reply:
    """201 with the subscription, once its address has answered the greeting."""
    only(ask.options)
    writable(ask, rows)
    sent = _checked(ask)
    for name in ("resource", "notificationUrl", "expirationDateTime"):
        if name not in sent:
            raise bad(f"A subscription needs {name}.", ARGUMENT)
    expires = _expires(ask, sent["expirationDateTime"])
    made = Subscription(
        str(uuid4()), rows.id, sent["resource"], sent["notificationUrl"], expires, sent.get("clientState")
    )
    ask.site.hooks.subscriptions[made.id] = made
    return Reply(single(ask.form, ask.base, _told(ask, rows, made)), 201)


def renew(ask: Ask, rows: SiteList) -> Reply:
    """Another end, address or state: 204."""
    only(ask.options)
    writable(ask, rows)
    one, sent = _named(ask, rows), _checked(ask)
    if "resource" in sent:
        raise bad("The resource of a subscription cannot be changed.", ARGUMENT)
    if "expirationDateTime" in sent:
        one.expires = _expires(ask, sent["expirationDateTime"])
    one.url = sent.get("notificationUrl", one.url)
    one.state = sent.get("clientState", one.state)
    return Reply(None, 204)


def unsubscribe(ask: Ask, rows: SiteList) -> Reply:
    only(ask.options)
    writable(ask, rows)
    del ask.site.hooks.subscriptions[_named(ask, rows).id]
    return Reply(None, 204)


def _checked(ask: Ask) -> Json:
    sent = checked_settings(ask.body, _SENT)
    if len(sent.get("clientState", "")) > _STATE:
        raise bad(f"The clientState holds at most {_STATE} signs.", ARGUMENT)
    if "notificationUrl" in sent and not ask.site.hooks.greeted(sent["notificationUrl"]):
        raise bad(f"Failed to validate the notification URL '{sent['notificationUrl']}'.", ARGUMENT)
    return sent


def _expires(ask: Ask, text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise bad(f"The expirationDateTime '{text}' is no moment.", ARGUMENT) from error
    now = ask.site.clock.now()
    if moment.tzinfo is None or not now < moment <= now + LONGEST:
        raise bad(f"The expirationDateTime '{text}' is not within the next {LONGEST.days} days.", ARGUMENT)
    return moment


def _named(ask: Ask, rows: SiteList) -> Subscription:
    found = ask.site.hooks.subscriptions.get(ask.where["subscription"].lower())
    if found is None or found not in ask.site.hooks.of(rows.id):
        raise Refused(404, MISSING, "The specified subscription does not exist.")
    return found


def _told(ask: Ask, rows: SiteList, one: Subscription) -> Json:
    facts = {
        "clientState": one.state,
        "expirationDateTime": instant(one.expires),
        "id": one.id,
        "notificationUrl": one.url,
        "resource": one.list_id,
        "resourceData": None,
    }
    told = Entity(f"{uri(rows)}/Subscriptions('{one.id}')", "Microsoft.SharePoint.Webhooks.Subscription", facts)
    return entity(ask.form, ask.base, narrowed(told, ask.options))


_ONE = rf"{LIST}/subscriptions(?:\(|/getbyid\()'(?P<subscription>{GUID})'\)"
# Method, address, handler: as in the table of ``routes``.
ROUTES = [
    ("GET", rf"{LIST}/subscriptions", read_subscriptions),
    ("POST", rf"{LIST}/subscriptions", subscribe),
    ("GET", _ONE, read_subscription),
    ("PATCH", _ONE, renew),
    ("DELETE", _ONE, unsubscribe),
]
