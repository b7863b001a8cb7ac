"""The budget: what one app may ask of one tenant, shared by all who ask in this process.

SharePoint counts resource units an app and tenant, and tells how many are left once four fifths are used (headers
``RateLimit-*``). Who goes on past the limit is shut out longer: so everybody slows down before it, and a refusal that
one of them met holds all.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from sync.sharepoint.refusals import THROTTLED, retry_after
from sync.workspace import WorkspaceDown

# What Microsoft gives an app in a tenant of up to 1,000 licences is 1,250 units a minute; a fifth of it is left to
# whatever else runs under this app.
UNITS_A_MINUTE = 1_000.0
# What a call costs, in the prices that Microsoft gives for Graph: one row; several rows, or a write.
ONE, SEVERAL = 1.0, 2.0
# A caller waits for so many seconds itself; longer, and it is told when to come back.
PATIENCE = 10.0


class Budget:
    """Units that refill with (real) time; safe to use from several threads, which wait and hold up nothing else.

    ``units`` a minute, as many of them at once; 0: no limit of our own, the site's wishes alone.
    """

    def __init__(
        self,
        units: float = UNITS_A_MINUTE,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._units, self._now, self._sleep = units, now, sleep
        self._lock = threading.Lock()
        self._left, self._at = units, now()
        self._held_until, self._why = 0.0, ""
        self._pace, self._pace_until, self._turn = 0.0, 0.0, 0.0

    def take(self, cost: float) -> None:
        """Wait until so many units may be spent. Raises WorkspaceDown, with the time to come back, where that is
        not soon; then nothing is spent."""
        while (wait := self._claim(cost)) > 0:
            if wait > PATIENCE:
                raise WorkspaceDown(self._why or "its limit is near", retry_after=wait)
            self._sleep(wait)

    def heard(self, status: int, headers: Mapping[str, str]) -> None:
        """Heed what an answer says: to be left alone, or how many units are left for how long."""
        with self._lock:
            now = self._now()
            if status in THROTTLED:
                self._held_until, self._why = max(self._held_until, now + retry_after(headers)), f"{status}"
                return
            self._why = ""
            left, reset = _number(headers.get("RateLimit-Remaining")), _number(headers.get("RateLimit-Reset"))
            if left is None or reset is None:
                return
            if left <= 0:
                self._held_until = max(self._held_until, now + reset)
            else:
                self._pace, self._pace_until = reset / left, now + reset

    def _claim(self, cost: float) -> float:
        """Spend the units, or answer how many seconds to wait before asking again."""
        with self._lock:
            now = self._now()
            if now < self._held_until:
                return self._held_until - now
            if now < self._pace_until and now < self._turn:
                return self._turn - now
            short = self._short(cost, now)
            if short > 0:
                return short
            if now < self._pace_until:
                # What is left is spread over the time that it must last.
                self._turn = now + cost * self._pace
            return 0.0

    def _short(self, cost: float, now: float) -> float:
        """Seconds until there are so many units; 0 where they are taken. A cost above the whole budget waits for all
        of it and leaves a debt."""
        if not self._units:
            return 0.0
        self._left = min(self._units, self._left + (now - self._at) * self._units / 60)
        self._at = now
        wanted = min(cost, self._units)
        if self._left < wanted:
            return (wanted - self._left) * 60 / self._units
        self._left -= cost
        return 0.0


_SHARED: dict[tuple[str, str], Budget] = {}
_SHARING = threading.Lock()


def shared(site_url: str, client_id: str, units: float = UNITS_A_MINUTE) -> Budget:
    """The one budget of this app in the tenant of this site, whichever forum asks; ``units`` are as who asks first
    says. A tenant has one host for all its sites."""
    key = (urlsplit(site_url).netloc.casefold(), client_id.casefold())
    with _SHARING:
        return _SHARED.setdefault(key, Budget(units))


def _number(text: str | None) -> float | None:
    """A whole number from a header; SharePoint writes plain ones."""
    return float(text) if text is not None and text.strip().isdigit() else None
