"""Subscribing: the workspace is asked to tell us when a list has changed, and asked anew before that runs out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

import structlog

from sync.aside import aside
from sync.lists import PULLED, WATCHED
from sync.workspace import ListStopped, Unreachable, WorkspaceError

log = structlog.get_logger()

# A subscription may live for 180 days. Source: learn.microsoft.com, "Overview of SharePoint webhooks".
LASTS = timedelta(days=179)
# It is renewed when no more than this is left of it.
SPARE = timedelta(days=30)
# So often the workspace is asked what it has of them, as it forgets those whose address did not answer; and so soon
# after it refused one. Who reads every minute all the same is in no hurry.
LOOK_AGAIN, TRY_AGAIN = timedelta(days=1), timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Subscription:
    """That ``url`` is told, with our ``word``, whenever a list has changed, until ``expires`` (real time). ``number``
    is the workspace's own; empty: it is to be made."""

    number: str
    url: str
    word: str
    expires: datetime


@runtime_checkable
class Telling(Protocol):
    """A workspace that can tell by itself that a list has changed. May raise what any call of the port may."""

    def subscriptions(self, noun: str) -> Sequence[Subscription]:
        """Those of one list, ours and others'."""

    def subscribe(self, noun: str, one: Subscription) -> None:
        """Make it, or change the one of its number. The address is visited before this answers."""


class Subscribing:
    """Keeps each list that is read subscribed to, for ``url`` and with ``word``."""

    def __init__(self, workspace: Telling, *, url: str, word: str) -> None:
        self._workspace, self._url, self._word = workspace, url, word
        self._due: dict[str, datetime] = {}

    async def tick(self, *, real: datetime) -> None:
        """See to the lists that are due at this real time. No trouble is raised: whoever is not told reads all the
        same."""
        for noun in (*PULLED, *WATCHED):
            if self._due.get(noun, real) > real:
                continue
            try:
                await aside(self._see_to, noun, real)
            except ListStopped:
                continue
            except WorkspaceError as trouble:
                log.warning(
                    "a list does not tell of its changes",
                    action="subscribe.trouble",
                    noun=noun,
                    trouble=type(trouble).__name__,
                )
                if isinstance(trouble, Unreachable):
                    return
                self._due[noun] = real + TRY_AGAIN
            else:
                self._due[noun] = real + LOOK_AGAIN

    def _see_to(self, noun: str, real: datetime) -> None:
        lacking = wanted(self._workspace.subscriptions(noun), url=self._url, word=self._word, real=real)
        if lacking is not None:
            self._workspace.subscribe(noun, lacking)


def wanted(there: Sequence[Subscription], *, url: str, word: str, real: datetime) -> Subscription | None:
    """What is to be made or changed, where a list has these; None: nothing. Ours are known by their address or word."""
    fresh = Subscription(number="", url=url, word=word, expires=real + LASTS)
    ours = [one for one in there if one.url == url or one.word == word]
    if any((one.url, one.word) == (url, word) and one.expires - real > SPARE for one in ours):
        return None
    return replace(fresh, number=ours[0].number) if ours else fresh
