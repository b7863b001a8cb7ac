"""Webhooks: who is told that a list has changed, how an address is greeted first, and how the telling goes.

An address must answer the ``validationtoken`` as plain text within 5 seconds; a subscription lives at most 180 days; a
notification tells which list, never what changed, and is tried five times. Source: learn.microsoft.com, "Overview of
SharePoint webhooks". The real pause of up to a minute before telling, and of five minutes between tries, is cut short.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

import httpx

from sandbox.clock import Clock
from sandbox.site.zones import instant

LONGEST = timedelta(days=180)
GREETING, TRIES = 5.0, 5


@dataclass
class Subscription:
    """One address that is told of one list's changes until ``expires``."""

    id: str
    list_id: str
    resource: str
    url: str
    expires: datetime
    state: str | None


class Hooks:
    """The subscriptions of a site. ``pause`` and ``retry`` are in real seconds; ``told`` holds what each try met:
    address and status, 0 where nobody answered."""

    def __init__(self, clock: Clock, web_id: str, path: str) -> None:
        self.subscriptions: dict[str, Subscription] = {}
        self.pause = 0.05
        self.retry = 0.2
        self.told: list[tuple[str, int]] = []
        self._greeted: set[str] = set()
        self._clock, self._web_id, self._path = clock, web_id, path
        self._waiting: set[str] = set()
        self._lock = threading.Lock()

    async def greet(self, url: str) -> None:
        """Ask an address whether it wants to be told; ``greeted`` says what came of it."""
        token = str(uuid4())
        try:
            async with httpx.AsyncClient(trust_env=False, timeout=GREETING, verify=False) as http:  # noqa: S501 - loopback
                answer = await http.post(url, params={"validationtoken": token})
        except (httpx.HTTPError, httpx.InvalidURL):
            self._greeted.discard(url)
            return
        plain = answer.headers.get("content-type", "").lower().startswith("text/plain")
        if answer.status_code == httpx.codes.OK and answer.text == token and plain:
            self._greeted.add(url)
        else:
            self._greeted.discard(url)

    def greeted(self, url: str) -> bool:
        return url in self._greeted

    def of(self, list_id: str) -> list[Subscription]:
        """A list's subscriptions that have not run out."""
        now = self._clock.now()
        return [one for one in self.subscriptions.values() if one.list_id == list_id and one.expires > now]

    def noted(self, list_id: str) -> None:
        """A list has changed: tell whoever wants to know, soon, and once for what comes meanwhile."""
        if not self.subscriptions or not self.of(list_id):
            return
        with self._lock:
            if list_id in self._waiting:
                return
            self._waiting.add(list_id)
        threading.Thread(target=self._tell, args=(list_id,), daemon=True, name="webhooks").start()

    def _tell(self, list_id: str) -> None:
        time.sleep(self.pause)
        with self._lock:
            self._waiting.discard(list_id)
        with httpx.Client(trust_env=False, timeout=GREETING, verify=False) as http:  # noqa: S501 - loopback
            for one in self.of(list_id):
                self._try(http, one)

    def _try(self, http: httpx.Client, one: Subscription) -> None:
        for number in range(TRIES):
            if number:
                time.sleep(self.retry)
            try:
                status = http.post(one.url, json={"value": [self._notice(one)]}).status_code
            except httpx.HTTPError:
                status = 0
            self.told.append((one.url, status))
            if httpx.codes.is_success(status):
                return

    def _notice(self, one: Subscription) -> dict[str, str | None]:
        return {
            "subscriptionId": one.id,
            "clientState": one.state,
            "expirationDateTime": instant(one.expires),
            "resource": one.list_id,
            "tenantId": self._web_id,
            "siteUrl": self._path,
            "webId": self._web_id,
        }
