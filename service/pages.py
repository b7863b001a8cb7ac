"""Pages: what the service itself serves over http, beside its work."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import uvicorn
from sqlalchemy.orm import Session
from starlette.applications import Starlette
from starlette.routing import Route

from config.settings import Settings
from forum import alarms, forums
from forum.gauges import Gauges
from forum.store.door import Store
from forum.times import real
from service.limits import abandoned
from service.service import Service
from web import health, hooks, metrics


class PortTaken(Exception):
    """The pages cannot be served there: choose another web.host or web.port, or 0 for none."""


@asynccontextmanager
async def pages(settings: Settings, store: Store, services: Sequence[Service]) -> AsyncIterator[None]:
    """Serve the pages of these services while the block runs; nothing where ``web.port`` is 0.

    Raises PortTaken.
    """
    if not settings.web.port:
        yield
        return

    async def remember() -> None:
        await store.do(_touch, settings.forum.key)

    visits = [route for one in services for route in (*one.visits(), *one.pages())]

    async def lasting() -> list[str]:
        found = [await store.read(alarms.lasting, one.forum) for one in services]
        return sorted({trouble for troubles in found for trouble in troubles})

    routes = [*health.routes(remember, lasting), *_metrics(services), *visits, *_hooks(services)]
    server = uvicorn.Server(
        uvicorn.Config(
            Starlette(routes=routes),
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
    )
    serving = asyncio.create_task(server._serve([_listen(settings)]))  # no signal handlers: run has its own
    try:
        yield
    finally:
        server.should_exit = True
        await serving


def _metrics(services: Sequence[Service]) -> list[Route]:
    async def read() -> dict[str, Gauges]:
        return {one.forum: await one.gauges() for one in services}

    def ticked() -> dict[tuple[str, str], float]:
        return {(one.forum, name): seconds for one in services for name, seconds in one.ticked().items()}

    def working() -> dict[tuple[str, str], bool]:
        return {(one.forum, hand): busy for one in services for hand, busy in one.working().items()}

    return metrics.routes(read, ticked, working=working, abandoned=abandoned)


def _hooks(services: Sequence[Service]) -> list[Route]:
    """Where the forums' sites say that they have changed; forums may share an address, as each knows its own word."""
    paths = {one: urlsplit(one.told_at).path or "/" for one in services if one.told_at}
    return hooks.routes({path: [one.told for one, its in paths.items() if its == path] for path in paths.values()})


def _listen(settings: Settings) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.web.host, settings.web.port))
    except OSError as error:
        listener.close()
        raise PortTaken(f"{settings.web.host}:{settings.web.port} ({error.strerror})") from error
    return listener


def _touch(session: Session, forum: str) -> None:
    """Write something real: the moment at which the forum was last found ready."""
    forums.ensure(session, forum, now=real(), paused=True).ready_at = real()
