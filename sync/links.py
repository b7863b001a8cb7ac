"""Links: those given as evidence are opened now and then, slowly, to tell which are dead; none but public ones."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import httpx
import structlog

from forum import link_checks
from forum.link_checks import Found
from forum.store.door import Store
from forum.times import real

log = structlog.get_logger()

# So many are looked at in one turn, of each host one, one after the other, with a pause (real seconds) between.
AT_ONCE, PAUSE = 6, 2.0
# How long one look may take in all, and one answer of a server (real seconds).
LIMIT, PATIENCE = 15.0, 6.0
MOST_REDIRECTS = 5
NAMED = {"User-Agent": "forumbot (looks whether links given as evidence still open)", "Accept": "*/*"}
# What a server answers where it does not know HEAD, or treats it unlike GET.
ASK_AGAIN = frozenset((400, 403, 404, 405, 406, 410, 500, 501, 503))
# What says that nothing is there, or nobody; all else that is no success leaves it open.
NOTHING = frozenset((404, 410))
FAILING = 500

# Whether an address (IPv4 or IPv6) may be opened.
May = Callable[[str], bool]


class NotPublic(Exception):
    """The link leads to an address that is not public."""


def is_public(address: str) -> bool:
    """Whether anybody on the internet can reach this address."""
    found = ipaddress.ip_address(address)
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_global and not found.is_multicast


@dataclass(frozen=True, kw_only=True)
class Looking:
    """Opens a link, each of its redirects being looked at like the first address. ``may``: which addresses may be
    opened."""

    may: May = is_public

    async def look(self, url: str) -> tuple[Found, str]:
        """What is there, and a word about it: a status, or the kind of error."""
        try:
            async with asyncio.timeout(LIMIT):
                return await self._followed(httpx.URL(url))
        except NotPublic:
            return Found.CLOSED, "not public"
        except (httpx.InvalidURL, UnicodeError, ValueError):
            return Found.GONE, "no address"
        except socket.gaierror:
            return Found.GONE, "no such host"
        except (TimeoutError, httpx.HTTPError) as trouble:
            return Found.GONE, type(trouble).__name__

    async def _followed(self, url: httpx.URL) -> tuple[Found, str]:
        for _ in range(MOST_REDIRECTS + 1):
            answer = await self._asked("HEAD", url)
            if answer.status_code in ASK_AGAIN:
                answer = await self._asked("GET", url)
            if not answer.has_redirect_location:
                return _found(answer.status_code), str(answer.status_code)
            url = url.join(answer.headers["location"])
        return Found.UNSURE, "redirects"

    async def _asked(self, method: str, url: httpx.URL) -> httpx.Response:
        """The head of an answer, from the very address that was found to be public: a name may lead elsewhere the next
        time it is asked for."""
        if url.scheme not in ("http", "https") or not url.host:
            raise NotPublic
        address = await self._address(url)
        headers = {**NAMED, "Host": url.netloc.decode("ascii")}
        more: dict[str, Any] = {"sni_hostname": url.host} if url.scheme == "https" else {}
        async with (
            httpx.AsyncClient(timeout=PATIENCE, trust_env=False, follow_redirects=False) as client,
            client.stream(method, url.copy_with(host=address), headers=headers, extensions=more) as answer,
        ):
            return answer

    async def _address(self, url: httpx.URL) -> str:
        """One of the host's addresses, where all of them may be opened."""
        port = url.port or (443 if url.scheme == "https" else 80)
        found = await asyncio.get_running_loop().getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
        addresses = [str(one[4][0]).partition("%")[0] for one in found]
        if not addresses or not all(self.may(one) for one in addresses):
            raise NotPublic
        return addresses[0]


def _found(status: int) -> Found:
    if httpx.codes.is_success(status):
        return Found.OPENS
    return Found.GONE if status in NOTHING or status >= FAILING else Found.UNSURE


@dataclass(frozen=True, kw_only=True)
class Checking:
    """Looks at the links of one forum, a few a turn."""

    store: Store
    forum: str
    looking: Looking = Looking()
    pause: float = PAUSE

    async def step(self) -> int:
        """Look at those that are due; answers how many were looked at."""
        due = await self.store.read(link_checks.due, self.forum, real=real(), limit=AT_ONCE * 4)
        chosen = _politely(due)
        for at, (number, url) in enumerate(chosen):
            if at:
                await asyncio.sleep(self.pause)
            found, why = await self.looking.look(url)
            await self.store.do(link_checks.keep, self.forum, number, found, why, real=real())
            if found is not Found.OPENS:
                log.info("a link did not open", action="links.looked", id=number, found=found.value, why=why)
        return len(chosen)


def _politely(due: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Of each host one, the rest at a later turn."""
    hosts: dict[str, tuple[int, str]] = {}
    for number, url in due:
        host = ""
        with suppress(httpx.InvalidURL, UnicodeError):
            host = httpx.URL(url).host
        hosts.setdefault(host, (number, url))
    return list(hosts.values())[:AT_ONCE]
