"""HTTP sessions for the site and its sign-in: time limits on every call, nothing taken from the environment."""

from __future__ import annotations

from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter

from forum.skew import Skew
from forum.times import real

# Seconds to connect, and to wait for the next piece of an answer (``sharepoint.answer_seconds``): nothing waits longer
# than 15 for a silent site. What was being written then is in doubt, is looked up, and only what is lacking is written
# again. See docs/decisions/0056.
TO_CONNECT = 4.0
TIME_LIMITS = (TO_CONNECT, 11.0)


class _Limited(HTTPAdapter):
    """Gives every call its time limits: neither msal nor the site's client sets one that ends a silent read. Hears from
    each answer what time it is there."""

    def __init__(self, limits: tuple[float, float], skew: Skew) -> None:
        super().__init__()
        self._limits, self._skew = limits, skew

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        answer = super().send(request, *args, **{**kwargs, "timeout": self._limits})
        self._skew.heard(answer.headers.get("Date"), real=real())
        if not answer.ok:
            _ = answer.content  # before the site's client looks into it, which would hide that it was cut off
        return answer


def session(
    ca_bundle: Path | None,
    *,
    user_agent: str,
    limits: tuple[float, float] = TIME_LIMITS,
    skew: Skew | None = None,
) -> requests.Session:
    """A session that trusts ``ca_bundle`` (None: the usual authorities) and keeps no cookies, so that threads may
    share it; ``limits`` are the seconds to connect and to wait for the next piece of an answer; ``skew`` hears what
    time it is there. The
    environment's ``REQUESTS_CA_BUNDLE`` would silently beat ``verify``, so it is not looked at."""
    made = requests.Session()
    made.trust_env = False
    made.verify = str(ca_bundle) if ca_bundle else True
    made.headers["User-Agent"] = user_agent
    made.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    for scheme in ("https://", "http://"):
        made.mount(scheme, _Limited(limits, skew or Skew()))
    return made
